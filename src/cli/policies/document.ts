import { type JsonFault, type JsonNode, lineOf, readJson, toValue } from "../../base/json-source.ts";
import type { ParsedPolicy } from "../../iam/parse/parse.ts";
import type { PolicyType } from "../../iam/policy.ts";
import { parsePolicy, parsePolicyNode } from "../../world/policy-text.ts";
import { type Foreign, foreignOf, foreignText } from "./foreign.ts";
import { isMembers, type Members } from "./members.ts";

/** A policy document in a file: the file itself, or what the AWS CLI printed around it. */
export type PolicyDocument = {
  readonly path: string;
  readonly statements: readonly Members[];
  readonly wrapped: Wrapped | undefined;
  readonly parse: (type: PolicyType) => ParsedPolicy;
};

/** What an answer of the AWS CLI says besides the document. */
export type Wrapped = {
  readonly value: unknown; // the document alone
  readonly type?: PolicyType; // where the command leaves no doubt
  readonly principal?: string; // the role or user: its ARN where that is told, else its name
};

export type FileContent =
  | { readonly kind: "policy"; readonly document: PolicyDocument }
  | { readonly kind: "foreign"; readonly foreign: Foreign }
  | { readonly kind: "broken"; readonly faults: readonly JsonFault[] } // not JSON, though it speaks of statements
  | { readonly kind: "nothing" };

/** What is in a file, told by its content alone: its name may say what it likes. */
export function readContent(path: string, text: string): FileContent {
  if (!isJsonText(text)) {
    const foreign = foreignText(path, text);
    if (foreign !== undefined) return { kind: "foreign", foreign };
  }
  const { node, faults } = readJson(text);
  const value = node === undefined ? undefined : toValue(node);
  if (node !== undefined && faults.length === 0) return contentOf(path, node, value, text);
  const looksLikeOne = /"Statement"\s{0,99}:/.test(text);
  return looksLikeOne ? { kind: "broken", faults } : { kind: "nothing" };
}

const isJsonText = (text: string): boolean => /^\s*[{[]/.test(text);

function contentOf(path: string, node: JsonNode, value: unknown, text: string): FileContent {
  const statements = statementsOf(value);
  if (statements !== undefined) {
    const parse = (type: PolicyType) => parsePolicy(text, { type, name: path, file: path, place: lineOf(text) });
    return { kind: "policy", document: { path, statements, wrapped: undefined, parse } };
  }
  const wrapped = wrappedIn(path, node, value, text);
  if (wrapped !== undefined) return { kind: "policy", document: wrapped };
  const foreign = foreignOf(value);
  return foreign === undefined ? { kind: "nothing" } : { kind: "foreign", foreign };
}

/** The statements of what may be a policy: `Statement` holds objects, one of which at least says its effect or its action. */
function statementsOf(document: unknown): readonly Members[] | undefined {
  if (!isMembers(document) || !("Statement" in document)) return undefined;
  const list = [document.Statement].flat();
  const isOne = list.every(isMembers) && list.some((each) => "Effect" in each || "Action" in each || "NotAction" in each);
  return isOne ? list : undefined;
}

type Around = { readonly pointer: readonly string[]; readonly type?: PolicyType; readonly principal?: readonly string[] };

/** AWS CLI Command Reference: what these commands print around a document. */
const AROUND: Readonly<Record<string, Around>> = {
  "kms get-key-policy": { pointer: ["Policy"], type: "key-policy" },
  "iam get-role-policy": { pointer: ["PolicyDocument"], type: "identity", principal: ["RoleName"] },
  "iam get-user-policy": { pointer: ["PolicyDocument"], type: "identity", principal: ["UserName"] },
  "iam get-group-policy": { pointer: ["PolicyDocument"], type: "identity" },
  "iam get-policy-version": { pointer: ["PolicyVersion", "Document"] },
  "iam get-role": { pointer: ["Role", "AssumeRolePolicyDocument"], type: "trust", principal: ["Role", "Arn"] },
  "organizations describe-policy": { pointer: ["Policy", "Content"] },
};

function wrappedIn(path: string, node: JsonNode, value: unknown, text: string): PolicyDocument | undefined {
  for (const [command, { pointer, type, principal }] of Object.entries(AROUND)) {
    const found = within(node, pointer);
    if (found === undefined || (principal !== undefined && within(node, principal)?.kind !== "string")) continue;
    if (command === "iam get-group-policy" && within(node, ["GroupName"]) === undefined) continue;
    const inner = found.kind === "string" ? documentIn(found.value) : toValue(found);
    const document = typeof inner === "string" ? JSON.parse(inner) : inner;
    const statements = statementsOf(document);
    if (statements === undefined) continue;
    const name = principal?.reduce<unknown>((at, step) => (isMembers(at) ? at[step] : undefined), value);
    const kind = command === "iam get-user-policy" ? "user" : "role";
    const place = lineOf(text);
    const options = (type: PolicyType) => ({ type, name: path, file: path, pointer: `/${pointer.join("/")}` });
    return {
      path,
      statements,
      wrapped: {
        value: document,
        ...(type && { type }),
        ...(typeof name === "string" && { principal: name.startsWith("arn:") ? name : `${kind}/${name}` }),
      },
      parse: (type) =>
        typeof inner === "string" // a text within a text: what is wrong in it is told at the place of the whole
          ? parsePolicy(inner, { ...options(type), place: () => place(found.start) })
          : parsePolicyNode(found, { ...options(type), place }),
    };
  }
  return undefined;
}

function within(node: JsonNode, steps: readonly string[]): JsonNode | undefined {
  let at: JsonNode | undefined = node;
  for (const step of steps) at = at?.kind === "object" ? at.members.find(({ name }) => name === step)?.value : undefined;
  return at;
}

/** The JSON text in a text: as it is, or URL-encoded, as the IAM API returns it. */
function documentIn(text: string): string | undefined {
  for (const read of [(it: string) => it, decodeURIComponent]) {
    try {
      const found = read(text);
      if (isMembers(JSON.parse(found))) return found;
    } catch {
      // not that way
    }
  }
  return undefined;
}
