import { isPlainObject } from "../../base/json-source.ts";
import { shown } from "../../base/text.ts";
import { isGrantOperation } from "../../catalog/grant-operations.ts";
import { KEY_ORIGINS, KEY_SPECS } from "../../catalog/key-specs.ts";
import { KEY_STATES } from "../../catalog/key-states.ts";
import { partitionOf } from "../../catalog/regions.ts";
import { isAccountId, parseArn } from "../../iam/arn.ts";
import type { GrantDraft, KeyDraft } from "../draft.ts";
import type { Sides } from "../sides.ts";
import { type Answer, isPage, type Members, members, readPolicy, tagsIn, text } from "./answer.ts";

type Home = { readonly account: string; readonly region: string };

/** The keys of a dump, put together from the answers about each. */
export class KeyAnswers {
  readonly #sides: Sides;
  readonly #arns = new Map<string, string>(); // by id; of a multi-Region key by Region and id
  readonly #policies = new Map<string, string>(); // what was told of a key first
  readonly #keysOfFile = new Map<string, Set<string>>();
  readonly #keysOfFolder = new Map<string, Set<string>>();
  readonly #answers: readonly Answer[];

  constructor(answers: readonly Answer[], sides: Sides) {
    this.#answers = answers;
    this.#sides = sides;
    for (const answer of answers) for (const arn of arnsIn(answer)) this.#learn(arn, answer);
  }

  #learn(arn: string, { file, subject: { folder } }: Answer): void {
    const parsed = parseArn(arn);
    if (parsed?.service !== "kms" || !parsed.resource.startsWith("key/")) return;
    const id = parsed.resource.slice(4);
    this.#arns.set(`${parsed.region}/${id}`, arn);
    if (!this.#arns.has(id)) this.#arns.set(id, arn);
    for (const [all, name] of [
      [this.#keysOfFile, file],
      [this.#keysOfFolder, folder],
    ] as const)
      all.set(name, (all.get(name) ?? new Set<string>()).add(arn));
  }

  read(): void {
    for (const answer of this.#answers) READERS[answer.kind]?.(answer, this);
    this.#settle();
  }

  /** The key that an answer is about: told by itself, by its path, or by what stands beside it. Undefined, and told, where nothing tells. */
  #keyOf(answer: Answer, own?: unknown): string | undefined {
    const told = text(own);
    if (told?.startsWith("arn:") === true) return told;
    const id = told ?? answer.subject.key;
    if (id !== undefined) return this.#arns.get(`${answer.subject.region ?? ""}/${id}`) ?? this.#arns.get(id) ?? this.#madeArn(id, answer);
    for (const keys of [this.#keysOfFile.get(answer.file), this.#keysOfFolder.get(answer.subject.folder), new Set(this.#arns.values())]) {
      const [only, another] = keys ?? [];
      if (only !== undefined && another === undefined) return only;
      if (only !== undefined) break; // several: which one is anybody's guess
    }
    const help = "name its file by the id of its key, or put it in a folder of that name, as `kmsward import --collect` does";
    this.#sides.tell("KW826", answer.at(""), `nothing says which key this answer of \`${answer.kind}\` is about: it is left out`, help);
    return undefined;
  }

  /** Of a key that only a path tells of. */
  #madeArn(id: string, { subject, at }: Answer): string | undefined {
    const account = subject.account ?? this.#sides.account;
    const region = subject.region ?? this.#sides.region;
    const partition = region === undefined ? undefined : partitionOf(region);
    if (account !== undefined && partition !== undefined) return `arn:${partition}:kms:${region}:${account}:key/${id}`;
    this.#sides.tell(
      "KW808",
      at(""),
      `nothing says in which account and Region the key ${shown(id)} is: it is left out`,
      "give them: `--account ID --region NAME`, or its `describe-key`",
    );
    return undefined;
  }

  #each(arn: string, write: (key: KeyDraft) => void): void {
    this.#sides.each((draft) => write(draft.key(arn)));
  }

