import { parseArn } from "../iam/arn.ts";
import { readDenial } from "./denial-text.ts";
import { memberOf, pairsAt, textAt } from "./member.ts";
import { kmsEvent, stampOf } from "./record.ts";
import { recordedCall } from "./recorded-call.ts";
import { targetsOf } from "./targets.ts";

/** A record of KMS as a person reads a log: who did what to which key, and what came of it. */
export type LogLine = {
  readonly id: string | undefined;
  readonly time: string | undefined;
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly who: string; // an ARN, a service, or what of it is recorded
  readonly operation: string;
  readonly key: string | undefined; // ARN of the key, else of the alias
  readonly outcome: string; // allowed, denied, or the error
  readonly error?: string; // what AWS said of it
  readonly via: string | undefined; // the service that forwarded the call, as in kms:ViaService
  readonly encryptionContext: Readonly<Record<string, string>> | undefined;
};

/** Undefined for what is no record of KMS. */
export function logLine(value: unknown): LogLine | undefined {
  const record = kmsEvent(value);
  if (record === undefined) return undefined;
  const call = recordedCall(value);
  const identity = memberOf(record, "userIdentity");
  const asked = call.ok ? call.value.checks.flatMap((check) => ("question" in check ? [check.question] : []))[0] : undefined;
  const account = textAt(identity, "accountId") ?? "";
  const { keys, alias } = targetsOf(record, account);
  const parameters = memberOf(record, "requestParameters");
  const { id, time, account: log, region, name = "" } = stampOf(record);
  const code = textAt(record, "errorCode");
  const error = code === undefined ? undefined : textAt(record, "errorMessage");
  return {
    id,
    time,
    account: log,
    region,
    who: textAt(identity, "arn") ?? whoElse(identity, textAt(record, "errorMessage")),
    operation: name,
    key: keys[0] ?? asked?.key ?? alias,
    outcome: code === undefined ? "allowed" : code.startsWith("AccessDenied") ? "denied" : code,
    ...(error !== undefined && { error }),
    via: asked?.viaService,
    encryptionContext: asked?.encryptionContext ?? pairsAt(parameters, "encryptionContext"),
  };
}

function whoElse(identity: unknown, denial: string | undefined): string {
  const told = readDenial(denial).principal;
  if (told !== undefined) return told;
  const [type, account, invokedBy] = ["type", "accountId", "invokedBy"].map((name) => textAt(identity, name));
  if (type === "AWSService" || type === undefined) return invokedBy ?? account ?? "somebody";
  return `${type} of ${account ?? "an account that is not told"}`;
}

/** The short form of an ARN, for a column: `role/orders-app`, `key/1234abcd…`. */
export function shortArn(arn: string): string {
  const parsed = parseArn(arn);
  if (parsed === undefined) return arn;
  const { resource } = parsed;
  return resource.startsWith("key/")
    ? resource.slice(0, 12)
    : resource.startsWith("assumed-role/")
      ? resource.slice("assumed-role/".length)
      : resource;
}
