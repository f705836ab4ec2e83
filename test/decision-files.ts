import type { DecisionFixture, Expected } from "./fixtures.ts";

/**
 * The short form of fixtures/decisions and fixtures/recorded, and what it stands for (fixtures/README.md states the rules): a group's defaults under each of its cases,
 * names for values that many cases share, one statement for a policy of one.
 */

type Members = Readonly<Record<string, unknown>>;
type Shared = {
  readonly request?: Members | null;
  readonly policies?: Members | null;
  readonly key?: Members | null;
  readonly grants?: unknown;
  readonly source?: string;
  readonly date?: string;
  readonly strength?: string;
  readonly basis?: string;
  readonly rules?: readonly string[];
};
export type ShortCase = Shared & { readonly name: string; readonly note?: string; readonly expect: Expected["outcome"] | Expected };
type Cases = { readonly defaults?: Shared; readonly cases?: readonly ShortCase[] };
export type DecisionGroup = Cases & { readonly about: string };
export type DecisionFile = Cases & { readonly about: string; readonly names?: Members; readonly groups?: readonly DecisionGroup[] };

/** The cases of a file as they are written, each with the defaults that hold for it: those of its group over those of the file. */
export const casesWithDefaults = (file: DecisionFile): readonly { readonly written: ShortCase; readonly defaults: Shared }[] =>
  [{ cases: file.cases ?? [], defaults: {} }, ...(file.groups ?? [])].flatMap(({ cases = [], defaults = {} }) => {
    const all = over(file.defaults ?? {}, defaults);
    return cases.map((written) => ({ written, defaults: all }));
  });

/** The cases of a file in full. Throws on a name that the file does not have. */
export function expandDecisions(file: DecisionFile): readonly DecisionFixture[] {
  const fill = namesOf(file.names ?? {});
  return casesWithDefaults(file).map(({ written, defaults }) => {
    const { request, policies, grants, key, expect, ...about } = over(defaults, written) as ShortCase;
    const theCase = fill(given({ request, policies, grants, key })) as Members;
    const whole = theCase.policies === undefined ? theCase : { ...theCase, policies: wholePolicies(theCase.policies as Members) };
    return { ...about, case: whole, expect: typeof expect === "string" ? { outcome: expect } : expect } as DecisionFixture;
  });
}

const MEMBER_BY_MEMBER = ["request", "policies", "key"] as const;

/** What is written over what it changes: three members are merged member by member, every other one is replaced. */
function over(under: Shared, written: Shared): Shared {
  const merged = MEMBER_BY_MEMBER.flatMap((member) => {
    const [lower, upper] = [under[member], written[member]];
    return lower && upper ? [[member, { ...lower, ...upper }]] : [];
  });
  return { ...under, ...written, ...Object.fromEntries(merged) };
}

/** A member that is null, or a member of a member, is absent; below that a null is a null. */
const given = (members: Members): Members =>
  Object.fromEntries(
    Object.entries(members)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([member, value]) => [member, isObject(value) ? withoutNulls(value) : value]),
  );
const withoutNulls = (members: Members): Members => Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null));

/** `$name` is the value of that name, wherever it stands as a whole text. A name may use those before it. */
function namesOf(names: Members): (value: unknown) => unknown {
  const values = new Map<string, unknown>();
  const fill = (value: unknown): unknown => {
    if (typeof value === "string" && /^\$[A-Za-z]/.test(value)) {
      if (!values.has(value)) throw new Error(`no name ${value} in this file`);
      return values.get(value);
    }
    if (Array.isArray(value)) return value.map(fill);
    return isObject(value) ? Object.fromEntries(Object.entries(value).map(([member, each]) => [member, fill(each)])) : value;
  };
  for (const [name, value] of Object.entries(names)) values.set(`$${name}`, fill(value));
  return fill;
}

/** Where a document is one statement, the policy of that statement. */
const wholePolicies = (policies: Members): Members =>
  Object.fromEntries(Object.entries(policies).map(([kind, given]) => [kind, wholeDocument(given)]));

function wholeDocument(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(wholeDocument);
  if (!isObject(given)) return given;
  if ("document" in given) return { ...given, document: wholeDocument(given.document) };
  return "Effect" in given ? { Version: "2012-10-17", Statement: [given] } : given;
}

const isObject = (value: unknown): value is Members => typeof value === "object" && value !== null && !Array.isArray(value);
