import type { PrincipalClass } from "../principals.ts";
import type { Numbers } from "./numbers.ts";
import type { People } from "./people.ts";
import type { OnKey, Row, Rows } from "./rows.ts";

/** Principals with the same policies, as far as these, and what they are, tell them apart. */
export type Holder = {
  readonly who: PrincipalClass;
  readonly n: number; // what they are
  readonly rows: readonly (readonly Row[])[]; // of each world
  readonly said: string; // the same for holders whose policies come to the same for every key
  readonly fixed: Own | undefined; // what they come to, where that is the same for all keys
  readonly isSame: boolean;
  readonly mayHold: boolean; // other identity policies than are told
};

/** What the policies of a holder come to for a key. */
export type Own = { readonly text: string; readonly isSame: boolean; readonly allows: readonly boolean[] };

/** Principals by what they hold, and by the names that can mean them. */
export type Roll = {
  readonly holders: ReadonlyMap<Holder, readonly PrincipalClass[]>;
  readonly named: ReadonlyMap<string, readonly PrincipalClass[]>;
};

/** Who holds what. */
export class Holders {
  readonly #people: People;
  readonly #numbers: Numbers;
  readonly #rows: Rows;
  readonly #holderOf = new WeakMap<PrincipalClass, Holder>();
  readonly #holders = new Map<string, Holder>();
  readonly #ofKin = new Map<string, { readonly rows: readonly (readonly Row[])[]; readonly holders: Map<string, Holder> }>();
  readonly #rolls = new WeakMap<readonly PrincipalClass[], Roll>();

  constructor(people: People, numbers: Numbers, rows: Rows) {
    this.#people = people;
    this.#numbers = numbers;
    this.#rows = rows;
  }

  of(who: PrincipalClass): Holder {
    const known = this.#holderOf.get(who);
    if (known !== undefined) return known;
    const kin = this.#people.kin(who);
    const found = kin === "" ? this.#find(who) : this.#among(kin, who);
    this.#holderOf.set(who, found);
    return found;
  }

  /** Of those who differ only in names, ids and tags: which of these their policies ask about. */
  #among(kin: string, who: PrincipalClass): Holder {
    const known = this.#ofKin.get(kin);
    const { rows, holders } = known ?? {
      rows: this.#find(who).rows.map((list) => list.filter(({ isOfEach }) => isOfEach)),
      holders: new Map(),
    };
    if (known === undefined) this.#ofKin.set(kin, { rows, holders });
    const own = rows.map((list, i) => list.map((row) => this.#rows.ofPrincipal(row, i, who)).join()).join("\n");
    const holder = holders.get(own) ?? this.#find(who);
    holders.set(own, holder);
    return holder;
  }

  #find(who: PrincipalClass): Holder {
    const profiles = this.#people.profile(who);
    const rows = profiles.map((profile, i) => profile?.held.map(({ as, policy }) => this.#rows.of(as, policy, i)) ?? []);
    const policies = profiles.map((profile) => profile?.held.map(({ as, policy }) => `${as} ${this.#numbers.object(policy)}`).join() ?? "");
    const texts = profiles.map((profile) => profile?.text ?? `nobody ${who.principal.arn}`);
    const own = rows.map((lists, i) => lists.map((list) => list.map((row) => this.#rows.ofPrincipal(row, i, who)).join()).join());
    const said = [...policies, ...own].join("\n");
    const id = `${texts.join("\n")}\n${said}`;
    const found = this.#holders.get(id);
    if (found !== undefined) return found;
    const all = rows.map((lists) => lists.flat());
    const isFixed = all.every((list) => list.every(({ fixed, text }) => fixed !== undefined && text.resource === "any"));
    const made: Holder = {
      who,
      n: this.#numbers.text(texts.join("\n")),
      rows: all,
      said,
      fixed: isFixed
        ? ownOf(all.map((list) => ({ text: list.map(({ fixed }) => `${fixed},`).join(""), allows: list.some(isOwnAllow) })))
        : undefined,
      isSame: texts.every((text) => text === texts[0]),
      mayHold: profiles.some((profile) => profile?.mayHold === true),
    };
    this.#holders.set(id, made);
    return made;
  }

  /** What the policies of a holder say of a key, in each world. */
  comesTo({ rows, who }: Holder, sides: readonly (OnKey | undefined)[]): Own {
    return ownOf(
      sides.map((side, i) => {
        if (side === undefined) return { text: "no key", allows: false };
        let text = "";
        let allows = false;
        for (const row of rows[i] ?? []) {
          const one = this.#rows.say(row, i, who, side);
          if (one === undefined) continue;
          text += `${one},`;
          allows ||= isOwnAllow(row);
        }
        return { text, allows };
      }),
    );
  }

  rollOf(classes: readonly PrincipalClass[]): Roll {
    const known = this.#rolls.get(classes);
    if (known !== undefined) return known;
    const holders = new Map<Holder, PrincipalClass[]>();
    const named = new Map<string, PrincipalClass[]>();
    for (const who of classes) {
      push(holders, this.of(who), who);
      for (const name of this.#people.namesOf(who)) push(named, name, who);
    }
    const roll: Roll = { holders, named };
    this.#rolls.set(classes, roll);
    return roll;
  }
}

const isOwnAllow = ({ as, text: { statement } }: Row): boolean => statement.effect === "Allow" && as.endsWith("identity");

const ownOf = (each: readonly { readonly text: string; readonly allows: boolean }[]): Own => ({
  text: each.map(({ text }) => text).join("/"),
  isSame: each.every(({ text }) => text === each[0]?.text),
  allows: each.map(({ allows }) => allows),
});

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
