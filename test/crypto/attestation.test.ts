import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verifyAttestation } from "../../src/crypto/attestation.ts";
import { TrustedRoots } from "../../src/crypto/certificate-chain.ts";
import { hex } from "./bytes.ts";
import { cbor, chainOf, claimsOf, documentOf, ENCLAVE_SPKI, MODULE_ID, NOW, pair, pcr, type Signing } from "./enclave.ts";
import { must } from "./materials.ts";

const chain = chainOf();
const roots = must(TrustedRoots.from([chain.rootPem]));
const freshness = { maxAgeMs: 300_000, maxAheadMs: 60_000 };
const verifyOf = (document: Uint8Array, nowMs = NOW) => verifyAttestation({ document, roots, nowMs, freshness });
const judge = (document: Uint8Array, nowMs = NOW) => {
  const verified = verifyOf(document, nowMs);
  return verified.ok ? "verified" : verified.error;
};
const withClaims = (claims: Readonly<Record<string, unknown>>, signing?: Signing) =>
  documentOf(chain, new Map([...claimsOf(chain), ...Object.entries(claims)]), signing);
const good = documentOf(chain);

describe("an attestation document", () => {
  it("tells what it was made for, tagged or not", () => {
    const said = {
      moduleId: MODULE_ID,
      kind: "enclave",
      pcrs: new Map([0, 1, 2, 3, 4, 8].map((n) => [n, pcr(n)])),
      publicKey: { spec: "RSA_2048", spki: ENCLAVE_SPKI },
    };
    expect(must(verifyOf(good))).toEqual(said);
    expect(must(verifyOf(Uint8Array.of(0xd2, ...good)))).toEqual(said);
    expect(judge(Uint8Array.of(0xd1, ...good))).toBe("malformed");
    expect(judge(Uint8Array.of(0xd2, 0xd2, ...good))).toBe("malformed");
  });

  it("of NitroTPM has registers of its own", () => {
    const tpm = (registers: unknown) => withClaims({ pcrs: null, nitrotpm_pcrs: registers });
    expect(
      must(
        verifyOf(
          tpm(
            new Map([
              [4, pcr(4)],
              [23, pcr(7)],
            ]),
          ),
        ),
      ),
    ).toMatchObject({
      kind: "tpm",
      pcrs: new Map([
        [4, pcr(4)],
        [23, pcr(7)],
      ]),
    });
    expect(judge(tpm(new Map([[24, pcr(4)]])))).toBe("malformed");
    expect(judge(withClaims({ nitrotpm_pcrs: new Map([[4, pcr(4)]]) }))).toBe("malformed"); // both
    expect(judge(tpm(null))).toBe("malformed"); // neither
  });

  it("serves from a minute before it was made to five minutes after", () => {
    const [early, late] = [-60_000, 300_000];
    expect([early - 1, early, 0, late, late + 1].map((offset) => judge(good, NOW + offset))).toEqual([
      "not-fresh",
      "verified",
      "verified",
      "verified",
      "not-fresh",
    ]);
    expect(judge(good, Number.NaN)).toBe("certificate-not-valid-now");
  });

  it("is by who is trusted, in the time of the certificates", () => {
    const other = chainOf();
    expect(judge(documentOf(other))).toBe("untrusted-root");
    expect(judge(good, NOW + 4 * 3_600_000)).toBe("certificate-not-valid-now");
    expect(judge(documentOf(other, claimsOf(chain)))).toBe("wrong-signature"); // the chain of one, the key of another
    expect(judge(documentOf(chain, claimsOf(chain), { key: pair().privateKey }))).toBe("wrong-signature");
    expect(judge(withClaims({}, { hash: "sha256" }))).toBe("wrong-signature");
  });

  const rsa = (modulusLength: number) =>
    Uint8Array.from(generateKeyPairSync("rsa", { modulusLength }).publicKey.export({ type: "spki", format: "der" }));

  it.each<[string, unknown]>([
    ["none", null],
    ["a curve's", Uint8Array.from(pair().publicKey.export({ type: "spki", format: "der" }))],
    ["too short", rsa(1024)],
    ["cut off", ENCLAVE_SPKI.slice(0, -1)],
    ["too long", Uint8Array.of(...ENCLAVE_SPKI, 0)],
  ])("has no key to answer to: %s", (_, public_key) => expect(judge(withClaims({ public_key }))).toBe("no-public-key"));

  const registers = (count: number) => new Map(Array.from({ length: count }, (_, n) => [n, pcr(0)]));

  it.each<[string, Readonly<Record<string, unknown>>, boolean]>([
    ["all 32 registers", { pcrs: registers(32) }, true],
    [
      "registers of SHA-256 and SHA-512",
      {
        pcrs: new Map([
          [0, new Uint8Array(32)],
          [31, new Uint8Array(64)],
        ]),
      },
      true,
    ],
    ["user data and a nonce", { user_data: new Uint8Array(512), nonce: new Uint8Array(0) }, true],
    ["members of other names", { later: [new Map([["x", null]])] }, true],
    ["no module", { module_id: null }, false],
    ["a module without a name", { module_id: "" }, false],
    ["another digest", { digest: "SHA256" }, false],
    ["no time", { timestamp: null }, false],
    ["time zero", { timestamp: 0 }, false],
    ["a time before time", { timestamp: -1 }, false],
    ["time as text", { timestamp: String(NOW) }, false],
    ["no registers", { pcrs: null }, false],
    ["none in them", { pcrs: new Map() }, false],
    ["a 33rd register", { pcrs: registers(33) }, false],
    ["a register below zero", { pcrs: new Map([[-1, pcr(0)]]) }, false],
    ["a register by name", { pcrs: new Map([["0", pcr(0)]]) }, false],
    ["a register of 47 bytes", { pcrs: new Map([[0, new Uint8Array(47)]]) }, false],
    ["a register as text", { pcrs: new Map([[0, "0".repeat(48)]]) }, false],
    ["registers in a list", { pcrs: [pcr(0)] }, false],
    ["no certificate", { certificate: null }, false],
    ["a certificate of no bytes", { certificate: new Uint8Array() }, false],
    ["a certificate too long", { certificate: new Uint8Array(1025) }, false],
    ["no bundle", { cabundle: null }, false],
    ["nothing in it", { cabundle: [] }, false],
    ["more in it than a chain may have", { cabundle: Array.from({ length: 8 }, () => chain.raws[0]) }, false],
    ["text in it", { cabundle: ["root"] }, false],
    ["a key too long", { public_key: new Uint8Array(1025) }, false],
    ["a key as text", { public_key: "key" }, false],
    ["user data too long", { user_data: new Uint8Array(1025) }, false],
    ["a nonce as text", { nonce: "n" }, false],
  ])("with %s", (_, claims, accepted) => expect(judge(withClaims(claims))).toBe(accepted ? "verified" : "malformed"));

  it.each<[string, Signing]>([
    ["another algorithm", { header: new Map([[1, -7]]) }],
    ["no algorithm", { header: new Map() }],
    [
      "another header",
      {
        header: new Map([
          [1, -35],
          [2, []],
        ] as readonly (readonly [number, unknown])[]),
      },
    ],
    ["a header that is no map", { header: [1, -35] }],
    ["an unprotected header", { unprotected: new Map([[1, -35]]) }],
    ["an unprotected header that is no map", { unprotected: 0 }],
    ["a payload that is no map", { payload: cbor([1]) }],
    ["a payload that is nothing", { payload: new Uint8Array() }],
    ["a payload too long", { payload: cbor(new Map([...claimsOf(chain), ["later", new Uint8Array(16_384)]])) }],
    ["a member twice", { payload: Uint8Array.of(0xa2, ...cbor("digest"), ...cbor("SHA384"), ...cbor("digest"), ...cbor("SHA384")) }],
  ])("is signed with %s", (_, signing) => expect(judge(documentOf(chain, claimsOf(chain), signing))).toBe("malformed"));

  it("is none of other CBOR", () => {
    const parts = [cbor(new Map([[1, -35]])), new Map(), cbor(claimsOf(chain)), new Uint8Array(96)];
    for (const other of [
      null,
      1,
      "x",
      [],
      parts.slice(0, 3),
      [...parts, null],
      new Map([[0, parts]]),
      [...parts.slice(0, 3), new Uint8Array(95)],
    ]) {
      expect(judge(Uint8Array.from(cbor(other)))).toBe("malformed");
    }
    expect(judge(Uint8Array.from(cbor(parts)))).toBe("wrong-signature");
  });

  it("does not serve cut off, nor with anything around it", () => {
    for (let length = 0; length < good.length; length++) expect(judge(good.slice(0, length))).toBe("malformed");
    expect(judge(Uint8Array.of(...good, 0))).toBe("malformed");
    expect(judge(Uint8Array.of(0, ...good))).toBe("malformed");
    expect(judge(new Uint8Array(262_144).fill(0x81))).toBe("malformed");
  });

  it("does not serve with any bit flipped, whichever", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 * good.length - 1 }), (bit) => {
        const flipped = Uint8Array.from(good);
        flipped[bit >> 3]! ^= 1 << (bit & 7);
        expect(verifyOf(flipped).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
    for (const bit of Array.from({ length: 8 * 12 }, (_, at) => at)) {
      const flipped = Uint8Array.from(good);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      expect(verifyOf(flipped).ok, `bit ${bit}`).toBe(false); // of the head, which the signature does not cover
    }
  });

  it("never throws on claims of any shape", () => {
    const shape = fc.oneof(
      fc.integer(),
      fc.string(),
      fc.uint8Array({ maxLength: 100 }),
      fc.constant(null),
      fc.array(fc.uint8Array()),
      fc.constant(new Map()),
    );
    const name = fc.constantFrom(...claimsOf(chain).keys(), "nitrotpm_pcrs");
    fc.assert(
      fc.property(fc.dictionary(name, shape), (claims) => {
        expect(["malformed", "malformed-certificate", "no-public-key", "not-fresh", "verified", "untrusted-root"]).toContain(
          judge(withClaims(claims)),
        );
      }),
      { numRuns: 100 },
    );
    expect(judge(hex("84"))).toBe("malformed");
  });
});
