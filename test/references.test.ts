import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { renderDiagnostic } from "../src/base/diagnostic.ts";
import { testSchema } from "../src/tester/document.ts";
import { runTestFile } from "../src/tester/run.ts";
import { readTestFile } from "../src/tester/test-file.ts";
import { worldSchema } from "../src/world/document.ts";
import { readWorld } from "../src/world/reader.ts";
import { kmsward } from "./cli/fake-io.ts";
import { startKms } from "./tester/files.ts";

/** What people read of our formats: `kmsward help world` and `kmsward help tests`, from schemas/world.md and schemas/tests.md. */

type Schema = { readonly properties?: Readonly<Record<string, Schema>> } & Readonly<Record<string, unknown>>;
const json = (schema: z.ZodType): Schema => z.toJSONSchema(schema, { io: "input" }) as Schema;

/** The members of every object that a document may hold: each kind of object once, whatever number of places it stands in. */
function objectsIn(node: unknown, found = new Map<string, readonly string[]>()): ReadonlyMap<string, readonly string[]> {
  if (typeof node !== "object" || node === null) return found;
  const { properties } = node as Schema;
  if (properties !== undefined) {
    const names = Object.keys(properties).sort();
    found.set(names.join(), names);
  }
  for (const value of Object.values(node)) objectsIn(value, found);
  return found;
}

/** The members that each section of a reference describes. */
const sectionsOf = (text: string): readonly (readonly string[])[] =>
  text
    .replace(/^```[\s\S]*?^```/gm, "")
    .split(/^#+ .*$/m)
    .map((section) => [...section.matchAll(/^- `([^`]+)`: \S/gm)].map(([, name = ""]) => name));

const examplesOf = (text: string): readonly string[] => [...text.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, example = ""]) => example);

const world = readFileSync("schemas/world.md", "utf8");
const tests = readFileSync("schemas/tests.md", "utf8");

describe("every member is described, in the section of its object", () => {
  const inWorlds = objectsIn(json(worldSchema));
  test.each([...inWorlds.values()].map((names) => [names.join(), names] as const))("world: %s", (_, names) => {
    const isLeafUnit = names.join() === "accounts,id,resourceControl,serviceControl"; // the fifth level has no units of its own
    expect(sectionsOf(world).some((section) => same(section, isLeafUnit ? [...names, "units"] : names))).toBe(true);
  });

  const inTests = [...objectsIn(json(testSchema.omit({ world: true }))), ["", Object.keys(testSchema.shape)] as const];
  test.each(inTests.map(([, names]) => [names.join(), names] as const))("tests: %s", (_, names) => {
    const sections = sectionsOf(tests);
    const [file, aCase] = [sections.find((section) => section.includes("cases")), sections.find((section) => section.includes("each"))];
    if (same([...names, "world"], file ?? [])) return; // the file, without its world, which is another reference's
    const isPartOfCase = names.every((name) => aCase?.includes(name)) && names.includes("viaService");
    expect(isPartOfCase || sections.some((section) => same(section, names))).toBe(true);
    if (isPartOfCase && !names.includes("name")) for (const name of names) expect(tests).toContain(`\`${name}\``);
  });

  test("and nothing that there is not", () => {
    const known = new Set([...inWorlds.values()].flat());
    expect(
      sectionsOf(world)
        .flat()
        .filter((name) => !known.has(name)),
    ).toEqual([]);
    const knownInTests = new Set(inTests.flatMap(([, names]) => names));
    expect(
      sectionsOf(tests)
        .flat()
        .filter((name) => !knownInTests.has(name)),
    ).toEqual([]);
  });
});

const same = (one: readonly string[], other: readonly string[]): boolean => [...one].sort().join() === [...other].sort().join();

describe("every example is in order", () => {
  test.each(examplesOf(world).map((text, i) => [i + 1, text] as const))("of worlds, number %i", (_, text) => {
    const { diagnostics } = readWorld("world.yaml", { readFile: () => text });
    expect(diagnostics.map(renderDiagnostic)).toEqual([]);
  });

  test.each(examplesOf(tests).map((text, i) => [i + 1, text] as const))("of test files, number %i", async (_, text) => {
    const { file, diagnostics } = readTestFile("a.ward.yaml", { readFile: () => text });
    expect(diagnostics.map(renderDiagnostic)).toEqual([]);
    const results = file === undefined ? [] : (await runTestFile(file, { startKms })).results;
    expect(results.length).toBeGreaterThan(1);
    expect(results.flatMap(({ name, problem }) => (problem === undefined ? [] : [name, problem.message, problem.got]))).toEqual([]);
  });

  test("and there are some", () => {
    expect([examplesOf(world).length, examplesOf(tests).length].map((count) => count >= 3)).toEqual([true, true]);
  });
});

describe("kmsward help", () => {
  test.each([
    ["world", world],
    ["tests", tests],
  ])("prints %s", async (topic, text) => {
    expect(await kmsward(["help", topic])).toEqual({ code: 0, out: text, err: "" });
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(140);
  });

  test("names them", async () => {
    expect((await kmsward(["help"])).out).toMatch(/kmsward help world[\s\S]*kmsward help tests/);
    expect((await kmsward(["help", "worlds"])).err).toContain("did you mean `kmsward help world`?");
  });

  test("the package has them", () => {
    expect(JSON.parse(readFileSync("package.json", "utf8")).files).toContain("schemas");
    expect(readFileSync("README.md", "utf8")).toMatch(/schemas\/world\.md[\s\S]*schemas\/tests\.md/);
  });
});
