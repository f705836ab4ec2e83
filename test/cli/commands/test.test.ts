import { mkdirSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import fc from "fast-check";
import { XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import type { TestReport } from "../../../src/report/tests/report.ts";
import { kmsward } from "../fake-io.ts";
import { FAILS, folder, named, PASSES, POLICY, SKIPS, suite, suites } from "../test-samples.ts";

const names = (report: TestReport) => report.files.flatMap(({ results }) => results.map(({ name, status }) => `${status} ${name}`));
const jsonOf = async (args: readonly string[], env = {}) =>
  JSON.parse((await kmsward(["test", ...args, "--reporter", "json"], { env })).out) as TestReport;

describe("exit codes", () => {
  test("0: all passed", async () => {
    const at = suites({ "a.ward.yaml": suite(PASSES, SKIPS) });
    const { code, out, err } = await kmsward(["test", at()]);
    expect(out).toContain(` ✓ ${at("a.ward.yaml")} (2 cases, 1 skipped)`);
    expect(out).toContain(" Cases  1 passed | 1 skipped (2)");
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  test("2: a case failed, told with its explanation and both places", async () => {
    const at = suites({ "a.ward.yaml": suite(PASSES, FAILS) });
    const { code, out, err } = await kmsward(["test", at()]);
    expect(out).toContain("expected allow, got implicit-deny");
    expect(out).toContain("closest to allowed");
    expect(out).toContain(`   at ${at("a.ward.yaml")}:10:5\n   policy ${at("key.json")}:4:5\n`);
    expect({ code, err }).toEqual({ code: 2, err: "" });
  });

  test("1: a file that cannot be run, and the others are run all the same", async () => {
    const at = suites({ "a.ward.yaml": suite("name: x\nacton: kms:Decrypt"), "b.ward.yaml": suite(PASSES, FAILS) });
    const { code, out, err } = await kmsward(["test", at()]);
    expect(out).toContain(`${at("a.ward.yaml")}:8:5 error: unknown member \`acton\` [KW101]`);
    expect(out).toContain(" Files  2 failed (2)\n Cases  1 failed | 1 passed (2)");
    expect({ code, err }).toEqual({ code: 1, err: "" });
  });

  test("1: and where no reporter tells people, standard error does", async () => {
    const at = suites({ "a.ward.yaml": suite("name: x\nacton: kms:Decrypt") });
    const { code, out, err } = await kmsward(["test", at(), "--reporter", "json"]);
    expect(JSON.parse(out).files[0].errors).toHaveLength(1);
    expect(err).toContain("unknown member `acton` [KW101]");
    expect(code).toBe(1);
  });

  test.each([
    ["no test file", { "other.yaml": "a: 1" }, [], "KW640"],
    ["no case of that name", { "a.ward.yaml": suite(PASSES) }, ["-t", "nothing"], "KW641"],
    ["no case", { "a.ward.yaml": "version: 1\nworld: {}\n" }, [], "KW010"],
    ["an unknown reporter", { "a.ward.yaml": suite(PASSES) }, ["--reporter", "jsn"], "KW001"],
    ["an unknown option", { "a.ward.yaml": suite(PASSES) }, ["--coverge"], "KW003"],
  ])("1: %s", async (_, files, args, code) => {
    const ran = await kmsward(["test", suites(files)(), ...args]);
    expect(`${ran.err}${ran.out}`).toContain(`[${code}]`);
    expect(ran.code).toBe(1);
  });

  test("2: coverage below its threshold; 0 at it", async () => {
    const at = suites({ "a.ward.yaml": suite(PASSES) });
    const run = (threshold: string) => kmsward(["test", at(), "--coverage-threshold", threshold]);
    const short = await run("90");
    expect(short.err).toMatch(/coverage of total is [\d.]+ % \(\d+ of \d+\), wanted 90 % \[KW644\]/);
    expect(short.out).toContain("key.json");
    expect(short.code).toBe(2);
    expect((await run("statements=33")).code).toBe(0);
    expect((await run("statements=34")).code).toBe(2);
  });
});

describe("which cases", () => {
  test("-t takes some of a name; files without such a case are not mentioned", async () => {
    const at = suites({ "a.ward.yaml": suite(named("one"), named("two")), "b.ward.yaml": suite(named("three")) });
    expect(names(await jsonOf([at(), "-t", "TWO"]))).toEqual(["passed two"]);
    expect((await jsonOf([at(), "-t", "two"])).files).toHaveLength(1);
    expect(names(await jsonOf([at(), "-t", "one", "-t", "three"]))).toEqual(["passed one", "passed three"]);
  });

  test("`only` leaves out the cases of all files", async () => {
    const at = suites({ "a.ward.yaml": suite(named("one"), `${named("two")}\nonly: true`), "b.ward.yaml": suite(named("three")) });
    expect(names(await jsonOf([at()]))).toEqual(["skipped one", "passed two", "skipped three"]);
  });

  test("`only` is an error in CI, unless it is allowed", async () => {
    const at = suites({ "a.ward.yaml": suite(`${named("two")}\nonly: true`) });
    const refused = await kmsward(["test", at()], { env: { CI: "true" } });
    expect(refused.out).toContain("[KW608]");
    expect(refused.code).toBe(1);
    expect((await kmsward(["test", at(), "--allow-only"], { env: { CI: "true" } })).code).toBe(0);
    expect((await kmsward(["test", at()], { env: { CI: "false" } })).code).toBe(0);
  });

  test("--bail stops over all files", async () => {
    const at = suites({ "a.ward.yaml": suite(FAILS, PASSES), "b.ward.yaml": suite(PASSES) });
    expect(names(await jsonOf([at(), "--bail"])).map((name) => name.split(" ")[0])).toEqual(["failed", "skipped", "skipped"]);
    expect(names(await jsonOf([at(), "--bail=2"])).map((name) => name.split(" ")[0])).toEqual(["failed", "passed", "passed"]);
  });

  test("--list prints places and names, and runs nothing", async () => {
    const at = suites({ "a.ward.yaml": suite(FAILS, SKIPS) });
    const path = at("a.ward.yaml");
    const text = await kmsward(["test", at(), "--list"]);
    expect(text).toEqual({ code: 0, out: `${path}:7:5  the app reads tenant b\n${path}:10:5  some day  (skipped: not yet)\n`, err: "" });
    expect(JSON.parse((await kmsward(["test", at(), "--list=json", "-t", "reads"])).out)).toEqual([
      { file: path, name: "the app reads tenant b", line: 7, column: 5 },
    ]);
  });

  test.each([["3"], ["json"]])("a value that would be taken for a file is told: %s", async (word) => {
    const at = suites({ "a.ward.yaml": suite(PASSES) });
    const option = word === "3" ? "--bail" : "--list";
    const { code, err } = await kmsward(["test", at(), option, word]);
    expect(err).toContain(`write \`${option}=${word}\``);
    expect(code).toBe(1);
  });
});

test("a file of a repository may name files of all of it, from wherever the command runs", async () => {
  const above = suite(PASSES).replace("./key.json", "../key.json");
  const at = suites({ "tests/a.ward.yaml": above });
  expect((await kmsward(["test", at("tests")])).out).toContain("leads out of the folder of the world");
  mkdirSync(at(".git"));
  expect(await kmsward(["test", at("tests")])).toMatchObject({ code: 0 });
  expect(await kmsward(["test", relative(".", at("tests/a.ward.yaml"))])).toMatchObject({ code: 0 });
  mkdirSync(at("tests/.git"));
  expect((await kmsward(["test", at("tests")])).out).toContain("leads out of the folder of the world");
});

describe("round trips", () => {
  test("really encrypt and decrypt", async () => {
    const trip = (reader: string, tenant: string) =>
      `name: to ${reader} ${tenant}\nroundTrip: { writer: app, reader: ${reader}, encryptionContext: { tenant: ${tenant} } }`;
    const at = suites({
      "a.ward.yaml": suite(
        `${trip("app", "a")}\nexpect: allow`,
        `${trip("admin", "a")}\nexpect: deny`,
        `${trip("app", "b")}\nexpect: deny`,
      ),
    });
    const { code, out } = await kmsward(["test", at()]);
    expect(out).toContain("2 passed (3)");
    expect(out).toContain("the writer app was refused kms:Encrypt already");
    expect(code).toBe(2);
  });
});

describe("reporters", () => {
  test("several at once, each to its own place", async () => {
    const at = suites({ "a.ward.yaml": suite(PASSES, FAILS) });
    const files = { junit: at("out.xml"), json: at("out.json"), tap: at("out.tap") };
    const wanted = Object.entries(files).flatMap(([name, path]) => ["--reporter", `${name}=${path}`]);
    const { code, out } = await kmsward(["test", at(), ...wanted, "--reporter", "dot"]);
    expect(out).toMatch(/^·x\n/);
    expect(code).toBe(2);
    expect(XMLValidator.validate(readFileSync(files.junit, "utf8"))).toBe(true);
    expect(names(JSON.parse(readFileSync(files.json, "utf8")))).toHaveLength(2);
    expect(readFileSync(files.tap, "utf8")).toMatch(/^TAP version 14\n1\.\.2\nok 1 - /);
  });

  test("in GitHub Actions, annotations and a job summary come by themselves", async () => {
    const at = suites({ "infra/a.ward.yaml": suite(FAILS).replace("./key.json", "key.json"), "infra/key.json": POLICY });
    const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: at("summary.md"), GITHUB_WORKSPACE: at() };
    const { out } = await kmsward(["test", at()], { env });
    expect(out).toContain(" Cases  1 failed (1)");
    expect(out).toMatch(/^::error file=infra\/a\.ward\.yaml,line=7,col=5,title=the app reads tenant b::expected allow/m);
    await kmsward(["test", at()], { env });
    expect(readFileSync(at("summary.md"), "utf8").match(/^## kmsward: 1 of 1 case failed$/gm)).toHaveLength(2);
    expect((await kmsward(["test", at(), "--reporter", "dot"], { env })).out).not.toContain("::error");
  });

  test.each([
    [["json", "pretty"], "`json` and `pretty` would all write to standard output"],
    [["json", "github"], "`json` and `github` would all write to standard output"],
    [["pretty", "dot"], "`pretty` and `dot` would all write to standard output"],
    [["json="], "the file has no name"],
    [["json=a", "tap=./a"], "two reporters would write"],
  ])("%j is refused", async (reporters, message) => {
    const { code, err } = await kmsward(["test", ...reporters.flatMap((name) => ["--reporter", name])]);
    expect(err).toContain(message);
    expect(code).toBe(1);
  });

  test("the folder of a report is made", async () => {
    const at = suites({ "a.ward.yaml": suite(PASSES) });
    expect(await kmsward(["test", at(), "--reporter", `json=${at("new/deep/report.json")}`])).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(at("new/deep/report.json"), "utf8")).files).toHaveLength(1);
  });

  test.each([
    ["in what is no folder", "key.json/report.json", /cannot be written|no such file/],
    ["over a folder", "sub", /is a folder, not a file/],
  ])("a report that cannot be written is told: %s", async (_, name, message) => {
    const at = suites({ "a.ward.yaml": suite(PASSES), "sub/x": "" });
    const { code, err } = await kmsward(["test", at("a.ward.yaml"), "--reporter", `json=${at(name)}`]);
    expect(err).toMatch(message);
    expect(err).toContain("[KW002]");
    expect(code).toBe(1);
  });

  test("colour for terminals that want it", async () => {
    const at = suites({ "a.ward.yaml": suite(PASSES) });
    expect((await kmsward(["test", at()], { tty: true })).out).toContain("\u001b[32m✓");
    expect((await kmsward(["test", at()], { tty: true, env: { NO_COLOR: "1" } })).out).not.toContain("\u001b");
  });
});

describe("coverage", () => {
  test("in files, of every format", async () => {
    const at = suites({ "a.ward.yaml": suite(PASSES) });
    const { code, out } = await kmsward(["test", at(), "--coverage=json,lcov,html", "--coverage-dir", at("cov/deep")]);
    expect(code).toBe(0);
    expect(out).not.toContain("% Stmts");
    expect(JSON.parse(readFileSync(at("cov/deep/coverage.json"), "utf8"))).toMatchObject({ version: 1, requests: 1 });
    expect(readFileSync(at("cov/deep/lcov.info"), "utf8")).toContain(`SF:${at("key.json")}`);
    expect(readFileSync(at("cov/deep/index.html"), "utf8")).toContain("key.json");
  });

  test("knows the policies of which nothing is asked", async () => {
    const at = suites({ "a.ward.yaml": suite(SKIPS) });
    const { coverage } = await jsonOf([at(), "--coverage=json", "--coverage-dir", at("cov")]);
    expect(coverage?.policies).toMatchObject([{ file: at("key.json"), requests: 0 }]);
  });

  test("as text beside a document goes to standard error", async () => {
    const at = suites({ "a.ward.yaml": suite(PASSES) });
    const { out, err } = await kmsward(["test", at(), "--coverage", "--reporter", "json"]);
    expect(JSON.parse(out)).toMatchObject({ coverage: { requests: 1 } });
    expect(err).toContain("% Stmts");
  });

  test("of changed lines asks git, and says when that cannot tell", async () => {
    const at = suites({ "a.ward.yaml": suite(PASSES) });
    const run = (ref: string) => kmsward(["test", at(), "--coverage=json", "--coverage-dir", at("cov"), "--coverage-changed", ref]);
    expect(await run("no-such-ref")).toMatchObject({ code: 1, err: expect.stringContaining("[KW645]") });
  });
});

describe("shards", () => {
  test("merge to the whole, reports and coverage", async () => {
    const cases = (count: number, from: number) =>
      Array.from({ length: count }, (_, i) => named(`case ${from + i}`, (from + i) % 3 === 0 ? "allow" : "deny"));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 5 }),
        async (sizes, of) => {
          const at = suites(Object.fromEntries(sizes.map((size, i) => [`${i}.ward.yaml`, suite(...cases(size, i * 10))])));
          const run = (...args: string[]) => kmsward(["test", at(), "--coverage=json", "--coverage-dir", at("cov"), ...args]);
          await run("--reporter", `json=${at("whole.json")}`);
          const paths = Array.from({ length: of }, (_, i) => at(`shard-${i + 1}.json`));
          for (const [i, path] of paths.entries()) await run("--shard", `${i + 1}/${of}`, "--reporter", `json=${path}`);
          const merged = await kmsward(["test", "--merge", ...[...paths].reverse(), "--reporter", `json=${at("merged.json")}`]);
          const [whole, sum] = ["whole.json", "merged.json"].map((name) => timeless(JSON.parse(readFileSync(at(name), "utf8"))));
          expect(sum).toEqual(whole);
          expect(merged.code).toBe(2);
        },
      ),
      { numRuns: 8 },
    );
  });

  test("a shard without cases passes, and says so", async () => {
    const at = suites({ "a.ward.yaml": suite(PASSES) });
    const { code, out } = await kmsward(["test", at(), "--shard", "1/2"]);
    expect(out).toContain(" Cases  none\n");
    expect(code).toBe(0);
  });

  test("`only` counts in whichever shard it stands", async () => {
    const at = suites({ "a.ward.yaml": suite(named("one"), `${named("two")}\nonly: true`) });
    expect(names(await jsonOf([at(), "--shard", "1/2"]))).toEqual(["skipped one"]);
  });
});

