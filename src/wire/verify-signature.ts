import { createHash, createHmac, hash } from "node:crypto";
import { BoundedCache } from "../base/bounded-cache.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { HmacSha256 } from "../crypto/hmac-sha256.ts";
import { sameText } from "../crypto/same-bytes.ts";
import type { AuthFault } from "./auth-fault.ts";
import { canonicalRequest } from "./canonical-request.ts";
import type { RawRequest } from "./raw-request.ts";
import { basicTime, readDate, type SignatureDate, type SignatureForm, signatureFormOf } from "./signature-form.ts";

/** What an access key id stands for; undefined: nobody has it. */
export type KeyFinder<Holder> = (accessKeyId: string, token: string | undefined) => FoundKey<Holder> | undefined;

export type FoundKey<Holder> = {
  readonly holder: Holder;
  readonly secretAccessKey: string | undefined; // undefined: only a session token of ours would tell it, and there is none
  /** Of a session key: how the token fits it. A lasting key has none, and is used with none. */
  readonly token: "fits" | "missing" | "wrong" | "expired";
};

/** How a service looks at signatures. */
export type SignatureRules = {
  readonly protocol: "json" | "query";
  readonly service: string; // in the scope: "kms"
  readonly minutes: number; // how far the time of a request may be from ours, early or late
  readonly mustSign: readonly string[]; // headers, in lower case, beside `host`
  readonly isRegion: (region: string) => boolean;
};

export type Verified<Holder> = { readonly holder: Holder; readonly accessKeyId: string; readonly region: string };

type Step = (attempt: Attempt<unknown>) => AuthFault | undefined;

/** In which order AWS looks: of two faults the first is told (observed of Amazon Kinesis and DynamoDB, and of the services that speak the query protocol). */
const ORDER: Readonly<Record<SignatureRules["protocol"], readonly Step[]>> = {
  json: [pairs, parameters, date, host, algorithm, parts, keyKnown, inTime, scope, enoughSigned, signature, token],
  query: [algorithm, pairs, parameters, host, date, inTime, parts, scope, token, keyKnown, enoughSigned, signature],
};

/** Who signed a request, by AWS Signature Version 4 in its header or its query. `now`: the real time, in milliseconds. */
export function verifySignature<Holder>(
  request: RawRequest,
  rules: SignatureRules,
  find: KeyFinder<Holder>,
  now: number,
): Result<Verified<Holder>, AuthFault> {
  const form = signatureFormOf(request);
  if (form === undefined) return fail(NOT_SIGNED);
  if (form === "both") return fail(BOTH);
  if (form.form === "query" && form.algorithm !== "" && form.algorithm !== ALGORITHM) return fail(NOT_SIGNED_SO);
  const attempt = new Attempt(request, form, rules, find, now);
  for (const step of ORDER[rules.protocol]) {
    const fault = step(attempt);
    if (fault !== undefined) return fail(fault);
  }
  const { found } = attempt;
  if (found === undefined) return fail(UNKNOWN_KEY);
  return ok({ holder: found.holder, accessKeyId: attempt.credential[0], region: attempt.credential[2] });
}

/** One request's signature on its way through the steps. */
class Attempt<Holder> {
  readonly request: RawRequest;
  readonly form: SignatureForm;
  readonly rules: SignatureRules;
  readonly now: number;
  readonly credential: readonly [string, string, string, string, string]; // "" where it has less parts
  readonly time: SignatureDate | undefined;
  readonly found: FoundKey<Holder> | undefined;

  constructor(request: RawRequest, form: SignatureForm, rules: SignatureRules, find: KeyFinder<Holder>, now: number) {
    this.request = request;
    this.form = form;
    this.rules = rules;
    this.now = now;
    const [key = "", day = "", region = "", service = "", end = ""] = form.fields;
    this.credential = [key, day, region, service, end];
    this.time = form.date === undefined ? undefined : readDate(form.date);
    this.found = key === "" ? undefined : find(key, form.token);
  }
}

const ALGORITHM = "AWS4-HMAC-SHA256";

