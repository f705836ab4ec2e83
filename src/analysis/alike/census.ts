import { ACCOUNT, namedWays } from "../../authz/plan.ts";
import { BoundedCache } from "../../base/bounded-cache.ts";
import type { KmsAction } from "../../catalog/actions.ts";
import type { World } from "../../estate/world.ts";
import type { StatementRef } from "../../iam/policy.ts";
import type { Grant, Request } from "../../iam/request.ts";
import { KEY_ACTIONS } from "../actions.ts";
import type { Who } from "../answers.ts";
import type { PrincipalClass } from "../principals.ts";
import type { Beside } from "../survey.ts";
import { type Holder, Holders, type Own } from "./holders.ts";
import { BY_GRANT, type KeyKind, KeyKinds, type KeySide, type Part, type Sub } from "./key-kinds.ts";
import { Numbers } from "./numbers.ts";
import { People } from "./people.ts";
import { type Row, Rows } from "./rows.ts";

/**
 * Principals that nothing tells apart in a question about a key, whatever its worlds say of them. Groups of two keys with the same `id` are asked about alike
 * too: what is found of the one holds of the other, with the other's names.
 */
export type Group = {
  readonly id: string;
  readonly who: PrincipalClass; // who stands for all
  readonly parts: readonly Part[];
  readonly isSame: boolean; // all worlds say the same of them
  readonly isOut: boolean; // no statement and no grant lets any of them in, whatever they ask
};

/**
 * Of whom groups are made. `only`: of these. `beside`: conditions of the question itself. `isOfOpen`: those whom a world lists and a key lets in by nothing
 * are left out.
 */
export type Among = {
  readonly only?: ((who: PrincipalClass) => boolean) | undefined;
  readonly beside?: Beside | undefined;
  readonly isOfOpen?: boolean | undefined;
};

const KNOWN = new WeakMap<World, { one?: Census; readonly two: WeakMap<World, Census> }>();

/** Who there is in some worlds, and what about keys tells whom apart: found out once, read for every key. */
export class Census {
  readonly #people: People;
  readonly #rows: Rows;
  readonly #holders: Holders;
  readonly #kinds: KeyKinds;
  readonly #groups = new BoundedCache<string, readonly Group[]>(MOST_KEYS);
  readonly #chosen = new WeakMap<(who: PrincipalClass) => boolean, Choice>();

  private constructor(worlds: readonly World[]) {
    const numbers = new Numbers();
    this.#people = new People(worlds, numbers);
    this.#rows = new Rows(this.#people, numbers);
    this.#holders = new Holders(this.#people, numbers, this.#rows);
    this.#kinds = new KeyKinds(this.#people, numbers, this.#rows, this.#holders);
  }

  /** Kept as long as the worlds are. */
  static of(worlds: readonly World[]): Census {
    const [first, second, ...more] = worlds;
    if (first === undefined || more.length > 0) return new Census(worlds);
    const known = KNOWN.get(first) ?? { two: new WeakMap() };
    KNOWN.set(first, known);
    if (second === undefined) {
      known.one ??= new Census(worlds);
      return known.one;
    }
    const found = known.two.get(second) ?? new Census(worlds);
    known.two.set(second, found);
    return found;
  }

  /** What principals there are in questions about a key, those that are listed in the order in which they are. */
  classes(keyArn: string, beside?: Beside): { readonly classes: readonly PrincipalClass[]; readonly inexact: string | undefined } {
    return this.#kinds.of(keyArn, beside);
  }

