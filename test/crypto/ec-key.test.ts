import { createECDH, createPrivateKey, generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readDer, readOne, SEQUENCE, writeDer } from "../../src/crypto/der.ts";
import { dangerouslyExportMaterial } from "../../src/crypto/key-material.ts";
import { importMaterial, publicKeyOf } from "../../src/crypto/perform.ts";
import { writePkcs8 } from "../../src/crypto/spki.ts";
import { hex, toHex } from "./bytes.ts";
import { must } from "./materials.ts";

const imported = (spec: string, bytes: Uint8Array) => importMaterial({ spec, keyId: "k1", bytes });
const REFUSED = { ok: false, error: "invalid-key-material" };

describe("elliptic-curve private keys", () => {
  const scalar = hex("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721");
  const wrongPoint = createECDH("prime256v1").generateKeys();
  const ecKey = (...parts: Uint8Array[]) => writePkcs8("ECC_NIST_P256", writeDer(SEQUENCE, hex("020101"), ...parts));
  const withPoint = (point: Uint8Array) => ecKey(writeDer(4, scalar), writeDer(0xa1, writeDer(3, hex("00"), point)));

  it("show the point of their scalar, whatever the document claims (trap 7)", () => {
    const claimed = withPoint(wrongPoint);
    const believed = createPrivateKey({ key: Buffer.from(claimed), type: "pkcs8", format: "der" }).export({ format: "jwk" });
    expect(believed.x).toBe(wrongPoint.subarray(1, 33).toString("base64url")); // OpenSSL believes it
    const material = must(imported("ECC_NIST_P256", claimed));
    expect(toHex(must(publicKeyOf(material)))).toContain("60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6");
    expect(material.id).toBe(must(imported("ECC_NIST_P256", ecKey(writeDer(4, scalar)))).id);
  });

  it("may have attributes and a public key behind them, nothing else, and a known version (RFC 5958)", () => {
    const parts = readDer(readOne(SEQUENCE, ecKey(writeDer(4, scalar)))!)!.map(({ whole }) => whole);
    const followed = (...more: Uint8Array[]) => imported("ECC_NIST_P256", writeDer(SEQUENCE, ...parts, ...more));
    expect(followed(hex("a000"), hex("810100")).ok).toBe(true);
    expect(followed(hex("0500"))).toEqual(REFUSED);
    expect(imported("ECC_NIST_P256", writeDer(SEQUENCE, hex("020101"), ...parts.slice(1))).ok).toBe(true);
    expect(imported("ECC_NIST_P256", writeDer(SEQUENCE, hex("020102"), ...parts.slice(1)))).toEqual(REFUSED);
  });

  it("are what Node exports", () => {
    for (const [spec, namedCurve] of [
      ["ECC_NIST_P384", "secp384r1"],
      ["ECC_NIST_P521", "secp521r1"],
      ["ECC_SECG_P256K1", "secp256k1"],
    ] as const) {
      const exported = generateKeyPairSync("ec", { namedCurve }).privateKey.export({ type: "pkcs8", format: "der" });
      expect(toHex(dangerouslyExportMaterial(must(imported(spec, exported))))).toBe(exported.toString("hex"));
    }
  });

  it.each([
    ["zero", "00".repeat(32)],
    ["the order", "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"],
    ["too short", "01".repeat(31)],
    ["too long", `00${"01".repeat(32)}`],
  ])("are refused with a scalar that is %s", (_, digits) =>
    expect(imported("ECC_NIST_P256", ecKey(writeDer(4, hex(digits))))).toEqual(REFUSED),
  );
});
