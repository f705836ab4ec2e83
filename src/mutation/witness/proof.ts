import { type Apart, tellApart } from "../../analysis/apart.ts";
import { KMS_ACTIONS } from "../../catalog/actions.ts";
import type { Question } from "../../estate/question.ts";
import type { World } from "../../estate/world.ts";
import type { Policy, Statement } from "../../iam/policy.ts";
import type { Request } from "../../iam/request.ts";
import { foldCase } from "../../iam/values.ts";
import { matchesPattern, parsePattern } from "../../iam/wildcard.ts";
import type { Mutant, Part } from "../mutants/mutant.ts";
import { shortPrincipal } from "./focus.ts";

/**
 * What the analysis of all requests says of a mutant in one of its worlds. `alike` is a proof that no case can notice it; it is given only of changes
 * that are about requests on keys, and about nothing else.
 */
export function proofOf({ focus, subject }: Mutant, { world, change }: Part, changed: World): Apart {
  const keys = world.estate.keys.filter(({ arn, policy, grants }) => {
    if (subject.type === "grant") return grants.some((grant) => change.grants?.has(grant)) || arn === focus.keyArn;
    return subject.type !== "key-policy" || change.policies?.has(policy) === true;
  });
  const apart = tellApart(
    world,
    changed,
    keys.map(({ arn }) => arn),
    focus.whole === true || subject.type === "grant" || change.levels !== undefined ? undefined : actionsOf(focus.before, focus.after),
  );
  if (apart.is !== "alike" || subject.type === "grant" || subject.type === "key-policy") return apart;
  const about = statementsIn(change.policies, focus.before, focus.after, focus.whole === true);
  const isOfKeys = change.levels === undefined && about.length > 0 && about.every(isAboutKeys);
  return isOfKeys ? apart : { is: "unknown", why: "it may change what is asked of other things than keys" };
}

/** What the statements are about, of which one is otherwise: of everything else nothing can be. Undefined for everything. */
function actionsOf(before: Statement | undefined, after: Statement | undefined): readonly string[] | undefined {
  const both = [before, after].filter((one) => one !== undefined);
  if (both.length === 0 || both.some(({ action }) => action?.mode !== "only")) return undefined;
  const patterns = both.flatMap(({ action }) => action?.members.map((text) => parsePattern(foldCase(text))) ?? []);
  return KMS_ACTIONS.map(({ action }) => action).filter((name) => patterns.some((pattern) => matchesPattern(pattern, foldCase(name))));
}

/** The statements of which one at least is otherwise. */
function statementsIn(
  policies: ReadonlyMap<Policy, unknown> | undefined,
  before: Statement | undefined,
  after: Statement | undefined,
  isWhole: boolean,
): readonly Statement[] {
  if (isWhole) return [...(policies?.keys() ?? [])].flatMap(({ statements }) => statements);
  return [before, after].filter((one) => one !== undefined);
}

const ELSEWHERE = KMS_ACTIONS.filter(({ resources }) => resources.some((kind) => kind !== "key")).map(({ action }) => foldCase(action));

/** Whether a statement names actions alone that are asked of keys, and of nothing else. */
function isAboutKeys({ action }: Statement): boolean {
  if (action?.mode !== "only") return false;
  return action.members.every((text) => {
    const lower = foldCase(text);
    return lower.startsWith("kms:") && !ELSEWHERE.some((name) => matchesPattern(parsePattern(lower), name));
  });
}

/** A request of the analysis as the questions of a test file could ask it: by the names of the world, of any session first. */
export function questionsFor({ principal, resource, resourceAccount: _, ...rest }: Request, { estate }: World): readonly Question[] {
  const key = estate.keys.find(({ arn }) => arn === resource)?.name ?? resource;
  const { arn, roleArn } = typeof principal === "string" ? { arn: principal, roleArn: undefined } : principal;
  const callers = [...(roleArn === undefined ? [] : [shortPrincipal(roleArn, estate)]), shortPrincipal(arn, estate)];
  return callers.map((caller) => ({ principal: caller, key, ...rest }));
}
