import { toBase64 } from "../crypto/byte-text.ts";
import { parsePrincipal } from "../iam/principal.ts";
import type { Caller } from "./caller.ts";
import type { KmsError } from "./errors.ts";
import { sibling } from "./ids.ts";
import type { Key } from "./key.ts";
import type { Elsewhere, Located } from "./operation.ts";
import type { Home } from "./state.ts";

/** One event in the shape of AWS CloudTrail's records (CloudTrail User Guide, "record contents"; KMS Developer Guide, "Logging with CloudTrail"). */
export type AuditEvent = {
  readonly eventVersion: "1.11";
  readonly userIdentity: Readonly<Record<string, unknown>>;
  readonly eventTime: string;
  readonly eventSource: "kms.amazonaws.com" | "sts.amazonaws.com" | "cloudtrail.amazonaws.com"; // an endpoint tells of calls of all three
  readonly eventName: string;
  readonly awsRegion: string;
  readonly sourceIPAddress: string;
  readonly userAgent: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly requestParameters: Readonly<Record<string, unknown>> | null;
  readonly responseElements: Readonly<Record<string, unknown>> | null;
  readonly additionalEventData?: Readonly<Record<string, unknown>>;
  readonly requestID?: string;
  readonly eventID: string;
  readonly readOnly: boolean;
  readonly resources: readonly AuditResource[];
  readonly eventType: "AwsApiCall" | "AwsServiceEvent";
  readonly managementEvent: true;
  readonly recipientAccountId: string;
  readonly sharedEventID?: string;
  readonly eventCategory: "Management";
  readonly serviceEventDetails?: Readonly<Record<string, unknown>>;
  readonly vpcEndpointId?: string;
};

export type AuditResource = { readonly accountId: string; readonly type: "AWS::KMS::Key" | "AWS::IAM::Role"; readonly ARN: string };

/** What the pipeline knows of a call that has ended. */
export type EndedCall = {
  readonly name: string;
  readonly readOnly: boolean;
  readonly caller: Caller;
  readonly now: number;
  readonly requestId: string;
  readonly eventId: string;
  readonly shown: readonly Shown[] | undefined; // members of the request
  readonly values: readonly unknown[] | undefined; // theirs, when the call ended; undefined of a request that could not be read
  readonly response: Readonly<Record<string, unknown>> | null;
  readonly additional: Readonly<Record<string, unknown>> | undefined;
  readonly elsewhere: Elsewhere | undefined;
  readonly touched: readonly Touched[];
  readonly error: KmsError | undefined;
};

/** A member of a request, and what CloudTrail calls it. */
export type Shown = { readonly member: string; readonly name: string };

function parametersOf({ shown, values }: EndedCall): Readonly<Record<string, unknown>> | null {
  if (shown === undefined || values === undefined) return null;
  const parameters: Record<string, unknown> = {};
  for (const [i, { name }] of shown.entries()) if (values[i] !== undefined) parameters[name] = values[i];
  return parameters;
}

/** A key or an alias that a call was made on: what its event tells of it, and no more, so that the log keeps no key from being forgotten. */
export type Touched = { readonly kind: "key" | "alias"; readonly arn: string; readonly account: string; readonly region: string };

export function touchedBy(located: Exclude<Located, { kind: "*" }>, home: Home): Touched {
  const { arn } = located.kind === "key" ? located.key : located;
  const { account, region } = located.kind === "key" ? located.key : home;
  return { kind: located.kind, arn, account, region };
}

const TOUCHED = new WeakMap<Key, readonly Touched[]>();

/** The same of one key, as most calls touch it: made once, and shared by all their events. */
export function touchedKey(key: Key): readonly Touched[] {
  let touched = TOUCHED.get(key);
  if (touched === undefined) {
    touched = [{ kind: "key", arn: key.arn, account: key.account, region: key.region }];
    TOUCHED.set(key, touched);
  }
  return touched;
}

