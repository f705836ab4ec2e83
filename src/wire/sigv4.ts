import { createHash, createHmac } from "node:crypto";

/** A POST to be signed: no query, a path that needs no encoding, a host without a port. */
export type SignedPost = {
  readonly host: string;
  readonly path: string;
  readonly region: string;
  readonly service: string;
  readonly credential: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly body: string;
  readonly now: number; // milliseconds since the Unix epoch
};

const SIGNED_HEADERS = "host;x-amz-date";

/** The headers that authenticate it: AWS Signature Version 4 (IAM User Guide, "Create a signed AWS API request"), over the host and the date. */
export function signatureHeaders(post: SignedPost): { readonly "x-amz-date": string; readonly authorization: string } {
  const { host, path, region, service, credential, body, now } = post;
  const time = `${new Date(now).toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
  const canonical = ["POST", path, "", `host:${host}`, `x-amz-date:${time}`, "", SIGNED_HEADERS, sha256(body)].join("\n");
  const scope = [time.slice(0, 8), region, service, "aws4_request"];
  const toSign = ["AWS4-HMAC-SHA256", time, scope.join("/"), sha256(canonical)].join("\n");
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${credential.secretAccessKey}`);
  const signature = hmac(key, toSign).toString("hex");
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential.accessKeyId}/${scope.join("/")}, SignedHeaders=${SIGNED_HEADERS}, Signature=${signature}`;
  return { "x-amz-date": time, authorization };
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
