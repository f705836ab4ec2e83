import { nearest } from "../base/nearest.ts";
import { shown } from "../base/text.ts";
import type { KmsWorld, WorldAccount, WorldEndpoint, WorldGrant, WorldKey, WorldPrincipal } from "./world.ts";
import { InvalidWorldError } from "./world-callers.ts";

/** Every member of a type: the compiler holds the lists to the types. */
type All<T> = Readonly<Record<keyof T, true>>;

// biome-ignore format: a table reads as a table
const WORLD: All<KmsWorld> = { account: true, region: true, partition: true, principals: true, keys: true, accounts: true, endpoints: true, knowsAllPrincipals: true };
// biome-ignore format: a table reads as a table
const PRINCIPAL: All<WorldPrincipal> = {
  arn: true, policies: true, boundary: true, session: true, sessionPolicies: true, endpointPolicy: true, roleArn: true, userArn: true, userId: true, tags: true,
  orgId: true, orgPath: true, serviceLinkedRole: true, managementAccount: true, mfaAgeSeconds: true, sourceIdentity: true, credentials: true,
};
const ACCOUNT: All<WorldAccount> = { orgId: true, orgPath: true, managementAccount: true, serviceControl: true, resourceControl: true };
const ENDPOINT: All<WorldEndpoint> = { id: true, vpc: true, policy: true };
// biome-ignore format: a table reads as a table
const KEY: All<WorldKey> = {
  arn: true, id: true, account: true, region: true, aliases: true, policy: true, description: true, tags: true, grants: true, spec: true, usage: true, origin: true,
  enabled: true, state: true, pendingWindowInDays: true, rotationPeriodInDays: true, managedBy: true, multiRegion: true, primaryRegion: true, createdAt: true,
  material: true, earlierMaterial: true,
};
// biome-ignore format: a table reads as a table
const GRANT: All<WorldGrant> = {
  GrantId: true, Name: true, GranteePrincipal: true, GranteeServicePrincipal: true, Operations: true, Constraints: true, RetiringPrincipal: true,
  RetiringServicePrincipal: true, IssuingAccount: true, GrantToken: true,
};
const CONSTRAINTS: All<NonNullable<WorldGrant["Constraints"]>> = {
  EncryptionContextEquals: true,
  EncryptionContextSubset: true,
  SourceArn: true,
};

/**
 * A member that means nothing is a slip, and what it was meant to say would be missing: a key whose `polic` is not read would get the default policy.
 *
 * @throws {InvalidWorldError}
 */
export function checkMembers(world: KmsWorld): void {
  check("the world", world, WORLD);
  each("principal", world.principals, PRINCIPAL);
  each("account", world.accounts, ACCOUNT);
  each("endpoint", world.endpoints, ENDPOINT);
  each("key", world.keys, KEY, (name, { grants = [] }) => {
    for (const [i, grant] of grants.entries()) {
      check(`grant ${i + 1} of the key ${shown(name)}`, grant, GRANT);
      if (grant.Constraints !== undefined)
        check(`\`Constraints\` of grant ${i + 1} of the key ${shown(name)}`, grant.Constraints, CONSTRAINTS);
    }
  });
}

function each<T extends object>(
  kind: string,
  entries: Readonly<Record<string, T>> | undefined,
  known: Readonly<Record<string, true>>,
  more?: (name: string, entry: T) => void,
): void {
  for (const [name, entry] of Object.entries(entries ?? {})) {
    check(`the ${kind} ${shown(name)}`, entry, known);
    more?.(name, entry);
  }
}

function check(what: string, value: unknown, known: Readonly<Record<string, true>>): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new InvalidWorldError(`${what} is not an object`);
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(known, name)) continue;
    const near = nearest(name, Object.keys(known));
    throw new InvalidWorldError(
      `${what} has an unknown member ${shown(name)}${near === undefined ? "" : `: did you mean ${shown(near)}?`}`,
    );
  }
}
