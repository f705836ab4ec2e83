import { BoundedCache } from "../base/bounded-cache.ts";
import { parsePrincipal } from "../iam/principal.ts";
import { foldCase, parseInstant } from "../iam/values.ts";
import type { Alike } from "./alike.ts";
import { PAIR } from "./atoms.ts";
import { Codes, MARKS } from "./codes.ts";
import { isAddress, isObject, type LogObject, memberOf, textAt } from "./member.ts";
import { ipv4In, Networks } from "./networks.ts";
import type { Reads } from "./reads.ts";
import { unwrapped } from "./record.ts";
import { hourIn } from "./written-time.ts";

/**
 * For speed alone: what of a record `recordedCall` reads, and a policy can see, as a short text of codes. Records of the same text are calls of the same
 * shape, so all but the first of them are counted without being read any further. Undefined for a record that is wrapped, of another service, or one of
 * several copies: it is read in full.
 *
 * Everything that `recordedCall` looks at is in the text, save for what `Reads` says that nothing reads; a law holds the two together. Each part is looked
 * up by its value in a map, so that nothing is built for a record but the text itself.
 */
export class RawShapes {
  readonly #reads: Reads;
  readonly #alike: Alike;
  readonly #codes = new Codes();
  readonly #units: number[] = []; // of the text that is made
  readonly #reading: { readonly factor: boolean; readonly issued: boolean; readonly address: boolean; readonly agent: boolean };
  readonly #identity: boolean;
  readonly #people = new BoundedCache<string, Person>(50_000, 1000); // by ARN, without the name of a session
  readonly #theirs = new BoundedCache<string, boolean>(20_000, 1000);
  readonly #networks: Networks<number> | undefined; // undefined where an address is read as more than one
  readonly #addresses = new BoundedCache<string, number>(50_000, 64);
  readonly #endpoints = new BoundedCache<string, number>(5000, 100);
  readonly #keys = new BoundedCache<string, Key>(50_000, 200);
  readonly #hours = new BoundedCache<number, number>(20_000);
  readonly #pairs = new BoundedCache<string, Pair>(1000, 200);

