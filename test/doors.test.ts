import { describe, expect, test } from "vitest";
import { InvalidWorldError } from "../src/estate/invalid-world.ts";
import type { Question } from "../src/estate/question.ts";
import { authorizer, type Case, decide, type Request } from "../src/index.ts";
import { createKms, type Kms, loadWorld } from "../src/kms.ts";
import { wardMatchers } from "../src/matchers/matchers.ts";
import { readTestFile } from "../src/tester/test-file.ts";
import { kmsward } from "./cli/fake-io.ts";
import { folderOf } from "./cli/samples.ts";

/** Questions that contradict themselves or say nonsense are refused, and alike wherever they are asked. */

const HOME = "111122223333";
const OTHER = "444455556666";
const KEY = `arn:aws:kms:us-east-1:${HOME}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const APP = `arn:aws:iam::${HOME}:role/app`;
const SESSION = `arn:aws:sts::${HOME}:assumed-role/app/job-1`;
const FEDERATED = `arn:aws:sts::${HOME}:federated-user/bob`;
const ALICE = `arn:aws:iam::${HOME}:user/alice`;
const REQUEST: Request = { principal: APP, action: "kms:Decrypt", resource: KEY };

const POLICY = {
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*", Condition: { StringEquals: { "app:kind": "x" } } },
    { Effect: "Allow", Principal: { AWS: APP }, Action: "kms:Decrypt", Resource: "*" },
  ],
};
const WORLD = { principals: { app: APP, alice: ALICE }, keys: { orders: { arn: KEY, policy: POLICY } } };

/** A request that is refused, with the code. `fix`: what its message or help says of what to do. */
type Row = { readonly name: string; readonly request: Readonly<Record<string, unknown>>; readonly code: string; readonly fix?: string };

// biome-ignore format: a table reads as a table
const ROWS: readonly Row[] = [
  { name: "an account that is not that of the ARN",   request: { resourceAccount: OTHER },                                       code: "KW403", fix: "leave `resourceAccount` out" },
  { name: "an account that is none",                  request: { resourceAccount: "12" },                                        code: "KW104" },
  { name: "an issuer of nobody",                      request: { principal: { arn: FEDERATED, userArn: APP } },                  code: "KW401" },
  { name: "an issuer of another account",             request: { principal: { arn: FEDERATED, userArn: ALICE.replace(HOME, OTHER) } }, code: "KW401" },
  { name: "an issuer of a session of a role",         request: { principal: { arn: SESSION, userArn: ALICE } },                  code: "KW401" },
  { name: "an id of another session",                 request: { principal: { arn: SESSION, userId: "AROAEXAMPLEEXAMPLE12:job-2" } }, code: "KW401" },
  { name: "an id of another kind",                    request: { principal: { arn: SESSION, userId: "AIDAEXAMPLEEXAMPLE12" } },  code: "KW401" },
  { name: "an id of a role for a user",               request: { principal: { arn: ALICE, userId: "AROAEXAMPLEEXAMPLE12:a" } },  code: "KW401" },
  { name: "a role that is linked, beside its path",   request: { principal: { arn: APP, serviceLinkedRole: true } },             code: "KW401" },
  { name: "an age with an exponent",                  request: { principal: { arn: SESSION, mfaAgeSeconds: 1e-7 } },             code: "KW401" },
  { name: "a fact of principals that nobody knows",   request: { principal: { arn: APP, orgID: "o-1" } },                        code: "KW101", fix: "did you mean `orgId`?" },
  { name: "no service, as of an unset variable",      request: { viaService: "" },                                               code: "KW404" },
  { name: "a service that is none",                   request: { viaService: "s3.amazonaws.com" },                               code: "KW404" },
  { name: "a time that is a year",                    request: { time: "2026" },                                                 code: "KW407", fix: "ISO 8601" },
  { name: "a number that prints with an exponent",    request: { context: { "aws:MultiFactorAuthAge": 1e21 } },                  code: "KW404" },
  { name: "an empty grant token",                     request: { grantTokens: ["t", ""] },                                       code: "KW404" },
  { name: "two values for a key of one",              request: { context: { "aws:SourceVpce": ["vpce-1", "vpce-2"] } },          code: "KW404" },
  { name: "one key in two spellings",                 request: { context: { "aws:SourceIp": "192.0.2.1", "aws:sourceip": "192.0.2.1" } }, code: "KW405" },
  { name: "a misspelt key of the context",            request: { context: { "kms:ViaServce": "x" } },                            code: "KW408", fix: "did you mean `kms:ViaService`?" },
  { name: "a key without its prefix",                 request: { context: { SourceVpce: "vpce-1" } },                            code: "KW408", fix: "did you mean `aws:SourceVpce`?" },
  { name: "a misspelt key that a policy reads",       request: { context: { "app:kinds": "x" } },                                code: "KW408", fix: "did you mean `app:kind`?" },
  { name: "a misspelt key among the unknown",         request: { unknown: ["aws:SourceIp", "kms:EncriptionContext:tenant"] },    code: "KW408", fix: "did you mean `kms:EncryptionContext:tenant`?" },
  { name: "a misspelt action",                        request: { action: "kms:Decript" },                                        code: "KW402", fix: "did you mean `kms:Decrypt`?" },
  { name: "an action for several",                    request: { action: "kms:*" },                                              code: "KW402" },
  { name: "a member that nobody knows",               request: { viaServce: "s3.us-east-1.amazonaws.com" },                      code: "KW101", fix: "did you mean `viaService`?" },
  { name: "a text for a list",                        request: { unknown: "aws:SourceIp" },                                      code: "KW104" },
];

/** What only a program can say. */
// biome-ignore format: a table reads as a table
const PROGRAMS: readonly Row[] = [
  { name: "a map of the encryption context",          request: { encryptionContext: new Map([["tenant", "a"]]) },                code: "KW104" },
  { name: "a map of the context",                     request: { context: new Map([["aws:SourceIp", "192.0.2.1"]]) },            code: "KW104" },
];

const requestOf = ({ request }: Row): Request => ({ ...REQUEST, ...request }) as Request;
function questionOf(row: Row): Question {
  const { resource, ...rest } = requestOf(row);
  return { ...rest, key: resource };
}

const worldNow = loadWorld(WORLD);
const kmsNow = createKms({ world: WORLD });

/** All that a door says of a request; undefined: it takes it. */
type Door = (row: Row) => Promise<string | undefined> | string | undefined;

const rendered = (found: readonly { code: string; message: string; help?: string }[] | undefined): string | undefined =>
  found?.map(({ code, message, help }) => `[${code}] ${message} ${help}`).join("\n");

function thrown(call: () => unknown, kind: abstract new (...args: never[]) => Error): string | undefined {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(kind);
    return (error as Error).message;
  }
  return undefined;
}

const failed = async (args: readonly string[], stdin?: string): Promise<string | undefined> => {
  const { code, err, out } = await kmsward(["eval", ...args], stdin === undefined ? {} : { stdin });
  return code === 1 ? err + out : undefined;
};

const DOORS: Readonly<Record<string, Door>> = {
  decide: (row) => rendered(decide({ request: requestOf(row), policies: { resource: POLICY } } as Case).invalid),
  authorizer: (row) => rendered(authorizer({ policies: { resource: POLICY } })(requestOf(row)).invalid),
  world: async (row) => rendered((await worldNow).authorize(questionOf(row)).invalid),
  matchers: async (row) => {
    const world = await worldNow;
    const call = (isNot: boolean) => () => wardMatchers.toAllow.call({ isNot }, world, questionOf(row));
    expect(thrown(call(true), TypeError)).toBe(thrown(call(false), TypeError));
    return thrown(call(false), TypeError);
  },
  "kms.asks": async (row) => {
    const kms = await kmsNow;
    return thrown(() => kms.asks(questionOf(row)), InvalidWorldError);
  },
};

const WRITTEN: Readonly<Record<string, Door>> = {
  eval: (row) => {
    const at = folderOf({ "case.json": { request: requestOf(row), policies: { resource: POLICY } } });
    return failed([at("case.json")]);
  },
  "eval --ndjson": (row) =>
    failed(["--ndjson"], `${JSON.stringify({ request: requestOf(row), policies: { resource: POLICY } })}\n`).then((said) =>
      said?.replaceAll(/"code":"(KW\d+)"/g, "[$1]"),
    ),
};

/** A test file names principals by a text alone, and the account by another name. */
const testFile: Door = (row) => {
  const { key, resourceAccount, ...rest } = questionOf(row);
  const text = JSON.stringify({
    version: 1,
    world: WORLD,
    cases: [{ name: "a", key, ...rest, ...(resourceAccount !== undefined && { account: resourceAccount }), expect: "deny" }],
  });
  const { file, diagnostics } = readTestFile("a.ward.json", { readFile: () => text });
  return file === undefined ? rendered(diagnostics) : undefined;
};

/** Options of `eval` for what they can say. */
function flagsOf(row: Row): readonly string[] | undefined {
  const { principal, action, resource, ...rest } = requestOf(row);
  if (typeof principal !== "string") return undefined;
  const flags = Object.entries(rest).map(([member, value]): readonly string[] | undefined => {
    switch (member) {
      case "resourceAccount":
        return ["--resource-account", String(value)];
      case "viaService":
        return [`--via-service=${value}`];
      case "time":
        return ["--time", String(value)];
      case "grantTokens":
        return (value as string[]).map((token) => `--grant-token=${token}`);
      case "unknown":
        return Array.isArray(value) ? value.flatMap((name) => ["--unknown", name]) : undefined;
      case "context":
        return Object.values(value as object).every((each) => typeof each === "string")
          ? Object.entries(value as object).flatMap(([name, each]) => ["--context", `${name}=${each}`])
          : undefined;
      default:
        return undefined;
    }
  });
  if (flags.includes(undefined)) return undefined;
  return ["--principal", principal, "--action", action, "--key", resource, ...flags.flatMap((flag) => flag ?? [])];
}
const merges = ({ request }: Row): boolean => Object.keys((request.context as object) ?? {}).length > 1; // options of one key are one

const flags: Door = (row) => {
  const at = folderOf({ "key.json": POLICY });
  return failed([...(flagsOf(row) ?? []), "--key-policy", at("key.json")]);
};
const worldFlags: Door = (row) => {
  const at = folderOf({ "world.json": WORLD });
  return failed([...(flagsOf(row) ?? []), "--world", at("world.json")]);
};

const holds = async (row: Row, door: Door) => {
  const said = await door(row);
  expect(said).toContain(`[${row.code}]`);
  if (row.fix !== undefined) expect(said).toContain(row.fix);
};

const CLEAR: Row = { name: "clear", request: { context: { "aws:SourceIp": "192.0.2.1" }, time: "2026-01-01T00:00:00Z" }, code: "" };

describe.each(Object.entries(DOORS))("%s refuses", (_, door) => {
  test.each([...ROWS, ...PROGRAMS])("$name", (row) => holds(row, door));
  test("nothing that is in order", async () => expect(await door(CLEAR)).toBeUndefined());
});

describe.each(Object.entries(WRITTEN))("%s refuses", (_, door) => {
  test.each(ROWS)("$name", (row) => holds(row, door));
  test("nothing that is in order", async () => expect(await door(CLEAR)).toBeUndefined());
});

describe("a test file refuses", () => {
  test.each(ROWS.filter(({ request }) => typeof request.principal !== "object"))("$name", (row) => holds(row, testFile));
  test("nothing that is in order", () => expect(testFile(CLEAR)).toBeUndefined());
});

describe.each([
  ["eval with options", flags],
  ["eval --world", worldFlags],
] as const)("%s refuses", (_, door) => {
  test.each(ROWS.filter((row) => flagsOf(row) !== undefined && !merges(row)))("$name", (row) => holds(row, door));
  test("nothing that is in order", async () => expect(await door(CLEAR)).toBeUndefined());
});

describe("a caller of the embedded KMS", () => {
  const OF_CALLERS = ["principal", "viaService", "context"];
  const rows = [...ROWS, ...PROGRAMS].filter(({ request }) => Object.keys(request).every((member) => OF_CALLERS.includes(member)));
  const asked = ({ request }: Row) => ({ principal: APP, ...request }) as Parameters<Kms["as"]>[0];

  test.each(rows)("is refused for $name", async (row) => {
    const kms = await kmsNow;
    for (const door of [kms.as, kms.credentials]) await holds(row, () => thrown(() => door(asked(row)), InvalidWorldError));
  });

  test("is taken where it is in order", async () => {
    const kms = await kmsNow;
    expect(() => kms.as({ principal: "app", context: { "aws:SourceIp": "192.0.2.1", "app:kind": "x" } })).not.toThrow();
  });

  test("is warned of for a key that makes no difference, once", async () => {
    const kms = await createKms({ world: WORLD });
    for (const _ of [1, 2]) kms.as({ principal: "app", context: { "s3:prefix": "x" } });
    expect(kms.diagnostics).toMatchObject([{ code: "KW408", severity: "warning", at: { file: "caller", pointer: "/context/s3:prefix" } }]);
  });
});

test("a list of one is its value, at every door", async () => {
  const policy = {
    Version: "2012-10-17",
    Statement: {
      Effect: "Allow",
      Principal: { AWS: APP },
      Action: "kms:*",
      Resource: "*",
      Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } },
    },
  };
  const context = { "aws:SourceVpce": ["vpce-1"] };
  expect(decide({ request: { ...REQUEST, context }, policies: { resource: policy } } as Case).outcome).toBe("allowed");
  const world = { principals: { app: APP }, keys: { orders: { arn: KEY, policy } }, endpoints: { office: { id: "vpce-1", policy } } };
  expect((await loadWorld(world)).authorize({ principal: "app", action: "kms:Decrypt", key: "orders", context }).outcome).toBe("allowed");
  expect((await createKms({ world })).as({ principal: "app", context }).describeKey({ KeyId: KEY }).KeyMetadata.Arn).toBe(KEY);
});

describe("a key that makes no difference is warned of", () => {
  const row: Row = { name: "", request: { context: { "s3:prefix": "x" }, unknown: ["sts:ExternalId"] }, code: "KW408" };
  const CODES = ["KW408", "KW408"];
  const codes = (found: readonly { code: string }[] | undefined) => found?.map(({ code }) => code);

  test("by answers", async () => {
    expect(codes(decide({ request: requestOf(row), policies: { resource: POLICY } } as Case).warnings)).toEqual(CODES);
    expect(codes(authorizer({ policies: { resource: POLICY } })(requestOf(row)).warnings)).toEqual(CODES);
    expect(codes((await worldNow).authorize(questionOf(row)).warnings)).toEqual(CODES);
  });

  test("by eval, on its way and in JSON", async () => {
    const at = folderOf({ "case.json": { request: requestOf(row), policies: { resource: POLICY } }, "world.json": WORLD });
    const place = `${at("case.json")}:7:7 warning: AWS documents no condition key \`s3:prefix\``;
    expect((await kmsward(["eval", at("case.json")])).err).toContain(place);
    const line = JSON.stringify({ request: requestOf(row), policies: { resource: POLICY } });
    const { out } = await kmsward(["eval", "--ndjson"], { stdin: `${line}\n` });
    expect(JSON.parse(out)).toMatchObject({
      outcome: "allowed",
      warnings: [{ code: "KW408", at: { line: 1, column: line.indexOf('"s3:') + 1 } }, { code: "KW408" }],
    });
    const inWorld = await kmsward(["eval", ...(flagsOf(row) ?? []), "--world", at("world.json")]);
    expect(inWorld.err).toContain("--context warning");
    expect(inWorld.code).toBe(0);
  });

  test("by test files", () => {
    const text = JSON.stringify({ version: 1, world: WORLD, cases: [{ name: "a", ...questionOf(row), expect: "allow" }] });
    const { file } = readTestFile("a.ward.json", { readFile: () => text });
    expect(file?.warnings.map(({ code, at }) => [code, at.pointer])).toEqual([
      ["KW408", "/cases/0/context/s3:prefix"],
      ["KW408", "/cases/0/unknown/0"],
    ]);
  });
});

test("two principals of a world do not sign with one access key", async () => {
  const credentials = { accessKeyId: "AKIAEXAMPLEEXAMPLE12", secretAccessKey: "x".repeat(40) };
  const world = { principals: { app: { arn: APP, credentials }, alice: { arn: ALICE, credentials } } };
  await expect(loadWorld(world)).rejects.toThrow(/KW502/);
  await expect(createKms({ world })).rejects.toThrow(/KW502/);
});
