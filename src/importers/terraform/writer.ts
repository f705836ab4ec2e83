import type { Place } from "../../base/diagnostic.ts";
import { fromValue, NotJsonError } from "../../base/json-source.ts";
import { parseArn } from "../../iam/arn.ts";
import { parsePolicyNode } from "../../iam/parse/parse.ts";
import type { PolicyType } from "../../iam/policy.ts";
import type { HeldPolicy, PolicyValue, PrincipalDraft, UnknownPolicy, WorldDraft } from "../draft.ts";
import { identityOf, joined, type Leaf } from "../leaf.ts";
import { managedByAws } from "../managed-policies.ts";
import { from } from "../origins.ts";
import type { Sides } from "../sides.ts";
import { Attributes } from "./attributes.ts";
import type { Homes } from "./homes.ts";
import { type Instance, isOpen, placeOf, wordAt } from "./instance.ts";
import type { Estate, TerraformDocument } from "./plan.ts";
import { Policies, type PolicyAnswer } from "./policies.ts";
import { policyIn } from "./policy-json.ts";
import { References } from "./references.ts";

export const KEY_TYPES = [
  "aws_kms_key",
  "aws_kms_external_key",
  "aws_kms_replica_key",
  "aws_kms_replica_external_key",
  "awscc_kms_key",
  "awscc_kms_replica_key",
];

/** What the rows of resource types write with: one side of one plan or state. */
export class Writer {
  readonly side: "before" | "after";
  readonly draft: WorldDraft;
  readonly sides: Sides;
  readonly estate: Estate;
  readonly homes: Homes;
  readonly attributes: Attributes;
  readonly policies: Policies;
  readonly references: References;
  /** Principals to which something may be attached that is not known to be: their policies are not all that are listed. */
  hasLooseAttachments = false;
  readonly created = new Set<PrincipalDraft>();
  readonly exclusive = new Map<PrincipalDraft, Set<string>>(); // the kinds of policies of which a list names all
  readonly groups = new Map<string, { readonly policies: Map<string, HeldPolicy>; readonly members: Set<PrincipalDraft> }>();

  constructor(document: TerraformDocument, side: "before" | "after", sides: Sides, homes: Homes) {
    this.side = side;
    this.sides = sides;
    this.draft = sides[side];
    this.estate = document[side];
    this.homes = homes;
    this.attributes = new Attributes(homes, sides);
    this.references = new References(document, this.estate);
    this.policies = new Policies(sides, this.attributes, this.references);
    this.attributes.primaryId = (instance) => this.primaryKeyId(instance);
  }

  tell(code: Parameters<Sides["tell"]>[0], instance: Instance, name: string, message: string, help?: string): void {
    this.sides.tell(code, name === "" ? instance.at("") : placeOf(instance, name), `${instance.id}: ${message}`, help);
  }

  /** What a resource does hangs on a value that nobody knows yet. */
  undecided(instance: Instance, name: string, why: string): void {
    this.sides.leaveOpen(instance.id, why);
    this.tell("KW802", instance, name, why);
  }

  /** Where a thing is made. */
  placed(instance: Instance): Place {
    return { ...instance.at(""), address: instance.address };
  }

  arn(instance: Instance): Leaf {
    return this.attributes.of(instance, "arn");
  }

  /** The instances that an argument names: by a value that is known, or by its references. */
  targets(instance: Instance, name: string, isMeant: (target: Instance) => boolean): readonly Instance[] {
    const sources = this.references.ofArgument(instance, instance.config?.expressions[name]) ?? [];
    const found = sources.flatMap((source) => (source.kind === "attribute" && isMeant(source.instance) ? [source.instance] : []));
    return [...new Map(found.map((target) => [target.id, target])).values()];
  }

