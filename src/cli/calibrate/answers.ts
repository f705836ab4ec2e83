import { Buffer } from "node:buffer";
import type { Layer } from "../../authz/decision.ts";
import { isPlainObject } from "../../base/json-source.ts";
import type { PrincipalFacts } from "../../iam/request.ts";
import { readErrorText } from "../../repair/error-text.ts";
import type { Question } from "./ask.ts";

/** What AWS said of a question. `none`: nothing about access, and why. */
export type Theirs =
  | { readonly kind: "allowed"; readonly code: string }
  | { readonly kind: "denied"; readonly layer?: Layer; readonly explicit?: boolean; readonly hidden?: true; readonly text: string }
  | { readonly kind: "none"; readonly why: string };

export type Answered = { readonly question: Question; readonly time: string; readonly theirs: Theirs; readonly policy?: string };

/** Whom a profile turned out to be. */
export type Caller = { readonly principal: string; readonly facts?: PrincipalFacts; readonly left?: string };

/** A file of answers, as far as it can be read. */
export type Answers = {
  readonly world: string | undefined; // as it was named when the script was written
  readonly questions: number; // in the script
  readonly callers: readonly Caller[];
  readonly answered: readonly Answered[];
  readonly unreadable: number; // lines
};

const MOST_LINES = 100_000;

/** Lines of JSON that nobody vouches for: whoever ran the script may have changed them. What does not have the form is counted. */
export function readAnswers(lines: Iterable<string>): Answers {
  let [world, questions, unreadable, count]: [string | undefined, number, number, number] = [undefined, 0, 0, 0];
  const callers: Caller[] = [];
  const answered: Answered[] = [];
  for (const line of lines) {
    if (line.trim() === "") continue;
    if (++count > MOST_LINES) {
      unreadable++;
      continue;
    }
    const value = parsed(line);
    if (!isPlainObject(value)) unreadable++;
    else if (value.kmsward === "calibrate") {
      world = typeof value.world === "string" ? value.world : world;
      questions += typeof value.questions === "number" ? value.questions : 0;
    } else if (typeof value.caller === "string") callers.push(callerIn(value.caller, value));
    else {
      const one = answeredIn(value);
      if (one === undefined) unreadable++;
      else answered.push(one);
    }
  }
  return { world, questions, callers, answered, unreadable };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Members = Readonly<Record<string, unknown>>;

const saidIn = ({ said }: Members): string => (typeof said === "string" ? Buffer.from(said, "base64").toString("utf8") : "");

function callerIn(principal: string, value: Members): Caller {
  if (typeof value.left === "string" && value.left !== "") return { principal, left: value.left };
  const identity = parsed(saidIn(value));
  if (!isPlainObject(identity) || typeof identity.Arn !== "string") return { principal, left: "no identity" };
  return { principal, facts: { arn: identity.Arn, ...(typeof identity.UserId === "string" && { userId: identity.UserId }) } };
}

const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  isPlainObject(value) && Object.values(value).every((one) => typeof one === "string");

function answeredIn(value: Members): Answered | undefined {
  const { question, time, exit } = value;
  if (!isPlainObject(question) || typeof time !== "string" || typeof exit !== "number") return undefined;
  const { principal, operation, actions, key, context, encryptionContext } = question;
  if (typeof principal !== "string" || typeof operation !== "string" || typeof key !== "string") return undefined;
  if (!Array.isArray(actions) || actions.length === 0 || actions.length > 4 || !actions.every((one) => typeof one === "string"))
    return undefined;
  if ((context !== undefined && !isPlainObject(context)) || !isTexts(encryptionContext)) return undefined;
  const said = saidIn(value);
  const policy = operation === "GetKeyPolicy" && exit === 0 ? policyIn(said) : undefined;
  return {
    question: question as unknown as Question,
    time,
    theirs: theirsIn(exit, said),
    ...(policy !== undefined && { policy }),
  };
}

function policyIn(said: string): string | undefined {
  const value = parsed(said);
  return isPlainObject(value) && typeof value.Policy === "string" ? value.Policy : undefined;
}

/**
 * Errors that only a call which the policies allow can meet: "the request would have succeeded"; and what is looked at after access (rule
 * kms.key-state.after, rule kms.dry-run.authorized).
 */
const PASSED: ReadonlySet<string> = new Set([
  "DryRunOperationException",
  "KMSInvalidSignatureException",
  "KMSInvalidMacException",
  "KMSInvalidStateException",
  "DisabledException",
]);

function theirsIn(exit: number, said: string): Theirs {
  if (exit === 0) return { kind: "allowed", code: "success" };
  const code = /An error occurred \(([A-Za-z0-9]{1,80})\) when calling/.exec(said)?.[1];
  if (code === undefined) return { kind: "none", why: firstLine(said) };
  if (PASSED.has(code)) return { kind: "allowed", code };
  if (code !== "AccessDeniedException" && code !== "AccessDenied") return { kind: "none", why: code };
  const { layer, explicit, hidden } = readErrorText(said) ?? {};
  return {
    kind: "denied",
    ...(layer !== undefined && { layer }),
    ...(explicit !== undefined && { explicit }),
    ...(hidden !== undefined && { hidden }),
    text: said.trim().slice(0, 4000),
  };
}

/** Of the AWS CLI's own complaints: no network, an option that it does not know. */
const firstLine = (said: string): string =>
  (
    said
      .split(/[\r\n]+/)
      .filter((line) => line.trim() !== "")
      .at(-1) ?? "the call ended without a word"
  ).slice(0, 300);
