import { ok } from "../../base/result.ts";
import { onAnything } from "../checks.ts";
import { error, notBuilt, refuse } from "../errors.ts";
import * as member from "../input.ts";
import { type Ended, operation } from "../operation.ts";

export type GenerateRandomReply = { readonly Plaintext?: Uint8Array; readonly CiphertextForRecipient?: Uint8Array };

/** KMS API Reference, GenerateRandom. NumberOfBytes is optional in the model, and required by the service (observed). */
export const GenerateRandom = operation({
  name: "GenerateRandom",
  input: member.request({
    NumberOfBytes: member.integer(1, 1024).optional(),
    CustomKeyStoreId: member.text(1, 64).optional(),
    Recipient: member.recipient(),
  }),
  checks: { service: onAnything("kms:GenerateRandom") },
  validate: ({ NumberOfBytes }) => (NumberOfBytes === undefined ? error("ValidationException", "NumberOfBytes is required.") : undefined),
  run: ({ input, state, attestation }, ports): Ended<GenerateRandomReply> => {
    if (input.CustomKeyStoreId !== undefined) {
      const store = state.keyStore(input.CustomKeyStoreId);
      if (store === undefined) return refuse("CustomKeyStoreNotFoundException");
      if (store.type === "EXTERNAL_KEY_STORE") return refuse("UnsupportedOperationException");
      if (store.connection !== "CONNECTED") return refuse("CustomKeyStoreInvalidStateException");
      return { ok: false, error: notBuilt("random bytes from custom key stores") };
    }
    const bytes = ports.randomBytes(input.NumberOfBytes ?? 0);
    if (attestation === undefined) return ok({ reply: { Plaintext: bytes }, changes: [] });
    return ok({ reply: { CiphertextForRecipient: attestation.seal(bytes) }, changes: [], additional: { recipient: attestation.audit } });
  },
  log: {},
});
