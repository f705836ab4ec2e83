import { expect, test } from "vitest";
import { compare } from "../../src/analysis/compare.ts";
import { A, allow, delegation, KEY, worldOf } from "../world/worlds.ts";

const NEW = KEY.replace("1234abcd-", "5678abcd-");
const DEFAULT = {
  Id: "key-default-1",
  Version: "2012-10-17",
  Statement: [
    { Sid: "Enable IAM User Permissions", Effect: "Allow", Principal: { AWS: `arn:aws:iam::${A}:root` }, Action: "kms:*", Resource: "*" },
  ],
};
const told = (before: object, after: object) => {
  const { notices, verdict, changes } = compare(worldOf({ keys: before }), worldOf({ keys: after }), { actions: ["kms:Decrypt"] });
  return { notices: notices?.map(({ code, severity, key }) => `${severity} ${code} ${key.name}`), verdict, changes: changes.length };
};

test("a key that is made in place of another one, an alias that is moved on purpose", () => {
  const old = { arn: KEY, policy: delegation(), aliases: ["alias/orders"] };
  const fresh = { arn: NEW, policy: delegation() };
  expect(told({ orders: old }, { orders: { ...fresh, replaces: KEY, aliases: ["alias/orders"] } }).notices).toEqual(["error KW766 orders"]);
  const moved = { ...old, aliases: [] };
  expect(told({ orders: old, next: fresh }, { orders: moved, next: { ...fresh, aliases: ["alias/orders"] } }).notices).toEqual([
    "note KW766 next",
  ]);
  expect(told({ orders: old }, { orders: old }).notices).toEqual([]);
});

test("the default policy comes back, where there was another one", () => {
  const custom = allow("kms:Decrypt", { Principal: { AWS: "444455556666" } });
  expect(told({ orders: { arn: KEY, policy: custom } }, { orders: { arn: KEY, policy: DEFAULT } }).notices).toEqual([
    "warning KW767 orders",
  ]);
  expect(told({ orders: { arn: KEY, policy: DEFAULT } }, { orders: { arn: KEY, policy: DEFAULT } }).notices).toEqual([]);
  expect(told({ orders: { arn: KEY, policy: custom } }, { orders: { arn: KEY, policy: delegation() } }).notices).toEqual([]);
});

test("what is written anew and allows the same is told in one line", () => {
  const { Statement } = delegation() as { readonly Statement: readonly object[] };
  const renamed = { Version: "2012-10-17", Statement: Statement.map((one) => ({ ...one, Sid: "Renamed" })) };
  expect(told({ orders: { arn: KEY, policy: delegation() } }, { orders: { arn: KEY, policy: renamed } })).toEqual({
    notices: ["note KW765 orders"],
    verdict: "equal",
    changes: 0,
  });
});

test("a key that is retained is there afterwards, and any other one that is taken out is not", () => {
  const retained = { arn: KEY, policy: delegation(), retained: true };
  expect(told({ orders: retained }, {})).toMatchObject({ verdict: "equal" });
  expect(told({ orders: { ...retained, retained: false } }, {})).toMatchObject({ verdict: "narrower" });
});

test("what is retained when another one is made in its place, keys and principals alike", () => {
  const role = (name: string, more: object = {}) => ({ arn: `arn:aws:iam::${A}:role/${name}`, policies: [allow("kms:Decrypt")], ...more });
  const verdict = (retained: unknown, after: object) => {
    const keys = { orders: { arn: KEY, policy: delegation() } };
    const before = worldOf({ keys, principals: { app: role("app", retained === undefined ? {} : { retained }) } });
    return compare(before, worldOf({ keys, principals: after }), { actions: ["kms:Decrypt"] }).verdict;
  };
  const renamed = { app: role("app-2") };
  expect([undefined, "removed", "replaced", true].map((retained) => [verdict(retained, {}), verdict(retained, renamed)])).toEqual([
    ["narrower", "changed"],
    ["equal", "changed"],
    ["narrower", "wider"],
    ["equal", "wider"],
  ]);
  const left = compare(
    worldOf({ keys: { orders: { arn: KEY, policy: delegation(), retained: "replaced" } } }),
    worldOf({ keys: { orders: { arn: NEW, policy: delegation() } } }),
  );
  expect(left.assumptions).toContainEqual({
    id: `retained:${KEY}`,
    text: "orders (before) stays as it is, and nothing manages it any more",
  });
});

test("what AWS refuses to change of a key that both templates make", () => {
  const made = "0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f";
  const world = (more: object, id = made) =>
    worldOf({
      invented: { [id]: { from: "Key" } },
      knows: {},
      keys: { orders: { arn: KEY.replace(/[^/]+$/, id), policy: delegation(), ...more } },
    });
  const codes = (before: object, after: ReturnType<typeof world>) =>
    compare(world(before), after).notices?.map(({ code, text }) => `${code} ${text}`);
  expect(codes({}, world({ spec: "RSA_2048", usage: "SIGN_VERIFY" }))).toEqual([
    expect.stringMatching(/^KW768 the update fails: KeySpec and KeyUsage of orders/),
  ]);
  expect(codes({}, world({ multiRegion: true }, `mrk-${made.replaceAll("-", "")}`))).toEqual([
    expect.stringMatching(/^KW768 the update fails: MultiRegion of orders/),
  ]);
  expect(codes({}, world({ description: "x" }))).toEqual([]);
  expect(codes({ unknown: ["spec"] }, world({ spec: "SYMMETRIC_DEFAULT" }))).toEqual([]);
});
