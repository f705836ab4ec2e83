import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { damaged, hex, toHex, utf8, vectors } from "../../crypto/bytes.ts";
import { refusal } from "../lab.ts";
import { oneKey } from "./one-key.ts";
import { describeOneKeyOperation, wrongUsageOf } from "./one-key-laws.ts";

const SPECS = ["HMAC_224", "HMAC_256", "HMAC_384", "HMAC_512"] as const;
type Spec = (typeof SPECS)[number];
const algorithmOf = (spec: Spec) => spec.replace("HMAC_", "HMAC_SHA_") as `HMAC_SHA_${224 | 256 | 384 | 512}`;
const hashOf = (spec: Spec) => spec.replace("HMAC_", "sha");

const material = hex("42".repeat(32));
const message = utf8("an order of three pencils");
const mac = Uint8Array.from(createHmac("sha256", material).update(message).digest());
const key = { spec: "HMAC_256", dangerousKeyMaterial: material } as const;
const common = {
  key,
  conditions: { "kms:MacAlgorithm": "HMAC_SHA_256", "kms:KeySpec": "HMAC_256", "kms:KeyUsage": "GENERATE_VERIFY_MAC" },
  logged: { macAlgorithm: "HMAC_SHA_256" },
  wrongKey: { spec: "SYMMETRIC_DEFAULT" },
} as const;

describeOneKeyOperation({
  ...common,
  operation: "GenerateMac",
  input: { Message: message, MacAlgorithm: "HMAC_SHA_256" },
  wrongUsage: wrongUsageOf("ENCRYPT_DECRYPT", "GenerateMac"),
});

describeOneKeyOperation({
  ...common,
  operation: "VerifyMac",
  input: { Message: message, MacAlgorithm: "HMAC_SHA_256", Mac: mac },
  wrongUsage: wrongUsageOf("ENCRYPT_DECRYPT", "VerifyMac"),
});

describe("GenerateMac and VerifyMac", () => {
  type Vector = { name: string; key: string; message: string } & Record<Spec, string>;
  const published = vectors<{ vectors: Vector[] }>("hmac").vectors;

  /**
   * The published keys are shorter or longer than KMS takes. HMAC pads a key with zeros up to the block of the hash and hashes one that is longer
   * (RFC 2104, section 2), so each has an equal that KMS does take.
   */
  function equalKey(spec: Spec, published: Uint8Array): Uint8Array {
    const block = spec === "HMAC_224" || spec === "HMAC_256" ? 64 : 128;
    if (published.length > block) return Uint8Array.from(createHash(hashOf(spec)).update(published).digest());
    return Uint8Array.from({ length: block }, (_, i) => published[i] ?? 0);
  }

  it.each(SPECS.flatMap((spec) => published.map((vector) => ({ spec, name: vector.name, vector }))))(
    "$spec gives and takes the published value: $name",
    async ({ spec, vector }) => {
      const { app, arn } = await oneKey({ spec, dangerousKeyMaterial: equalKey(spec, hex(vector.key)) });
      const request = { KeyId: arn, Message: hex(vector.message), MacAlgorithm: algorithmOf(spec) };
      const reply = app.generateMac(request);
      expect(reply).toEqual({ Mac: hex(vector[spec]), MacAlgorithm: algorithmOf(spec), KeyId: arn });
      expect(app.verifyMac({ ...request, Mac: reply.Mac })).toEqual({ KeyId: arn, MacValid: true, MacAlgorithm: algorithmOf(spec) });
    },
  );

  it("refuses every damaged MAC alike, without a message, in a dry run too", async () => {
    const { app, arn } = await oneKey(key);
    const verify = (Mac: Uint8Array, DryRun: boolean) =>
      refusal(() => app.verifyMac({ KeyId: arn, Message: message, MacAlgorithm: "HMAC_SHA_256", Mac, DryRun }));
    const INVALID = { name: "KMSInvalidMacException", message: "" };
    for (const other of damaged(mac)) if (other.length > 0) expect(verify(other, other.length % 2 === 0)).toEqual(INVALID);
    expect(verify(mac, true).name).toBe("DryRunOperationException");
  });

  it.each(SPECS)("%s refuses the algorithms of other keys, after its state", async (spec) => {
    const one = await oneKey({ spec });
    for (const other of SPECS.filter((name) => name !== spec)) {
      const request = { KeyId: one.arn, Message: message, MacAlgorithm: algorithmOf(other) };
      const INCOMPATIBLE = {
        name: "InvalidKeyUsageException",
        message: `Algorithm ${algorithmOf(other)} is incompatible with key spec ${spec}.`,
      };
      expect(refusal(() => one.app.generateMac(request))).toEqual(INCOMPATIBLE);
      expect(refusal(() => one.app.verifyMac({ ...request, Mac: mac }))).toEqual(INCOMPATIBLE);
      expect(refusal(() => one.app.generateMac({ ...request, DryRun: true }))).toEqual(INCOMPATIBLE);
    }
    one.change({ enabled: false });
    const wrong = { KeyId: one.arn, Message: message, MacAlgorithm: algorithmOf(spec === "HMAC_224" ? "HMAC_256" : "HMAC_224") };
    expect(refusal(() => one.app.generateMac(wrong)).name).toBe("DisabledException");
  });

  it("computes RFC 2104 over any message with any key, and verifies no other", async () => {
    const bytes = (minLength: number, maxLength: number) => fc.uint8Array({ minLength, maxLength });
    const cases = fc.record({ spec: fc.constantFrom(...SPECS), secret: bytes(64, 128), first: bytes(1, 4096), second: bytes(1, 64) });
    await fc.assert(
      fc.asyncProperty(cases, async ({ spec, secret, first, second }) => {
        const { app, arn } = await oneKey({ spec, dangerousKeyMaterial: secret });
        const request = { KeyId: arn, MacAlgorithm: algorithmOf(spec) };
        const { Mac } = app.generateMac({ ...request, Message: first });
        expect(toHex(Mac)).toBe(createHmac(hashOf(spec), secret).update(first).digest("hex"));
        expect(app.verifyMac({ ...request, Message: first, Mac }).MacValid).toBe(true);
        if (toHex(first) !== toHex(second)) expect(() => app.verifyMac({ ...request, Message: second, Mac })).toThrow();
      }),
      { numRuns: 60 },
    );
  });
});
