import { BoundedCache } from "../base/bounded-cache.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { nearest } from "../base/nearest.ts";
import { listed, shown } from "../base/text.ts";
import { KMS_ACTIONS, type KmsAction } from "../catalog/actions.ts";
import { type ConditionKey, hasFreeValues } from "../catalog/condition-key.ts";
import { CONDITION_KEY_NAMES, conditionKey, isAvailable } from "../catalog/condition-keys.ts";
import { parseServiceHost } from "../catalog/service-hosts.ts";
import { similarActions } from "../catalog/similar-actions.ts";
import { arnComponents } from "../iam/arn.ts";
import { type OperatorName, operatorOf, parseOperatorName } from "../iam/operators.ts";
import type { Condition, Policy, Statement } from "../iam/policy.ts";
import { isUniqueId } from "../iam/principal.ts";
import { foldCase } from "../iam/values.ts";
import { raw } from "../iam/variables.ts";
import { matchesPattern, parsePattern } from "../iam/wildcard.ts";

/** What a policy in good order says that cannot mean what it seems to: names that AWS does not know, keys that are never sent, operators that never match. */
export const lintPolicy = ({ type, statements }: Policy): readonly Diagnostic[] =>
  statements.flatMap((statement) => {
    const actions = kmsActionsOf(statement);
    const conditions = statement.conditions.flatMap((condition) =>
      lintCondition(condition, statement.effect, actions, type === "key-policy"),
    );
    return [...lintPrincipals(statement), ...lintActions(statement), ...lintResources(statement, actions, type), ...conditions];
  });

const warning = (code: Diagnostic["code"], at: Diagnostic["at"], message: string, help?: string): Diagnostic => ({
  code,
  severity: "warning",
  message,
  at,
  ...(help && { help }),
});

function lintActions({ action }: Statement): readonly Diagnostic[] {
  return (action?.members ?? []).flatMap((text, i) => {
    const folded = foldCase(text);
    if (!folded.startsWith("kms:") || matching(folded).length > 0) return [];
    const near = /[*?]/.test(text) ? [] : similarActions(text);
    const at = action === undefined || action.members.length === 1 ? action?.at : { ...action.at, pointer: `${action.at.pointer}/${i}` };
    return at === undefined
      ? []
      : [
          warning(
            "KW301",
            at,
            `${shown(text)} matches no action of AWS KMS`,
            near.length > 0 ? `did you mean ${listed(near.map(shown), "or")}?` : undefined,
          ),
        ];
  });
}

/**
 * IAM turns the ARN of a principal into its unique id when it stores a policy, and shows the id once the principal is gone (rule iam.principal.unique-id).
 */
function lintPrincipals({ principal }: Statement): readonly Diagnostic[] {
  return (principal?.members ?? []).flatMap(({ kind, value }) =>
    kind === "AWS" && principal !== undefined && isUniqueId(value)
      ? [
          warning(
            "KW322",
            principal.at,
            `${shown(value)} stands for a principal that was deleted`,
            "name the principal by its ARN, or take it out",
          ),
        ]
      : [],
  );
}

/** AWS KMS checks most actions on the key, by its ARN, however the caller named it (rule kms.aliases.not-the-key). */
function lintResources({ resource }: Statement, actions: readonly KmsAction[] | undefined, type: Policy["type"]): readonly Diagnostic[] {
  if (resource?.mode !== "only" || type === "key-policy" || actions === undefined || actions.length === 0) return [];
  const aliases = resource.members.filter((text) => arnComponents(text)?.[2] === "kms" && arnComponents(text)?.[5].startsWith("alias/"));
  const onKeys = actions.filter(({ resources }) => !resources.includes("alias"));
  const reachesKeys = aliases.length < resource.members.length;
  if (aliases.length === 0 || onKeys.length === 0 || (reachesKeys && onKeys.length < actions.length)) return [];
  const what = onKeys.length === 1 ? `\`${onKeys[0]?.action}\`` : `${onKeys.length} of the actions`;
  const help = "name the key by its ARN, or write `*` and a condition on `kms:ResourceAliases`";
  return aliases.map((alias) =>
    warning(
      "KW321",
      resource.at,
      `the alias ${shown(alias)} is not its key: ${what} never ${onKeys.length === 1 ? "matches" : "match"} it`,
      help,
    ),
  );
}

/** The actions that a pattern in lower case covers. Policies use the same few patterns over and over. */
const matching = (pattern: string): readonly KmsAction[] =>
  MATCHING.of(pattern, () => {
    const compiled = parsePattern(pattern);
    return FOLDED.filter(({ name }) => matchesPattern(compiled, name)).map(({ row }) => row);
  });

const FOLDED = KMS_ACTIONS.map((row) => ({ row, name: foldCase(row.action) }));
const MATCHING = new BoundedCache<string, readonly KmsAction[]>(512, 256);

/** The KMS actions a statement is for; undefined where it is for other services too, or for all but some. */
function kmsActionsOf({ action }: Statement): readonly KmsAction[] | undefined {
  const patterns = action?.mode === "only" ? action.members.map(foldCase) : [];
  return patterns.length > 0 && patterns.every((pattern) => pattern.startsWith("kms:")) ? patterns.flatMap(matching) : undefined;
}

