import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { authorizer } from "../../src/cases/authorizer.ts";
import { OPERATOR_NAMES, OPERATORS, parseOperatorName } from "../../src/iam/operators.ts";

type Context = Readonly<Record<string, string | readonly string[]>>;
type Block = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

const SESSION = "arn:aws:sts::111122223333:assumed-role/tester/laws"; // hardly a key is derived for it: the context is what is given
const KEY = "example:key"; // of no service: text in the context is single-valued, a list is multivalued

const ANYTHING = { Effect: "Allow", Action: "*", Resource: "*" };

/** Whether a condition holds, asked from outside: a policy that allows under it, or denies what another statement allows; an action of no service. */
function holds(condition: Block, context: Context, effect: "Allow" | "Deny" = "Allow"): boolean {
  const statements = [...(effect === "Deny" ? [ANYTHING] : []), { ...ANYTHING, Effect: effect, Condition: condition }];
  const authorize = authorizer({ policies: { identity: [{ Version: "2012-10-17", Statement: statements }] } });
  const { outcome } = authorize({
    principal: SESSION,
    action: "example:Do",
    resource: "*",
    context: context as Record<string, string | string[]>,
  });
  expect(effect === "Deny" ? ["allowed", "explicitDeny"] : ["allowed", "implicitDeny"]).toContain(outcome);
  return outcome === (effect === "Deny" ? "explicitDeny" : "allowed");
}
const on = (
  operator: string,
  operands: string | readonly string[],
  value?: string | readonly string[],
  effect: "Allow" | "Deny" = "Allow",
): boolean => holds({ [operator]: { [KEY]: operands } }, value === undefined ? {} : { [KEY]: value }, effect);

/** What an operator may be written with and asked about: each pool nearly matches itself, and half of it is unreadable as a value. */
const POOLS = {
  string: { operands: ["a", "A", "ab", "a*", "?", "*", ""], values: ["a", "A", "ab", "abc", "a*", "", "?"] },
  numeric: { operands: ["1", "1.0", "-1", "10", "9.5", "1e1"], values: ["1", "01", "-1", "10", "9.50", "one", "", "1e1", "10."] },
  date: {
    operands: ["2024-01-01", "1704067200", "2024-01-01T00:00:00.5Z", "2023-12-31T23:00-01:00"],
    values: ["2024-01-01T00:00:00Z", "1704067200.5", "0", "later", "", "2024-01-01T00:00", "+1704067200"],
  },
  bool: { operands: ["true", "false", "TRUE", "yes"], values: ["true", "false", "True", "", "1"] },
  binary: { operands: ["QQ==", "QQ", "QR==", "QUI="], values: ["QQ==", "QQ", "Qg==", "%", ""] },
  ip: {
    operands: ["203.0.113.0/24", "203.0.113.7", "2001:db8::/32", "0.0.0.0/0", "::/0"],
    values: ["203.0.113.7", "203.0.114.7", "2001:db8::1", "::1", "::ffff:203.0.113.7", "203.0.113", ""],
  },
  arn: {
    operands: ["arn:aws:iam::111122223333:role/app", "arn:aws:iam::*:role/*", "arn:aws:svc:r:a:*", "*", "arn:aws:iam:*"],
    values: [
      "arn:aws:iam::111122223333:role/app",
      "arn:aws:iam::111122223333:role/team/app",
      "arn:aws:svc:r:a:b:c",
      "app",
      "",
      "arn:aws:iam::111122223333",
    ],
  },
} as const;

/** What is none of its kind in the pools of operators that want values of their kind. */
const NONE: readonly string[] = ["203.0.113", "*", "arn:aws:iam:*", "app", "", "arn:aws:iam::111122223333"];
const isReadable = (name: string, ...texts: readonly string[]): boolean =>
  OPERATORS[baseOf(name).base].unreadable === "no match" || texts.every((text) => !NONE.includes(text));

const baseOf = (name: string) => {
  const parsed = parseOperatorName(name);
  if (parsed === undefined || parsed.base === "Null") throw new Error(`${name} tests no value`);
  const { base, negated } = parsed;
  const { type, variables } = OPERATORS[base];
  return { base, negated, type, variables };
};
const POSITIVE = Object.keys(OPERATORS) as (keyof typeof OPERATORS)[];
const NEGATED = OPERATOR_NAMES.filter((name) => name !== "Null" && baseOf(name).negated);
const TESTING = [...POSITIVE, ...NEGATED];
const positiveOf = (name: string): string => baseOf(name).base;

const operandsOf = (name: string) => fc.uniqueArray(fc.constantFrom(...POOLS[baseOf(name).type].operands), { minLength: 1, maxLength: 3 });
const oneOf = (name: string) => fc.constantFrom<string>(...POOLS[baseOf(name).type].values);
const RUNS = { numRuns: 25 }; // for each operator

