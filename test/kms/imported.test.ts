import { describe, expect, it } from "vitest";
import { KeyMaterial } from "../../src/crypto/key-material.ts";
import { changed, missing, settled, withMaterial, withoutMaterial } from "../../src/kms/imported.ts";
import type { Key, Material } from "../../src/kms/key.ts";
import type { Change } from "../../src/kms/state.ts";
import { key, NOW } from "./records.ts";

const ID = "mrk-0123456789abcdef0123456789abcdef";
const secret = (value: number) => new KeyMaterial({ spec: "SYMMETRIC_DEFAULT", keyId: ID, bytes: new Uint8Array(32).fill(value) });
const held = (value: number, state: Material["state"] = "CURRENT"): Material => ({ id: secret(value).id, secret: secret(value), state });
const bring = (value: number, members: { readonly description?: string; readonly expiresAt?: number } = {}) => ({
  secret: secret(value),
  at: NOW,
  expiresAt: members.expiresAt,
  description: members.description,
});

const in_ = (region: string, type: "PRIMARY" | "REPLICA", materials: readonly Material[], more: Partial<Key> = {}): Key =>
  key({ id: ID, region, origin: "EXTERNAL", multiRegion: { type, primaryRegion: "us-east-1" }, materials, ...more });

const keyOf = (change: Change | undefined): Key => {
  if (change?.kind !== "put-key") throw new Error("not a key");
  return change.key;
};
const shown = (changes: readonly Change[]) =>
  changes.map((change) => {
    const { region, materials } = keyOf(change);
    return [region, ...materials.map(({ state, secret: there }) => `${state}${there === undefined ? " missing" : ""}`)];
  });

const WAITS = "PENDING_MULTI_REGION_IMPORT_AND_ROTATION";

describe("an import", () => {
  it("of the first material makes it current, here; related keys know of it", () => {
    const [east, west] = [in_("us-east-1", "PRIMARY", []), in_("us-west-2", "REPLICA", [])];
    expect(shown(withMaterial([east, west], east, bring(1)))).toEqual([
      ["us-east-1", "CURRENT"],
      ["us-west-2", "CURRENT missing"],
    ]);
  });

  it("of another material waits for the other Regions, and after the last of them for a rotation", () => {
    const [east, west] = [in_("us-east-1", "PRIMARY", [held(1)]), in_("us-west-2", "REPLICA", [held(1)])];
    const first = withMaterial([east, west], east, bring(2));
    expect(shown(first)).toEqual([
      ["us-east-1", "CURRENT", WAITS],
      ["us-west-2", "CURRENT", `${WAITS} missing`],
    ]);
    const [e, w] = first.map(keyOf) as [Key, Key];
    expect(shown(withMaterial([e, w], w, bring(2)))).toEqual([
      ["us-east-1", "CURRENT", "PENDING_ROTATION"],
      ["us-west-2", "CURRENT", "PENDING_ROTATION"],
    ]);
  });

  it("tells every Region the description, and its own alone when it ends", () => {
    const [east, west] = [in_("us-east-1", "PRIMARY", [held(1)]), in_("us-west-2", "REPLICA", [missing(held(1))])];
    const [e, w] = withMaterial([east, west], east, bring(1, { description: "one", expiresAt: NOW + 5 })).map(keyOf);
    expect(e?.materials[0]).toMatchObject({ description: "one", expiresAt: NOW + 5, importedAt: NOW });
    expect(w?.materials[0]).toMatchObject({ description: "one", expiresAt: undefined, secret: undefined });
  });

  it("enables a key that it completes, and no other", () => {
    const alone = (materials: readonly Material[]) => key({ id: ID, origin: "EXTERNAL", enabled: false, materials });
    const whole = alone([missing(held(1))]);
    expect(keyOf(withMaterial([whole], whole, bring(1))[0]).enabled).toBe(true);
    const half = alone([missing(held(1, "NON_CURRENT")), missing(held(2))]);
    expect(keyOf(withMaterial([half], half, bring(2))[0]).enabled).toBe(false);
  });
});

describe("a deletion", () => {
  it("leaves the place of a material the key needs, and changes no other Region", () => {
    const [east, west] = [in_("us-east-1", "PRIMARY", [held(1)]), in_("us-west-2", "REPLICA", [held(1)])];
    expect(shown(withoutMaterial([east, west], east, secret(1).id))).toEqual([["us-east-1", "CURRENT missing"]]);
  });

  it("of one that waits takes it from all Regions, or from a replica alone", () => {
    const both = [held(1), held(2, "PENDING_ROTATION")];
    const [east, west] = [in_("us-east-1", "PRIMARY", both), in_("us-west-2", "REPLICA", both)];
    expect(shown(withoutMaterial([east, west], east, secret(2).id))).toEqual([
      ["us-east-1", "CURRENT"],
      ["us-west-2", "CURRENT"],
    ]);
    expect(shown(withoutMaterial([east, west], west, secret(2).id))).toEqual([
      ["us-east-1", "CURRENT", WAITS],
      ["us-west-2", "CURRENT", `${WAITS} missing`],
    ]);
  });

  it("of what is not there does nothing", () => {
    const one = in_("us-east-1", "PRIMARY", [missing(held(1))]);
    for (const { id } of [secret(1), secret(2)]) expect(withoutMaterial([one], one, id)).toEqual([]);
  });
});

describe("keys that stay the same", () => {
  it("are the same objects, and no changes", () => {
    const keys = [in_("us-east-1", "PRIMARY", [held(1), held(2, "PENDING_ROTATION")])];
    expect(settled(keys)[0]).toBe(keys[0]);
    expect(changed(keys, settled(keys))).toEqual([]);
    const other = { ...(keys[0] as Key), enabled: false };
    expect(changed(keys, [other])).toEqual([{ kind: "put-key", key: other }]);
  });
});
