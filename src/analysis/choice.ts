import type { ContextValue } from "../iam/request.ts";

/** What a request says to be in a class: a part of it. */
export type Said = {
  readonly context?: Readonly<Record<string, ContextValue>>;
  readonly encryptionContext?: Readonly<Record<string, string>>;
  readonly viaService?: string;
  readonly time?: string;
};

/** A class of a variable, by one that stands for all: the values of its condition keys, in lower case, and how a request says so. */
export type Choice = {
  readonly values: ReadonlyMap<string, string | readonly string[] | undefined>;
  readonly said: Said;
  readonly alike?: readonly Choice[]; // others that no policy tells from this one: it stands for them too
};

/** A dimension in which requests differ, in finitely many ways that some policy can tell apart. */
export type Variable = { readonly name: string; readonly keys: readonly string[]; readonly choices: readonly Choice[] };

/** A choice of one key. */
export const choiceOf = (name: string, spelled: string, value: string | readonly string[] | undefined): Choice => ({
  values: new Map([[name, value]]),
  said: value === undefined ? {} : { context: { [spelled]: value } },
});
