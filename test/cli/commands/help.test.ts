import { describe, expect, test } from "vitest";
import { CODES } from "../../../src/base/codes.ts";
import { RULES } from "../../../src/catalog/rules.ts";
import { kmsward } from "../fake-io.ts";

describe("kmsward help", () => {
  test.each(Object.entries(CODES))("tells %s", async (code, { title, help }) => {
    const { out, ...rest } = await kmsward(["help", code]);
    expect(rest).toEqual({ code: 0, err: "" });
    expect(out.startsWith(`${code}: ${title}\n\n`)).toBe(true);
    expect(out.slice(out.indexOf("\n")).split(/\s+/).filter(Boolean)).toEqual(help.split(/\s+/));
    for (const line of out.split("\n").filter((line) => !line.startsWith(" "))) expect(line.length).toBeLessThanOrEqual(110);
  });

  test("takes codes in any case, and lists them", async () => {
    expect((await kmsward(["help", "kw101"])).out).toMatch(/^KW101: /);
    const { out } = await kmsward(["help", "codes"]);
    expect(out.match(/^KW\d{3} /gm)).toHaveLength(Object.keys(CODES).length);
  });

  test.each(RULES)("tells the rule $id", async ({ id, basis, rule, source }) => {
    const { out, ...rest } = await kmsward(["help", id]);
    expect(rest).toEqual({ code: 0, err: "" });
    expect(out.startsWith(`${id}: ${basis}`)).toBe(true);
    expect(out.replace(/\s+/g, " ")).toContain(rule);
    expect(out).toContain(`${source.title}\n  ${source.url}\n`);
  });

  test("lists the rules by group, each by its first sentence", async () => {
    const { out } = await kmsward(["help", "rules"]);
    expect(out.match(/^ {2}[a-z-]+(?:\.[a-z-]+)+(?= |$)/gm)?.map((id) => id.trim())).toEqual(RULES.map(({ id }) => id));
    expect(out).toMatch(/^How a policy is read$/m);
    expect(out).toMatch(/authz\.scp\.empty-level +A level that has no service control policy allows nothing\. \(chosen\)$/m);
    const [, ...counts] = /^(\d+) rules: (\d+) documented, (\d+) recorded, (\d+) chosen\./m.exec(out) ?? [];
    expect(counts.slice(1).reduce((sum, count) => sum + Number(count), 0)).toBe(RULES.length);
  });

  test("tells about commands, those to come too", async () => {
    expect((await kmsward(["help", "eval"])).out).toMatch(/^kmsward eval: .*--ndjson/s);
  });

  test.each([
    ["KW1011", /no message has the code `KW1011` \[KW003\]\n {2}help: did you mean `kmsward help KW101`\?/],
    ["KWabcdefgh", /`kmsward help codes` lists what there is/],
    [
      "authz.delegation.limit",
      /no rule has the id `authz\.delegation\.limit` \[KW003\]\n {2}help: did you mean `kmsward help authz\.delegation\.limits`\?/,
    ],
    ["x.y", /`kmsward help rules` lists what there is/],
    ["rule", /did you mean `kmsward help rules`\?/],
    ["eva", /did you mean `kmsward help eval`\?/],
    ["toString", /nothing is known about `toString`/],
  ])("%s is unknown", async (topic, expected) => {
    const { code, err } = await kmsward(["help", topic]);
    expect(err).toMatch(expected);
    expect(code).toBe(1);
  });
});