  constructor(reads: Reads, alike: Alike) {
    this.#reads = reads;
    this.#alike = alike;
    this.#reading = {
      factor: reads.key("aws:MultiFactorAuthPresent"),
      issued: reads.key("aws:TokenIssueTime"),
      address: reads.key("aws:SourceIp"),
      agent: reads.key("aws:UserAgent"),
    };
    this.#identity = reads.key("aws:SourceIdentity");
    const atoms = this.#reading.address ? reads.atoms("aws:SourceIp") : [];
    if (atoms?.every(({ base }) => base === "IpAddress")) this.#networks = new Networks(atoms, (address) => this.#seenAddress(address));
  }

  of(record: unknown): string | undefined {
    if (!isObject(record) || record.eventSource !== "kms.amazonaws.com" || record.sharedEventID !== undefined) return undefined;
    const { errorCode, resources } = record;
    const [codes, units] = [this.#codes, this.#units];
    codes.isFull = false;
    units.length = 0;
    const key = this.#keyOf(resources);
    units.push(
      codes.of(record.eventName),
      codes.of(record.eventType),
      codes.of(record.eventCategory),
      codes.of(errorCode),
      codes.of(record.awsRegion),
      this.#endpoint(record.vpcEndpointId),
      this.#source(record.sourceIPAddress),
      key.code,
      this.#time(record.eventTime),
    );
    const isRefused = errorCode !== undefined && errorCode !== null;
    const isNamed = this.#addIdentity(record.userIdentity, isRefused);
    this.#addParameters(record.requestParameters, key.isOnly);
    if (isRefused && !(isNamed && key.isThere)) units.push(MESSAGE, codes.of(record.errorMessage));
    this.#addRare(record);
    return codes.isFull ? undefined : String.fromCharCode(...units);
  }

  /**
   * Who called, and on which key, of records of one text: that it leaves out where policies treat them alike. Undefined where the record itself does not
   * name them both.
   */
  names(value: unknown): string | undefined {
    const record = unwrapped(value);
    const identity = memberOf(record, "userIdentity");
    const arn = memberOf(identity, "arn");
    const issuer = memberOf(memberOf(memberOf(identity, "sessionContext"), "sessionIssuer"), "arn");
    const arns = arnsOf(memberOf(record, "resources"));
    if (typeof arn !== "string" || !arns.includes(":key/")) return undefined;
    return `${this.#reads.userIds ? arn : ownOf(arn)} ${typeof issuer === "string" ? issuer : ""}${arns}`;
  }

  /** Of one key that policies do not tell from others the first of these. */
  #keyOf(resources: unknown): Key {
    if (!Array.isArray(resources)) return NO_KEY;
    const [first] = resources;
    const arn = resources.length === 1 ? arnOf(first) : "";
    if (arn === "") {
      const arns = arnsOf(resources);
      return { code: this.#codes.of(`keys${arns}`), isOnly: false, isThere: arns.includes(":key/") };
    }
    return this.#keys.of(arn, () => {
      const isKey = arn.includes(":key/");
      return { code: this.#codes.of(`key ${this.#alike.key(arn)}`), isOnly: isKey, isThere: isKey };
    });
  }

  #endpoint(id: unknown): number {
    if (typeof id !== "string" || id === "") return this.#codes.of(id);
    return this.#endpoints.of(id, () => this.#codes.of(`endpoint ${this.#reads.seen("aws:sourcevpce", id)}`));
  }

  #source(address: unknown): number {
    if (typeof address !== "string") return this.#codes.of(address);
    const number = this.#networks === undefined ? undefined : ipv4In(address);
    if (number !== undefined && this.#networks !== undefined) return this.#networks.of(number);
    return this.#addresses.of(address, () => (isAddress(address) ? this.#seenAddress(address) : this.#codes.of(`from ${address}`)));
  }

  #seenAddress(address: string): number {
    return this.#codes.of(`address ${this.#reading.address ? this.#reads.seen("aws:sourceip", address) : ""}`);
  }

  /** As CloudTrail writes times, by their hour; others are looked at in full. */
  #time(time: unknown): number {
    const at = typeof time === "string" ? hourIn(time) : undefined;
    if (typeof time !== "string" || at === undefined) return this.#codes.of(time);
    let code = this.#hours.get(at);
    if (code === undefined) {
      code = this.#hourOf(time);
      this.#hours.set(at, code);
    }
    return code === APART ? this.#codes.of(`time ${this.#reads.seenTime(time)}`) : code === ODD ? this.#codes.of(time) : code;
  }

  #hourOf(time: string): number {
    const start = parseInstant(`${time.slice(0, 13)}:00:00Z`);
    if (start === undefined) return ODD;
    if (!this.#reads.time) return this.#codes.of("time");
    const seen = this.#reads.seenHour(start.seconds);
    return seen === undefined ? APART : this.#codes.of(`time ${seen}`);
  }

  /** Gives whether it names somebody: of whom it does not, the text of a denial may tell. */
  #addIdentity(identity: unknown, isRefused: boolean): boolean {
    const [codes, units] = [this.#codes, this.#units];
    if (!isObject(identity)) {
      units.push(NOBODY, codes.of(identity));
      return false;
    }
    const { sessionContext, accessKeyId } = identity;
    const session = isObject(sessionContext) ? sessionContext : NONE;
    const isTemporary = typeof accessKeyId === "string" && accessKeyId.startsWith("ASIA");
    const { code, isNamed } = this.#person(identity, session.sessionIssuer, isRefused);
    units.push(code, codes.of(identity.invokedBy), (session === NONE ? 0 : 1) + (isTemporary ? 2 : 0));
    if (session === NONE) return isNamed;
    const { attributes, webIdFederationData, ec2RoleDelivery, sourceIdentity } = session;
    const { mfaAuthenticated, creationDate } = isObject(attributes) ? attributes : NONE;
    if (this.#reading.factor) units.push(codes.of(mfaAuthenticated));
    if (this.#reading.issued) units.push(this.#madeOf(creationDate));
    if (webIdFederationData !== undefined) units.push(FEDERATION, codes.of(webIdFederationData));
    if (ec2RoleDelivery !== undefined) units.push(DELIVERY, codes.of(ec2RoleDelivery));
    if (this.#identity && sourceIdentity !== undefined) units.push(SOURCE_IDENTITY, codes.of(sourceIdentity));
    return isNamed;
  }

  /** Who it is, whatever the session is called: found by the role, or else by the ARN. */
  #person(identity: LogObject, sessionIssuer: unknown, isRefused: boolean): Pick<Person, "code" | "isNamed"> {
    const { type, arn, accountId, principalId } = identity;
    const { type: issuerType, arn: issuer } = isObject(sessionIssuer) ? sessionIssuer : NONE;
    if (this.#reads.userIds || typeof arn !== "string") {
      const id = isRefused || type === "Root" || typeof arn === "string" ? principalId : ""; // else nobody is told that it could be of
      return { code: this.#codes.of([type, arn, accountId, id, issuerType, issuer]), isNamed: false };
    }
    const name = typeof issuer === "string" ? issuer : arn;
    const known = this.#people.get(name);
    if (
      known !== undefined &&
      known.issuerType === issuerType &&
      known.issuer === issuer &&
      known.type === type &&
      known.account === accountId &&
      isSame(known, arn, principalId)
    )
      return known;
    const own = ownOf(arn);
    const session = arn.slice(own.length + 1);
    const isTheirs = session !== "" && typeof principalId === "string" && isIdOf(principalId, session);
    const kind = this.#kindOf(arn, own, issuerType, issuer);
    const told = typeof principalId === "string" ? kindOf(principalId, isTheirs) : principalId;
    const code = this.#codes.of([
      type,
      kind ?? own,
      accountId,
      told,
      isTheirs,
      kind === undefined ? [issuerType, issuer] : issuer === undefined,
    ]);
    const id = isTheirs ? principalId.slice(0, -session.length) : principalId;
    const isNamed = parsePrincipal({ arn }).ok;
    return this.#people.set(name, {
      own,
      isSession: session !== "",
      id,
      isTheirs,
      account: accountId,
      issuer,
      issuerType,
      type,
      code,
      isNamed,
    });
  }

  /** Of a role session with its role, or a user, that policies do not tell from others. */
  #kindOf(arn: string, own: string, type: unknown, issuer: unknown): string | undefined {
    if (own === arn) return arn.includes(":user/") && issuer === undefined ? this.#alike.caller(arn) : undefined;
    if (type !== "Role" || typeof issuer !== "string") return undefined;
    const isTheirs = this.#theirs.of(`${own} ${issuer}`, () => parsePrincipal({ arn, roleArn: issuer }).ok);
    return isTheirs ? this.#alike.caller(issuer) : undefined;
  }

  #madeOf(made: unknown): number {
    const isTime = typeof made === "string" && parseInstant(made) !== undefined;
    return this.#codes.of(isTime ? `made ${this.#reads.seen("aws:tokenissuetime", made)}` : made);
  }

  #addParameters(parameters: unknown, isOnKey: boolean): void {
    const [codes, units] = [this.#codes, this.#units];
    if (!isObject(parameters)) {
      units.push(NOTHING_SENT, codes.of(parameters));
      return;
    }
    for (const name in parameters) {
      const value = parameters[name];
      if (isObject(value) && CONTEXTS.has(name)) {
        units.push(CONTEXT, codes.of(name));
        for (const pair in value) this.#addPair(pair, value[pair]);
      } else if (name !== "keyId" || typeof value !== "string" || value.includes("alias/") || !isOnKey)
        units.push(PARAMETER, codes.of(name), codes.of(value)); // of one key, it is named there
    }
  }

  #addPair(name: string, value: unknown): void {
    const pair = this.#pairs.get(name) ?? this.#pairs.set(name, this.#pairOf(name));
    this.#units.push(NAME, pair.code);
    if (typeof value !== "string") this.#units.push(this.#codes.of(value));
    else if (pair.key !== undefined) {
      const { key, values } = pair;
      this.#units.push(values.get(value) ?? values.set(value, this.#codes.of(`=${this.#reads.seen(key, value)}`)));
    }
  }

  #pairOf(name: string): Pair {
    const isRead = this.#reads.pairs.includes(foldCase(name));
    return {
      code: this.#codes.of(name),
      key: isRead ? PAIR + foldCase(name) : undefined,
      values: new BoundedCache(5000, 512),
    };
  }

  /** What few records have. */
  #addRare(record: LogObject): void {
    const [codes, units] = [this.#codes, this.#units];
    const { userAgent, eventContext, additionalEventData } = record;
    if (this.#reading.agent) {
      const isText = typeof userAgent === "string" && userAgent !== "";
      units.push(AGENT, codes.of(isText ? `agent ${this.#reads.seen("aws:useragent", userAgent)}` : userAgent));
    }
    if (eventContext !== undefined) units.push(ENRICHED, codes.of(eventContext));
    const recipient = memberOf(additionalEventData, "recipient");
    if (recipient !== undefined) units.push(RECIPIENT, codes.of(recipient));
  }
}

