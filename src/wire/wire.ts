import { fail, ok, type Result } from "../base/result.ts";
import type { Caller } from "../kms/caller.ts";
import { dispatch, type Passing, type Reply, refuseOnly as refuse, type Service, tellPassed } from "../kms/dispatch.ts";
import { ERRORS, error, type KmsError } from "../kms/errors.ts";
import { uuid } from "../kms/ids.ts";
import type { AnyOperation } from "../kms/operation.ts";
import { operationRow } from "../kms/operations/index.ts";
import { fromWire, toWire } from "./members.ts";

/** A request as it comes over HTTP, by whatever way it came. */
export type WireRequest = { readonly headers: WireHeaders; readonly body: string | Uint8Array };
export type WireHeaders = Readonly<Record<string, string>>; // names in lower case

export type WireReply = { readonly statusCode: number; readonly headers: Readonly<Record<string, string>>; readonly body: string };

/** Who asks, by what the request proves. */
export type Authenticate<Request> = (request: Request) => Result<Caller, KmsError>;

/** Answers a request of the AWS JSON 1.1 protocol as AWS KMS does: the operation is in `X-Amz-Target`, the members are the body's. */
export async function answer(service: Service, authenticate: Authenticate<WireRequest>, request: WireRequest): Promise<WireReply> {
  const refused = (why: KmsError): WireReply => toReply("", { requestId: uuid(service.ports.randomBytes), result: fail(why) });
  const call = readCall(request.headers["x-amz-target"], request.body);
  if (!call.ok) return refused(call.error);
  const caller = authenticate(request);
  if (!caller.ok) return refused(caller.error);
  return toReply(call.value.row.name, await perform(service, call.value, caller.value));
}

/** An operation, and the members that it is asked with as they came. */
export type WireCall = { readonly row: AnyOperation; readonly members: unknown };

/**
 * First what the body is, then the operation, and only then who asks: a service that speaks the same protocol was seen to look in this order (Amazon
 * Kinesis, with unsigned requests). A member of a wrong type is looked at later, by the operation.
 */
export function readCall(target: string | undefined, body: string | Uint8Array): Result<WireCall, KmsError> {
  const members = parseBody(body);
  if (!members.ok) return members;
  const row = rowAt(target);
  return row === undefined ? fail(error("UnknownOperationException")) : ok({ row, members: members.value });
}

export const perform = (service: Service, { row, members }: WireCall, caller: Caller): Reply | Promise<Reply> =>
  dispatch(service, row, caller, fromWire(row.input, members));

/** As `perform`, of a call that is made elsewhere: the reply where it is refused before anything would be done, or how to tell of it afterwards. */
export const refuseOnly = (service: Service, { row, members }: WireCall, caller: Caller): Reply | Promise<Reply> | Passing =>
  refuse(service, row, caller, fromWire(row.input, members));

/** Of a call that was made elsewhere, and failed there. */
export const passedCall = (service: Service, { row, members }: WireCall, caller: Caller): Passing =>
  tellPassed(service, row, caller, fromWire(row.input, members));

const TARGET_PREFIX = "TrentService.";

/** `TrentService.Encrypt`: the service's first name, and an operation. */
const rowAt = (target = ""): AnyOperation | undefined =>
  target.startsWith(TARGET_PREFIX) ? operationRow(target.slice(TARGET_PREFIX.length)) : undefined;

const UTF_8 = new TextDecoder("utf-8", { fatal: true });

/** No body is a request without members. What cannot be read is told without a word of it. */
export function parseBody(body: string | Uint8Array): Result<object, KmsError> {
  try {
    const text = typeof body === "string" ? body : UTF_8.decode(body);
    const value: unknown = text === "" ? {} : JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? ok(value) : UNREADABLE;
  } catch {
    return UNREADABLE;
  }
}

const UNREADABLE = fail(error("SerializationException")); // without a word, as from AWS (recorded)

/** Empty `operation`: the request did not come so far. */
export function toReply(operation: string, { requestId, result }: Reply): WireReply {
  const headers = { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": requestId };
  if (result.ok) return { statusCode: 200, headers, body: bodyOf(operation, result.value) };
  const { name, message } = result.error;
  const said = name === "AccessDeniedException" ? { Message: message } : { message }; // recorded: this one has a capital letter
  return { statusCode: ERRORS[name], headers, body: JSON.stringify({ __type: name, ...said }) };
}

/** An operation without output answers an empty body; those of custom key stores have one without members. */
export const bodyOf = (operation: string, reply: object): string =>
  isEmpty(reply) && !operation.includes("CustomKeyStore") ? "" : JSON.stringify(toWire(reply));

function isEmpty(reply: object): boolean {
  for (const _ in reply) return false;
  return true;
}
