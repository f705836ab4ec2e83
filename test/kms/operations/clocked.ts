import type { CallerRequest, KmsClient, KmsWorld } from "../../../src/kms.ts";
import { wrapMaterial } from "../../crypto/wrap-material.ts";
import { ACCOUNT, ADMIN, allowing, EVERYTHING, NOVEMBER, type Started, startKms } from "../lab.ts";
import { PARTNER, withUsage } from "./one-key.ts";

/** A KMS in every Region, for tests of what takes time or crosses Regions. */

export const [HOME, WEST, IRELAND] = ["us-east-1", "us-west-2", "eu-west-1"];
export const MRK = "mrk-0123456789abcdef0123456789abcdef";

export type Clocked = Started & {
  readonly admin: KmsClient;
  readonly in: (region: string) => KmsClient;
  readonly asIn: (caller: CallerRequest & string, region: string) => KmsClient;
};

export async function clocked(keys: KmsWorld["keys"] = {}, others: KmsWorld["principals"] = {}): Promise<Clocked> {
  const kms = await startKms({
    startMs: NOVEMBER,
    world: {
      principals: { admin: { arn: ADMIN, policies: EVERYTHING }, partner: PARTNER, ...others },
      keys: Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, withUsage(key)])),
    },
  });
  return {
    ...kms,
    admin: kms.as("admin"),
    in: (region) => kms.as({ principal: "admin", region }),
    asIn: (principal, region) => kms.as({ principal, region }),
  };
}

let users = 0;

/** A user who may do what `may` says, beside Effect and Resource. */
export const user = (may: object) => ({ arn: `arn:aws:iam::${ACCOUNT}:user/u${users++}`, policies: [allowing(may)] });

export type WrappingAlgorithm = "RSAES_OAEP_SHA_1" | "RSAES_OAEP_SHA_256" | "RSA_AES_KEY_WRAP_SHA_1" | "RSA_AES_KEY_WRAP_SHA_256";
export type WrappingKeySpec = "RSA_2048" | "RSA_3072" | "RSA_4096";

/** The token and the wrapped material of one import, as the owner of the material makes them. */
export function prepared(
  client: KmsClient,
  KeyId: string,
  bytes: Uint8Array,
  WrappingAlgorithm: WrappingAlgorithm = "RSAES_OAEP_SHA_256",
  WrappingKeySpec: WrappingKeySpec = "RSA_2048",
) {
  const { PublicKey, ImportToken } = client.getParametersForImport({ KeyId, WrappingAlgorithm, WrappingKeySpec });
  return { KeyId, ImportToken, EncryptedKeyMaterial: wrapMaterial({ spki: PublicKey, algorithm: WrappingAlgorithm, bytes }) };
}

export const FOREVER = { ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" } as const;

/** 32 bytes of one value: the same number, the same material. */
export const bytesOf = (value: number): Uint8Array => new Uint8Array(32).fill(value);
