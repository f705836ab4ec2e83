import type { Condition, Element, Policy, PrincipalEntry, Statement } from "../iam/policy.ts";
import type { Json, JsonObject } from "./patch.ts";

/** A policy as a document: what it says in the shortest form, where the text that it was read from is not at hand. */
export const documentOf = ({ version, id, statements }: Policy): JsonObject => ({
  Version: version,
  ...(id !== undefined && { Id: id }),
  Statement: statements.map(statementDocument),
});

const statementDocument = ({ ref, effect, principal, action, resource, conditions }: Statement): JsonObject => ({
  ...(ref.sid !== undefined && { Sid: ref.sid }),
  Effect: effect,
  ...named("Principal", principal, principalsDocument),
  ...named("Action", action, listed),
  ...named("Resource", resource, listed),
  ...(conditions.length > 0 && { Condition: conditionsDocument(conditions) }),
});

function named<T>(name: string, element: Element<T> | undefined, to: (members: readonly T[]) => Json): JsonObject {
  return element === undefined ? {} : { [element.mode === "only" ? name : `Not${name}`]: to(element.members) };
}

/** One value stands for itself. */
export const listed = (values: readonly string[]): Json => (values.length === 1 ? (values[0] as string) : values);

function principalsDocument(entries: readonly PrincipalEntry[]): Json {
  const [first] = entries;
  if (entries.length === 1 && first?.kind === "AWS" && first.value === "*") return "*";
  const kinds = [...new Set(entries.map(({ kind }) => kind))];
  return Object.fromEntries(kinds.map((kind) => [kind, listed(entries.filter((one) => one.kind === kind).map(({ value }) => value))]));
}

function conditionsDocument(conditions: readonly Condition[]): JsonObject {
  const byOperator: Record<string, Record<string, Json>> = {};
  for (const { operator, key, values } of conditions) {
    byOperator[operator] = { ...byOperator[operator], [key]: listed(values) };
  }
  return byOperator;
}
