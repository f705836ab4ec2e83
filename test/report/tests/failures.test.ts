import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { failuresIn, groupFailures, SHOWN, spread } from "../../../src/report/tests/failures.ts";
import { githubAnnotations } from "../../../src/report/tests/github.ts";
import { prettyReporter } from "../../../src/report/tests/pretty.ts";
import { testsSummary } from "../../../src/report/tests/summary.ts";
import { file, PLAIN, report, result, toldBy } from "../tests-samples.ts";

const failing = (name: string, cause: string) =>
  result(name, "failed", { problem: { message: `expected allow, got explicit-deny: ${cause}`, cause, explanation: `why ${name}` } });

/** Twelve cases that one statement denies, and one that nothing allows. */
const MANY = report([
  file("a.ward.yaml", [
    ...Array.from({ length: 12 }, (_, i) => failing(`denied ${i + 1}`, "explicitly denied by scp#Region")),
    failing("lonely", "no identity policy allows it"),
    result("fine"),
  ]),
]);
const pretty = (most?: number) => toldBy(prettyReporter({ color: PLAIN, list: "failed", ...(most && { most }) }), MANY);

describe("many failures", () => {
  test("are told by what decided them, ten in full, of every cause one, and the others by name", () => {
    const told = pretty();
    expect(told).toContain("Cases that failed: 13");
    expect(told).toContain(" 12 cases failed alike: explicitly denied by scp#Region\n");
    expect(told).toContain(" 1 case failed alike: no identity policy allows it\n");
    expect(told.match(/why denied/g)).toHaveLength(9);
    expect(told).toContain("why lonely");
    expect(told).toContain("   and 3 more: a.ward.yaml › denied 10, a.ward.yaml › denied 11 and a.ward.yaml › denied 12\n");
    expect(told).toContain(" 3 failed cases are not shown in full: `--reporter verbose` shows all, `-t NAME` runs one\n");
  });

  test("are told in full by the verbose reporter, and where they are few", () => {
    expect(pretty(Number.POSITIVE_INFINITY).match(/why /g)).toHaveLength(13);
    expect(pretty(Number.POSITIVE_INFINITY)).not.toContain("alike");
    expect(pretty(13)).not.toContain("alike");
  });

  test("are grouped in the job summary likewise", () => {
    const told = testsSummary(MANY);
    expect(told).toContain("### 12 cases failed alike: explicitly denied by scp&#35;Region");
    expect(told.match(/why denied/g)).toHaveLength(9);
    expect(told).toContain("<summary>and 3 more</summary>\n\n- a.ward.yaml › denied 10\n");
  });

  test("annotate a pull request with each cause first, for GitHub shows ten", () => {
    const lines = githubAnnotations(MANY, { pathOf: String }).split("\n");
    expect(lines[0]).toContain("title=denied 1::");
    expect(lines[1]).toContain("title=lonely::");
    expect(lines[10]).toContain("3 more errors");
  });
});

describe("warnings", () => {
  const warning = {
    code: "KW301",
    severity: "warning",
    message: "odd",
    at: { file: "p.json", line: 7, pointer: "/x" },
    help: "mend it",
  } as const;
  const odd = report([
    file("a.ward.yaml", [result("fine")], { warnings: [warning] }),
    file("b.ward.yaml", [result("fine")], { warnings: [warning] }),
  ]);

  test("of policies that files share are told once, also where all passed", () => {
    const told = toldBy(prettyReporter({ color: PLAIN, list: "failed" }), odd);
    expect(told).toContain(" Warnings: 1\n   p.json:7 warning: odd [KW301]\n     at /x\n     help: mend it\n");
    expect(testsSummary(odd)).toContain("<summary>⚠️ 1 warning</summary>\n\n```text\np.json:7 odd [KW301]; mend it\n```");
    expect(githubAnnotations(odd, { pathOf: String }).match(/::warning /g)).toHaveLength(1);
  });
});

test("no failure is lost or told twice, no group is told in more than its share, and every cause is told if there is room", () => {
  const causes = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 40 });
  fc.assert(
    fc.property(causes, fc.nat(12), (made, most) => {
      const failures = failuresIn([
        file(
          "f",
          made.map((cause, i) => failing(`${i}`, cause)),
        ),
      ]);
      const groups = groupFailures(failures, most);
      const names = groups.flatMap(({ shown, rest }) => [...shown, ...rest]).map(({ test: { name } }) => name);
      expect([...names].sort()).toEqual(made.map((_, i) => `${i}`).sort());
      expect(groups.flatMap(({ shown }) => shown)).toHaveLength(Math.min(most, made.length));
      if (most >= groups.length) expect(groups.every(({ shown }) => shown.length > 0)).toBe(true);
      expect(
        new Set(
          spread(failures)
            .slice(0, groups.length)
            .map(({ test: { problem } }) => problem?.cause),
        ).size,
      ).toBe(groups.length);
      expect(spread(failures)).toHaveLength(made.length);
    }),
  );
  expect(SHOWN).toBe(10);
});
