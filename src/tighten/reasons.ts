import { parseArn } from "../iam/arn.ts";
import type { Statement } from "../iam/policy.ts";
import { foldCase } from "../iam/values.ts";
import { matchesPattern, parsePattern } from "../iam/wildcard.ts";
import { actionsOf, CRYPTOGRAPHY } from "../replay/action-patterns.ts";
import type { How } from "./edits.ts";

/** Why a statement stays as it is, whatever the log says; undefined: it may be narrowed. `account`: of the key, for a key policy. */
export function reasonToKeep(statement: Statement, account: string | undefined, isUsed: boolean, { keep }: How): string | undefined {
  const { action, principal, resource, ref, conditions } = statement;
  if (action === undefined) return "it has no effect";
  if (action.mode === "except" || principal?.mode === "except" || (account === undefined && resource?.mode === "except"))
    return "what NotAction, NotPrincipal or NotResource leaves over is for people to say";
  if (action.members.flatMap(actionsOf).every((one) => !CRYPTOGRAPHY.has(one))) return "administration is rare in any log";
  if (account !== undefined && principal?.members.some(({ kind, value }) => kind === "AWS" && isAccount(value, account)))
    return "it delegates to the account, whose identity policies decide";
  const pairs = isUsed ? [] : conditions.flatMap(({ key }) => /^kms:EncryptionContext:(.+)$/i.exec(key)?.[1] ?? []);
  const told = keep.find((one) => isTold(one, [ref.sid ?? "", ...pairs]));
  return told === undefined ? undefined : `${told} is to be kept`;
}

const isAccount = (text: string, account: string): boolean =>
  text === account || (parseArn(text)?.resource === "root" && parseArn(text)?.account === account);

/** By its Sid; where no call needed it, by a pair of the encryption context that it tests. */
function isTold(text: string, names: readonly string[]): boolean {
  const pattern = parsePattern(foldCase(text));
  return names.some((one) => one !== "" && matchesPattern(pattern, foldCase(one)));
}
