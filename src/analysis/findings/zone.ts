import type { Estate, WorldKey } from "../../estate/estate.ts";
import type { Trust } from "../../estate/knowledge.ts";
import { isAccountId, parseArn } from "../../iam/arn.ts";

/** Whom a key may be shared with, and what nobody said. */
export class Zone {
  readonly declared: boolean;
  readonly #accounts: ReadonlySet<string>;
  readonly #named: ReadonlySet<string>;
  readonly #organizations: ReadonlySet<string>;
  readonly #principals: ReadonlySet<string>;
  readonly #services: ReadonlySet<string>;

  /** By all that was declared: for the whole world, for the key, and by who asks. */
  constructor({ organization, accounts }: Estate, key: Pick<WorldKey, "account">, told: readonly (Trust | undefined)[]) {
    const all = told.filter((one) => one !== undefined);
    const listed = (member: "organizations" | "accounts" | "principals" | "services") => all.flatMap((one) => one[member] ?? []);
    const isWhole = all.some((one) => one.organization === true);
    this.declared = all.length > 0;
    const own = isWhole ? [...(organization?.members.keys() ?? [])] : [];
    const roots = listed("principals").flatMap((arn) => (arn.endsWith(":root") ? (parseArn(arn)?.account ?? []) : []));
    const named = [...listed("accounts").map((name) => accounts.get(name) ?? name), ...roots].filter(isAccountId);
    this.#named = new Set(isWhole ? [] : named);
    this.#accounts = new Set([key.account, ...own, ...named]);
    this.#organizations = new Set([...listed("organizations"), ...(isWhole && organization !== undefined ? [organization.id] : [])]);
    this.#principals = new Set(listed("principals"));
    this.#services = new Set(listed("services"));
  }

  hasAccount(account: string): boolean {
    return this.#accounts.has(account);
  }

  /** Named by itself, and not with its organization. */
  trustsByItself(account: string): boolean {
    return this.#named.has(account);
  }

  hasOrganization(id: string): boolean {
    return this.#organizations.has(id);
  }

  /** By its ARN, of a session by that of its role, or by its account or organization. */
  has(arn: string, orgId?: string): boolean {
    if (this.#principals.has(arn) || this.#accounts.has(parseArn(arn)?.account ?? "")) return true;
    return orgId !== undefined && this.#organizations.has(orgId);
  }

  hasService(name: string): boolean {
    return this.#services.has(name);
  }
}
