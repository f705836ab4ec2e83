import { invariant } from "../../base/invariant.ts";
import { fail, ok, type Result } from "../../base/result.ts";
import type { SymmetricMaterial } from "../../crypto/ciphertext.ts";
import type { EncryptionContext } from "../../crypto/context-encoding.ts";
import {
  openInner,
  readStoreBlob,
  type StoreBlob,
  sealInner,
  storeAad,
  storeHeader,
  writeStoreBlob,
} from "../../crypto/store-ciphertext.ts";
import type { Caller } from "../caller.ts";
import { error, type KmsError, refuse } from "../errors.ts";
import { currentMaterial, type Key, secretOf } from "../key.ts";
import type { Call, Checks } from "../operation.ts";
import type { Ports } from "../ports.ts";
import type { Hsm } from "./hsm.ts";
import { moduleError } from "./hsm-faults.ts";
import { type KeyStore, loginOf, moduleLabel, noPort } from "./key-store.ts";
import { cryptoError } from "./xks-faults.ts";
import { type ProxyLink, type RequestMetadata, unwrap, wrap } from "./xks-proxy.ts";

/** Encryption under keys of custom key stores and back: by the proxy of an external key store, or by a hardware security module. */

/** The call that asks for it, which a proxy is told of. */
export type Asker = Pick<Call<object, Checks>, "caller" | "state" | "requestId"> & { readonly operation: string };

const NONCE_LENGTH = 24;

/** What CloudTrail shows of a call on such a key (AWS CloudTrail logs of KMS, additionalEventData). */
export const outsideAudit = ({ customKeyStoreId, xksKeyId }: Key): Readonly<Record<string, string>> => ({
  ...(customKeyStoreId !== undefined && { customKeyStoreId }),
  ...(xksKeyId !== undefined && { xksKeyId }),
});

/** A ciphertext blob. */
export async function sealOutside(
  key: Key,
  plaintext: Uint8Array,
  context: EncryptionContext,
  ports: Ports,
  asker: Asker,
): Promise<Result<Uint8Array, KmsError>> {
  const store = storeOf(key, asker);
  if (store.type === "EXTERNAL_KEY_STORE") {
    return ports.xks === undefined
      ? fail(UNREACHABLE(noPort(store.type)))
      : sealExternal(key, plaintext, context, { transport: ports.xks, store, now: ports.now }, ports, asker);
  }
  return ports.hsm === undefined ? fail(UNREACHABLE(noPort(store.type))) : sealInModule(key, plaintext, context, ports.hsm, store);
}

/** The plaintext of a blob of this very key. */
export async function openOutside(
  key: Key,
  bytes: Uint8Array,
  context: EncryptionContext,
  ports: Ports,
  asker: Asker,
): Promise<Result<Uint8Array, KmsError>> {
  const store = storeOf(key, asker);
  const blob = readStoreBlob(bytes);
  const suite = store.type === "EXTERNAL_KEY_STORE" ? "external" : "module";
  if (blob === undefined || blob.suite !== suite || blob.materialId !== currentMaterial(key)?.id)
    return refuse("InvalidCiphertextException");
  if (store.type === "EXTERNAL_KEY_STORE") {
    if (ports.xks === undefined) return fail(UNREACHABLE(noPort(store.type)));
    return openExternal(key, blob, context, { transport: ports.xks, store, now: ports.now }, asker);
  }
  return ports.hsm === undefined ? fail(UNREACHABLE(noPort(store.type))) : openInModule(key, blob, context, ports.hsm, store);
}

const UNREACHABLE = (message: string): KmsError => error("KMSInvalidStateException", message);

