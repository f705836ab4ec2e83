import { readJson, toValue } from "../../base/json-source.ts";
import type { Policy, PolicyType } from "../../iam/policy.ts";
import { parsePolicy } from "../../world/policy-text.ts";

/** A file that may hold a policy: its path as people write it, and its text. */
export type PolicyFile = { readonly path: string; readonly text: string };

/** A policy in a file, and what it is taken for. */
export type FoundPolicy = { readonly path: string; readonly type: PolicyType; readonly policy: Policy };

/** Policies among files; and files that look like one and are not used, each with the reason in words. */
export type FoundPolicies = {
  readonly policies: readonly FoundPolicy[];
  readonly texts: readonly PolicyFile[]; // of `policies`
  readonly left: readonly { readonly path: string; readonly because: string }[];
};

/** Finds the policies among JSON files. What has no `Statement` is no policy and is passed over in silence. */
export function findPolicies(files: readonly PolicyFile[]): FoundPolicies {
  const policies: FoundPolicy[] = [];
  const texts: PolicyFile[] = [];
  const left: { path: string; because: string }[] = [];
  for (const { path, text } of files) {
    const { node } = readJson(text);
    const statements = node === undefined ? undefined : statementsOf(toValue(node));
    if (statements === undefined) continue;
    const type = typeOf(path, statements);
    if (type === undefined) {
      left.push({ path, because: "is the policy of a resource that is no KMS key" });
      continue;
    }
    const { policy, diagnostics } = parsePolicy(text, { type, name: path, file: path });
    const fault = diagnostics.find(({ severity }) => severity === "error");
    if (policy !== undefined) {
      policies.push({ path, type, policy });
      texts.push({ path, text });
    } else left.push({ path, because: `cannot be read as ${NAMES[type] ?? type}: ${fault?.message ?? "it is no policy"}` });
  }
  return { policies, texts, left };
}

const NAMES: Readonly<Partial<Record<PolicyType, string>>> = {
  "key-policy": "a key policy",
  identity: "an identity policy",
  trust: "a trust policy",
  "service-control": "a service control policy",
  "resource-control": "a resource control policy",
  boundary: "a permissions boundary",
  endpoint: "the policy of a VPC endpoint",
};

type Members = Readonly<Record<string, unknown>>;
const isMembers = (value: unknown): value is Members => typeof value === "object" && value !== null && !Array.isArray(value);

function statementsOf(document: unknown): readonly Members[] | undefined {
  if (!isMembers(document)) return undefined;
  const { Statement } = document;
  const list = Array.isArray(Statement) ? Statement : [Statement];
  return list.length > 0 && list.every((each) => isMembers(each) && "Effect" in each) ? (list as readonly Members[]) : undefined;
}

/**
 * What a policy is, told by its elements: those with principals are attached to resources. A document does not say more of itself; that one limits
 * accounts or principals is told by the words of its path, as people file them.
 */
function typeOf(path: string, statements: readonly Members[]): PolicyType | undefined {
  const words = new Set(
    path
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((word) => word !== ""),
  );
  const says = (...names: readonly string[]) => names.some((name) => words.has(name));
  if (!statements.some((each) => "Principal" in each || "NotPrincipal" in each)) {
    if (says("scp", "scps") || (says("service") && says("control"))) return "service-control";
    return says("boundary", "boundaries") ? "boundary" : "identity";
  }
  if (says("rcp", "rcps") || (says("resource") && says("control"))) return "resource-control";
  if (says("endpoint", "endpoints", "vpce", "vpces")) return "endpoint";
  const actions = statements.flatMap(({ Action, NotAction }) => [Action, NotAction].flat()).filter((each) => typeof each === "string");
  const of = (service: string) => actions.every((action) => action.toLowerCase().startsWith(`${service}:`));
  if (actions.length > 0 && of("sts")) return "trust";
  const isForKey = statements.every(
    ({ Resource }) => Resource === undefined || [Resource].flat().every((each) => each === "*" || isKeyArn(each)),
  );
  return actions.length > 0 && (of("kms") || actions.every((action) => action === "*")) && isForKey ? "key-policy" : undefined;
}

const isKeyArn = (text: unknown): boolean => typeof text === "string" && text.startsWith("arn:") && text.split(":")[2] === "kms";