  /** The ARN of the key that an argument names, by id, ARN, alias or reference. Undefined where nobody can tell. */
  keyArn(instance: Instance, name: string): Leaf | undefined {
    const value = wordAt(instance, name);
    if (value !== undefined) return this.keyArnOf(value, instance);
    if (!isOpen(instance, name)) return undefined;
    const keys = this.targets(instance, name, ({ type, mode }) => KEY_TYPES.includes(type) || (mode === "data" && type === "aws_kms_key"));
    const aliases = this.targets(instance, name, ({ type }) => type === "aws_kms_alias");
    const arns = [
      ...keys.map((key) => this.arn(key)),
      ...aliases.flatMap((alias) => (alias.id === instance.id ? [] : (this.keyArn(alias, "target_key_id") ?? []))),
    ];
    const one = new Map(arns.map((arn) => [identityOf(arn), arn]));
    if (one.size !== 1) return undefined;
    this.#assumesLinks(instance);
    return arns[0];
  }

  /** The `aws_kms_key_policy` of a key. */
  keyPolicies(arn: Leaf): readonly Instance[] {
    if (this.#keyPolicies === undefined) {
      this.#keyPolicies = new Map();
      for (const one of this.estate.ofType("aws_kms_key_policy")) {
        const key = this.keyArn(one, "key_id");
        if (key !== undefined) this.#keyPolicies.set(identityOf(key), [...(this.#keyPolicies.get(identityOf(key)) ?? []), one]);
        else {
          this.undecided(one, "key_id", "which key the policy is for is known after apply");
        }
      }
    }
    return this.#keyPolicies.get(identityOf(arn)) ?? [];
  }
  #keyPolicies: Map<string, Instance[]> | undefined;

