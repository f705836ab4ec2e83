import { isAccountId, parseArn } from "../../iam/arn.ts";
import type { Policy } from "../../iam/policy.ts";
import type { WorldDocument } from "../../world/document.ts";
import type { FoundPolicy } from "./policies.ts";

/** A world made of the policies of a repository, and what of it is a guess that a person has to look at. */
export type DraftWorld = { readonly document: WorldDocument; readonly notes: readonly string[] };

type Principal = { arn: string; policies?: string[]; trust?: string };

/** Who of other accounts may come: no account of anybody (an id from AWS's documentation). */
const STRANGER = "arn:aws:iam::999999999999:role/stranger";
const DEFAULT_ACCOUNT = "111122223333";
const DEFAULT_REGION = "us-east-1";

/** The most that an account can let its principals do: what a key policy leaves to the account shows only with such a policy. */
const ALL_OF_KMS = "all-of-kms";
const ALL_OF_KMS_POLICY = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:*", Resource: "*" }] };

/**
 * Puts policies together: each key policy becomes a key; whoever one names becomes a principal, with the identity policy filed under the same name; of an
 * account that is named as a whole, a principal that may use all of KMS. What cannot be known from policies alone is told in `notes`.
 */
export function draftWorld(policies: readonly FoundPolicy[]): DraftWorld {
  const draft = new Draft(policies);
  return draft.made();
}

class Draft {
  readonly #policies: readonly FoundPolicy[];
  readonly #notes: string[] = [];
  readonly #principals = new Map<string, Principal>();
  readonly #account: string;
  readonly #region: string;

  constructor(policies: readonly FoundPolicy[]) {
    this.#policies = policies;
    const account = mostFrequent(policies.flatMap(accountsIn));
    const region = mostFrequent(policies.flatMap(regionsIn));
    if (account === undefined) this.#notes.push(`no policy names the account: ${DEFAULT_ACCOUNT} is made up`);
    if (region === undefined) this.#notes.push(`no policy names the Region: ${DEFAULT_REGION} is taken`);
    this.#account = account ?? DEFAULT_ACCOUNT;
    this.#region = region ?? DEFAULT_REGION;
  }

