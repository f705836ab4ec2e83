import type { Place } from "../base/diagnostic.ts";
import { invariant } from "../base/invariant.ts";
import type { JsonNode } from "../base/json-source.ts";
import { pointerStep, pointerSteps } from "../base/text.ts";
import { parseOperatorName } from "../iam/operators.ts";
import type { Condition, Doubt, DoubtfulStatement, Element, Policy, PrincipalEntry, Statement } from "../iam/policy.ts";
import { parsePrincipalPattern } from "../iam/principal.ts";
import type { Origin } from "./json-place.ts";
import type { May, ReadLeaf } from "./leaves.ts";

/** A leaf in a policy, and where: a pointer from the policy's own root. `own`: the text that stands for its value in the world, where something there has it. */
export type PlacedLeaf = { readonly pointer: string; readonly leaf: ReadLeaf; readonly at: Place; readonly own?: string | undefined };

/** The parts of a statement in which a leaf may stand. A hole anywhere else leaves nothing of the policy known. */
const PLACES = /^\/Statement(?:\/[0-9]+)?\/(?:(?:Not)?(?:Principal\/[^/]+|Action|Resource)|Condition\/[^/]+\/[^/]+)(?:\/[0-9]+)?$/;

export const isInPlace = ({ pointer }: Pick<PlacedLeaf, "pointer">): boolean => PLACES.test(pointer);

/** The tree of a policy with a text for each leaf that the parser takes there. */
export function withStandIns(root: JsonNode, leaves: readonly PlacedLeaf[]): JsonNode {
  const byPointer = new Map(leaves.map((one) => [one.pointer, one]));
  const replaced = (node: JsonNode, pointer: string): JsonNode => {
    const found = byPointer.get(pointer);
    if (found !== undefined) return { kind: "string", start: node.start, end: node.end, value: standIn(found) };
    if (node.kind === "array") return { ...node, items: node.items.map((item, i) => replaced(item, pointerStep(pointer, i))) };
    if (node.kind !== "object") return node;
    return {
      ...node,
      members: node.members.map((member) => ({ ...member, value: replaced(member.value, pointerStep(pointer, member.name)) })),
    };
  };
  return replaced(root, "");
}

/** A text that can stand where a leaf stands: its own where it has the form. */
export function standIn({ pointer, leaf: { text } }: Pick<PlacedLeaf, "pointer" | "leaf">): string {
  const steps = pointerSteps(pointer);
  const parts = /^[0-9]+$/.test(steps[1] ?? "") ? steps.slice(2) : steps.slice(1);
  const [element = "", name = ""] = parts;
  if (element === "Condition") return OPERANDS[parseOperatorName(name)?.base ?? ""] ?? text;
  if (/Principal$/.test(element)) return isPrincipal(name, text) ? text : (PRINCIPALS[name] ?? text);
  if (/Action$/.test(element)) return /^(?:\*|[A-Za-z0-9-]+:[A-Za-z0-9*?-]+)$/.test(text) ? text : "kms:NotKnown";
  return text === "*" || text.split(":").length >= 6 ? text : "arn:aws:kms:us-east-1:000000000000:key/not-known";
}

const isPrincipal = (kind: string, value: string): boolean =>
  (kind === "AWS" || kind === "Service" || kind === "Federated") && parsePrincipalPattern({ kind, value }) !== undefined;

const PRINCIPALS: Readonly<Record<string, string>> = {
  AWS: "arn:aws:iam::000000000000:role/not-known",
  Service: "not-known.amazonaws.com",
  Federated: "not-known",
  CanonicalUser: "0".repeat(64),
};

/** Values that operators read which do not take any text. */
const OPERANDS: Readonly<Record<string, string>> = {
  NumericEquals: "0",
  NumericLessThan: "0",
  NumericLessThanEquals: "0",
  NumericGreaterThan: "0",
  NumericGreaterThanEquals: "0",
  DateEquals: "2026-01-01T00:00:00Z",
  DateLessThan: "2026-01-01T00:00:00Z",
  DateLessThanEquals: "2026-01-01T00:00:00Z",
  DateGreaterThan: "2026-01-01T00:00:00Z",
  DateGreaterThanEquals: "2026-01-01T00:00:00Z",
  Bool: "true",
  Null: "true",
  BinaryEquals: "AAAA",
  IpAddress: "192.0.2.0/24",
};

/**
 * A policy whose stand-ins are taken out: what holds whatever the values are, and doubtful statements for what may hold besides. What is said of a leaf is
 * said of its place alone, so that one value in several places may be doubted too often, and never too seldom.
 */
