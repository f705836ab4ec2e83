import { symlinkSync } from "node:fs";
import micromatch from "micromatch";
import { describe, expect, test } from "vitest";
import { selectedFiles } from "../../src/cli/test/selection.ts";
import { NothingSelectedError, selectTestFiles } from "../../src/files/test-files.ts";
import { folder } from "../cli/test-samples.ts";

const NAMES = [
  "a.ward.yaml",
  "b.ward.yml",
  "c.ward.json",
  "deep/d.ward.yaml",
  "deep/er/e.ward.yaml",
  "deep/f.yaml",
  "ward.yaml",
  "g.ward.yaml.bak",
  "node_modules/x/h.ward.yaml",
  ".hidden/i.ward.yaml",
  "deep/.cache/j.ward.yaml",
  ".k.ward.yaml",
];
const tree = () => folder(Object.fromEntries(NAMES.map((name) => [name, ""])));

/** What patterns select, from the folder. */
async function selected(at: (name?: string) => string, ...patterns: readonly string[]): Promise<readonly string[]> {
  const absolute = patterns.map((pattern) => (pattern.startsWith("!") ? `!${at(pattern.slice(1))}` : at(pattern)));
  const { files } = await selectedFiles(absolute);
  return files.map((file) => file.slice(at().length).replace(/^\//, ""));
}

describe("selection", () => {
  // biome-ignore format: a table reads as a table
  test.each([
    [[""],                                     [".k.ward.yaml", "a.ward.yaml", "b.ward.yml", "c.ward.json", "deep/d.ward.yaml", "deep/er/e.ward.yaml"]],
    [["deep"],                                 ["deep/d.ward.yaml", "deep/er/e.ward.yaml"]],
    [["deep/er", "a.ward.yaml"],               ["a.ward.yaml", "deep/er/e.ward.yaml"]],
    [["a.ward.yaml", "a.ward.yaml", "*.yaml"], [".k.ward.yaml", "a.ward.yaml"]],
    [["deep/f.yaml"],                          ["deep/f.yaml"]],
    [["**/e.*"],                               ["deep/er/e.ward.yaml"]],
    [["{a,b}.ward.*"],                         ["a.ward.yaml", "b.ward.yml"]],
    [["**/*.yaml"],                            [".k.ward.yaml", "a.ward.yaml", "deep/d.ward.yaml", "deep/er/e.ward.yaml"]],
    [["", "!deep"],                            [".k.ward.yaml", "a.ward.yaml", "b.ward.yml", "c.ward.json"]],
    [["deep", "!**/er/**"],                    ["deep/d.ward.yaml"]],
    [["", "!*.yaml", "!deep/er/"],             ["b.ward.yml", "c.ward.json", "deep/d.ward.yaml"]],
    [["node_modules"],                         ["node_modules/x/h.ward.yaml"]],
    [["node_modules/*/*.yaml"],                ["node_modules/x/h.ward.yaml"]],
    [[".hidden/*"],                            [".hidden/i.ward.yaml"]],
  ])("%j", async (patterns, files) => {
    expect(await selected(tree(), ...patterns)).toEqual(files);
  });

  test.each([
    ["a file that is not there", "x.ward.yaml", /no test file is selected by/],
    ["a glob that matches nothing", "*.nothing", /no test file is selected by/],
    ["a folder without tests", "deep/er/none", /no test file is selected by/],
  ])("%s is told", async (_, pattern, message) => {
    await expect(selected(tree(), pattern)).rejects.toMatchObject({
      diagnostics: [{ code: "KW640", message: expect.stringMatching(message) }],
    });
    await expect(selected(tree(), "a.ward.yaml", pattern)).rejects.toMatchObject({ diagnostics: [{ code: "KW640" }] });
  });

  test("nothing left is told", async () => {
    await expect(selected(tree(), "deep", "!deep")).rejects.toMatchObject({
      diagnostics: [{ code: "KW640", message: "no test file is left" }],
    });
  });

  test("a link to a file is a file; a link to a folder is not followed", async () => {
    const at = tree();
    symlinkSync(at("a.ward.yaml"), at("deep/er/linked.ward.yaml"));
    symlinkSync(at("deep"), at("deep/er/circle"));
    symlinkSync(at("nowhere"), at("deep/er/broken.ward.yaml"));
    symlinkSync(at("deep/er/round.ward.yaml"), at("deep/er/round.ward.yaml"));
    const unreadable = ["deep/er/broken.ward.yaml", "deep/er/round.ward.yaml"]; // whoever reads them says so
    expect(await selected(at, "deep/er")).toEqual([unreadable[0], "deep/er/e.ward.yaml", "deep/er/linked.ward.yaml", unreadable[1]]);
  });

  test("a link that leads back to itself selects nothing, wherever it is named", async () => {
    const at = tree();
    symlinkSync(at("round"), at("round"));
    for (const pattern of ["round", "round/a.ward.yaml", "round/*.ward.yaml"])
      await expect(selected(at, pattern)).rejects.toMatchObject({ diagnostics: [{ code: "KW640" }] });
  });

  test("paths below the working folder count from there", async () => {
    const { files } = await selectedFiles(["fixtures/**/*.ward.yaml", "./package.json"]);
    expect(files).toContain("package.json");
    expect(files.filter((file) => file.startsWith("/") || file.startsWith("."))).toEqual([]);
  });

  test("another working folder: paths count from there, and are read from there", () => {
    const at = tree();
    const { files, folders } = selectTestFiles(["deep", "!**/er/**"], micromatch, at());
    expect({ files, folders }).toEqual({ files: ["deep/d.ward.yaml"], folders: ["deep", "deep/er"] });
    expect(selectTestFiles(["../er"], micromatch, at("deep/er")).files).toEqual(["e.ward.yaml"]);
    expect(selectTestFiles(["../d.ward.yaml"], undefined, at("deep/er")).files).toEqual(["../d.ward.yaml"]);
    expect(() => selectTestFiles(["x*"], micromatch, at())).toThrow(NothingSelectedError);
  });

  test("folders are told in which a new file would be selected", async () => {
    const at = tree();
    const { folders } = await selectedFiles([at()]);
    expect(folders).toEqual([at(), at("deep"), at("deep/er")]);
  });
});

test("what has the name of a test file is selected also where it cannot be read, and what is no file by its exact name", async () => {
  const at = folder({ "a.ward.yaml": "", "deep/b.ward.yaml": "" });
  symlinkSync("nothing", at("dangling.ward.yaml"));
  symlinkSync("deep", at("folder.ward.yaml"));
  expect(await selected(at, "")).toEqual(["a.ward.yaml", "dangling.ward.yaml", "deep/b.ward.yaml"]);
});