  made(): DraftWorld {
    const keys = this.#keys();
    for (const { type, policy } of this.#policies) if (type === "key-policy") this.#nameAll(policy);
    for (const found of this.#policies) if (found.type === "identity" || found.type === "trust") this.#attach(found);
    this.#add("stranger", { arn: STRANGER, policies: [ALL_OF_KMS] });
    for (const { path, type } of this.#policies)
      if (WHERE[type] !== undefined) this.#notes.push(`${path} is not used: name it in ${WHERE[type]} of the world`);
    return {
      document: {
        version: 1,
        account: this.#account,
        region: this.#region,
        policies: { [ALL_OF_KMS]: ALL_OF_KMS_POLICY },
        keys,
        principals: Object.fromEntries(this.#principals),
      },
      notes: this.#notes,
    };
  }

  #keys(): NonNullable<WorldDocument["keys"]> {
    const found = this.#policies.filter(({ type }) => type === "key-policy");
    const arns = [...new Set(this.#policies.flatMap(keyArnsIn))];
    const [only] = arns;
    const keys: Record<string, { arn?: string; account?: string; policy: string }> = {};
    for (const { path, policy } of found) {
      const name = fresh(nameOfKey(path), keys);
      const arn = arns.length === 1 && found.length === 1 ? only : undefined;
      const owner = ownerOf(policy);
      const isOfAnother = arn === undefined && owner !== undefined && owner !== this.#account;
      keys[name] = { ...(arn !== undefined && { arn }), ...(isOfAnother && { account: owner }), policy: `./${path}` };
      if (isOfAnother) this.#notes.push(`${path} is taken for the policy of a key of ${owner}, the account that it leaves all of KMS to`);
    }
    if (arns.length > 0 && !(arns.length === 1 && found.length === 1))
      this.#notes.push(
        `identity policies name ${arns.join(", ")}: give the keys that are meant these ARNs (\`arn\`), else the policies do not reach them`,
      );
    return keys;
  }

  #nameAll(policy: Policy): void {
    for (const { principal } of policy.statements)
      for (const { kind, value } of principal?.members ?? []) {
        if (kind === "Service") this.#add(value.split(".")[0] ?? value, { arn: value });
        else if (kind === "AWS") this.#name(value);
      }
  }

  #name(value: string): void {
    const account = isAccountId(value) ? value : accountOf(value);
    if (account === undefined) return; // `*`, or the id of a principal that is gone
    const resource = parseArn(value)?.resource ?? "root";
    if (resource === "root") {
      const own = account === this.#account;
      const name = own ? "account-administrator" : `administrator-of-${account}`;
      this.#add(name, { arn: `arn:aws:iam::${account}:role/${own ? "administrator" : "any"}`, policies: [ALL_OF_KMS] });
    } else if (!/[*?]/.test(resource)) this.#add(lastOf(resource), { arn: value });
  }

  /** An identity policy belongs to the principal that is filed under the same name; where there is none, a role of that name is made up. */
  #attach({ path, type }: FoundPolicy): void {
    const stem = nameOfPrincipal(path);
    const near = [...this.#principals].filter(([name]) => name === stem || stem.includes(name) || name.includes(stem));
    let found = near.sort(([a], [b]) => Math.abs(a.length - stem.length) - Math.abs(b.length - stem.length))[0]?.[1];
    if (found === undefined) {
      found = { arn: `arn:aws:iam::${this.#account}:role/${stem}` };
      this.#add(stem, found);
      this.#notes.push(`no key policy names the principal of ${path}: the role ${stem} is made up`);
    } else if (!near.some(([name]) => name === stem)) this.#notes.push(`${path} is taken for a policy of ${found.arn}, by its name`);
    if (type === "trust") found.trust = `./${path}`;
    else found.policies = [...(found.policies ?? []), `./${path}`];
  }

  #add(name: string, principal: Principal): void {
    if ([...this.#principals.values()].some(({ arn }) => arn === principal.arn)) return;
    this.#principals.set(fresh(name, Object.fromEntries(this.#principals)), principal);
  }
}

const WHERE: Readonly<Record<string, string>> = {
  "service-control": "`organization` (`serviceControl`)",
  "resource-control": "`organization` (`resourceControl`)",
  boundary: "the `boundary` of a principal",
  endpoint: "the `policy` of an entry of `endpoints`",
};

function fresh(name: string, taken: Readonly<Record<string, unknown>>): string {
  for (let i = 1; ; i++) {
    const tried = i === 1 ? name : `${name}-${i}`;
    if (!Object.hasOwn(taken, tried)) return tried;
  }
}

/** "policies/orders-key-policy.json" and "orders/key.json" → "orders". */
function nameOfKey(path: string): string {
  const words = ["key", "keys", "kms", "policy", "policies"];
  return nameWithout(path, words) || nameWithout(path.slice(0, Math.max(0, path.lastIndexOf("/"))), words) || "key";
}

/** The account that a key policy gives the whole key to, where there is one: as the key's own is in the policy that AWS makes. */
function ownerOf(policy: Policy): string | undefined {
  const owners = policy.statements
    .filter(
      ({ effect, action }) => effect === "Allow" && action?.mode === "only" && action.members.some((each) => ["kms:*", "*"].includes(each)),
    )
    .flatMap(({ principal }) => principal?.members ?? [])
    .flatMap(({ kind, value }) =>
      kind !== "AWS" ? [] : isAccountId(value) ? [value] : value.endsWith(":root") ? (accountOf(value) ?? []) : [],
    );
  const [owner, ...others] = new Set(owners);
  return others.length === 0 ? owner : undefined;
}

const nameOfPrincipal = (path: string): string =>
  nameWithout(path, ["policy", "identity", "iam", "role", "user", "trust", "inline"]) || "principal";

function nameWithout(path: string, words: readonly string[]): string {
  const stem = lastOf(path)
    .replace(/\.json$/i, "")
    .toLowerCase();
  return stem
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && !words.includes(word))
    .join("-");
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const accountOf = (arn: string): string | undefined => {
  const account = parseArn(arn)?.account;
  return account !== undefined && isAccountId(account) ? account : undefined;
};

/** Key policies tell whose the key is; of others only ARNs of keys do. */
const accountsIn = ({ type, policy }: FoundPolicy): readonly string[] =>
  policy.statements
    .flatMap(({ principal, resource }) => [
      ...(type === "key-policy" ? (principal?.members ?? []).map(({ value }) => (isAccountId(value) ? value : accountOf(value))) : []),
      ...(resource?.members ?? []).filter(isKmsArn).map(accountOf),
    ])
    .filter((account) => account !== undefined);

const regionsIn = ({ policy }: FoundPolicy): readonly string[] =>
  policy.statements
    .flatMap(({ resource, conditions }) => [
      ...(resource?.members ?? []).filter(isKmsArn).map((arn) => parseArn(arn)?.region ?? ""),
      ...conditions
        .filter(({ key }) => key.toLowerCase() === "kms:viaservice")
        .flatMap(({ values }) => values.map((value) => value.split(".")[1] ?? "")),
    ])
    .filter((region) => REGION.test(region));

const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
const isKmsArn = (arn: string): boolean => parseArn(arn)?.service === "kms";

const keyArnsIn = ({ type, policy }: FoundPolicy): readonly string[] =>
  type !== "identity"
    ? []
    : policy.statements
        .flatMap(({ resource }) => resource?.members ?? [])
        .filter((arn) => isKmsArn(arn) && parseArn(arn)?.resource.startsWith("key/") === true && !/[*?$]/.test(arn));

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
