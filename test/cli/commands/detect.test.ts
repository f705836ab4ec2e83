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
