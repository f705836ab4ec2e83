import { provenanceOf, type Said } from "../authz/answer.ts";
import type { Answer, Failure, GrantVerdict, StatementVerdict, Trace } from "../authz/decision.ts";
import { type Reads, readsOf } from "../authz/reads.ts";
import { abridged } from "../base/text.ts";
import type { Condition, StatementRef } from "../iam/policy.ts";
import type { Grant, Request } from "../iam/request.ts";
import { likeliestRepair } from "../repair/order.ts";
import type { Edit } from "./closest-edits.ts";
import { evasions, otherCallers, repairConstraint, repairs, repairToken } from "./closest-repairs.ts";
import { determiningName } from "./wording.ts";

/** A change of the request that makes it allowed: evaluated, not guessed. */
export type Suggestion = {
  readonly change: string; // `change encryptionContext.tenant to "t1"`
  readonly request: Request; // the changed request
  readonly allowedBy: string; // `AllowAppUse`
};

/** What an explanation needs beyond the answer: the request, a way to ask again, and names for the key and its grants. */
export type Asking = {
  readonly request: Request;
  readonly said?: Said; // what of it who asks said himself, if not all
  readonly reads?: () => Reads | undefined; // what of it the policies in question read
  readonly ask: (request: Request) => Answer;
  readonly aliases?: readonly string[];
  readonly grants?: readonly Grant[];
  readonly repair?: () => string | undefined; // the smallest change of policies that opens it, in words, where one is found at once
  readonly conditionsOf?: (ref: StatementRef) => readonly Condition[] | undefined; // without it a Deny that applies is not looked behind
};

/** Undefined where an answer does not know where it came from. */
export function askingOf(answer: Answer): Asking | undefined {
  const from = provenanceOf(answer);
  if (from === undefined) return undefined;
  const { request, said, ask, linked, plan } = from;
  const conditionsOf = (ref: StatementRef) =>
    linked.policies.flatMap(({ statements }) => statements).find((statement) => statement.ref === ref)?.conditions;
  return {
    request,
    said,
    reads: () => readsOf(plan),
    ask,
    aliases: linked.set.key?.aliases ?? [],
    grants: linked.set.grants,
    repair: () => likeliestRepair(answer),
    conditionsOf,
  };
}

const MOST_SUGGESTIONS = 3;
const MOST_EVALUATIONS = 64;
const MOST_PLANS = 256;

/** How far a search goes: the parts of one statement that may fail, the values that are changed together, and what of a request may be changed at all. */
export type Reach = { readonly failures: number; readonly edits: number; readonly accepts?: (changed: Request) => boolean };

/** A person makes sense of as much. */
const SMALL: Reach = { failures: 2, edits: 3 };

/**
 * The smallest changes of a request that was not allowed under which it is, at most three, all of one size. Taken from what the trace says nearly
 * applied, and each asked again: nothing is suggested that the engine does not allow. Empty where no change within `reach` is.
 */
export function closestToAllowed(answer: Answer, asking: Asking, reach: Reach = SMALL): readonly Suggestion[] {
  if (answer.outcome === "allowed" || answer.invalid !== undefined) return [];
  const { trace } = answer;
  const escapes = escapePlans(trace, asking);
  const budget = { left: MOST_EVALUATIONS };
  const found = firstAllowed(combine(escapes, allowPlans(trace, asking, reach), reach), asking, budget, reach, () => true);
  if (found.length > 0) return found;
  return firstAllowed(combine(escapes, callerPlans(trace, asking, reach), reach), asking, budget, reach, isAboutTheResource);
}

/** Edits made together. */
type Plan = readonly Edit[];

/** For all Deny statements that apply, or may: the ways out of all of them. No plan at all where one cannot be escaped. */
function escapePlans({ policies }: Trace, asking: Asking): readonly Plan[] {
  let plans: readonly Plan[] = [[]];
  for (const verdict of policies.flatMap(({ statements }) => statements)) {
    if (verdict.effect !== "Deny" || verdict.applies === false) continue;
    const ways = eachAlone(waysOut(verdict, asking));
    if (verdict.applies === true) plans = product(plans, ways);
    else if (ways.length > 0) plans = product(plans, [...ways, []]);
  }
  return plans;
}

function waysOut({ ref, failures }: StatementVerdict, { request, conditionsOf }: Asking): readonly Edit[] {
  const isOpen = ({ operator, key }: Condition) =>
    failures.some((failure) => failure.unknown && failure.operator === operator && failure.key === key);
  const known = (conditionsOf?.(ref) ?? []).filter((condition) => !isOpen(condition)).flatMap((condition) => evasions(condition, request));
  const perhaps = failures.flatMap(({ operator, key, wanted, unknown }) =>
    operator === undefined || key === undefined || !unknown ? [] : evasions({ operator, key, values: wanted }, request, true),
  );
  return [...known, ...perhaps];
}

