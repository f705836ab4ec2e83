import { expect, test } from "vitest";
import { authorizer } from "../../src/cases/authorizer.ts";
import { checkOperand } from "../../src/iam/operators.ts";
import { type Atom, codeOf } from "../../src/replay/atoms.ts";
import { KEY } from "./records.ts";
import { ATOMS, VALUES } from "./sql/values.ts";

const CALLER = "arn:aws:iam::111122223333:role/app";
const NEGATIONS: Readonly<Partial<Record<Atom["base"], string>>> = {
  StringEquals: "StringNotEquals",
  StringEqualsIgnoreCase: "StringNotEqualsIgnoreCase",
  StringLike: "StringNotLike",
  NumericEquals: "NumericNotEquals",
  DateEquals: "DateNotEquals",
  IpAddress: "NotIpAddress",
  ArnLike: "ArnNotLike",
};

/** Policies with values that are none of the operator's kind are refused, save where any text may be one. */
const isWritten = ({ base, operands }: Atom): boolean =>
  base.startsWith("String") || base.startsWith("Arn") || operands.every((operand) => checkOperand(base, operand)?.kind !== "unreadable");

/** Whether a condition on a value holds, in statements that allow and that deny. */
function holds(operator: string, operands: readonly string[]): (value: string) => string {
  const answers = (["Allow", "Deny"] as const).map((Effect) => {
    const all = { Effect: "Allow", Principal: { AWS: CALLER }, Action: "kms:*", Resource: "*" };
    const one = { ...all, Effect, Condition: { [operator]: { "kms:EncryptionContext:x": operands } } };
    const decide = authorizer({
      policies: { resource: { Version: "2012-10-17", Statement: Effect === "Allow" ? [one] : [all, one] } },
    } as never);
    return (value: string) =>
      decide({ principal: CALLER, action: "kms:Decrypt", resource: KEY, encryptionContext: { x: value } }).outcome === "allowed";
  });
  return (value) => answers.map((answer) => answer(value)).join(" ");
}

test("values of one code are decided alike, whatever is made of the comparison", () => {
  let compared = 0;
  for (const atom of ATOMS.filter(isWritten).filter((_, i) => i % 9 === 0)) {
    const code = codeOf(atom);
    const negation = NEGATIONS[atom.base];
    for (const form of [
      atom.base,
      `${atom.base}IfExists`,
      `ForAllValues:${atom.base}`,
      ...(negation ? [negation, `ForAnyValue:${negation}`] : []),
    ]) {
      const decide = holds(form, atom.operands);
      const known = new Map<string, string>();
      for (const value of VALUES) {
        const answer = decide(value);
        expect([form, atom.operands, value, answer]).toEqual([form, atom.operands, value, known.get(code(value)) ?? answer]);
        known.set(code(value), answer);
        compared++;
      }
    }
  }
  expect(compared).toBeGreaterThan(3_000);
});
