import type { Place } from "../../base/diagnostic.ts";
import { isPlainObject } from "../../base/json-source.ts";
import { pointerStep } from "../../base/text.ts";
import type { PolicyType } from "../../iam/policy.ts";
import { decoded } from "../../world/policy-envelope.ts";
import type { PolicyValue, UnknownPolicy } from "../draft.ts";
import type { RecognisedDocument } from "../importer.ts";
import { from } from "../origins.ts";
import { type AnswerKind, answerOf } from "../recognise.ts";
import type { Sides } from "../sides.ts";
import { storedPolicy } from "../stored-policy.ts";
import { type Subject, subjectOf } from "./subject.ts";

export type Members = Readonly<Record<string, unknown>>;

/** One answer of AWS, what it was asked about as far as the path of its file says, and where it stands. */
export type Answer = {
  readonly kind: AnswerKind | "policy"; // the latter: the document of a key policy by itself
  readonly value: Members;
  readonly subject: Subject;
  readonly file: string;
  readonly at: (pointer: string) => Place;
};

/** The answers in a document: it is one, or a list of them. */
export function answersIn(document: RecognisedDocument): readonly Answer[] {
  const { value, file, at, format } = document;
  const subject = subjectOf(file);
  const one = (each: unknown, pointer: string): readonly Answer[] => {
    if (!isPlainObject(each)) return [];
    const kind = format === "policy" ? "policy" : answerOf(each);
    return kind === undefined ? [] : [{ kind, value: each, subject, file, at: (inner) => at(pointer + inner) }];
  };
  return Array.isArray(value) ? value.flatMap((each, i) => one(each, pointerStep("", i))) : one(value, "");
}

/**
 * Whether an answer is one page of several. More may exist than is on it, and on all pages that are there: nothing tells whether one of them is missing.
 *
 * Source: AWS KMS, IAM and Organizations API References, the lists; AWS CLI User Guide, "Pagination".
 */
export const isPage = (value: Members): boolean =>
  value.Truncated === true ||
  value.IsTruncated === true ||
  ["NextToken", "NextMarker", "Marker"].some((name) => typeof value[name] === "string" && value[name] !== "");

export const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
export const members = (value: unknown): readonly Members[] => (Array.isArray(value) ? value.filter(isPlainObject) : []);

/** The policy in an answer; one that cannot be read is not known, and told. */
export function readPolicy(value: unknown, type: PolicyType, what: string, at: Place, sides: Sides): PolicyValue | UnknownPolicy {
  const read = policyIn(value);
  if ("unknown" in read) return sides.policyUnknown(what, read.unknown, at);
  const statements = read.policy === value && Array.isArray(read.policy.Statement) ? read.policy.Statement : [];
  statements.forEach((statement, i) => {
    if (isPlainObject(statement)) from(statement, { ...at, pointer: `${at.pointer}/Statement/${i}` });
  });
  return storedPolicy(from(read.policy, at), type, what, at, sides);
}

/**
 * A policy as the tools give it: an object, its text in JSON, or that text escaped as in URLs (IAM API Reference, GetRolePolicy; Python tools undo the latter).
 * A text: why it is not known.
 */
function policyIn(value: unknown): { readonly policy: PolicyValue } | { readonly unknown: string } {
  if (isPlainObject(value)) return { policy: value };
  if (typeof value !== "string") return { unknown: "its document is not told" };
  for (const text of [value, decoded(value)]) {
    const parsed = text === undefined ? undefined : parsedObject(text);
    if (parsed !== undefined) return { policy: parsed };
  }
  return { unknown: "its text is no JSON" };
}

function parsedObject(text: string): PolicyValue | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isPlainObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Tags, in the spelling of KMS or of IAM. Undefined where one cannot be read. */
export function tagsIn(value: unknown): Readonly<Record<string, string>> | undefined {
  if (value !== undefined && !Array.isArray(value)) return undefined;
  const pairs = (value ?? []).map((tag: unknown) =>
    isPlainObject(tag) ? [text(tag.TagKey ?? tag.Key), text(tag.TagValue ?? tag.Value)] : [],
  );
  return pairs.every(([key, own]) => key !== undefined && own !== undefined) ? Object.fromEntries(pairs as [string, string][]) : undefined;
}