const timeless = (report: TestReport): unknown =>
  JSON.parse(JSON.stringify(report, (key, value) => (key === "milliseconds" ? 0 : key === "duration" ? 0 : value)));

describe("--merge", () => {
  const shards = async (at: (name?: string) => string, ...more: string[]) => {
    for (const i of [1, 2]) await kmsward(["test", at(), "--shard", `${i}/2`, "--reporter", `json=${at(`s${i}.json`)}`, ...more]);
    return [at("s1.json"), at("s2.json")];
  };

  test("is told as a run is, by any reporter", async () => {
    const at = suites({ "a.ward.yaml": suite(PASSES, FAILS) });
    const [first = "", second = ""] = await shards(at);
    const { code, out } = await kmsward(["test", "--merge", first, second]);
    expect(out).toContain(" Cases  1 failed | 1 passed (2)");
    expect(out).not.toContain("Shard");
    expect(code).toBe(2);
  });

  test("holds coverage against thresholds", async () => {
    const at = suites({ "a.ward.yaml": suite(PASSES, named("x")) });
    const paths = await shards(at, "--coverage=json", "--coverage-dir", at("cov"));
    expect((await kmsward(["test", "--merge", ...paths, "--coverage-threshold", "statements=33"])).code).toBe(0);
    expect((await kmsward(["test", "--merge", ...paths, "--coverage-threshold", "99"])).code).toBe(2);
  });

  test("refuses what is missing, what is no report, and what has no coverage", async () => {
    const at = suites({ "a.ward.yaml": suite(PASSES, named("x")), "no.json": '{ "version": 1 }', "bad.json": "{" });
    const [first = "", second = ""] = await shards(at);
    const errors = await Promise.all([
      kmsward(["test", "--merge", first]),
      kmsward(["test", "--merge", at("no.json")]),
      kmsward(["test", "--merge", at("bad.json")]),
      kmsward(["test", "--merge"]),
      kmsward(["test", "--merge", first, second, "--coverage"]),
      kmsward(["test", "--merge", first, second, "--watch"]),
    ]);
    expect(errors.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(errors.map(({ err }) => /\[(KW\d+)\]/.exec(err)?.[1])).toEqual(["KW642", "KW642", "KW100", "KW010", "KW642", "KW001"]);
  });
});

describe("-u", () => {
  test("writes what happens as what is expected, and runs again", async () => {
    const text = suite(PASSES, `${FAILS}  # a comment`, named("z"));
    const at = suites({ "a.ward.yaml": text });
    const { code, out, err } = await kmsward(["test", at(), "-u"]);
    expect(readFileSync(at("a.ward.yaml"), "utf8")).toBe(text.replace("expect: allow  # a comment", "expect: deny  # a comment"));
    expect(err).toBe("kmsward test: 1 expectation updated in 1 file\n");
    expect(out).toContain("3 passed (3)");
    expect(code).toBe(0);
  });

  test("tells what it cannot update, which then still fails", async () => {
    const text = suite("name: all\neach: { encryptionContext: [{ tenant: a }, { tenant: b }] }\nexpect: deny");
    const at = suites({ "a.ward.yaml": text });
    const { code, err } = await kmsward(["test", at(), "-u"]);
    expect(readFileSync(at("a.ward.yaml"), "utf8")).toBe(text);
    expect(err).toMatch(/its rows differ: some are allow, others deny \[KW643\]/);
    expect(code).toBe(2);
  });

  test("leaves other files, and those with errors, alone", async () => {
    const broken = suite("name: x\nacton: y", FAILS);
    const at = suites({ "a.ward.yaml": broken, "b.ward.yaml": suite(PASSES) });
    expect((await kmsward(["test", at(), "-u"])).code).toBe(1);
    expect(readFileSync(at("a.ward.yaml"), "utf8")).toBe(broken);
  });
});

test("a folder with nothing but a node_modules has no tests", async () => {
  const at = folder({ "node_modules/x/a.ward.yaml": suite(PASSES), ".hidden/a.ward.yaml": suite(PASSES) });
  expect((await kmsward(["test", at()])).err).toContain("[KW640]");
});

test("the test file that the documentation prints runs as it is printed; its invariant is refuted, since its world has no organization", async () => {
  const { code, out } = await kmsward(["test", "fixtures/tests/documented", "--reporter", "json"]);
  const results = (JSON.parse(out) as TestReport).files.flatMap((file) => file.results);
  expect(results.map(({ name, status, problem }) => [status, name, problem?.code ?? ""].join(" ").trimEnd())).toEqual([
    "passed the app may decrypt its own tenant",
    "passed key admins never use the key (kms:Decrypt, arn:aws:iam::111122223333:role/key-admin)",
    "passed key admins never use the key (kms:Encrypt, arn:aws:iam::111122223333:role/key-admin)",
    "passed an upload to the bucket works end to end",
    "passed what the app wrote the exporter can read",
    "failed nobody outside the organization can ever decrypt",
  ]);
  expect(code).toBe(2);
});
