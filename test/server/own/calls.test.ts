import { describe, expect, it } from "vitest";
import type { ToldCall } from "../../../src/server/call-feed.ts";
import { CallFeed } from "../../../src/server/call-feed.ts";
import { call, sendRaw } from "../raw-http.ts";
import { serving } from "../serving.ts";

const server = await serving({ auditLimit: 20 });
const guarded = await serving({ adminToken: "an-admin-token-of-this-test" });

type Line = { readonly kind: string; readonly id: string; readonly missed?: number | null; readonly changes?: number } & Partial<
  Omit<ToldCall, "kind" | "changes">
>;

/** Reads lines until there are enough of them. */
async function* linesOf(response: Response): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line !== "") yield JSON.parse(line) as Line;
  }
}

async function read(
  count: number,
  query = "",
  headers: Record<string, string> = {},
  onBeat = (): void => undefined,
): Promise<readonly Line[]> {
  const response = await fetch(`${server.url}/v1/calls${query}`, { headers });
  expect(response.status).toBe(200);
  const lines: Line[] = [];
  for await (const line of linesOf(response)) {
    if (line.kind === "beat") onBeat();
    else lines.push(line);
    if (lines.length >= count) break; // which lets go of the connection
  }
  return lines;
}

const window = async (query = ""): Promise<readonly Line[]> => {
  const response = await fetch(`${server.url}/v1/calls?follow=no${query}`);
  const text = await response.text();
  return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Line]));
};

describe("GET /v1/calls", () => {
  it("tells of each call as it ends: who asked for what, on which key, and what became of it", async () => {
    let started = (): void => undefined;
    const isThere = new Promise<void>((resolve) => (started = resolve));
    const reading = read(3, "?last=0", {}, () => started());
    await isThere;
    const made = await call(server.url, "CreateKey");
    const { KeyId, Arn } = made.json.KeyMetadata as { KeyId: string; Arn: string };
    await call(server.url, "Encrypt", { KeyId, Plaintext: "c2VjcmV0IHRleHQ=", EncryptionContext: { tenant: "planted" } });
    await call(server.url, "Nothing");
    const lines = await reading;
    const principal = "arn:aws:iam::000000000000:root";
    expect(lines).toMatchObject([
      { kind: "call", operation: "CreateKey", keys: [Arn], changes: true, status: 200, error: null, principal, accessKeyId: "local" },
      { kind: "call", operation: "Encrypt", keys: [Arn], changes: false, status: 200, service: "kms", region: "us-east-1" },
      { kind: "call", operation: null, keys: [], status: 400, error: "UnknownOperationException", principal: null },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/c2VjcmV0|secret text|planted|Credential=/);
    const why = await fetch(`${server.url}/v1/why/${lines[1]?.requestId}`);
    expect(await why.text()).toContain("Encrypt did what it was asked");
  });

  it("goes on behind the last that was seen, and tells how many are forgotten", async () => {
    await call(server.url, "ListKeys");
    const [first] = await window("&last=1");
    for (let i = 0; i < 3; i++) await call(server.url, "ListAliases");
    expect(await window(`&after=${first?.id}`)).toMatchObject([1, 2, 3].map(() => ({ operation: "ListAliases" })));
    expect(await read(3, "", { "last-event-id": first?.id ?? "" })).toHaveLength(3);
    for (let i = 0; i < 22; i++) await call(server.url, "ListKeys");
    const late = await window(`&after=${first?.id}`);
    expect(late[0]).toMatchObject({ kind: "gap", missed: 5 });
    expect(late).toHaveLength(21);
    expect((await window("&after=0000-7"))[0]).toMatchObject({ kind: "gap", missed: null }); // of a process before
    expect((await fetch(`${server.url}/v1/calls?after=x`)).status).toBe(400);
    expect((await fetch(`${server.url}/v1/calls?last=-1`)).status).toBe(400);
  });

  it("is a stream of events for who accepts one", async () => {
    const response = await fetch(`${server.url}/v1/calls?follow=no&last=1`, { headers: { accept: "text/event-stream" } });
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    expect(await response.text()).toMatch(/^event: call\nid: \w+-\d+\ndata: \{"kind":"call",.*\}\n\n$/);
  });

  it("is for who has the token, and for no page of another origin or name, on loopback too", async () => {
    const asks = (headers: Record<string, string>) => {
      const lines = Object.entries({ Host: `127.0.0.1:${guarded.port}`, Connection: "close", ...headers }).map(
        ([name, value]) => `${name}: ${value}\r\n`,
      );
      return sendRaw(guarded.port, `GET /v1/calls?follow=no HTTP/1.1\r\n${lines.join("")}\r\n`);
    };
    const Authorization = "Bearer an-admin-token-of-this-test";
    expect(await asks({})).toMatch(/^HTTP\/1.1 401 /);
    expect(await asks({ Authorization })).toMatch(/^HTTP\/1.1 200 /);
    expect(await asks({ Authorization, Origin: "http://evil.example" })).toMatch(/^HTTP\/1.1 403 /);
    expect(await asks({ Authorization, Host: `evil.example:${guarded.port}` })).toMatch(/^HTTP\/1.1 403 /);
    expect(await asks({ Authorization, Origin: `http://127.0.0.1:${guarded.port}` })).toMatch(/^HTTP\/1.1 200 /); // the page that we send ourselves
    expect(await asks({ Authorization, Origin: `http://127.0.0.1:1` })).toMatch(/^HTTP\/1.1 403 /);
  });

  it("ends when the endpoint stops", async () => {
    const own = await serving({ until: () => undefined });
    const response = await fetch(`${own.url}/v1/calls`);
    const text = response.text();
    await own.stop(5000);
    expect(await text).toMatch(/^\{"kind":"beat"/);
  });
});

describe("a page that we have sent", () => {
  it("may call AWS here, by an address or a name of this machine", async () => {
    const asks = (host: string, origin: string) =>
      sendRaw(
        server.port,
        `POST / HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nX-Amz-Target: TrentService.Nothing\r\nConnection: close\r\n\r\n`,
      );
    expect(await asks(`localhost:${server.port}`, `http://localhost:${server.port}`)).toMatch(/^HTTP\/1.1 400 .*UnknownOperation/s);
    expect(await asks(`evil.example:${server.port}`, `http://evil.example:${server.port}`)).toMatch(/^HTTP\/1.1 403 /);
    expect(await asks(`localhost:${server.port}`, "http://localhost:1")).toMatch(/^HTTP\/1.1 403 /);
  });
});

describe("a feed", () => {
  it("lets in so many and no more", () => {
    const feed = new CallFeed("run", 3);
    const came = Array.from({ length: 40 }, () => feed.enter());
    expect(came.filter(Boolean)).toHaveLength(32);
    feed.leave();
    expect(feed.enter()).toBe(true);
  });
});
