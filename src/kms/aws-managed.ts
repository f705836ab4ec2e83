import { DAY_MS } from "../base/time.ts";
import { type AwsManagedKey, awsManagedKey, awsManagedPolicyText, ROTATION_DAYS } from "../catalog/aws-managed-keys.ts";
import { serviceEvent } from "./audit.ts";
import type { Caller } from "./caller.ts";
import { newKeyId, uuid } from "./ids.ts";
import { type Key, keyArn } from "./key.ts";
import { newMaterial } from "./materials.ts";
import type { FirstUse } from "./operation.ts";
import type { Ports } from "./ports.ts";
import { aliasArn, type Home } from "./state.ts";

/** AWS managed keys (KMS Developer Guide, "AWS managed keys"): made when their service first needs them, and nobody else's to manage. */

/**
 * Whether a call makes the key of an alias that has none yet: DescribeKey does (KMS API Reference, DescribeKey), and whatever the service itself asks in
 * somebody's name.
 */
export function isFirstUse(alias: string, action: string, { viaService }: Pick<Caller, "viaService">): boolean {
  const service = awsManagedKey(alias);
  if (service === undefined) return false;
  return action === "kms:DescribeKey" || (viaService !== undefined && service.via.includes(viaService.split(".", 1)[0] as string));
}

/** The key that belongs to an alias of a service; undefined for other aliases. That CloudTrail tells of it as CreateKey by AWS is our reading. */
export function firstUse(alias: string, home: Home, now: number, ports: Ports): FirstUse | undefined {
  const service = awsManagedKey(alias);
  if (service === undefined) return undefined;
  const key = makeKey(alias, service, home, now, ports);
  const { partition, account, region } = home;
  const named = { arn: aliasArn(home, alias), name: alias, partition, account, region, keyArn: key.arn, createdAt: now, updatedAt: now };
  return {
    key: { ...key, aliases: [alias] },
    changes: [
      { kind: "put-key", key },
      { kind: "put-alias", alias: named },
    ],
    event: serviceEvent({ name: "CreateKey", key, at: now, eventId: uuid(ports.randomBytes) }),
  };
}

function makeKey(alias: string, { protects }: AwsManagedKey, home: Home, now: number, ports: Ports): Key {
  const { partition, account, region } = home;
  const id = newKeyId(false, ports.randomBytes);
  const secret = newMaterial("SYMMETRIC_DEFAULT", id, ports);
  return {
    arn: keyArn(home, id),
    id,
    partition,
    account,
    region,
    manager: "AWS",
    createdAt: now,
    description: `Default key that protects my ${protects} when no other key is defined`,
    spec: "SYMMETRIC_DEFAULT",
    usage: "ENCRYPT_DECRYPT",
    origin: "AWS_KMS",
    policy: awsManagedPolicyText(alias, home),
    tags: [],
    aliases: [],
    enabled: true,
    materials: [{ id: secret.id, secret, state: "CURRENT" }],
    rotation: { periodDays: ROTATION_DAYS, nextAt: now + ROTATION_DAYS * DAY_MS },
    onDemandRotations: 0,
  };
}
