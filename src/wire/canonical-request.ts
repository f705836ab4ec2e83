import { encodePercent, pairsOf, type RawHeaders, type RawRequest, recodePercent, splitTarget } from "./raw-request.ts";

/**
 * The text that Signature Version 4 is over (IAM User Guide, "Create a signed AWS API request"): method, path, query, the signed headers, their names, and
 * the hash of the payload. Of services other than Amazon S3: the path is normalized, and encoded once more.
 */
export function canonicalRequest(
  { method, target, headers }: Pick<RawRequest, "method" | "target" | "headers">,
  signedHeaders: readonly string[],
  payloadHash: string,
): string {
  const { path, query } = splitTarget(target);
  let text = `${method}\n${canonicalPath(path)}\n${canonicalQuery(query)}\n`;
  for (const name of signedHeaders) text += `${name}:${textOf(headers, name)}\n`;
  return `${text}\n${signedHeaders.join(";")}\n${payloadHash}`;
}

/** Of a header that came more often, all its values in one. */
function textOf(headers: RawHeaders, name: string): string {
  const only = headers.only(name);
  return only === undefined ? headers.all(name).map(tidied).join(",") : tidied(only);
}

/** Runs of white space are one space, inside of quotes too. */
const tidied = (value: string): string => (SPACES.test(value) ? value.trim().replace(/\s+/g, " ") : value);
const SPACES = /^\s|\s\s|[\t\r\n]|\s$/;

/** Without empty segments, `.` and `..`. */
export function canonicalPath(path: string): string {
  if (path === "/") return path;
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(encodePercent(segment));
  }
  return segments.length === 0 ? "/" : `/${segments.join("/")}${path.endsWith("/") ? "/" : ""}`;
}

/** By name, then by value, both encoded, whatever the order in which they were sent; without the signature itself. */
function canonicalQuery(query: string): string {
  if (query === "") return "";
  return pairsOf(query)
    .map(([name, value]) => [recodePercent(name), recodePercent(value)] as const)
    .filter(([name]) => name !== "X-Amz-Signature")
    .sort(([a, x], [b, y]) => (a === b ? byCode(x, y) : byCode(a, b)))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
