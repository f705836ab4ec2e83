import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { kmsward } from "../fake-io.ts";

test("is the package's, bare", async () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  expect(await kmsward(["version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
});
