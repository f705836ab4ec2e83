import { describe, expect, test } from "vitest";
import { githubAnnotations } from "../../../src/report/tests/github.ts";
import { file, golden, RUN, report, result } from "../tests-samples.ts";

const pathOf = (path: string) => `infra/${path}`;

/** The commands in a log, as the runner reads them (GitHub Actions, Workflow commands). */
const commands = (log: string) =>
  log
    .split("\n")
    .map((line) => /^::([a-z]+)(?: ([^:]*))?::(.*)$/.exec(line))
    .filter((found) => found !== null)
    .map(([, kind, properties = "", data = ""]) => ({
      kind,
      ...Object.fromEntries(
        properties.split(",").map((pair) => [pair.slice(0, pair.indexOf("=")), unescaped(pair.slice(pair.indexOf("=") + 1))]),
      ),
      message: unescaped(data),
    }));
const unescaped = (text: string) =>
  text.replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%25", "%");

describe("github", () => {
  test("annotates the lines of what failed", async () => {
    await expect(githubAnnotations(RUN, { pathOf })).toMatchFileSnapshot(golden("github.txt"));
  });

  test("no name or explanation begins a command of its own, and every line is one", () => {
    const log = githubAnnotations(RUN, { pathOf });
    const read = commands(log);
    expect(read).toHaveLength(log.trimEnd().split("\n").length);
    expect(read.map(({ kind }) => kind)).toEqual(["error", "error", "error", "error", "warning"]);
    expect(read[3]).toMatchObject({
      file: "infra/policies/<b>spite</b>, 100%.ward.yaml",
      line: "3",
      col: "5",
      title: expect.stringContaining("::error:: # SKIP \\ 50%\\u000a::warning::y"),
      message: expect.stringContaining("100%\n```\n</details>\n::endgroup::"),
    });
  });

  test.each([
    [10, 10, 0],
    [11, 10, 1],
    [25, 10, 15],
  ])("of %d failures it shows %d, and counts %d", (count, shown, rest) => {
    const run = report([
      file(
        "a.ward.yaml",
        Array.from({ length: count }, (_, i) => result(`case ${i}`, "failed")),
      ),
    ]);
    const read = commands(githubAnnotations(run, { pathOf }));
    expect(read.filter(({ kind }) => kind === "error")).toHaveLength(shown);
    const notices = read.filter(({ kind }) => kind === "notice").map(({ message }) => message);
    expect(notices).toEqual(rest === 0 ? [] : [`${rest} more ${rest === 1 ? "error" : "errors"}, in the log and the job summary`]);
  });

  test("says nothing of what passed", () => {
    expect(githubAnnotations(report([file("a.ward.yaml", [result("one"), result("two", "skipped")])]), { pathOf })).toBe("");
  });
});
