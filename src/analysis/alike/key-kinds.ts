import type { CompiledPolicy } from "../../authz/compile.ts";
import { linkGrant } from "../../authz/grants.ts";
import { namedWays, waysAmong } from "../../authz/plan.ts";
import { readResource } from "../../authz/target.ts";
import type { WorldKey } from "../../estate/estate.ts";
import { keyFactsOf } from "../../estate/question.ts";
import type { World } from "../../estate/world.ts";
import { parseArn } from "../../iam/arn.ts";
import type { Policy } from "../../iam/policy.ts";
import type { PrincipalPattern } from "../../iam/principal.ts";
import type { Grant } from "../../iam/request.ts";
import { ListedPrincipals, type PrincipalClass, principalClasses, tellsApart } from "../principals.ts";
import type { Beside } from "../survey.ts";
import type { Holder, Holders } from "./holders.ts";
import type { Numbers } from "./numbers.ts";
import type { People } from "./people.ts";
import type { Profile } from "./profile.ts";
import { isAbout, type OnKey, type Row, type Rows } from "./rows.ts";
import type { StatementText } from "./statement-text.ts";

/** A key as a world has it; `rows` have a say about it, whoever asks. */
export type KeySide = OnKey & { readonly rows: readonly Row[] };

/** Keys that nothing tells apart for those whose own policies do not. */
export type KeyKind = {
  readonly roll: readonly PrincipalClass[]; // whom worlds list
  readonly listed: () => readonly Sub[];
  readonly open: () => readonly Sub[]; // those of them whom something of the key may let in
  readonly others: readonly Sub[]; // whom no world lists
  readonly classes: readonly PrincipalClass[];
  readonly inexact: string | undefined;
};

/** Those of a group whose policies are the same objects. */
export type Part = { readonly members: readonly PrincipalClass[]; readonly holder: Holder };

/**
 * Those of a holder whom a kind of keys does not tell apart. `n`: the same, of whatever kinds of keys, where the same is said of the key by statements that
 * name them. `ways`: how it lets them in, in each world, as bits.
 */
export type Sub = Part & { readonly n: number; readonly isSame: boolean; readonly ways: readonly number[] };

/** What is said of a key: its statements, each with the number of its text, and its grants. */
type Said = {
  readonly facts: string;
  readonly rows: readonly Row[];
  readonly numbers: readonly number[];
  readonly grants: readonly Grant[];
};

/** How what is said of a key names somebody. `isShut`: so that nothing lets him in. `ofEach`: what hangs on his own facts, in each world. */
type Naming = Pick<Sub, "n" | "isSame" | "ways"> & {
  readonly isShut: boolean;
  readonly ofEach: readonly (readonly Row[])[];
  readonly isOfEach: boolean;
};

/** Beside the ways of authz/plan.ts. */
export const BY_GRANT = 256;

/** What about keys tells principals apart. */
export class KeyKinds {
  readonly #people: People;
  readonly #numbers: Numbers;
  readonly #rows: Rows;
  readonly #holders: Holders;
  readonly #listed: ListedPrincipals;
  readonly #namers: readonly CompiledPolicy[];
  readonly #keys: readonly ReadonlyMap<string, WorldKey>[];
  readonly #sides = new Map<string, readonly (KeySide | undefined)[]>();
  readonly #ofKeys = new Map<string, KeyKind>();
  readonly #kinds = new Map<string, KeyKind>();
  readonly #beside = new WeakMap<Beside, { readonly rows: readonly Row[]; readonly kinds: Map<KeyKind, KeyKind> }>();

  constructor(people: People, numbers: Numbers, rows: Rows, holders: Holders) {
    this.#people = people;
    this.#numbers = numbers;
    this.#rows = rows;
    this.#holders = holders;
    this.#listed = new ListedPrincipals(people.worlds.map(({ estate }) => estate));
    this.#namers = [...new Set(people.worlds.flatMap(namersIn))].filter(tellsApart);
    this.#keys = people.worlds.map(({ estate }) => new Map(estate.keys.map((key) => [key.arn, key])));
  }

