import { connect } from "node:net";
import { expect } from "vitest";
import { systemPorts } from "../../src/embedded/system-ports.ts";
import type { RunningServer } from "../../src/server/start-server.ts";
import { type BadRequest, badRequests } from "./bad-requests.ts";
import { call, sendRaw } from "./raw-http.ts";
import { serving } from "./serving.ts";

/** Whatever is sent, the endpoint answers in its own words, stays, and takes nobody for somebody. */
export async function target(): Promise<{ readonly server: RunningServer; readonly key: string }> {
  const server = await serving({ ports: { ...systemPorts(), xks: async () => ({ kind: "unreachable" }) } });
  const { json } = await call(server.url, "CreateKey");
  return { server, key: (json.KeyMetadata as { KeyId: string }).KeyId };
}

/** How many requests got which error. */
export async function sendBad(server: RunningServer, key: string, limit: number): Promise<number> {
  const requests = badRequests(key, limit);
  const wrong: string[] = [];
  let next = 0;
  const worker = async () => {
    while (next < requests.length) {
      const request = requests[next++] as BadRequest;
      const fault = await faultOf(server, request);
      if (fault !== undefined) wrong.push(`${request.operation}, ${request.what}: ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  expect(wrong.slice(0, 20)).toEqual([]);
  return requests.length;
}

async function faultOf({ url }: RunningServer, { operation, body, errors }: BadRequest): Promise<string | undefined> {
  const { status, json, text } = await call(url, operation, body);
  if (status === 200) return undefined;
  if (status !== 400) return `${status} ${text.slice(0, 200)}`;
  return errors.has(String(json.__type)) ? undefined : String(json.__type);
}

/** Numbers that look random, the same in every run. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const PIECES = [
  "POST / HTTP/1.1\r\n",
  "GET /v1/world HTTP/1.1\r\n",
  "POST /access/v1/evaluation HTTP/1.1\r\n",
  "PUT /v1/world HTTP/1.0\r\n",
  "OPTIONS * HTTP/1.1\r\n",
  "CONNECT x:1 HTTP/1.1\r\n",
  "GET http://x/ HTTP/1.1\r\n",
  "Host: a\r\n",
  "Host: a\r\n",
  "Host: b\r\n",
  "Content-Length: 2\r\n",
  "Content-Length: 99999999999\r\n",
  "Content-Length: -1\r\n",
  "Content-Length: 2, 3\r\n",
  "Transfer-Encoding: chunked\r\n",
  "Transfer-Encoding: identity, chunked\r\n",
  "Content-Type: application/x-amz-json-1.1\r\n",
  "Content-Type: application/x-www-form-urlencoded\r\n",
  "Content-Type: application/x-ndjson\r\n",
  "X-Amz-Target: TrentService.ListKeys\r\n",
  "X-Amz-Target: CloudTrail_20131101.LookupEvents\r\n",
  "Authorization: AWS4-HMAC-SHA256 Credential=a/20261122/us-east-1/kms/aws4_request, SignedHeaders=host, Signature=0\r\n",
  "Authorization: AWS4-HMAC-SHA256\r\n",
  "Authorization: Bearer x\r\n",
  "X-Amz-Date: 20261122T030000Z\r\n",
  "Expect: 100-continue\r\n",
  "Upgrade: websocket\r\nConnection: Upgrade\r\n",
  "Connection: keep-alive\r\n",
  "Origin: http://x\r\n",
  " folded\r\n",
  "No colon\r\n",
  ": none\r\n",
  "A\u0000: b\r\n",
  "\r\n",
  "\r\n",
  "{}",
  "2\r\n{}\r\n0\r\n\r\n",
  "Action=GetCallerIdentity&Version=2011-06-15",
  "%zz",
  "\u00ff\u00fe",
  "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
];

/** Requests in pieces that do not fit together, bytes that are none, several at once, cut off anywhere. */
export async function sendBytes(server: RunningServer, count: number, seed: number): Promise<void> {
  const below = numbers(seed);
  const wrong: string[] = [];
  const one = async () => {
    const pieces = Array.from({ length: 1 + below(9) }, () =>
      below(8) === 0
        ? String.fromCharCode(...Array.from({ length: below(20) }, () => below(256)))
        : (PIECES[below(PIECES.length)] as string),
    );
    const text = pieces.join("");
    const bytes = Buffer.from(below(4) === 0 ? text.slice(0, below(text.length + 1)) : `${text}\r\n\r\n`, "latin1");
    const answer = await sendRaw(server.port, bytes, 40);
    const statuses = [...answer.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status));
    if (statuses.some((status) => status >= 500)) wrong.push(`${JSON.stringify(text.slice(0, 300))}: ${answer.slice(0, 200)}`);
  };
  for (let i = 0; i < count; i += 20) await Promise.all(Array.from({ length: Math.min(20, count - i) }, one));
  expect(wrong.slice(0, 5)).toEqual([]);
}

/** Connections that say nothing, or little and slowly, while others are answered. */
export async function stayOpen(server: RunningServer, count: number): Promise<void> {
  const sockets = Array.from({ length: count }, (_, i) => {
    const socket = connect(server.port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.on("connect", () =>
      socket.write(
        ["", "P", "POST / HTTP/1.1\r\nHost: a\r\n", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n{"][i % 4] as string,
      ),
    );
    return socket;
  });
  for (let i = 0; i < 20; i++) expect((await call(server.url, "ListKeys")).status).toBe(200);
  for (const socket of sockets) socket.destroy();
  expect((await call(server.url, "ListKeys")).status).toBe(200);
}
