import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Files, readDocument, STDIN, sinkOf, unreadable } from "../../src/cli/files.ts";
import { fakeIo } from "./fake-io.ts";
import { folderOf } from "./samples.ts";

const filesWith = (stdin: string | readonly (string | Buffer)[]) => new Files(fakeIo({ stdin }).io);

describe("Files", () => {
  test("`-` is standard input, in however many pieces, once", async () => {
    const files = filesWith([Buffer.from([0xc3]), Buffer.from([0xa4]), "b"]);
    expect(await files.text("-")).toEqual({ file: STDIN, text: "äb" });
    await expect(files.text("-")).rejects.toThrow("given twice");
  });

  test("what is not UTF-8, or not there, is refused", async () => {
    await expect(filesWith([Buffer.from([0xff])]).text("-")).rejects.toThrow("is not UTF-8 text");
    await expect(filesWith("").text("/no/such/file")).rejects.toThrow("no such file");
    await expect(filesWith("").text("/")).rejects.toThrow("is a folder");
  });

  test("a document is read by the ending of its name", async () => {
    const at = folderOf({ "a.json": "a: 1", "a.yml": "a: 1" });
    expect((await filesWith("").document(at("a.json"))).faults).not.toEqual([]);
    expect(await filesWith("").document(at("a.yml"))).toMatchObject({ faults: [], node: { kind: "object" } });
    expect((await readDocument("-", "{}")).node).toMatchObject({ kind: "object" });
  });

  test("an unusual reason is told in the system's words", () => {
    expect(unreadable("f", new Error("disk on fire"), "written").message).toBe("cannot be written: disk on fire");
  });
});

describe("sinkOf", () => {
  test("a file takes piece after piece", async () => {
    const at = folderOf({});
    const sink = sinkOf(at("out"), fakeIo().io);
    await sink.write("a");
    await sink.write("b");
    await sink.close();
    expect(readFileSync(at("out"), "utf8")).toBe("ab");
  });

  test("a file that cannot be opened is told at the first write", async () => {
    await expect(sinkOf("/no/such/folder/x", fakeIo().io).write("a")).rejects.toThrow("no such file");
  });

  test("`-` and none are standard output", async () => {
    const { io, written } = fakeIo();
    await sinkOf("-", io).write("a");
    await sinkOf(undefined, io).write("b");
    expect(written.out).toBe("ab");
  });
});
