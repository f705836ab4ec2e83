import { fail, ok } from "../../base/result.ts";
import { SECOND_MS } from "../../base/time.ts";
import { defaultKeyPolicyText } from "../../catalog/default-key-policy.ts";
import { partitionOf } from "../../catalog/regions.ts";
import { onKey } from "../checks.ts";
import { error, type KmsError, refuse, wrongOrigin } from "../errors.ts";
import { uuid } from "../ids.ts";
import { changed, missing, settled } from "../imported.ts";
import * as member from "../input.ts";
import { type Key, keyArn, type Tag } from "../key.ts";
import { checkKeyPolicy } from "../key-policy.ts";
import { metadataOf } from "../metadata.ts";
import { type Anywhere, type Check, type Ended, type LocatedKey, operation, type RequestContext } from "../operation.ts";
import { hasAllKeys } from "../quotas.ts";
import { resolveKey } from "../resolve.ts";
import { State } from "../state.ts";
import { checkTags, tagContext, tagsOf } from "../tag-rules.ts";

/**
 * Multi-Region keys (KMS Developer Guide, "Multi-Region keys in AWS KMS"): related keys have one key id, material, spec, usage, origin and rotation, and
 * each its own ARN, policy, grants, aliases, tags, description and state.
 */

/** AWS tells "a few seconds" only. */
const TRANSITION_MS = 2 * SECOND_MS;

const region = () => member.text(1, 32, String.raw`^([a-z]+-){2,3}\d+$`);

type ReplicateInput = {
  readonly ReplicaRegion: string;
  readonly Policy?: string | undefined;
  readonly BypassPolicyLockoutSafetyCheck?: boolean | undefined;
  readonly Description: string;
  readonly Tags?: readonly Tag[] | undefined;
};

/** What making a key needs, in the Region of the replica: identity policies alone can allow it. */
const inReplicaRegion: Check<Anywhere> = {
  action: "kms:CreateKey",
  locate: (input) => ok({ kind: "*", region: (input as ReplicateInput).ReplicaRegion }),
};

const tagsInReplicaRegion: Check<Anywhere | undefined> = {
  action: "kms:TagResource",
  locate: (input) => {
    const { Tags, ReplicaRegion } = input as ReplicateInput;
    return ok(Tags !== undefined && Tags.length > 0 ? { kind: "*", region: ReplicaRegion } : undefined);
  },
};

export type ReplicateKeyReply = {
  readonly ReplicaKeyMetadata: ReturnType<typeof metadataOf>;
  readonly ReplicaPolicy: string;
  readonly ReplicaTags?: readonly Tag[]; // absent where none were given (recorded)
};

/** KMS API Reference, ReplicateKey. */
export const ReplicateKey = operation({
  name: "ReplicateKey",
  input: member.request({
    KeyId: member.keyId(),
    ReplicaRegion: region(),
    Policy: member.policyText().optional(),
    BypassPolicyLockoutSafetyCheck: member.flag(),
    Description: member.text(0, 8192).default(""),
    Tags: member.tags().optional(),
  }),
  checks: { primary: onKey("kms:ReplicateKey", "KeyId", "id or ARN"), replica: inReplicaRegion, tags: tagsInReplicaRegion },
  context: (input, role, found) =>
    role === "primary" ? { keys: { "kms:ReplicaRegion": input.ReplicaRegion } } : contextOfReplica(input, found.primary.key),
  validate: (input, found) =>
    checkRegion(input.ReplicaRegion, found.primary.key) ?? checkTags(input.Tags ?? []) ?? checkIsNoReplica(found.primary.key),
  run: ({ input, found, now, state, wouldAllow, knowsPrincipal }, ports): Ended<ReplicateKeyReply> => {
    const primary = found.primary.key;
    if (primary.multiRegion?.type !== "PRIMARY")
      return refuse("UnsupportedOperationException", `${primary.arn} is not a multi-region primary key.`);
    const related = state.related(primary);
    if (related.some((other) => other.region === input.ReplicaRegion)) return ONE_REPLICA;
    const replica = makeReplica(primary, input, now);
    if (hasAllKeys(replica, state)) return refuse("LimitExceededException");
    const bypass = input.BypassPolicyLockoutSafetyCheck;
    const fault = input.Policy === undefined ? undefined : checkKeyPolicy({ key: replica, bypass, wouldAllow, knowsPrincipal });
    if (fault !== undefined) return fail(fault);
    const after = settled([...related, replica]);
    const reply = {
      ReplicaKeyMetadata: metadataAmong(after, replica),
      ReplicaPolicy: replica.policy,
      ...(replica.tags.length > 0 && { ReplicaTags: replica.tags.map((tag) => ({ ...tag })) }),
    };
    const made = {
      name: "CreateKey",
      eventId: uuid(ports.randomBytes),
      on: { kind: "key", key: replica },
      response: { KeyMetadata: reply.ReplicaKeyMetadata },
    } as const;
    return ok({ reply, changes: changed(related, after), elsewhere: made });
  },
  log: {
    parameters: ["KeyId", "ReplicaRegion", "Policy", "BypassPolicyLockoutSafetyCheck", "Description", "Tags"],
    implied: () => ({ BypassPolicyLockoutSafetyCheck: false }),
    response: ({ ReplicaKeyMetadata, ReplicaPolicy }) => ({ ReplicaKeyMetadata, ReplicaPolicy }),
  },
});

