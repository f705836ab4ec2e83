import { describe, expect, test } from "vitest";
import {
  algorithmsFor,
  DATA_KEY_PAIR_SPECS,
  KEY_ORIGINS,
  KEY_SPECS,
  type KeyUsage,
  keySpec,
  SPECS_BY_USAGE,
} from "../../src/catalog/key-specs.ts";
import { AWS, awsOperation } from "./aws.ts";

const allowed = (operation: string, member: string): readonly string[] => [...(awsOperation(operation).request[member]?.enum ?? [])].sort();
const usages = Object.keys(SPECS_BY_USAGE) as KeyUsage[];
const algorithms = (usage: KeyUsage) => [...new Set(KEY_SPECS.flatMap(({ spec }) => algorithmsFor({ spec, usage })))].sort();

describe("the tables of key specs", () => {
  test("have what CreateKey takes", () => {
    expect(KEY_SPECS.map(({ spec }) => spec).sort()).toEqual(allowed("CreateKey", "KeySpec"));
    expect([...usages].sort()).toEqual(allowed("CreateKey", "KeyUsage"));
    expect([...KEY_ORIGINS].sort()).toEqual(allowed("CreateKey", "Origin"));
    expect([...DATA_KEY_PAIR_SPECS].sort()).toEqual(allowed("GenerateDataKeyPair", "KeyPairSpec"));
  });

  test("have the algorithms that operations take", () => {
    expect(algorithms("ENCRYPT_DECRYPT")).toEqual(allowed("Encrypt", "EncryptionAlgorithm"));
    expect(algorithms("SIGN_VERIFY")).toEqual(allowed("Sign", "SigningAlgorithm"));
    expect(algorithms("GENERATE_VERIFY_MAC")).toEqual(allowed("GenerateMac", "MacAlgorithm"));
    expect(algorithms("KEY_AGREEMENT")).toEqual(allowed("DeriveSharedSecret", "KeyAgreementAlgorithm"));
    expect(algorithms("ENCAPSULATE_DECAPSULATE")).toEqual(allowed("Encapsulate", "EncapsulationAlgorithm"));
  });

  test("have for each use the specs that the operations for it work on", () => {
    const operations = ["Encrypt", "Sign", "GenerateMac", "DeriveSharedSecret", "Encapsulate"];
    const theirs = operations.map((name) => [awsOperation(name).keyUsage?.[0], [...(awsOperation(name).keySpecs ?? [])].sort()]);
    expect(Object.fromEntries(usages.map((usage) => [usage, Object.keys(SPECS_BY_USAGE[usage]).sort()]))).toEqual(
      Object.fromEntries(theirs),
    );
  });

  test("take the message types that Sign takes", () => {
    const taken = Object.values(SPECS_BY_USAGE.SIGN_VERIFY).flatMap(({ messageTypes }) => [...messageTypes]);
    expect([...new Set<string>(taken)].sort()).toEqual(allowed("Sign", "MessageType"));
  });

  test.each([2048, 3072, 4096] as const)("RSA_%d encrypts what OAEP leaves room for (RFC 8017, 7.1.1)", (bits) => {
    const room = (hash: number) => bits / 8 - 2 * hash - 2;
    const row = SPECS_BY_USAGE.ENCRYPT_DECRYPT[`RSA_${bits}`];
    expect(row.maxPlaintext).toEqual({ RSAES_OAEP_SHA_1: room(20), RSAES_OAEP_SHA_256: room(32) });
    expect(row.maxCiphertext).toBe(bits / 8);
  });

  test.each([224, 256, 384, 512] as const)("HMAC_%d makes a tag as long as its digest", (bits) => {
    expect(SPECS_BY_USAGE.GENERATE_VERIFY_MAC[`HMAC_${bits}`]).toEqual({ algorithms: [`HMAC_SHA_${bits}`], mac: bits / 8 });
  });

  test.each([[256], [384], [521]] as const)("ECDH on P-%d gives one coordinate", (bits) => {
    expect(SPECS_BY_USAGE.KEY_AGREEMENT[`ECC_NIST_P${bits}`].secret).toBe(Math.ceil(bits / 8));
  });

  test("have the sizes of FIPS 203 and FIPS 204", () => {
    // FIPS 203, table 3: a ciphertext has 32 (du k + dv) bytes
    const ciphertext = (k: number, du: number, dv: number) => 32 * (du * k + dv);
    const { ML_KEM_512, ML_KEM_768, ML_KEM_1024 } = SPECS_BY_USAGE.ENCAPSULATE_DECAPSULATE;
    expect([ML_KEM_512, ML_KEM_768, ML_KEM_1024].map((row) => row.ciphertext)).toEqual([
      ciphertext(2, 10, 4),
      ciphertext(3, 10, 4),
      ciphertext(4, 11, 5),
    ]);
    // FIPS 204, algorithm 26: c~, then l polynomials of 256 coefficients, then the hint
    const signature = (strength: number, l: number, gammaBits: number, omega: number, k: number) =>
      strength / 4 + l * 32 * (1 + gammaBits) + omega + k;
    const { ML_DSA_44, ML_DSA_65, ML_DSA_87 } = SPECS_BY_USAGE.SIGN_VERIFY;
    expect([ML_DSA_44, ML_DSA_65, ML_DSA_87].map((row) => row.signature)).toEqual([
      signature(128, 4, 17, 80, 4),
      signature(192, 5, 19, 55, 6),
      signature(256, 7, 19, 75, 8),
    ]);
  });
});

test("keySpec finds a spec by its very name", () => {
  expect(keySpec("SM2")?.usages).toEqual(["ENCRYPT_DECRYPT", "SIGN_VERIFY", "KEY_AGREEMENT"]);
  expect(["sm2", "AES_256", "", "toString"].map(keySpec)).toEqual(Array(4).fill(undefined));
});

test("algorithmsFor has none for a use the spec is not for", () => {
  expect(algorithmsFor({ spec: "HMAC_256", usage: "SIGN_VERIFY" })).toEqual([]);
  expect(AWS.operations.some(({ keySpecs }) => keySpecs?.includes("HMAC_256"))).toBe(true);
});
