import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { testsTap } from "../../../src/report/tests/tap.ts";
import { golden, RUN, report } from "../tests-samples.ts";

/** The points of a TAP 14 stream, by its grammar (testanything.org, TAP 14 specification). */
function points(text: string) {
  const [version, plan, ...lines] = text.trimEnd().split("\n");
  expect(version).toBe("TAP version 14");
  const found: { ok: boolean; number: number; description: string; skip?: string; more?: Record<string, unknown> }[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (line === "  ---") {
      const end = lines.indexOf("  ...", i);
      const last = found.at(-1);
      if (last) last.more = parse(lines.slice(i + 1, end).join("\n"));
      i = end;
      continue;
    }
    const [, not, number, rest = ""] = /^(not )?ok (\d+) - (.*)$/.exec(line) ?? expect.fail(`not a test point: ${line}`);
    const [description = "", skip] = rest.split(/(?<!\\) # SKIP ?/);
    found.push({ ok: !not, number: Number(number), description: description.replace(/\\(.)/g, "$1"), ...(skip !== undefined && { skip }) });
  }
  expect(plan).toBe(`1..${found.length}`);
  expect(found.map(({ number }) => number)).toEqual(found.map((_, i) => i + 1));
  return found;
}

describe("tap", () => {
  test("is a stream of test points", async () => {
    await expect(testsTap(RUN)).toMatchFileSnapshot(golden("tap.txt"));
  });

  test("reads back as the run it was made from", () => {
    const found = points(testsTap(RUN));
    const results = RUN.files.flatMap((file) => (file.errors.length > 0 ? [undefined] : [...file.results]));
    expect(found.map(({ ok }) => ok)).toEqual(results.map((each) => each !== undefined && each.status !== "failed"));
    expect(found.map(({ skip }) => skip !== undefined)).toEqual(results.map((each) => each?.status === "skipped"));
    expect(found[1]).toMatchObject({
      description: `policies/orders.ward.yaml > ${RUN.files[0]?.results[1]?.name}`,
      more: {
        message: "expected deny, got allow: AllowAdmins allows it",
        expected: "deny",
        at: "policies/orders.ward.yaml:41:5",
        policy: "policies/orders-key-policy.json:12:5",
        duration_ms: 0.5,
        explanation: RUN.files[0]?.results[1]?.problem?.explanation?.split("\n"),
      },
    });
  });

  test("a name neither begins a directive nor ends its line", () => {
    expect(points(testsTap(RUN)).find(({ description }) => description.includes("octocat"))).toMatchObject({ ok: false });
  });

  test("of nothing has no points", () => {
    expect(testsTap(report([]))).toBe("TAP version 14\n1..0 # SKIP no cases\n");
  });
});
