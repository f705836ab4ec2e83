import type { Question } from "../../src/estate/question.ts";
import type { World, WorldAnswer } from "../../src/estate/world.ts";
import type { Policy } from "../../src/iam/policy.ts";
import type { Request } from "../../src/iam/request.ts";
import type { AuditEvent } from "../../src/kms/audit.ts";
import type { Ask, Authority } from "../../src/kms/authorize.ts";
import type { Caller } from "../../src/kms/caller.ts";
import type { CallerOptions, Callers } from "../../src/kms/callers.ts";
import { invoke } from "../../src/kms/client.ts";
import type { Service } from "../../src/kms/dispatch.ts";
import { OPERATIONS } from "../../src/kms/operations/index.ts";
import { fixedPorts } from "../../src/kms/ports.ts";
import { seal } from "../../src/kms/sealing.ts";
import { startService } from "../../src/kms/service.ts";
import { memoryStore, type Store } from "../../src/kms/store.ts";
import { rsaTestKey } from "../crypto/materials.ts";

/**
 * The agreement law: a world, and a KMS started from it, answer alike. Every call is really made, and each permission that the KMS asks its engine for on
 * the way is asked of the world too, with what the KMS knows of the call beside what the caller said.
 */

export const START = Date.UTC(2026, 10, 22, 3);

/** A call as somebody would make it, in the world's names. */
export type Attempt = {
  readonly operation: keyof typeof OPERATIONS;
  readonly principal: string;
  readonly key: string; // its short name
  readonly alias?: string; // the name to call the key by
  readonly encryptionContext?: Readonly<Record<string, string>>;
  readonly context?: Request["context"];
  readonly viaService?: string;
  readonly endpoint?: string;
  readonly grantTokens?: readonly string[];
  readonly session?: readonly { readonly document: object; readonly policy: Policy }[];
};

/** One permission that a call needed. */
export type Compared = { readonly check: string; readonly kms: "Allow" | "Deny"; readonly world: string; readonly why: string };

type Check = { readonly caller: Caller; readonly asked: Ask; readonly allowed: boolean };

export class Pair {
  /** What the KMS told of the calls so far. */
  readonly events: AuditEvent[] = [];
  readonly #world: World;
  readonly #service: Service;
  readonly #callers: Callers;
  readonly #checks: Check[] = [];

  constructor(world: World) {
    this.#world = world;
    const store = unchanging();
    const ports = fixedPorts({ startMs: START, rsaKeys: { RSA_2048: rsaTestKey("RSA_2048") } });
    const { service, callers } = startService({ world, ports, store, onEvent: (event) => this.events.push(event) });
    this.#callers = callers;
    this.#service = { ...service, authority: this.#overheard(service.authority) };
  }

