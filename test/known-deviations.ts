import type { Outcome } from "../src/authz/decision.ts";

/**
 * Cases of fixtures/decisions and fixtures/recorded that kmsward is known to answer otherwise than they say. The list is exact: a case that begins to
 * agree fails until it is struck. fixtures/README.md has it as a table.
 */
export type Deviation = {
  readonly file: string; // "decisions/grants.json"
  readonly name: string;
  readonly engine: Outcome; // what it answers today
  readonly oracle?: Outcome; // absent: a case that must be refused, which the oracle does not judge
  readonly why: string;
};

const untold = (why: string, names: readonly string[], today: Outcome = "allowed"): readonly Deviation[] =>
  names.map((name) => ({ file: "decisions/untold-and-contradictory.json", name, engine: today, oracle: today, why }));
const taken = (why: string, names: readonly string[], today: Outcome = "allowed"): readonly Deviation[] =>
  names.map((name) => ({ file: "decisions/untold-and-contradictory.json", name, engine: today, why }));

export const KNOWN_DEVIATIONS: readonly Deviation[] = [
  ...untold("a key that AWS always sends is taken as absent where it is not told", [
    "a deny on the signing algorithm, which Sign always carries",
    "a deny on the wrapping algorithm, which GetParametersForImport always carries",
    "a deny on the key agreement algorithm, which DeriveSharedSecret always carries",
    "a deny on the days without use, which ScheduleKeyDeletion always carries",
  ]),
  ...untold(
    "a key that AWS always sends is taken as absent where it is not told",
    ["CreateKey in one Region only, and the Region is not told"],
    "implicitDeny",
  ),
  ...untold("the path of a role that a session ARN does not tell is taken as `/`", [
    "a deny on the roles of Identity Center, and a session of one whose path is not told",
  ]),
  ...untold("a name in `unknown` stands for one key, not for its family or its companions", [
    "the family of encryption context keys is unknown",
    "whether a service forwards the call is unknown, and so is which",
  ]),
  ...taken("a request that contradicts itself is decided, not refused", [
    "resourceAccount is not the account of the key's ARN",
    "an empty viaService is no service, so that it cannot lead past the endpoint policy",
  ]),
  ...taken(
    "a request that contradicts itself is decided, not refused",
    ["an age of the second factor that prints with an exponent"],
    "explicitDeny",
  ),
];

/** The known deviation of a case, if it is one. */
export const deviationOf = (file: string, name: string): Deviation | undefined =>
  KNOWN_DEVIATIONS.find((each) => each.file === file && each.name === name);
