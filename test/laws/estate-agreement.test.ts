import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { World } from "../../src/estate/world.ts";
import { OPERATIONS } from "../../src/kms/operations/index.ts";
import { readWorld, resolveWorld } from "../../src/world/reader.ts";
import { flowFile } from "../flow-fixtures.ts";
import { attemptsArbitrary, worldArbitrary } from "../generators/worlds.ts";
import { told } from "../world/worlds.ts";
import { type Attempt, Pair } from "./estate-agreement.ts";

const NAMES = Object.keys(OPERATIONS) as (keyof typeof OPERATIONS)[];
const FLOW_WORLDS = ["cloudtrail", "dynamodb", "ebs", "eks", "lambda", "logs", "rds", "s3", "secretsmanager", "sns", "sqs", "ssm"];

const fromFile = (path: string): World => worldOf(readWorld(path, { readFile: (name) => readFileSync(name, "utf8"), root: "." }));

function worldOf(read: ReturnType<typeof readWorld>): World {
  if (read.world === undefined) throw new Error(told(read).join("\n"));
  return read.world;
}

/** Everybody, some strangers, and services, with every operation, on every key, by one way after the other. */
function everyAttempt({ estate }: World): readonly Attempt[] {
  const accounts = new Set([...(estate.organization?.members.keys() ?? []), ...estate.keys.map(({ account }) => account), "777788889999"]);
  const strangers = [...accounts].flatMap((account) => [`arn:aws:iam::${account}:role/stranger`, `arn:aws:iam::${account}:root`]);
  const principals = [...estate.principals.map(({ name }) => name), ...strangers, "s3.amazonaws.com", "dynamodb.amazonaws.com"];
  const ways: readonly Partial<Attempt>[] = [
    {},
    { encryptionContext: { purpose: "export", tenant: "t1" } },
    ...estate.endpoints.map(({ name: endpoint }) => ({ endpoint })),
    { viaService: "s3" },
  ];
  let turn = 0;
  return principals.flatMap((principal) =>
    estate.keys.flatMap(({ name: key, aliases }) =>
      NAMES.flatMap((operation) => {
        const [alias] = aliases;
        const way = ways[turn++ % ways.length];
        return [
          { operation, principal, key, ...way },
          ...(alias === undefined || turn % 2 === 0 ? [] : [{ operation, principal, key, alias, ...way }]),
        ];
      }),
    ),
  );
}

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
