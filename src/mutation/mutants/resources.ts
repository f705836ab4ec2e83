import { shown } from "../../base/text.ts";
import { raw } from "../../iam/variables.ts";
import { matchesPattern, resourcePattern } from "../../iam/wildcard.ts";
import { replaced } from "./edits.ts";
import { type Draft, draft } from "./mutator.ts";
import { elementOf, entriesOf, type Site } from "./site.ts";

export const dropResource = (site: Site): readonly Draft[] =>
  entriesOf(site, "Resource").flatMap((entry) => (entry.alone ? [] : [draft(`without the resource ${shown(entry.value)}`, entry.drop)]));

export function anyResource(site: Site): readonly Draft[] {
  const element = elementOf(site, "Resource");
  if (element === undefined || element.negated || entriesOf(site, "Resource").some(({ value }) => value === "*")) return [];
  return [draft("every resource: `*`", replaced(element.node, "*"))];
}

/** One key to all keys of its account and Region. */
export const widenResource = (site: Site): readonly Draft[] =>
  entriesOf(site, "Resource").flatMap(({ value, node }) => {
    const wider = value.replace(/:key\/[^*?]+$/, ":key/*");
    return wider === value ? [] : [draft(`${shown(value)} → ${shown(wider)}`, replaced(node, wider))];
  });

/** All keys to one of them. In a key policy `*` means one key already (KMS Developer Guide, key policies). */
export const narrowResource = (site: Site): readonly Draft[] =>
  entriesOf(site, "Resource").flatMap(({ value, node }) => {
    if (site.type === "key-policy" || !/[*?]/.test(value) || value.includes("${")) return [];
    const pattern = resourcePattern([raw(value)]);
    const [first, second] = site.around.keys.filter((key) => matchesPattern(pattern, key));
    return first === undefined || second === undefined ? [] : [draft(`${shown(value)} → ${shown(first)}`, replaced(node, first))];
  });
