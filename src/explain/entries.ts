import type { Failure, PolicyVerdict, StatementVerdict } from "../authz/decision.ts";
import { abridged, counted, printable } from "../base/text.ts";
import type { Entry, ExplainedLayer, Mark } from "./explanation.ts";
import { wordFailure, wordHeld } from "./failure.ts";
import { grouped, statementName } from "./wording.ts";

/** What the entries of a layer are told of beside its policies. */
export type EntryFacts = {
  readonly callerAccount: string; // "" where the caller has none
  readonly everything: boolean; // list also what fails at its action, principal or resource
};

export const markOf = (applies: boolean | "unknown"): Mark => (applies === "unknown" ? "unknown" : applies ? "yes" : "no");

export const isAllow = ({ effect }: StatementVerdict): boolean => effect === "Allow";

/** A statement that only delegates to an account allows no one by itself. */
const isDelegation = ({ applies, way }: StatementVerdict): boolean => applies === true && way === "account";

export function anyAllows(policies: readonly PolicyVerdict[]): Mark {
  const allows = policies.flatMap(({ statements }) => statements.filter(isAllow));
  return allows.some(({ applies }) => applies === true) ? "yes" : allows.some(({ applies }) => applies === "unknown") ? "unknown" : "no";
}

export const allowedBy = (policies: readonly PolicyVerdict[]): string => {
  const names = policies
    .filter(({ statements }) => statements.some((it) => isAllow(it) && it.applies === true))
    .map(({ policy }) => printable(policy, 80));
  return `allowed by ${abridged([...new Set(names)], "and")}`;
};

/** `3 statements, 1 allows, 1 delegates, 1 may allow`. */
export function allowCount(policies: readonly PolicyVerdict[]): string {
  const statements = policies.flatMap((policy) => policy.statements);
  const allows = statements.filter(isAllow);
  const delegating = allows.filter(isDelegation).length;
  const allowing = allows.filter(({ applies }) => applies === true).length - delegating;
  const perhaps = allows.filter(({ applies }) => applies === "unknown").length;
  return [
    counted(statements.length, "statement"),
    allowing === 1 ? "1 allows" : `${allowing} allow`,
    ...(delegating > 0 ? [delegating === 1 ? "1 delegates" : `${delegating} delegate`] : []),
    ...(perhaps > 0 ? [`${perhaps} may allow`] : []),
  ].join(", ");
}

/** How many statements that name somebody or something else are abridged before the rest is counted. */
export const MOST_NEAR = 3;

const failsAt = ({ failures }: { failures: readonly Failure[] }, part: Failure["part"]): boolean =>
  failures.some((failure) => failure.part === part);

/** It would apply but for one part, or but for conditions. */
export const isNear = (failures: readonly Failure[]): boolean => {
  const parts = new Set(failures.map(({ part }) => part));
  return !parts.has("action") && !parts.has("operation") && (parts.size === 1 || (!parts.has("principal") && !parts.has("resource")));
};

/** The Allow statements that matter as entries; the others counted by what they are about. */
export function select(policies: readonly PolicyVerdict[], facts: EntryFacts): Pick<ExplainedLayer, "entries" | "others"> {
  const all = policies.flatMap((policy) => policy.statements.filter(isAllow).map((statement) => ({ policy, statement })));
  const shown = new Set<StatementVerdict>();
  let near = 0;
  for (const { statement } of all) {
    const elsewhere = failsAt(statement, "principal") || failsAt(statement, "resource");
    if (facts.everything || statement.applies !== false || (isNear(statement.failures) && (!elsewhere || near++ < MOST_NEAR)))
      shown.add(statement);
  }
  const nearest = [...shown].some(namesCaller)
    ? undefined
    : nearestOf(all.map(({ statement }) => statement).filter((it) => !shown.has(it)));
  if (nearest !== undefined) shown.add(nearest);
  const hidden = all.map(({ statement }) => statement).filter((statement) => !shown.has(statement));
  return {
    entries: all.filter(({ statement }) => shown.has(statement)).map(({ policy, statement }) => allowEntry(policy, statement, facts)),
    others: countOthers(hidden),
  };
}

/** It is about this caller and this resource, whatever else it lacks. */
const namesCaller = (statement: StatementVerdict): boolean => !failsAt(statement, "principal") && !failsAt(statement, "resource");

/** The statement that was probably meant: it names the caller, and fails at the least. */
function nearestOf(hidden: readonly StatementVerdict[]): StatementVerdict | undefined {
  return hidden
    .filter((statement) => namesCaller(statement) && statement.failures.every(({ part }) => part !== "no-effect"))
    .reduce<StatementVerdict | undefined>(
      (best, it) => (best !== undefined && best.failures.length <= it.failures.length ? best : it),
      undefined,
    );
}

function countOthers(hidden: readonly StatementVerdict[]): readonly string[] {
  const about = grouped(hidden, (statement) => {
    if (failsAt(statement, "action")) return "for other actions";
    return failsAt(statement, "principal")
      ? "for other principals"
      : failsAt(statement, "resource")
        ? "for other resources"
        : "without effect";
  });
  return [...about].map(([what, statements]) => `${counted(statements.length, "statement")} ${what}`);
}

export const listedAll = (facts: EntryFacts, policies: readonly PolicyVerdict[]): readonly Entry[] =>
  facts.everything ? select(policies, facts).entries : [];

function allowEntry(policy: PolicyVerdict, statement: StatementVerdict, facts: EntryFacts): Entry {
  const says = saysOf(policy, statement, facts);
  return {
    name: entryName(policy, statement),
    mark: markOf(statement.applies),
    ...(says && { says }),
    ...becauseOf(statement),
    failures: failuresOf(statement, "statement"),
    ...entryPlace(statement),
  };
}

/** In the key policy the statement is enough of a name; elsewhere the policy's own comes first. */
function entryName({ layer, policy, statements }: PolicyVerdict, { ref }: StatementVerdict): string {
  if (layer === "resource") return statementName(ref);
  const name = printable(policy, 80);
  if (ref.sid) return `${name}: ${statementName(ref)}`;
  return statements.length === 1 ? name : `${name} ${statementName(ref)}`;
}

function saysOf({ layer }: PolicyVerdict, { applies, way }: StatementVerdict, { callerAccount }: EntryFacts): string | undefined {
  if (applies === false) return undefined;
  const [allows, delegates] = applies === true ? ["allows it", "delegates"] : ["may allow it", "may delegate"];
  if (layer !== "resource") return allows;
  if (way === "account") return `${delegates} to the IAM policies of account ${printable(callerAccount)}`;
  return way === undefined ? allows : `${allows}: ${WAYS[way]}`;
}

const WAYS = {
  direct: "it names the caller",
  role: "it names the caller's role",
  user: "it names the user who issued the session",
} as const;

export const failuresOf = ({ failures }: StatementVerdict, what: "statement" | "grant"): Entry["failures"] =>
  failures.map((failure) => ({ ...wordFailure(failure, what), ...(failure.at && { at: failure.at }) }));

export const becauseOf = ({ held }: StatementVerdict): Pick<Entry, "because"> =>
  held === undefined ? {} : { because: held.map(wordHeld) };

export const entryPlace = ({ at }: StatementVerdict): { at?: StatementVerdict["at"] } => (at === undefined ? {} : { at });
