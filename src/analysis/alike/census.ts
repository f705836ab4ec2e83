import type { CompiledPolicy } from "../../authz/compile.ts";
import { linkGrant } from "../../authz/grants.ts";
import { ACCOUNT, mayMatchResource, namedWays, waysAmong } from "../../authz/plan.ts";
import { type ResourceFacts, readResource } from "../../authz/target.ts";
import { BoundedCache } from "../../base/bounded-cache.ts";
import type { WorldKey } from "../../estate/estate.ts";
import { keyFactsOf } from "../../estate/question.ts";
import type { World } from "../../estate/world.ts";
import { parseArn } from "../../iam/arn.ts";
import type { Policy, StatementRef } from "../../iam/policy.ts";
import type { PrincipalPattern } from "../../iam/principal.ts";
import type { Grant, Request } from "../../iam/request.ts";
import type { Who } from "../answers.ts";
import { ListedPrincipals, type PrincipalClass, principalClasses } from "../principals.ts";
import type { Beside } from "../survey.ts";
import { whoOf } from "../who.ts";
import { type Profile, profileOf } from "./profile.ts";
import { type ConditionText, PRINCIPAL_TAG, RESOURCE_TAG, type StatementText, tagIn, textsOf, verdictOn } from "./statement-text.ts";

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

/** Those of a group whose policies are the same objects. */
export type Part = { readonly members: readonly PrincipalClass[]; readonly holder: Holder };

/** Principals with the same policies, as far as these, and what they are, tell them apart. */
export type Holder = {
  readonly who: PrincipalClass;
  readonly n: number;
  readonly rows: readonly (readonly Row[])[]; // of each world
  readonly said: string; // the same for holders whose policies come to the same for every key
  readonly fixed: Own | undefined; // what they come to, where that is the same for all keys
  readonly isSame: boolean;
  readonly mayHold: boolean; // other identity policies than are told
};

/** What the policies of a holder come to for a key. */
type Own = { readonly text: string; readonly isSame: boolean; readonly allows: readonly boolean[] };

/** A statement, and as what it has its say. */
type Row = { readonly as: string; readonly text: StatementText; readonly fixed: string | undefined };

/** A key as a world has it. */
type KeySide = {
  readonly key: WorldKey;
  readonly resource: ResourceFacts;
  readonly isOpen: boolean; // not everything about it is known
  readonly rows: readonly Row[]; // that have a say about it, whoever asks
};

/** Keys that nothing tells apart for those whose own policies do not. */
type KeyKind = {
  readonly n: number;
  readonly isSame: boolean;
  readonly subs: readonly Sub[];
  readonly classes: readonly PrincipalClass[];
  readonly inexact: string | undefined;
};

/** Those of a holder whom a kind of keys does not tell apart. `ways`: how it lets them in, in each world, as bits. */
type Sub = Part & { readonly n: number; readonly isSame: boolean; readonly ways: readonly number[] };

/** What is said of a key. */
type Said = { readonly grants: readonly Grant[]; readonly rows: readonly Row[] };
type Named = { readonly text: string; readonly ways: number };

/** Beside the ways of authz/plan.ts. */
const BY_GRANT = 256;

/** Principals by what they hold, and by the names that can mean them. */
type Roll = {
  readonly holders: ReadonlyMap<Holder, readonly PrincipalClass[]>;
  readonly named: ReadonlyMap<string, readonly PrincipalClass[]>;
};

const KNOWN = new WeakMap<World, { one?: Census; readonly two: WeakMap<World, Census> }>();

/** Who there is in some worlds, and what about keys tells whom apart: found out once, read for every key. */
export class Census {
  readonly #worlds: readonly World[];
  readonly #listed: ListedPrincipals;
  readonly #namers: readonly CompiledPolicy[];
  readonly #keys: readonly ReadonlyMap<string, WorldKey>[];
  readonly #sides = new Map<string, readonly (KeySide | undefined)[]>();
  readonly #texts = new Map<string, number>();
  readonly #objects = new Map<object, number>();
  readonly #profiles = new WeakMap<PrincipalClass, readonly (Profile | undefined)[]>();
  readonly #holderOf = new WeakMap<PrincipalClass, Holder>();
  readonly #holders = new Map<string, Holder>();
  readonly #rows = new Map<string, readonly Row[]>();
  readonly #verdicts = new Map<string, WeakMap<PrincipalClass, string>>();
  readonly #onTags = new Map<string, string>();
  readonly #kinds = new Map<string, KeyKind>();
  readonly #rolls = new WeakMap<readonly PrincipalClass[], Roll>();
  readonly #groups = new BoundedCache<string, readonly Group[]>(MOST_KEYS);
  readonly #chosen = new WeakMap<
    (who: PrincipalClass) => boolean,
    { readonly kinds: Map<KeyKind, readonly Sub[]>; readonly each: WeakMap<PrincipalClass, boolean> }
  >();
  readonly #asked = new WeakMap<PrincipalClass, Request["principal"]>();
  readonly #whos = new WeakMap<PrincipalClass, Who>();

