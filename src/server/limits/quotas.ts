import type { KeySpec } from "../../catalog/key-specs.ts";
import { error, type KmsError } from "../../kms/errors.ts";
import { keyArn } from "../../kms/key.ts";
import { aliasArn, type Home, type StateView } from "../../kms/state.ts";
import type { WireCall } from "../../wire/wire.ts";

/** Requests a second of an account in a Region (KMS Developer Guide, "Request quotas", 2026; defaults). What is in no row has five. */
// biome-ignore format: a table reads as a table
const RATES: Readonly<Record<string, number>> = {
  DescribeKey: 2000, GetPublicKey: 2000, ListResourceTags: 2000, GetKeyPolicy: 1000, GetKeyRotationStatus: 1000, ListKeys: 500, ListAliases: 500,
  ListGrants: 100, ListKeyPolicies: 100, ListKeyRotations: 100, ListRetirableGrants: 100, CreateGrant: 50, RetireGrant: 50, RevokeGrant: 50,
  DeleteAlias: 15, EnableKeyRotation: 15, PutKeyPolicy: 15, ScheduleKeyDeletion: 15, ImportKeyMaterial: 15, DeleteImportedKeyMaterial: 15,
  TagResource: 10, GetParametersForImport: 1,
};
const OTHER_RATE = 5;

/** Cryptographic operations share pools, by the spec of the key. */
const CRYPTOGRAPHIC: ReadonlySet<string> = new Set([
  ...[
    "Encrypt",
    "Decrypt",
    "ReEncrypt",
    "GenerateDataKey",
    "GenerateDataKeyWithoutPlaintext",
    "GenerateMac",
    "VerifyMac",
    "GenerateRandom",
  ],
  ...["Sign", "Verify", "DeriveSharedSecret", "Encapsulate", "Decapsulate"],
]);
const PAIRS: ReadonlySet<string> = new Set(["GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext"]);
const PAIR_RATES: Readonly<Record<string, number>> = { RSA_2048: 20, RSA_3072: 4, RSA_4096: 1, SM2: 25 };
const ECC_PAIR_RATE = 100;

const ASYMMETRIC_RATE = 1000;
const SYMMETRIC_RATE = 10_000;
const SYMMETRIC_RATES: Readonly<Record<string, number>> = {
  ...{ "us-east-1": 100_000, "us-west-2": 100_000, "eu-west-1": 100_000 },
  ...{
    "us-east-2": 20_000,
    "ap-southeast-1": 20_000,
    "ap-southeast-2": 20_000,
    "ap-northeast-1": 20_000,
    "eu-central-1": 20_000,
    "eu-west-2": 20_000,
  },
};

const THROTTLED = error("ThrottlingException", "You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.");

const MOST_POOLS = 10_000;

/** Counts calls as AWS KMS does, and refuses those beyond the quota of a second. */
export class Quotas {
  readonly #pools = new Map<string, { tokens: number; at: number }>();

  /** `now`: milliseconds of a clock that only goes forward. */
  refusal(call: WireCall, home: Home, state: StateView, now: number): KmsError | undefined {
    const { pool, rate } = poolOf(call, home, state);
    return this.#take(`${home.account} ${home.region} ${pool}`, rate, now) ? undefined : THROTTLED;
  }

  /** A bucket of one second's calls. */
  #take(name: string, rate: number, now: number): boolean {
    if (this.#pools.size >= MOST_POOLS) this.#pools.clear();
    const pool = this.#pools.get(name) ?? { tokens: rate, at: now };
    pool.tokens = Math.min(rate, pool.tokens + ((now - pool.at) * rate) / 1000);
    pool.at = now;
    this.#pools.set(name, pool);
    if (pool.tokens < 1) return false;
    pool.tokens--;
    return true;
  }
}

function poolOf({ row, members }: WireCall, home: Home, state: StateView): { readonly pool: string; readonly rate: number } {
  const { KeyId, KeyPairSpec } = members as { readonly KeyId?: unknown; readonly KeyPairSpec?: unknown };
  if (PAIRS.has(row.name)) {
    const spec = String(KeyPairSpec);
    return Object.hasOwn(PAIR_RATES, spec)
      ? { pool: `pair ${spec}`, rate: PAIR_RATES[spec] as number }
      : { pool: "pair", rate: ECC_PAIR_RATE };
  }
  if (!CRYPTOGRAPHIC.has(row.name)) return { pool: row.name, rate: RATES[row.name] ?? OTHER_RATE };
  const family = familyOf(typeof KeyId === "string" ? specOf(KeyId, home, state) : undefined);
  return family === "symmetric"
    ? { pool: family, rate: SYMMETRIC_RATES[home.region] ?? SYMMETRIC_RATE }
    : { pool: family, rate: ASYMMETRIC_RATE };
}

function familyOf(spec: KeySpec = "SYMMETRIC_DEFAULT"): "symmetric" | "RSA" | "ECC" | "ML" {
  if (spec.startsWith("RSA")) return "RSA";
  if (spec.startsWith("ECC") || spec === "SM2") return "ECC";
  return spec.startsWith("ML_") ? "ML" : "symmetric";
}

function specOf(keyId: string, home: Home, state: StateView): KeySpec | undefined {
  const alias = keyId.startsWith("alias/") ? aliasArn(home, keyId) : keyId.includes(":alias/") ? keyId : undefined;
  const arn = alias === undefined ? (keyId.startsWith("arn:") ? keyId : keyArn(home, keyId)) : state.alias(alias)?.keyArn;
  return arn === undefined ? undefined : state.key(arn)?.spec;
}
