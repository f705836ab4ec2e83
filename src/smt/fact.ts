import { and, FALSE, not, or, type Term, TRUE } from "./term.ts";

/** What a condition key is in some requests: whether AWS sends it, and its value. */
export type Fact =
  | { readonly kind: "text"; readonly sent: Term; readonly value: Term }
  | { readonly kind: "number" | "date"; readonly sent: Term; readonly value: Term } // whole numbers; milliseconds since 1970
  | { readonly kind: "told-number"; readonly sent: Term; readonly value: string } // as written
  | { readonly kind: "address"; readonly sent: Term; readonly isSix: Term; readonly value: Term } // the bits of an IPv4 or IPv6 address
  | { readonly kind: "list"; readonly sent: Term; readonly members: readonly Member[] };

/** A value that a list may hold: where it does. */
export type Member = { readonly isIn: Term; readonly value: Term };

/** Requests, by who asks and, of kms:RetireGrant, by the grant that is meant: an index, or -1 for requests of other actions. Absent: all. */
export type Where = { readonly callers?: ReadonlySet<number>; readonly retired?: number };

/** What a key is, by where: the cases exclude each other, and there are no others. */
export type State = readonly { readonly where: Where; readonly fact: Fact }[];

export const ABSENT: Fact = { kind: "text", sent: FALSE, value: '""' };
export const always = (fact: Fact): State => [{ where: {}, fact }];
export const told = (value: Term): Fact => ({ kind: "text", sent: TRUE, value });
export const listOf = (values: readonly Term[]): Fact => ({
  kind: "list",
  sent: values.length > 0 ? TRUE : FALSE,
  members: values.map((value) => ({ isIn: TRUE, value })),
});

/** Both at once; undefined where nothing is both. */
export function both(a: Where, b: Where): Where | undefined {
  const retired = a.retired ?? b.retired;
  if (a.retired !== undefined && b.retired !== undefined && a.retired !== b.retired) return undefined;
  const callers =
    a.callers === undefined
      ? b.callers
      : b.callers === undefined
        ? a.callers
        : new Set([...a.callers].filter((one) => b.callers?.has(one)));
  if (callers?.size === 0) return undefined;
  return { ...(callers && { callers }), ...(retired !== undefined && { retired }) };
}

/** The requests of `where` among those of so many callers. */
export function whereTerm({ callers, retired }: Where, count: number): Term {
  const who = callers === undefined ? TRUE : callers.size * 2 > count ? not(oneOf(others(callers, count))) : oneOf([...callers]);
  return and(who, retired === undefined ? TRUE : `(= retired ${retired < 0 ? "(- 1)" : retired})`);
}

const others = (callers: ReadonlySet<number>, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => i).filter((i) => !callers.has(i));
const oneOf = (callers: readonly number[]): Term => or(...callers.map((i) => `(= caller ${i})`));