  listKeys({ value, at, subject }: Answer): void {
    const arns = members(value.Keys).flatMap(({ KeyArn }) => text(KeyArn) ?? []);
    for (const arn of arns) this.#each(arn, () => {});
    const { account, region } = parseArn(arns[0] ?? "") ?? subject;
    if (isPage(value)) {
      this.#page("list-keys", at);
      return;
    }
    if (account !== undefined && region !== undefined) this.#listed.add(`${account}/${region}`);
  }

  /** Accounts with their Regions, of which all keys are told. */
  readonly #listed = new Set<string>();

  /** The keys of an account are all there where those of every Region are of which the answers tell something. */
  #settle(): void {
    const told = new Map<string, Set<string>>();
    const add = (account: string | undefined, region: string | undefined): void => {
      if (account !== undefined && region !== undefined) told.set(account, (told.get(account) ?? new Set<string>()).add(region));
    };
    for (const { subject } of this.#answers) add(subject.account, subject.region);
    for (const { arn } of this.#sides.after.keys.values()) {
      const key = typeof arn === "string" ? parseArn(arn) : undefined;
      add(key?.account, key?.region);
    }
    for (const [account, regions] of told)
      if ([...regions].every((region) => this.#listed.has(`${account}/${region}`)))
        this.#sides.each((draft) => draft.knows("keys", account));
  }

  #page(command: string, at: Answer["at"]): void {
    this.#sides.tell(
      "KW810",
      at(""),
      `this answer of \`${command}\` is one page of several: more may exist`,
      "collect without `--max-items` and `--no-paginate`",
    );
  }

  describeKey({ value, at }: Answer): void {
    const metadata = value.KeyMetadata as Members;
    const arn = text(metadata.Arn);
    if (arn === undefined || parseArn(arn)?.service !== "kms") {
      this.#sides.tell("KW818", at("/KeyMetadata/Arn"), "the description of a key has no ARN: it is left out");
      return;
    }
    this.#each(arn, (key) => describe(key.from(at("/KeyMetadata")), metadata));
  }

  policy(answer: Answer, own?: unknown): void {
    const arn = this.#keyOf(answer, own);
    if (arn === undefined) return;
    const [given, at] = answer.kind === "policy" ? [answer.value, answer.at("")] : [answer.value.Policy, answer.at("/Policy")];
    const policy = readPolicy(given, "key-policy", `the policy of ${arn}`, at, this.#sides);
    const written = JSON.stringify(policy);
    const before = this.#policies.get(arn);
    this.#policies.set(arn, before ?? written);
    if (before !== undefined && before !== written) {
      const why = "two answers tell of different policies";
      const unknown = this.#sides.policyUnknown(
        `the policy of ${arn}`,
        why,
        answer.at(""),
        {},
        "were they collected at different times? Keep the newer one",
      );
      this.#each(arn, (key) => key.policy(unknown));
      return;
    }
    this.#each(arn, (key) => key.policy(policy));
  }

