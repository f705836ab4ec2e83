import { listed } from "../../base/text.ts";
import type { KmsAction } from "../../catalog/actions.ts";
import { conditionKey, isAvailable } from "../../catalog/condition-keys.ts";
import type { Statement } from "../../iam/policy.ts";
import { foldCase } from "../../iam/values.ts";
import { contentOf, type Evidence, statementName } from "./evidence.ts";
import type { Draft } from "./finding.ts";
import { groupOf } from "./groups.ts";
import { actionsOf } from "./statement-actions.ts";

/** Conditions on the encryption context of requests that have none: those that read, sign and make MACs, and all on asymmetric keys. */
export function contexts({ key: { policy, spec }, unknown }: Evidence): readonly Draft[] {
  if (unknown.has("spec")) return [];
  return policy.statements.flatMap((statement): readonly Draft[] => {
    const found = contextFault(statement, spec);
    return found === undefined ? [] : [found];
  });
}

/** What is wrong with a statement's conditions on the encryption context, if something is. */
export function contextFault(statement: Statement, spec: string): Draft | undefined {
  const asking = statement.conditions.filter(({ key, operator, values }) => isOfContext(key) && wantsIt(operator, values));
  const [first] = asking;
  if (first === undefined) return undefined;
  const actions = actionsOf(statement);
  const without = actions.filter((action) => !hasContext(action, spec));
  if (without.length === 0) return undefined;
  const isWhole = without.length === actions.length;
  if (isWhole && statement.effect === "Deny" && spec === "SYMMETRIC_DEFAULT" && without.some(isOfAdministration)) return undefined; // KW752 says so
  const written = isWhole
    ? without
    : without.filter(({ action }) => (statement.action?.members ?? []).some((one) => foldCase(one) === foldCase(action)));
  if (written.length === 0) return undefined;
  const why = spec === "SYMMETRIC_DEFAULT" ? "" : ` on a key of spec ${spec}`;
  const names = written.length > 4 ? `${written.length} of its actions` : listed(written.map(({ action }) => action.slice(4)));
  const effect = statement.effect === "Deny" ? "never denies" : "never allows";
  return {
    code: "KW751",
    level: statement.effect === "Deny" || isWhole ? "medium" : "info",
    text: `${statementName(statement)} ${effect} ${names}: no request for ${written.length === 1 ? "it" : "them"} has an encryption context${why}`,
    at: first.at,
    same: [contentOf(statement)],
  };
}

/** Whether that is why the statement matches nothing at all. */
export const isIdleByContext = (statement: Statement, spec: string): boolean =>
  contextFault(statement, spec) !== undefined && actionsOf(statement).every((action) => !hasContext(action, spec));

const isOfContext = (key: string): boolean => /^kms:encryptioncontext(?:keys$|:)/i.test(key);

/** Whether a condition holds of no request that lacks its key. */
const wantsIt = (operator: string, values: readonly string[]): boolean =>
  operator === "Null" ? values.every((value) => value.toLowerCase() === "false") : !/Not|IfExists|^ForAllValues:|Null/.test(operator);

const CONTEXT = conditionKey("kms:EncryptionContext:x");
/** Of a grant: its constraint's. */
const OF_GRANTS: ReadonlySet<string> = new Set(["kms:CreateGrant", "kms:RetireGrant"]);

const hasContext = (action: KmsAction, spec: string): boolean =>
  CONTEXT !== undefined && isAvailable(CONTEXT, action, "key") && (spec === "SYMMETRIC_DEFAULT" || OF_GRANTS.has(action.action));

const isOfAdministration = ({ action }: KmsAction): boolean => groupOf(action) === "other" || groupOf(action) === "manage";
