import type { Place } from "../../base/diagnostic.ts";
import { ABSENT } from "../../estate/absent.ts";
import type { HeldPolicy, PolicyValue, PrincipalDraft, UnknownPolicy, WorldDraft } from "../draft.ts";
import { identityOf, type Leaf } from "../leaf.ts";
import { hasUnknown, type Instance, isOpen, placeOf, wordAt } from "./instance.ts";
import { writeTags } from "./keys.ts";
import { asList, asWord, memberAt, objectsIn, textsIn } from "./members.ts";
import { namesOf, type Writer } from "./writer.ts";

const isNew = ({ life }: Instance): boolean => life === "new" || life === "replacement";
const isGone = ({ life }: Instance): boolean => life === "goes";

const inlineId = (name: string): string => `inline ${name}`;
const attachedId = (policy: HeldPolicy, instance: Instance): string => {
  if (typeof policy === "string") return `attached ${policy}`;
  return "$assumed" in policy ? `attached ${String(policy.$assumed)}` : `attached ${instance.id}`;
};

/** A role: its trust policy, boundary, tags, and the policies that it lists itself. */
export function writeRole(writer: Writer, instance: Instance): void {
  if (isGone(instance)) {
    absent(writer.draft, writer.arn(instance), namesOf(instance), "deleted");
    return;
  }
  const { values } = instance;
  const principal = writer.draft.principal(writer.arn(instance), ...namesOf(instance)).from(writer.placed(instance));
  const at = placeOf(instance, "assume_role_policy");
  const trust = writer.policyValue(
    writer.policies.of(instance, "assume_role_policy"),
    "trust",
    `${instance.id} (trust policy)`,
    at,
    asWord(instance.was?.assume_role_policy),
  );
  if (trust !== undefined) principal.trust(trust);
  principal.longestSession(instance.values.max_session_duration);
  writePrincipal(writer, instance, principal);
  const unknown = memberAt(instance.unknown, "inline_policy");
  objectsIn(values.inline_policy).forEach((inline, i) => {
    const name = asWord(inline.name);
    if (name === undefined) return;
    const pointer = `/inline_policy/${i}/policy`;
    const [block] = objectsIn(instance.config?.expressions.inline_policy).filter(
      (one, _, all) => all.length === 1 || memberAt(memberAt(one, "name"), "constant_value") === name,
    );
    const answer = writer.policies.at(
      instance,
      inline.policy,
      memberAt(memberAt(unknown, i), "policy"),
      block?.policy,
      instance.at(pointer),
      false,
    );
    const policy = writer.policyValue(answer, "identity", `${instance.id}: ${name}`, instance.at(pointer));
    if (policy !== undefined) principal.policy(inlineId(name), named(name, policy));
  });
  for (const arn of textsIn(values.managed_policy_arns))
    attach(principal, instance, writer.managedPolicyNamed(arn, instance, placeOf(instance, "managed_policy_arns")));
  if (instance.config?.expressions.managed_policy_arns !== undefined && hasUnknown(memberAt(instance.unknown, "managed_policy_arns")))
    for (const target of writer.targets(instance, "managed_policy_arns", ({ type }) => type === "aws_iam_policy"))
      attach(principal, instance, identityOf(writer.arn(target)));
}