  /** The policy was asked for, and AWS did not tell it. */
  refused(subject: Answer, why: string): void {
    const arn = this.#keyOf(subject);
    if (arn === undefined || this.#policies.has(arn)) return;
    const unknown = this.#sides.policyUnknown(`the policy of ${arn}`, why, subject.at(""));
    this.#each(arn, (key) => key.policy(unknown));
  }

  listAliases({ value, at, subject }: Answer): void {
    const homes = new Map<string, Home>();
    for (const { AliasName, AliasArn, TargetKeyId } of members(value.Aliases)) {
      const [alias, target, arn] = [text(AliasName), text(TargetKeyId), parseArn(text(AliasArn) ?? "")];
      if (arn !== undefined) homes.set(`${arn.account}/${arn.region}`, arn);
      if (alias === undefined || target === undefined) continue; // a name that AWS reserves, without a key
      const key = target.startsWith("arn:")
        ? target
        : arn === undefined
          ? this.#arns.get(target)
          : `arn:${arn.partition}:kms:${arn.region}:${arn.account}:key/${target}`;
      if (key === undefined) continue;
      this.#each(key, (draft) => {
        draft.alias(alias).named(alias);
        if (alias.startsWith("alias/aws/")) draft.set("managedBy", "aws");
      });
    }
    if (isPage(value)) {
      this.#page("list-aliases", at);
      return;
    }
    const isThere = (arn: string): boolean => {
      const { account, region, resource } = parseArn(arn) ?? {};
      return subject.key === undefined ? homes.has(`${account}/${region}`) : resource === `key/${subject.key}`;
    };
    this.#sides.each((draft) => {
      for (const key of draft.keys.values()) if (typeof key.arn === "string" && isThere(key.arn)) key.seen("aliases");
    });
  }

  listGrants(answer: Answer): void {
    const { value, at } = answer;
    const grants = members(value.Grants);
    const own = new Map<string, Members[]>();
    for (const grant of grants) {
      const arn = this.#keyOf(answer, grant.KeyId);
      if (arn !== undefined) own.set(arn, [...(own.get(arn) ?? []), grant]);
    }
    if (grants.length === 0) {
      const arn = this.#keyOf(answer);
      if (arn !== undefined) own.set(arn, []);
    }
    const isPart = isPage(value);
    if (isPart) this.#page("list-grants", at);
    for (const [arn, list] of own) {
      const read = list.map((grant) => grantOf(grant));
      read.forEach((grant, i) => {
        if (grant === undefined)
          this.#sides.tell("KW818", at(`/Grants/${i}`), `a grant on ${arn} has members that are not known here: it is left out`);
      });
      this.#each(arn, (key) => {
        for (const grant of read) if (grant !== undefined) key.grant(grant);
        const isAll = !isPart && own.size === 1 && !read.includes(undefined);
        if (!isAll) key.knows("grants", "some");
        else if (!this.#pages.has(arn)) key.knows("grants");
      });
      if (isPart) this.#pages.add(arn);
    }
  }

  /** Keys of whose grants one page of several is there. */
  readonly #pages = new Set<string>();

  listTags(answer: Answer): void {
    const arn = this.#keyOf(answer);
    const tags = tagsIn(answer.value.Tags);
    if (isPage(answer.value)) {
      this.#page("list-resource-tags", answer.at);
      return;
    }
    if (arn !== undefined && tags !== undefined) this.#each(arn, (key) => key.tags(tags));
  }

  rotation(answer: Answer): void {
    const { KeyId, KeyRotationEnabled, RotationPeriodInDays } = answer.value;
    const arn = this.#keyOf(answer, KeyId);
    if (arn === undefined) return;
    const rotation =
      KeyRotationEnabled !== true ? undefined : typeof RotationPeriodInDays === "number" ? { periodInDays: RotationPeriodInDays } : true;
    this.#each(arn, (key) => key.set("rotation", rotation));
  }
}

const READERS: Readonly<Partial<Record<Answer["kind"], (answer: Answer, keys: KeyAnswers) => void>>> = {
  "kms list-keys": (answer, keys) => keys.listKeys(answer),
  "kms describe-key": (answer, keys) => keys.describeKey(answer),
  "kms get-key-policy": (answer, keys) => keys.policy(answer),
  policy: (answer, keys) => keys.policy(answer),
  "kms list-aliases": (answer, keys) => keys.listAliases(answer),
  "kms list-grants": (answer, keys) => keys.listGrants(answer),
  "kms list-resource-tags": (answer, keys) => keys.listTags(answer),
  "kms get-key-rotation-status": (answer, keys) => keys.rotation(answer),
};

