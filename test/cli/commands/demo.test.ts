import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { command } from "../../../src/cli/commands/demo.ts";
import { readOptions } from "../../../src/cli/options.ts";
import { ROOT } from "../../sources.ts";

const leftBehind = () => readdirSync(tmpdir()).filter((name) => name.startsWith("kmsward-demo-"));

test("the demo decides every scene, encrypts and decrypts a file, explains a denial, and leaves nothing behind", async () => {
  const stdout = new PassThrough();
  const before = leftBehind();
  const io = { stdin: new PassThrough(), stdout, stderr: new PassThrough(), env: {}, root: pathToFileURL(ROOT) };
  expect(await command.run(readOptions([], command), io)).toBe(0);
  stdout.end();
  const printed = Buffer.concat(await stdout.toArray()).toString();

  expect(printed).toContain("the opened file equals the original, byte for byte");
  expect(printed).toContain('wanted "t2"   got "t1"');
  expect(printed).toContain('change encryptionContext.tenant to "t2"');
  expect(printed).toMatch(
    /before +AccessDeniedException\ngranted +kms:Decrypt is allowed: the same data key\nrevoked +AccessDeniedException/,
  );
  expect(printed).toContain("says that this is: InvalidCiphertextException");
  expect(printed.match(/^ {2}(allowed |denied {2}|DENIED !) /gm)?.length).toBeGreaterThan(80);
  expect(leftBehind()).toEqual(before);
});
