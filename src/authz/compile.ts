import type { Diagnostic, Place } from "../base/diagnostic.ts";
import { invariant } from "../base/invariant.ts";
import { arnComponents } from "../iam/arn.ts";
import { type OperatorName, operatorOf, parseOperatorName } from "../iam/operators.ts";
import type { Condition, Doubt, DoubtfulStatement, Element, Policy, PolicyType, Statement, StatementRef } from "../iam/policy.ts";
import { type PrincipalPattern, parsePrincipalPattern } from "../iam/principal.ts";
import { foldCase, isTrue } from "../iam/values.ts";
import { hasVariable, parseTemplate, raw, type TemplatePart } from "../iam/variables.ts";
import { type Pattern, parsePattern, resourcePattern } from "../iam/wildcard.ts";
import { warningsOf } from "./warnings.ts";

/** A policy with every name resolved. Data, not closures: evaluation, tracing and analysis all read it. */
export type CompiledPolicy = {
  readonly type: PolicyType;
  readonly name: string;
  readonly statements: readonly CompiledStatement[];
  readonly warnings: readonly Diagnostic[]; // what was found odd in it when it was read
  readonly source: Policy; // what it was compiled from: a repair changes that
};

export type CompiledStatement = {
  readonly ref: StatementRef;
  readonly effect: "Allow" | "Deny";
  readonly effective: boolean; // false: rule iam.key-policy.no-effect
  readonly principal: Element<PrincipalMember> | undefined;
  readonly action: Element<Named<Pattern>>; // in lower case: rule iam.action.patterns
  readonly resource: Element<ResourceMember> | undefined; // undefined: the type of policy names no resource
  readonly conditions: readonly CompiledCondition[];
  readonly doubt: Doubt | undefined; // on which it hangs whether it counts at all
  readonly at: Place;
};

export type Named<T> = { readonly text: string; readonly pattern: T };
export type PrincipalMember = Named<PrincipalPattern>;
/** With a template, the pattern is made for each request from what its variables stand for. */
export type ResourceMember = Named<Pattern | undefined> & { readonly template?: readonly TemplatePart[] };

export type CompiledCondition = OperatorName & {
  readonly effect: Statement["effect"]; // of its statement: a value that cannot be read fails in an Allow and holds in a Deny
  readonly operator: string; // as written
  readonly key: string; // as written
  readonly name: string; // the key in lower case: rule context.keys.case
  readonly values: readonly string[]; // as written
  readonly operands: readonly Operand[];
  readonly hasTemplates: boolean; // some value has variables
  readonly at: Place;
};
/** A value read by its operator once, or the template it is read from for each request. */
export type Operand = { readonly prepared: unknown } | { readonly template: readonly TemplatePart[] };

/** Resolves a policy that the parser found in order. Variables are read in Version 2012-10-17 only (rule iam.version.variables). */
export function compile(policy: Policy): CompiledPolicy {
  const variables = policy.version === "2012-10-17";
  return {
    type: policy.type,
    name: policy.name,
    statements: [...policy.statements, ...(policy.doubtful ?? [])].map((statement) => compileStatement(statement, policy.type, variables)),
    warnings: warningsOf(policy),
    source: policy,
  };
}

function compileStatement(statement: Statement | DoubtfulStatement, type: PolicyType, variables: boolean): CompiledStatement {
  const { ref, effect, principal, action, resource, conditions, at } = statement;
  return {
    ref,
    effect,
    effective: action !== undefined && (resource !== undefined || type !== "key-policy"),
    principal: principal && mapElement(principal, (entry) => ({ text: entry.value, pattern: parsePrincipalPattern(entry) ?? NOBODY })),
    action: action ? mapElement(action, (text) => ({ text, pattern: parsePattern(foldCase(text)) })) : { mode: "only", members: [], at },
    resource: resource && mapElement(resource, (text) => compileResource(text, type, variables)),
    conditions: conditions.map((condition) => compileCondition(condition, effect, variables)),
    doubt: "doubt" in statement ? statement.doubt : undefined,
    at,
  };
}

/** The parser refuses any other form; a pattern that names nobody keeps this total. */
const NOBODY: PrincipalPattern = { kind: "nobody" };

const mapElement = <A, B>({ mode, members, at }: Element<A>, to: (member: A) => B): Element<B> => ({ mode, members: members.map(to), at });

/**
 * In identity policies and boundaries AWS completes an ARN of fewer than six fields with `*` (rule iam.resource.incomplete); elsewhere it stands as
 * written (rule iam.resource.incomplete-elsewhere). Variables stand behind the fifth colon only (rule iam.variables.where).
 */
function compileResource(text: string, type: PolicyType, variables: boolean): ResourceMember {
  if (text === "*") return { text, pattern: { kind: "any" } }; // in a key policy this key, as its ARN is: rule iam.key-policy.resource
  const full = type === "identity" || type === "boundary" ? completeArn(text) : text;
  const components = arnComponents(full);
  if (components === undefined || !variables) return { text, pattern: resourcePattern([raw(full)]) };
  const head = components.slice(0, 5).join(":");
  const tail = templateOf(components[5], true);
  const template = [raw(`${head}:`), ...tail];
  return hasVariable(tail) ? { text, pattern: undefined, template } : { text, pattern: resourcePattern(template) };
}

const completeArn = (text: string): string => {
  const missing = 6 - text.split(":", 6).length;
  return text + ":*".repeat(missing);
};

function compileCondition({ operator, key, values, at }: Condition, effect: Statement["effect"], variables: boolean): CompiledCondition {
  const name = parseOperatorName(operator);
  invariant(name !== undefined, `the parser let the operator \`${operator}\` through`);
  const operands = values.map((value) => compileOperand(name.base, value, variables));
  return {
    ...name,
    effect,
    operator,
    key,
    name: foldCase(key),
    values,
    operands,
    hasTemplates: operands.some((operand) => "template" in operand),
    at,
  };
}

function compileOperand(base: OperatorName["base"], value: string, variables: boolean): Operand {
  if (base === "Null") return { prepared: isTrue(value) };
  const operator = operatorOf(base);
  const template = templateOf(value, variables && operator.variables);
  return hasVariable(template) ? { template } : { prepared: operator.prepare(template) };
}

/** The parser refuses a broken variable; what it let through reads as text. */
function templateOf(text: string, variables: boolean): readonly TemplatePart[] {
  if (!variables || !text.includes("${")) return [raw(text)];
  const parsed = parseTemplate(text);
  return parsed.ok ? parsed.value : [raw(text)];
}
