import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { textReader } from "../../src/files/text-reader.ts";
import { readWorld } from "../../src/world/reader.ts";

const top = mkdtempSync(join(tmpdir(), "kmsward-reader-"));
const at = (name: string) => join(top, name);
mkdirSync(at("repo/policies"), { recursive: true });
writeFileSync(at("repo/policies/key.json"), "{}");
writeFileSync(at("secret.json"), "{}");
symlinkSync("key.json", at("repo/policies/same.json"));
symlinkSync("../../secret.json", at("repo/policies/out.json"));
symlinkSync("nothing.json", at("repo/policies/dangling.json"));
symlinkSync("circle.json", at("repo/policies/circle.json"));
symlinkSync("/dev/zero", at("repo/policies/zero.json"));
writeFileSync(at("repo/policies/latin.json"), Uint8Array.of(0x7b, 0xff, 0x7d));
writeFileSync(at("repo/policies/large.json"), "");
truncateSync(at("repo/policies/large.json"), 32 * 1024 * 1024 + 1);
const hasPipe = process.platform !== "win32";
if (hasPipe) execFileSync("mkfifo", [at("repo/policies/pipe.json")]);

const read = textReader(at("repo"));

test("a file is its text, also by a link", () => {
  expect(read("policies/key.json")).toBe("{}");
  expect(read("policies/same.json", ["."])).toBe("{}");
  expect(read(at("repo/policies/key.json"), ["policies"])).toBe("{}");
});

describe("what is refused, at once and by its reason", () => {
  // biome-ignore format: a table reads as a table
  test.each([
    ["policies/none.json",     /ENOENT/],
    ["policies",               /it is a folder/],
    ["policies/dangling.json", /a link that leads nowhere/],
    ["policies/circle.json",   /a link that leads back to itself/],
    ["policies/latin.json",    /not UTF-8/],
    ["policies/large.json",    /more than 32 MiB/],
  ])("%s", (path, why) => expect(() => read(path)).toThrow(why));

  test.runIf(hasPipe)("a pipe", () => expect(() => read("policies/pipe.json")).toThrow(/no regular file/));
  test.runIf(existsSync("/dev/zero"))("a device", () => expect(() => read("policies/zero.json")).toThrow(/no regular file/));
});

describe("a file that has to be in a folder", () => {
  test("is not outside of it by a link", () => {
    expect(read("policies/out.json")).toBe("{}"); // whoever names it may
    expect(() => read("policies/out.json", [".", "policies"])).toThrow(/leads out of the folder/);
    expect(read("policies/out.json", [".."])).toBe("{}");
  });

  test("as every file is that a world names", () => {
    writeFileSync(
      at("repo/world.yaml"),
      'account: "111122223333"\nregion: us-east-1\nkeys:\n  k: { policy: policies/out.json }\n  l: { policy: policies/dangling.json }\n',
    );
    const { diagnostics } = readWorld("world.yaml", { readFile: read, root: "." });
    expect(diagnostics.map(({ code, message, at: { line } }) => `${line} ${code} ${message}`)).toEqual([
      "4 KW002 `policies/out.json` cannot be read: it is a link that leads out of the folder of the world",
      "5 KW002 `policies/dangling.json` cannot be read: it is a link that leads nowhere",
    ]);
  });
});
