import type { Answer, Determining, Trace } from "../authz/decision.ts";
import { type Diagnostic, renderDiagnostic } from "../base/diagnostic.ts";
import { abridged, printable } from "../base/text.ts";
import { type Arn, parseArn } from "../iam/arn.ts";
import type { Grant } from "../iam/request.ts";
import { assumptionsOf } from "./assumptions.ts";
import { type Asking, closestToAllowed } from "./closest.ts";
import type { Explanation } from "./explanation.ts";
import { wordHeld } from "./failure.ts";
import { givenBy } from "./given.ts";
import { explainLayers } from "./layers.ts";
import { lackingOf, routesOf } from "./route.ts";

/**
 * The tree of an explanation. Nothing is evaluated again but what the search for the closest allowed request asks. Without a way to ask, as of an answer
 * that was read from a file, it says what the answer itself tells.
 */
export function explainAnswer(answer: Answer, asking: Asking | undefined, everything = false): Explanation {
  const { outcome, reason, by, missing = [], error, invalid } = answer;
  const trace = named(answer.trace ?? UNTRACED, by, asking?.grants ?? []);
  const told = { outcome, by, trace, ...(answer.rules && { rules: answer.rules }) };
  const arn = parseArn(trace.resource);
  const sides = {
    callerAccount: parseArn(trace.principal)?.account ?? "",
    resourceAccount: asking?.request.resourceAccount ?? arn?.account ?? "",
  };
  const onKmsKey = trace.action.startsWith("kms:") && (arn?.resource.startsWith("key/") ?? false);
  const closest = asking === undefined ? [] : closestToAllowed(answer, asking);
  const repair = invalid === undefined && isDenied(outcome) ? asking?.repair?.() : undefined;
  return {
    outcome,
    headline: invalid === undefined ? HEADLINES[outcome] : "NOT DECIDED (the request is not valid)",
    action: printable(trace.action),
    resource: printable(trace.resource),
    resourceName: resourceName(trace.resource, arn, asking?.aliases ?? []),
    principal: printable(trace.principal),
    given: asking === undefined ? [] : givenBy(asking.request, asking.said ?? asking.request, asking.reads?.()),
    reason: printable(reason, 1_000),
    by,
    because: outcome === "explicitDeny" ? whyDenied(trace) : [],
    routes: outcome === "allowed" ? routesOf(told, sides) : [],
    layers: invalid === undefined ? explainLayers(trace, { outcome, callerAccount: sides.callerAccount, onKmsKey, everything }) : [],
    missing: missing.map((key) => printable(key)),
    assumed: (answer.assumed ?? []).map((key) => printable(key)),
    assumptions: assumptionsOf(answer),
    searched: isSearched(answer, asking),
    closest: closest.map(({ change, allowedBy }) => ({ change, allowedBy })),
    ...(repair !== undefined && { repair: printable(repair, 1_000) }),
    lacking:
      outcome === "allowed" || outcome === "undetermined" || closest.length > 0 || invalid !== undefined ? [] : lackingOf(told, sides),
    rules: (answer.rules ?? []).map((id) => printable(id)),
    ...(error && { error }),
    problems: invalid?.map(problem) ?? [],
  };
}

const isDenied = (outcome: Answer["outcome"]): boolean => outcome === "implicitDeny" || outcome === "explicitDeny";

/** The conditions of the statements that deny it, in words; each once, for many may ask the same. */
function whyDenied({ policies }: Trace): readonly string[] {
  const denies = policies.flatMap(({ statements }) => statements.filter(({ effect, applies }) => effect === "Deny" && applies === true));
  return [...new Set(denies.flatMap(({ held = [] }) => held.map(wordHeld)))];
}

/** Whether it can be said that no small change was found: a Deny is looked behind only where its conditions are at hand. */
const isSearched = ({ outcome, invalid }: Answer, asking: Asking | undefined): boolean =>
  asking !== undefined &&
  invalid === undefined &&
  outcome !== "allowed" &&
  (outcome !== "explicitDeny" || asking.conditionsOf !== undefined);

/** An answer line written without `--explain` has no trace. */
const UNTRACED: Trace = {
  principal: "unknown principal",
  action: "unknown action",
  resource: "unknown resource",
  policies: [],
  grants: [],
  ignored: [],
};

const problem = (it: Diagnostic): string =>
  renderDiagnostic({
    ...it,
    message: printable(it.message, 1_000),
    at: { ...it.at, file: printable(it.at.file), pointer: printable(it.at.pointer) },
    ...(it.help !== undefined && { help: printable(it.help, 1_000) }),
  });

const HEADLINES = {
  allowed: "ALLOWED",
  implicitDeny: "DENIED (implicit)",
  explicitDeny: "DENIED (explicit)",
  undetermined: "UNDETERMINED",
} as const satisfies Record<Answer["outcome"], string>;

/** Grants under the names their makers gave them. One that fixed the decision applies, whatever else the trace compared it with. */
function named(trace: Trace, by: readonly Determining[], grants: readonly Grant[]): Trace {
  const names = new Map(grants.map(({ GrantId, Name }) => [GrantId, Name]));
  const fixed = new Set(by.flatMap((one) => ("grant" in one ? [one.grant] : [])));
  return {
    ...trace,
    grants: trace.grants.map((verdict) => {
      const name = verdict.name ?? names.get(verdict.grant);
      return { ...verdict, ...(name !== undefined && { name }), ...(fixed.has(verdict.grant) && { applies: true, failures: [] }) };
    }),
  };
}

/** `alias/orders (key/1234abcd…)`: short, for the whole ARN stands below. */
function resourceName(resource: string, arn: Arn | undefined, aliases: readonly string[]): string {
  if (arn === undefined || arn.service !== "kms") return printable(resource);
  const short = printable(arn.resource.replace(/^(key\/[0-9a-f]{8})-[0-9a-f-]{27}$/, "$1…"));
  return aliases.length === 0
    ? short
    : `${abridged(
        aliases.map((alias) => printable(alias)),
        "and",
        2,
      )} (${short})`;
}