export function bounded(policy: Policy, root: JsonNode, base: string, leaves: readonly PlacedLeaf[]): Policy {
  const doubtful: DoubtfulStatement[] = [];
  const statements = policy.statements.map((statement) => {
    const own = statement.at.pointer.slice(base.length);
    const inside = leaves.filter(({ pointer }) => pointer.startsWith(`${own}/`));
    if (inside.length === 0) return statement;
    const bounds = new Bounds(statement, own, root, inside);
    doubtful.push(bounds.most());
    return bounds.least();
  });
  return { ...policy, statements, doubtful };
}

/** The members of one list that are leaves, by number. */
type Holes = ReadonlyMap<number, PlacedLeaf>;

const NONE: Holes = new Map();

class Bounds {
  readonly #statement: Statement;
  readonly #leaves: readonly PlacedLeaf[];
  readonly #principal: Holes;
  readonly #action: Holes;
  readonly #resource: Holes;
  readonly #conditions: readonly Holes[];
  readonly #alone: boolean;

  constructor(statement: Statement, pointer: string, root: JsonNode, leaves: readonly PlacedLeaf[]) {
    this.#statement = statement;
    this.#leaves = leaves;
    this.#alone = leaves.length === 1;
    const under = (place: string): Holes =>
      new Map(
        leaves.flatMap((one) => {
          if (one.pointer !== place && !one.pointer.startsWith(`${place}/`)) return [];
          return [[Number(one.pointer.slice(place.length + 1) || 0), one] as const];
        }),
      );
    const named = (name: string): string =>
      root.kind === "object" && has(root, `${pointer}/Not${name}`) ? `${pointer}/Not${name}` : `${pointer}/${name}`;
    this.#principal = this.#principals(named("Principal"), root, leaves);
    this.#action = under(named("Action"));
    this.#resource = under(named("Resource"));
    const below = (at: Place): string => at.pointer.slice(statement.at.pointer.length);
    this.#conditions = statement.conditions.map(({ at }) => under(pointer + below(at)));
  }

