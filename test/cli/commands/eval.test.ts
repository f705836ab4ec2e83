import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { kmsward } from "../fake-io.ts";
import { APP, CASE, DENIED, folderOf, KEY, KEY_POLICY, line, UNDETERMINED } from "../samples.ts";

const FLAGS = ["eval", "--principal", APP, "--action", "kms:Decrypt", "--key", KEY];

describe("policies that AWS has under a name", () => {
  const policies = () =>
    folderOf({
      "key.json": KEY_POLICY,
      "deny.json": { Version: "2012-10-17", Statement: { Effect: "Deny", Action: "kms:DisableKey", Resource: "*" } },
    });
  const asking = (at: (name: string) => string, ...args: readonly string[]) =>
    kmsward([...FLAGS, "--encryption-context", "tenant=a", "--key-policy", at("key.json"), "--explain=brief", ...args]);
  const blocked =
    /^--scp warning: no service control policy of level 1 allows anything, so everything below it is denied \[KW510\]\n {2}help: name `FullAWSAccess`/;

  test("stand where a file could: --scp FullAWSAccess", async () => {
    const at = policies();
    expect(await asking(at, "--scp", "FullAWSAccess")).toMatchObject({ code: 0, out: expect.stringMatching(/^ALLOWED/), err: "" });
    expect(await asking(at, "--scp", `FullAWSAccess,${at("deny.json")}`)).toMatchObject({
      out: expect.stringMatching(/^ALLOWED/),
      err: "",
    });
    expect(await asking(at, "--rcp", "RCPFullAWSAccess")).toMatchObject({ code: 0, out: expect.stringMatching(/^ALLOWED/), err: "" });
  });

  test("denials alone allow nothing, which is told, also of the level of a file", async () => {
    const at = policies();
    const alone = await asking(at, "--scp", at("deny.json"));
    expect(alone.out).toMatch(/^DENIED \(implicit\)/);
    expect(alone.err).toMatch(blocked);
    const second = await asking(at, "--scp", "FullAWSAccess", "--scp", at("deny.json"));
    expect(second.err).toContain("of level 2 allows anything");
    const Deny = { Effect: "Deny", Action: "kms:DisableKey", Resource: "*" };
    const document = { Version: "2012-10-17", Statement: [Deny] };
    const file = folderOf({ "case.json": { ...CASE, policies: { ...CASE.policies, serviceControl: [[document]] } } })("case.json");
    expect((await kmsward(["eval", file])).err).toMatch(
      /case\.json:\d+:\d+ warning: no service control policy of level 1 [\s\S]*at \/policies\/serviceControl\/0/,
    );
  });

  test("a slip of the name is told", async () => {
    const at = policies();
    const { code, err } = await asking(at, "--scp", "FullAwsAcces");
    expect(code).toBe(1);
    expect(err).toContain("did you mean the policy `FullAWSAccess` of AWS?");
    expect((await asking(at, "--scp", "nothing-like-it")).err).toContain("check the path");
  });
});

