import { expect, test } from "vitest";
import { placeText } from "../../src/matchers/matcher-report.ts";
import { wardMatchers } from "../../src/matchers/matchers.ts";
import { worldOf } from "../world/worlds.ts";
import { answerOf, QUESTIONS, UNPOSED, UPLOAD, world } from "./matcher-worlds.ts";

const message = (context: object, matcher: keyof typeof wardMatchers, received: unknown, ...args: readonly unknown[]): string =>
  wardMatchers[matcher].call(context, received, ...args).message();

test("a failure says what was expected, what came, why, what is closest to allowed, and where to look", () => {
  const text = message({}, "toAllow", world, QUESTIONS.implicitDeny);
  const order = [
    "expect(world).toAllow(question)\n\nExpected: allow\nReceived: implicit-deny\n\nDENIED (implicit)   kms:Decrypt",
    "AllowApp         ✗ condition  StringEquals kms:EncryptionContext:tenant",
    'wanted "t1"   got "t2"   orders-key.json:10',
    'closest to allowed  change encryptionContext.tenant to "t1"   → allowed by AllowApp',
    "\n\npolicy  orders-key.json:4:5",
  ].map((part) => text.indexOf(part));
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(text.split("\n").filter((line) => /\s$/.test(line))).toEqual([]);
});

test.each([
  [{ isNot: true }, "toAllow", world, [QUESTIONS.allowed], "expect(world).not.toAllow(question)\n\nExpected: not allow\nReceived: allow\n"],
  [
    {},
    "toDeny",
    world,
    [QUESTIONS.allowed, "explicit"],
    'expect(world).toDeny(question, "explicit")\n\nExpected: explicit-deny\nReceived: allow\n',
  ],
  [
    { promise: "resolves" },
    "toBeAllowed",
    answerOf("explicitDeny"),
    [],
    "expect(answer).resolves.toBeAllowed()\n\nExpected: allow\nReceived: explicit-deny\n",
  ],
  [
    {},
    "toBeDecidedBy",
    answerOf("implicitDeny"),
    ["A", "B"],
    "Expected: decided by A, B\nReceived: implicit-deny, which no statement decided\n",
  ],
  [{}, "toBeDecidedBy", answerOf("allowed"), ["A"], "Received: decided by AllowApp\n"],
  [
    {},
    "toBeUndetermined",
    answerOf("undetermined"),
    ["aws:userid"],
    "Expected: undetermined without aws:userid\nReceived: undetermined without aws:SourceIp\n",
  ],
  [{}, "toHaveOutcome", answerOf("allowed"), ["implicitDeny"], "Expected: implicitDeny\nReceived: allowed\n"],
] as const)("its head with %j: %s", (context, matcher, received, args, expected) => {
  expect(message(context, matcher, received, ...args)).toContain(expected);
});

test("an open answer says what it depends on, and passes neither way", () => {
  for (const [isNot, matcher] of [[false, "toAllow"], [true, "toAllow"], [false, "toDeny"], [true, "toDeny"]] as const) // biome-ignore format: pairs
    expect(message({ isNot }, matcher, world, QUESTIONS.undetermined)).toContain(
      "It depends on what the question does not give (aws:SourceIp): give it",
    );
});

test("of a flow, the check that is refused is told with its place among all", () => {
  const parameters = { bucket: "b", key: "k", bucketKey: false };
  expect(message({}, "toAllow", world, { ...UPLOAD, parameters })).toMatch(
    /\n\ncheck 1 of \d+, as caller\n\nDENIED \(implicit\) {3}kms:GenerateDataKey/,
  );
});

test("colours are those of the framework, and there are none without it", () => {
  const paint = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
  const utils = { EXPECTED_COLOR: paint("e"), RECEIVED_COLOR: paint("r"), DIM_COLOR: paint("d"), BOLD_WEIGHT: paint("b") };
  const text = message({ utils }, "toAllow", world, QUESTIONS.implicitDeny);
  expect(text).toContain("<d>expect(</d><r>world</r><d>)</d><d>.</d>toAllow<d>(</d><e>question</e><d>)</d>");
  expect(text).toContain("Expected: <e>allow</e>\nReceived: <r>implicit-deny</r>");
  expect(text).toContain("<r>✗</r>");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
  expect(message({}, "toAllow", world, QUESTIONS.implicitDeny)).not.toMatch(/[\u001b<>]/);
});

test("what cannot be printed is written out", () => {
  const evil = "\u001b[2Jx";
  const policy = {
    Statement: [
      {
        Sid: "A",
        Effect: "Allow",
        Principal: "*",
        Action: "kms:*",
        Resource: "*",
        Condition: { StringEquals: { [`aws:PrincipalTag/${evil}`]: evil } },
      },
    ],
  };
  const odd = worldOf({ principals: { app: "arn:aws:iam::111122223333:role/app" }, keys: { orders: { policy } } });
  const question = { ...UNPOSED, principal: "app", encryptionContext: { [evil]: evil } };
  expect(message({}, "toAllow", odd, question)).not.toContain("\u001b");
  expect(message({}, "toBeUndetermined", odd.authorize(question), `app:${evil}`)).not.toContain("\u001b");
  expect(message({}, "toBeDecidedBy", odd.authorize(question), evil)).not.toContain("\u001b");
});

test.each([
  [{ file: "a.json", line: 3, column: 7, pointer: "/x" }, "a.json:3:7"],
  [{ file: "a.json", line: 3, pointer: "/x" }, "a.json:3"],
  [{ file: "world", pointer: "/keys/orders" }, "world /keys/orders"],
  [{ file: "world", pointer: "" }, "world"],
])("a place %j is %j", (place, text) => {
  expect(placeText(place)).toBe(text);
});
