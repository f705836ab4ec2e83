import { policyNetwork } from "../iam/addresses.ts";
import { arnComponents } from "../iam/arn.ts";
import { type OperatorBase, type OperatorName, operatorOf, parseOperatorName } from "../iam/operators.ts";
import type { Condition, Policy, Statement } from "../iam/policy.ts";
import { canonicalBase64, compareDecimals, type Decimal, foldCase, isTrue, parseDecimal, parseInstant } from "../iam/values.ts";
import { parseTemplate, raw, type TemplatePart } from "../iam/variables.ts";
import type { IpRange } from "../sets/ip-ranges.ts";
import { both, type Fact, type State, type Where } from "./fact.ts";
import { NotEncodable } from "./not-encodable.ts";
import { globPieces, matches, matchesAnyCase, matchesValuesAnyCase, type Piece, plain, valued } from "./patterns.ts";
import type { Request } from "./request.ts";
import { and, choose, either, equal, FALSE, integer, not, or, type Term, TRUE, text, truth, written } from "./term.ts";

/** A condition of a policy as one side of a question reads it. */
export type Asked = {
  readonly condition: Condition;
  readonly effect: Statement["effect"];
  readonly version: Policy["version"];
  readonly side: number;
};

/** The parts of a value: in policies of Version 2012-10-17 with its variables, if its operator takes any. */
export function partsOf(value: string, hasVariables: boolean): readonly TemplatePart[] {
  if (!hasVariables) return [raw(value)];
  const parts = parseTemplate(value);
  if (!parts.ok) throw new NotEncodable(`the value ${value}: ${parts.error}`);
  return parts.value;
}

/** Where a condition holds (IAM User Guide, condition operators). */
export function conditionTerm(request: Request, asked: Asked): Term {
  const { condition, side, version } = asked;
  const operator = parseOperatorName(condition.operator);
  if (operator === undefined) throw new NotEncodable(`the operator ${condition.operator}`);
  const name = foldCase(condition.key);
  const hasVariables = operator.base !== "Null" && version === "2012-10-17" && operatorOf(operator.base).variables;
  const operands = condition.values.map((value) => partsOf(value, hasVariables));
  const sources = [...new Set(operands.flatMap((parts) => parts.flatMap((part) => (part.kind === "variable" ? [part.key] : []))))];
  const cases = new Map<string, Term[]>();
  for (const { where, facts } of product(
    request.state(side, name),
    sources.map((source) => request.state(side, source)),
  )) {
    const [fact, ...values] = facts as [Fact, ...Fact[]];
    const given = new Map(sources.map((source, i) => [source, values[i] as Fact]));
    const term = new Test(operator, asked, operands, given).of(fact);
    const found = cases.get(term);
    if (found === undefined) cases.set(term, [request.where(where)]);
    else found.push(request.where(where));
  }
  if (cases.size === 1) return [...cases.keys()][0] as Term;
  return or(...[...cases].map(([term, wheres]) => and(or(...wheres), term)));
}

const MOST_CASES = 2000;

/** Every way in which the cases of some keys go together. */
export function product(first: State, others: readonly State[]): readonly { readonly where: Where; readonly facts: readonly Fact[] }[] {
  let found = first.map(({ where, fact }) => ({ where, facts: [fact] as readonly Fact[] }));
  for (const state of others) {
    found = found.flatMap(({ where, facts }) =>
      state.flatMap((one) => {
        const common = both(where, one.where);
        return common === undefined ? [] : [{ where: common, facts: [...facts, one.fact] }];
      }),
    );
    if (found.length > MOST_CASES) throw new NotEncodable("policy variables that have too many values together");
  }
  return found;
}

/** What a policy variable stands for: whether it has a value, and which (IAM User Guide, policy variables). */
export function substituted(part: TemplatePart & { kind: "variable" }, fact: Fact): { readonly has: Term; readonly value: Term } {
  const otherwise = part.fallback;
  if (fact.kind === "list") {
    const absent = not(fact.sent);
    return otherwise === undefined ? { has: FALSE, value: text("") } : { has: absent, value: text(otherwise) };
  }
  if (fact.sent === FALSE) return { has: truth(otherwise !== undefined), value: text(otherwise ?? "") };
  if (fact.kind === "told-number") return { has: TRUE, value: text(fact.value) };
  if (fact.kind !== "text") throw new NotEncodable(`the variable \${${part.key}}, whose value is no text`);
  return otherwise === undefined
    ? { has: fact.sent, value: fact.value }
    : { has: TRUE, value: choose(fact.sent, fact.value, text(otherwise)) };
}

