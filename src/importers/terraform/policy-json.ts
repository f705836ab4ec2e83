import { isPlainObject, readJson, toValue } from "../../base/json-source.ts";
import type { PolicyValue } from "../draft.ts";
import { asList, asMembers, isMembers, type Members } from "./members.ts";

/** A policy in a JSON text, or why it is none. */
export type PolicyRead = { readonly document: PolicyValue } | { readonly why: string };

/** The document that a text holds. Also of an escaped one, as AWS's own SDKs print those of IAM. */
export function policyIn(text: string): PolicyRead {
  const plain = /^\s{0,99}%7[Bb]/.test(text) ? decoded(text) : text;
  const { node, faults } = readJson(plain);
  const value = node === undefined || faults.length > 0 ? undefined : toValue(node);
  if (isPlainObject(value)) return { document: value };
  return { why: faults[0] === undefined ? "it is no JSON object" : `it is not JSON: ${faults[0].message}` };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.trim());
  } catch {
    return text;
  }
}

/** Statements with what `aws_iam_policy_document` keeps of a document besides. */
export type Composed = { readonly version?: string | undefined; readonly id?: string | undefined; readonly statements: readonly Members[] };

/** What the provider's model cannot hold: it is gone without a word. */
export type Lost = { readonly statement: string; readonly what: string };

/**
 * A document given as JSON, as `aws_iam_policy_document` reads it: a condition whose value is a number is dropped, a Boolean becomes a text, and any text for
 * `Principal` becomes `*` (hashicorp/terraform-provider-aws, internal/service/iam/policy_model.go).
 */
export function asProviderReads(document: PolicyValue, lost: (loss: Lost) => void): Composed {
  const { Version, Id, Statement } = document as Members;
  const statements = (Array.isArray(Statement) ? Statement : [Statement]).filter(isMembers).map((statement, i) => {
    const name = typeof statement.Sid === "string" && statement.Sid !== "" ? statement.Sid : `statement ${i + 1}`;
    return {
      ...statement,
      ...("Condition" in statement && { Condition: conditionAsRead(asMembers(statement.Condition), name, lost) }),
      ...(typeof statement.Principal === "string" && { Principal: "*" }),
      ...(typeof statement.NotPrincipal === "string" && { NotPrincipal: "*" }),
    };
  });
  return {
    version: typeof Version === "string" ? Version : undefined,
    id: typeof Id === "string" ? Id : undefined,
    statements,
  };
}

function conditionAsRead(condition: Members, statement: string, lost: (loss: Lost) => void): Members {
  const operators = Object.entries(condition).map(([operator, keys]) => {
    const kept = Object.entries(asMembers(keys)).flatMap(([key, value]) => {
      const values = Array.isArray(value) ? asList(value) : [value];
      const held = values.filter((one) => typeof one === "string" || typeof one === "boolean").map(String);
      if (held.length < values.length) lost({ statement, what: `${operator} ${key}` });
      return held.length === 0 ? [] : [[key, Array.isArray(value) ? held : held[0]] as const];
    });
    return [operator, Object.fromEntries(kept)] as const;
  });
  return Object.fromEntries(operators.filter(([, keys]) => Object.keys(keys).length > 0));
}

/**
 * One document merged into another, as the provider does it: a statement with a Sid takes the place of the one with that Sid, others are added; the greater
 * Version and an Id that is not empty stay.
 */
export function merged(into: Composed, other: Composed): Composed {
  const statements = [...into.statements];
  for (const statement of other.statements) {
    const { Sid } = statement;
    const at = typeof Sid === "string" && Sid !== "" ? statements.findIndex((one) => one.Sid === Sid) : -1;
    if (at >= 0) statements[at] = statement;
    else statements.push(statement);
  }
  return {
    version: (other.version ?? "") > (into.version ?? "") ? other.version : into.version,
    id: other.id !== undefined && other.id !== "" ? other.id : into.id,
    statements,
  };
}

export const written = ({ version, id, statements }: Composed): PolicyValue => ({
  Version: version ?? "2012-10-17",
  ...(id !== undefined && id !== "" && { Id: id }),
  Statement: statements,
});
