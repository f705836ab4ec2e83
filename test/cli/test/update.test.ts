import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import type { Tried } from "../../../src/cli/test/update.ts";
import { updateExpectations } from "../../../src/cli/test/update.ts";
import type { WorldAnswer } from "../../../src/estate/world.ts";
import { createKms } from "../../../src/kms.ts";
import { runTestFile } from "../../../src/tester/run.ts";
import type { TestCase } from "../../../src/tester/test-case.ts";
import { readTestFile } from "../../../src/tester/test-file.ts";
import { KEY, POLICY, suite } from "../test-samples.ts";

const read = (text: string, path: string) => {
  const { file, diagnostics } = readTestFile(path, { readFile: (name) => (name.endsWith("key.json") ? POLICY : text) });
  return file ?? expect.fail(diagnostics.map(({ message }) => message).join());
};

/** Runs a test file, and updates it; gives the names of the cases that pass then, and the text. */
async function updated(text: string, { path = "a.ward.yaml", only = (_: string): boolean => true } = {}) {
  const file = read(text, path);
  const answers = new Map<TestCase, WorldAnswer[]>();
  const tried = new Map<TestCase, Tried>();
  await runTestFile(file, {
    select: ({ name }) => only(name),
    startKms: (world) => createKms({ world }),
    observe: ({ test, answer }) => answers.set(test, [...(answers.get(test) ?? []), answer]),
    onResult: (result, test) => tried.set(test, { test, result, answers: answers.get(test) ?? [] }),
  });
  const update = await updateExpectations(path, text, file.cases, tried);
  const after = await runTestFile(read(update.text, path), { startKms: (world) => createKms({ world }) });
  return {
    ...update,
    failed: after.results.filter(({ status }) => status === "failed").map(({ name }) => name),
    why: update.left.map(({ message }) => message),
  };
}

const READS = (tenant: string) => `encryptionContext: { tenant: ${tenant} }`;

describe("what is written", () => {
  // biome-ignore format: a table reads as a table
  test.each([
    ["an outcome",                   `expect: allow`,                                     `expect: deny`, "b"],
    ["the other way",                `expect: deny # why`,                                `expect: allow # why`, "a"],
    ["a kind of deny stays a kind",  `expect: explicit-deny`,                             `expect: implicit-deny`, "b"],
    ["as it was quoted",             `expect: "allow"`,                                   `expect: "deny"`, "b"],
    ["as it was quoted singly",      `expect: 'allow'`,                                   `expect: 'deny'`, "b"],
    ["in an object",                 `expect: { outcome: allow }`,                        `expect: { outcome: deny }`, "b"],
    ["with its via",                 `expect: { outcome: deny, via: NoDelete }`,          `expect: { outcome: allow, via: AppUse }`, "a"],
    ["the via alone",                `expect: { via: Admin, outcome: allow } # x`,        `expect: { via: AppUse, outcome: allow } # x`, "a"],
    ["over several lines",           `expect:\n  # first\n  outcome: deny\n  via: "NoDelete"`, `expect:\n  # first\n  outcome: allow\n  via: "AppUse"`, "a"],
    ["in front of others",           `expect: allow\nskip: false`,                        `expect: deny\nskip: false`, "b"],
  ])("%s", async (_, before, after, tenant) => {
    const text = suite("name: other\nexpect: deny", `name: x\n${READS(tenant)}\n${before}`, "name: last # one\nexpect: deny");
    const { text: changed, failed, why } = await updated(text);
    expect(changed).toBe(text.replace(before.replaceAll("\n", "\n    "), after.replaceAll("\n", "\n    ")));
    expect({ failed, why }).toEqual({ failed: [], why: [] });
  });

  test("a member more, where the defaults said what to expect", async () => {
    const text = suite(`name: x # one\n${READS("a")} # two`, "name: y").replace("defaults: {", "defaults: { expect: deny,");
    const { text: changed, failed } = await updated(text);
    expect(changed).toBe(text.replace("# two\n", "# two\n    expect: allow\n"));
    expect(failed).toEqual([]);
  });

  test("a member more in a file that ends without a line end, or has those of Windows", async () => {
    const text = suite(`name: x\n${READS("a")}`)
      .replace("defaults: {", "defaults: { expect: deny,")
      .trimEnd();
    expect((await updated(text)).text).toBe(`${text}\n    expect: allow`);
    const windows = `${text}\n`.replaceAll("\n", "\r\n");
    expect((await updated(windows)).text).toBe(`${windows}    expect: allow\r\n`);
  });

  test("a member more in a flow map", async () => {
    const text = suite("{ name: x, encryptionContext: { tenant: a } } # end").replace("defaults: {", "defaults: { expect: deny,");
    expect((await updated(text)).text).toBe(text.replace("tenant: a } }", "tenant: a }, expect: allow }"));
  });

  test("JSON stays as it is written", async () => {
    const world = { keys: { orders: { arn: KEY, policy: "./key.json" } }, principals: { app: "arn:aws:iam::111122223333:role/app" } };
    const defaults = { key: "orders", principal: "app", action: "kms:Decrypt", expect: "deny" };
    const context = { encryptionContext: { tenant: "a" } };
    const text = `${JSON.stringify(
      {
        version: 1,
        world,
        defaults,
        cases: [
          { name: "x", ...context, expect: "deny" },
          { name: "y", ...context },
        ],
      },
      null,
      4,
    )}\n`;
    const { text: changed, failed } = await updated(text, { path: "a.ward.json" });
    const value = JSON.parse(text);
    value.cases[0].expect = "allow";
    value.cases[1].expect = "allow";
    expect(changed).toBe(`${JSON.stringify(value, null, 4)}\n`);
    expect(failed).toEqual([]);
  });

  test("for all rows of a table, where they agree", async () => {
    const text = suite("name: x\neach: { encryptionContext: [{ tenant: b }, { tenant: c }] }\nexpect: allow");
    expect(await updated(text)).toMatchObject({ text: text.replace("expect: allow", "expect: deny"), failed: [], updated: 1 });
  });

  test("for each row that has its own", async () => {
    const rows = (b: string) =>
      `name: x\neach:\n  - { encryptionContext: { tenant: a } }\n  - { encryptionContext: { tenant: b }, expect: ${b} } # row\nexpect: allow`;
    expect(await updated(suite(rows("allow")))).toMatchObject({ text: suite(rows("deny")), failed: [], updated: 1 });
  });

  test("for flows and round trips", async () => {
    const trip = (expected: string) =>
      `name: trip\nroundTrip: { writer: app, reader: app, encryptionContext: { tenant: a } }\nexpect: ${expected}`;
    const flow = (expected: string) => `name: flow\nflow: { s3.PutObject: { bucket: b, key: k } }\nexpect: ${expected}`;
    expect(await updated(suite(trip("deny"), flow("allow")))).toMatchObject({
      text: suite(trip("allow"), flow("deny")),
      failed: [],
      updated: 2,
    });
  });
});

