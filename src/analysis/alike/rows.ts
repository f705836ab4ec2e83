import { mayMatchResource } from "../../authz/plan.ts";
import type { ResourceFacts } from "../../authz/target.ts";
import type { WorldKey } from "../../estate/estate.ts";
import type { Policy } from "../../iam/policy.ts";
import type { PrincipalClass } from "../principals.ts";
import type { Numbers } from "./numbers.ts";
import type { People } from "./people.ts";
import { type ConditionText, PRINCIPAL_TAG, RESOURCE_TAG, type StatementText, tagIn, textsOf } from "./statement-text.ts";

/** A statement, and as what it has its say. `fixed`: what it says, where that hangs neither on who asks nor on the key. */
export type Row = {
  readonly as: string;
  readonly text: StatementText;
  readonly fixed: string | undefined;
  readonly isOfEach: boolean; // says something else of one principal than of another
};

/** A key, as far as statements are about it. `isOpen`: not everything about it is known. */
export type OnKey = { readonly key: WorldKey; readonly resource: ResourceFacts; readonly isOpen: boolean };

/** What statements say of somebody about a key, as texts: the same text, the same say. */
export class Rows {
  readonly #people: People;
  readonly #numbers: Numbers;
  readonly #rows = new Map<string, readonly Row[]>();
  readonly #verdicts = new Map<string, WeakMap<PrincipalClass, string>>();
  readonly #ofValues = new Map<string, Map<string | undefined, string>>();

  constructor(people: People, numbers: Numbers) {
    this.#people = people;
    this.#numbers = numbers;
  }

  /** Those of a policy of a world. */
  of(as: string, policy: Policy, world: number): readonly Row[] {
    const own = this.#people.worlds[world];
    const rests = own?.estate.knowledge?.strict.has(policy) === true ? `strict ${this.#numbers.object(policy)} ` : "";
    const name = `${world} ${this.#numbers.object(policy)} ${as}`;
    const known = this.#rows.get(name);
    if (known !== undefined) return known;
    const texts = own === undefined ? [] : textsOf(own.compiled(policy));
    const made = texts.map((text): Row => {
      const { head, conditions, reads, resource } = text;
      const said = rests + as + head;
      const isFixed = resource !== "variable" && conditions.every(({ of }) => of === undefined) && !reads.some(isTold);
      return {
        as: rests + as,
        text,
        fixed: isFixed ? String(this.#numbers.text(said + conditions.map((one) => one.text).join())) : undefined,
        isOfEach: conditions.some(({ of }) => of === "principal") || reads.some((read) => OF_PRINCIPAL.test(read)),
      };
    });
    this.#rows.set(name, made);
    return made;
  }

  /** What a statement says to somebody about a key; undefined where it has no say. */
  say({ as, text, fixed }: Row, world: number, who: PrincipalClass, side: OnKey): string | undefined {
    const { statement, head, conditions, reads, resource } = text;
    const isSome = resource === "some";
    if (isSome && !side.isOpen && !isAbout(text, side)) return undefined;
    if (fixed !== undefined && !(isSome && side.isOpen)) return fixed;
    let said = as + head;
    if (isSome && side.isOpen) said += JSON.stringify([statement.resource?.mode, statement.resource?.members.map((one) => one.text)]);
    if (resource === "variable") said += side.key.arn;
    for (const condition of conditions) {
      const verdict = this.#verdict(condition, world, who, side);
      if (verdict === NEITHER) return undefined;
      said += verdict;
    }
    for (const name of reads) said += this.#told(name, world, who) + onKey(name, side);
    return String(this.#numbers.text(said));
  }

  /** What of that hangs on who asks. */
  ofPrincipal({ text: { conditions, reads }, fixed }: Row, world: number, who: PrincipalClass): string {
    if (fixed !== undefined) return "";
    let said = "";
    for (const condition of conditions) if (condition.of === "principal") said += this.#onPrincipal(condition, world, who);
    for (const name of reads) said += this.#told(name, world, who);
    return said;
  }

  /** What hangs on the key alone, and the conditions as they are. */
  ofKey({ as, text: { head, conditions, reads, resource } }: Row, side: OnKey): string {
    return [
      as,
      head,
      resource === "variable" ? side.key.arn : "",
      ...conditions.map((condition) => (condition.of === "key" ? this.#onKey(condition, side) : condition.text)),
      ...reads.map((name) => onKey(name, side)),
    ].join();
  }

  #verdict(condition: ConditionText, world: number, who: PrincipalClass, side: OnKey): string {
    if (condition.of === undefined) return condition.text;
    return condition.of === "principal" ? this.#onPrincipal(condition, world, who) : this.#onKey(condition, side);
  }

  /** What a condition on a fact of somebody comes to; the condition itself where nobody knows the fact, or there is but one whom it is about. */
  #onPrincipal(condition: ConditionText, world: number, who: PrincipalClass): string {
    const name = `${world}${condition.name}`;
    const known = this.#verdicts.get(name) ?? new WeakMap<PrincipalClass, string>();
    this.#verdicts.set(name, known);
    const found = known.get(who);
    if (found !== undefined) return found;
    const value = this.#people.factOf(who, world, condition.condition.name);
    const { text } = condition;
    const made =
      "text" in value ? text + value.text : who.kind === "listed" ? this.#ofValue(condition, value.value) : text + JSON.stringify(value);
    known.set(who, made);
    return made;
  }

  #onKey(condition: ConditionText, { key: { tags }, isOpen }: OnKey): string {
    if (isOpen) return condition.text;
    const { value, twins } = tagIn(tags, condition.condition.name.slice(RESOURCE_TAG.length));
    return twins ? condition.text + JSON.stringify(tags) : this.#ofValue(condition, value);
  }

  /** What a condition makes of a value and of none; of tags, which many have alike, each value once. */
  #ofValue({ name, holds, condition }: ConditionText, value: string | undefined): string {
    const known = this.#ofValues.get(name) ?? new Map<string | undefined, string>();
    this.#ofValues.set(name, known);
    const once = (one: string | undefined): string => {
      const found = known.get(one) ?? String(holds(one));
      if (one === undefined || condition.name !== "aws:principalarn") known.set(one, found);
      return found;
    };
    return once(value) + once(undefined);
  }

