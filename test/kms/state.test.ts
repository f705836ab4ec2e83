import { describe, expect, it } from "vitest";
import { State } from "../../src/kms/state.ts";
import { alias, DAY, grant, HOME, key, keyStore, material, NOW } from "./records.ts";

const stateWith = (...changes: Parameters<State["apply"]>[0][]): State => {
  const state = new State();
  for (const change of changes) state.apply(change);
  return state;
};
const put = (one: ReturnType<typeof key>) => ({ kind: "put-key", key: one }) as const;

describe("keys", () => {
  it("are found by ARN, by home, by material and by their relatives", () => {
    const primary = key({ id: "mrk-1", multiRegion: { type: "PRIMARY", primaryRegion: "us-east-1" } });
    const replica = key({ ...primary, region: "us-west-2", arn: "arn:aws:kms:us-west-2:111122223333:key/mrk-1" });
    const state = stateWith(put(primary), put(replica));
    expect(state.key(primary.arn)).toBe(primary);
    expect([...state.keysOf(HOME)]).toEqual([primary.arn]);
    expect(state.related(primary)).toEqual([primary, replica]);
    const { id } = primary.materials[0]!;
    expect(state.keyOfMaterial("us-east-1", id)).toBe(primary);
    expect(state.keyOfMaterial("us-west-2", id)).toBe(replica);
    expect(state.keyOfMaterial("eu-west-1", id)).toBeUndefined();
  });

  it("lose the materials that a later record no longer has", () => {
    const before = key();
    const after = key({
      materials: [...before.materials.map((one) => ({ ...one, state: "NON_CURRENT" as const })), material({}, before.id)],
    });
    const state = stateWith(put(before), put(after));
    for (const { id } of after.materials) expect(state.keyOfMaterial("us-east-1", id)).toBe(after);
    state.apply(put(before));
    expect(state.keyOfMaterial("us-east-1", after.materials[1]!.id)).toBeUndefined();
  });

  it("go with everything that hangs on them, and leave their relatives", () => {
    const primary = key({ id: "mrk-1" });
    const replica = key({ ...primary, region: "us-west-2", arn: "arn:aws:kms:us-west-2:111122223333:key/mrk-1" });
    const state = stateWith(put(primary), put(replica));
    state.apply({ kind: "put-alias", alias: alias("alias/a", primary.arn) });
    state.apply({ kind: "put-grant", grant: grant(primary, { retiringPrincipal: "arn:aws:iam::111122223333:root" }) });
    state.apply({ kind: "use-key", arn: primary.arn, use: { operation: "Encrypt", at: NOW, eventId: "e", requestId: "r" } });
    state.apply({ kind: "delete-key", arn: primary.arn });
    expect(state.snapshot()).toEqual(stateWith(put(replica)).snapshot());
    expect(state.related(replica)).toEqual([replica]);
    expect([...state.keysOf(HOME), ...state.aliasesOf(HOME), ...state.retirableBy("arn:aws:iam::111122223333:root")]).toEqual([]);
    expect(state.grant("a".repeat(64))).toBeUndefined();
    expect(state.grantsOn(primary.arn).revision).toBe(0);
    expect(state.keyOfMaterial("us-east-1", primary.materials[0]!.id)).toBeUndefined();
  });

  it("are not used once they are gone", () => {
    const state = stateWith({ kind: "use-key", arn: "none", use: { operation: "Encrypt", at: NOW, eventId: "e", requestId: "r" } });
    expect(state.lastUse("none")).toBeUndefined();
  });
});

describe("aliases", () => {
  it("are kept in the key that they name", () => {
    const [first, second] = [key(), key({ id: "2" })];
    const state = stateWith(put(first), put(second), { kind: "put-alias", alias: alias("alias/a", first.arn) });
    expect(state.key(first.arn)?.aliases).toEqual(["alias/a"]);
    state.apply({ kind: "put-alias", alias: alias("alias/a", second.arn) });
    expect([state.key(first.arn)?.aliases, state.key(second.arn)?.aliases]).toEqual([[], ["alias/a"]]);
    state.apply(put(key({ id: "2", description: "new", aliases: ["alias/forged"] })));
    expect(state.key(second.arn)).toMatchObject({ description: "new", aliases: ["alias/a"] });
    state.apply({ kind: "delete-alias", arn: alias("alias/a", undefined).arn });
    expect(state.key(second.arn)?.aliases).toEqual([]);
    expect(state.alias(alias("alias/a", undefined).arn)).toBeUndefined();
  });

  it("give the key a new record, so that what was made of the old one is of no more use", () => {
    const one = key();
    const state = stateWith(put(one), { kind: "put-alias", alias: alias("alias/a", one.arn) });
    expect(state.key(one.arn)).not.toBe(one);
  });
});

describe("grants", () => {
  it("are found by id and by retiring principal", () => {
    const one = key();
    const made = grant(one, { retiringPrincipal: "arn:aws:iam::111122223333:role/boss" });
    const state = stateWith(put(one), { kind: "put-grant", grant: made });
    expect(state.grant(made.id)).toBe(made);
    expect([...state.retirableBy("arn:aws:iam::111122223333:role/boss")]).toEqual([made.id]);
    const before = state.grantsOn(one.arn).revision;
    state.apply({ kind: "delete-grant", id: made.id });
    expect(state.grantsOn(one.arn).revision).toBeGreaterThan(before);
    expect(state.grantsOn(one.arn).get(made.id)).toBeUndefined();
  });

  it("are on keys only", () => {
    expect(() => stateWith({ kind: "put-grant", grant: grant(key()) })).toThrow("a grant is on a key");
  });
});

it("tells when something is due, and not after the key was put off or is gone", () => {
  const dying = key({ deletion: { state: "PendingDeletion", at: NOW + 7 * DAY, windowDays: 7 } });
  const state = stateWith(put(dying));
  expect(state.due(NOW + 7 * DAY - 1)).toBeUndefined();
  expect(state.due(NOW + 7 * DAY)).toEqual({ arn: dying.arn, at: NOW + 7 * DAY });
  state.apply(put(key()));
  expect(state.due(NOW + 8 * DAY)).toBeUndefined();
});

it("keeps key stores by home", () => {
  const store = keyStore();
  const state = stateWith({ kind: "put-key-store", store });
  expect(state.keyStore(store.id)).toBe(store);
  expect([...state.keyStoresOf(HOME)]).toEqual([store.id]);
  state.apply({ kind: "delete-key-store", id: store.id });
  expect([state.keyStore(store.id), ...state.keyStoresOf(HOME)]).toEqual([undefined]);
});

it("shows no secret in a snapshot", () => {
  const one = key();
  const shown = JSON.stringify(stateWith(put(one), { kind: "put-key-store", store: keyStore() }).snapshot());
  expect(shown).toContain(one.materials[0]!.id);
  expect(shown).not.toContain("hunter22");
});
