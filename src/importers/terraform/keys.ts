import { GRANT_OPERATIONS } from "../../catalog/grant-operations.ts";
import { keySpec } from "../../catalog/key-specs.ts";
import { TWO_POLICIES } from "../../estate/knowledge.ts";
import { defaultKeyPolicy, type KeyDraft, type PolicyValue, type UnknownPolicy } from "../draft.ts";
import { type Leaf, textOf } from "../leaf.ts";
import { from } from "../origins.ts";
import { hasUnknown, type Instance, isOpen, placeOf, textAt, wordAt } from "./instance.ts";
import { asList, asMembers, asWord, isMembers, type Members, memberAt, objectsIn, textsIn } from "./members.ts";
import { namesOf, type Writer } from "./writer.ts";

const isNew = ({ life }: Instance): boolean => life === "new" || life === "replacement";

/** A key, with everything but what other resources say of it. */
export function writeKey(writer: Writer, instance: Instance): void {
  const draft = writer.draft.key(writer.arn(instance), ...namesOf(instance)).from(writer.placed(instance));
  const { type, values } = instance;
  const isReplica = type.includes("replica");
  const isExternal = type.includes("external");
  if (isReplica) copyFromPrimary(writer, instance, draft);
  else {
    writeKind(writer, instance, draft);
    const multiRegion = memberAt(values, "multi_region");
    if (multiRegion === true) draft.set("multiRegion", true).set("multiRegionKeyType", "PRIMARY");
    else if (multiRegion === false || multiRegion === null || isAbsent(instance, "multi_region")) draft.seen("multiRegion");
  }
  if (isExternal) draft.set("origin", "EXTERNAL");
  else if (!isReplica && !isOpen(instance, "custom_key_store_id")) writeOrigin(instance, draft);
  writeState(instance, draft, isExternal);
  writeRotation(writer, instance, draft, isReplica || isExternal);
  const description = textAt(instance, "description");
  if (description !== undefined) draft.set("description", description);
  writeTags(instance, (tags) => draft.tags(tags));
  if (isNew(instance)) draft.knows("grants").seen("aliases"); // nobody can have granted or named what is not there yet
  const lets = [instance, ...writer.keyPolicies(writer.arn(instance))].filter(({ life }) => life !== "goes");
  if (lets.some(({ values }) => values.bypass_policy_lockout_safety_check === true)) draft.managed("skipsLockoutCheck", true);
  const replaced = instance.life === "replacement" ? asWord(instance.was?.arn) : undefined;
  if (replaced !== undefined) draft.managed("replaces", replaced);
  const policy = keyPolicy(writer, instance);
  draft.policy(policy);
  if (writer.side === "after") writer.sides.policies.set(instance.id, policy);
  tellSecrets(writer, instance, ["key_material_base64"]);
}

/** An argument that is not written, and that nothing fills but AWS's default. */
const isAbsent = (instance: Instance, name: string): boolean =>
  isNew(instance) && instance.config !== undefined && instance.config.expressions[name] === undefined;

function writeKind(writer: Writer, instance: Instance, draft: KeyDraft): void {
  const isExternal = instance.type.includes("external");
  const specName =
    wordAt(instance, "customer_master_key_spec") ?? wordAt(instance, "key_spec") ?? (isExternal ? "SYMMETRIC_DEFAULT" : undefined);
  const row = specName === undefined ? undefined : keySpec(specName);
  if (specName !== undefined && row === undefined)
    writer.tell("KW806", instance, "customer_master_key_spec", `the key spec ${specName.slice(0, 40)} is not known`);
  if (row !== undefined) draft.set("spec", row.spec);
  const usage = wordAt(instance, "key_usage");
  if (usage === undefined && row?.usages.length === 1) draft.seen("usage");
  else if (usage !== undefined && row !== undefined && (row.usages as readonly string[]).includes(usage)) draft.set("usage", usage);
  else if (usage !== undefined && row !== undefined)
    writer.tell("KW817", instance, "key_usage", `a key of ${row.spec} cannot be for ${usage.slice(0, 40)}`);
}