  sidesOf(keyArn: string): readonly (KeySide | undefined)[] {
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

  #sideOf(key: WorldKey, resource: OnKey["resource"], i: number): KeySide {
    const { endpoints, organization } = (this.#people.worlds[i] as World).estate;
    const { openName, unknown = [], untold = [] } = key;
    const side = { key, resource, isOpen: openName !== undefined || unknown.length + untold.length > 0 };
    const limits = organization?.members.get(key.account)?.resourceControl ?? [];
    const all = [
      ...this.#rows.of("key", key.policy, i),
      ...limits.flatMap((level, n) => level.flatMap((policy) => this.#rows.of(`rcp ${n}`, policy, i))),
      ...endpoints.flatMap(({ id, policy }) => (policy === undefined ? [] : this.#rows.of(`endpoint ${id}`, policy, i))),
    ];
    return { ...side, rows: all.filter(({ text }) => text.resource !== "some" || side.isOpen || isAbout(text, side)) };
  }

  of(keyArn: string, beside?: Beside): KeyKind {
    const kind = this.#ofKeys.get(keyArn) ?? this.#ofKey(keyArn);
    this.#ofKeys.set(keyArn, kind);
    return beside === undefined ? kind : this.#with(kind, keyArn, beside);
  }

  #ofKey(keyArn: string): KeyKind {
    const id = this.sidesOf(keyArn)
      .map((side, i) => (side === undefined ? "no key" : this.#textOf(side, i)))
      .join("\n");
    const kind = this.#kinds.get(id) ?? this.#kind(keyArn);
    this.#kinds.set(id, kind);
    return kind;
  }

  /** All of a key that can matter, except what only policies of principals read. */
  #textOf(side: KeySide, world: number): string {
    const own = this.#people.worlds[world] as World;
    const { statements } = own.compiled(side.key.policy);
    return JSON.stringify([
      this.factsOf(side, world) + grantsOf(side),
      side.rows.map((row) => this.#numbers.text(this.#rows.ofKey(row, side))),
      side.rows.map(({ text }) => principalsIn(text.statement)),
      statements.map((statement) => [
        principalsIn(statement),
        statement.conditions.map(({ operator, key: name, values }) => [operator, name, values]),
      ]),
    ]);
  }

  /** What of a key counts beside the statements about it. */
  factsOf({ key, isOpen }: KeySide, world: number): string {
    const { tags: _, aliases: __, ...facts } = keyFactsOf(key);
    const { account, region, arn, assumes = [], openGrants } = key;
    const isAlone = isOpen || assumes.length > 0 || openGrants !== undefined;
    const { endpoints, organization } = (this.#people.worlds[world] as World).estate;
    return JSON.stringify([
      [account, region, parseArn(arn)?.partition, facts, isAlone ? [world, arn] : 0],
      organization?.members.get(account)?.resourceControl.length,
      endpoints.flatMap(({ id, policy }) => (policy === undefined ? [] : [id])),
    ]);
  }

  #saidOf(keyArn: string): readonly (Said | undefined)[] {
    return this.sidesOf(keyArn).map(
      (side, i) =>
        side && {
          facts: this.factsOf(side, i) + grantsOf(side),
          rows: side.rows,
          numbers: side.rows.map((row) => this.#numbers.text(this.#rows.ofKey(row, side))),
          grants: side.key.grants,
        },
    );
  }

  #classesFor(keyArn: string, beside?: Beside) {
    const sides = this.sidesOf(keyArn);
    const { worlds } = this.#people;
    const { partition = "aws", account = "" } = parseArn(keyArn) ?? {};
    const own = sides.flatMap((side, i) => (side === undefined ? [] : [(worlds[i] as World).compiled(side.key.policy)]));
    const namers = {
      policies: [...new Set([...(beside?.namers ?? []), ...own, ...this.#namers])],
      grants: sides.flatMap((side) => side?.key.grants ?? []),
      estates: worlds.map(({ estate }) => estate),
      partition,
      account,
    };
    return principalClasses(namers, this.#listed);
  }

  #kind(keyArn: string): KeyKind {
    const { classes, inexact, listed } = this.#classesFor(keyArn);
    const said = this.#saidOf(keyArn);
    return {
      ...this.#listedIn(listed, said, []),
      roll: listed,
      others: this.#otherSubs(classes.slice(listed.length), said, []),
      classes,
      inexact,
    };
  }

  /** The same where the question itself tells principals apart too. */
  #with(kind: KeyKind, keyArn: string, beside: Beside): KeyKind {
    const { rows, kinds } = this.#besideOf(beside);
    const isOfEach = rows.some((row) => row.isOfEach);
    if (beside.namers.length === 0 && !isOfEach) return kind;
    const known = kinds.get(kind);
    if (known !== undefined) return known;
    const { classes, inexact, listed } = this.#classesFor(keyArn, beside);
    const said = this.#saidOf(keyArn);
    const subs = listed === kind.roll && !isOfEach ? { listed: kind.listed, open: kind.open } : this.#listedIn(listed, said, rows);
    const made = { ...subs, roll: listed, others: this.#otherSubs(classes.slice(listed.length), said, rows), classes, inexact };
    kinds.set(kind, made);
    return made;
  }

  /** Found when somebody asks: most questions are about the open ones alone. */
  #listedIn(
    classes: readonly PrincipalClass[],
    said: readonly (Said | undefined)[],
    beside: readonly Row[],
  ): Pick<KeyKind, "listed" | "open"> {
    return {
      listed: once(() => this.#listedSubs(classes, said, beside, false)),
      open: once(() => this.#listedSubs(classes, said, beside, true)),
    };
  }

  /** `isOfOpen`: without those whom nothing lets in, whatever their own policies are. */
  #listedSubs(
    listed: readonly PrincipalClass[],
    said: readonly (Said | undefined)[],
    beside: readonly Row[],
    isOfOpen: boolean,
  ): readonly Sub[] {
    const roll = this.#holders.rollOf(listed);
    const names = new Set(said.flatMap((one) => (one === undefined ? [] : namesIn(one))));
    const special = new Map<Holder, Set<PrincipalClass>>();
    for (const who of [...names].flatMap((name) => roll.named.get(name) ?? [])) {
      const holder = this.#holders.of(who);
      special.set(holder, (special.get(holder) ?? new Set()).add(who));
    }
    const byWhat = new Map<number, Naming>(); // of those whom nothing names, by what they are
    const subs: Sub[] = [];
    for (const [holder, all] of roll.holders) {
      const own = special.get(holder);
      const rest = own === undefined ? all : all.filter((who) => !own.has(who));
      const naming = byWhat.get(holder.n) ?? this.#naming(rest[0] ?? holder.who, said, beside);
      if (rest.length > 0) byWhat.set(holder.n, naming);
      const isAsked = (one: Naming): boolean => !isOfOpen || !one.isShut;
      if (rest.length > 0 && isAsked(naming) && own === undefined && !naming.isOfEach) {
        subs.push({ holder, members: rest, n: naming.n, isSame: naming.isSame, ways: naming.ways });
        continue;
      }
      const split = new Split(holder, this.#numbers);
      if (rest.length > 0 && isAsked(naming)) {
        if (!naming.isOfEach) split.add(rest, naming, "");
        else for (const who of rest) split.add([who], naming, this.#factsOfEach(who, naming));
      }
      for (const who of own ?? []) {
        const single = this.#naming(who, said, beside);
        if (isAsked(single)) split.add([who], single, this.#factsOfEach(who, single));
      }
      subs.push(...split.subs);
    }
    return subs;
  }

  #otherSubs(others: readonly PrincipalClass[], said: readonly (Said | undefined)[], beside: readonly Row[]): readonly Sub[] {
    return others.flatMap((who) => {
      const naming = this.#naming(who, said, beside);
      const split = new Split(this.#holders.of(who), this.#numbers);
      split.add([who], naming, this.#factsOfEach(who, naming));
      return split.subs;
    });
  }

  /** How what is said of a key names somebody. */
  #naming(who: PrincipalClass, said: readonly (Said | undefined)[], beside: readonly Row[]): Naming {
    const profiles = this.#people.profile(who);
    const own = beside.filter(({ isOfEach }) => isOfEach);
    const ofEach: (readonly Row[])[] = [];
    const ways: number[] = [];
    let isShut = true;
    const texts = said.map((one, i) => {
      const profile = profiles[i];
      const named = one === undefined || profile === undefined ? undefined : namedIn(one, profile);
      ofEach.push(own.concat(named?.ofEach ?? []));
      ways.push(named?.ways ?? 0);
      if (one !== undefined && (named === undefined || named.ways !== 0)) isShut = false;
      return named?.text ?? one?.facts ?? "no key";
    });
    return {
      n: this.#numbers.text(texts.join("\n")),
      isSame: texts.every((text) => text === texts[0]),
      ways,
      isShut,
      ofEach,
      isOfEach: ofEach.some((rows) => rows.length > 0),
    };
  }

  /** What what is said of a key makes of the facts of somebody. */
  #factsOfEach(who: PrincipalClass, { ofEach, isOfEach }: Naming): string {
    return isOfEach ? ofEach.map((rows, i) => rows.map((row) => this.#rows.ofPrincipal(row, i, who)).join()).join("/") : "";
  }

  #besideOf(beside: Beside) {
    const known = this.#beside.get(beside);
    if (known !== undefined) return known;
    const { resource, session = [] } = beside.documents;
    const policies: readonly Policy[] = [...(resource === undefined ? [] : [resource]), ...session];
    const made = { rows: policies.flatMap((policy) => this.#rows.of("beside", policy, 0)), kinds: new Map<KeyKind, KeyKind>() };
    this.#beside.set(beside, made);
    return made;
  }
}

/** A key with grants is like no other one. */
const grantsOf = ({ key: { arn, grants } }: KeySide): string => (grants.length === 0 ? "" : JSON.stringify([arn, grants]));

/** By which statements and grants somebody is named. */
function namedIn(
  said: Said,
  { caller, isLimited }: Profile,
): { readonly text: string; readonly ways: number; readonly ofEach: readonly Row[] } {
  let text = said.facts;
  let all = 0;
  const ofEach: Row[] = [];
  for (const [n, row] of said.rows.entries()) {
    const { ways, mayWays } = namedWays(row.text.statement, caller, isLimited);
    if ((ways | mayWays) === 0) continue;
    text += `${said.numbers[n]}.${ways}.${mayWays},`;
    if (row.isOfEach) ofEach.push(row);
    if (row.text.statement.effect === "Allow" && row.as.endsWith("key")) all |= ways | mayWays;
  }
  for (const grant of said.grants) {
    const { grantee, retiring } = linkGrant(grant);
    all |= BY_GRANT;
    for (const pattern of [grantee, retiring])
      text += pattern === undefined ? "-" : JSON.stringify(waysAmong([{ text: "", pattern }], caller));
  }
  return { text, ways: all, ofEach };
}

/** The subs of one holder. */
class Split {
  readonly #holder: Holder;
  readonly #numbers: Numbers;
  readonly #found = new Map<string, Sub>();

  constructor(holder: Holder, numbers: Numbers) {
    this.#holder = holder;
    this.#numbers = numbers;
  }

  add(members: readonly PrincipalClass[], { n, isSame, ways }: Naming, facts: string): void {
    const text = `${n} ${facts}`;
    const known = this.#found.get(text);
    if (known !== undefined) {
      this.#found.set(text, { ...known, members: known.members.concat(members) });
      return;
    }
    const [first, ...others] = facts.split("/");
    this.#found.set(text, {
      holder: this.#holder,
      members,
      n: facts === "" ? n : this.#numbers.text(text),
      isSame: isSame && others.every((one) => one === first),
      ways,
    });
  }

  get subs(): readonly Sub[] {
    return [...this.#found.values()];
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const principalsIn = ({ principal }: StatementText["statement"]): unknown =>
  principal && [principal.mode, principal.members.map(({ text, pattern }) => [pattern.kind, text])];

/** Whom statements and grants name, beside everybody and accounts. */
const namesIn = ({ grants, rows }: Said): readonly string[] =>
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
    case "service":
      return [pattern.name];
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
