import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { kmsward } from "../fake-io.ts";

test.each(["case", "request", "answer", "policy"])("prints the schema %s as it is in the package", async (name) => {
  expect(await kmsward(["schema", name])).toEqual({ code: 0, out: readFileSync(`schemas/${name}.schema.json`, "utf8"), err: "" });
});

test("without a name: the names", async () => {
  expect((await kmsward(["schema"])).out.split("\n")).toEqual(expect.arrayContaining(["answer", "case", "policy", "request"]));
});

test.each([
  [["cas"], /did you mean `case`\?/],
  [["../package.json"], /no schema `\.\.\/package\.json` \[KW001\]/],
  [["case", "answer"], /one name at a time/],
])("%j is refused", async (args, expected) => {
  const { code, out, err } = await kmsward(["schema", ...args]);
  expect(err).toMatch(expected);
  expect({ code, out }).toEqual({ code: 1, out: "" });
});
