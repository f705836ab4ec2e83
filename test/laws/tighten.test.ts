import { describe, expect, test } from "vitest";
import type { World } from "../../src/estate/world.ts";
import { Judge } from "../../src/replay/judge.ts";
import { Replay } from "../../src/replay/replay.ts";
import type { Part } from "../../src/replay/tally.ts";
import { tighten } from "../../src/tighten/tighten.ts";
import { Pair } from "./estate-agreement.ts";
import { everyAttempt, fromFile } from "./every-attempt.ts";

const TAKEN = { unlisted: "anything", sessionTags: "unknown" } as const;

function replayed(world: World, events: readonly object[]): Part {
  const replay = new Replay(new Judge(world, undefined, TAKEN));
  for (const event of events) replay.add(event);
  return replay.part();
}

/** Of every third attempt that a KMS allowed: so that there is something left to take away. */
function someUse(world: World): readonly object[] {
  const pair = new Pair(world);
  for (const [i, attempt] of everyAttempt(world).entries()) if (i % 3 === 0) pair.compare(attempt);
  return pair.events.map((event) => JSON.parse(JSON.stringify(event)));
}

describe.each(["fixtures/tests/world.yaml", "fixtures/examples/orders/orders.world.yaml"])("%s", (path) => {
  const world = fromFile(path);
  const use = someUse(world);

  test("whatever is learned is narrower for all requests, and breaks nothing it was learned from", { timeout: 300_000 }, () => {
    const before = replayed(world, use);
    for (const key of world.estate.keys) {
      const tight = tighten(world, key, before);
      if (!tight.ok) throw new Error(tight.error.map(({ message }) => message).join());
      expect(tight.value.proof.changes.filter(({ direction }) => direction === "gained")).toEqual([]);
      expect(["equal", "narrower"]).toContain(tight.value.proof.verdict);
      expect(tight.value.administration.verdict).toBe("equal");
      const after = replayed(tight.value.world, use);
      expect(after.counts.allowed + after.counts.undetermined).toBe(before.counts.allowed + before.counts.undetermined);
      expect(after.counts.broken).toBe(before.counts.broken);
    }
  });
});
