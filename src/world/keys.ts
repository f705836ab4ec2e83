import { invariant } from "../base/invariant.ts";
import { nearest } from "../base/nearest.ts";
import { listed, shown } from "../base/text.ts";
import { awsManagedPolicyText, isAwsAlias } from "../catalog/aws-managed-keys.ts";
import { defaultKeyPolicyText } from "../catalog/default-key-policy.ts";
import { isKeyId } from "../catalog/key-id.ts";
import { type KeyOrigin, type KeySpec, type KeyUsage, keySpec } from "../catalog/key-specs.ts";
import type { KeyState } from "../catalog/key-states.ts";
import { partitionOf, REGION_NAMES } from "../catalog/regions.ts";
import { unknownPolicy } from "../estate/doubts.ts";
import type { ReadPolicy, WorldKey } from "../estate/estate.ts";
import { isAccountId, parseArn } from "../iam/arn.ts";
import { parseInstant } from "../iam/values.ts";
import type { KeyEntry } from "./document.ts";
import type { Source } from "./files.ts";
import { readGrants } from "./grants.ts";
import { doubtsOf } from "./key-doubts.ts";
import { readKeyMaterial } from "./key-material.ts";
import { administratorsOf, trustOf } from "./knowledge.ts";
import { madeKeyId } from "./made-key-id.ts";
import type { WorldParts } from "./parts.ts";
import { parsePolicy } from "./policy-text.ts";

/** Where what does not name its own account and Region is. */
export type Home = { readonly account: string | undefined; readonly region: string | undefined };

/** One key of a world; undefined, and told, where it cannot be one. What is not said is as CreateKey has it (KMS API Reference, CreateKey). */
export function readKey(
  name: string,
  entry: KeyEntry,
  source: Source,
  pointer: string,
  home: Home,
  parts: WorldParts,
): WorldKey | undefined {
  const reader = new KeyReader(name, entry, source, pointer, parts);
  const where = reader.where(home);
  const kind = reader.kind();
  reader.checkAliases();
  reader.checkRotation();
  const read = where && reader.policy(where);
  const doubts = where === undefined ? undefined : doubtsOf(name, entry, where, source, pointer, parts);
  const grantPlaces = readGrants(entry.grants ?? [], { name, arn: where?.arn ?? "" }, source, `${pointer}/grants`, parts);
  const material = readKeyMaterial(entry, kind?.spec, source, `${pointer}/dangerousKeyMaterial`, parts.files);
  if (where === undefined || kind === undefined || read === undefined) return undefined;
  const multiRegion = entry.multiRegion ?? where.id.startsWith("mrk-");
  const multiRegionKeyType = multiRegion ? (entry.multiRegionKeyType ?? "PRIMARY") : undefined;
  return {
    name,
    at: source.placeOf(pointer),
    ...where,
    ...kind,
    description: entry.description ?? "",
    createdAt: reader.createdAt(),
    managedBy: entry.managedBy ?? "customer",
    aliases: (entry.aliases ?? []).filter((_, i) => source.leaves?.get(`${pointer}/aliases/${i}`)?.may === undefined),
    policy: parts.policies.withDoubtful(read.policy, doubts?.statements ?? []),
    policyText: read.text,
    tags: entry.tags ?? {},
    grants: [...grantPlaces.keys()],
    grantPlaces,
    origin: entry.origin ?? "AWS_KMS",
    multiRegion,
    multiRegionKeyType,
    state: reader.state(multiRegionKeyType, material.length > 0),
    pendingWindowInDays: entry.pendingWindowInDays ?? LONGEST_WINDOW,
    rotationPeriodInDays: periodOf(entry),
    dangerousKeyMaterial: () => material.map((bytes) => Uint8Array.from(bytes)),
    ...(entry.attested !== undefined && { attested: entry.attested }),
    ...(entry.skipsLockoutCheck === true && { skipsLockoutCheck: true }),
    ...(entry.retained !== undefined && entry.retained !== false && { retained: entry.retained }),
    ...(entry.replaces !== undefined && { replaces: entry.replaces }),
    ...doubts?.facts,
    ...reader.meant(),
  };
}

type Where = { readonly arn: string; readonly id: string; readonly account: string; readonly region: string };

class KeyReader {
  readonly #name: string;
  readonly #entry: KeyEntry;
  readonly #source: Source;
  readonly #pointer: string;
  readonly #parts: WorldParts;

  constructor(name: string, entry: KeyEntry, source: Source, pointer: string, parts: WorldParts) {
    this.#name = name;
    this.#entry = entry;
    this.#source = source;
    this.#pointer = pointer;
    this.#parts = parts;
  }

