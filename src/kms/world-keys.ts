import { awsManagedPolicyText, isAwsAlias, ROTATION_DAYS } from "../catalog/aws-managed-keys.ts";
import { defaultKeyPolicyText } from "../catalog/default-key-policy.ts";
import { algorithmsFor, keySpec } from "../catalog/key-specs.ts";
import { importMaterial } from "../crypto/perform.ts";
import { parseArn } from "../iam/arn.ts";
import { parsePolicy } from "../iam/parse/parse.ts";
import type { GrantRecord } from "./grants/grant.ts";
import { isGrantId, newGrantId, newKeyId } from "./ids.ts";
import { missing } from "./imported.ts";
import { type Key, keyArn, type Material } from "./key.ts";
import { isSpecSupported, newMaterial } from "./materials.ts";
import type { Ports } from "./ports.ts";
import { aliasArn, type Change, type Home } from "./state.ts";
import type { KmsWorld, WorldGrant, WorldKey } from "./world.ts";
import { InvalidWorldError, policyText } from "./world-callers.ts";
import { isToldUsable, rotationOf, stateMembers } from "./world-key-state.ts";

/** The keys of a world as changes of an empty state, and the ARN of each by its short name. */
export function seedKeys(
  world: KmsWorld,
  home: Home,
  ports: Ports,
): { readonly changes: readonly Change[]; readonly arns: Readonly<Record<string, string>> } {
  const seeded = Object.entries(world.keys ?? {}).map(([name, told]) => [name, seedKey(name, told, home, ports)] as const);
  return {
    changes: withSharedMaterial(
      seeded.flatMap(([, { changes }]) => changes),
      new Set(seeded.flatMap(([name, { arn }]) => (world.keys?.[name]?.state === "PendingImport" ? [arn] : []))),
    ),
    arns: Object.fromEntries(seeded.map(([name, { arn }]) => [name, arn])),
  };
}

/** Related multi-Region keys have one material (KMS Developer Guide, "Multi-Region keys"): that of the primary key, or else of the first told. */
function withSharedMaterial(changes: readonly Change[], waiting: ReadonlySet<string>): readonly Change[] {
  const shared = new Map<string, Key>();
  for (const change of changes) {
    if (change.kind !== "put-key" || change.key.multiRegion === undefined) continue;
    const related = `${change.key.account} ${change.key.id}`;
    const first = shared.get(related);
    if (first === undefined || first.materials.length === 0 || change.key.multiRegion.type === "PRIMARY") shared.set(related, change.key);
  }
  return changes.map((change) => {
    const first = change.kind === "put-key" ? shared.get(`${change.key.account} ${change.key.id}`) : undefined;
    if (change.kind !== "put-key" || first === undefined) return change;
    const materials = waiting.has(change.key.arn) ? first.materials.map(missing) : first.materials;
    return { kind: "put-key", key: { ...change.key, materials, rotation: first.rotation } };
  });
}

function seedKey(name: string, told: WorldKey, home: Home, ports: Ports): { readonly arn: string; readonly changes: readonly Change[] } {
  const now = ports.now();
  const key = makeKey(name, told, home, ports, told.createdAt ?? now);
  const aliases = (told.aliases ?? []).map((alias): Change => {
    const arn = aliasArn(key, alias);
    return {
      kind: "put-alias",
      alias: {
        arn,
        name: alias,
        partition: key.partition,
        account: key.account,
        region: key.region,
        keyArn: key.arn,
        createdAt: now,
        updatedAt: now,
      },
    };
  });
  const grants = (told.grants ?? []).map((grant): Change => ({ kind: "put-grant", grant: makeGrant(grant, key, now, ports) }));
  return { arn: key.arn, changes: [{ kind: "put-key", key }, ...aliases, ...grants] };
}

