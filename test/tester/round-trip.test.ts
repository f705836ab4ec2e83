import { describe, expect, test, vi } from "vitest";
import { callOf, type RoundTripKms, runRoundTrip, type StartKms, unfitFor } from "../../src/tester/round-trip.ts";
import { runTestFile } from "../../src/tester/run.ts";
import type { RoundTrip } from "../../src/tester/test-case.ts";
import { allow, worldOf } from "../world/worlds.ts";
import { A, fileOf, startKms, WORLD } from "./files.ts";

const world = worldOf({
  ...WORLD,
  keys: {
    ...WORLD.keys,
    rsa: { spec: "RSA_2048", usage: "ENCRYPT_DECRYPT", policy: allow("kms:*", { Principal: { AWS: `arn:aws:iam::${A}:role/app` } }) },
    signing: { spec: "ECC_NIST_P256", usage: "SIGN_VERIFY" },
    envelope: { policy: allow("kms:GenerateDataKey*", { Principal: "*" }), aliases: ["alias/envelope"] },
    off: { state: "Disabled", policy: allow("kms:*", { Principal: { AWS: `arn:aws:iam::${A}:role/app` } }) },
    byAlias: {
      aliases: ["alias/by"],
      policy: allow("kms:*", { Principal: "*", Condition: { StringEquals: { "kms:RequestAlias": "alias/by" } } }),
    },
    byTime: {
      policy: allow("kms:*", {
        Principal: { AWS: `arn:aws:iam::${A}:role/app` },
        Condition: { DateGreaterThan: { "aws:CurrentTime": "2030-01-01T00:00:00Z" } },
      }),
    },
    byService: {
      policy: allow("kms:*", {
        Principal: { AWS: `arn:aws:iam::${A}:role/app` },
        Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } },
      }),
    },
    byEndpoint: {
      policy: allow("kms:*", {
        Principal: { AWS: `arn:aws:iam::${A}:role/app` },
        Condition: { StringEquals: { "aws:SourceVpce": "vpce-1", "aws:SourceVpc": "vpc-1" } },
      }),
    },
    byToken: {
      policy: allow("kms:Encrypt", { Principal: { AWS: `arn:aws:iam::${A}:role/app` } }),
      grants: [{ grantee: "reader", operations: ["Decrypt"], token: "token-1" }],
    },
    byAlgorithm: {
      policy: allow("kms:*", {
        Principal: { AWS: `arn:aws:iam::${A}:role/app` },
        Condition: { StringEquals: { "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT" }, Bool: { "aws:SecureTransport": "true" } },
      }),
    },
  },
  endpoints: { home: { id: "vpce-1", vpc: "vpc-1" }, narrow: { id: "vpce-2", policy: allow("kms:Encrypt", { Principal: "*" }) } },
});
const tripOf = (key: string, more: Partial<RoundTrip> = {}): RoundTrip => ({ writer: "app", reader: "app", key, common: {}, ...more });
const run = (trip: RoundTrip, outcome: "allow" | "deny" = "allow", start: StartKms = startKms) =>
  runRoundTrip(world, trip, { outcome, because: [] }, { startKms: start });

// biome-ignore format: a table reads as a table
test.each([
  ["a symmetric key", tripOf("orders")],
  ["a grant for the reader", tripOf("orders", { reader: "reader" })],
  ["an encryption context", tripOf("orders", { encryptionContext: { tenant: "t1" } })],
  ["an RSA key", tripOf("rsa")],
  ["a key by its alias", tripOf("alias/by")],
  ["a time", tripOf("byTime", { common: { time: "2031-01-01T00:00:00Z" } })],
  ["a service", tripOf("byService", { common: { viaService: "s3" } })],
  ["a VPC endpoint", tripOf("byEndpoint", { common: { endpoint: "home" } })],
  ["a grant whose token the caller brings", tripOf("byToken", { reader: "reader", common: { grantTokens: ["token-1"] } })],
  ["what every call tells", tripOf("byAlgorithm")],
  ["an ARN as the writer", tripOf("orders", { writer: `arn:aws:iam::${A}:role/app` })],
] as const)("there and back with %s", async (_, trip) => {
  expect(await run(trip)).toBeUndefined();
  expect(await run(trip, "deny")).toMatchObject({ expected: "deny", got: "allow" });
});