function writeOrigin({ values }: Instance, draft: KeyDraft): void {
  if (asWord(values.xks_key_id) !== undefined) draft.set("origin", "EXTERNAL_KEY_STORE");
  else if (asWord(values.custom_key_store_id) !== undefined) draft.set("origin", "AWS_CLOUDHSM");
  else draft.seen("origin");
}

/** What a replica shares with its primary key (KMS Developer Guide, "Multi-Region keys", shared properties). */
function copyFromPrimary(writer: Writer, instance: Instance, draft: KeyDraft): void {
  draft.set("multiRegion", true).set("multiRegionKeyType", "REPLICA");
  const [primary, ...more] = writer.primaryKeys(instance);
  const from = wordAt(instance, "key_spec") !== undefined || primary === undefined || more.length > 0 ? instance : primary;
  writeKind(writer, from, draft);
  if (from !== instance && !from.type.includes("external")) writeOrigin(from, draft);
  const period = from === instance ? undefined : rotationOf(from);
  if (period !== undefined) draft.set("rotation", period);
}

function writeState(instance: Instance, draft: KeyDraft, isExternal: boolean): void {
  const { values, life } = instance;
  if (life === "goes") {
    const window = Number(values.deletion_window_in_days ?? values.pending_window_in_days ?? 30);
    draft.set("state", "PendingDeletion");
    if (Number.isInteger(window) && window >= 7 && window <= 30) draft.set("pendingWindowInDays", window);
    return;
  }
  const enabled = memberAt(values, "is_enabled") ?? memberAt(values, "enabled");
  const state = wordAt(instance, "key_state");
  if (isExternal) {
    if (state === "PendingImport" || state === "Enabled" || state === "Disabled") draft.set("state", state);
    else if (isNew(instance) && instance.type === "aws_kms_external_key" && !isOpen(instance, "key_material_base64"))
      draft.set("state", asWord(values.key_material_base64) === undefined ? "PendingImport" : enabled === false ? "Disabled" : "Enabled");
    return;
  }
  if (enabled === true || (enabled === undefined && isAbsent(instance, "enabled") && isAbsent(instance, "is_enabled")))
    draft.set("state", "Enabled");
  else if (enabled === false) draft.set("state", "Disabled");
}

const rotationOf = ({ values }: Instance): boolean | { readonly periodInDays: number } | undefined => {
  const isOn = memberAt(values, "enable_key_rotation") ?? memberAt(values, "key_rotation_enabled");
  if (typeof isOn !== "boolean") return undefined;
  const period = memberAt(values, "rotation_period_in_days");
  return isOn && typeof period === "number" && period >= 90 && period <= 2560 ? { periodInDays: period } : isOn;
};

/** Only keys whose material AWS KMS made are rotated by itself, so that of others `false` is no news. */
function writeRotation(writer: Writer, instance: Instance, draft: KeyDraft, isDerived: boolean): void {
  const rotation = rotationOf(instance);
  const spec = wordAt(instance, "customer_master_key_spec") ?? wordAt(instance, "key_spec") ?? "SYMMETRIC_DEFAULT";
  if (rotation !== undefined && rotation !== false && spec !== "SYMMETRIC_DEFAULT")
    writer.tell("KW817", instance, "enable_key_rotation", `a key of ${spec.slice(0, 40)} is not rotated automatically: AWS refuses it`);
  else if (rotation !== undefined && !(isDerived && rotation === false)) draft.set("rotation", rotation);
  else if (rotation === false || instance.type.includes("external")) draft.set("rotation", undefined);
}

/** Tags with the defaults of the provider, which `tags_all` has. */
export function writeTags(instance: Instance, write: (tags: Readonly<Record<string, Leaf>>) => void): void {
  const { values, unknown } = instance;
  for (const name of ["tags_all", "tags"]) {
    const tags = memberAt(values, name);
    if (hasUnknown(memberAt(unknown, name)) || (tags === undefined && name === "tags")) continue;
    if (Array.isArray(tags)) {
      const pairs = objectsIn(tags).filter((tag) => typeof tag.key === "string" && typeof tag.value === "string"); // as awscc has them
      write(Object.fromEntries(pairs.map(({ key, value }) => [String(key), String(value)])));
      return;
    }
    const isNone = tags === null && (name === "tags_all" || !isNew(instance) || hasNoDefaultTags(instance));
    if (!isMembers(tags) && !isNone) continue;
    const texts = Object.entries(tags ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === "string");
    write(Object.fromEntries(texts));
    return;
  }
}

