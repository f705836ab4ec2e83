import { describe, expect, test } from "vitest";
import type { World } from "../../src/estate/world.ts";
import { fixtureTexts, imported, worldOf } from "../importers/imported.ts";

const ACTIONS = ["kms:Decrypt", "kms:GenerateDataKey", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:CreateGrant"];
const WHOLE = fixtureTexts("dumps/account");

/** Every question about a principal and a key of the whole dump. */
const questionsOf = ({ estate }: World) =>
  estate.keys.flatMap(({ arn }) =>
    estate.principals.flatMap(({ facts }) => ACTIONS.map((action) => ({ principal: facts.arn, action, resource: arn }))),
  );

describe("an account of which one answer is missing", () => {
  test("is never answered otherwise with the same confidence", { timeout: 120_000 }, async () => {
    const whole = worldOf((await imported(WHOLE)).after);
    const questions = questionsOf(whole);
    const outcomes = questions.map((question) => whole.authorize(question).outcome);
    expect(new Set(outcomes)).toEqual(new Set(["allowed", "implicitDeny", "explicitDeny", "undetermined"]));
    const wrong: string[] = [];
    for (const { file } of WHOLE) {
      const read = await imported(WHOLE.filter((source) => source.file !== file));
      const world = worldOf(read.after);
      const controls = read.after.knows?.serviceControl;
      questions.forEach((question, i) => {
        const { outcome } = world.authorize(question);
        // every answer then rests on the assumption that nothing hidden denies: in the organization, or about somebody whom the world does not list
        const isAssumed = controls === "some" || !world.estate.principals.some(({ facts }) => facts.arn === question.principal);
        if (outcome !== outcomes[i] && outcome !== "undetermined" && !isAssumed)
          wrong.push(`${file}: ${JSON.stringify(question)} ${outcomes[i]} → ${outcome}`);
      });
    }
    expect(wrong).toEqual([]);
  });
});
