import fc from "fast-check";
import { expect, test } from "vitest";
import { CONDITION_KEYS } from "../../src/catalog/condition-keys.ts";
import { decide } from "../../src/index.ts";
import { conditionBlockArbitrary } from "../generators/conditions.ts";
import { resourcePatternArbitrary } from "../generators/policies.ts";
import { oracleCondition } from "../oracle/condition.ts";
import { oracleResourceMatches } from "../oracle/pattern.ts";

/** Condition blocks and Resource patterns alone, where whole cases seldom come to their edges. */

/** Keys that say something where nobody gives them: what they follow from, or that AWS always sends them, is no matter of a block alone. */
const NEVER_ABSENT = CONDITION_KEYS.filter(({ untold }) => untold !== "optional").map(({ name }) => name.toLowerCase());

const EFFECT = fc.constantFrom("Allow" as const, "Deny" as const);
type Context = Readonly<Record<string, string | string[]>>;

/** Whether the condition of a statement holds for an unsigned request, or whether that is not known; undefined: the policy is refused. */
function engineSays(Condition: object, context: Context, { version: Version = "2012-10-17", effect = "Allow", unknown = [] as string[] }) {
  const anything = { Effect: "Allow", Principal: "*", Action: "example:Do", Resource: "*" };
  const Statement = [...(effect === "Deny" ? [anything] : []), { ...anything, Effect: effect, Condition }];
  const { invalid, outcome } = decide({
    request: { principal: "anonymous", action: "example:Do", resource: "*", context, unknown },
    policies: { resource: { Version, Statement } },
  });
  if (invalid !== undefined) return undefined;
  return outcome === "undetermined" ? "unknown" : outcome === (effect === "Deny" ? "explicitDeny" : "allowed");
}

test("a Condition block holds for a context exactly when the oracle says so", () => {
  fc.assert(
    fc.property(conditionBlockArbitrary, fc.constantFrom("2012-10-17", "2008-10-17"), EFFECT, ({ block, context }, version, effect) => {
      const text = JSON.stringify(block).toLowerCase();
      const given = Object.keys(context).map((key) => key.toLowerCase());
      fc.pre(!NEVER_ABSENT.some((key) => text.includes(key) && !given.includes(key)));
      const said = engineSays(block, context, { version, effect });
      fc.pre(said !== undefined); // the parser refuses a few that the oracle would read
      expect(said).toBe(oracleCondition(block, context, { version, effect }));
    }),
    { numRuns: 1000 },
  );
});

/** Texts of which about half are values of their kind, each of them in several spellings. */
const text = (maxLength: number, ...units: string[]) => fc.string({ unit: fc.constantFrom(...units), maxLength });
const TEXTS: readonly (readonly [operators: readonly string[], texts: fc.Arbitrary<string>])[] = [
  [["NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericGreaterThanEquals"], text(6, "0", "1", "9", ".", "-", "+", "e", "E")],
  [
    ["DateEquals", "DateNotEquals", "DateLessThan", "DateGreaterThanEquals"],
    fc
      .tuple(
        fc.constantFrom("2024-02-29", "2024-03-01", "2023-02-29", "2024-02", "1709164800", "+1709164800"),
        fc.constantFrom("", "", "T00:00", "T00:00:00", "t23:59:59", "T24:00"),
        fc.constantFrom("", "", ".0", ".0009", ".001", ".0019"),
        fc.constantFrom("", "", "Z", "z", "+01:00", "-24:00"),
      )
      .map((parts) => parts.join("")),
  ],
  [["Bool"], fc.constantFrom("true", "True", "TRUE", "false", "", "1", " true", "yes")],
  [["BinaryEquals"], text(5, "Q", "R", "U", "I", "=", "!")],
  [
    ["IpAddress", "NotIpAddress"],
    fc.oneof(
      fc
        .tuple(text(3, "0", "1", "2"), fc.constantFrom("", "/0", "/8", "/+8", "/032", "/33", "/ 8"))
        .map(([n, length]) => `10.${n}.0.1${length}`),
      fc
        .tuple(
          fc.constantFrom("::", "::ffff:", "2001:db8::", "::FFFF:0:", "1:2:3:4:5:6:", "64:ff9b::"),
          fc.constantFrom("", "1", "0:0", "10.0.0.1", "10.00.000.01", "a00:1", "10.0.0", "%1"),
          fc.constantFrom("", "", "/0", "/96", "/104", "/128", "/129"),
        )
        .map((parts) => parts.join("")),
    ),
  ],
  [
    ["ArnLike", "ArnNotLike", "ArnEquals", "ArnNotEquals"],
    fc
      .tuple(
        fc.constantFrom("arn", "arn", "arn", "a*", "urn", ""),
        fc.array(fc.constantFrom("a", "*", "?", ""), { minLength: 3, maxLength: 6 }),
      )
      .map(([first, fields]) => [first, ...fields].join(":")),
  ],
  [["StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"], text(3, "Σ", "σ", "ς", "k", "\u212a", "İ", "i", "ß", "ẞ", ".", "𐐀", "𐐨")],
  [["StringLike", "StringNotLike"], text(5, "a", "🔑", "\ud83d", "\udd11", "?", "*")],
];

test("an operator reads two texts as the oracle does", () => {
  const question = fc.oneof(
    ...TEXTS.map(([operators, texts]) =>
      fc.record({
        operator: fc.constantFrom(...operators),
        wanted: fc.array(
          fc.oneof(texts, fc.constantFrom("${app:x}", "${app:many, 'a'}", "${app:y, 'a'}", "arn:a:a::a:${app:y}", "ar${app:y}:a:a:a:a:a")),
          {
            minLength: 1,
            maxLength: 3,
          },
        ),
        given: fc.oneof(texts, fc.array(texts, { maxLength: 3 })),
        x: texts,
        set: fc.constantFrom("", "", "ForAnyValue:", "ForAllValues:"),
      }),
    ),
  );
  const unknowns = fc.constantFrom<string[]>([], [], ["app:y"], ["app:value"], ["app:x"]);
  let read = 0;
  fc.assert(
    fc.property(question, EFFECT, unknowns, ({ operator, wanted, given, x, set }, effect, unknown) => {
      const block = { [set + operator]: { "app:value": wanted } };
      const context = Object.fromEntries(
        Object.entries({ "app:value": given, "app:x": x, "app:many": ["a"] }).filter(([key]) => !unknown.includes(key)),
      );
      const said = engineSays(block, context, { effect, unknown });
      fc.pre(said !== undefined);
      read++;
      expect(said).toBe(oracleCondition(block, context, { effect, unknown }));
    }),
    { numRuns: 1_000 },
  );
  expect(read).toBeGreaterThan(500);
});

test("a Resource pattern matches an ARN exactly when the oracle says so", () => {
  const ofNoKey = (text: string) => text.replaceAll("arn:aws:kms", "arn:aws:example"); // so that any ARN can be asked about
  fc.assert(
    fc.property(resourcePatternArbitrary, ({ pattern, arn, policyType }) => {
      const policy = { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "*", Resource: ofNoKey(pattern) }] };
      fc.pre(policyType === "identity" || policyType === "boundary" || policyType === "session");
      const answer = decide({
        request: { principal: "arn:aws:iam::111122223333:user/alice", action: "example:Do", resource: ofNoKey(arn) },
        policies: { [policyType]: policyType === "boundary" ? policy : [policy] },
      });
      fc.pre(answer.invalid === undefined); // a session policy with an incomplete ARN
      expect(answer.outcome === "explicitDeny").toBe(oracleResourceMatches(pattern, arn, policyType));
    }),
    { numRuns: 1000 },
  );
});