// biome-ignore format: a table reads as a table
test.each([
  ["the writer may not", tripOf("orders", { writer: "reader" }), "the writer reader was refused kms:Encrypt: expected allow, got implicit-deny"],
  ["the reader may not", tripOf("rsa", { reader: "reader" }), "the reader reader was refused kms:Decrypt: expected allow, got implicit-deny"],
  ["without its alias", tripOf("byAlias"), "the writer app was refused kms:Encrypt"],
  ["at another time", tripOf("byTime", { common: { time: "2029-01-01T00:00:00Z" } }), "the writer app was refused kms:Encrypt"],
  ["not through the service", tripOf("byService"), "the writer app was refused kms:Encrypt"],
] as const)("refused: %s", async (_, trip, message) => {
  expect((await run(trip))?.message).toContain(message);
  const denied = await run(trip, "deny");
  if (message.includes("kms:Decrypt")) expect(denied).toBeUndefined();
  else expect(denied?.message).toMatch(/^the writer \w+ was refused kms:Encrypt already, so that the reader had nothing to be refused/);
});

describe("a writer of data keys", () => {
  const by = (withOperation: NonNullable<RoundTrip["with"]>, key = "byAlgorithm", more: Partial<RoundTrip> = {}) =>
    tripOf(key, { with: withOperation, ...more });

  test.each(["GenerateDataKey", "GenerateDataKeyWithoutPlaintext"] as const)("%s, there and back", async (operation) => {
    expect(await run(by(operation, "byAlgorithm", { encryptionContext: { tenant: "t1" } }))).toBeUndefined();
    expect(await run(by(operation), "deny")).toMatchObject({ expected: "deny", got: "allow" });
    expect((await run(by(operation, "byAlgorithm", { writer: "reader" })))?.message).toContain(
      `the writer reader was refused kms:${operation}`,
    );
  });

  test("needs no kms:Encrypt, and is told of where that is what lacks", async () => {
    expect((await run(by("GenerateDataKey", "envelope")))?.message).toContain("the reader app was refused kms:Decrypt");
    expect((await run(tripOf("envelope")))?.message).toContain("(it may ask kms:GenerateDataKey: `with: GenerateDataKey` writes so)");
    expect((await run({ ...tripOf("envelope"), with: "Encrypt" }))?.message).not.toContain("it may ask");
    expect((await run(tripOf("off")))?.message).not.toContain("it may ask");
    expect((await run(tripOf("orders", { writer: "reader" })))?.message).not.toContain("it may ask");
  });

  test("only with a symmetric key", () => {
    expect(unfitFor(world, by("GenerateDataKey", "rsa"))).toMatchObject({
      part: "with",
      why: expect.stringContaining("makes no data keys"),
    });
    expect(unfitFor(world, by("Encrypt", "rsa"))).toBeUndefined();
  });
});

test("the policy of a VPC endpoint has its say, as in the world", async () => {
  const narrow = tripOf("orders", { common: { endpoint: "narrow" } });
  expect(await run(narrow, "deny")).toBeUndefined();
  expect((await run(narrow))?.message).toContain("the reader app was refused kms:Decrypt");
});

describe("what is no matter of permission fails both ways", () => {
  // biome-ignore format: a table reads as a table
  test.each([
    ["a disabled key", tripOf("off"), "DisabledException"],
    ["another encryption context", tripOf("orders", { encryptionContext: { a: "b" }, readerContext: { a: "c" } }), "InvalidCiphertextException"],
    ["a token that nobody gave", tripOf("orders", { common: { grantTokens: ["x"] } }), "InvalidGrantTokenException"],
    ["an unsigned caller", tripOf("orders", { writer: "anonymous" }), "InvalidWorldError"],
  ] as const)("%s", async (_, trip, got) => {
    expect(await run(trip)).toMatchObject({ expected: "allow", got });
    expect(await run(trip, "deny")).toMatchObject({ expected: "deny", got });
  });

  test("no KMS at all", async () =>
    expect(await runRoundTrip(world, tripOf("orders"), { outcome: "deny", because: [] }, {})).toMatchObject({ code: "KW606" }));

  test("names that lead nowhere", async () =>
    expect(await run(tripOf("ordres"), "deny")).toMatchObject({ message: expect.stringContaining("did you mean `orders`") }));
});