  /** The same in groups. */
  groups(keyArn: string, among: Among = {}): readonly Group[] {
    const { only, beside, isOfOpen = false } = among;
    if (only !== undefined || this.#kinds.of(keyArn, beside) !== this.#kinds.of(keyArn)) return this.#group(keyArn, among);
    return this.#groups.of(`${isOfOpen} ${keyArn}`, () => this.#group(keyArn, among));
  }

  #group(keyArn: string, { only, beside, isOfOpen }: Among): readonly Group[] {
    const kind = this.#kinds.of(keyArn, beside);
    const sides = this.#kinds.sidesOf(keyArn);
    const groups = new Map<string, { id: string; parts: Sub[]; isSame: boolean; isOut: boolean }>();
    const said = new Map<string, Own>();
    for (const sub of this.#among(kind, only, isOfOpen === true)) {
      const { holder } = sub;
      let own = holder.fixed ?? said.get(holder.said);
      if (own === undefined) {
        own = this.#holders.comesTo(holder, sides);
        said.set(holder.said, own);
      }
      const id = `${holder.n}|${sub.n}|${own.text}`;
      const known = groups.get(id);
      if (known !== undefined) known.parts.push(sub);
      else {
        const isSame = holder.isSame && sub.isSame && own.isSame;
        groups.set(id, {
          id,
          parts: [sub],
          isSame,
          isOut: !sides.some((side, i) => side !== undefined && this.#mayOpen(sub, own as Own, side, i)),
        });
      }
    }
    const first = ({ members }: Part): number => members[0]?.at ?? 0;
    return [...groups.values()]
      .map(({ parts, ...rest }): Group => {
        parts.sort((a, b) => first(a) - first(b));
        return { ...rest, parts, who: parts[0]?.members[0] as PrincipalClass };
      })
      .sort((a, b) => a.who.at - b.who.at);
  }

  /** Whether the key policy, with the caller's own policies where it leaves the say to these, or a grant can let somebody in. */
  #mayOpen({ ways, members, holder }: Sub, own: Own, { key }: KeySide, world: number): boolean {
    const [who] = members;
    const caller = who && this.#people.profile(who)[world]?.caller;
    const all = ways[world] ?? 0;
    if (who === undefined || caller === undefined || (all & BY_GRANT) !== 0) return true;
    if (all === 0) return false;
    const isHome = caller.account === "" || caller.account === key.account;
    if (isHome && (all & ~ACCOUNT) !== 0) return true;
    return who.kind !== "listed" || holder.mayHold || caller.kind === "root" || own.allows[world] === true;
  }

