import { type JsonFault, type JsonNode, lineOf, readJson, toValue } from "../../base/json-source.ts";
import { isYaml } from "../../base/text.ts";
import type { ParsedPolicy } from "../../iam/parse/parse.ts";
import type { PolicyType } from "../../iam/policy.ts";
import { decoded, openEnvelope } from "../../world/policy-envelope.ts";
import { parsePolicy, parsePolicyNode } from "../../world/policy-text.ts";
import { type Foreign, foreignOf, foreignText } from "./foreign.ts";
import { isMembers, type Members } from "./members.ts";

/** A policy document in a file: the file itself, or what the AWS CLI printed around it. */
export type PolicyDocument = {
  readonly path: string;
  readonly statements: readonly Members[];
  readonly told: Labels;
  readonly parse: (type: PolicyType) => ParsedPolicy;
};

/** What an answer of the AWS CLI says besides the document. */
export type Labels = {
  readonly type?: PolicyType; // where the command leaves no doubt
  readonly principal?: string; // whose it is: an ARN, `role/NAME` or `user/NAME`
};

export type FileContent =
  | { readonly kind: "policy"; readonly document: PolicyDocument }
  | { readonly kind: "foreign"; readonly foreign: Foreign }
  | { readonly kind: "broken"; readonly faults: readonly JsonFault[] } // not JSON, though it speaks of statements
  | { readonly kind: "nothing" };

/** What is in a file, told by its content alone: its name may say what it likes. */
export function readContent(path: string, text: string): FileContent {
  const foreign = /^\s*[{[]/.test(text) ? undefined : foreignText(path, text);
  if (foreign !== undefined) return { kind: "foreign", foreign };
  const { node, faults } = readJson(decoded(text) ?? text);
  if (node !== undefined && faults.length === 0) return readNode(path, node, text);
  return /"Statement"\s{0,99}:/.test(text) ? { kind: "broken", faults } : { kind: "nothing" };
}

/** The same of a text that is read already, as JSON or YAML. */
export function readNode(path: string, node: JsonNode, text: string): FileContent {
  const value = toValue(node);
  const opened = openEnvelope(node);
  const statements = statementsOf(opened?.node === undefined ? value : toValue(opened.node)) ?? (isMeant(value) ? [] : undefined);
  if (statements === undefined) {
    const foreign = foreignOf(value);
    return foreign === undefined ? { kind: "nothing" } : { kind: "foreign", foreign };
  }
  const parse = (type: PolicyType) => {
    const options = { type, name: path, file: path, place: lineOf(text) };
    return isYaml(path) ? parsePolicyNode(node, options) : parsePolicy(text, options);
  };
  return { kind: "policy", document: { path, statements, told: opened === undefined ? {} : labelsOf(value), parse } };
}

/** The statements of what may be a policy: `Statement` holds objects, one of which at least says its effect or its action. */
function statementsOf(document: unknown): readonly Members[] | undefined {
  if (!isMembers(document) || !("Statement" in document)) return undefined;
  const list = [document.Statement].flat();
  const isOne = list.every(isMembers) && list.some((each) => "Effect" in each || "Action" in each || "NotAction" in each);
  return isOne ? list : undefined;
}

/** A document that is no policy as it stands, and was meant as one: its statements are misspelt, empty or no statements. */
function isMeant(value: unknown): boolean {
  if (!isMembers(value)) return false;
  const names = Object.keys(value);
  const isOfPolicy = names.every((name) => /^(?:version|id|statements?)$/i.test(name));
  return (isOfPolicy && names.some((name) => /^statements?$/i.test(name))) || (value.Version === "2012-10-17" && names.length < 4);
}

/** AWS CLI Command Reference: kms get-key-policy; iam get-role-policy, get-user-policy, get-group-policy, get-role and list-roles. */
function labelsOf(answer: unknown): Labels {
  if (!isMembers(answer)) return {};
  const { PolicyDocument, RoleName, UserName, GroupName, Role, Arn } = answer;
  if ("Policy" in answer && answer.PolicyName === "default") return { type: "key-policy" };
  const role = isMembers(Role) ? Role.Arn : "AssumeRolePolicyDocument" in answer ? Arn : undefined;
  if (typeof role === "string") return { type: "trust", principal: role };
  if (PolicyDocument === undefined) return {};
  if (typeof RoleName === "string") return { type: "identity", principal: `role/${RoleName}` };
  if (typeof UserName === "string") return { type: "identity", principal: `user/${UserName}` };
  return typeof GroupName === "string" ? { type: "identity" } : {};
}
