import type { Way } from "../../src/authz/decision.ts";
import type { StatementRef } from "../../src/iam/policy.ts";
import type { Caller } from "./caller.ts";
import { testBlock } from "./condition.ts";
import { anyResource, type Lookup, oracleWildcard } from "./pattern.ts";
import { entriesOf, namings, notExempted } from "./principal.ts";
import { all, any, NO, not, type Truth, truth, YES } from "./truth.ts";

type Json = Readonly<Record<string, unknown>>;

/** One document with the place it has in the question. */
export type Attached = {
  readonly layer: string;
  readonly level?: number;
  readonly type: string;
  readonly name: string;
  readonly document: Json;
};

/** A statement held against the request. `ways`: how it names the caller, of a policy that has principals. */
export type Held = {
  readonly layer: string;
  readonly level: number | undefined;
  readonly ref: StatementRef;
  readonly effect: "Allow" | "Deny";
  readonly applies: Truth;
  readonly ways: readonly { readonly way: Way; readonly applies: Truth }[];
};

export type Question = {
  readonly caller: Caller;
  readonly action: string;
  readonly resource: string;
  readonly lookup: Lookup;
  readonly hasBoundary: boolean;
};

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(String);
const lower = (text: string): string => text.toLowerCase();

export function holdAll(policy: Attached, question: Question): Held[] {
  const version = String(policy.document.Version ?? "2008-10-17"); // without a Version nothing is a variable
  const statements = (Array.isArray(policy.document.Statement) ? policy.document.Statement : [policy.document.Statement]) as Json[];
  return statements.map((statement, i) => hold(policy, statement, i, version, question));
}

function hold(policy: Attached, statement: Json, index: number, version: string, question: Question): Held {
  const sid = statement.Sid === undefined ? {} : { sid: String(statement.Sid) };
  const rest = all([
    actionPart(statement, question),
    resourcePart(policy, statement, version, question),
    testBlock((statement.Condition ?? {}) as Record<string, unknown>, version, statement.Effect as "Allow" | "Deny", question.lookup),
  ]);
  const named = statement.Principal === undefined ? [] : namings(question.caller, entriesOf(statement.Principal));
  return {
    layer: policy.layer,
    level: policy.level,
    ref: { policy: policy.name, statement: index, ...sid },
    effect: statement.Effect as "Allow" | "Deny",
    applies: all([principalPart(statement, question), rest]),
    ways: named.map(({ way, certainly }) => ({ way, applies: all([certainly, rest]) })),
  };
}

function principalPart(statement: Json, { caller, hasBoundary }: Question): Truth {
  if (statement.Principal !== undefined) return any(namings(caller, entriesOf(statement.Principal)).map(({ certainly }) => certainly));
  if (statement.NotPrincipal === undefined) return YES;
  return hasBoundary ? YES : notExempted(caller, entriesOf(statement.NotPrincipal)); // a boundary voids every exemption
}

function actionPart(statement: Json, { action }: Question): Truth {
  const matches = (patterns: unknown) => listOf(patterns).some((pattern) => oracleWildcard(lower(pattern), lower(action)));
  if (statement.Action !== undefined) return truth(matches(statement.Action));
  return truth(statement.NotAction !== undefined && !matches(statement.NotAction)); // neither: a key policy's statement without effect
}

function resourcePart(policy: Attached, statement: Json, version: string, { resource, lookup }: Question): Truth {
  const matches = (patterns: unknown) => anyResource(listOf(patterns), resource, policy.type, version, lookup);
  if (statement.Resource !== undefined) return matches(statement.Resource);
  if (statement.NotResource !== undefined) return not(matches(statement.NotResource));
  return policy.type === "key-policy" ? NO : YES; // without Resource a key policy's statement has no effect, a trust policy's is about the role
}