function lintCondition(
  { operator, key, values, at }: Condition,
  effect: Statement["effect"],
  actions: readonly KmsAction[] | undefined,
  isKeyPolicy: boolean,
): readonly Diagnostic[] {
  if (!/^(aws|kms):/i.test(key)) return [];
  const known = conditionKey(key);
  if (known === undefined) {
    const near = nearest(key, CONDITION_KEY_NAMES);
    return [
      warning(
        "KW302",
        at,
        `unknown condition key ${shown(key)}`,
        near ? `did you mean \`${near}\`?` : "the condition is decided as if the key were absent",
      ),
    ];
  }
  const found: Diagnostic[] = [];
  const isSent = (action: KmsAction) => action.resources.some((kind) => isAvailable(known, action, kind));
  if (actions !== undefined && actions.length > 0 && !actions.some(isSent)) {
    found.push(
      warning(
        "KW303",
        at,
        `${shown(key)} is never sent with ${actions.length === 1 ? `\`${actions[0]?.action}\`` : "the statement's actions"}`,
        "the condition is decided as if the key were absent",
      ),
    );
  }
  const name = parseOperatorName(operator);
  if (name === undefined || name.base === "Null") return found;
  found.push(...lintValues(name, operator, known, values, at), ...lintArns(name, operator, effect, known, values, at));
  if (known.multiValued && name.quantifier === "single") {
    found.push(
      warning(
        "KW308",
        at,
        `${shown(key)} can have many values, and \`${operator}\` never matches such a key`,
        `write \`ForAnyValue:${operator}\` or \`ForAllValues:${operator}\``,
      ),
    );
  }
  const isTold = isKeyPolicy && /^(kms:EncryptionContext:|aws:RequestTag\/)/i.test(key); // the parser says that KMS refuses it
  if (!known.multiValued && name.quantifier === "for-all-values" && !isTold) {
    found.push(
      warning(
        "KW307",
        at,
        `${shown(key)} has one value: \`ForAllValues\` also holds when it is absent`,
        `write \`${operator.slice("ForAllValues:".length)}\``,
      ),
    );
  }
  return found;
}

/**
 * What is no ARN, under an operator of ARNs: of such a request neither the operator nor its negation holds; such a value of a policy fails in an Allow and
 * holds in a Deny, negated or not (recorded, radkawar/stackd, testdata/aws/iam, 2026-09). Values with variables are not judged.
 */
function lintArns(
  { base }: OperatorName,
  operator: string,
  effect: Statement["effect"],
  known: ConditionKey,
  values: readonly string[],
  at: Diagnostic["at"],
): readonly Diagnostic[] {
  if (base !== "ArnEquals" && base !== "ArnLike") return [];
  const kinds = [known.type, known.alsoType];
  if (!kinds.includes("ARN") && !kinds.includes("String"))
    return [
      warning(
        "KW326",
        at,
        `${shown(known.name)} is never an ARN: \`${operator}\` never holds where it is sent`,
        `use an operator for ${FITTING[known.type] ?? "its values"}`,
      ),
    ];
  const odd = values.find((value) => !value.includes("${") && operatorOf(base).prepare([raw(value)]) === undefined);
  if (odd === undefined) return [];
  const what = effect === "Allow" ? "where the key is sent, the condition never holds" : "in a Deny the condition holds for every ARN";
  const help =
    odd === "*"
      ? "`arn:*:*:*:*:*` is any ARN; or test the key by `Null`"
      : "an ARN has six fields, such as `arn:aws:iam::111122223333:role/app`";
  return [warning("KW326", at, `${shown(odd)} is not an ARN: ${what}`, help)];
}

const FITTING: Readonly<Partial<Record<ConditionKey["type"], string>>> = {
  Bool: "true and false: `Bool`",
  Numeric: "numbers, such as `NumericEquals`",
  Date: "dates, such as `DateLessThan`",
  IP: "addresses: `IpAddress`",
};

/** Values that no request can equal: patterns under an operator that has none, services without their Region. */
function lintValues(
  { base, negated }: OperatorName,
  operator: string,
  known: ConditionKey,
  values: readonly string[],
  at: Diagnostic["at"],
): readonly Diagnostic[] {
  const plain = values.filter((value) => !value.includes("${"));
  const effect = negated ? "the condition always holds" : "the condition never holds for it";
  if (base === "StringEquals" || base === "StringEqualsIgnoreCase") {
    const pattern = plain.find((value) => /[*?]/.test(value));
    const like = operator.replace(/String(Not)?Equals(?:IgnoreCase)?/i, "String$1Like");
    if (pattern !== undefined && !hasFreeValues(known))
      return [warning("KW319", at, `\`${operator}\` compares ${shown(pattern)} letter by letter: ${effect}`, `write \`${like}\``)];
  }
  if (known.name !== "kms:ViaService") return [];
  const host = plain.find((value) => !/[*?]/.test(value) && parseServiceHost(value) === undefined);
  if (host === undefined) return [];
  const help = "SERVICE.REGION.amazonaws.com, such as `s3.us-east-1.amazonaws.com`";
  return [warning("KW320", at, `${shown(host)} is no service in a Region: ${effect}`, help)];
}
