import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, onTestFinished, test } from "vitest";
import { FileStamps, FolderWatch } from "../../src/cli/file-watch.ts";
import { folder } from "./test-samples.ts";

describe("stamps", () => {
  test("tell files that were written, saved by renaming, made and removed", () => {
    const at = folder({ a: "1", b: "1", c: "1", d: "1" });
    const stamps = new FileStamps(["a", "b", "c", "d", "new"].map((name) => at(name)));
    expect(stamps.changed()).toEqual([]);
    writeFileSync(at("a"), "22");
    writeFileSync(at("b~"), "1");
    renameSync(at("b~"), at("b"));
    rmSync(at("c"));
    writeFileSync(at("new"), "");
    expect(stamps.changed()).toEqual(["a", "b", "c", "new"].map((name) => at(name)));
  });

  test("keep known files as they were, and take others as they are", () => {
    const at = folder({ a: "1", b: "1", c: "1" });
    const stamps = new FileStamps([at("a"), at("c")]);
    for (const name of ["a", "b", "c"]) writeFileSync(at(name), "22");
    stamps.keep([at("a"), at("b")]);
    expect(stamps.paths).toEqual([at("a"), at("b")]);
    expect(stamps.changed()).toEqual([at("a")]);
  });
});

describe("watching folders", () => {
  /** A watch on a folder, and the next time it has news. */
  function watching() {
    let news = () => {};
    let count = 0;
    const watch = new FolderWatch(() => {
      count++;
      news();
    });
    onTestFinished(() => watch.close());
    const next = () =>
      new Promise<void>((resolve) => {
        news = resolve;
      });
    return { watch, next, count: () => count };
  }

  test("has news of a new folder at once, and tells once of many steps", async () => {
    const at = folder({ a: "" });
    const { watch, next, count } = watching();
    let told = next();
    watch.set(new Set([at()]));
    await told;
    told = next();
    for (let i = 0; i < 20; i++) writeFileSync(at("a"), String(i));
    await told;
    expect(count()).toBe(2);
  });

  test("watches a folder that was made anew", async () => {
    const at = folder({ "x/a": "" });
    const { watch, next } = watching();
    const folders = new Set([at(), at("x")]);
    for (const change of [
      () => {},
      () => rmSync(at("x"), { recursive: true }),
      () => mkdirSync(at("x")),
      () => writeFileSync(at("x/a"), "again"),
      () => writeFileSync(at("x/a"), "and again"),
    ]) {
      const told = next();
      change();
      watch.set(folders);
      await told;
    }
  });

  test("tells when a folder appears that was not there", async () => {
    const at = folder({});
    const { watch, next } = watching();
    let told = next();
    watch.set(new Set([at("no/where")]));
    await told;
    told = next();
    mkdirSync(at("no/where"), { recursive: true });
    await told;
  });
});
