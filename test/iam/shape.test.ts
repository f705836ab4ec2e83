import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OPERATORS, type OperatorBase, operatorOf } from "../../src/iam/operators.ts";
import { known, type Share, shape, shareOf } from "../../src/iam/shape.ts";
import { raw } from "../../src/iam/variables.ts";
import { matchesPattern, parsePattern } from "../../src/iam/wildcard.ts";

const share = (base: OperatorBase, value: string, form: string): Share =>
  shareOf(base, operatorOf(base).prepare([raw(value)]), shape(form));

describe("what texts of a form satisfy a value", () => {
  // biome-ignore format: a table reads as a table
  test.each<[OperatorBase, string, string, Share]>([
    ["StringEquals",           "AROAX:job-1",            "AROA*:job-1", "some"],
    ["StringEquals",           "AROAX:job-2",            "AROA*:job-1", "none"],
    ["StringEquals",           "aroax:job-1",            "AROA*:job-1", "none"],
    ["StringEqualsIgnoreCase", "aroax:JOB-1",            "AROA*:job-1", "some"],
    ["StringLike",             "*:*@partner.example",    "AROA*:job-1", "none"],
    ["StringLike",             "*:job-1",                "AROA*:job-1", "all"],
    ["StringLike",             "A*:job-?",               "AROA*:job-1", "all"],
    ["StringLike",             "?*",                     "*:job-1",     "all"],
    ["StringLike",             "AROA????:job-1",         "AROA*:job-1", "some"],
    ["StringLike",             "AROAX*",                 "AROA*:job-1", "some"],
    ["StringLike",             "*",                      "AROA*:*",     "all"],
    ["StringLike",             "AROA*:*:*",              "AROA*:*",     "some"],
    ["StringLike",             "????????????????????*",  "AROA*:job-1", "some"], // more than are tried: it may be all, and nobody says so
    ["ArnLike",                "arn:aws:iam::*:role/a/*", "arn:aws:iam::111122223333:role/a/*x", "all"],
    ["ArnEquals",              "arn:aws:iam::*:role/x",  "arn:aws:iam::111122223333:role/a/*x", "none"],
    ["ArnLike",                "arn:aws:sts::*:role/*",  "arn:aws:iam::111122223333:role/a/*x", "none"],
    ["ArnLike",                "arn:aws:iam::*:role/*y*", "arn:aws:iam::111122223333:role/a/*x", "some"],
    ["ArnLike",                "arn:aws:iam::*:role/*",  "*:x", "some"], // where the components end is not known
    ["NumericEquals",          "1",                      "*:job-1",     "some"], // of other things than text nothing is said
  ])("%s %j of %j: %s", (base, value, form, expected) => {
    expect(share(base, value, form)).toBe(expected);
  });

  test("a text that is known has no form, whatever its characters", () => {
    expect(known("a*b").pattern).toBeUndefined();
    expect(shape("a*b").pattern).toBeDefined();
  });

  test("agrees with the texts one can think of", () => {
    const text = (...letters: string[]) => fc.array(fc.constantFrom(...letters), { maxLength: 5 }).map((all) => all.join(""));
    fc.assert(
      fc.property(
        text("a", "b", "*", "?"),
        text("a", "b", "*"),
        fc.array(text("a", "b", "c"), { minLength: 1, maxLength: 6 }),
        (pattern, form, fills) => {
          const prepared = OPERATORS.StringLike.prepare([raw(pattern)]);
          const found = shareOf("StringLike", prepared, shape(form));
          const matches = fills.map((fill) => matchesPattern(parsePattern(pattern), form.replaceAll("*", fill)));
          if (found === "all") expect(matches).not.toContain(false);
          if (found === "none") expect(matches).not.toContain(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
