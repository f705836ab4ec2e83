import { isObject, type LogObject } from "../member.ts";

/**
 * The columns of a table of calls: a record of CloudTrail a row, with all of it that says anything to policies. Texts, which may be NULL, save for `resources`
 * (a list of texts), `encryptionContext` (a map of texts to texts) and the two truths. `line`: the whole record as JSON, and nothing else, where it has
 * not the usual form.
 */
export const CALL_COLUMNS = [
  "eventID",
  "eventTime",
  "eventSource",
  "eventName",
  "eventType",
  "eventCategory",
  "awsRegion",
  "errorCode",
  "errorMessage",
  "sourceIPAddress",
  "userAgent",
  "vpcEndpointId",
  "sharedEventID",
  "recipientAccountId",
  "identityType",
  "identityArn",
  "identityAccount",
  "invokedBy",
  "principalId",
  "accessKeyId",
  "hasSession",
  "issuerType",
  "issuerArn",
  "creationDate",
  "mfaAuthenticated",
  "sourceIdentity",
  "roleDelivery",
  "federation", // of the session, as JSON
  "resources", // their ARNs
  "keyId", // of the parameters
  "parameters", // the others, as JSON; NULL where the record has none at all
  "hasContext",
  "encryptionContext",
  "recipient", // of an attested request, as JSON
  "eventContext", // as JSON
  "line",
] as const;

export type CallColumn = (typeof CALL_COLUMNS)[number];

/** The whole record of a row, where it has not the usual form. */
export function lineIn(row: unknown): string | undefined {
  const line = Array.isArray(row) ? row[CALL_COLUMNS.indexOf("line")] : isObject(row) ? row.line : undefined;
  return typeof line === "string" ? line : undefined;
}

/** The record of a row, in as far as policies can see it. */
export function recordOf(row: unknown): unknown {
  const call: LogObject = Array.isArray(row) ? Object.fromEntries(CALL_COLUMNS.map((name, i) => [name, row[i]])) : isObject(row) ? row : {};
  const told = (...names: readonly CallColumn[]): Record<string, unknown> =>
    Object.fromEntries(names.flatMap((name) => (call[name] === null || call[name] === undefined ? [] : [[name, call[name]]])));
  const { identityType, identityArn, identityAccount, issuerType, issuerArn, creationDate, mfaAuthenticated, federation, recipient } = call;
  const parameters = parsed(call.parameters);
  return {
    ...told("eventID", "eventTime", "eventSource", "eventName", "eventType", "eventCategory", "awsRegion", "errorCode", "errorMessage"),
    ...told("sourceIPAddress", "userAgent", "vpcEndpointId", "sharedEventID", "recipientAccountId"),
    userIdentity: {
      type: identityType ?? undefined,
      arn: identityArn ?? undefined,
      accountId: identityAccount ?? undefined,
      ...told("invokedBy", "principalId", "accessKeyId"),
      ...(isTrue(call.hasSession) && {
        sessionContext: {
          sessionIssuer: { type: issuerType ?? undefined, arn: issuerArn ?? undefined },
          attributes: { creationDate: creationDate ?? undefined, mfaAuthenticated: mfaAuthenticated ?? undefined },
          ...told("sourceIdentity"),
          ...(typeof call.roleDelivery === "string" && { ec2RoleDelivery: call.roleDelivery }),
          ...(typeof federation === "string" && { webIdFederationData: parsed(federation) }),
        },
      }),
    },
    resources: Array.isArray(call.resources) ? call.resources.map((arn) => ({ ARN: arn })) : null,
    requestParameters:
      typeof call.parameters === "string"
        ? isObject(parameters)
          ? { ...parameters, ...told("keyId"), ...(isTrue(call.hasContext) && { encryptionContext: pairsOf(call.encryptionContext) }) }
          : parameters
        : null,
    ...(typeof recipient === "string" && { additionalEventData: { recipient: parsed(recipient) } }),
    ...(typeof call.eventContext === "string" && { eventContext: parsed(call.eventContext) }),
  };
}

const isTrue = (value: unknown): boolean => value === true || value === 1 || value === "true";

/** A map as engines write it: an object, or a list of its pairs. */
const pairsOf = (map: unknown): unknown =>
  Array.isArray(map) ? Object.fromEntries(map.map((pair) => [pair.key, pair.value])) : isObject(map) ? map : {};

function parsed(text: unknown): unknown {
  try {
    return typeof text === "string" ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