/** A value of a policy for some requests. */
type Operand = { readonly has: Term; readonly pieces: readonly Part[] };
type Part = { readonly kind: "raw" | "literal"; readonly text: string } | { readonly kind: "value"; readonly term: Term };

class Test {
  readonly #operator: OperatorName;
  readonly #asked: Asked;
  readonly #operands: readonly Operand[];

  constructor(operator: OperatorName, asked: Asked, operands: readonly (readonly TemplatePart[])[], given: ReadonlyMap<string, Fact>) {
    this.#operator = operator;
    this.#asked = asked;
    this.#operands = operands.map((parts) => {
      const has: Term[] = [];
      const pieces = parts.map((part): Part => {
        if (part.kind !== "variable") return part;
        const value = substituted(part, given.get(part.key) as Fact);
        has.push(value.has);
        const known = written(value.value);
        return known === undefined ? { kind: "value", term: value.value } : { kind: "literal", text: known };
      });
      return { has: and(...has), pieces };
    });
  }

  of(fact: Fact): Term {
    const { quantifier, base, negated, ifExists } = this.#operator;
    if (base === "Null") return this.#null(fact);
    const absent = truth(ifExists || quantifier === "for-all-values" || (quantifier === "single" && negated));
    return either(fact.sent, fact.sent === FALSE ? FALSE : this.#present(fact), absent);
  }

  #null(fact: Fact): Term {
    const { quantifier } = this.#operator;
    if (quantifier !== "single") return truth(quantifier === "for-all-values");
    const wanted = this.#asked.condition.values.map(isTrue);
    return or(...wanted.map((absent) => (absent ? not(fact.sent) : fact.sent)));
  }

  #present(fact: Fact): Term {
    const { quantifier } = this.#operator;
    if (fact.kind !== "list") return this.#holds(fact);
    if (quantifier === "single") return FALSE; // several values need a set operator
    const each = fact.members.map(({ isIn, value }) => [isIn, this.#holds({ kind: "text", sent: TRUE, value })] as const);
    return quantifier === "for-all-values"
      ? and(...each.map(([isIn, holds]) => or(not(isIn), holds)))
      : or(...each.map(([isIn, holds]) => and(isIn, holds)));
  }

  /** Of one value: the values of the policy are tried in order. */
  #holds(fact: Fact): Term {
    const { quantifier, negated, ifExists, base } = this.#operator;
    if (this.#operands.length === 0) return truth(negated && quantifier === "single" && !ifExists);
    const { isReadable, test } = this.#testOf(base as OperatorBase, fact);
    const voided = truth(this.#asked.effect === "Deny");
    let holds: Term = truth(negated);
    for (const { has, pieces } of this.#operands.toReversed()) {
      const { isOne, match } = test(pieces);
      const here = either(isOne, either(match, truth(!negated), holds), voided);
      holds = either(has, here, holds);
    }
    return and(isReadable, holds);
  }

  /** How values are compared. `isReadable`: whether the request's is of the kind of the operator; `isOne`: whether the policy's is; where either matters. */
  #testOf(base: OperatorBase, fact: Fact): { isReadable: Term; test: (pieces: readonly Part[]) => { isOne: Term; match: Term } } {
    const plainly = (match: (pieces: readonly Part[]) => Term) => ({
      isReadable: TRUE,
      test: (pieces: readonly Part[]) => ({ isOne: TRUE, match: match(pieces) }),
    });
    const { type } = operatorOf(base);
    const { condition } = this.#asked;
    const stranger = (): never => {
      throw new NotEncodable(`${condition.key} is compared by ${condition.operator}, which is none of its kind`);
    };
    if (type === "numeric") {
      const ordered = (pieces: readonly Part[]): Term => {
        const wanted = parseDecimal(textIn(pieces));
        if (wanted === undefined) return FALSE;
        if (fact.kind === "number") return compareWhole(base, fact.value, wanted);
        if (fact.kind === "date" && foldCase(condition.key) === "aws:epochtime")
          return compareWhole(base, `(div ${fact.value} 1000)`, wanted);
        if (fact.kind === "told-number") return knownOrder(base, parseDecimal(fact.value), wanted);
        const known = fact.kind === "text" ? written(fact.value) : undefined;
        return known === undefined ? stranger() : knownOrder(base, parseDecimal(known), wanted);
      };
      return plainly(ordered);
    }
    if (type === "date") {
      return plainly((pieces) => {
        const wanted = parseInstant(textIn(pieces));
        if (wanted === undefined) return FALSE;
        const at = BigInt(wanted.seconds) * 1000n + BigInt(wanted.milliseconds);
        if (fact.kind === "date") return ordered(base.replace("Date", ""), fact.value, integer(at));
        const known = fact.kind === "text" ? written(fact.value) : undefined;
        if (known === undefined) return stranger();
        const given = parseInstant(known);
        return given === undefined
          ? FALSE
          : ordered(base.replace("Date", ""), integer(BigInt(given.seconds) * 1000n + BigInt(given.milliseconds)), integer(at));
      });
    }
    if (type === "ip") {
      if (fact.kind !== "address") return stranger();
      return {
        isReadable: TRUE,
        test: (pieces) => {
          const network = policyNetwork(textIn(pieces));
          if (network === undefined) return { isOne: FALSE, match: FALSE };
          return { isOne: TRUE, match: network === "nowhere" ? FALSE : isWithin(fact, network) };
        },
      };
    }
    if (fact.kind !== "text") return stranger();
    const { value } = fact;
    switch (type) {
      case "bool":
        return plainly((pieces) =>
          isTruthful(value) === isTruthful(joinedIn(pieces)) ? TRUE : equal(isTruthful(value), isTruthful(joinedIn(pieces))),
        );
      case "binary":
        return plainly((pieces) => {
          const wanted = canonicalBase64(textIn(pieces));
          return wanted === undefined ? FALSE : equal(value, text(wanted));
        });
      case "arn":
        return { isReadable: isArnText(value), test: (pieces) => arnTest(value, pieces) };
      default:
        if (base === "StringLike")
          return plainly((pieces) =>
            matches(
              value,
              pieces.flatMap((piece) => (piece.kind === "raw" ? globPieces(piece.text) : [pieceOf(piece)])),
            ),
          );
        if (base === "StringEquals") return plainly((pieces) => matches(value, pieces.map(pieceOf)));
        return plainly((pieces) =>
          pieces.some(({ kind }) => kind === "value")
            ? matchesValuesAnyCase(value, pieces.map(pieceOf))
            : matchesAnyCase(value, textIn(pieces)),
        );
    }
  }
}

