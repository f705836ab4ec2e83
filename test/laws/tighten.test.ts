import { describe, expect, test } from "vitest";
import { whoCan } from "../../src/analysis/access.ts";
import type { World } from "../../src/estate/world.ts";
import { CRYPTOGRAPHY } from "../../src/replay/action-patterns.ts";
import { Judge } from "../../src/replay/judge.ts";
import { Replay } from "../../src/replay/replay.ts";
import type { Part } from "../../src/replay/tally.ts";
import type { Window } from "../../src/replay/window.ts";
import { tighten } from "../../src/tighten/tighten.ts";
import { worldOf } from "../world/worlds.ts";
import { Pair } from "./estate-agreement.ts";
import { everyAttempt, fromFile } from "./every-attempt.ts";
import { grownEstate } from "./tighten-estates.ts";

const TAKEN = { unlisted: "anything", sessionTags: "unknown" } as const;

function replayed(world: World, events: readonly object[], window: Window = {}, sessionTags: "unknown" | "none" = "unknown"): Part {
  const replay = new Replay(new Judge(world, undefined, { ...TAKEN, sessionTags }), { ...window, by: "value" });
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

/** Who of those that the world lists may do what cryptography, counted by the analysis. */
const rightsIn = (world: World): ReadonlySet<string> =>
  new Set(
    whoCan(world, { key: "orders", actions: [...CRYPTOGRAPHY] }).entries.flatMap(({ who, actions }) =>
      who.name === undefined ? [] : actions.map((action) => `${who.name} ${action}`),
    ),
  );

const LONG = process.env.KMSWARD_LONG === "1";

describe("estates that grew for years", () => {
  test.each(Array.from({ length: LONG ? 20 : 2 }, (_, i) => i + 1))("estate %i", { timeout: 300_000 }, (seed) => {
    const { world: value, events } = grownEstate(seed);
    const world = worldOf(value);
    const key = world.estate.keys[0]!;
    const options = { keep: [], wildcards: true, identity: true };
    const began = Date.now();
    const learned = (part: Part) => {
      const tight = tighten(world, key, part, options);
      if (!tight.ok) throw new Error(tight.error.map(({ message }) => message).join());
      return tight.value;
    };
    const whole = replayed(world, events);
    const tight = learned(whole);
    const seconds = (Date.now() - began) / 1000;
    expect(["equal", "narrower"]).toContain(tight.proof.verdict);
    expect(tight.administration.verdict).toBe("equal");
    expect(replayed(tight.world, events).counts).toEqual(whole.counts);

    // What was learned from the first two thirds denies nothing of the last.
    const cut = Date.UTC(2026, 8, 30);
    const early = learned(replayed(world, events, { until: cut }));
    const late = replayed(world, events, { since: cut });
    expect(late.counts.allowed).toBeGreaterThan(0);
    expect(replayed(early.world, events, { since: cut }).counts.allowed).toBe(late.counts.allowed);

    // Sids and their order stay; what is denied is denied.
    const sids = (text: string) => (JSON.parse(text) as { Statement: { Sid: string }[] }).Statement.map(({ Sid }) => Sid);
    expect(sids(tight.text)).toEqual(sids(key.policyText).filter((sid) => sids(tight.text).includes(sid)));
    expect(sids(tight.text)).toEqual(expect.arrayContaining(["Own", "Admin", "NoBypass"]));

    const used = new Set(
      Object.values(whole.shapes)
        .flatMap(({ class: kind, checks }) => (kind === "allowed" ? checks : []))
        .map(({ action, request }) => `${nameIn(request?.principal)} ${action}`),
    );
    const [before, after] = [rightsIn(world), rightsIn(tight.world)];
    const unused = [...before].filter((right) => !used.has(right));
    const left = unused.filter((right) => after.has(right));
    for (const right of used) expect(after).toContain(right);
    expect(unused.length).toBeGreaterThan(5);
    const share = 1 - left.length / unused.length;
    if (LONG) console.warn(`estate ${seed}: ${(share * 100).toFixed(0)} % of ${unused.length} unused rights gone, ${seconds.toFixed(1)} s`);
    expect(share).toBeGreaterThanOrEqual(0.8);
  });
});

const nameIn = (principal: unknown): string => {
  const arn = typeof principal === "string" ? principal : ((principal as { arn?: string } | undefined)?.arn ?? "");
  return arn.split("/")[1] ?? "";
};
