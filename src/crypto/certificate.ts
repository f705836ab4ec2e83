import { X509Certificate } from "node:crypto";
import { hexToBytes } from "@noble/hashes/utils.js";
import { BIT_STRING, type Der, OCTET_STRING, readDer, readOne, readUnsigned, SEQUENCE } from "./der.ts";
import { sameBytes } from "./same-bytes.ts";
import { readSpki } from "./spki.ts";

/** A certificate of the kind that attestation documents carry: X.509 version 3, a P-384 key, signed with ECDSA and SHA-384. */
export type Certificate = {
  readonly x509: X509Certificate;
  readonly isCa: boolean;
  readonly pathLength: bigint | undefined; // how many CAs may follow it; undefined: any number
  readonly maySign: boolean; // documents: digitalSignature
  readonly mayCertify: boolean; // keyCertSign
  readonly notBeforeMs: number; // NaN where the time is none
  readonly notAfterMs: number;
};

/**
 * Undefined for any other certificate, for bytes before or after it, and for one with a critical extension that is not understood here, or an extension
 * twice. Node tells the extended key usage only, hence the look at the extensions. Source: RFC 5280, 4.1 and 4.2; RFC 5758, 3.2.
 */
export function readCertificate(raw: Uint8Array): Certificate | undefined {
  const body = readOne(SEQUENCE, raw);
  const [tbs, algorithm, signature, ...more] = (body && readDer(body)) ?? [];
  if (tbs?.tag !== SEQUENCE || !isEcdsaSha384(algorithm) || signature?.tag !== BIT_STRING || more.length > 0) return undefined;
  const [version, , inner, , , , spki, ...rest] = readDer(tbs.content) ?? [];
  if (version?.tag !== VERSION || !isEcdsaSha384(inner) || !spki || !readSpki("ECC_NIST_P384", spki.whole)) return undefined;
  const extensions = readExtensions(rest.find(({ tag }) => tag === EXTENSIONS));
  const usage = extensions && readUsage(extensions);
  const x509 = usage && parsed(raw);
  if (!x509) return undefined;
  return { x509, ...usage, notBeforeMs: Date.parse(x509.validFrom), notAfterMs: Date.parse(x509.validTo) };
}

const VERSION = 0xa0;
const EXTENSIONS = 0xa3;
const BOOLEAN = 0x01;
const OBJECT_IDENTIFIER = 0x06;
const ECDSA_SHA_384 = hexToBytes("300a06082a8648ce3d040303");
const BASIC_CONSTRAINTS = "551d13";
const KEY_USAGE = "551d0f";
const DIGITAL_SIGNATURE = 0x80;
const KEY_CERT_SIGN = 0x04;

const isEcdsaSha384 = (element: Der | undefined): boolean => element !== undefined && sameBytes(element.whole, ECDSA_SHA_384);

type Extensions = ReadonlyMap<string, Uint8Array>;

/** Values by object identifiers in hex; none at all is no fault. */
function readExtensions(box: Der | undefined): Extensions | undefined {
  const found = new Map<string, Uint8Array>();
  const list = box === undefined ? new Uint8Array() : readOne(SEQUENCE, box.content);
  for (const extension of (list && readDer(list)) ?? [undefined]) {
    const members = extension?.tag === SEQUENCE ? readDer(extension.content) : undefined;
    const [id, ...values] = members ?? [];
    const [critical, value] = values.length === 2 ? values : [undefined, values[0]];
    if (id?.tag !== OBJECT_IDENTIFIER || value?.tag !== OCTET_STRING || values.length > 2 || (critical && critical.tag !== BOOLEAN))
      return undefined;
    const name = Buffer.from(id.content).toString("hex");
    if (found.has(name) || (critical?.content[0] && name !== BASIC_CONSTRAINTS && name !== KEY_USAGE)) return undefined;
    found.set(name, value.content);
  }
  return found;
}

/** What the key may be used for, as far as the extensions say so: an absent one allows nothing. */
function readUsage(extensions: Extensions) {
  const [constraints, usage] = [extensions.get(BASIC_CONSTRAINTS), extensions.get(KEY_USAGE)];
  const body = constraints && readOne(SEQUENCE, constraints);
  const members = constraints === undefined ? [] : body && readDer(body);
  const bits = usage === undefined ? Uint8Array.of(0) : readOne(BIT_STRING, usage);
  if (members === undefined || bits === undefined) return undefined;
  const ca = members[0]?.tag === BOOLEAN ? members[0] : undefined;
  const [length, ...more] = ca === undefined ? members : members.slice(1);
  const pathLength = readUnsigned(length);
  if (more.length > 0 || (length !== undefined && pathLength === undefined)) return undefined;
  const purposes = bits[1] ?? 0;
  return {
    isCa: ca?.content.length === 1 && ca.content[0] === 0xff,
    pathLength,
    maySign: (purposes & DIGITAL_SIGNATURE) !== 0,
    mayCertify: (purposes & KEY_CERT_SIGN) !== 0,
  };
}

function parsed(raw: Uint8Array): X509Certificate | undefined {
  try {
    const x509 = new X509Certificate(raw);
    return sameBytes(x509.raw, raw) ? x509 : undefined; // it takes PEM too
  } catch {
    return undefined;
  }
}