/** First under KMS's own material of the key, then by the proxy (KMS Developer Guide, "How external key stores work"). */
async function sealExternal(
  key: Key,
  plaintext: Uint8Array,
  context: EncryptionContext,
  link: ProxyLink,
  { randomBytes }: Ports,
  asker: Asker,
): Promise<Result<Uint8Array, KmsError>> {
  const material = secretOf(key) as SymmetricMaterial;
  const header = storeHeader("external", material.id, randomBytes(NONCE_LENGTH));
  const inner = sealInner(material, header, plaintext, context);
  const asked = { plaintext: inner, aad: storeAad(header, context) };
  const wrapped = await wrap(link, externalKeyId(key), asked, requestMetadata(asker, key));
  return wrapped.ok ? ok(writeStoreBlob(header, wrapped.value)) : fail(cryptoError(wrapped.error));
}

/** First by the proxy, then under KMS's own material. Which external key it is, the blob has no say in. */
async function openExternal(
  key: Key,
  blob: StoreBlob,
  context: EncryptionContext,
  link: ProxyLink,
  asker: Asker,
): Promise<Result<Uint8Array, KmsError>> {
  const asked = { sealed: blob, aad: storeAad(blob.header, context) };
  const inner = await unwrap(link, externalKeyId(key), asked, requestMetadata(asker, key));
  if (!inner.ok) return fail(cryptoError(inner.error));
  const plaintext = openInner(secretOf(key) as SymmetricMaterial, blob.header, inner.value, context);
  return plaintext === undefined ? fail(cryptoError("corrupted plaintext")) : ok(plaintext);
}

/** Keys in modules are not encrypted twice: the key itself never leaves. */
async function sealInModule(
  key: Key,
  plaintext: Uint8Array,
  context: EncryptionContext,
  hsm: Hsm,
  store: KeyStore,
): Promise<Result<Uint8Array, KmsError>> {
  const header = storeHeader("module", currentMaterial(key)?.id ?? "");
  const sealed = await hsm.encrypt(loginOf(store), moduleLabel(key.id), plaintext, storeAad(header, context));
  return sealed.ok ? ok(writeStoreBlob(header, { ...sealed.value, metadata: undefined })) : fail(moduleError(sealed.error));
}

async function openInModule(
  key: Key,
  blob: StoreBlob,
  context: EncryptionContext,
  hsm: Hsm,
  store: KeyStore,
): Promise<Result<Uint8Array, KmsError>> {
  if (blob.metadata !== undefined) return refuse("InvalidCiphertextException");
  const opened = await hsm.decrypt(loginOf(store), moduleLabel(key.id), blob, storeAad(blob.header, context));
  return opened.ok ? opened : fail(moduleError(opened.error));
}

function storeOf(key: Key, { state }: Asker): KeyStore {
  const store = key.customKeyStoreId === undefined ? undefined : state.keyStore(key.customKeyStoreId);
  invariant(store !== undefined, "a key store outlives its keys");
  return store;
}

function externalKeyId({ xksKeyId }: Key): string {
  invariant(xksKeyId !== undefined, "a key of an external key store has its external key");
  return xksKeyId;
}

/** What the proxy is told of a call; the network of a caller only where the key is its own account's (External Key Store Proxy API, requestMetadata). */
export function requestMetadata(
  { caller, requestId, operation }: Pick<Asker, "caller" | "requestId" | "operation">,
  key?: Key,
): RequestMetadata {
  const isOwn = key === undefined || key.account === caller.account;
  const [vpc, vpce] = [textOf(caller, "aws:SourceVpc"), textOf(caller, "aws:SourceVpce")];
  return {
    kmsRequestId: requestId,
    kmsOperation: operation,
    awsPrincipalArn: caller.principal.arn,
    ...(key !== undefined && { kmsKeyArn: key.arn }),
    ...(caller.viaService !== undefined && { kmsViaService: caller.viaService }),
    ...(isOwn && vpc !== undefined && { awsSourceVpc: vpc }),
    ...(isOwn && vpce !== undefined && { awsSourceVpce: vpce }),
  };
}

function textOf({ context }: Caller, name: string): string | undefined {
  const value = context[name];
  return typeof value === "string" ? value : undefined;
}
