import { describe, expect, it } from "vitest";
import { fixedPorts } from "../../src/kms/ports.ts";
import { endOnDemandRotation, rotateBySchedule, rotated } from "../../src/kms/rotate.ts";
import { State } from "../../src/kms/state.ts";
import { freshMaterial } from "../crypto/materials.ts";
import { DAY, key, material, NOW } from "./records.ts";

const ports = fixedPorts({ startMs: NOW });
const stateWith = (...keys: ReturnType<typeof key>[]): State => {
  const state = new State();
  for (const one of keys) state.apply({ kind: "put-key", key: one });
  return state;
};

it("makes another material the current one, and keeps those before", () => {
  const one = key();
  const secret = freshMaterial("SYMMETRIC_DEFAULT", one.id);
  const { materials } = rotated(one, { secret, at: NOW, type: "ON_DEMAND" });
  expect(materials).toEqual([
    { ...one.materials[0], state: "NON_CURRENT" },
    { id: secret.id, secret, state: "CURRENT", rotatedAt: NOW, rotationType: "ON_DEMAND" },
  ]);
});

describe("by its schedule", () => {
  it("gives every related key the same material, and the next date", () => {
    const rotation = { periodDays: 90, nextAt: NOW };
    const primary = key({ id: "mrk-1", multiRegion: { type: "PRIMARY", primaryRegion: "us-east-1" }, rotation });
    const replica = key({
      ...primary,
      region: "us-west-2",
      arn: "arn:aws:kms:us-west-2:111122223333:key/mrk-1",
      multiRegion: { type: "REPLICA", primaryRegion: "us-east-1" },
    });
    const state = stateWith(primary, replica);
    for (const change of rotateBySchedule(primary, NOW, state, ports)) state.apply(change);
    const [east, west] = [state.key(primary.arn)!, state.key(replica.arn)!];
    expect(east.materials).toEqual(west.materials);
    expect(east.materials).toHaveLength(2);
    expect(east.rotation).toEqual({ periodDays: 90, nextAt: NOW + 90 * DAY });
  });
});

describe("on demand", () => {
  const onDemand = { startedAt: NOW - 1, endsAt: NOW };

  it("takes the material that waits, and counts", () => {
    const waiting = material({ state: "PENDING_ROTATION" });
    const one = key({ origin: "EXTERNAL", onDemand, materials: [material(), waiting] });
    const state = stateWith(one);
    for (const change of endOnDemandRotation(one, NOW, state, ports)) state.apply(change);
    const after = state.key(one.arn)!;
    expect(after.materials.map(({ id, state: which }) => [id, which])).toEqual([
      [one.materials[0]!.id, "NON_CURRENT"],
      [waiting.id, "CURRENT"],
    ]);
    expect(after).toMatchObject({ onDemandRotations: 1, onDemand: undefined });
  });

  it("makes a new one where KMS makes them", () => {
    const one = key({ onDemand });
    const state = stateWith(one);
    for (const change of endOnDemandRotation(one, NOW, state, ports)) state.apply(change);
    expect(state.key(one.arn)!.materials).toHaveLength(2);
    expect(state.due(NOW)).toBeUndefined();
  });
});