/**
 * The events of a call: one in the caller's account, and of a call that was allowed one in the account and in the Region of each other key it touched,
 * and one of what it made happen elsewhere. Copies share `sharedEventID`, and have an `eventID` each (CloudTrail User Guide, "record contents").
 */
export function eventsOf(call: EndedCall): readonly AuditEvent[] {
  const { caller, error } = call;
  const resources = resourcesIn(caller.home.region, call);
  const own = caller.account || caller.home.account;
  const event: AuditEvent = {
    eventVersion: "1.11",
    userIdentity: userIdentity(caller),
    eventTime: timeOf(call.now),
    eventSource: "kms.amazonaws.com",
    eventName: call.name,
    awsRegion: caller.home.region,
    sourceIPAddress: caller.agent.sourceIPAddress,
    userAgent: caller.agent.userAgent,
    ...(error !== undefined && { errorCode: error.name, ...(error.message !== undefined && { errorMessage: error.message }) }),
    requestParameters: parametersOf(call),
    responseElements: call.response,
    ...(call.additional !== undefined && { additionalEventData: call.additional }),
    requestID: call.requestId,
    eventID: call.eventId,
    readOnly: call.readOnly,
    resources,
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId: own,
    eventCategory: "Management",
    ...(typeof caller.context["aws:SourceVpce"] === "string" && { vpcEndpointId: caller.context["aws:SourceVpce"] }),
  };
  if (error?.name === "AccessDeniedException") return [event];
  const others = new Set(resources.map(({ accountId }) => accountId).filter((account) => account !== own));
  const regions = new Set(call.touched.flatMap(({ kind, region }) => (kind === "key" && region !== event.awsRegion ? [region] : [])));
  const also = call.elsewhere === undefined ? [] : [eventElsewhere(event, call.elsewhere)];
  if (others.size === 0 && regions.size === 0) return [event, ...also];
  const shared = { ...event, sharedEventID: call.eventId };
  const copies = [
    ...[...others].map((recipientAccountId) => ({ recipientAccountId })),
    ...[...regions].map((awsRegion) => ({ awsRegion, resources: resourcesIn(awsRegion, call) })),
  ];
  return [shared, ...copies.map((copy, i) => ({ ...shared, ...copy, eventID: sibling(call.eventId, i + 1) })), ...also];
}

/** UpdatePrimaryRegion is about keys of two Regions: the event of each Region tells of its own. */
const resourcesIn = (home: string, { touched }: EndedCall): readonly AuditResource[] =>
  touched.filter(({ region }) => region === home).map(resourceOf);

/** By the same caller in the same request: ReplicateKey is told as a CreateKey in the Region of the replica. */
const eventElsewhere = (event: AuditEvent, { name, eventId, on, response }: Elsewhere): AuditEvent => ({
  ...event,
  eventName: name,
  awsRegion: on.key.region,
  requestParameters: null,
  responseElements: logged(response) as Readonly<Record<string, unknown>>,
  eventID: eventId,
  resources: [resourceOf(on.key)],
});

/** What KMS does by itself: RotateKey, DeleteKey, DeleteExpiredKeyMaterial. */
export const serviceEvent = (event: {
  readonly name: string;
  readonly key: { readonly arn: string; readonly id: string; readonly account: string; readonly region: string };
  readonly at: number;
  readonly eventId: string;
}): AuditEvent => ({
  eventVersion: "1.11",
  userIdentity: { accountId: event.key.account, invokedBy: "AWS Internal" },
  eventTime: timeOf(event.at),
  eventSource: "kms.amazonaws.com",
  eventName: event.name,
  awsRegion: event.key.region,
  sourceIPAddress: "AWS Internal",
  userAgent: "AWS Internal",
  requestParameters: null,
  responseElements: null,
  eventID: event.eventId,
  readOnly: false,
  resources: [{ accountId: event.key.account, type: "AWS::KMS::Key", ARN: event.key.arn }],
  eventType: "AwsServiceEvent",
  managementEvent: true,
  recipientAccountId: event.key.account,
  eventCategory: "Management",
  serviceEventDetails: { keyId: event.key.id },
});

