import { comparePolicies } from "../../analysis/compare-policies.ts";
import { decide } from "../../cases/authorizer.ts";
import type { Case, CasePolicies } from "../../cases/case.ts";
import type { World } from "../../estate/world.ts";
import type { Policy } from "../../iam/policy.ts";
import type { PrincipalFacts } from "../../iam/request.ts";
import type { Answered, Answers, Theirs } from "./answers.ts";
import { ask, asked, type Ours, type Question } from "./ask.ts";

/** Where AWS and kmsward differ. `layer`: both deny, and blame another kind of policy. */
export type Disagreement = {
  readonly id: string;
  readonly kind: "decision" | "layer";
  readonly question: Question;
  readonly time: string;
  readonly theirs: Extract<Theirs, { kind: "allowed" | "denied" }>;
  readonly ours: Pick<Ours, "outcome" | "layer" | "by" | "reason" | "assumed" | "chosen" | "granted" | "action">;
  readonly isDeployed: boolean | undefined; // whether the key's policy there is the one of the world; undefined: it was not read
  readonly case?: Case; // with everything that has a say; absent where the world does not know all of it
};

export type Opened = { readonly question: Question; readonly theirs: "allowed" | "denied"; readonly missing: readonly string[] };

/** What the answers come to. Every question of the script is in one of the counts. */
export type Calibration = {
  readonly questions: number; // in the script
  readonly agreed: number;
  readonly disagreements: readonly Disagreement[];
  readonly opened: readonly Opened[]; // what kmsward leaves open, and AWS decided
  readonly unanswered: Readonly<Record<string, number>>; // by reason
  readonly left: Readonly<Record<string, string>>; // principals nobody asked for, and why
  readonly otherPolicies: readonly string[]; // keys whose policy there is not the one of the world
  readonly unreadable: number; // lines
};

/** Decides every question again, as it was really asked, and holds it against what AWS said. */
export function compared(world: World, { questions, callers, answered, unreadable }: Answers): Calibration {
  const who = new Map<string, PrincipalFacts>();
  const left: Record<string, string> = {};
  for (const { principal, facts, left: why } of callers) {
    if (facts !== undefined && isThem(world, principal, facts)) {
      who.set(principal, facts);
      delete left[principal];
    } else if (!who.has(principal)) left[principal] = why ?? "somebody else";
  }
  const deployed = deployedIn(world, answered);
  const unanswered: Record<string, number> = {};
  const disagreements: Disagreement[] = [];
  const opened: Opened[] = [];
  let agreed = 0;
  const none = (why: string): void => {
    unanswered[why] = (unanswered[why] ?? 0) + 1;
  };
  for (const { question, time, theirs } of answered) {
    const caller = who.get(question.principal);
    if (theirs.kind === "none") none(theirs.why);
    else if (caller === undefined) none("nobody knows who asked");
    else {
      const when = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(time) ? { time } : {};
      const ours = ask(world, question, { caller, ...when });
      const kind = differenceOf(theirs, ours);
      if (ours.answer.invalid !== undefined) none(`the world cannot be asked: ${ours.reason}`);
      else if (ours.outcome === "undetermined") opened.push({ question, theirs: theirs.kind, missing: ours.missing });
      else if (kind === undefined) agreed++;
      else {
        const { answer, missing, ...said } = ours;
        const made = caseOf(world, question, ours, caller, when.time);
        disagreements.push({
          id: `calibrate-${disagreements.length + 1}`,
          kind,
          question,
          time,
          theirs,
          ours: said,
          isDeployed: deployed.get(question.key),
          ...(made !== undefined && { case: { id: `calibrate-${disagreements.length + 1}`, ...made } }),
        });
      }
    }
  }
  const otherPolicies = [...deployed].flatMap(([key, isSame]) => (isSame ? [] : [key]));
  return { questions, agreed, disagreements, opened, unanswered, left, otherPolicies, unreadable };
}

/** Whether the principal of the world is who the profile turned out to be. */
function isThem(world: World, principal: string, { arn }: PrincipalFacts): boolean {
  const asker = world.lookup.asker(arn);
  return asker.ok && asker.value.entries.some(({ name }) => name === principal);
}

function differenceOf(theirs: Exclude<Theirs, { kind: "none" }>, ours: Ours): Disagreement["kind"] | undefined {
  if ((theirs.kind === "allowed") !== (ours.outcome === "allowed")) return "decision";
  if (theirs.kind === "allowed") return undefined;
  const isOther = theirs.layer !== undefined && ours.layer !== undefined && theirs.layer !== ours.layer;
  const isExplicit = theirs.explicit !== undefined && theirs.explicit !== (ours.outcome === "explicitDeny");
  return isOther || isExplicit ? "layer" : undefined;
}

/** By key: whether the policy that was read there allows what the world's does. */
function deployedIn(world: World, answered: readonly Answered[]): ReadonlyMap<string, boolean> {
  const read = new Map<string, boolean>();
  for (const { question, policy } of answered) {
    const key = world.estate.keys.find(({ arn }) => arn === question.key);
    if (policy === undefined || key === undefined || read.has(key.arn)) continue;
    read.set(key.arn, isSame(key.policyText, policy, key.account));
  }
  return read;
}

function isSame(own: string, theirs: string, account: string): boolean {
  try {
    return comparePolicies(own, theirs, { type: "key-policy", account }).verdict === "equal";
  } catch {
    return false; // it cannot be read
  }
}

/** The question as a case, where the world has the text of every policy that has a say, and the case is decided as the world decides it. */
function caseOf(
  world: World,
  question: Question,
  { action, outcome }: Ours,
  caller: PrincipalFacts,
  time: string | undefined,
): Case | undefined {
  const gathered = world.gather(asked(question, action, caller, time));
  if (!gathered.ok) return undefined;
  const { request, documents, grants, key } = gathered.value;
  try {
    const policies = casePolicies(world, documents);
    const made: Case = { request, policies, ...(grants.length > 0 && { grants: [...grants] }), ...(key !== undefined && { key }) };
    return decide(made).outcome === outcome ? made : undefined;
  } catch {
    return undefined; // a policy that is not known in full has no text
  }
}

function casePolicies(world: World, documents: Extract<ReturnType<World["gather"]>, { ok: true }>["value"]["documents"]): CasePolicies {
  const { policyTexts, keys } = world.estate;
  const one = (policy: Policy): Record<string, unknown> =>
    JSON.parse(policyTexts.get(policy) ?? keys.find((key) => key.policy === policy)?.policyText ?? "") as Record<string, unknown>;
  const named = (policy: Policy) => ({ name: policy.name, document: one(policy) });
  const many = (policies: readonly Policy[]) => policies.map(named);
  const { resource, identity, boundary, session, serviceControl, resourceControl, endpoint } = documents;
  return {
    ...(resource !== undefined && { resource: one(resource) }),
    ...(identity !== undefined && identity.length > 0 && { identity: many(identity) }),
    ...(boundary !== undefined && { boundary: named(boundary) }),
    ...(session !== undefined && { session: many(session) }),
    ...(serviceControl !== undefined && serviceControl.length > 0 && { serviceControl: serviceControl.map(many) }),
    ...(resourceControl !== undefined && resourceControl.length > 0 && { resourceControl: resourceControl.map(many) }),
    ...(endpoint !== undefined && { endpoint: one(endpoint) }),
  };
}
