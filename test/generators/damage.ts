import fc from "fast-check";
import { keyPolicyArbitrary } from "./policies.ts";

type Blow = {
  readonly kind: "cut" | "insert" | "repeat" | "replace" | "nest";
  readonly at: number;
  readonly length: number;
  readonly text: string;
};

const DEBRIS = [
  '"',
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "\\",
  "\\u0000",
  "null",
  "1e999",
  "true",
  "${",
  "*",
  "\u2028",
  "\ud800",
  "__proto__",
  '"Effect":"Deny",',
  "//",
  "\u0000",
  "é",
];

const blow: fc.Arbitrary<Blow> = fc.record({
  kind: fc.constantFrom<Blow["kind"]>("cut", "insert", "repeat", "replace", "nest"),
  at: fc.nat(),
  length: fc.integer({ min: 1, max: 12 }),
  text: fc.oneof(fc.constantFrom(...DEBRIS), fc.string({ maxLength: 4 })),
});

function strike(text: string, { kind, at, length, text: debris }: Blow): string {
  const from = text.length === 0 ? 0 : at % text.length;
  const before = text.slice(0, from);
  const hit = text.slice(from, from + length);
  const after = text.slice(from + length);
  switch (kind) {
    case "cut":
      return before + after;
    case "insert":
      return before + debris + hit + after;
    case "repeat":
      return before + hit + hit + after;
    case "replace":
      return before + debris + after;
    case "nest":
      return before + "[".repeat(length * 50) + hit + after;
  }
}

/** The text of a valid key policy after some random damage: it may still be valid. */
export const mutatedPolicyText: fc.Arbitrary<string> = fc
  .tuple(keyPolicyArbitrary, fc.array(blow, { minLength: 1, maxLength: 4 }))
  .map(([policy, blows]) => blows.reduce(strike, JSON.stringify(policy, null, 1)));
