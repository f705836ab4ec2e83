import type { Place } from "../base/diagnostic.ts";
import type { ResourceMember } from "../catalog/data/kinds.ts";
import { defaultKeyPolicyText } from "../catalog/default-key-policy.ts";
import { partitionOf } from "../catalog/regions.ts";
import { OrganizationDraft } from "./draft-organization.ts";
import { type AssumedLeaf, identityOf, joined, type Leaf, textOf } from "./leaf.ts";
import { from } from "./origins.ts";

/** What a world may know all of, or some (`knows`). */
export const WORDS = ["principals", "policies", "grants", "keys", "serviceControl", "resourceControl", "endpoints"] as const;
export type Word = (typeof WORDS)[number];

export type KeyFact = "state" | "rotation" | "spec" | "usage" | "origin" | "multiRegion" | "description";
export type PrincipalFact = "userId" | "session";

/** A policy document whose texts may be leaves, or a policy that is not known. */
export type PolicyValue = Readonly<Record<string, unknown>>;

/** A policy that is there and not known: why, where, what is there at present, and whether it is known to deny nothing. */
export type UnknownPolicy = {
  readonly unknown: string;
  readonly at?: Place;
  readonly was?: PolicyValue | undefined;
  readonly denies?: false;
};

/** What a principal has: a document, one that is not known, or one that is named: by the ARN of one of `policies`, which may be taken for granted. */
export type HeldPolicy = PolicyValue | UnknownPolicy | AssumedLeaf | string;

export type GrantDraft = {
  readonly id?: string;
  readonly name?: string | undefined;
  readonly grantee: Leaf;
  readonly operations: readonly string[];
  readonly constraints?: Readonly<Record<string, unknown>> | undefined;
  readonly retiring?: Leaf | undefined;
  readonly issuingAccount?: Leaf | undefined;
};

type Common = {
  readonly names: string[]; // candidates for its short name, the best first
  readonly unknown: Set<string>;
  readonly knows: Map<Word, "all" | "some">;
  readonly members: Map<string, unknown>;
};

const common = (unknown: readonly string[]): Common => ({ names: [], unknown: new Set(unknown), knows: new Map(), members: new Map() });

/** What is said of one thing in one world. Every fact is unknown until it is seen. */
class Draft {
  protected readonly of: Common;
  constructor(unknown: readonly string[]) {
    this.of = common(unknown);
  }

  /** More names that it may go by, behind those it has. */
  named(...names: readonly string[]): this {
    this.of.names.push(...names);
    return this;
  }

  protected fact(name: string, value: unknown): this {
    this.of.unknown.delete(name);
    if (value === undefined) this.of.members.delete(name);
    else this.of.members.set(name, value);
    return this;
  }

  /** It was seen that these are at their defaults. */
  seen(...facts: readonly string[]): this {
    for (const fact of facts) this.of.unknown.delete(fact);
    return this;
  }

  isUnknown(fact: string): boolean {
    return this.of.unknown.has(fact);
  }

  /** It stays as it is when what manages it lets it go: when it is removed, when another one is made in its place, or always. */
  retained(how: true | "removed" | "replaced" | undefined): this {
    return this.fact("retained", how);
  }

  knows(word: Word, how: "all" | "some" = "all"): this {
    this.of.knows.set(word, how);
    return this;
  }

  /** The document that makes it, or else the first that says something of it. */
  from(at: Place): this {
    this.at ??= at;
    return this;
  }
  protected at: Place | undefined;

  protected placed(document: Record<string, unknown>): Record<string, unknown> {
    return this.at === undefined ? document : from(document, this.at);
  }

  get names(): readonly string[] {
    return this.of.names;
  }

  protected write(): Record<string, unknown> {
    return {
      ...Object.fromEntries(this.of.members),
      ...(this.of.knows.size > 0 && { knows: Object.fromEntries(this.of.knows) }),
      ...(this.of.unknown.size > 0 && { unknown: [...this.of.unknown] }),
    };
  }
}

/** A key: unknown are policy, state, rotation, spec, usage, origin, multiRegion, aliases, tags, description. */
export class KeyDraft extends Draft {
  readonly arn: Leaf;
  readonly #grants: GrantDraft[] = [];
  readonly #aliases: Leaf[] = [];

  constructor(arn: Leaf) {
    super(["policy", "state", "rotation", "spec", "usage", "origin", "multiRegion", "aliases", "tags", "description"]);
    this.arn = arn;
    this.of.members.set("arn", arn);
  }

  /** A value as `world/document.ts` has it. `undefined` is the default, seen. */
  set(fact: KeyFact | "managedBy" | "multiRegionKeyType" | "pendingWindowInDays" | "createdAt", value: unknown): this {
    return this.fact(fact, value);
  }

  /** What its manager does with it: words for those who read reports. */
  managed(how: "skipsLockoutCheck" | "replaces", value: unknown): this {
    return this.fact(how, value);
  }

