import type { Layer } from "../authz/decision.ts";
import { kmsAction } from "../catalog/actions.ts";
import { FLOWS } from "../catalog/flows.ts";
import type { ContextValue } from "../iam/request.ts";

/** What a text of AWS's says of a denial. */
export type ErrorText = {
  readonly principal?: string;
  readonly action?: string;
  readonly resource?: string; // absent: the text names none, or says "this resource"
  readonly layer?: Layer; // the kind of policy that it blames
  readonly explicit?: boolean; // a Deny; absent: the text does not say
  readonly policyArn?: string; // of the policy that denies
  readonly hidden?: true; // it says no more than that the side of the resource does not allow, or has no such resource
  readonly services?: readonly string[]; // kms:ViaService of services by which the operation that failed may have asked: templates with `{region}`
  readonly context?: Readonly<Record<string, ContextValue>>; // of a message that was decoded
  readonly encoded?: true; // only AWS can read it
};

/**
 * Reads an error of AWS, bare or within what a tool printed around it: the AWS CLI, an SDK, a log record, Terraform; wrapped, escaped as JSON, XML or in a
 * URL; and what `aws sts decode-authorization-message` prints. Undefined for a text that tells of no denial.
 *
 * Source: IAM User Guide, "Troubleshoot access denied error messages"; what follows the reason is not read, as it says there.
 */
export function readErrorText(given: string): ErrorText | undefined {
  const decoded = readDecoded(given);
  if (decoded !== undefined) return decoded;
  const text = plainText(given);
  const lower = text.toLowerCase();
  const at = lower.indexOf(VERB);
  if (at < 0) return other(lower);
  const principal = lastWord(text.slice(0, at).trimEnd());
  const rest = text.slice(at + VERB.length).trimStart();
  const action = unquoted(firstWord(rest));
  const isAction = /^[A-Za-z0-9-]{1,64}:[A-Za-z0-9]{1,128}$/.test(action);
  const tail = rest.slice(firstWord(rest).length);
  return {
    ...(isPrincipal(principal) && { principal }),
    ...(isAction && { action }),
    ...resourceIn(tail),
    ...reasonIn(tail.toLowerCase(), tail),
    ...servicesIn(text, action),
  };
}

const VERB = "is not authorized to perform:";
const MOST = 64 * 1024;

