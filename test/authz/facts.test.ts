import { describe, expect, test } from "vitest";
import { causeOf, Facts, isUnknown, PENDING, type RequestFacts, type Slot, type Values } from "../../src/authz/facts.ts";
import { UNTOLD } from "../../src/authz/untold.ts";
import { SEVERAL, UNKNOWN } from "../../src/iam/variables.ts";
import { ALICE, allow, policy } from "./asking.ts";
import { asked } from "./parts.ts";

const request = asked({}).facts.request;
const NOTHING_ELSE = { usual: undefined, possible: undefined, settledBy: undefined, insteadOf: undefined };

/** Facts of hand-made slots, which count how often they are worked out. */
function counted(
  names: readonly string[],
  { sent = [1, 1, 1], values, unknown = [] as string[] }: { sent?: number[]; values?: Values; unknown?: string[] } = {},
) {
  const worked: string[] = [];
  const derive = (name: string) => () => {
    worked.push(name);
    return `derived ${name}`;
  };
  const slots = names.map((name, index): Slot => ({ index, name, key: undefined, derived: derive(name), ...NOTHING_ELSE }));
  const scope = { slots, indexes: new Map(names.map((name, i) => [name, i])), available: Uint8Array.from(sent) };
  const facts = new Facts({ ...request, unknown } as RequestFacts, scope, values ?? names.map(() => PENDING));
  return { facts, worked };
}

describe("the value of a condition key", () => {
  test("is worked out when first read, and once", () => {
    const { facts, worked } = counted(["aws:a", "aws:b"]);
    expect(worked).toEqual([]);
    expect([facts.value(1), facts.value(1)]).toEqual(["derived aws:b", "derived aws:b"]);
    expect(worked).toEqual(["aws:b"]);
  });

  test("is the request's own, where it gives one, also if that is absence", () => {
    const { facts, worked } = counted(["aws:a", "aws:b"], { values: ["given", undefined] });
    expect([facts.value(0), facts.value(1)]).toEqual(["given", undefined]);
    expect(worked).toEqual([]);
  });

  test("is unknown where the request says so, but for a key of KMS that AWS cannot send with the check", () => {
    const names = ["kms:a", "aws:b", "aws:c"];
    const { facts, worked } = counted(names, { sent: [0, 0, 1], unknown: ["kms:a", "aws:b"] });
    expect(names.map((_, i) => facts.value(i))).toEqual([undefined, UNTOLD, "derived aws:c"]);
    expect(worked).toEqual(["aws:c"]);
  });

  test("is absent where AWS cannot send it", () => {
    expect(counted(["aws:a"], { sent: [0] }).facts.value(0)).toBeUndefined();
  });

  test("is found by its name, and absent where no policy reads the key", () => {
    const { facts } = counted(["aws:a"]);
    expect([facts.named("aws:a"), facts.named("aws:other")]).toEqual(["derived aws:a", undefined]);
  });

  test("stands for a policy variable only if it is one value (IAM User Guide, policy variables)", () => {
    const { facts } = counted(["aws:a", "aws:b", "aws:c"], { values: ["one", ["one"], UNTOLD] });
    expect(["aws:a", "aws:b", "aws:c", "aws:d"].map((name) => facts.lookup(name))).toEqual(["one", SEVERAL, UNKNOWN, undefined]);
  });
});

describe("a key is unknown because of another that is (our own rule)", () => {
  // biome-ignore format: a table reads as a table
  test.each([
    ["aws:sourcevpc",             ["aws:sourcevpc"],               "aws:sourcevpc"],
    ["aws:sourcevpc",             ["aws:sourcevpce"],              undefined],
    ["kms:encryptioncontext:a",   ["kms:encryptioncontextkeys"],   "kms:encryptioncontextkeys"], // any pair may be there
    ["kms:encryptioncontext:a",   ["kms:encryptioncontext:b"],     undefined],
    ["kms:encryptioncontextkeys", ["kms:encryptioncontext:b"],     "kms:encryptioncontext:b"],
    ["aws:viaawsservice",         ["kms:viaservice"],              "kms:viaservice"],
    ["aws:calledvia",             ["kms:viaservice"],              "kms:viaservice"],
    ["aws:calledviafirst",        ["kms:viaservice"],              "kms:viaservice"],
    ["aws:calledvialast",         ["kms:viaservice"],              "kms:viaservice"],
    ["kms:grantisforawsresource", ["kms:viaservice"],              "kms:viaservice"],
    ["kms:viaservice",            ["aws:viaawsservice"],           "aws:viaawsservice"],
    ["aws:calledvia",             ["kms:grantisforawsresource"],   "kms:grantisforawsresource"],
    ["aws:multifactorauthpresent", ["aws:multifactorauthage"],     "aws:multifactorauthage"],
    ["kms:encryptioncontext:a",   ["kms:encryptioncontext:"],      "kms:encryptioncontext:"], // a family
    ["aws:principaltag/team",     ["aws:principaltag/"],           "aws:principaltag/"],
    ["aws:principaltag/team",     ["aws:requesttag/"],             undefined],
    ["aws:currenttime",           ["aws:epochtime"],               "aws:epochtime"], // the same moment, written otherwise
    ["aws:epochtime",             ["aws:currenttime"],             "aws:currenttime"],
    ["aws:epochtime",             ["aws:epochtime"],               "aws:epochtime"],
    ["aws:currenttime",           [],                              undefined],
  ] as const)("%s, of %j: %s", (name, unknown, cause) => {
    expect(causeOf(name, unknown)).toBe(cause);
    expect(isUnknown(name, unknown)).toBe(cause !== undefined);
  });
});

test("a request has them from the policies that read them", () => {
  const where = { StringEquals: { "aws:username": "alice", "kms:EncryptionContext:a": "1" } };
  const { linked, facts } = asked({ identity: [policy(allow({ Condition: where }))] }, { principal: ALICE, encryptionContext: { A: "1" } });
  expect(linked.slots.map(({ name, index }) => [name, facts.value(index)])).toEqual([
    ["aws:username", "alice"],
    ["kms:encryptioncontext:a", "1"],
  ]);
});
