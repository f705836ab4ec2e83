import type { JsonMember, JsonNode } from "../../base/json-source.ts";
import { nearest } from "../../base/nearest.ts";
import { counted, pointerStep, shown } from "../../base/text.ts";
import { memberOf } from "../../world/json-place.ts";
import type { Leaf, LeafType, SymbolLeaf } from "../leaf.ts";
import { withHoles } from "./dynamic-references.ts";
import { FOR_EACH, isFunction } from "./function-names.ts";
import { subParts } from "./sub-text.ts";
import {
  joinedWithin,
  knownText,
  leafOf,
  listValue,
  NOTHING,
  partsOf,
  plainOf,
  sameValue,
  symbolsIn,
  textValue,
  unknownValue,
  type Value,
  type ValueMember,
} from "./value.ts";

/** What is true, what is not, and what is not known. */
export type Truth = boolean | undefined;

/** What a function asks of the template it stands in. */
export type Scope = {
  /** Of a parameter, a pseudo parameter or a resource; undefined where nothing has the name. */
  readonly ref: (name: string) => Value | undefined;
  /** Of a resource; undefined where there is none of that name. */
  readonly attribute: (resource: string, attribute: string) => Value | undefined;
  readonly names: () => Iterable<string>;
  readonly mapping: (name: string) => JsonNode | undefined;
  /** Whether a condition holds; "missing" where nothing has the name. */
  readonly condition: (name: string) => Truth | "missing";
  readonly exported: (name: Leaf) => Value | undefined;
  readonly output: (stack: Leaf, name: Leaf) => Value | undefined;
  readonly region: () => string | undefined;
  readonly hole: (name: string, hole: Hole) => SymbolLeaf;
  readonly oneOf: (symbol: string) => readonly string[] | undefined;
  readonly tell: Tell;
};

export type Hole = {
  readonly type: LeafType;
  readonly from: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly oneOf?: readonly string[];
};
export type Tell = (
  code: "KW820" | "KW824" | "KW812" | "KW821" | "KW822" | "KW823",
  pointer: string,
  message: string,
  help?: string,
) => void;

/** More values than any template of a megabyte has: loops and references that multiply are cut off there. */
const MOST = 500_000;
const DEEPEST = 200;

/**
 * What the values of a template come to: its functions carried out, as far as what they stand on is known.
 *
 * Source: CloudFormation Template Reference, "Intrinsic functions".
 */
export class Evaluator {
  readonly scope: Scope;
  readonly #known = new Map<JsonNode, Value>();
  #count = 0;
  #depth = 0;
  #unnamed = 0;

  constructor(scope: Scope) {
    this.scope = scope;
  }

  value(node: JsonNode, at: string): Value {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    if (++this.#count > MOST || this.#depth > DEEPEST) return this.fault(at, "the template unfolds without end");
    this.#depth++;
    const value = this.#value(node, at);
    this.#depth--;
    if (node.kind === "object" || node.kind === "array") this.#known.set(node, value);
    return value;
  }

  /** What went wrong, told; what it would have been is not known. */
  fault(at: string, message: string, help?: string): Value {
    this.scope.tell("KW820", at, message, help);
    return unknownValue(message);
  }

  #value(node: JsonNode, at: string): Value {
    if (node.kind === "string") return this.text(node.value);
    if (node.kind === "number") return { kind: "number", value: node.value, text: node.text };
    if (node.kind === "boolean") return { kind: "boolean", value: node.value, text: String(node.value) };
    if (node.kind === "null") return { kind: "null" };
    if (node.kind === "array") {
      const items = node.items.map((item, i) => this.value(item, pointerStep(at, i))).filter(({ kind }) => kind !== "nothing");
      return items.find(({ kind }) => kind === "unknown") ?? listValue(items);
    }
    return this.#object(node.members, at);
  }

  /** A text as it stands in the template, or as a function made it. */
  text(leaf: Leaf): Value {
    const hole = (reference: string): SymbolLeaf => {
      const name = reference.startsWith("changeSet:") ? `${reference}:${++this.#unnamed}` : reference; // each stands for a value of its own
      return this.scope.hole(name, { type: "string", from: `{{${name}}}` });
    };
    return textValue(withHoles(leaf, hole));
  }

