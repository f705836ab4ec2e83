import { invariant } from "../base/invariant.ts";
import { fail, ok, type Result } from "../base/result.ts";
import type { ConditionKey } from "../catalog/condition-key.ts";
import { conditionKey, isAvailable } from "../catalog/condition-keys.ts";
import { operation, type Permission } from "../catalog/operations.ts";
import type { Question } from "../estate/question.ts";
import { parseArn } from "../iam/arn.ts";
import { parseInstant } from "../iam/values.ts";
import { callerOf, type NoCaller, type RecordedCaller } from "./caller.ts";
import { type Forwarder, forwarderOf } from "./forwarder.ts";
import { isAddress, isObject, type LogObject, memberOf, textAt } from "./member.ts";
import { kmsRecord, type Recorded, type Skip, type Stamp, stampOf, timeAt } from "./record.ts";
import { isOfAccount, keyFrom, requestAliasOf, type Targets, targetsOf } from "./targets.ts";
import { toldByRequest } from "./told-by-request.ts";

/** A call of KMS that a log tells of, with every check that policies made of it. */
export type RecordedCall = Stamp & {
  readonly operation: string;
  readonly recorded: Recorded;
  readonly checks: readonly RecordedCheck[];
  readonly inferred: readonly string[]; // what the record does not say, and something else in it suggests
  readonly isPartial: boolean; // the copy in another account's log may say more
};

/** A question to a world; or what of it is not recorded. */
export type RecordedCheck = { readonly action: string } & ({ readonly question: Question } | { readonly lacking: string });

/**
 * Reads one record of CloudTrail. What it does not tell is unknown, never absent; what policies had no say in is skipped, with the reason
 * (CloudTrail User Guide, "record contents"; KMS Developer Guide, "Logging AWS KMS API calls").
 */
export function recordedCall(value: unknown): Result<RecordedCall, Skip & Partial<Stamp>> {
  const read = kmsRecord(value);
  if (!read.ok) return fail({ ...(isObject(value) && stampOf(value)), ...read.error });
  const { record, recorded } = read.value;
  const stamp = stampOf(record);
  const name = textAt(record, "eventName") ?? "";
  const row = operation(name);
  if (row === undefined) return fail({ ...stamp, skip: "notPolicy", why: `no operation ${name.slice(0, 60)} is known` });
  const forwarder = forwarderOf(record);
  const caller = callerOf(record, forwarder.kind !== "direct");
  const account = caller.account || parseArn(targetsOf(record, "").keys[0] ?? "")?.account || "";
  const targets = targetsOf(record, account);
  const foreign = [...targets.keys, ...("principal" in caller && caller.account !== "" ? [`arn:aws:iam::${caller.account}:root`] : [])];
  if (!foreign.every(isOfAccount)) return fail({ ...stamp, skip: "unreadable", why: "an account id is no account id" });
  const permissions = row.permissions.filter(({ onlyWith }) => onlyWith === undefined || hasTags(record));
  const call = new Call(record, caller, forwarder, targets, account);
  return ok({
    ...stamp,
    operation: name,
    recorded,
    checks: permissions.map((permission) => call.check(permission)),
    inferred:
      forwarder.kind === "service" && forwarder.inferred !== undefined
        ? [`kms:ViaService is ${forwarder.host}, ${forwarder.inferred}`]
        : [],
    isPartial: !("principal" in caller),
  });
}

const hasTags = (record: LogObject): boolean => {
  const tags = memberOf(memberOf(record, "requestParameters"), "tags");
  return Array.isArray(tags) && tags.length > 0;
};

/** One record on its way to the questions it holds. */
class Call {
  readonly #record: LogObject;
  readonly #caller: RecordedCaller | NoCaller;
  readonly #forwarder: Forwarder;
  readonly #targets: Targets;
  readonly #account: string;

  constructor(record: LogObject, caller: RecordedCaller | NoCaller, forwarder: Forwarder, targets: Targets, account: string) {
    this.#record = record;
    this.#caller = caller;
    this.#forwarder = forwarder;
    this.#targets = targets;
    this.#account = account;
  }

