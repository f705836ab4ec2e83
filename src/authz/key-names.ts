import type { Diagnostic } from "../base/diagnostic.ts";
import { nearest } from "../base/nearest.ts";
import { shown } from "../base/text.ts";
import { CONDITION_KEY_NAMES, conditionKey, conditionKeyOrFamily } from "../catalog/condition-keys.ts";
import { foldCase } from "../iam/values.ts";
import { spelledAsAws } from "./missing.ts";

/** What is wrong with the name of a condition key in a question. An error is a slip that would change what is asked; a warning may be meant. */
export type NameFault = Pick<Diagnostic, "severity" | "message" | "help">;

/** Whether a warning of an answer is about its request, which is written elsewhere than its policies. */
export const isAboutRequest = ({ code }: Diagnostic): boolean => code === "KW408";

/** A warning about the request, said where the request is. */
export const placedInRequest = (found: readonly Diagnostic[], placed: (one: Diagnostic) => Diagnostic["at"]): readonly Diagnostic[] =>
  found.map((one) => (isAboutRequest(one) ? { ...one, at: placed(one) } : one));

/** The condition keys that the policies in question read, in lower case. */
export type ReadNames = { readonly has: (name: string) => boolean; readonly keys: () => Iterable<string> };

/** `value`: a key that is given one. `open`: one that is said to be unknown, where a family's name stands for all of it, and `*` for all keys. */
export type NameUse = "value" | "open";

/**
 * What is wrong with a name: AWS documents no such key, and no policy in question reads it. A name that AWS would have documented (`aws:`, `kms:`) and that
 * looks like one is misspelt; so is one that looks like a key which a policy reads, whatever service it is of. Other services have keys that are not listed
 * here, and AWS adds some: of those it is only said that they make no difference.
 */
export function nameFault(name: string, use: NameUse, read: ReadNames): NameFault | undefined {
  if (conditionKey(name) !== undefined || read.has(foldCase(name))) return undefined;
  const family = conditionKeyOrFamily(name);
  if (use === "open" && (family !== undefined || name === "*")) return undefined;
  if (family !== undefined)
    return {
      severity: "error",
      message: `${shown(name)} is the beginning of condition keys, and none itself`,
      help: `write what it is about behind it: \`${family.name}${family.upTo === undefined ? "team" : "0"}\``,
    };
  const own = isOfAws(name);
  const names = [...read.keys()].map(spelledAsAws);
  const near = nearName(name, names, CLOSE) ?? (own ? (nearName(name, CONDITION_KEY_NAMES, CLOSE) ?? nearName(name, names)) : undefined);
  if (near !== undefined) return { severity: "error", message: unknownName(name), help: `did you mean ${suggestion(near)}?` };
  const colon = name.indexOf(":");
  if (colon <= 0 || colon === name.length - 1)
    return {
      severity: "error",
      message: `${shown(name)} is no condition key`,
      help: "a prefix, a colon, a name: `aws:SourceIp`; pairs of the encryption context go into `encryptionContext`",
    };
  const similar = nearName(name, CONDITION_KEY_NAMES);
  return {
    severity: "warning",
    message: `${unknownName(name)}, and no policy in question reads it`,
    help: similar === undefined ? "it makes no difference: leave it out" : `did you mean \`${similar}\`?`,
  };
}

const unknownName = (name: string): string => `AWS documents no condition key ${shown(name)}`;

const CLOSE = 2; // changed letters

/** Of a numbered family its first and last member. */
function suggestion(near: string): string {
  const last = conditionKeyOrFamily(near)?.upTo;
  return last === undefined || conditionKey(near) !== undefined ? `\`${near}\`` : `\`${near}0\` to \`${near}${last}\``;
}

/** With the prefix of the global keys or of KMS, or one that looks like it; or with none. */
function isOfAws(name: string): boolean {
  const colon = name.indexOf(":");
  if (colon < 0) return true;
  const prefix = name.slice(0, colon);
  return nearest(prefix, PREFIXES, 1) !== undefined || FAMILIES.some((family) => letters(afterPrefix(family)) === letters(prefix));
}

const PREFIXES = ["aws", "kms"];
const isOpenFamily = (key: string): boolean => /[:/]$/.test(key);
const afterPrefix = (key: string): string => key.slice(key.indexOf(":") + 1);
const FAMILIES = CONDITION_KEY_NAMES.filter((key) => isOpenFamily(key) && afterPrefix(key) !== "");

/**
 * The key that is meant by a name: one that differs in punctuation or lacks its prefix, or else in a few letters. Of a key of a family the head is looked
 * at: `aws:PrincipalTags/team` means `aws:PrincipalTag/team`.
 */
function nearName(name: string, candidates: readonly string[], most?: number): string | undefined {
  const families = candidates.filter(isOpenFamily);
  const keys = candidates.filter((key) => !isOpenFamily(key));
  const whole = alike(name, keys) ?? nearest(name, keys, most);
  if (whole !== undefined) return whole;
  for (const { head, tail } of headsOf(name)) {
    const family = alike(head, families) ?? nearest(head, families, most);
    if (family !== undefined) return family + tail;
  }
  if (name.includes(":")) return undefined;
  const bare = nearest(name, candidates.map(afterPrefix), Math.min(most ?? CLOSE, Math.floor(name.length / 3)));
  return candidates.find((key) => afterPrefix(key) === bare);
}

/** Letters and digits are the same, with the prefix or without. */
function alike(name: string, keys: readonly string[]): string | undefined {
  const own = letters(name);
  return own === "" ? undefined : keys.find((key) => letters(key) === own || letters(afterPrefix(key)) === own);
}

const LONGEST = 128; // characters that are looked at of a name
const letters = (name: string): string =>
  name
    .slice(0, LONGEST)
    .replace(/[^A-Za-z0-9]/g, "")
    .toLowerCase();

/** What may be the family and what its member: `kms:` and `EncryptionContext:tenant`, `kms:EncryptionContext:` and `tenant`. */
function headsOf(name: string): readonly { readonly head: string; readonly tail: string }[] {
  const heads: { head: string; tail: string }[] = [];
  for (let i = 1; i < Math.min(name.length - 1, LONGEST) && heads.length < 3; i++) {
    if (/[^A-Za-z0-9]/.test(name[i] as string)) heads.push({ head: name.slice(0, i + 1), tail: name.slice(i + 1) });
  }
  return heads;
}
