import { fail, ok, type Result } from "../base/result.ts";
import type { Caller } from "../kms/caller.ts";
import { dispatch, type Reply, type Service } from "../kms/dispatch.ts";
import { ERRORS, error, type KmsError } from "../kms/errors.ts";
import { uuid } from "../kms/ids.ts";
import type { AnyOperation } from "../kms/operation.ts";
import { operationRow } from "../kms/operations/index.ts";
import { fromWire, toWire } from "./members.ts";

/** A request as it comes over HTTP, by whatever way it came. */
export type WireRequest = { readonly headers: WireHeaders; readonly body: string | Uint8Array };
export type WireHeaders = Readonly<Record<string, string>>; // names in lower case

export type WireReply = { readonly statusCode: number; readonly headers: Readonly<Record<string, string>>; readonly body: string };

/** Who asks, by what the headers prove. */
export type Authenticate = (headers: WireHeaders) => Result<Caller, KmsError>;

/**
 * Answers a request of the AWS JSON 1.1 protocol as AWS KMS does: the operation is in `X-Amz-Target`, the members are the body's. First the operation,
 * then the caller, then the body: one who is not authenticated learns nothing about it (our reading; AWS does not document the order).
 */
export async function answer(service: Service, authenticate: Authenticate, { headers, body }: WireRequest): Promise<WireReply> {
  const refused = (why: KmsError): WireReply => toReply("", { requestId: uuid(service.ports.randomBytes), result: fail(why) });
  const row = rowAt(headers["x-amz-target"]);
  if (row === undefined) return refused(error("UnknownOperationException"));
  const caller = authenticate(headers);
  if (!caller.ok) return refused(caller.error);
  const members = parseBody(body);
  if (!members.ok) return refused(members.error);
  return toReply(row.name, await dispatch(service, row, caller.value, fromWire(row.input, members.value)));
}

const TARGET_PREFIX = "TrentService.";

/** `TrentService.Encrypt`: the service's first name, and an operation. */
const rowAt = (target = ""): AnyOperation | undefined =>
  target.startsWith(TARGET_PREFIX) ? operationRow(target.slice(TARGET_PREFIX.length)) : undefined;

const UTF_8 = new TextDecoder("utf-8", { fatal: true });

/** No body is a request without members. What cannot be read is told without a word of it. */
function parseBody(body: string | Uint8Array): Result<unknown, KmsError> {
  try {
    const text = typeof body === "string" ? body : UTF_8.decode(body);
    return ok(text === "" ? {} : JSON.parse(text));
  } catch {
    return fail(error("SerializationException")); // without a word, as from AWS (recorded)
  }
}

function toReply(operation: string, { requestId, result }: Reply): WireReply {
  const headers = { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": requestId };
  if (result.ok) return { statusCode: 200, headers, body: bodyOf(operation, result.value) };
  const { name, message } = result.error;
  const said = name === "AccessDeniedException" ? { Message: message } : { message }; // recorded: this one has a capital letter
  return { statusCode: ERRORS[name], headers, body: JSON.stringify({ __type: name, ...said }) };
}

/** An operation without output answers an empty body; those of custom key stores have one without members. */
const bodyOf = (operation: string, reply: object): string =>
  Object.keys(reply).length === 0 && !operation.includes("CustomKeyStore") ? "" : JSON.stringify(toWire(reply));
