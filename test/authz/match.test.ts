import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conditionHolds, resourceMatches } from "../../src/authz/match.ts";
import { and, MAYBE, NO, or, YES } from "../../src/authz/tri.ts";
import type { Request } from "../../src/iam/request.ts";
import { ALICE, allow, deny, policy } from "./asking.ts";
import { asked } from "./parts.ts";

type Context = Request["context"];
type Operands = string | readonly string[];

/** Whether the condition holds: one operator, one key, its values. */
const holds = (operator: string, key: string, operands: Operands, changes: Partial<Request> = {}) => {
  const { linked, facts } = asked({ identity: [policy(allow({ Condition: { [operator]: { [key]: operands } } }))] }, changes);
  return conditionHolds(linked.policies[0]!.statements[0]!.conditions[0]!, facts);
};
const given = (operator: string, key: string, operands: Operands, context: Context) => holds(operator, key, operands, { context });

describe("one value (IAM User Guide, conditions with multiple keys or values)", () => {
  // biome-ignore format: a table reads as a table
  test.each<[string, Operands, string, number]>([
    ["StringEquals", "a", "a", YES],
    ["StringEquals", "a", "A", NO],
    ["StringEquals", ["b", "a"], "a", YES], // values are ORed
    ["StringNotEquals", ["b", "a"], "a", NO], // and a negated operator negates that: NOR
    ["StringNotEquals", ["b", "c"], "a", YES],
    ["StringLike", "a*", "abc", YES],
    ["StringNotLike", "a*", "abc", NO],
    ["StringEquals", [], "a", NO], // Access Analyzer: an empty array meets nothing
    ["StringNotEquals", [], "a", YES],
    ["StringNotEqualsIfExists", [], "a", NO],
    ["NumericLessThan", "10", "9", YES],
    ["NumericLessThan", "10", "nine", NO], // what is no number meets no comparison
    ["NumericNotEquals", "10", "nine", YES],
  ])("%s %j of %j", (operator, operands, value, expected) => {
    expect(given(operator, "app:key", operands, { "app:key": value })).toBe(expected);
  });
});

describe("a key that is absent (IAM User Guide, …IfExists; multivalued context keys)", () => {
  // biome-ignore format: a table reads as a table
  test.each([
    ["StringEquals", NO], ["StringNotEquals", YES], ["StringEqualsIfExists", YES], ["StringNotEqualsIfExists", YES],
    ["ForAllValues:StringEquals", YES], ["ForAllValues:StringNotEquals", YES],
    ["ForAnyValue:StringEquals", NO], ["ForAnyValue:StringNotEquals", NO], ["ForAnyValue:StringEqualsIfExists", YES],
  ])("%s: %i", (operator, expected) => expect(holds(operator, "aws:SourceVpc", "vpc-1")).toBe(expected));
});

describe("a key that nobody told", () => {
  // biome-ignore format: a table reads as a table
  test.each<[string, Operands, number]>([
    ["StringEquals", "vpc-1", MAYBE],
    ["StringNotEquals", "vpc-1", MAYBE],
    ["ForAllValues:StringEquals", "vpc-1", MAYBE],
    ["StringEquals", [], NO], // no value meets an empty list, nor does an absent key
    ["StringNotEquals", [], YES], // a value differs from all of none, and an absent key does
    ["StringEqualsIfExists", [], MAYBE], // met if the key is absent
  ])("%s %j: %i", (operator, operands, expected) => {
    expect(holds(operator, "aws:SourceVpc", operands, { unknown: ["aws:SourceVpc"] })).toBe(expected);
  });
});

describe("several values (IAM User Guide, set operators)", () => {
  // biome-ignore format: a table reads as a table
  test.each<[string, Operands, string[], number]>([
    ["ForAllValues:StringEquals", ["a", "b"], ["a", "b"], YES],
    ["ForAllValues:StringEquals", ["a", "b"], ["a", "c"], NO],
    ["ForAllValues:StringEquals", "a", [], YES], // of no values all are met
    ["ForAnyValue:StringEquals", "a", ["c", "a"], YES],
    ["ForAnyValue:StringEquals", "a", ["c"], NO],
    ["ForAnyValue:StringEquals", "a", [], NO],
    ["ForAllValues:StringNotEquals", "a", ["b", "c"], YES],
    ["ForAllValues:StringNotEquals", "a", ["b", "a"], NO],
    ["ForAnyValue:StringNotEquals", "a", ["a", "b"], YES], // one that differs is enough: the usual mistake in a Deny
    ["ForAnyValue:StringNotEquals", "a", ["a"], NO],
    ["ForAllValues:StringNotEquals", [], ["a"], NO],
    ["StringEquals", "a", ["a", "b"], NO], // without a set operator nothing is met,
    ["StringNotEquals", "z", ["a", "b"], NO], // negated or not
  ])("%s %j of %j: %i", (operator, operands, values, expected) => {
    expect(given(operator, "aws:TagKeys", operands, { "aws:TagKeys": values })).toBe(expected);
  });

  test("depend on a value of the policy that nobody told only where no other settles it", () => {
    const unknown = { context: { "aws:TagKeys": ["a", "b"] }, unknown: ["aws:PrincipalTag/k"] };
    expect(holds("ForAnyValue:StringEquals", "aws:TagKeys", ["${aws:PrincipalTag/k}", "b"], unknown)).toBe(YES);
    expect(holds("ForAnyValue:StringEquals", "aws:TagKeys", "${aws:PrincipalTag/k}", unknown)).toBe(MAYBE);
    expect(holds("ForAllValues:StringEquals", "aws:TagKeys", ["${aws:PrincipalTag/k}", "b"], unknown)).toBe(MAYBE);
  });
});

