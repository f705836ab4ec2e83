import { describe, expect, it } from "vitest";
import type { KmsError } from "../../src/kms/errors.ts";
import * as member from "../../src/kms/input.ts";
import { inputReader } from "../../src/kms/validation.ts";

const schema = member.request({
  KeyId: member.keyId(),
  NumberOfBytes: member.integer(1, 1024).optional(),
  Plaintext: member.blob(1, 4).optional(),
  KeySpec: member.oneOf(["AES_256", "AES_128"]).optional(),
  AliasName: member.aliasName().optional(),
  Tags: member.tags().optional(),
  GrantTokens: member.grantTokens(),
  EncryptionContext: member.encryptionContext(),
  KeyStorePassword: member.text(7, 32).optional(),
  DryRun: member.dryRun(),
});

const read = inputReader(schema);

const messageOf = (input: unknown): string | undefined => {
  const told = read(input);
  return told.ok ? undefined : `${told.error.name}: ${told.error.message}`;
};
const one = (members: object) => messageOf({ KeyId: "k", ...members });

describe("a request that breaks one constraint", () => {
  // biome-ignore format: a table reads as a table
  it.each([
    [{ KeyId: undefined },                                     "Value null at 'keyId' failed to satisfy constraint: Member must not be null"],
    [{ KeyId: null },                                          "Value null at 'keyId' failed to satisfy constraint: Member must not be null"],
    [{ KeyId: "" },                                            "Value '' at 'keyId' failed to satisfy constraint: Member must have length greater than or equal to 1"],
    [{ NumberOfBytes: 1025 },                                  "Value '1025' at 'numberOfBytes' failed to satisfy constraint: Member must have value less than or equal to 1024"],
    [{ NumberOfBytes: 0 },                                     "Value '0' at 'numberOfBytes' failed to satisfy constraint: Member must have value greater than or equal to 1"],
    [{ Plaintext: new Uint8Array(5) },                         "Value at 'plaintext' failed to satisfy constraint: Member must have length less than or equal to 4"],
    [{ Plaintext: new Uint8Array(0) },                         "Value at 'plaintext' failed to satisfy constraint: Member must have length greater than or equal to 1"],
    [{ KeySpec: "AES" },                                       "Value 'AES' at 'keySpec' failed to satisfy constraint: Member must satisfy enum value set: [AES_256, AES_128]"],
    [{ AliasName: "alias/ä" },                                 "Value 'alias/ä' at 'aliasName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9:/_-]+$"],
    [{ Tags: [{ TagKey: "a", TagValue: "" }, { TagKey: "k".repeat(129), TagValue: "" }] },
                                                               `Value '${"k".repeat(129)}' at 'tags.2.member.tagKey' failed to satisfy constraint: Member must have length less than or equal to 128`],
    [{ Tags: [{ TagKey: "a" }] },                              "Value null at 'tags.1.member.tagValue' failed to satisfy constraint: Member must not be null"],
  ])("%o", (members, fault) => {
    expect(one(members)).toBe(`ValidationException: 1 validation error detected: ${fault}`);
  });
});

it("tells of all of them", () => {
  expect(messageOf({ KeyId: "", Plaintext: new Uint8Array(5) })).toBe(
    "ValidationException: 2 validation errors detected: Value '' at 'keyId' failed to satisfy constraint: Member must have length greater than or equal to 1; Value at 'plaintext' failed to satisfy constraint: Member must have length less than or equal to 4",
  );
});

it.each([
  [{ KeyId: 5 }, "keyId"],
  [{ NumberOfBytes: "5" }, "numberOfBytes"],
  [{ KeySpec: 5 }, "keySpec"],
  [{ Plaintext: "text" }, "plaintext"],
  [{ Plaintext: {} }, "plaintext"],
  [{ EncryptionContext: { a: 1 } }, "encryptionContext"],
  [{ EncryptionContext: ["a"] }, "encryptionContext"],
  [{ DryRun: "true" }, "dryRun"],
  [{ Tags: "a" }, "tags"],
  [{ Tags: ["a"] }, "tags.1.member"],
])("cannot read a value of another type: %o", (members, name) => {
  const told = read({ KeyId: "k", ...members }) as { readonly ok: false; readonly error: KmsError };
  expect(told.error).toEqual({
    name: "SerializationException", // AWS sends no word of it; who asks why gets one
    diagnostics: [expect.objectContaining({ code: "KW104", message: `the value of \`${name}\` has the wrong type` })],
  });
});

it.each([
  ["AliasName", member.aliasName(), "alias/ä", "^[a-zA-Z0-9:/_-]+$"],
  ["PolicyName", member.policyName(), "a b", String.raw`[\w]+`],
  ["Policy", member.policyText(), "ā", String.raw`[\u0009\u000A\u000D\u0020-\u00FF]+`],
] as const)("repeats the pattern of %s as the service's model has it, and matches the whole", (name, schema, value, pattern) => {
  const told = inputReader(member.request({ [name]: schema }))({ [name]: value }) as { readonly ok: false; readonly error: KmsError };
  expect(told.error.message).toMatch(/Member must satisfy regular expression pattern: /);
  expect(told.error.message?.endsWith(`pattern: ${pattern}`)).toBe(true);
});

it.each([undefined, null, "text", 5, [], () => 1])("is no request: %o", (given) => {
  expect(messageOf(given)).toMatch(/^SerializationException/);
});

it("passes over members that it does not know, and those that are null", () => {
  expect(read({ KeyId: "k", Other: 1, KeySpec: null })).toEqual({ ok: true, value: { KeyId: "k" } });
});

it("passes over what is null in structures too, but in no encryption context", () => {
  const grant = inputReader(
    member.request({
      Constraints: member
        .request({ EncryptionContextSubset: member.encryptionContext(), SourceArn: member.text(1, 9).optional() })
        .optional(),
    }),
  );
  expect(grant({ Constraints: { SourceArn: null, EncryptionContextSubset: null } })).toEqual({ ok: true, value: { Constraints: {} } });
  expect(grant({ Constraints: { SourceArn: "a", EncryptionContextSubset: { a: null } } }).ok).toBe(false);
  expect(one({ Tags: [{ TagKey: "a", TagValue: null }] })).toContain("Value null at 'tags.1.member.tagValue'");
  let deep: unknown = [];
  for (let i = 0; i < 100_000; i++) deep = [deep, null];
  expect(read({ KeyId: "k", Other: deep, DryRun: null }).ok).toBe(true);
});

it("keeps every pair of an encryption context", () => {
  const EncryptionContext = JSON.parse('{"__proto__": "a", "constructor": "b"}');
  const told = read({ KeyId: "k", EncryptionContext });
  expect(told.ok && Object.entries(told.value.EncryptionContext ?? {})).toEqual([
    ["__proto__", "a"],
    ["constructor", "b"],
  ]);
});

it("tells no secret, and no more than the beginning of a long value", () => {
  expect(one({ KeyStorePassword: "secret" })).toContain("Value at 'keyStorePassword'");
  expect(one({ KeyStorePassword: "secret" })).not.toContain("'secret'");
  expect(one({ GrantTokens: Array.from({ length: 11 }, () => "token") })).not.toContain("token,");
  expect(one({ KeyId: "k".repeat(100_000) })!.length).toBeLessThan(1300);
});
