import { fail, ok, type Result } from "../../base/result.ts";
import { fromBase64, toBase64 } from "../../crypto/byte-text.ts";
import { sameBytes } from "../../crypto/same-bytes.ts";
import { fitsPlaintext, integrityValue, type StoreCiphertext } from "../../crypto/store-ciphertext.ts";
import { integer, listOf, oneOf, request, text } from "../input.ts";
import type { Member } from "../member.ts";
import { memberReader, REFUSED } from "../member-reader.ts";
import type { KeyStore } from "./key-store.ts";
import { faultNamed, type XksFault } from "./xks-faults.ts";
import type { XksTransport } from "./xks-transport.ts";

/**
 * The four calls of the External Key Store Proxy API, version 1. A proxy is another party: what it answers is checked in shape, length and integrity
 * before anything is done with it.
 */
export type ProxyLink = {
  readonly transport: XksTransport;
  readonly store: Pick<KeyStore, "settings" | "secrets" | "region">;
  readonly now: () => number;
};

/** `requestMetadata`: what the proxy may log and authorize on. */
export type RequestMetadata = {
  readonly kmsRequestId: string;
  readonly kmsOperation: string;
  readonly awsPrincipalArn?: string; // not on health
  readonly kmsKeyArn?: string; // of cryptographic operations
  readonly kmsViaService?: string;
  readonly awsSourceVpc?: string;
  readonly awsSourceVpce?: string;
};

const name = text(0, Number.POSITIVE_INFINITY);
const HEALTH = request({
  xksProxyFleetSize: integer(1, Number.MAX_SAFE_INTEGER),
  xksProxyVendor: name,
  xksProxyModel: name,
  ekmVendor: name,
  ekmFleetDetails: listOf(request({ id: name, model: name, healthStatus: oneOf(["ACTIVE", "DEGRADED", "UNAVAILABLE"]) }), 1, 10),
});

/** GetHealthStatus: whether at least one external key manager serves. */
export async function checkHealth(link: ProxyLink, requestMetadata: RequestMetadata): Promise<Result<undefined, XksFault>> {
  const answer = await post(link, "/health", { requestMetadata }, HEALTH);
  if (!answer.ok) return answer;
  const serves = answer.value.ekmFleetDetails.some(({ healthStatus }) => healthStatus !== "UNAVAILABLE");
  return serves ? ok(undefined) : fail("no key manager");
}

const METADATA = request({ keySpec: name, keyUsage: listOf(name, 0, 10), keyStatus: name });

/** GetKeyMetadata: whether a KMS key can stand on the external key (KMS Developer Guide, requirements for external keys). */
export async function checkExternalKey(
  link: ProxyLink,
  xksKeyId: string,
  requestMetadata: RequestMetadata,
): Promise<Result<{ readonly fits: boolean }, XksFault>> {
  const answer = await post(link, `/keys/${xksKeyId}/metadata`, { requestMetadata }, METADATA);
  if (!answer.ok) return answer;
  const { keySpec, keyUsage, keyStatus } = answer.value;
  return ok({ fits: keySpec === "AES_256" && keyUsage.includes("ENCRYPT") && keyUsage.includes("DECRYPT") && keyStatus === "ENABLED" });
}

const ENCRYPTED = request({
  ciphertext: name,
  initializationVector: name,
  authenticationTag: name,
  ciphertextMetadata: name.optional(),
  ciphertextDataIntegrityValue: name,
});

/** Encrypt. The integrity value is always asked for: what was damaged on the way is never stored. */
export async function wrap(
  link: ProxyLink,
  xksKeyId: string,
  { plaintext, aad }: { readonly plaintext: Uint8Array; readonly aad: Uint8Array },
  requestMetadata: RequestMetadata,
): Promise<Result<StoreCiphertext, XksFault>> {
  const body = {
    requestMetadata,
    plaintext: toBase64(plaintext),
    encryptionAlgorithm: "AES_GCM",
    additionalAuthenticatedData: toBase64(aad),
    ciphertextDataIntegrityValueAlgorithm: "SHA_256",
  };
  const answer = await post(link, `/keys/${xksKeyId}/encrypt`, body, ENCRYPTED);
  if (!answer.ok) return answer;
  const { value } = answer;
  const [ciphertext, iv, tag] = [fromBase64(value.ciphertext), fromBase64(value.initializationVector), fromBase64(value.authenticationTag)];
  const metadata = value.ciphertextMetadata === undefined ? undefined : fromBase64(value.ciphertextMetadata);
  const integrity = fromBase64(value.ciphertextDataIntegrityValue);
  if (ciphertext === undefined || iv === undefined || tag === undefined || integrity === undefined) return fail("malformed");
  if (metadata === undefined && value.ciphertextMetadata !== undefined) return fail("malformed");
  const made = { ciphertext, iv, tag, metadata };
  return fitsPlaintext(made, plaintext.length) && sameBytes(integrity, integrityValue(aad, made)) ? ok(made) : fail("malformed");
}

const DECRYPTED = request({ plaintext: name });

/** Decrypt. */
export async function unwrap(
  link: ProxyLink,
  xksKeyId: string,
  { sealed, aad }: { readonly sealed: StoreCiphertext; readonly aad: Uint8Array },
  requestMetadata: RequestMetadata,
): Promise<Result<Uint8Array, XksFault>> {
  const body = {
    requestMetadata,
    ciphertext: toBase64(sealed.ciphertext),
    encryptionAlgorithm: "AES_GCM",
    additionalAuthenticatedData: toBase64(aad),
    initializationVector: toBase64(sealed.iv),
    authenticationTag: toBase64(sealed.tag),
    ...(sealed.metadata !== undefined && { ciphertextMetadata: toBase64(sealed.metadata) }),
  };
  const answer = await post(link, `/keys/${xksKeyId}/decrypt`, body, DECRYPTED);
  if (!answer.ok) return answer;
  const plaintext = fromBase64(answer.value.plaintext);
  return plaintext?.length === sealed.ciphertext.length ? ok(plaintext) : fail("malformed");
}

async function post<T>(
  { transport, store, now }: ProxyLink,
  path: string,
  body: object,
  shape: Member<T, unknown>,
): Promise<Result<T, XksFault>> {
  const { XksProxyUriEndpoint: endpoint = "", XksProxyUriPath: base = "", AccessKeyId: accessKeyId = "" } = store.settings;
  const secretAccessKey = store.secrets.dangerouslyRead("RawSecretAccessKey") ?? "";
  const answer = await transport({
    endpoint,
    path: base + path,
    region: store.region,
    credential: { accessKeyId, secretAccessKey },
    now: now(),
    body,
  }).catch(() => ({ kind: "unreachable" }) as const);
  if (answer.kind !== "answer") return fail(answer.kind);
  const read = parseJson(answer.body);
  if (answer.status !== 200) return fail(faultNamed((read as { errorName?: unknown } | null | undefined)?.errorName));
  const value = memberReader(shape)(read);
  return value === REFUSED ? fail("malformed") : ok(value as T);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
