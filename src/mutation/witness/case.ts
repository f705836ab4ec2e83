import type { Outcome } from "../../authz/decision.ts";
import type { Question } from "../../estate/question.ts";
import type { CaseEntry, DefaultsEntry, Expected } from "../../tester/document.ts";
import { OUTCOME_WORDS } from "../../tester/problem.ts";
import type { Witness } from "./search.ts";

/** Members that `defaults` may give, and a case can take back only by another value. */
const STICKY = ["viaService", "time", "endpoint"] as const;

/** Whether a question can be written as a case of a file with these defaults, and then asks the same. */
export function fitsFile(
  { principal, session, moreGrants, resourceAccount, ...question }: Question,
  defaults: DefaultsEntry = {},
): boolean {
  if (typeof principal !== "string" || session !== undefined || moreGrants !== undefined) return false;
  if (question.key === undefined && question.resource === undefined) return defaults.key === undefined && defaults.resource === undefined;
  if (resourceAccount === undefined && defaults.account !== undefined) return false;
  return STICKY.every((member) => question[member] !== undefined || defaults[member] === undefined);
}

/** A case that asks a witness's question and expects what is answered today. A plain `deny` where the change would let the request through. */
export function entryOf({ question, original, mutant }: Witness, defaults: DefaultsEntry = {}): CaseEntry {
  const { action, key, resource, resourceAccount, context, encryptionContext, viaService, endpoint, time, grantTokens, unknown } = question;
  const expect: Expected = mutant === "allowed" ? "deny" : OUTCOME_WORDS[original];
  const emptied = <T>(value: T | undefined, byDefault: unknown, empty: T): T | undefined =>
    value ?? (byDefault === undefined ? undefined : empty);
  const asked = {
    principal: String(question.principal),
    action,
    key,
    resource: key === undefined ? resource : undefined,
    account: resourceAccount,
    encryptionContext: emptied(encryptionContext, defaults.encryptionContext, {}),
    context: emptied(context, defaults.context, {}),
    viaService,
    endpoint,
    time,
    grantTokens: emptied(grantTokens, defaults.grantTokens, []),
    unknown: emptied(unknown, defaults.unknown, []),
  };
  const entry = { name: nameOf(question, original), ...asked, expect };
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as unknown as CaseEntry;
}

/** "app may not Decrypt orders with tenant = t2": what a reader of a test report wants to know. */
function nameOf(
  { principal, action, key, resource, context, encryptionContext, viaService, endpoint, time }: Question,
  outcome: Outcome,
): string {
  const who = String(principal).replace(/^arn:aws[^:]*:(?:iam|sts)::/, "");
  const of = key ?? (resource === undefined || resource === "*" ? "" : resource);
  const pairs = [...Object.entries(encryptionContext ?? {}), ...Object.entries(context ?? {})];
  const ways = [
    ...(pairs.length === 0 ? [] : [`with ${pairs.map(([name, value]) => `${name} = ${String(value)}`).join(", ")}`]),
    ...(viaService === undefined ? [] : [`via ${viaService}`]),
    ...(endpoint === undefined ? [] : [`through ${endpoint}`]),
    ...(time === undefined ? [] : [`at ${time}`]),
  ];
  const verb = outcome === "allowed" ? "may" : "may not";
  return [who, verb, action.replace(/^kms:/, ""), of, ...ways]
    .filter((part) => part !== "")
    .join(" ")
    .slice(0, 200);
}

/** A list item below `cases:`, as people write it. */
export function yamlOf(entry: CaseEntry): string {
  const lines = Object.entries(entry).map(([name, value]) => `${name}: ${flow(value)}`);
  return lines.map((line, i) => `  ${i === 0 ? "- " : "  "}${line}`).join("\n");
}

/** Maps and lists on one line; a text as it is where YAML reads it as that text. */
function flow(value: unknown): string {
  if (typeof value === "string") return isPlain(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${flow(name)}: ${flow(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** Letters first, then nothing that means something to YAML; no word that it takes for another type, and no colon before the end of a word. */
const isPlain = (text: string): boolean =>
  /^[A-Za-z][A-Za-z0-9_./@+=-]*(?::[A-Za-z0-9_./@+=-]+| [A-Za-z0-9_./@+=-]+)*$/.test(text) &&
  !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
