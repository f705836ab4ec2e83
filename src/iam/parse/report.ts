import type { Code } from "../../base/codes.ts";
import type { Diagnostic, Place } from "../../base/diagnostic.ts";
import type { JsonMember, JsonNode } from "../../base/json-source.ts";
import { nearest } from "../../base/nearest.ts";
import { pointerStep, shown } from "../../base/text.ts";
import type { PolicyType } from "../policy.ts";
import { POLICY_RULES, type PolicyRules } from "../policy-rules.ts";

export type ParseOptions = {
  readonly type: PolicyType;
  readonly name: string; // what a person calls the document
  readonly file?: string; // default: the name
  readonly pointer?: string; // of the document inside a larger one
  readonly place?: (offset: number) => { readonly line: number; readonly column: number } | undefined;
};

/** Somewhere in the document: an offset (-1: it never was text) and a pointer. */
export type Spot = { readonly offset: number; readonly pointer: string };

const DIAGNOSTIC_LIMIT = 200;
/** Pointers and messages repeat the document's own text: without this, a name of a megabyte could be told 200 times. */
const TEXT_LIMIT = 500_000;

/** One reading of one document: what is expected of it, and everything found wrong with it. */
export class Reading {
  readonly options: ParseOptions;
  readonly rules: PolicyRules;
  /** Whether `${…}` means anything: only in Version 2012-10-17. */
  variables = false;
  #failed = false;
  #unsaid = 0;
  #room = TEXT_LIMIT;
  readonly #found: { readonly offset: number; readonly diagnostic: Diagnostic }[] = [];

  constructor(options: ParseOptions) {
    this.options = options;
    this.rules = POLICY_RULES[options.type];
  }

  /** Whether anything was an error. */
  get failed(): boolean {
    return this.#failed;
  }

  error(code: Code, spot: Spot, message: string, help?: string | (() => string | undefined)): void {
    this.#failed = true;
    this.#add("error", code, spot, message, help);
  }

  warning(code: Code, spot: Spot, message: string, help?: string | (() => string | undefined)): void {
    this.#add("warning", code, spot, message, help);
  }

  place({ offset, pointer }: Spot): Place {
    const { file, name, place } = this.options;
    const found = offset < 0 ? undefined : place?.(offset);
    return found === undefined ? { file: file ?? name, pointer } : { file: file ?? name, line: found.line, column: found.column, pointer };
  }

  /** In the order of the text, so far as it is text. */
  diagnostics(): readonly Diagnostic[] {
    const sorted = this.#found.toSorted((a, b) => a.offset - b.offset).map(({ diagnostic }) => diagnostic);
    if (this.#unsaid === 0) return sorted;
    const at = this.place({ offset: -1, pointer: this.options.pointer ?? "" });
    const severity = this.#failed ? "error" : "warning";
    const message = `and ${this.#unsaid} more ${this.#unsaid === 1 ? "problem" : "problems"} in this document`;
    return [...sorted, { code: "KW107", severity, message, at, help: "fix these first, then run it again" }];
  }

  #add(severity: Diagnostic["severity"], code: Code, spot: Spot, message: string, help?: string | (() => string | undefined)): void {
    if (this.#found.length >= DIAGNOSTIC_LIMIT || this.#room < 0) {
      this.#unsaid++;
      return;
    }
    const advice = typeof help === "function" ? help() : help;
    const at = this.place(spot);
    this.#room -= message.length + at.pointer.length;
    const diagnostic = advice === undefined ? { code, severity, message, at } : { code, severity, message, at, help: advice };
    this.#found.push({ offset: spot.offset, diagnostic });
  }
}

/** The member of an object, and where its name and its value are. */
export type Found = { readonly name: Spot; readonly value: JsonNode; readonly pointer: string };

export const spotOf = (node: JsonNode, pointer: string): Spot => ({ offset: node.start, pointer });

export const foundOf = (member: JsonMember, parent: string): Found => {
  const pointer = pointerStep(parent, member.name);
  return { name: { offset: member.start, pointer }, value: member.value, pointer };
};

/**
 * The members of an object by their names. Others than `names` are reported, and the known name each was probably meant for goes to `meant`, so that it is
 * not reported as missing as well.
 */
export function readMembers<Name extends string>(
  reading: Reading,
  members: readonly JsonMember[],
  parent: string,
  names: readonly Name[],
  adviceFor: (name: string) => string | undefined = () => undefined,
): { readonly found: ReadonlyMap<Name, Found>; readonly meant: ReadonlySet<Name> } {
  const found = new Map<Name, Found>();
  const meant = new Set<Name>();
  for (const member of members) {
    if ((names as readonly string[]).includes(member.name)) {
      found.set(member.name as Name, foundOf(member, parent));
      continue;
    }
    reading.error("KW101", foundOf(member, parent).name, `unknown element ${shown(member.name)}`, () => {
      const close = nearest(member.name, names) as Name | undefined;
      if (close !== undefined) meant.add(close);
      return adviceFor(member.name) ?? (close && `did you mean \`${close}\`?`);
    });
  }
  return { found, meant };
}

/** What a JSON value is, for messages. */
export const kindOf = (node: JsonNode): string =>
  ({
    object: "an object",
    array: "a list",
    string: "a text",
    number: "a number",
    boolean: "true or false",
    null: "null",
  })[node.kind];
