import type { Diagnostic, Place } from "./diagnostic.ts";
import { isPlain } from "./json-source.ts";
import { nearest } from "./nearest.ts";
import { listed, pointerStep, shown } from "./text.ts";

/** What a member of an object that a program hands over has to be, in words too; `members` are those of an object inside. */
export type Member = {
  readonly is: (value: unknown) => boolean;
  readonly words: string; // "a text", behind "is not"
  readonly required?: true;
  readonly members?: Members;
};

/** The members an object may have. */
export type Members = Readonly<Record<string, Member>>;

export const TEXT: Member = { is: (value) => typeof value === "string", words: "a text" };
export const TRUTH: Member = { is: (value) => typeof value === "boolean", words: "true or false" };
export const NUMBER: Member = { is: (value) => typeof value === "number" && Number.isFinite(value), words: "a number" };
export const COUNT: Member = { is: (value) => Number.isSafeInteger(value) && (value as number) >= 0, words: "a whole number from 0 on" };
export const FUNCTION: Member = { is: (value) => typeof value === "function", words: "a function" };
export const OBJECT: Member = { is: (value) => typeof value === "object" && value !== null, words: "an object" };
/** Its members are looked at elsewhere, where they are read. */
export const ANYTHING: Member = { is: () => true, words: "" };

export const needed = (member: Member): Member => ({ ...member, required: true });
export const oneOf = (...texts: readonly string[]): Member => ({
  is: (value) => texts.includes(value as string),
  words: listed(
    texts.map((text) => `\`${text}\``),
    "or",
  ),
});
export const listOf = ({ is, words }: Member): Member => ({
  is: (value) => Array.isArray(value) && [...value].every(is), // a place that holds nothing is looked at, too
  words: `a list, each ${words}`,
});
/** A map of names that somebody chose. */
export const mapOf = ({ is, words }: Member): Member => ({
  is: (value) => isMembers(value) && Object.values(value).every(is),
  words: `a plain object, each member ${words}`,
});
export const objectOf = (members: Members): Member => ({ is: (value) => isInOrder(value, members), words: "a plain object", members });
export const either = (one: Member, other: Member): Member => ({
  is: (value) => one.is(value) || other.is(value),
  words: `${one.words} or ${other.words}`,
  ...((other.members ?? one.members) && { members: other.members ?? one.members }),
});

/** Whether an object has what it needs and nothing that it does not know: without words, for what is asked often. */
export function isInOrder(given: unknown, members: Members): boolean {
  if (!isMembers(given)) return false;
  for (const name of Object.keys(given)) {
    const value = given[name];
    if (value !== undefined && !(Object.hasOwn(members, name) && members[name]?.is(value))) return false;
  }
  for (const name in members) if (members[name]?.required === true && given[name] === undefined) return false;
  return true;
}

/**
 * Everything that is wrong with an object that a program hands over: a member that nobody knows, with the one that was perhaps meant, one that is missing,
 * one of the wrong type. What is not known is never passed over: it would protect nothing, and nobody would see.
 */
export function memberFaults(given: unknown, members: Members, at: Place): readonly Diagnostic[] {
  const fault = (code: Diagnostic["code"], pointer: string, message: string, help?: string): Diagnostic => ({
    code,
    severity: "error",
    message,
    at: { ...at, pointer },
    ...(help !== undefined && { help }),
  });
  if (isInOrder(given, members)) return [];
  const known = Object.keys(members);
  const all = `known are ${known.map((name) => `\`${name}\``).join(", ")}`;
  if (!isMembers(given)) {
    const name = at.pointer === "" ? `what ${at.file} was given` : `\`${at.pointer.slice(at.pointer.lastIndexOf("/") + 1)}\``;
    return [fault("KW104", at.pointer, `${name} is not a plain object`, all)];
  }
  const unknown = Object.keys(given).filter((name) => given[name] !== undefined && !Object.hasOwn(members, name));
  const meant = new Map(unknown.map((name) => [name, nearest(name, known)]));
  const found = unknown.map((name) => {
    const near = meant.get(name);
    return fault(
      "KW101",
      pointerStep(at.pointer, name),
      `unknown member ${shown(name)}`,
      near === undefined ? all : `did you mean \`${near}\`?`,
    );
  });
  const slips = new Set(meant.values());
  for (const [name, member] of Object.entries(members)) {
    const value = given[name];
    const pointer = pointerStep(at.pointer, name);
    if (value === undefined) {
      if (member.required === true && !slips.has(name))
        found.push(fault("KW105", at.pointer, `\`${name}\` is missing`, `it is ${member.words}`));
    } else if (!member.is(value)) {
      const inside = member.members !== undefined && isMembers(value) ? memberFaults(value, member.members, { ...at, pointer }) : [];
      found.push(...(inside.length > 0 ? inside : [fault("KW104", pointer, `\`${name}\` is not ${member.words}`)]));
    }
  }
  return found;
}

/** Not a list and not a `Map`, whose pairs would be overlooked; an instance of a class, where it has members of its own. */
function isMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return isPlain(value) || Object.keys(value).length > 0;
}