  /** That a reference in an argument that names one thing names that thing: one assumption for all of them. */
  #assumesLinks(instance: Instance): void {
    this.sides.assumptions.set("assumed:links", {
      id: "assumed:links",
      text: "what key_id, target_key_id, role, policy_arn and the like refer to is the thing they name",
      ...(this.sides.assumptions.get("assumed:links") ?? { at: instance.at("") }),
    });
  }

  keyArnOf(value: string, instance: Instance): Leaf | undefined {
    const arn = parseArn(value);
    if (arn?.service === "kms" && arn.resource.startsWith("key/")) return value;
    const alias = value.startsWith("alias/")
      ? value
      : arn?.service === "kms" && arn.resource.startsWith("alias/")
        ? arn.resource
        : undefined;
    if (alias !== undefined) {
      const found = this.estate.ofType("aws_kms_alias").find((one) => wordAt(one, "name") === alias && one.id !== instance.id);
      return found === undefined ? undefined : this.keyArn(found, "target_key_id");
    }
    const key = this.estate.ofType(...KEY_TYPES).find((one) => wordAt(one, "key_id") === value && this.#isBeside(one, instance));
    if (key !== undefined) return this.arn(key);
    if (!/^(?:mrk-)?[0-9a-f-]{32,36}$/.test(value)) return undefined;
    const { account, region, partition } = this.homes.of(instance);
    return joined([`arn:${partition}:kms:`, region, ":", account, `:key/${value}`]);
  }

  #isBeside(one: Instance, other: Instance): boolean {
    return identityOf(this.homes.of(one).region) === identityOf(this.homes.of(other).region) && this.#isInAccountOf(one, other);
  }

  #isInAccountOf(one: Instance, other: Instance): boolean {
    return identityOf(this.homes.of(one).account) === identityOf(this.homes.of(other).account);
  }

  /** The id of the primary key of a replica. */
  primaryKeyId(replica: Instance): Leaf | undefined {
    const arn = wordAt(replica, "primary_key_arn");
    if (arn !== undefined) return /:key\/(.+)$/.exec(arn)?.[1];
    const [primary, ...more] = this.primaryKeys(replica);
    return primary === undefined || more.length > 0 ? undefined : this.attributes.of(primary, "key_id");
  }

  primaryKeys(replica: Instance): readonly Instance[] {
    const arn = wordAt(replica, "primary_key_arn");
    if (arn !== undefined) return this.estate.ofType(...KEY_TYPES).filter((one) => wordAt(one, "arn") === arn);
    return this.targets(replica, "primary_key_arn", ({ type, id }) => KEY_TYPES.includes(type) && id !== replica.id);
  }

  /** Who an argument names: a role, user or group of this document, one that a data source found, or one from elsewhere. */
  principal(instance: Instance, name: string, kind: "role" | "user"): PrincipalDraft | undefined {
    const value = wordAt(instance, name);
    const type = `aws_iam_${kind}`;
    if (value !== undefined) return this.principalNamed(value, kind, instance);
    const found = this.targets(instance, name, (target) => target.type === type);
    const [only, ...more] = found;
    if (only === undefined || more.length > 0) return undefined;
    this.#assumesLinks(instance);
    return this.draft.principal(this.arn(only), ...namesOf(only));
  }

  principalNamed(value: string, kind: "role" | "user", instance: Instance): PrincipalDraft {
    const name = value.includes("/") ? (value.split("/").at(-1) ?? value) : value; // some arguments take ARNs too
    const type = `aws_iam_${kind}`;
    const own = this.estate
      .ofType(type, `awscc_iam_${kind}`)
      .find((one) => nameIn(one) === name && this.#isInAccountOf(one, instance) && one.life !== "goes");
    if (own !== undefined && (own.mode === "managed" || wordAt(own, "arn") !== undefined))
      return this.draft.principal(this.arn(own), ...namesOf(own));
    if (parseArn(value)?.service === "iam") return this.draft.principal(value, name);
    return this.draft.principal(this.#outsider(name, kind, instance), name);
  }

  /** A principal from elsewhere, of whom only the name is told: its path is not known. */
  #outsider(name: string, kind: "role" | "user", instance: Instance): Leaf {
    const { account, partition } = this.homes.of(instance);
    const start = joined([`arn:${partition}:iam::`, account, `:${kind}/`]);
    return this.sides.symbol(`${name}-arn`, {
      type: kind === "role" ? "role-arn" : "user-arn",
      from: `the ${kind} ${name} of ${typeof account === "string" ? account : identityOf(account)}`,
      at: instance.at(""),
      ...(typeof account === "string" ? { account } : "$symbol" in account && { account: account.$symbol }),
      ...(typeof start === "string" && { prefix: start }),
      suffix: name,
    });
  }

  group(identity: string) {
    const known = this.groups.get(identity) ?? { policies: new Map(), members: new Set<PrincipalDraft>() };
    this.groups.set(identity, known);
    return known;
  }

  /** Of a group its name, which its references lead to as well. */
  groupName(instance: Instance, name: string): string | undefined {
    const value = wordAt(instance, name);
    if (value !== undefined) return value;
    const [only, ...more] = this.targets(instance, name, ({ type }) => type === "aws_iam_group");
    return only === undefined || more.length > 0 ? undefined : identityOf(this.attributes.of(only, "name"));
  }

  /** What is called by an ARN in `policy_arn` and the like: a policy of this document, one of AWS's, one from elsewhere. */
  managedPolicy(instance: Instance, name: string): HeldPolicy {
    const value = wordAt(instance, name);
    if (value !== undefined) return this.managedPolicyNamed(value, instance, placeOf(instance, name));
    const [only, ...more] = this.targets(instance, name, ({ type }) => type === "aws_iam_policy" || type === "awscc_iam_managed_policy");
    if (only !== undefined && more.length === 0) {
      this.#assumesLinks(instance);
      return identityOf(this.arn(only));
    }
    return this.sides.policyUnknown(`${instance.id}`, "which policy it attaches is known after apply", placeOf(instance, name));
  }

  managedPolicyNamed(arn: string, instance: Instance, at: Place): HeldPolicy {
    const own = this.estate.ofType("aws_iam_policy").find((one) => one.mode === "managed" && this.#hasArn(one, arn) && one.life !== "goes");
    if (own !== undefined) return identityOf(this.arn(own));
    const read = this.estate.ofType("aws_iam_policy").find((one) => one.mode === "data" && wordAt(one, "arn") === arn);
    const text = read === undefined ? undefined : wordAt(read, "policy");
    const policy = text === undefined ? undefined : policyIn(text);
    if (policy !== undefined && "document" in policy)
      return this.draft.sharedPolicy(arn, this.checked(policy.document, "identity", arn, at), lastOf(arn));
    const ofAws = managedByAws(arn, [this.draft], this.sides, at);
    if (ofAws !== undefined) return ofAws;
    if (this.draft.hasPolicy(arn)) return arn;
    return this.draft.sharedPolicy(
      arn,
      this.sides.elsewhere(arn, () => this.sides.policyUnknown(arn, `${instance.address} attaches it, and its document is not here`, at)),
      lastOf(arn),
    );
  }

  #hasArn(one: Instance, arn: string): boolean {
    return identityOf(this.arn(one)) === arn;
  }

  /** A policy argument as a world has it. `none` answers undefined. */
  policyValue(answer: PolicyAnswer, type: PolicyType, what: string, at: Place, was?: string): PolicyValue | UnknownPolicy | undefined {
    const value = this.#policyValue(answer, type, what, at, was);
    if (value !== undefined && this.side === "after") this.sides.policies.set(what, value);
    return value;
  }

  #policyValue(answer: PolicyAnswer, type: PolicyType, what: string, at: Place, was?: string): PolicyValue | UnknownPolicy | undefined {
    if (answer.kind === "none") return undefined;
    if (answer.kind === "document") return from(this.checked({ ...answer.document }, type, what, at), { ...at, address: addressIn(what) });
    const before = was === undefined ? undefined : policyIn(was);
    const present = before !== undefined && "document" in before ? before.document : undefined;
    return this.sides.policyUnknown(what, answer.why, answer.at, present === undefined ? {} : { was: present }, answer.help);
  }

  /** A document that AWS would refuse says nothing of what will be allowed: it is not known then, and told. */
  checked(document: PolicyValue, type: PolicyType, what: string, at: Place): PolicyValue | UnknownPolicy {
    const fault = faultOf(document, type, what);
    if (fault === undefined) return document;
    this.sides.tell("KW817", at, `${what}: AWS refuses this policy: ${fault}`);
    return this.sides.policyUnknown(what, `AWS refuses it as it is: ${fault}`, at);
  }
}