/** A plan shows `tags_all` as not known where there are no tags at all; provider defaults would be in `tags_all` with their values. */
const hasNoDefaultTags = ({ unknown }: Instance): boolean => memberAt(unknown, "tags_all") === true;

/**
 * The policy of a key: what `aws_kms_key_policy` puts there goes before what the key itself says (Terraform Registry, aws_kms_key_policy); a new key without
 * any has AWS's default, and one that exists keeps what it has.
 */
function keyPolicy(writer: Writer, instance: Instance): PolicyValue | UnknownPolicy {
  const at = placeOf(instance, "policy");
  const others = writer.keyPolicies(writer.arn(instance));
  const own = ownPolicy(writer, instance);
  if (instance.life === "goes") {
    const [left] = others;
    return (left === undefined ? undefined : policyFrom(writer, left, instance)) ?? own ?? defaultOf(writer, instance);
  }
  const setting = others.filter(({ life }) => life !== "goes");
  const [first, ...more] = setting;
  if (first !== undefined) {
    const value = policyFrom(writer, first, instance) ?? defaultOf(writer, instance);
    const rivals = [...more.map((one) => policyFrom(writer, one, instance)), ...(isWritten(instance) && own !== undefined ? [own] : [])];
    const rival = rivals.find((one) => JSON.stringify(one) !== JSON.stringify(value));
    if (rival === undefined) return value;
    const why = `${TWO_POLICIES}: ${first.address} and ${more[0]?.address ?? instance.address} both set it, and overwrite each other`;
    writer.sides.tell("KW807", at, `${instance.id} has ${why}`, "keep one of them");
    return writer.sides.policyUnknown(instance.id, why, at);
  }
  const [gone] = others;
  if (gone !== undefined && !isChanged(instance)) {
    if (gone.values.bypass_policy_lockout_safety_check === true) return policyFrom(writer, gone, instance) ?? defaultOf(writer, instance);
    writer.sides.facts.push(`${gone.address} is deleted: ${instance.address} gets AWS's default key policy back`);
    return defaultOf(writer, instance);
  }
  if (own !== undefined) return own;
  if (isNew(instance)) return defaultOf(writer, instance);
  return writer.sides.policyUnknown(instance.id, "the document does not show it", at);
}

/** Whether the key's own code says a policy. Without code, as in a state, it shows what the key has, whoever set it. */
const isWritten = ({ config }: Instance): boolean => config?.expressions.policy !== undefined;

const isChanged = ({ values, was, life }: Instance): boolean => life === "stays" && was !== undefined && was.policy !== values.policy;

/** What the key itself says of its policy; undefined where it says none. */
function ownPolicy(writer: Writer, instance: Instance): PolicyValue | UnknownPolicy | undefined {
  const name = instance.type.startsWith("awscc_") ? "key_policy" : "policy";
  const answer = writer.policies.of(instance, name);
  const was = instance.life === "stays" ? asWord(instance.was?.[name]) : undefined;
  const kept =
    answer.kind === "none" && was !== undefined
      ? writer.policies.at(instance, was, false, undefined, placeOf(instance, name), false)
      : answer;
  return writer.policyValue(kept, "key-policy", instance.id, placeOf(instance, name), was ?? asWord(instance.was?.[name]));
}

function policyFrom(writer: Writer, policy: Instance, key: Instance): PolicyValue | UnknownPolicy | undefined {
  const was = asWord(policy.was?.policy) ?? asWord(key.was?.policy);
  return writer.policyValue(writer.policies.of(policy, "policy"), "key-policy", policy.id, placeOf(policy, "policy"), was);
}

function defaultOf(writer: Writer, instance: Instance): PolicyValue {
  const { account, region } = writer.homes.of(instance);
  return defaultKeyPolicy(account, textOf(region) ?? "");
}

