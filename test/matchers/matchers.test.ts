import { describe, expect, test } from "vitest";
import { authorizeFlow } from "../../src/estate/flow.ts";
import { World } from "../../src/estate/world.ts";
import { MatcherUseError, worldsAreEqual } from "../../src/matchers/matcher-input.ts";
import { wardMatchers } from "../../src/matchers/matchers.ts";
import { allow, delegation, KEY, roleIn, worldOf } from "../world/worlds.ts";
import { answerOf, BY_GRANT, KINDS, type Kind, QUESTIONS, UNPOSED, UPLOAD, world } from "./matcher-worlds.ts";

type Name = keyof typeof wardMatchers;

/** What a framework makes of a matcher: it passes if `pass` is, with `.not` if `pass` is not. */
function passes(isNot: boolean, matcher: Name, received: unknown, ...args: readonly unknown[]): boolean {
  return wardMatchers[matcher].call({ isNot }, received, ...args).pass !== isNot;
}

/** Both ways: [as it stands, with `.not`]. */
const both = (matcher: Name, received: unknown, ...args: readonly unknown[]): readonly [boolean, boolean] => [
  passes(false, matcher, received, ...args),
  passes(true, matcher, received, ...args),
];

const YES = [true, false] as const;
const NO = [false, true] as const;
const OPEN = [false, false] as const;

test("the answers are of the kinds that they stand for", () => {
  for (const kind of KINDS) expect(answerOf(kind).outcome).toBe(kind);
});

describe("of every kind of answer, as it stands and with `.not`", () => {
  // biome-ignore format: a table reads as a table
  const TABLE: readonly (readonly [Name, Name, readonly unknown[], Readonly<Record<Kind, readonly [boolean, boolean]>>])[] = [
    ["toAllow",             "toBeAllowed",      [],               { allowed: YES, explicitDeny: NO,  implicitDeny: NO,  undetermined: OPEN }],
    ["toDeny",              "toBeDenied",       [],               { allowed: NO,  explicitDeny: YES, implicitDeny: YES, undetermined: OPEN }],
    ["toDeny",              "toBeDenied",       ["explicit"],     { allowed: NO,  explicitDeny: YES, implicitDeny: NO,  undetermined: OPEN }],
    ["toDeny",              "toBeDenied",       ["implicit"],     { allowed: NO,  explicitDeny: NO,  implicitDeny: YES, undetermined: OPEN }],
    ["toLeaveUndetermined", "toBeUndetermined", [],               { allowed: NO,  explicitDeny: NO,  implicitDeny: NO,  undetermined: YES }],
    ["toLeaveUndetermined", "toBeUndetermined", ["AWS:sourceip"], { allowed: NO,  explicitDeny: NO,  implicitDeny: NO,  undetermined: YES }],
    ["toLeaveUndetermined", "toBeUndetermined", ["aws:userid"],   { allowed: NO,  explicitDeny: NO,  implicitDeny: NO,  undetermined: NO }],
  ];

  test.each(TABLE)("%s and %s %j", (ofWorld, ofAnswer, args, expected) => {
    for (const kind of KINDS) {
      expect([kind, both(ofWorld, world, QUESTIONS[kind], ...args)]).toEqual([kind, expected[kind]]);
      expect([kind, both(ofAnswer, answerOf(kind), ...args)]).toEqual([kind, expected[kind]]);
    }
  });

  test("toHaveOutcome takes the word as it is", () => {
    for (const kind of KINDS)
      for (const word of KINDS) expect(both("toHaveOutcome", answerOf(kind), word)).toEqual(kind === word ? YES : NO);
  });
});

describe("toBeDecidedBy", () => {
  // biome-ignore format: a table reads as a table
  test.each<[Kind, readonly string[], readonly [boolean, boolean]]>([
    ["allowed",      ["AllowApp"],                YES],
    ["allowed",      ["key policy#AllowApp"], YES],
    ["allowed",      ["key policy#0"],       YES],
    ["allowed",      ["AllowFromOffice"],         NO],
    ["allowed",      ["AllowApp", "NeverDelete"], NO],
    ["allowed",      ["allowapp"],                NO],
    ["explicitDeny", ["NeverDelete"],             YES],
    ["implicitDeny", ["AllowApp"],                NO],
    ["undetermined", ["AllowFromOffice"],         OPEN],
  ])("%s by %j", (kind, names, expected) => {
    expect(both("toBeDecidedBy", answerOf(kind), ...names)).toEqual(expected);
  });

  test("names grants by what they are called", () => {
    expect(both("toBeDecidedBy", world.authorize(BY_GRANT), "grant nightly")).toEqual(YES);
    expect(both("toBeDecidedBy", world.authorize(BY_GRANT), "grant daily")).toEqual(NO);
  });
});

