import { type KeyOperationName, type KeyState, keyStateResult } from "../../src/catalog/key-states.ts";

/** What a KMS remembers, in the fewest words: names instead of ARNs, numbers instead of key material. The rules here know nothing of `src/kms`. */

export const REGIONS = ["us-east-1", "eu-west-1"] as const;
export type Region = (typeof REGIONS)[number];
export type Kind = "symmetric" | "external" | "mac" | "signing";
export type Caller = "admin" | "app" | "stranger"; // may do everything; may do what grants let it; of another account, may do nothing

/** A key in one Region. */
export type Copy = {
  readonly name: string; // "k1", "k1@eu-west-1"
  readonly family: Family;
  readonly region: Region;
  readonly arn: string;
  type: "single" | "PRIMARY" | "REPLICA";
  isGone: boolean;
  isEnabled: boolean;
  deletion?: { readonly at?: number; readonly days: number } | undefined; // no time: it waits for its replicas
  changesUntil?: { readonly at: number; readonly state: "Creating" | "Updating" } | undefined;
  readonly held: Map<number, number>; // materials that are there, and when they expire
};

/** What related keys share. */
export type Family = {
  readonly kind: Kind;
  readonly id: string;
  readonly copies: Copy[]; // that still exist
  materials: { readonly nr: number; role: "CURRENT" | "NON_CURRENT" | "WAITING" }[];
  schedule?: { readonly days: number; nextAt: number } | undefined;
  turnsAt?: number | undefined; // a rotation on demand is under way
};

export type Grant = {
  readonly on: Copy;
  readonly id: string;
  readonly token: string;
  readonly operations: readonly string[];
  readonly tenant: string | undefined;
  isLive: boolean;
};
export type Context = Readonly<Record<string, string>> | undefined;
export type Ciphertext = { readonly by: Family; readonly blob: Uint8Array; readonly plaintext: string; readonly context: Context };
export type Proof = { readonly by: Family; readonly bytes: Uint8Array };

export type Model = {
  now: number;
  readonly keys: Copy[]; // also those that are gone
  readonly aliases: Map<string, Copy>; // by "Region name"
  readonly grants: Grant[];
  readonly ciphertexts: Ciphertext[];
  readonly proofs: Proof[];
};

const DAY_MS = 86_400_000;
export const days = (count: number): number => count * DAY_MS;

export const isSymmetric = ({ kind }: Family): boolean => kind === "symmetric" || kind === "external";
export const isAssociated = ({ role }: Family["materials"][number]): boolean => role !== "WAITING";
export const current = ({ materials }: Family) => materials.find(({ role }) => role === "CURRENT");
export const waiting = ({ materials }: Family) => materials.find(({ role }) => role === "WAITING");
export const primaryOf = ({ copies }: Family): Copy | undefined => copies.find(({ type }) => type !== "REPLICA");
export const copyIn = ({ copies }: Family, region: Region): Copy | undefined => copies.find((copy) => copy.region === region);
export const everywhere = ({ copies }: Family, nr: number): boolean => copies.every(({ held }) => held.has(nr));

/** KMS Developer Guide, "Key states of AWS KMS keys". */
export function stateOf({ deletion, changesUntil, family, held, isEnabled }: Copy): KeyState {
  if (deletion !== undefined) return deletion.at === undefined ? "PendingReplicaDeletion" : "PendingDeletion";
  if (changesUntil !== undefined) return changesUntil.state;
  const isWhole = current(family) !== undefined && family.materials.filter(isAssociated).every(({ nr }) => held.has(nr));
  if (!isWhole) return "PendingImport";
  return isEnabled ? "Enabled" : "Disabled";
}

/** The error of an operation on a key in its state. The table it reads is proved against the documentation by itself. */
export function stateFault(operation: KeyOperationName, copy: Copy): string | undefined {
  const result = keyStateResult(operation, stateOf(copy));
  return result === "ok" ? undefined : result;
}

