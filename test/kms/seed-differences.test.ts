import { expect, it } from "vitest";
import { fixedPorts } from "../../src/kms/ports.ts";
import { seedOf } from "../../src/kms/seed.ts";
import { seedDifferences } from "../../src/kms/seed-differences.ts";
import { memoryStore } from "../../src/kms/store.ts";
import { worldOf } from "../world/worlds.ts";
import { allow, policy, START } from "./lab.ts";

const ports = fixedPorts({ startMs: START });
const MATERIAL = Buffer.alloc(32, 1).toString("base64");
const worldWith = (key: object) => worldOf({ account: "111122223333", region: "us-east-1", keys: { orders: key } }).estate;

/** What is told of a second world over a store that began with the first. */
function told(first: object, second: object): readonly string[] {
  const store = memoryStore();
  store.commit(seedOf(worldWith(first), ports).changes);
  const estate = worldWith(second);
  return seedDifferences(estate, seedOf(estate, ports), store.state).map(({ code, message }) => `${code} ${message}`);
}

const other = (what: string) => [`KW522 the store has the key \`orders\` with other ${what}: it stays as it is`];

it("the same world differs in nothing, with material that nobody told too", () => {
  expect(told({}, {})).toEqual([]);
  const all = { aliases: ["alias/b", "alias/a"], tags: { a: "1", b: "2" }, dangerousKeyMaterial: MATERIAL, rotation: { periodInDays: 90 } };
  expect(told(all, { ...all, aliases: ["alias/a", "alias/b"], tags: { b: "2", a: "1" } })).toEqual([]);
});

it.each([
  ["policy", { policy: policy(allow("kms:Decrypt", { Principal: "*" })) }],
  ["description", { description: "another" }],
  ["tags", { tags: { team: "x" } }],
  ["state", { state: "Disabled" as const }],
  ["rotation", { rotation: { periodInDays: 180 } }],
  ["aliases", { aliases: ["alias/orders"] }],
  ["key material", { dangerousKeyMaterial: MATERIAL }],
])("another %s is told", (what, key) => {
  expect(told({}, key)).toEqual(other(what));
});