/** `awscc_iam_role`: the same in the names of Cloud Control. */
export function writeCloudControlRole(writer: Writer, instance: Instance): void {
  if (isGone(instance)) {
    absent(writer.draft, writer.arn(instance), namesOf(instance), "deleted");
    return;
  }
  const principal = writer.draft.principal(writer.arn(instance), ...namesOf(instance)).from(writer.placed(instance));
  const at = placeOf(instance, "assume_role_policy_document");
  const trust = writer.policyValue(
    writer.policies.of(instance, "assume_role_policy_document"),
    "trust",
    `${instance.id} (trust policy)`,
    at,
  );
  if (trust !== undefined) principal.trust(trust);
  principal.longestSession(instance.values.max_session_duration);
  writePrincipal(writer, instance, principal);
  for (const [i, inline] of asList(instance.values.policies).entries()) {
    const name = asWord(memberAt(inline, "policy_name")) ?? `policy ${i + 1}`;
    const pointer = `/policies/${i}/policy_document`;
    const unknown = memberAt(memberAt(memberAt(instance.unknown, "policies"), i), "policy_document");
    const answer = writer.policies.at(instance, memberAt(inline, "policy_document"), unknown, {}, instance.at(pointer), false);
    const policy = writer.policyValue(answer, "identity", `${instance.id}: ${name}`, instance.at(pointer));
    if (policy !== undefined) principal.policy(inlineId(name), named(name, policy));
  }
  for (const arn of textsIn(instance.values.managed_policy_arns))
    attach(principal, instance, writer.managedPolicyNamed(arn, instance, placeOf(instance, "managed_policy_arns")));
  if (hasUnknown(memberAt(instance.unknown, "managed_policy_arns")) && instance.config?.expressions.managed_policy_arns !== undefined)
    attach(principal, instance, writer.managedPolicy(instance, "managed_policy_arns"));
  if (
    hasUnknown(memberAt(instance.unknown, "policies")) &&
    asList(instance.values.policies).length === 0 &&
    instance.config?.expressions.policies !== undefined
  )
    principal.policy(
      "inline",
      writer.sides.policyUnknown(instance.id, "its policies are known after apply", placeOf(instance, "policies")),
    );
}

/** `awscc_iam_role_policy`. */
export function writeCloudControlInline(writer: Writer, instance: Instance): void {
  if (isGone(instance)) return;
  const name = wordAt(instance, "policy_name") ?? instance.address;
  const at = placeOf(instance, "policy_document");
  for (const principal of principalsOf(writer, instance, "role_name", "role")) {
    const policy = writer.policyValue(writer.policies.of(instance, "policy_document"), "identity", instance.id, at);
    principal.policy(inlineId(name), named(name, policy ?? writer.sides.policyUnknown(instance.id, "the document does not show it", at)));
  }
}

export function writeUser(writer: Writer, instance: Instance): void {
  if (isGone(instance)) {
    absent(writer.draft, writer.arn(instance), namesOf(instance), "deleted");
    return;
  }
  writePrincipal(
    writer,
    instance,
    writer.draft
      .principal(writer.arn(instance), ...namesOf(instance))
      .from(writer.placed(instance))
      .seen("trust"),
  );
}

function writePrincipal(writer: Writer, instance: Instance, principal: PrincipalDraft): void {
  writeTags(instance, (tags) => principal.tags(tags));
  const id = wordAt(instance, "unique_id");
  if (id !== undefined) principal.set("userId", id);
  writeBoundary(writer, instance, principal);
  if (!isNew(instance)) return;
  writer.created.add(principal);
  if (writer.side === "after") absent(writer.sides.before, writer.arn(instance), namesOf(instance), "not there yet");
}

/**
 * Somebody who is not there in one of the two worlds, and may do nothing in it. A world in which more principals may exist would otherwise say that whoever
 * has this ARN may have any policy.
 */
export function absent(draft: WorldDraft, arn: Leaf, names: readonly string[], why: string): void {
  if (draft.principals.has(identityOf(arn))) return;
  const document = { Version: "2012-10-17", Statement: [{ Sid: ABSENT, Effect: "Deny", Action: "*", Resource: "*" }] };
  const principal = draft.principal(arn, ...names).policy("absent", { name: why, document });
  principal.knows("policies").seen("boundary", "trust", "tags", "userId", "session");
}

function writeBoundary(writer: Writer, instance: Instance, principal: PrincipalDraft): void {
  const name = "permissions_boundary";
  const value = wordAt(instance, name);
  if (value !== undefined) principal.boundary(writer.managedPolicyNamed(value, instance, placeOf(instance, name)));
  else if (!isOpen(instance, name)) principal.boundary(undefined);
  else if (instance.config?.expressions[name] === undefined) principal.boundary(undefined);
  else principal.boundary(writer.managedPolicy(instance, name));
}

/** A document with a name of its own, so that explanations call it by that. */
const named = (name: string, policy: PolicyValue | UnknownPolicy): PolicyValue | UnknownPolicy =>
  "unknown" in policy ? policy : { name, document: policy };

function attach(principal: PrincipalDraft, instance: Instance, policy: HeldPolicy): void {
  principal.policy(attachedId(policy, instance), policy);
}

