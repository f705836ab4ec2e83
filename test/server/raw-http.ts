import { connect } from "node:net";
import { signatureHeaders } from "../../src/wire/sigv4.ts";

/** Sends bytes as they are, and gives all that comes back until the connection ends, or for as long as `ms`. */
export const sendRaw = (port: number, bytes: string | Uint8Array, ms = 2000): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let text = "";
    const timer = setTimeout(() => socket.destroy(), ms);
    socket.on("data", (chunk: Buffer) => (text += chunk.toString("latin1")));
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(timer);
      resolve(text);
    });
    socket.write(bytes);
  });

export type Answered = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>>;
};

export async function answered(response: Response): Promise<Answered> {
  const text = await response.text();
  const json =
    text.startsWith("{") && !response.headers.get("content-type")?.includes("ndjson") ? (JSON.parse(text) as Record<string, unknown>) : {};
  return { status: response.status, headers: response.headers, text, json };
}

/** A call of AWS JSON by who is not asked for a signature. */
export async function call(
  url: string,
  operation: string,
  input: object | string = {},
  { accessKeyId = "local", region = "us-east-1", headers = {} as Record<string, string> } = {},
): Promise<Answered> {
  const [date] = signatureHeaders({ ...POST, now: Date.now() })["x-amz-date"].split("T");
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `TrentService.${operation}`,
      "x-amz-date": signatureHeaders({ ...POST, now: Date.now() })["x-amz-date"],
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${date}/${region}/kms/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=${"0".repeat(64)}`,
      ...headers,
    },
    body: typeof input === "string" ? input : JSON.stringify(input),
  });
  return answered(response);
}

const POST = {
  host: "x",
  path: "/",
  region: "us-east-1",
  service: "kms",
  credential: { accessKeyId: "x", secretAccessKey: "x" },
  body: "",
};
