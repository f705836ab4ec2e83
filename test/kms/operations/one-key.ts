import { keySpec } from "../../../src/catalog/key-specs.ts";
import type { AuditEvent } from "../../../src/kms/audit.ts";
import type { Key } from "../../../src/kms/key.ts";
import { createKms, fixedPorts, type KmsClient, KmsException, memoryStore, type WorldKey } from "../../../src/kms.ts";
import { rsaTestKey } from "../../crypto/materials.ts";

/** A KMS with one key, for tests of what one operation does with one key. */

export const ACCOUNT = "111122223333";
export const PARTNER = "444455556666";
export const ALIAS = "alias/one";
export const APP = `arn:aws:iam::${ACCOUNT}:role/app`;
export const APP_SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/app/kmsward`;
export const PARTNER_USER = `arn:aws:iam::${PARTNER}:user/partner`;

/** A key with the first of the uses that its spec has, where the test does not care. */
export const withUsage = (key: WorldKey): WorldKey => {
  const usage = key.spec && keySpec(key.spec)?.usages[0];
  return { ...(usage && { usage }), ...key };
};

export type OneKey = {
  readonly arn: string;
  readonly id: string;
  readonly app: KmsClient;
  readonly partner: KmsClient;
  readonly key: () => Key;
  readonly change: (members: Partial<Key>) => void;
  readonly events: () => readonly AuditEvent[];
};

export const allow = (rest: object) => ({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Resource: "*", ...rest }] });

/** `may`: what the application's identity policies say beside Effect and Resource. The partner, of another account, may all that the key policy lets it. */
export async function oneKey(key: WorldKey, may: object | undefined = { Action: "kms:*" }): Promise<OneKey> {
  const store = memoryStore();
  const kms = await createKms({
    store,
    ports: fixedPorts({
      startMs: Date.UTC(2026, 10, 1),
      rsaKeys: { RSA_2048: rsaTestKey("RSA_2048"), RSA_3072: rsaTestKey("RSA_3072"), RSA_4096: rsaTestKey("RSA_4096") },
    }),
    world: {
      principals: {
        app: { arn: APP, policies: may === undefined ? [] : [allow(may)] },
        partner: { arn: PARTNER_USER, policies: [allow({ Action: "kms:*" })] },
      },
      keys: { one: { aliases: [ALIAS], ...withUsage(key) } },
    },
  });
  const arn = kms.keys.one!;
  return {
    arn,
    id: arn.slice(arn.lastIndexOf("/") + 1),
    app: kms.as("app"),
    partner: kms.as("partner"),
    key: () => store.state.key(arn)!,
    change: (members) => store.commit([{ kind: "put-key", key: { ...store.state.key(arn)!, ...members } }]),
    events: kms.auditEvents,
  };
}

/** What a refused call answers; a call that is not refused fails the test. */
export function refusal(run: () => unknown): { readonly name: string; readonly message: string } {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof KmsException) return { name: thrown.name, message: thrown.message };
    throw thrown;
  }
  throw new Error("the call was not refused");
}
