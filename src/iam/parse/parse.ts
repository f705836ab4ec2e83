import type { Diagnostic } from "../../base/diagnostic.ts";
import { type JsonNode, lineOf, readJson, toValue } from "../../base/json-source.ts";
import { pointerStep, shown } from "../../base/text.ts";
import { exceededLimit, firstForeignCharacter, LATIN_ONLY, SMALLEST_LIMIT } from "../limits.ts";
import type { Policy, Statement } from "../policy.ts";
import { type Found, kindOf, type ParseOptions, Reading, readMembers, spotOf } from "./report.ts";
import { isStatementElement, parseStatement } from "./statement.ts";
import { readString } from "./strings.ts";

export type { ParseOptions } from "./report.ts";

/** A policy only if no diagnostic is an error: what cannot be read never becomes a policy that says less. */
export type ParsedPolicy = { readonly policy?: Policy; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads the text of a policy as AWS would when it is stored, and tells everything that is wrong with it, not the first thing only; what AWS stores but is
 * not what it seems is a warning. Never throws; linear time. Of a very bad document the first 200 problems are told.
 *
 * Source: IAM User Guide, JSON policy element reference and grammar; KMS Developer Guide, key policies; Organizations User Guide, SCP and RCP syntax.
 */
export function parsePolicy(text: string, options: ParseOptions): ParsedPolicy {
  const reading = new Reading({ place: lineOf(text), ...options });
  const pointer = options.pointer ?? "";
  const { node, faults } = readJson(text);
  for (const fault of faults) {
    reading.error(fault.code, { offset: fault.offset, pointer: pointer + fault.pointer }, fault.message, fault.help);
  }
  checkCharacters(reading, text, pointer);
  checkSize(reading, text, pointer);
  return node === undefined ? { diagnostics: reading.diagnostics() } : parseDocument(reading, node, pointer);
}

/**
 * The same from a tree: of a document that is a part of a larger one, or that never was text. Its size is that of its shortest text, and its characters are
 * not checked, since JSON can write any of them in ASCII. Faults of the reading of the tree are not repeated here.
 */
export function parsePolicyNode(node: JsonNode, options: ParseOptions): ParsedPolicy {
  const reading = new Reading(options);
  const pointer = options.pointer ?? "";
  if (node.kind === "object" && mayBeLarge(node)) checkSize(reading, JSON.stringify(toValue(node)), pointer);
  return parseDocument(reading, node, pointer);
}

const DOCUMENT_ELEMENTS = ["Version", "Id", "Statement"] as const;
type Members = ReadonlyMap<(typeof DOCUMENT_ELEMENTS)[number], Found>;

function parseDocument(reading: Reading, node: JsonNode, pointer: string): ParsedPolicy {
  if (node.kind !== "object") {
    reading.error("KW104", spotOf(node, pointer), `the policy is ${kindOf(node)}`, "a policy is an object with `Version` and `Statement`");
    return { diagnostics: reading.diagnostics() };
  }
  const { found, meant } = readMembers(reading, node.members, pointer, DOCUMENT_ELEMENTS, (name) =>
    isStatementElement(name) ? `\`${name}\` belongs in a statement` : undefined,
  );
  const version = parseVersion(reading, found, node, pointer);
  reading.variables = version === "2012-10-17";
  const id = parseId(reading, found);
  const statements = parseStatements(reading, found.get("Statement"));
  if (statements === undefined && !meant.has("Statement")) {
    reading.error("KW105", spotOf(node, pointer), "`Statement` is missing", 'a policy has at least one: "Statement": [ … ]');
  }
  const diagnostics = reading.diagnostics();
  if (reading.failed || statements === undefined) return { diagnostics };
  const { type, name } = reading.options;
  return { policy: { type, name, version, ...(id !== undefined && { id }), statements }, diagnostics };
}

/** A document without one counts as 2008-10-17: variables are text (rule iam.version.variables). */
function parseVersion(reading: Reading, found: Members, document: JsonNode, pointer: string): Policy["version"] {
  const { called, version: rule } = reading.rules;
  const member = found.get("Version");
  if (member === undefined) {
    if (rule !== "any") reading.warning("KW317", spotOf(document, pointer), `${called} without \`Version\``, 'add "Version": "2012-10-17"');
    return "2008-10-17";
  }
  const { value, pointer: at } = member;
  const version = readString(reading, value, at, "`Version`");
  if (version === "2012-10-17") return version;
  if (version !== undefined && version !== "2008-10-17") {
    reading.error("KW201", spotOf(value, at), `unknown version ${shown(version)}`, "write `2012-10-17`, the version of the language");
  } else if (version !== undefined && rule === "should be 2012") {
    reading.warning("KW317", spotOf(value, at), `${called} of version \`2008-10-17\``, "Organizations asks for `2012-10-17`");
  }
  return "2008-10-17";
}

function parseId(reading: Reading, found: Members): string | undefined {
  const member = found.get("Id");
  if (member === undefined) return undefined;
  if (!reading.rules.id) {
    const help = "only policies on resources have one: take it out";
    reading.error("KW205", member.name, `\`Id\` is not allowed in ${reading.rules.called}`, help);
  }
  return readString(reading, member.value, member.pointer, "`Id`");
}

/** One statement, or a list of them. */
function parseStatements(reading: Reading, member: Found | undefined): readonly Statement[] | undefined {
  if (member === undefined) return undefined;
  const { value: node, pointer } = member;
  const entries =
    node.kind === "array" ? node.items.map((item, index) => ({ item, at: pointerStep(pointer, index) })) : [{ item: node, at: pointer }];
  if (entries.length === 0)
    reading.error("KW262", spotOf(node, pointer), "the list of statements is empty", "a policy has at least one statement");
  const statements: Statement[] = [];
  const sids = new Map<string, number>();
  entries.forEach(({ item, at }, index) => {
    const statement = parseStatement(reading, item, at, index, sids);
    if (statement !== undefined) statements.push(statement);
  });
  return statements;
}

function checkCharacters(reading: Reading, text: string, pointer: string): void {
  if (!LATIN_ONLY.has(reading.options.type)) return;
  const offset = firstForeignCharacter(text);
  if (offset < 0) return;
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const message = `the character ${shown(character)} (U+${point}) in ${reading.rules.called}`;
  reading.error("KW261", { offset, pointer }, message, "AWS accepts tab, line breaks and U+0020 to U+00FF there");
}

function checkSize(reading: Reading, text: string, pointer: string): void {
  const exceeded = exceededLimit(text, reading.options.type);
  if (exceeded === undefined) return;
  const { limit, size } = exceeded;
  const message = `the document has ${grouped(size)} ${limit.counted}`;
  const help = `the limit for ${limit.of} is ${grouped(limit.max)}`;
  if (limit.severity === "error") reading.error("KW260", { offset: 0, pointer }, message, help);
  else reading.warning("KW260", { offset: 0, pointer }, message, help);
}

/** Writing a tree out only to measure it costs more than reading it: text shorter than the smallest limit need not be. */
const mayBeLarge = (node: JsonNode): boolean => node.start < 0 || node.end - node.start > SMALLEST_LIMIT;

/** 32,768: not by the locale of the machine. */
const grouped = (count: number): string => String(count).replace(/\B(?=(?:[0-9]{3})+$)/g, ",");
