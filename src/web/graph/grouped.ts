import type { Entry } from "../../analysis/answers.ts";
import { counted } from "../../base/text.ts";

/** More ways than this are drawn by account: a picture of each would be read by nobody. */
const MOST_WAYS = 120;

/** Entries as they are drawn: where there are too many, those of an account who may do the same under the same conditions are one. The table has each. */
export function groupedForGraph(entries: readonly Entry[], most = MOST_WAYS): readonly Entry[] {
  if (entries.length <= most) return entries;
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { who, key, actions, when } = entry;
    const name = JSON.stringify([who.kind, who.account ?? who.text, key.arn, actions, when]);
    groups.set(name, [...(groups.get(name) ?? []), entry]);
  }
  return [...groups.values()].map((alike) => {
    const first = alike[0] as Entry;
    const { account, kind } = first.who;
    if (alike.length === 1) return first;
    const text = `${counted(alike.length, KINDS[kind] ?? kind)} of ${account ?? "no account"}`;
    return { ...first, who: { kind, ...(account !== undefined && { account }), text } };
  });
}

const KINDS: Partial<Readonly<Record<Entry["who"]["kind"], string>>> = {
  principal: "principal",
  session: "session",
  federated: "federated user",
};
