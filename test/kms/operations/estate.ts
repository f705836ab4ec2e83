import type { KmsOptions, KmsWorld } from "../../../src/kms.ts";
import { ABROAD, ACCOUNT, ADMIN, APP, APP_SESSION, EVERYTHING, NOVEMBER, type Started, startKms } from "../lab.ts";

/** A few people in two accounts, for tests of operations that are about who may do what. */

export const arnOf = {
  admin: ADMIN, // may everything that key policies delegate
  app: APP, // may nothing
  user: `arn:aws:iam::${ACCOUNT}:user/team/user`, // may nothing
  partner: `arn:aws:iam::${ABROAD}:role/partner`, // may everything that key policies let it
  guest: `arn:aws:iam::${ABROAD}:user/guest`, // may nothing
  root: `arn:aws:iam::${ACCOUNT}:root`,
  rootAbroad: `arn:aws:iam::${ABROAD}:root`,
  appSession: APP_SESSION,
  adminSession: `arn:aws:sts::${ACCOUNT}:assumed-role/admin/kmsward`,
} as const;

const people = {
  admin: { arn: arnOf.admin, policies: EVERYTHING },
  app: { arn: arnOf.app },
  user: { arn: arnOf.user },
  partner: { arn: arnOf.partner, policies: EVERYTHING },
  guest: { arn: arnOf.guest },
} as const;

export const estate = (
  world: KmsWorld = { keys: { orders: {} } },
  options: Omit<KmsOptions, "world" | "ports" | "store"> = {},
): Promise<Started> => startKms({ ...options, startMs: NOVEMBER, world: { ...world, principals: { ...people, ...world.principals } } });
