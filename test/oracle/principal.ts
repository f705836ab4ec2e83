import type { Way } from "../../src/authz/decision.ts";
import type { Caller } from "./caller.ts";
import { all, any, maybe, NO, not, type Truth, truth, YES } from "./truth.ts";

export type Entry = { readonly kind: string; readonly value: string };

/** How an entry names the caller, and whether it does for certain. */
export type Naming = { readonly way: Way; readonly certainly: Truth };

const SESSION_UNKNOWN = maybe(["aws:userid"]);
const last = (text: string): string => text.split("/").at(-1) ?? "";

/** The entries of a `Principal` or `NotPrincipal` element, as written in JSON. */
export function entriesOf(element: unknown): Entry[] {
  if (typeof element === "string") return [{ kind: "AWS", value: element }];
  return Object.entries(element as Record<string, unknown>).flatMap(([kind, values]) =>
    (Array.isArray(values) ? values : [values]).map((value) => ({ kind, value: String(value) })),
  );
}

const isAccountEntry = ({ kind, value }: Entry, partition: string, account: string): boolean =>
  kind === "AWS" && (value === account || value === `arn:${partition}:iam::${account}:root`);

/** Whether an entry is the role behind the caller. */
function isRoleOf(caller: Caller, value: string): boolean {
  if (caller.roleArn === undefined) return false;
  if (value.startsWith("AROA")) return caller.facts.userId?.split(":")[0] === value;
  if (caller.rolePathTold) return value === caller.roleArn;
  const prefix = `arn:${caller.partition}:iam::${caller.account}:role/`;
  return value.startsWith(prefix) && last(value) === caller.name;
}

/** Whether an entry is exactly the caller's own ARN: for a role whose session is not known, any session of it may be. */
function isExactly(caller: Caller, { kind, value }: Entry): Truth {
  if (caller.kind === "service") return truth(kind === "Service" && value === caller.arn);
  if (kind !== "AWS") return NO;
  if (caller.kind === "role") {
    const sessions = `arn:${caller.partition}:sts::${caller.account}:assumed-role/${caller.name}/`;
    return value.startsWith(sessions) ? SESSION_UNKNOWN : NO;
  }
  if (caller.kind === "user" && value.startsWith("AIDA")) return truth(caller.facts.userId === value);
  return truth(value === caller.arn);
}

/** All the ways in which the entries name the caller (IAM User Guide, Principal element). */
export function namings(caller: Caller, entries: readonly Entry[]): Naming[] {
  const found: Naming[] = [];
  for (const entry of entries) {
    if (entry.kind === "AWS" && entry.value === "*") found.push({ way: "direct", certainly: YES });
    if (caller.kind === "anonymous") continue;
    if (caller.account !== undefined && isAccountEntry(entry, caller.partition, caller.account))
      found.push({ way: "account", certainly: YES });
    if (caller.kind !== "root" && isExactly(caller, entry).is !== "no") found.push({ way: "direct", certainly: isExactly(caller, entry) });
    if (entry.kind === "AWS" && isRoleOf(caller, entry.value)) found.push({ way: "role", certainly: YES });
    const issuer = caller.kind === "federated" ? caller.facts.userArn : undefined;
    if (entry.kind === "AWS" && issuer !== undefined && !issuer.endsWith(":root") && entry.value === issuer)
      found.push({ way: "user", certainly: YES });
  }
  return found;
}

/**
 * Whether a NotPrincipal-Deny exempts the caller: its account, its role and its own ARN must all be listed; a service needs its name alone
 * (IAM User Guide, NotPrincipal element).
 */
export function exempts(caller: Caller, entries: readonly Entry[]): Truth {
  if (entries.some(({ kind, value }) => kind === "AWS" && value === "*")) return YES;
  if (caller.kind === "anonymous") return NO;
  const needed: Truth[] = [];
  const { account } = caller;
  if (account !== undefined) needed.push(truth(entries.some((entry) => isAccountEntry(entry, caller.partition, account))));
  if (caller.roleArn !== undefined) needed.push(truth(entries.some(({ kind, value }) => kind === "AWS" && isRoleOf(caller, value))));
  if (caller.kind !== "root") needed.push(any(entries.map((entry) => isExactly(caller, entry))));
  return all(needed);
}

export const notExempted = (caller: Caller, entries: readonly Entry[]): Truth => not(exempts(caller, entries));
