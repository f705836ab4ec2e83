import type { Provenance } from "../authz/answer.ts";
import type { Answer, Failure, StatementVerdict } from "../authz/decision.ts";
import { invariant } from "../base/invariant.ts";
import { printable } from "../base/text.ts";
import type { Policy, Statement } from "../iam/policy.ts";
import { type Amendment, addedStatement, addedValue, RANK, satisfying, statementIn, statementPath } from "./amend.ts";
import { type Asker, askerOf, grantFor, principalElement } from "./asker.ts";
import { isObject, type JsonObject, type Operation } from "./patch.ts";
import { type Edit, newName, type Slot, type State } from "./state.ts";

const MOST_FAILURES = 2;
const MOST_AMENDED = 6;
const MOST_ADDED = 3;

/** Changes of the policies of one layer, or of one level of it, after which one of their Allow statements applies. */
export function allowing(state: State, answer: Answer, from: Provenance, layer: Slot["layer"], level?: number): readonly Edit[] {
  const slots = state.slots(layer).filter((slot) => slot.level === level);
  const asker = askerOf(from);
  return [
    ...amended(state, answer, slots, asker),
    ...added(state, slots, { layer, ...(level !== undefined && { level }), index: slots.length }, asker),
  ];
}

/** A grant more, where one would do. */
export function granting(from: Provenance): readonly Edit[] {
  const grant = grantFor(from);
  if (grant === undefined) return [];
  const { name, action, principal } = askerOf(from);
  return [{ text: `grant ${printable(name)} ${action} (CreateGrant)`, rank: RANK.grant, affects: principal, grant }];
}

/** Statements that one or two of their parts kept from applying, those that fail at the least first. */
function amended(state: State, answer: Answer, slots: readonly Slot[], asker: Asker): readonly Edit[] {
  const verdicts = answer.trace.policies
    .flatMap(({ statements }) => statements)
    .filter(({ effect, failures }) => effect === "Allow" && failures.length > 0 && failures.length <= MOST_FAILURES)
    .sort((a, b) => a.failures.length - b.failures.length);
  const edits: Edit[] = [];
  let count = 0;
  for (const verdict of verdicts) {
    const slot = slots.find((one) => state.policyAt(one)?.statements.some(({ ref }) => ref === verdict.ref));
    if (slot === undefined || isKept(state.policyAt(slot))) continue;
    const made = amendmentsOf(state, slot, verdict, asker);
    edits.push(...made);
    if (made.length > 0 && ++count === MOST_AMENDED) break;
  }
  return edits;
}

function amendmentsOf(state: State, slot: Slot, { ref, failures }: StatementVerdict, asker: Asker): readonly Edit[] {
  const policy = state.policyAt(slot);
  const index = policy?.statements.findIndex((one) => one.ref === ref) ?? -1;
  const statement = policy?.statements[index];
  if (policy === undefined || statement === undefined) return [];
  const document = state.document(policy);
  const [written, path] = [statementIn(document, index), statementPath(document, index)];
  if (written === undefined) return [];
  let plans: readonly (readonly Amendment[])[] = [[]];
  for (const failure of failures) {
    const ways = mending(written, path, statement, failure, asker);
    plans = plans.flatMap((plan) => ways.map((way) => [...plan, way]));
  }
  return plans.flatMap((plan): readonly Edit[] => {
    const patch = joined(plan);
    if (plan.length === 0 || patch === undefined) return [];
    const rank = Math.max(...plan.map((one) => one.rank));
    return [{ text: `let ${nameOf(policy, statement)} ${plan.map(({ text }) => text).join(", and ")}`, rank, slot, patch }];
  });
}

/** Patches one after the other, where no later one counts on what an earlier one replaced as a whole. */
function joined(plan: readonly Amendment[]): readonly Operation[] | undefined {
  const all = plan.flatMap(({ patch }) => patch);
  const clashes = all.some((one, i) => one.op !== "add" && all.slice(i + 1).some((other) => other.path.startsWith(one.path)));
  return clashes ? undefined : all;
}

export const nameOf = (policy: Policy, { ref }: Statement): string =>
  `statement ${ref.sid === undefined ? ref.statement + 1 : JSON.stringify(printable(ref.sid, 80))} of ${printable(policy.name, 120)}`;

