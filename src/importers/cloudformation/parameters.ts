import type { JsonNode } from "../../base/json-source.ts";
import { readJson } from "../../base/json-source.ts";
import { memberOf } from "../../world/json-place.ts";
import { readYaml } from "../../world/yaml-source.ts";

/** A parameter as a template declares it. */
export type Parameter = {
  readonly name: string;
  readonly type: string;
  readonly isList: boolean;
  readonly isStored: boolean; // its value names a parameter of Systems Manager, which has the text
  readonly isSecret: boolean; // NoEcho
  readonly fallback: string | undefined; // `Default`
  readonly allowed: readonly string[] | undefined;
};

/** What was given for parameters; `null`: the stack keeps what it has, which nobody told. */
export type GivenParameters = Readonly<Record<string, string | null>>;

/** CloudFormation Template Reference, "Parameters". */
export function parameterOf(name: string, node: JsonNode): Parameter {
  const type = textOf(memberOf(node, "Type")) ?? "String";
  const stored = /^AWS::SSM::Parameter::Value<(.*)>$/s.exec(type);
  const own = stored?.[1] ?? type;
  const allowed = memberOf(node, "AllowedValues");
  const texts = allowed?.kind === "array" ? allowed.items.map(textOf) : [];
  return {
    name,
    type,
    isList: own === "CommaDelimitedList" || own.startsWith("List<"),
    isStored: stored !== null,
    isSecret: /^true$/i.test(textOf(memberOf(node, "NoEcho")) ?? ""),
    fallback: textOf(memberOf(node, "Default")),
    allowed: texts.length > 0 && texts.every((text) => text !== undefined) ? texts : undefined,
  };
}

/** The members of a parameter that is a list: what stands between commas, without blanks around it. */
export const listMembers = (text: string): readonly string[] => text.split(",").map((each) => each.trim());

function textOf(node: JsonNode | undefined): string | undefined {
  if (node?.kind === "string") return node.value;
  if (node?.kind === "number") return node.text;
  return node?.kind === "boolean" ? String(node.value) : undefined;
}

/**
 * The parameters in a file, however people keep them: the list of the AWS CLI, `{ "Parameters": { … } }` as CodePipeline takes them, a map (of the CDK, or of
 * one's own), texts `Name=value` as `aws cloudformation deploy` takes them. A name may have its stack before it (`Stack:Name`). `fault`: in words, where it is
 * none of these.
 */
export function readParameters(text: string): { readonly given: GivenParameters } | { readonly fault: string } {
  const isJson = /^\s*[[{]/.test(text);
  const { node, faults } = isJson ? readJson(text) : readYaml(text);
  const [fault] = faults;
  if (node === undefined || fault !== undefined) {
    const lines = text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== "" && !line.startsWith("#"));
    if (!isJson && lines.length > 0 && lines.every(isAssignment)) return { given: Object.fromEntries(lines.map(assignment)) };
    return { fault: fault?.message ?? "it is empty" };
  }
  return parametersIn(node) ?? { fault: "it is neither a list of `ParameterKey` and `ParameterValue`, nor a map of names to values" };
}

function parametersIn(node: JsonNode): { readonly given: GivenParameters } | undefined {
  if (node.kind === "string") {
    const words = node.value.split(/\s+/).filter((word) => word !== "");
    return words.length > 0 && words.every(isAssignment) ? { given: Object.fromEntries(words.map(assignment)) } : undefined;
  }
  if (node.kind === "array") {
    const pairs = node.items.map((item): readonly [string, string | null] | undefined => {
      const key = textOf(memberOf(item, "ParameterKey"));
      if (key === undefined) return item.kind === "string" && isAssignment(item.value) ? assignment(item.value) : undefined;
      const value = givenIn(memberOf(item, "ResolvedValue") ?? memberOf(item, "ParameterValue"));
      return [key, value ?? null];
    });
    return pairs.every((pair) => pair !== undefined) ? { given: Object.fromEntries(pairs) } : undefined;
  }
  if (node.kind !== "object") return undefined;
  const inner = memberOf(node, "Parameters");
  if (inner?.kind === "object" || inner?.kind === "array") return parametersIn(inner);
  const given = node.members.map(({ name, value }) => [name, givenIn(value)] as const);
  return given.every(([, value]) => value !== undefined)
    ? { given: Object.fromEntries(given as readonly (readonly [string, string])[]) }
    : undefined;
}

/** A list is written with commas. */
function givenIn(node: JsonNode | undefined): string | undefined {
  if (node?.kind !== "array") return textOf(node);
  const texts = node.items.map(textOf);
  return texts.every((text) => text !== undefined) ? texts.join(",") : undefined;
}

const isAssignment = (text: string): boolean => /^[\w:.-]{1,255}=/.test(text);

function assignment(text: string): readonly [string, string] {
  const at = text.indexOf("=");
  return [text.slice(0, at), text.slice(at + 1).replace(/^"(.*)"$/s, "$1")];
}
