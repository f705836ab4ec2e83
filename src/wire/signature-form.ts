import { BoundedCache } from "../base/bounded-cache.ts";
import { QueryParameters, type RawRequest, splitTarget } from "./raw-request.ts";

/**
 * What a request says of its signature, in its Authorization header or in its query (presigned). A member that is not there, or empty, is undefined;
 * nothing is checked yet.
 */
export type SignatureForm = {
  readonly form: "header" | "query";
  readonly authorization: string; // the whole header; "" in a query
  readonly algorithm: string;
  readonly isPairs: boolean; // all parts of the header are `name=value`
  readonly credential: string | undefined;
  readonly fields: readonly string[]; // of the credential: access key id, date, Region, service, "aws4_request"
  readonly scope: string; // all but the first of them, as they were sent
  readonly signedHeaders: readonly string[] | undefined;
  readonly signature: string | undefined;
  readonly date: string | undefined; // as sent
  readonly token: string | undefined; // X-Amz-Security-Token; may be empty
};

/** Undefined: a request that is not signed. "both": in two forms at once. */
export function signatureFormOf(request: RawRequest): SignatureForm | "both" | undefined {
  const { query } = splitTarget(request.target);
  const authorization = request.headers.get("authorization");
  const isQuery = query.includes("X-Amz-Algorithm") && new QueryParameters(query).has("X-Amz-Algorithm");
  if (isQuery) return authorization === undefined ? ofQuery(new QueryParameters(query)) : "both";
  return authorization === undefined ? undefined : ofHeader(authorization, request);
}

function ofQuery(query: QueryParameters): SignatureForm {
  const parameter = (name: string) => query.get(name) || undefined;
  const credential = parameter("X-Amz-Credential");
  return {
    form: "query",
    authorization: "",
    algorithm: query.get("X-Amz-Algorithm") ?? "",
    isPairs: true,
    credential,
    fields: fieldsOf(credential),
    scope: scopeOf(credential),
    signedHeaders: parameter("X-Amz-SignedHeaders")?.split(";"),
    signature: parameter("X-Amz-Signature"),
    date: parameter("X-Amz-Date"),
    token: query.get("X-Amz-Security-Token"),
  };
}

function ofHeader(authorization: string, { headers }: RawRequest): SignatureForm {
  const { algorithm, isPairs, credential, fields, scope, signedHeaders, signature } = partsOf(authorization);
  return {
    form: "header",
    authorization,
    algorithm,
    isPairs,
    credential,
    fields,
    scope,
    signedHeaders,
    signature,
    date: headers.get("x-amz-date") || headers.get("date") || undefined,
    token: headers.get("x-amz-security-token"),
  };
}

type Parts = Pick<SignatureForm, "algorithm" | "isPairs" | "credential" | "fields" | "scope" | "signedHeaders" | "signature">;

/** What stands before the signature: all day the same for a client, and taken apart once. */
const HEADS = new BoundedCache<string, Parts>(1024, 1024);
const LAST_PART = "Signature=";

export function partsOf(authorization: string): Parts {
  const end = authorization.lastIndexOf(LAST_PART) + LAST_PART.length;
  const signature = authorization.slice(end);
  if (end < LAST_PART.length || !IS_MAC.test(signature)) return takenApart(authorization);
  const head = authorization.slice(0, end);
  const parts = HEADS.of(head, () => takenApart(`${head}${NO_MAC}`));
  return parts.signature === NO_MAC ? { ...parts, signature } : takenApart(authorization);
}

const IS_MAC = /^[0-9a-f]{64}$/;
const NO_MAC = "-";

/** All of it anew. */
export function takenApart(authorization: string): Parts {
  const [algorithm = "", ...parts] = authorization.split(/[\s,]+/).filter((part) => part !== "");
  const given = new Map<string, string>(); // of one that is given twice the last counts
  for (const part of parts) {
    const mark = part.indexOf("=");
    if (mark > 0) given.set(part.slice(0, mark), part.slice(mark + 1));
  }
  const parameter = (name: string) => given.get(name) || undefined;
  const credential = parameter("Credential");
  return {
    algorithm,
    isPairs: parts.every((part) => part.indexOf("=") > 0),
    credential,
    fields: fieldsOf(credential),
    scope: scopeOf(credential),
    signedHeaders: parameter("SignedHeaders")?.split(";"),
    signature: parameter("Signature"),
  };
}

const fieldsOf = (credential: string | undefined): readonly string[] => credential?.split("/") ?? [];
const scopeOf = (credential = ""): string => credential.slice(credential.indexOf("/") + 1);

/** `20261122T030000Z`, or what RFC 9110 writes in a Date header, in UTC: the same in the basic format of ISO 8601, and in milliseconds. */
export const readDate = (text: string): SignatureDate | undefined => DATES.of(text, dateOf);

export type SignatureDate = { readonly basic: string; readonly time: number };

const DATES = new BoundedCache<string, SignatureDate | undefined>(64, 64); // requests come many a second

function dateOf(text: string): SignatureDate | undefined {
  const basic = /^\d{8}T\d{6}Z$/.test(text) ? text : basicOf(text);
  if (basic === undefined) return undefined;
  const iso = `${basic.slice(0, 4)}-${basic.slice(4, 6)}-${basic.slice(6, 8)}T${basic.slice(9, 11)}:${basic.slice(11, 13)}:${basic.slice(13, 15)}Z`;
  const time = Date.parse(iso);
  return Number.isNaN(time) ? undefined : { basic, time };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function basicOf(text: string): string | undefined {
  const match = /^(?:[A-Z][a-z]{2}, )?(\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) (?:GMT|UTC|[+-]0000)$/.exec(text);
  const month = match === null ? 0 : MONTHS.indexOf(match[2] ?? "") + 1;
  if (match === null || month === 0) return undefined;
  return `${match[3]}${String(month).padStart(2, "0")}${match[1]}T${match[4]}${match[5]}${match[6]}Z`;
}

/** A time in that format. */
export const basicTime = (time: number): string => `${new Date(time).toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