  #object(members: readonly JsonMember[], at: string): Value {
    const [first, second] = members;
    if (first !== undefined && second === undefined && isFunction(first.name) && !first.name.startsWith(FOR_EACH))
      return this.#call(first.name, first.value, pointerStep(at, first.name));
    const made: ValueMember[] = [];
    for (const { name, value } of members) {
      const inner = pointerStep(at, name);
      if (name === "Fn::Transform") return this.#macro(value, inner);
      if (name.startsWith("Fn::") && FUNCTIONS[name] !== undefined)
        return this.fault(inner, `${name} stands beside other members`, "a function is the only member of its object");
      const member = this.value(value, inner);
      if (member.kind === "unknown") return member;
      if (member.kind !== "nothing") made.push({ name, value: member });
    }
    return { kind: "object", members: made };
  }

  #call(name: string, given: JsonNode, at: string): Value {
    const call = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (call !== undefined) return call(given, at, this);
    if (name === "Fn::Transform") return this.#macro(given, at);
    const near = nearest(name, Object.keys(FUNCTIONS));
    return this.fault(at, `no function is called ${shown(name)}`, near && `did you mean \`${near}\`?`);
  }

  #macro(given: JsonNode, at: string): Value {
    const name = memberOf(given, "Name");
    const called = name?.kind === "string" ? name.value : "";
    const message = `the macro ${shown(called)} is not carried out`;
    this.scope.tell("KW812", at, message, called.startsWith("AWS::Include") ? INCLUDED : PROCESSED);
    return unknownValue(message);
  }

  /** What one of two values is, where it is not known which. */
  either(one: Value, other: Value, condition: string): Value {
    const same = sameValue(one, other);
    if (same === true) return one;
    const [a, b] = [leafOf(one), leafOf(other)];
    if (a !== undefined && b !== undefined) return textValue(this.#oneOf(a, b, condition));
    if (one.kind === "list" && other.kind === "list" && one.items.length === other.items.length)
      return this.#whole(listValue(one.items.map((item, i) => this.either(item, other.items[i] as Value, condition))));
    if (one.kind === "object" && other.kind === "object") {
      const names = (value: typeof one): string => JSON.stringify(value.members.map(({ name }) => name).sort());
      if (names(one) === names(other)) {
        const members = one.members.map(({ name, value }) => {
          const its = other.members.find((member) => member.name === name) as ValueMember;
          return { name, value: this.either(value, its.value, condition) };
        });
        return this.#whole({ kind: "object", members });
      }
    }
    return unknownValue(`the condition ${shown(condition)} is not known, on which it hangs`);
  }

  #whole(value: Extract<Value, { readonly kind: "list" | "object" }>): Value {
    const parts = value.kind === "list" ? value.items : value.members.map((member) => member.value);
    return parts.find(({ kind }) => kind === "unknown") ?? value;
  }

  #oneOf(a: Leaf, b: Leaf, condition: string): Leaf {
    const words = (leaf: Leaf): string =>
      partsOf(leaf)
        .map((part) => (typeof part === "string" ? part : `\${${part.$symbol}}`))
        .join("");
    const name = `${condition} ? ${words(a)} : ${words(b)}`.slice(0, 300);
    const finite = [a, b].map((leaf) => (typeof leaf === "string" ? [leaf] : this.#valuesOf(leaf)));
    const oneOf = finite.includes(undefined) ? undefined : [...new Set(finite.flatMap((texts) => texts ?? []))];
    return this.scope.hole(name, { type: "string", from: `Fn::If ${condition}`, ...(oneOf !== undefined && { oneOf }) });
  }

  #valuesOf(leaf: Leaf): readonly string[] | undefined {
    const [part, more] = partsOf(leaf);
    return more !== undefined || part === undefined || typeof part === "string" ? undefined : this.scope.oneOf(part.$symbol);
  }
}

export const PROCESSED =
  "give the template as CloudFormation has it after its macros: `aws cloudformation get-template --template-stage Processed --stack-name NAME`";

export const INCLUDED = `give the folder that has the file, with the template in it; or ${PROCESSED}`;

type Call = (given: JsonNode, at: string, evaluator: Evaluator) => Value;

/** The arguments of a function that takes a list of them. */
function argumentsOf(given: JsonNode, least: number, most = least): readonly JsonNode[] | undefined {
  if (given.kind !== "array" || given.items.length < least || given.items.length > most) return undefined;
  return given.items;
}

