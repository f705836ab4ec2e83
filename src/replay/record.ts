import { fail, ok, type Result } from "../base/result.ts";
import { isObject, type LogObject, memberOf, textAt } from "./member.ts";
import { deliveredTime } from "./written-time.ts";

/** Why a record is not decided. `notPolicy`: what came of the call was not for policies to say. */
export type Skip = { readonly skip: "notKms" | "unreadable" | "notPolicy"; readonly why: string };

export type Recorded = "allowed" | "denied";

/** A record of a call of KMS that policies had a say in. */
export type KmsRecord = { readonly record: LogObject; readonly recorded: Recorded };

/**
 * Whether there is a decision of policies in a record at all (CloudTrail User Guide, "record contents"; KMS Developer Guide, "Logging with CloudTrail").
 * A record may be wrapped as LookupEvents, EventBridge and CloudTrail Lake wrap it.
 */
export function kmsRecord(value: unknown): Result<KmsRecord, Skip> {
  const record = unwrapped(value);
  if (record === undefined) return fail({ skip: "unreadable", why: "no object" });
  const source = textAt(record, "eventSource");
  const name = textAt(record, "eventName");
  if (textAt(record, "eventCategory") === "Insight" || textAt(record, "eventType") === "AwsCloudTrailInsight")
    return fail({ skip: "notPolicy", why: "an insight of CloudTrail, which is no call" });
  if (source === undefined || name === undefined)
    return fail({ skip: "unreadable", why: "no CloudTrail record: no `eventSource`, no `eventName`" });
  if (!isKms(source)) return fail({ skip: "notKms", why: source });
  const own = ownDoing(record);
  if (own !== undefined) return fail({ skip: "notPolicy", why: own });
  const code = textAt(record, "errorCode");
  if (code === undefined) return ok({ record, recorded: "allowed" });
  if (code === "AccessDenied" || code === "AccessDeniedException") return ok({ record, recorded: "denied" });
  return fail({ skip: "notPolicy", why: code });
}

/** A record of KMS, whatever came of the call, out of what may be wrapped around it; undefined for anything else. */
export function kmsEvent(value: unknown): LogObject | undefined {
  const record = unwrapped(value);
  return record !== undefined && isKms(textAt(record, "eventSource")) && textAt(record, "eventName") !== undefined ? record : undefined;
}

const isKms = (source: string | undefined): boolean => source === "kms.amazonaws.com" || source === "kms.amazonaws.com.cn";

const ENVELOPES = 3; // an event of LookupEvents inside of one of EventBridge, and no deeper

/** A record out of what may be wrapped around it. */
export function unwrapped(value: unknown, depth = 0): LogObject | undefined {
  if (!isObject(value) || depth > ENVELOPES) return undefined;
  if (Object.hasOwn(value, "eventSource")) return value;
  const text = textAt(value, "CloudTrailEvent") ?? textAt(value, "eventData") ?? textAt(value, "message");
  if (text?.startsWith("{")) return unwrapped(parsed(text), depth + 1) ?? value;
  const inner = memberOf(value, "detail") ?? memberOf(value, "eventData") ?? memberOf(value, "CloudTrailEvent");
  return isObject(inner) ? (unwrapped(inner, depth + 1) ?? value) : value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What KMS does by itself has no caller, and what an endpoint saw is told again by the call's own record. */
function ownDoing(record: LogObject): string | undefined {
  if (textAt(record, "eventType") === "AwsServiceEvent") return "KMS acted by itself";
  if (textAt(record, "eventType") === "AwsVpceEvent" || textAt(record, "eventCategory") === "NetworkActivity")
    return "seen by a VPC endpoint";
  const identity = memberOf(record, "userIdentity");
  if (textAt(identity, "type") === undefined && textAt(identity, "arn") === undefined && textAt(identity, "invokedBy") === "AWS Internal")
    return "KMS acted by itself";
  return undefined;
}

/** When the call ended, to the second. */
export function timeAt(record: LogObject): string | undefined {
  const time = textAt(record, "eventTime");
  return time === undefined ? undefined : deliveredTime(time);
}

/** What a record says of itself. */
export type Stamp = {
  readonly id: string | undefined;
  readonly shared: string | undefined; // the same for the copies of one call in several accounts
  readonly time: string | undefined;
  readonly account: string | undefined; // whose log it stands in
  readonly region: string | undefined;
  readonly name: string | undefined;
};

export const stampOf = (record: LogObject): Stamp => ({
  id: textAt(record, "eventID"),
  shared: textAt(record, "sharedEventID"),
  time: timeAt(record),
  account: textAt(record, "recipientAccountId") ?? textAt(memberOf(record, "userIdentity"), "accountId"),
  region: textAt(record, "awsRegion"),
  name: textAt(record, "eventName"),
});
