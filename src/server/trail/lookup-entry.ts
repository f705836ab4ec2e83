import type { AuditEvent } from "../../kms/audit.ts";

/** An event as LookupEvents gives it. */
export type LookupEntry = {
  readonly EventId: string;
  readonly EventName: string;
  readonly ReadOnly: "true" | "false";
  readonly AccessKeyId?: string;
  readonly EventTime: number; // seconds since the Unix epoch
  readonly EventSource: string;
  readonly Username?: string;
  readonly Resources: readonly LookupResource[];
  readonly CloudTrailEvent: string; // the record, as JSON
};

export type LookupResource = { readonly ResourceType?: string; readonly ResourceName: string };

export function entryOf(event: AuditEvent): LookupEntry {
  const { accessKeyId } = event.userIdentity as { readonly accessKeyId?: string };
  const Username = usernameOf(event.userIdentity);
  return {
    EventId: event.eventID,
    EventName: event.eventName,
    ReadOnly: event.readOnly ? "true" : "false",
    ...(accessKeyId !== undefined && { AccessKeyId: accessKeyId }),
    EventTime: Date.parse(event.eventTime) / 1000,
    EventSource: event.eventSource,
    ...(Username !== undefined && { Username }),
    Resources: resourcesOf(event),
    CloudTrailEvent: JSON.stringify(event),
  };
}

/** A user by its name, a session by its own (recorded). */
export function usernameOf(identity: AuditEvent["userIdentity"]): string | undefined {
  const { type, userName, arn } = identity as { readonly type?: string; readonly userName?: string; readonly arn?: string };
  if (type === "Root") return "root";
  if (type === "IAMUser") return userName;
  return type === "AssumedRole" || type === "FederatedUser" ? arn?.slice(arn.lastIndexOf("/") + 1) : undefined;
}

const KEY = "AWS::KMS::Key";
const ACCESS_KEY = "AWS::IAM::AccessKey";

/**
 * Made from request and response, not from the record's own `resources` (recorded): reads and cryptography tell the key as the caller named it, without
 * a type; changes tell it with its ARN, typed; what was not found tells nothing.
 */
export function resourcesOf(event: AuditEvent): readonly LookupResource[] {
  if (event.errorCode === "NotFoundException") return [];
  return event.eventSource === "sts.amazonaws.com" ? ofSts(event) : event.eventSource === "kms.amazonaws.com" ? ofKms(event) : [];
}

function ofKms({ readOnly, errorCode, requestParameters, responseElements, resources }: AuditEvent): readonly LookupResource[] {
  const sent =
    textIn(requestParameters, "destinationKeyId") ?? textIn(requestParameters, "keyId") ?? textIn(requestParameters, "targetKeyId");
  if (readOnly) return sent === undefined ? [] : [{ ResourceName: sent }];
  const made = textIn(responseElements?.keyMetadata, "keyId") ?? textIn(responseElements?.replicaKeyMetadata, "keyId");
  const names = [sent ?? made, ...(errorCode === undefined ? resources.map(({ ARN }) => ARN) : [])];
  return names.flatMap((name) => (name === undefined ? [] : [{ ResourceType: KEY, ResourceName: name }]));
}

function ofSts({ responseElements, requestParameters }: AuditEvent): readonly LookupResource[] {
  const key = textIn(responseElements?.credentials, "accessKeyId");
  if (key === undefined) return [];
  const role = textIn(requestParameters, "roleArn");
  const [user, type] =
    role === undefined
      ? [responseElements?.federatedUser, "AWS::STS::FederatedUser"]
      : [responseElements?.assumedRoleUser, "AWS::STS::AssumedRole"];
  const id = textIn(user, role === undefined ? "federatedUserId" : "assumedRoleId");
  const arn = textIn(user, "arn");
  const name = arn?.slice(arn.lastIndexOf("/") + 1);
  const names = (role === undefined ? [id, arn, name] : [arn, id, name]).filter((one) => one !== undefined);
  return [
    { ResourceType: ACCESS_KEY, ResourceName: key },
    ...names.map((ResourceName) => ({ ResourceType: type, ResourceName })),
    ...(role === undefined ? [] : [{ ResourceType: "AWS::IAM::Role", ResourceName: role }]),
  ];
}

function textIn(members: unknown, name: string): string | undefined {
  const value = (members as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  return typeof value === "string" ? value : undefined;
}