  check(permission: Permission): RecordedCheck {
    const { action } = permission.action;
    if (!("principal" in this.#caller)) return { action, lacking: this.#caller.lacking };
    const target = this.#targetOf(permission);
    if ("lacking" in target) return { action, lacking: target.lacking };
    const side = action === "kms:ReEncryptFrom" ? "source" : action === "kms:ReEncryptTo" ? "destination" : undefined;
    const told = toldByRequest(this.#record, action, side);
    const { context, unknown } = this.#circumstances(permission, target.key);
    const same = this.#sameKey(action);
    const all = { ...this.#caller.context, ...context, ...told.context, ...same, ...this.#enriched() };
    const given = new Set(Object.keys(all));
    const missing = [...new Set([...this.#caller.unknown, ...unknown, ...told.unknown])].filter((name) => !given.has(name));
    return {
      action,
      question: {
        principal: this.#caller.principal,
        action,
        ...(target.key === undefined ? { resource: target.resource } : { key: target.key }),
        ...(Object.keys(all).length > 0 && { context: all as NonNullable<Question["context"]> }),
        ...(told.encryptionContext !== undefined && { encryptionContext: told.encryptionContext }),
        ...(this.#forwarder.kind === "service" && { viaService: this.#forwarder.host }),
        ...timeOf(this.#record),
        ...(missing.length > 0 && { unknown: missing }),
      },
    };
  }

  #targetOf({ resource, from }: Permission): { key?: string; resource?: string } | { lacking: string } {
    if (resource === "*") return this.#account === "" ? { lacking: "whose account it was" } : { resource: "*" };
    const found = keyFrom(from ?? "KeyId", this.#record, this.#targets, this.#account);
    if ("lacking" in found) return found;
    return resource === "alias" ? { resource: found.key } : { key: found.key };
  }

  /** What the way of the call tells: address, endpoint, agent, Region. A service that forwards a call passes on none of it that is recorded. */
  #circumstances({ region, action }: Permission, key: string | undefined): { context: Record<string, string>; unknown: readonly string[] } {
    const context: Record<string, string> = {};
    const unknown: string[] = [];
    const replica = region === "replica" ? textAt(memberOf(this.#record, "requestParameters"), "replicaRegion") : undefined;
    const where = replica ?? (key === undefined ? textAt(this.#record, "awsRegion") : undefined);
    if (where !== undefined) context["aws:RequestedRegion"] = where;
    if (region === "replica" && replica === undefined) unknown.push("aws:RequestedRegion");
    const alias = requestAliasOf(this.#record, action.action);
    if (alias !== undefined && key !== undefined && isAvailable(REQUEST_ALIAS, action, "key")) context["kms:RequestAlias"] = alias;
    if (this.#forwarder.kind === "unknown") unknown.push("kms:ViaService");
    if (this.#forwarder.kind !== "direct") return { context, unknown: [...unknown, ...LOST] };
    const endpoint = textAt(this.#record, "vpcEndpointId");
    const address = textAt(this.#record, "sourceIPAddress");
    if (endpoint !== undefined) {
      context["aws:SourceVpce"] = endpoint;
      unknown.push("aws:VpcSourceIp");
    } else if (address !== undefined && isAddress(address)) context["aws:SourceIp"] = address;
    else unknown.push("aws:SourceIp", "aws:SourceVpce", "aws:SourceVpc", "aws:VpcSourceIp");
    const agent = textAt(this.#record, "userAgent");
    if (agent !== undefined) context["aws:UserAgent"] = agent;
    return { context, unknown };
  }

  #sameKey(action: string): Record<string, string> {
    if (!action.startsWith("kms:ReEncrypt")) return {};
    const [from, to] = (["SourceKeyId or CiphertextBlob", "DestinationKeyId"] as const).map((source) =>
      keyFrom(source, this.#record, this.#targets, this.#account),
    );
    const known = from !== undefined && to !== undefined && "key" in from && "key" in to;
    return known && from.key.includes(":key/") && to.key.includes(":key/") ? { "kms:ReEncryptOnSameKey": String(from.key === to.key) } : {};
  }

  /** Condition keys as AWS evaluated them, of enriched events (CloudTrail User Guide, "event context"). */
  #enriched(): Record<string, string | string[]> {
    const told = memberOf(memberOf(this.#record, "eventContext"), "requestContext");
    if (!isObject(told)) return {};
    const pairs = Object.entries(told).filter(
      (pair): pair is [string, string | string[]] =>
        pair[0].includes(":") &&
        (typeof pair[1] === "string" || (Array.isArray(pair[1]) && pair[1].every((item) => typeof item === "string"))),
    );
    return Object.fromEntries(pairs.slice(0, 100));
  }
}

const REQUEST_ALIAS = rowOf("kms:RequestAlias");

function rowOf(name: string): ConditionKey {
  const row = conditionKey(name);
  invariant(row !== undefined, `${name} has a row`);
  return row;
}

const LOST = ["aws:SourceIp", "aws:SourceVpce", "aws:SourceVpc", "aws:VpcSourceIp", "aws:UserAgent"];

/** The moment that policies looked at. */
function timeOf(record: LogObject): { readonly time?: string } {
  const time = timeAt(record);
  return time !== undefined && parseInstant(time) !== undefined ? { time } : {};
}
