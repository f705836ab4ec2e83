import { CIRCUMSTANCES, PRINCIPAL } from "../authz/members-of-requests.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import {
  either,
  isInOrder,
  listOf,
  type Member,
  type Members,
  mapOf,
  memberFaults,
  NUMBER,
  needed,
  OBJECT,
  objectOf,
  TEXT,
  TRUTH,
} from "../base/members.ts";
import type { Policy } from "../iam/policy.ts";
import type { Grant } from "../iam/request.ts";
import type { DataQuestion } from "./data/question.ts";
import type { FlowQuestion } from "./flow.ts";
import type { Question } from "./question.ts";

/** What the members of a grant are, as KMS names them. */
const GRANT = objectOf({
  GrantId: needed(TEXT),
  Name: TEXT,
  KeyId: TEXT,
  GranteePrincipal: TEXT,
  GranteeServicePrincipal: TEXT,
  Operations: needed(listOf(TEXT)),
  Constraints: objectOf({ EncryptionContextEquals: mapOf(TEXT), EncryptionContextSubset: mapOf(TEXT), SourceArn: TEXT }),
  RetiringPrincipal: TEXT,
  RetiringServicePrincipal: TEXT,
  IssuingAccount: TEXT,
  GrantToken: TEXT,
  Propagated: TRUTH,
  CreationDate: either(TEXT, NUMBER),
} satisfies Record<keyof Grant, Member>);

/** A policy that `parsePolicy` has read: whoever has made one himself is told. */
const POLICY: Member = {
  is: (value) =>
    isInOrder(value, {
      type: needed(TEXT),
      name: needed(TEXT),
      version: needed(TEXT),
      id: TEXT,
      statements: needed(listOf(OBJECT)),
      doubtful: listOf(OBJECT),
    } satisfies Record<keyof Policy, Member>),
  words: "a session policy that `parsePolicy` has read",
};

/** Everything a question may say. Whoever asks one, a program, a matcher or a test, it is looked at here. */
export const QUESTION = {
  principal: needed(PRINCIPAL),
  action: needed(TEXT),
  key: TEXT,
  resource: TEXT,
  endpoint: TEXT,
  session: listOf(POLICY),
  moreGrants: listOf(GRANT),
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

const DATA = {
  flow: needed(TEXT),
  on: needed(TEXT),
  parameters: OBJECT,
  principal: needed(PRINCIPAL),
  key: TEXT,
  context: CIRCUMSTANCES.context,
  unknown: CIRCUMSTANCES.unknown,
  time: CIRCUMSTANCES.time,
  endpoint: TEXT,
  session: listOf(POLICY),
} satisfies Record<keyof DataQuestion, Member>;

const faults = (given: unknown, members: Members): readonly Diagnostic[] => memberFaults(given, members, { file: "question", pointer: "" });

/** Members that a question does not have, lacks, or has of the wrong type. */
export const questionFaults = (given: unknown): readonly Diagnostic[] => faults(given, QUESTION);
export const dataQuestionFaults = (given: unknown): readonly Diagnostic[] => faults(given, DATA);
export const flowQuestionFaults = (given: unknown): readonly Diagnostic[] => faults(given, FLOW);
