import { lintPolicy } from "../authz/lint.ts";
import { keepWarnings } from "../authz/warnings.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { type JsonNode, lineOf, readJson } from "../base/json-source.ts";
import { FUNCTION, type Member, type Members, memberFaults, needed, oneOf, TEXT } from "../base/members.ts";
import * as iam from "../iam/parse/parse.ts";
import { POLICY_RULES } from "../iam/policy-rules.ts";
import { faultDiagnostics } from "./json-place.ts";
import { adviceFor, decoded, type Opened, openEnvelope } from "./policy-envelope.ts";

/** `text` is the document's own, where it was read out of what an AWS tool printed around it. */
export type ReadDocument = iam.ParsedPolicy & { readonly text?: string };

/**
 * Reads the text of a policy, also as `aws kms get-key-policy`, `aws iam get-role-policy` and their like print it, or escaped as in a URL. All diagnostics
 * are told, each with its code, place and help; there is a policy only where none of them is an error.
 *
 * @example
 * const { policy, diagnostics } = parsePolicy(text, { type: "key-policy", name: "orders.json" });
 */
export function parsePolicy(text: string, options: iam.ParseOptions): ReadDocument {
  const misused = misuse(text, options);
  if (misused.length > 0) return { diagnostics: misused };
  const parsed = iam.parsePolicy(text, options);
  if (parsed.policy !== undefined) return withWarnings(parsed);
  const plain = decoded(text);
  if (plain !== undefined) return { text: plain, ...parsePolicy(plain, { ...options, place: () => (options.place ?? lineOf(text))(0) }) };
  const { node } = readJson(text);
  const opened = node && openEnvelope(node);
  if (opened !== undefined) return parseOpened(opened, { place: lineOf(text), ...options });
  const help = adviceFor(text);
  return help === undefined ? parsed : { diagnostics: parsed.diagnostics.map((it, i) => (i === 0 ? { ...it, help } : it)) };
}

/** What is wrong with the arguments: a caller that is told so by a diagnostic needs no other way to be told. */
function misuse(text: unknown, options: unknown): readonly Diagnostic[] {
  const faults = memberFaults(options, OPTIONS, { file: "parsePolicy", pointer: "" });
  if (typeof text === "string") return faults;
  const help = "give it the text of the document: `JSON.stringify(document)` of an object";
  return [
    { code: "KW104", severity: "error", message: "the policy is not a text", at: { file: "parsePolicy", pointer: "" }, help },
    ...faults,
  ];
}

const OPTIONS: Members = {
  type: needed(oneOf(...Object.keys(POLICY_RULES))),
  name: needed(TEXT),
  file: TEXT,
  pointer: TEXT,
  place: FUNCTION,
} satisfies Record<keyof iam.ParseOptions, Member>;

/** The same of a document inside a larger one, already read. */
export function parsePolicyNode(node: JsonNode, options: iam.ParseOptions): ReadDocument {
  const parsed = iam.parsePolicyNode(node, options);
  if (parsed.policy !== undefined) return withWarnings(parsed);
  const opened = openEnvelope(node);
  return opened === undefined ? parsed : parseOpened(opened, options);
}

function parseOpened({ node, faults, pointer, text }: Opened, options: iam.ParseOptions): ReadDocument {
  const at = { ...options, pointer: `${options.pointer ?? ""}${pointer}` };
  const found = faultDiagnostics(faults, { file: options.file ?? options.name, place: options.place ?? (() => undefined) });
  const placed = found.map((it): Diagnostic => ({ ...it, at: { ...it.at, pointer: `${at.pointer}${it.at.pointer}` } }));
  if (node === undefined) return { diagnostics: placed };
  const parsed = withWarnings(iam.parsePolicyNode(node, at));
  if (placed.length === 0) return { ...parsed, text };
  return { diagnostics: [...placed, ...parsed.diagnostics] };
}

function withWarnings(parsed: iam.ParsedPolicy): iam.ParsedPolicy {
  if (parsed.policy === undefined) return parsed;
  const warnings = lintPolicy(parsed.policy);
  const diagnostics = warnings.length === 0 ? parsed.diagnostics : [...parsed.diagnostics, ...warnings];
  keepWarnings(parsed.policy, diagnostics);
  return { ...parsed, diagnostics };
}