describe("Null (IAM User Guide, condition operator to check existence of condition keys)", () => {
  const key = "aws:TagKeys";
  // biome-ignore format: a table reads as a table
  test.each<[string, Operands, Partial<Request>, number]>([
    ["true wants it absent", "true", {}, YES],
    ["true, of one that is there", "true", { context: { [key]: ["a"] } }, NO],
    ["false wants it there", "false", { context: { [key]: ["a"] } }, YES],
    ["false, of an absent one", "false", {}, NO],
    ["an empty list is null", "true", { context: { [key]: [] } }, YES],
    ["either", ["true", "false"], {}, YES],
    ["of one that nobody told", "true", { unknown: [key] }, MAYBE],
    ["either, of one that nobody told", ["true", "false"], { unknown: [key] }, MAYBE],
    ["no value is met by nothing", [], {}, NO],
  ])("%s", (_, operands, changes, expected) => expect(holds("Null", key, operands, changes)).toBe(expected));

  test("with a set operator says the same whatever the request has (IAM Access Analyzer policy checks)", () => {
    expect(holds("ForAllValues:Null", key, "true", { context: { [key]: ["a"] } })).toBe(YES);
    expect(holds("ForAnyValue:Null", key, "true")).toBe(NO);
  });
});

describe("a policy variable (IAM User Guide, policy variables and tags)", () => {
  const tagged = (team: string, context: Context): Partial<Request> => ({ principal: { arn: ALICE, tags: { team } }, context });
  const team = "${aws:PrincipalTag/team}";

  // biome-ignore format: a table reads as a table
  test.each<[string, string, string, Partial<Request>, number]>([
    ["stands for its value", "StringEquals", team, tagged("a", { "app:team": "a" }), YES],
    ["of which a star is no wildcard", "StringLike", team, tagged("*", { "app:team": "a" }), NO],
    ["beside stars that are", "StringLike", `${team}-*`, tagged("a", { "app:team": "a-1" }), YES],
    ["meets nothing where it has no value", "StringEquals", team, { context: { "app:team": "" } }, NO],
    ["and so its negation holds", "StringNotEquals", team, { context: { "app:team": "" } }, YES],
    ["has its default then", "StringEquals", "${aws:PrincipalTag/team, 'none'}", { context: { "app:team": "none" } }, YES],
    ["may be anything where nobody told it", "StringEquals", team, { context: { "app:team": "a" }, unknown: ["aws:PrincipalTag/team"] }, MAYBE],
    ["of a key with many values has none", "StringEquals", "${aws:TagKeys}", { context: { "app:team": "a", "aws:TagKeys": ["a"] } }, NO],
    ["makes an ARN pattern of which its own part is text", "ArnLike", "arn:aws:sns:*:*:${aws:PrincipalTag/team}", tagged("*", { "app:team": "arn:aws:sns:us-east-1:1:a" }), NO],
  ])("%s", (_, operator, operand, changes, expected) => expect(holds(operator, "app:team", operand, changes)).toBe(expected));

  test("is plain text in a document of Version 2008-10-17", () => {
    const condition = { StringEquals: { "app:team": team } };
    const { linked, facts } = asked(
      { identity: [{ Version: "2008-10-17", Statement: [allow({ Condition: condition })] }] },
      { context: { "app:team": team } },
    );
    expect(conditionHolds(linked.policies[0]!.statements[0]!.conditions[0]!, facts)).toBe(YES);
  });
});

