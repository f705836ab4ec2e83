import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { ROOT, sourcesOf, typesExportedBy } from "./sources.ts";

/**
 * What each door exports, by name and kind, against `api.golden.json`: a change there is a change of the public interface, for the changelog. After a
 * wanted one: `npx vitest run --config .vitest.config.ts test/api.test.ts -u`. The types themselves are reviewed in the emitted `.d.ts`.
 */

/** The doors of test frameworks want one around them: jest has these as globals. */
Object.assign(globalThis, { describe, expect, test });

type Target = string | { readonly types?: string; readonly default: string };
type Manifest = {
  readonly exports: Readonly<Record<string, Target>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly files: readonly string[];
};
const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Manifest;

const DOORS = sourcesOf("src").filter(({ path }) => !path.includes("/"));
const COMMANDS = Object.values(manifest.bin).map((path) => path.replace(/^dist\/(.*)\.js$/, "$1.ts"));

const kindOf = (value: unknown): string =>
  typeof value === "function" && /^class\b/.test(Function.prototype.toString.call(value)) ? "class" : typeof value;

async function exportsOf(door: (typeof DOORS)[number]): Promise<Readonly<Record<string, string>>> {
  const module = (await import(/* @vite-ignore */ pathToFileURL(join(ROOT, "src", door.path)).href)) as Readonly<Record<string, unknown>>;
  const values = Object.entries(module).map(([name, value]) => [name, kindOf(value)] as const);
  const types = typesExportedBy(door).map((name) => [name, "type"] as const);
  return Object.fromEntries([...values, ...types].sort(([a], [b]) => (a < b ? -1 : 1)));
}

test("the doors export what they are known to export", async () => {
  const libraries = DOORS.filter(({ path }) => !COMMANDS.includes(path));
  const api = Object.fromEntries(await Promise.all(libraries.map(async (door) => [door.path.replace(/\.ts$/, ""), await exportsOf(door)])));
  await expect(`${JSON.stringify(api, null, 2)}\n`).toMatchFileSnapshot("api.golden.json");
});

describe("package.json", () => {
  const targets = Object.entries(manifest.exports).flatMap(([door, target]) =>
    typeof target === "string" ? [] : [[door, target] as const],
  );

  test("has a line for every door, and no line without one", () => {
    const sources = targets.map(([, target]) => target.default.replace(/^\.\/dist\/(.*)\.js$/, "$1.ts"));
    expect([...sources, ...COMMANDS].sort()).toEqual(DOORS.map(({ path }) => path).sort());
  });

  test("names the types of a door first, beside its code", () => {
    for (const [, target] of targets) {
      expect(Object.keys(target)[0]).toBe("types");
      expect(target.types).toBe(target.default.replace(/\.js$/, ".d.ts"));
    }
  });

  test("packs all that it points at", () => {
    const roots = Object.values(manifest.exports).flatMap((target) => Object.values(typeof target === "string" ? [target] : target));
    const packed = new Set([...manifest.files, "package.json"]);
    expect(roots.map((path) => path.replace(/^\.\//, "").split("/", 1)[0]).filter((root) => !packed.has(root ?? ""))).toEqual([]);
    expect(manifest.files.filter((path) => path !== "dist" && !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

test.each([
  ['export type { Answer, Case as TheCase } from "./x.ts";', ["Answer", "TheCase"]],
  ['export { type Answer, decide } from "./x.ts";', ["Answer"]],
  ["export type Answer = string;\nexport interface Case {}\nexport const x = 1;", ["Answer", "Case"]],
])("types are found in %j", (text, names) => {
  expect(typesExportedBy({ path: "x.ts", text })).toEqual(names);
});
