import { invariant } from "../../base/invariant.ts";
import { fail, ok, type Result } from "../../base/result.ts";
import { DAY_MS } from "../../base/time.ts";
import { openImportToken, sealImportToken, TOKEN_LIFETIME_MS } from "../../crypto/import-token.ts";
import { unwrapMaterial } from "../../crypto/import-wrapping.ts";
import type { KeyMaterial } from "../../crypto/key-material.ts";
import type { RsaSpec } from "../../crypto/key-spec.ts";
import { importMaterial, publicKeyOf } from "../../crypto/perform.ts";
import type { RootKey } from "../../crypto/root-key.ts";
import { onKey } from "../checks.ts";
import { error, type KmsError, notBuilt, refuse } from "../errors.ts";
import { withMaterial, withoutMaterial } from "../imported.ts";
import * as member from "../input.ts";
import { currentMaterial, isAssociated, type Key } from "../key.ts";
import { newMaterial } from "../materials.ts";
import { type Ended, operation } from "../operation.ts";
import type { Ports } from "../ports.ts";
import { WRAPPING_ALGORITHM_NAMES, WRAPPING_KEY_SPECS, type Wrapping, wrappingFor } from "../wrapping-fit.ts";

/** Key material that customers make themselves, for keys of origin EXTERNAL (KMS Developer Guide, "Importing key material for AWS KMS keys"). */

const TOKEN_NONCE_LENGTH = 24;

export type GetParametersForImportReply = {
  readonly KeyId: string;
  readonly ImportToken: Uint8Array;
  readonly PublicKey: Uint8Array; // SPKI, DER
  readonly ParametersValidTo: Date;
};

/** KMS API Reference, GetParametersForImport: a fresh wrapping key pair, whose private half travels in the sealed token and is kept nowhere. */
export const GetParametersForImport = operation({
  name: "GetParametersForImport",
  input: member.request({
    KeyId: member.keyId(),
    WrappingAlgorithm: member.oneOf(WRAPPING_ALGORITHM_NAMES),
    WrappingKeySpec: member.oneOf(WRAPPING_KEY_SPECS),
  }),
  checks: { key: onKey("kms:GetParametersForImport", "KeyId", "id or ARN") },
  context: (input) => ({ keys: { "kms:WrappingAlgorithm": input.WrappingAlgorithm, "kms:WrappingKeySpec": input.WrappingKeySpec } }),
  run: ({ input, found, now, root }, ports): Ended<GetParametersForImportReply> => {
    const { key } = found.key;
    const [algorithm, spec] = [input.WrappingAlgorithm, input.WrappingKeySpec];
    if (key.partition === "aws-cn" && algorithm === "SM2PKE" && spec === "SM2") return fail(notBuilt("SM2 wrapping keys"));
    const wrapping = wrappingFor(key.spec, { algorithm, spec });
    if (wrapping === undefined) {
      return refuse(
        "ValidationException",
        `Wrapping algorithm ${algorithm} and wrapping key spec ${spec} cannot be used to import a ${key.spec} key.`,
      );
    }
    return ok({ reply: makeParameters(key, wrapping, now, root, ports), changes: [] });
  },
  log: { parameters: ["KeyId", "WrappingAlgorithm", "WrappingKeySpec"] },
});

function makeParameters(key: Key, { algorithm, spec }: Wrapping, now: number, root: RootKey, ports: Ports): GetParametersForImportReply {
  const wrappingKey = newMaterial(spec, key.arn, ports) as KeyMaterial<RsaSpec>;
  const publicKey = publicKeyOf(wrappingKey);
  invariant(publicKey.ok, "a wrapping key has a public key");
  const notAfterMs = now + TOKEN_LIFETIME_MS;
  const token = sealImportToken({
    root,
    parameters: { wrappingKey, algorithm, notAfterMs },
    boundTo: key.arn,
    nonce: ports.randomBytes(TOKEN_NONCE_LENGTH),
  });
  return { KeyId: key.arn, ImportToken: token, PublicKey: publicKey.value, ParametersValidTo: new Date(notAfterMs) };
}

type ImportInput = {
  readonly ImportType?: ImportType | undefined;
  readonly KeyMaterialId?: string | undefined;
  readonly KeyMaterialDescription?: string | undefined;
  readonly ExpirationModel?: "KEY_MATERIAL_EXPIRES" | "KEY_MATERIAL_DOES_NOT_EXPIRE" | undefined;
  readonly ValidTo?: Date | undefined;
};
type ImportType = "NEW_KEY_MATERIAL" | "EXISTING_KEY_MATERIAL";

export type ImportedMaterialReply = { readonly KeyId: string; readonly KeyMaterialId?: string }; // the latter of symmetric keys

