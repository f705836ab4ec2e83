import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Answer } from "../../src/server/exchange.ts";
import { LIMITS, type Listening, listen } from "../../src/server/listener.ts";
import { answered, sendRaw } from "./raw-http.ts";

const echo = ({
  method,
  target,
  body,
  peer,
  requestId,
}: {
  method: string;
  target: string;
  body: Uint8Array;
  peer: string;
  requestId: string;
}): Answer => ({
  status: 200,
  headers: { "content-type": "text/plain", "x-amzn-RequestId": requestId },
  body: `${method} ${target} ${body.length} ${peer}`,
});

describe("what listens", () => {
  let listening: Listening;
  const crashes: unknown[] = [];
  beforeAll(async () => {
    listening = await listen({
      host: "127.0.0.1",
      port: 0,
      newId: () => "an-id",
      onCrash: (error) => crashes.push(error),
      answer: (exchange) => {
        if (exchange.path === "/bug") throw new Error("a bug");
        return echo(exchange);
      },
    });
  });
  afterAll(() => listening.stop(0));
  const url = () => `http://127.0.0.1:${listening.address.port}`;
  const raw = (text: string | Uint8Array, ms?: number) => sendRaw(listening.address.port, text, ms);

  it("hands on what came, whole, with where it came from", async () => {
    const { text, headers } = await answered(await fetch(`${url()}/a?b=1`, { method: "POST", body: "héllo" }));
    expect(text).toBe("POST /a?b=1 6 127.0.0.1");
    expect(headers.get("x-amzn-requestid")).toBe("an-id");
    expect(headers.get("date")).toBeTruthy();
    expect(await (await fetch(url(), { method: "POST", body: new Uint8Array(LIMITS.bodyBytes) })).text()).toContain(
      ` ${LIMITS.bodyBytes} `,
    );
  });

  it("answers HEAD without a body", async () => {
    const answer = await raw("HEAD /abc HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1.1 200 OK\r\n/);
    expect(answer).toMatch(/content-length: 21/i);
    expect(answer.endsWith("\r\n\r\n")).toBe(true);
  });

  it("keeps no body that is too large, whether its length is told or not", async () => {
    const told = await answered(await fetch(url(), { method: "POST", body: new Uint8Array(LIMITS.bodyBytes + 1) }));
    expect(told).toMatchObject({ status: 413, json: { __type: "RequestEntityTooLargeException" } });
    const chunk = `${(65_536).toString(16)}\r\n${"x".repeat(65_536)}\r\n`;
    const untold = await raw(`POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(18)}0\r\n\r\n`);
    expect(untold).toMatch(/^HTTP\/1.1 413 /);
  });

  it.each([
    ["no HTTP", "hello\r\n\r\n", 400],
    ["no Host", "GET / HTTP/1.1\r\n\r\n", 400],
    ["an old HTTP without Host", "GET / HTTP/1.0\r\n\r\n", 400],
    ["two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n", 400],
    ["an empty Host", "GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n", 400],
    ["two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx", 400],
    ["a length and chunks", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400],
    ["a control character in a header", "GET / HTTP/1.1\r\nHost: a\r\nX: \u0001\r\n\r\n", 400],
    ["too much header", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(LIMITS.headerBytes)}\r\n\r\n`, 431],
  ])("answers %s with JSON", async (_, text, status) => {
    const answer = await raw(text);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    const [, body = ""] = answer.split("\r\n\r\n");
    expect(JSON.parse(body)).toHaveProperty("__type");
  });

  it("tells a bug of ours, and stays", async () => {
    const answer = await answered(await fetch(`${url()}/bug`));
    expect(answer).toMatchObject({ status: 500, json: { __type: "InternalFailure" } });
    expect(crashes).toMatchObject([{ message: "a bug" }]);
    expect((await fetch(url())).status).toBe(200);
  });

  it("outlives clients that go away", async () => {
    for (const text of ["POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc", "GET / HT", ""]) {
      await new Promise<void>((resolve) => {
        const socket = connect(listening.address.port, "127.0.0.1", () => socket.write(text, () => socket.destroy()));
        socket.on("close", () => resolve());
      });
    }
    expect((await fetch(url())).status).toBe(200);
    expect(crashes).toHaveLength(1);
  });
});

describe("when it stops", () => {
  it("a call under way is answered, and its connection closed", async () => {
    let release = (): void => undefined;
    const waited = new Promise<void>((resolve) => (release = resolve));
    const begun = new Promise<void>((resolve) => {
      void (async () => {
        const listening = await listen({
          host: "127.0.0.1",
          port: 0,
          newId: () => "",
          onCrash: () => undefined,
          answer: async (exchange) => {
            resolve();
            await waited;
            return echo(exchange as never);
          },
        });
        onStart(listening);
      })();
    });
    let onStart = (_: Listening): void => undefined;
    const listening = await new Promise<Listening>((resolve) => (onStart = resolve));
    const answer = fetch(`http://127.0.0.1:${listening.address.port}/x`);
    await begun;
    const stopped = listening.stop(5000);
    release();
    expect(await (await answer).text()).toBe("GET /x 0 127.0.0.1");
    await stopped;
    await expect(fetch(`http://127.0.0.1:${listening.address.port}/x`)).rejects.toThrow();
  });

  it("no call is waited for longer than is said", async () => {
    const listening = await listen({
      host: "127.0.0.1",
      port: 0,
      newId: () => "",
      onCrash: () => undefined,
      answer: () => new Promise(() => undefined),
    });
    onTestFinished(() => listening.stop(0));
    const answer = fetch(`http://127.0.0.1:${listening.address.port}`).catch(() => "closed");
    await new Promise((resolve) => setTimeout(resolve, 50));
    await listening.stop(10);
    expect(await answer).toBe("closed");
  });
});
