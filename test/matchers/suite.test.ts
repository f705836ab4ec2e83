import { describe, expect, test } from "vitest";
import { defineSuites, type SuiteFile, WardFailure } from "../../src/matchers/suite.ts";
import { runTestFile } from "../../src/tester/run.ts";
import { readTestFile } from "../../src/tester/test-file.ts";
import { KEY, roleIn } from "../world/worlds.ts";

const HEAD = `version: 1
world:
  principals: { app: ${roleIn("app")} }
  keys:
    orders:
      arn: ${KEY}
      policy: ./orders-key.json
defaults: { principal: app, key: orders }
cases:
`;
const POLICY = `{ "Version": "2012-10-17", "Statement": [
  { "Sid": "AllowApp", "Effect": "Allow", "Principal": { "AWS": "${roleIn("app")}" }, "Action": "kms:Decrypt", "Resource": "*" },
  { "Sid": "NoDelete", "Effect": "Deny", "Principal": "*", "Action": "kms:ScheduleKeyDeletion", "Resource": "*" }
] }`;

const path = "orders.ward.yaml";
const readerOf =
  (text: string) =>
  (name: string): string =>
    ({ [path]: text, "orders-key.json": POLICY })[name] ?? expect.unreachable(`reads ${name}`);
const read = (text: string): SuiteFile => ({ path, ...readTestFile(path, { readFile: readerOf(text) }) });

type Defined = { readonly mode: "run" | "skip" | "only"; readonly name: string; readonly run: () => Promise<string> };

/** What is defined for a file, and what becomes of each test: "passed", or the stack of its error. */
function defined(text: string, options: { allowOnly?: boolean } = {}): readonly Defined[] {
  const tests: Defined[] = [];
  let suite = "";
  const add =
    (mode: Defined["mode"]) =>
    (name: string, body: () => unknown): void => {
      const run = () => Promise.resolve(body()).then(() => "passed", (error) => error.stack); // biome-ignore format: one thing
      tests.push({ mode, name: `${suite} > ${name}`, run });
    };
  defineSuites([read(text)], {
    framework: {
      describe: (name, body) => {
        suite = name;
        body();
      },
      test: Object.assign(add("run"), { skip: add("skip"), only: add("only") }),
    },
    run: async (file, one) => (await runTestFile({ ...file, cases: [one] }, { only: false })).results[0],
    locate: (file) => `/policies/${file}`,
    textOf: readerOf(text),
    allowOnly: options.allowOnly ?? true,
  });
  return tests;
}
const casesOf = (lines: string, options = {}) => defined(HEAD + lines, options);

describe("a file", () => {
  test("is a suite, and its cases are tests, a row of a table each", async () => {
    const tests = casesOf(`
  - { name: decrypts, action: kms:Decrypt, expect: allow, because: AllowApp }
  - { name: no more, each: { action: [kms:Encrypt, kms:Sign] }, expect: implicit-deny }
  - { name: late, skip: not yet, action: kms:Sign, expect: allow }
`);
    expect(tests.map(({ mode, name }) => [mode, name])).toEqual([
      ["run", "orders.ward.yaml > decrypts"],
      ["run", expect.stringMatching(/no more.*kms:Encrypt/)],
      ["run", expect.stringMatching(/no more.*kms:Sign/)],
      ["skip", "orders.ward.yaml > late"],
    ]);
    expect(await Promise.all(tests.slice(0, 3).map(({ run }) => run()))).toEqual(["passed", "passed", "passed"]);
  });

  test("that cannot be read is one failing test, with all that is wrong and where", async () => {
    const [one, ...others] = casesOf(`
  - { name: a, action: kms:Decrypt, expekt: allow }
  - { name: b, action: kms:Decrypt, expect: alow }
`);
    expect(others).toEqual([]);
    expect(one?.name).toBe("orders.ward.yaml > can be read");
    const stack = await one?.run();
    expect(stack).toContain(
      "WardFailure: orders.ward.yaml cannot be read\n\norders.ward.yaml:11:37 error: unknown member `expekt` [KW101]",
    );
    expect(stack).toContain("orders.ward.yaml:12:");
    expect(stack?.split("\n").filter((line) => line.startsWith("    at "))[0]).toBe("    at /policies/orders.ward.yaml:11:37");
  });
});

