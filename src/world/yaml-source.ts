import { type Alias, Composer, isAlias, isMap, isScalar, isSeq, type Node, type Pair, Parser, type Scalar } from "yaml";
import type { Code } from "../base/codes.ts";
import { invariant } from "../base/invariant.ts";
import type { JsonFault, JsonMember, JsonNode } from "../base/json-source.ts";
import { pointerStep, shown } from "../base/text.ts";
import type { CaseDocument } from "./json-place.ts";

const DEPTH_LIMIT = 128;
const NODE_LIMIT = 250_000; // aliases can unfold a small text without end
const FAULT_LIMIT = 200;
const GRAMMAR_LIMIT = 10; // what comes after so many follows from them

/** What a kind of document reads otherwise than JSON and YAML 1.2. */
export type Dialect = {
  /** What a value with a tag of its own stands for, `!Ref x` say; undefined where nobody knows the tag. */
  readonly tagged: (tag: string, value: JsonNode) => JsonNode | undefined;
  /** What a text without quotes is; undefined: a text, or what YAML 1.2 takes it for. */
  readonly plain: (text: string) => boolean | undefined;
};

/**
 * Reads YAML 1.2 that says no more than JSON can, as a tree with places: what `readJson` is for JSON. Anchors and aliases are unfolded, and so are merge
 * keys (`<<: *anchor`), which YAML 1.1 had and people use: what an object says itself stands. A member written twice, a tag of one's own, a name that is no text, and anything else JSON has no word for, are faults. Never throws.
 */
export function readYaml(text: string, dialect?: Dialect): CaseDocument {
  const tokens = [...new Parser().parse(text)];
  const deep = tooDeep(tokens);
  if (deep !== undefined)
    return { faults: [{ code: "KW103", offset: deep, message: `nested more than ${DEPTH_LIMIT} deep`, pointer: "" }] };
  const documents = new Composer({ prettyErrors: false, uniqueKeys: true, logLevel: "error" }).compose(tokens, true, text.length);
  const [document, another] = documents;
  invariant(document !== undefined, "a text without a document is composed to an empty one");
  const warnings = document.warnings.filter(({ code }) => dialect === undefined || code !== "TAG_RESOLVE_FAILED"); // which the dialect resolves
  const errors = [...withoutCascade(document.errors), ...warnings].slice(0, FAULT_LIMIT);
  const faults: JsonFault[] = errors.map(({ code, message, pos }) => ({
    code: code === "DUPLICATE_KEY" ? "KW102" : "KW100",
    offset: pos[0],
    message: `YAML: ${lowerFirst(message.replace(STRAY, "Unexpected "))}`,
    ...(SHORT_TAG.test(message) && { help: "this is a function of CloudFormation templates: write the value that it stands for" }),
    pointer: "",
  }));
  if (another !== undefined)
    faults.push({ code: "KW100", offset: another.range[0], message: "YAML: there is a second document behind `---`", pointer: "" });
  if (faults.length > 0) return { faults };
  const targets = new Map<Alias, Node | undefined>(); // the library looks through the whole document for each
  const tree = new TreeBuilder((alias) => {
    if (!targets.has(alias)) targets.set(alias, alias.resolve(document));
    return targets.get(alias);
  }, dialect);
  const node = tree.node(document.contents, "", 0, text.length);
  return node === undefined ? { faults: tree.faults } : { node, faults: tree.faults };
}

/** CloudFormation User Guide, intrinsic function reference: the short forms. */
const SHORT_TAG =
  /^Unresolved tag: !(?:And|Base64|Cidr|Condition|Equals|FindInMap|GetAtt|GetAZs|If|ImportValue|Join|Not|Or|Ref|Select|Split|Sub|ToJsonString|Transform)\b/;

const STRAY = /^Unexpected \S+ token in YAML stream: /;

/** After the first token that has no place, the library says the same of every token up to the end; and one slip makes errors of other kinds line after line. */
function withoutCascade<E extends { readonly code: string; readonly message: string }>(errors: readonly E[]): readonly E[] {
  const first = errors.findIndex(({ message }) => STRAY.test(message));
  const grammar = errors.filter(({ code, message }, i) => code !== "DUPLICATE_KEY" && (i <= first || !STRAY.test(message)));
  const told = new Set(grammar.slice(0, GRAMMAR_LIMIT));
  return errors.filter((error) => error.code === "DUPLICATE_KEY" || told.has(error));
}

/**
 * Where a text is nested deeper than the limit. The library composes documents by recursion, and a deep one would end the process; its tokens come without.
 */
function tooDeep(tokens: readonly unknown[]): number | undefined {
  const open: object[] = [];
  const depths: number[] = [];
  const push = (token: unknown, depth: number) => {
    if (typeof token !== "object" || token === null) return;
    open.push(token);
    depths.push(depth);
  };
  for (const token of tokens) push(token, 0);
  for (let token = open.pop(); token !== undefined; token = open.pop()) {
    const depth = depths.pop() ?? 0;
    const { items, key, value, offset } = token as { items?: unknown; key?: unknown; value?: unknown; offset?: number };
    if (depth > DEPTH_LIMIT) return offset ?? 0;
    if (Array.isArray(items)) for (const item of items) push(item, depth + 1);
    push(key, depth);
    push(value, depth);
  }
  return undefined;
}