  private constructor(worlds: readonly World[]) {
    this.#worlds = worlds;
    this.#listed = new ListedPrincipals(worlds.map(({ estate }) => estate));
    this.#namers = [...new Set(worlds.flatMap(namersIn))];
    this.#keys = worlds.map(({ estate }) => new Map(estate.keys.map((key) => [key.arn, key])));
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
    return this.#kindOf(keyArn, beside);
  }

  /** The same in groups; `only`: of these. */
  groups(keyArn: string, only?: (who: PrincipalClass) => boolean, beside?: Beside): readonly Group[] {
    if (only !== undefined || beside !== undefined) return this.#group(keyArn, only, beside);
    return this.#groups.of(keyArn, () => this.#group(keyArn));
  }

  #group(keyArn: string, only?: (who: PrincipalClass) => boolean, beside?: Beside): readonly Group[] {
    const kind = this.#kindOf(keyArn, beside);
    const sides = this.#sidesOf(keyArn);
    const groups = new Map<string, { id: string; parts: Part[]; isSame: boolean; isOut: boolean }>();
    const said = new Map<string, Own>();
    for (const sub of this.#among(kind, only)) {
      const { holder } = sub;
      let own = holder.fixed ?? said.get(holder.said);
      if (own === undefined) {
        own = this.#comesTo(holder, sides);
        said.set(holder.said, own);
      }
      const id = `${kind.n}|${holder.n}|${sub.n}|${own.text}`;
      const known = groups.get(id);
      if (known !== undefined) known.parts.push(sub);
      else {
        const isSame = kind.isSame && holder.isSame && sub.isSame && own.isSame;
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
    const caller = who && this.#profile(who)[world]?.caller;
    const all = ways[world] ?? 0;
    if (who === undefined || caller === undefined || (all & BY_GRANT) !== 0) return true;
    if (all === 0) return false;
    const isHome = caller.account === "" || caller.account === key.account;
    if (isHome && (all & ~ACCOUNT) !== 0) return true;
    return who.kind !== "listed" || holder.mayHold || caller.kind === "root" || own.allows[world] === true;
  }

  /** Those who are asked about; the same question is asked of many keys. */
  #among(kind: KeyKind, only: ((who: PrincipalClass) => boolean) | undefined): readonly Sub[] {
    if (only === undefined) return kind.subs;
    const all = this.#chosen.get(only) ?? { kinds: new Map<KeyKind, readonly Sub[]>(), each: new WeakMap<PrincipalClass, boolean>() };
    this.#chosen.set(only, all);
    const known = all.kinds.get(kind);
    if (known !== undefined) return known;
    const isMeant = (who: PrincipalClass): boolean => {
      const meant = all.each.get(who) ?? only(who);
      all.each.set(who, meant);
      return meant;
    };
    const made = kind.subs.flatMap((sub) => {
      const members = sub.members.filter(isMeant);
      return members.length === 0 ? [] : [{ ...sub, members }];
    });
    all.kinds.set(kind, made);
    return made;
  }

