import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { selectedFiles } from "../src/cli/test/selection.ts";
import { type Framework, registerFramework } from "../src/matchers/framework.ts";
import { InvalidWorldError, loadWorld, request, type SuiteOptions, World, wardSuite } from "../src/testing.ts";
import { KEY, roleIn } from "./world/worlds.ts";

let folder = "";
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

const WORLD = `
principals: { app: ${roleIn("app")} }
keys: { orders: { arn: ${KEY}, policy: ../keys/orders.json } }
`;
const POLICY = `{ "Version": "2012-10-17", "Statement": [
  { "Sid": "App", "Effect": "Allow", "Principal": { "AWS": "${roleIn("app")}" }, "Action": ["kms:Encrypt", "kms:Decrypt"], "Resource": "*" }
] }`;
const SUITE = `version: 1
world: ./orders.world.yaml
defaults: { principal: app, key: orders }
cases:
  - { name: decrypts, action: kms:Decrypt, expect: allow }
  - { name: signs, action: kms:Sign, expect: allow }
  - { name: really, roundTrip: { writer: app, reader: app }, expect: allow }
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kmsward-testing-"));
  write("keys/orders.json", POLICY);
  write("worlds/orders.world.yaml", WORLD);
  write("worlds/orders.ward.yaml", SUITE);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("loadWorld", () => {
  const question = request({ principal: "app", key: "orders" }).decrypt();

  test("reads files, which may name others below the folder", async () => {
    const world = await loadWorld("worlds/orders.world.yaml", { cwd: folder });
    expect(world).toBeInstanceOf(World);
    const answer = world.authorize(question);
    expect(answer.outcome).toBe("allowed");
    expect(answer.trace.policies.flatMap(({ statements }) => statements)[0]?.at).toMatchObject({ file: "keys/orders.json", line: 2 });
  });

  test("reads several files, and objects", async () => {
    write("worlds/more.yaml", `principals: { other: ${roleIn("other")} }`);
    const world = await loadWorld(["worlds/orders.world.yaml", "worlds/more.yaml"], { cwd: folder });
    expect(world.estate.principals.map(({ name }) => name)).toEqual(["app", "other"]);
    const made = await loadWorld(
      { principals: { app: roleIn("app") }, keys: { orders: { arn: KEY, policy: "keys/orders.json" } } },
      { cwd: folder },
    );
    expect(made.authorize(question).outcome).toBe("allowed");
  });

  test("rejects with all that is wrong", async () => {
    write(
      "worlds/wrong.yaml",
      `principals: { app: 12, other: nobody }\nkees: {}\nkeys: { orders: { arn: ${KEY}, policy: ../../outside.json } }\n`,
    );
    const error = await loadWorld("worlds/wrong.yaml", { cwd: folder }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InvalidWorldError);
    const { diagnostics, message } = error as InvalidWorldError;
    expect(diagnostics.map(({ severity }) => severity)).not.toContain("warning");
    expect(diagnostics.map(({ at }) => at.line)).toEqual(expect.arrayContaining([1, 2, 3]));
    expect(message).toContain("worlds/wrong.yaml:2:1 error: unknown member `kees`");
    await expect(loadWorld("nowhere.yaml", { cwd: folder })).rejects.toThrow(/nowhere\.yaml/);
    writeFileSync(join(folder, "latin1.yaml"), Buffer.from([0x61, 0x3a, 0xe9]));
    await expect(loadWorld("latin1.yaml", { cwd: folder })).rejects.toThrow(/utf-8/i);
    await expect(loadWorld(7 as never)).rejects.toThrow(InvalidWorldError);
  });
});

describe("wardSuite", () => {
  type Ran = { readonly name: string; readonly body: () => unknown };

  /** The tests that it defines, by the names of their suites. */
  function defined(globs: string | readonly string[], options: SuiteOptions = { cwd: folder }): ReadonlyMap<string, readonly Ran[]> {
    const suites = new Map<string, Ran[]>();
    const add = (name: string, body: () => unknown) => [...suites.values()].at(-1)?.push({ name, body });
    const framework: Framework = {
      describe: (name, body) => {
        suites.set(name, []);
        body();
      },
      test: Object.assign(add, { skip: add, only: add }),
    };
    registerFramework(framework);
    wardSuite(globs, options);
    return suites;
  }

  test("tries the cases, those that really encrypt too", async () => {
    const [first, second, third, ...others] = defined("**/*.ward.yaml").get("worlds/orders.ward.yaml") ?? [];
    expect([first, second, third].map((one) => one?.name)).toEqual(["decrypts", "signs", "really"]);
    expect(others).toEqual([]);
    await first?.body();
    await third?.body();
    await expect(second?.body()).rejects.toMatchObject({
      name: "WardFailure",
      message: expect.stringContaining("closest to allowed"),
      stack: expect.stringContaining(`\n    at ${join(folder, "worlds/orders.ward.yaml")}:6:`),
    });
  });

  test("takes `only` where somebody looks, and as it is told", async () => {
    write(
      "only/a.ward.yaml",
      `version: 1\ncases: [{ name: a, only: true, principal: ${roleIn("app")}, key: ${KEY}, action: kms:Sign, expect: deny }]`,
    );
    const run = async (allowOnly: boolean) => defined("only", { cwd: folder, allowOnly }).get("only/a.ward.yaml")?.[0]?.body();
    await run(true);
    await expect(run(false)).rejects.toThrow(/`only` leaves all other cases out/);
  });

  test("selects as `kmsward test` does", async () => {
    for (const path of ["a", "b/a", "b/c/a", "b/.hidden/a", ".hidden/a", "node_modules/x/a"]) write(`tree/${path}.ward.yaml`, "version: 1");
    for (const path of ["tree/b/note.yaml", "tree/b/x.ward.json", "tree/b/y.ward.yml"]) write(path, "{}");
    const patterns = [
      ["tree"],
      ["tree/b"],
      ["tree/**/*.ward.yaml"],
      ["tree/*/*.ward.{yml,json}"],
      ["tree/**"],
      ["tree/.hidden/*.ward.yaml"],
      ["tree/b/note.yaml", "tree/a.ward.yaml"],
      ["tree/*", "tree/b/**"],
      ["./tree/b/../a.ward.yaml"],
    ];
    for (const globs of patterns) {
      const { files } = await selectedFiles(globs.map((glob) => join(folder, glob)));
      const mine = [...defined(globs).keys()];
      expect([globs, mine]).toEqual([globs, files.map((file) => relative(folder, file)).sort()]);
    }
    expect([...defined(["tree", "!tree/b/**"]).keys()]).toEqual(["tree/a.ward.yaml"]);
    expect([...defined(["tree", "!./tree/b/"]).keys()]).toEqual(["tree/a.ward.yaml"]);
  });

  test.each([["nowhere/**"], [["tree", "nowhere.ward.yaml"]], [["tree", "!tree"]], [[]], ["keys"]])(
    "%j selects nothing, and says so",
    (globs) => {
      expect(() => defined(globs)).toThrow(/^no test file found: nothing is selected by .* \[KW611\]$/);
    },
  );
});
