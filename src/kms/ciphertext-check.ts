import { fail, ok, type Result } from "../base/result.ts";
import type { ActionName } from "../catalog/actions.ts";
import { isKeyId } from "../catalog/key-id.ts";
import { blobMaterialId } from "../crypto/store-ciphertext.ts";
import { parseArn } from "../iam/arn.ts";
import { invalid, type KmsError, refuse, wrongKey } from "./errors.ts";
import { DEFAULT_ALGORITHM } from "./input.ts";
import type { Key } from "./key.ts";
import type { CallSite, Check, LocatedKey } from "./operation.ts";
import { hidden, ofCiphertext, resolveKey } from "./resolve.ts";

/** The members of Decrypt and ReEncrypt that say what is to be opened, and with what. */
type Names = { readonly key: string; readonly algorithm: string };

/**
 * On the key a ciphertext was made under: the one that the request names, or the one that the blob of a symmetric key names itself. A blob opens in
 * every Region that has its multi-Region key, so the key of this Region is meant whatever Region it comes from.
 *
 * A dry run may leave the ciphertext out with the modifier IGNORE_CIPHERTEXT; the key must be named then (KMS API Reference, Decrypt).
 */
export const onCiphertext = (action: `kms:${ActionName}`, names: Names): Check<LocatedKey> => ({
  action,
  locate: (input, site) => {
    const { CiphertextBlob: blob, DryRun: dryRun, DryRunModifiers: modifiers = [] } = input as Ciphertext;
    const keyId = (input as Readonly<Record<string, string | undefined>>)[names.key];
    const algorithm = (input as Readonly<Record<string, string | undefined>>)[names.algorithm];
    const ignores = modifiers.includes("IGNORE_CIPHERTEXT");
    if (ignores && dryRun !== true) return invalid("DryRunModifiers can be used with DryRun only."); // our words
    if (blob === undefined && !ignores) return NO_CIPHERTEXT;
    if (keyId === undefined && (ignores || algorithm !== DEFAULT_ALGORITHM)) return invalid("KeyId must not be null");
    const id = blob === undefined || algorithm !== DEFAULT_ALGORITHM ? undefined : blobMaterialId(blob);
    const made = id === undefined ? undefined : site.state.keyOfMaterial(site.home.region, id);
    return keyId === undefined ? byBlob(id !== undefined, made, site) : byName(keyId, made, site);
  },
});

type Ciphertext = { readonly CiphertextBlob?: Uint8Array; readonly DryRun?: boolean; readonly DryRunModifiers?: readonly string[] };

const NO_CIPHERTEXT = invalid(
  "1 validation error detected: Value null at 'ciphertextBlob' failed to satisfy constraint: Member must not be null",
);

function byBlob(isBlob: boolean, made: Key | undefined, site: CallSite): Result<LocatedKey, KmsError> {
  if (!isBlob) return refuse("InvalidCiphertextException");
  return made === undefined ? fail(ofCiphertext(hidden(site))) : ok({ kind: "key", key: made, byCiphertext: true });
}

/** A bare key id names a key of another account too, if the ciphertext is its own. The ARN a multi-Region key has elsewhere is the wrong key here. */
function byName(keyId: string, made: Key | undefined, site: CallSite): Result<LocatedKey, KmsError> {
  if (made !== undefined && isKeyId(keyId) && made.id === keyId) return ok({ kind: "key", key: made });
  const arn = keyId.startsWith("arn:") ? parseArn(keyId) : undefined;
  if (made !== undefined && arn?.resource === `key/${made.id}` && arn.region !== site.home.region) return fail(wrongKey());
  return resolveKey(keyId, "any", site);
}
