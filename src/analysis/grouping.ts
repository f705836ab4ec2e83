import type { Who } from "./answers.ts";
import type { PrincipalClass } from "./principals.ts";

/** Something found of a class of principals, and what two finds must share to be said as one. */
export type Find<T> = { readonly who: PrincipalClass; readonly action: readonly string[]; readonly sameAs: string; readonly value: T };

/** Finds of one class with the same conditions, said once with all their actions. */
export function byActions<T>(finds: readonly Find<T>[]): readonly Find<T>[] {
  const groups = new Map<PrincipalClass, Map<string, Find<T>>>();
  for (const find of finds) {
    const own = groups.get(find.who) ?? new Map<string, Find<T>>();
    groups.set(find.who, own);
    const known = own.get(find.sameAs);
    own.set(find.sameAs, known === undefined ? find : { ...known, action: [...new Set([...known.action, ...find.action])] });
  }
  return [...groups.values()].flatMap((own) => [...own.values()]);
}

/** Finds of several classes, as few as say it: everybody, whole accounts, and single principals. */
export type Covered<T> = { readonly find: Find<T>; readonly who: Who };

/**
 * `all` are the classes of the question. Where every class of an account has the same, the account is said, and where every class at all has, anyone is;
 * classes of principals that differ only in kind are said together.
 */
export function covered<T>(
  finds: readonly Find<T>[],
  all: readonly PrincipalClass[],
  whoOf: (who: PrincipalClass) => Who,
): readonly Covered<T>[] {
  const groups = new Map<string, Find<T>[]>();
  for (const find of finds) {
    const name = `${find.sameAs}|${[...find.action].sort().join()}`;
    const group = groups.get(name);
    if (group) group.push(find);
    else groups.set(name, [find]);
  }
  return [...groups.values()].flatMap((group) => coverGroup(group, all, whoOf));
}

function coverGroup<T>(
  group: readonly Find<T>[],
  all: readonly PrincipalClass[],
  whoOf: (who: PrincipalClass) => Who,
): readonly Covered<T>[] {
  const has = new Set(group.map(({ who }) => who));
  // A role that no world lists: what is said of all has to hold of it, with what is assumed of it.
  const example = (list: readonly PrincipalClass[]) =>
    group.find(({ who }) => list.includes(who) && who.kind !== "listed" && !who.arn.endsWith(":root")) ??
    (group.find(({ who }) => list.includes(who)) as Find<T>);
  const principals = all.filter(({ account }) => account !== "");
  const done = new Set<PrincipalClass>();
  const out: Covered<T>[] = [];
  const say = (list: readonly PrincipalClass[], who: Who) => {
    for (const one of list) done.add(one);
    out.push({ find: example(list), who });
  };
  const others = principals.filter(({ kind }) => kind === "anyone");
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
  for (const account of new Set(principals.map((one) => one.account))) {
    const own = principals.filter((one) => one.account === account && one.kind !== "anyone");
    if (own.length > 1 && own.every((one) => has.has(one) && !done.has(one)))
      say(own, { kind: "account", account, text: `any principal of ${account}` });
    const unlisted = own.filter(({ kind }) => kind === "account");
    if (unlisted.length > 1 && unlisted.every((one) => has.has(one) && !done.has(one)))
      say(unlisted, { kind: "account", account, text: `any other principal of ${account}` });
  }
  for (const find of group) if (!done.has(find.who)) out.push({ find, who: whoOf(find.who) });
  return out;
}