  /** The value of a key that follows from who asks, where it counts as it is. */
  #told(name: string, world: number, who: PrincipalClass): string {
    if (name === "aws:principalarn" || name === "aws:username") return ` ${who.arn} ${who.principal.arn} `;
    const profile = this.#people.profile(who)[world];
    if (name === "aws:userid")
      return ` ${profile?.caller.userId ?? ""} ${profile?.caller.session ?? ""} ${who.kind === "listed" ? "" : who.principal.arn}`;
    if (!name.startsWith(PRINCIPAL_TAG)) return "";
    const value = this.#people.factOf(who, world, name);
    return "text" in value ? value.text : JSON.stringify(value.value ?? 0);
  }
}

export const isAbout = ({ statement: { resource } }: StatementText, { resource: asked }: Pick<OnKey, "resource">): boolean =>
  mayMatchResource({ resource, hasTemplates: false }, asked);

/** A condition that holds neither of the value nor of none. */
const NEITHER = "00";

const OF_PRINCIPAL = /^aws:(?:principalarn|username|userid|principaltag\/.*)$/;
const OF_KEY = /^(?:aws:resourcetag\/.*|kms:resourcealiases|kms:requestalias)$/;
/** Whether a condition key follows from who asks, or from the key, and is not the same for all of a group anyway. */
const isTold = (name: string): boolean => OF_PRINCIPAL.test(name) || OF_KEY.test(name);

function onKey(name: string, { key: { tags, aliases, arn }, isOpen }: Pick<OnKey, "key" | "isOpen">): string {
  if (isOpen) return arn;
  if (name === "kms:resourcealiases" || name === "kms:requestalias") return JSON.stringify(aliases);
  if (!name.startsWith(RESOURCE_TAG)) return "";
  const { value, twins } = tagIn(tags, name.slice(RESOURCE_TAG.length));
  return JSON.stringify(twins ? tags : (value ?? 0));
}