describe("one case", () => {
  test("of a file: the explanation, with the places of the file", async () => {
    const at = folderOf({ "case.json": CASE });
    const { code, out, err } = await kmsward(["eval", at("case.json")]);
    expect(out).toMatch(/^ALLOWED /);
    expect(out).toContain(`${at("case.json")}:15`);
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  test("from standard input", async () => {
    expect(await kmsward(["eval", "-", "--explain=brief"], { stdin: JSON.stringify(DENIED) })).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^DENIED \(implicit\) kms:Decrypt/),
    });
  });

  test("in YAML, with the places of the YAML", async () => {
    const at = folderOf({ "case.yaml": `request:\n  principal: ${APP}\n  action: kms:Decrypt\n  resurce: ${KEY}\n` });
    const { code, err } = await kmsward(["eval", at("case.yaml")]);
    expect(err).toContain(`${at("case.yaml")}:4:3 error: unknown member \`resurce\` [KW101]`);
    expect(code).toBe(1);
  });

  test("as JSON: the members of the answer line, with `trace` only under --explain", async () => {
    const at = folderOf({ "case.json": CASE });
    const plain = JSON.parse((await kmsward(["eval", at("case.json"), "--format", "json"])).out);
    expect(plain).toEqual({
      id: "c1",
      decision: "Allow",
      outcome: "allowed",
      by: [{ policy: "key policy", statement: 0, sid: "App" }],
      reason: expect.any(String),
      rules: ["authz.key-policy.direct", "authz.naming.role", "iam.operators.string"],
    });
    const traced = JSON.parse((await kmsward(["eval", at("case.json"), "--format=json", "--explain"])).out);
    expect(traced.trace.policies[0].statements[0].at).toMatchObject({
      file: at("case.json"),
      line: 15,
      pointer: "/policies/resource/Statement/0",
    });
  });

  test("--explain=json is the tree of the explanation", async () => {
    const at = folderOf({ "case.json": DENIED });
    const tree = JSON.parse((await kmsward(["eval", at("case.json"), "--explain=json"])).out);
    expect(tree).toMatchObject({ outcome: "implicitDeny", closest: [{ change: expect.stringContaining("tenant") }] });
  });

  test("-o writes the answer to a file, and nothing to standard output", async () => {
    const at = folderOf({ "case.json": CASE });
    expect((await kmsward(["eval", at("case.json"), "--format=json", "-o", at("answer.json")])).out).toBe("");
    expect(JSON.parse(readFileSync(at("answer.json"), "utf8"))).toMatchObject({ outcome: "allowed" });
  });

  test("in colour on a terminal, unless NO_COLOR", async () => {
    const at = folderOf({ "case.json": CASE });
    const colored = "\u001b[";
    expect((await kmsward(["eval", at("case.json")], { tty: true })).out).toContain(colored);
    expect((await kmsward(["eval", at("case.json")], { tty: true, env: { NO_COLOR: "1" } })).out).not.toContain(colored);
    expect((await kmsward(["eval", at("case.json")])).out).not.toContain(colored);
  });

  test.each([
    ["allow", CASE, 0],
    ["allowed", CASE, 0],
    ["deny", CASE, 2],
    ["deny", DENIED, 0],
    ["implicit-deny", DENIED, 0],
    ["explicit-deny", DENIED, 2],
    ["deny", UNDETERMINED, 2],
    ["undetermined", UNDETERMINED, 0],
  ])("--expect %s", async (expected, theCase, code) => {
    const ran = await kmsward(["eval", "-", "--expect", expected], { stdin: JSON.stringify(theCase) });
    expect(ran.code).toBe(code);
    expect(ran.err).toEqual(code === 0 ? "" : expect.stringContaining(`expected ${expected}, the answer is`));
  });

  test("--strict ends with 3 for an undetermined answer, and says what is not known", async () => {
    const ran = await kmsward(["eval", "-", "--strict"], { stdin: JSON.stringify(UNDETERMINED) });
    expect(ran).toMatchObject({ code: 3, err: expect.stringContaining("kms:EncryptionContext:tenant") });
  });

  test("warnings about policies are told, and do not fail", async () => {
    const unusual = { ...KEY_POLICY.Statement[0], Condition: { StringEquals: { "kms:ViaServise": "x" } } };
    const stdin = JSON.stringify({ ...CASE, policies: { resource: { ...KEY_POLICY, Statement: [unusual] } } });
    const { code, err } = await kmsward(["eval", "-"], { stdin });
    expect(err).toMatch(/^stdin:1:\d+ warning: .*`kms:ViaServise`.* \[KW302\]/);
    expect(code).toBe(0);
  });
});

