import { inspect } from "node:util";
import { expect, test } from "vitest";
import { toldOf, worldOf } from "./worlds.ts";

const SECRET = Buffer.from("kmsward-secret-key-material-32-b").toString("base64");
const OTHER = Buffer.from("kmsward-earlier-key-material-32b").toString("base64");

test("material is kept, oldest first, and handed out as copies", () => {
  const [key] = worldOf({ keys: { k: { dangerousKeyMaterial: [OTHER, SECRET] } } }).estate.keys;
  const read = () => key?.dangerousKeyMaterial().map((bytes) => Buffer.from(bytes).toString("base64"));
  key?.dangerousKeyMaterial()[0]?.fill(0);
  expect(read()).toEqual([OTHER, SECRET]);
});

test("no print, JSON or inspection of a world shows it", () => {
  const world = worldOf({ keys: { k: { dangerousKeyMaterial: SECRET } } });
  const shown = [JSON.stringify(world), JSON.stringify(world.estate), inspect(world, { depth: null }), String(world)].join("\n");
  expect(shown).not.toContain(SECRET);
  expect(shown).not.toContain("secret-key");
});

// biome-ignore format: a table reads as a table
test.each([
  ["not base64", { dangerousKeyMaterial: `${SECRET}?` }, "the key material is not base64"],
  ["nothing", { dangerousKeyMaterial: "" }, "the key material is not base64"],
  ["of another length", { dangerousKeyMaterial: btoa("sixteen bytes ok") }, "the key material has 16 bytes [KW504] | at /keys/k/dangerousKeyMaterial | help: a symmetric encryption key has 32"],
  ["in a list", { dangerousKeyMaterial: [SECRET, "%"] }, "at /keys/k/dangerousKeyMaterial/1"],
  ["several of a key that has one", { spec: "HMAC_256", dangerousKeyMaterial: [SECRET, OTHER] }, "only a symmetric encryption key"],
  ["of an external key", { origin: "EXTERNAL_KEY_STORE", dangerousKeyMaterial: SECRET }, "has no material here"],
  ["a number", { dangerousKeyMaterial: 12345678 }, "at /keys/k/dangerousKeyMaterial"],
])("%s: told, and not shown", (_, key, expected) => {
  const lines = toldOf({ keys: { k: key } });
  expect(lines).toContainEqual(expect.stringContaining(expected));
  expect(lines.join("\n")).not.toMatch(/kmsward-secret|sixteen|12345678|a21zd2/);
});