describe("a resource element (IAM User Guide, Resource and NotResource)", () => {
  const bucket = { action: "s3:GetObject", resource: "arn:aws:s3:::alice/a" };
  const matches = (resource: object, changes: Partial<Request> = {}) => {
    const { linked, plan, facts } = asked(
      { identity: [policy({ Effect: "Allow", Action: "s3:*", ...resource })] },
      { ...bucket, ...changes },
    );
    return resourceMatches(linked.policies[0]!.statements[0]!.resource!, plan.resource.text, facts);
  };

  // biome-ignore format: a table reads as a table
  test.each<[object, Partial<Request>, number]>([
    [{ Resource: "*" }, {}, YES],
    [{ Resource: ["arn:aws:s3:::bob/*", "arn:aws:s3:::alice/*"] }, {}, YES],
    [{ Resource: ["arn:aws:s3:::alice/*", "arn:aws:s3:::bob/*"] }, {}, YES],
    [{ Resource: "arn:aws:s3:::bob/*" }, {}, NO],
    [{ NotResource: "arn:aws:s3:::bob/*" }, {}, YES],
    [{ NotResource: ["arn:aws:s3:::bob/*", "arn:aws:s3:::alice/*"] }, {}, NO],
    [{ Resource: "arn:aws:s3:::${aws:username}/*" }, {}, YES],
    [{ NotResource: "arn:aws:s3:::${aws:username}/*" }, {}, NO],
    [{ Resource: "arn:aws:s3:::${aws:PrincipalTag/home}/*" }, {}, NO], // a variable without a value matches nothing
    [{ Resource: "arn:aws:s3:::${aws:PrincipalTag/home}/*" }, { principal: { arn: ALICE, tags: { home: "*" } } }, NO],
    [{ Resource: "arn:aws:s3:::${aws:PrincipalTag/home}/*" }, { unknown: ["aws:PrincipalTag/home"] }, MAYBE],
    [{ NotResource: "arn:aws:s3:::${aws:PrincipalTag/home}/*" }, { unknown: ["aws:PrincipalTag/home"] }, MAYBE],
    [{ Resource: ["arn:aws:s3:::${aws:PrincipalTag/home}/*", "*"] }, { unknown: ["aws:PrincipalTag/home"] }, YES],
  ])("%j with %j: %i", (resource, changes, expected) => expect(matches(resource, changes)).toBe(expected));
});

describe("many values and many operands, which are tried at once", () => {
  const piece = fc.string({ unit: fc.constantFrom("a", "b", "?", "*"), maxLength: 2 });
  const arnOf = (resource: fc.Arbitrary<string>) =>
    fc
      .tuple(fc.constantFrom("aws", "a*", "?ws"), fc.constantFrom("s3", "*"), resource)
      .map(([partition, service, name]) => `arn:${partition}:${service}:::${name}`);
  const operand = fc.oneof(
    { weight: 20, arbitrary: arnOf(piece) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "no pattern",
        "arn:aws:s3:::${aws:PrincipalTag/open}",
        "${aws:PrincipalTag/open}",
        "arn:aws:s3:::${aws:PrincipalTag/none}",
      ),
    },
  );
  const value = fc.oneof(
    { weight: 9, arbitrary: arnOf(fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 3 })) },
    { weight: 1, arbitrary: fc.constant("no ARN") },
  );
  /** Whether it holds, in an Allow or a Deny. */
  const on = (effect: "Allow" | "Deny", operator: string, operands: Operands, values: string | string[]) => {
    const made = (effect === "Allow" ? allow : deny)({ Condition: { [operator]: { "app:key": operands } } });
    const facts = { context: { "app:key": values }, unknown: ["aws:PrincipalTag/open"] };
    const { linked, facts: read } = asked({ identity: [policy(made)] }, facts);
    return conditionHolds(linked.policies[0]!.statements[0]!.conditions[0]!, read);
  };

  // rule iam.operators.arn, rule iam.operators.arn-no-pattern, rule iam.operators.arn-unreadable
  test.each([
    ["ArnLike", "Allow"],
    ["ArnLike", "Deny"],
    ["ArnNotEquals", "Allow"],
    ["ArnNotEquals", "Deny"],
  ] as const)("%s in an %s is as of each value", (operator, effect) => {
    const [seen, sizes] = [new Set<number>(), new Set<boolean>()];
    fc.assert(
      fc.property(
        fc.array(operand, { minLength: 12, maxLength: 16 }),
        fc.array(value, { minLength: 6, maxLength: 8 }),
        fc.constantFrom("", "x".repeat(3_000)),
        (operands, values, long) => {
          const [wanted, all] = [
            [...operands, `arn:aws:s3:::${long}?`],
            [...values, `arn:aws:s3:::a${long}`],
          ];
          const each = all.map((one) => on(effect, operator, wanted, one));
          for (const one of each) seen.add(one);
          sizes.add(long === "");
          expect(on(effect, `ForAnyValue:${operator}`, wanted, all)).toBe(each.reduce(or));
          expect(on(effect, `ForAllValues:${operator}`, wanted, all)).toBe(each.reduce(and));
        },
      ),
      { numRuns: 150 },
    );
    expect([seen.size, sizes.size]).toEqual([3, 2]);
  });
});
