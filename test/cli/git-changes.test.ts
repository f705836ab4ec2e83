import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changedSince } from "../../src/cli/git-changes.ts";
import { folder } from "./test-samples.ts";

const TEN = Array.from({ length: 10 }, (_, i) => `line ${i + 1}\n`).join("");

/** A repository with one commit of these files, tagged `base`. */
function repository(files: Readonly<Record<string, string>>) {
  const at = folder(files);
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", ...args], {
      cwd: at(),
      encoding: "utf8",
    });
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-qm", "base");
  git("tag", "base");
  const changed = async (paths: readonly string[], ref = "base", inside = "") => {
    const textOf = (path: string) => readFileSync(join(at(inside), path), "utf8");
    return Object.fromEntries([...(await changedSince(ref, paths, textOf, at(inside)))].map(([path, lines]) => [path, [...lines]]));
  };
  const edit = (name: string, from: string, to: string) => writeFileSync(at(name), readFileSync(at(name), "utf8").replace(from, to));
  return { at, git, changed, edit };
}

describe("lines changed since a ref", () => {
  test("committed, staged, and neither", async () => {
    const { git, changed, edit } = repository({ "a.json": TEN, "b.json": TEN, "c.json": TEN, "d.json": TEN });
    edit("a.json", "line 3\n", "new 3\n");
    git("commit", "-qam", "next");
    edit("b.json", "line 4\n", "new 4\nnew 5\n");
    git("add", "b.json");
    edit("c.json", "line 9\nline 10\n", "line 9\n");
    expect(await changed(["a.json", "b.json", "c.json", "d.json"])).toEqual({ "a.json": [3], "b.json": [4, 5], "c.json": [9.5] });
  });

  test("counts from the branch point: what others did meanwhile is not ours", async () => {
    const { git, changed, edit } = repository({ "a.json": TEN, "b.json": TEN });
    git("checkout", "-qb", "topic");
    edit("a.json", "line 1\n", "new 1\n");
    git("commit", "-qam", "ours");
    git("checkout", "-q", "main");
    edit("b.json", "line 2\n", "new 2\n");
    git("commit", "-qam", "theirs");
    git("checkout", "-q", "topic");
    expect(await changed(["a.json", "b.json"], "main")).toEqual({ "a.json": [1] });
  });

  test("all lines of a file that git does not know, ignored or not", async () => {
    const { at, changed } = repository({ ".gitignore": "made.json\n" });
    writeFileSync(at("new.json"), "1\n2");
    writeFileSync(at("made.json"), "1");
    expect(await changed(["new.json", "made.json"])).toEqual({ "new.json": [1, 2], "made.json": [1] });
  });

  test("of a file that was moved only what is other than before", async () => {
    const { at, git, changed, edit } = repository({
      "a.json": TEN,
      "deep/b.json": TEN.replaceAll("line", "other"),
      "ä c.json": TEN.replaceAll("line", "third"),
    });
    git("mv", "a.json", "deep/moved.json");
    git("mv", "deep/b.json", "b.json");
    git("mv", "ä c.json", "d ö.json");
    edit("b.json", "other 3\n", "new 3\n");
    writeFileSync(at("new.json"), "1");
    expect(await changed(["deep/moved.json", "b.json", "d ö.json", "new.json"])).toEqual({ "b.json": [3], "new.json": [1] });
  });

  test("in a folder of the repository, also of files beside that", async () => {
    const { at, changed } = repository({ "deep/er/a.json": TEN, "shared/b.json": TEN });
    appendFileSync(at("deep/er/a.json"), "more\n");
    appendFileSync(at("shared/b.json"), "more\n");
    const absolute = at("shared/b.json");
    expect(await changed(["er/a.json", "../shared/b.json"], "base", "deep")).toEqual({ "er/a.json": [11], "../shared/b.json": [11] });
    expect(await changedSince("base", [absolute], () => "", at("deep"))).toEqual(new Map([[absolute, new Set([11])]]));
  });

  test("names that look like options, patterns or marks of a diff are names", async () => {
    const names = ["--output=x", "*.json", ":(top)y", "-p", 'ä "quoted"\t.json', "b/a.json", "[a].json"];
    const { at, changed } = repository(Object.fromEntries(names.map((name) => [name, TEN])));
    writeFileSync(at("other.json"), TEN);
    for (const name of names) appendFileSync(at(name), "more\n");
    const found = await changed(names);
    expect(found).toEqual(Object.fromEntries(names.map((name) => [name, [11]])));
  });

  test("a link to a folder of the repository is that folder", async () => {
    const { at, changed } = repository({ "real/a.json": TEN });
    symlinkSync("real", at("link"));
    appendFileSync(at("real/a.json"), "more\n");
    expect(await changed(["link/a.json"])).toEqual({ "link/a.json": [11] });
  });

  test("nothing of files elsewhere, and of those that are gone", async () => {
    const { at, changed } = repository({ "a.json": TEN });
    rmSync(at("a.json"));
    expect(await changed(["a.json", "/etc/hostname", "../x.json"])).toEqual({});
  });

  test.each(["no-such", "--output=evil", "HEAD; touch evil", "-h", ""])("a ref that is none is told: %j", async (ref) => {
    const { at, changed } = repository({ "a.json": TEN });
    await expect(changed(["a.json"], ref)).rejects.toMatchObject({
      diagnostics: [{ code: "KW645", message: expect.stringContaining("git knows no commit") }],
    });
    expect(execFileSync("git", ["status", "--short"], { cwd: at(), encoding: "utf8" })).toBe("");
  });

  test("so is a folder that is in no repository", async () => {
    const at = folder({ "a.json": TEN });
    mkdirSync(at("x"));
    await expect(changedSince("HEAD", ["a.json"], () => "", at("x"))).rejects.toMatchObject({ diagnostics: [{ code: "KW645" }] });
  });
});