class TreeBuilder {
  readonly faults: JsonFault[] = [];
  readonly #resolve: (alias: Alias) => Node | undefined;
  readonly #dialect: Dialect | undefined;
  #nodes = 0;

  constructor(resolve: (alias: Alias) => Node | undefined, dialect: Dialect | undefined) {
    this.#resolve = resolve;
    this.#dialect = dialect;
  }

  node(given: unknown, pointer: string, depth: number, offset: number): JsonNode | undefined {
    const node = this.#untagged(given, pointer, depth, offset);
    const tag = (given as Node | null | undefined)?.tag;
    if (node === undefined || this.#dialect === undefined || isAlias(given) || tag === undefined || !tag.startsWith("!")) return node;
    const meant = this.#dialect.tagged(tag, node);
    return meant ?? this.#fault("KW100", node.start, pointer, `YAML: nobody knows the tag ${shown(tag)}`);
  }

  #untagged(given: unknown, pointer: string, depth: number, offset: number): JsonNode | undefined {
    const [start, end] = rangeOf(given) ?? [offset, offset];
    if (++this.#nodes > NODE_LIMIT) return this.#fault("KW103", start, pointer, "the document unfolds to more than 250,000 parts");
    if (depth > DEPTH_LIMIT) return this.#fault("KW103", start, pointer, `nested more than ${DEPTH_LIMIT} deep`);
    if (isAlias(given)) {
      const target = this.#resolve(given);
      if (target === undefined) return this.#fault("KW100", start, pointer, `YAML: no anchor ${shown(given.source)}`);
      return this.node(target, pointer, depth + 1, start);
    }
    if (isMap(given)) return this.#object(given.items as Pair[], pointer, depth, start, end);
    if (isSeq(given)) {
      const items: JsonNode[] = [];
      for (const [i, item] of given.items.entries()) {
        const node = this.node(item, pointerStep(pointer, i), depth + 1, start);
        if (node === undefined) return undefined;
        items.push(node);
      }
      return { kind: "array", start, end, items };
    }
    return given === null ? { kind: "null", start, end } : this.#scalar(given as Scalar, pointer, start, end);
  }

  #object(pairs: readonly Pair[], pointer: string, depth: number, start: number, end: number): JsonNode | undefined {
    const members: JsonMember[] = [];
    const merged: JsonMember[] = [];
    for (const { key, value } of pairs) {
      if (isMergeKey(key)) {
        const more = this.#merged(value, pointer, depth, start);
        if (more === undefined) return undefined;
        merged.push(...more);
        continue;
      }
      const [at] = rangeOf(key) ?? [start];
      const name = nameOf(key);
      if (name === undefined) return this.#fault("KW104", at, pointer, "the name of a member is not a text", "put it in quotes");
      const node = this.node(value, pointerStep(pointer, name), depth + 1, at);
      if (node === undefined) return undefined;
      members.push({ name, start: at, value: node });
    }
    if (merged.length === 0) return { kind: "object", start, end, members };
    const names = new Set(members.map(({ name }) => name));
    const added = merged.filter(({ name }) => !names.has(name) && names.add(name));
    return { kind: "object", start, end, members: [...added, ...members] };
  }

  /** The members that `<<` gives: those of one object, or of several, where an earlier one goes before. */
  #merged(value: unknown, pointer: string, depth: number, start: number): readonly JsonMember[] | undefined {
    const node = this.node(value, pointerStep(pointer, "<<"), depth + 1, start);
    if (node === undefined) return undefined;
    const sources = node.kind === "array" ? node.items : [node];
    const members = sources.flatMap((source) => (source.kind === "object" ? source.members : []));
    if (sources.every(({ kind }) => kind === "object")) return members;
    return this.#fault("KW104", node.start, pointer, "`<<` takes an object, or a list of objects", "write `<<: *ANCHOR`");
  }

  #scalar({ value, source, type }: Scalar, pointer: string, start: number, end: number): JsonNode | undefined {
    const plain = type === "PLAIN" && source !== undefined ? this.#dialect?.plain(source) : undefined;
    if (plain !== undefined) return { kind: "boolean", start, end, value: plain };
    if (typeof value === "string") return { kind: "string", start, end, value };
    if (typeof value === "boolean") return { kind: "boolean", start, end, value };
    if (value === null) return { kind: "null", start, end };
    if (typeof value === "number" && Number.isFinite(value)) return { kind: "number", start, end, value, text: source ?? String(value) };
    return this.#fault("KW106", start, pointer, `${shown(source ?? String(value))} has no JSON form`, "put it in quotes");
  }

  #fault(code: Code, offset: number, pointer: string, message: string, help?: string): undefined {
    this.faults.push(help === undefined ? { code, offset, message, pointer } : { code, offset, message, help, pointer });
  }
}

/** Written without quotes; `"<<"` is a name like any other. */
const isMergeKey = (key: unknown): boolean => isScalar(key) && key.value === "<<" && key.type === "PLAIN";

/** The name of a member as it is written: `2012-10-17:` and `true:` are texts too, as in most readers; a list is none. */
function nameOf(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  return typeof key.value === "string" ? key.value : key.source;
}

const rangeOf = (node: unknown): readonly [number, number] | undefined => {
  const range = (node as Node | null | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
