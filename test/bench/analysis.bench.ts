import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { whoCan } from "../../src/analysis/access.ts";
import { compare } from "../../src/analysis/compare.ts";
import { prove } from "../../src/analysis/prove.ts";
import type { Invariant } from "../../src/analysis/requests.ts";
import type { World } from "../../src/estate/world.ts";
import { comparisonQuestions } from "../../src/smt/question.ts";
import type { WorldObject } from "../../src/world/document.ts";
import { resolveWorld } from "../../src/world/reader.ts";
import { type EstateSize, estateOf } from "./estate.ts";
import { KMS_PAIRS, manyStatements } from "./kms-pairs.ts";
import type { Row } from "./row.ts";

/** Questions about all requests: to a key as one finds it, and to a whole estate, in which few policies are held by many and are those of many keys. */

const LARGE: EstateSize = { principals: 10_000, sets: 300, keys: 500, keyPolicies: 50 };
const CHANGED: EstateSize = { principals: 2_000, sets: 1_500, keys: 500, keyPolicies: 50 };

const INVARIANTS: readonly Invariant[] = [
  { never: { action: "DisableKey" } },
  { never: { principal: "555566667777", action: "Encrypt" } },
  { only: { principal: ["111122223333", "222233334444", "333344445555", "444455556666"], action: "CreateGrant" } },
];

const worldOf = (size: EstateSize): World => read(estateOf(size));

function read(document: WorldObject): World {
  const { world, diagnostics } = resolveWorld(document);
  if (world === undefined) throw new Error(`the estate is no world: ${diagnostics[0]?.message}`);
  return world;
}

/** Seconds of CPU, and what came of it: other programs of the machine do not count. */
function cost<T>(work: () => T): readonly [T, number] {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1e6];
}

const ROUNDS = 10;

/** Milliseconds of CPU of each of some runs, of worlds that are new each time, warm, from the least to the most. */
function costs(work: () => () => unknown, rounds = ROUNDS): readonly number[] {
  for (let i = 0; i < 3; i++) work()();
  const all = Array.from({ length: rounds }, () => cost(work())[1] * 1e3);
  return all.sort((a, b) => a - b);
}

const part = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

function ofOneKey(): readonly Row[] {
  const first = KMS_PAIRS[0] as (typeof KMS_PAIRS)[number];
  for (const pair of [...KMS_PAIRS, ...KMS_PAIRS, ...KMS_PAIRS]) comparing(pair)(); // warm
  const pairs = Array.from({ length: ROUNDS }, () => KMS_PAIRS.map((pair) => cost(comparing(pair))[1] * 1e3));
  const sorted = pairs.flat().sort((a, b) => a - b);
  const about = "one key, 9 statements, 3 identities, SCP, grant";
  const [large, huge] = [manyStatements(76), manyStatements(80, 320)];
  const bytes = JSON.stringify(Object.values(large.keys ?? {})[0]?.policy).length;
  return [
    { name: `${about}: compare, median`, value: part(sorted, 0.5), unit: "ms of CPU", aim: "≤ 5" },
    { name: `${about}: compare, p99`, value: part(sorted, 0.99), unit: "ms of CPU", aim: "≤ 15" },
    {
      name: `${about}: who can`,
      value: part(
        costs(() => asking(first[0])),
        0.5,
      ),
      unit: "ms of CPU",
      aim: "≤ 50",
    },
    {
      name: `a policy of ${Math.round(bytes / 1024)} KB against itself`,
      value: part(
        costs(() => comparing([large, large])),
        0.5,
      ),
      unit: "ms of CPU",
      aim: "≤ 50",
    },
    {
      name: "400 statements against themselves",
      value: part(
        costs(() => comparing([huge, huge]), 3),
        0.5,
      ),
      unit: "ms of CPU",
      aim: "≤ 1000",
    },
    ...besideSolver(),
  ];
}

function asking(document: WorldObject): () => unknown {
  const world = read(document);
  return () => whoCan(world, { key: "orders" });
}

function comparing([before, after]: readonly [WorldObject, WorldObject]): () => unknown {
  const [one, other] = [read(before), read(after)];
  return () => compare(one, other);
}

const SECONDS = 10;

/** What cvc5 needs for the same pairs, asked in files that the second encoder writes. */
function besideSolver(): readonly Row[] {
  if (spawnSync("cvc5", ["--version"]).status !== 0) {
    process.stderr.write("skipped: cvc5 is not installed, so nothing is measured beside it (`.ci/packages` installs it)\n");
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), "kmsward-bench-"));
  try {
    const asked = KMS_PAIRS.map((pair) => {
      const [before, after] = pair.map(read) as [World, World];
      const questions = comparisonQuestions(before, after, {});
      const start = performance.now();
      const verdicts = questions.map(({ name, text, refused }) => {
        if (refused !== undefined) return "refused";
        const file = join(folder, `${name.replace(/[^a-z0-9-]/gi, "_")}.smt2`);
        writeFileSync(file, text);
        const { stdout } = spawnSync("cvc5", ["--strings-exp", `--tlimit=${SECONDS * 1e3}`, file], { encoding: "utf8" });
        return stdout.trim().split("\n")[0];
      });
      return { ms: performance.now() - start, isDecided: verdicts.every((verdict) => verdict === "sat" || verdict === "unsat") };
    });
    const times = asked.map(({ ms }) => ms).sort((a, b) => a - b);
    const decided = asked.filter(({ isDecided }) => isDecided).length;
    const note = `${decided} of ${asked.length} pairs decided, ${SECONDS} s at most for each question`;
    return [{ name: "the same pairs, cvc5, median", value: part(times, 0.5), unit: "ms", note }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export default async function analysis(): Promise<readonly Row[]> {
  const ofKeys = ofOneKey();
  const world = worldOf(LARGE);
  const everyKey = () => world.estate.keys.reduce((count, { name }) => count + whoCan(world, { key: name }).entries.length, 0);
  const [entries, cold] = cost(everyKey);
  const [, warm] = cost(everyKey);
  const invariants = () => INVARIANTS.map((invariant) => prove(world, invariant).verdict);
  const [proofs, proving] = cost(invariants);
  const [, again] = cost(invariants);
  const [before, after] = [worldOf(CHANGED), worldOf({ ...CHANGED, changed: 20 })];
  const [{ changes }, comparing] = cost(() => compare(before, after));
  const about = `${LARGE.principals} principals, ${LARGE.keys} keys`;
  return [
    ...ofKeys,
    { name: `${about}: who can, of every key, first`, value: cold, unit: "s of CPU", aim: "≤ 5", note: `${entries} entries` },
    { name: `${about}: who can, of every key, again`, value: warm, unit: "s of CPU", aim: "≤ 1" },
    { name: `${about}: ${INVARIANTS.length} invariants, first`, value: proving, unit: "s of CPU", note: proofs.join(", ") },
    { name: `${about}: ${INVARIANTS.length} invariants, again`, value: again, unit: "s of CPU" },
    {
      name: `${CHANGED.principals} principals, ${CHANGED.keys} keys, some documents changed: diff`,
      value: comparing,
      unit: "s of CPU",
      aim: "< 10",
      note: `${changes.length} changes, ${Math.round(process.memoryUsage().rss / 1e6)} MB with everything before`,
    },
  ];
}