describe("what is not a case", () => {
  test.each([
    [[], /KW010/],
    [["a.json", "b.json"], /one case at a time .*KW001/],
    [["no-such-file.json"], /^no-such-file.json error: no such file \[KW002\]/],
    [["--action", "kms:Decrypt"], /`--principal`, `--resource` are missing \[KW001\]/],
    [["-", "--skip-invalid"], /KW001/],
    [["-", "--expect", "alow"], /did you mean `allow`\?/],
    [["-", "--explan"], /did you mean `--explain`\?/],
  ])("%j", async (args, expected) => {
    const { code, out, err } = await kmsward(["eval", ...args]);
    expect(err).toMatch(expected);
    expect({ code, out }).toEqual({ code: 1, out: "" });
  });

  test("all that is wrong is told at once, with places", async () => {
    const at = folderOf({ "case.json": { ...CASE, request: { ...CASE.request, actoin: 1, resourceAccount: "1" }, grants: [{}] } });
    const { err } = await kmsward(["eval", at("case.json")]);
    expect(err.match(/^.*case\.json:\d+:\d+ error/gm)?.length).toBe(4);
  });
});

test("a short name without a world: where short names are", async () => {
  const { code, err } = await kmsward(["eval", "--principal", "app", "--action", "kms:Decrypt", "--key", KEY]);
  expect(err).toMatch(/^--principal error: `app` .*\[KW401\]\n {2}help: write the ARN.*`--world FILE`/);
  expect(code).toBe(1);
});

describe("policies in files of their own", () => {
  test("decide together, each with its own places", async () => {
    const identity = { Version: "2012-10-17", Statement: [{ Sid: "Use", Effect: "Allow", Action: "kms:Decrypt", Resource: KEY }] };
    const root = { Effect: "Allow", Principal: { AWS: "111122223333" }, Action: "kms:*", Resource: "*" };
    const at = folderOf({ "key.json": { ...KEY_POLICY, Statement: [root] }, "app.json": identity });
    const { out } = await kmsward([...FLAGS, "--key-policy", at("key.json"), "--identity", at("app.json"), "--format=json"]);
    expect(JSON.parse(out)).toMatchObject({ outcome: "allowed", by: [{ policy: "key policy" }, { policy: at("app.json"), sid: "Use" }] });
  });

  test("that are wrong are refused with file, line and fix", async () => {
    const at = folderOf({ "key.json": JSON.stringify(KEY_POLICY, undefined, 2).replace("Effect", "Efect") });
    const { code, err } = await kmsward([...FLAGS, "--key-policy", at("key.json")]);
    expect(err).toContain(
      `${at("key.json")}:6:7 error: unknown element \`Efect\` [KW101]\n  at /Statement/0/Efect\n  help: did you mean \`Effect\`?`,
    );
    expect(code).toBe(1);
  });

  test("take the place of those of the case", async () => {
    const deny = { ...KEY_POLICY, Statement: [{ ...KEY_POLICY.Statement[0], Effect: "Deny" }] };
    const at = folderOf({ "case.json": CASE, "key.json": deny });
    expect((await kmsward(["eval", at("case.json"), "--key-policy", at("key.json"), "--expect", "explicit-deny"])).code).toBe(0);
  });
});

