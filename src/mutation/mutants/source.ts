import type { Place } from "../../base/diagnostic.ts";
import { type JsonNode, lineOf, readJson } from "../../base/json-source.ts";
import { isYaml } from "../../base/text.ts";
import { policiesOf } from "../../estate/estate.ts";
import type { World } from "../../estate/world.ts";
import { parseArn } from "../../iam/arn.ts";
import { parsePolicy, parsePolicyNode } from "../../iam/parse/parse.ts";
import type { Policy, PolicyType } from "../../iam/policy.ts";
import { nodeAt } from "../../world/files.ts";
import type { Surroundings } from "./site.ts";

/** A policy document that people wrote, once, with all that was read from it: several worlds, and several places of one, may name it. */
export type PolicySource = {
  readonly name: string;
  readonly type: PolicyType;
  readonly file: string;
  readonly pointer: string; // of the document in its file
  readonly at: Place;
  readonly text: string; // JSON: a part of the file, or what its YAML says
  readonly root: JsonNode; // of `text`
  readonly whole: Whole | undefined; // undefined: the text is not the file's own
  readonly uses: readonly Use[];
};

export type Use = { readonly world: World; readonly policy: Policy };
/** The file that a text is a part of. */
export type Whole = { readonly text: string; readonly start: number };

export type ReadText = (path: string) => string | undefined;

/** The documents of some worlds, in the order they are met. What AWS or the world itself put there, such as FullAWSAccess, is nobody's to change. */
export function policySources(worlds: readonly World[], readText: ReadText = () => undefined): readonly PolicySource[] {
  const texts = new Map<string, { readonly text: string; readonly root: JsonNode | undefined } | undefined>();
  const fileOf = (path: string) => {
    if (!texts.has(path)) {
      const text = path.endsWith(".json") ? readText(path) : undefined;
      texts.set(path, text === undefined ? undefined : { text, root: readJson(text).node });
    }
    return texts.get(path);
  };
  const found = new Map<string, PolicySource & { readonly uses: Use[] }>();
  for (const world of worlds) {
    for (const policy of policiesOf(world.estate).keys()) {
      const rendered = world.estate.policyTexts.get(policy);
      const at = policy.statements[0]?.at;
      if (rendered === undefined || at === undefined || isBuiltIn(at.file)) continue;
      const pointer = at.pointer.replace(/\/Statement(?:\/0)?$/, "");
      const key = JSON.stringify([at.file, pointer, rendered]);
      const known = found.get(key);
      if (known !== undefined) {
        known.uses.push({ world, policy });
        continue;
      }
      const own = isRaw(at.file, pointer)
        ? { text: rendered, start: 0, whole: { text: rendered, start: 0 } }
        : partOf(fileOf(at.file), pointer);
      const text = own?.text ?? rendered;
      const root = readJson(text).node;
      if (root === undefined) continue;
      const { name, type } = policy;
      found.set(key, { name, type, file: at.file, pointer, at, text, root, whole: own?.whole, uses: [{ world, policy }] });
    }
  }
  return [...found.values()];
}

/** The text of a whole JSON file is kept as it is. */
const isRaw = (file: string, pointer: string): boolean => pointer === "" && !isYaml(file);

const isBuiltIn = (file: string): boolean => file === "FullAWSAccess" || file.startsWith("arn:");

function partOf(file: { readonly text: string; readonly root: JsonNode | undefined } | undefined, pointer: string) {
  const node = file?.root && nodeAt(file.root, pointer);
  if (file === undefined || node === undefined || node.kind === "string") return undefined; // JSON in a string has no text of its own
  return { text: file.text.slice(node.start, node.end), whole: { text: file.text, start: node.start } };
}

export function surroundingsOf(worlds: readonly World[]): Surroundings {
  const estates = worlds.map(({ estate }) => estate);
  const principals = estates.flatMap((estate) => estate.principals.map(({ facts }) => facts.arn));
  return {
    accounts: unique([
      ...estates.flatMap(({ keys }) => keys.map(({ account }) => account)),
      ...estates.flatMap((estate) => estate.principals.map(({ account }) => account).filter((account) => account !== "")),
    ]),
    principals: unique(principals.filter((arn) => /^(?:user|role)\//.test(parseArn(arn)?.resource ?? ""))),
    keys: unique(estates.flatMap(({ keys }) => keys.map(({ arn }) => arn))),
  };
}

const unique = <T>(list: readonly T[]): readonly T[] => [...new Set(list)];

/**
 * Reads the text of a document as one of its uses reads it; undefined where AWS would not store it. Only of a file that is the policy does the text count
 * as it is written: what stands in another document is as long as its shortest form.
 */
export function readAs({ type, name }: Pick<Policy, "type" | "name">, text: string, source: PolicySource): Policy | undefined {
  const options = { type, name, file: source.file, pointer: source.pointer };
  if (isRaw(source.file, source.pointer)) return parsePolicy(text, { ...options, place: lineOf(text) }).policy;
  const { node, faults } = readJson(text);
  return node === undefined || faults.length > 0 ? undefined : parsePolicyNode(node, options).policy;
}