const NOT_SIGNED: AuthFault = {
  kind: "missing",
  message: "Missing Authentication Token",
  inQuery: "Request is missing Authentication Token",
};
const NOT_SIGNED_SO: AuthFault = { kind: "missing", message: "Missing Authentication Token" };
const BOTH: AuthFault = {
  kind: "mismatch",
  message: "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.",
  inQuery: null,
};
export const UNKNOWN_KEY: AuthFault = { kind: "unknownKey", message: "The security token included in the request is invalid." };
const UNKNOWN_TOKEN: AuthFault = { kind: "unknownKey", message: "The security token included in the request is invalid" };
const EXPIRED_TOKEN: AuthFault = { kind: "expired", message: "The security token included in the request is expired" };

const incomplete = (message: string): AuthFault => ({ kind: "incomplete", message });
const mismatch = (message: string): AuthFault => ({ kind: "mismatch", message });

/** The header itself is not repeated: what is mistyped in it may be a secret. */
function pairs({ form }: Attempt<unknown>): AuthFault | undefined {
  if (form.isPairs) return undefined;
  const hashed = base64Hash(form.authorization);
  return incomplete(
    `Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '${hashed}'.`,
  );
}

function parameters({ form }: Attempt<unknown>): AuthFault | undefined {
  const { credential, signedHeaders, signature: given, date: sent } = form;
  if (form.form === "query") {
    const present = {
      "X-Amz-Algorithm": form.algorithm || undefined,
      "X-Amz-Credential": credential,
      "X-Amz-Signature": given,
      "X-Amz-SignedHeaders": signedHeaders,
      "X-Amz-Date": sent,
    };
    const absent = Object.entries(present).filter(([, value]) => value === undefined);
    if (absent.length === 0) return undefined;
    const sentences = absent.map(([name]) => `AWS query-string parameters must include '${name}'. `);
    return incomplete(`${sentences.join("")}Re-examine the query-string parameters.`);
  }
  if (credential !== undefined && given !== undefined && signedHeaders !== undefined && sent !== undefined) return undefined;
  const present = { Credential: credential, Signature: given, SignedHeaders: signedHeaders };
  const sentences = Object.entries(present)
    .filter(([, value]) => value === undefined)
    .map(([name]) => `Authorization header requires '${name}' parameter. `);
  if (sent === undefined) sentences.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
  return incomplete(`${sentences.join("")}(Hashed with SHA-256 and encoded with Base64) Authorization=${base64Hash(form.authorization)}`);
}

function date({ form, time }: Attempt<unknown>): AuthFault | undefined {
  if (time !== undefined) return undefined;
  return incomplete(`Date must be in ISO-8601 'basic format'. Got '${form.date}'. See http://en.wikipedia.org/wiki/ISO_8601`);
}

