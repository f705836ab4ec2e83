import type { KeySpec } from "../catalog/key-specs.ts";
import type { KeyEntry } from "./document.ts";
import type { Source, WorldFiles } from "./files.ts";

const SYMMETRIC_BYTES = 32;

/**
 * The key material a world fixes, oldest first: 32 bytes of a symmetric key, the MAC key of an HMAC key, PKCS #8 DER of the rest. What is wrong with it is
 * told without showing any of it. Whether a private key is one, `crypto` finds out.
 */
export function readKeyMaterial(
  entry: KeyEntry,
  spec: KeySpec | undefined,
  source: Source,
  pointer: string,
  files: WorldFiles,
): readonly Uint8Array[] {
  const { dangerousKeyMaterial: given, origin } = entry;
  if (given === undefined) return [];
  if (origin === "AWS_CLOUDHSM" || origin === "EXTERNAL_KEY_STORE")
    files.tell("KW505", source.placeOf(pointer), `a key of origin ${origin} has no material here`);
  if (Array.isArray(given) && given.length > 1 && spec !== undefined && spec !== "SYMMETRIC_DEFAULT") {
    files.tell("KW505", source.placeOf(pointer), "only a symmetric encryption key has more than one key material");
  }
  const texts = typeof given === "string" ? [given] : given;
  return texts.flatMap((text, i) => {
    const at = source.placeOf(typeof given === "string" ? pointer : `${pointer}/${i}`);
    const bytes = fromBase64(text);
    if (bytes === undefined || bytes.length === 0) return files.tell("KW504", at, "the key material is not base64") ?? [];
    if (spec === "SYMMETRIC_DEFAULT" && bytes.length !== SYMMETRIC_BYTES) {
      return (
        files.tell("KW504", at, `the key material has ${bytes.length} bytes`, `a symmetric encryption key has ${SYMMETRIC_BYTES}`) ?? []
      );
    }
    return [bytes];
  });
}

function fromBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined;
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
