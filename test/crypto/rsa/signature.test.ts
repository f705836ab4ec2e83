import { constants, createHash, createPrivateKey, createPublicKey, sign as nodeSign, verify as nodeVerify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { publicKeyOf, sign, verifyWithPublicKey } from "../../../src/crypto/perform.ts";
import { toHex, utf8 } from "../bytes.ts";
import { freshMaterial, must, randomBytes, rsaTestKey } from "../materials.ts";

const message = utf8("an invoice");
const digestOf = (hash: string) => Uint8Array.from(createHash(hash).update(message).digest());

describe("RSA against Node itself", () => {
  const pkcs8 = rsaTestKey("RSA_2048");
  const privateKey = createPrivateKey({ key: Buffer.from(pkcs8), type: "pkcs8", format: "der" });
  const publicKey = createPublicKey(privateKey);
  const material = freshMaterial("RSA_2048");
  const spki = must(publicKeyOf(material));
  const pss = (saltLength: number) => ({ padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });

  it("crypto.sign over a digest would hash it again; ours is a signature of the message (trap 1)", () => {
    for (const bits of [256, 384, 512] as const) {
      const digest = digestOf(`sha${bits}`);
      const ours = must(
        sign(material, { algorithm: `RSASSA_PKCS1_V1_5_SHA_${bits}`, messageType: "DIGEST", message: digest }, randomBytes),
      );
      expect(toHex(ours)).toBe(nodeSign(`sha${bits}`, message, privateKey).toString("hex"));
      expect(toHex(ours)).not.toBe(nodeSign(null, digest, privateKey).toString("hex"));
    }
  });

  it("PSS salts are as long as the digest, on both sides and in both forms (trap 2)", () => {
    for (const bits of [256, 384, 512] as const) {
      const algorithm = `RSASSA_PSS_SHA_${bits}` as const;
      const forms = [
        { messageType: "RAW", message },
        { messageType: "DIGEST", message: digestOf(`sha${bits}`) },
      ] as const;
      for (const form of forms) {
        const ours = must(sign(material, { algorithm, ...form }, randomBytes));
        expect(nodeVerify(`sha${bits}`, message, { key: publicKey, ...pss(bits / 8) }, ours)).toBe(true);
        for (const saltLength of [0, bits / 8 - 1, constants.RSA_PSS_SALTLEN_MAX_SIGN]) {
          const theirs = nodeSign(`sha${bits}`, message, { key: privateKey, ...pss(saltLength) });
          expect(verifyWithPublicKey({ spec: "RSA_2048", spki, algorithm, ...form, signature: theirs })).toEqual({
            ok: false,
            error: "invalid-signature",
          });
        }
      }
    }
  });

  it("a signature without its leading zero is none, in either form", () => {
    const algorithm = "RSASSA_PSS_SHA_256";
    const digest = { messageType: "DIGEST", message: digestOf("sha256") } as const;
    const made = () => must(sign(material, { algorithm, ...digest }, randomBytes));
    let signature = made();
    while (signature[0] !== 0) signature = made();
    for (const form of [{ messageType: "RAW", message }, digest] as const) {
      const verified = (signature: Uint8Array) => verifyWithPublicKey({ spec: "RSA_2048", spki, algorithm, ...form, signature }).ok;
      expect([verified(signature), verified(signature.subarray(1))]).toEqual([true, false]);
    }
  });

  it("a bare hash under PKCS #1 padding, without DigestInfo, is no signature", async () => {
    const { privateEncrypt } = await import("node:crypto");
    const digest = digestOf("sha256");
    const forged = privateEncrypt({ key: privateKey, padding: constants.RSA_PKCS1_PADDING }, digest);
    const input = { spec: "RSA_2048", spki, algorithm: "RSASSA_PKCS1_V1_5_SHA_256", messageType: "DIGEST", message: digest } as const;
    expect(verifyWithPublicKey({ ...input, signature: forged })).toEqual({ ok: false, error: "invalid-signature" });
  });
});