describe("a case that fails", () => {
  test("tells why, and where in its file and in the policy", async () => {
    const [one] = casesOf("\n  - { name: deletes, action: kms:ScheduleKeyDeletion, expect: allow }\n");
    const stack = (await one?.run()) ?? "";
    expect(stack).toMatch(/^WardFailure: expected allow, got explicit-deny: /);
    expect(stack).toContain("\n\nExpected: allow\nReceived: explicit-deny\n\nDENIED (explicit)   kms:ScheduleKeyDeletion");
    expect(stack.split("\n").slice(-3)).toEqual([
      "policy  orders-key.json:3:3",
      "    at /policies/orders.ward.yaml:11:5",
      "    at /policies/orders-key.json:3:3",
    ]);
  });

  test("shows the text of the case, as far as it is there", async () => {
    const places = [{ file: path, line: 2, column: 3, pointer: "" }];
    const frameOf = (textOf: (file: string) => string) => new WardFailure("x", places, { locate: String, textOf }).codeFrame;
    expect(frameOf(() => "a\nb b\t\r\n\u001bc\nd\ne")).toBe(
      ["orders.ward.yaml:2:3", "     1 | a", ">    2 | b b", "           ^", "     3 | \\u001bc", "     4 | d"].join("\n"),
    );
    expect(frameOf(() => "")).toBe("orders.ward.yaml:2:3\n     1 |");
    const gone = () => {
      throw new Error("gone");
    };
    expect(frameOf(gone)).toBeUndefined();
  });

  test("with a code names it", async () => {
    const [one] = defined(`${HEAD}
  - { name: a, action: kms:Decrypt, expect: allow }
invariants:
  - { name: never, never: { action: kms:Decrypt } }
`).slice(1);
    expect(await one?.run()).toMatch(/^WardFailure: refuted: /);
  });
});

test("`only` is the framework's own, and an error where nobody sees it", async () => {
  const lines = `
  - { name: a, action: kms:Decrypt, expect: allow, only: true }
  - { name: b, action: kms:Decrypt, expect: allow }
`;
  expect(casesOf(lines).map(({ mode }) => mode)).toEqual(["only", "run"]);
  const strict = casesOf(lines, { allowOnly: false });
  expect(strict.map(({ mode }) => mode)).toEqual(["run", "run"]);
  expect(await strict[0]?.run()).toMatch(
    /^WardFailure: `only` leaves all other cases out.*\[KW608\]\n {4}at \/policies\/orders\.ward\.yaml:11:5$/,
  );
  expect(await strict[1]?.run()).toBe("passed");
});

test("a case that was not tried has not passed", async () => {
  const [one] = ((tests: Defined[]) => {
    const add = (name: string, body: () => unknown) =>
      void tests.push({ mode: "run", name, run: () => Promise.resolve(body()).then(() => "passed", String) });
    defineSuites([read(`${HEAD}\n  - { name: a, action: kms:Decrypt, expect: allow }\n`)], {
      framework: { describe: (_, body) => body(), test: Object.assign(add, { skip: add, only: add }) },
      run: async () => undefined,
      locate: String,
      textOf: String,
      allowOnly: true,
    });
    return tests;
  })([]);
  expect(await one?.run()).toBe("WardFailure: the case was not tried");
});

test("after ten cases that one cause failed, the others refer to the first", async () => {
  const tests = casesOf(`
  - { name: sealed, each: { action: [${["Encrypt", "Sign", "Verify", "GetPublicKey", "DescribeKey", "ListGrants", "RevokeGrant", "CreateGrant", "EnableKey", "DisableKey", "TagResource", "UntagResource"].map((name) => `kms:${name}`).join(", ")}] }, expect: allow }
  - { name: deletes, action: kms:ScheduleKeyDeletion, expect: allow }
`);
  const stacks = [];
  for (const each of tests) stacks.push(await each.run());
  expect(stacks.filter((stack) => stack.includes("AWS would answer"))).toHaveLength(11); // ten, and the one that another statement decides
  expect(stacks[10]).toMatch(/It failed as "sealed.*kms:Encrypt.*" did, which has the explanation; run this case alone to see its own\./);
  expect(stacks[12]).toContain("NoDelete");
});