describe("what is left alone, and told", () => {
  // biome-ignore format: a table reads as a table
  test.each([
    ["rows that differ",          "name: x\neach: { encryptionContext: [{ tenant: a }, { tenant: b }] }\nexpect: allow", /its rows differ: some are allow, others deny/],
    ["a because that fails",      `name: x\n${READS("a")}\nexpect: allow\nbecause: [NoDelete]`, /its `because` does not hold/],
    ["a because that would fail", `name: x\n${READS("b")}\nexpect: allow\nbecause: [AppUse]`, /its `because` does not hold/],
    ["a via that nothing fits",   `name: x\n${READS("b")}\nexpect: { outcome: allow, via: AppUse }`, /no statement decides/],
    ["expectations in each",      `name: x $expect\n${READS("b")}\neach: { expect: [allow, deny] }`, /a list of `each`/],
    ["a text of several lines",   `name: x\n${READS("b")}\nexpect: >-\n  allow`, /its text cannot be changed/],
  ])("%s", async (_, entry, why) => {
    const text = suite(entry, "name: other\nexpect: deny");
    const left = await updated(text);
    expect(left.text).toBe(text);
    expect(left.why).toEqual([expect.stringMatching(why)]);
    expect(left.left[0]).toMatchObject({ code: "KW643", severity: "warning", at: { line: 7 } });
  });

  test("an invariant", async () => {
    const text = `${suite("name: other\nexpect: deny")}invariants:\n  - name: never\n    never: { action: kms:Decrypt }\n`;
    expect((await updated(text)).why).toEqual([expect.stringContaining("an invariant has none")]);
  });

  test("rows of which some were not tried", async () => {
    const text = suite("name: x ${encryptionContext.tenant}\neach: { encryptionContext: [{ tenant: b }, { tenant: c }] }\nexpect: allow");
    expect(await updated(text, { only: (name) => name === "x b" })).toMatchObject({
      text,
      why: [expect.stringContaining("some of its rows were not tried")],
    });
  });

  test("what an anchor shares; the others are updated", async () => {
    const shared = (a: string, c: string) =>
      suite(`name: x\n${READS("b")}\nexpect: &e ${a}`, `name: y\n${READS("a")}\nexpect: *e`, `name: z\n${READS("b")}\nexpect: ${c}`);
    const { text, why, failed } = await updated(shared("allow", "allow"));
    expect(text).toBe(shared("allow", "deny"));
    expect(why).toEqual([expect.stringContaining("an anchor shares it")]);
    expect(failed).toEqual(["x"]);
  });

  test("all else of the document keeps its value", async () => {
    const text = suite(`name: x\n${READS("b")}\nexpect: allow`, `name: y\n${READS("a")}\nexpect: deny`);
    const before = parseDocument(text).toJS();
    before.cases[0].expect = "deny";
    before.cases[1].expect = "allow";
    expect(parseDocument((await updated(text)).text).toJS()).toEqual(before);
  });
});
