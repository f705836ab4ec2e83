import { Ajv } from "ajv";
import { beforeAll, describe, expect, test } from "vitest";
import { reviewSarif } from "../../../src/report/formats/sarif.ts";
import type { Review } from "../../../src/report/review/review.ts";
import { changed, found, goldenReview, hex, hostile, many } from "../review-samples.ts";
import { SARIF } from "./sarif-schema.ts";

const isValid = new Ajv({ allErrors: true, strict: false }).compile(SARIF);
const faultsIn = (log: unknown) => (isValid(log) ? [] : isValid.errors);

type Log = {
  runs: [
    {
      tool: { driver: { rules: { id: string }[] } };
      results: Result[];
      automationDetails: { id: string };
      invocations: { executionSuccessful: boolean; toolExecutionNotifications?: object[] }[];
    },
  ];
};
type Result = {
  ruleId: string;
  ruleIndex: number;
  message: { text: string };
  locations: { physicalLocation: { artifactLocation: { uri: string; uriBaseId?: string }; region: Record<string, number> } }[];
  relatedLocations?: object[];
  partialFingerprints: { primaryLocationLineHash: string };
};
const written = (review: Review, more = {}): Log => JSON.parse(reviewSarif(review, { hash: hex, ...more }));
const runOf = (review: Review, more = {}) => written(review, more).runs[0];

let changes: Review;
let findings: Review;
beforeAll(async () => {
  changes = await changed();
  findings = await found();
});

test("is as it was", async () => {
  await expect(reviewSarif(changes, { hash: hex })).toMatchFileSnapshot(goldenReview("diff.sarif"));
});

test("has what code scanning requires, and no more than SARIF has", async () => {
  for (const review of [changes, findings, await hostile(), many(changes, 6_000), { ...changes, items: [] }])
    expect(faultsIn(written(review))).toEqual([]);
});

describe("a result", () => {
  test("names its rule by a right index, and every rule has results", () => {
    const { tool, results } = runOf(changes);
    const { rules } = tool.driver;
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
    expect(new Set(results.map(({ ruleId }) => ruleId))).toEqual(new Set(rules.map(({ id }) => id)));
  });

  test("of gained access is at the one line that makes the difference", () => {
    const result = runOf(changes).results.find(({ message }) => /^any principal of 444455556666/i.test(message.text)) as Result;
    const { artifactLocation, region } = (result.locations[0] as Result["locations"][number]).physicalLocation;
    expect(artifactLocation).toEqual({ uri: "fixtures/reports/review/after.world.yaml", uriBaseId: "SRCROOT" });
    expect(region).toEqual({ startLine: 27, startColumn: 17, endLine: 27, endColumn: 47 });
    const same = runOf(changes).results.find(({ message }) => message.text.startsWith("orders-app may now")) as Result;
    expect(same.locations[0]?.physicalLocation.region.startLine).toBe(31);
  });

  test("of lost access is where its policy still is, with the old place beside it", () => {
    const result = runOf(changes).results.find(({ message }) => message.text.startsWith("nightly-export")) as Result;
    expect(result.locations[0]?.physicalLocation.artifactLocation.uri).toBe("fixtures/reports/review/after.world.yaml");
    expect(JSON.stringify(result.relatedLocations)).toContain("before.world.yaml");
  });

  test("keeps its fingerprint when lines move, and no two have the same", () => {
    const prints = (review: Review) => runOf(review).results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);
    const moved = changes.items.map((item) => ({ ...item, anchor: { text: "", at: { file: "moved.yaml", line: 400, pointer: "" } } }));
    expect(prints({ ...changes, items: moved })).toEqual(prints(changes));
    expect(new Set(prints(changes)).size).toBe(changes.items.length);
    const twice = [...changes.items, ...changes.items];
    expect(new Set(prints({ ...changes, items: twice })).size).toBe(twice.length);
  });
});

test("what is waived is left out where GitHub reads, and marked elsewhere", () => {
  const waived = findings.items.filter((item) => item.waived !== undefined);
  expect(waived.length).toBeGreaterThan(0);
  expect(runOf(findings).results).toHaveLength(findings.items.length - waived.length);
  const all = written(findings, { suppressed: true });
  expect(faultsIn(all)).toEqual([]);
  expect(JSON.stringify(all)).toContain('"justification":"the partner, contract 17"');
});

test("of too many results the first are written, and the rest is told", () => {
  const { results, invocations } = runOf(many(changes, 6_000));
  expect(results).toHaveLength(5_000);
  expect(JSON.stringify(invocations)).toContain("1000 results more are not shown here");
});

test("what could not be decided is told by the run too", () => {
  const items = changes.items.map((item) => ({ ...item, kind: "undecided" as const, grade: "undecided" as const, code: "KW680" }));
  const log = written({ ...changes, items });
  expect(faultsIn(log)).toEqual([]);
  expect(log.runs[0].invocations[0]).toMatchObject({ executionSuccessful: false });
});

test("the category ends with a slash, and paths are percent-encoded", () => {
  expect(runOf(changes, { category: "diff/prod" }).automationDetails.id).toBe("kmsward/diff/prod/");
  const [item] = changes.items;
  const at = { file: "a b/ä#?.json", line: 3, column: 2, pointer: "" };
  const log = written({ ...changes, items: [{ ...item, anchor: { text: "x", at }, related: [] } as Review["items"][number]] });
  expect(faultsIn(log)).toEqual([]);
  expect(log.runs[0].results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe("a%20b/%C3%A4%23%3F.json");
});