/** Without what tools put around and between: colours, frames, line breaks, escapes. */
function plainText(given: string): string {
  let text = given.slice(0, MOST);
  if (/not(?:%20|\+)authorized/i.test(text)) text = decodedUrl(text.replaceAll("+", "%20"));
  return text
    .replace(ESCAPES, " ")
    .replace(/[\u2500-\u257f]/g, " ")
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrt]/g, " ")
    .replace(/\\{1,8}(["'/])/g, "$1")
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/&(?:apos|#39);/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of terminals begin with one
const ESCAPES = /\u001b\[[0-9;]{0,20}m/g;

function decodedUrl(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const firstWord = (text: string): string => text.split(" ", 1)[0] ?? "";
const lastWord = (text: string): string => unquoted(text.slice(text.lastIndexOf(" ") + 1));
const unquoted = (word: string): string => word.replace(/^["'`<(]{1,4}/, "").replace(/["'`>),.;]{1,8}$/, "");

const isPrincipal = (text: string): boolean =>
  text.startsWith("arn:") || text === "anonymous" || /^[a-z0-9.-]{1,200}\.amazonaws\.com(?:\.cn)?$/.test(text);

const ON_RESOURCE = " on resource: ";

function resourceIn(tail: string): Pick<ErrorText, "resource"> {
  const at = tail.toLowerCase().indexOf(ON_RESOURCE);
  if (at !== 0) return {};
  const resource = unquoted(firstWord(tail.slice(ON_RESOURCE.length)));
  return resource.startsWith("arn:") || resource === "*" ? { resource } : {};
}

/** What the texts call each kind of policy, longer names first. */
const KINDS: readonly (readonly [name: string, layer: Layer])[] = [
  ["service control policy", "service-control"],
  ["resource control policy", "resource-control"],
  ["vpc endpoint policy", "endpoint"],
  ["permissions boundary", "boundary"],
  ["sessions policy", "session"],
  ["session policy", "session"],
  ["role trust policy", "resource"],
  ["resource-based policy", "resource"],
  ["resource policy", "resource"],
  ["identity-based policy", "identity"],
  ["identity policy", "identity"],
];

function reasonIn(lower: string, tail: string): Partial<ErrorText> {
  if (lower.includes("no resource-based policies allow access")) return { layer: "resource", hidden: true };
  const deny = lower.indexOf("with an explicit deny");
  if (deny >= 0) {
    const after = lower.slice(deny + "with an explicit deny".length).replace(/^ in (?:an? |the )?/, "");
    const kind = KINDS.find(([name]) => after.startsWith(name));
    const named = kind === undefined ? "" : tail.slice(tail.length - after.length + kind[0].length);
    const policyArn = /^: {0,2}["']?(arn:[^\s"']{1,2048})/.exec(named)?.[1];
    return { explicit: true, ...(kind && { layer: kind[1] }), ...(policyArn !== undefined && { policyArn: unquoted(policyArn) }) };
  }
  const silent = lower.indexOf("because no ");
  if (silent < 0) return {};
  const after = lower.slice(silent + "because no ".length);
  const kind = KINDS.find(([name]) => after.startsWith(name));
  return kind === undefined ? {} : { explicit: false, layer: kind[1] };
}

/** "when calling the PutObject operation": of another service, which asked KMS in the caller's name. */
function servicesIn(text: string, action: string): Pick<ErrorText, "services"> {
  const operation = /when calling the ([A-Za-z0-9]{1,128}) operation/.exec(text)?.[1];
  if (operation === undefined || !/^kms:/i.test(action)) return {};
  if (kmsAction(`kms:${operation}`) !== undefined || operation === "ReEncrypt") return {};
  const services = Object.values(FLOWS).flatMap(({ calls, via }) => (calls.some((call) => call.endsWith(`:${operation}`)) ? [via] : []));
  return services.length === 0 ? {} : { services: [...new Set(services)] };
}

/** Texts that tell of a denial, and nothing of who asked for what. */
function other(lower: string): ErrorText | undefined {
  if (lower.includes("encoded authorization failure message")) return { encoded: true };
  const isDenial = ["not authorized", "access denied", "accessdenied", "not allowed to access"].some((words) => lower.includes(words));
  return isDenial ? {} : undefined;
}

type Members = Readonly<Record<string, unknown>>;
const isMembers = (value: unknown): value is Members => typeof value === "object" && value !== null && !Array.isArray(value);

/** AWS CLI Command Reference, sts decode-authorization-message: a document within a document. */
function readDecoded(given: string): ErrorText | undefined {
  let value = parsed(given);
  if (isMembers(value) && typeof value.DecodedMessage === "string") value = parsed(value.DecodedMessage);
  if (!isMembers(value) || !isMembers(value.context)) return undefined;
  const { principal, action, resource, conditions } = value.context;
  const arn = isMembers(principal) ? principal.arn : undefined;
  const items = isMembers(conditions) && Array.isArray(conditions.items) ? conditions.items : [];
  const context = Object.fromEntries(items.flatMap(conditionOf));
  return {
    ...(typeof arn === "string" && { principal: arn }),
    ...(typeof action === "string" && { action }),
    ...(typeof resource === "string" && resource !== "" && { resource }),
    ...(typeof value.explicitDeny === "boolean" && { explicit: value.explicitDeny }),
    ...(Object.keys(context).length > 0 && { context }),
  };
}

function conditionOf(item: unknown): readonly (readonly [string, ContextValue])[] {
  if (!isMembers(item) || typeof item.key !== "string" || !isMembers(item.values) || !Array.isArray(item.values.items)) return [];
  if (!/^(?:aws|kms):/i.test(item.key)) return [];
  const values = item.values.items.flatMap((one) => (isMembers(one) && typeof one.value === "string" ? [one.value] : []));
  return values.length === 0 ? [] : [[item.key, values.length === 1 ? (values[0] as string) : values]];
}

function parsed(text: string): unknown {
  if (!/^\s{0,1000}\{/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