function makeKey(name: string, told: WorldKey, home: Home, ports: Ports, createdAt: number): Key {
  const arn = told.arn === undefined ? undefined : parseArn(told.arn);
  if (told.arn !== undefined && !(arn?.service === "kms" && arn.resource.startsWith("key/")))
    throw new InvalidWorldError(`key ${name}: ${told.arn} is no key ARN`);
  const at = {
    partition: arn?.partition ?? home.partition,
    account: arn?.account ?? told.account ?? home.account,
    region: arn?.region ?? told.region ?? home.region,
  };
  const id = arn?.resource.slice("key/".length) ?? told.id ?? newKeyId(told.multiRegion !== undefined, ports.randomBytes);
  const { spec = "SYMMETRIC_DEFAULT", origin = "AWS_KMS" } = told;
  const usage = told.usage ?? keySpec(spec)?.usages[0] ?? "ENCRYPT_DECRYPT";
  if (!isSpecSupported(spec)) throw new InvalidWorldError(`key ${name}: kmsward has no keys of spec ${spec} yet`);
  if (algorithmsFor({ spec, usage }).length === 0) throw new InvalidWorldError(`key ${name}: a key of spec ${spec} is not for ${usage}`);
  return {
    ...at,
    arn: keyArn(at, id),
    id,
    manager: told.managedBy === "aws" ? "AWS" : "CUSTOMER",
    createdAt,
    description: told.description ?? "",
    spec,
    usage,
    origin,
    policy: keyPolicy(name, told, at),
    tags: Object.entries(told.tags ?? {}).map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
    aliases: [],
    ...stateMembers(told, ports.now()),
    multiRegion: told.multiRegion && { type: told.multiRegion, primaryRegion: told.primaryRegion ?? at.region },
    materials: seedMaterial(name, told, { spec, id, origin }, ports),
    rotation: rotationOf(
      told.managedBy === "aws" && spec === "SYMMETRIC_DEFAULT" ? { ...told, rotationPeriodInDays: ROTATION_DAYS } : told,
      createdAt,
    ),
    onDemandRotations: origin === "EXTERNAL" ? (told.earlierMaterial?.length ?? 0) : 0,
  };
}

/** Imported keys have no material until it is imported, or told. */
function seedMaterial(name: string, told: WorldKey, key: Pick<Key, "spec" | "id" | "origin">, ports: Ports): readonly Material[] {
  const { material, earlierMaterial = [] } = told;
  if (earlierMaterial.length > 0 && (key.spec !== "SYMMETRIC_DEFAULT" || material === undefined))
    throw new InvalidWorldError(`key ${name}: only a symmetric encryption key whose material is told has earlier material`);
  if (material === undefined && key.origin === "EXTERNAL" && !isToldUsable(told)) return [];
  const secrets = [...earlierMaterial, material].map((bytes) => {
    if (bytes === undefined) return newMaterial(key.spec, key.id, ports);
    const imported = importMaterial({ spec: key.spec, keyId: key.id, bytes });
    if (!imported.ok) throw new InvalidWorldError(`key ${name}: its material does not fit ${key.spec}`);
    return imported.value;
  });
  const { createdAt: rotatedAt = ports.now() } = told; // when each rotation was, nobody told
  const rotationType = key.origin === "EXTERNAL" ? "ON_DEMAND" : "AUTOMATIC";
  const materials = secrets.map(
    (secret, i): Material => ({
      id: secret.id,
      secret,
      state: i === secrets.length - 1 ? "CURRENT" : "NON_CURRENT",
      ...(i > 0 && { rotatedAt, rotationType }),
    }),
  );
  return told.state === "PendingImport" ? materials.map(missing) : materials;
}

function keyPolicy(name: string, told: WorldKey, home: Home): string {
  if (told.policy === undefined) return told.managedBy === "aws" ? managedPolicy(name, told, home) : defaultKeyPolicyText(home);
  const { text } = policyText(told.policy);
  const { policy, diagnostics } = parsePolicy(text, { type: "key-policy", name: `key policy of ${name}` });
  if (policy === undefined)
    throw new InvalidWorldError(
      `the policy of key ${name} cannot be read`,
      diagnostics.filter(({ severity }) => severity === "error"),
    );
  return text;
}

/** The policy of an AWS managed key is its service's, which its alias names. */
function managedPolicy(name: string, { aliases }: WorldKey, home: Home): string {
  const alias = aliases?.find(isAwsAlias);
  if (alias === undefined) throw new InvalidWorldError(`key ${name}: an AWS managed key has an alias \`alias/aws/SERVICE\`, or a policy`);
  return awsManagedPolicyText(alias, home);
}

/** An id that is none of AWS's form is a short name of the world: two keys may have a grant of the same, and it is listed as the grant's name. */
const makeGrant = (told: WorldGrant, key: Key, now: number, ports: Ports): GrantRecord => ({
  id: told.GrantId !== undefined && isGrantId(told.GrantId) ? told.GrantId : newGrantId(ports.randomBytes),
  keyArn: key.arn,
  name: told.Name ?? (told.GrantId === undefined || isGrantId(told.GrantId) ? undefined : told.GrantId),
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
});
