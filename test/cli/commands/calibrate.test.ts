import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { quoted } from "../../../src/cli/calibrate/script.ts";
import { kmsward } from "../fake-io.ts";

const WORLD = "fixtures/examples/orders/orders.world.yaml";
const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const folder = mkdtempSync(join(tmpdir(), "kmsward-calibrate-"));
afterAll(() => rmSync(folder, { recursive: true }));

const line = (value: object) => `${JSON.stringify(value)}\n`;
const base64 = (text: string) => Buffer.from(text).toString("base64");
const caller = (principal: string, arn: string) =>
  line({ caller: principal, left: "", said: base64(JSON.stringify({ Arn: arn, UserId: "AROAQWERTYUIOPASDFG23:me" })) });
const answer = (principal: string, operation: string, exit: number, said: string, encryptionContext = {}) =>
  line({
    question: { principal, operation, actions: [`kms:${operation}`], key: KEY, encryptionContext },
    time: "2026-11-30T12:00:00Z",
    exit,
    said: base64(said),
  });
const error = (code: string, operation: string, text = "") =>
  `\nAn error occurred (${code}) when calling the ${operation} operation: ${text}\n`;
const denied = (who: string, operation: string, why: string) =>
  error("AccessDeniedException", operation, `User: ${who} is not authorized to perform: kms:${operation} on resource: ${KEY} ${why}`);
const HEADER = line({ kmsward: "calibrate", version: 1, world: WORLD, questions: 4 });
const [APP, INTERN] = ["arn:aws:sts::111122223333:assumed-role/orders-app/me", "arn:aws:sts::111122223333:assumed-role/intern/me"];

const read = async (text: string, ...more: readonly string[]) => {
  const file = join(folder, "answers.ndjson");
  writeFileSync(file, text);
  const ran = await kmsward(["calibrate", "--read", file, ...more]);
  return ran;
};

describe("the script", () => {
  test("is calls that change nothing, the same for the same world", async () => {
    const [one, two] = [await kmsward(["calibrate", WORLD]), await kmsward(["calibrate", WORLD])];
    expect(one).toEqual(two);
    expect(one.err).toMatch(/^kmsward calibrate: \d+ questions, of which kmsward is not sure of \d+/);
    const asks = one.out.split("\n").filter((text) => text.startsWith("ask '"));
    expect(asks.length).toBeGreaterThan(20);
    for (const text of asks) expect(text).toMatch(/ (?:(?:describe|get|list)-[a-z-]+ --no-paginate|[a-z-]+ --dry-run) --cli-input-json '/);
  });

  test("whatever somebody calls things, the shell reads nothing of it", () => {
    const odd = ["it's", `"; touch planted; "`, "$(touch planted)", "`touch planted`", "a\nb", "\\", "${HOME}", "-n", "!x", "*", "' '' '"];
    const out = execFileSync("sh", ["-c", `printf '%s\\0' ${odd.map(quoted).join(" ")}`], { cwd: folder, encoding: "utf8" });
    expect(out.split("\0").slice(0, -1)).toEqual(odd);
    expect(() => readFileSync(join(folder, "planted"))).toThrow();
  });

  test("runs, with names out of a nightmare, and asks in nobody else's name", async () => {
    const name = "it's $(touch planted) `x` }\"";
    const world = join(folder, "odd.json");
    writeFileSync(
      world,
      JSON.stringify({
        version: 1,
        account: "111122223333",
        region: "us-east-1",
        keys: {
          [name]: {
            arn: KEY,
            policy: { Version: "2012-10-17", Statement: [{ Sid: name, Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }] },
          },
        },
        principals: { [name]: { arn: "arn:aws:iam::111122223333:role/app" }, other: { arn: "arn:aws:iam::111122223333:user/other" } },
      }),
    );
    const [script, aws] = [join(folder, "odd.sh"), join(folder, "aws")];
    await kmsward(["calibrate", world, "--sample", "3", "--profile", `${name}=it's } $(touch planted)`, "-o", script]);
    // Says who it is by the profile it is given, and what it was asked.
    writeFileSync(
      aws,
      `#!/bin/sh\ncase "$*" in\n  *query=Arn*) echo 'arn:aws:sts::111122223333:assumed-role/app/me' ;;\n  sts*) echo '{"Arn":"arn:aws:sts::111122223333:assumed-role/app/me"}' ;;\n  *) printf '%s\\n' "$@" >&2; exit 254 ;;\nesac\n`,
    );
    chmodSync(aws, 0o755);
    const out = execFileSync("sh", [script], {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: `${folder}:${process.env.PATH}` },
      stdio: ["ignore", "pipe", "ignore"],
    });
    expect(() => readFileSync(join(folder, "planted"))).toThrow();
    const lines = out
      .trim()
      .split("\n")
      .map((text) => JSON.parse(text));
    expect(lines.map(({ caller: who, left }) => [who, left]).filter(([who]) => who !== undefined)).toEqual([
      [name, ""],
      ["other", "somebody else"],
    ]);
    const said = lines.filter(({ question }) => question !== undefined).map((one) => Buffer.from(one.said, "base64").toString());
    expect(said.length).toBeGreaterThan(0);
    for (const text of said) expect(text).toContain("--profile=it's } $(touch planted)\n");
  });
});