/** Somebody who called, and the code of that. */
type Person = {
  readonly own: string; // the ARN without the name of a session
  readonly isSession: boolean;
  readonly id: unknown; // without the name of the session, where it ends in that
  readonly isTheirs: boolean;
  readonly account: unknown;
  readonly issuer: unknown;
  readonly issuerType: unknown;
  readonly type: unknown;
  readonly code: number;
  readonly isNamed: boolean;
};

/** Whether an ARN and an id are of somebody: sessions of one role are. */
function isSame({ own, isSession, isTheirs, id }: Person, arn: string, given: unknown): boolean {
  if (!isSession) return arn === own && given === id;
  SESSION.lastIndex = own.length + 1;
  if (!arn.startsWith(own) || arn[own.length] !== "/" || !SESSION.test(arn)) return false;
  if (!isTheirs) return given === id && (typeof given !== "string" || !isIdOf(given, arn.slice(own.length + 1)));
  return typeof given === "string" && typeof id === "string" && given.startsWith(id) && isSameTail(given, id.length, arn, own.length + 1);
}

/** A name of a session that any reader would take for one, to the end of a text. */
const SESSION = /[\w+=,.@-]{2,64}$/y;

function isSameTail(a: string, fromA: number, b: string, fromB: number): boolean {
  if (a.length - fromA !== b.length - fromB) return false;
  for (let i = fromA, j = fromB; i < a.length; i++, j++) if (a.charCodeAt(i) !== b.charCodeAt(j)) return false;
  return true;
}