const pieceOf = (part: Part): Piece => (part.kind === "value" ? valued(part.term) : plain(part.text));
const textIn = (pieces: readonly Part[]): string => pieces.map((piece) => (piece.kind === "value" ? "" : piece.text)).join("");
const joinedIn = (pieces: readonly Part[]): Term => {
  const terms = pieces.map((piece) => (piece.kind === "value" ? piece.term : text(piece.text)));
  return terms.length === 1 ? (terms[0] as Term) : `(str.++ ${terms.join(" ")})`;
};

const TRUTHFUL =
  '(re.++ (re.union (str.to_re "t") (str.to_re "T")) (re.union (str.to_re "r") (str.to_re "R")) (re.union (str.to_re "u") (str.to_re "U")) (re.union (str.to_re "e") (str.to_re "E")))';

/** `true` in any case of letters; every other text counts as false. */
const isTruthful = (value: Term): Term => {
  const known = written(value);
  return known === undefined ? `(str.in_re ${value} ${TRUTHFUL})` : truth(isTrue(known));
};

function ordered(order: string, a: Term, b: Term): Term {
  const sign = { Equals: "=", LessThan: "<", LessThanEquals: "<=", GreaterThan: ">", GreaterThanEquals: ">=" }[order];
  if (sign === undefined) throw new NotEncodable(`the operator ${order}`);
  return `(${sign} ${a} ${b})`;
}

