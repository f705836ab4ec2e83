import type { Failure } from "../authz/decision.ts";
import { hasFreeValues } from "../catalog/condition-key.ts";
import { conditionKey } from "../catalog/condition-keys.ts";
import { arnComponents, parseArn } from "../iam/arn.ts";
import { OPPOSITE_ORDERS, type OperatorBase, type OperatorName, parseOperatorName } from "../iam/operators.ts";
import type { Condition } from "../iam/policy.ts";
import type { Grant, Request } from "../iam/request.ts";
import { foldCase, parseInstant } from "../iam/values.ts";
import { hasVariable, parseTemplate, raw, textOf } from "../iam/variables.ts";
import { callAs, dropKey, dropPairs, type Edit, presentToken, setKey, setPair } from "./closest-edits.ts";

/** How many values of a condition are tried: the first ones, in the policy's order. */
const VALUES_TRIED = 3;

/** Edits each of which would mend one failing part. None where only the policy, the key or the operation could change. */
export function repairs(failure: Failure, request: Request): readonly Edit[] {
  const name = failure.operator === undefined ? undefined : parseOperatorName(failure.operator);
  if (failure.part !== "condition" || name === undefined || failure.key === undefined) return [];
  return satisfy(name, failure.key, failure.wanted, request, failure.unknown === true);
}

/** Edits each of which would make a condition false: of a Deny that applies, so that it does not. */
export function evasions(condition: Pick<Condition, "operator" | "key" | "values">, request: Request, unknown = false): readonly Edit[] {
  const name = parseOperatorName(condition.operator);
  if (name === undefined) return [];
  const { base, negated, quantifier } = name;
  if (base === "Null") return satisfy(name, condition.key, condition.values.map(opposite), request, unknown);
  if (base === "Bool") return satisfy({ ...name, ifExists: false }, condition.key, condition.values.map(opposite), request, unknown);
  const complement = OPPOSITE_ORDERS[base];
  if (complement) return satisfy({ ...name, base: complement, ifExists: false }, condition.key, condition.values, request, unknown);
  if (quantifier === "for-all-values" && !negated) return []; // true of no value at all: leaving the key out does not help
  if (!negated && name.ifExists) return [];
  return satisfy({ quantifier: "single", base, negated: !negated, ifExists: false }, condition.key, condition.values, request, unknown);
}

const opposite = (value: string): string => (foldCase(value) === "true" ? "false" : "true");

function satisfy(name: OperatorName, key: string, values: readonly string[], request: Request, unknown: boolean): readonly Edit[] {
  const folded = foldCase(key);
  if (folded === "kms:encryptioncontextkeys") return chooseContextKeys(name, values, request);
  if (folded === "aws:viaawsservice" && values.includes("false")) return present(dropKey(request, "kms:ViaService"));
  if (folded === "kms:grantisforawsresource" && values.includes("true"))
    return present(setKey(request, "kms:ViaService", forwarder(request)));
  const absent = present(dropKey(request, key));
  if (name.base === "Null")
    return values.some((value) => foldCase(value) === "true") ? absent : present(setKey(request, key, ANY, unknown));
  if (name.negated) return absent; // a negated operator is true of an absent key (IAM User Guide, condition operators)
  const chosen = values.slice(0, VALUES_TRIED).flatMap((value) => {
    const example = exampleOf(name.base as OperatorBase, value, key, request);
    return example === undefined ? [] : present(setKey(request, key, example, unknown));
  });
  return name.ifExists || name.quantifier === "for-all-values" ? [...chosen, ...absent] : chosen;
}

/** A service that asks for grants on behalf of its caller: Amazon EBS (KMS Developer Guide, "kms:GrantIsForAWSResource"). */
const forwarder = (request: Request): string => `ec2.${regionOf(request)}.amazonaws.com`;

const present = (edit: Edit | undefined): readonly Edit[] => (edit === undefined ? [] : [edit]);

const ANY = "any-value";

/** `kms:EncryptionContextKeys` is the set of the map's own keys: it changes with the map. */
function chooseContextKeys(name: OperatorName, values: readonly string[], request: Request): readonly Edit[] {
  const has = (key: string): boolean => values.includes(key);
  if (name.negated) return present(dropPairs(request, has));
  if (name.base === "Null") return [];
  const added = values.slice(0, VALUES_TRIED).flatMap((key) => (/[*?$]/.test(key) ? [] : [setPair(request, key, ANY)]));
  return name.quantifier === "for-all-values" ? present(dropPairs(request, (key) => !has(key))) : added;
}

