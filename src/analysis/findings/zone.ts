import type { Estate, WorldKey } from "../../estate/estate.ts";
import { isAccountId, parseArn } from "../../iam/arn.ts";

/** Who is meant to have to do with the keys of a world. Absent: nobody said. */
export type Trust = {
  readonly organization?: boolean | undefined; // all accounts of the world's organization
  readonly organizations?: readonly string[] | undefined; // foreign ones: "o-…"
  readonly accounts?: readonly string[] | undefined; // ids, or short names of `accounts`
  readonly principals?: readonly string[] | undefined; // ARNs
  readonly services?: readonly string[] | undefined;
};

/** Whom a key may be shared with, and what nobody said. */
export class Zone {
  readonly declared: boolean;
  readonly #accounts: ReadonlySet<string>;
  readonly #organizations: ReadonlySet<string>;
  readonly #principals: ReadonlySet<string>;
  readonly #services: ReadonlySet<string>;

  constructor({ organization, accounts }: Estate, key: WorldKey, trust: Trust | undefined) {
    this.declared = trust !== undefined;
    const own = trust?.organization === true ? [...(organization?.members.keys() ?? [])] : [];
    const roots = (trust?.principals ?? []).flatMap((arn) => (arn.endsWith(":root") ? (parseArn(arn)?.account ?? []) : []));
    const named = [...(trust?.accounts ?? []).map((name) => accounts.get(name) ?? name), ...roots].filter(isAccountId);
    this.#accounts = new Set([key.account, ...own, ...named]);
    this.#organizations = new Set([
      ...(trust?.organizations ?? []),
      ...(trust?.organization === true && organization !== undefined ? [organization.id] : []),
    ]);
    this.#principals = new Set(trust?.principals);
    this.#services = new Set(trust?.services);
  }

  hasAccount(account: string): boolean {
    return this.#accounts.has(account);
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
