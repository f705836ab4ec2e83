import type { KeyOrigin } from "../catalog/key-specs.ts";
import type { Policy } from "../iam/policy.ts";
import type { PrincipalFacts } from "../iam/request.ts";
import type { Estate, WorldKey, WorldPrincipal } from "./estate.ts";
import type { World } from "./world.ts";

/** Members that are told, or not there at all. */
type Told<T> = Required<Pick<T, RequiredIn<T>>> & { readonly [K in keyof T]?: Exclude<T[K], undefined> };
type RequiredIn<T> = { [K in keyof T]-?: undefined extends T[K] ? never : K }[keyof T];
type NamedText = { readonly name: string; readonly document: string };

/**
 * What an embedded KMS starts with (`createKms`), out of a world: plain data, every name resolved, policies as their texts. `left` tells in words what
 * such a start cannot bring about.
 */
export function kmsSeed({ estate }: World) {
  const fit = estate.keys.filter(({ origin }) => isHere(origin));
  return {
    world: {
      ...(estate.account !== undefined && { account: estate.account }),
      ...(estate.region !== undefined && { region: estate.region }),
      accounts: accountsOf(estate),
      principals: Object.fromEntries(estate.principals.map((principal) => [principal.name, principalOf(principal, estate)])),
      keys: Object.fromEntries(fit.map((key) => [key.name, keyOf(key)])),
    },
    left: [
      ...estate.keys.flatMap(leftOf),
      ...estate.endpoints.filter(({ policy }) => policy).map(({ name }) => `the policy of the VPC endpoint ${name}`),
    ],
  };
}

type Here = Exclude<KeyOrigin, "AWS_CLOUDHSM" | "EXTERNAL_KEY_STORE">;
const isHere = (origin: KeyOrigin): origin is Here => origin === "AWS_KMS" || origin === "EXTERNAL";

/** A policy that has no text of its own is one of a level without any: FullAWSAccess. */
const named = ({ policyTexts }: Estate, policy: Policy): NamedText => ({ name: policy.name, document: policyTexts.get(policy) ?? "" });

function accountsOf(estate: Estate) {
  const levels = (policies: readonly (readonly Policy[])[]) => policies.map((level) => level.map((policy) => named(estate, policy)));
  const members = [...(estate.organization?.members ?? [])];
  return Object.fromEntries(
    members.map(([id, { serviceControl, resourceControl }]) => [
      id,
      { serviceControl: levels(serviceControl), resourceControl: levels(resourceControl) },
    ]),
  );
}

function principalOf({ facts, account, policies, boundary, session }: WorldPrincipal, estate: Estate) {
  const texts = (list: readonly Policy[]) => list.map((policy) => named(estate, policy));
  const { organization } = estate;
  const home = organization?.members.get(account);
  return {
    ...(facts as Told<PrincipalFacts>),
    policies: texts(policies),
    ...(boundary !== undefined && { boundary: named(estate, boundary) }),
    ...(session !== undefined && { sessionPolicies: texts(session) }),
    ...(home !== undefined && organization !== undefined && { orgId: organization.id }),
    ...(home?.orgPath !== undefined && { orgPath: home.orgPath }),
    ...(organization?.managementAccount === account && { managementAccount: true }),
  };
}

function keyOf(key: WorldKey) {
  const { arn, aliases, policyText, description, tags, grants, spec, usage, origin, state, managedBy, multiRegionKeyType } = key;
  const material = key.dangerousKeyMaterial().at(-1);
  return {
    arn,
    aliases,
    policy: { name: "key policy", document: policyText },
    description,
    tags,
    grants: grants.map(({ GrantToken, KeyId, ...grant }) => grant),
    spec,
    usage,
    origin: origin as Here,
    enabled: state !== "Disabled",
    managedBy,
    ...(multiRegionKeyType !== undefined && { multiRegion: multiRegionKeyType }),
    ...(material !== undefined && { material }),
  };
}

/** KMS keeps a key in a custom key store by other means, and brings about its own states, rotations and tokens. */
function leftOf({ name, origin, state, rotationPeriodInDays, grants, dangerousKeyMaterial }: WorldKey): readonly string[] {
  if (!isHere(origin)) return [`the key ${name}, whose origin is ${origin}`];
  return [
    ...(state === "Enabled" || state === "Disabled" ? [] : [`the state ${state} of the key ${name}`]),
    ...(rotationPeriodInDays === undefined ? [] : [`the rotation of the key ${name}`]),
    ...(dangerousKeyMaterial().length > 1 ? [`the earlier key material of the key ${name}`] : []),
    ...(grants.some(({ GrantToken }) => GrantToken !== undefined) ? [`grant tokens of the key ${name}`] : []),
  ];
}
