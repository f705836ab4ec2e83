import { expect } from "vitest";
import type { Key } from "../../../src/kms/key.ts";
import type { Change } from "../../../src/kms/state.ts";
import {
  createKms,
  fixedPorts,
  type Kms,
  type KmsClient,
  KmsException,
  type KmsOptions,
  type KmsWorld,
  memoryStore,
} from "../../../src/kms.ts";
import { rsaTestKey } from "../../crypto/materials.ts";

/** A KMS with a few people in two accounts, for tests of operations that are about who may do what. */

export const HOME = "111122223333";
export const ABROAD = "444455556666";
export const START = Date.UTC(2026, 10, 1);
export const DAY = 86_400_000;

export const arnOf = {
  admin: `arn:aws:iam::${HOME}:role/admin`, // may everything that key policies delegate
  app: `arn:aws:iam::${HOME}:role/app`, // may nothing
  user: `arn:aws:iam::${HOME}:user/team/user`, // may nothing
  partner: `arn:aws:iam::${ABROAD}:role/partner`, // may everything that key policies let it
  guest: `arn:aws:iam::${ABROAD}:user/guest`, // may nothing
  root: `arn:aws:iam::${HOME}:root`,
  rootAbroad: `arn:aws:iam::${ABROAD}:root`,
  appSession: `arn:aws:sts::${HOME}:assumed-role/app/kmsward`,
  adminSession: `arn:aws:sts::${HOME}:assumed-role/admin/kmsward`,
} as const;

/** A policy of one statement that allows, on every resource. */
export const allow = (rest: object) => ({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Resource: "*", ...rest }] });

/** Makes the call by the name of its operation. */
export const call = (client: KmsClient, operation: string, input: object): object => {
  const name = operation.charAt(0).toLowerCase() + operation.slice(1);
  return (
    (client as unknown as Readonly<Record<string, (input: object) => object>>)[name]?.(input) ?? expect.fail(`there is no ${operation}`)
  );
};

/** What a refused call answers; a call that is not refused fails the test. */
export function refusal(run: () => unknown): { readonly name: string; readonly message: string } {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof KmsException) return { name: thrown.name, message: thrown.message };
    throw thrown;
  }
  return expect.fail("the call was not refused");
}

const everything = [allow({ Action: "kms:*" })];

export const people = {
  admin: { arn: arnOf.admin, policies: everything },
  app: { arn: arnOf.app },
  user: { arn: arnOf.user },
  partner: { arn: arnOf.partner, policies: everything },
  guest: { arn: arnOf.guest },
} as const;

export type Estate = Kms & {
  readonly snapshot: () => unknown;
  readonly commit: (changes: readonly Change[]) => void;
  /** Puts a key by its short name into another state, as it could not be by itself. */
  readonly change: (name: string, members: Partial<Key>) => void;
  readonly key: (name: string) => Key | undefined;
};

export async function estate(
  world: KmsWorld = { keys: { orders: {} } },
  options: Omit<KmsOptions, "world" | "ports" | "store"> = {},
): Promise<Estate> {
  const store = memoryStore();
  const ports = fixedPorts({ startMs: START, rsaKeys: { RSA_2048: rsaTestKey("RSA_2048") } });
  const kms = await createKms({ ...options, store, ports, world: { ...world, principals: { ...people, ...world.principals } } });
  const key = (name: string) => store.state.key(kms.keys[name] ?? "");
  return {
    ...kms,
    snapshot: () => store.state.snapshot(),
    commit: store.commit,
    key,
    change: (name, members) => store.commit([{ kind: "put-key", key: { ...(key(name) as Key), ...members } }]),
  };
}