describe("a value that is there", () => {
  it.each(NEGATED)("%s holds exactly when its positive does not", (name) => {
    fc.assert(
      fc.property(operandsOf(name), oneOf(name), (operands, value) => {
        fc.pre(isReadable(name, value, ...operands));
        expect(on(name, operands, value)).toBe(!on(positiveOf(name), operands, value));
      }),
      RUNS,
    );
  });

  it.each(TESTING)("%s holds of several operands as it does of each: one is enough, or none may match", (name) => {
    fc.assert(
      fc.property(operandsOf(name), oneOf(name), (operands, value) => {
        fc.pre(isReadable(name, value, ...operands));
        const matches = operands.map((operand) => on(positiveOf(name), operand, value));
        expect(on(name, operands, value)).toBe(matches.some((match) => match) !== baseOf(name).negated);
      }),
      RUNS,
    );
  });

  it.each(TESTING)("%sIfExists holds of it as %s does", (name) => {
    fc.assert(
      fc.property(operandsOf(name), oneOf(name), (operands, value) => {
        expect(on(`${name}IfExists`, operands, value)).toBe(on(name, operands, value));
      }),
      RUNS,
    );
  });

  it.each(TESTING)("%s with a set operator takes it for a set of one", (name) => {
    fc.assert(
      fc.property(operandsOf(name), oneOf(name), (operands, value) => {
        expect(on(`ForAllValues:${name}`, operands, value)).toBe(on(name, operands, value));
        expect(on(`ForAnyValue:${name}`, operands, value)).toBe(on(name, operands, value));
      }),
      RUNS,
    );
  });
});

// Recorded of AWS (radkawar/stackd, testdata/aws/iam, 2026-09)
describe("a value that is none of its kind", () => {
  const VOIDED = TESTING.filter((name) => OPERATORS[baseOf(name).base].unreadable === "void");
  const ARN = VOIDED.filter((name) => baseOf(name).type === "arn");

  it.each(VOIDED)("%s does not hold of one in the request", (name) => {
    const operands = POOLS[baseOf(name).type].operands;
    for (const value of POOLS[baseOf(name).type].values.filter((text) => !isReadable(name, text))) {
      for (const effect of ["Allow", "Deny"] as const) {
        for (const operand of operands) expect(on(name, operand, value, effect), `${operand} on ${value}`).toBe(false);
      }
    }
  });

  it.each(ARN)("%s with one in the policy fails in an Allow and holds in a Deny, unless one before it matched", (name) => {
    fc.assert(
      fc.property(operandsOf(name), oneOf(name), fc.constantFrom("Allow" as const, "Deny" as const), (operands, value, effect) => {
        const none = operands.findIndex((operand) => !isReadable(name, operand));
        fc.pre(isReadable(name, value) && none >= 0);
        const matched = operands.slice(0, none).some((operand) => on(positiveOf(name), operand, value));
        expect(on(name, operands, value, effect)).toBe(matched ? !baseOf(name).negated : effect === "Deny");
      }),
      { numRuns: 60 },
    );
  });
});

describe("a list of values", () => {
  const listOf = (name: string) => fc.array(oneOf(name), { maxLength: 3 });

  it.each(TESTING)("ForAllValues:%s wants every value to hold, ForAnyValue one of them", (name) => {
    fc.assert(
      fc.property(operandsOf(name), listOf(name), (operands, list) => {
        const each = list.map((value) => on(name, operands, value));
        for (const suffix of ["", "IfExists"]) {
          expect(on(`ForAllValues:${name}${suffix}`, operands, list)).toBe(each.every((value) => value));
          expect(on(`ForAnyValue:${name}${suffix}`, operands, list)).toBe(each.some((value) => value));
        }
      }),
      RUNS,
    );
  });

  it.each(["StringLike", "StringNotLike"])("%s of many values and many operands, which are tried at once, is as of each", (name) => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "?", "*"), minLength: 1, maxLength: 4 });
    const operands = fc.array(word, { minLength: 10, maxLength: 14 });
    const list = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 4 }), { minLength: 7, maxLength: 9 });
    fc.assert(
      fc.property(operands, list, fc.constantFrom("x", "x".repeat(3_000)), (wanted, given, long) => {
        const [asked, values] = [
          [...wanted, `${long}?`],
          [...given, long],
        ];
        const each = values.map((value) => on(name, asked, value));
        expect(on(`ForAllValues:${name}`, asked, values)).toBe(each.every((value) => value));
        expect(on(`ForAnyValue:${name}`, asked, values)).toBe(each.some((value) => value));
      }),
      { numRuns: 30 },
    );
  });

  // Our reading, where the docs only say that a set operator must be used
  it.each(TESTING)("%s without a set operator never holds of it, negated or not, with IfExists or without", (name) => {
    fc.assert(
      fc.property(operandsOf(name), listOf(name), (operands, list) => {
        expect(on(name, operands, list)).toBe(false);
        expect(on(`${name}IfExists`, operands, list)).toBe(false);
      }),
      { numRuns: 15 },
    );
  });
});

