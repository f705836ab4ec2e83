import type { WorldPrincipal } from "./estate.ts";

/** The name of the statement that says of a principal that it is not there: the one that denies everything in the world before it is made, or after it is deleted. */
export const ABSENT = "IsNotThere";

/** Whether a world tells of a principal that it does not have: nobody can have given it anything. */
export const isAbsent = ({ policies }: Pick<WorldPrincipal, "policies">): boolean =>
  policies.some(({ statements }) => statements.some(({ ref, effect }) => ref.sid === ABSENT && effect === "Deny"));
