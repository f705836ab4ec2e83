import { appendFileSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { AuditEvent } from "../../../src/kms/audit.ts";
import { AuditFile } from "../../../src/server/trail/audit-file.ts";

const folder = mkdtempSync(join(tmpdir(), "kmsward-audit-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const event = (eventID: string) => ({ eventID }) as AuditEvent;
const faults: unknown[] = [];
const open = (name: string, maxBytes = 1_000_000, kept = 2) =>
  AuditFile.open({ path: join(folder, name), maxBytes, kept, onFault: (fault) => faults.push(fault) });
const lines = (name: string) =>
  readFileSync(join(folder, name), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as AuditEvent);

it("has a line for each event, in order, and goes on where it was", async () => {
  const first = await open("a");
  for (let i = 0; i < 1000; i++) first.tell(event(String(i)));
  await first.close();
  const second = await open("a");
  second.tell(event("1000"));
  await second.close();
  expect(lines("a").map(({ eventID }) => Number(eventID))).toEqual(Array.from({ length: 1001 }, (_, i) => i));
  expect(statSync(join(folder, "a")).mode & 0o777).toBe(0o600);
});

it("ends a line that was cut off", async () => {
  appendFileSync(join(folder, "cut"), '{"eventID":"half');
  const file = await open("cut");
  file.tell(event("whole"));
  await file.close();
  expect(readFileSync(join(folder, "cut"), "utf8")).toBe('{"eventID":"half\n{"eventID":"whole"}\n');
});

it("is a new one when it is large, and keeps as many as it is told", async () => {
  const file = await open("big", 100, 2);
  for (let i = 0; i < 40; i++) {
    file.tell(event(`event-${i}`));
    await file.flushed();
  }
  await file.close();
  expect(
    readdirSync(folder)
      .filter((name) => name.startsWith("big"))
      .sort(),
  ).toEqual(["big", "big.1", "big.2"]);
  const all = ["big.2", "big.1", "big"].flatMap(lines).map(({ eventID }) => eventID);
  expect(all).toEqual(Array.from({ length: all.length }, (_, i) => `event-${40 - all.length + i}`));
  for (const name of ["big", "big.1", "big.2"]) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(100);
});

it("is opened anew when somebody has moved it", async () => {
  const file = await open("moved");
  file.tell(event("1"));
  await file.flushed();
  renameSync(join(folder, "moved"), join(folder, "kept"));
  await file.reopen();
  file.tell(event("2"));
  await file.close();
  expect([lines("kept"), lines("moved")]).toEqual([[event("1")], [event("2")]]);
});

it("tells a fault once, and stays", async () => {
  const file = await open("gone");
  await file.close();
  for (const id of ["1", "2"]) {
    file.tell(event(id));
    await file.flushed();
  }
  expect(faults).toHaveLength(1);
});

it("is read again at the next start: the last events, and no line that is none", async () => {
  const whole = (eventID: string) =>
    ({ eventID, eventTime: "2026-11-22T03:00:00Z", eventName: "Decrypt", resources: [], userIdentity: {} }) as unknown as AuditEvent;
  const file = await open("again");
  for (let i = 0; i < 5; i++) file.tell(whole(String(i)));
  await file.close();
  appendFileSync(join(folder, "again"), '{"eventID":"half');
  const next = await open("again");
  expect((await next.last(4)).map(({ eventID }) => eventID)).toEqual(["2", "3", "4"]);
  next.tell(whole("5"));
  await next.flushed();
  expect((await next.last(100)).map(({ eventID }) => eventID)).toEqual(["0", "1", "2", "3", "4", "5"]);
  await next.close();
});
