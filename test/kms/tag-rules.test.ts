import { expect, it } from "vitest";
import { checkTags, isReserved, tagContext } from "../../src/kms/tag-rules.ts";

const tag = (TagKey: string, TagValue = "") => ({ TagKey, TagValue });
const many = (count: number, prefix = "t") => Array.from({ length: count }, (_, i) => tag(`${prefix}${i}`));

it("takes up to fifty tags of different names", () => {
  expect(checkTags([])).toBeUndefined();
  expect(checkTags(many(50))).toBeUndefined();
  expect(checkTags([tag("a"), tag("A")])).toBeUndefined();
  expect(checkTags(many(10), many(50))).toBeUndefined(); // the same names again
});

it.each([
  [[tag("a"), tag("a")], [], "Duplicate tag keys"],
  [[tag("aws:x")], [], "Tags beginning with aws: are reserved"],
  [[tag("AWS:x")], [], "Tags beginning with aws: are reserved"],
  [many(51), [], "Too many tags"],
  [many(1, "other"), many(50), "Too many tags"],
])("refuses others", (tags, there, message) => {
  expect(checkTags(tags, there)).toEqual({ name: "TagException", message });
});

it("tells policies what tags are asked for", () => {
  expect(tagContext(undefined)).toEqual({});
  expect(tagContext([])).toEqual({});
  expect(tagContext([tag("team", "a"), tag("TEAM", "b")])).toEqual({ "aws:RequestTag/team": "a", "aws:TagKeys": ["team", "TEAM"] });
  expect(isReserved("awsome")).toBe(false);
});
