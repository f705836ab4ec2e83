import type { Who } from "./answers.ts";
import type { PrincipalClass } from "./principals.ts";

/** Something found of a class of principals. What two finds must share to be said as one is `said`: conditions and actions. */
export type Find<T> = { readonly who: PrincipalClass; readonly action: readonly string[]; readonly said: string; readonly value: T };

/** What was found of some actions, with what has to be the same for it to be said at once. */
export type Found<T> = { readonly action: readonly string[]; readonly sameAs: string; readonly value: T };

/** What was found of one class with the same conditions, said once with all its actions. */
export function byActions<T>(finds: readonly Found<T>[]): readonly Omit<Find<T>, "who">[] {
  const groups = new Map<string, Found<T>>();
  for (const find of finds) {
    const known = groups.get(find.sameAs);
    groups.set(find.sameAs, known === undefined ? find : { ...known, action: [...known.action, ...find.action] });
  }
  return [...groups.values()].map(({ action, sameAs, value }) => {
    const sorted = [...new Set(action)].sort();
    return { action: sorted, said: `${sameAs}|${sorted.join()}`, value };
  });
}

/** Finds of several classes, as few as say it: everybody, whole accounts, and single principals. */
export type Covered<T> = { readonly find: Find<T>; readonly who: Who };

/**
 * `all` are the classes of the question. Where every class of an account has the same, the account is said, and where every class at all has, anyone is;
 * classes of principals that differ only in kind are said together. Finds of one class have conditions of their own, each with all its actions.
 */
export function covered<T>(
  finds: readonly Find<T>[],
  all: readonly PrincipalClass[],
  whoOf: (who: PrincipalClass) => Who,
): readonly Covered<T>[] {
  const groups = new Map<string, Find<T>[]>();
  for (const find of finds) {
    const group = groups.get(find.said);
    if (group) group.push(find);
    else groups.set(find.said, [find]);
  }
  const crowd = crowdOf(all);
  return [...groups.values()].flatMap((group) => coverGroup(group, crowd, whoOf));
}

/** Everybody there is, by account; services have none. */
type Crowd = {
  readonly principals: readonly PrincipalClass[];
  readonly others: readonly PrincipalClass[]; // of accounts that nothing is said of
  readonly accounts: ReadonlyMap<string, { readonly own: readonly PrincipalClass[]; readonly unlisted: readonly PrincipalClass[] }>;
};

const CROWDS = new WeakMap<readonly PrincipalClass[], Crowd>();

function crowdOf(all: readonly PrincipalClass[]): Crowd {
  const known = CROWDS.get(all);
  if (known !== undefined) return known;
  const principals = all.filter(({ account }) => account !== "");
  const accounts = new Map<string, { own: PrincipalClass[]; unlisted: PrincipalClass[] }>();
  for (const one of principals) {
    const account = accounts.get(one.account) ?? { own: [], unlisted: [] };
    accounts.set(one.account, account);
    if (one.kind !== "anyone") account.own.push(one);
    if (one.kind === "account") account.unlisted.push(one);
  }
  const made = { principals, others: principals.filter(({ kind }) => kind === "anyone"), accounts };
  CROWDS.set(all, made);
  return made;
}

function coverGroup<T>(
  group: readonly Find<T>[],
  { principals, others, accounts }: Crowd,
  whoOf: (who: PrincipalClass) => Who,
): readonly Covered<T>[] {
  const has = new Set(group.map(({ who }) => who));
  // A role that no world lists: what is said of all has to hold of it, with what is assumed of it.
  const example = (list: readonly PrincipalClass[]) => {
    const among = new Set(list);
    return (
      group.find(({ who }) => among.has(who) && who.kind !== "listed" && !who.arn.endsWith(":root")) ??
      (group.find(({ who }) => among.has(who)) as Find<T>)
    );
  };
  const done = new Set<PrincipalClass>();
  const out: Covered<T>[] = [];
  const say = (list: readonly PrincipalClass[], who: Who) => {
    for (const one of list) done.add(one);
    out.push({ find: example(list), who });
  };
  if (others.length > 0 && others.every((one) => has.has(one))) {
    const except = principals.filter((one) => !has.has(one));
    const isAll = except.length === 0;
    const said = principals.filter((one) => has.has(one));
    if (isAll) say(said, { kind: "anyone", text: "anyone" });
    else if (except.length <= 3) {
      const names = except.map((one) => whoOf(one).text);
      say(said, { kind: "anyone", except: names, text: `anyone but ${names.join(", ")}` });
    } else say(others, { kind: "anyone", text: "any principal of any other account" });
  }
  for (const [account, { own, unlisted }] of accounts) {
    if (own.length > 1 && own.every((one) => has.has(one) && !done.has(one)))
      say(own, { kind: "account", account, text: `any principal of ${account}` });
    if (unlisted.length > 1 && unlisted.every((one) => has.has(one) && !done.has(one)))
      say(unlisted, { kind: "account", account, text: `any other principal of ${account}` });
  }
  for (const find of group) if (!done.has(find.who)) out.push({ find, who: whoOf(find.who) });
  return out;
}