/** KMS API Reference, ImportKeyMaterial. */
export const ImportKeyMaterial = operation({
  name: "ImportKeyMaterial",
  input: member.request({
    KeyId: member.keyId(),
    ImportToken: member.blob(1, 6144),
    EncryptedKeyMaterial: member.blob(1, 6144),
    ValidTo: member.timestamp().optional(),
    ExpirationModel: member.oneOf(["KEY_MATERIAL_EXPIRES", "KEY_MATERIAL_DOES_NOT_EXPIRE"]).optional(),
    ImportType: member.oneOf(["NEW_KEY_MATERIAL", "EXISTING_KEY_MATERIAL"]).optional(),
    KeyMaterialDescription: member.text(0, 256, String.raw`^[a-zA-Z0-9:/_\s.-]+$`).optional(),
    KeyMaterialId: member.text(64, 64, "^[a-f0-9]+$").optional(),
  }),
  checks: { key: onKey("kms:ImportKeyMaterial", "KeyId", "id or ARN") },
  context: ({ ExpirationModel, ValidTo }) => ({
    keys: {
      ...(ExpirationModel !== undefined && { "kms:ExpirationModel": ExpirationModel }),
      ...(ValidTo !== undefined && { "kms:ValidTo": Math.floor(ValidTo.getTime() / 1000) }),
    },
  }),
  validate: (input, { key: { key } }) => checkMembers(input, key),
  run: ({ input, found, now, state, root }, ports): Ended<ImportedMaterialReply> => {
    const { key } = found.key;
    const fault = checkExpiry(input, now) ?? checkNew(input, key);
    if (fault !== undefined) return fail(fault);
    const secret = openMaterial(key, input, now, root, ports);
    if (!secret.ok) return secret;
    const misfit = checkIdentity(input, key, secret.value.id);
    if (misfit !== undefined) return fail(misfit);
    const given = { secret: secret.value, at: now, expiresAt: input.ValidTo?.getTime(), description: input.KeyMaterialDescription };
    return ok({ reply: replyOf(key, secret.value.id), changes: withMaterial(state.related(key), key, given) });
  },
  log: {
    parameters: ["KeyId", "ValidTo", "ExpirationModel", "ImportType", "KeyMaterialDescription", "KeyMaterialId"],
    response: (reply) => reply,
  },
});

const isSymmetric = ({ spec }: Key): boolean => spec === "SYMMETRIC_DEFAULT";
const replyOf = (key: Key, id: string): ImportedMaterialReply => ({ KeyId: key.arn, ...(isSymmetric(key) && { KeyMaterialId: id }) });

/** The very first import is new whether it says so or not, any other is a repetition unless it says otherwise. */
const importTypeOf = ({ ImportType }: ImportInput, { materials }: Key): ImportType =>
  ImportType ?? (materials.length === 0 ? "NEW_KEY_MATERIAL" : "EXISTING_KEY_MATERIAL");

/** HMAC and asymmetric keys have one material for ever, and nothing to say about it. */
function checkMembers(input: ImportInput, key: Key): KmsError | undefined {
  const unfit = isSymmetric(key) ? undefined : FOR_SYMMETRIC_KEYS.find((name) => input[name] !== undefined);
  if (unfit !== undefined) return notWith(unfit, `${key.spec} imported keys`);
  if (input.KeyMaterialId !== undefined && importTypeOf(input, key) === "NEW_KEY_MATERIAL")
    return notWith("KeyMaterialId", "NEW_KEY_MATERIAL importType");
  if (input.KeyMaterialDescription !== undefined && key.multiRegion?.type === "REPLICA") {
    return notWith("KeyMaterialDescription", "multi-Region replica keys"); // our words: the description is told to the primary key
  }
  return undefined;
}

const FOR_SYMMETRIC_KEYS = ["ImportType", "KeyMaterialId", "KeyMaterialDescription"] as const;

const notWith = (name: (typeof FOR_SYMMETRIC_KEYS)[number], what: string): KmsError =>
  error("ValidationException", `Input parameter ${name.charAt(0).toLowerCase()}${name.slice(1)} cannot be used with ${what}.`);

const LONGEST_VALIDITY_MS = 365 * DAY_MS;

function checkExpiry({ ExpirationModel: model, ValidTo: end }: ImportInput, now: number): KmsError | undefined {
  const invalid = (message: string) => error("ValidationException", message);
  if (model === "KEY_MATERIAL_DOES_NOT_EXPIRE") {
    return end === undefined ? undefined : invalid("A validTo date cannot be set if the ExpirationModel is KEY_MATERIAL_DOES_NOT_EXPIRE");
  }
  if (end === undefined) return invalid("A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES");
  if (end.getTime() <= now) return invalid("ValidTo must be in the future");
  return end.getTime() - now > LONGEST_VALIDITY_MS ? invalid("ValidTo must be less than 365 days in the future") : undefined;
}

