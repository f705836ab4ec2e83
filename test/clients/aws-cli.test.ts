import { describe, expect, it } from "vitest";
import { serving } from "../server/serving.ts";
import { FIRST } from "./aws-cli-scripts.ts";
import { has, runGuide } from "./guides.ts";

/** The AWS CLI itself, one sequence of the guides; the others are in `aws-cli.long.test.ts`. */
describe.runIf(has("aws"))("the AWS CLI", async () => {
  const server = await serving();

  it.each(FIRST)("$name", { timeout: 120_000 }, async (guide) => {
    expect(await runGuide(guide, server.url)).toMatch(guide.fits);
  });
});