  /** Its ARN as told, or made of the account, the Region and an id. */
  where(home: Home): Where | undefined {
    const { arn, id, account: named, region } = this.#entry;
    const account = named === undefined ? undefined : this.#parts.names.account(this.#source, `${this.#pointer}/account`, named);
    if (arn !== undefined) return this.#told(arn, { id, account, region });
    if (named !== undefined && account === undefined) return undefined;
    const [accountId, regionName] = [account ?? home.account, region ?? home.region];
    if (accountId === undefined || regionName === undefined) {
      const lacking = listed(
        [...(accountId === undefined ? ["account"] : []), ...(regionName === undefined ? ["region"] : [])].map((word) => `\`${word}\``),
      );
      return this.#tell(
        "KW506",
        "",
        `the key ${shown(this.#name)} has no \`arn\`, and there is no ${lacking} to make one of`,
        "name them for the key, or at the top of the document",
      );
    }
    if (id !== undefined && !isKeyId(id))
      return this.#tell("KW504", "/id", `${shown(id)} is not a key id`, "a UUID, or `mrk-` and 32 hex digits");
    const partition = partitionOf(regionName);
    if (partition === undefined) {
      const near = nearest(regionName, REGION_NAMES);
      const help = near === undefined ? "of a Region that is newer than this list, give the key's `arn`" : `did you mean \`${near}\`?`;
      return this.#tell("KW504", region === undefined ? "" : "/region", `${shown(regionName)} is not a Region`, help);
    }
    const made = id ?? madeKeyId(`${accountId}/${regionName}/${this.#name}`, this.#entry.multiRegion === true);
    return {
      arn: `arn:${partition}:kms:${regionName}:${accountId}:key/${made}`,
      id: made,
      account: accountId,
      region: regionName,
    };
  }

