import type { Change, Entry, KeyName, Who } from "../../analysis/answers.ts";
import type { When } from "../../analysis/conditions.ts";
import { parseArn } from "../../iam/arn.ts";

export type Mark = "same" | "gained" | "lost";

/** Who and what is drawn. `id` is a letter and a number: nobody's text. */
export type GraphNode = {
  readonly id: string;
  readonly label: string;
  readonly kind: "principal" | "service" | "everybody" | "key";
  readonly account: string; // "" where it is none's
};

export type GraphEdge = {
  readonly from: string;
  readonly to: string;
  readonly actions: readonly string[]; // without their service
  readonly when: readonly string[]; // one text a way; none: always
  readonly mark: Mark;
  readonly here: boolean; // of two sides that are drawn alike: whether it is on this one
};

/** Who uses which keys. Sorted, so that the same access is the same picture. */
export type Graph = { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[]; readonly left: number };

/** All there is; of two worlds each by itself, too. */
export type Graphs = { readonly all: Graph; readonly before?: Graph; readonly after?: Graph };

/** More than this nobody reads. */
const MOST_EDGES = 120;

type Arrow = {
  readonly who: Who;
  readonly key: KeyName;
  readonly actions: readonly string[];
  readonly when: readonly string[];
  readonly mark: Mark;
};

const shorten = (actions: readonly string[]): readonly string[] => actions.map((action) => action.replace(/^kms:/, ""));
const worded = (when: readonly (readonly When[])[]): readonly string[] =>
  when.map((all) => all.map(({ key, text }) => `${key.replace(/^kms:EncryptionContext:/, "")} ${text}`).join(" and "));

/** The access that there is. */
export function accessGraph(entries: readonly Entry[]): Graphs {
  const arrows = entries.map((entry) => ({ ...entry, actions: shorten(entry.actions), when: worded(entry.when), mark: "same" as const }));
  return { all: drawn(arrows, () => true) };
}

/**
 * The access of both sides, laid out alike: what is only on one of them keeps its place on the other. An entry that a change is about is split: what of it
 * was there before stays as it is.
 */
export function changesGraph(changes: readonly Change[], before: readonly Entry[], after: readonly Entry[]): Graphs {
  const changed = changes.map(
    ({ who, key, actions, when, direction }): Arrow => ({ who, key, actions: shorten(actions), when: worded(when), mark: direction }),
  );
  const kept = new Map<string, Arrow>();
  for (const [entries, direction] of [
    [before, "lost"],
    [after, "gained"],
  ] as const)
    for (const { who, key, actions, when } of entries) {
      const gone = changed.filter((one) => one.mark === direction && one.who.text === who.text && one.key.arn === key.arn);
      const rest = shorten(actions).filter((action) => !gone.some((one) => one.actions.includes(action)));
      const arrow: Arrow = { who, key, actions: rest, when: worded(when), mark: "same" };
      if (rest.length > 0) kept.set(JSON.stringify([who.text, key.arn, rest, arrow.when]), arrow);
    }
  const all = [...changed, ...kept.values()];
  return {
    all: drawn(all, () => true),
    before: drawn(all, (mark) => mark !== "gained"),
    after: drawn(all, (mark) => mark !== "lost"),
  };
}

function drawn(arrows: readonly Arrow[], isHere: (mark: Mark) => boolean): Graph {
  const ordered = [...arrows].sort((a, b) => ORDER[a.mark] - ORDER[b.mark] || (nameOf(a) < nameOf(b) ? -1 : 1));
  const shown = ordered.slice(0, MOST_EDGES);
  const nodes = new Map<string, GraphNode>();
  const idOf = (name: string, prefix: string, rest: Omit<GraphNode, "id">): string => {
    const known = nodes.get(name);
    if (known !== undefined) return known.id;
    const id = `${prefix}${nodes.size + 1}`;
    nodes.set(name, { id, ...rest });
    return id;
  };
  const edges = shown.map(({ who, key, actions, when, mark }): GraphEdge => {
    const kind = who.kind === "service" ? "service" : who.kind === "anyone" ? "everybody" : "principal";
    return {
      from: idOf(`who ${who.text}`, "p", { label: who.text, kind, account: who.account ?? "" }),
      to: idOf(`key ${key.arn}`, "k", { label: key.aliases[0] ?? key.name, kind: "key", account: parseArn(key.arn)?.account ?? "" }),
      actions,
      when,
      mark,
      here: isHere(mark),
    };
  });
  return { nodes: [...nodes.values()], edges, left: arrows.length - shown.length };
}

const ORDER: Readonly<Record<Mark, number>> = { gained: 0, lost: 1, same: 2 };
const nameOf = ({ who, key, actions, when }: Arrow): string => JSON.stringify([key.name, who.text, actions, when]);

/** What an edge says in a word or two, and what it says in full. */
export function labelOf({ actions, when }: GraphEdge): { readonly short: string; readonly full: string } {
  const few = actions.length <= 3 ? actions.join(", ") : `${actions.slice(0, 2).join(", ")} +${actions.length - 2}`;
  const [first = "", ...others] = when;
  const cut = first.length > 44 ? `${first.slice(0, 43)}…` : first;
  const under = first === "" ? "" : `\nwhen ${cut}${others.length > 0 ? ` (or ${others.length} more)` : ""}`;
  return { short: few + under, full: [actions.join(", "), ...when.map((text) => `when ${text}`)].join("\n") };
}

export const SIGNS: Readonly<Record<Mark, string>> = { gained: "+ ", lost: "− ", same: "" };
