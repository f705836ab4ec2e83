import { invariant } from "../../base/invariant.ts";
import { ok } from "../../base/result.ts";
import { algorithmsFor, type KeySpec, type KeyUsage } from "../../catalog/key-specs.ts";
import { publicKeyOf } from "../../crypto/perform.ts";
import { onKey } from "../checks.ts";
import { error } from "../errors.ts";
import * as member from "../input.ts";
import { type Key, secretOf } from "../key.ts";
import { type Ended, operation } from "../operation.ts";

export type GetPublicKeyReply = AlgorithmLists & {
  readonly KeyId: string;
  readonly PublicKey: Uint8Array;
  readonly CustomerMasterKeySpec: KeySpec;
  readonly KeySpec: KeySpec;
  readonly KeyUsage: KeyUsage;
};

/** KMS API Reference, GetPublicKey. DER SPKI; works on disabled keys too. A key without a public half is answered without a message (observed). */
export const GetPublicKey = operation({
  name: "GetPublicKey",
  input: member.request({ KeyId: member.keyId(), GrantTokens: member.grantTokens() }),
  checks: { key: onKey("kms:GetPublicKey", "KeyId", "any") },
  wrongUsage: () => error("UnsupportedOperationException"),
  run: ({ found }): Ended<GetPublicKeyReply> => {
    const { key } = found.key;
    const publicKey = publicKeyOf(secretOf(key));
    invariant(publicKey.ok, `a key of spec ${key.spec} has a public key`);
    const reply = {
      KeyId: key.arn,
      PublicKey: publicKey.value,
      CustomerMasterKeySpec: key.spec,
      KeySpec: key.spec,
      KeyUsage: key.usage,
      ...algorithmsOf(key),
    };
    return ok({ reply, changes: [] });
  },
  log: { parameters: ["KeyId"] },
});

/** The list of the key's usage alone. The API has none for ENCAPSULATE_DECAPSULATE. */
function algorithmsOf(key: Key): AlgorithmLists {
  const name = LIST_OF[key.usage];
  return name === undefined ? {} : { [name]: [...algorithmsFor(key)] };
}

type AlgorithmLists = {
  readonly EncryptionAlgorithms?: readonly string[];
  readonly SigningAlgorithms?: readonly string[];
  readonly KeyAgreementAlgorithms?: readonly string[];
};

const LIST_OF: Readonly<Partial<Record<KeyUsage, keyof AlgorithmLists>>> = {
  ENCRYPT_DECRYPT: "EncryptionAlgorithms",
  SIGN_VERIFY: "SigningAlgorithms",
  KEY_AGREEMENT: "KeyAgreementAlgorithms",
};