/** The ARNs of keys in an answer. */
function arnsIn({ kind, value }: Answer): readonly string[] {
  if (kind === "kms list-keys") return members(value.Keys).flatMap(({ KeyArn }) => text(KeyArn) ?? []);
  if (kind === "kms describe-key") return [text((value.KeyMetadata as Members).Arn) ?? []].flat();
  if (kind === "kms list-grants") return members(value.Grants).flatMap(({ KeyId }) => text(KeyId) ?? []);
  return [];
}

const SPECS: ReadonlySet<string> = new Set(KEY_SPECS.map(({ spec }) => spec));
const ORIGINS: ReadonlySet<string> = new Set(KEY_ORIGINS);
const STATES: ReadonlySet<string> = new Set(KEY_STATES);
const USAGES: ReadonlySet<string> = new Set(KEY_SPECS.flatMap(({ usages }) => usages));

/** KMS API Reference, KeyMetadata. What a member says that is not known here stays unknown. */
export function describe(key: KeyDraft, metadata: Members): void {
  const { KeyState, KeySpec, CustomerMasterKeySpec, KeyUsage, Origin, KeyManager, MultiRegion, Description, CreationDate } = metadata;
  const one = (fact: Parameters<KeyDraft["set"]>[0], value: unknown, known: ReadonlySet<string>): void => {
    if (typeof value === "string" && known.has(value)) key.set(fact, value);
  };
  one("state", KeyState, STATES);
  one("spec", KeySpec ?? CustomerMasterKeySpec, SPECS);
  one("usage", KeyUsage, USAGES);
  one("origin", Origin, ORIGINS);
  if (KeyManager === "AWS") key.set("managedBy", "aws");
  if (typeof Description === "string") key.set("description", Description);
  if (typeof MultiRegion === "boolean") key.set("multiRegion", MultiRegion ? true : undefined);
  const type = isPlainObject(metadata.MultiRegionConfiguration) ? metadata.MultiRegionConfiguration.MultiRegionKeyType : undefined;
  if (MultiRegion === true && (type === "PRIMARY" || type === "REPLICA")) key.set("multiRegionKeyType", type);
  const created =
    typeof CreationDate === "number" ? CreationDate * 1000 : typeof CreationDate === "string" ? Date.parse(CreationDate) : Number.NaN;
  if (Number.isFinite(created) && Math.abs(created) < MOST_TIME) key.set("createdAt", new Date(created).toISOString());
}

const MOST_TIME = 8.64e15; // what a Date holds

/** KMS API Reference, GrantListEntry. Undefined where it has a bound or an operation that is not known here: without it the grant would allow more. */
function grantOf(grant: Members): GrantDraft | undefined {
  const { GrantId, Name, Operations, Constraints, RetiringPrincipal, IssuingAccount } = grant;
  const grantee = text(grant.GranteePrincipal) ?? text(grant.GranteeServicePrincipal);
  const retiring = text(RetiringPrincipal) ?? text(grant.RetiringServicePrincipal);
  const operations = Array.isArray(Operations) ? Operations.filter((each) => typeof each === "string") : [];
  if (grantee === undefined || !operations.every(isGrantOperation)) return undefined;
  const constraints = isPlainObject(Constraints) ? Constraints : {};
  if (Object.keys(constraints).some((name) => !CONSTRAINTS.includes(name))) return undefined;
  const issuer = text(IssuingAccount);
  const account = issuer === undefined ? undefined : isAccountId(issuer) ? issuer : parseArn(issuer)?.account;
  return {
    ...(text(GrantId) !== undefined && { id: text(GrantId) as string }),
    ...(text(Name) && { name: text(Name) }),
    grantee,
    operations,
    ...(Object.keys(constraints).length > 0 && { constraints }),
    ...(retiring && { retiring }),
    ...(account !== undefined && isAccountId(account) && { issuingAccount: account }),
  };
}

const CONSTRAINTS = ["EncryptionContextEquals", "EncryptionContextSubset", "SourceArn"];
