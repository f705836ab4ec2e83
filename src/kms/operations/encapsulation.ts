import { invariant } from "../../base/invariant.ts";
import { ok } from "../../base/result.ts";
import { decapsulate, encapsulate, publicKeyOf } from "../../crypto/perform.ts";
import { onKey } from "../checks.ts";
import * as member from "../input.ts";
import { secretOf } from "../key.ts";
import { operation } from "../operation.ts";
import { DAMAGED } from "../sealing.ts";

/** Secrets of 32 bytes under ML-KEM keys (FIPS 203). What AWS does not document of these two yet is as for Encrypt and Decrypt. */
const members = {
  KeyId: member.keyId(),
  EncapsulationAlgorithm: member.oneOf(["ML_KEM"]),
  GrantTokens: member.grantTokens(),
  DryRun: member.dryRun(),
};

/** KMS API Reference, Encapsulate. */
export const Encapsulate = operation({
  name: "Encapsulate",
  input: member.request(members),
  checks: { key: onKey("kms:Encapsulate", "KeyId", "any") },
  usesKeys: true,
  run: ({ input, found }, ports) => {
    const { key } = found.key;
    const publicKey = publicKeyOf(secretOf(key));
    invariant(publicKey.ok, "a key that encapsulates has a public key");
    const made = encapsulate({ spec: key.spec, spki: publicKey.value }, ports.randomBytes);
    invariant(made.ok, "a key has a sound public key of its own spec");
    const { sharedSecret, ciphertext } = made.value;
    const reply = {
      KeyId: key.arn,
      SharedSecret: sharedSecret,
      SharedSecretCiphertextBlob: ciphertext,
      EncapsulationAlgorithm: input.EncapsulationAlgorithm,
    };
    return ok({ reply, changes: [] });
  },
  log: { parameters: ["KeyId", "EncapsulationAlgorithm"] },
});

/**
 * KMS API Reference, Decapsulate. Only a ciphertext of another length is refused: a damaged one gives a secret that has nothing to do with the true
 * one, always the same (implicit rejection; FIPS 203, 6.3).
 */
export const Decapsulate = operation({
  name: "Decapsulate",
  input: member.request({ ...members, SharedSecretCiphertextBlob: member.blob(1, 6144) }),
  checks: { key: onKey("kms:Decapsulate", "KeyId", "any") },
  usesKeys: true,
  run: ({ input, found }) => {
    const { key } = found.key;
    const opened = decapsulate(secretOf(key), input.SharedSecretCiphertextBlob);
    if (!opened.ok) {
      invariant(opened.error === "invalid-ciphertext", "a key for encapsulation decapsulates");
      return DAMAGED;
    }
    const reply = { KeyId: key.arn, SharedSecret: opened.value, EncapsulationAlgorithm: input.EncapsulationAlgorithm };
    return ok({ reply, changes: [] });
  },
  log: { parameters: ["KeyId", "EncapsulationAlgorithm"] },
});
