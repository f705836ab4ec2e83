import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { World } from "../../src/estate/world.ts";
import { resolveWorld } from "../../src/world/reader.ts";
import { flowFile } from "../flow-fixtures.ts";
import { attemptsArbitrary, worldArbitrary } from "../generators/worlds.ts";
import { told } from "../world/worlds.ts";
import { type Attempt, Pair } from "./estate-agreement.ts";
import { everyAttempt, fromFile, NAMES, worldOf } from "./every-attempt.ts";

const FLOW_WORLDS = ["cloudtrail", "dynamodb", "ebs", "eks", "lambda", "logs", "rds", "s3", "secretsmanager", "sns", "sqs", "ssm"];

/** What an embedded KMS starts with has to be in this process. */
const startable = ({ estate }: World): boolean => estate.keys.every(({ origin }) => origin === "AWS_KMS" || origin === "EXTERNAL");

function disagreements(world: World, attempts: readonly Attempt[]): { readonly compared: number; readonly found: readonly object[] } {
  const pair = new Pair(world);
  const compared = attempts.flatMap((attempt) => pair.compare(attempt).map((one) => ({ ...one, attempt })));
  return { compared: compared.length, found: compared.filter(({ kms, world: answer }) => kms !== answer) };
}

describe("a world, and a KMS started from it, answer alike", () => {
  test.each([
    ...["fixtures/worlds/estate.yaml", "fixtures/tests/world.yaml", "fixtures/examples/orders/orders.world.yaml"].map(
      (path) => [path, () => fromFile(path)] as const,
    ),
    ...FLOW_WORLDS.map((service) => [`fixtures/flows/${service}.json`, () => worldOf(resolveWorld(flowFile(service).world))] as const),
  ])("%s", { timeout: 600_000 }, (_, read) => {
    const world = read();
    if (!startable(world)) throw new Error("the KMS cannot start with all keys of this world");
    const { compared, found } = disagreements(world, everyAttempt(world));
    expect(found.slice(0, 5)).toEqual([]);
    expect(compared).toBeGreaterThan(NAMES.length);
  });

  test("generated worlds", { timeout: 600_000 }, () => {
    const seen = { Allow: 0, Deny: 0 };
    fc.assert(
      fc.property(
        worldArbitrary.chain((document) => fc.tuple(fc.constant(document), attemptsArbitrary(document))),
        ([document, attempts]) => {
          const read = resolveWorld(document.document);
          if (read.world === undefined) throw new Error(told(read).join("\n"));
          const pair = new Pair(read.world);
          for (const attempt of attempts) {
            const compared = pair.compare(attempt);
            for (const { kms } of compared) seen[kms]++;
            expect(compared.filter(({ kms, world }) => kms !== world)).toEqual([]);
          }
        },
      ),
      { numRuns: 120 },
    );
    expect(seen.Allow).toBeGreaterThan(50);
    expect(seen.Deny).toBeGreaterThan(200);
  });
});
