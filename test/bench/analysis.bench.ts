import { whoCan } from "../../src/analysis/access.ts";
import { compare } from "../../src/analysis/compare.ts";
import { prove } from "../../src/analysis/prove.ts";
import type { Invariant } from "../../src/analysis/requests.ts";
import type { World } from "../../src/estate/world.ts";
import { resolveWorld } from "../../src/world/reader.ts";
import { type EstateSize, estateOf } from "./estate.ts";
import type { Row } from "./row.ts";

/** Questions about all requests to a whole estate, in which few policies are held by many and are those of many keys. */

const LARGE: EstateSize = { principals: 10_000, sets: 300, keys: 500, keyPolicies: 50 };
const CHANGED: EstateSize = { principals: 2_000, sets: 1_500, keys: 500, keyPolicies: 50 };

const INVARIANTS: readonly Invariant[] = [
  { never: { action: "DisableKey" } },
  { never: { principal: "555566667777", action: "Encrypt" } },
  { only: { principal: ["111122223333", "222233334444", "333344445555", "444455556666"], action: "CreateGrant" } },
];

function worldOf(size: EstateSize): World {
  const { world } = resolveWorld(estateOf(size));
  if (world === undefined) throw new Error("the estate is no world");
  return world;
}

/** Seconds of CPU, and what came of it: other programs of the machine do not count. */
function cost<T>(work: () => T): readonly [T, number] {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1e6];
}

export default async function analysis(): Promise<readonly Row[]> {
  const world = worldOf(LARGE);
  const everyKey = () => world.estate.keys.reduce((count, { name }) => count + whoCan(world, { key: name }).entries.length, 0);
  const [entries, cold] = cost(everyKey);
  const [, warm] = cost(everyKey);
  const [proofs, proving] = cost(() => INVARIANTS.map((invariant) => prove(world, invariant).verdict));
  const [before, after] = [worldOf(CHANGED), worldOf({ ...CHANGED, changed: 20 })];
  const [{ changes }, comparing] = cost(() => compare(before, after));
  const about = `${LARGE.principals} principals, ${LARGE.keys} keys`;
  return [
    { name: `${about}: who can, of every key, first`, value: cold, unit: "s of CPU", aim: "≤ 5", note: `${entries} entries` },
    { name: `${about}: who can, of every key, again`, value: warm, unit: "s of CPU", aim: "≤ 1" },
    { name: `${about}: ${INVARIANTS.length} invariants`, value: proving, unit: "s of CPU", note: proofs.join(", ") },
    {
      name: `${CHANGED.principals} principals, ${CHANGED.keys} keys, some documents changed: diff`,
      value: comparing,
      unit: "s of CPU",
      aim: "< 10",
      note: `${changes.length} changes, ${Math.round(process.memoryUsage().rss / 1e6)} MB with everything before`,
    },
  ];
}
