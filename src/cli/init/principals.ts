import { isAccountId, parseArn } from "../../iam/arn.ts";
import type { Policy } from "../../iam/policy.ts";
import { isServicePrincipal } from "../../iam/principal.ts";
import { foldCase } from "../../iam/values.ts";
import type { PrincipalEntry } from "../../world/document.ts";
import { fresh, lastOf, namesOfPrincipal, plainName, squashed } from "./names.ts";
import type { FoundPolicy } from "./policies.ts";

/** The policy that lets somebody do all of KMS, as the world names it. */
export const ALL_OF_KMS = "all-of-kms";

/** A policy that is attached to a principal. */
export type Attached = FoundPolicy & { readonly type: "identity" | "trust" };

/** Where a principal comes from. Files are matched to those that policies name and to those of other files: never to services, nor to those made up here. */
type Origin = "named" | "of a file" | "service" | "made up";
type Principal = { readonly name: string; readonly arn: string; readonly origin: Origin; readonly policies: string[]; trust?: string };

/** Who of other accounts may come: no account of anybody (an id from AWS's documentation). */
const STRANGER_ACCOUNT = "999999999999";

const ADMINISTRATOR = "account-administrator";

/** Whether a name is one that a drafted world has for somebody whom an account lets do all of KMS. */
export const isAdministrator = (name: string): boolean => name === ADMINISTRATOR || /^administrator-of-[0-9]{12}$/.test(name);

/** The principals of a drafted world, each once, by its ARN. */
export class Principals {
  readonly notes: string[] = [];
  readonly #account: string;
  readonly #all: Principal[] = [];
  #partition = "aws";

  constructor(account: string) {
    this.#account = account;
  }

  /** Whoever a policy names: as a principal, or by `aws:PrincipalArn`. */
  nameAll(policy: Policy): void {
    for (const { principal, conditions } of policy.statements) {
      for (const { kind, value } of principal?.members ?? []) {
        if (kind === "Service" && isServicePrincipal(value)) this.#add(`${value.split(".", 1)[0]}-service`, value, "service");
        else if (kind === "AWS") this.#name(value, policy.name);
      }
      for (const { key, values } of conditions)
        if (foldCase(key) === "aws:principalarn") for (const value of values) this.#nameLike(value, policy.name);
    }
  }

