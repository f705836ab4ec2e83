import { expect, test, vi } from "vitest";
import { recorded, WorldCache } from "../../src/tester/world-cache.ts";
import { readWorld } from "../../src/world/reader.ts";
import { readerOf, WORLD } from "./files.ts";

const texts = (world: object) => readerOf({ "w.json": JSON.stringify(world), "bad.json": "{" });
const make = (path: string) => vi.fn((readFile: (path: string) => string) => readWorld(path, { readFile }));

test("a world is made once, while its files say the same", () => {
  const cache = new WorldCache();
  const read = make("w.json");
  const first = cache.of("w", texts(WORLD), read);
  expect(cache.of("w", texts(WORLD), read).world).toBe(first.world);
  expect(read).toHaveBeenCalledTimes(1);
  expect(cache.of("w", texts({ ...WORLD, region: "eu-west-1" }), read).world?.estate.region).toBe("eu-west-1");
  expect(read).toHaveBeenCalledTimes(2);
  expect(cache.of("w", readerOf({}), read).world).toBeUndefined();
  expect([...first.files.keys()]).toEqual(["w.json"]);
});

test("one that cannot be read is not kept", () => {
  const cache = new WorldCache();
  const read = make("bad.json");
  cache.of("bad", texts(WORLD), read);
  expect(cache.of("bad", texts(WORLD), read).diagnostics.map(({ code }) => code)).toContain("KW100");
  expect(read).toHaveBeenCalledTimes(2);
});

test("nor is one about which something else has something to say", () => {
  const cache = new WorldCache();
  const at = { file: "a.ward.yaml", pointer: "/world" };
  const read = vi.fn((readFile: (path: string) => string) => ({
    ...readWorld("w.json", { readFile }),
    diagnostics: [{ code: "KW302", severity: "warning", message: "", at }] as const,
  }));
  cache.of("w", texts(WORLD), read);
  cache.of("w", texts(WORLD), read);
  expect(read).toHaveBeenCalledTimes(2);
});

test("it holds few worlds, whatever is read", () => {
  const cache = new WorldCache();
  const read = make("w.json");
  for (let i = 0; i < 65; i++) cache.of(`w${i}`, texts(WORLD), read);
  cache.of("w64", texts(WORLD), read);
  expect(read).toHaveBeenCalledTimes(65);
  cache.of("w0", texts(WORLD), read);
  expect(read).toHaveBeenCalledTimes(66);
});

test("files that are asked for in vain are remembered as asked for", () => {
  expect([...recorded(readerOf({}), (readFile) => readWorld("none.json", { readFile })).files.keys()]).toEqual(["none.json"]);
});
