import { fail, ok } from "../../base/result.ts";
import { generateMac, verifyMac } from "../../crypto/perform.ts";
import { onKey } from "../checks.ts";
import { error, wrongAlgorithm } from "../errors.ts";
import * as member from "../input.ts";
import { secretOf } from "../key.ts";
import { operation } from "../operation.ts";

const members = {
  Message: member.blob(1, 4096),
  KeyId: member.keyId(),
  MacAlgorithm: member.oneOf(["HMAC_SHA_384", "HMAC_SHA_256", "HMAC_SHA_224", "HMAC_SHA_512"]), // in the order of the service's messages (recorded)
  GrantTokens: member.grantTokens(),
  DryRun: member.dryRun(),
};

const contextOf = ({ MacAlgorithm }: { readonly MacAlgorithm: string }) => ({ keys: { "kms:MacAlgorithm": MacAlgorithm } });

/** KMS API Reference, GenerateMac. */
export const GenerateMac = operation({
  name: "GenerateMac",
  input: member.request(members),
  checks: { key: onKey("kms:GenerateMac", "KeyId", "any") },
  context: contextOf,
  usesKeys: true,
  run: ({ input, found }) => {
    const { key } = found.key;
    const { MacAlgorithm: algorithm, Message: message } = input;
    const mac = generateMac(secretOf(key), algorithm, message);
    if (!mac.ok) return fail(wrongAlgorithm(algorithm, key));
    return ok({ reply: { Mac: mac.value, MacAlgorithm: algorithm, KeyId: key.arn }, changes: [] });
  },
  log: { parameters: ["MacAlgorithm", "KeyId"] },
});

/** KMS API Reference, VerifyMac. A MAC that is not right, or not as long, is an exception: there is no `MacValid: false`. */
export const VerifyMac = operation({
  name: "VerifyMac",
  input: member.request({ ...members, Mac: member.blob(1, 6144) }),
  checks: { key: onKey("kms:VerifyMac", "KeyId", "any") },
  context: contextOf,
  usesKeys: true,
  run: ({ input, found }) => {
    const { key } = found.key;
    const { MacAlgorithm: algorithm, Message: message, Mac: mac } = input;
    const verified = verifyMac(secretOf(key), { algorithm, message, mac });
    if (verified.ok) return ok({ reply: { KeyId: key.arn, MacValid: true, MacAlgorithm: algorithm }, changes: [] });
    return fail(verified.error === "invalid-mac" ? error("KMSInvalidMacException") : wrongAlgorithm(algorithm, key));
  },
  log: { parameters: ["MacAlgorithm", "KeyId"] },
});