  /** The statements that have a say when those of a holder ask something of a key, in each world: groups with one id have as many, in the same order. */
  statements({ rows }: Holder, keyArn: string, who: PrincipalClass): readonly (readonly StatementRef[])[] {
    return this.#sidesOf(keyArn).map((side, i) =>
      side === undefined
        ? []
        : [
            ...side.rows.map(({ text }) => text.statement.ref),
            ...(rows[i] ?? []).flatMap((row) => (this.#say(row, i, who, side) === undefined ? [] : [row.text.statement.ref])),
          ],
    );
  }

  /** Somebody as a request names him, by the first world that has the key; by his name alone where the worlds tell different things of him: each knows its own. */
  principal(who: PrincipalClass, keyArn: string): Request["principal"] {
    const known = this.#asked.get(who);
    if (known !== undefined) return known;
    const first = this.#sidesOf(keyArn).findIndex((side) => side !== undefined);
    const { facts } = this.#profile(who)[first] ?? { facts: who.principal };
    const told = new Set(this.#profile(who).flatMap((profile) => (profile === undefined ? [] : JSON.stringify(profile.facts))));
    const { arn, roleArn } = facts;
    const common = told.size < 2 ? facts : { arn, ...(roleArn !== undefined && { roleArn }) };
    const made = Object.keys(common).length === 1 ? common.arn : common;
    if (this.#worlds.length === 1) this.#asked.set(who, made);
    return made;
  }

  /** Somebody in words. */
  who(who: PrincipalClass): Who {
    const known = this.#whos.get(who);
    if (known !== undefined) return known;
    const made = whoOf(
      who,
      this.#worlds.map(({ estate }) => estate),
    );
    this.#whos.set(who, made);
    return made;
  }

  #n(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, this.#texts.size);
    return this.#texts.size - 1;
  }

  #object(one: object): number {
    const known = this.#objects.get(one);
    if (known !== undefined) return known;
    this.#objects.set(one, this.#objects.size);
    return this.#objects.size - 1;
  }

  #profile(who: PrincipalClass): readonly (Profile | undefined)[] {
    const known = this.#profiles.get(who);
    if (known !== undefined) return known;
    const made = this.#worlds.map((world) => profileOf(world, who));
    this.#profiles.set(who, made);
    return made;
  }

  // --- what policies say ---

  #rowsOf(as: string, policy: Policy, world: number): readonly Row[] {
    const { estate } = this.#worlds[world] as World;
    const rests = estate.knowledge?.strict.has(policy) === true ? `strict ${this.#object(policy)} ` : "";
    const name = `${world} ${this.#object(policy)} ${as}`;
    const known = this.#rows.get(name);
    if (known !== undefined) return known;
    const made = textsOf((this.#worlds[world] as World).compiled(policy)).map((text): Row => {
      const { head, conditions, reads, resource } = text;
      const said = rests + as + head;
      const isFixed = resource !== "variable" && conditions.every(({ of }) => of === undefined) && !reads.some(isTold);
      return { as: rests + as, text, fixed: isFixed ? String(this.#n(said + conditions.map((one) => one.text).join())) : undefined };
    });
    this.#rows.set(name, made);
    return made;
  }

  /** What a statement says to somebody about a key; undefined where it has no say. */
  #say({ as, text, fixed }: Row, world: number, who: PrincipalClass, side: KeySide): string | undefined {
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
    return String(this.#n(said));
  }

  #verdict(condition: ConditionText, world: number, who: PrincipalClass, side: KeySide): string {
    if (condition.of === undefined) return condition.text;
    return condition.of === "principal" ? this.#verdictOn(condition, world, who) : this.#onKey(condition, side);
  }

  /** What a condition on a fact of somebody comes to; the condition itself where nobody knows the fact, or there is but one whom it is about. */
  #verdictOn({ text, condition }: ConditionText, world: number, who: PrincipalClass): string {
    const name = `${world}${condition.effect}${text}`;
    const known = this.#verdicts.get(name) ?? new WeakMap<PrincipalClass, string>();
    this.#verdicts.set(name, known);
    const found = known.get(who);
    if (found !== undefined) return found;
    const value = factOf(this.#profile(who), world, condition.name);
    const made =
      "text" in value ? text + value.text : who.kind === "listed" ? verdictOn(condition, value.value) : text + JSON.stringify(value);
    known.set(who, made);
    return made;
  }

