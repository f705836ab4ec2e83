import { type AuditEvent, userIdentity } from "../../kms/audit.ts";
import type { Caller } from "../../kms/caller.ts";
import type { StsCall } from "../sts/answer-sts.ts";
import { isoTime } from "../sts/request.ts";

/** Which calls of STS change something, by CloudTrail (recorded): those that give a user a session, but not a role. */
const CHANGING: ReadonlySet<string> = new Set(["GetSessionToken", "GetFederationToken"]);

type Told = {
  readonly source: AuditEvent["eventSource"];
  readonly name: string;
  readonly caller: Caller;
  readonly requestId: string;
  readonly eventId: string;
  readonly now: number;
  readonly readOnly: boolean;
  readonly parameters: Readonly<Record<string, unknown>> | null;
  readonly response?: Readonly<Record<string, unknown>> | null;
  readonly resources?: AuditEvent["resources"];
  readonly error?: { readonly code: string; readonly message: string } | undefined;
};

const eventOf = ({
  source,
  name,
  caller,
  requestId,
  eventId,
  now,
  readOnly,
  parameters,
  response = null,
  resources = [],
  error,
}: Told): AuditEvent => ({
  eventVersion: "1.11",
  userIdentity: userIdentity(caller),
  eventTime: isoTime(now),
  eventSource: source,
  eventName: name,
  awsRegion: caller.home.region,
  sourceIPAddress: caller.agent.sourceIPAddress,
  userAgent: caller.agent.userAgent,
  ...(error !== undefined && { errorCode: error.code, errorMessage: error.message }),
  requestParameters: parameters,
  responseElements: response,
  requestID: requestId,
  eventID: eventId,
  readOnly,
  resources,
  eventType: "AwsApiCall",
  managementEvent: true,
  recipientAccountId: caller.account,
  eventCategory: "Management",
});

/** A call of AWS STS in CloudTrail's shape. No secret is in it; the session token, which AWS writes, is not either. */
export const stsEvent = ({ action, request, told, error }: StsCall, eventId: string, now: number): AuditEvent =>
  eventOf({
    source: "sts.amazonaws.com",
    name: action,
    caller: request.caller,
    requestId: request.exchange.requestId,
    eventId,
    now,
    readOnly: !CHANGING.has(action),
    parameters: told?.parameters ?? null,
    response: told?.response ?? null,
    ...(told?.resources !== undefined && { resources: told.resources }),
    error: error && { code: ERROR_NAMES[error.code] ?? error.code, message: error.message },
  });

/** CloudTrail names errors of the query protocol by their shapes. */
const ERROR_NAMES: Readonly<Record<string, string>> = {
  ValidationError: "ValidationException",
  PackedPolicyTooLarge: "PackedPolicyTooLargeException",
  MalformedPolicyDocument: "MalformedPolicyDocumentException",
};

/** A call of CloudTrail itself. */
export const trailEvent = (call: Omit<Told, "source" | "readOnly">): AuditEvent =>
  eventOf({ ...call, source: "cloudtrail.amazonaws.com", readOnly: true });
