import type { Determining } from "../../authz/decision.ts";
import type { StatementRef } from "../../iam/policy.ts";
import type { Request } from "../../iam/request.ts";
import type { PrincipalClass } from "../principals.ts";
import type { Census, Group } from "./census.ts";
import type { Part } from "./key-kinds.ts";

/** Of a group that was asked: its statements, in each world, by which those of other groups are found. */
export type Roster = readonly (readonly StatementRef[])[];

export const rosterOf = (census: Census, { parts: [first] }: Group, key: string): Roster =>
  first === undefined ? [] : census.statements(first, key);

/** What of one group's statements corresponds to those of a part of a group with the same id. `world`: whose statements these are. */
export class Correspondence {
  readonly #census: Census;
  readonly #roster: Roster;
  readonly #key: string;
  readonly #part: Part;
  #own: Roster | undefined;

  constructor(census: Census, roster: Roster, key: string, part: Part) {
    this.#census = census;
    this.#roster = roster;
    this.#key = key;
    this.#part = part;
  }

  refs(refs: readonly Determining[], world = 0): readonly Determining[] {
    if (refs.length === 0) return refs;
    this.#own ??= this.#census.statements(this.#part, this.#key);
    const [from = [], to = []] = [this.#roster[world], this.#own[world]];
    return refs.map((ref) => ("grant" in ref ? ref : (to[from.indexOf(ref)] ?? ref)));
  }

  /** The request, as a member of the part makes it. */
  request(request: Request, who: PrincipalClass): Request {
    return { ...request, principal: this.#census.principal(who, this.#key), resource: this.#key };
  }
}