  #onKey({ text, condition }: ConditionText, side: KeySide): string {
    if (side.isOpen) return text;
    const { value, twins } = tagIn(side.key.tags, condition.name.slice(RESOURCE_TAG.length));
    if (twins) return text + JSON.stringify(side.key.tags);
    const name = `${condition.effect}${text}${JSON.stringify(value)}`;
    const known = this.#onTags.get(name);
    if (known !== undefined) return known;
    const made = verdictOn(condition, value);
    this.#onTags.set(name, made);
    return made;
  }

  /** The value of a key that follows from who asks, where it counts as it is. */
  #told(name: string, world: number, who: PrincipalClass): string {
    if (name === "aws:principalarn" || name === "aws:username") return ` ${who.arn} ${who.principal.arn} `;
    const profile = this.#profile(who)[world];
    if (name === "aws:userid")
      return ` ${profile?.caller.userId ?? ""} ${profile?.caller.session ?? ""} ${who.kind === "listed" ? "" : who.principal.arn}`;
    if (!name.startsWith(PRINCIPAL_TAG)) return "";
    const value = factOf(this.#profile(who), world, name);
    return "text" in value ? value.text : JSON.stringify(value.value ?? 0);
  }

  // --- who holds what ---

  #holder(who: PrincipalClass): Holder {
    const known = this.#holderOf.get(who);
    if (known !== undefined) return known;
    const profiles = this.#profile(who);
    const rows = profiles.map((profile, i) => profile?.held.flatMap(({ as, policy }) => this.#rowsOf(as, policy, i)) ?? []);
    const policies = profiles.map((profile) => profile?.held.map(({ as, policy }) => `${as} ${this.#object(policy)}`).join() ?? "");
    const texts = profiles.map((profile) => profile?.text ?? `nobody ${who.principal.arn}`);
    const own = rows.map((list, i) => list.map((row) => this.#ofPrincipal(row, i, who)).join());
    const id = JSON.stringify([texts, policies, own]);
    const found = this.#holders.get(id);
    if (found !== undefined) {
      this.#holderOf.set(who, found);
      return found;
    }
    const isFixed = rows.every((list) => list.every(({ fixed, text }) => fixed !== undefined && text.resource === "any"));
    const isSame = texts.every((text) => text === texts[0]);
    const made: Holder = {
      who,
      n: this.#n(JSON.stringify(texts)),
      rows,
      said: JSON.stringify([policies, own]),
      fixed: isFixed
        ? ownOf(rows.map((list) => ({ text: list.map(({ fixed }) => `${fixed},`).join(""), allows: list.some(isOwnAllow) })))
        : undefined,
      isSame,
      mayHold: profiles.some((profile) => profile?.mayHold === true),
    };
    this.#holders.set(id, made);
    this.#holderOf.set(who, made);
    return made;
  }

  /** What of a statement hangs on who asks. */
  #ofPrincipal({ text: { conditions, reads }, fixed }: Row, world: number, who: PrincipalClass): string {
    if (fixed !== undefined) return "";
    let said = "";
    for (const condition of conditions) if (condition.of === "principal") said += this.#verdictOn(condition, world, who);
    for (const name of reads) said += this.#told(name, world, who);
    return said;
  }

  /** What the policies of a holder say of a key, in each world. */
  #comesTo({ rows, who }: Holder, sides: readonly (KeySide | undefined)[]): Own {
    return ownOf(
      sides.map((side, i) => {
        if (side === undefined) return { text: "no key", allows: false };
        let text = "";
        let allows = false;
        for (const row of rows[i] ?? []) {
          const one = this.#say(row, i, who, side);
          if (one === undefined) continue;
          text += `${one},`;
          allows ||= isOwnAllow(row);
        }
        return { text, allows };
      }),
    );
  }

  #rollOf(classes: readonly PrincipalClass[]): Roll {
    const known = this.#rolls.get(classes);
    if (known !== undefined) return known;
    const holders = new Map<Holder, PrincipalClass[]>();
    const named = new Map<string, PrincipalClass[]>();
    for (const who of classes) {
      push(holders, this.#holder(who), who);
      for (const name of this.#namesOf(who)) push(named, name, who);
    }
    const roll: Roll = { holders, named };
    this.#rolls.set(classes, roll);
    return roll;
  }

  /** Whatever a policy could call somebody, beside everybody and an account. */
  #namesOf(who: PrincipalClass): ReadonlySet<string> {
    const names = new Set([who.arn, who.principal.arn]);
    for (const profile of this.#profile(who)) {
      if (profile === undefined) continue;
      const { account, name, principalArn, userId, issuer } = profile.caller;
      for (const one of [`${account}:${name}`, principalArn, userId, userId?.split(":", 1)[0], issuer])
        if (one !== undefined) names.add(one);
    }
    return names;
  }

  // --- kinds of keys ---

  #sidesOf(keyArn: string): readonly (KeySide | undefined)[] {
    const known = this.#sides.get(keyArn);
    if (known !== undefined) return known;
    const made = this.#keys.map((keys, i) => {
      const key = keys.get(keyArn);
      const resource = key && readResource(key.arn);
      return key && resource && this.#sideOf(key, resource, i);
    });
    this.#sides.set(keyArn, made);
    return made;
  }

  #sideOf(key: WorldKey, resource: ResourceFacts, i: number): KeySide {
    const { endpoints, organization } = (this.#worlds[i] as World).estate;
    const { openName, unknown = [], untold = [] } = key;
    const side = { key, resource, isOpen: openName !== undefined || unknown.length + untold.length > 0 };
    const limits = organization?.members.get(key.account)?.resourceControl ?? [];
    const all = [
      ...this.#rowsOf("key", key.policy, i),
      ...limits.flatMap((level, n) => level.flatMap((policy) => this.#rowsOf(`rcp ${n}`, policy, i))),
      ...endpoints.flatMap(({ id, policy }) => (policy === undefined ? [] : this.#rowsOf(`endpoint ${id}`, policy, i))),
    ];
    return { ...side, rows: all.filter(({ text }) => text.resource !== "some" || side.isOpen || isAbout(text, side)) };
  }

  #kindOf(keyArn: string, beside?: Beside): KeyKind {
    const sides = this.#sidesOf(keyArn);
    const texts = sides.map((side, i) => (side === undefined ? "no key" : this.#textOf(side, i)));
    const id = texts.join("\n") + (beside === undefined ? "" : `\nbeside ${this.#object(beside)}`);
    const known = this.#kinds.get(id);
    if (known !== undefined) return known;
    const made = this.#kind(
      id,
      keyArn,
      texts.every((text) => text === texts[0]),
      beside,
    );
    this.#kinds.set(id, made);
    return made;
  }

  /** All of a key that can matter, except what only policies of principals read. */
  #textOf({ key, isOpen, rows }: KeySide, world: number): string {
    const { tags: _, aliases: __, ...facts } = keyFactsOf(key);
    const { account, region, arn, assumes = [], openGrants, grants, policy } = key;
    const isAlone = isOpen || assumes.length > 0 || openGrants !== undefined || grants.length > 0;
    const { endpoints, organization } = (this.#worlds[world] as World).estate;
    const all = (this.#worlds[world] as World).compiled(policy).statements;
    const said = rows.map(({ as, text: { head, conditions, reads } }) =>
      [
        as,
        head,
        ...conditions.map((condition) => (condition.of === "key" ? this.#onKey(condition, { key, isOpen } as KeySide) : condition.text)),
        ...reads.map((name) => onKey(name, { key, isOpen } as KeySide)),
      ].join(),
    );
    return String(
      this.#n(
        JSON.stringify([
          account,
          region,
          parseArn(arn)?.partition,
          facts,
          isAlone ? [world, arn] : 0,
          said,
          rows.map(({ text }) => principalsIn(text.statement)),
          all.map((statement) => [
            principalsIn(statement),
            statement.conditions.map(({ operator, key: name, values }) => [operator, name, values]),
          ]),
          organization?.members.get(account)?.resourceControl.length,
          endpoints.flatMap(({ id, policy: own }) => (own === undefined ? [] : [id])),
        ]),
      ),
    );
  }

  #kind(id: string, keyArn: string, isSame: boolean, beside: Beside | undefined): KeyKind {
    const sides = this.#sidesOf(keyArn);
    const keys = sides.flatMap((side) => (side === undefined ? [] : [side.key]));
    const { partition = "aws", account = "" } = parseArn(keyArn) ?? {};
    const own = sides.flatMap((side, i) => (side === undefined ? [] : [(this.#worlds[i] as World).compiled(side.key.policy)]));
    const namers = {
      policies: [...new Set([...(beside?.namers ?? []), ...own, ...this.#namers])],
      grants: keys.flatMap(({ grants }) => grants),
      estates: this.#worlds.map(({ estate }) => estate),
      partition,
      account,
    };
    const { classes, inexact, listed } = principalClasses(namers, this.#listed);
    const roll = this.#rollOf(listed);
    const others = classes.slice(listed.length);
    const further = beside === undefined ? [] : this.#besideOf(beside);
    const asked = sides.map((side) => (side === undefined ? undefined : { grants: side.key.grants, rows: [...side.rows, ...further] }));
    const isOfEach = asked.some((one) => one?.rows.some(({ text }) => isAboutPrincipals(text)));
    const names = new Set(asked.flatMap((one) => (one === undefined ? [] : namesIn(one))));
    const special = new Set([...names].flatMap((name) => roll.named.get(name) ?? []));
    const subs: Sub[] = [];
    const add = (holder: Holder, members: readonly PrincipalClass[], named: readonly Named[]) =>
      subs.push({
        holder,
        members,
        n: this.#n(named.map(({ text }) => text).join("\n")),
        isSame: named.every(({ text }) => text === named[0]?.text),
        ways: named.map(({ ways }) => ways),
      });
    for (const [holder, all] of roll.holders) {
      const rest = special.size === 0 ? all : all.filter((who) => !special.has(who));
      const single = rest.length === all.length ? [] : all.filter((who) => special.has(who));
      const [first] = rest;
      const named = first && this.#named(first, asked);
      if (named !== undefined && !isOfEach) add(holder, rest, named);
      const bySaid = new Map<string, { named: readonly Named[]; members: PrincipalClass[] }>();
      const each = (who: PrincipalClass, own: readonly Named[]) => {
        const said = isOfEach ? own.map(({ text, ways }, i) => ({ ways, text: text + this.#facts(who, i, asked) })) : own;
        const text = said.map((one) => one.text).join("\n");
        const known = bySaid.get(text);
        if (known !== undefined) known.members.push(who);
        else bySaid.set(text, { named: said, members: [who] });
      };
      if (named !== undefined && isOfEach) for (const who of rest) each(who, named);
      for (const who of single) each(who, this.#named(who, asked));
      for (const one of bySaid.values()) add(holder, one.members, one.named);
    }
    for (const who of others) {
      const named = this.#named(who, asked).map(({ text, ways }, i) => ({ ways, text: text + this.#facts(who, i, asked) }));
      add(this.#holder(who), [who], named);
    }
    return { n: this.#n(id), isSame, subs, classes, inexact };
  }

  /** How what is said of a key names somebody. */
  #named(who: PrincipalClass, asked: readonly (Said | undefined)[]): readonly Named[] {
    const profiles = this.#profile(who);
    return asked.map((one, i) => {
      const profile = profiles[i];
      if (one === undefined || profile === undefined) return { text: "", ways: 0 };
      let text = "";
      let all = 0;
      for (const {
        as,
        text: { statement },
      } of one.rows) {
        const { ways, mayWays } = namedWays(statement, profile.caller, profile.isLimited);
        text += (ways | mayWays) === 0 ? "-" : `${ways}.${mayWays},`;
        if (statement.effect === "Allow" && as.endsWith("key")) all |= ways | mayWays;
      }
      for (const grant of one.grants) {
        const { grantee, retiring } = linkGrant(grant);
        all |= BY_GRANT;
        for (const pattern of [grantee, retiring])
          text += pattern === undefined ? "-" : JSON.stringify(waysAmong([{ text: "", pattern }], profile.caller));
      }
      return { text, ways: all };
    });
  }

  /** What what is said of a key makes of the facts of somebody. */
  #facts(who: PrincipalClass, world: number, asked: readonly (Said | undefined)[]): string {
    return asked[world]?.rows.map((row) => this.#ofPrincipal(row, world, who)).join() ?? "";
  }

  readonly #beside = new WeakMap<Beside, readonly Row[]>();

  #besideOf(beside: Beside): readonly Row[] {
    const known = this.#beside.get(beside);
    if (known !== undefined) return known;
    const { resource, session = [] } = beside.documents;
    const made = [...(resource === undefined ? [] : [resource]), ...session].flatMap((policy) => this.#rowsOf("beside", policy, 0));
    this.#beside.set(beside, made);
    return made;
  }
}

const isOwnAllow = ({ as, text: { statement } }: Row): boolean => statement.effect === "Allow" && as.endsWith("identity");

const ownOf = (each: readonly { readonly text: string; readonly allows: boolean }[]): Own => ({
  text: each.map(({ text }) => text).join("/"),
  isSame: each.every(({ text }) => text === each[0]?.text),
  allows: each.map(({ allows }) => allows),
});

/** Of so many keys the groups are kept. */
const MOST_KEYS = 2_000;

/** A condition that holds neither of the value nor of none. */
const NEITHER = "00";

const TOLD = /^(?:aws:(?:principalarn|username|userid)|aws:principaltag\/.*|aws:resourcetag\/.*|kms:resourcealiases|kms:requestalias)$/;
/** Whether a condition key follows from who asks, or from the key, and is not the same for all of a group anyway. */
const isTold = (name: string): boolean => TOLD.test(name);

const isAboutPrincipals = ({ conditions, reads }: StatementText): boolean =>
  conditions.some(({ of }) => of === "principal") ||
  reads.some((name) => /^aws:(?:principalarn|username|userid|principaltag\/.*)$/.test(name));

const isAbout = ({ statement: { resource } }: StatementText, { resource: asked }: Pick<KeySide, "resource">): boolean =>
  mayMatchResource({ resource, hasTemplates: false }, asked);

function onKey(name: string, { key: { tags, aliases, arn }, isOpen }: Pick<KeySide, "key" | "isOpen">): string {
  if (isOpen) return arn;
  if (name === "kms:resourcealiases" || name === "kms:requestalias") return JSON.stringify(aliases);
  if (!name.startsWith(RESOURCE_TAG)) return "";
  const { value, twins } = tagIn(tags, name.slice(RESOURCE_TAG.length));
  return JSON.stringify(twins ? tags : (value ?? 0));
}

/** The value of a key that follows from who asks; a text in its place where it is not told, or in one world and not in another. */
function factOf(
  profiles: readonly (Profile | undefined)[],
  world: number,
  name: string,
): { readonly value: string | undefined } | { readonly text: string } {
  const profile = profiles[world];
  if (profile === undefined) return { text: "" };
  const isKnown = (one: Profile | undefined): boolean =>
    one === undefined || (name === "aws:principalarn" ? one.caller.pathKnown : one.facts.tags !== undefined);
  const { caller, facts } = profile;
  if (!profiles.every(isKnown)) return { text: JSON.stringify([caller.principalArn, facts.tags]) };
  if (name === "aws:principalarn") return { value: caller.principalArn };
  const { value, twins } = tagIn(facts.tags ?? {}, name.slice(PRINCIPAL_TAG.length));
  return twins ? { text: JSON.stringify(facts.tags) } : { value };
}

const principalsIn = ({ principal }: StatementText["statement"]): unknown =>
  principal && [principal.mode, principal.members.map(({ text, pattern }) => [pattern.kind, text])];

/** Whom statements and grants name, beside everybody and accounts. */
const namesIn = ({ grants, rows }: { readonly grants: readonly Grant[]; readonly rows: readonly Row[] }): readonly string[] =>
  [
    ...rows.flatMap(({ text }) => text.statement.principal?.members.map(({ pattern }) => pattern) ?? []),
    ...grants.map(linkGrant).flatMap(({ grantee, retiring }) => [grantee, ...(retiring === undefined ? [] : [retiring])]),
  ].flatMap(namesOf);

function namesOf(pattern: PrincipalPattern): readonly string[] {
  switch (pattern.kind) {
    case "user":
    case "federated-user":
      return [pattern.arn];
    case "role":
      return [pattern.arn, `${pattern.account}:${pattern.name}`];
    case "session":
      return [`${pattern.account}:${pattern.name}`];
    case "unique-id":
      return [pattern.id, pattern.id.split(":", 1)[0] as string];
    default:
      return [];
  }
}

/** Every policy of a world that could tell principals apart, whatever key is asked about. */
function namersIn(world: World): readonly CompiledPolicy[] {
  const { organization, principals, endpoints } = world.estate;
  const found = new Set<Policy>();
  for (const { serviceControl, resourceControl } of organization?.members.values() ?? [])
    for (const policy of [...serviceControl, ...resourceControl].flat()) found.add(policy);
  for (const { policies, boundary, session } of principals)
    for (const policy of [...policies, ...(boundary ? [boundary] : []), ...(session ?? [])]) found.add(policy);
  for (const { policy } of endpoints) if (policy !== undefined) found.add(policy);
  return [...found].map((policy) => world.compiled(policy));
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
