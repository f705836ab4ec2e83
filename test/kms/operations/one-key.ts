import { keySpec } from "../../../src/catalog/key-specs.ts";
import type { AuditEvent } from "../../../src/kms/audit.ts";
import type { Key } from "../../../src/kms/key.ts";
import type { KmsClient, WorldKey } from "../../../src/kms.ts";
import { ABROAD, APP, allowing, EVERYTHING, idOf, NOVEMBER, startKms } from "../lab.ts";

/** A world with one key, for tests of what one operation does with one key. */

export const ALIAS = "alias/one";
export const PARTNER_USER = `arn:aws:iam::${ABROAD}:user/partner`;

/** Of another account, it may all that the key policy lets it. */
export const PARTNER = { arn: PARTNER_USER, policies: EVERYTHING };

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

/** `may`: what the application's identity policies say beside Effect and Resource. */
export async function oneKey(key: WorldKey, may: object | undefined = { Action: "kms:*" }): Promise<OneKey> {
  const kms = await startKms({
    startMs: NOVEMBER,
    world: {
      principals: { app: { arn: APP, policies: may === undefined ? [] : [allowing(may)] }, partner: PARTNER },
      keys: { one: { aliases: [ALIAS], ...withUsage(key) } },
    },
  });
  const arn = kms.keys.one!;
  return {
    arn,
    id: idOf(arn),
    app: kms.as("app"),
    partner: kms.as("partner"),
    key: () => kms.key(arn)!,
    change: (members) => kms.change(arn, members),
    events: kms.auditEvents,
  };
}
