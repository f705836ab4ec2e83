import { invariant } from "../base/invariant.ts";
import { DAY_MS } from "../base/time.ts";
import type { KeyMaterial } from "../crypto/key-material.ts";
import type { Key, Material } from "./key.ts";
import { newMaterial } from "./materials.ts";
import type { Ports } from "./ports.ts";
import type { Change, StateView } from "./state.ts";

/** A key whose current material is another from now on; the one before opens what it sealed. KMS Developer Guide, "Rotating AWS KMS keys". */
export function rotated(
  key: Key,
  to: { readonly secret: KeyMaterial; readonly at: number; readonly type: "AUTOMATIC" | "ON_DEMAND" },
): Key {
  const before = key.materials
    .filter(({ id }) => id !== to.secret.id)
    .map((material) => (material.state === "CURRENT" ? retired(material) : material));
  const pending = key.materials.find(({ id }) => id === to.secret.id);
  const current: Material = { ...pending, id: to.secret.id, secret: to.secret, state: "CURRENT", rotatedAt: to.at, rotationType: to.type };
  return { ...key, materials: [...before, current] };
}

const retired = (material: Material): Material => ({ ...material, state: "NON_CURRENT" });

/**
 * A rotation on demand ends about a minute after it began (recorded). Of an imported key it takes the material that waits for it; if that has been
 * deleted or has expired meanwhile, nothing is rotated (our reading: AWS does not say).
 */
export function endOnDemandRotation(key: Key, at: number, state: StateView, ports: Ports): readonly Change[] {
  const secret = key.origin === "EXTERNAL" ? awaitingRotation(key)?.secret : newMaterial(key.spec, key.id, ports);
  return state.related(key).map((related) => {
    if (secret === undefined) return { kind: "put-key", key: { ...related, onDemand: undefined } };
    const onDemandRotations = related.onDemandRotations + 1;
    return { kind: "put-key", key: { ...rotated(related, { secret, at, type: "ON_DEMAND" }), onDemand: undefined, onDemandRotations } };
  });
}

/** The imported material that every Region has and no rotation has made current yet. */
export const awaitingRotation = ({ materials }: Key): Material | undefined => materials.find(({ state }) => state === "PENDING_ROTATION");

/** The yearly rotation, or of whatever period. Related keys of other Regions get the same material. */
export function rotateBySchedule(key: Key, at: number, state: StateView, ports: Ports): readonly Change[] {
  invariant(key.rotation !== undefined, "only a key with a schedule is rotated by it");
  const secret = newMaterial(key.spec, key.id, ports);
  const rotation = { ...key.rotation, nextAt: at + key.rotation.periodDays * DAY_MS };
  return state
    .related(key)
    .map((related) => ({ kind: "put-key", key: { ...rotated(related, { secret, at, type: "AUTOMATIC" }), rotation } }));
}