describe("an absent key", () => {
  // IAM User Guide, condition operators, and single-valued and multivalued context keys; of ForAnyValue with IfExists it says two things
  const table = (negated: boolean) => ({
    "": negated,
    IfExists: true,
    "ForAllValues:": true,
    "ForAllValues:IfExists": true,
    "ForAnyValue:": false,
    "ForAnyValue:IfExists": true,
  });

  it.each(TESTING)("%s, in every shape", (name) => {
    const shape = (affixes: string) =>
      affixes.endsWith("IfExists") ? `${affixes.slice(0, -"IfExists".length)}${name}IfExists` : `${affixes}${name}`;
    const expected = table(baseOf(name).negated);
    const [operand] = POOLS[baseOf(name).type].operands;
    const found = Object.keys(expected).map((affixes) => [affixes, on(shape(affixes), operand)]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  it("hits a Deny for an absent key only with IfExists", () => {
    const denied = (operator: string) => holds({ [operator]: { "aws:AssumedRoot": "false" } }, {});
    expect([denied("Bool"), denied("BoolIfExists")]).toEqual([false, true]); // as long-term access keys have no aws:MultiFactorAuthPresent at all
  });
});

describe("no operand", () => {
  // IAM Access Analyzer, policy checks: empty values
  it.each([
    ["StringEquals", "a", false],
    ["ForAnyValue:StringEquals", ["a"], false],
    ["ForAllValues:StringEquals", ["a"], false],
    ["StringEqualsIfExists", "a", false],
    ["StringEquals", undefined, false],
    ["ForAnyValue:StringEquals", undefined, false],
    ["ForAllValues:StringEquals", undefined, true],
    ["StringEqualsIfExists", undefined, true],
  ] as const)("%s [] on %j: %s", (name, value, expected) => expect(on(name, [], value)).toBe(expected));
});

describe("Null", () => {
  it.each([
    ["true", undefined, true],
    ["false", undefined, false],
    ["true", "a", false],
    ["false", "a", true],
    ["TRUE", undefined, true],
    ["true", "", false], // an empty text is a value (our reading)
    ["true", [], true], // an empty list is none
    ["false", [], false],
    ["true", ["a"], false],
    [["true", "false"], undefined, true],
    [["true", "false"], "a", true],
  ] as const)("%j on %j: %s", (operand, value, expected) => expect(on("Null", operand, value)).toBe(expected));

  // IAM Access Analyzer, policy checks: Null with a qualifier
  it("with a set operator says always the same", () => {
    for (const operand of ["true", "false"]) {
      for (const value of [undefined, "a", ["a"], []]) {
        expect([on("ForAllValues:Null", operand, value), on("ForAnyValue:Null", operand, value)]).toEqual([true, false]);
      }
    }
  });
});

describe("several conditions", () => {
  it("must all hold", () => {
    const condition = fc.constantFrom<[string, string]>(
      ["StringEquals", "example:one"],
      ["StringEquals", "example:second"],
      ["StringNotEquals", "example:one"],
      ["Null", "example:second"],
    );
    const value = fc.constantFrom(undefined, "true", "x");
    fc.assert(
      fc.property(fc.uniqueArray(condition, { selector: ([operator, key]) => operator + key }), value, value, (conditions, a, b) => {
        const context: Record<string, string> = {
          ...(a !== undefined && { "example:one": a }),
          ...(b !== undefined && { "example:second": b }),
        };
        const block: Record<string, Record<string, string>> = {};
        for (const [operator, key] of conditions) block[operator] = { ...block[operator], [key]: "true" };
        const each = conditions.map(([operator, key]) => holds({ [operator]: { [key]: "true" } }, context));
        expect(holds(block, context)).toBe(each.every((one) => one));
      }),
      { numRuns: 200 },
    );
  });
});

describe("orders", () => {
  it.each(["Numeric", "Date"])("of %s operators are one order: a readable value is less, equal or greater", (type) => {
    fc.assert(
      fc.property(operandsOf(`${type}Equals`), oneOf(`${type}Equals`), ([operand = ""], value) => {
        const is = (name: string) => on(`${type}${name}`, operand, value);
        const readable = is("LessThan") || is("Equals") || is("GreaterThan");
        expect([is("LessThan"), is("Equals"), is("GreaterThan")].filter((one) => one)).toHaveLength(readable ? 1 : 0);
        expect(is("LessThanEquals")).toBe(is("LessThan") || is("Equals"));
        expect(is("GreaterThanEquals")).toBe(is("GreaterThan") || is("Equals"));
        expect(is("NotEquals")).toBe(!is("Equals")); // true of what is no number
      }),
      { numRuns: 80 },
    );
  });
});

describe("patterns", () => {
  const field = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 3 });
  const plain = fc.string({ unit: fc.constantFrom("a", "b", ":"), maxLength: 3 });
  const arn = (each: fc.Arbitrary<string>, last: fc.Arbitrary<string>) =>
    fc.tuple(each, each, each, each, last).map((fields) => `arn:${fields.join(":")}`);

  it("of ArnEquals and ArnLike are the same, and match nothing that StringLike does not", () => {
    fc.assert(
      fc.property(arn(field, field), fc.oneof(arn(plain, plain), plain), (operand, value) => {
        const like = on("ArnLike", operand, value);
        expect(on("ArnEquals", operand, value)).toBe(like);
        expect(on("ArnNotEquals", operand, value)).toBe(value.startsWith("arn:") && value.split(":").length >= 6 && !like);
        if (like) expect(on("StringLike", operand, value)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("of StringLike match what StringEquals does, when they have no wildcard", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "A", "é"), maxLength: 4 }),
        fc.string({ unit: fc.constantFrom("a", "A", "é"), maxLength: 4 }),
        (operand, value) => {
          const equal = on("StringEquals", operand, value);
          expect(on("StringLike", operand, value)).toBe(equal);
          if (equal) expect(on("StringEqualsIgnoreCase", operand, value)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("variables", () => {
  const WITH = [...POSITIVE.filter((name) => baseOf(name).variables), ...NEGATED.filter((name) => baseOf(name).variables)];
  const asText = (text: string) => text.replaceAll("$", "${$}").replaceAll("*", "${*}").replaceAll("?", "${?}");
  const spiteful = fc.oneof(
    fc.constantFrom("arn:aws:iam::1:role/x", "true", "${example:b}", "a*"),
    fc.string({ unit: fc.constantFrom("a", "A", "*", "?", "${", "}"), maxLength: 4 }),
  );

  it.each(WITH.filter((name) => name !== "Bool"))(
    "%s takes what a variable stands for as text: as if it had been written, with nothing special in it",
    (name) => {
      fc.assert(
        fc.property(spiteful, spiteful, (given, value) => {
          const written = holds({ [name]: { [KEY]: asText(given) } }, { [KEY]: value });
          expect(holds({ [name]: { [KEY]: "${example:given}" } }, { [KEY]: value, "example:given": given, "example:b": value })).toBe(
            written,
          );
          expect(holds({ [name]: { [KEY]: "${EXAMPLE:Given, 'x'}" } }, { [KEY]: value, "example:given": given })).toBe(written);
        }),
        { numRuns: 60 },
      );
    },
  );

  it("let Bool be compared with another key", () => {
    const asks = (given: string, value: string) => holds({ Bool: { [KEY]: "${example:given}" } }, { [KEY]: value, "example:given": given });
    expect([asks("true", "TRUE"), asks("false", "true"), asks("yes", "yes"), asks("", "")]).toEqual([true, false, true, true]);
  });

  it.each(WITH)("%s matches nothing with a variable that has no value, whatever else its text is", (name) => {
    const { negated, type } = baseOf(name);
    for (const value of POOLS[type].values.filter((text) => isReadable(name, text))) {
      for (const operand of ["${example:none}", "*${example:none}", "${example:list}", "${example:list, 'x'}"]) {
        expect(holds({ [name]: { [KEY]: operand } }, { [KEY]: value, "example:list": [value] }), operand).toBe(negated); // nor can a multivalued key be one
      }
    }
  });

  it.each(["2008-10-17", undefined])("are text in version %s", (version) => {
    const asks = (operand: string, value: string) => {
      const statement = { Effect: "Allow", Action: "example:Do", Resource: "*", Condition: { StringEquals: { [KEY]: operand } } };
      const authorize = authorizer({ policies: { identity: [{ ...(version && { Version: version }), Statement: [statement] }] } });
      return (
        authorize({ principal: SESSION, action: "example:Do", resource: "*", context: { [KEY]: value, "example:given": "a" } }).outcome ===
        "allowed"
      );
    };
    expect([asks("${example:given}", "a"), asks("${example:given}", "${example:given}"), asks("${*}", "*"), asks("${*}", "${*}")]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
});

test("names of keys ignore case, of tags too; values do not", () => {
  const context = { "Example:KEY": "a", "aws:RequestTag/Team": "Red" };
  expect(holds({ StringEquals: { "example:key": "a", "AWS:requesttag/TEAM": "Red" } }, context)).toBe(true);
  expect(holds({ StringEquals: { "aws:RequestTag/Team": "red" } }, context)).toBe(false);
});
