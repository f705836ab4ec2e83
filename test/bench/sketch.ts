import type { Case } from "../../src/cases/case.ts";
import type { workload } from "./workload.ts";

/**
 * What somebody writes in an afternoon, as the baseline: regular expressions made once, conditions by name, nothing derived, no reasons, no texts. It knows only
 * the operators of the workload, and its answers are not all right.
 */
type Statement = {
  readonly effect: string;
  readonly principals?: readonly string[];
  readonly action: RegExp;
  readonly resource: RegExp;
  readonly conditions: readonly Test[];
};
type Test = (context: Readonly<Record<string, unknown>>) => boolean;
type Document = { readonly Statement: readonly Readonly<Record<string, unknown>>[] };

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]) as readonly string[];
const escaped = (pattern: string): string =>
  pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
const anyOf = (patterns: unknown, flags?: string): RegExp => new RegExp(`^(?:${list(patterns).map(escaped).join("|")})$`, flags);

function conditions(block: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {}): readonly Test[] {
  return Object.entries(block).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]): Test => {
      const wanted = new Set(list(values));
      const negated = operator.includes("Not");
      const optional = operator.endsWith("IfExists");
      return (context) => {
        const value = context[key];
        if (value === undefined) return optional || negated;
        return wanted.has(String(value)) !== negated;
      };
    }),
  );
}

const compile = ({ Statement }: Document): readonly Statement[] =>
  Statement.map(({ Effect, Principal, Action, Resource, Condition }) => ({
    effect: String(Effect),
    ...(Principal !== undefined && { principals: typeof Principal === "string" ? [Principal] : list((Principal as { AWS: unknown }).AWS) }),
    action: anyOf(Action, "i"),
    resource: anyOf(Resource),
    conditions: conditions(Condition as Readonly<Record<string, Readonly<Record<string, unknown>>>>),
  }));

export function sketch(set: typeof workload): (request: Case["request"]) => boolean {
  const key = compile(set.policies.resource as unknown as Document);
  const identity = (set.policies.identity as unknown as readonly Document[]).flatMap(compile);
  const limits = (set.policies.serviceControl as unknown as readonly (readonly Document[])[]).flat().flatMap(compile);
  return ({ principal, action, resource, context, encryptionContext }) => {
    const facts: Record<string, unknown> = { ...context };
    for (const name in encryptionContext) facts[`kms:EncryptionContext:${name}`] = encryptionContext[name];
    const caller = String(principal);
    const role = caller.replace(/^arn:aws:sts::(\d+):assumed-role\/([^/]+)\/.*$/, "arn:aws:iam::$1:role/$2");
    const account = `arn:aws:iam::${caller.split(":")[4]}:root`;
    const applies = (statement: Statement) =>
      (statement.principals === undefined ||
        statement.principals.some((name) => name === "*" || name === caller || name === role || name === account)) &&
      statement.action.test(action) &&
      statement.resource.test(resource) &&
      statement.conditions.every((test) => test(facts));
    const applying = [key, identity, limits].map((statements) => statements.filter(applies));
    if (applying.some((statements) => statements.some(({ effect }) => effect === "Deny"))) return false;
    return applying.every((statements) => statements.some(({ effect }) => effect === "Allow"));
  };
}
