import { describe, expect, test } from "vitest";
import { THRESHOLDS } from "../../../src/replay/alarms/alarm.ts";
import { Bounded } from "../../../src/replay/alarms/bounded.ts";
import { ALARMS } from "../../../src/replay/alarms/rows.ts";
import { watcher } from "../../../src/replay/alarms/watch.ts";
import type { LogLine } from "../../../src/replay/log-line.ts";
import { KEY } from "../records.ts";

const START = Date.UTC(2026, 10, 1);
const HOUR = 3_600_000;
const at = (hours: number) => new Date(START + hours * HOUR).toISOString();
const role = (name: string, session = "s", account = "111122223333") => `arn:aws:sts::${account}:assumed-role/${name}/${session}`;

const line = (changes: Partial<LogLine> = {}): LogLine => ({
  id: "e",
  time: at(0),
  account: "111122223333",
  region: "us-east-1",
  who: role("app"),
  operation: "Decrypt",
  key: KEY,
  outcome: "allowed",
  via: undefined,
  encryptionContext: undefined,
  ...changes,
});
const alarms = (lines: readonly LogLine[], changes: Partial<typeof THRESHOLDS> = {}) => {
  const see = watcher({ ...THRESHOLDS, ...changes });
  return lines.flatMap(see).map(({ alarm }) => alarm);
};
/** A call each hour, so that the log knows the key and its users. */
const usual = (hours: number, changes: Partial<LogLine> = {}) => Array.from({ length: hours }, (_, i) => line({ time: at(i), ...changes }));
const times = (count: number, one: LogLine) => Array.from({ length: count }, () => one);

type Case = readonly [name: string, firing: readonly LogLine[], silent: readonly LogLine[]];
const CASES: readonly Case[] = [
  ["key-deletion", [line({ operation: "ScheduleKeyDeletion" })], [line({ operation: "CancelKeyDeletion" })]],
  ["key-deletion", [line({ operation: "DeleteImportedKeyMaterial", outcome: "denied" })], [line({ operation: "ImportKeyMaterial" })]],
  ["key-disabled", [line({ operation: "DisableKey" })], [line({ operation: "EnableKey" })]],
  ["policy-changed", [line({ operation: "PutKeyPolicy" })], [line({ operation: "GetKeyPolicy" })]],
  ["rotation-off", [line({ operation: "DisableKeyRotation" })], [line({ operation: "EnableKeyRotation" })]],
  [
    "pending-use",
    [line({ outcome: "KMSInvalidStateException", error: `${KEY} is pending deletion.` })],
    [line({ outcome: "KMSInvalidStateException", error: `${KEY} is pending import.` })],
  ],
  [
    "root-use",
    [line({ who: "arn:aws:iam::111122223333:root" })],
    [line({ who: "arn:aws:iam::111122223333:root", operation: "PutKeyPolicyX" })],
  ],
  ["grant-created", [line({ operation: "CreateGrant" })], [line({ operation: "CreateGrant", via: "ec2.us-east-1.amazonaws.com" })]],
  ["cross-account", [line({ who: role("reader", "x", "444455556666") })], [line({ who: role("reader", "x", "111122223333") })]],
  [
    "new-principal",
    [...usual(8 * 24), line({ who: role("new"), time: at(8 * 24) })],
    [...usual(6 * 24), line({ who: role("new"), time: at(6 * 24) })],
  ],
  [
    "denied-in-a-row",
    times(5, line({ outcome: "denied" })),
    [...times(4, line({ outcome: "denied" })), line(), ...times(4, line({ outcome: "denied" }))],
  ],
  ["decrypt-spike", [...usual(48), ...times(200, line({ time: at(48) }))], [...usual(48), ...times(199, line({ time: at(48) }))]],
];

describe("each alarm goes off, and stays silent", () => {
  test.each(CASES)("%s", (name, firing, silent) => {
    expect(alarms(firing)).toEqual([name]);
    expect(alarms(silent).filter((one) => one === name)).toEqual([]);
  });

  /** What the published guides ask an alarm for, and what they warn of that a log shows. */
  test.each([
    ["DisableKey", "key-disabled"],
    ["ScheduleKeyDeletion", "key-deletion"],
    ["CreateGrant", "grant-created"],
    ["PutKeyPolicy", "policy-changed"],
    ["calls from unexpected principals", "new-principal"],
    ["calls from other accounts", "cross-account"],
    ["spikes of Decrypt", "decrypt-spike"],
    ["failures in a row", "denied-in-a-row"],
    ["the root user doing cryptography", "root-use"],
    ["keys pending deletion that are needed", "pending-use"],
    ["no rotation", "rotation-off"],
  ])("%s is a row: %s", (_, name) => {
    expect(ALARMS.map((row) => row.name)).toContain(name);
  });

  test("all of them", () => {
    expect(new Set(CASES.map(([name]) => name))).toEqual(new Set(ALARMS.map(({ name }) => name)));
  });
});

test("what is usual for one is a spike for another", () => {
  const busy = usual(48).flatMap((one) => times(100, one));
  expect(alarms([...busy, ...times(300, line({ time: at(48) }))])).toEqual([]);
  expect(alarms([...busy, ...times(1001, line({ time: at(48) }))])).toEqual(["decrypt-spike"]);
  expect(alarms([...usual(48), ...times(500, line({ time: at(48), who: role("app", "other session") }))])).toEqual(["decrypt-spike"]);
});

test("an account is news once, and never one that is trusted", () => {
  const theirs = line({ who: role("reader", "x", "444455556666") });
  expect(alarms([theirs, theirs])).toEqual(["cross-account"]);
  expect(alarms([theirs], { trusted: ["444455556666"] })).toEqual([]);
});

const LONG = process.env.KMSWARD_LONG === "1";

/** False alarms, counted: none in a month of people and machines at work. */
test.each(Array.from({ length: LONG ? 20 : 1 }, (_, i) => 20261130 + i))("a quiet month gives no alarm (seed %i)", (seed) => {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 32;
  };
  const roles = ["app", "etl", "reports", "backup"];
  const month = Array.from({ length: 30 * 24 }, (_, hour) => {
    const isDay = hour % 24 >= 8 && hour % 24 < 20;
    return roles.flatMap((name, i) => {
      if (name === "backup" && hour % 24 !== 3) return [];
      const calls = Math.round((isDay ? 60 : 8) * (i + 1) * (0.5 + random()));
      return Array.from({ length: calls }, () =>
        line({
          time: at(hour),
          who: role(name, `i-${Math.floor(random() * 9)}`),
          operation: random() < 0.7 ? "Decrypt" : "GenerateDataKey",
          outcome: random() < 0.002 ? "denied" : "allowed",
        }),
      );
    });
  }).flat();
  expect(month.length).toBeGreaterThan(100_000);
  const found = alarms(month);
  if (LONG) console.warn(`a quiet month of ${month.length} events: ${found.length} false alarms`);
  expect(found).toEqual([]);
});

test("memory stays flat", () => {
  const bounded = new Bounded<number>();
  for (let i = 0; i < 250_000; i++) bounded.set(`n${i}`, i);
  expect([bounded.get("n0"), bounded.get("n249999")]).toEqual([undefined, 249_999]);
});
