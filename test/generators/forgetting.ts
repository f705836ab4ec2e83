import type { WorldDocument } from "../../src/world/document.ts";
import { Picks } from "./world-changes.ts";

/** Worlds of which some is forgotten: what is left is true of the world that was, and says what it no longer knows. */

type Json = Record<string, unknown>;

const LEAF_PLACES = /^(?:Not)?(?:Action|Resource)$/;

/** What is forgotten, by what it says: of two worlds the same, so that what is not known of both is one thing. */
export class Forgetting {
  readonly #texts: ReadonlySet<string>;
  readonly #joined: boolean;
  readonly #policies: ReadonlySet<string>; // whole ones
  readonly #hidden: ReadonlySet<string>; // identity policies and grants
  readonly #facts: readonly string[];
  readonly #people: ReadonlySet<string>;
  readonly #denies: boolean;

  constructor(document: WorldDocument, numbers: readonly number[], kinds: readonly ForgottenKind[] = KINDS) {
    const picks = new Picks(numbers);
    const kind = picks.of(kinds);
    const some = (list: readonly string[], at: ForgottenKind): ReadonlySet<string> =>
      new Set(kind === at && list.length > 0 ? Array.from({ length: 1 + picks.number(2) }, () => picks.of(list)) : []);
    const found = { texts: [] as string[], policies: [] as string[] };
    eachPolicy(document as Json, (policy) => {
      found.policies.push(JSON.stringify(policy));
      eachText(policy, (text) => void found.texts.push(text));
    });
    const people = Object.entries((document.principals ?? {}) as Record<string, Json>);
    const lists = [
      ...people.flatMap(([, { policies }]) => (policies as unknown[] | undefined) ?? []),
      ...Object.values((document.keys ?? {}) as Record<string, Json>).flatMap(({ grants }) => (grants as unknown[] | undefined) ?? []),
    ];
    this.#texts = some(found.texts, "texts");
    this.#joined = picks.number(2) === 0;
    this.#policies = some(found.policies, "policies");
    this.#hidden = some(
      lists.map((one) => JSON.stringify(one)),
      "lists",
    );
    this.#facts = [...some(["tags", "boundary", "userId", "spec", "origin", "multiRegion", "aliases", "key tags"], "facts")];
    this.#people = some(
      people.flatMap(([name, { policies, userArn }]) =>
        policies !== undefined && userArn === undefined && name !== "alice" ? [name] : [],
      ),
      "people",
    );
    this.#denies = picks.number(2) === 0;
  }

  of(document: WorldDocument): WorldDocument {
    const copy = JSON.parse(JSON.stringify(document)) as Json;
    const people = (copy.principals ?? {}) as Record<string, Json>;
    const keys = (copy.keys ?? {}) as Record<string, Json>;
    const isHidden = (one: unknown): boolean => this.#hidden.has(JSON.stringify(one));
    for (const person of Object.values(people)) {
      const policies = person.policies as unknown[] | undefined;
      if (policies?.some(isHidden))
        Object.assign(person, { policies: policies.filter((one) => !isHidden(one)), knows: { policies: "some" } });
      this.#forget(person, ["boundary", "tags", "userId"], this.#facts);
    }
    for (const key of Object.values(keys)) {
      const grants = key.grants as unknown[] | undefined;
      if (grants?.some(isHidden)) Object.assign(key, { grants: grants.filter((one) => !isHidden(one)), knows: { grants: "some" } });
      const facts = this.#facts
        .map((fact) => (fact === "key tags" ? "tags" : fact))
        .filter((fact) => fact !== "tags" || this.#facts.includes("key tags"));
      if (!("usage" in key) && !("managedBy" in key)) this.#forget(key, ["spec", "origin", "multiRegion", "aliases", "tags"], facts);
    }
    const gone = Object.keys(people).filter((name) => this.#people.has(name));
    for (const name of gone) delete people[name];
    if (gone.length > 0) copy.knows = { principals: "some", policies: "some" };
    const symbols: Record<string, Json> = {};
    eachPolicy(copy, (policy, replace) => {
      if (this.#policies.has(JSON.stringify(policy))) {
        const isHarmless = this.#denies && !JSON.stringify(policy).includes('"Deny"');
        replace({ unknown: `a policy of ${JSON.stringify(policy).length} characters`, ...(isHarmless && { denies: false }) });
        return;
      }
      eachText(policy, (text, put) => {
        if (this.#texts.has(text)) put(this.#leaf(text, symbols));
      });
    });
    if (Object.keys(symbols).length > 0) copy.symbols = symbols;
    return copy as WorldDocument;
  }

  #forget(from: Json, members: readonly string[], facts: readonly string[]): void {
    const unknown = members.filter((member) => facts.includes(member));
    if (unknown.length === 0) return;
    for (const member of unknown) delete from[member];
    from.unknown = unknown;
  }

  /** Its beginning may be known. */
  #leaf(text: string, symbols: Record<string, Json>): Json {
    const known = this.#joined ? Math.floor(text.length / 2) : 0;
    const name = `s${Buffer.from(text).toString("hex")}`;
    const isRole = known === 0 && /^arn:[^:]*:iam::[0-9]{12}:role\/[^*?$]+$/.test(text) && text.length % 2 === 0;
    symbols[name] = { type: isRole ? "role-arn" : "string", from: name };
    return known === 0 ? { $symbol: name } : { $join: [text.slice(0, known), { $symbol: name }] };
  }
}

export type ForgottenKind = "texts" | "policies" | "lists" | "facts" | "people";
const KINDS: readonly ForgottenKind[] = ["texts", "texts", "texts", "policies", "lists", "facts", "people"];

/** Every policy of a world, and a way to put something in its place. */
function eachPolicy(document: Json, visit: (policy: Json, replace: (by: unknown) => void) => void): void {
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [name, member] of Object.entries(value)) {
      if (typeof member === "object" && member !== null && "Statement" in member)
        visit(member as Json, (by) => {
          (value as Json)[name] = by;
        });
      else walk(member);
    }
  };
  walk(document);
}

/** Every text of a policy that may be a leaf. */
function eachText(policy: Json, visit: (text: string, put: (by: unknown) => void) => void): void {
  const among = (holder: Json, name: string): void => {
    const value = holder[name];
    const put = (by: unknown) => void Object.assign(holder, { [name]: by });
    if (typeof value === "string") visit(value, put);
    else if (Array.isArray(value)) value.forEach((_, i) => void among(value as unknown as Json, String(i)));
  };
  for (const statement of [policy.Statement].flat() as Json[]) {
    for (const [name, value] of Object.entries(statement)) {
      if (LEAF_PLACES.test(name)) among(statement, name);
      if (/^(?:Not)?Principal$/.test(name) && typeof value === "object" && value !== null)
        for (const kind of Object.keys(value)) among(value as Json, kind);
      if (name === "Condition")
        for (const keys of Object.values(value as Record<string, Json>)) for (const key of Object.keys(keys)) among(keys, key);
    }
  }
}