function knownOrder(base: string, given: Decimal | undefined, wanted: Decimal): Term {
  if (given === undefined) return FALSE;
  const order = compareDecimals(given, wanted);
  const holds = {
    Equals: order === 0,
    LessThan: order < 0,
    LessThanEquals: order <= 0,
    GreaterThan: order > 0,
    GreaterThanEquals: order >= 0,
  };
  return truth(holds[base.replace("Numeric", "") as keyof typeof holds]);
}

/** A whole number against a decimal one: against the whole numbers around it. */
function compareWhole(base: string, value: Term, wanted: Decimal): Term {
  const { floor, isWhole } = wholeOf(wanted);
  const order = base.replace("Numeric", "");
  if (isWhole) return ordered(order, value, integer(floor));
  if (order === "Equals") return FALSE;
  return order.startsWith("Less") ? `(<= ${value} ${integer(floor)})` : `(> ${value} ${integer(floor)})`;
}

const MOST_DIGITS = 400;

function wholeOf({ negative, digits, point }: Decimal): { readonly floor: bigint; readonly isWhole: boolean } {
  if (point > MOST_DIGITS) throw new NotEncodable("a number of more than 400 digits");
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "";
  const isWhole = point >= digits.length || digits === "";
  const size = BigInt(whole === "" ? "0" : whole);
  return { floor: negative ? (isWhole ? -size : -size - 1n) : size, isWhole };
}

function isWithin({ isSix, value }: Fact & { kind: "address" }, { family, bytes, bits }: IpRange): Term {
  const size = family === "ipv6" ? 128n : 32n;
  const address = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const span = 1n << (size - BigInt(bits));
  const first = (address / span) * span;
  return and(family === "ipv6" ? isSix : not(isSix), `(<= ${first} ${value})`, `(< ${value} ${first + span})`);
}

const PART = '(re.* (re.union (re.range "\\u{0}" "9") (re.range ";" "\\u{ffff}")))';

function isArnText(value: Term): Term {
  const known = written(value);
  if (known !== undefined) return truth(arnComponents(known)?.[0] === "arn");
  return `(str.in_re ${value} (re.++ (str.to_re "arn:") ${PART} (str.to_re ":") ${PART} (str.to_re ":") ${PART} (str.to_re ":") ${PART} (str.to_re ":") re.all))`;
}

/** Six parts, each a pattern of its own: no wildcard passes a colon before the last. */
function arnTest(value: Term, pieces: readonly Part[]): { readonly isOne: Term; readonly match: Term } {
  const [only] = pieces;
  if (pieces.length === 1 && only?.kind === "value") return { isOne: isArnText(only.term), match: equal(value, only.term) };
  const parts: Part[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === "value") {
      if (parts.length < 6) throw new NotEncodable("a policy variable before the last part of an ARN: its value may hold colons");
      parts.at(-1)?.push(piece);
      continue;
    }
    let rest = piece.text;
    for (let colon = rest.indexOf(":"); colon >= 0 && parts.length < 6; colon = rest.indexOf(":")) {
      parts.at(-1)?.push({ kind: piece.kind, text: rest.slice(0, colon) });
      parts.push([]);
      rest = rest.slice(colon + 1);
    }
    parts.at(-1)?.push({ kind: piece.kind, text: rest });
  }
  const inPart = (part: readonly Part[], noColon: boolean): readonly Piece[] =>
    part.flatMap((piece) => (piece.kind === "raw" ? globPieces(piece.text, noColon) : [pieceOf(piece)]));
  if (parts.length < 6 || matches(text("arn"), inPart(parts[0] ?? [], true)) !== TRUE) return { isOne: FALSE, match: FALSE };
  const head: Piece[] = [plain("arn")];
  for (const part of parts.slice(1, 5)) head.push(plain(":"), ...inPart(part, true));
  const last = inPart(parts[5] ?? [], false);
  if (!last.some(({ kind }) => kind === "value") || written(value) !== undefined)
    return { isOne: TRUE, match: matches(value, [...head, plain(":"), ...last]) };
  // With a variable in the last part, that is taken by itself: behind the fifth colon.
  let colon: Term = "(- 1)";
  for (let i = 0; i < 5; i++) colon = `(str.indexof ${value} ":" (+ ${colon} 1))`;
  const tail = `(str.substr ${value} (+ ${colon} 1) (str.len ${value}))`;
  return { isOne: TRUE, match: and(matches(value, [...head, plain(":"), { kind: "run" }]), matches(tail, last)) };
}
