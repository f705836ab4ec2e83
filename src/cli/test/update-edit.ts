import { isDeepStrictEqual } from "node:util";
import { type JsonNode, toValue } from "../../base/json-source.ts";
import type { Expected } from "../../tester/document.ts";
import type { TestCase } from "../../tester/test-case.ts";
import { nodeAt } from "../../world/files.ts";

/** What a part of a test file is to expect. `holder` is the pointer of the case, or of the row of `each`, that holds `expect`. */
export type NewExpectation = { readonly holder: string; readonly for: TestCase; readonly outcome: Expected; readonly via?: string };

type Edit = { readonly start: number; readonly end: number; readonly text: string };
type ObjectNode = JsonNode & { readonly kind: "object" };

/**
 * Writes expectations into a text, JSON or YAML, and nothing else: the text that comes out has the value that it had, but for them. Those of which that
 * cannot be made true are refused.
 */
export function applyExpectations(
  text: string,
  root: JsonNode,
  wanted: readonly NewExpectation[],
  read: (text: string) => JsonNode | undefined,
): { readonly text: string; readonly refused: readonly TestCase[] } {
  if (wanted.length === 0) return { text, refused: [] };
  const together = attempt(text, root, wanted, read);
  if (together !== undefined) return { text: together, refused: [] };
  const refused = wanted.filter((each) => attempt(text, root, [each], read) === undefined);
  const others = wanted.filter((each) => !refused.includes(each));
  const rest = refused.length === wanted.length ? text : attempt(text, root, others, read);
  return rest === undefined ? { text, refused: wanted.map((each) => each.for) } : { text: rest, refused: refused.map((each) => each.for) };
}

function attempt(
  text: string,
  root: JsonNode,
  wanted: readonly NewExpectation[],
  read: (text: string) => JsonNode | undefined,
): string | undefined {
  const edits = wanted.flatMap((each) => editsFor(text, root, each));
  if (edits.includes(undefined)) return undefined;
  const changed = applied(
    text,
    edits.filter((edit) => edit !== undefined),
  );
  const after = read(changed);
  const meant = toValue(root);
  for (const each of wanted) expectIn(meant, each);
  return after !== undefined && isDeepStrictEqual(toValue(after), meant) ? changed : undefined;
}

function applied(text: string, edits: readonly Edit[]): string {
  let [from, changed] = [0, ""];
  for (const { start, end, text: replacement } of [...edits].sort((a, b) => a.start - b.start)) {
    changed += text.slice(from, start) + replacement;
    from = end;
  }
  return changed + text.slice(from);
}

/** The same in the plain value. */
function expectIn(value: unknown, { holder, outcome, via }: NewExpectation): void {
  const steps = holder.split("/").slice(1);
  const part = steps.reduce<unknown>((inside, step) => (inside as Record<string, unknown>)[step], value) as Record<string, unknown>;
  const old = part.expect;
  part.expect = typeof old === "object" && old !== null ? { ...old, outcome, ...(via !== undefined && { via }) } : outcome;
}

function editsFor(text: string, root: JsonNode, { holder, outcome, via }: NewExpectation): readonly (Edit | undefined)[] {
  const node = nodeAt(root, holder);
  if (node?.kind !== "object") return [undefined];
  const expect = node.members.findLast(({ name }) => name === "expect");
  if (expect === undefined) return [insertion(text, node, outcome)];
  const { value } = expect;
  if (value.kind !== "object") return [replacement(text, value, outcome)];
  return value.members.flatMap((member) => {
    if (member.name === "outcome") return [replacement(text, member.value, outcome)];
    return member.name === "via" && via !== undefined ? [replacement(text, member.value, via)] : [];
  });
}

/** A scalar in place of another, in quotes where that had some, or where the text needs them. */
function replacement(text: string, { start, end, kind }: JsonNode, value: string): Edit | undefined {
  const old = text.slice(start, end);
  if (kind !== "string" || /[\n\r]/.test(old) || /^[|>]/.test(old)) return undefined;
  const isPlain = /^[A-Za-z][A-Za-z0-9-]*$/.test(value);
  if (old.startsWith("'") && isPlain) return { start, end, text: `'${value}'` };
  return { start, end, text: old.startsWith('"') || !isPlain ? JSON.stringify(value) : value };
}

/** A member more, behind the last one that ends on the line it begins on. */
function insertion(text: string, { start, end, members }: ObjectNode, outcome: Expected): Edit | undefined {
  const first = members[0];
  const last = members.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (text[start] === "{") {
    const isQuoted = text[first.start] === '"';
    const between = text.slice(start + 1, first.start);
    const gap = /[\n\r]/.test(between) ? between : " ";
    return { start: last.value.end, end: last.value.end, text: `,${gap}${isQuoted ? `"expect": "${outcome}"` : `expect: ${outcome}`}` };
  }
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const indent = " ".repeat(first.start - (text.lastIndexOf("\n", first.start - 1) + 1));
  const single = members.findLast(
    ({ start: from, value }) => value.end > from && value.end <= end && isOneLine(text.slice(from, value.end)),
  );
  if (single === undefined) return undefined;
  const newline = text.indexOf("\n", single.value.end);
  if (newline < 0) return { start: text.length, end: text.length, text: `${lineEnd}${indent}expect: ${outcome}` };
  return { start: newline + 1, end: newline + 1, text: `${indent}expect: ${outcome}${lineEnd}` };
}

const isOneLine = (text: string): boolean => !/[\n\r]/.test(text);