  policy(policy: PolicyValue | UnknownPolicy | string): this {
    return this.fact("policy", policy);
  }

  get currentPolicy(): unknown {
    return this.of.members.get("policy");
  }

  tags(tags: Readonly<Record<string, Leaf>>): this {
    return this.fact("tags", tags);
  }

  /** One alias of it. That there are no others, `seen("aliases")` says. */
  alias(alias: Leaf): this {
    if (!this.#aliases.some((one) => identityOf(one) === identityOf(alias))) this.#aliases.push(alias);
    return this;
  }

  dropAlias(alias: Leaf): this {
    const at = this.#aliases.findIndex((one) => identityOf(one) === identityOf(alias));
    if (at >= 0) this.#aliases.splice(at, 1);
    return this;
  }

  get aliases(): readonly Leaf[] {
    return this.#aliases;
  }

  grant(grant: GrantDraft): this {
    this.#grants.push(grant);
    return this;
  }

  document(): Record<string, unknown> {
    const { spec = "SYMMETRIC_DEFAULT", origin = "AWS_KMS", rotation } = Object.fromEntries(this.of.members);
    if (rotation !== undefined && rotation !== false && (spec !== "SYMMETRIC_DEFAULT" || origin !== "AWS_KMS")) {
      this.of.members.delete("rotation"); // AWS refuses it: what will be is not known
      this.of.unknown.add("rotation");
    }
    return this.placed({
      ...super.write(),
      ...(this.#aliases.length > 0 && { aliases: this.#aliases }),
      ...(this.#grants.length > 0 && { grants: this.#grants }),
    });
  }

  get counts() {
    return { grants: this.#grants.length, aliases: this.#aliases.length };
  }
}

/** Who may ask: unknown are boundary, trust, tags, userId, session. */
export class PrincipalDraft extends Draft {
  readonly arn: Leaf;
  readonly #policies = new Map<string, HeldPolicy>();

  constructor(arn: Leaf) {
    super(["boundary", "trust", "tags", "userId", "session"]);
    this.arn = arn;
    this.of.members.set("arn", arn);
  }

  set(fact: PrincipalFact | "serviceLinkedRole", value: unknown): this {
    return this.fact(fact, value);
  }

  /** An identity policy, by what tells it apart from the others of this principal. `string`: the name of one of `policies`, or the ARN of one of AWS's. */
  policy(id: string, policy: HeldPolicy): this {
    this.#policies.set(id, policy);
    return this;
  }

  /** Takes policies away: of an exclusive list, or what another document says is gone. */
  keepPolicies(isKept: (id: string) => boolean): this {
    for (const id of [...this.#policies.keys()]) if (!isKept(id)) this.#policies.delete(id);
    return this;
  }

  hasPolicy(id: string): boolean {
    return this.#policies.has(id);
  }

  boundary(policy: HeldPolicy | undefined): this {
    return this.fact("boundary", policy);
  }

  trust(policy: PolicyValue | UnknownPolicy | undefined): this {
    return this.fact("trust", policy);
  }

  tags(tags: Readonly<Record<string, Leaf>>): this {
    return this.fact("tags", tags);
  }

  /** Of a role, its MaxSessionDuration as a document has it: a number, or one as text. AWS's own 3600 is what is meant where none is told. */
  longestSession(seconds: unknown): this {
    const number = typeof seconds === "string" ? Number(seconds) : seconds;
    const isTold = typeof number === "number" && Number.isInteger(number) && number > 3600 && number <= 43_200;
    return isTold ? this.fact("maxSessionDuration", number) : this;
  }

  document(nameOf: (policy: string) => string): Record<string, unknown> {
    const named = (policy: unknown) =>
      typeof policy === "string" ? nameOf(policy) : isAssumed(policy) ? { ...policy, $assumed: nameOf(policy.$assumed) } : policy;
    const { arn, boundary, ...rest } = super.write();
    return this.placed({
      arn,
      policies: [...this.#policies.values()].map(named),
      ...(boundary !== undefined && { boundary: named(boundary) }),
      ...rest,
    });
  }

  get counts() {
    return { policies: this.#policies.size };
  }
}

/** Under which key data lies, as a world has it: the key's ARN, `alias/aws/SERVICE`, `aws-owned`, `none`, or why it is not known. */
export type KeyOfDataDraft = Leaf | { readonly unknown: string };

/** What data lies in: nothing of it has a default, so what is not set was not seen (`world/document.ts`, `resources`). */
export class ResourceDraft {
  readonly arn: Leaf;
  readonly names: string[] = [];
  readonly #members = new Map<string, unknown>();

  constructor(arn: Leaf) {
    this.arn = arn;
  }

  named(...names: readonly string[]): this {
    this.names.push(...names);
    return this;
  }

  /** `undefined` leaves it as it is: not told. */
  set(member: Exclude<ResourceMember, "objects" | "versions"> | "account" | "region" | "tags", value: unknown): this {
    if (value !== undefined) this.#members.set(member, value);
    return this;
  }

  policy(policy: PolicyValue | UnknownPolicy | "none" | undefined): this {
    if (policy !== undefined) this.#members.set("policy", policy);
    return this;
  }

  key(key: KeyOfDataDraft | undefined): this {
    if (key !== undefined) this.#members.set("key", key);
    return this;
  }

  has(member: string): boolean {
    return this.#members.has(member);
  }

  document(): Record<string, unknown> {
    return { arn: this.arn, ...Object.fromEntries(this.#members) };
  }
}

const isAssumed = (policy: unknown): policy is AssumedLeaf => typeof policy === "object" && policy !== null && "$assumed" in policy;

export type EndpointDraft = {
  readonly id: string;
  readonly names: readonly string[];
  readonly vpc?: string | undefined;
  readonly policy?: PolicyValue | UnknownPolicy | undefined; // absent: everything may pass
};

/** A policy that principals share, by its ARN: what `policy` of a principal and `boundary` name. */
type SharedPolicy = { readonly id: string; readonly names: readonly string[]; policy: PolicyValue | UnknownPolicy };

/** One world while it is put together. The same thing, told by several documents, is one: things are known by their ARNs. */
export class WorldDraft {
  readonly #keys = new Map<string, KeyDraft>();
  readonly #principals = new Map<string, PrincipalDraft>();
  readonly #policies = new Map<string, SharedPolicy>();
  readonly #endpoints = new Map<string, EndpointDraft>();
  readonly #resources = new Map<string, ResourceDraft>();
  readonly #knows = new Map<string, Map<Word, "all" | "some">>(); // by account; "" for the top
  readonly organization = new OrganizationDraft();

  /** The key with this ARN: the one that is there, or a new one. `names`: what it may be called, the best first. */
  key(arn: Leaf, ...names: readonly string[]): KeyDraft {
    return one(this.#keys, identityOf(arn), () => new KeyDraft(arn)).named(...names);
  }

  principal(arn: Leaf, ...names: readonly string[]): PrincipalDraft {
    return one(this.#principals, identityOf(arn), () => new PrincipalDraft(arn)).named(...names);
  }

  /** A policy that several may have. Answers what it is called by `policy` and `boundary` of principals: its ARN. */
  sharedPolicy(arn: Leaf, policy: PolicyValue | UnknownPolicy, ...names: readonly string[]): string {
    const id = identityOf(arn);
    this.#policies.set(id, { id, names: [...(this.#policies.get(id)?.names ?? []), ...names], policy });
    return id;
  }

  hasPolicy(arn: Leaf): boolean {
    return this.#policies.has(identityOf(arn));
  }

  endpoint(endpoint: EndpointDraft): void {
    this.#endpoints.set(endpoint.id, endpoint);
  }

  /** What data lies in, by its ARN: the one that is there, or a new one. */
  resource(arn: Leaf, ...names: readonly string[]): ResourceDraft {
    return one(this.#resources, identityOf(arn), () => new ResourceDraft(arn)).named(...names);
  }

  /** That a list of one account, or without one that of everything, is complete. */
  knows(word: Word, account = "", how: "all" | "some" = "all"): void {
    one(this.#knows, account, () => new Map()).set(word, how);
  }

  get keys(): ReadonlyMap<string, KeyDraft> {
    return this.#keys;
  }
  get principals(): ReadonlyMap<string, PrincipalDraft> {
    return this.#principals;
  }
  get policies(): ReadonlyMap<string, SharedPolicy> {
    return this.#policies;
  }
  get endpoints(): ReadonlyMap<string, EndpointDraft> {
    return this.#endpoints;
  }
  get resources(): ReadonlyMap<string, ResourceDraft> {
    return this.#resources;
  }
  get known(): ReadonlyMap<string, ReadonlyMap<Word, "all" | "some">> {
    return this.#knows;
  }
}

function one<T>(all: Map<string, T>, id: string, make: () => T): T {
  const known = all.get(id) ?? make();
  all.set(id, known);
  return known;
}

/** The policy that AWS gives a key made without one. The account may be a symbol. */
export function defaultKeyPolicy(account: Leaf, region: string): PolicyValue {
  const partition = partitionOf(region) ?? "aws";
  const text = textOf(account);

  const document = JSON.parse(defaultKeyPolicyText({ partition, account: text ?? "" })) as {
    readonly Statement: readonly { readonly Principal: { readonly AWS: string } }[];
  };
  if (text !== undefined) return document;
  const root = joined([`arn:${partition}:iam::`, account, ":root"]);
  return { ...document, Statement: document.Statement.map((statement) => ({ ...statement, Principal: { AWS: root } })) };
}