  /** Every permission that the call needed, as both sides answer; none where it did not come so far as to need one. */
  compare(attempt: Attempt): readonly Compared[] {
    this.#checks.length = 0;
    const error = this.#call(attempt);
    const denied = this.#checks.some(({ allowed }) => !allowed);
    if (denied !== (error === "AccessDeniedException") && error !== "AccessDeniedException")
      throw new Error(`${attempt.operation}: a permission is refused, and the answer is ${error ?? "no error"}`);
    return this.#checks.map((check) => {
      const answer = this.#worldFor(check).authorize(this.question(attempt, check));
      const { action, on } = check.asked;
      const resource = on.kind === "key" ? (on.alias ?? attempt.key) : on.kind === "alias" ? on.name : "*";
      return {
        check: `${attempt.principal} ${action} ${resource}`,
        kms: check.allowed ? "Allow" : "Deny",
        world: isOpen(answer) ? `undetermined by ${answer.missing ?? answer.reason}` : answer.decision,
        why: answer.reason,
      };
    });
  }

  /** RetireGrant asks about one grant, which a question has no word for: the world without the others. */
  #worldFor({ asked: { on } }: Check): World {
    if (on.kind !== "key" || on.grant === undefined) return this.#world;
    const grants = this.#world.estate.keys.find(({ arn }) => arn === on.key.arn)?.grants ?? [];
    const place = [...this.#service.store.state.grantsOn(on.key.arn).order].indexOf(on.grant.id);
    return this.#world.changed({ grants: new Map(grants.flatMap((grant, i) => (i === place ? [] : [[grant, undefined] as const]))) });
  }

  /** What the world is asked: what the caller said, completed by what the KMS knows of who calls and of the call. */
  question(attempt: Attempt, { caller, asked: { action, on, context, now } }: Check): Question {
    const { alias, encryptionContext: _, operation: __, principal: ___, key: ____, session, grantTokens, ...said } = attempt;
    const { arn, userId } = caller.principal;
    const target =
      on.kind === "key"
        ? { key: on.alias === undefined ? on.key.arn : aliasOf(on.key.arn, on.alias) }
        : { resource: on.kind === "*" ? "*" : on.arn };
    const encryptionContext = context.encryptionContext;
    return {
      ...said,
      ...target,
      action,
      principal: { arn, ...(caller.roleArn && { roleArn: caller.roleArn }), ...(userId && { userId }) },
      context: completed(said.context, {
        "aws:SecureTransport": true,
        ...wayOf(caller),
        ...(on.kind === "*" && { "aws:RequestedRegion": on.region ?? caller.home.region }),
        ...(context.keys as Request["context"]),
      }),
      ...(encryptionContext && { encryptionContext: { ...encryptionContext } }),
      ...(session && { session: session.map(({ policy }) => policy) }),
      ...(grantTokens && "GrantTokens" in OPERATIONS[attempt.operation].input.shape && { grantTokens: [...grantTokens] }),
      ...(on.kind === "*" && caller.account === "" && { resourceAccount: caller.home.account }),
      time: new Date(now).toISOString(),
    };
  }

  #call(attempt: Attempt): string | undefined {
    const { operation, principal, key: name, alias, encryptionContext, context, viaService, endpoint, grantTokens, session } = attempt;
    const key = this.#world.estate.keys.find((one) => one.name === name);
    if (key === undefined) throw new Error(`no key ${name}`);
    const caller: CallerOptions = {
      principal,
      region: key.region,
      ...(context && { context }),
      ...(viaService && { viaService }),
      ...(endpoint && { endpoint }),
      ...(session && { sessionPolicies: session.map(({ document }) => document) }),
    };
    const KeyId = alias === undefined ? key.arn : aliasOf(key.arn, alias);
    const wanted = OPERATIONS[operation].input.shape as Readonly<Record<string, unknown>>;
    const input = {
      ...SAMPLE_INPUTS[operation]?.(this.#sampled(key.arn, encryptionContext)),
      ...("KeyId" in wanted && { KeyId: ALIASES_TAKEN.has(operation) ? KeyId : key.arn }),
      ...("EncryptionContext" in wanted && encryptionContext && { EncryptionContext: encryptionContext }),
      ...("GrantTokens" in wanted && grantTokens && { GrantTokens: grantTokens }),
    };
    const reply = invoke(this.#service, this.#callers.caller(caller), operation, input);
    if (reply instanceof Promise) throw new Error("nothing is outside");
    return reply.result.ok ? undefined : reply.result.error.name;
  }

  #sampled(arn: string, context: Attempt["encryptionContext"]): Sampled {
    const { store, ports } = this.#service;
    const key = store.state.key(arn);
    if (key === undefined) throw new Error(`the KMS has no key ${arn}`);
    const ciphertext = () => {
      if (key.spec !== "SYMMETRIC_DEFAULT" || key.materials.length === 0) return new Uint8Array(32);
      const sealed = seal(key, new Uint8Array(1), { algorithm: "SYMMETRIC_DEFAULT", context }, ports, {} as never);
      if (sealed instanceof Promise || !sealed.ok) throw new Error("the key seals");
      return sealed.value.bytes;
    };
    const grants = store.state.grantsOn(arn);
    const grantId = grants.order.after(0, 1)[0]?.name ?? "a".repeat(64);
    return { arn, region: key.region, alias: key.aliases[0] ?? "alias/none", ciphertext, grantId, context };
  }

  #overheard(authority: Authority): Authority {
    const heard: Pick<Authority, "refusal" | "ask" | "askHypothetically"> = {
      refusal: (caller, asked) => {
        const refused = authority.refusal(caller, asked);
        this.#checks.push({ caller, asked, allowed: refused === undefined });
        return refused;
      },
      ask: (caller, asked) => authority.ask(caller, asked),
      askHypothetically: (...asked) => authority.askHypothetically(...asked),
    };
    return heard as Authority;
  }
}

