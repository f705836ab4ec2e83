import { BoundedCache } from "../base/bounded-cache.ts";
import { parsePrincipal } from "../iam/principal.ts";
import { foldCase, parseInstant } from "../iam/values.ts";
import type { Alike } from "./alike.ts";
import { PAIR } from "./atoms.ts";
import { isAddress, isObject, type LogObject, memberOf } from "./member.ts";
import type { Reads } from "./reads.ts";

/**
 * For speed alone: what of a record `recordedCall` reads, and a policy can see, as one text. Records of the same text are calls of the same shape, so all
 * but the first of them are counted without being read any further. Undefined for a record that is wrapped, of
 * another service, or one of several copies: it is read in full.
 *
 * Everything that `recordedCall` looks at is in the text, save for what `Reads` says that nothing reads; a law holds the two together.
 */
export class RawShapes {
  readonly #reads: Reads;
  readonly #alike: Alike;
  readonly #factor: boolean;
  readonly #issued: boolean;
  readonly #address: boolean;
  readonly #agent: boolean;
  readonly #identity: boolean;
  readonly #addresses = new BoundedCache<string, string>(50_000, 64);
  readonly #theirs = new BoundedCache<string, boolean>(20_000, 1000);
  readonly #days = new BoundedCache<string, boolean>(5000, 10);
  readonly #names = new BoundedCache<string, string>(1000, 200);
  readonly #pairs = new BoundedCache<string, string>(1000, 200);

  constructor(reads: Reads, alike: Alike) {
    this.#reads = reads;
    this.#alike = alike;
    this.#factor = reads.key("aws:MultiFactorAuthPresent");
    this.#issued = reads.key("aws:TokenIssueTime");
    this.#address = reads.key("aws:SourceIp");
    this.#agent = reads.key("aws:UserAgent");
    this.#identity = reads.key("aws:SourceIdentity");
  }

  of(record: unknown): string | undefined {
    if (!isObject(record) || record.eventSource !== "kms.amazonaws.com" || record.sharedEventID !== undefined) return undefined;
    const identity = record.userIdentity;
    const resources = record.resources;
    const denied = record.errorCode !== undefined && record.errorCode !== null;
    const code = denied ? this.#plain(record.errorCode) : "";
    return `${this.#plain(record.eventName)}\n${this.#plain(record.eventType)}\n${this.#plain(record.eventCategory)}\n${code}\n${this.#plain(
      record.awsRegion,
    )}\n${this.#plain(record.vpcEndpointId)}\n${this.#source(record.sourceIPAddress)}\n${this.#identityOf(identity)}\n${this.#keysOf(resources)}\n${this.#parametersOf(
      record.requestParameters,
      resources,
    )}${denied ? `\n${this.#told(record)}` : ""}${this.#rare(record)}`;
  }

  /** Who called, and on which keys, of records of one text: that it leaves out where policies treat them alike. */
  names(record: LogObject): string {
    const identity = record.userIdentity;
    const issuer = memberOf(memberOf(memberOf(identity, "sessionContext"), "sessionIssuer"), "arn");
    return `${this.#arn(memberOf(identity, "arn"))} ${this.#plain(issuer)} ${arnsOf(record.resources)}`;
  }

  /** Of one key that policies do not tell from others the first of these. */
  #keysOf(resources: unknown): string {
    const arns = arnsOf(resources);
    return Array.isArray(resources) && resources.length === 1 ? this.#alike.key(arns.slice(1)) : arns;
  }

  /** What few records have. */
  #rare(record: LogObject): string {
    let text = "";
    const { userAgent, eventTime } = record;
    if (this.#agent)
      text += `\nagent ${typeof userAgent === "string" && userAgent !== "" ? this.#reads.seen("aws:useragent", userAgent) : this.#plain(userAgent)}`;
    if (typeof eventTime !== "string" || !this.#isTime(eventTime)) text += `\ntime ${this.#plain(eventTime)}`;
    else if (this.#reads.time) text += `\ntime ${this.#reads.seenTime(eventTime)}`;
    if (record.eventContext !== undefined) text += `\ncontext ${JSON.stringify(record.eventContext)}`;
    const recipient = memberOf(record.additionalEventData, "recipient");
    if (recipient !== undefined) text += `\nrecipient ${JSON.stringify(recipient)}`;
    return text;
  }

  /** As CloudTrail writes times; others are looked at in full. */
  #isTime(text: string): boolean {
    if (text.length !== 20 || !/T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(text)) return false;
    return this.#days.of(text.slice(0, 10), (day) => parseInstant(`${day}T00:00:00Z`) !== undefined);
  }

  /** The text of a denial is read where the record is cut short. */
  #told(record: LogObject): string {
    const isWhole = typeof memberOf(record.userIdentity, "arn") === "string" && arnsOf(record.resources) !== "";
    return isWhole ? "" : this.#plain(record.errorMessage);
  }