  #name(value: string, policy: string): void {
    if (/^A(?:ID|RO)A[A-Z0-9]{12}/.test(value)) {
      this.notes.push(`${policy} names ${value}: a unique id stands there when the principal was deleted`);
      return;
    }
    const arn = parseArn(value);
    if (arn === undefined || !isAccountId(arn.account)) return;
    this.#partition = arn.partition;
    if (arn.resource !== "root" && !/[*?]/.test(arn.resource)) this.#add(lastOf(arn.resource), value, "named");
  }

  /** A pattern of principals: one that fits. */
  #nameLike(pattern: string, policy: string): void {
    const arn = parseArn(pattern);
    if (arn?.service !== "iam" || !/^(?:role|user)\/./.test(arn.resource) || pattern.includes("$")) return;
    const account = isAccountId(arn.account) ? arn.account : this.#account;
    const resource = arn.resource.replaceAll("*", "example").replaceAll("?", "x");
    const partition = /[*?]/.test(arn.partition) ? this.#partition : arn.partition;
    const isNew = this.#add(lastOf(resource), `arn:${partition}:iam::${account}:${resource}`, "named");
    if (isNew && resource !== arn.resource)
      this.notes.push(`${policy} means principals like ${pattern}: ${resource} is made up as one of them`);
  }

  /** A policy belongs to the principal that it is filed under; where there is none, a role of that name is made up. */
  attach(found: Attached): void {
    const { path, type, open } = found;
    const owner = found.principal === undefined ? this.#byPath(path, type, open !== undefined) : this.#told(found.principal);
    if (owner === undefined) return;
    if (type === "trust") owner.trust = `./${path}`;
    else owner.policies.push(`./${path}`);
  }

  /** As the AWS CLI says: an ARN, or `role/NAME`, which does not say the path. */
  #told(principal: string): Principal {
    const isSame = ({ arn, origin }: Principal): boolean => {
      const { resource = "", account } = parseArn(arn) ?? {};
      if (origin !== "named" && origin !== "of a file") return false;
      if (principal.startsWith("arn:")) return arn === principal;
      return account === this.#account && resource.startsWith(principal.slice(0, 5)) && lastOf(resource) === lastOf(principal);
    };
    const known = this.#all.find(isSame);
    if (known !== undefined) return known;
    const arn = principal.startsWith("arn:") ? principal : `arn:${this.#partition}:iam::${this.#account}:${principal}`;
    this.#add(lastOf(principal), arn, "of a file");
    return this.#all.at(-1) as Principal;
  }

  #byPath(path: string, type: Attached["type"], deniesOnly: boolean): Principal | undefined {
    const { whole, plain, folders } = namesOfPrincipal(path);
    const those = (isSame: (name: string) => boolean) =>
      this.#all.filter(({ arn, origin }) => (origin === "named" || origin === "of a file") && isSame(lastOf(arn)));
    const same = those((name) => squashed(name) === squashed(whole));
    const alike = same.length > 0 ? same : those((name) => plain !== "" && squashed(plainName(name)) === squashed(plain));
    const found =
      alike.length > 0
        ? alike
        : (folders.map((folder) => those((name) => squashed(name) === squashed(folder))).find((each) => each.length > 0) ?? []);
    const own = found.filter(({ arn }) => parseArn(arn)?.account === this.#account);
    const owner = own[0] ?? found[0];
    if (owner !== undefined) {
      if (same.length === 0 || found.length > 1)
        this.notes.push(`${path} is taken for ${type === "trust" ? "the trust policy" : "a policy"} of ${owner.arn}, by its name`);
      return owner;
    }
    if (deniesOnly) {
      this.notes.push(
        `${path} is not used: it only denies, as a service control policy does; name it in \`organization\` (\`serviceControl\`), or at the principal that has it`,
      );
      return undefined;
    }
    const name = plain || folders[0] || "principal";
    if (type === "trust") {
      this.notes.push(`${path} is not used: no policy names the role that it is the trust policy of; name it there as \`trust\``);
      return undefined;
    }
    this.#add(name, `arn:${this.#partition}:iam::${this.#account}:role/${name}`, "of a file");
    this.notes.push(`no policy names the principal of ${path}: the role ${name} is made up`);
    return this.#all.at(-1);
  }

  /** For each account that a policy names as a whole, somebody whom that account lets do all of KMS. */
  addAdministrators(policy: Policy): void {
    for (const { principal } of policy.statements)
      for (const { value } of principal?.members ?? []) {
        const account = isAccountId(value) ? value : value.endsWith(":root") ? parseArn(value)?.account : undefined;
        if (account === undefined || !isAccountId(account)) continue;
        const name = account === this.#account ? ADMINISTRATOR : `administrator-of-${account}`;
        if (!this.#all.some((each) => each.origin === "made up" && parseArn(each.arn)?.account === account))
          this.#makeUp(name, account, "administrator");
      }
  }

  /** Somebody of an account that is in the organization, and that no policy names. */
  addMember(account: string): void {
    this.#makeUp("member-of-the-organization", account, "member");
  }

  addStranger(): void {
    this.#makeUp("stranger", STRANGER_ACCOUNT, "stranger");
  }

  #makeUp(name: string, account: string, role: string): void {
    const arn = (tried: string) => `arn:${this.#partition}:iam::${account}:role/${tried}`;
    const free = fresh(role, (tried) => this.#all.some((each) => each.arn === arn(tried)));
    this.#add(name, arn(free), "made up");
    this.#all.at(-1)?.policies.push(ALL_OF_KMS);
  }

  /** Whether it was new. */
  #add(name: string, arn: string, origin: Origin): boolean {
    if (this.#all.some((each) => each.arn === arn)) return false;
    const isTaken = (tried: string) => this.#all.some((each) => each.name === tried) || isAccountId(tried);
    this.#all.push({ name: fresh(shortName(name), isTaken), arn, origin, policies: [] });
    return true;
  }

  entries(): Record<string, PrincipalEntry> {
    return Object.fromEntries(
      this.#all.map(({ name, arn, policies, trust }) => [
        name,
        { arn, ...(policies.length > 0 && { policies }), ...(trust !== undefined && { trust }) },
      ]),
    );
  }
}

/** Short names may not look like what else stands in their place. */
const shortName = (name: string): string =>
  isAccountId(name) || name === "anonymous" || isServicePrincipal(name) ? `the-${name.replaceAll(".", "-")}` : name;
