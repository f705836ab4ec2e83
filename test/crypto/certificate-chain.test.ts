import { createHash, X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { AWS_NITRO_ROOT, TrustedRoots } from "../../src/crypto/certificate-chain.ts";
import { hex } from "./bytes.ts";
import { type Chain, caExtension, chainOf, extension, mayCertify, maySign, NOW, pair, pemOf, type Tweaks } from "./enclave.ts";
import { must } from "./materials.ts";

const HOUR = 3_600_000;
const judged = (chain: Chain, at = NOW, roots = must(TrustedRoots.from([chain.rootPem]))) => {
  const key = roots.leafKey(chain.raws, at);
  return key.ok ? "trusted" : key.error;
};
const judge = (tweaks: Tweaks, at?: number) => judged(chainOf(tweaks), at);

describe("a chain of certificates", () => {
  it("gives the key of its leaf, each time it is shown", () => {
    const chain = chainOf();
    const roots = must(TrustedRoots.from([chain.rootPem]));
    for (let i = 0; i < 2; i++) expect(must(roots.leafKey(chain.raws, NOW)).equals(chain.leafKeys.publicKey)).toBe(true);
  });

  it("serves in the time of all its certificates, also when it is known", () => {
    const chain = chainOf();
    const roots = must(TrustedRoots.from([chain.rootPem]));
    const times = [-HOUR, 3 * HOUR, 3 * HOUR + 1, -HOUR - 1, 0];
    expect(times.map((offset) => judged(chain, NOW + offset, roots))).toEqual([
      "trusted",
      "trusted",
      "certificate-not-valid-now",
      "certificate-not-valid-now",
      "trusted",
    ]);
    for (const which of ["root", "authority", "leaf"] as const) {
      expect(judge({ [which]: { toMs: NOW - 1000 } })).toBe("certificate-not-valid-now");
      expect(judge({ [which]: { fromMs: NOW + 1000 } })).toBe("certificate-not-valid-now");
    }
  });

  it("stays judged after more chains than are remembered", () => {
    const [authority, keys] = [pair(), pair()];
    const first = chainOf({ authority: { keys: authority }, leaf: { keys, signer: authority } });
    const roots = must(TrustedRoots.from([first.rootPem]));
    for (let i = 0; i < 66; i++) {
      const leaf = chainOf({ leaf: { keys, signer: authority } }).raws[2]!;
      expect(judged({ ...first, raws: [first.raws[0]!, first.raws[1]!, leaf] }, NOW, roots)).toBe("trusted");
    }
    expect(judged(first, NOW, roots)).toBe("trusted");
    expect(judged({ ...first, raws: [first.raws[0]!, first.raws[1]!, chainOf().raws[2]!] }, NOW, roots)).toBe("broken-chain");
  });

  it("ends at a root that was given, even where names agree", () => {
    const chain = chainOf();
    expect(judged(chain, NOW, must(TrustedRoots.from([chainOf().rootPem])))).toBe("untrusted-root");
    expect(judged(chain, NOW, must(TrustedRoots.from([AWS_NITRO_ROOT])))).toBe("untrusted-root");
    expect(judged(chain, NOW, must(TrustedRoots.from([AWS_NITRO_ROOT, chain.rootPem])))).toBe("trusted");
    expect(judged(chain, NOW, must(TrustedRoots.from([AWS_NITRO_ROOT + chain.rootPem])))).toBe("trusted");
  });

  const P256 = pair("prime256v1");
  const unknown = (critical: boolean) => extension("2a03", hex("0500"), critical);

  // biome-ignore format: a table reads as a table
  it.each<[string, Tweaks, string]>([
    ["signed by another",                   { leaf: { signer: pair() } },                                              "broken-chain"],
    ["an authority signed by another",      { authority: { signer: pair() } },                                         "broken-chain"],
    ["issued by another name",              { leaf: { issuer: "other" } },                                             "broken-chain"],
    ["a leaf that may not sign",            { leaf: { extensions: [] } },                                              "broken-chain"],
    ["a leaf that certifies only",          { leaf: { extensions: [mayCertify()] } },                                  "broken-chain"],
    ["an authority as the leaf",            { leaf: { extensions: [caExtension(), maySign()] } },                      "broken-chain"],
    ["an authority that is none",           { authority: { extensions: [mayCertify()] } },                             "broken-chain"],
    ["an authority that may not certify",   { authority: { extensions: [caExtension(), maySign()] } },                 "broken-chain"],
    ["an authority of no stated use",       { authority: { extensions: [caExtension()] } },                            "broken-chain"],
    ["a longer path than the root lets",    { root: { extensions: [caExtension(0), mayCertify()] } },                  "broken-chain"],
    ["the wrong way round",                 { chain: ([root, authority, leaf]) => [root!, leaf!, authority!] },        "broken-chain"],
    ["without its authority",               { chain: ([root, , leaf]) => [root!, leaf!] },                             "broken-chain"],
    ["without its root",                    { chain: ([, ...rest]) => rest },                                          "untrusted-root"],
    ["its root alone",                      { chain: ([root]) => [root!] },                                            "malformed-certificate"],
    ["empty",                               { chain: () => [] },                                                       "malformed-certificate"],
    ["a key of another curve",              { leaf: { keys: P256 } },                                                  "malformed-certificate"],
    ["an unknown critical extension",       { leaf: { extensions: [maySign(), unknown(true)] } },                      "malformed-certificate"],
    ["an extension twice",                  { leaf: { extensions: [maySign(), maySign()] } },                          "malformed-certificate"],
    ["another hash",                        { leaf: { hash: "sha256", algorithm: hex("300a06082a8648ce3d040302") } },  "malformed-certificate"],
    ["another hash than it says",           { leaf: { hash: "sha256" } },                                              "broken-chain"],
    ["bytes after a certificate",           { chain: ([r, a, leaf]) => [r!, a!, Uint8Array.of(...leaf!, 0)] },         "malformed-certificate"],
    ["PEM for DER",                         { chain: ([r, a, leaf]) => [r!, a!, Buffer.from(pemOf(leaf!))] },          "malformed-certificate"],
    ["an extension that is not understood", { leaf: { extensions: [maySign(), unknown(false)] } },                     "trusted"],
    ["a root with just enough of a path",   { root: { extensions: [caExtension(1), mayCertify()] } },                  "trusted"],
  ])("%s", (_, tweaks, expected) => expect(judge(tweaks)).toBe(expected));
});

describe("roots", () => {
  it("has that of AWS as it is published", () => {
    const { raw, subject } = new X509Certificate(AWS_NITRO_ROOT);
    expect(createHash("sha256").update(raw).digest("hex")).toBe("641a0321a3e244efe456463195d606317ed7cdcc3c1756e09893f3c68f79bb5b");
    expect(subject).toContain("CN=aws.nitro-enclaves");
    expect(TrustedRoots.from([AWS_NITRO_ROOT]).ok).toBe(true);
  });

  it("refuses what is no root, and tells which it was", () => {
    const chain = chainOf();
    const faulty = [
      "",
      "no certificate",
      pemOf(chain.raws[1]!),
      pemOf(chain.raws[2]!),
      chain.rootPem.slice(0, -30),
      `${chain.rootPem}${pemOf(hex("3000"))}`,
    ];
    for (const text of faulty) expect(TrustedRoots.from([chain.rootPem, text])).toEqual({ ok: false, error: 1 });
    expect(TrustedRoots.from([]).ok).toBe(true); // nobody is trusted
  });
});
