import { describe, expect, test } from "vitest";
import { draftOf, saysCase } from "../../src/cli/case-flags.ts";
import { command } from "../../src/cli/commands/eval.ts";
import { Files } from "../../src/cli/files.ts";
import { readOptions } from "../../src/cli/options.ts";
import { fakeIo, kmsward } from "./fake-io.ts";
import { APP, CASE, folderOf, KEY, KEY_POLICY } from "./samples.ts";

const draft = (args: readonly string[], stdin = "") => draftOf(readOptions(args, command), new Files(fakeIo({ stdin }).io));
const REQUEST = ["--principal", APP, "--action", "kms:Decrypt", "--key", KEY];
const requestOf = async (args: readonly string[], stdin?: string) =>
  ((await draft(args, stdin)).draft.value as { request: Record<string, unknown> }).request;
const ALLOW_ALL = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };

describe("a request by options", () => {
  test("has every member of a request", async () => {
    const args = [
      ...[
        "--resource-account",
        "111122223333",
        "--context",
        "aws:SourceVpce=vpce-1",
        "--context=aws:TagKeys=a",
        "--context=aws:tagkeys=b=c",
      ],
      ...["--encryption-context", "tenant=a", "--encryption-context", "x=", "--via-service", "s3.us-east-1.amazonaws.com"],
      ...["--time", "2026-11-22T03:00:00Z", "--grant-token", "t", "--unknown", "aws:SourceIp", "--unknown", "aws:userid"],
    ];
    expect(await requestOf([...REQUEST, ...args])).toEqual({
      principal: APP,
      action: "kms:Decrypt",
      resource: KEY,
      resourceAccount: "111122223333",
      context: { "aws:SourceVpce": "vpce-1", "aws:TagKeys": ["a", "b=c"] },
      encryptionContext: { tenant: "a", x: "" },
      viaService: "s3.us-east-1.amazonaws.com",
      time: "2026-11-22T03:00:00Z",
      grantTokens: ["t"],
      unknown: ["aws:SourceIp", "aws:userid"],
    });
  });

  test("changes the request of a case, key by key", async () => {
    const base = JSON.stringify({
      ...CASE,
      request: { ...CASE.request, context: { "aws:sourcevpce": "vpce-1", "aws:SourceIp": "10.0.0.1" } },
    });
    const changed = await requestOf(
      ["-", "--context", "aws:SourceVpce=vpce-2", "--encryption-context", "b=c", "--action", "kms:Encrypt"],
      base,
    );
    expect(changed).toMatchObject({
      action: "kms:Encrypt",
      context: { "aws:SourceIp": "10.0.0.1", "aws:SourceVpce": "vpce-2" },
      encryptionContext: { tenant: "a", b: "c" },
    });
    expect(Object.keys(changed.context as object)).toHaveLength(2);
  });

  test("`__proto__` is a name like any other", async () => {
    const { encryptionContext } = await requestOf([...REQUEST, "--encryption-context", "__proto__=x"]);
    expect(Object.entries(encryptionContext as object)).toEqual([["__proto__", "x"]]);
  });

  test.each([
    [["--context", "aws:SourceVpce"], "no pair"],
    [["--encryption-context", "=x"], "no pair"],
    [["--encryption-context", "a=1", "--encryption-context", "a=2"], "given twice"],
  ])("%j is refused", async (args, expected) => {
    await expect(draft([...REQUEST, ...args])).rejects.toThrow(expected);
  });

  test("saysCase tells whether there is anything", () => {
    expect(saysCase(readOptions(["--explain", "--strict"], command))).toBe(false);
    expect(saysCase(readOptions(["--unknown", "x"], command))).toBe(true);
  });
});

describe("files by options", () => {
  test("each goes to its layer", async () => {
    const at = folderOf({
      "p.json": ALLOW_ALL,
      "q.json": ALLOW_ALL,
      "key.json": KEY_POLICY,
      "end.json": { ...KEY_POLICY, Statement: [{ ...KEY_POLICY.Statement[0] }] },
    });
    const levels = ["--scp", `${at("p.json")},${at("q.json")}`, "--scp", at("q.json")];
    const attached = ["--identity", at("p.json"), "--identity", at("q.json"), "--boundary", at("p.json"), "--session", at("q.json")];
    const { compiled } = (await draft([...REQUEST, "--key-policy", at("key.json"), ...attached, ...levels, "--endpoint", at("end.json")]))
      .draft;
    expect(compiled).toMatchObject({
      resource: { type: "key-policy", name: "key policy" },
      identity: [{ name: at("p.json") }, { name: at("q.json") }],
      boundary: { type: "boundary" },
      session: [{ type: "session" }],
      serviceControl: [[{ name: at("p.json") }, { name: at("q.json") }], [{ name: at("q.json") }]],
      endpoint: { type: "endpoint" },
    });
    expect(compiled).not.toHaveProperty("resourceControl");
  });

  test("what is wrong with any of them is told of all of them", async () => {
    const broken = { ...ALLOW_ALL, Statment: [] };
    const at = folderOf({
      "a.json": broken,
      "b.yaml": "Version: 2012-10-17\nStatement:\n  - Efect: Allow\n    Action: '*'\n    Resource: '*'\n",
    });
    const refusal = draft([...REQUEST, "--identity", at("a.json"), "--identity", at("b.yaml")]);
    await expect(refusal).rejects.toMatchObject({
      diagnostics: [{ at: { file: at("a.json") } }, { at: { file: at("b.yaml"), line: 3, column: 5 } }],
    });
  });

  test("grants are a list, or what `aws kms list-grants` prints", async () => {
    const grant = { KeyId: KEY, GrantId: "g1", GranteePrincipal: APP, Operations: ["Decrypt"], CreationDate: 1.7e9, Name: "" };
    const at = folderOf({
      "list.json": [grant],
      "cli.json": { Grants: [grant], Truncated: false },
      "cut.json": { Grants: [], Truncated: true },
      "no.json": {},
    });
    for (const name of ["list.json", "cli.json"]) {
      expect((await kmsward(["eval", ...REQUEST, "--grants", at(name), "--expect", "allow"])).code).toBe(0);
    }
    await expect(draft([...REQUEST, "--grants", at("cut.json")])).rejects.toThrow("cut off");
    await expect(draft([...REQUEST, "--grants", at("no.json")])).rejects.toThrow("no list of grants");
  });

  test("a grant that is wrong is told where it stands in its own file", async () => {
    const at = folderOf({
      "g.json": '{ "Grants": [\n  { "GrantId": "g1", "Operations": ["Decript"], "GranteePrincipal": "*" } ] }',
      "h.json": '[\n{ "GrantID": "g" } ]',
    });
    expect((await kmsward(["eval", ...REQUEST, "--grants", at("g.json")])).err).toContain("g.json:2:37 error: grant `g1`: `Decript`");
    expect((await kmsward(["eval", ...REQUEST, "--grants", at("h.json")])).err).toContain(
      "h.json:2:3 error: unknown member `GrantID` [KW101]\n  at /0/GrantID",
    );
  });

  test("what is wrong with an option's value is told of the option", async () => {
    expect((await kmsward(["eval", ...REQUEST, "--time", "noon"])).err).toMatch(/^--time error: `noon` is not a time \[KW407\]/);
    expect((await kmsward(["eval", ...REQUEST, "--resource-account", "1"])).err).toMatch(/^--resource-account error: .*12-digit/);
  });
});
