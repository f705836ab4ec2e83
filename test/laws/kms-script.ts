import fc from "fast-check";
import { expect } from "vitest";
import type { KeyOperationName } from "../../src/catalog/key-states.ts";
import type { Kms, KmsClient, Store } from "../../src/kms.ts";
import { ADMIN, APP, bytes, call, EVERYTHING, refusalIfAny, START, startKms } from "../kms/lab.ts";
import { bytesOf, prepared } from "../kms/operations/clocked.ts";
import {
  allows,
  type Caller,
  type Context,
  type Copy,
  copyIn,
  current,
  days,
  everywhere,
  type Family,
  isAssociated,
  isSymmetric,
  type Kind,
  lose,
  type Model,
  REGIONS,
  type Region,
  settle,
  stateFault,
  waiting,
} from "./kms-model.ts";

/** The calls that a script is made of. Each says what the model expects of it, and what it does to the model. */

export type Real = { readonly kms: Kms; readonly store: Store; readonly as: (caller: Caller, region: Region) => KmsClient };

export async function startReal(): Promise<Real> {
  const kms = await startKms({
    world: {
      principals: {
        admin: { arn: ADMIN, policies: EVERYTHING },
        app: { arn: APP },
        stranger: { arn: "arn:aws:iam::444455556666:user/stranger", policies: EVERYTHING },
      },
    },
  });
  const clients = new Map<string, KmsClient>();
  const as = (principal: Caller, region: Region) => {
    const name = `${principal} ${region}`;
    const client = clients.get(name) ?? kms.as({ principal, region });
    clients.set(name, client);
    return client;
  };
  return { kms, store: kms.store, as };
}

export const startModel = (): Model => ({ now: START, keys: [], aliases: new Map(), grants: [], ciphertexts: [], proofs: [] });

export type Step = fc.Command<Model, Real>;
type Fault = string | undefined;
// biome-ignore lint/suspicious/noExplicitAny: the reply of any operation
type Reply = Readonly<Record<string, any>>;

/** One call, in the order in which AWS KMS looks at it: `fault` is the first thing that is wrong, and then nothing may change. */
type Told = {
  readonly operation: string;
  readonly by?: Caller;
  readonly in: Region;
  readonly input: object | ((client: KmsClient) => object);
  readonly fault: Fault;
  readonly does?: (reply: Reply) => void;
};

const step = (says: string, tell: (model: Model) => Told | undefined): Step => ({
  check: (model) => tell(model) !== undefined,
  run: (model, real) => {
    settle(model);
    const told = tell(model);
    if (told === undefined) return; // what it is about went in the meantime
    make(told, real, says);
  },
  toString: () => says,
});

function make({ operation, by = "admin", in: region, input, fault, does }: Told, { as, store }: Real, says: string): void {
  const client = as(by, region);
  const before = store.state.snapshot();
  let reply: unknown;
  const refused = refusalIfAny(() => {
    reply = call(client, operation, typeof input === "function" ? input(client) : input);
  });
  expect(refused?.name, `${says}: ${refused?.message}`).toBe(fault);
  if (refused === undefined) does?.(reply as Reply);
  else expect(store.state.snapshot(), says).toEqual(before);
}

/** The key a caller names; a caller of another account is told nothing about it, nor whether there is one. */
const missing = (on: Copy | undefined, by: Caller = "admin"): Fault =>
  by === "stranger" ? "AccessDeniedException" : on === undefined || on.isGone ? "NotFoundException" : undefined;
const denied = (model: Model, by: Caller, operation: string, on: Copy, context?: Context): Fault =>
  allows(model, by, operation, on, context) ? undefined : "AccessDeniedException";
const named = (model: Model, name: string) => model.keys.find((copy) => copy.name === name);
const FOREVER = Number.POSITIVE_INFINITY;
const REMEMBERED = 6; // ciphertexts: each is opened after every step
const NAMES = ["k1", "k2", "k3", "k4", "k5", "k6"] as const;
const ABROAD = REGIONS[1];

