import { expect } from "vitest";
import { dangerouslyExportMaterial } from "../../src/crypto/key-material.ts";
import type { Key } from "../../src/kms/key.ts";
import type { Change } from "../../src/kms/state.ts";
import {
  createKms,
  fixedPorts,
  type ImmediateStore,
  type Kms,
  type KmsClient,
  KmsException,
  type KmsOptions,
  type KmsWorld,
  memoryStore,
  type RootKey,
  type WorldKey,
} from "../../src/kms.ts";
import { freshMaterial, rsaTestKey } from "../crypto/materials.ts";

/** How tests start a KMS, and what they say of it: accounts, dates, policies, calls, refusals. */

export const ACCOUNT = "111122223333";
export const ABROAD = "444455556666"; // another account
export const START = Date.UTC(2026, 10, 22, 3);
export const NOVEMBER = Date.UTC(2026, 10, 1); // for tests that count whole days
export const DAY = 86_400_000;

/** The administrator who may do everything. */
export const ADMIN = `arn:aws:iam::${ACCOUNT}:role/admin`;
/** The application. */
export const APP = `arn:aws:iam::${ACCOUNT}:role/app`;
export const APP_SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/app/kmsward`;

export const policy = (...statements: readonly object[]) => ({ Version: "2012-10-17", Statement: statements });
export const allow = (Action: string | readonly string[], rest: object = {}) => ({ Effect: "Allow", Action, Resource: "*", ...rest });

/** A policy of one statement that allows, on every resource. */
export const allowing = (rest: object) => policy({ Effect: "Allow", Resource: "*", ...rest });

export const EVERYTHING = [allowing({ Action: "kms:*" })];

export type Started = Kms & {
  readonly store: ImmediateStore;
  readonly now: () => number;
  readonly snapshot: () => unknown;
  readonly commit: (changes: readonly Change[]) => void;
  /** A key by its short name or its ARN. */
  readonly key: (name: string) => Key | undefined;
  /** Puts a key by its short name or its ARN into another state, as it could not be by itself. */
  readonly change: (name: string, members: Partial<Key>) => void;
};

export type StartOptions = Omit<KmsOptions, "world"> & { readonly world?: KmsWorld; readonly startMs?: number };

/** A KMS whose clock the test moves. `ports` are in place of fixed ones. */
export async function startKms({ startMs = START, store = memoryStore(), ports = {}, ...options }: StartOptions): Promise<Started> {
  const fixed = fixedPorts({
    startMs,
    rsaKeys: { RSA_2048: rsaTestKey("RSA_2048"), RSA_3072: rsaTestKey("RSA_3072"), RSA_4096: rsaTestKey("RSA_4096") },
  });
  const kms = await createKms({ ...options, store, ports: { ...fixed, ...ports } });
  const key = (name: string) => store.state.key(kms.keys[name] ?? name);
  return {
    ...kms,
    store,
    now: fixed.now,
    snapshot: () => store.state.snapshot(),
    commit: (changes) => store.commit(changes),
    key,
    change: (name, members) => store.commit([{ kind: "put-key", key: { ...(key(name) as Key), ...members } }]),
  };
}

/** The last part of a key's ARN. */
export const idOf = (arn: string): string => arn.slice(arn.lastIndexOf("/") + 1);

export const TESTER = `arn:aws:iam::${ACCOUNT}:role/tester`;
export const TESTER_SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/tester/kmsward`;

const KEYS = {
  symmetric: { aliases: ["alias/symmetric"] },
  other: { aliases: ["alias/other"] },
  rsa: { spec: "RSA_2048", usage: "ENCRYPT_DECRYPT", dangerousKeyMaterial: rsaTestKey("RSA_2048") },
  signing: { spec: "ECC_NIST_P256", usage: "SIGN_VERIFY" },
  agreement: { spec: "ECC_NIST_P256", usage: "KEY_AGREEMENT" },
  mac: { spec: "HMAC_256" },
  kem: { spec: "ML_KEM_512" },
  external: { origin: "EXTERNAL", dangerousKeyMaterial: dangerouslyExportMaterial(freshMaterial("SYMMETRIC_DEFAULT")) },
  multi: { multiRegion: true },
} as const satisfies Record<string, WorldKey>;

export type KeyName = keyof typeof KEYS;

export type Lab = {
  readonly kms: Kms;
  readonly store: ImmediateStore;
  readonly admin: KmsClient;
  readonly tester: KmsClient;
  readonly arn: (name: KeyName) => string;
  readonly id: (name: KeyName) => string;
  readonly change: (name: KeyName, members: Partial<Key>) => void;
  readonly snapshot: () => unknown;
};

/** An estate with a key of every kind, an administrator who may do everything, and a tester who may do what a test lets it. */
export async function lab(
  testerMay: readonly string[] = [],
  world: KmsWorld = {},
  store: ImmediateStore = memoryStore(),
  root?: RootKey,
): Promise<Lab> {
  const xks = async () => ({ kind: "unreachable" }) as const; // there is no proxy
  const kms = await startKms({
    store,
    ...(root && { root }),
    ports: { xks },
    world: {
      ...world,
      principals: {
        admin: { arn: ADMIN, policies: EVERYTHING },
        someone: APP,
        tester: { arn: TESTER, policies: testerMay.length === 0 ? [] : [policy(allow(testerMay))] },
        ...world.principals,
      },
      keys: { ...KEYS, ...world.keys },
    },
  });
  const { change, snapshot } = kms;
  const arn = (name: KeyName) => kms.keys[name] ?? "";
  return { kms, store, admin: kms.as("admin"), tester: kms.as("tester"), arn, id: (name) => idOf(arn(name)), change, snapshot };
}

export type Refusal = { readonly name: string; readonly message: string };

/** What a refused call answers; undefined if it is not refused. */
export function refusalIfAny(run: () => unknown): Refusal | undefined {
  try {
    run();
    return undefined;
  } catch (thrown) {
    return told(thrown);
  }
}

/** What a refused call answers; a call that is not refused fails the test. */
export const refusal = (run: () => unknown): Refusal => refusalIfAny(run) ?? expect.fail("the call was not refused");

/** What a refused call that has to be waited for answers; a call that is not refused fails the test. */
export const refused = async (call: Promise<unknown>): Promise<Refusal> =>
  (await call.then(() => undefined, told)) ?? expect.fail("the call was not refused");

function told(thrown: unknown): Refusal {
  if (thrown instanceof KmsException) return { name: thrown.name, message: thrown.message };
  throw thrown;
}

/** Makes a call by the name of its operation. */
export function call(client: KmsClient, operation: string, input: object): Readonly<Record<string, unknown>> {
  const name = operation.charAt(0).toLowerCase() + operation.slice(1);
  const made = (client as unknown as Readonly<Record<string, (input: object) => Record<string, unknown>>>)[name];
  return made?.(input) ?? expect.fail(`there is no ${operation}`);
}

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
