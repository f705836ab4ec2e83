import { CIRCUMSTANCES, PRINCIPAL } from "../authz/members-of-requests.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { listOf, type Member, type Members, memberFaults, needed, OBJECT, TEXT } from "../base/members.ts";
import type { FlowQuestion } from "./flow.ts";
import type { Question } from "./question.ts";

/** Everything a question may say. Whoever asks one, a program, a matcher or a test, it is looked at here. */
export const QUESTION = {
  principal: needed(PRINCIPAL),
  action: needed(TEXT),
  key: TEXT,
  resource: TEXT,
  endpoint: TEXT,
  session: listOf(OBJECT),
  moreGrants: listOf(OBJECT),
  ...CIRCUMSTANCES,
} satisfies Record<keyof Question, Member>;

const FLOW = {
  flow: needed(TEXT),
  parameters: OBJECT,
  principal: needed(PRINCIPAL),
  key: needed(TEXT),
  region: TEXT,
  account: TEXT,
  context: OBJECT,
} satisfies Record<keyof FlowQuestion, Member>;

const faults = (given: unknown, members: Members): readonly Diagnostic[] => memberFaults(given, members, { file: "question", pointer: "" });

/** Members that a question does not have, lacks, or has of the wrong type. */
export const questionFaults = (given: unknown): readonly Diagnostic[] => faults(given, QUESTION);
export const flowQuestionFaults = (given: unknown): readonly Diagnostic[] => faults(given, FLOW);