/** A symbol for what a function makes of what is not known: the same for the same. */
function made(evaluator: Evaluator, name: string, type: LeafType = "string"): Value {
  return textValue(evaluator.scope.hole(name.slice(0, 300), { type, from: name.slice(0, 300) }));
}

const wordsOf = (value: Value): string => {
  const leaf = leafOf(value);
  if (leaf !== undefined)
    return partsOf(leaf)
      .map((part) => (typeof part === "string" ? part : `\${${part.$symbol}}`))
      .join("");
  return value.kind === "list" ? `[${value.items.map(wordsOf).join(", ")}]` : value.kind;
};

/** A list, or what is one behind a symbol; undefined of what is neither. */
const isListSymbol = (value: Value): boolean => value.kind === "text" && typeof value.leaf !== "string" && "$symbol" in value.leaf;

/** The list that an argument is; a text that is only a symbol may stand for one. */
function listIn(node: JsonNode, at: string, evaluator: Evaluator): Value {
  const value = evaluator.value(node, at);
  if (value.kind === "list" || value.kind === "unknown" || isListSymbol(value)) return value;
  return evaluator.fault(at, "a list is needed here");
}

const ref: Call = (given, at, evaluator) => {
  if (given.kind !== "string") return evaluator.fault(at, "`Ref` takes the name of a parameter or a resource");
  return evaluator.scope.ref(given.value) ?? missing(given.value, at, evaluator);
};

function missing(name: string, at: string, evaluator: Evaluator): Value {
  const near = nearest(name, evaluator.scope.names());
  const isVariable = name.startsWith("aws:") || name.startsWith("kms:");
  const help = isVariable ? `a variable of IAM is written \`\${!${name}}\`` : near && `did you mean \`${near}\`?`;
  return evaluator.fault(at, `nothing in the template is called ${shown(name)}`, help);
}

const getAtt: Call = (given, at, evaluator) => {
  const parts = attributeNamed(given, at, evaluator);
  if (parts === undefined) return evaluator.fault(at, "Fn::GetAtt takes the name of a resource and of one of its attributes");
  if (typeof parts === "string") return unknownValue(parts);
  return evaluator.scope.attribute(...parts) ?? missing(parts[0], at, evaluator);
};

function attributeNamed(given: JsonNode, at: string, evaluator: Evaluator): readonly [string, string] | string | undefined {
  if (given.kind === "string") {
    const dot = given.value.indexOf(".");
    return dot > 0 && dot < given.value.length - 1 ? [given.value.slice(0, dot), given.value.slice(dot + 1)] : undefined;
  }
  const [resource, attribute, more] = argumentsOf(given, 2, 3) ?? [];
  if (resource?.kind !== "string" || attribute === undefined) return undefined;
  const name = evaluator.value(attribute, pointerStep(at, 1)); // a Ref may stand there
  const known = knownText(name);
  if (known === undefined) return name.kind === "unknown" ? name.why : "the name of the attribute is not known";
  return [resource.value, more?.kind === "string" ? `${known}.${more.value}` : known]; // [A, Outputs, B] as [A, Outputs.B]
}

const sub: Call = (given, at, evaluator) => {
  const [text, map] = given.kind === "string" ? [given] : (argumentsOf(given, 1, 2) ?? []);
  if (text?.kind !== "string" || (map !== undefined && map.kind !== "object"))
    return evaluator.fault(at, "Fn::Sub takes a text, or a list of a text and an object");
  const { parts, fault } = subParts(text.value);
  if (fault !== undefined) return evaluator.fault(at, `Fn::Sub: ${fault}`, "write `${!x}` for a text `${x}`");
  const own = new Map((map?.members ?? []).map(({ name, value }) => [name, value]));
  const leaves: Leaf[] = [];
  for (const part of parts) {
    if ("text" in part) {
      leaves.push(part.text);
      continue;
    }
    if (part.isTrimmed)
      evaluator.scope.tell(
        "KW823",
        at,
        `blanks around ${shown(part.name)} in \`\${…}\``,
        "CloudFormation takes no blanks there: take them out",
      );
    const mapped = own.get(part.name);
    const value =
      mapped === undefined ? named(part.name, at, evaluator) : evaluator.value(mapped, pointerStep(pointerStep(at, 1), part.name));
    if (value.kind === "unknown") return value;
    const leaf = leafOf(value);
    if (leaf === undefined)
      return evaluator.fault(at, `${shown(part.name)} in Fn::Sub is no text`, "a list is put together with Fn::Join first");
    leaves.push(leaf);
  }
  return joinedValue(leaves, at, evaluator);
};

