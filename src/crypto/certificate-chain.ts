import { createHash, type KeyObject, X509Certificate } from "node:crypto";
import { fail, ok, type Result } from "../base/result.ts";
import { type Certificate, readCertificate } from "./certificate.ts";

export type ChainFault = "malformed-certificate" | "untrusted-root" | "broken-chain" | "certificate-not-valid-now";

/**
 * Roots of trust, and the judgement of certificate chains by them. No lists of revoked certificates: the leaves live for hours (Nitro Enclaves, attestation
 * process).
 */
export class TrustedRoots {
  readonly #fingerprints: ReadonlySet<string>;
  readonly #verified = new Map<string, Verified>(); // a chain costs milliseconds, and an enclave shows the same for hours

  private constructor(fingerprints: ReadonlySet<string>) {
    this.#fingerprints = fingerprints;
  }

  /** From texts in PEM, each with one certificate or more. Fails with the position of the first text in which anything is no root: a CA that signed itself. */
  static from(texts: readonly string[]): Result<TrustedRoots, number> {
    const fingerprints = new Set<string>();
    for (const [position, text] of texts.entries()) {
      const certificates = text.split(END_OF_PEM).slice(0, -1);
      if (certificates.length === 0) return fail(position);
      for (const pem of certificates) {
        const raw = derOf(`${pem}${END_OF_PEM}`);
        const root = raw && readCertificate(raw);
        if (!root?.isCa || !root.mayCertify || !isIssuedBy(root, root)) return fail(position);
        fingerprints.add(sha256(root.x509.raw));
      }
    }
    return ok(new TrustedRoots(fingerprints));
  }

  /**
   * The key of the leaf. `chain` is DER from the root down to the leaf, which signs no certificates; `atMs` must be in the time of all.
   *
   * @internal
   */
  leafKey(chain: readonly Uint8Array[], atMs: number): Result<KeyObject, ChainFault> {
    const identity = chain.map(sha256).join();
    const known = this.#verified.get(identity);
    const verified = known === undefined ? this.#verify(chain) : ok(known);
    if (!verified.ok) return verified;
    const { notBeforeMs, notAfterMs, key } = verified.value;
    if (!(atMs >= notBeforeMs && atMs <= notAfterMs)) return fail("certificate-not-valid-now");
    if (known === undefined) this.#remember(identity, verified.value);
    return ok(key);
  }

  #verify(chain: readonly Uint8Array[]): Result<Verified, ChainFault> {
    const certificates = chain.map(readCertificate).filter((certificate) => certificate !== undefined);
    const [root, leaf] = [certificates[0], certificates.at(-1)];
    if (certificates.length !== chain.length || chain.length < 2 || !root || !leaf) return fail("malformed-certificate");
    if (!this.#fingerprints.has(sha256(root.x509.raw))) return fail("untrusted-root");
    const sound = certificates.every((certificate, at) => {
      const below = certificates.length - at - 1; // certificates after this one, the leaf among them
      return (
        isIssuedBy(certificate, certificates[at - 1] ?? root) && (below === 0 ? isLeaf(certificate) : mayHaveBelow(certificate, below - 1))
      );
    });
    if (!sound) return fail("broken-chain");
    const times = certificates.map(({ notBeforeMs, notAfterMs }) => [notBeforeMs, notAfterMs] as const);
    return ok({
      key: leaf.x509.publicKey,
      notBeforeMs: Math.max(...times.map(([from]) => from)), // NaN if any is
      notAfterMs: Math.min(...times.map(([, to]) => to)),
    });
  }

  #remember(identity: string, verified: Verified): void {
    const [oldest] = this.#verified.keys();
    if (this.#verified.size >= REMEMBERED && oldest !== undefined) this.#verified.delete(oldest);
    this.#verified.set(identity, verified);
  }
}

type Verified = { readonly key: KeyObject; readonly notBeforeMs: number; readonly notAfterMs: number };

const REMEMBERED = 64;
const END_OF_PEM = "-----END CERTIFICATE-----";

const isLeaf = ({ isCa, maySign, pathLength }: Certificate): boolean => !isCa && maySign && pathLength === undefined;

const mayHaveBelow = ({ isCa, mayCertify, pathLength }: Certificate, authorities: number): boolean =>
  isCa && mayCertify && (pathLength === undefined || pathLength >= authorities);

function isIssuedBy({ x509 }: Certificate, { x509: issuer }: Certificate): boolean {
  try {
    return x509.checkIssued(issuer) && x509.verify(issuer.publicKey);
  } catch {
    return false;
  }
}

function derOf(pem: string): Uint8Array | undefined {
  try {
    return new X509Certificate(pem).raw;
  } catch {
    return undefined;
  }
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/**
 * G1 of AWS Nitro Enclaves: `CN=aws.nitro-enclaves`, P-384, until 2049-10-28; SHA-256 of its DER
 * 641a0321a3e244efe456463195d606317ed7cdcc3c1756e09893f3c68f79bb5b. Other partitions have roots of their own. Source: AWS Nitro Enclaves User Guide,
 * "Verifying the root of trust".
 */
export const AWS_NITRO_ROOT = `-----BEGIN CERTIFICATE-----
MIICETCCAZagAwIBAgIRAPkxdWgbkK/hHUbMtOTn+FYwCgYIKoZIzj0EAwMwSTEL
MAkGA1UEBhMCVVMxDzANBgNVBAoMBkFtYXpvbjEMMAoGA1UECwwDQVdTMRswGQYD
VQQDDBJhd3Mubml0cm8tZW5jbGF2ZXMwHhcNMTkxMDI4MTMyODA1WhcNNDkxMDI4
MTQyODA1WjBJMQswCQYDVQQGEwJVUzEPMA0GA1UECgwGQW1hem9uMQwwCgYDVQQL
DANBV1MxGzAZBgNVBAMMEmF3cy5uaXRyby1lbmNsYXZlczB2MBAGByqGSM49AgEG
BSuBBAAiA2IABPwCVOumCMHzaHDimtqQvkY4MpJzbolL//Zy2YlES1BR5TSksfbb
48C8WBoyt7F2Bw7eEtaaP+ohG2bnUs990d0JX28TcPQXCEPZ3BABIeTPYwEoCWZE
h8l5YoQwTcU/9KNCMEAwDwYDVR0TAQH/BAUwAwEB/zAdBgNVHQ4EFgQUkCW1DdkF
R+eWw5b6cp3PmanfS5YwDgYDVR0PAQH/BAQDAgGGMAoGCCqGSM49BAMDA2kAMGYC
MQCjfy+Rocm9Xue4YnwWmNJVA44fA0P5W2OpYow9OYCVRaEevL8uO1XYru5xtMPW
rfMCMQCi85sWBbJwKKXdS6BptQFuZbT73o/gBh1qUxl/nNr12UO8Yfwr6wPLb+6N
IwLz3/Y=
-----END CERTIFICATE-----
`;
