import { nearest } from "../base/nearest.ts";
import { pointerStep, shown } from "../base/text.ts";
import { awsManagedKey, isAwsAlias } from "../catalog/aws-managed-keys.ts";
import { formOfService, RESOURCE_KINDS, RESOURCE_MEMBERS, type ResourceKind, resourceKindOf } from "../catalog/data/kinds.ts";
import { REGION_NAMES } from "../catalog/regions.ts";
import { unknownPolicy } from "../estate/doubts.ts";
import type { KeyOfData, ObjectsOfBucket, ResourceFacts, VersionOfData, WorldKey, WorldResource } from "../estate/estate.ts";
import { isAccountId, parseArn } from "../iam/arn.ts";
import type { Policy } from "../iam/policy.ts";
import type { KeyOfDataEntry, ResourceEntry } from "./document.ts";
import type { Source } from "./files.ts";
import { type Home, readKey } from "./keys.ts";
import type { WorldParts } from "./parts.ts";

/** One resource of a world; undefined, and told, where it is none. `keys` are those of all documents. */
export function readResource(
  name: string,
  entry: ResourceEntry,
  { source, pointer, home }: { readonly source: Source; readonly pointer: string; readonly home: Home },
  keys: readonly WorldKey[],
  parts: WorldParts,
): WorldResource | undefined {
  const reader = new ResourceReader(name, entry, source, pointer, home, keys, parts);
  const found = reader.kind();
  if (found === undefined) return undefined;
  const { kind, id } = found;
  reader.checkMembers(kind);
  const where = reader.where(kind);
  const policy = reader.policy(kind);
  return {
    name,
    at: source.placeOf(pointer),
    kind,
    id,
    arn: entry.arn.replace(/:\*$/, ""),
    ...where,
    policy,
    key: reader.key(entry.key, "/key", kind, where) ?? { kind: "unknown", text: `the key of ${name}` },
    tags: reader.tags(),
    bucketKey: entry.bucketKey,
    encryptionContext: entry.encryptionContext,
    objects: reader.objects(kind, where),
    versions: reader.versions(entry.versions, "/versions", kind, where),
    facts: reader.facts(),
    ...reader.open(),
  };
}

type Where = Pick<WorldResource, "account" | "region">;

class ResourceReader {
  readonly #name: string;
  readonly #entry: ResourceEntry;
  readonly #source: Source;
  readonly #pointer: string;
  readonly #home: Home;
  readonly #keys: readonly WorldKey[];
  readonly #parts: WorldParts;

  constructor(
    name: string,
    entry: ResourceEntry,
    source: Source,
    pointer: string,
    home: Home,
    keys: readonly WorldKey[],
    parts: WorldParts,
  ) {
    this.#name = name;
    this.#entry = entry;
    this.#source = source;
    this.#pointer = pointer;
    this.#home = home;
    this.#keys = keys;
    this.#parts = parts;
  }

  kind(): { readonly kind: ResourceKind; readonly id: string } | undefined {
    const { arn: text } = this.#entry;
    const found = resourceKindOf(text);
    if (found !== undefined) return found;
    const service = parseArn(text)?.service ?? "";
    const form = formOfService(service);
    const services = [...new Set(RESOURCE_KINDS.map((kind) => kind.service))].sort();
    const help =
      service === "kms"
        ? "keys stand in `keys`"
        : form === undefined
          ? `known are resources of ${services.join(", ")}`
          : `write it as ${form}, without wildcards`;
    return this.#tell("KW504", "/arn", `${shown(text)} is not the ARN of a resource whose data flows read`, help);
  }

