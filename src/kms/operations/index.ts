import type { AnyOperation } from "../operation.ts";
import { DeriveSharedSecret } from "./agreement.ts";
import { CreateAlias, DeleteAlias, ListAliases, UpdateAlias } from "./aliases.ts";
import {
  ConnectCustomKeyStore,
  CreateCustomKeyStore,
  DeleteCustomKeyStore,
  DescribeCustomKeyStores,
  DisconnectCustomKeyStore,
  UpdateCustomKeyStore,
} from "./custom-key-stores.ts";
import { GenerateDataKey, GenerateDataKeyPair, GenerateDataKeyPairWithoutPlaintext, GenerateDataKeyWithoutPlaintext } from "./data-keys.ts";
import { Decapsulate, Encapsulate } from "./encapsulation.ts";
import { Decrypt, Encrypt, ReEncrypt } from "./encryption.ts";
import { CreateGrant, ListGrants, ListRetirableGrants, RetireGrant, RevokeGrant } from "./grants.ts";
import { DeleteImportedKeyMaterial, GetParametersForImport, ImportKeyMaterial } from "./imports.ts";
import { CreateKey, DescribeKey, ListKeys, UpdateKeyDescription } from "./keys.ts";
import { CancelKeyDeletion, DisableKey, EnableKey, GetKeyLastUsage, ScheduleKeyDeletion } from "./lifecycle.ts";
import { GenerateMac, VerifyMac } from "./macs.ts";
import { GetKeyPolicy, ListKeyPolicies, PutKeyPolicy } from "./policies.ts";
import { GetPublicKey } from "./public-keys.ts";
import { GenerateRandom } from "./random.ts";
import { ReplicateKey, UpdatePrimaryRegion } from "./replicas.ts";
import { DisableKeyRotation, EnableKeyRotation, GetKeyRotationStatus, ListKeyRotations, RotateKeyOnDemand } from "./rotation.ts";
import { Sign, Verify } from "./signing.ts";
import { ListResourceTags, TagResource, UntagResource } from "./tags.ts";

/**
 * Every operation of the API, one row each.
 *
 * To add a family: a file beside this one, with a row per operation (`operation({ … })`, see `operation.ts`; `encryption.ts` and `keys.ts` are typical).
 * Import its rows here and put them into OPERATIONS. A row says
 *
 * - `input`: a structure of the members in `input.ts`; constraints are those of the service's model, defaults are told with `.default(…)`;
 * - `checks`: for each permission the action and the way to its resource (`checks.ts`); `run` finds the key as `found.ROLE.key`. These are the checks
 *   of the catalog, and a law compares the two;
 * - `context`: condition keys of the call, by role where they differ; alias asked for, key, time, caller and tokens are added for you;
 * - `validate`: members that do not go together. Key state, usage, spec and origin are checked from the catalog by the operation's name;
 * - `run`: gives `ok({ reply, changes })` or an error (`refuse(name, message)`). It stores nothing: changes are data (`state.ts`), the time is
 *   `call.now`, random bytes and keys come from the ports. DryRun, paging (`paging.ts`), uses of keys and the audit event are not its concern;
 * - `log`: the members that CloudTrail shows.
 *
 * What the clock does by itself (rotation, expiry, deletion) is a line in `due.ts` and `due-time.ts`. The laws in `test/kms/laws.test.ts` run over all
 * rows: give the new ones a sample call in `test/kms/sample-calls.ts`.
 */
export const OPERATIONS = {
  CancelKeyDeletion,
  ConnectCustomKeyStore,
  CreateAlias,
  CreateCustomKeyStore,
  CreateGrant,
  CreateKey,
  Decapsulate,
  Decrypt,
  DeleteAlias,
  DeleteCustomKeyStore,
  DeleteImportedKeyMaterial,
  DeriveSharedSecret,
  DescribeCustomKeyStores,
  DescribeKey,
  DisableKey,
  DisableKeyRotation,
  DisconnectCustomKeyStore,
  EnableKey,
  EnableKeyRotation,
  Encapsulate,
  Encrypt,
  GenerateDataKey,
  GenerateDataKeyPair,
  GenerateDataKeyPairWithoutPlaintext,
  GenerateDataKeyWithoutPlaintext,
  GenerateMac,
  GenerateRandom,
  GetKeyLastUsage,
  GetKeyPolicy,
  GetKeyRotationStatus,
  GetParametersForImport,
  GetPublicKey,
  ImportKeyMaterial,
  ListAliases,
  ListGrants,
  ListKeyPolicies,
  ListKeyRotations,
  ListKeys,
  ListResourceTags,
  ListRetirableGrants,
  PutKeyPolicy,
  ReEncrypt,
  ReplicateKey,
  RetireGrant,
  RevokeGrant,
  RotateKeyOnDemand,
  ScheduleKeyDeletion,
  Sign,
  TagResource,
  UntagResource,
  UpdateAlias,
  UpdateCustomKeyStore,
  UpdateKeyDescription,
  UpdatePrimaryRegion,
  Verify,
  VerifyMac,
} as const;

export type BuiltOperation = keyof typeof OPERATIONS;

const BY_NAME: ReadonlyMap<string, AnyOperation> = new Map(Object.entries(OPERATIONS as unknown as Record<string, AnyOperation>));

/** The row of this very name; undefined where it is no operation. */
export const operationRow = (name: string): AnyOperation | undefined => BY_NAME.get(name);
