import { describe, expect, it } from "vitest";
import { KeyMaterial } from "../../src/crypto/key-material.ts";
import type { Key, Material } from "../../src/kms/key.ts";
import { fixedPorts } from "../../src/kms/ports.ts";
import { awaitingRotation, endOnDemandRotation, rotateBySchedule, rotated } from "../../src/kms/rotate.ts";
import { type Change, State } from "../../src/kms/state.ts";
import { DAY, key, NOW } from "./records.ts";

const ports = fixedPorts({ startMs: NOW });
const secretOf = (value: number) => new KeyMaterial({ spec: "SYMMETRIC_DEFAULT", keyId: "k", bytes: new Uint8Array(32).fill(value) });
const material = (value: number, state: Material["state"]): Material => ({ id: secretOf(value).id, secret: secretOf(value), state });
const stateWith = (...keys: readonly Key[]): State => {
  const state = new State();
  for (const one of keys) state.apply({ kind: "put-key", key: one });
  return state;
};
const keysOf = (changes: readonly Change[]): readonly Key[] => changes.flatMap((change) => (change.kind === "put-key" ? [change.key] : []));

it("makes one material current, and keeps the others", () => {
  const before = key({
    materials: [material(1, "NON_CURRENT"), material(2, "CURRENT"), { ...material(3, "PENDING_ROTATION"), description: "three" }],
  });
  const fresh = rotated(before, { secret: secretOf(4), at: NOW, type: "AUTOMATIC" });
  expect(fresh.materials.map(({ state }) => state)).toEqual(["NON_CURRENT", "NON_CURRENT", "PENDING_ROTATION", "CURRENT"]);
  const promoted = rotated(before, { secret: secretOf(3), at: NOW, type: "ON_DEMAND" });
  expect(promoted.materials.map(({ state }) => state)).toEqual(["NON_CURRENT", "NON_CURRENT", "CURRENT"]);
  expect(promoted.materials[2]).toMatchObject({ id: secretOf(3).id, description: "three", rotatedAt: NOW, rotationType: "ON_DEMAND" });
});

describe("a rotation on demand", () => {
  const onDemand = { startedAt: NOW, endsAt: NOW + 1 };

  it("of a key made here takes new material, and counts", () => {
    const one = key({ onDemand, onDemandRotations: 3 });
    const [after] = keysOf(endOnDemandRotation(one, NOW, stateWith(one), ports));
    expect(after).toMatchObject({ onDemand: undefined, onDemandRotations: 4 });
    expect(after?.materials).toHaveLength(2);
  });

  it("of an imported key takes the material that waits, or ends without effect", () => {
    const waiting = material(2, "PENDING_ROTATION");
    const imported = key({ origin: "EXTERNAL", onDemand, materials: [material(1, "CURRENT"), waiting] });
    expect(awaitingRotation(imported)).toBe(waiting);
    const [after] = keysOf(endOnDemandRotation(imported, NOW, stateWith(imported), ports));
    expect(after?.materials.map(({ id, state }) => [id, state])).toEqual([
      [secretOf(1).id, "NON_CURRENT"],
      [secretOf(2).id, "CURRENT"],
    ]);
    const without = key({ origin: "EXTERNAL", onDemand, materials: [material(1, "CURRENT")] });
    expect(awaitingRotation(without)).toBeUndefined();
    const [unchanged] = keysOf(endOnDemandRotation(without, NOW, stateWith(without), ports));
    expect(unchanged).toMatchObject({ onDemand: undefined, onDemandRotations: 0 });
    expect(unchanged?.materials).toBe(without.materials);
  });
});

it("rotates by the schedule in all Regions, to one material, and says when next", () => {
  const [east, west] = ["us-east-1", "us-west-2"].map((region) =>
    key({ id: "mrk-0123456789abcdef0123456789abcdef", region, rotation: { periodDays: 90, nextAt: NOW } }),
  ) as [Key, Key];
  const after = keysOf(rotateBySchedule(east, NOW, stateWith(east, west), ports));
  expect(after.map(({ arn }) => arn)).toEqual([east.arn, west.arn]);
  expect(new Set(after.map(({ materials }) => materials.at(-1)?.id)).size).toBe(1);
  for (const each of after) expect(each.rotation).toEqual({ periodDays: 90, nextAt: NOW + 90 * DAY });
});
