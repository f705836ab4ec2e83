import type { WorldKey } from "../estate/estate.ts";
import { isAccountId, parseArn } from "../iam/arn.ts";
import { actionsOf, CRYPTOGRAPHY } from "../replay/action-patterns.ts";
import type { KeyUse, StatementUse } from "../replay/unused.ts";

/** The document of a policy, as JSON has it. */
export type Document = { Statement: StatementDocument | StatementDocument[] } & Record<string, unknown>;
type StatementDocument = Record<string, unknown>;

/** One right less, and why. `last`: when what is left of the statement was last needed. */
export type Edit = { readonly statement: string; readonly text: string; readonly why: string };

/** What is left as it is though no call needed it, and why. */
export type Kept = { readonly statement: string; readonly why: string };

export type Edited = { readonly document: Document; readonly edits: readonly Edit[]; readonly kept: readonly Kept[] };

/**
 * A key policy without the cryptography that no recorded call needed: statements that none needed go, others keep the actions and principals that were needed.
 * Structure, order and Sids stay; delegation to the account, administration, and statements with `NotAction` or `NotPrincipal` are kept as they are.
 */
export function tightened(key: WorldKey, use: KeyUse): Edited {
  const document = JSON.parse(key.policyText) as Document;
  const given = [document.Statement].flat();
  const edits: Edit[] = [];
  const kept: Kept[] = [];
  const statements = given.flatMap((statement, i) => {
    const found = use.statements.find((one) => one.statement === i);
    if (found === undefined) return [statement];
    const name = found.sid ?? `statement ${i + 1}`;
    const reason = reasonToKeep(statement, found, key.account);
    if (reason !== undefined) {
      if (found.calls === 0) kept.push({ statement: name, why: reason });
      return [statement];
    }
    if (found.calls === 0) {
      edits.push({ statement: name, text: "removed", why: "no call in the span needed it" });
      return [];
    }
    return [narrowed(statement, found, name, edits)];
  });
  return {
    document: { ...document, Statement: Array.isArray(document.Statement) ? statements : (statements[0] ?? document.Statement) },
    edits,
    kept,
  };
}

function reasonToKeep(statement: StatementDocument, { isAdministration }: StatementUse, account: string): string | undefined {
  if (isAdministration) return "administration is rare in any log";
  if ("NotAction" in statement || "NotPrincipal" in statement) return "what NotAction or NotPrincipal leaves over is for people to say";
  if (namesAccount(statement.Principal, account)) return "it delegates to the account, whose identity policies decide";
  return undefined;
}

const namesAccount = (principal: unknown, account: string): boolean =>
  textsIn(typeof principal === "object" && principal !== null ? (principal as Record<string, unknown>).AWS : principal).some(
    (text) => text === "*" || text === account || (parseArn(text)?.resource === "root" && parseArn(text)?.account === account),
  );

const textsIn = (value: unknown): readonly string[] => [value].flat().filter((one): one is string => typeof one === "string");

function narrowed(statement: StatementDocument, use: StatementUse, name: string, edits: Edit[]): StatementDocument {
  const last = use.last === undefined ? "" : `; the statement was last needed ${use.last}`;
  const result = { ...statement };
  const actions = use.actions.flatMap(({ action, used }) => {
    const meant = actionsOf(action);
    const needed = meant.filter((one) => used.includes(one) || !CRYPTOGRAPHY.has(one));
    if (needed.length === meant.length) return [action];
    const gone = meant.filter((one) => !needed.includes(one)).map((one) => one.replace("kms:", ""));
    edits.push({
      statement: name,
      text: needed.length === 0 ? `without ${action}` : `${action} becomes ${needed.map((one) => one.replace("kms:", "")).join(", ")}`,
      why: `no call in the span needed ${gone.join(", ")}${last}`,
    });
    return needed;
  });
  if (actions.length > 0) result.Action = actions.length === 1 && typeof statement.Action === "string" ? actions[0] : [...new Set(actions)];
  if (use.unusedPrincipals.length > 0) result.Principal = withoutPrincipals(statement.Principal, use.unusedPrincipals, name, last, edits);
  return result;
}

/** Services and wildcards stay: who is behind them no list of callers tells. */
function withoutPrincipals(principal: unknown, unused: readonly string[], name: string, last: string, edits: Edit[]): unknown {
  if (typeof principal !== "object" || principal === null) return principal;
  const { AWS, ...others } = principal as Record<string, unknown>;
  const texts = textsIn(AWS);
  const isOne = (text: string) => !isAccountId(text) && parseArn(text)?.resource !== "root" && text !== "*";
  const gone = texts.filter((text) => unused.includes(text) && isOne(text));
  const left = texts.filter((text) => !gone.includes(text));
  if (gone.length === 0 || (left.length === 0 && Object.keys(others).length === 0)) return principal;
  edits.push({ statement: name, text: `without ${gone.join(", ")}`, why: `no call of theirs in the span needed it${last}` });
  return left.length === 0 ? others : { AWS: left.length === 1 ? left[0] : left, ...others };
}