export function writePolicy(writer: Writer, instance: Instance): void {
  if (isGone(instance) || instance.mode === "data") return;
  const at = placeOf(instance, "policy");
  const policy =
    writer.policyValue(writer.policies.of(instance, "policy"), "identity", instance.id, at, asWord(instance.was?.policy)) ??
    writer.sides.policyUnknown(instance.id, "the document does not show it", at);
  writer.draft.sharedPolicy(writer.arn(instance), policy, ...namesOf(instance));
}

/** Whom an argument names, or several do, told where nobody can tell. */
function principalsOf(writer: Writer, instance: Instance, name: string, kind: "role" | "user"): readonly PrincipalDraft[] {
  const principal = writer.principal(instance, name, kind);
  if (principal !== undefined) return [principal];
  writer.hasLooseAttachments = true;
  writer.undecided(instance, name, `which ${kind} it is for is known after apply`);
  return [];
}

/** `aws_iam_role_policy`, `aws_iam_user_policy`: one inline policy. */
export const writeInline =
  (kind: "role" | "user") =>
  (writer: Writer, instance: Instance): void => {
    const name = wordAt(instance, "name") ?? instance.address;
    for (const principal of principalsOf(writer, instance, kind, kind)) {
      if (isGone(instance)) {
        principal.keepPolicies((id) => id !== inlineId(name));
        continue;
      }
      const at = placeOf(instance, "policy");
      const policy = writer.policyValue(writer.policies.of(instance, "policy"), "identity", instance.id, at, asWord(instance.was?.policy));
      principal.policy(inlineId(name), named(name, policy ?? writer.sides.policyUnknown(instance.id, "the document does not show it", at)));
    }
  };

/** `aws_iam_role_policy_attachment`, `aws_iam_user_policy_attachment`. */
export const writeAttachment =
  (kind: "role" | "user") =>
  (writer: Writer, instance: Instance): void => {
    for (const principal of principalsOf(writer, instance, kind, kind)) setAttached(writer, principal, instance, "policy_arn");
  };

function setAttached(writer: Writer, principal: PrincipalDraft, instance: Instance, name: string): void {
  if (isGone(instance)) {
    const arn = wordAt(instance, name);
    if (arn !== undefined) principal.keepPolicies((id) => id !== `attached ${arn}`);
    return;
  }
  attach(principal, instance, writer.managedPolicy(instance, name));
}

/** `aws_iam_policy_attachment`: for users, roles and groups at once, and for nobody else in the account. */
export function writeWideAttachment(writer: Writer, instance: Instance): void {
  if (isGone(instance)) return;
  const policy = writer.managedPolicy(instance, "policy_arn");
  for (const [name, kind] of [
    ["roles", "role"],
    ["users", "user"],
  ] as const) {
    for (const value of textsIn(instance.values[name])) attach(writer.principalNamed(value, kind, instance), instance, policy);
    if (!hasUnknown(memberAt(instance.unknown, name))) continue;
    const targets = writer.targets(instance, name, ({ type }) => type === `aws_iam_${kind}`);
    for (const target of targets) attach(writer.draft.principal(writer.arn(target), ...namesOf(target)), instance, policy);
    if (targets.length === 0) {
      writer.hasLooseAttachments = true;
      writer.undecided(instance, name, `which ${name} it is for is known after apply`);
    }
  }
  for (const group of textsIn(instance.values.groups))
    writer.group(groupId(writer, instance, group)).policies.set(attachedId(policy, instance), policy);
  if (writer.side === "after")
    writer.sides.facts.push(`${instance.address} is exclusive: whoever else has its policy loses it, which the document does not show`);
}

const groupId = (writer: Writer, instance: Instance, name: string): string => `${identityOf(writer.homes.of(instance).account)} ${name}`;

/** `aws_iam_group_policy` and its attachments: what the members of a group have. */
export function writeGroupPolicy(writer: Writer, instance: Instance): void {
  if (isGone(instance)) return;
  const group = writer.groupName(instance, "group");
  if (group === undefined) {
    looseGroup(writer, instance, "group");
    return;
  }
  const { policies } = writer.group(groupId(writer, instance, group));
  if (instance.type === "aws_iam_group_policy_attachment") {
    const policy = writer.managedPolicy(instance, "policy_arn");
    policies.set(`${group} ${attachedId(policy, instance)}`, policy);
    return;
  }
  const name = wordAt(instance, "name") ?? instance.address;
  const at = placeOf(instance, "policy");
  const policy = writer.policyValue(writer.policies.of(instance, "policy"), "identity", instance.id, at, asWord(instance.was?.policy));
  policies.set(
    `${group} ${inlineId(name)}`,
    named(`${group}/${name}`, policy ?? writer.sides.policyUnknown(instance.id, "the document does not show it", at)),
  );
}