/** For every Allow statement and grant that one or two parts kept from applying: the ways to mend them; then two such statements at once. */
function allowPlans({ policies, grants }: Trace, asking: Asking, reach: Reach): readonly Plan[] {
  const statements = policies.flatMap((policy) => policy.statements.filter(({ effect }) => effect === "Allow"));
  const mend = (verdict: StatementVerdict | GrantVerdict) => mendingPlans(verdict, reach, (failure) => mendPart(failure, verdict, asking));
  const single = [...statements, ...grants].flatMap(mend).slice(0, MOST_PLANS);
  const few = single.slice(0, 16);
  return [[], ...single, ...few.flatMap((one, i) => few.slice(i + 1).map((other) => [...one, ...other]))];
}

/** The ways to mend one part. */
function mendPart(failure: Failure, verdict: StatementVerdict | GrantVerdict, { request, grants = [] }: Asking): readonly Plan[] {
  const grant = "grant" in verdict ? grants.find(({ GrantId }) => GrantId === verdict.grant) : undefined;
  if (failure.part === "token") return eachAlone(repairToken(grant));
  if (failure.part !== "constraint") return eachAlone(repairs(failure, request));
  const plan = repairConstraint(failure, grant, request);
  return plan === undefined ? [] : [plan];
}

const eachAlone = (edits: readonly Edit[]): readonly Plan[] => edits.map((edit) => [edit]);

function mendingPlans(
  { applies, failures }: StatementVerdict | GrantVerdict,
  reach: Reach,
  mend: (failure: Failure) => readonly Plan[],
): readonly Plan[] {
  if (applies === true || failures.length === 0 || failures.length > reach.failures) return [];
  return failures.reduce<readonly Plan[]>((plans, failure) => product(plans, mend(failure)), [[]]);
}

/** The last resort: a caller that a policy or a grant does name. */
function callerPlans({ policies, grants }: Trace, asking: Asking, reach: Reach): readonly Plan[] {
  const allows = policies
    .filter(({ layer }) => layer === "resource")
    .flatMap(({ statements }) => statements.filter(({ effect }) => effect === "Allow"));
  return [...allows, ...grants].flatMap((verdict) => {
    if (!verdict.failures.some(({ part }) => part === "principal")) return [];
    return mendingPlans(verdict, reach, (failure) =>
      failure.part === "principal" ? eachAlone(otherCallers(failure, asking.request)) : mendPart(failure, verdict, asking),
    );
  });
}

/** The identity policies at hand are those of the caller who asked: of another caller they say nothing. */
const isAboutTheResource = ({ by, trace }: Answer): boolean =>
  by.every(
    (one) =>
      "grant" in one ||
      trace.policies.some(
        ({ layer, statements }) =>
          layer === "resource" && statements.some(({ ref }) => ref.policy === one.policy && ref.statement === one.statement),
      ),
  );

/** Plans of both lists made together, the small ones first, each once. */
function combine(escapes: readonly Plan[], allows: readonly Plan[], reach: Reach): readonly Plan[] {
  const plans = new Map<string, Plan>();
  for (const plan of product(escapes, allows, MOST_PLANS * 4)) {
    const key = plan
      .map(({ change }) => change)
      .sort()
      .join("\n");
    if (plan.length > 0 && plan.length <= reach.edits && !plans.has(key)) plans.set(key, plan);
  }
  return [...plans.values()].sort((a, b) => a.length - b.length);
}

/** Every plan of one list with every plan of the other, where they do not want two values for one thing. */
function product(ones: readonly Plan[], others: readonly Plan[], most = MOST_PLANS): readonly Plan[] {
  const plans: Plan[] = [];
  for (const other of others) {
    for (const one of ones) {
      if (plans.length === most) return plans;
      const added = other.filter(({ target, change }) => !one.some((edit) => edit.target === target && edit.change === change));
      if (!added.some(({ target }) => one.some((edit) => edit.target === target))) plans.push([...one, ...added]);
    }
  }
  return plans;
}

function firstAllowed(
  plans: readonly Plan[],
  { request, ask }: Asking,
  budget: { left: number },
  reach: Reach,
  accepts: (answer: Answer) => boolean,
): readonly Suggestion[] {
  const found: Suggestion[] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const plan of plans) {
    if (plan.length > size || found.length === MOST_SUGGESTIONS || budget.left === 0) break;
    const changed = plan.reduce((it, edit) => edit.apply(it), request);
    if (reach.accepts?.(changed) === false) continue;
    budget.left--;
    const answer = ask(changed);
    if (answer.outcome !== "allowed" || !accepts(answer)) continue;
    size = plan.length;
    found.push({
      change: inWords(plan),
      request: changed,
      allowedBy: namesOf(answer),
    });
  }
  return found;
}

/** Orders first, then what would have to be true of values nobody told: `set a to "x", if b is "y"`. */
function inWords(plan: Plan): string {
  const words = plan.map(({ change }) => change);
  const orders = words.filter((change) => !change.startsWith("if "));
  const provided = words.filter((change) => change.startsWith("if ")).map((change) => change.slice(3));
  const parts = [
    ...(orders.length > 0 ? [abridged(orders, "and")] : []),
    ...(provided.length > 0 ? [`if ${abridged(provided, "and")}`] : []),
  ];
  return parts.join(", ");
}

const namesOf = ({ by }: Answer): string => abridged([...new Set(by.map(determiningName))], "and");