/** A name in the text of Fn::Sub, or with a dot an attribute. */
function named(name: string, at: string, evaluator: Evaluator): Value {
  const { scope } = evaluator;
  const whole = scope.ref(name);
  if (whole !== undefined) return whole;
  const dot = name.indexOf(".");
  return (dot > 0 ? scope.attribute(name.slice(0, dot), name.slice(dot + 1)) : undefined) ?? missing(name, at, evaluator);
}

function joinedValue(leaves: readonly Leaf[], at: string, evaluator: Evaluator): Value {
  const leaf = joinedWithin(leaves);
  return leaf === undefined ? evaluator.fault(at, "the text becomes longer than any that AWS takes") : evaluator.text(leaf);
}

const join: Call = (given, at, evaluator) => {
  const [delimiter, list] = argumentsOf(given, 2) ?? [];
  if (delimiter?.kind !== "string" || list === undefined) return evaluator.fault(at, "Fn::Join takes a delimiter and a list");
  const value = listIn(list, pointerStep(at, 1), evaluator);
  if (value.kind === "unknown") return value;
  if (value.kind !== "list") return made(evaluator, `${wordsOf(value)} joined by ${shown(delimiter.value)}`);
  const leaves: Leaf[] = [];
  for (const [i, item] of value.items.entries()) {
    const leaf = leafOf(item);
    if (leaf === undefined)
      return evaluator.fault(pointerStep(at, 1), `member ${i + 1} of the list that Fn::Join puts together is no text`);
    leaves.push(...(i > 0 ? [delimiter.value] : []), leaf);
  }
  return joinedValue(leaves, at, evaluator);
};

/** A text with holes is split where its known parts have the delimiter, as long as no hole can have one: no part of an ARN but its last holds a colon. */
const split: Call = (given, at, evaluator) => {
  const [delimiter, source] = argumentsOf(given, 2) ?? [];
  if (delimiter?.kind !== "string" || delimiter.value === "" || source === undefined)
    return evaluator.fault(at, "Fn::Split takes a delimiter and a text");
  const value = evaluator.value(source, pointerStep(at, 1));
  if (value.kind === "unknown") return value;
  const leaf = leafOf(value);
  if (leaf === undefined) return evaluator.fault(pointerStep(at, 1), "Fn::Split takes a text");
  if (typeof leaf === "string") return listValue(leaf.split(delimiter.value).map(textValue));
  return made(evaluator, `${wordsOf(value)} split at ${shown(delimiter.value)}`, "list");
};

const select: Call = (given, at, evaluator) => {
  const [index, list] = argumentsOf(given, 2) ?? [];
  if (index === undefined || list === undefined) return evaluator.fault(at, "Fn::Select takes an index and a list");
  const position = evaluator.value(index, pointerStep(at, 0));
  const value = selectable(list, pointerStep(at, 1), evaluator);
  const text = knownText(position);
  if (position.kind === "unknown") return position;
  if (value.kind === "unknown") return value;
  if (text === undefined || value.kind !== "list") return made(evaluator, `member ${wordsOf(position)} of ${wordsOf(value)}`);
  const item = /^\d{1,9}$/.test(text) ? value.items[Number(text)] : undefined;
  if (item === undefined || item.kind === "null")
    return evaluator.fault(at, `Fn::Select: there is no member ${shown(text)} in a list of ${counted(value.items.length, "member")}`);
  return item;
};

/** The list of Fn::Select. Of an ARN with holes that is split at colons, all but the last part can be told. */
function selectable(list: JsonNode, at: string, evaluator: Evaluator): Value {
  const inner =
    list.kind === "object" && list.members.length === 1 && list.members[0]?.name === "Fn::Split" ? list.members[0].value : undefined;
  const [delimiter, source] = (inner && argumentsOf(inner, 2)) ?? [];
  if (delimiter?.kind === "string" && delimiter.value === ":" && source !== undefined) {
    const leaf = leafOf(evaluator.value(source, `${at}/Fn::Split/1`));
    const parts = leaf === undefined || typeof leaf === "string" ? undefined : arnParts(leaf, evaluator);
    if (parts !== undefined) return listValue(parts.map(textValue));
  }
  return listIn(list, at, evaluator);
}

