import { isPlainObject } from "../base/json-source.ts";
import { either, listOf, type Member, type Members, mapOf, needed, OBJECT, objectOf, TEXT, TRUTH } from "../base/members.ts";
import { isAccountId } from "../iam/arn.ts";
import type { PrincipalFacts, Request } from "../iam/request.ts";

/** What each fact about a principal must be. */
const FACTS: Members = {
  arn: needed(TEXT),
  roleArn: TEXT,
  userArn: TEXT,
  userId: TEXT,
  tags: { ...mapOf(TEXT), is: (value) => isPlainObject(value) && Object.values(value).every((tag) => typeof tag === "string") },
  orgId: TEXT,
  orgPath: TEXT,
  serviceLinkedRole: TRUTH,
  managementAccount: TRUTH,
  mfaAgeSeconds: { is: (value) => Number.isFinite(value) && (value as number) >= 0, words: "a number of seconds" },
  sourceIdentity: TEXT,
} satisfies Record<keyof PrincipalFacts, Member>;

/** Facts about a principal, of which the ARN is one. */
export const PRINCIPAL: Member = either(TEXT, objectOf(FACTS));

/** What a request says beside who asks for what: maps are looked at where they are read. */
export const CIRCUMSTANCES = {
  context: OBJECT,
  encryptionContext: OBJECT,
  viaService: TEXT,
  grantTokens: listOf(TEXT),
  time: TEXT,
  unknown: listOf(TEXT),
  resourceAccount: { is: (value: unknown) => typeof value === "string" && isAccountId(value), words: "a 12-digit account id" },
} satisfies Record<Exclude<keyof Request, "principal" | "action" | "resource">, Member>;
