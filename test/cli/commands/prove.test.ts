import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { kmsward } from "../fake-io.ts";

const WORLD = ["-w", "fixtures/examples/orders/orders.world.yaml"];
const OWN = "{ action: kms:Decrypt, unless: { aws:PrincipalAccount: ['111122223333', '444455556666'] } }";
const UPLOADER = "{ principal: uploader, action: kms:Decrypt, key: orders, unless: { kms:ViaService: s3.us-east-1.amazonaws.com } }";

describe("an invariant of the command line", () => {
  test("that is proved tells what it rests on", async () => {
    const { code, out } = await kmsward(["prove", "--never", UPLOADER, ...WORLD]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^proved {3}never .*\n {9}It would fail if .* had no condition \S+ on kms:ViaService:\n {9}then uploader may Decrypt on orders/,
    );
    expect(out).toContain("1 invariant: 1 proved\n");
  });

  test("that is refuted shows a request, which the evaluator confirms", async () => {
    const { code, out } = await kmsward(["prove", "--only", "{ principal: app, action: Decrypt, key: orders }", ...WORLD]);
    expect(code).toBe(2);
    expect(out).toContain("uploader may Decrypt on orders");
    const [, words = ""] = /try kmsward (.*)/.exec(out) ?? [];
    expect(await kmsward(words.split(" "))).toMatchObject({ code: 0, out: expect.stringMatching(/^ALLOW/i) });
  });

  test("in all its ways at once, for programs", async () => {
    const { code, out } = await kmsward([
      "prove",
      "--never",
      OWN,
      "--always",
      "{ principal: app, action: Decrypt }",
      "--format",
      "json",
      ...WORLD,
    ]);
    const { version, results } = JSON.parse(out) as { version: number; results: readonly Record<string, unknown>[] };
    expect([code, version]).toEqual([2, 1]);
    expect(results.map(({ verdict, witness, control }) => [verdict, witness !== undefined, control !== undefined])).toEqual([
      ["proved", false, true],
      ["refuted", true, false],
    ]);
  });

  test("that can never fail is told so, and ends with 3 under --strict", async () => {
    const vacuous = ["prove", "--never", "{ principal: 'arn:aws:iam::999988887777:role/x', action: kms:PutKeyPolicy }", ...WORLD];
    expect(await kmsward(vacuous)).toMatchObject({ code: 0, out: expect.stringContaining("It can never fail") });
    expect(await kmsward([...vacuous, "--strict"])).toMatchObject({ code: 3 });
  });
});

describe("the invariants of a test file", () => {
  test("are proved or refuted, the cases left out", async () => {
    const { code, out } = await kmsward(["prove", "fixtures/tests/documented"]);
    expect(code).toBe(2);
    expect(out).toMatch(/^refuted {2}nobody outside the organization can ever decrypt\n {9}app may Decrypt on orders\n/);
    expect(out).toContain("1 invariant: 0 proved, 1 refuted\n");
  });

  test("are there, or it is an error", async () =>
    expect(await kmsward(["prove", "fixtures/tests/documented", "-t", "no such name"])).toMatchObject({
      code: 1,
      err: expect.stringContaining("there is no invariant to prove"),
    }));
});

describe("what leads nowhere is told, and proves nothing", () => {
  // biome-ignore format: a table reads as a table
  test.each([
    ["a member", ["--never", "{ actio: kms:Decrypt }"], "did you mean `action`?"],
    ["an action", ["--never", "{ action: kms:Decrpt }"], "did you mean `kms:Decrypt`?"],
    ["an action on no key", ["--never", "{ action: kms:CreateKey }"], "is not checked on a key"],
    ["a key", ["--never", "{ key: ordes }"], "did you mean `orders`?"],
    ["a principal", ["--always", "{ principal: ap }"], "no principal `ap`"],
    ["a pattern of principals", ["--never", "{ principal: 'a*' }"], "is no pattern of principals"],
    ["a condition key", ["--never", "{ unless: { aws:PrincipalOrgId2: x } }"], "did you mean `aws:PrincipalOrgID`?"],
    ["a value", ["--never", "{ context: { aws:MultiFactorAuthPresent: x } }"], "is no value of"],
    ["an exception without keys", ["--never", "{ unless: {} }"], "`unless` names no condition key"],
    ["nobody", ["--only", "{ action: kms:Decrypt }"], "`only` names no principal"],
    ["no YAML", ["--never", "{ action"], "is no YAML"],
  ])("%s", async (_, words, message) =>
    expect(await kmsward(["prove", ...words, ...WORLD])).toMatchObject({ code: 1, out: "", err: expect.stringContaining(message) }));

  test("no world, and two", async () => {
    expect(await kmsward(["prove", "--never", "{}"])).toMatchObject({ code: 1, err: expect.stringContaining("no world is given") });
    expect(await kmsward(["prove", "fixtures/tests/documented", ...WORLD])).toMatchObject({
      code: 1,
      err: expect.stringContaining("worlds of their own"),
    });
    expect(await kmsward(["prove", "x", "--never", "{}", ...WORLD])).toMatchObject({ code: 1, err: expect.stringContaining("both given") });
  });
});

test("questions are written in SMT-LIB, a file an invariant and key", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kmsward-"));
  try {
    const { code, err } = await kmsward(["prove", "--never", UPLOADER, "--smtlib", folder, ...WORLD]);
    expect([code, err]).toEqual([0, expect.stringMatching(/^wrote 1 question to /m)]);
    const [file = ""] = readdirSync(folder);
    expect(readFileSync(join(folder, file), "utf8")).toContain("; unsat: proved, of this key");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