export function writeAlias(writer: Writer, instance: Instance): void {
  if (instance.life === "goes") return;
  const arn = writer.keyArn(instance, "target_key_id");
  const name = wordAt(instance, "name") ?? wordAt(instance, "alias_name");
  if (arn === undefined) {
    writer.undecided(instance, "target_key_id", "which key it is for is known after apply");
    return;
  }
  writer.draft.key(arn).alias(name ?? writer.attributes.symbol(instance, "name", "string", textAt(instance, "name_prefix") ?? "alias/"));
  if (name !== undefined) writer.draft.key(arn, name);
}

const OPERATIONS: ReadonlySet<string> = new Set(GRANT_OPERATIONS);

/** Terraform Registry, aws_kms_grant: all arguments force a replacement. */
export function writeGrant(writer: Writer, instance: Instance): undefined {
  if (instance.life === "goes") return;
  const { values, unknown } = instance;
  const key = writer.keyArn(instance, "key_id");
  const lost = (name: string, what: string): undefined => {
    if (key !== undefined) writer.draft.key(key).knows("grants", "some");
    writer.undecided(instance, name, what);
  };
  if (key === undefined) return lost("key_id", "which key the grant is on is known after apply");
  if (hasUnknown(memberAt(unknown, "operations")) || hasUnknown(memberAt(unknown, "constraints")))
    return lost("constraints", "what the grant allows is known after apply");
  const operations = textsIn(values.operations).filter((operation) => OPERATIONS.has(operation));
  if (operations.length < asList(values.operations).length)
    writer.tell("KW818", instance, "operations", "some operations of the grant are not known");
  const grantee = who(writer, instance, "grantee_principal");
  if (grantee === undefined) return lost("grantee_principal", "whom the grant is for is not told");
  if (/\.amazonaws\.com(?:\.cn)?$/.test(textOf(grantee) ?? ""))
    writer.tell(
      "KW817",
      instance,
      "grantee_principal",
      "AWS KMS refuses a grant whose grantee is a service principal",
      "name a role, or allow the service in the key policy",
    );
  const [constraint] = objectsIn(values.constraints);
  const id = wordAt(instance, "grant_id");
  const grant = {
    id: id ?? instance.id,
    name: wordAt(instance, "name"),
    grantee,
    operations,
    constraints: constraint === undefined ? undefined : constraintsOf(constraint),
    retiring: who(writer, instance, "retiring_principal"),
  };
  writer.draft.key(key).grant(from(grant, writer.placed(instance)));
  return undefined;
}

function constraintsOf(constraint: Members): Members | undefined {
  const pairs = [
    ["EncryptionContextEquals", constraint.encryption_context_equals],
    ["EncryptionContextSubset", constraint.encryption_context_subset],
  ].filter(([, map]) => isMembers(map) && Object.keys(map).length > 0);
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}

function who(writer: Writer, instance: Instance, name: string): Leaf | undefined {
  const value = wordAt(instance, name);
  if (value !== undefined) return value;
  if (!isOpen(instance, name)) return undefined;
  const [leaf] = writer.policies.leaves(instance, `/${name}`, [null], [true], instance.config?.expressions[name], "principal");
  return leaf;
}

/** Arguments that hold secrets in clear text. A grant token is of no use for long. */
function tellSecrets(writer: Writer, instance: Instance, names: readonly string[]): void {
  for (const name of names)
    if (wordAt(instance, name) !== undefined)
      writer.tell(
        "KW815",
        instance,
        name,
        `\`${name}\` is in the document in clear text`,
        "whoever may read the plan or state may read it",
      );
}

/** What holds secrets and says nothing of access to keys. */
export function writeSecrets(writer: Writer, instance: Instance): void {
  const names = ["plaintext", "key_store_password", "xks_proxy_authentication_credential", "secret"];
  const blocks = [...objectsIn(instance.values.xks_proxy_authentication_credential), ...objectsIn(asMembers(instance.values).secret)];
  if (names.some((name) => wordAt(instance, name) !== undefined) || blocks.length > 0 || isMembers(instance.values.plaintext))
    writer.tell("KW815", instance, "", "a secret is in the document in clear text", "whoever may read the plan or state may read it");
}
