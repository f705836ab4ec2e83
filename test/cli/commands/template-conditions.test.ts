import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { kmsward } from "../fake-io.ts";

/** A template of which a key, a role, an action and a statement hang on a parameter that has no value. */
const TEMPLATE = "fixtures/importers/cloudformation/conditions.yaml";
const HOME = ["--account", "111122223333", "--region", "eu-west-1"];
const PROD = 'parameter Env is "prod"';
const OTHER = 'parameter Env is not "prod"';
const folder = mkdtempSync(join(tmpdir(), "kmsward-conditions-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Found = { readonly code: string; readonly key?: { readonly name: string }; readonly if?: readonly string[] };

describe("conditions of a template that hang on a parameter without a value", () => {
  test("check: what is found in all ways, and what in some, with the ways", async () => {
    const { out, code } = await kmsward(["check", TEMPLATE, ...HOME, "--format", "json"]);
    const { findings } = JSON.parse(out) as { readonly findings: readonly Found[] };
    const found = findings.map(({ code, key, if: cases }) => `${code} ${key?.name ?? ""} ${cases?.join() ?? "always"}`);
    expect(found).toEqual(
      expect.arrayContaining([`KW701 Key ${OTHER}`, `KW708 Key ${OTHER}`, "KW734 Key always", `KW734 ProdKey ${PROD}`]),
    );
    expect(found.join()).not.toContain("KW780");
    expect(code).toBe(2);
    expect((await kmsward(["check", TEMPLATE, ...HOME, "--key", "ProdKey", "--format", "json"])).out).not.toContain('"KW701"');
    const values = join(folder, "prod.env");
    writeFileSync(values, "Env=prod\n");
    expect((await kmsward(["check", TEMPLATE, ...HOME, "--parameters", values])).code).toBe(0);
  });

  test("check: reports say so too, and a waiver that one way needs is no idle one", async () => {
    const waivers = join(folder, "waivers.yaml");
    writeFileSync(waivers, 'version: 1\nwaivers:\n  - { rule: KW701, key: Key, reason: "a test stack", until: "2099-01-01" }\n');
    const { out, code } = await kmsward(["check", TEMPLATE, ...HOME, "--waivers", waivers, "--format", "markdown", "--now", "2098-12-01"]);
    expect(out).toContain(`if ${OTHER}`);
    expect(out).not.toContain("KW790");
    expect(code).toBe(0);
  });

  test("who-can and can", async () => {
    const { out } = await kmsward(["can", "Debug", "-w", TEMPLATE, ...HOME]);
    expect(out).toContain(`only if ${OTHER}`);
    const { entries } = JSON.parse((await kmsward(["who-can", "ProdKey", "Decrypt", "-w", TEMPLATE, ...HOME, "--format", "json"])).out);
    expect((entries as readonly Found[]).every(({ if: cases }) => cases?.join() === PROD)).toBe(true);
    expect((await kmsward(["who-can", "Nothing", "-w", TEMPLATE, ...HOME])).err).toContain("no key `Nothing`");
  });

  test("prove", async () => {
    const { out, code } = await kmsward(["prove", "--never", "{ principal: App, action: kms:Encrypt }", "-w", TEMPLATE, ...HOME]);
    expect(out).toMatch(new RegExp(`proved .*, if ${PROD}[^]*refuted .*, if ${OTHER}`));
    expect(code).toBe(2);
  });

  test("eval: one answer where all ways agree, and else each way", async () => {
    const ask = async (principal: string, action: string, key: string) => {
      const { out } = await kmsward([
        "eval",
        "-w",
        TEMPLATE,
        ...HOME,
        "--principal",
        principal,
        "--action",
        action,
        "--key",
        key,
        "--format",
        "json",
      ]);
      const { outcome, missing, notes } = JSON.parse(out) as { outcome: string; missing?: string[]; notes?: string[] };
      return { outcome, missing, notes };
    };
    expect(await ask("App", "kms:Decrypt", "Key")).toEqual({ outcome: "allowed", missing: undefined, notes: undefined });
    expect(await ask("App", "kms:Encrypt", "Key")).toEqual({
      outcome: "undetermined",
      missing: ["parameter Env"],
      notes: [`if ${OTHER}, it is allowed; else implicitDeny`],
    });
    expect((await ask("Debug", "kms:Encrypt", "Key")).notes).toEqual([`if ${OTHER}, it is allowed; else it is not there`]);
    expect((await ask("App", "kms:Decrypt", "ProdKey")).notes).toEqual([`if ${OTHER}, it is not there; else implicitDeny`]);
  });

  test("test files: a case holds in all ways, or it is undetermined", async () => {
    const file = join(folder, "conditions.ward.yaml");
    copyFileSync(TEMPLATE, join(folder, "conditions.yaml"));
    writeFileSync(
      file,
      `version: 1
account: "111122223333"
region: eu-west-1
world: conditions.yaml
cases:
  - { name: decrypt, principal: App, key: Key, action: kms:Decrypt, expect: allow }
  - { name: encrypt, principal: App, key: Key, action: kms:Encrypt, expect: deny }
`,
    );
    const { out, code } = await kmsward(["test", file, "--reporter", "json"]);
    const [{ results }] = (JSON.parse(out) as { files: [{ results: { name: string; status: string; problem?: { message: string } }[] }] })
      .files;
    expect(results.map(({ name, status }) => `${name} ${status}`)).toEqual(["decrypt passed", "encrypt failed"]);
    expect(results[1]?.problem?.message).toContain("parameter Env");
    expect(code).toBe(2);
  });
});
