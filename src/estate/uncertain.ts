import type { Answer } from "../authz/decision.ts";
import { undeterminedReason } from "../authz/reason.ts";
import { parsePrincipal } from "../iam/principal.ts";
import { isOfOthers } from "./doubts.ts";
import type { Estate } from "./estate.ts";
import { type Assumption, mayBeMore } from "./knowledge.ts";
import type { PolicyDocuments } from "./policy-documents.ts";
import type { Question, ResolvedQuestion } from "./question.ts";
import type { Otherwise, World, WorldAnswer } from "./world.ts";

/** Whether an estate leaves anything open that its answers have to tell of. */
export const isUncertain = ({ knowledge }: Estate): boolean => knowledge !== undefined;

/** The answer of a world of which not all is known, with what it takes for granted. `strictly` answers without assumptions. */
export function withAssumptions(
  answer: WorldAnswer,
  { request, documents }: Pick<ResolvedQuestion, "request" | "documents">,
  estate: Estate,
  strictly: () => Answer,
): WorldAnswer {
  const retire = openRetire(answer, request, estate);
  if (retire !== undefined) return undetermined(answer, [retire]);
  if (answer.outcome === "undetermined") return answer;
  const assumptions = [
    ...restedOn(answer, request, estate, strictly),
    ...(answer.outcome === "allowed" ? denials(request, documents, estate) : []),
  ];
  return assumptions.length === 0 ? answer : Object.assign(answer, { assumptions });
}

function denials(
  { principal, resource }: ResolvedQuestion["request"],
  { identity = [] }: PolicyDocuments,
  estate: Estate,
): readonly Assumption[] {
  const caller = parsePrincipal(principal);
  return hiddenDenials(estate, caller.ok ? caller.value.account : "", resource.split(":")[4] ?? "", identity.some(isOfOthers));
}

/** The answer where it is the same in all worlds that this one may be; `undefined`: too many to ask. */
export function amongAll(answer: WorldAnswer, others: readonly Otherwise[] | undefined, ask: (world: World) => WorldAnswer): WorldAnswer {
  if (answer.outcome === "undetermined") return answer;
  if (others === undefined) return undetermined(answer, ["which of too many ways it is: account ids and conditions that are not known"]);
  const differing = others
    .map((other) => ({ other, now: ask(other.world) }))
    .filter(({ now }) => now.decision !== answer.decision || now.outcome === "undetermined");
  if (differing.length === 0) return answer;
  const missing = [...new Set(differing.flatMap(({ other, now }) => [...other.names, ...(now.missing ?? [])]))];
  const notes = [
    ...(answer.notes ?? []),
    ...differing.map(
      ({ other, now }) => `if ${other.text}, it is ${now.invalid === undefined ? now.outcome : "not there"}; else ${answer.outcome}`,
    ),
  ];
  return { ...undetermined(answer, missing), notes };
}

/** The accounts that a question names: each may be one that a world does not know by its id. */
export function accountsOf({ principal, key, resource, resourceAccount, context }: Question): readonly string[] {
  const text = JSON.stringify([principal, key, resource, resourceAccount, context]);
  return [...new Set(text.match(/(?<=[":])[0-9]{12}(?=[":])/g))];
}

/** The same question, of which it is not known how it comes out. */
export function undetermined(answer: WorldAnswer, missing: readonly string[]): WorldAnswer {
  const { id, trace, notes, warnings, error } = answer;
  return {
    ...(id !== undefined && { id }),
    decision: "Deny",
    outcome: "undetermined",
    by: [],
    reason: undeterminedReason(missing),
    missing,
    trace,
    ...(notes && { notes }),
    ...(warnings && { warnings }),
    ...(error && { error }),
  };
}

/** To retire a grant that nobody told of is not ruled out where there may be such grants. */
function openRetire({ outcome }: Answer, { action, resource }: ResolvedQuestion["request"], { keys }: Estate): string | undefined {
  if (outcome !== "implicitDeny" || action.toLowerCase() !== "kms:retiregrant") return undefined;
  return keys.find(({ arn }) => arn === resource)?.openGrants;
}

/** The assumptions without which the answer would not be known, or about who asks or what is asked for. */
function restedOn(
  { outcome }: Answer,
  request: ResolvedQuestion["request"],
  estate: Estate,
  strictly: () => Answer,
): readonly Assumption[] {
  const { knowledge, keys, principals } = estate;
  if (knowledge === undefined || knowledge.assumptions.length === 0) return [];
  const arn = typeof request.principal === "string" ? request.principal : request.principal.arn;
  const role = typeof request.principal === "string" ? undefined : request.principal.roleArn;
  const ids = new Set([
    ...(keys.find((key) => key.arn === request.resource)?.assumes ?? []),
    ...principals.flatMap(({ facts, assumes }) => (facts.arn === arn || facts.arn === role ? (assumes ?? []) : [])),
  ]);
  if (knowledge.strict.size > 0) {
    const strict = strictly();
    if (strict.outcome !== outcome) for (const name of strict.missing ?? []) ids.add(name);
  }
  return knowledge.assumptions.filter(({ id }) => ids.has(id));
}

/** What could deny and is not told, so that it is taken not to be there: nothing would ever be allowed otherwise. `account`: of who asks; `owner`: of the key; `mayHold`: who asks may hold other policies. */
export function hiddenDenials(estate: Estate, account: string, owner: string, mayHold: boolean): readonly Assumption[] {
  if (estate.knowledge === undefined) return [];
  const found: Assumption[] = [];
  const add = (id: string, text: string) => found.push({ id, text });
  if (account !== "" && mayBeMore(estate, "serviceControl", account))
    add(`scp:${account}`, `no other service control policy denies it to principals of ${account}`);
  if (owner !== "" && mayBeMore(estate, "resourceControl", owner))
    add(`rcp:${owner}`, `no other resource control policy denies it on keys of ${owner}`);
  if (account !== "" && mayBeMore(estate, "endpoints")) add("endpoint", "no other policy of a VPC endpoint denies it");
  if (account !== "" && (mayHold || mayBeMore(estate, "policies", account)))
    add(`hidden-deny:${account}`, `no other policy of principals of ${account} denies it`);
  return found;
}