describe("a world", () => {
  const at = ["eval", "-w", "fixtures/worlds/estate.yaml"];
  const ask = (...args: readonly string[]) => kmsward([...at, "--action", "kms:Decrypt", "--key", "orders", ...args]);

  test("is asked by short names", async () => {
    const ran = await ask("--principal", "app", "--expect", "allow");
    expect(ran).toMatchObject({ code: 0, err: expect.stringMatching(/^\S+orders-vpc\.json:7:7 warning: .*\[KW325\]\n.*\n.*\n$/) });
    expect(ran.out).toMatch(/^ALLOWED {3}kms:Decrypt {2}on {2}alias\/orders/);
  });

  test("grants, the encryption context and the condition keys have their say", async () => {
    const brief = ["--principal", "exporter", "--explain=brief"];
    expect(await ask(...brief, "--encryption-context", "purpose=export", "--expect", "allow")).toMatchObject({ code: 0 });
    expect(await ask(...brief, "--encryption-context", "purpose=import", "--expect", "allow")).toMatchObject({
      code: 2,
      err: expect.stringMatching(/\nkmsward eval: expected allow, the answer is implicit-deny\n$/),
    });
  });

  test("the VPC endpoint is one of the world, by its name", async () => {
    const { out } = await ask("--principal", "app", "--endpoint", "vpc", "--format=json", "--explain");
    expect(JSON.parse(out).trace.policies).toContainEqual(expect.objectContaining({ layer: "endpoint" }));
  });

  test("a service by its short name stands for that of the key's Region", async () => {
    expect((await ask("--principal", "app", "--via-service", "s3", "--context", "aws:SourceIp=10.0.0.1")).out).toMatch(
      /via service +s3\.us-east-1\.amazonaws\.com/,
    );
  });

  test("what the world does not tell is noted, in every form of the answer", async () => {
    const stranger = ["--principal", "arn:aws:iam::111122223333:role/stranger"];
    const note = "arn:aws:iam::111122223333:role/stranger is not in the world: it is taken to have no identity policies";
    expect((await ask(...stranger)).out).toMatch(new RegExp(`\n\nnote  ${note}\n$`));
    expect(JSON.parse((await ask(...stranger, "--format=json")).out).notes).toEqual([note]);
    expect(JSON.parse((await ask(...stranger, "--explain=json")).out).notes).toEqual([note]);
  });

  test("several files are one world", async () => {
    const folder = folderOf({ "people.yaml": `principals:\n  app: ${APP}\n`, "keys.yaml": `keys:\n  k: { arn: '${KEY}' }\n` });
    const args = ["--principal", "app", "--action", "kms:Decrypt", "--key", "k", "--expect", "deny"];
    expect(await kmsward(["eval", "-w", folder("people.yaml"), "--world", folder("keys.yaml"), ...args])).toMatchObject({
      code: 0,
      err: "",
    });
  });

  test("--strict and --unknown", async () => {
    const unknown = ["--unknown", "kms:EncryptionContext:purpose", "--strict"];
    expect(await ask("--principal", "exporter", ...unknown)).toMatchObject({ code: 3 });
  });

  test.each([
    [["--principal", "ap"], /^--principal error: no principal `ap` in this world \[KW501\]\n {2}help: did you mean `app`\?/],
    [["--endpoint", "vcp", "--principal", "app"], /^--endpoint error: no VPC endpoint `vcp` in this world \[KW501\]/],
    [["--principal", "app", "--time", "noon"], /^--time error: `noon` is not a time \[KW407\]/],
    [[], /`--principal` is missing \[KW001\]/],
    [
      ["--principal", "app", "--key-policy", "k.json"],
      /`--key-policy` does not go with `--world` \[KW001\]\n {2}help: a world has the policies/,
    ],
    [["--principal", "app", "--identity=a", "--scp=b"], /`--identity`, `--scp` do not go with `--world`/],
    [["--principal", "app", "case.json"], /a case file does not go with `--world` \[KW001\]/],
    [["--principal", "app", "-w", "-"], /^--world error: a world is not read from standard input/],
    [["--principal", "app", "-w", "no-such.yaml"], /^no-such.yaml error: .* \[KW002\]/],
    [["--principal", "app", "--resource-account", "1"], /^--resource-account error/],
    [["--principal", "app", "--ndjson"], /KW001/],
  ])("refuses %j", async (args, expected) => {
    const { code, out, err } = await ask(...args);
    expect(err).toMatch(expected);
    expect({ code, out }).toEqual({ code: 1, out: "" });
  });
});

