import { ok } from "../../base/result.ts";
import { onAnything } from "../checks.ts";
import { error } from "../errors.ts";
import * as member from "../input.ts";
import { randomOf } from "../key-stores/keys.ts";
import { andThen } from "../later.ts";
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
  run: ({ input, home, state, attestation }, ports): Ended<GenerateRandomReply> => {
    const length = input.NumberOfBytes ?? 0;
    const drawn =
      input.CustomKeyStoreId === undefined ? ok(ports.randomBytes(length)) : randomOf(input.CustomKeyStoreId, length, home, state, ports);
    return andThen(drawn, (bytes): Ended<GenerateRandomReply> => {
      if (attestation === undefined) return ok({ reply: { Plaintext: bytes }, changes: [] });
      return ok({ reply: { CiphertextForRecipient: attestation.seal(bytes) }, changes: [], additional: { recipient: attestation.audit } });
    });
  },
  log: {},
});
