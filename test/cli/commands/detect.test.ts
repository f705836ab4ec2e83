import { expect, test } from "vitest";
import { record } from "../../replay/records.ts";
import { kmsward } from "../fake-io.ts";

const log = (...records: readonly object[]) => ({ stdin: JSON.stringify({ Records: records }) });

test("alarms for people, with the key and the event", async () => {
  const { code, out, err } = await kmsward(["detect", "-"], log(record(), record({ eventName: "ScheduleKeyDeletion" })));
  expect({ code, err }).toEqual({ code: 2, err: "" });
  expect(out).toBe(
    `2026-11-22T03:00:00Z  HIGH    key-deletion     ScheduleKeyDeletion by orders-app/i-0abc on key/1234abcd
                              arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab  event 2f1f0000-0000-4000-8000-000000000002
`,
  );
});

test("as data, and only those that are asked for", async () => {
  const both = log(record({ eventName: "PutKeyPolicy" }), record({ eventName: "DisableKey", eventID: "x" }));
  const { out } = await kmsward(["detect", "-", "--format", "ndjson", "--only", "key-disabled"], both);
  expect(JSON.parse(out)).toMatchObject({ alarm: "key-disabled", severity: "high", event: "x" });
  expect(await kmsward(["detect", "-", "--only", "key-disable"], both)).toMatchObject({
    code: 1,
    err: expect.stringContaining("there is no alarm"),
  });
});

test("silence is said, and an empty log is none", async () => {
  expect(await kmsward(["detect", "-"], log(record()))).toMatchObject({
    code: 0,
    out: "",
    err: expect.stringContaining("no alarm in 1 events"),
  });
  expect(await kmsward(["detect", "-"], log())).toMatchObject({ code: 1, err: expect.stringContaining("nothing is shown") });
  expect(await kmsward(["detect", "-"], { stdin: '{"Records":[{' })).toMatchObject({ code: 1 });
});

test("thresholds", async () => {
  const denied = Array.from({ length: 3 }, (_, i) => record({ errorCode: "AccessDenied", eventID: `${i}` }));
  expect(await kmsward(["detect", "-", "--failures", "3"], log(...denied))).toMatchObject({
    code: 2,
    out: expect.stringContaining("denied-in-a-row"),
  });
  expect(await kmsward(["detect", "-", "--failures", "none"], log(...denied))).toMatchObject({
    code: 1,
    err: expect.stringContaining("above 0"),
  });
  expect(await kmsward(["detect", "-", "--trust", "partner"], log(...denied))).toMatchObject({
    code: 1,
    err: expect.stringContaining("is no account"),
  });
});

test("in the formats of reports, each alarm with what it is about", async () => {
  const both = log(record({ eventName: "PutKeyPolicy" }), record({ eventName: "DisableKey", eventID: "x" }));
  const as = async (format: string) => (await kmsward(["detect", "-", "--format", format], both)).out;
  const [run] = JSON.parse(await as("sarif")).runs;
  expect(run.results.map(({ ruleId, level }: { ruleId: string; level: string }) => [ruleId, level])).toEqual([
    ["key-disabled", "error"],
    ["policy-changed", "error"],
  ]);
  expect(run.tool.driver.rules[0]).toMatchObject({ id: "key-disabled", help: { text: expect.stringMatching(/^DisableKey: [^`]*$/) } });
  expect(await as("junit")).toMatch(/<testsuites name="kmsward detect" tests="11" failures="2"/);
  expect(await as("markdown")).toContain("## kmsward detect: 2 alarms in 2 events: 2 high");
  expect(await as("html")).toContain("PutKeyPolicy by orders-app/i-0abc");
  expect(JSON.parse(await as("json"))).toMatchObject({
    version: 1,
    events: 2,
    alarms: [{ alarm: "policy-changed" }, { alarm: "key-disabled" }],
    more: 0,
  });
  expect(await kmsward(["detect", "--follow", "x", "--format", "sarif"])).toMatchObject({
    code: 1,
    err: expect.stringContaining("no end"),
  });
});
