import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { reviewGitlab } from "../../../src/report/formats/gitlab.ts";
import { changed, found, goldenReview, hex, hostile } from "../review-samples.ts";

/** GitLab's documentation, "Code Quality report format": the members that its widget reads. */
const SCHEMA = {
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    additionalProperties: false,
    properties: {
      description: { type: "string", minLength: 1 },
      check_name: { type: "string", minLength: 1 },
      fingerprint: { type: "string", minLength: 1 },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        additionalProperties: false,
        properties: {
          path: { type: "string", pattern: "^(?!\\.{1,2}/).+" },
          lines: {
            type: "object",
            required: ["begin"],
            additionalProperties: false,
            properties: { begin: { type: "integer", minimum: 1 } },
          },
        },
      },
    },
  },
};
const isValid = new Ajv({ allErrors: true }).compile(SCHEMA);

test("is as it was", async () => {
  await expect(reviewGitlab(await changed(), hex)).toMatchFileSnapshot(goldenReview("diff.gitlab.json"));
});

test("is what GitLab reads, and no fingerprint is there twice", async () => {
  const changes = await changed();
  for (const review of [changes, await found(), await hostile(), { ...changes, items: [...changes.items, ...changes.items] }]) {
    const issues = JSON.parse(reviewGitlab(review, hex));
    expect(isValid(issues) ? [] : isValid.errors).toEqual([]);
    const prints = issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
  }
});

test("is an empty list where nothing was found, which clears what was there", async () => {
  expect(reviewGitlab({ ...(await changed()), items: [] }, hex)).toBe("[]\n");
});
