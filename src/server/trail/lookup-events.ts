import { fail, ok, type Result } from "../../base/result.ts";
import { DAY_MS } from "../../base/time.ts";
import type { AuditEvent } from "../../kms/audit.ts";
import type { PageTokens } from "../page-token.ts";
import { entryOf, type LookupEntry, resourcesOf, usernameOf } from "./lookup-entry.ts";

/** Why nothing is looked up: an error of CloudTrail by its name. */
export type LookupFault = { readonly name: string; readonly message?: string };

export type LookupReply = { readonly Events: readonly LookupEntry[]; readonly NextToken?: string };

type Attribute = { readonly key: string; readonly value: string };
type Query = {
  readonly attribute: Attribute | undefined;
  readonly from: number; // milliseconds, inclusive
  readonly to: number;
  readonly most: number;
};

/** How an event is asked for, by the name of the attribute. */
const MATCHES: Readonly<Record<string, (event: AuditEvent, value: string) => boolean>> = {
  EventId: ({ eventID }, value) => eventID === value,
  EventName: ({ eventName }, value) => eventName === value,
  ReadOnly: ({ readOnly }, value) => String(readOnly) === value,
  Username: ({ userIdentity }, value) => usernameOf(userIdentity) === value,
  EventSource: ({ eventSource }, value) => eventSource === value,
  AccessKeyId: ({ userIdentity }, value) => userIdentity.accessKeyId === value,
  // AWS looks at what it shows alone: a Decrypt by alias is not found by the ARN of its key there. Runbooks ask for that, so it is found here.
  ResourceName: (event, value) =>
    resourcesOf(event).some(({ ResourceName }) => ResourceName === value) || event.resources.some(({ ARN }) => ARN === value),
  ResourceType: (event, value) =>
    resourcesOf(event).some(({ ResourceType }) => ResourceType === value) || event.resources.some(({ type }) => type === value),
};

const REACH_MS = 90 * DAY_MS;
const MOST = 50;

/**
 * LookupEvents (CloudTrail API Reference) over what is remembered: newest first, of one account and Region. `input`: the members as they came; a member
 * of a wrong type is a SerializationException.
 */
export function lookupEvents(
  input: Readonly<Record<string, unknown>>,
  events: readonly AuditEvent[], // in the order in which they happened
  home: { readonly account: string; readonly region: string },
  now: number,
  tokens: PageTokens,
): Result<LookupReply, LookupFault> {
  const query = readQuery(input, now);
  if (!query.ok) return query;
  const { attribute, from, to, most } = query.value;
  const question = [home.account, home.region, attribute, input.StartTime ?? null, input.EndTime ?? null, most];
  const after = input.NextToken === undefined ? undefined : tokens.open(question, input.NextToken as string);
  if (input.NextToken !== undefined && after === undefined)
    return fail({ name: "InvalidNextTokenException", message: "Invalid next token" });
  const isAsked = (event: AuditEvent): boolean => {
    if (event.recipientAccountId !== home.account || event.awsRegion !== home.region) return false;
    const time = Date.parse(event.eventTime);
    return time >= from && time <= to && (attribute === undefined || (MATCHES[attribute.key]?.(event, attribute.value) ?? false));
  };
  const found: AuditEvent[] = [];
  let isPast = after === undefined;
  let hasMore = false;
  for (let i = events.length - 1; i >= 0; i--) {
    const event = events[i] as AuditEvent;
    if (!isPast) isPast = event.eventID === after;
    else if (isAsked(event)) {
      hasMore = found.length === most;
      if (hasMore) break;
      found.push(event);
    }
  }
  const last = found.at(-1)?.eventID;
  return ok({ Events: found.map(entryOf), ...(hasMore && last !== undefined && { NextToken: tokens.issue(question, last) }) });
}

function readQuery(input: Readonly<Record<string, unknown>>, now: number): Result<Query, LookupFault> {
  const {
    LookupAttributes: attributes = [],
    StartTime: start,
    EndTime: end,
    MaxResults: most = MOST,
    NextToken: token,
    EventCategory: category,
  } = input;
  const isTime = (value: unknown) => value === undefined || (typeof value === "number" && Number.isFinite(value));
  const isList = Array.isArray(attributes) && attributes.every(isAttribute);
  if (!isList || !isTime(start) || !isTime(end) || !Number.isInteger(most) || (token !== undefined && typeof token !== "string"))
    return fail({ name: "SerializationException" });
  if (category !== undefined)
    return category === "insight"
      ? ok({ attribute: { key: "none", value: "" }, from: 0, to: 0, most: MOST })
      : fail({ name: "InvalidEventCategoryException", message: "The event category is not valid." });
  if ((most as number) < 1 || (most as number) > MOST)
    return fail({ name: "InvalidMaxResultsException", message: `Invalid max results: ${String(most)}. It is from 1 to ${MOST}.` });
  const attribute = attributeFault(attributes as readonly Members[]);
  if (!attribute.ok) return attribute;
  const [from, to] = [
    start === undefined ? now - REACH_MS : (start as number) * 1000,
    end === undefined ? Number.POSITIVE_INFINITY : (end as number) * 1000,
  ];
  if (from > to || (start !== undefined && from > now))
    return fail({ name: "InvalidTimeRangeException", message: "Invalid time range: the start is after the end, or in the future." });
  return ok({ attribute: attribute.value, from: Math.max(from, now - REACH_MS), to, most: most as number });
}

type Members = { readonly AttributeKey: string; readonly AttributeValue: string };

const isAttribute = (value: unknown): value is Members => {
  const { AttributeKey: key, AttributeValue: text } = (value ?? {}) as Partial<Members>;
  return typeof key === "string" && typeof text === "string";
};

function attributeFault(attributes: readonly Members[]): Result<Attribute | undefined, LookupFault> {
  const invalid = (message: string) => fail({ name: "InvalidLookupAttributesException", message });
  const [first, second] = attributes;
  if (first === undefined) return ok(undefined);
  if (second !== undefined) return invalid("Only one lookup attribute can be given.");
  const { AttributeKey: key, AttributeValue: value } = first;
  if (!Object.hasOwn(MATCHES, key)) return invalid("The lookup attribute has no such key.");
  if (value.length < 1 || value.length > 2000) return invalid("The value of a lookup attribute has 1 to 2000 characters.");
  if (key === "ReadOnly" && value !== "true" && value !== "false") return invalid("The value of ReadOnly is true or false.");
  return ok({ key, value });
}
