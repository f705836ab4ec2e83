import { describe, expect, test } from "vitest";
import { Files } from "../../src/cli/files.ts";
import { keyFactsFrom } from "../../src/cli/key-facts.ts";
import { fakeIo } from "./fake-io.ts";
import { folderOf } from "./samples.ts";

const facts = (given: readonly string[], base = {}) => keyFactsFrom(given, base, new Files(fakeIo().io), () => {});

describe("keyFactsFrom", () => {
  test("reads each fact as what it is", async () => {
    expect(
      await facts(["spec=RSA_2048", "multiRegion=true", "aliases=alias/a", "aliases=alias/b", "tags.team=x=y", "tags.env=prod"]),
    ).toEqual({
      spec: "RSA_2048",
      multiRegion: true,
      aliases: ["alias/a", "alias/b"],
      tags: { team: "x=y", env: "prod" },
    });
  });

  test("reads files, and lets what comes later win", async () => {
    const at = folderOf({ "key.json": { spec: "RSA_2048", usage: "SIGN_VERIFY" } });
    expect(await facts([at("key.json"), "spec=RSA_4096"], { origin: "AWS_KMS" })).toEqual({
      spec: "RSA_4096",
      usage: "SIGN_VERIFY",
      origin: "AWS_KMS",
    });
  });

  test.each([
    ["spce=x", "no fact about keys is called `spce`"],
    ["multiRegion=yes", "`multiRegion` cannot be `yes`"],
    ["./no-such.json", "no such file"],
    ["__proto__=x", "no fact about keys is called `__proto__`"],
  ])("refuses %s", async (given, expected) => {
    await expect(facts([given])).rejects.toThrow(expected);
  });
});
