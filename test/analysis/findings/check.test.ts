import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check } from "../../../src/analysis.ts";
import { loadWorld } from "../../../src/testing.ts";
import { codesOf, find } from "./found.ts";

/** Nothing that AWS and its guides publish is worse than a note; with what they themselves warn of. */
const WARNED: Readonly<Record<string, readonly string[]>> = { "single-owner.json": ["warning KW708"] };
const FOLDER = "fixtures/policies/key-policies";

describe("published key policies", () => {
  test.each(readdirSync(FOLDER))("%s", async (name) => {
    const { Statement } = JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8")) as { Statement: object[] };
    const findings = await find(Statement);
    expect(codesOf(findings).filter((one) => !one.startsWith("note"))).toEqual(WARNED[name] ?? []);
  });

  test("the default key policy gives nothing to say", async () => {
    expect(check(await loadWorld({ version: 1, account: "111122223333", region: "us-east-1", keys: { orders: {} } }))).toEqual([]);
  });

  test("the example of the orders", async () => {
    const findings = check(await loadWorld("fixtures/examples/orders/orders.world.yaml"));
    expect(codesOf(findings).filter((one) => !one.startsWith("note"))).toEqual([]);
  });
});

test("each finding has a place, a fix and a fingerprint of its own, and the worst is first", async () => {
  const everybody = { Sid: "Everybody", Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" };
  const findings = await find([everybody, { ...everybody, Sid: "Again" }]);
  const levels = ["critical", "high", "medium", "low", "info"];
  const weights = findings.map(({ level }) => levels.indexOf(level));
  expect(weights).toEqual([...weights].sort());
  expect(findings[0]).toMatchObject({ code: "KW701", key: { name: "orders" }, at: { pointer: expect.stringContaining("/Statement/") } });
  for (const { help, fingerprint } of findings) expect([help === "", fingerprint.length]).toEqual([false, 16]);
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
});
