import { madeKeyId } from "../../world/made-key-id.ts";
import { joined, type Leaf, type LeafType, textOf } from "../leaf.ts";
import type { Sides } from "../sides.ts";
import { DATA_TYPES } from "./data-types.ts";
import type { Homes } from "./homes.ts";
import { type Instance, isOpen, textAt, wordAt } from "./instance.ts";
import { memberAt } from "./members.ts";

/**
 * What an attribute of a resource is, also where the plan says only that it will be known: the ARN of a role follows from its name, path and account; the id
 * of a key to come is a text that nothing written before can name (importers: `invented`); anything else is a symbol.
 */
export class Attributes {
  readonly #homes: Homes;
  readonly #sides: Sides;
  readonly #made = new Map<string, Leaf>();

  constructor(homes: Homes, sides: Sides) {
    this.#homes = homes;
    this.#sides = sides;
  }

  of(instance: Instance, attribute: string): Leaf {
    const value = memberAt(instance.values, attribute);
    if (typeof value === "string" && value !== "") return value;
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    const key = `${instance.id}\n${instance.life === "replacement"}\n${attribute}`;
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const leaf = this.#make(instance, attribute) ?? this.symbol(instance, attribute, "string");
    this.#made.set(key, leaf);
    return leaf;
  }

  /** The value as a symbol, or text with a symbol behind what is known of its beginning. */
  symbol(instance: Instance, attribute: string, type: LeafType, prefix?: Leaf): Leaf {
    const known = prefix === undefined ? undefined : textOf(prefix);
    const account = type === "role-arn" || type === "user-arn" || type === "policy-arn" ? this.#homes.of(instance).account : undefined;
    return this.#sides.symbol(`${instance.name}-${attribute}`, {
      type,
      from: `${this.#source(instance)}.${attribute}`,
      at: instance.at(""),
      ...(known !== undefined && known !== "" && { prefix: known }),
      ...(account !== undefined && { account: typeof account === "string" ? account : "$symbol" in account ? account.$symbol : undefined }),
    });
  }

  #make(instance: Instance, attribute: string): Leaf | undefined {
    switch (instance.type) {
      case "aws_kms_key":
      case "aws_kms_external_key":
      case "awscc_kms_key":
        return this.#key(instance, attribute);
      case "aws_kms_replica_key":
      case "aws_kms_replica_external_key":
      case "awscc_kms_replica_key":
        return this.#replica(instance, attribute);
      case "aws_kms_alias":
        return attribute === "arn" && wordAt(instance, "name") !== undefined
          ? this.#kmsArn(instance, wordAt(instance, "name") as string)
          : undefined;
      case "aws_iam_role":
        return this.#named(instance, attribute, "role", "role-arn", "AROA");
      case "awscc_iam_role":
        return this.#named(instance, attribute, "role", "role-arn", "AROA", "role_name");
      case "aws_iam_user":
        return this.#named(instance, attribute, "user", "user-arn", "AIDA");
      case "aws_iam_group":
        return this.#named(instance, attribute, "group", "string", "AGPA");
      case "aws_iam_policy":
        return this.#named(instance, attribute, "policy", "policy-arn", "ANPA");
      case "aws_organizations_account":
        return attribute === "id" ? this.symbol(instance, "id", "account-id") : undefined;
      case "aws_organizations_organization":
        return attribute === "id" ? this.symbol(instance, "id", "org-id") : undefined;
      default:
        return this.#ofData(instance, attribute);
    }
  }

  /** What data lies in: its ARN follows from its name, save that a secret's ends in six characters that nobody knows before. */
  #ofData(instance: Instance, attribute: string): Leaf | undefined {
    const row = DATA_TYPES[instance.type];
    if (row === undefined || instance.mode !== "managed") return undefined;
    const isName = attribute === row.name || (attribute === "id" && row.id === "name");
    if (!isName && attribute !== "arn" && !(attribute === "id" && row.id === "arn")) return undefined;
    const told = row.prefix === undefined ? undefined : textAt(instance, row.prefix);
    const name = wordAt(instance, row.name) ?? this.symbol(instance, row.name, "string", told ?? row.begins);
    if (isName) return name;
    const { account, region, partition } = this.#homes.of(instance);
    const [start = "", end = ""] = row.resource(typeof name === "string" ? name : undefined).split("{N}");
    const home = row.service === "s3" ? [":"] : [region, ":", row.isOfNobody === true ? "" : account];
    const arn = joined([`arn:${partition}:${row.service}:`, ...home, `:${start}`, name, end]);
    return row.isOpen === true ? joined([arn, this.symbol(instance, "suffix", "string")]) : arn;
  }

  /** A key id that is made up: nothing else can name a key that is not there yet. */
  keyId(instance: Instance): string {
    const multiRegion = memberAt(instance.values, "multi_region") === true;
    return this.#sides.inventedKeyId(`${this.#source(instance)}.key_id`, multiRegion);
  }

  #key(instance: Instance, attribute: string): Leaf | undefined {
    if (attribute === "key_id" || attribute === "id") return wordAt(instance, "key_id") ?? this.keyId(instance);
    return attribute === "arn" ? this.#kmsArn(instance, joined(["key/", this.of(instance, "key_id")])) : undefined;
  }

  /** A replica has the id of its primary key, which its reader has to find (`Links`). */
  #replica(instance: Instance, attribute: string): Leaf | undefined {
    if (attribute === "key_id" || attribute === "id")
      return wordAt(instance, "key_id") ?? this.primaryId?.(instance) ?? this.symbol(instance, "key_id", "key-id", "mrk-");
    return attribute === "arn" ? this.#kmsArn(instance, joined(["key/", this.of(instance, "key_id")])) : undefined;
  }

  primaryId: ((instance: Instance) => Leaf | undefined) | undefined;

  #kmsArn(instance: Instance, resource: Leaf): Leaf {
    const { account, region, partition } = this.#homes.of(instance);
    return joined([`arn:${partition}:kms:`, region, ":", account, ":", resource]);
  }

  /** Things of IAM with a name and a path. A name that is made when it is needed begins as it is told. */
  #named(instance: Instance, attribute: string, kind: string, type: LeafType, idPrefix: string, nameMember = "name"): Leaf | undefined {
    const name = wordAt(instance, nameMember);
    const idIsArn = kind === "policy";
    if (attribute === "unique_id" || attribute === "role_id") return this.#uniqueId(instance, idPrefix);
    if (attribute === nameMember || attribute === "name" || (attribute === "id" && !idIsArn)) {
      if (name !== undefined) return name;
      return this.#name(instance);
    }
    if (attribute !== "arn" && !(attribute === "id" && idIsArn)) return undefined;
    const { account, partition } = this.#homes.of(instance);
    const path = wordAt(instance, "path") ?? (isOpen(instance, "path") ? undefined : "/");
    const start = joined([`arn:${partition}:iam::`, account, `:${kind}`]);
    if (path === undefined) return this.symbol(instance, "arn", type, joined([start, "/"]));
    if (name !== undefined) return joined([start, path, name]);
    return this.symbol(instance, "arn", type, joined([start, path, prefixOf(instance)]));
  }

  #name(instance: Instance): Leaf {
    return this.symbol(instance, "name", "string", prefixOf(instance));
  }

  /** IAM User Guide, "IAM identifiers": an id begins with four letters that say of what. */
  #uniqueId(instance: Instance, prefix: string): Leaf {
    const from = `${this.#source(instance)}.unique_id`;
    return this.#sides.invented(`${prefix}${madeKeyId(from, false).replaceAll("-", "").toUpperCase().slice(0, 17)}`, from, prefix);
  }

  /** What comes in place of another thing is another source. */
  #source(instance: Instance): string {
    return instance.life === "replacement" ? `${instance.id} (its replacement)` : instance.id;
  }
}

/** How a name that is not known begins: as it is told, or, where nothing is, as the provider makes names up: `terraform-` and digits. */
function prefixOf(instance: Instance): string {
  const told = textAt(instance, "name_prefix");
  if (told !== undefined) return told;
  const written = instance.config?.expressions;
  return written !== undefined && written.name === undefined && written.name_prefix === undefined ? "terraform-" : "";
}