  /** Principals of all kinds stand in one list, in the order of the document. */
  #principals(place: string, root: JsonNode, leaves: readonly PlacedLeaf[]): Holes {
    const node = nodeAt(root, place);
    const holes = new Map<number, PlacedLeaf>();
    let number = 0;
    for (const { name, value } of node?.kind === "object" ? node.members : []) {
      const at = pointerStep(place, name);
      const items = value.kind === "array" ? value.items.map((_, i) => pointerStep(at, i)) : [at];
      for (const item of items) {
        const found = leaves.find(({ pointer }) => pointer === item);
        if (found !== undefined) holes.set(number, found);
        number++;
      }
    }
    return holes;
  }

  /** What is sure to match. */
  least(): Statement {
    const { principal, action, resource, conditions } = this.#statement;
    const parts = {
      principal:
        principal &&
        leastOf(
          principal,
          this.#principal,
          (entry, { own }) => (own === entry.value ? [entry] : []),
          () => undefined,
        ),
      action: action && leastOf(action, this.#action, ownText, widest),
      resource: resource && leastOf(resource, this.#resource, ownText, widest),
    };
    const held = conditions.map((condition, i) => leastCondition(condition, this.#conditions[i] ?? NONE));
    const isNever = [parts.principal, parts.action, parts.resource].includes("never") || held.includes("never");
    if (isNever) return { ...this.#statement, action: { mode: "only", members: [], at: action?.at ?? this.#statement.at } };
    return { ...this.#statement, ...parts, conditions: (held as readonly (readonly Condition[])[]).flat() } as Statement;
  }

  /** All that may match beyond that. */
  most(): DoubtfulStatement {
    const { principal, action, resource, conditions } = this.#statement;
    const [principals, more] = principal === undefined ? [undefined, []] : this.#mostPrincipals(principal);
    return {
      ...this.#statement,
      principal: principals,
      action: action && mostOf(action, this.#action, this.#alone, (may) => textsOf(may, action.at)),
      resource: resource && mostOf(resource, this.#resource, this.#alone, (may) => textsOf(may, resource.at)),
      conditions: [...conditions.flatMap((condition, i) => mostCondition(condition, this.#conditions[i] ?? NONE, this.#alone)), ...more],
      doubt: this.doubt(),
    };
  }

  #mostPrincipals(element: Element<PrincipalEntry>): readonly [Element<PrincipalEntry>, readonly Condition[]] {
    const anyone: PrincipalEntry = { kind: "AWS", value: "*" };
    const conditions: Condition[] = [];
    const most = mostOf(element, this.#principal, this.#alone, (may, entry) => {
      if (may !== undefined && "texts" in may) {
        const named = may.texts.map((value) => ({ ...entry, value }));
        return named.every(({ kind, value }) => parsePrincipalPattern({ kind, value }) !== undefined) ? named : [anyone];
      }
      if (this.#alone && element.mode === "only" && may !== undefined && isOfPeople(may.pattern))
        conditions.push({ operator: "StringLike", key: "aws:PrincipalArn", values: [may.pattern], at: element.at });
      return [anyone];
    });
    return [most, conditions];
  }

  /** Two statements with one leaf in the same kind of place hang on the same thing. Of several leaves it matters what stands beside them. */
  doubt(): Doubt {
    const [first] = this.#leaves;
    invariant(first !== undefined, "a statement with leaves has one");
    const names = [...new Set(this.#leaves.flatMap(({ leaf }) => leaf.names))];
    const places = this.#leaves.map(({ pointer, leaf }) => `${kindOfPlace(pointer)} ${leaf.id}`);
    const isOneByOne = this.#alone && !places.some((place) => place.startsWith("Condition/For"));
    const beside = isOneByOne ? "" : JSON.stringify(contentOf(this.#statement));
    return {
      id: `leaf:${places.join(" ")}${beside}`,
      text: names.map((name) => (first.leaf.assumed === name ? name : `symbol ${name}`)).join(", "),
      at: first.at,
    };
  }
}

const contentOf = ({ effect, principal, action, resource, conditions }: Statement): unknown => [
  effect,
  [principal?.mode, principal?.members],
  [action?.mode, action?.members],
  [resource?.mode, resource?.members],
  conditions.map(({ operator, key, values }) => [operator, key, values]),
];

/** "Principal/AWS", "NotAction", "Condition/StringLike/aws:PrincipalTag/team": the place without its numbers. */
const kindOfPlace = (pointer: string): string =>
  pointerSteps(pointer)
    .filter((step) => !/^[0-9]+$/.test(step) && step !== "Statement")
    .join("/");

const ownText = (value: string, { own }: PlacedLeaf): readonly string[] => (own === value ? [value] : []);
const widest = ({ leaf }: PlacedLeaf): readonly string[] | undefined =>
  leaf.may === undefined ? undefined : "texts" in leaf.may ? leaf.may.texts : [leaf.may.pattern];

const textsOf = (may: May | undefined, _: Place): readonly string[] =>
  may === undefined ? ["*"] : "texts" in may ? may.texts : [may.pattern];

/** Whether a form is that of roles or users, which a condition on aws:PrincipalArn can say. */
const isOfPeople = (pattern: string): boolean => /^arn:[^:]*:iam::[^:]*:(?:role|user)\//.test(pattern);

/** An element whose holes match as little as they can; "never": nothing at all is sure. */
function leastOf<T>(
  { mode, members, at }: Element<T>,
  holes: Holes,
  own: (member: T, hole: PlacedLeaf) => readonly T[],
  most: (hole: PlacedLeaf) => readonly T[] | undefined,
): Element<T> | "never" {
  if (holes.size === 0) return { mode, members, at };
  if (mode === "only") {
    const kept = members.flatMap((member, i) => (holes.has(i) ? own(member, holes.get(i) as PlacedLeaf) : [member]));
    return kept.length === 0 ? "never" : { mode, members: kept, at };
  }
  const wide = members.map((member, i) => (holes.has(i) ? most(holes.get(i) as PlacedLeaf) : [member]));
  return wide.includes(undefined) ? "never" : { mode, members: wide.flatMap((list) => list ?? []), at };
}

/** An element whose holes match as much as they can: of a lone hole only what it adds. */
function mostOf<T>(
  { mode, members, at }: Element<T>,
  holes: Holes,
  alone: boolean,
  most: (may: May | undefined, member: T) => readonly T[],
): Element<T> {
  if (holes.size === 0) return { mode, members, at };
  if (mode === "except") return { mode, members: members.filter((_, i) => !holes.has(i)), at };
  const wide = members.flatMap((member, i) => {
    const hole = holes.get(i);
    if (hole !== undefined) return most(hole.leaf.may, member);
    return alone ? [] : [member];
  });
  return { mode, members: wide, at };
}

function leastCondition(condition: Condition, holes: Holes): readonly Condition[] | "never" {
  if (holes.size === 0) return [condition];
  const name = parseOperatorName(condition.operator);
  const others = condition.values.filter((_, i) => !holes.has(i));
  const leaves = [...holes.values()].map(({ leaf }) => leaf);
  if (name === undefined || !leaves.every((leaf) => isReadable(name.base, leaf))) return "never";
  if (!name.negated) {
    const own = [...holes.values()].flatMap((hole) => hole.own ?? []);
    const values = [...others, ...own];
    return values.length === 0 && !name.ifExists && name.quantifier !== "for-all-values" ? "never" : [{ ...condition, values }];
  }
  if (leaves.some(({ may }) => may === undefined)) return "never";
  const texts = leaves.flatMap(({ may }) => (may !== undefined && "texts" in may ? may.texts : []));
  const patterns = leaves.flatMap(({ may }) => (may !== undefined && "pattern" in may ? [may.pattern] : []));
  if (patterns.length === 0 || TAKES_PATTERNS.has(name.base)) return [{ ...condition, values: [...others, ...texts, ...patterns] }];
  if (name.base !== "StringEquals" || name.quantifier === "for-any-value" || patterns.some(isMixed)) return "never";
  const like = { ...condition, operator: condition.operator.replace("StringNotEquals", "StringNotLike"), values: patterns };
  return others.length + texts.length === 0 ? [like] : [{ ...condition, values: [...others, ...texts] }, like];
}

function mostCondition(condition: Condition, holes: Holes, alone: boolean): readonly Condition[] {
  if (holes.size === 0) return [condition];
  const name = parseOperatorName(condition.operator);
  const others = condition.values.filter((_, i) => !holes.has(i));
  const leaves = [...holes.values()].map(({ leaf }) => leaf);
  if (name === undefined || !leaves.every((leaf) => isReadable(name.base, leaf))) return [];
  if (name.negated) return others.length === 0 ? [] : [{ ...condition, values: others }];
  if (leaves.some(({ may }) => may === undefined)) return [];
  const kept = alone && name.quantifier !== "for-all-values" ? [] : others;
  const texts = leaves.flatMap(({ may }) => (may !== undefined && "texts" in may ? may.texts : []));
  const patterns = leaves.flatMap(({ may }) => (may !== undefined && "pattern" in may ? [may.pattern] : []));
  if (patterns.includes("*") && name.quantifier === "single" && !name.ifExists)
    return [{ ...condition, operator: "Null", values: ["false"] }];
  if (patterns.length === 0 || TAKES_PATTERNS.has(name.base)) return [{ ...condition, values: [...kept, ...texts, ...patterns] }];
  if (
    name.base !== "StringEquals" ||
    [...kept, ...texts, ...patterns].some((text, i) => (i < kept.length + texts.length ? /[*?]/.test(text) : isMixed(text)))
  )
    return [];
  return [{ ...condition, operator: condition.operator.replace("StringEquals", "StringLike"), values: [...kept, ...texts, ...patterns] }];
}

/** Whether the operator reads every value that the leaf may have: one that it cannot read decides by itself, whatever stands beside it. */
function isReadable(base: string, { may }: ReadLeaf): boolean {
  if (base.startsWith("String")) return true;
  if (base !== "ArnEquals" && base !== "ArnLike") return false;
  return may !== undefined && ("texts" in may ? may.texts : [may.pattern]).every((text) => /^arn:(?:[^:]*:){4}/.test(text));
}

const TAKES_PATTERNS: ReadonlySet<string> = new Set(["StringLike", "ArnEquals", "ArnLike"]);

/** Whether a form has wildcards besides the one that stands for its hole: written in a text, they were no wildcards. */
const isMixed = (pattern: string): boolean => pattern.includes("?") || pattern.split("*").length > 2;

function nodeAt(root: JsonNode, pointer: string): JsonNode | undefined {
  let node: JsonNode | undefined = root;
  for (const step of pointerSteps(pointer)) {
    if (node?.kind === "object") node = node.members.findLast(({ name }) => name === step)?.value;
    else node = node?.kind === "array" ? node.items[Number(step)] : undefined;
  }
  return node;
}

const has = (root: JsonNode, pointer: string): boolean => nodeAt(root, pointer) !== undefined;

/** A policy with the places of what it was made of. What is doubted keeps its own. */
export function inOrigin(policy: Policy, origin: Origin): Policy {
  const placed = <T extends { readonly at: Place } | undefined>(part: T): T =>
    part === undefined ? part : { ...part, at: origin(part.at.pointer) ?? part.at };
  const moved = <T extends Statement>(statement: T): T => ({
    ...placed(statement),
    principal: placed(statement.principal),
    action: placed(statement.action),
    resource: placed(statement.resource),
    conditions: statement.conditions.map(placed),
  });
  return { ...policy, statements: policy.statements.map(moved), ...(policy.doubtful && { doubtful: policy.doubtful.map(moved) }) };
}