describe("flows", () => {
  const denied = { ...UPLOAD, flow: "s3.GetObject", parameters: { bucket: "b", key: "k", bucketKey: false } };

  test("are allowed as a whole, or denied by their first refusal", () => {
    expect(both("toAllow", world, denied)).toEqual(NO);
    expect(both("toDeny", world, denied)).toEqual(YES);
    expect(both("toDeny", world, denied, "implicit")).toEqual(YES);
    expect(both("toDeny", world, denied, "explicit")).toEqual(NO);
  });

  test("are not allowed by their last step alone", () => {
    const policies = [allow("kms:Decrypt")];
    const reader = worldOf({ principals: { app: { arn: roleIn("app"), policies } }, keys: { orders: { arn: KEY, policy: delegation() } } });
    const upload = { ...UPLOAD, parameters: { ...UPLOAD.parameters, bucketKey: true } };
    const flow = authorizeFlow(reader, upload);
    expect(flow.ok && flow.value.steps.map(({ answer }) => answer.outcome)).toEqual(["implicitDeny", "allowed"]);
    expect(both("toAllow", reader, upload)).toEqual(NO);
    expect(wardMatchers.toAllow.call({}, reader, upload).message()).toContain("check 1 of 2, as caller");
  });

  test("that are none cannot be asked", () => {
    for (const isNot of [false, true]) {
      expect(() => passes(isNot, "toAllow", world, { ...UPLOAD, flow: "s3.PutObjekt" })).toThrow(
        /cannot be asked[\s\S]*did you mean `s3.PutObject`/,
      );
      expect(() => passes(isNot, "toDeny", world, { ...UPLOAD, key: "order" })).toThrow(MatcherUseError);
    }
  });
});