/** Whether the caller is let: the administrator always, the application by a grant whose constraint the context fulfils. */
export function allows({ grants }: Model, caller: Caller, operation: string, on: Copy, context?: Context): boolean {
  if (caller !== "app") return caller === "admin";
  const constrains = (tenant: string | undefined) => tenant !== undefined && context?.tenant !== tenant;
  return grants.some((grant) => grant.isLive && grant.on === on && grant.operations.includes(operation) && !constrains(grant.tenant));
}

/** A material that has gone from one Region; one that only waits is forgotten with that of the primary key. */
export function lose(copy: Copy, nr: number): void {
  const { family } = copy;
  const isWaiting = waiting(family)?.nr === nr;
  if (isWaiting && copy.type !== "REPLICA") {
    family.materials = family.materials.filter((material) => material.nr !== nr);
    for (const other of family.copies) other.held.delete(nr);
  } else copy.held.delete(nr);
}

/** Lets all happen that is due, the earliest first. */
export function settle(model: Model): void {
  for (;;) {
    const [first] = model.keys
      .flatMap((copy) => (copy.isGone ? [] : dueOf(model, copy)))
      .filter(({ at }) => at <= model.now)
      .sort((a, b) => a.at - b.at);
    if (first === undefined) return;
    first.happens(first.at);
  }
}

type Due = { readonly at: number; readonly happens: (at: number) => void };

function dueOf(model: Model, copy: Copy): readonly Due[] {
  const { family, deletion, changesUntil, held } = copy;
  const due: Due[] = [];
  if (deletion?.at !== undefined) due.push({ at: deletion.at, happens: (at) => vanish(model, copy, at) });
  if (changesUntil !== undefined)
    due.push({
      at: changesUntil.at,
      happens: () => {
        copy.changesUntil = undefined;
      },
    });
  for (const [nr, at] of held) if (at < Number.POSITIVE_INFINITY) due.push({ at, happens: () => lose(copy, nr) });
  if (copy !== primaryOf(family)) return due;
  const { turnsAt, schedule } = family;
  if (turnsAt !== undefined) due.push({ at: turnsAt, happens: () => turnOnDemand(family) });
  if (schedule !== undefined && copy.isEnabled && deletion === undefined) {
    due.push({ at: schedule.nextAt, happens: (at) => rotateBySchedule(family, schedule, at) });
  }
  return due;
}

/** Aliases and grants go with their key; a primary key that waited for this one begins its own days. */
function vanish(model: Model, copy: Copy, at: number): void {
  const { family } = copy;
  copy.isGone = true;
  family.copies.splice(family.copies.indexOf(copy), 1);
  for (const [name, target] of model.aliases) if (target === copy) model.aliases.delete(name);
  for (const grant of model.grants) if (grant.on === copy) grant.isLive = false;
  const [last] = family.copies;
  if (family.copies.length !== 1 || last?.deletion === undefined || last.deletion.at !== undefined) return;
  last.deletion = { at: at + days(last.deletion.days), days: last.deletion.days };
}

function turnOnDemand(family: Family): void {
  family.turnsAt = undefined;
  const next = waiting(family);
  if (family.kind !== "external") rotate(family);
  else if (next !== undefined && everywhere(family, next.nr)) makeCurrent(family, next.nr);
}

function rotateBySchedule(family: Family, schedule: NonNullable<Family["schedule"]>, at: number): void {
  schedule.nextAt = at + days(schedule.days);
  rotate(family);
}

function rotate(family: Family): void {
  const nr = Math.max(...family.materials.map((material) => material.nr)) + 1;
  family.materials.push({ nr, role: "WAITING" });
  for (const { held } of family.copies) held.set(nr, Number.POSITIVE_INFINITY);
  makeCurrent(family, nr);
}

function makeCurrent({ materials }: Family, nr: number): void {
  for (const material of materials) material.role = material.nr === nr ? "CURRENT" : "NON_CURRENT";
}
