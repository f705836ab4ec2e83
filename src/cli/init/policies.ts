import type { Policy, PolicyType } from "../../iam/policy.ts";
import { POLICY_RULES } from "../../iam/policy-rules.ts";
import { type PolicyDocument, readContent } from "../policies/document.ts";
import { type Foreign, placeholderIn, TEMPLATE_HELP } from "../policies/foreign.ts";
import { kindOf } from "../policies/kind.ts";
import { isAboutKms } from "./covers.ts";

/** A file that may hold a policy: its path as people write it, and its text. */
export type PolicyFile = { readonly path: string; readonly text: string };

/** A policy in a file, and what it is taken for. */
export type FoundPolicy = {
  readonly path: string;
  readonly type: PolicyType;
  readonly policy: Policy;
  readonly open?: PolicyType; // what it may be as well
  readonly principal?: string; // whose it is, as the AWS CLI says: an ARN, `role/NAME` or `user/NAME`
};

/** Policies among files; files that look like one and are not used, each with the reason in words; and documents of other tools. */
export type FoundPolicies = {
  readonly policies: readonly FoundPolicy[];
  readonly texts: readonly PolicyFile[]; // of `policies`
  readonly left: readonly { readonly path: string; readonly because: string }[];
  readonly foreign: readonly (Foreign & { readonly path: string })[];
};

/** Finds the policies among files, by what they contain. What speaks of no policy and no key is passed over in silence. */
export function findPolicies(files: readonly PolicyFile[]): FoundPolicies {
  const found = { policies: [] as FoundPolicy[], texts: [] as PolicyFile[], left: [] as { path: string; because: string }[] };
  const foreign: (Foreign & { path: string })[] = [];
  for (const { path, text } of files) {
    const content = readContent(path, text);
    if (content.kind === "foreign") foreign.push({ path, ...content.foreign });
    const template = content.kind === "broken" ? placeholderIn(text) : undefined;
    if (template !== undefined) foreign.push({ path, ...templateOf(template) });
    else if (content.kind === "broken")
      found.left.push({ path, because: `is no JSON: ${content.faults[0]?.message ?? "it ends too early"}` });
    if (content.kind !== "policy") continue;
    const read = readPolicy(content.document);
    const placeholder = "because" in read ? placeholderIn(text) : undefined;
    if (placeholder !== undefined) foreign.push({ path, ...templateOf(placeholder) });
    else if ("because" in read) found.left.push({ path, because: read.because });
    else {
      found.policies.push(read);
      found.texts.push({ path, text });
    }
  }
  return { ...found, foreign };
}

const templateOf = (placeholder: string): Foreign => ({ what: `a template (\`${placeholder}\` is filled in later)`, help: TEMPLATE_HELP });

function readPolicy(document: PolicyDocument): FoundPolicy | { readonly because: string } {
  const { path, statements, told } = document;
  const kind = kindOf(path, statements);
  const type = told.type ?? ("type" in kind ? kind.type : undefined);
  if (type === undefined) return { because: `is the policy of ${"resource" in kind ? kind.resource : "something else"}, not of a key` };
  const { policy, diagnostics } = document.parse(type);
  if (policy !== undefined && type === "identity" && !isAboutKms(policy)) return { because: "says nothing of KMS" };
  if (policy !== undefined)
    return {
      path,
      type,
      policy,
      ...(told.type === undefined && "open" in kind && kind.open && { open: kind.open }),
      ...(told.principal !== undefined && { principal: told.principal }),
    };
  const fault = diagnostics.find(({ severity }) => severity === "error");
  return { because: `cannot be read as ${POLICY_RULES[type].called}: ${fault?.message ?? "it is no policy"}` };
}