/**
 * What neither side can know stays open, and the KMS refuses: the paths of units without ids, tags whose names differ only in case, the endpoint or VPC of a call
 * that says only one of its ends, and whether a call that a service forwards for long-term keys says that there was no second factor, or nothing (IAM User Guide,
 * aws:MultiFactorAuthPresent).
 */
const isOpen = ({ outcome, missing }: WorldAnswer): boolean =>
  outcome === "undetermined" &&
  missing?.every((key) =>
    /OrgPaths$|^aws:MultiFactorAuthPresent$|^aws:SourceVpce?$|^aws:(?:Principal|Request|Resource)Tag\//i.test(key),
  ) !== true;

const aliasOf = (arn: string, alias: string): string => `${arn.slice(0, arn.lastIndexOf(":") + 1)}${alias}`;

/** From where and with what the KMS says that its caller calls. */
const wayOf = ({ context, startsSession }: Caller): NonNullable<Request["context"]> => ({
  ...Object.fromEntries(Object.entries(context).filter(([name]) => ["aws:UserAgent", "aws:SourceIp", "aws:VpcSourceIp"].includes(name))),
  ...(startsSession && { "aws:TokenIssueTime": new Date(START).toISOString() }),
});

/** What was said stands; names of condition keys ignore case. */
function completed(said: Request["context"], known: NonNullable<Request["context"]>): NonNullable<Request["context"]> {
  const names = new Set(Object.keys(said ?? {}).map((name) => name.toLowerCase()));
  return { ...said, ...Object.fromEntries(Object.entries(known).filter(([name]) => !names.has(name.toLowerCase()))) };
}

/** A store that keeps what it starts with, and forgets what calls would change: each is made in the estate as it was told. */
function unchanging(): Store {
  const store = memoryStore();
  let started = false;
  return {
    state: store.state,
    commit: (changes) => {
      if (!started) store.commit(changes);
      started = true;
    },
  };
}

/** KMS Developer Guide, "Key identifiers": who takes an alias. */
const ALIASES_TAKEN: ReadonlySet<string> = new Set([
  "Decrypt",
  "DeriveSharedSecret",
  "DescribeKey",
  "Encrypt",
  "GenerateDataKey",
  "GenerateDataKeyPair",
  "GenerateDataKeyPairWithoutPlaintext",
  "GenerateDataKeyWithoutPlaintext",
  "GenerateMac",
  "GetPublicKey",
  "Sign",
  "Verify",
  "VerifyMac",
]);

type Sampled = {
  readonly arn: string;
  readonly region: string;
  readonly alias: string;
  readonly ciphertext: () => Uint8Array;
  readonly grantId: string;
  readonly context: Attempt["encryptionContext"];
};

const BYTES = new Uint8Array([1, 2, 3]);
const GRANTEE = "arn:aws:iam::111122223333:role/app";

