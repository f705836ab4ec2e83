import { concatBytes } from "@noble/hashes/utils.js";
import { fail, ok, type Result } from "../base/result.ts";
import { DAY_MS } from "../base/time.ts";
import type { WrappingAlgorithm } from "./import-wrapping.ts";
import { dangerouslyExportMaterial, KeyMaterial } from "./key-material.ts";
import type { RsaSpec } from "./key-spec.ts";
import type { RootKey } from "./root-key.ts";

/** What ImportKeyMaterial must know again of the GetParametersForImport before it. The service keeps no copy: the token carries it. */
export type ImportParameters = {
  readonly wrappingKey: KeyMaterial<RsaSpec>;
  readonly algorithm: WrappingAlgorithm;
  readonly notAfterMs: number; // milliseconds since the Unix epoch, the last at which the token serves
};

/** How long a token serves: 24 hours (KMS API Reference, GetParametersForImport). */
export const TOKEN_LIFETIME_MS = DAY_MS;

// Positions in these lists are written into tokens: add at the end.
const SPECS: readonly RsaSpec[] = ["RSA_2048", "RSA_3072", "RSA_4096"];
const ALGORITHMS: readonly WrappingAlgorithm[] = [
  "RSAES_OAEP_SHA_1",
  "RSAES_OAEP_SHA_256",
  "RSA_AES_KEY_WRAP_SHA_1",
  "RSA_AES_KEY_WRAP_SHA_256",
];
const KEY_AT = 10;

/**
 * A token only the holder of the root key can make or read, for one KMS key. `boundTo` names that key, `nonce` has 24 bytes.
 *
 * - Shape, sealed: u8 wrapping key spec, u8 wrapping algorithm, f64 notAfterMs, PKCS #8 of the wrapping key. At most 2500 bytes in all.
 * - Source: our own; tokens of AWS are opaque.
 */
export function sealImportToken(parts: {
  readonly root: RootKey;
  readonly parameters: ImportParameters;
  readonly boundTo: string;
  readonly nonce: Uint8Array;
}): Uint8Array {
  const { wrappingKey, algorithm, notAfterMs } = parts.parameters;
  const head = new Uint8Array(KEY_AT);
  head.set([SPECS.indexOf(wrappingKey.spec), ALGORITHMS.indexOf(algorithm)]);
  new DataView(head.buffer).setFloat64(2, notAfterMs);
  const plaintext = concatBytes(head, dangerouslyExportMaterial(wrappingKey));
  return parts.root.seal("import-token", { nonce: parts.nonce, boundTo: parts.boundTo, plaintext });
}

export type ImportTokenError = "invalid-import-token" | "expired-import-token";

/** Damaged, made for another key or under another root: invalid, and nothing more is said. */
export function openImportToken(parts: {
  readonly root: RootKey;
  readonly token: Uint8Array;
  readonly boundTo: string;
  readonly nowMs: number;
}): Result<ImportParameters, ImportTokenError> {
  const { root, token, boundTo, nowMs } = parts;
  const bytes = root.open("import-token", { sealed: token, boundTo });
  const [spec, algorithm] = [SPECS[bytes?.[0] ?? -1], ALGORITHMS[bytes?.[1] ?? -1]];
  if (!bytes || !spec || !algorithm) return fail("invalid-import-token");
  const notAfterMs = new DataView(bytes.buffer, bytes.byteOffset).getFloat64(2);
  if (!(nowMs <= notAfterMs)) return fail("expired-import-token");
  return ok({ wrappingKey: new KeyMaterial({ spec, keyId: boundTo, bytes: bytes.subarray(KEY_AT) }), algorithm, notAfterMs });
}
