import { madeKeyId } from "../../world/made-key-id.ts";
import type { HeldPolicy, PrincipalDraft } from "../draft.ts";
import { identityOf, type Leaf, textOf } from "../leaf.ts";
import { isNamedInFull, policyOfAccount, reservedName, reservedRole } from "../reserved-roles.ts";
import { absent } from "./iam.ts";
import { type Instance, isOpen, placeOf, wordAt } from "./instance.ts";
import { asList, asWord, memberAt, objectsIn, textsIn } from "./members.ts";
import type { Writer } from "./writer.ts";

const SETS: ReadonlySet<string> = new Set(["aws_ssoadmin_permission_set", "awscc_sso_permission_set"]);
/** What says something of a permission set that it names. */
const PARTS = [
  "aws_ssoadmin_account_assignment",
  "awscc_sso_assignment",
  "aws_ssoadmin_permission_set_inline_policy",
  "aws_ssoadmin_managed_policy_attachment",
  "aws_ssoadmin_customer_managed_policy_attachment",
  "aws_ssoadmin_permissions_boundary_attachment",
] as const;
const ASSIGNMENTS: readonly string[] = PARTS.slice(0, 2);

const partsOfSets = new WeakMap<Writer, ReadonlyMap<string, readonly Instance[]>>();

/** The parts of each permission set of a document, by its id. */
function partsIn(writer: Writer): ReadonlyMap<string, readonly Instance[]> {
  const known = partsOfSets.get(writer);
  if (known !== undefined) return known;
  const parts = new Map<string, Instance[]>();
  for (const part of writer.estate.ofType(...PARTS)) {
    const set = setOf(writer, part);
    if (set !== undefined) parts.set(set.id, [...(parts.get(set.id) ?? []), part]);
  }
  partsOfSets.set(writer, parts);
  return parts;
}

function setOf(writer: Writer, part: Instance): Instance | undefined {
  const arn = wordAt(part, "permission_set_arn");
  if (arn !== undefined)
    return writer.estate.ofType(...SETS).find((set) => (wordAt(set, "arn") ?? wordAt(set, "permission_set_arn")) === arn);
  const [only, ...more] = writer.targets(part, "permission_set_arn", ({ type }) => SETS.has(type));
  return more.length === 0 ? only : undefined;
}

/** A part of a permission set that no document has: nobody can tell to whom it gives what. */
export function writePermissionSetPart(writer: Writer, part: Instance): void {
  if (part.life === "goes" || setOf(writer, part) !== undefined) return;
  writer.hasLooseAttachments = true;
  writer.undecided(
    part,
    "permission_set_arn",
    "the permission set that it names is not in the document, so its name and role are not known",
  );
}

/**
 * A permission set of IAM Identity Center: in each account that it is assigned in it is a role, whose name ends in digits that AWS makes up. Whoever may
 * assume it is in the identity store, of which no document tells.
 *
 * Source: IAM Identity Center User Guide, "Permission sets"; Terraform Registry, aws_ssoadmin_* and awscc_sso_*.
 */
export function writePermissionSet(writer: Writer, set: Instance): void {
  const parts = partsIn(writer).get(set.id) ?? [];
  const assignments = parts.filter(({ type }) => ASSIGNMENTS.includes(type));
  const accounts = new Map<string, { readonly account: Leaf; isThere: boolean }>();
  for (const assignment of assignments) {
    const account = accountOf(writer, assignment);
    const known = accounts.get(identityOf(account)) ?? { account, isThere: false };
    known.isThere ||= assignment.life !== "goes" && set.life !== "goes";
    accounts.set(identityOf(account), known);
  }
  if (accounts.size === 0) {
    const account = writer.sides.symbol(`${set.name}-account`, { type: "account-id", from: `an account that ${set.id} is assigned in` });
    accounts.set("", { account, isThere: set.life !== "goes" });
    if (set.life !== "goes")
      writer.tell("KW808", set, "", "no assignment of it is in the document: the account of its role stands as a symbol");
  }
  for (const { account, isThere } of accounts.values()) {
    const arn = roleOf(writer, set, account);
    const names = namesIn(writer, set, account, accounts.size);
    if (isThere) writeRoleOf(writer, set, arn, names, account, parts);
    else {
      absent(writer.draft, arn, names, "no longer assigned");
      if (writer.side === "after")
        writer.sides.facts.push(
          `${set.id} is no longer assigned in ${identityOf(account)}: its role goes, unless something else assigns it`,
        );
    }
  }
}

function accountOf(writer: Writer, assignment: Instance): Leaf {
  const told = wordAt(assignment, "target_id");
  if (told !== undefined) return told;
  const [only, ...more] = writer.targets(assignment, "target_id", () => true);
  const attribute = only?.type === "aws_caller_identity" ? "account_id" : "id";
  return only === undefined || more.length > 0
    ? writer.attributes.symbol(assignment, "target_id", "account-id")
    : writer.attributes.of(only, attribute);
}

const nameOf = (writer: Writer, set: Instance): Leaf => wordAt(set, "name") ?? writer.attributes.of(set, "name");

function namesIn(writer: Writer, set: Instance, account: Leaf, count: number): readonly string[] {
  const name = textOf(nameOf(writer, set)) ?? set.name;
  return [...(count > 1 ? [] : [name]), `${name}-${identityOf(account)}`, set.id];
}

