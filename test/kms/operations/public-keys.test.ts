import { createHash, createPrivateKey, createPublicKey } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { KeySpec, KeyUsage } from "../../../src/catalog/key-specs.ts";
import { KEY_SPECS } from "../../../src/catalog/key-specs.ts";
import { OCTET_STRING, SEQUENCE, writeDer } from "../../../src/crypto/der.ts";
import type { AsymmetricSpec, RsaSpec } from "../../../src/crypto/key-spec.ts";
import { readSpki, writePkcs8, writeSpki } from "../../../src/crypto/spki.ts";
import { hex, toHex, vectors } from "../../crypto/bytes.ts";
import { rsaTestKey } from "../../crypto/materials.ts";
import { refusal } from "../lab.ts";
import { oneKey } from "./one-key.ts";
import { describeOneKeyOperation } from "./one-key-laws.ts";

describeOneKeyOperation({
  operation: "GetPublicKey",
  key: { spec: "ECC_NIST_P256", usage: "SIGN_VERIFY" },
  input: {},
  conditions: { "kms:KeySpec": "ECC_NIST_P256", "kms:KeyOrigin": "AWS_KMS" },
  logged: {},
  wrongKey: { spec: "SYMMETRIC_DEFAULT" },
  wrongUsage: { name: "UnsupportedOperationException", message: "" },
  worksDisabled: true,
});

describe("GetPublicKey", () => {
  const LISTS: Partial<Record<KeyUsage, string>> = {
    ENCRYPT_DECRYPT: "EncryptionAlgorithms",
    SIGN_VERIFY: "SigningAlgorithms",
    KEY_AGREEMENT: "KeyAgreementAlgorithms",
  };
  const PAIRS = KEY_SPECS.filter(({ spec }) => spec !== "SYMMETRIC_DEFAULT" && spec !== "SM2" && !spec.startsWith("HMAC_"));
  const kinds = PAIRS.flatMap(({ spec, usages }) => usages.map((usage) => ({ spec: spec as AsymmetricSpec, usage })));

  it.each(kinds)("$spec for $usage: the key in its one encoding, and the algorithms that DescribeKey tells", async ({ spec, usage }) => {
    const { app, arn } = await oneKey({ spec, usage });
    const { PublicKey, ...reply } = app.getPublicKey({ KeyId: arn });
    const list = LISTS[usage];
    const described = app.describeKey({ KeyId: arn }).KeyMetadata as unknown as Record<string, unknown>;
    expect(reply).toEqual({
      KeyId: arn,
      CustomerMasterKeySpec: spec,
      KeySpec: spec,
      KeyUsage: usage,
      ...(list !== undefined && { [list]: described[list] }),
    });
    expect(readSpki(spec, PublicKey)).toBeDefined();
    expect(toHex(app.getPublicKey({ KeyId: arn }).PublicKey)).toBe(toHex(PublicKey));
  });

  it.each(["HMAC_224", "HMAC_256", "HMAC_384", "HMAC_512", "SYMMETRIC_DEFAULT"] as const satisfies KeySpec[])(
    "%s has none, and no words for it",
    async (spec) => {
      const { app, arn } = await oneKey({ spec });
      expect(refusal(() => app.getPublicKey({ KeyId: arn }))).toEqual({ name: "UnsupportedOperationException", message: "" });
    },
  );

  it.each(["RSA_2048", "RSA_3072", "RSA_4096"] as const satisfies RsaSpec[])(
    "%s is what OpenSSL derives from the private key",
    async (spec) => {
      const { app, arn } = await oneKey({ spec, usage: "SIGN_VERIFY" });
      const pkcs8 = createPrivateKey({ key: Buffer.from(rsaTestKey(spec)), type: "pkcs8", format: "der" });
      const expected = createPublicKey(pkcs8).export({ type: "spki", format: "der" }).toString("hex");
      expect(toHex(app.getPublicKey({ KeyId: arn }).PublicKey)).toBe(expected);
    },
  );

  type Ecdsa = { name: string; spec: "ECC_NIST_P256" | "ECC_NIST_P384" | "ECC_NIST_P521"; privateKey: string; publicPoint: string };
  it.each(vectors<{ vectors: Ecdsa[] }>("ecdsa").vectors)("$spec: the published point", async ({ spec, privateKey, publicPoint }) => {
    const material = writePkcs8(spec, writeDer(SEQUENCE, hex("020101"), writeDer(OCTET_STRING, hex(privateKey))));
    const { app, arn } = await oneKey({ spec, usage: "SIGN_VERIFY", dangerousKeyMaterial: material });
    expect(toHex(app.getPublicKey({ KeyId: arn }).PublicKey)).toBe(toHex(writeSpki(spec, hex(publicPoint))));
  });

  type Lattice = { spec: AsymmetricSpec; seed: string; publicKeySha256: string; publicKeyLength: number };
  it.each(vectors<{ vectors: Lattice[] }>("lattice-keys").vectors)("$spec: the published key", async (vector) => {
    const { spec, seed, publicKeySha256, publicKeyLength } = vector;
    const material = writePkcs8(spec, Uint8Array.of(0x80, seed.length / 2, ...hex(seed)));
    const { app, arn } = await oneKey({ spec, dangerousKeyMaterial: material });
    const raw = readSpki(spec, app.getPublicKey({ KeyId: arn }).PublicKey)!;
    expect(raw).toHaveLength(publicKeyLength);
    expect(createHash("sha256").update(raw).digest("hex")).toBe(publicKeySha256);
  });
});
