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

const taken = (why: string, names: readonly string[], today: Outcome = "allowed"): readonly Deviation[] =>
  names.map((name) => ({ file: "decisions/untold-and-contradictory.json", name, engine: today, why }));

export const KNOWN_DEVIATIONS: readonly Deviation[] = [
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
