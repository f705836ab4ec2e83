import { expect, test } from "vitest";
import { lineOf } from "../../src/base/json-source.ts";
import { readTestWorld } from "../../src/tester/test-world.ts";
import { WorldCache } from "../../src/tester/world-cache.ts";
import { WorldFiles } from "../../src/world/files.ts";
import { readText } from "../../src/world/reader.ts";
import { readerOf, type Texts, told, WORLD } from "./files.ts";

const { keys: _, account, region, ...people } = WORLD;
const home = { account, region };
const FILES: Texts = {
  "t/keys.json": JSON.stringify({ keys: { orders: { aliases: ["alias/orders"] } } }),
  "t/people.json": JSON.stringify(people),
  "all.json": JSON.stringify({ include: ["t/keys.json", "t/people.json"] }),
  "t/slip.json": JSON.stringify({ ...WORLD, keyz: {} }),
};

function read(
  world: unknown,
  options: { root?: string; account?: string; region?: string } = home,
  worlds = new WorldCache(),
  path = "t/a.ward.json",
) {
  const text = JSON.stringify({ version: 1, ...(world !== undefined && { world }) }, null, 1);
  const tree = new WorldFiles(undefined, [], readText).tree(path, text);
  if (tree === undefined) throw new Error("not JSON");
  return readTestWorld(
    { path, root: tree.node, text: { file: path, place: lineOf(text) } },
    { readFile: readerOf(FILES), ...options },
    worlds,
  );
}
const keysIn = (...args: Parameters<typeof read>) => read(...args).world?.estate.keys.map(({ name }) => name);

test("a world is a document, a path, or several", () => {
  expect(keysIn(WORLD)).toEqual(["orders"]);
  expect(keysIn(["./keys.json", "people.json"])).toEqual(["orders"]);
  expect(keysIn("../all.json", { ...home, root: "." })).toEqual(["orders"]);
  expect(keysIn({ include: ["keys.json", "people.json"] })).toEqual(["orders"]);
  expect(keysIn({ ...people, include: ["keys.json"] })).toEqual(["orders"]);
  expect(keysIn(undefined)).toEqual([]);
});

test("files out of the folder of the test are read below the root only", () => {
  expect(told(read("../all.json"))).toEqual([
    "t/a.ward.json:3:11 error: `../all.json` leads out of the folder of the world [KW002] | at /world | help: move the file, or name a world further up",
  ]);
});

test("a path that is wrong is told where it stands, and what is wrong in the file there", () => {
  expect(told(read(["keys.json", "people.json", "none.json"]))).toEqual([
    "t/a.ward.json:6:3 error: `t/none.json` cannot be read: no such file [KW002] | at /world/2",
  ]);
  expect(told(read({ include: ["none.json"] }))[0]).toContain("at /world/include/0");
  expect(told(read("slip.json"))[0]).toContain("t/slip.json:1:");
  expect(told(read({ ...WORLD, keyz: {} }))[0]).toContain("unknown member `keyz` [KW101] | at /world/keyz");
});

test("what the test file says of account and Region counts where its world says nothing", () => {
  const home = { account: "444455556666", region: "eu-west-1" };
  expect(read("keys.json", {}).world).toBeUndefined();
  expect(read("keys.json", home).world?.estate.keys[0]?.arn).toContain("arn:aws:kms:eu-west-1:444455556666:key/");
  expect(read(["keys.json", "people.json"], home).world?.estate.keys[0]?.arn).toContain("arn:aws:kms:eu-west-1:");
});

test("the same documents are one world, unless something else is said of them, or other files may be read", () => {
  const worlds = new WorldCache();
  const paths = ["keys.json", "people.json"];
  const first = read(paths, home, worlds).world;
  expect(read(paths, home, worlds, "t/b.ward.json").world).toBe(first);
  expect(read({ include: paths }, home, worlds).world).toBe(first);
  expect(read(paths, { ...home, region: "eu-west-1" }, worlds).world).not.toBe(first);
  expect(read([...paths].reverse(), home, worlds).world).not.toBe(first);
  const rooted = read(paths, { ...home, root: "." }, worlds).world;
  expect(read(["t/keys.json", "t/people.json"], { ...home, root: "." }, worlds, "c.ward.json").world).toBe(rooted);
  expect(read(["t/keys.json", "t/people.json"], home, worlds, "c.ward.json").world).not.toBe(first);
});