describe("--ndjson", () => {
  test("answers each line with a line, in the same order", async () => {
    const { code, out, err } = await kmsward(["eval", "--ndjson"], { stdin: line(CASE) + line(DENIED) + line(UNDETERMINED) });
    expect(out.split("\n").map((text) => text && [JSON.parse(text).id, JSON.parse(text).outcome])).toEqual([
      ["c1", "allowed"],
      ["c2", "implicitDeny"],
      ["c3", "undetermined"],
      "",
    ]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  test("an invalid line is answered, and fails the run at its end", async () => {
    const stdin = line(CASE) + line({ ...CASE, id: 7, polices: 1 }) + line(DENIED);
    const { code, out, err } = await kmsward(["eval", "--ndjson"], { stdin });
    expect(out.split("\n").map((text) => text && Object.keys(JSON.parse(text)).slice(0, 2))).toEqual([
      ["id", "decision"],
      ["id", "invalid"],
      ["id", "decision"],
      "",
    ]);
    expect(JSON.parse(out.split("\n")[1] ?? "")).toMatchObject({
      id: 7,
      invalid: [{ code: "KW101", at: { file: "stdin", line: 2, pointer: "/polices" }, help: "did you mean `policies`?" }],
    });
    expect(err).toContain("1 of 3 lines");
    expect(code).toBe(1);
    expect((await kmsward(["eval", "--ndjson", "--skip-invalid"], { stdin })).code).toBe(0);
  });

  test("several files are one stream, each with its own line numbers", async () => {
    const at = folderOf({ "a.ndjson": line(CASE), "b.ndjson": `${line(CASE)}{}` });
    const { out } = await kmsward(["eval", "--ndjson", at("a.ndjson"), at("b.ndjson")]);
    expect(JSON.parse(out.trimEnd().split("\n").at(-1) ?? "").invalid[0].at).toMatchObject({ file: at("b.ndjson"), line: 2 });
  });

  test("--expect counts", async () => {
    const ran = await kmsward(["eval", "--ndjson", "--expect", "allow"], { stdin: line(CASE) + line(DENIED) });
    expect(ran).toMatchObject({ code: 2, err: "kmsward eval: expected allow of 2 cases: 1 allow, 1 implicit-deny\n" });
  });

  test("--explain adds the trace", async () => {
    const { out } = await kmsward(["eval", "--ndjson", "--explain"], { stdin: line(DENIED) });
    expect(JSON.parse(out).trace.policies[0].statements[0]).toMatchObject({
      applies: false,
      at: { file: "stdin", pointer: "/policies/resource/Statement/0" },
    });
  });

  test("-o writes to a file", async () => {
    const at = folderOf({});
    expect((await kmsward(["eval", "--ndjson", "-o", at("answers.ndjson")], { stdin: line(CASE) })).out).toBe("");
    expect(readFileSync(at("answers.ndjson"), "utf8")).toMatch(/^\{"id":"c1",.*\}\n$/);
  });

  test.each([
    [["--principal", APP], "", /KW001/],
    [["--explain=full"], "", /KW001/],
    [["--format=text"], "", /KW001/],
    [[], "", /the input holds no case \[KW010\]/],
    [["no-such-file"], "", /no-such-file error: no such file \[KW002\]/],
    [["-o", "/no/such/folder/x"], line(CASE), /\/no\/such\/folder\/x error: no such file \[KW002\]/],
  ])("refuses %j", async (args, stdin, expected) => {
    const { code, err } = await kmsward(["eval", "--ndjson", ...args], { stdin });
    expect(err).toMatch(expected);
    expect(code).toBe(1);
  });
});

describe("data: a flow on a resource of a world", () => {
  const asking = (principal: string, on: string, ...args: readonly string[]) =>
    kmsward(["eval", "-w", "fixtures/worlds/data.yaml", "--principal", principal, "--flow", "s3.GetObject", "--on", on, ...args]);

  test("each call with what decided it", async () => {
    const { code, out, err } = await asking("app", "orders-bucket/2026/x");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toBe(`ALLOWED   s3.GetObject  on  orders-bucket/2026/x
reads an object (direct)

  1  allowed  s3:GetObject  on  arn:aws:s3:::orders/2026/x  allowed by policy of orders-bucket#App
  2  allowed  kms:Decrypt  on  key/1234abcd…                allowed by key policy#AppByS3

taken for granted  the call comes over TLS
not modelled       this very object may lie under another key than the bucket has now (objects, --key): then it may be denied
`);
  });

  test("the first that is refused is explained, and what opens all that are", async () => {
    const { out } = await asking("reporter", "orders-bucket/2026/x");
    expect(out).toMatch(/^DENIED \(implicit\) {3}s3\.GetObject/);
    expect(out).toMatch(/Call 1: s3:GetObject\nDENIED \(implicit\)[\s\S]*closest to allowed[\s\S]*smallest repair/);
    expect(out).toMatch(/To open it, all of these:\n {2}call 1 {2}add [^\n]*s3:GetObject\n {2}call 2 {2}[^\n]*reporter/);
    expect((await asking("reporter", "orders-bucket/2026/x", "--explain=brief")).out).not.toContain("Call 1");
    const full = (await asking("reporter", "orders-bucket/2026/x", "--explain")).out;
    expect(full.length).toBeGreaterThan(out.length - 1);
  });

  test("--format json: one document with the calls", async () => {
    const answer = JSON.parse((await asking("reporter", "orders-bucket/2026/x", "--format", "json")).out);
    expect(answer).toMatchObject({
      version: 1,
      decision: "Deny",
      outcome: "implicitDeny",
      flow: "s3.GetObject",
      on: { name: "orders-bucket", kind: "s3-bucket", inner: "2026/x" },
      refused: 0,
      repair: [{ call: 0 }, { call: 1 }],
      calls: [
        { to: "service", request: { action: "s3:GetObject" }, outcome: "implicitDeny", rules: expect.any(Array) },
        { to: "kms", who: "caller", request: { action: "kms:Decrypt" }, outcome: "implicitDeny" },
      ],
    });
  });

  test("parameters, keys, expectations", async () => {
    expect((await asking("app", "orders-bucket/x", "--parameter", "versionId=v1", "--expect", "deny")).code).toBe(0);
    expect((await asking("app", "orders-bucket/x", "--key", "archive", "--expect", "allow")).code).toBe(2);
    expect((await asking("app", "unsure-bucket/x", "--strict")).code).toBe(3);
  });

  test.each([
    [["--action", "kms:Decrypt"], /`--action` does not go with `--flow`/],
    [["--parameter", "versionId"], /`versionId` is no pair/],
    [["--parameter", "version=1"], /unknown parameter `version`/],
    [["--key-policy", "a.json"], /`--key-policy` does not go with `--world`/],
    [["--context", "aws:SourceIp=1", "--context", "aws:SourceIp=2"], /KW404/],
  ])("%j is refused", async (args, message) => {
    const { code, err } = await asking("app", "orders-bucket/x", ...args);
    expect([code, err]).toEqual([1, expect.stringMatching(message)]);
  });

  test("what is lacking, and what is misspelt, is told at its option", async () => {
    const run = async (...args: readonly string[]) => (await kmsward(["eval", ...args])).err;
    expect(await run("--flow", "s3.GetObject", "--on", "b/x")).toMatch(/a flow on a resource is asked of a world/);
    expect(await run("-w", "fixtures/worlds/data.yaml", "--flow", "s3.GetObject")).toMatch(/`--on`, `--principal` are missing/);
    expect((await asking("app", "order-bucket/x")).err).toMatch(/^--on error: no resource/);
    expect((await asking("ap", "orders-bucket/x")).err).toMatch(/^--principal error: no principal/);
    expect((await asking("app", "queue")).err).toMatch(/^--flow error: s3\.GetObject is not of an SQS queue/);
  });
});
