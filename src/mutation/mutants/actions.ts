import { BoundedCache } from "../../base/bounded-cache.ts";
import { shown } from "../../base/text.ts";
import { KMS_ACTIONS, type KmsAction } from "../../catalog/actions.ts";
import { foldCase } from "../../iam/values.ts";
import { matchesPattern, parsePattern } from "../../iam/wildcard.ts";
import { replaced } from "./edits.ts";
import { type Draft, draft } from "./mutator.ts";
import { elementOf, entriesOf, type Site } from "./site.ts";

/** The actions of KMS that a pattern of a policy covers. */
export const actionsMatching = (text: string): readonly KmsAction[] =>
  COVERED.of(text, () => {
    const pattern = parsePattern(foldCase(text));
    return FOLDED.filter(({ name }) => matchesPattern(pattern, name)).map(({ row }) => row);
  });

const FOLDED = KMS_ACTIONS.map((row) => ({ row, name: foldCase(row.action) }));
const COVERED = new BoundedCache<string, readonly KmsAction[]>(512, 256); // policies use the same few patterns over and over

export const dropAction = (site: Site): readonly Draft[] =>
  entriesOf(site, "Action").flatMap((entry) => (entry.alone ? [] : [draft(`without the action ${shown(entry.value)}`, entry.drop)]));

export function anyAction(site: Site): readonly Draft[] {
  const element = elementOf(site, "Action");
  const entries = entriesOf(site, "Action");
  if (element === undefined || element.negated || entries.some(({ value }) => isAll(value))) return [];
  return entries.some(({ value }) => isKms(value)) ? [draft("every action: `kms:*`", replaced(element.node, "kms:*"))] : [];
}

const isKms = (value: string): boolean => /^kms:/i.test(value);
const isAll = (value: string): boolean => value === "*" || /^kms:\*$/i.test(value);

/** The least that a pattern can grow by: `kms:GenerateDataKey*` to `kms:Generate*`, `kms:Decrypt` to `kms:*`. */
export const widenAction = (site: Site): readonly Draft[] =>
  entriesOf(site, "Action").flatMap(({ value, node }) => {
    const wider = isKms(value) && !isAll(value) ? widerThan(value, isForKeys(site)) : undefined;
    return wider === undefined ? [] : [draft(`${shown(value)} → ${shown(wider)}`, replaced(node, wider))];
  });

/** Of a statement about keys alone, an action that is asked of no key is nothing gained. */
const isForKeys = (site: Site): boolean =>
  site.type === "key-policy" || entriesOf(site, "Resource").every(({ value }) => value.includes(":key/"));

function widerThan(value: string, forKeys: boolean): string | undefined {
  const countOf = (pattern: string) => actionsMatching(pattern).filter(({ resources }) => !forKeys || resources.includes("key")).length;
  const covered = countOf(value);
  const literal = value.slice("kms:".length).split(/[*?]/, 1)[0] ?? "";
  const words = literal.match(/[A-Z]?[a-z]+|[A-Z]+/g) ?? [];
  for (let count = words.length; count >= 0; count--) {
    const pattern = `kms:${words.slice(0, count).join("")}*`;
    if (countOf(pattern) > covered) return pattern;
  }
  return undefined;
}

const READING = ["kms:Describe*", "kms:Get*", "kms:List*"];

/** A part of what a pattern covers: the action without its wildcard, reading alone, or the first action. */
export const narrowAction = (site: Site): readonly Draft[] =>
  entriesOf(site, "Action").flatMap(({ value, node }) => {
    const narrower = /[*?]/.test(value) ? narrowerThan(value) : undefined;
    if (narrower === undefined) return [];
    const text = narrower.map((action) => JSON.stringify(action)).join(", ");
    const isItem = elementOf(site, "Action")?.node !== node;
    const edit = { start: node.start, end: node.end, text: isItem || narrower.length === 1 ? text : `[${text}]` };
    return [draft(`${shown(value)} → ${narrower.map(shown).join(", ")}`, edit)];
  });

function narrowerThan(value: string): readonly string[] | undefined {
  const covered = actionsMatching(value);
  if (covered.length < 2) return undefined;
  const plain = covered.find(({ action }) => foldCase(action) === foldCase(value.replace(/[*?]/g, "")));
  if (plain !== undefined) return [plain.action];
  const reads = READING.filter((pattern) => {
    const read = actionsMatching(pattern);
    return read.every((action) => covered.includes(action)) && read.length < covered.length;
  });
  return reads.length > 0 ? reads : [(covered[0] as KmsAction).action];
}