function host({ form }: Attempt<unknown>): AuthFault | undefined {
  if (form.signedHeaders?.includes("host")) return undefined;
  return mismatch("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
}

function algorithm({ form }: Attempt<unknown>): AuthFault | undefined {
  if (form.algorithm === ALGORITHM || form.form === "query") return undefined;
  return incomplete(`Unsupported AWS 'algorithm': '${form.algorithm.slice(0, 64)}' (only AWS4-HMAC-SHA256 for now). `);
}

function parts({ form }: Attempt<unknown>): AuthFault | undefined {
  if (form.fields.length === 5) return undefined;
  return incomplete(
    `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${form.credential}'`,
  );
}

/** Of a key that nobody has as much is worked out as of another. */
function keyKnown(attempt: Attempt<unknown>): AuthFault | undefined {
  if (attempt.found !== undefined) return undefined;
  macOf(attempt, "nobody has this secret");
  return UNKNOWN_KEY;
}

function inTime({ time, now, rules }: Attempt<unknown>): AuthFault | undefined {
  if (time === undefined) return undefined;
  const [early, late] = [now - rules.minutes * MINUTE, now + rules.minutes * MINUTE];
  if (time.time < early - (early % 1000))
    return mismatch(`Signature expired: ${time.basic} is now earlier than ${basicTime(early)} (${basicTime(now)} - ${rules.minutes} min.)`);
  if (time.time > late)
    return mismatch(
      `Signature not yet current: ${time.basic} is still later than ${basicTime(late)} (${basicTime(now)} + ${rules.minutes} min.)`,
    );
  return undefined;
}

const MINUTE = 60_000;

function scope({ credential: [, day, region, service, end], time, rules }: Attempt<unknown>): AuthFault | undefined {
  const on = time?.basic.slice(0, 8);
  if (day === on && service === rules.service && end === "aws4_request" && rules.isRegion(region)) return undefined;
  const sentences = [
    rules.isRegion(region) ? "" : "Credential should be scoped to a valid region. ",
    service === rules.service ? "" : `Credential should be scoped to correct service: '${rules.service}'. `,
    end === "aws4_request" ? "" : `Credential should be scoped with a valid terminator: 'aws4_request', not '${end}'. `,
    day === on
      ? ""
      : `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${day}' != '${on}', from '${time?.basic}'.`,
  ].join("");
  return mismatch(sentences);
}

/** A header that tells what is asked could be changed by anybody on the way if it were not signed (our reading: AWS does not document it). */
function enoughSigned({ form, request, rules }: Attempt<unknown>): AuthFault | undefined {
  const free = rules.mustSign.find((name) => request.headers.has(name) && !form.signedHeaders?.includes(name));
  return free === undefined ? undefined : mismatch(`'${free}' must be a 'SignedHeader' in the AWS Authorization.`);
}

function signature(attempt: Attempt<unknown>): AuthFault | undefined {
  const { form, found } = attempt;
  if (found?.secretAccessKey === undefined) return undefined; // its token is refused
  const { mac, canonical, text } = macOf(attempt, found.secretAccessKey);
  if (isPayloadHonest(attempt) && sameText(mac, form.signature ?? "")) return undefined;
  return mismatch(
    `${DIFFERS}\n\nThe Canonical String for this request should have been\n'${withoutToken(canonical, form)}'\n\nThe String-to-Sign should have been\n'${text}'\n`,
  );
}

const DIFFERS =
  "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";

function token({ found }: Attempt<unknown>): AuthFault | undefined {
  switch (found?.token) {
    case "missing":
      return UNKNOWN_KEY;
    case "wrong":
      return UNKNOWN_TOKEN;
    case "expired":
      return EXPIRED_TOKEN;
    default:
      return undefined;
  }
}

function macOf({ request, form, time, now }: Attempt<unknown>, secret: string) {
  const canonical = canonicalRequest(request, form.signedHeaders ?? [], payloadHashOf(request));
  const text = `${ALGORITHM}\n${time?.basic ?? basicTime(now)}\n${form.scope}\n${sha256(canonical)}`;
  return { mac: signingKey(secret, form.scope).hex(text), canonical, text };
}

/** Of each secret, for a day, a Region and a service: made once, since clients call again and again. */
const KEYS = new BoundedCache<string, BoundedCache<string, HmacSha256>>(1024);
const SCOPES = 8; // of each secret

const signingKey = (secret: string, scope: string): HmacSha256 =>
  KEYS.of(secret, () => new BoundedCache(SCOPES, 256)).of(scope, () => {
    const mix = (key: string | Uint8Array, part: string) => createHmac("sha256", key).update(part).digest();
    return new HmacSha256(scope.split("/").reduce<string | Uint8Array>(mix, `AWS4${secret}`) as Uint8Array);
  });

/** What the header says, where it is there: that is what is signed. */
const payloadHashOf = ({ headers, body }: RawRequest): string => headers.get("x-amz-content-sha256") ?? sha256(body);

/** A payload that is not signed, or in chunks, is for Amazon S3; what is signed must be the hash of what came. */
function isPayloadHonest({ request: { headers, body } }: Attempt<unknown>): boolean {
  const told = headers.get("x-amz-content-sha256");
  return told === undefined || told === sha256(body);
}

/** A text is bytes by its characters: what node reads of a header. */
const sha256 = (data: string | Uint8Array): string =>
  typeof data === "string" && BEYOND_ASCII.test(data)
    ? createHash("sha256").update(data, "latin1").digest("hex")
    : hash("sha256", data, "hex");

const BEYOND_ASCII = /[\u0080-\uffff]/;

const base64Hash = (text: string): string => createHash("sha256").update(text, "latin1").digest("base64");

/** A session token is part of a secret. */
const withoutToken = (canonical: string, { token: given }: SignatureForm): string =>
  given === undefined || given === ""
    ? canonical
    : canonical
        .replace(/^x-amz-security-token:.*$/m, "x-amz-security-token:…")
        .replace(/X-Amz-Security-Token=[^&\n]*/, "X-Amz-Security-Token=…");
