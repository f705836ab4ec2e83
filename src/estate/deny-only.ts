import type { Diagnostic, Place } from "../base/diagnostic.ts";

type Policies = Iterable<{ readonly statements: readonly { readonly effect: "Allow" | "Deny" }[] }>;

/** What no policy of a level allows is denied below it (AWS Organizations User Guide, SCP evaluation). */
export const allowsNothing = (policies: Policies): boolean =>
  [...policies].every(({ statements }) => statements.every(({ effect }) => effect === "Deny"));

/** The warning of it. `level`: how people call the level. */
export const denyOnly = (level: string, at: Place): Diagnostic => ({
  code: "KW510",
  severity: "warning",
  message: `no service control policy of ${level} allows anything, so everything below it is denied`,
  at,
  help: "name `FullAWSAccess` beside them, as AWS attaches it",
});