/** The six parts of an ARN with holes in single parts, none of which can hold a colon. */
function arnParts(leaf: Leaf, { scope }: Evaluator): readonly Leaf[] | undefined {
  const parts: Leaf[][] = [[]];
  for (const part of partsOf(leaf)) {
    if (typeof part !== "string") {
      parts.at(-1)?.push(part);
      continue;
    }
    const [head = "", ...more] = part.split(":");
    parts.at(-1)?.push(head);
    for (const each of more) parts.push([each]);
  }
  const isArn = parts.length === 6 && parts[0]?.join("") === "arn";
  const isSafe = parts.every((each) =>
    each.every(
      (one) =>
        typeof one === "string" ||
        symbolsIn(one).every((name) => scope.oneOf(name)?.every((text) => !text.includes(":")) ?? name.includes("AWS::")),
    ),
  );
  return isArn && isSafe ? parts.map((each) => joinedWithin(each) ?? "") : undefined;
}

const findInMap: Call = (given, at, evaluator) => {
  const args = argumentsOf(given, 3, 4);
  if (args === undefined) return evaluator.fault(at, "Fn::FindInMap takes a mapping and two keys");
  const fallback = memberOf(args[3], "DefaultValue");
  const [name, top, second] = args.slice(0, 3).map((each, i) => evaluator.value(each, pointerStep(at, i))) as [Value, Value, Value];
  const unknown = [name, top, second].find(({ kind }) => kind === "unknown");
  if (unknown !== undefined) return unknown;
  const found = branches(
    name,
    (text) => {
      const mapping = evaluator.scope.mapping(text);
      return mapping === undefined ? undefined : [mapping];
    },
    evaluator,
  );
  const rows = found?.flatMap((mapping) => branches(top, (text) => present(memberOf(mapping, text)), evaluator, mapping) ?? [undefined]);
  const cells = rows?.flatMap((row) =>
    row === undefined ? [undefined] : (branches(second, (text) => present(memberOf(row, text)), evaluator, row) ?? [undefined]),
  );
  if (cells === undefined || cells.includes(undefined) || cells.length === 0) {
    if (fallback !== undefined) return evaluator.value(fallback, `${pointerStep(at, 3)}/DefaultValue`);
    return evaluator.fault(
      at,
      `Fn::FindInMap: there is nothing under ${[name, top, second].map((each) => shown(wordsOf(each))).join(", ")}`,
    );
  }
  const values = cells.map((cell) => evaluator.value(cell as JsonNode, at));
  return values.reduce((one, other) => evaluator.either(one, other, `FindInMap ${[name, top, second].map(wordsOf).join(" ")}`));
};

const present = (node: JsonNode | undefined): readonly JsonNode[] | undefined => (node === undefined ? undefined : [node]);
const MOST_BRANCHES = 64;

/** What a key leads to; one that is not known, to each member that it may name. */
function branches(
  key: Value,
  find: (text: string) => readonly JsonNode[] | undefined,
  { scope }: Evaluator,
  from?: JsonNode,
): readonly (JsonNode | undefined)[] | undefined {
  const text = knownText(key);
  if (text !== undefined) return find(text);
  const leaf = leafOf(key);
  const [symbol, more] = leaf === undefined ? [] : partsOf(leaf);
  const finite = more === undefined && symbol !== undefined && typeof symbol !== "string" ? scope.oneOf(symbol.$symbol) : undefined;
  if (finite !== undefined && finite.length <= MOST_BRANCHES) {
    const each = finite.flatMap((one) => find(one) ?? []);
    return each.length > 0 ? each : undefined; // a key that leads nowhere makes the stack fail
  }
  if (from?.kind !== "object" || from.members.length > MOST_BRANCHES) return undefined;
  return from.members.map(({ value }) => value);
}

const choose: Call = (given, at, evaluator) => {
  const [condition, one, other] = argumentsOf(given, 3) ?? [];
  if (condition?.kind !== "string" || one === undefined || other === undefined)
    return evaluator.fault(at, "Fn::If takes the name of a condition and two values");
  const truth = evaluator.scope.condition(condition.value);
  if (truth === "missing") return evaluator.fault(at, `no condition is called ${shown(condition.value)}`);
  if (truth !== undefined) return evaluator.value(truth ? one : other, pointerStep(at, truth ? 1 : 2));
  return evaluator.either(evaluator.value(one, pointerStep(at, 1)), evaluator.value(other, pointerStep(at, 2)), condition.value);
};