/** Members of each operation, besides those that every attempt has: enough to be asked for permission. What comes behind that may fail. */
const SAMPLE_INPUTS: Readonly<Partial<Record<keyof typeof OPERATIONS, (about: Sampled) => object>>> = {
  CreateAlias: ({ arn }) => ({ AliasName: "alias/new", TargetKeyId: arn }),
  CreateCustomKeyStore: () => ({ CustomKeyStoreName: "new" }),
  ConnectCustomKeyStore: () => ({ CustomKeyStoreId: "cks-1234567890abcdef0" }),
  CreateGrant: ({ context }) => ({
    GranteePrincipal: GRANTEE,
    RetiringPrincipal: GRANTEE,
    Operations: ["Decrypt", "Encrypt"],
    ...(context && { Constraints: { EncryptionContextSubset: context } }),
  }),
  CreateKey: () => ({
    Tags: [{ TagKey: "team", TagValue: "red" }],
    KeySpec: "HMAC_256",
    KeyUsage: "GENERATE_VERIFY_MAC",
    MultiRegion: true,
  }),
  Decapsulate: () => ({ EncapsulationAlgorithm: "ML_KEM", SharedSecretCiphertextBlob: BYTES }),
  Decrypt: ({ ciphertext }) => ({ CiphertextBlob: ciphertext() }),
  DeleteAlias: ({ alias }) => ({ AliasName: alias }),
  DeleteCustomKeyStore: () => ({ CustomKeyStoreId: "cks-1234567890abcdef0" }),
  DeriveSharedSecret: () => ({ KeyAgreementAlgorithm: "ECDH", PublicKey: BYTES }),
  DisconnectCustomKeyStore: () => ({ CustomKeyStoreId: "cks-1234567890abcdef0" }),
  EnableKeyRotation: () => ({ RotationPeriodInDays: 90 }),
  Encapsulate: () => ({ EncapsulationAlgorithm: "ML_KEM" }),
  Encrypt: () => ({ Plaintext: BYTES }),
  GenerateDataKey: () => ({ KeySpec: "AES_256" }),
  GenerateDataKeyPair: () => ({ KeyPairSpec: "ECC_NIST_P256" }),
  GenerateDataKeyPairWithoutPlaintext: () => ({ KeyPairSpec: "ECC_NIST_P256" }),
  GenerateDataKeyWithoutPlaintext: () => ({ NumberOfBytes: 16 }),
  GenerateMac: () => ({ Message: BYTES, MacAlgorithm: "HMAC_SHA_256" }),
  GenerateRandom: () => ({ NumberOfBytes: 16 }),
  GetParametersForImport: () => ({ WrappingAlgorithm: "RSAES_OAEP_SHA_256", WrappingKeySpec: "RSA_2048" }),
  ImportKeyMaterial: () => ({ ImportToken: BYTES, EncryptedKeyMaterial: BYTES, ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" }),
  ListRetirableGrants: () => ({ RetiringPrincipal: GRANTEE }),
  PutKeyPolicy: () => ({ Policy: "{}", BypassPolicyLockoutSafetyCheck: true }),
  ReEncrypt: ({ arn, ciphertext, context }) => ({
    CiphertextBlob: ciphertext(),
    SourceKeyId: arn,
    DestinationKeyId: arn,
    ...(context && { SourceEncryptionContext: context, DestinationEncryptionContext: context }),
  }),
  ReplicateKey: ({ region }) => ({
    ReplicaRegion: region === "eu-west-1" ? "eu-north-1" : "eu-west-1",
    Tags: [{ TagKey: "team", TagValue: "red" }],
  }),
  RetireGrant: ({ grantId }) => ({ GrantId: grantId }),
  RevokeGrant: ({ grantId }) => ({ GrantId: grantId }),
  ScheduleKeyDeletion: () => ({ PendingWindowInDays: 7 }),
  Sign: () => ({ Message: BYTES, SigningAlgorithm: "ECDSA_SHA_256" }),
  TagResource: () => ({ Tags: [{ TagKey: "team", TagValue: "red" }] }),
  UntagResource: () => ({ TagKeys: ["team"] }),
  UpdateAlias: ({ alias, arn }) => ({ AliasName: alias, TargetKeyId: arn }),
  UpdateCustomKeyStore: () => ({ CustomKeyStoreId: "cks-1234567890abcdef0", NewCustomKeyStoreName: "new" }),
  UpdateKeyDescription: () => ({ Description: "new" }),
  UpdatePrimaryRegion: ({ region }) => ({ PrimaryRegion: region === "eu-west-1" ? "eu-north-1" : "eu-west-1" }),
  Verify: () => ({ Message: BYTES, Signature: BYTES, SigningAlgorithm: "ECDSA_SHA_256" }),
  VerifyMac: () => ({ Message: BYTES, Mac: BYTES, MacAlgorithm: "HMAC_SHA_256" }),
};