  /** Those who are asked about; the same question is asked of many keys. */
  #among(kind: KeyKind, only: ((who: PrincipalClass) => boolean) | undefined, isOfOpen: boolean): readonly Sub[] {
    const all = isOfOpen ? kind.open() : kind.listed();
    if (only === undefined) return [...all, ...kind.others];
    const choice = this.#chosen.get(only) ?? new Choice(only);
    this.#chosen.set(only, choice);
    return [...choice.among(all), ...choice.among(kind.others)];
  }

  /** The statements that have a say when those of a part ask something of a key, in each world: groups with one id have as many, in the same order. */
  statements({ holder, members }: Part, keyArn: string): readonly (readonly StatementRef[])[] {
    const who = members[0] as PrincipalClass;
    const profiles = this.#people.profile(who);
    return this.#kinds.sidesOf(keyArn).map((side, i) => {
      if (side === undefined) return [];
      const profile = profiles[i];
      const ofKey = side.rows.filter(({ text: { statement } }) => {
        const named = profile && namedWays(statement, profile.caller, profile.isLimited);
        return named !== undefined && (named.ways | named.mayWays) !== 0;
      });
      const own = (holder.rows[i] ?? []).filter((row) => this.#rows.say(row, i, who, side) !== undefined);
      return [...ofKey, ...own].map(({ text }) => text.statement.ref);
    });
  }

  /** The actions of which two worlds may say different things to those of a part; undefined: any. */
  apart(part: Part, keyArn: string): ReadonlySet<string> | undefined {
    const [before, after] = this.#kinds.sidesOf(keyArn);
    if (before === undefined || after === undefined || !part.holder.isSame) return undefined;
    if (this.#kinds.factsOf(before, 0) !== this.#kinds.factsOf(after, 1)) return undefined;
    const actions = actionsOfGrants(before.key.grants, after.key.grants);
    const [old, now] = [this.#said(part, before, 0), this.#said(part, after, 1)];
    for (const [list, others] of [
      [old, now],
      [now, old],
    ] as const)
      for (const [text, { count, about }] of list) if (others.get(text)?.count !== count) for (const action of about) actions.add(action);
    return actions;
  }

  /** What statements say to those of a part about a key, and of which actions. */
  #said({ holder, members }: Part, side: KeySide, world: number) {
    const who = members[0] as PrincipalClass;
    const profile = this.#people.profile(who)[world];
    const all = new Map<string, { count: number; readonly about: readonly string[] }>();
    const add = (text: string, { text: { about } }: Row) => {
      const known = all.get(text);
      if (known === undefined) all.set(text, { count: 1, about });
      else known.count++;
    };
    for (const row of side.rows) {
      const { ways, mayWays } = profile === undefined ? NOBODY : namedWays(row.text.statement, profile.caller, profile.isLimited);
      if ((ways | mayWays) !== 0) add(`${ways}.${mayWays} ${this.#rows.ofKey(row, side)} ${this.#rows.ofPrincipal(row, world, who)}`, row);
    }
    for (const row of holder.rows[world] ?? []) {
      const text = this.#rows.say(row, world, who, side);
      if (text !== undefined) add(`own ${text}`, row);
    }
    return all;
  }

  /** Somebody as a request names him, by the first world that has the key; by his name alone where the worlds tell different things of him: each knows its own. */
  principal(who: PrincipalClass, keyArn: string): Request["principal"] {
    return this.#people.principal(
      who,
      this.#kinds.sidesOf(keyArn).findIndex((side) => side !== undefined),
    );
  }

  /** Somebody in words. */
  who(who: PrincipalClass): Who {
    return this.#people.who(who);
  }
}

const NOBODY = { ways: 0, mayWays: 0 };

/** What grants that one world has and not the other have a say in: their operations, and what new grants and retiring come to by them. */
function actionsOfGrants(before: readonly Grant[], after: readonly Grant[]): Set<string> {
  const [old, now] = [before, after].map((list) => new Set(list.map((grant) => JSON.stringify(grant)))) as [Set<string>, Set<string>];
  const apart = [...before.filter((grant) => !now.has(JSON.stringify(grant))), ...after.filter((grant) => !old.has(JSON.stringify(grant)))];
  if (apart.length === 0) return new Set();
  const operations = new Set<string>(apart.flatMap(({ Operations }) => Operations));
  const isOf = ({ grantOperation }: KmsAction): boolean => grantOperation !== undefined && operations.has(grantOperation);
  return new Set([...KEY_ACTIONS.filter(isOf).map(({ action }) => action), "kms:CreateGrant", "kms:RetireGrant", "kms:DescribeKey"]);
}

/** Whom a question is about, of each list of principals once. */
class Choice {
  readonly #only: (who: PrincipalClass) => boolean;
  readonly #each = new WeakMap<PrincipalClass, boolean>();
  readonly #lists = new WeakMap<readonly Sub[], readonly Sub[]>();

  constructor(only: (who: PrincipalClass) => boolean) {
    this.#only = only;
  }

  among(subs: readonly Sub[]): readonly Sub[] {
    const known = this.#lists.get(subs);
    if (known !== undefined) return known;
    const made = subs.flatMap((sub) => {
      const members = sub.members.filter((who) => this.#isMeant(who));
      return members.length === 0 ? [] : [members.length === sub.members.length ? sub : { ...sub, members }];
    });
    this.#lists.set(subs, made);
    return made;
  }

  #isMeant(who: PrincipalClass): boolean {
    const known = this.#each.get(who);
    if (known !== undefined) return known;
    const meant = this.#only(who);
    this.#each.set(who, meant);
    return meant;
  }
}

export type { Holder, Part };

/** Of so many keys the groups are kept. */
const MOST_KEYS = 2_000;
