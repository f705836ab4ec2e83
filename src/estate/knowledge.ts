import type { Place } from "../base/diagnostic.ts";
import type { Policy } from "../iam/policy.ts";
import type { Estate, ReadPolicy } from "./estate.ts";

/** The lists of a world that may be longer than what is told: those that an import has to speak of. Of `resources` silence means some. */
export const EXTENTS_OF = ["principals", "policies", "grants", "keys", "serviceControl", "resourceControl", "endpoints"] as const;
export type Listed = (typeof EXTENTS_OF)[number] | "resources";
export type Extents = { readonly [K in Listed]?: "all" | "some" | undefined };

/** What a world says of its own knowledge. Estates without it are told in full. */
export type Knowledge = {
  readonly extents: Extents;
  readonly accounts: ReadonlyMap<string, Extents>; // narrower, by account id
  readonly assumptions: readonly Assumption[];
  readonly strict: ReadonlyMap<Policy, ReadPolicy>; // of policies that rest on assumptions: how they read without
};

/** Something that is taken for granted. */
export type Assumption = { readonly id: string; readonly text: string; readonly at?: Place };

/** With what imports begin to say why a policy is not known that two resources set. */
export const TWO_POLICIES = "two policies";
/** With what they begin the names of assumptions: of a plan that does not tell the whole change, and of an account or Region that nobody told. */
export const INCOMPLETE = "incomplete:";
export const HOME = "home:";

/** Whether there may be more of something than an estate lists. */
export function mayBeMore({ knowledge }: Pick<Estate, "knowledge">, list: Listed, account?: string): boolean {
  if (knowledge === undefined) return false;
  const own = account === undefined ? undefined : knowledge.accounts.get(account)?.[list];
  return (own ?? knowledge.extents[list]) === "some";
}

/** Who is meant to have to do with the keys of a world. It decides nothing. */
export type Trust = {
  readonly organization?: boolean | undefined; // all accounts of the world's organization
  readonly organizations?: readonly string[] | undefined; // foreign ones: "o-…"
  readonly accounts?: readonly string[] | undefined; // ids
  readonly principals?: readonly string[] | undefined; // ARNs
  readonly services?: readonly string[] | undefined;
};