describe("a KMS that does not do as the policies say is not believed", () => {
  const asks = () => ({ caller: { principal: "app" }, input: { KeyId: "orders" } });
  const denied = Object.assign(new Error(""), { name: "AccessDeniedException", $fault: "client" });
  const kmsOf =
    (encrypt: () => object, decrypt: () => object): StartKms =>
    async () =>
      ({ asks, as: () => ({ encrypt, decrypt }) }) as unknown as RoundTripKms;
  const refuse = () => {
    throw denied;
  };
  const reply = () => ({ CiphertextBlob: new Uint8Array(), Plaintext: new Uint8Array(3) });

  test("it refuses what is allowed", async () => {
    expect((await run(tripOf("orders"), "deny", kmsOf(refuse, refuse)))?.message).toContain(
      "was refused kms:Encrypt (AccessDeniedException), and the policies say allow",
    );
    expect((await run(tripOf("orders"), "deny", kmsOf(reply, refuse)))?.message).toContain("the reader app was refused kms:Decrypt");
  });

  test("it does what is denied", async () =>
    expect((await run(tripOf("orders", { writer: "reader" }), "allow", kmsOf(reply, reply)))?.message).toContain(
      "was let kms:Encrypt, and the policies say implicit-deny",
    ));

  test("it gives something else back", async () =>
    expect(await run(tripOf("orders"), "allow", kmsOf(reply, reply))).toMatchObject({
      message: "what came back is not what was encrypted",
    }));

  test("it gives another data key back, or one of another length", async () => {
    const kms: StartKms = async () =>
      ({
        asks,
        as: () => ({
          generateDataKey: () => ({ Plaintext: new Uint8Array(4) }),
          generateDataKeyWithoutPlaintext: () => ({}),
          decrypt: reply,
        }),
      }) as unknown as RoundTripKms;
    for (const operation of ["GenerateDataKey", "GenerateDataKeyWithoutPlaintext"] as const)
      expect(await run(tripOf("byAlgorithm", { with: operation }), "allow", kms)).toMatchObject({ got: "another plaintext" });
  });

  test("a bug in it is none of the case's", async () => {
    const bug = () => {
      throw new TypeError("a bug");
    };
    await expect(run(tripOf("orders"), "allow", kmsOf(bug, bug))).rejects.toThrow("a bug");
  });
});

test("what no round trip can be made with", () => {
  const flaw = (trip: RoundTrip) => unfitFor(world, trip)?.why;
  expect(flaw(tripOf("orders"))).toBeUndefined();
  expect(flaw(tripOf("rsa"))).toBeUndefined();
  expect(flaw(tripOf("signing"))).toContain("its usage is SIGN_VERIFY");
  expect(flaw(tripOf("rsa", { readerContext: { a: "b" } }))).toContain("takes no encryption context");
  expect(flaw(tripOf("orders", { common: { endpoint: "home" } }))).toBeUndefined();
  expect(flaw(tripOf(`arn:aws:kms:us-east-1:${A}:key/11111111-2222-3333-4444-555555555555`))).toContain("has to be in the world");
});

test("what the question says of the call's own keys stands", () => {
  const question = callOf(world, tripOf("orders", { common: { context: { "AWS:securetransport": false } } }), "reader");
  expect(question.context).toEqual({ "AWS:securetransport": false, "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT" });
});

test("one KMS serves all round trips of a world, and none is started without one", async () => {
  const start = vi.fn(startKms);
  const trip = { roundTrip: { writer: "app", reader: "reader" }, expect: "allow" };
  const file = fileOf({
    cases: [
      { ...trip, name: "a" },
      { ...trip, name: "b" },
    ],
  });
  await runTestFile(file, { startKms: start });
  await runTestFile(file, { startKms: start });
  expect(start).toHaveBeenCalledTimes(1);
  await runTestFile(fileOf({ cases: [{ name: "a", principal: "app", action: "kms:Decrypt", expect: "allow" }] }), { startKms: start });
  expect(start).toHaveBeenCalledTimes(1);
});
