import { lintPolicy } from "../authz/lint.ts";
import type { JsonNode } from "../base/json-source.ts";
import * as iam from "../iam/parse/parse.ts";

/**
 * Reads the text of a policy. All diagnostics are told, each with its code, place and help; there is a policy only where none of them is an error.
 *
 * @example
 * const { policy, diagnostics } = parsePolicy(text, { type: "key-policy", name: "orders.json" });
 */
export const parsePolicy = (text: string, options: iam.ParseOptions): iam.ParsedPolicy => withWarnings(iam.parsePolicy(text, options));

/** The same of a document inside a larger one, already read. */
export const parsePolicyNode = (node: JsonNode, options: iam.ParseOptions): iam.ParsedPolicy =>
  withWarnings(iam.parsePolicyNode(node, options));

function withWarnings(parsed: iam.ParsedPolicy): iam.ParsedPolicy {
  if (parsed.policy === undefined) return parsed;
  const warnings = lintPolicy(parsed.policy);
  return warnings.length === 0 ? parsed : { ...parsed, diagnostics: [...parsed.diagnostics, ...warnings] };
}