/** Of a replica that is still being made this is said before its state is looked at (rule kms.replicas.creating). */
const checkIsNoReplica = ({ arn, multiRegion, transition }: Key): KmsError | undefined =>
  multiRegion?.type === "REPLICA" && transition === "Creating"
    ? error("UnsupportedOperationException", `${arn} is not a multi-region primary key.`)
    : undefined;

const ONE_REPLICA = refuse("AlreadyExistsException", "You can create only one replica of each primary key in each AWS Region.");

/** What CreateKey would tell of such a key. */
const contextOfReplica = (input: ReplicateInput, { spec, usage, origin }: Key): RequestContext => ({
  keys: {
    "kms:KeySpec": spec,
    "kms:CustomerMasterKeySpec": spec,
    "kms:KeyUsage": usage,
    "kms:CustomerMasterKeyUsage": usage,
    "kms:KeyOrigin": origin,
    "kms:MultiRegion": true,
    "kms:MultiRegionKeyType": "REPLICA",
    ...(input.BypassPolicyLockoutSafetyCheck !== undefined && {
      "kms:BypassPolicyLockoutSafetyCheck": input.BypassPolicyLockoutSafetyCheck,
    }),
    ...tagContext(input.Tags),
  },
});

function checkRegion(replica: string, { region: home, partition, multiRegion }: Key): KmsError | undefined {
  const there = partitionOf(replica);
  const invalid = (message: string) => error("ValidationException", message);
  if (there === undefined)
    return invalid(`Region ${replica} is not a valid Region or multi-Region keys are not supported in Region ${replica}.`);
  if (there !== partition) return invalid("The replica key Region must be in the same AWS partition as the primary key Region.");
  if (replica !== home || multiRegion?.type === "REPLICA") return undefined;
  return invalid(`${replica} cannot have a replica because it contains the primary.`);
}

/** What is shared is the primary's; imported material has to be imported here as well. */
function makeReplica(primary: Key, input: ReplicateInput, now: number): Key {
  const home = { partition: primary.partition, account: primary.account, region: input.ReplicaRegion };
  return {
    ...primary,
    ...home,
    arn: keyArn(home, primary.id),
    createdAt: now,
    description: input.Description,
    policy: input.Policy ?? defaultKeyPolicyText(home),
    tags: tagsOf(input.Tags),
    aliases: [],
    enabled: true,
    deletion: undefined,
    transition: "Creating",
    transitionEndsAt: now + TRANSITION_MS,
    multiRegion: { type: "REPLICA", primaryRegion: primary.region },
    materials: primary.origin === "EXTERNAL" ? primary.materials.map(missing) : primary.materials,
  };
}

/** The metadata of a key as they will be when all these are stored. */
function metadataAmong(related: readonly Key[], key: Key): ReturnType<typeof metadataOf> {
  const soon = new State();
  for (const other of related) soon.apply({ kind: "put-key", key: other });
  return metadataOf(soon.key(key.arn) ?? key, soon);
}

/** The related key in the Region that is to have the primary: none where it has it already, or where there is no such key. */
const onSuccessor: Check<LocatedKey | undefined> = {
  action: "kms:UpdatePrimaryRegion",
  locate: (input, site) => {
    const { KeyId, PrimaryRegion } = input as { readonly KeyId: string; readonly PrimaryRegion: string };
    const named = resolveKey(KeyId, "id or ARN", site);
    if (!named.ok) return named;
    const successor = site.state.related(named.value.key).find((key) => key.region === PrimaryRegion && key.arn !== named.value.key.arn);
    return ok(successor && { kind: "key", key: successor });
  },
};

/** KMS API Reference, UpdatePrimaryRegion: asked of the present primary key in its Region, and of the replica to be promoted in its own. */
export const UpdatePrimaryRegion = operation({
  name: "UpdatePrimaryRegion",
  input: member.request({ KeyId: member.keyId(), PrimaryRegion: region() }),
  checks: { primary: onKey("kms:UpdatePrimaryRegion", "KeyId", "id or ARN"), successor: onSuccessor },
  context: ({ PrimaryRegion }) => ({ keys: { "kms:PrimaryRegion": PrimaryRegion } }),
  validate: ({ PrimaryRegion }, { primary: { key }, successor }) => {
    if (key.customKeyStoreId !== undefined) return wrongOrigin(key); // no key of a custom key store has relatives
    if (key.multiRegion?.type !== "PRIMARY") return error("KMSInvalidStateException", `${key.arn} is not a multi-Region primary key.`);
    if (PrimaryRegion === key.region || successor !== undefined) return undefined;
    return error("ValidationException", `${key.id} does not have a replica key in the specified Region.`);
  },
  run: ({ found, now, state }): Ended<object> => {
    const successor = found.successor?.key;
    if (successor === undefined) return ok({ reply: {}, changes: [] }); // it is the primary Region (observed)
    const updating = { transition: "Updating", transitionEndsAt: now + TRANSITION_MS } as const;
    const changes = state.related(successor).map((key) => {
      const type = key.arn === successor.arn ? ("PRIMARY" as const) : ("REPLICA" as const);
      const isMoved = type !== key.multiRegion?.type;
      return {
        kind: "put-key" as const,
        key: { ...key, multiRegion: { type, primaryRegion: successor.region }, ...(isMoved && updating) },
      };
    });
    return ok({ reply: {}, changes });
  },
  log: { parameters: ["KeyId", "PrimaryRegion"] },
});
