import type { Determining, Layer, Outcome } from "../../authz/decision.ts";
import { RULES } from "../../catalog/rules.ts";
import type { Question as WorldQuestion } from "../../estate/question.ts";
import type { World, WorldAnswer } from "../../estate/world.ts";
import type { ContextValue, PrincipalFacts } from "../../iam/request.ts";
import { readErrorText } from "../../repair/error-text.ts";
import { combined } from "../../replay/classes.ts";

/** One question, as it goes into the script, comes back with AWS's answer, and is asked of the world. Plain data: lines of JSON hold it. */
export type Question = {
  readonly principal: string; // as the world names it
  readonly operation: string; // Encrypt
  readonly actions: readonly string[]; // all of them have to be allowed
  readonly key: string; // ARN
  readonly context?: Readonly<Record<string, ContextValue>>;
  readonly encryptionContext: Readonly<Record<string, string>>; // all pairs: empty where none is sent
};

/** Who really asked, and when: what is known only when it was done. */
export type Circumstances = { readonly caller?: PrincipalFacts; readonly time?: string };

/** What kmsward says of a question, and what that rests on. */
export type Ours = {
  readonly outcome: Outcome;
  readonly layer?: Layer; // of a denial: the kind of policy that is blamed
  readonly by: readonly Determining[];
  readonly reason: string;
  readonly missing: readonly string[];
  readonly assumed: readonly string[]; // keys that were taken as absent
  readonly chosen: readonly string[]; // rules on which AWS is silent: our reading
  readonly granted: readonly string[]; // what the world takes for granted
  readonly action: string; // the check that fixed it
  readonly answer: WorldAnswer;
};

/** What a call from a shell brings with it that nobody has told: where it comes from, how its session was made. */
export const UNTOLD = [
  "aws:SourceIp",
  "aws:VpcSourceIp",
  "aws:SourceVpc",
  "aws:SourceVpce",
  "aws:UserAgent",
  "aws:TokenIssueTime",
  "aws:SourceIdentity",
  "aws:MultiFactorAuthPresent",
  "aws:MultiFactorAuthAge",
] as const;

const CHOSEN: ReadonlySet<string> = new Set(RULES.filter(({ basis }) => basis === "chosen").map(({ id }) => id));

/** The answer of the world: of several checks the one that denies, else the one that is open. */
export function ask(world: World, question: Question, { caller, time }: Circumstances = {}): Ours {
  const answers = question.actions.map((action) => ({ action, answer: world.authorize(asked(question, action, caller, time)) }));
  const outcome = combined(answers.map(({ answer }) => answer.outcome));
  const { action, answer } = answers.find((one) => one.answer.outcome === outcome) ?? (answers[0] as (typeof answers)[number]);
  const told = answer.error === undefined ? undefined : readErrorText(answer.error.message);
  return {
    outcome,
    ...(told?.layer !== undefined && { layer: told.layer }),
    by: answer.by,
    reason: answer.invalid?.[0]?.message ?? answer.reason,
    missing: answer.missing ?? [],
    assumed: [...new Set(answers.flatMap((one) => one.answer.assumed ?? []))],
    chosen: [...new Set(answers.flatMap((one) => one.answer.rules ?? []))].filter((id) => CHOSEN.has(id)),
    granted: [
      ...new Set(answers.flatMap((one) => [...(one.answer.notes ?? []), ...(one.answer.assumptions ?? []).map(({ text }) => text)])),
    ],
    action,
    answer,
  };
}

/** The question as the world reads it. */
export function asked(
  { principal, key, context, encryptionContext }: Question,
  action: string,
  caller?: PrincipalFacts,
  time?: string,
): WorldQuestion {
  return {
    principal: caller ?? principal,
    action,
    key,
    ...(context !== undefined && { context: context as NonNullable<WorldQuestion["context"]> }),
    encryptionContext,
    ...(time !== undefined && { time }),
    unknown: [...UNTOLD],
  };
}
