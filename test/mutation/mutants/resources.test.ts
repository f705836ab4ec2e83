import { expect, test } from "vitest";
import { anyResource, dropResource, narrowResource, widenResource } from "../../../src/mutation/mutants/resources.ts";
import { type Asked, HOME, KEY, made, OTHER, said, siteOf } from "./sites.ts";

const of = (mutator: typeof dropResource, Resource: string | readonly string[], asked: Asked = { type: "identity" }) => {
  const site = siteOf({ Resource }, asked);
  return made(site, mutator(site), "Resource");
};
const KEYS = `arn:aws:kms:us-east-1:${HOME}:key/*`;

test("one of several is taken out", () => {
  expect(of(dropResource, [KEY, OTHER])).toEqual([[OTHER], [KEY]]);
  expect(of(dropResource, [KEY])).toEqual([]);
});

test("every resource is put in their place, unless they are that already, or are excepted", () => {
  expect(of(anyResource, KEY)).toEqual(["*"]);
  expect(of(anyResource, [KEY, "*"])).toEqual([]);
  expect(anyResource(siteOf({ NotResource: KEY }, { type: "identity" }))).toEqual([]);
});

test("one key becomes all keys of its account and Region", () => {
  expect(of(widenResource, KEY)).toEqual([KEYS]);
  expect(of(widenResource, [KEY, KEYS, "*", `arn:aws:kms:us-east-1:${HOME}:alias/app`])).toEqual([
    [KEYS, KEYS, "*", `arn:aws:kms:us-east-1:${HOME}:alias/app`],
  ]);
});

test("a pattern of several keys becomes the first of them", () => {
  expect(of(narrowResource, KEYS)).toEqual([KEY]);
  expect(of(narrowResource, "*")).toEqual([KEY]);
  expect(said(narrowResource(siteOf({ Resource: KEYS }, { type: "identity" })))).toEqual([`\`${KEYS}\` → \`${KEY}\``]);
});

test("but not one of a single key, one with a variable, or that of a key policy, where `*` means its key", () => {
  expect(of(narrowResource, `arn:aws:kms:us-east-1:${HOME}:key/9*`)).toEqual([]);
  expect(of(narrowResource, `arn:aws:kms:us-east-1:${HOME}:key/\${aws:username}*`)).toEqual([]);
  expect(of(narrowResource, "*", { type: "key-policy" })).toEqual([]);
});
