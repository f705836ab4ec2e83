import { PRINCIPAL } from "../authz/members-of-requests.ts";
import type { Members } from "../base/members.ts";
import { assertOptions } from "../base/usage.ts";
import { type ActionName, KMS_ACTIONS, type KmsAction } from "../catalog/actions.ts";
import { ENCRYPTION } from "../catalog/kms-condition-keys.ts";
import type { Question } from "../estate/question.ts";
import { QUESTION } from "../estate/question-members.ts";
import { foldCase } from "../iam/values.ts";

/** What a question has besides its action. */
export type QuestionParts = Partial<Omit<Question, "action">>;
type EncryptionContext = NonNullable<Question["encryptionContext"]>;

/** Those methods take the encryption context of what is encrypted or decrypted first. */
type ContextAction = (typeof ENCRYPTION)[number];

type AskWithContext = (encryptionContext?: EncryptionContext, rest?: Omit<QuestionParts, "encryptionContext">) => Question;
type Ask = (rest?: QuestionParts) => Question;

/**
 * Makes questions of one caller: a method for every action of KMS. Nothing is asked yet. What a method is given stands in place of what the builder has;
 * of `context` each condition key does by itself, and `key` and `resource` are each other's place. A key is left out where the action is asked of none.
 */
export type RequestBuilder = {
  readonly [Name in ActionName as Uncapitalize<Name>]: Name extends ContextAction ? AskWithContext : Ask;
} & {
  /** Any other action: `.action("sts:AssumeRole", { resource: "auditor" })`. */
  readonly action: (action: string, rest?: QuestionParts) => Question;
  /** Another builder; this one stays as it is. */
  readonly with: (parts: QuestionParts) => RequestBuilder;
};

/**
 * Begins questions that are alike: `request({ principal: "app", key: "orders" }).decrypt({ tenant: "t1" })`. Names are those of the world that is asked.
 *
 * @throws {TypeError} for a member that questions do not have, and an encryption context that is not a map of strings.
 */
export function request(parts: QuestionParts & Pick<Question, "principal">): RequestBuilder {
  assertOptions(parts, PARTS, "request");
  const methods = KMS_ACTIONS.map((action) => [methodName(action), methodOf(action, parts)] as const);
  return Object.freeze({
    ...Object.fromEntries(methods),
    action: (action: string, rest: QuestionParts = {}) => {
      assertOptions(rest, MORE, "action");
      return { ...merged(parts, rest), action };
    },
    with: (more: QuestionParts) => {
      assertOptions(more, MORE, "with");
      return request(merged(parts, more));
    },
  }) as RequestBuilder;
}

const { action: _, principal, ...OTHERS } = QUESTION;
const MORE: Members = { ...OTHERS, principal: PRINCIPAL };
const PARTS: Members = { ...OTHERS, principal };

const PREFIX = "kms:".length;
const methodName = ({ action }: KmsAction): string => `${action.charAt(PREFIX).toLowerCase()}${action.slice(PREFIX + 1)}`;
const takesContext = ({ action }: KmsAction): boolean => ENCRYPTION.some((name) => `kms:${name}` === action);

type Parts = QuestionParts & Pick<Question, "principal">;

function methodOf(row: KmsAction, { key, ...others }: Parts): AskWithContext | Ask {
  const isKeyless = row.resources.every((kind) => kind === "*");
  const parts: Parts = isKeyless || key === undefined ? others : { ...others, key };
  const ask: Ask = (rest = {}) => {
    assertOptions(rest, MORE, methodName(row));
    return { ...merged(parts, rest), action: row.action };
  };
  if (!takesContext(row)) return ask;
  return (encryptionContext?: EncryptionContext, rest: QuestionParts = {}) => {
    if (encryptionContext === undefined) return ask(rest);
    if (!isContext(encryptionContext))
      throw new TypeError(`${methodName(row)}: the first argument is the encryption context, a map of strings`);
    return ask({ ...rest, encryptionContext });
  };
}

const isContext = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every((one) => typeof one === "string");

function merged(parts: Parts, more: QuestionParts): Parts {
  const { key, resource, ...others } = parts;
  const named = more.key === undefined && more.resource === undefined;
  return {
    ...others,
    ...(named && key !== undefined && { key }),
    ...(named && resource !== undefined && { resource }),
    ...told(more),
    ...(more.context !== undefined && { context: mergedContext(parts.context ?? {}, more.context) }),
  };
}

const told = (parts: QuestionParts): QuestionParts => Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));

/** Names of condition keys are alike in any letter case (IAM User Guide, "Condition keys are not case-sensitive"). */
function mergedContext(
  before: NonNullable<Question["context"]>,
  after: NonNullable<Question["context"]>,
): NonNullable<Question["context"]> {
  const again = new Set(Object.keys(after).map(foldCase));
  return { ...Object.fromEntries(Object.entries(before).filter(([name]) => !again.has(foldCase(name)))), ...after };
}
