import { request as plainRequest } from "node:http";
import { request as tlsRequest } from "node:https";
import { basicTime } from "../../wire/signature-form.ts";
import { type Answer, AWS_JSON, type Exchange } from "../exchange.ts";

const LONGEST_MS = 20_000;
const LARGEST = 8 * 1_048_576;

/** It did not answer, or nothing that can be read. */
export class UpstreamError extends Error {
  override readonly name = "UpstreamError";
}

/** Another KMS, which does what was allowed here. */
export class Upstream {
  readonly #url: URL;

  constructor(url: string) {
    this.#url = new URL(url);
  }

  /** The request as it came, to the last header: who signed it is for the other one to look at, if it does. @throws {UpstreamError} where nothing answers. */
  forward({ method, target, headers, body }: Pick<Exchange, "method" | "target" | "headers" | "body">): Promise<Answer> {
    const kept: string[] = [];
    for (let i = 0; i + 1 < headers.flat.length; i += 2)
      if (!HOP.has((headers.flat[i] as string).toLowerCase())) kept.push(headers.flat[i] as string, headers.flat[i + 1] as string);
    kept.push("Content-Length", String(body.length));
    return this.#send(method, target, kept, body);
  }

  /** A question of our own, in the name of an access key; undefined where it is refused. @throws {UpstreamError} where nothing answers. */
  async ask(
    operation: string,
    input: object,
    accessKeyId: string,
    region: string,
    now: number,
  ): Promise<Readonly<Record<string, unknown>> | undefined> {
    const body = new TextEncoder().encode(JSON.stringify(input));
    const time = basicTime(now);
    const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${time.slice(0, 8)}/${region}/kms/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=${"0".repeat(64)}`;
    const headers = ["Host", this.#url.host, "Content-Type", AWS_JSON, "X-Amz-Target", `TrentService.${operation}`, "X-Amz-Date", time];
    const answer = await this.#send("POST", "/", [...headers, "Authorization", authorization, "Content-Length", String(body.length)], body);
    if (answer.status !== 200) return undefined;
    return membersOf(answer);
  }

  #send(method: string, path: string, headers: readonly string[], body: Uint8Array): Promise<Answer> {
    const { protocol, hostname, port } = this.#url;
    const request = protocol === "https:" ? tlsRequest : plainRequest;
    const options = {
      host: hostname.replace(/^\[|\]$/g, ""),
      port: port === "" ? undefined : port,
      method,
      path,
      headers: [...headers],
      timeout: LONGEST_MS,
    };
    return new Promise((resolve, fail) => {
      const reject = (cause: Error) => fail(new UpstreamError(cause.message, { cause }));
      const sent = request(options, (response) => {
        const chunks: Uint8Array[] = [];
        let length = 0;
        response.on("data", (chunk: Uint8Array) => {
          length += chunk.length;
          if (length > LARGEST) sent.destroy(new Error("the answer is too large"));
          else chunks.push(chunk);
        });
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 502,
            headers: headersOf(response.rawHeaders),
            body: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      });
      sent.on("timeout", () => sent.destroy(new Error("it does not answer in time")));
      sent.on("error", reject);
      sent.end(body);
    });
  }
}

/** @throws {UpstreamError} for what is no JSON object. */
export function membersOf({ body }: Answer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = body === "" ? {} : JSON.parse(body);
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch (cause) {
    throw new UpstreamError("the answer is no JSON", { cause });
  }
  throw new UpstreamError("the answer is no JSON object");
}

/** What is between two neighbours alone (RFC 9110, "Connection"), and what is told anew. */
const HOP: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "transfer-encoding",
  "upgrade",
  "te",
  "trailer",
  "proxy-connection",
  "content-length",
]);

function headersOf(flat: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let i = 0; i + 1 < flat.length; i += 2) {
    const name = flat[i] as string;
    if (!HOP.has(name.toLowerCase()) && name.toLowerCase() !== "date") headers[name] = flat[i + 1] as string;
  }
  return headers;
}
