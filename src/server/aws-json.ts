import { fail, ok, type Result } from "../base/result.ts";
import type { Caller } from "../kms/caller.ts";
import type { Reply } from "../kms/dispatch.ts";
import { error, type KmsError } from "../kms/errors.ts";
import { jsonFault } from "../wire/auth-fault.ts";
import { type SignatureRules, UNKNOWN_KEY, verifySignature } from "../wire/verify-signature.ts";
import { bodyOf, perform, readCall, toReply, type WireCall, type WireReply } from "../wire/wire.ts";
import { type Answer, AWS_JSON, type Exchange, jsonFaultOf, mediaTypeOf, NOT_KEPT } from "./exchange.ts";
import type { Holder } from "./identity.ts";
import type { ObservedCall, Observer } from "./observed-call.ts";
import type { Standing } from "./standing.ts";

/** Who signed a request, and as whom that is. */
export type Signer = { readonly holder: Holder; readonly caller: Caller; readonly accessKeyId: string; readonly region: string };

export type AwsJsonOptions = {
  readonly standing: Standing;
  readonly realNow: () => number;
  readonly answerTrail: TrailAnswer;
  /** Looks at each call before it is made: quotas, and failures that somebody asked for. */
  readonly before?: ((call: WireCall, signer: Signer) => KmsError | undefined | Promise<KmsError | undefined>) | undefined;
  /** Makes the calls somewhere else. */
  readonly forward?: ((exchange: Exchange, call: WireCall, signer: Signer) => Promise<Answer>) | undefined;
  readonly observe?: Observer | undefined;
};

/** LookupEvents, and what else Amazon CloudTrail is asked. */
export type TrailAnswer = (operation: string, exchange: Exchange) => Promise<Ended>;

/** What became of a call on its way. */
export type Ended = {
  readonly answer: Answer;
  readonly operation?: string;
  readonly signer?: Signer;
  readonly error?: { readonly name: string } | undefined;
};

/** A Region by its form. Any is served: each is a world of keys of its own. */
export const isRegion = (region: string): boolean => /^[a-z]{2,4}(?:-[a-z]{1,12}){1,3}-\d{1,2}$/.test(region);

const RULES: SignatureRules = { protocol: "json", service: "kms", minutes: 5, mustSign: ["x-amz-target"], isRegion };
const TRAIL_RULES: SignatureRules = { ...RULES, service: "cloudtrail" };

type Signing = Pick<AwsJsonOptions, "standing" | "realNow">;

/** Who made a request of AWS JSON 1.1. `realNow`: never a clock that somebody moved, for clients follow the one that we send. */
function signerOf(exchange: Exchange, { standing, realNow }: Signing, rules = RULES): Result<Signer, KmsError> {
  const { identity, site } = standing;
  const verified = verifySignature(exchange, rules, identity.finder(site.service.ports.now()), realNow());
  if (!verified.ok) return fail(jsonFault(verified.error));
  const { holder, accessKeyId, region } = verified.value;
  const caller = identity.caller(holder, region, exchange);
  return caller === undefined ? fail(jsonFault(UNKNOWN_KEY)) : ok({ holder, accessKeyId, region, caller });
}

export const trailSigner = (exchange: Exchange, signing: Signing): Result<Signer, KmsError> => signerOf(exchange, signing, TRAIL_RULES);

/** Calls of AWS KMS, and of CloudTrail, which speaks the same protocol. What needs no waiting is answered without. */
export function answerAwsJson(exchange: Exchange, options: AwsJsonOptions): Answer | Promise<Answer> {
  const { observe } = options;
  const misread = unreadable(exchange);
  if (misread !== undefined) return misread;
  const target = targetOf(exchange);
  const trail = trailOperation(target);
  const started = performance.now();
  const ended = trail === undefined ? answerCall(target, exchange, options) : options.answerTrail(trail, exchange);
  const tell = (it: Ended): Answer => {
    observe?.(observedOf(it, trail === undefined ? "kms" : "cloudtrail", exchange, started));
    return it.answer;
  };
  return ended instanceof Promise ? ended.then(tell) : tell(ended);
}

