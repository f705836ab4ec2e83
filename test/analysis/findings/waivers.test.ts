import { expect, test } from "vitest";
import { check } from "../../../src/analysis.ts";
import { allow, codesOf, DELEGATION, find, role, worldOf } from "./found.ts";

const statements = [DELEGATION, allow(role("devops"), "kms:*")];
const waiver = { rule: "KW708", key: "orders", reason: "break glass", until: "2026-12-31" };

test("a waiver keeps the finding, and says why and how long", async () => {
  const [finding, ...more] = await find(statements, { waivers: [waiver], today: "2026-12-31" });
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ code: "KW708", waived: { reason: "break glass", until: "2026-12-31" } });
});

test("one that ran out waives nothing, and is told", async () => {
  const findings = await find(statements, { waivers: [waiver], today: "2027-01-01" });
  expect(findings.map(({ code, waived }) => [code, waived])).toEqual([
    ["KW708", undefined],
    ["KW790", undefined],
  ]);
});

test("one that fits nothing is told", async () => {
  const findings = await find([DELEGATION], { waivers: [waiver], today: "2026-11-30" });
  expect(findings).toMatchObject([{ code: "KW790", text: "the waiver of KW708 for orders (break glass) fits nothing that was found" }]);
});

test("by its fingerprint, which stays when statements are renamed and moved", async () => {
  const print = async (list: readonly object[]) => check(await worldOf(list)).find(({ code }) => code === "KW708")?.fingerprint;
  const fingerprint = (await print(statements)) as string;
  expect(await print([{ Sid: "Renamed", ...(statements[1] as object) }, DELEGATION])).toBe(fingerprint);
  expect(await print([DELEGATION, allow(role("other"), "kms:*")])).not.toBe(fingerprint);
  const [finding] = await find(statements, { waivers: [{ rule: "KW708", fingerprint, reason: "known", until: "2026-12-31" }] });
  expect(finding?.waived?.reason).toBe("known");
});

test("rules that are asked for, and those that are not", async () => {
  expect((await find(statements, { rules: ["KW701"] })).length).toBe(0);
  expect((await find(statements, { rules: ["KW708"] })).length).toBe(1);
  expect((await find(statements, { rules: ["!KW708", "!KW7?7", "!rotation-*"] })).length).toBe(0);
  expect(codesOf(await find(statements, { rules: ["KW7*", "!KW707", "!cmk-backing-key-rotation-enabled"] }))).toEqual(["warning KW708"]);
  expect(codesOf(await find(statements, { rules: ["full-*"] }))).toEqual(["warning KW708"]);
});

test("a waiver by the name of its rule, and one of what was not asked about", async () => {
  const named = { ...waiver, rule: "full-access" };
  expect(await find(statements, { waivers: [named], today: "2026-11-30" })).toMatchObject([
    { code: "KW708", waived: { reason: "break glass" } },
  ]);
  const others = { waivers: [waiver], today: "2026-11-30" };
  expect(await find([DELEGATION], { ...others, rules: ["!KW707", "!KW734", "!KW708"] })).toEqual([]);
  expect(await find([DELEGATION], { ...others, keys: ["orders"] })).toMatchObject([{ code: "KW790" }]);
  expect(await find([DELEGATION], { ...others, keys: ["orders"], waivers: [{ ...waiver, key: "other" }] })).toEqual([]);
});