  #source(address: unknown): string {
    if (typeof address !== "string") return this.#plain(address);
    return this.#addresses.of(address, () =>
      isAddress(address) ? `address ${this.#address ? this.#reads.seen("aws:sourceip", address) : ""}` : this.#plain(address),
    );
  }

  #identityOf(identity: unknown): string {
    if (!isObject(identity)) return this.#plain(identity);
    const { type, arn, accountId, invokedBy, principalId, accessKeyId, sessionContext } = identity;
    const issuer = memberOf(sessionContext, "sessionIssuer");
    const kind = this.#kindOf(arn, memberOf(issuer, "type"), memberOf(issuer, "arn"));
    const key = typeof accessKeyId === "string" ? accessKeyId.slice(0, 4) : this.#plain(accessKeyId);
    const id = this.#reads.userIds || typeof principalId !== "string" ? this.#plain(principalId) : kindOf(principalId, arn);
    return `${this.#plain(type)} ${kind ?? this.#arn(arn)} ${this.#plain(accountId)} ${this.#plain(invokedBy)} ${id} ${key} ${this.#sessionOf(sessionContext, kind !== undefined)}`;
  }

  /** Of a role session with its role, or a user, that policies do not tell from others. */
  #kindOf(arn: unknown, type: unknown, issuer: unknown): string | undefined {
    if (typeof arn !== "string" || this.#reads.userIds) return undefined;
    const slash = sessionAt(arn);
    if (slash < 0) return arn.includes(":user/") && issuer === undefined ? this.#alike.caller(arn) : undefined;
    if (type !== "Role" || typeof issuer !== "string" || !isSession(arn, slash + 1)) return undefined;
    const isTheirs = this.#theirs.of(`${arn.slice(0, slash)} ${issuer}`, () => parsePrincipal({ arn, roleArn: issuer }).ok);
    return isTheirs ? this.#alike.caller(issuer) : undefined;
  }

  #arn(arn: unknown): string {
    if (this.#reads.userIds || typeof arn !== "string") return this.#plain(arn);
    const slash = sessionAt(arn);
    return slash < 0 || !isSession(arn, slash + 1) ? arn : arn.slice(0, slash);
  }

  #sessionOf(session: unknown, isAlike: boolean): string {
    if (!isObject(session)) return this.#plain(session);
    const { sessionIssuer, attributes, webIdFederationData, ec2RoleDelivery, sourceIdentity } = session;
    const made = memberOf(attributes, "creationDate");
    const factor = memberOf(attributes, "mfaAuthenticated");
    const issuer = isAlike ? "" : `${this.#plain(memberOf(sessionIssuer, "type"))} ${this.#plain(memberOf(sessionIssuer, "arn"))}`;
    return `${issuer} ${this.#factor ? this.#plain(factor) : factor === undefined} ${this.#madeOf(
      made,
    )} ${webIdFederationData === undefined ? "" : JSON.stringify(webIdFederationData)} ${this.#plain(ec2RoleDelivery)} ${this.#identity ? this.#plain(sourceIdentity) : ""}`;
  }

  #madeOf(made: unknown): string {
    if (!this.#issued) return String(made === undefined);
    return typeof made === "string" && parseInstant(made) !== undefined ? this.#reads.seen("aws:tokenissuetime", made) : this.#plain(made);
  }

  #parametersOf(parameters: unknown, resources: unknown): string {
    if (!isObject(parameters)) return this.#plain(parameters);
    let text = "";
    for (const name in parameters) {
      const value = parameters[name];
      if (isObject(value) && CONTEXTS.has(name)) text += `\t${name}${this.#pairsOf(value)}`;
      else if (name !== "keyId" || typeof value !== "string" || value.includes("alias/") || !isOnKey(resources))
        text += `\t${name}=${this.#plain(value)}`;
    }
    return text;
  }

  #pairsOf(pairs: LogObject): string {
    let text = "";
    for (const name in pairs) {
      const value = pairs[name];
      text += `\r${this.#names.of(name, () => JSON.stringify(name))}`;
      if (typeof value !== "string") text += this.#plain(value);
      else {
        const key = this.#pairs.of(name, () => (this.#reads.pairs.includes(foldCase(name)) ? PAIR + foldCase(name) : ""));
        if (key !== "") text += ` ${this.#reads.seen(key, value)}`;
      }
    }
    return text;
  }

  #plain(value: unknown): string {
    return value === undefined ? "" : (JSON.stringify(value) ?? "");
  }
}

const CONTEXTS = new Set(["encryptionContext", "sourceEncryptionContext", "destinationEncryptionContext"]);

/** The key is read where it is named first. */
const isOnKey = (resources: unknown): boolean => Array.isArray(resources) && resources.length === 1 && arnsOf(resources).includes(":key/");

/** Where the name of a session begins. */
function sessionAt(arn: string): number {
  const role = arn.indexOf(":assumed-role/");
  return role < 0 ? -1 : arn.indexOf("/", role + 14);
}

/** A session's name that any reader would take for one. */
const isSession = (arn: string, from: number): boolean => /^[\w+=,.@-]{2,64}$/.test(arn.slice(from));

/** Whether an id is one of its kind matters, and not which it is. */
const kindOf = (id: string, arn: unknown): string => {
  const colon = id.indexOf(":");
  const session = colon < 0 ? "" : id.slice(colon + 1);
  const isTheirs = typeof arn === "string" && session !== "" && arn.endsWith(`/${session}`);
  return /^A(?:ID|RO)A[A-Z0-9]{12,124}$/.test(colon < 0 ? id : id.slice(0, colon))
    ? `${id.slice(0, 4)}${colon < 0 ? "" : isTheirs ? ":theirs" : `:${session}`}`
    : id;
};

function arnsOf(resources: unknown): string {
  if (!Array.isArray(resources)) return "";
  let text = "";
  for (const resource of resources) text += ` ${String(memberOf(resource, "ARN") ?? memberOf(resource, "arn") ?? "")}`;
  return text;
}
