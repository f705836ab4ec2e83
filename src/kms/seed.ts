import type { Diagnostic } from "../base/diagnostic.ts";
import { shown } from "../base/text.ts";
import { DAY_MS } from "../base/time.ts";
import { ROTATION_DAYS } from "../catalog/aws-managed-keys.ts";
import { importMaterial } from "../crypto/perform.ts";
import type { Estate, WorldKey } from "../estate/estate.ts";
import { InvalidWorldError } from "../estate/invalid-world.ts";
import { parseArn } from "../iam/arn.ts";
import type { Grant } from "../iam/request.ts";
import type { GrantRecord } from "./grants/grant.ts";
import { isGrantId, newGrantId } from "./ids.ts";
import { missing } from "./imported.ts";
import type { Key, Material } from "./key.ts";
import { isSpecSupported, newMaterial } from "./materials.ts";
import type { Ports } from "./ports.ts";
import { aliasArn, type Change } from "./state.ts";

/**
 * What a KMS starts with: the keys of an estate as changes of an empty state, and the ARN of each by its short name. The diagnostics, all of them
 * warnings, are about what such a start cannot bring about. Times that the estate does not have count from now.
 *
 * @throws {InvalidWorldError} for key material that is none.
 */
export type Seed = {
  readonly changes: readonly Change[];
  readonly arns: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
};

export function seedOf(estate: Estate, ports: Ports): Seed {
  assertTold(estate);
  const now = ports.now();
  const told = estate.keys.filter((key) => whyNot(key) === undefined);
  const keys = withSharedMaterial(
    told,
    told.map((key) => makeKey(key, primaryOf(key, estate), ports)),
  );
  return {
    changes: told.flatMap(({ aliases, grants }, i) => {
      const key = keys[i] as Key;
      return [
        { kind: "put-key", key } as const,
        ...aliases.map((name) => putAlias(name, key, now)),
        ...grants.map((grant) => putGrant(grant, key, ports)),
      ];
    }),
    arns: Object.fromEntries(told.map(({ name, arn }) => [name, arn])),
    diagnostics: [...estate.keys.flatMap((key) => leftOf(key, estate)), ...leftOfOrganization(estate)],
  };
}

/** Facts without which there is no key, or none whose policies could be decided. */
const NEEDED = ["policy", "state", "spec", "usage", "origin", "multiRegion", "tags", "aliases"];

/** @throws {InvalidWorldError} for a world that does not tell what a KMS has to have. */
function assertTold({ keys }: Estate): void {
  const faults = keys.flatMap(({ name, at, policy, untold = [], assumes = [] }): readonly Diagnostic[] => {
    const facts = untold.filter((fact) => NEEDED.includes(fact)).map((fact) => `its \`${fact}\``);
    const doubts = (policy.doubtful ?? []).filter(({ doubt }) => !doubt.id.startsWith("grants:")).map(({ doubt }) => doubt.text);
    const open = [...new Set([...facts, ...doubts, ...assumes])];
    if (open.length === 0) return [];
    const message = `the KMS cannot start with the key ${shown(name)}: not known is ${open.join(", ")}`;
    return [{ code: "KW521", severity: "error", message, at, help: "write what is known, or leave the key out" }];
  });
  if (faults.length > 0) throw new InvalidWorldError("the world cannot be started", faults);
}

const TRANSITION_MS = 2000; // as long as the KMS itself takes to replicate a key, or to change its primary Region