const NONE: LogObject = {};

type Key = { readonly code: number; readonly isOnly: boolean; readonly isThere: boolean };
const NO_KEY: Key = { code: 0, isOnly: false, isThere: false };

/** A name of an encryption context; `key`: where its values are read. */
type Pair = { readonly code: number; readonly key: string | undefined; readonly values: BoundedCache<string, number> };

/** What follows in the text. */
const [NOBODY, NOTHING_SENT, PARAMETER, CONTEXT, NAME, MESSAGE, AGENT, ENRICHED, RECIPIENT, FEDERATION, DELIVERY, SOURCE_IDENTITY] =
  Array.from({ length: 12 }, (_, i) => MARKS + i) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];

const CONTEXTS = new Set(["encryptionContext", "sourceEncryptionContext", "destinationEncryptionContext"]);

/** Of hours: that policies tell times in it apart, that there is none such. */
const [APART, ODD] = [-1, -2];

/** An ARN without the name of a session, if it has one that any reader would take for one. */
function ownOf(arn: string): string {
  const role = arn.indexOf(":assumed-role/");
  const slash = role < 0 ? -1 : arn.indexOf("/", role + 14);
  SESSION.lastIndex = slash + 1;
  return slash < 0 || !SESSION.test(arn) ? arn : arn.slice(0, slash);
}

/** `AROA…:SESSION`, of the session of that name. */
const isIdOf = (id: string, session: string): boolean => id.endsWith(session) && id.indexOf(":") === id.length - session.length - 1;

/** Whether an id is one of its kind matters, and not which it is. */
const kindOf = (id: string, isTheirs: boolean): string => {
  const colon = id.indexOf(":");
  const own = colon < 0 ? id : id.slice(0, colon);
  const kind = /^A(?:ID|RO)A[A-Z0-9]{12,124}$/.test(own) ? id.slice(0, 4) : own;
  return isTheirs || colon < 0 ? kind : kind + id.slice(colon);
};

function arnsOf(resources: unknown): string {
  if (!Array.isArray(resources)) return "";
  let text = "";
  for (const resource of resources) text += ` ${arnOf(resource)}`;
  return text;
}

const arnOf = (resource: unknown): string => textAt(resource, "ARN") ?? textAt(resource, "arn") ?? "";
