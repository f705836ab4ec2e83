import { abridged, listed } from "../../base/text.ts";
import { isOfList } from "../../estate/doubts.ts";
import { type Estate, policiesOf, type ReadPolicy, type WorldKey } from "../../estate/estate.ts";
import { World } from "../../estate/world.ts";
import { parseArn } from "../../iam/arn.ts";
import type { Doubt, DoubtfulStatement, Policy, Statement } from "../../iam/policy.ts";
import type { Draft, Finding } from "./finding.ts";

/** A world of which not all is known, read in two ways: what it allows at least, and at most. Hidden lists of which nothing is known are in neither. */
export type Readings = { readonly least: World; readonly most: World; readonly doubts: readonly Doubt[]; readonly lists: readonly Doubt[] };

/** Undefined for a world that is told in full. */
export function readingsOf(world: World): Readings | undefined {
  const least = new Map<Policy, ReadPolicy>();
  const most = new Map<Policy, ReadPolicy>();
  const doubts = new Map<string, Doubt>();
  const lists = new Map<string, Doubt>();
  for (const [policy, text = ""] of policiesOf(world.estate)) {
    const { doubtful = [], ...known } = policy;
    if (doubtful.length === 0) continue;
    for (const { doubt } of doubtful) (isOfList(doubt) ? lists : doubts).set(doubt.id, doubt);
    const denied = doubtful.filter(({ effect }) => effect === "Deny").map(certainly);
    const allowed = doubtful.filter(({ effect, doubt }) => effect === "Allow" && !isOfList(doubt)).map(certainly);
    least.set(policy, { policy: { ...known, statements: [...known.statements, ...denied] }, text });
    most.set(policy, { policy: { ...known, statements: [...known.statements, ...allowed] }, text });
  }
  if (least.size === 0 && world.estate.knowledge === undefined) return undefined;
  const read = (policies: ReadonlyMap<Policy, ReadPolicy>): World => {
    const { knowledge: _, ...estate } = world.changed({ policies }).estate;
    return new World(estate);
  };
  return {
    least: read(least),
    most: read(most),
    doubts: [...doubts.values()],
    lists: [...lists.values()],
  };
}

/** A statement that may be there, as one that is. */
const certainly = ({ doubt: _, ...statement }: DoubtfulStatement): Statement => statement;

/** Rules that say "for all requests": what they find is so only if it is so in both readings. */
const OF_ALL: ReadonlySet<string> = new Set([
  "KW725",
  "KW730",
  "KW731",
  "KW740",
  "KW741",
  "KW742",
  "KW745",
  "KW746",
  "KW752",
  "KW770",
  "KW771",
  "KW775",
]);
/** Of these it is worth saying that they may be so. */
const WORTH_SAYING: ReadonlySet<string> = new Set(["KW730"]);

const nameOf = ({ code, fingerprint }: Finding): string => `${code} ${fingerprint}`;

/** What is so whatever is not known, and the rules that may find more, by key. */
export function certainOf(least: readonly Finding[], most: readonly Finding[], { estate }: World) {
  const [inLeast, inMost] = [least, most].map((all) => new Set(all.map(nameOf))) as [Set<string>, Set<string>];
  const certain = [
    ...least.filter((finding) => (!OF_ALL.has(finding.code) || inMost.has(nameOf(finding))) && !isOfMadeAccount(finding, estate)),
    ...most.filter((finding) => finding.code === "KW730" && !inLeast.has(nameOf(finding))),
  ];
  const known = new Set(certain.map(nameOf));
  const possible = new Map<string, Set<string>>();
  for (const finding of [...most, ...least]) {
    const isOpen = !known.has(nameOf(finding)) && (!OF_ALL.has(finding.code) || WORTH_SAYING.has(finding.code)) && finding.code !== "KW785";
    if (!isOpen) continue;
    const key = finding.key?.arn ?? "";
    possible.set(key, (possible.get(key) ?? new Set()).add(finding.code));
  }
  return { certain, possible };
}

/** Whether somebody is told for an outsider whose account is not known: where it stands in a policy is a value that somebody made up. */
function isOfMadeAccount({ code, at, key, witness }: Finding, { keys, principals, accounts, organization }: Estate): boolean {
  if (!OF_OUTSIDERS.has(code)) return false;
  const doubtful = keys.find(({ arn }) => arn === key?.arn)?.policy.doubtful ?? [];
  const isInside = (pointer: string): boolean => pointer === at.pointer || pointer.startsWith(`${at.pointer}/`);
  if (!doubtful.some(({ doubt }) => doubt.at?.file === at.file && isInside(doubt.at.pointer))) return false;
  const { principal } = witness?.request ?? {};
  const account = parseArn(typeof principal === "string" ? principal : (principal?.arn ?? ""))?.account;
  const known = [...keys, ...principals].map((one) => one.account);
  return account !== undefined && ![...known, ...accounts.values(), ...(organization?.members.keys() ?? [])].includes(account);
}

const OF_OUTSIDERS: ReadonlySet<string> = new Set(["KW703", "KW704", "KW720"]);

/** What may be found of a key, and what it hangs on. */
export function possibly(codes: ReadonlySet<string>, { doubts }: Readings, key: WorldKey | undefined): Draft {
  const own = (key?.policy.doubtful ?? []).map(({ doubt }) => doubt).filter((doubt) => !isOfList(doubt));
  const all = own.length > 0 ? own : doubts;
  const texts = [...new Set(all.map(({ text }) => text))].sort();
  const names = [...codes].sort();
  return {
    code: "KW780",
    level: "info",
    text: `possible: ${listed(names)}; it depends on ${abridged(texts, "and")}, of which not all is known`,
    at: all.find(({ at }) => at !== undefined)?.at ?? key?.at ?? { file: "world", pointer: "" },
    same: [names, texts],
  };
}

/** What no list says the whole of, said once. */
export function unlisted({ lists }: Readings): readonly Draft[] {
  const texts = [...new Set(lists.map(({ text }) => text))].sort();
  if (texts.length === 0) return [];
  return [
    {
      code: "KW780",
      level: "info",
      text: `possible: what ${abridged(texts, "and")} allow that are not listed`,
      at: lists.find(({ at }) => at !== undefined)?.at ?? { file: "world", pointer: "" },
      same: ["lists", texts],
      help: "list them all and say so by `knows`; nothing that is shown hangs on them",
    },
  ];
}