/** Of a thing by what tells it apart. */
const addressIn = (id: string): string => id.replace(/ \((?:before|deposed .*)\)$/, "");

/** What is wrong with a document without leaves. */
function faultOf(document: PolicyValue, type: PolicyType, name: string): string | undefined {
  try {
    if (hasLeaf(document)) return undefined;
    return parsePolicyNode(fromValue(document), { type, name }).diagnostics.find(({ severity }) => severity === "error")?.message;
  } catch (error) {
    if (error instanceof NotJsonError) return "it is too large";
    throw error;
  }
}

function hasLeaf(value: unknown, depth = 0): boolean {
  if (typeof value !== "object" || value === null || depth > 64) return false;
  if ("$symbol" in value || "$join" in value || "$assumed" in value) return true;
  return Object.values(value).some((each) => hasLeaf(each, depth + 1));
}

const lastOf = (arn: string): string => arn.split("/").at(-1) ?? arn;

const nameIn = (instance: Instance): string | undefined =>
  wordAt(instance, "name") ?? wordAt(instance, "role_name") ?? wordAt(instance, "user_name");

const PLAIN = new Set(["this", "main", "default", "key", "cmk", "kms", "kms_key", "role", "user", "policy"]);

/** What a thing may be called: its own name, that of the resource unless it says nothing, of its module, its address. */
export function namesOf(instance: Instance): readonly string[] {
  const { name, key, module, address, id } = instance;
  const keyed = key === undefined ? name : `${name}.${key}`;
  const modules = module.map((step) => (step.key === undefined ? step.name : `${step.name}.${step.key}`)).join(".");
  const own = nameIn(instance);
  const short = PLAIN.has(name) && modules !== "" ? (key === undefined ? modules : `${modules}.${key}`) : keyed;
  return [...(own === undefined ? [] : [own]), short, ...(modules === "" ? [] : [`${modules}.${keyed}`]), id === address ? address : id];
}
