import { shown } from "../../base/text.ts";
import type { PolicyType } from "../../iam/policy.ts";
import { memberOf } from "../../world/json-place.ts";
import { defaultKeyPolicy, type HeldPolicy, type PolicyValue, type PrincipalDraft, type UnknownPolicy, type WorldDraft } from "../draft.ts";
import { identityOf, joined, type Leaf } from "../leaf.ts";
import { isOfOtherServices, managedByAws } from "../managed-policies.ts";
import { from, type Origin } from "../origins.ts";
import type { Sides } from "../sides.ts";
import { storedPolicy } from "../stored-policy.ts";
import { PROCESSED } from "./functions.ts";
import { Assignments, writePermissionSet } from "./permission-set.ts";
import { policyOf } from "./policy-value.ts";
import type { Resource, Stack } from "./stack.ts";
import { itemsIn, knownText, leafOf, memberIn, partsOf, type Value } from "./value.ts";

type Policy = HeldPolicy;
type Kind = "role" | "user" | "group";

/** Who there is in all stacks of an import, so that a policy of one stack finds the role of another by its name. */
export class People {
  readonly #drafts = new Map<string, PrincipalDraft>();
  readonly #policies = new Map<string, Map<string, Policy>>(); // of groups
  readonly #members = new Map<string, Set<string>>(); // of groups: users
  readonly assignments = new Assignments();

  principal(draft: WorldDraft, account: Leaf, kind: Kind, name: Leaf): PrincipalDraft | undefined {
    return this.#drafts.get(keyOf(draft, account, kind, name));
  }

  add(draft: WorldDraft, account: Leaf, kind: Kind, name: Leaf, principal: PrincipalDraft): void {
    this.#drafts.set(keyOf(draft, account, kind, name), principal);
  }

  groupPolicy(draft: WorldDraft, account: Leaf, group: Leaf, id: string, policy: Policy): void {
    const key = keyOf(draft, account, "group", group);
    this.#policies.set(key, (this.#policies.get(key) ?? new Map<string, Policy>()).set(id, policy));
  }

  group(draft: WorldDraft, account: Leaf, group: Leaf): void {
    const key = keyOf(draft, account, "group", group);
    if (!this.#policies.has(key)) this.#policies.set(key, new Map());
  }

  isIn(draft: WorldDraft, account: Leaf, user: Leaf, group: Leaf): void {
    const key = keyOf(draft, account, "group", group);
    this.#members.set(key, (this.#members.get(key) ?? new Set<string>()).add(keyOf(draft, account, "user", user)));
  }

  /** What groups have, their members have; what a group has that is in none of the templates, nobody told. */
  settleGroups(): void {
    for (const [group, users] of this.#members) {
      const policies = this.#policies.get(group);
      for (const user of users) {
        const principal = this.#drafts.get(user);
        if (policies === undefined) principal?.knows("policies", "some");
        for (const [id, policy] of policies ?? []) principal?.policy(`group ${group} ${id}`, policy);
      }
    }
  }
}

const numbers = new WeakMap<WorldDraft, number>();
let count = 0;
function keyOf(draft: WorldDraft, account: Leaf, kind: Kind, name: Leaf): string {
  const number = numbers.get(draft) ?? ++count;
  numbers.set(draft, number);
  return `${number}\n${identityOf(account)}\n${kind}\n${identityOf(name)}`;
}

/** What a stack has of keys and of those who use them, written into worlds. Everything that is made comes first, then what is attached to it. */
export class StackWriter {
  readonly #stack: Stack;
  readonly #sides: Sides;
  readonly #drafts: readonly WorldDraft[];
  readonly #people: People;
  readonly #namesOf: (resource: Resource) => readonly [string, ...string[]]; // the best first
  readonly #kept = new Map<string, unknown>();
  #address: string | undefined; // of the resource that is being written

  constructor(
    stack: Stack,
    sides: Sides,
    drafts: readonly WorldDraft[],
    people: People,
    namesOf: (resource: Resource) => readonly [string, ...string[]],
  ) {
    this.#stack = stack;
    this.#sides = sides;
    this.#drafts = drafts;
    this.#people = people;
    this.#namesOf = namesOf;
  }

