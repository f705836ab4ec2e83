import { describe, expect, test } from "vitest";
import { kmsward } from "../fake-io.ts";

const BEFORE = "fixtures/reports/review/before.world.yaml";
const AFTER = "fixtures/reports/review/after.world.yaml";

describe("a format that is none, or not one of the command", () => {
  test.each([
    [["diff", BEFORE, AFTER, "--format", "sarfi"], "there is no format `sarfi`", "did you mean `sarif`?"],
    [["diff", BEFORE, AFTER, "--format", "xml"], "there is no format `xml`", "`mermaid`"],
    [
      ["who-can", "orders", "-w", AFTER, "--format", "sarif"],
      "`kmsward who-can` has no format `sarif`",
      "`text`, `json`, `ndjson`, `markdown`, `html`, `dot`, `svg` or `mermaid`",
    ],
    [["can", "orders-app", "-w", AFTER, "--format", "junit"], "`kmsward can` has no format `junit`", "`dot`"],
    [["check", AFTER, "--format", "svg"], "`kmsward check` has no format `svg`", "`gitlab`"],
    [["prove", "--never", "{ action: kms:Decrypt }", "-w", AFTER, "--format", "dot"], "`kmsward prove` has no format `dot`", "`junit`"],
    [["lint", "fixtures/examples/review", "--format", "mermaid"], "there is no reporter `mermaid`", "`sarif`"],
    [["test", "fixtures/tests", "--format", "svg"], "there is no reporter `svg`", "`gitlab`"],
    [["diff", BEFORE, AFTER, "--format", "html="], "the file has no name", "--format html=FILE"],
  ] as const)("%j", async (args, message, help) => {
    const { code, out, err } = await kmsward([...args]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(message);
    expect(err).toContain(help);
    expect(err).toContain("KW001");
  });
});

describe("several formats", () => {
  test.each([
    [["--format", "json", "--format", "sarif"], "`json` and `sarif` would all write to standard output"],
    [["--format", "text", "--format", "html=-", "--format", "json"], "all but one"],
    [["--format", "json=a.json", "--format", "sarif=./a.json"], "two formats would write"],
    [["--format", "json=a.json", "--format", "sarif=b.json", "-o", "c.json"], "one format goes to it"],
    [["--format", "json", "--format", "github"], "would all write to standard output"],
  ])("%j would be mixed up", async (formats, message) => {
    const { code, err } = await kmsward(["diff", BEFORE, AFTER, ...formats]);
    expect(code).toBe(1);
    expect(err).toContain(message);
  });
});

test("in GitHub Actions problems are annotated too, unless a format says otherwise", async () => {
  const env = { GITHUB_ACTIONS: "true" };
  expect((await kmsward(["diff", BEFORE, AFTER], { env })).out).toMatch(/Access is gained and lost[\s\S]*::error file=/);
  expect((await kmsward(["diff", BEFORE, AFTER, "--format", "text"], { env })).out).not.toContain("::error");
  expect((await kmsward(["who-can", "orders", "-w", AFTER], { env })).out).not.toContain("::error");
});