/** A name that is made up where no document has more of it than its beginning; otherwise it may be that one. */
function roleOf(writer: Writer, set: Instance, account: Leaf): Leaf {
  const { region, partition } = writer.homes.of(set);
  const name = reservedName(nameOf(writer, set));
  const [from, known] = [`the role of ${set.id} in ${identityOf(account)}`, textOf(name)];
  if (known !== undefined && !isNamedInFull(known, writer.sides.texts)) {
    const own = writer.sides.invented(`${known}${madeKeyId(from, false).replaceAll("-", "").slice(0, 16)}`, from, known);
    return reservedRole(partition, account, region, own);
  }
  const prefix = textOf(
    reservedRole(partition, account, typeof region === "string" ? region : undefined, typeof region === "string" ? name : ""),
  );
  return writer.sides.symbol(`${set.name}-role`, {
    type: "role-arn",
    from,
    at: set.at(""),
    account: typeof account === "string" ? account : "$symbol" in account ? account.$symbol : undefined,
    prefix,
  });
}

function writeRoleOf(writer: Writer, set: Instance, arn: Leaf, names: readonly string[], account: Leaf, parts: readonly Instance[]): void {
  const isUnknownBefore = writer.side === "after" && !writer.sides.before.principals.has(identityOf(arn));
  const principal = writer.draft.principal(arn, ...names).from(writer.placed(set));
  if (isUnknownBefore && writer.sides.isChange) absent(writer.sides.before, arn, names, "not there yet");
  const { partition } = writer.homes.of(set);
  const inAccount = (reference: unknown, instance: Instance, at = instance.at("")): HeldPolicy => {
    const name = asWord(memberAt(reference, "name"));
    const own =
      name === undefined ? undefined : textOf(policyOfAccount(partition, account, asWord(memberAt(reference, "path")) ?? "/", name));
    if (own !== undefined) return writer.managedPolicyNamed(own, instance, at);
    return writer.sides.policyUnknown(instance.id, "a policy of an account that is not known is in no document", at);
  };
  const attach = (policy: HeldPolicy): void => {
    const id =
      typeof policy === "string" ? policy : "$assumed" in policy ? String(policy.$assumed) : `${set.id} ${principal.counts.policies}`;
    principal.policy(`attached ${id}`, policy);
  };
  const limit = (boundary: unknown, instance: Instance, at = instance.at("")): void => {
    const managed = asWord(memberAt(boundary, "managed_policy_arn"));
    const reference = memberAt(boundary, "customer_managed_policy_reference");
    const own = Array.isArray(reference) ? reference[0] : reference;
    principal.boundary(managed === undefined ? inAccount(own, instance, at) : writer.managedPolicyNamed(managed, instance, at));
  };

  principal.seen("boundary");
  if (set.type === "awscc_sso_permission_set") writeWhole(writer, set, principal, { attach, inAccount, limit });
  for (const part of parts) {
    if (part.life === "goes") continue;
    if (part.type === "aws_ssoadmin_permission_set_inline_policy") writeInline(writer, part, principal, "inline_policy");
    else if (part.type === "aws_ssoadmin_managed_policy_attachment") attach(writer.managedPolicy(part, "managed_policy_arn"));
    else if (part.type === "aws_ssoadmin_customer_managed_policy_attachment")
      for (const reference of asList(part.values.customer_managed_policy_reference)) attach(inAccount(reference, part));
    else if (part.type === "aws_ssoadmin_permissions_boundary_attachment") {
      const [boundary] = objectsIn(part.values.permissions_boundary);
      limit(boundary, part);
    }
  }
  if (set.life === "new" || set.life === "replacement" || set.type === "awscc_sso_permission_set") writer.created.add(principal);
}

function writeInline(writer: Writer, instance: Instance, principal: PrincipalDraft, name: string): void {
  const at = placeOf(instance, name);
  const policy = writer.policyValue(writer.policies.of(instance, name), "identity", instance.id, at, asWord(instance.was?.[name]));
  if (policy !== undefined) principal.policy("inline", "unknown" in policy ? policy : { name: INLINE, document: policy });
}

const INLINE = "AwsSSOInlinePolicy"; // as IAM calls it in the role

/** A permission set that holds all its parts itself. */
function writeWhole(
  writer: Writer,
  set: Instance,
  principal: PrincipalDraft,
  how: {
    readonly attach: (policy: HeldPolicy) => void;
    readonly inAccount: (reference: unknown, instance: Instance) => HeldPolicy;
    readonly limit: (boundary: unknown, instance: Instance) => void;
  },
): void {
  writeInline(writer, set, principal, "inline_policy");
  for (const arn of textsIn(set.values.managed_policies)) how.attach(writer.managedPolicyNamed(arn, set, placeOf(set, "managed_policies")));
  for (const reference of asList(set.values.customer_managed_policy_references)) how.attach(how.inAccount(reference, set));
  const boundary = memberAt(set.values, "permissions_boundary");
  if (boundary !== undefined && boundary !== null) how.limit(boundary, set);
  for (const name of ["managed_policies", "customer_managed_policy_references", "permissions_boundary"])
    if (isOpen(set, name) && set.config?.expressions[name] !== undefined)
      principal.policy(name, writer.sides.policyUnknown(set.id, `\`${name}\` is known after apply`, placeOf(set, name)));
}