describe("of all requests", () => {
  const open = worldOf({
    principals: { app: roleIn("app") },
    keys: { orders: { arn: KEY, policy: allow("kms:Decrypt", { Principal: "*" }) } },
  });
  const closed = worldOf({
    principals: { app: roleIn("app") },
    keys: { orders: { arn: KEY, policy: allow("kms:Decrypt", { Principal: { AWS: roleIn("app") } }) } },
  });

  test("toNeverAllow passes what is proved, and fails with a request", () => {
    expect(both("toNeverAllow", world, { action: "kms:Decrypt", unless: { "aws:PrincipalAccount": "111122223333" } })).toEqual(YES);
    expect(both("toNeverAllow", world, { action: "kms:Decrypt" })).toEqual(NO);
    expect(wardMatchers.toNeverAllow.call({}, world, { action: "kms:Decrypt" }).message()).toMatch(
      /expect\(world\)\.toNeverAllow\(requests\)\n\nExpected: no such request allowed\nReceived: app may kms:Decrypt on orders\n\nrequest: \{"action"/,
    );
    const message = wardMatchers.toNeverAllow.call({ isNot: true }, world, { principal: "app", action: "kms:PutKeyPolicy" }).message();
    expect(message).toContain("It would be otherwise if the policy of key orders allowed kms:PutKeyPolicy to app.");
  });

  test("what can never fail passes neither way", () =>
    expect(both("toNeverAllow", world, { principal: "444455556666", action: "kms:PutKeyPolicy" })).toEqual(OPEN));

  test("toGrantNoMoreThan tells what is gained", () => {
    expect(both("toGrantNoMoreThan", closed, open)).toEqual(YES);
    expect(both("toGrantNoMoreThan", open, open)).toEqual(YES);
    expect(both("toGrantNoMoreThan", open, closed)).toEqual(NO);
    expect(wardMatchers.toGrantNoMoreThan.call({}, open, closed).message()).toMatch(/\+ anyone.* may Decrypt on orders\n.*request: \{/);
  });
});

describe("nothing passes, with `.not` or without, of", () => {
  const mistakes: readonly (readonly [string, Name, unknown, readonly unknown[], RegExp])[] = [
    ["a question with an unknown name", "toDeny", world, [UNPOSED], /cannot be asked[\s\S]*`ap`/],
    ["its answer", "toBeDenied", world.authorize(UNPOSED), [], /cannot be asked/],
    ["a misspelt key", "toBeUndetermined", answerOf("undetermined"), ["kms:ViaServce"], /did you mean `kms:ViaService`\? \[KW408\]/],
    ["its answer, undetermined", "toBeUndetermined", world.authorize(UNPOSED), [], /cannot be asked/],
    ["its answer, word for word", "toHaveOutcome", world.authorize(UNPOSED), ["undetermined"], /cannot be asked/],
    ["a method that was not called", "toAllow", world, [() => UNPOSED], /was given a function: name the action, with its brackets/],
    ["no question", "toAllow", world, [], /wants a question, and was given undefined/],
    [
      "another kind of denial",
      "toDeny",
      world,
      [QUESTIONS.allowed, "explict"],
      /knows the kinds "explicit" and "implicit", and was given "explict"/,
    ],
    ["an outcome in other words", "toHaveOutcome", answerOf("allowed"), ["allow"], /did you mean "allowed"/],
    ["no names", "toBeDecidedBy", answerOf("allowed"), [], /was given none/],
    ["a name that is no text", "toBeDecidedBy", answerOf("allowed"), [undefined], /each a string, and was given undefined/],
    ["an argument too many", "toBeAllowed", answerOf("allowed"), ["AllowApp"], /takes no argument, and was given 1/],
    ["nobody that is there", "toNeverAllow", world, [{ principal: "ap" }], /leads nowhere[\s\S]*did you mean `app`[\s\S]*KW501/],
    ["a baseline that is no world", "toGrantNoMoreThan", world, ["world.yaml"], /the baseline of toGrantNoMoreThan is for worlds/],
    ["a misspelt member", "toNeverAllow", world, [{ actions: "kms:Decrypt" }], /no member `actions`: did you mean `action`/],
    ["a member of another form", "toNeverAllow", world, [{ unless: "o-1" }], /`unless` is a map of values/],
  ];
  test.each(mistakes)("%s: %s", (_, matcher, received, args, told) => {
    for (const isNot of [false, true]) expect(() => passes(isNot, matcher, received, ...args)).toThrow(told);
  });

  // biome-ignore format: a table reads as a table
  const strangers: readonly (readonly [string, Name, unknown, readonly unknown[], RegExp])[] = [
    ["an answer for a world",      "toAllow",       answerOf("allowed"), [QUESTIONS.allowed], /for worlds, and was given an answer: .*expect\(answer\)\.toBeAllowed/],
    ["a promise for a world",      "toDeny",        Promise.resolve(world), [QUESTIONS.allowed], /was given a promise: write `await loadWorld/],
    ["a copy of a world",          "toAllow",       Object.create(World.prototype), [QUESTIONS.allowed], /an object that is no world, answer or question/],
    ["an object for a world",      "toAllow",       {}, [QUESTIONS.allowed], /an object that is no world, answer or question/],
    ["a world for an answer",      "toBeAllowed",   world, [], /for answers, and was given a world: ask it first/],
    ["a question for an answer",   "toBeDenied",    QUESTIONS.explicitDeny, [], /was given a question: ask a world/],
    ["nothing for an answer",      "toBeDecidedBy", undefined, ["AllowApp"], /was given undefined/],
    ["a text for an answer",       "toHaveOutcome", "allowed", ["allowed"], /was given a string/],
  ];
  test.each(strangers)("%s: %s", (_, matcher, received, args, told) => {
    expect(both(matcher, received, ...args)).toEqual(OPEN);
    expect(wardMatchers[matcher].call({}, received, ...args).message()).toMatch(told);
  });
});

test("a world equals itself, and no other although nothing of it is to be seen", () => {
  const other = worldOf({ keys: {} });
  expect(world.estate).not.toEqual(other.estate);
  expect(worldsAreEqual(world, other)).toBe(false);
  expect(worldsAreEqual(world, world)).toBe(true);
  expect(worldsAreEqual(world, {})).toBe(undefined);
});

test("a matcher needs no context", () => {
  const { toBeAllowed } = wardMatchers;
  expect((toBeAllowed as (received: unknown) => { pass: boolean })(answerOf("allowed")).pass).toBe(true);
});

test("errors of use begin where the matcher was called", () => {
  const call = () => wardMatchers.toAllow.call({}, world, undefined);
  try {
    call();
  } catch (error) {
    expect((error as Error).stack?.split("\n").find((line) => /^\s+at /.test(line))).toContain("matchers.test.ts");
    return;
  }
  expect.unreachable();
});