function makeKey(told: WorldKey, primary: WorldKey | undefined, ports: Ports): Key {
  const { arn, id, account, region, description, spec, usage, origin, policyText, managedBy, multiRegionKeyType: type } = told;
  const createdAt = told.createdAt ?? ports.now();
  const periodDays = managedBy === "aws" && spec === "SYMMETRIC_DEFAULT" ? ROTATION_DAYS : told.rotationPeriodInDays;
  const materials = materialsOf(told, createdAt, ports);
  return {
    arn,
    id,
    partition: parseArn(arn)?.partition ?? "aws",
    account,
    region,
    manager: managedBy === "aws" ? "AWS" : "CUSTOMER",
    createdAt,
    description,
    spec,
    usage,
    origin,
    policy: policyText,
    tags: Object.entries(told.tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
    aliases: [],
    ...stateMembers(told, ports.now()),
    multiRegion: type && { type, primaryRegion: primary?.region ?? region },
    materials,
    rotation: periodDays === undefined ? undefined : { periodDays, nextAt: createdAt + periodDays * DAY_MS },
    onDemandRotations: origin === "EXTERNAL" ? Math.max(0, materials.length - 1) : 0,
  };
}

/** What an estate says of a key's state, in the members from which the state follows. */
function stateMembers(
  { state, pendingWindowInDays: windowDays }: Pick<WorldKey, "state" | "pendingWindowInDays">,
  now: number,
): Pick<Key, "enabled" | "deletion" | "transition" | "transitionEndsAt"> {
  switch (state) {
    case "Disabled":
      return { enabled: false };
    case "PendingDeletion":
      return { enabled: true, deletion: { state, at: now + windowDays * DAY_MS, windowDays } };
    case "PendingReplicaDeletion":
      return { enabled: true, deletion: { state, windowDays } };
    case "Creating":
    case "Updating":
      return { enabled: true, transition: state, transitionEndsAt: now + TRANSITION_MS };
    default:
      return { enabled: true };
  }
}

/** Imported keys have no material until it is imported, or told; one that is told to be usable has some. */
function materialsOf(told: WorldKey, createdAt: number, ports: Ports): readonly Material[] {
  const { spec, id, origin, state } = told;
  const given = told.dangerousKeyMaterial();
  if (given.length === 0 && state === "PendingImport") return [];
  const secrets =
    given.length === 0
      ? [newMaterial(spec, id, ports)]
      : given
          .map((bytes) => importMaterial({ spec, keyId: id, bytes }))
          .map((imported) => {
            if (imported.ok) return imported.value;
            throw unfitMaterial(told);
          });
  const materials = secrets.map(
    (secret, i): Material => ({
      id: secret.id,
      secret,
      state: i === secrets.length - 1 ? "CURRENT" : "NON_CURRENT",
      ...(i > 0 && { rotatedAt: createdAt, rotationType: origin === "EXTERNAL" ? "ON_DEMAND" : "AUTOMATIC" }), // when each was, nobody told
    }),
  );
  return state === "PendingImport" ? materials.map(missing) : materials;
}

function unfitMaterial({ name, spec, at }: WorldKey): InvalidWorldError {
  const pointer = `${at.pointer}/dangerousKeyMaterial`;
  const message = `the material of the key ${shown(name)} is none of ${spec}`;
  return new InvalidWorldError("the world cannot be started", [{ code: "KW504", severity: "error", message, at: { ...at, pointer } }]);
}

/** Related multi-Region keys have one material (KMS Developer Guide, "Multi-Region keys"): that of the primary key, or else of the first told. */
function withSharedMaterial(told: readonly WorldKey[], keys: readonly Key[]): readonly Key[] {
  const shared = new Map<string, Key>();
  for (const key of keys) {
    if (key.multiRegion === undefined) continue;
    const related = `${key.account} ${key.id}`;
    const first = shared.get(related);
    if (first === undefined || first.materials.length === 0 || key.multiRegion.type === "PRIMARY") shared.set(related, key);
  }
  return keys.map((key, i) => {
    const first = shared.get(`${key.account} ${key.id}`);
    if (first === undefined) return key;
    const materials = told[i]?.state === "PendingImport" ? first.materials.map(missing) : first.materials;
    return { ...key, materials, rotation: first.rotation };
  });
}

const putAlias = (name: string, key: Key, now: number): Change => ({
  kind: "put-alias",
  alias: {
    arn: aliasArn(key, name),
    name,
    partition: key.partition,
    account: key.account,
    region: key.region,
    keyArn: key.arn,
    createdAt: now,
    updatedAt: now,
  },
});

/** An id that is none of AWS's form is a short name of the world: two keys may have a grant of the same, and it is listed as the grant's name. */
function putGrant(told: Grant, key: Key, ports: Ports): Change {
  const isId = isGrantId(told.GrantId);
  const now = ports.now();
  const grant: GrantRecord = {
    id: isId ? told.GrantId : newGrantId(ports.randomBytes),
    keyArn: key.arn,
    name: told.Name ?? (isId ? undefined : told.GrantId),
    issuingAccount: told.IssuingAccount ?? `arn:${key.partition}:iam::${key.account}:root`,
    createdAt: now,
    effectiveAt: now,
    granteePrincipal: told.GranteePrincipal,
    granteeServicePrincipal: told.GranteeServicePrincipal,
    retiringPrincipal: told.RetiringPrincipal,
    retiringServicePrincipal: told.RetiringServicePrincipal,
    operations: told.Operations,
    constraints: told.Constraints,
    ...(told.GrantToken !== undefined && { ownToken: told.GrantToken }),
  };
  return { kind: "put-grant", grant };
}

/** The primary key of a replica: related keys have one id (KMS Developer Guide, "Multi-Region keys"). */
const primaryOf = ({ id, account, multiRegionKeyType }: WorldKey, { keys }: Estate): WorldKey | undefined =>
  multiRegionKeyType === "REPLICA"
    ? keys.find((other) => other.multiRegionKeyType === "PRIMARY" && other.id === id && other.account === account)
    : undefined;

/** Why a key cannot be in this process; undefined where it can. */
function whyNot({ origin, spec }: WorldKey): { readonly why: string; readonly help?: string } | undefined {
  if (origin === "AWS_CLOUDHSM" || origin === "EXTERNAL_KEY_STORE") {
    const help = "make the store by CreateCustomKeyStore and the key by CreateKey";
    return { why: `its origin is ${origin}, in a custom key store`, help };
  }
  return isSpecSupported(spec) ? undefined : { why: `it has no cryptography for ${spec}` };
}

function leftOf(key: WorldKey, estate: Estate): readonly Diagnostic[] {
  const { name, at, multiRegionKeyType, region } = key;
  const left = whyNot(key);
  if (left !== undefined) return [warning(at, `the KMS starts without the key ${shown(name)}: ${left.why}`, left.help)];
  if (multiRegionKeyType !== "REPLICA" || primaryOf(key, estate) !== undefined) return [];
  return [warning(at, `the primary key of the replica ${shown(name)} is not in the world: the KMS takes it to be in ${region} too`)];
}

function leftOfOrganization({ organization }: Estate): readonly Diagnostic[] {
  if (organization === undefined || [...organization.members.values()].every(({ orgPath }) => orgPath !== undefined)) return [];
  const message =
    "the root or a unit has no id: the KMS refuses what hangs on aws:PrincipalOrgPaths or aws:ResourceOrgPaths of what is below";
  return [warning(organization.at, message, "give `rootId`, and the `id` of each unit")];
}

const warning = (at: Diagnostic["at"], message: string, help?: string): Diagnostic => ({
  code: "KW520",
  severity: "warning",
  message,
  at,
  ...(help !== undefined && { help }),
});