describe("what AWS answered", () => {
  const agreeing = `${HEADER}${caller("app", APP)}${caller("intern", INTERN)}${answer("app", "Decrypt", 254, error("DryRunOperationException", "Decrypt"), { tenant: "t1" })}${answer("intern", "Decrypt", 254, denied(INTERN, "Decrypt", "because no resource-based policy allows the kms:Decrypt action"))}`;

  test("agrees", async () => {
    const { code, out } = await read(agreeing);
    expect(out).toBe("4 questions: AWS agrees on 2, differs on 0\n\n2 questions were not asked.\n");
    expect(code).toBe(0);
  });

  test("differs, and says in what", async () => {
    const { code, out } = await read(
      `${HEADER}${caller("app", APP)}${caller("intern", INTERN)}${answer("app", "Decrypt", 254, denied(APP, "Decrypt", "with an explicit deny in a service control policy"), { tenant: "t1" })}${answer("intern", "Decrypt", 254, denied(INTERN, "Decrypt", "because no session policy allows the kms:Decrypt action"))}${answer("app", "Encrypt", 254, error("ThrottlingException", "Encrypt"))}${answer("app", "Sign", 2, "Unknown options: --dry-run")}`,
    );
    expect(code).toBe(2);
    expect(out).toMatch(/AWS agrees on 0, differs on 2/);
    expect(out).toMatch(
      /DIFFERS {2}app Decrypt key\/1234abcd… with tenant=t1.*\n {2}AWS {6}denied: an explicit deny in service control policies\n {2}kmsward {2}allowed, by AllowAppPerTenant/,
    );
    expect(out).toMatch(
      /differs in the layer {2}intern Decrypt.*\n {2}AWS {6}denied: the session policy does not allow it\n {2}kmsward {2}implicitDeny: the key policy/,
    );
    expect(out).toMatch(
      /1 question without an answer about access: ThrottlingException\n1 question without an answer about access: Unknown options: --dry-run/,
    );
  });

  test("each disagreement is a case that kmsward decides as it did", async () => {
    const cases = join(folder, "cases.ndjson");
    const allowed = `${HEADER}${caller("intern", INTERN)}${answer("intern", "Decrypt", 254, error("DryRunOperationException", "Decrypt"), { tenant: "t1" })}`;
    await read(allowed, "--write-cases", cases);
    const { out } = await kmsward(["eval", "--ndjson", cases]);
    expect(JSON.parse(out)).toMatchObject({ id: "calibrate-1", outcome: "implicitDeny" });
  });

  test("is anonymous where that is asked for, and the case still decided alike", async () => {
    const allowed = `${HEADER}${caller("intern", INTERN)}${answer("intern", "Decrypt", 254, denied(INTERN, "Decrypt", "because no session policy allows the kms:Decrypt action"), { tenant: "t1" })}`;
    const { out } = await read(allowed, "--anonymize", "--format", "json");
    expect(out).not.toMatch(
      /111122223333|444455556666|1234abcd|intern|orders|tenant|exporter|QWERTY|AllowApp|"t1"|partner|nightly|exchange|purpose/i,
    );
    const { disagreements } = JSON.parse(out);
    expect(disagreements[0].case.policies.resource.Statement.length).toBeGreaterThan(3);
    expect(disagreements[0].theirs).toMatchObject({
      layer: "session",
      text: expect.stringContaining("is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:"),
    });
  });

  test("of a profile that is somebody else, of a torn file, of nobody: nothing is compared", async () => {
    expect(await read(`${HEADER}${caller("app", INTERN)}${answer("app", "Decrypt", 0, "")}`)).toMatchObject({
      code: 1,
      err: expect.stringContaining("no answer could be compared"),
    });
    expect(await read('{}\n[]\nnull\n{"question":{}}\n{"caller":7', WORLD)).toMatchObject({
      code: 1,
      out: expect.stringContaining("5 lines could not be read"),
    });
    expect(await read("", "--strict")).toMatchObject({ code: 1, err: expect.stringContaining("has no answers") });
  });

  test("what is left open and AWS decided is no disagreement", async () => {
    const admin = "arn:aws:sts::111122223333:assumed-role/key-admin/me";
    const text = `${HEADER}${caller("admin", admin)}${answer("admin", "ScheduleKeyDeletion", 254, denied(admin, "ScheduleKeyDeletion", "with an explicit deny in a resource-based policy"))}`;
    expect(await read(text)).toMatchObject({ code: 0, out: expect.stringContaining("decides 1 that kmsward leaves open") });
    expect(await read(text, "--strict")).toMatchObject({ code: 3 });
  });
});

test("what is wrong is told", async () => {
  expect(await kmsward(["calibrate"])).toMatchObject({ code: 1, err: expect.stringContaining("one world is named") });
  expect(await kmsward(["calibrate", WORLD, "--anonymize"])).toMatchObject({ code: 1, err: expect.stringContaining("goes with `--read`") });
  expect(await kmsward(["calibrate", WORLD, "--principal", "ap"])).toMatchObject({
    code: 1,
    err: expect.stringContaining("did you mean `app`"),
  });
  expect(await kmsward(["calibrate", WORLD, "--profile", "app"])).toMatchObject({
    code: 1,
    err: expect.stringContaining("PRINCIPAL=PROFILE"),
  });
  expect(await kmsward(["calibrate", WORLD, "--most", "-1"])).toMatchObject({ code: 1, err: expect.stringContaining("up to 5,000") });
});
