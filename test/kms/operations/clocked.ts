import type { Key } from "../../../src/kms/key.ts";
import { type CallerRequest, createKms, fixedPorts, type Kms, type KmsClient, type KmsWorld, memoryStore } from "../../../src/kms.ts";
import { rsaTestKey } from "../../crypto/materials.ts";
import { wrapMaterial } from "../../crypto/wrap-material.ts";
import { ACCOUNT, allow, PARTNER_USER, withUsage } from "./one-key.ts";

/** A KMS whose clock the test moves, in every Region, for tests of what takes time or crosses Regions. */

export const START = Date.UTC(2026, 10, 1);
export const [HOME, WEST, IRELAND] = ["us-east-1", "us-west-2", "eu-west-1"];
export const DAY_MS = 86_400_000;
export const MRK = "mrk-0123456789abcdef0123456789abcdef";

/** The administrator who may do everything. */
export const ADMIN = `arn:aws:iam::${ACCOUNT}:role/admin`;

export type Clocked = Kms & {
  readonly admin: KmsClient;
  readonly in: (region: string) => KmsClient;
  readonly asIn: (caller: CallerRequest & string, region: string) => KmsClient;
  readonly now: () => number;
  readonly change: (arn: string, members: Partial<Key>) => void;
  readonly key: (arn: string) => Key;
  readonly snapshot: () => unknown;
};

export async function clocked(keys: KmsWorld["keys"] = {}, others: KmsWorld["principals"] = {}): Promise<Clocked> {
  const store = memoryStore();
  const ports = fixedPorts({
    startMs: START,
    rsaKeys: { RSA_2048: rsaTestKey("RSA_2048"), RSA_3072: rsaTestKey("RSA_3072"), RSA_4096: rsaTestKey("RSA_4096") },
  });
  const admin = { arn: ADMIN, policies: [allow({ Action: "kms:*" })] };
  const partner = { arn: PARTNER_USER, policies: [allow({ Action: "kms:*" })] };
  const kms = await createKms({
    store,
    ports,
    world: {
      principals: { admin, partner, ...others },
      keys: Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, withUsage(key)])),
    },
  });
  return {
    ...kms,
    admin: kms.as("admin"),
    in: (region) => kms.as({ principal: "admin", region }),
    asIn: (principal, region) => kms.as({ principal, region }),
    now: ports.now,
    change: (arn, members) => store.commit([{ kind: "put-key", key: { ...store.state.key(arn)!, ...members } }]),
    key: (arn) => store.state.key(arn)!,
    snapshot: () => store.state.snapshot(),
  };
}

let users = 0;

/** A user who may do what `may` says, beside Effect and Resource. */
export const user = (may: object) => ({ arn: `arn:aws:iam::${ACCOUNT}:user/u${users++}`, policies: [allow(may)] });

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

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