const importValue: Call = (given, at, evaluator) => {
  const name = evaluator.value(given, at);
  const leaf = leafOf(name);
  if (name.kind === "unknown") return name;
  if (leaf === undefined) return evaluator.fault(at, "Fn::ImportValue takes the name of an export");
  return evaluator.scope.exported(leaf) ?? made(evaluator, `export ${wordsOf(name)}`);
};

/** The output of another stack, of any account or Region of the partition. */
const stackOutput: Call = (given, at, evaluator) => {
  const of = (name: string): Value | undefined => {
    const node = memberOf(given, name);
    return node && evaluator.value(node, pointerStep(at, name));
  };
  const [stack, output] = [of("StackName"), of("OutputName")];
  const [stackLeaf, outputLeaf] = [leafOf(stack ?? NOTHING), leafOf(output ?? NOTHING)];
  if (stackLeaf === undefined || outputLeaf === undefined)
    return evaluator.fault(at, "Fn::GetStackOutput takes `StackName` and `OutputName`");
  return (
    evaluator.scope.output(stackLeaf, outputLeaf) ?? made(evaluator, `output ${wordsOf(output as Value)} of ${wordsOf(stack as Value)}`)
  );
};

const base64: Call = (given, at, evaluator) => {
  const value = evaluator.value(given, at);
  return value.kind === "unknown" ? value : made(evaluator, `base64 of ${wordsOf(value)}`);
};

const zones: Call = (given, at, evaluator) => {
  const value = evaluator.value(given, at);
  return value.kind === "unknown" ? value : made(evaluator, `zones of ${wordsOf(value) || "the Region"}`, "list");
};

const cidr: Call = (given, at, evaluator) => {
  const args = argumentsOf(given, 2, 3)?.map((each, i) => evaluator.value(each, pointerStep(at, i)));
  if (args === undefined) return evaluator.fault(at, "Fn::Cidr takes a block, a count, and the bits of each");
  return args.find(({ kind }) => kind === "unknown") ?? made(evaluator, `blocks of ${args.map(wordsOf).join(" ")}`, "list");
};

const lengthOf: Call = (given, at, evaluator) => {
  const value = listIn(given, at, evaluator);
  if (value.kind !== "list") return value.kind === "unknown" ? value : made(evaluator, `length of ${wordsOf(value)}`);
  return { kind: "number", value: value.items.length, text: String(value.items.length) };
};

/** The text is written later: what reads it takes the value itself, whose holes stay where they are. */
const toJson: Call = (given, at, evaluator) => {
  const value = evaluator.value(given, at);
  if (value.kind === "unknown") return value;
  const plain = plainOf(value);
  const isKnown = "value" in plain && !JSON.stringify(plain.value).includes('"$');
  const text = isKnown ? JSON.stringify(plain.value) : undefined;
  return { kind: "text", leaf: text ?? leafOf(made(evaluator, `JSON at ${at}`)) ?? "", json: value };
};

/** Of conditions: outside of `Conditions` nothing takes them. */
const onlyInConditions: Call = (_, at, evaluator) =>
  evaluator.fault(at, "this function stands in `Conditions` only", "name the condition in Fn::If");

const FUNCTIONS: Readonly<Record<string, Call>> = {
  Ref: ref,
  "Fn::GetAtt": getAtt,
  "Fn::Sub": sub,
  "Fn::Join": join,
  "Fn::Split": split,
  "Fn::Select": select,
  "Fn::FindInMap": findInMap,
  "Fn::If": choose,
  "Fn::ImportValue": importValue,
  "Fn::GetStackOutput": stackOutput,
  "Fn::Base64": base64,
  "Fn::GetAZs": zones,
  "Fn::Cidr": cidr,
  "Fn::Length": lengthOf,
  "Fn::ToJsonString": toJson,
  "Fn::Equals": onlyInConditions,
  "Fn::And": onlyInConditions,
  "Fn::Or": onlyInConditions,
  "Fn::Not": onlyInConditions,
};
