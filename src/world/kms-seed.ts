import type { Diagnostic } from "../base/diagnostic.ts";
import { shown } from "../base/text.ts";
import type { KeyOrigin } from "../catalog/key-specs.ts";
import type { KeyState } from "../catalog/key-states.ts";
import type { Estate, WorldKey, WorldPrincipal } from "../estate/estate.ts";
import { WorldLookup } from "../estate/lookup.ts";
import type { World } from "../estate/world.ts";
import type { Policy } from "../iam/policy.ts";
import type { PrincipalFacts } from "../iam/request.ts";

/** Members that are told, or not there at all. */
type Told<T> = Required<Pick<T, RequiredIn<T>>> & { readonly [K in keyof T]?: Exclude<T[K], undefined> };
type RequiredIn<T> = { [K in keyof T]-?: undefined extends T[K] ? never : K }[keyof T];
type NamedText = { readonly name: string; readonly document: string };

/**
 * What an embedded KMS starts with (`createKms`), out of a world: plain data, every name resolved, policies as their texts. The diagnostics, all of
 * them warnings, tell what such a start cannot bring about.
 */
export function kmsSeed({ estate }: World) {
  const lookup = new WorldLookup(estate);
  const fit = estate.keys.filter(({ origin }) => isHere(origin));
  return {
    world: {
      ...(estate.account !== undefined && { account: estate.account }),
      ...(estate.region !== undefined && { region: estate.region }),
      accounts: accountsOf(estate),
      principals: Object.fromEntries(estate.principals.map((principal) => [principal.name, principalOf(principal, estate, lookup)])),
      endpoints: Object.fromEntries(
        estate.endpoints.map(({ name, id, vpc, policy }) => [
          name,
          { id, ...(vpc !== undefined && { vpc }), ...(policy !== undefined && { policy: named(estate, policy) }) },
        ]),
      ),
      keys: Object.fromEntries(fit.map((key) => [key.name, keyOf(key, primaryOf(key, estate))])),
    },
    diagnostics: [...estate.keys.flatMap((key) => leftOf(key, estate)), ...leftOfOrganization(estate)],
  };
}

type Here = Exclude<KeyOrigin, "AWS_CLOUDHSM" | "EXTERNAL_KEY_STORE">;
const isHere = (origin: KeyOrigin): origin is Here => origin === "AWS_KMS" || origin === "EXTERNAL";

/** A policy that has no text of its own is one of a level without any: FullAWSAccess. */
const named = ({ policyTexts }: Estate, policy: Policy): NamedText => ({ name: policy.name, document: policyTexts.get(policy) ?? "" });

function accountsOf(estate: Estate) {
  const levels = (policies: readonly (readonly Policy[])[]) => policies.map((level) => level.map((policy) => named(estate, policy)));
  const { organization } = estate;
  if (organization === undefined) return {};
  return Object.fromEntries(
    [...organization.members].map(([id, { orgPath, serviceControl, resourceControl }]) => [
      id,
      {
        orgId: organization.id,
        ...(orgPath !== undefined && { orgPath }),
        ...(organization.managementAccount === id && { managementAccount: true }),
        serviceControl: levels(serviceControl),
        resourceControl: levels(resourceControl),
      },
    ]),
  );
}

/** With what it has from its role, or from the user behind it, as the world itself reads them. */
function principalOf({ facts, name, policies, boundary, session, credentials }: WorldPrincipal, estate: Estate, lookup: WorldLookup) {
  const asker = lookup.asker(name);
  const entries = asker.ok ? asker.value.entries : [{ policies, boundary, session }];
  const limit = entries.find((entry) => entry.boundary !== undefined)?.boundary;
  const limits = entries.find((entry) => entry.session !== undefined)?.session;
  const key = credentials();
  return {
    ...((asker.ok ? asker.value.facts : facts) as Told<PrincipalFacts>),
    policies: entries.flatMap((entry) => entry.policies.map((policy) => named(estate, policy))),
    ...(limit !== undefined && { boundary: named(estate, limit) }),
    ...(limits !== undefined && { sessionPolicies: limits.map((policy) => named(estate, policy)) }),
    ...(key !== undefined && { credentials: key }),
  };
}

function keyOf(key: WorldKey, primary: WorldKey | undefined) {
  const { arn, aliases, policyText, description, tags, grants, spec, usage, origin, state, managedBy, multiRegionKeyType } = key;
  const materials = key.dangerousKeyMaterial();
  const material = materials.at(-1);
  return {
    arn,
    aliases,
    policy: { name: "key policy", document: policyText },
    description,
    tags,
    grants: grants.map(({ KeyId, ...grant }) => grant),
    spec,
    usage,
    origin: origin as Here,
    state: state as Exclude<KeyState, "Unavailable">, // which only keys in custom key stores are in
    pendingWindowInDays: key.pendingWindowInDays,
    managedBy,
    ...(key.rotationPeriodInDays !== undefined && { rotationPeriodInDays: key.rotationPeriodInDays }),
    ...(multiRegionKeyType !== undefined && { multiRegion: multiRegionKeyType }),
    ...(primary !== undefined && { primaryRegion: primary.region }),
    ...(material !== undefined && { material, earlierMaterial: materials.slice(0, -1) }),
  };
}

/** The primary key of a replica: related keys have one id (KMS Developer Guide, "Multi-Region keys"). */
const primaryOf = ({ id, account, multiRegionKeyType }: WorldKey, { keys }: Estate): WorldKey | undefined =>
  multiRegionKeyType === "REPLICA"
    ? keys.find((other) => other.multiRegionKeyType === "PRIMARY" && other.id === id && other.account === account)
    : undefined;

function leftOf(key: WorldKey, estate: Estate): readonly Diagnostic[] {
  const { name, at, origin } = key;
  if (!isHere(origin)) {
    const help = "make the store by CreateCustomKeyStore and the key by CreateKey";
    return [warning(at, `the KMS starts without the key ${shown(name)}: its origin is ${origin}, in a custom key store`, help)];
  }
  if (key.multiRegionKeyType !== "REPLICA" || primaryOf(key, estate) !== undefined) return [];
  return [warning(at, `the primary key of the replica ${shown(name)} is not in the world: the KMS takes it to be in ${key.region} too`)];
}

function leftOfOrganization({ organization }: Estate): readonly Diagnostic[] {
  if (organization === undefined || [...organization.members.values()].every(({ orgPath }) => orgPath !== undefined)) return [];
  const message =
    "the root or a unit has no id: calls to the KMS carry neither aws:PrincipalOrgPaths nor aws:ResourceOrgPaths for what is below";
  return [warning(organization.at, message, "tell `rootId`, and the `id` of each unit")];
}

const warning = (at: Diagnostic["at"], message: string, help?: string): Diagnostic => ({
  code: "KW520",
  severity: "warning",
  message,
  at,
  ...(help !== undefined && { help }),
});
