import { dangerouslyExportMaterial } from "../../src/crypto/key-material.ts";
import type { Key } from "../../src/kms/key.ts";
import {
  createKms,
  fixedPorts,
  type ImmediateStore,
  type Kms,
  type KmsClient,
  KmsException,
  type KmsWorld,
  memoryStore,
  type WorldKey,
} from "../../src/kms.ts";
import { freshMaterial, rsaTestKey } from "../crypto/materials.ts";

/** An estate with a key of every kind, an administrator who may do everything, and a tester who may do what a test lets it. */

export const ACCOUNT = "111122223333";
export const START = Date.UTC(2026, 10, 22, 3);

export const policy = (...statements: readonly object[]) => ({ Version: "2012-10-17", Statement: statements });
export const allow = (Action: string | readonly string[], rest: object = {}) => ({ Effect: "Allow", Action, Resource: "*", ...rest });

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

export async function lab(testerMay: readonly string[] = [], world: KmsWorld = {}, store: ImmediateStore = memoryStore()): Promise<Lab> {
  const xks = async () => ({ kind: "unreachable" }) as const; // there is no proxy
  const ports = { ...fixedPorts({ startMs: START, rsaKeys: { RSA_2048: rsaTestKey("RSA_2048") } }), xks };
  const kms = await createKms({
    store,
    ports,
    world: {
      ...world,
      principals: {
        admin: { arn: `arn:aws:iam::${ACCOUNT}:role/admin`, policies: [policy(allow("kms:*"))] },
        someone: `arn:aws:iam::${ACCOUNT}:role/app`,
        tester: { arn: TESTER, policies: testerMay.length === 0 ? [] : [policy(allow(testerMay))] },
        ...world.principals,
      },
      keys: { ...KEYS, ...world.keys },
    },
  });
  const arn = (name: KeyName) => kms.keys[name] ?? "";
  return {
    kms,
    store,
    admin: kms.as("admin"),
    tester: kms.as("tester"),
    arn,
    id: (name) => arn(name).slice(arn(name).lastIndexOf("/") + 1),
    change: (name, members) => store.commit([{ kind: "put-key", key: { ...(store.state.key(arn(name)) as Key), ...members } }]),
    snapshot: () => store.state.snapshot(),
  };
}

/** What a refused call answers; undefined if it is not refused. */
export function refusal(run: () => unknown): { readonly name: string; readonly message: string } | undefined {
  try {
    run();
    return undefined;
  } catch (thrown) {
    if (thrown instanceof KmsException) return { name: thrown.name, message: thrown.message };
    throw thrown;
  }
}

/** Makes a call by the name of its operation. */
export const call = (client: KmsClient, operation: string, input: object): Readonly<Record<string, unknown>> =>
  (client as unknown as Record<string, (input: object) => Record<string, unknown>>)[
    operation.charAt(0).toLowerCase() + operation.slice(1)
  ]!(input);

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