function mending(written: JsonObject, path: string, statement: Statement, failure: Failure, asker: Asker): readonly Amendment[] {
  if (failure.unknown) return [];
  switch (failure.part) {
    case "condition": {
      const condition = statement.conditions.find(({ operator, key }) => operator === failure.operator && key === failure.key);
      return condition === undefined ? [] : satisfying(written, path, condition, failure.got);
    }
    case "action":
      return statement.action?.mode === "only" ? [more(written, path, "Action", asker.action, `allow ${asker.action} too`)] : [];
    case "resource":
      return statement.resource?.mode === "only" ? [more(written, path, "Resource", asker.resource, `be about ${asker.resource} too`)] : [];
    case "principal":
      return statement.principal?.mode === "only" ? morePrincipals(written, path, asker) : [];
    default:
      return [];
  }
}

const more = (written: JsonObject, path: string, name: string, value: string, text: string): Amendment => ({
  text,
  patch: addedValue(written, path, name, value),
  rank: RANK.member,
});

function morePrincipals(written: JsonObject, path: string, { kind, principal, name }: Asker): readonly Amendment[] {
  if (!isObject(written.Principal)) return [];
  const patch = addedValue(written.Principal, `${path}/Principal`, kind, principal);
  return [{ text: `name ${printable(name)} too`, patch, rank: RANK.member }];
}

/** Policies of AWS's own cannot be changed, nor those of which nothing is known. */
export const isKept = (policy: Policy | undefined): boolean =>
  policy !== undefined &&
  ((policy.statements.length === 0 && policy.doubtful !== undefined) ||
    [policy.name, policy.statements[0]?.at.file ?? ""].some(
      (name) => name === "FullAWSAccess" || /^arn:[^:]*:[^:]*::aws:policy\//.test(name),
    ));

/** A statement more, in a policy that is there; and in one of its own where there can be several, or none is yet. */
function added(state: State, slots: readonly Slot[], next: Slot, asker: Asker): readonly Edit[] {
  const isSole = next.layer === "resource" || next.layer === "boundary" || next.layer === "endpoint";
  const own = slots.filter((slot) => !isKept(state.policyAt(slot))).slice(0, MOST_ADDED);
  const intoOwn = own.map((slot): Edit => {
    const policy = state.policyAt(slot);
    invariant(policy !== undefined, "a slot has a policy");
    const statement = statementFor(policy.type, asker);
    const text = `add a statement to ${printable(policy.name, 120)} that allows ${printable(asker.name)} ${asker.action}`;
    return { text, rank: RANK.statement, slot, ...affects(statement, asker), patch: addedStatement(state.document(policy), statement) };
  });
  if (slots.length > 0 && (isSole || own.length > 0) && next.layer !== "identity") return intoOwn;
  const type = next.layer === "resource" ? resourceType(asker) : next.layer;
  const statement = statementFor(type, asker);
  const document: JsonObject = { Version: "2012-10-17", Statement: [statement] };
  const text = `add ${newName(next.layer, type)} that allows ${printable(asker.name)} ${asker.action}`;
  return [
    ...intoOwn,
    {
      text,
      rank: RANK.statement,
      slot: { ...next, ...(isSole && { index: 0 }), type },
      ...affects(statement, asker),
      patch: [{ op: "add", path: "", value: document }],
    },
  ];
}

/** A statement that names one user, role or service is about nobody else. */
const affects = (statement: JsonObject, { principal }: Asker): Pick<Edit, "affects"> =>
  "Principal" in statement && principal !== "*" && !principal.endsWith(":root") ? { affects: principal } : {};

const resourceType = ({ action }: Asker): Policy["type"] =>
  action.toLowerCase().startsWith("kms:") ? "key-policy" : /^sts:/i.test(action) ? "trust" : "resource";

function statementFor(type: Policy["type"], asker: Asker): JsonObject {
  const { action, resource } = asker;
  const isNamed = type === "key-policy" || type === "resource" || type === "trust" || type === "endpoint";
  return {
    Effect: "Allow",
    ...(isNamed && { Principal: principalElement(asker) }),
    Action: action,
    ...(type !== "trust" && { Resource: type === "key-policy" || type === "service-control" ? "*" : resource }),
  };
}