/** Also of aliases, whose type is the same (observed). */
const resourceOf = ({ account, arn }: { readonly account: string; readonly arn: string }): AuditResource => ({
  accountId: account,
  type: "AWS::KMS::Key",
  ARN: arn,
});

const IDENTITIES = new WeakMap<Caller, Readonly<Record<string, unknown>>>();

/** Worked out once for a caller, and a copy for each event: who has one may change it. */
export function userIdentity(caller: Caller): Readonly<Record<string, unknown>> {
  let known = IDENTITIES.get(caller);
  if (known === undefined) {
    known = { ...identityOf(caller), ...(caller.viaService !== undefined && { invokedBy: caller.agent.userAgent }) };
    IDENTITIES.set(caller, known);
  }
  const { sessionContext } = known;
  return sessionContext === undefined ? { ...known } : { ...known, sessionContext: structuredClone(sessionContext) };
}

/** CloudTrail User Guide, "userIdentity element". */
function identityOf({ principal, kind, account, roleArn, agent, context }: Caller): Readonly<Record<string, unknown>> {
  const { arn, userId } = principal;
  const { accessKeyId } = agent;
  const common = { principalId: userId ?? account, arn, accountId: account, ...(accessKeyId !== undefined && { accessKeyId }) };
  const issuedAt = accessKeyId === undefined ? undefined : context["aws:TokenIssueTime"];
  const mfaAuthenticated = String(principal.mfaAgeSeconds !== undefined);
  const session = typeof issuedAt === "string" ? { attributes: { creationDate: issuedAt, mfaAuthenticated } } : undefined;
  const { sourceIdentity } = principal;
  const ofSession = session && { ...session, ...(sourceIdentity !== undefined && { sourceIdentity }) };
  const parsed = parsePrincipal(principal);
  const userName = parsed.ok ? parsed.value.name : "";
  switch (kind) {
    case "service":
      return { type: "AWSService", invokedBy: arn };
    case "root":
      return { type: "Root", ...common, ...(ofSession && { sessionContext: ofSession }) };
    case "user":
      return { type: "IAMUser", ...common, userName, ...(ofSession && { sessionContext: ofSession }) };
    case "federated-user":
      return { type: "FederatedUser", ...common, ...(ofSession && { sessionContext: ofSession }) };
    case "role-session": {
      const sessionIssuer = { type: "Role", principalId: userId?.split(":", 1)[0], arn: roleArn, accountId: account, userName };
      return { type: "AssumedRole", ...common, sessionContext: { sessionIssuer, ...ofSession } };
    }
  }
}

const timeOf = (now: number): string => `${new Date(now).toISOString().slice(0, 19)}Z`;

/** Members of a request or reply as CloudTrail writes them: names begin in lower case, times are in English, pairs of users stay as they are. */
export function logged(value: unknown, name = ""): unknown {
  if (value instanceof Date) return english(value);
  if (value instanceof Uint8Array) return toBase64(value); // a public key: a row names what may be told
  if (Array.isArray(value)) return value.map((item) => logged(item));
  if (typeof value !== "object" || value === null) return value;
  if (name.includes("EncryptionContext")) return { ...value };
  const out: Record<string, unknown> = {};
  for (const member of Object.keys(value)) {
    const inner = (value as Record<string, unknown>)[member];
    if (inner !== undefined) out[memberName(member)] = logged(inner, member);
  }
  return out;
}

export const memberName = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `Jan 5, 2026, 3:04:05 PM`, in UTC. By hand: what Intl reads of languages for it is ten megabytes of memory. */
export function english(time: Date): string {
  const [hour, minute, second] = [time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()];
  const two = (number: number) => String(number).padStart(2, "0");
  const clock = `${hour % 12 || 12}:${two(minute)}:${two(second)} ${hour < 12 ? "AM" : "PM"}`;
  return `${MONTHS[time.getUTCMonth()]} ${time.getUTCDate()}, ${time.getUTCFullYear()}, ${clock}`;
}
