import type { CompiledCondition } from "../authz/compile.ts";
import { operatorOf } from "../iam/operators.ts";
import { type Lookup, substitute, UNKNOWN } from "../iam/variables.ts";
import type { Pattern as IamPattern, Token as IamToken } from "../iam/wildcard.ts";
import {
  ignoringCase,
  type Language,
  literal,
  ONE,
  oneExcept,
  type Pattern,
  STAR,
  sequence,
  starExcept,
  type Token,
} from "../sets/tokens.ts";

/** The texts that the values of a condition match, whatever its operator makes of that. Undefined for an operator that does not compare text. */
export function languageOf({ base, operands }: CompiledCondition, lookup: Lookup): Language | undefined {
  if (base === "Null") return [];
  const read = READERS[operatorOf(base).type];
  if (read === undefined) return undefined;
  return operands.flatMap((operand): Language => {
    if ("prepared" in operand) return operand.prepared === undefined ? [] : [read(operand.prepared, base)];
    const parts = substitute(operand.template, lookup);
    const prepared = parts === undefined || parts === UNKNOWN ? undefined : operatorOf(base).prepare(parts);
    return prepared === undefined ? [] : [read(prepared, base)];
  });
}

type Type = ReturnType<typeof operatorOf>["type"];

/** What `prepare` of an operator made of a value, as a pattern of texts. */
const READERS: Partial<Record<Type, (prepared: unknown, base: string) => Pattern>> = {
  string: (prepared, base) => {
    if (base === "StringLike") return tokensOf(prepared as IamPattern);
    return base === "StringEqualsIgnoreCase" ? ignoringCase(prepared as string) : literal(prepared as string);
  },
  binary: (prepared) => literal(prepared as string),
  arn: (prepared) =>
    sequence(
      "arn",
      ...(prepared as readonly IamPattern[]).slice(1).map((part, i) => sequence(":", tokensOf(part, i < 4 ? ":" : undefined))),
    ),
};

/** A pattern of a policy, its wildcards passing none of `except`. */
export function tokensOf(pattern: IamPattern, except?: string): Pattern {
  const [star, one] = except === undefined ? [STAR, ONE] : [starExcept(except), oneExcept(except)];
  const read = (token: IamToken): Pattern => {
    if (typeof token === "string") return literal(token);
    const within = "within" in token;
    return [token.wildcard === "*" ? (within ? starExcept(":") : star) : within ? oneExcept(":") : one] as readonly Token[];
  };
  switch (pattern.kind) {
    case "any":
      return [star];
    case "exact":
      return literal(pattern.text);
    case "prefix":
      return sequence(pattern.text, star);
    case "chunks":
      return pattern.chunks.flatMap((chunk, i) => [...(i === 0 ? [] : [star]), ...chunk.flatMap(read)]);
    case "tokens":
      return pattern.tokens.flatMap(read);
  }
}