/** New material comes into a multi-Region key at its primary; its replicas repeat it (KMS API Reference, ImportKeyMaterial). */
function checkNew(input: ImportInput, key: Key): KmsError | undefined {
  if (importTypeOf(input, key) === "EXISTING_KEY_MATERIAL" || key.multiRegion?.type !== "REPLICA") return undefined;
  return error(
    "UnsupportedOperationException",
    `${key.arn} is a multi-region replica key which is not valid for importing new key material.`,
  ); // our words
}

/** Out of its wrapping, and checked to be material of the key's spec. What is wrong with a token or a ciphertext is not told. */
function openMaterial(
  key: Key,
  { ImportToken: token, EncryptedKeyMaterial: wrapped }: { readonly ImportToken: Uint8Array; readonly EncryptedKeyMaterial: Uint8Array },
  nowMs: number,
  root: RootKey,
  ports: Ports,
): Result<KeyMaterial, KmsError> {
  const opened = openImportToken({ root, token, boundTo: key.arn, nowMs });
  if (!opened.ok) return refuse(opened.error === "expired-import-token" ? "ExpiredImportTokenException" : "InvalidImportTokenException");
  const { wrappingKey, algorithm } = opened.value;
  const unwrapped = unwrapMaterial({ wrappingKey, algorithm, wrapped, randomBytes: ports.randomBytes });
  if (!unwrapped.ok) return refuse("InvalidCiphertextException");
  const made = importMaterial({ spec: key.spec, keyId: key.id, bytes: unwrapped.value });
  unwrapped.value.fill(0);
  return made.ok ? made : refuse("IncorrectKeyMaterialException", `Imported key material is not valid for key spec ${key.spec}.`); // our words
}

/** Whether the material is one the key may take: an id commits to the material and to the key. */
function checkIdentity(input: ImportInput, key: Key, id: string): KmsError | undefined {
  const known = key.materials.find((material) => material.id === id);
  if (importTypeOf(input, key) === "EXISTING_KEY_MATERIAL") {
    const expected = input.KeyMaterialId ?? currentMaterial(key)?.id;
    if (known !== undefined && (input.KeyMaterialId ?? id) === id) return undefined;
    const told = isSymmetric(key) && expected !== undefined ? ` (${expected})` : ""; // of other keys, and before the first import, our words
    return error("IncorrectKeyMaterialException", `Imported key material does not have the expected identifier${told}.`);
  }
  if (known !== undefined) {
    return error(
      "IncorrectKeyMaterialException",
      `Key material (id: ${id}) being imported as NEW_KEY_MATERIAL is already associated with KMS key ${key.arn}.`,
    );
  }
  const waiting = key.materials.find((material) => !isAssociated(material));
  if (waiting === undefined) return undefined;
  return error(
    "KMSInvalidStateException",
    `New key material (id: ${id}) cannot be imported into KMS key ${key.arn}, because another key material (id: ${waiting.id}) is pending rotation.`,
  );
}

/** KMS API Reference, DeleteImportedKeyMaterial: the current material unless another is named. Where there is none it succeeds, and says no id. */
export const DeleteImportedKeyMaterial = operation({
  name: "DeleteImportedKeyMaterial",
  input: member.request({ KeyId: member.keyId(), KeyMaterialId: member.text(64, 64, "^[a-f0-9]+$").optional() }),
  checks: { key: onKey("kms:DeleteImportedKeyMaterial", "KeyId", "id or ARN") },
  validate: ({ KeyMaterialId }, { key: { key } }) =>
    KeyMaterialId !== undefined && !isSymmetric(key) ? notWith("KeyMaterialId", `${key.spec} imported keys`) : undefined,
  run: ({ input, found, state }): Ended<ImportedMaterialReply> => {
    const { key } = found.key;
    const id = input.KeyMaterialId ?? currentMaterial(key)?.id;
    const material = key.materials.find((candidate) => candidate.id === id);
    if (material === undefined && input.KeyMaterialId !== undefined) {
      return refuse("NotFoundException", `Key material (id: ${input.KeyMaterialId}) is not associated with KMS key ${key.arn}.`); // our words
    }
    if (material?.secret === undefined) return ok({ reply: { KeyId: key.arn }, changes: [] });
    return ok({ reply: replyOf(key, material.id), changes: withoutMaterial(state.related(key), key, material.id) });
  },
  log: { parameters: ["KeyId", "KeyMaterialId"], response: (reply) => reply },
});