function observedOf(
  { answer, operation, signer, error: failed }: Ended,
  service: ObservedCall["service"],
  { headers, body }: Exchange,
  started: number,
): ObservedCall {
  return {
    service,
    operation,
    requestId: answer.headers["x-amzn-RequestId"] ?? "",
    region: signer?.region,
    accessKeyId: signer?.accessKeyId,
    principal: signer?.caller.principal.arn,
    isAuthenticated: signer !== undefined,
    status: answer.status,
    error: failed?.name,
    resources: service === "kms" && signer !== undefined ? undefined : NONE,
    seconds: (performance.now() - started) / 1000,
    bytes: body.length,
    attempt: headers.get("amz-sdk-request"),
    userAgent: headers.get("user-agent"),
  };
}

const NONE: readonly never[] = [];

function answerCall(target: string | undefined, exchange: Exchange, options: AwsJsonOptions): Ended | Promise<Ended> {
  const { requestId, body } = exchange;
  const call = readCall(target, body);
  if (!call.ok) return { answer: refused(call.error, requestId), error: call.error };
  const operation = call.value.row.name;
  const signer = signerOf(exchange, options);
  if (!signer.ok) return { answer: refused(signer.error, requestId), operation, error: signer.error };
  if (options.before !== undefined || options.forward !== undefined) return answerLater(exchange, call.value, signer.value, options);
  return answerHere(call.value, signer.value, options);
}

/** Where something is looked at first, or somebody else is asked. */
async function answerLater(exchange: Exchange, call: WireCall, signer: Signer, options: AwsJsonOptions): Promise<Ended> {
  const stopped = await options.before?.(call, signer);
  const known = { operation: call.row.name, signer };
  if (stopped !== undefined) return { ...known, answer: refused(stopped, exchange.requestId), error: stopped };
  if (options.forward !== undefined) return { ...known, answer: await options.forward(exchange, call, signer) };
  return answerHere(call, signer, options);
}

function answerHere(call: WireCall, signer: Signer, { standing }: AwsJsonOptions): Ended | Promise<Ended> {
  const operation = call.row.name;
  const end = (reply: Reply): Ended => ({
    operation,
    signer,
    answer: answerOf(operation, reply),
    error: reply.result.ok ? undefined : reply.result.error,
  });
  const ended = perform(standing.site.service, call, signer.caller);
  return ended instanceof Promise ? ended.then(end) : end(ended);
}

/** What goes well, as nearly always, without a detour. */
const answerOf = (operation: string, reply: Reply): Answer =>
  reply.result.ok
    ? {
        status: 200,
        headers: { "content-type": AWS_JSON, "x-amzn-RequestId": reply.requestId },
        body: bodyOf(operation, reply.result.value),
      }
    : sent(toReply(operation, reply));

/** Of two targets none is meant. */
const targetOf = ({ headers }: Exchange): string | undefined => headers.only("x-amz-target")?.trim();

/** A body that does not say that it is AWS JSON 1.1: curl says something else unless it is told. */
function unreadable({ headers, body, requestId }: Exchange): Answer | undefined {
  if (body.length === 0) return undefined;
  const type = headers.get("content-type");
  if (type !== AWS_JSON && mediaTypeOf(type) !== AWS_JSON)
    return jsonFaultOf(404, "UnknownOperationException", requestId, `Content-Type must be ${AWS_JSON} for this request.`);
  const encoding = headers.get("content-encoding")?.toLowerCase() ?? "identity";
  return encoding === "identity" || encoding === "" ? undefined : refused(error("SerializationException"), requestId);
}

const TRAIL = "CloudTrail_20131101";

/** SDKs write the service in two ways: `CloudTrail_20131101.LookupEvents`, and with a package before it. */
function trailOperation(target = ""): string | undefined {
  if (target.startsWith("TrentService.")) return undefined;
  const dot = target.lastIndexOf(".");
  const service = target.slice(0, Math.max(0, dot));
  return service === TRAIL || service.endsWith(`.${TRAIL}`) ? target.slice(dot + 1) : undefined;
}

export const refused = (why: KmsError, requestId: string): Answer => sent(toReply("", { requestId, result: fail(why) }));

/** As AWS KMS sends it: with its errors go headers that keep them out of caches (recorded). */
export function sent({ statusCode, headers, body }: WireReply): Answer {
  const own = { "content-type": AWS_JSON, "x-amzn-RequestId": headers["x-amzn-requestid"] ?? "" };
  return { status: statusCode, headers: statusCode === 200 ? own : { ...own, ...NOT_KEPT }, body };
}