  /** Keys, principals, policies with ARNs, endpoints. */
  writeMade(): void {
    for (const resource of this.#relevant()) {
      if (resource.exists === undefined) this.#tellMaybe(resource);
      this.#address = this.#nameOf(resource);
      MADE[resource.type]?.(resource, this);
    }
  }

  /** Aliases, memberships, and policies on principals. */
  writeAttached(): void {
    for (const resource of this.#relevant()) {
      this.#address = this.#nameOf(resource);
      ATTACHED[resource.type]?.(resource, this);
    }
  }

  #nameOf(resource: Resource): string {
    return this.#namesOf(resource)[0];
  }

  *#relevant(): Iterable<Resource> {
    for (const resource of this.#stack.resources)
      if (resource.exists !== false && (MADE[resource.type] ?? ATTACHED[resource.type])) yield resource;
  }

  #tellMaybe({ logical, pointer }: Resource): void {
    this.#tell(
      "KW821",
      pointer,
      `${shown(logical)} is taken as made: its condition is not known`,
      "give the values of the parameters: `--parameters FILE`",
    );
  }

  #tell(code: "KW820" | "KW821" | "KW817" | "KW823" | "KW806", pointer: string, message: string, help?: string): void {
    this.#sides.tell(code, this.#stack.facts.placeOf(pointer), message, help);
  }

  leaf(value: Value | undefined): Leaf | undefined {
    const leaf = leafOf(value);
    return leaf === undefined ? undefined : this.written(leaf);
  }

  /** The ARN of the key that has an alias, in this import. */
  keyByAlias(alias: Leaf): Leaf | undefined {
    const wanted = identityOf(this.written(alias));
    const short = wanted.slice(Math.max(0, wanted.indexOf("alias/")));
    for (const draft of this.#drafts)
      for (const { arn, aliases } of draft.keys.values()) if (aliases.some((one) => [wanted, short].includes(identityOf(one)))) return arn;
    return undefined;
  }

  written(leaf: Leaf): Leaf {
    return this.#stack.facts.holes.written(leaf, this.#sides);
  }

  /** A policy that stands in a property, or in an entry of one. */
  policy(value: Value | undefined, type: PolicyType, what: string, pointer: string): PolicyValue | UnknownPolicy {
    const { macro } = this.#stack;
    if (macro !== undefined) return this.unknown(what, `the macro ${shown(macro)} may change it`, pointer, PROCESSED);
    if (value === undefined) return this.unknown(what, "it is not there", pointer);
    const strange = (inner: string, message: string, help: string) => this.#tell("KW823", `${pointer}${inner}`, message, help);
    const made = policyOf(value, { written: (leaf) => this.written(leaf), strange });
    if (!("policy" in made)) return this.unknown(what, made.unknown, pointer);
    from(made.policy, this.#origin(pointer));
    return storedPolicy(made.policy, type, what, this.#stack.facts.placeOf(pointer), this.#sides);
  }

  /** Where something of a resource stands, with the resource's own name: its construct path, or its logical id. */
  #origin(pointer: string): Origin {
    const { placeOf } = this.#stack.facts;
    const address = this.#address;
    return (inner) => ({ ...placeOf(pointer + inner), ...(address !== undefined && { address }) });
  }

  unknown(what: string, why: string, pointer: string, help?: string, more: { readonly denies?: false } = {}): UnknownPolicy {
    return this.#sides.policyUnknown(what, why, this.#stack.facts.placeOf(pointer), more, help);
  }

  key(resource: Resource): void {
    const { pointer, type } = resource;
    const stack = this.#stack;
    const isReplica = type === "AWS::KMS::ReplicaKey";
    const arn = this.written(stack.arn("kms", joined(["key/", stack.keyId(resource)])));
    const name = this.#nameOf(resource);
    const given = stack.property(resource, "KeyPolicy");
    const policy = this.#keyPolicy(given, isReplica, name, `${pointer}/Properties/KeyPolicy`);
    const text = (property: string): string | undefined => knownText(stack.property(resource, property));
    const isThere = (property: string): boolean => stack.property(resource, property) !== undefined;
    for (const draft of this.#drafts) {
      const key = draft
        .key(arn, ...this.#namesOf(resource))
        .policy(policy)
        .knows("grants")
        .from(this.#origin(pointer)(""));
      if (resource.exists === true) key.seen("aliases");
      if (text("BypassPolicyLockoutSafetyCheck") === "true") key.managed("skipsLockoutCheck", true);
      key.retained(retentionOf(resource));
      const description = text("Description");
      if (description !== undefined || !isThere("Description")) key.set("description", description);
      const [enabled, origin] = [text("Enabled"), text("Origin")];
      if (isReplica) key.set("multiRegion", true).set("multiRegionKeyType", "REPLICA");
      else this.#spec(key, resource);
      if (origin === "EXTERNAL")
        key.set("state", undefined); // it waits for its material
      else if (enabled === "false") key.set("state", "Disabled");
      else if (enabled !== undefined || !isThere("Enabled")) key.set("state", undefined);
      const tags = this.#tags(stack.property(resource, "Tags"));
      if (tags !== undefined) key.tags(tags);
    }
  }

  #spec(key: ReturnType<WorldDraft["key"]>, resource: Resource): void {
    const text = (property: string): string | undefined => knownText(this.#stack.property(resource, property));
    const known = (property: string): boolean => this.#stack.property(resource, property) === undefined || text(property) !== undefined;
    if (known("KeySpec")) key.set("spec", text("KeySpec"));
    if (known("KeyUsage")) key.set("usage", text("KeyUsage"));
    if (known("Origin")) key.set("origin", text("Origin"));
    if (known("MultiRegion")) key.set("multiRegion", text("MultiRegion") === "true" ? true : undefined);
    const [rotates, period] = [text("EnableKeyRotation"), text("RotationPeriodInDays")];
    if (known("EnableKeyRotation")) {
      const days = period === undefined ? undefined : Number(period);
      if (rotates !== "true") key.set("rotation", undefined);
      else if (known("RotationPeriodInDays"))
        key.set("rotation", days === undefined || !Number.isInteger(days) ? true : { periodInDays: days });
    }
  }

  /** A key that is given no policy has the default one, also where a template had one before (AWS::KMS::Key; its handler of 2024-06). */
  #keyPolicy(given: Value | undefined, isReplica: boolean, name: string, pointer: string): PolicyValue | UnknownPolicy {
    const { macro } = this.#stack;
    if (given === undefined && isReplica)
      return this.unknown(`the policy of ${name}`, "a replica key needs a `KeyPolicy`, and has none", pointer);
    if (given !== undefined && isPlaceholder(given)) return this.#default();
    if (given === undefined && macro === undefined) return this.#default();
    return this.policy(given, "key-policy", `the policy of ${name}`, pointer);
  }

  #default(): PolicyValue {
    return defaultKeyPolicy(this.written(this.#stack.account), this.#stack.facts.region);
  }

  /** Undefined where they are not known: tags of the stack come to those that a resource has itself. */
  #tags(value: Value | undefined): Readonly<Record<string, Leaf>> | undefined {
    if (value === undefined) return undefined;
    const pairs =
      value.kind === "object" // as some types have them
        ? value.members.map(({ name, value: tag }) => [name, this.leaf(tag)] as const)
        : itemsIn(value).map((item) => [knownText(memberIn(item, "Key")), this.leaf(memberIn(item, "Value"))] as const);
    if (pairs.length === 0 || pairs.some(([key, tag]) => key === undefined || tag === undefined)) return undefined;
    return Object.fromEntries(pairs as readonly (readonly [string, Leaf])[]);
  }

  principal(resource: Resource, kind: "role" | "user"): void {
    const stack = this.#stack;
    const { pointer } = resource;
    const arn = this.written(stack.iamArn(resource, kind));
    const name = this.#nameOf(resource);
    const own = stack.nameOf(resource, kind === "role" ? "RoleName" : "UserName");
    const trust =
      kind === "role"
        ? this.policy(
            stack.property(resource, "AssumeRolePolicyDocument"),
            "trust",
            `the trust policy of ${name}`,
            `${pointer}/Properties/AssumeRolePolicyDocument`,
          )
        : undefined;
    const boundary = stack.property(resource, "PermissionsBoundary");
    const limit =
      boundary === undefined
        ? undefined
        : this.managed(boundary, `the boundary of ${name}`, `${pointer}/Properties/PermissionsBoundary`, this.#drafts[0]);
    const tags = this.#tags(stack.property(resource, "Tags"));
    for (const draft of this.#drafts) {
      const principal = draft
        .principal(arn, ...this.#namesOf(resource))
        .knows("policies")
        .from(this.#origin(pointer)(""));
      this.#people.add(draft, stack.account, kind, own, principal);
      principal.retained(retentionOf(resource));
      if (trust !== undefined) principal.trust(trust);
      if (kind === "role") principal.longestSession(leafOf(stack.property(resource, "MaxSessionDuration")));
      if (kind === "user") principal.seen("trust");
      if (boundary === undefined && stack.macro === undefined) principal.seen("boundary");
      else
        principal.boundary(
          limit ?? this.unknown(`the boundary of ${name}`, `the macro ${shown(stack.macro ?? "")} may set one`, pointer, PROCESSED),
        );
      if (tags !== undefined) principal.tags(tags);
      if (stack.macro !== undefined)
        principal.policy("macro", this.unknown(`policies of ${name}`, `the macro ${shown(stack.macro)} may add some`, pointer, PROCESSED));
    }
  }

  group(resource: Resource): void {
    const name = this.#stack.nameOf(resource, "GroupName");
    for (const draft of this.#drafts) this.#people.group(draft, this.#stack.account, name);
  }

  managedPolicy(resource: Resource): void {
    const arn = this.written(this.#stack.iamArn(resource, "policy"));
    const name = this.#nameOf(resource);
    const policy = this.policy(
      this.#stack.property(resource, "PolicyDocument"),
      "identity",
      `the policy ${name}`,
      `${resource.pointer}/Properties/PolicyDocument`,
    );
    for (const draft of this.#drafts) draft.sharedPolicy(arn, policy, ...this.#namesOf(resource));
  }

  endpoint(resource: Resource): void {
    const stack = this.#stack;
    const service = leafOf(stack.property(resource, "ServiceName"));
    const end = service === undefined ? undefined : partsOf(service).at(-1);
    if (typeof end !== "string" || !/(?:^|\.)kms(?:-fips)?$/.test(end)) return;
    const given = stack.property(resource, "PolicyDocument");
    const name = this.#nameOf(resource);
    const policy =
      given === undefined && stack.macro === undefined
        ? undefined
        : this.policy(given, "endpoint", `the policy of the endpoint ${name}`, `${resource.pointer}/Properties/PolicyDocument`);
    const vpc = knownText(stack.property(resource, "VpcId"));
    const id = this.written(stack.endpointId(resource)) as string;
    for (const draft of this.#drafts) draft.endpoint({ id, names: this.#namesOf(resource), vpc, policy });
  }

  /** Policies of the organization, on targets whose ids are told. */
  control(resource: Resource): void {
    const stack = this.#stack;
    const type = knownText(stack.property(resource, "Type")) ?? "SERVICE_CONTROL_POLICY";
    const control =
      type === "SERVICE_CONTROL_POLICY" ? "serviceControl" : type === "RESOURCE_CONTROL_POLICY" ? "resourceControl" : undefined;
    if (control === undefined) return;
    const name = this.#nameOf(resource);
    const policy = this.policy(
      stack.property(resource, "Content"),
      control === "serviceControl" ? "service-control" : "resource-control",
      `the policy ${name} of the organization`,
      `${resource.pointer}/Properties/Content`,
    );
    const targets = itemsIn(stack.property(resource, "TargetIds")).map(knownText);
    for (const target of targets) {
      if (target === undefined) {
        this.#tell(
          "KW806",
          resource.pointer,
          `a target of the policy ${shown(name)} is not known: it is taken as attached to nothing there`,
          "what it denies is denied in AWS, and not here",
        );
        continue;
      }
      for (const draft of this.#drafts) draft.organization.attach(target, control, stack.called(resource.logical), policy);
    }
  }

  /** Where a permission set becomes a role. */
  assignment(resource: Resource): void {
    const [set, account] = ["PermissionSetArn", "TargetId"].map((name) => leafOf(this.#stack.property(resource, name)));
    if (set !== undefined && account !== undefined) this.#people.assignments.add(set, account);
    else this.#tell("KW806", resource.pointer, `${shown(resource.logical)} assigns a permission set or an account that is not known`);
  }

  permissionSet(resource: Resource): void {
    writePermissionSet(resource, this, {
      stack: this.#stack,
      sides: this.#sides,
      drafts: this.#drafts,
      assignments: this.#people.assignments,
      names: this.#namesOf(resource),
      at: this.#origin(resource.pointer)(""),
    });
  }

  notUnderstood(resource: Resource): void {
    this.#tell(
      "KW806",
      resource.pointer,
      `${shown(resource.logical)} is a ${shown(resource.type)}, which is not read`,
      "what it allows is not in the world",
    );
  }

  alias(resource: Resource): void {
    const stack = this.#stack;
    const alias = this.leaf(stack.property(resource, "AliasName"));
    const target = this.leaf(stack.property(resource, "TargetKeyId"));
    if (alias === undefined || target === undefined) {
      this.#tell("KW820", resource.pointer, `the alias ${shown(resource.logical)} has no name or no key that can be told`);
      return;
    }
    const isArn = partsOf(target).some((part) => typeof part === "string" && part.includes(":key/"));
    const arn = isArn ? target : this.written(stack.arn("kms", joined(["key/", target])));
    for (const draft of this.#drafts) draft.key(arn, ...(typeof alias === "string" ? [alias] : [])).alias(alias);
  }

  /** `Policies` and `ManagedPolicyArns` of a role, a user or a group. */
  ownPolicies(resource: Resource, kind: Kind): void {
    const stack = this.#stack;
    const name = stack.nameOf(resource, kind === "role" ? "RoleName" : kind === "user" ? "UserName" : "GroupName");
    const called = this.#nameOf(resource);
    const at = `${resource.pointer}/Properties`;
    const inline = stack.property(resource, "Policies");
    if (inline?.kind === "unknown")
      this.#attach(kind, name, "inline", this.unknown(`inline policies of ${called}`, inline.why, `${at}/Policies`));
    else
      itemsIn(inline).forEach((item, i) => {
        const own = knownText(memberIn(item, "PolicyName")) ?? `inline ${i}`;
        const pointer = `${at}/Policies/${i}/PolicyDocument`;
        this.#attach(
          kind,
          name,
          `inline ${own}`,
          this.policy(
            item.kind === "unknown" ? item : memberIn(item, "PolicyDocument"),
            "identity",
            `the policy ${own} of ${called}`,
            pointer,
          ),
        );
      });
    this.#attachManaged(kind, name, stack.property(resource, "ManagedPolicyArns"), called, `${at}/ManagedPolicyArns`);
    if (kind === "user")
      for (const group of itemsIn(stack.property(resource, "Groups"))) {
        const leaf = leafOf(group);
        for (const draft of this.#drafts) {
          if (leaf === undefined) this.#people.principal(draft, stack.account, "user", name)?.knows("policies", "some");
          else this.#people.isIn(draft, stack.account, name, leaf);
        }
      }
  }

  #attachManaged(kind: Kind, name: Leaf, list: Value | undefined, called: string, pointer: string): void {
    if (list?.kind === "unknown") {
      this.#attach(kind, name, "managed", this.unknown(`managed policies of ${called}`, list.why, pointer));
      return;
    }
    itemsIn(list).forEach((item, i) => {
      if (item.kind === "object") {
        this.#attach(kind, name, `inline ${i}`, this.policy(item, "identity", `policy ${i + 1} of ${called}`, `${pointer}/${i}`));
        return;
      } // of SAM
      const leaf = leafOf(item);
      const id = leaf === undefined ? `managed ${i}` : `managed ${identityOf(leaf)}`;
      if (typeof leaf === "string" && isOfOtherServices(leaf, this.#sides)) return;
      for (const draft of this.#drafts)
        this.#attachTo(draft, kind, name, id, this.managed(item, `a policy of ${called}`, `${pointer}/${i}`, draft));
    });
  }

  /** A managed policy by its ARN: one of the import, one of AWS's, or one that nobody told. */
  managed(value: Value, what: string, pointer: string, draft: WorldDraft | undefined): Policy {
    const arn = this.leaf(value);
    if (arn === undefined) return this.unknown(what, value.kind === "unknown" ? value.why : "its ARN is not known", pointer);
    const ofAws = typeof arn === "string" ? managedByAws(arn, this.#drafts, this.#sides, this.#stack.facts.placeOf(pointer)) : undefined;
    if (ofAws !== undefined) return ofAws;
    if (draft?.hasPolicy(arn) === true) return identityOf(arn);
    if (typeof arn !== "string") return this.unknown(what, "which policy it is is not known", pointer);
    return this.#sides.elsewhere(arn, () => this.unknown(what, `${shown(arn)} is in none of the documents`, pointer));
  }

  #attach(kind: Kind, name: Leaf, id: string, policy: Policy): void {
    for (const draft of this.#drafts) this.#attachTo(draft, kind, name, id, policy);
  }

  #attachTo(draft: WorldDraft, kind: Kind, name: Leaf, id: string, policy: Policy): void {
    const { account } = this.#stack;
    if (kind === "group") {
      this.#people.groupPolicy(draft, account, name, id, policy);
      return;
    }
    (this.#people.principal(draft, account, kind, name) ?? this.#outside(draft, kind, name)).policy(id, policy);
  }

  /** A role or a user that a policy names, and none of the stacks makes: its path, and what else it has, nobody told. */
  #outside(draft: WorldDraft, kind: "role" | "user", name: Leaf): PrincipalDraft {
    const stack = this.#stack;
    const arn = this.written(stack.arn("iam", joined([`${kind}/`, name]), ""));
    const text = typeof arn === "string" ? arn : undefined;
    const id = `path:${identityOf(arn)}`;
    const whole =
      text === undefined
        ? arn
        : this.#sides.assumed(text, { id, text: `the ${kind} ${text.slice(text.indexOf("/") + 1)}, which no template makes, has no path` });
    const principal = draft.principal(whole, ...(typeof name === "string" ? [name] : [])).knows("policies", "some");
    this.#people.add(draft, stack.account, kind, name, principal);
    return principal;
  }

  /** A policy on principals: inline ones with their document, managed ones by their ARN. */
  attached(resource: Resource): void {
    const stack = this.#stack;
    const isManaged = resource.type === "AWS::IAM::ManagedPolicy";
    const called = this.#nameOf(resource);
    const policy = this.#once(resource, () =>
      isManaged
        ? identityOf(this.written(stack.iamArn(resource, "policy")))
        : this.policy(
            stack.property(resource, "PolicyDocument"),
            "identity",
            `the policy ${called}`,
            `${resource.pointer}/Properties/PolicyDocument`,
          ),
    );
    const own = knownText(stack.property(resource, "PolicyName")) ?? stack.called(resource.logical);
    const id = isManaged ? `managed ${policy as string}` : `inline ${own}`;
    for (const [property, kind] of [
      ["Roles", "role"],
      ["Users", "user"],
      ["Groups", "group"],
      ["RoleName", "role"],
      ["UserName", "user"],
      ["GroupName", "group"],
    ] as const)
      for (const name of itemsIn(isManaged && property.endsWith("Name") ? undefined : stack.property(resource, property))) {
        const leaf = leafOf(name);
        if (leaf === undefined)
          this.#tell("KW806", `${resource.pointer}/Properties/${property}`, `whom the policy ${shown(called)} is attached to is not known`);
        else this.#attach(kind, leaf, id, policy);
      }
  }

  #once<T>(resource: Resource, make: () => T): T {
    if (!this.#kept.has(resource.logical)) this.#kept.set(resource.logical, make());
    return this.#kept.get(resource.logical) as T;
  }

  membership(resource: Resource): void {
    const group = leafOf(this.#stack.property(resource, "GroupName"));
    for (const user of itemsIn(this.#stack.property(resource, "Users"))) {
      const leaf = leafOf(user);
      if (leaf === undefined || group === undefined) this.#tell("KW806", resource.pointer, `who is in a group is not known`);
      else
        for (const draft of this.#drafts) {
          if (this.#people.principal(draft, this.#stack.account, "user", leaf) === undefined) this.#outside(draft, "user", leaf);
          this.#people.isIn(draft, this.#stack.account, leaf, group);
        }
    }
  }
}

/** The type schema's own default, which the handler takes as if there were none. */
const isPlaceholder = (value: Value): boolean =>
  itemsIn(memberIn(value, "Statement")).some(
    (statement) => knownText(memberIn(memberIn(statement, "Principal"), "AWS")) === "arn:<partition>:iam::<account-id>:root",
  );

/**
 * What stays as it is when it is taken out of the template, or when another one is made in its place (CloudFormation User Guide, "DeletionPolicy attribute",
 * "UpdateReplacePolicy attribute").
 */
function retentionOf({ node }: Resource): true | "removed" | "replaced" | undefined {
  const is = (attribute: string): boolean => {
    const policy = memberOf(node, attribute);
    return policy?.kind === "string" && /^Retain(?:ExceptOnCreate)?$/.test(policy.value);
  };
  const [removed, replaced] = [is("DeletionPolicy"), is("UpdateReplacePolicy")];
  if (removed && replaced) return true;
  return removed ? "removed" : replaced ? "replaced" : undefined;
}

type Write = (resource: Resource, writer: StackWriter) => void;
const notUnderstood: Write = (resource, writer) => writer.notUnderstood(resource);

/** CloudFormation Template Reference, the types that access to keys hangs on. */
// biome-ignore format: a table reads as a table
const MADE: Readonly<Record<string, Write>> = {
  "AWS::KMS::Key":           (resource, writer) => writer.key(resource),
  "AWS::KMS::ReplicaKey":    (resource, writer) => writer.key(resource),
  "AWS::IAM::Role":          (resource, writer) => writer.principal(resource, "role"),
  "AWS::IAM::User":          (resource, writer) => writer.principal(resource, "user"),
  "AWS::IAM::Group":         (resource, writer) => writer.group(resource),
  "AWS::IAM::ManagedPolicy": (resource, writer) => writer.managedPolicy(resource),
  "AWS::EC2::VPCEndpoint":   (resource, writer) => writer.endpoint(resource),
  "AWS::Organizations::Policy": (resource, writer) => writer.control(resource),
  "AWS::SSO::Assignment":    (resource, writer) => writer.assignment(resource),
  "AWS::IAM::ServiceLinkedRole": notUnderstood,
  "AWS::KMS::Grant":         notUnderstood, // there is none: somebody's macro or extension
};

// biome-ignore format: a table reads as a table
const ATTACHED: Readonly<Record<string, Write>> = {
  "AWS::KMS::Alias":         (resource, writer) => writer.alias(resource),
  "AWS::IAM::Role":          (resource, writer) => writer.ownPolicies(resource, "role"),
  "AWS::IAM::User":          (resource, writer) => writer.ownPolicies(resource, "user"),
  "AWS::IAM::Group":         (resource, writer) => writer.ownPolicies(resource, "group"),
  "AWS::IAM::Policy":        (resource, writer) => writer.attached(resource),
  "AWS::IAM::ManagedPolicy": (resource, writer) => writer.attached(resource),
  "AWS::IAM::RolePolicy":    (resource, writer) => writer.attached(resource),
  "AWS::IAM::UserPolicy":    (resource, writer) => writer.attached(resource),
  "AWS::IAM::GroupPolicy":   (resource, writer) => writer.attached(resource),
  "AWS::SSO::PermissionSet": (resource, writer) => writer.permissionSet(resource),
  "AWS::IAM::UserToGroupAddition": (resource, writer) => writer.membership(resource),
};
