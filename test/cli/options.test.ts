import { describe, expect, test } from "vitest";
import type { Command } from "../../src/cli/command.ts";
import { readOptions } from "../../src/cli/options.ts";
import { Refusal } from "../../src/cli/refusal.ts";

const command: Command = {
  name: "try",
  summary: "tries",
  usage: ["try"],
  groups: [
    {
      title: "One",
      options: [
        { name: "name", alias: "called", value: "NAME", help: "a name" },
        { name: "output", short: "o", value: "FILE", help: "a file" },
        { name: "tag", value: "TAG", many: true, help: "a tag" },
        { name: "explain", value: "brief|full", optional: true, choices: ["brief", "full"], help: "why" },
        { name: "strict", help: "a switch" },
      ],
    },
  ],
  run: async () => 0,
};
const read = (...args: string[]) => readOptions(args, command);
const refusal = (...args: string[]) => {
  try {
    read(...args);
  } catch (error) {
    if (error instanceof Refusal) return error.diagnostics.map(({ code, message, help }) => `${code} ${message}: ${help}`).join("\n");
  }
  return "not refused";
};

describe("readOptions", () => {
  test("values, in both spellings, by name, alias and letter", () => {
    expect(read("--name", "a").get("name")).toBe("a");
    expect(read("--called=a=b").get("name")).toBe("a=b");
    expect(read("-o", "-").get("output")).toBe("-");
    expect(read("--name=").get("name")).toBe("");
  });

  test("positionals stand anywhere, and behind `--` whatever they look like", () => {
    expect(read("a", "--strict", "b", "--", "--name").positionals).toEqual(["a", "b", "--name"]);
  });

  test("an option whose value may be left out does not take the next word", () => {
    const options = read("--explain", "case.json");
    expect([options.has("explain"), options.get("explain"), options.positionals]).toEqual([true, undefined, ["case.json"]]);
    expect(read("--explain=brief").get("explain")).toBe("brief");
  });

  test("what is given several times keeps its order", () => {
    expect(read("--tag", "b", "--tag=a").all("tag")).toEqual(["b", "a"]);
    expect(read().all("tag")).toEqual([]);
  });

  test.each([
    [["--nam", "x"], "KW003 unknown option `--nam`: did you mean `--name`?"],
    [["--zzzzzz"], "KW003 unknown option `--zzzzzz`: `kmsward try --help` lists the options"],
    [["-x"], "KW003 unknown option `-x`: `kmsward try --help` lists the options"],
    [["--name"], "KW001 `--name` needs a value: write `--name NAME`"],
    [
      ["--name", "--strict"],
      "KW001 `--name` needs a value, and the next word is `--strict`: write `--name NAME`, or `--name=--strict` if that is meant",
    ],
    [["--name", "a", "--called", "b"], "KW001 `--called` is given twice: give it once"],
    [["--strict=yes"], "KW001 `--strict` takes no value: write `--strict` alone"],
    [["--explain=brif"], "KW001 `--explain` cannot be `brif`: did you mean `brief`?"],
    [["--explain=zzz"], "KW001 `--explain` cannot be `zzz`: it is one of `brief` or `full`"],
    [["--constructor"], "KW003 unknown option `--constructor`: `kmsward try --help` lists the options"],
  ])("%j is refused", (args, expected) => {
    expect(refusal(...args)).toBe(expected);
  });
});
