import { nearest } from "../base/nearest.ts";
import { shown } from "../base/text.ts";
import { policiesOf } from "../estate/estate.ts";
import type { World } from "../estate/world.ts";
import type { Policy } from "../iam/policy.ts";
import type { Grant } from "../iam/request.ts";
import { GRANT } from "./deciding.ts";

/** The names of all that can decide a request to a world: statements, policies, grants. */
export class Deciders {
  readonly #statements = new Set<string>(); // Sids, POLICY#INDEX, POLICY#SID
  readonly #policies = new Set<string>();
  readonly #grants = new Set<string>(); // `grant NAME`, `grant ID`
  readonly #sids = new Set<string>();

  constructor({ estate }: World) {
    for (const policy of policiesOf(estate).keys()) this.#add(policy);
    for (const { grants } of estate.keys) for (const name of grantNames(grants)) this.#grants.add(name);
  }

  #add({ name, statements }: Policy): void {
    this.#policies.add(name);
    for (const { ref } of statements) {
      this.#statements.add(`${name}#${ref.statement}`);
      if (!ref.sid) continue;
      this.#sids.add(ref.sid);
      this.#statements.add(ref.sid).add(`${name}#${ref.sid}`);
    }
  }

  /** Why nothing that a name of `because` (or of `via`) stands for can decide; undefined where something can. `more` are grants beside those of the world. */
  flawOf(
    name: string,
    member: "because" | "via",
    more: readonly Grant[] = [],
  ): { readonly message: string; readonly help?: string } | undefined {
    const grants = more.length === 0 ? this.#grants : new Set([...this.#grants, ...grantNames(more)]);
    if (this.#statements.has(name) || grants.has(name)) return undefined;
    if (this.#policies.has(name)) {
      if (member === "via") return undefined;
      return {
        message: `${shown(name)} is a policy`,
        help: `name a statement of it: \`${name}#0\` is the first; or the policy by \`via\``,
      };
    }
    if (grants.has(GRANT + name)) return { message: `${shown(name)} is a grant`, help: `write \`${GRANT}${name}\`` };
    const isGrant = name.startsWith(GRANT);
    const near = nearest(
      name,
      isGrant ? grants : [...this.#sids, ...this.#statements, ...(member === "via" ? this.#policies : []), ...grants],
    );
    const what = member === "via" ? "no statement and no policy of this world is called" : "no policy of this world has a statement";
    const message = isGrant ? `no grant ${shown(name.slice(GRANT.length))} in this world` : `${what} ${shown(name)}`;
    return { message, ...(near !== undefined && { help: `did you mean \`${near}\`?` }) };
  }
}

const grantNames = (grants: readonly Grant[]): readonly string[] =>
  grants.flatMap(({ GrantId, Name }) => [GRANT + GrantId, ...(Name === undefined ? [] : [GRANT + Name])]);