  #told(
    text: string,
    { id, account, region }: { id: string | undefined; account: string | undefined; region: string | undefined },
  ): Where | undefined {
    const arn = parseArn(text);
    if (arn?.service !== "kms" || !arn.resource.startsWith("key/") || arn.region === "" || !isAccountId(arn.account) || /[*?]/.test(text)) {
      return this.#tell(
        "KW504",
        "/arn",
        `${shown(text)} is not the ARN of a KMS key`,
        "arn:aws:kms:REGION:ACCOUNT:key/ID; aliases stand in `aliases`",
      );
    }
    const where = { arn: text, id: arn.resource.slice(4), account: arn.account, region: arn.region };
    const claims = { id, account, region };
    for (const member of ["id", "account", "region"] as const) {
      if (claims[member] !== undefined && claims[member] !== where[member]) {
        this.#tell(
          "KW505",
          `/${member}`,
          `\`${member}\` is ${shown(claims[member])}, and the ARN says ${shown(where[member])}`,
          `leave \`${member}\` out`,
        );
      }
    }
    return where;
  }

  createdAt(): number | undefined {
    const { createdAt } = this.#entry;
    if (createdAt === undefined) return undefined;
    const at = parseInstant(createdAt);
    if (at !== undefined) return at.seconds * 1000 + at.milliseconds;
    return this.#tell("KW504", "/createdAt", `${shown(createdAt)} is not a time`, "as in 2026-11-22T03:00:00Z");
  }

  /** What it is for: a spec with one use needs no usage told (KMS API Reference, CreateKey). */
  kind(): { readonly spec: KeySpec; readonly usage: KeyUsage } | undefined {
    const { spec = "SYMMETRIC_DEFAULT", usage, multiRegion, id, arn } = this.#entry;
    const row = keySpec(spec);
    invariant(row !== undefined, "the schema lists the specs of the catalog");
    if (multiRegion === false && /(?:^|:key\/)mrk-/.test(id ?? arn ?? ""))
      this.#tell("KW505", "/multiRegion", "an id that begins with `mrk-` is a multi-Region key's");
    if (multiRegion === true && (id ?? arn) !== undefined && !/(?:^|:key\/)mrk-/.test(id ?? arn ?? "")) {
      this.#tell("KW505", "/multiRegion", "the id of a multi-Region key begins with `mrk-`");
    }
    if (usage === undefined && row.usages.length > 1)
      return this.#tell("KW506", "", `\`usage\` is missing: ${spec} is for ${listed(row.usages, "or")}`);
    const meant = usage ?? (row.usages[0] as KeyUsage);
    if (row.usages.includes(meant)) return { spec, usage: meant };
    return this.#tell("KW505", "/usage", `a key of ${spec} cannot be for ${meant}`, `it is for ${listed(row.usages, "or")}`);
  }

  /** KMS API Reference, CreateAlias: what a name may look like. */
  checkAliases(): void {
    this.#entry.aliases?.forEach((alias, i) => {
      if (this.#source.leaves?.get(`${this.#pointer}/aliases/${i}`)?.may !== undefined) return;
      if (!/^alias\/[A-Za-z0-9/_-]{1,250}$/.test(alias))
        this.#tell(
          "KW504",
          `/aliases/${i}`,
          `${shown(alias)} is not the name of an alias`,
          "`alias/` and letters, digits, `/`, `_` and `-`",
        );
    });
  }

  /** Which keys are in which state: KMS Developer Guide, "Key states of AWS KMS keys". */
  state(type: WorldKey["multiRegionKeyType"], hasMaterial: boolean): KeyState {
    const { origin = "AWS_KMS", pendingWindowInDays } = this.#entry;
    const { state = origin === "EXTERNAL" && !hasMaterial ? "PendingImport" : "Enabled" } = this.#entry;
    const [fits, whose] = STATES_OF_SOME[state] ?? [];
    if (fits?.(origin, type) === false)
      this.#tell("KW505", "/state", `the key cannot be in the state ${state}`, `only ${whose} is ever in it`);
    if (pendingWindowInDays !== undefined && state !== "PendingDeletion" && state !== "PendingReplicaDeletion")
      this.#tell("KW505", "/pendingWindowInDays", `a key in the state ${state} does not wait for its deletion`);
    return state;
  }

  /** KMS Developer Guide, "Rotate AWS KMS keys": automatic rotation is for symmetric encryption keys whose material AWS KMS made. */
  checkRotation(): void {
    const { rotation, spec = "SYMMETRIC_DEFAULT", origin = "AWS_KMS" } = this.#entry;
    if (rotation === undefined || rotation === false || (spec === "SYMMETRIC_DEFAULT" && origin === "AWS_KMS")) return;
    const what = spec === "SYMMETRIC_DEFAULT" ? `origin ${origin}` : `spec ${spec}`;
    this.#tell("KW505", "/rotation", `a key of ${what} is not rotated automatically`, "leave `rotation` out");
  }

  policy({ arn, account, region }: Where): ReadPolicy | undefined {
    const { policy, managedBy, aliases } = this.#entry;
    if (policy === undefined && this.#entry.unknown?.includes("policy")) {
      const doubt = { id: `policy:${arn}`, text: `key policy of ${this.#name}`, at: this.#source.placeOf(this.#pointer) };
      return { policy: unknownPolicy("key-policy", "key policy", doubt), text: "" };
    }
    if (policy !== undefined)
      return this.#parts.policies.one(this.#source, `${this.#pointer}/policy`, policy, "key-policy", "key policy", true);
    const home = { partition: parseArn(arn)?.partition ?? "", account, region };
    if (managedBy !== "aws") return own(defaultKeyPolicyText(home));
    const alias = aliases?.find(isAwsAlias);
    if (alias === undefined) return this.#tell("KW506", "", "an AWS managed key has an alias `alias/aws/SERVICE`, or a `policy`");
    return own(awsManagedPolicyText(alias, home));
  }

  /** Who is meant to have to do with it. */
  meant(): Pick<WorldKey, "trust" | "administrators"> {
    const { trust, administrators } = this.#entry;
    const at = this.#pointer;
    const read = trustOf(trust, this.#parts.organization, this.#source, `${at}/trust`, this.#parts);
    const keepers = administratorsOf(administrators, this.#source, `${at}/administrators`, this.#parts);
    return { ...(read !== undefined && { trust: read }), ...(keepers !== undefined && { administrators: keepers }) };
  }

  #tell(code: "KW504" | "KW505" | "KW506", member: string, message: string, help?: string): undefined {
    this.#parts.files.tell(code, this.#source.placeOf(`${this.#pointer}${member}`), message, help);
  }
}

const LONGEST_WINDOW = 30; // days: ScheduleKeyDeletion's default

type Fits = (origin: KeyOrigin, type: WorldKey["multiRegionKeyType"]) => boolean;

/** Key states that not every key can be in, and whose they are. */
const STATES_OF_SOME: Readonly<Partial<Record<KeyState, readonly [Fits, string]>>> = {
  PendingImport: [(origin) => origin === "EXTERNAL", "a key of origin EXTERNAL"],
  Unavailable: [(origin) => origin === "AWS_CLOUDHSM" || origin === "EXTERNAL_KEY_STORE", "a key in a custom key store"],
  PendingReplicaDeletion: [(_, type) => type === "PRIMARY", "a multi-Region primary key"],
  Creating: [(_, type) => type === "REPLICA", "a multi-Region replica key"],
  Updating: [(_, type) => type !== undefined, "a multi-Region key"],
};

/** A policy of our own making. */
function own(text: string): ReadPolicy {
  const { policy } = parsePolicy(text, { type: "key-policy", name: "key policy" });
  invariant(policy !== undefined, "a default key policy parses");
  return { policy, text };
}

/** EnableKeyRotation's default is 365 days. */
function periodOf({ rotation }: KeyEntry): number | undefined {
  if (rotation === undefined || rotation === false) return undefined;
  return rotation === true ? 365 : rotation.periodInDays;
}
