import { type CompiledPolicy, compile } from "../../authz/compile.ts";
import type { Layer } from "../../authz/decision.ts";
import type { PolicySet } from "../../authz/link.ts";
import { printable } from "../../base/text.ts";
import { resourceTypeOf } from "../../estate/policy-documents.ts";
import { parseArn } from "../../iam/arn.ts";
import type { Policy, PolicyType } from "../../iam/policy.ts";
import type { ErrorText } from "../../repair/error-text.ts";
import { TYPE_NAMES } from "../policies/kind.ts";
import { refuse } from "../refusal.ts";

/** Policies in the place of those that are not at hand, by what the text of an error says of them; and what is taken for granted by that. */
export type StandIns = { readonly compiled: Partial<PolicySet>; readonly assumptions: readonly string[] };

type Told = Pick<ErrorText, "layer" | "explicit" | "policyArn" | "hidden">;
type Asked = { readonly principal: string; readonly action: string; readonly resource: string };

const PLACE = "--error";

/** What to give, and how to come by it. */
const ASKS: Readonly<Record<Exclude<Layer, "grant">, string>> = {
  "service-control":
    "give the service control policies: --scp FILE, once a level, root first (`aws organizations describe-policy --policy-id ID` prints one)",
  "resource-control":
    "give the resource control policies: --rcp FILE, once a level, root first (`aws organizations describe-policy --policy-id ID` prints one)",
  endpoint: "give the policy of the VPC endpoint: --endpoint FILE (`aws ec2 describe-vpc-endpoints` prints it)",
  boundary: "give the permissions boundary: --boundary FILE (`aws iam get-policy-version` prints it)",
  session: "give the session policy: --session FILE; it is what whoever assumed the role passed along",
  resource: "give the key policy: --key-policy FILE (`aws kms get-key-policy --key-id ID --output text --query Policy` prints it)",
  identity: "give the identity policies: --identity FILE, once each (`aws iam get-role-policy` prints one)",
};

/**
 * What stands in for policies that are not given. That a kind of policy is silent is enough to know what is missing in it; of a Deny the statement has to
 * be seen.
 *
 * @throws {Refusal} that asks for what cannot be done without.
 */
export function standIns(told: Told, asked: Asked, given: Partial<PolicySet>): StandIns {
  const { layer } = told;
  const has = (one: Layer): boolean => hasPolicies(given, one);
  if (told.explicit === true && layer !== undefined && !has(layer)) {
    const name = told.policyArn === undefined ? "" : ` (${printable(told.policyArn)})`;
    const article = layer === "identity" || layer === "grant" ? "an" : "a";
    throw refuse(
      "KW010",
      PLACE,
      `the text says that ${article} ${TYPE_NAMES[typeOf(layer, asked)][0]}${name} denies it, and none is given`,
      askFor(layer, asked),
    );
  }
  if (layer === undefined && !has("resource")) {
    const about = told.explicit === true ? "which policy denies it" : "which policy is missing";
    throw refuse("KW010", PLACE, `the text does not say ${about}, and no key policy is given`, askFor("resource", asked));
  }
  const compiled: { -readonly [member in keyof PolicySet]?: PolicySet[member] } = {};
  const assumptions: string[] = [];
  const account = parseArn(asked.principal)?.account ?? "";
  const resourceType = resourceTypeOf(asked.action, asked.resource);
  if (!has("resource") && isOnResource(asked)) {
    const isSilent = layer === "resource";
    compiled.resource = isSilent ? empty(resourceType) : delegating(resourceType, account);
    const name = TYPE_NAMES[resourceType][0];
    assumptions.push(
      isSilent
        ? `the ${name} is not given: nothing else in it is known${told.hidden ? ", nor that the key exists in this Region" : ""}`
        : `the ${name} is not given: it lets identity policies of account ${account} decide, since the text blames another policy`,
    );
  }
  const isForeign = account !== "" && parseArn(asked.resource)?.account !== account;
  const isBeyond = layer !== undefined && layer !== "identity" && (layer !== "resource" || isForeign);
  if (!has("identity") && isBeyond && account !== "") {
    compiled.identity = [allowAll("identity")];
    assumptions.push(`the identity policies are not given: they allow ${asked.action}, since the text blames another policy`);
  }
  if (told.explicit !== true && layer !== undefined && layer !== "resource" && layer !== "identity" && layer !== "grant" && !has(layer)) {
    const policy = empty(layer);
    if (layer === "service-control") compiled.serviceControl = [[policy]];
    else if (layer === "session") compiled.session = [policy];
    else if (layer === "boundary") compiled.boundary = policy;
    else if (layer === "endpoint") compiled.endpoint = policy;
    assumptions.push(`the ${TYPE_NAMES[layer][0]} is not given: nothing in it is known`);
  }
  return { compiled, assumptions };
}

/** Why the policies that are given do not lead to what the text says, and what to give then. */
export function askFor(layer: Layer, { action }: Pick<Asked, "action">): string {
  if (layer === "grant") return ASKS.identity;
  return layer === "resource" && !/^kms:/i.test(action) ? "give the resource or trust policy: --resource-policy FILE" : ASKS[layer];
}

const isOnResource = ({ action, resource }: Asked): boolean =>
  !/^kms:/i.test(action) ? /^sts:/i.test(action) : parseArn(resource)?.resource.startsWith("key/") === true;

const typeOf = (layer: Layer, { action, resource }: Asked): PolicyType =>
  layer === "resource" ? resourceTypeOf(action, resource) : layer === "grant" ? "identity" : layer;

function hasPolicies(given: Partial<PolicySet>, layer: Layer): boolean {
  switch (layer) {
    case "service-control":
      return (given.serviceControl?.length ?? 0) > 0;
    case "resource-control":
      return (given.resourceControl?.length ?? 0) > 0;
    case "identity":
      return (given.identity?.length ?? 0) > 0;
    case "session":
      return (given.session?.length ?? 0) > 0;
    case "grant":
      return true;
    default:
      return given[layer] !== undefined;
  }
}

const AT = { file: "", pointer: "" };
const nameOf = (type: PolicyType): string => `${TYPE_NAMES[type][0]} (not given)`;

const empty = (type: PolicyType): CompiledPolicy => compile({ type, name: nameOf(type), version: "2012-10-17", statements: [] });

const allowAll = (type: PolicyType): CompiledPolicy => compile(policyOf(type, undefined));

const delegating = (type: PolicyType, account: string): CompiledPolicy => compile(policyOf(type, account));

const policyOf = (type: PolicyType, account: string | undefined): Policy => ({
  type,
  name: nameOf(type),
  version: "2012-10-17",
  statements: [
    {
      ref: { policy: nameOf(type), statement: 0 },
      effect: "Allow",
      principal:
        account === undefined ? undefined : { mode: "only", members: [{ kind: "AWS", value: account === "" ? "*" : account }], at: AT },
      action: { mode: "only", members: ["*"], at: AT },
      resource: { mode: "only", members: ["*"], at: AT },
      conditions: [],
      at: AT,
    },
  ],
});
