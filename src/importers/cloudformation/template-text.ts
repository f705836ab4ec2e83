import { readJson } from "../../base/json-source.ts";
import type { CaseDocument } from "../../world/json-place.ts";
import { type Dialect, readYaml } from "../../world/yaml-source.ts";
import { LONG_FORMS } from "./function-names.ts";

/**
 * Reads a template, JSON or YAML, as one tree in which every function has its long form: `!Sub x` is `{ "Fn::Sub": x }`, with the place of `x`.
 *
 * Source: CloudFormation User Guide, "Template format" and the pages of the intrinsic functions.
 */
export function readTemplateText(text: string): CaseDocument {
  if (/^\s*\{/.test(text)) {
    const json = readJson(text);
    if (json.faults.length === 0) return json; // flow YAML with tags begins with a brace, too
    const yaml = readYaml(text, TEMPLATE);
    return yaml.faults.length === 0 ? yaml : json;
  }
  return readYaml(text, TEMPLATE);
}

/** YAML 1.1 takes these words for truth values; a template's author means so, or puts them in quotes. */
const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ...["yes", "Yes", "YES", "on", "On", "ON"].map((word) => [word, true] as const),
  ...["no", "No", "NO", "off", "Off", "OFF"].map((word) => [word, false] as const),
]);

const TEMPLATE: Dialect = {
  tagged: (tag, value) => {
    const name = LONG_FORMS.get(tag.slice(1));
    return name === undefined
      ? undefined
      : { kind: "object", start: value.start, end: value.end, members: [{ name, start: value.start, value }] };
  },
  plain: (text) => TRUTHS.get(text),
};