  /** What does not go with the kind is a slip: it would decide nothing. */
  checkMembers(kind: ResourceKind): void {
    const { members, called, lacks, policy } = kind;
    for (const member of RESOURCE_MEMBERS)
      if (this.#entry[member] !== undefined && !members.includes(member))
        this.#tell("KW505", `/${member}`, `\`${member}\` is not told of ${called}`, `it is of ${listOf(member)}`);
    if (policy === "none" && this.#entry.policy !== undefined && this.#entry.policy !== "none")
      this.#tell("KW505", "/policy", `${called} has no policy of its own`, "leave `policy` out");
    const { region } = this.#entry;
    const own = parseArn(this.#entry.arn);
    if (region !== undefined && lacks !== "account and region" && region !== own?.region)
      this.#tell("KW505", "/region", `\`region\` is ${shown(region)}, and the ARN says ${shown(own?.region ?? "")}`, "leave `region` out");
    if (region !== undefined && !REGION_NAMES.includes(region)) {
      const near = nearest(region, REGION_NAMES);
      if (near !== undefined) this.#tell("KW504", "/region", `${shown(region)} is not a Region`, `did you mean \`${near}\`?`);
    }
  }

  where({ lacks }: ResourceKind): Where {
    const arn = parseArn(this.#entry.arn);
    const told = this.#entry.account === undefined ? undefined : this.#account(this.#entry.account, "/account");
    const own = arn === undefined || !isAccountId(arn.account) ? undefined : arn.account;
    if (own !== undefined && told !== undefined && told !== own)
      this.#tell("KW505", "/account", `\`account\` is ${shown(told)}, and the ARN says ${shown(own)}`, "leave `account` out");
    return {
      account: own ?? told ?? (this.#entry.account === undefined ? this.#home.account : undefined),
      region: lacks === "account and region" ? (this.#entry.region ?? this.#home.region) : arn?.region || undefined,
    };
  }

  /** `none` is a policy that is not there; silence is a policy that nobody told of. */
  policy(kind: ResourceKind): Policy | undefined {
    const { policy } = this.#entry;
    if (kind.policy === "none" || policy === "none") return undefined;
    const called = policyNameOf(this.#name);
    if (policy !== undefined)
      return this.#parts.policies.one(this.#source, `${this.#pointer}/policy`, policy, "resource", called, true)?.policy;
    const doubt = { id: `policy:${this.#entry.arn}`, text: called, at: this.#source.placeOf(this.#pointer) };
    return unknownPolicy("resource", called, doubt);
  }

  key(entry: KeyOfDataEntry | undefined, member: string, kind: ResourceKind, where: Where): KeyOfData | undefined {
    if (entry === undefined) return undefined;
    const text = `the key of ${this.#name}`;
    if (typeof entry !== "string") return { kind: "unknown", text: `${text} (${entry.unknown})` };
    if (entry === "aws-owned" || entry === "none") return { kind: entry };
    const found = this.#named(entry, where);
    if (found !== undefined) return { kind: "key", arn: found.arn };
    if (this.#source.leaves?.get(`${this.#pointer}${member}`)?.may !== undefined) return { kind: "unknown", text };
    if (isAwsAlias(aliasIn(entry))) return this.#ofService(aliasIn(entry), member, kind, where);
    const arn = parseArn(entry);
    if (arn?.service === "kms" && arn.resource.startsWith("key/") && arn.region !== "" && isAccountId(arn.account))
      return { kind: "key", arn: entry };
    if (arn?.service === "kms" && arn.resource.startsWith("alias/")) return { kind: "unknown", text: `the key of ${entry}` };
    const names = [
      ...this.#keys.flatMap(({ name, aliases }) => [name, ...aliases]),
      "aws-owned",
      "none",
      ...(kind.awsKey ? [kind.awsKey] : []),
    ];
    const near = nearest(entry, names);
    const help = near ? `did you mean \`${near}\`?` : "a key of `keys`, an ARN, `alias/aws/SERVICE`, `aws-owned` or `none`";
    this.#parts.files.tellUnknown(entry, "KW501", this.#place(member), `no key ${shown(entry)} in this world`, help);
    return { kind: "unknown", text };
  }

  /** By its short name, ARN, id or alias. Of aliases those of the resource's own account and Region count. */
  #named(entry: string, { account, region }: Where): WorldKey | undefined {
    const arn = parseArn(entry);
    const alias = arn?.resource.startsWith("alias/") ? arn.resource : entry.startsWith("alias/") ? entry : undefined;
    if (alias === undefined) return this.#keys.find(({ name, arn: own, id }) => entry === name || entry === own || entry === id);
    const home = { account: arn?.account ?? account, region: arn?.region ?? region };
    return this.#keys.find((key) => key.aliases.includes(alias) && key.account === home.account && key.region === home.region);
  }

  /** The key of a service that the world does not list is as AWS makes it. */
  #ofService(alias: string, member: string, kind: ResourceKind, { account, region }: Where): KeyOfData | undefined {
    if (kind.awsKey !== alias) {
      const help = kind.awsKey === undefined ? `${kind.called} has none` : `${kind.called} has ${kind.awsKey}`;
      if (awsManagedKey(alias) !== undefined || kind.awsKey === undefined)
        return this.#tell("KW505", member, `${shown(alias)} is not the key of this service`, help);
      const near = nearest(alias, [kind.awsKey]);
      return this.#tell("KW501", member, `no service has the key ${shown(alias)}`, near === undefined ? help : `did you mean \`${near}\`?`);
    }
    if (account === undefined || region === undefined) return { kind: "unknown", text: `whose ${alias} is the key of ${this.#name}` };
    const made = readKey(
      alias,
      { managedBy: "aws", aliases: [alias], account, region },
      this.#source,
      this.#pointer,
      { account, region },
      this.#parts,
    );
    return made === undefined ? undefined : { kind: "key", arn: made.arn, made };
  }

  objects(kind: ResourceKind, where: Where): readonly ObjectsOfBucket[] {
    return Object.entries(this.#entry.objects ?? {}).map(([keys, objects]) => {
      const at = pointerStep("/objects", keys);
      return {
        keys,
        key: this.key(objects.key, `${at}/key`, kind, where),
        bucketKey: objects.bucketKey,
        encryptionContext: objects.encryptionContext,
        owner: objects.owner === undefined ? undefined : this.#account(objects.owner, `${at}/owner`),
        versions: this.versions(objects.versions, `${at}/versions`, kind, where),
      };
    });
  }

  versions(entries: ResourceEntry["versions"], at: string, kind: ResourceKind, where: Where): readonly VersionOfData[] {
    return Object.entries(entries ?? {}).map(([id, { key, bucketKey }]) => ({
      id,
      key: this.key(key, `${pointerStep(at, id)}/key`, kind, where),
      bucketKey,
    }));
  }

  /** Undefined where they are not told, or the values of some are not known. */
  tags(): WorldResource["tags"] {
    const { tags } = this.#entry;
    const isOpen = [...(this.#source.leaves ?? [])].some(([at, { may }]) => at.startsWith(`${this.#pointer}/tags/`) && may !== undefined);
    return isOpen ? undefined : tags;
  }

  facts(): ResourceFacts {
    const { publicAccessBlock: own, accountPublicAccessBlock: whole, sharedWith, role, ...rest } = this.#entry;
    const accounts = Array.isArray(sharedWith)
      ? sharedWith.flatMap((name, i) => this.#account(name, `/sharedWith/${i}`) ?? [])
      : sharedWith;
    const arn = role === undefined ? undefined : this.#parts.names.principal(this.#source, `${this.#pointer}/role`, role);
    const { objectOwnership, accessPoints, abac, tier, type, sourceVolume, resourceId, reuseSeconds, masking } = rest;
    return {
      objectOwnership,
      restrictPublicBuckets: eitherSays(own?.restrictPublicBuckets, whole?.restrictPublicBuckets),
      ignorePublicAcls: eitherSays(own?.ignorePublicAcls, whole?.ignorePublicAcls),
      accessPoints,
      abac,
      sharedWith: accounts,
      tier,
      type,
      sourceVolume,
      resourceId,
      role: arn,
      reuseSeconds,
      masking,
    };
  }

  /** What an ARN leaves open, and assumptions. */
  open(): Pick<WorldResource, "openName" | "assumes"> {
    const own = [...(this.#source.leaves ?? [])].filter(([at]) => at.startsWith(`${this.#pointer}/`));
    const may = this.#source.leaves?.get(`${this.#pointer}/arn`)?.may;
    const assumes = own.flatMap(([, { assumed }]) => assumed ?? []);
    const form = may !== undefined && "pattern" in may ? may.pattern : "*";
    const text = `the ARN of ${this.#name}`;
    return {
      ...(may !== undefined && { openName: { own: this.#entry.arn, form, fresh: false, text } }),
      ...(assumes.length > 0 && { assumes: [...new Set(assumes)] }),
    };
  }

  #account(name: string, member: string): string | undefined {
    return this.#parts.names.account(this.#source, `${this.#pointer}${member}`, name);
  }

  #place(member: string) {
    return this.#source.placeOf(`${this.#pointer}${member}`);
  }

  #tell(code: "KW501" | "KW504" | "KW505", member: string, message: string, help?: string): undefined {
    this.#parts.files.tell(code, this.#place(member), message, help);
  }
}

/** What explanations call the policy of a resource. */
const policyNameOf = (name: string): string => `policy of ${name}`;

const aliasIn = (name: string): string => parseArn(name)?.resource ?? name;

const listOf = (member: (typeof RESOURCE_MEMBERS)[number]): string =>
  RESOURCE_KINDS.filter(({ members }) => members.includes(member))
    .map(({ called }) => called)
    .join(", ");

/** What one of two places turns on is on; it is off where both say so (Amazon S3 User Guide, access-control-block-public-access). */
const eitherSays = (own: boolean | undefined, whole: boolean | undefined): boolean | undefined =>
  own === true || whole === true ? true : own === false && whole === false ? false : undefined;
