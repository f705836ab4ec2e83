import { fail, ok, type Result } from "../base/result.ts";
import { shown } from "../base/text.ts";
import { foldCase } from "./values.ts";

/** A piece of a value as a policy of Version 2012-10-17 writes it (IAM User Guide, policy variables and tags). */
export type TemplatePart =
  | { readonly kind: "raw"; readonly text: string } // as written: "*" and "?" may be wildcards
  | { readonly kind: "literal"; readonly text: string } // ${*} ${?} ${$}: never a wildcard
  | Variable;

/** `${aws:username}`, `${aws:PrincipalTag/team, 'none'}`: the name in lower case, since names ignore case. */
export type Variable = { readonly kind: "variable"; readonly key: string; readonly fallback?: string };

export const raw = (text: string): TemplatePart => ({ kind: "raw", text });

/**
 * Splits a value at its `${…}`. The error is one clause on what is wrong with a variable. A default is written after a comma and one space, in
 * single quotes; only there may spaces stand. Linear in the text.
 */
export function parseTemplate(text: string): Result<readonly TemplatePart[], string> {
  const parts: TemplatePart[] = [];
  let from = 0;
  for (let open = text.indexOf("${"); open >= 0; open = text.indexOf("${", from)) {
    if (open > from) parts.push(raw(text.slice(from, open)));
    const end = variableEnd(text, open + 2);
    if (end < 0) return fail(`variable ${shown(text.slice(open))} has no closing brace`);
    const part = parseVariable(text.slice(open + 2, end));
    if (!part.ok) return part;
    parts.push(part.value);
    from = end + 1;
  }
  if (from < text.length || parts.length === 0) parts.push(raw(text.slice(from)));
  return ok(parts);
}

/** The closing brace; one inside a quoted default does not close. */
function variableEnd(text: string, from: number): number {
  const close = text.indexOf("}", from);
  if (close < 0) return close;
  const inside = text.slice(from, close).indexOf("'"); // looked for in the variable only: a search to the end for each would be quadratic
  if (inside < 0) return close;
  const quote = from + inside;
  const unquote = text.indexOf("'", quote + 1);
  return unquote < 0 ? close : text.indexOf("}", unquote + 1);
}

function parseVariable(body: string): Result<TemplatePart, string> {
  if (body === "*" || body === "?" || body === "$") return ok({ kind: "literal", text: body });
  const comma = body.indexOf(",");
  const name = comma < 0 ? body : body.slice(0, comma);
  if (name === "") return fail(`variable ${shown(`\${${body}}`)} has no name`);
  if (/\s/.test(name)) return fail(`variable name ${shown(name)} contains a space`);
  if (name.includes("${")) return fail(`variable ${shown(`\${${body}}`)} stands inside another`);
  if (comma < 0) return ok({ kind: "variable", key: foldCase(name) });
  const rest = body.slice(comma + 1);
  const quoted = rest.startsWith(" '") && rest.endsWith("'") && rest.length >= 3 && !rest.slice(2, -1).includes("'");
  if (!quoted) return fail(`the default of variable ${shown(`\${${body}}`)} is not written \`, 'text'\``);
  return ok({ kind: "variable", key: foldCase(name), fallback: rest.slice(2, -1) });
}

/** The value of a condition key for a variable: undefined where the request does not have the key. */
export type Lookup = (key: string) => string | undefined | typeof SEVERAL | typeof UNKNOWN;

/** The request has the key, and it is one of several values: no variable stands for these, and no default stands in (rule iam.variables.several). */
export const SEVERAL: unique symbol = Symbol("several");

/** The value of a condition key that the request has, or may have, but nobody told. */
export const UNKNOWN: unique symbol = Symbol("unknown");

/**
 * The parts with every variable replaced by its value, as literal text: it is data, its wildcard characters are not wildcards and it is not read
 * for variables again (rule iam.variables.data, rule iam.variables.default, rule iam.variables.no-value). Undefined where a variable has no value, and the default is not for it; UNKNOWN where one is not known.
 */
export function substitute(parts: readonly TemplatePart[], lookup: Lookup): readonly TemplatePart[] | undefined | typeof UNKNOWN {
  const out: TemplatePart[] = [];
  let unknown = false;
  for (const part of parts) {
    if (part.kind !== "variable") {
      out.push(part);
      continue;
    }
    const value = lookup(part.key);
    if (value === UNKNOWN) unknown = true;
    else if (value === SEVERAL) return undefined;
    else if (value !== undefined) out.push({ kind: "literal", text: value });
    else if (part.fallback !== undefined) out.push({ kind: "literal", text: part.fallback });
    else return undefined;
  }
  return unknown ? UNKNOWN : out;
}

/** The text of parts without variables, wildcards as written. */
export const textOf = (parts: readonly TemplatePart[]): string => parts.map((part) => (part.kind === "variable" ? "" : part.text)).join("");

export const hasVariable = (parts: readonly TemplatePart[]): boolean => parts.some((part) => part.kind === "variable");
