import type { Answer } from "../exchange.ts";

/** What an action of STS gives: members in the order in which AWS writes them; undefined ones are left out. */
export type StsResult = { readonly [member: string]: StsValue | undefined };
type StsValue = string | number | StsResult;

/** Why it gives nothing. */
export type StsError = { readonly code: string; readonly status: number; readonly message: string };

export const stsError = (code: string, message: string, status = 400): StsError => ({ code, status, message });
export const accessDenied = (message: string): StsError => stsError("AccessDenied", message, 403);

const NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

/** A reply as XML, an element a line; as JSON for who asks for it by `Accept: application/json` (the authenticator of Kubernetes does). */
export function resultAnswer(action: string, result: StsResult, requestId: string, asJson: boolean): Answer {
  const metadata = { ResponseMetadata: { RequestId: requestId } };
  if (asJson) return jsonAnswer(200, { [`${action}Response`]: { [`${action}Result`]: result, ...metadata } }, requestId);
  const body = `<${action}Response xmlns="${NAMESPACE}">\n${elements({ [`${action}Result`]: result, ...metadata }, "  ")}</${action}Response>\n`;
  return xmlAnswer(200, body, requestId);
}

export function errorAnswer({ code, status, message }: StsError, requestId: string, asJson: boolean): Answer {
  const Type = status >= 500 ? "Receiver" : "Sender";
  if (asJson) return jsonAnswer(status, { Error: { Code: code, Message: message, Type }, RequestId: requestId }, requestId);
  const members = elements({ Error: { Type, Code: code, Message: message }, RequestId: requestId }, "  ");
  return xmlAnswer(status, `<ErrorResponse xmlns="${NAMESPACE}">\n${members}</ErrorResponse>\n`, requestId);
}

const xmlAnswer = (status: number, body: string, requestId: string): Answer => ({
  status,
  headers: { "content-type": "text/xml", "x-amzn-RequestId": requestId },
  body,
});

const jsonAnswer = (status: number, body: object, requestId: string): Answer => ({
  status,
  headers: { "content-type": "application/json", "x-amzn-RequestId": requestId },
  body: JSON.stringify(body),
});

function elements(members: StsResult, indent: string): string {
  return Object.entries(members)
    .filter((member): member is [string, StsValue] => member[1] !== undefined)
    .map(([name, value]) =>
      typeof value === "object"
        ? `${indent}<${name}>\n${elements(value, `${indent}  `)}${indent}</${name}>\n`
        : `${indent}<${name}>${escaped(String(value))}</${name}>\n`,
    )
    .join("");
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Also what callers sent is in messages. Characters that XML 1.0 does not have become U+FFFD. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "").replace(NOT_IN_XML, "\ufffd");

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