function looseGroup(writer: Writer, instance: Instance, name: string): void {
  writer.hasLooseAttachments = true;
  writer.undecided(instance, name, "which group it is for is known after apply");
}

/** `aws_iam_group_membership` (users of a group) and `aws_iam_user_group_membership` (groups of a user). */
export function writeMembership(writer: Writer, instance: Instance): void {
  if (isGone(instance)) return;
  if (instance.type === "aws_iam_group_membership") {
    const group = writer.groupName(instance, "group");
    if (group === undefined) {
      looseGroup(writer, instance, "group");
      return;
    }
    const { members } = writer.group(groupId(writer, instance, group));
    for (const user of textsIn(instance.values.users)) members.add(writer.principalNamed(user, "user", instance));
    if (hasUnknown(memberAt(instance.unknown, "users")))
      for (const user of writer.targets(instance, "users", ({ type }) => type === "aws_iam_user"))
        members.add(writer.draft.principal(writer.arn(user), ...namesOf(user)));
    return;
  }
  const user = writer.principal(instance, "user", "user");
  if (user === undefined) {
    looseGroup(writer, instance, "user");
    return;
  }
  for (const group of textsIn(instance.values.groups)) writer.group(groupId(writer, instance, group)).members.add(user);
  if (hasUnknown(memberAt(instance.unknown, "groups")))
    for (const group of writer.targets(instance, "groups", ({ type }) => type === "aws_iam_group"))
      writer.group(groupId(writer, instance, identityOf(writer.attributes.of(group, "name")))).members.add(user);
}

/** Exclusive lists: what they do not name is removed when they are applied. */
export function writeExclusive(writer: Writer, instance: Instance): void {
  if (isGone(instance) || writer.side === "before") return;
  const [, kind, what] = /^aws_iam_(role|user|group)_(policies|policy_attachments)_exclusive$/.exec(instance.type) ?? [];
  const list = what === "policies" ? "policy_names" : "policy_arns";
  if (hasUnknown(memberAt(instance.unknown, list))) return; // what it lists is in this plan then, and stays
  const kept = new Set(textsIn(instance.values[list]).map((name) => (what === "policies" ? inlineId(name) : `attached ${name}`)));
  const prefix = what === "policies" ? "inline " : "attached ";
  const isKept = (id: string): boolean => !id.startsWith(prefix) || kept.has(id);
  if (kind === "group") {
    const group = writer.groupName(instance, "group_name");
    if (group === undefined) {
      looseGroup(writer, instance, "group_name");
      return;
    }
    const { policies } = writer.group(groupId(writer, instance, group));
    for (const id of [...policies.keys()]) if (!isKept(id.slice(group.length + 1))) policies.delete(id);
    return;
  }
  const principal = writer.principal(instance, `${kind}_name`, kind as "role" | "user");
  if (principal === undefined) {
    looseGroup(writer, instance, `${kind}_name`);
    return;
  }
  principal.keepPolicies(isKept);
  const at: Place = placeOf(instance, list);
  for (const id of kept) {
    if (principal.hasPolicy(id)) continue;
    const name = id.slice(prefix.length);
    principal.policy(
      id,
      what === "policies"
        ? writer.sides.policyUnknown(`${instance.id}: ${name}`, "its document is not here", at)
        : writer.managedPolicyNamed(name, instance, at),
    );
  }
  writer.exclusive.set(principal, (writer.exclusive.get(principal) ?? new Set()).add(String(what)));
}

/** When all is read: what members of groups have by them, and of whom all policies are known. */
export function finishPrincipals(writer: Writer): void {
  for (const { policies, members } of writer.groups.values())
    for (const member of members) for (const [id, policy] of policies) member.policy(`group ${id}`, policy);
  if (writer.hasLooseAttachments) return;
  for (const principal of writer.created) principal.knows("policies");
  for (const [principal, lists] of writer.exclusive) if (lists.size === 2) principal.knows("policies");
}