/** A value that the operator accepts for this operand; undefined where none can be named. */
function exampleOf(base: OperatorBase, operand: string, key: string, request: Request): string | undefined {
  const text = plainText(operand);
  if (text === undefined) return undefined;
  if (base === "StringLike") return foldCase(key) === "kms:viaservice" ? fill(operand, regionOf(request)) : instance(operand, request);
  if (base === "ArnLike" || base === "ArnEquals") return instance(operand, request);
  if (base === "IpAddress") return text.split("/", 1)[0]; // host bits do not count: the network address is a member
  const known = conditionKey(key);
  if (/[*?]/.test(text) && known !== undefined && !hasFreeValues(known)) return undefined; // compared letter by letter, with a text that AWS never sends
  const step = STEPS[base];
  if (step === undefined) return text;
  if (base.startsWith("Date")) return moveDate(text, step);
  const number = Number(text);
  return Number.isFinite(number) ? (step === 0 ? text : String(number + step)) : undefined;
}

const STEPS: Partial<Record<OperatorBase, number>> = {
  NumericLessThan: -1,
  NumericLessThanEquals: 0,
  NumericGreaterThan: 1,
  NumericGreaterThanEquals: 0,
  DateLessThan: -1,
  DateLessThanEquals: 0,
  DateGreaterThan: 1,
  DateGreaterThanEquals: 0,
};

/** A date moved by seconds, as ISO 8601; undefined outside what a date can be. */
function moveDate(text: string, seconds: number): string | undefined {
  const instant = parseInstant(text);
  if (instant === undefined) return undefined;
  const date = new Date((instant.seconds + seconds) * 1_000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** An operand as the text it stands for: an escaped star is a star. Undefined where a variable has no value. */
function plainText(operand: string): string | undefined {
  const parts = parseTemplate(operand);
  return parts.ok && !hasVariable(parts.value) ? textOf(parts.value) : undefined;
}

/** A text the pattern matches: in an ARN the wildcard fields of region and account become those of the request. */
function instance(pattern: string, request: Request): string | undefined {
  const components = arnComponents(pattern);
  if (components === undefined || components[0] !== "arn") return fill(pattern, "x");
  const account = parseArn(typeof request.principal === "string" ? request.principal : request.principal.arn)?.account ?? "";
  const likely = ["arn", "aws", "x", regionOf(request), account, "x"];
  const filled = components.map((component, i) => fill(component, likely[i] ?? "x"));
  return filled.includes(undefined) ? undefined : filled.join(":");
}

/** Every wildcard replaced; an escaped one stays itself. */
function fill(pattern: string, star: string): string | undefined {
  const parts = parseTemplate(pattern);
  if (!parts.ok || hasVariable(parts.value)) return undefined;
  return textOf(parts.value.map((part) => (part.kind === "raw" ? raw(part.text.replaceAll("*", star).replaceAll("?", "x")) : part)));
}

const regionOf = ({ resource }: Request): string => parseArn(resource)?.region || "us-east-1";

/** All edits together that make a grant's constraints hold; undefined where they cannot be made to (KMS API Reference, GrantConstraints). */
export function repairConstraint(failure: Failure, grant: Grant | undefined, request: Request): readonly Edit[] | undefined {
  const unknown = failure.unknown === true;
  const { EncryptionContextEquals: equals, EncryptionContextSubset: subset, SourceArn: source } = grant?.Constraints ?? {};
  const pairs = Object.entries({ ...subset, ...equals });
  const given = new Map(Object.entries(request.encryptionContext ?? {}).map(([key, value]) => [foldCase(key), value]));
  const missing = pairs.filter(([key, value]) => given.get(foldCase(key)) !== value);
  const wanted = new Set(pairs.map(([key]) => foldCase(key)));
  const excess = equals === undefined ? [] : present(dropPairs(request, (key) => !wanted.has(foldCase(key))));
  const set = missing.map(([key, value]) => setKey(request, `kms:EncryptionContext:${key}`, value, unknown));
  const sources =
    source === undefined || hasSource(request) ? [] : [setKey(request, "aws:SourceArn", instance(source, request) ?? source, unknown)];
  const edits = [...excess, ...set, ...sources];
  return edits.includes(undefined) || edits.length === 0 ? undefined : (edits as readonly Edit[]);
}

const hasSource = ({ context = {} }: Request): boolean => Object.keys(context).some((key) => foldCase(key) === "aws:sourcearn");

/** The token of a grant that is not yet in effect everywhere, where the case tells it (KMS Developer Guide, grant tokens). */
export const repairToken = (grant: Grant | undefined): readonly Edit[] =>
  grant?.GrantToken === undefined ? [] : [presentToken(grant.GrantId, grant.GrantToken)];

/** Another caller of the same account that the policy names: only where nothing else helps, for it is another question. */
export function otherCallers({ wanted }: Failure, request: Request): readonly Edit[] {
  const own = parseArn(typeof request.principal === "string" ? request.principal : request.principal.arn);
  return wanted
    .filter((principal) => {
      const arn = parseArn(principal);
      return arn !== undefined && arn.account === own?.account && arn.resource !== "root";
    })
    .slice(0, VALUES_TRIED)
    .map(callAs);
}
