import type { Provenance } from "../authz/answer.ts";
import type { Answer, StatementVerdict } from "../authz/decision.ts";
import { printable } from "../base/text.ts";
import type { Policy, Statement } from "../iam/policy.ts";
import { foldCase } from "../iam/values.ts";
import { isKept, nameOf } from "./allow.ts";
import { type Amendment, addedValue, evading, exception, RANK, removedValue, statementIn, statementPath } from "./amend.ts";
import { type Asker, askerOf } from "./asker.ts";
import { isObject, type Json, type JsonObject, type Operation } from "./patch.ts";
import type { Edit, State } from "./state.ts";

/** Changes of the first statement that denies a request, each so that it does so no more: an exception first, the whole statement last. */
export function excepting(state: State, answer: Answer, from: Provenance): readonly Edit[] {
  const [first] = answer.by;
  if (first === undefined || "grant" in first) return [];
  const verdict = answer.trace.policies.flatMap(({ statements }) => statements).find(({ ref }) => ref === first);
  const slot = state.slotOf(first);
  const policy = slot && state.policyAt(slot);
  if (slot === undefined || policy === undefined || verdict === undefined || isKept(policy)) return [];
  const index = policy.statements.findIndex(({ ref }) => ref === first);
  const statement = policy.statements[index];
  const document = state.document(policy);
  const [written, path] = [statementIn(document, index), statementPath(document, index)];
  if (statement === undefined || written === undefined) return [];
  const asker = askerOf(from);
  const amendments = [
    ...byConditions(written, path, statement, verdict),
    ...byPrincipal(written, path, statement, asker),
    ...byResource(written, path, statement, policy, asker),
    ...byAction(written, path, statement, asker),
    whole(document, path, policy),
  ];
  return amendments.flatMap((one) =>
    one === undefined
      ? []
      : [
          {
            ...one,
            text: one.rank === RANK.removed ? `take out ${nameOf(policy, statement)}` : `let ${nameOf(policy, statement)} ${one.text}`,
            slot,
          },
        ],
  );
}

function byConditions(written: JsonObject, path: string, { conditions }: Statement, { held = [] }: StatementVerdict): readonly Amendment[] {
  return conditions.flatMap((condition) => {
    const own = held.find(({ operator, key }) => operator === condition.operator && key === condition.key);
    return own === undefined || own.void !== undefined ? [] : evading(written, path, condition, own.got);
  });
}

function byPrincipal(written: JsonObject, path: string, { principal }: Statement, asker: Asker): readonly (Amendment | undefined)[] {
  const { name, kind, principalKey, principalValue, names } = asker;
  const text = `make an exception for ${printable(name)}`;
  const excepted = exception(written, path, principalKey, principalValue, text);
  if (principal?.mode === "except" && isObject(written.NotPrincipal)) {
    const holder = written.NotPrincipal;
    const known = new Set(principal.members.map(({ value }) => value));
    const missing = names.filter((one) => !known.has(one));
    const before = holder[kind];
    const value: Json = [...(before === undefined ? [] : [before].flat()), ...missing] as Json;
    const patch: readonly Operation[] = [{ op: before === undefined ? "add" : "replace", path: `${path}/NotPrincipal/${kind}`, value }];
    return [{ text: `spare ${printable(name)}`, patch, rank: RANK.exception }, excepted];
  }
  const listed = isObject(written.Principal)
    ? removedValue(written.Principal, `${path}/Principal`, kind, (value) => names.includes(value))
    : undefined;
  return [excepted, listed && { text: `no longer name ${printable(name)}`, patch: listed, rank: RANK.member }];
}

/** Policies on principals and on accounts say which resources they are about. */
function byResource(written: JsonObject, path: string, { resource }: Statement, policy: Policy, asker: Asker): readonly Amendment[] {
  if (resource === undefined || policy.type === "key-policy" || policy.type === "trust" || asker.resource === "*") return [];
  const spared = `spare ${asker.resource}`;
  if (resource.mode === "except")
    return [{ text: spared, patch: addedValue(written, path, "NotResource", asker.resource), rank: RANK.exception }];
  if (resource.members.length === 1 && resource.members[0] === "*") {
    const { Resource: _, ...rest } = written;
    return [{ text: spared, patch: [{ op: "replace", path, value: { ...rest, NotResource: asker.resource } }], rank: RANK.exception }];
  }
  const patch = removedValue(written, path, "Resource", (value) => value === asker.resource);
  return patch === undefined ? [] : [{ text: `no longer be about ${asker.resource}`, patch, rank: RANK.member }];
}

function byAction(written: JsonObject, path: string, { action }: Statement, asker: Asker): readonly Amendment[] {
  if (action?.mode === "except")
    return [{ text: `spare ${asker.action}`, patch: addedValue(written, path, "NotAction", asker.action), rank: RANK.member }];
  const patch = removedValue(written, path, "Action", (value) => foldCase(value) === foldCase(asker.action));
  return patch === undefined ? [] : [{ text: `no longer deny ${asker.action}`, patch, rank: RANK.member }];
}

function whole(document: JsonObject, path: string, policy: Policy): Amendment | undefined {
  if (!Array.isArray(document.Statement) || policy.statements.length < 2) return undefined;
  return { text: "", patch: [{ op: "remove", path }], rank: RANK.removed };
}
