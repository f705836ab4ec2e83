import type { Provenance } from "../authz/answer.ts";
import type { CompiledPolicy } from "../authz/compile.ts";
import type { KeyOrigin, KeySpec, KeyUsage } from "../catalog/key-specs.ts";
import { EMPTY_ESTATE, type Estate, type Membership, type Organization, type WorldKey, type WorldPrincipal } from "../estate/estate.ts";
import { World } from "../estate/world.ts";
import { parseArn } from "../iam/arn.ts";
import type { Policy } from "../iam/policy.ts";

const AT = { file: "case", pointer: "" };

/** The world of a case: one key, one caller, and the policies that had a say in an answer. What the case does not tell is not there. */
export function worldOfAnswer(from: Provenance, textOf: (policy: Policy) => string | undefined = () => undefined): World {
  const { plan, linked } = from;
  const isKey = plan.resource.kind === "key";
  const endpoint = linked.set.endpoint?.source;
  const texts = new Map<Policy, string>();
  for (const { policy } of linked.policies) {
    const text = textOf(policy.source);
    if (text !== undefined) texts.set(policy.source, text);
  }
  const estate: Estate = {
    ...EMPTY_ESTATE,
    account: plan.account,
    region: parseArn(plan.resource.text)?.region || "us-east-1",
    organization: organizationOf(from),
    keys: isKey ? [keyOf(from)] : [],
    principals: plan.caller.account === "" || plan.caller.kind === "root" ? [] : [principalOf(from)],
    endpoints: endpoint === undefined ? [] : [{ name: "endpoint", id: endpointId(from), vpc: undefined, policy: endpoint }],
    policyTexts: texts,
  };
  return new World(estate);
}

function endpointId({ request: { context = {} } }: Provenance): string {
  const told = Object.entries(context).find(([key]) => key.toLowerCase() === "aws:sourcevpce")?.[1];
  return typeof told === "string" ? told : "vpce-0123456789abcdef0";
}

const sources = (policies: readonly CompiledPolicy[]): readonly Policy[] => policies.map(({ source }) => source);

function organizationOf({ plan: { caller, account }, linked: { set } }: Provenance): Organization | undefined {
  const [serviceControl, resourceControl] = [set.serviceControl.map(sources), set.resourceControl.map(sources)];
  if (serviceControl.length + resourceControl.length === 0) return undefined;
  const orgPath = caller.facts?.orgPath;
  const members = new Map<string, Membership>([[account, { orgPath: undefined, serviceControl: [], resourceControl }]]);
  if (caller.account !== "")
    members.set(caller.account, { orgPath, serviceControl, resourceControl: caller.account === account ? resourceControl : [] });
  const managementAccount = caller.managementAccount ? caller.account : undefined;
  return { at: AT, id: caller.facts?.orgId ?? "o-untold0000", managementAccount, members };
}

/** Who asked, as the role or user that holds the policies. */
export function principalOf({ plan: { caller }, linked: { set }, request: { principal } }: Provenance): WorldPrincipal {
  const arn = caller.kind === "role-session" ? (caller.principalArn ?? caller.arn) : caller.arn;
  const { roleArn: _, userId, ...facts } = typeof principal === "string" ? { arn } : principal;
  const ownId = caller.kind === "role-session" ? userId?.split(":", 1)[0] : userId; // of the role, not of one session
  return {
    name: parseArn(arn)?.resource ?? arn,
    at: AT,
    facts: { ...facts, arn, ...(ownId !== undefined && { userId: ownId }) },
    account: caller.account,
    policies: sources(set.identity),
    boundary: set.boundary?.source,
    session: set.session && sources(set.session),
    trust: undefined,
    credentials: () => undefined,
  };
}

/** What was asked about. */
export function keyOf({ plan: { resource, account }, linked: { set } }: Provenance): WorldKey {
  const { key } = set;
  const id = resource.arn?.resource.replace(/^key\//, "") ?? resource.text;
  return {
    name: key?.aliases?.[0] ?? resource.arn?.resource ?? resource.text,
    at: AT,
    arn: resource.text,
    id,
    account,
    region: resource.arn?.region ?? "us-east-1",
    description: "",
    managedBy: key?.managedBy ?? "customer",
    aliases: key?.aliases ?? [],
    policy: set.resource?.source ?? { type: "key-policy", name: "key policy", version: "2012-10-17", statements: [] },
    policyText: "",
    tags: key?.tags ?? {},
    grants: set.grants,
    spec: (key?.spec as KeySpec | undefined) ?? "SYMMETRIC_DEFAULT",
    usage: (key?.usage as KeyUsage | undefined) ?? "ENCRYPT_DECRYPT",
    origin: (key?.origin as KeyOrigin | undefined) ?? "AWS_KMS",
    multiRegion: key?.multiRegion ?? false,
    multiRegionKeyType: key?.multiRegionKeyType,
    state: "Enabled",
    pendingWindowInDays: 30,
    createdAt: undefined,
    rotationPeriodInDays: undefined,
    dangerousKeyMaterial: () => [],
  };
}