/** A call on one key that asks nothing but its state, and what its own rules say. */
const onKey = (
  operation: KeyOperationName,
  name: string,
  by: Caller,
  members: string,
  own: (
    copy: Copy,
    model: Model,
  ) => { readonly input?: object; readonly before?: Fault; readonly fault?: Fault; readonly does?: (reply: Reply) => void },
): Step =>
  step(`${by}.${operation}(${name}${members})`, (model) => {
    const on = named(model, name);
    if (on === undefined) return undefined;
    const { input = {}, before, fault, does } = own(on, model);
    return {
      operation,
      by,
      in: on.region,
      input: { KeyId: on.arn, ...input },
      fault: missing(on, by) ?? denied(model, by, operation, on) ?? before ?? stateFault(operation, on) ?? fault,
      ...(does && { does }),
    };
  });

const SPECS = {
  symmetric: {},
  external: { Origin: "EXTERNAL" },
  mac: { KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" },
  signing: { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" },
} as const;

const createKey = (kind: Kind, multi: boolean, by: Caller): Step =>
  step(`${by}.CreateKey(${kind}${multi ? ", MultiRegion" : ""})`, (model) => {
    const name = NAMES[model.keys.filter((copy) => !copy.name.includes("@")).length];
    if (name === undefined) return undefined;
    const does = ({ KeyMetadata }: Reply) => {
      const { KeyId: id, Arn: arn } = KeyMetadata;
      const family: Family = { kind, id, copies: [], materials: kind === "external" ? [] : [{ nr: 1, role: "CURRENT" }] };
      const held = new Map(kind === "external" ? [] : [[1, FOREVER]]);
      const copy: Copy = {
        name,
        family,
        region: REGIONS[0],
        arn,
        type: multi ? "PRIMARY" : "single",
        isGone: false,
        isEnabled: true,
        held,
      };
      family.copies.push(copy);
      model.keys.push(copy);
    };
    const fault = by === "app" ? "AccessDeniedException" : undefined;
    return { operation: "CreateKey", by, in: REGIONS[0], input: { ...SPECS[kind], MultiRegion: multi }, fault, does };
  });

const replicateKey = (name: string, to: Region, by: Caller): Step =>
  onKey("ReplicateKey", name, by, `, ${to}`, (on, model) => {
    const { family } = on;
    const fault =
      on.type !== "PRIMARY" ? "UnsupportedOperationException" : copyIn(family, to) !== undefined ? "AlreadyExistsException" : undefined;
    return {
      input: { ReplicaRegion: to },
      before:
        to === on.region && on.type !== "REPLICA"
          ? "ValidationException"
          : on.type === "REPLICA" && on.changesUntil?.state === "Creating"
            ? "UnsupportedOperationException"
            : undefined,
      fault,
      does: () => {
        const base = on.name.split("@")[0] as string;
        const held = new Map(family.kind === "external" ? [] : on.held);
        const changesUntil = { at: model.now + 2000, state: "Creating" } as const;
        const name = to === REGIONS[0] ? base : `${base}@${to}`;
        const arn = on.arn.replace(on.region, to);
        const copy: Copy = { name, family, region: to, arn, type: "REPLICA", isGone: false, isEnabled: true, changesUntil, held };
        family.copies.push(copy);
        const before = model.keys.findIndex((key) => key.name === name);
        if (before === -1) model.keys.push(copy);
        else model.keys.splice(before, 1, copy);
      },
    };
  });

const updatePrimaryRegion = (name: string, to: Region, by: Caller): Step =>
  onKey("UpdatePrimaryRegion", name, by, `, ${to}`, (on, model) => {
    const successor = to === on.region ? undefined : copyIn(on.family, to);
    const lacks = to !== on.region && successor === undefined ? "ValidationException" : undefined;
    return {
      input: { PrimaryRegion: to },
      before: on.type !== "PRIMARY" ? "KMSInvalidStateException" : lacks,
      fault: successor && stateFault("UpdatePrimaryRegion", successor),
      does: () => {
        if (successor === undefined) return;
        on.type = "REPLICA";
        successor.type = "PRIMARY";
        for (const moved of [on, successor]) moved.changesUntil = { at: model.now + 2000, state: "Updating" };
      },
    };
  });

const setEnabled = (isEnabled: boolean, name: string, by: Caller): Step =>
  onKey(isEnabled ? "EnableKey" : "DisableKey", name, by, "", (on, model) => ({
    does: () => {
      const { schedule } = on.family;
      if (isEnabled && !on.isEnabled && schedule !== undefined && on.type !== "REPLICA")
        schedule.nextAt = Math.max(schedule.nextAt, model.now);
      on.isEnabled = isEnabled;
    },
  }));

const scheduleKeyDeletion = (name: string, window: number, by: Caller): Step =>
  onKey("ScheduleKeyDeletion", name, by, `, ${window} days`, (on, model) => ({
    input: { PendingWindowInDays: window },
    before: window < 7 ? "ValidationException" : undefined,
    does: () => {
      const waits = on.type === "PRIMARY" && on.family.copies.length > 1;
      on.deletion = { days: window, ...(!waits && { at: model.now + days(window) }) };
    },
  }));

const cancelKeyDeletion = (name: string, by: Caller): Step =>
  onKey("CancelKeyDeletion", name, by, "", (on) => ({ does: () => void Object.assign(on, { deletion: undefined, isEnabled: false }) }));

/** Which keys rotate: their kind, then their Region. */
const rotationFault = ({ family, type }: Copy, kinds: readonly Kind[]): Fault =>
  !kinds.includes(family.kind) || type === "REPLICA" ? "UnsupportedOperationException" : undefined;

const enableKeyRotation = (name: string, period: number, by: Caller): Step =>
  onKey("EnableKeyRotation", name, by, `, every ${period} days`, (on, model) => ({
    input: { RotationPeriodInDays: period },
    fault: rotationFault(on, ["symmetric"]),
    does: () => {
      if (on.family.schedule?.days !== period) on.family.schedule = { days: period, nextAt: model.now + days(period) };
    },
  }));

const disableKeyRotation = (name: string, by: Caller): Step =>
  onKey("DisableKeyRotation", name, by, "", (on) => ({
    fault: rotationFault(on, ["symmetric", "mac"]),
    does: () => {
      on.family.schedule = undefined;
    },
  }));

const rotateKeyOnDemand = (name: string, by: Caller): Step =>
  onKey("RotateKeyOnDemand", name, by, "", (on, model) => {
    const { family } = on;
    const { schedule, turnsAt } = family;
    const next = waiting(family);
    const isNear = schedule !== undefined && schedule.nextAt - model.now <= 20 * 60_000;
    const isReady = family.kind !== "external" || (next !== undefined && everywhere(family, next.nr));
    const own = turnsAt !== undefined ? undefined : isNear ? "ConflictException" : isReady ? undefined : "KMSInvalidStateException";
    return {
      fault: rotationFault(on, ["symmetric", "external"]) ?? own,
      does: () => {
        family.turnsAt ??= model.now + 64_000;
      },
    };
  });

/** Both halves of an import: what the first refuses, the second never sees. */
const importKeyMaterial = (name: string, nr: number, isNew: boolean, expires: number | undefined, by: Caller): Step =>
  step(`${by}.ImportKeyMaterial(${name}, material ${nr}, ${isNew ? "NEW" : "EXISTING"}${expires ? `, ${expires} days` : ""})`, (model) => {
    const on = named(model, name);
    if (on === undefined) return undefined;
    const { family, held } = on;
    const isKnown = family.materials.some((material) => material.nr === nr);
    const unfit = family.kind === "external" ? undefined : "UnsupportedOperationException";
    const first = missing(on, by) ?? denied(model, by, "GetParametersForImport", on) ?? stateFault("GetParametersForImport", on) ?? unfit;
    const asNew =
      on.type === "REPLICA"
        ? "UnsupportedOperationException"
        : isKnown
          ? "IncorrectKeyMaterialException"
          : waiting(family) && "KMSInvalidStateException";
    const second = isNew ? asNew : isKnown ? undefined : "IncorrectKeyMaterialException";
    const until = expires === undefined ? FOREVER : model.now + days(expires) + 7000; // never at the moment of anything else
    const expiry =
      expires === undefined
        ? { ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" }
        : { ExpirationModel: "KEY_MATERIAL_EXPIRES", ValidTo: new Date(until) };
    return {
      operation: "ImportKeyMaterial",
      by,
      in: on.region,
      input: (client) => ({
        ...prepared(client, on.arn, bytesOf(nr)),
        ...expiry,
        ImportType: isNew ? "NEW_KEY_MATERIAL" : "EXISTING_KEY_MATERIAL",
      }),
      fault: first ?? second,
      does: () => {
        if (!isKnown) family.materials.push({ nr, role: family.materials.length === 0 ? "CURRENT" : "WAITING" });
        held.set(nr, until);
        const isWhole = family.materials.filter(isAssociated).every((material) => held.has(material.nr));
        if (isWhole) on.isEnabled = true; // also a disabled one (observed)
      },
    };
  });

const deleteImportedKeyMaterial = (name: string, by: Caller): Step =>
  onKey("DeleteImportedKeyMaterial", name, by, "", (on) => ({
    fault: on.family.kind === "external" ? undefined : "UnsupportedOperationException",
    does: () => {
      const nr = current(on.family)?.nr;
      if (nr !== undefined) lose(on, nr);
    },
  }));

type Alias = { readonly name: string; readonly in: Region };
const aliased = ({ aliases }: Model, alias: Alias) => aliases.get(`${alias.in} ${alias.name}`);

const putAlias = (operation: "CreateAlias" | "UpdateAlias", alias: string, name: string, by: Caller): Step =>
  step(`${by}.${operation}(${alias}, ${name})`, (model) => {
    const to = named(model, name);
    if (to === undefined) return undefined;
    const from = aliased(model, { name: alias, in: to.region });
    const isTaken = operation === "CreateAlias" && from !== undefined;
    const isOther =
      from !== undefined &&
      operation === "UpdateAlias" &&
      (isSymmetric(from.family) ? !isSymmetric(to.family) : from.family.kind !== to.family.kind);
    const own = isTaken ? "AlreadyExistsException" : isOther ? "ValidationException" : undefined;
    return {
      operation,
      by,
      in: to.region,
      input: { AliasName: alias, TargetKeyId: to.arn },
      fault:
        (operation === "UpdateAlias" ? missing(from) : undefined) ??
        missing(to) ??
        denied(model, by, operation, to) ??
        stateFault(operation, to) ??
        own,
      does: () => void model.aliases.set(`${to.region} ${alias}`, to),
    };
  });

const deleteAlias = (alias: string, region: Region, by: Caller): Step =>
  step(`${by}.DeleteAlias(${alias} in ${region})`, (model) => {
    const on = aliased(model, { name: alias, in: region });
    const fault = missing(on) ?? (by === "app" ? "AccessDeniedException" : undefined);
    return {
      operation: "DeleteAlias",
      by,
      in: region,
      input: { AliasName: alias },
      fault,
      does: () => void model.aliases.delete(`${region} ${alias}`),
    };
  });

const createGrant = (name: string, operations: readonly string[], tenant: string | undefined, by: Caller): Step =>
  onKey("CreateGrant", name, by, `, ${operations}${tenant ? `, tenant ${tenant}` : ""}`, (on, model) => {
    const fits =
      operations.every((operation) => FITS[on.family.kind].includes(operation)) && (tenant === undefined || isSymmetric(on.family));
    const Constraints = tenant === undefined ? {} : { Constraints: { EncryptionContextSubset: { tenant } } };
    return {
      input: { GranteePrincipal: APP, RetiringPrincipal: APP, Operations: operations, ...Constraints },
      before: fits ? undefined : "ValidationException",
      does: ({ GrantId: id, GrantToken: token }) => void model.grants.push({ on, id, token, operations, tenant, isLive: true }),
    };
  });

const CIPHERING = ["Encrypt", "Decrypt", "GenerateDataKey", "ReEncryptFrom", "ReEncryptTo"];
const FITS: Readonly<Record<Kind, readonly string[]>> = {
  symmetric: CIPHERING,
  external: CIPHERING,
  mac: ["GenerateMac", "VerifyMac"],
  signing: ["Sign", "Verify"],
};

const revokeGrant = (nth: number, by: Caller): Step =>
  step(`${by}.RevokeGrant(#${nth})`, (model) => {
    const grant = model.grants[nth];
    if (grant === undefined) return undefined;
    const { on, id: GrantId } = grant;
    const fault = missing(on, by) ?? denied(model, by, "RevokeGrant", on) ?? (grant.isLive ? undefined : "NotFoundException");
    return {
      operation: "RevokeGrant",
      by,
      in: on.region,
      input: { KeyId: on.arn, GrantId },
      fault,
      does: () => {
        grant.isLive = false;
      },
    };
  });

/** By its token: the application may, as the retiring principal. */
const retireGrant = (nth: number, by: Caller): Step =>
  step(`${by}.RetireGrant(#${nth})`, (model) => {
    const grant = model.grants[nth];
    if (grant === undefined) return undefined;
    const fault = !grant.isLive ? "NotFoundException" : by === "stranger" ? "AccessDeniedException" : undefined;
    return {
      operation: "RetireGrant",
      by,
      in: grant.on.region,
      input: { GrantToken: grant.token },
      fault,
      does: () => {
        grant.isLive = false;
      },
    };
  });

/** What is made is remembered: it must open as long as it may. */
const seal = (operation: "Encrypt" | "GenerateDataKey", target: string, context: Context, by: Caller): Step =>
  step(`${by}.${operation}(${target}, ${JSON.stringify(context ?? {})})`, (model) => {
    const [alias, region] = target.split(" in ") as [string, Region];
    const on = alias.startsWith("alias/") ? aliased(model, { name: alias, in: region }) : named(model, target);
    if (on === undefined && !alias.startsWith("alias/")) return undefined;
    const plaintext = `text ${model.ciphertexts.length}`;
    const unfit = on && isSymmetric(on.family) ? undefined : "InvalidKeyUsageException";
    return {
      operation,
      by,
      in: on?.region ?? region,
      input: {
        KeyId: on === undefined || alias.startsWith("alias/") ? alias : on.arn,
        EncryptionContext: context,
        ...(operation === "Encrypt" ? { Plaintext: bytes(plaintext) } : { KeySpec: "AES_256" }),
      },
      fault: aliasFault(alias, on, by) ?? (on && (denied(model, by, operation, on, context) ?? stateFault(operation, on) ?? unfit)),
      does: ({ CiphertextBlob: blob, Plaintext }) => {
        if (on !== undefined && model.ciphertexts.length < REMEMBERED)
          model.ciphertexts.push({ by: on.family, blob, plaintext: hex(Plaintext ?? plaintext), context });
      },
    };
  });

export const hex = (bytes: Uint8Array | string = ""): string => Buffer.from(bytes as string).toString("hex");

/** An alias without its account is one of the caller's own: a stranger has none. */
const aliasFault = (alias: string, on: Copy | undefined, by: Caller): Fault =>
  alias.startsWith("alias/") && by === "stranger" ? "NotFoundException" : missing(on, by);

/** Whatever may be wrong with a Decrypt: it names no key, so the ciphertext does; a key of another family is the wrong one. */
const decrypt = (nth: number, as: string | undefined, region: Region, isRight: boolean, by: Caller): Step =>
  step(`${by}.Decrypt(#${nth}${as ? `, KeyId ${as}` : ` in ${region}`}${isRight ? "" : ", another context"})`, (model) => {
    const ciphertext = model.ciphertexts[nth];
    const key = as === undefined ? undefined : named(model, as);
    if (ciphertext === undefined || (as !== undefined && key === undefined)) return undefined;
    const { blob, plaintext } = ciphertext;
    const context = isRight ? ciphertext.context : { ...ciphertext.context, more: "" };
    const at = key?.region ?? region;
    return {
      operation: "Decrypt",
      by,
      in: at,
      input: { CiphertextBlob: blob, EncryptionContext: context, ...(key && { KeyId: key.arn }) },
      fault: openFault(model, ciphertext, { by, at, key, context }) ?? (isRight ? undefined : "InvalidCiphertextException"),
      does: ({ Plaintext }) => expect(hex(Plaintext)).toBe(plaintext),
    };
  });

type Opening = { readonly by: Caller; readonly at: Region; readonly key?: Copy | undefined; readonly context: Context };

export function openFault(model: Model, { by: family }: Model["ciphertexts"][number], { by, at, key, context }: Opening): Fault {
  const own = copyIn(family, at);
  const on = key ?? own;
  if (on === undefined) return "AccessDeniedException"; // the ciphertext names a key, and there is none
  const fault = missing(on, by) ?? denied(model, by, "Decrypt", on, context) ?? stateFault("Decrypt", on);
  if (fault !== undefined || on === own) return fault;
  return isSymmetric(on.family) && own === undefined ? "InvalidCiphertextException" : "IncorrectKeyException";
}

const reEncrypt = (nth: number, name: string, context: Context, by: Caller): Step =>
  step(`${by}.ReEncrypt(#${nth}, ${name}, ${JSON.stringify(context ?? {})})`, (model) => {
    const ciphertext = model.ciphertexts[nth];
    const to = named(model, name);
    if (ciphertext === undefined || to === undefined) return undefined;
    const from = copyIn(ciphertext.by, to.region);
    const lost = from === undefined ? "AccessDeniedException" : missing(to, by);
    const unlet = from && (denied(model, by, "ReEncryptFrom", from, ciphertext.context) ?? denied(model, by, "ReEncryptTo", to, context));
    const unfit = isSymmetric(to.family) ? undefined : "InvalidKeyUsageException";
    return {
      operation: "ReEncrypt",
      by,
      in: to.region,
      input: {
        CiphertextBlob: ciphertext.blob,
        SourceEncryptionContext: ciphertext.context,
        DestinationKeyId: to.arn,
        DestinationEncryptionContext: context,
      },
      fault: lost ?? unlet ?? (from && stateFault("ReEncrypt", from)) ?? stateFault("ReEncrypt", to) ?? unfit,
      does: ({ CiphertextBlob: blob }) => {
        if (model.ciphertexts.length < REMEMBERED)
          model.ciphertexts.push({ by: to.family, blob, plaintext: ciphertext.plaintext, context });
      },
    };
  });

const MESSAGE = bytes("message");
export const proofInput = (kind: Kind) => ({
  Message: MESSAGE,
  ...(kind === "mac" ? { MacAlgorithm: "HMAC_SHA_256" } : { SigningAlgorithm: "ECDSA_SHA_256" }),
});

const prove = (operation: "GenerateMac" | "Sign", name: string, by: Caller): Step =>
  onKey(operation, name, by, "", (on, model) => {
    const kind = operation === "Sign" ? "signing" : "mac";
    return {
      input: proofInput(kind),
      fault: on.family.kind === kind ? undefined : "InvalidKeyUsageException",
      does: ({ Mac, Signature }) => {
        if (model.proofs.length < 3) model.proofs.push({ by: on.family, bytes: Mac ?? Signature });
      },
    };
  });

const advance = (by: { readonly days?: number; readonly minutes?: number; readonly seconds?: number }): Step => ({
  check: () => true,
  run: (model, { kms }) => {
    kms.advance(by);
    model.now += days(by.days ?? 0) + (by.minutes ?? 0) * 60_000 + (by.seconds ?? 0) * 1000;
    settle(model);
  },
  toString: () => `advance(${JSON.stringify(by)})`,
});

/** What every script begins with: a key of each kind, so that most calls find what they are about. */
export const BEGINNING: readonly Step[] = [
  createKey("symmetric", true, "admin"),
  createKey("external", true, "admin"),
  createKey("mac", false, "admin"),
  createKey("signing", false, "admin"),
  replicateKey("k1", ABROAD, "admin"),
  importKeyMaterial("k2", 1, true, undefined, "admin"),
  advance({ seconds: 2 }),
  putAlias("CreateAlias", "alias/a", "k1", "admin"),
  createGrant("k1", ["Encrypt", "Decrypt"], "a", "admin"),
  seal("Encrypt", "k1", { tenant: "a" }, "app"),
  seal("GenerateDataKey", "k2", undefined, "admin"),
  prove("GenerateMac", "k3", "admin"),
  prove("Sign", "k4", "admin"),
];

const pick = <const T>(...choices: readonly { readonly weight: number; readonly value: T }[]): fc.Arbitrary<T> =>
  fc.oneof(...choices.map(({ weight, value }) => ({ weight, arbitrary: fc.constant(value) })));
const someone = pick<Caller>({ weight: 20, value: "admin" }, { weight: 2, value: "app" }, { weight: 1, value: "stranger" });
const insider = pick<Caller>({ weight: 14, value: "admin" }, { weight: 1, value: "app" });
const key = pick(
  { weight: 4, value: "k1" },
  { weight: 3, value: `k1@${ABROAD}` },
  { weight: 4, value: "k2" },
  { weight: 2, value: `k2@${ABROAD}` },
  { weight: 1, value: "k3" },
  { weight: 1, value: "k4" },
  { weight: 2, value: "k5" },
  { weight: 1, value: `k5@${ABROAD}` },
  { weight: 1, value: "k6" },
);
const alias = fc.constantFrom("alias/a", "alias/b");
const region = fc.constantFrom(...REGIONS);
const context = fc.constantFrom<Context>(undefined, { tenant: "a" }, { tenant: "b" });
const target = fc.oneof(
  { weight: 4, arbitrary: key },
  { weight: 1, arbitrary: fc.tuple(alias, region).map(([name, at]) => `${name} in ${at}`) },
);
const operations = pick(
  { weight: 2, value: ["Decrypt"] },
  { weight: 4, value: ["Encrypt", "Decrypt"] },
  { weight: 2, value: ["GenerateDataKey", "ReEncryptFrom", "ReEncryptTo"] },
  { weight: 1, value: ["GenerateMac"] },
  { weight: 1, value: ["Sign", "Verify"] },
);
const passing = fc.constantFrom({ seconds: 2 }, { minutes: 1 }, { minutes: 3 }, { days: 1 }, { days: 8 }, { days: 31 }, { days: 100 });
const kind = fc.constantFrom<Kind>("symmetric", "external", "mac", "signing");
const window = pick({ weight: 6, value: 7 }, { weight: 2, value: 30 }, { weight: 1, value: 6 });
const expiry = pick({ weight: 3, value: undefined }, { weight: 1, value: 5 }, { weight: 1, value: 40 });
const material = fc.integer({ min: 1, max: 3 });
const nth = fc.nat({ max: REMEMBERED - 1 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Each call with everything that can be said of it, as often as it is likely to change the story. */
const CALLS: readonly (readonly [weight: number, call: fc.Arbitrary<Step>])[] = [
  [1, fc.tuple(kind, fc.boolean(), insider).map((args) => createKey(...args))],
  [3, fc.tuple(key, region, someone).map((args) => replicateKey(...args))],
  [2, fc.tuple(key, region, someone).map((args) => updatePrimaryRegion(...args))],
  [2, fc.tuple(key, someone).map((args) => setEnabled(false, ...args))],
  [4, fc.tuple(key, someone).map((args) => setEnabled(true, ...args))],
  [2, fc.tuple(key, window, someone).map((args) => scheduleKeyDeletion(...args))],
  [2, fc.tuple(key, someone).map((args) => cancelKeyDeletion(...args))],
  [2, fc.tuple(key, fc.constantFrom(90, 365), someone).map((args) => enableKeyRotation(...args))],
  [1, fc.tuple(key, someone).map((args) => disableKeyRotation(...args))],
  [3, fc.tuple(key, someone).map((args) => rotateKeyOnDemand(...args))],
  [3, fc.tuple(key, material, fc.boolean(), expiry, someone).map((args) => importKeyMaterial(...args))],
  [3, fc.tuple(fc.constantFrom("k2", `k2@${ABROAD}`), material, fc.boolean(), expiry, someone).map((args) => importKeyMaterial(...args))],
  [1, fc.tuple(key, someone).map((args) => deleteImportedKeyMaterial(...args))],
  [1, fc.tuple(alias, key, insider).map((args) => putAlias("CreateAlias", ...args))],
  [2, fc.tuple(alias, key, insider).map((args) => putAlias("UpdateAlias", ...args))],
  [1, fc.tuple(alias, region, insider).map((args) => deleteAlias(...args))],
  [4, fc.tuple(key, operations, maybe(fc.constant("a")), someone).map((args) => createGrant(...args))],
  [1, fc.tuple(fc.nat({ max: 3 }), someone).map((args) => revokeGrant(...args))],
  [1, fc.tuple(fc.nat({ max: 3 }), someone).map((args) => retireGrant(...args))],
  [6, fc.tuple(fc.constantFrom("Encrypt" as const, "GenerateDataKey" as const), target, context, someone).map((args) => seal(...args))],
  [4, fc.tuple(nth, maybe(key), region, fc.boolean(), someone).map((args) => decrypt(...args))],
  [2, fc.tuple(nth, key, context, someone).map((args) => reEncrypt(...args))],
  [1, fc.tuple(fc.constantFrom("GenerateMac" as const, "Sign" as const), key, someone).map((args) => prove(...args))],
  [8, passing.map(advance)],
];

export const scripts = fc.commands(
  CALLS.flatMap(([weight, arbitrary]) => Array.from({ length: weight }, () => arbitrary)),
  { maxCommands: 80, size: "max" },
);
