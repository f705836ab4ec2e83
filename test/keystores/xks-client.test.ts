import { type AddressInfo, createServer, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { isPrivate, xksClient } from "../../src/keystores/xks-client.ts";
import type { XksRequest } from "../../src/kms/key-stores/xks-transport.ts";
import { certificateFor } from "../clients/xks-proxy/certificate.ts";
import { CREDENTIAL, ENDPOINT, HOST, type ProxyProcess, REGION, startProxy } from "../clients/xks-proxy/process.ts";

const request: XksRequest = {
  endpoint: ENDPOINT,
  path: "/kms/xks/v1/health",
  region: REGION,
  credential: { accessKeyId: CREDENTIAL.AccessKeyId, secretAccessKey: CREDENTIAL.RawSecretAccessKey },
  now: Date.now(),
  body: { requestMetadata: { kmsRequestId: "1", kmsOperation: "KmsHealthCheck" } },
};

let running: ProxyProcess | undefined;
afterEach(() => running?.stop());
const started = async (...told: Parameters<typeof startProxy>) => {
  running = await startProxy(...told);
  return running;
};
const at = ({ port, cert }: ProxyProcess, options: object = {}) =>
  xksClient({ timeoutMs: 10_000, addresses: { [ENDPOINT]: { address: "127.0.0.1", port, ca: cert } }, ...options });

describe("the client of external key store proxies", () => {
  it("is answered by a proxy that checks its signature", async () => {
    const client = at(await started());
    for (let i = 0; i < 3; i++) expect(await client(request)).toMatchObject({ kind: "answer", status: 200 });
    expect(await client({ ...request, region: "eu-west-1" })).toMatchObject({ status: 401 });
    expect(await client({ ...request, now: request.now - 600_000 })).toMatchObject({ status: 401 }); // ten minutes ago, by the clock it was given
    expect(await client({ ...request, credential: { ...request.credential, secretAccessKey: "wrong" } })).toMatchObject({ status: 401 });
    client.close();
  });

  it("waits no longer than it is told", async () => {
    const proxy = await started({ fault: { delayMs: 400 } });
    const client = at(proxy, { timeoutMs: 250 });
    expect(await client(request)).toEqual({ kind: "timeout" });
    expect(await at(proxy, { timeoutMs: 5000 })(request)).toMatchObject({ status: 200 });
  });

  it("signs for the Region, the host and the path it asks, and keeps the body as it was signed", async () => {
    const client = at(await started());
    const body = { requestMetadata: { kmsRequestId: "1", kmsOperation: "KmsHealthCheck" }, note: "ü€𝄞 \u2028" };
    expect(await client({ ...request, body })).toMatchObject({ kind: "answer" }); // its length is in bytes, not in characters
    client.close();
  });

  it("asks nothing of a proxy that it was told to forget, and opens a connection anew if it is asked again", async () => {
    const client = at(await started());
    expect(await client(request)).toMatchObject({ status: 200 });
    client.close();
    client.close(); // once more does no harm
    expect(await client(request)).toMatchObject({ status: 200 });
    client.close();
  });

  it("answers for an endpoint that is no URL as for one that is not there", async () => {
    expect(await xksClient()({ ...request, endpoint: "no url" })).toEqual({ kind: "unreachable" });
    expect(await xksClient({ addresses: { "no url": { address: "127.0.0.1" } } })({ ...request, endpoint: "no url" })).toEqual({
      kind: "unreachable",
    });
  });

  it("waits no longer either for one that takes the connection and says nothing", async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket));
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const { port } = silent.address() as AddressInfo;
    const client = xksClient({ timeoutMs: 100, addresses: { [ENDPOINT]: { address: "127.0.0.1", port } } });
    expect(await client(request)).toEqual({ kind: "timeout" });
    client.close();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => silent.close(resolve));
  });

  it("tells a server that speaks no TLS, and one that hangs up, from each other", async () => {
    const answered = (reply: (socket: Socket) => void) =>
      new Promise<{ port: number; end: () => void }>((resolve) => {
        const server = createServer((socket) => reply(socket.on("error", () => undefined)));
        server.listen(0, "127.0.0.1", () => resolve({ port: (server.address() as AddressInfo).port, end: () => server.close() }));
      });
    const ask = async (reply: (socket: Socket) => void) => {
      const { port, end } = await answered(reply);
      const client = xksClient({ timeoutMs: 10_000, addresses: { [ENDPOINT]: { address: "127.0.0.1", port } } });
      const answer = await client(request);
      client.close();
      end();
      return answer;
    };
    expect(await ask((socket) => socket.end("HTTP/1.1 200 OK\r\n\r\n"))).toEqual({ kind: "tls" });
    expect(await ask((socket) => socket.destroy())).toEqual({ kind: "unreachable" });
  });

  it("reads no endless answer", async () => {
    expect(await at(await started({ fault: "endless" }))(request)).toEqual({ kind: "malformed" });
  });

  it.each([
    ["that has expired", () => certificateFor(HOST, { from: new Date(Date.now() - 2e9), to: new Date(Date.now() - 1e9) })],
    ["of another host", () => certificateFor("other.example.com")],
  ])("takes no certificate %s", async (_, tls) => {
    expect(await at(await started({}, tls()))(request)).toEqual({ kind: "tls" });
  });

  it("takes no certificate of an authority it does not know", async () => {
    const { port } = await started();
    const trusting = (ca?: string) =>
      xksClient({ timeoutMs: 10_000, addresses: { [ENDPOINT]: { address: "127.0.0.1", port, ...(ca !== undefined && { ca }) } } });
    expect(await trusting()(request)).toEqual({ kind: "tls" });
    expect(await trusting(certificateFor(HOST).cert)(request)).toEqual({ kind: "tls" });
  });

  it("cannot reach what is not there, and asks no private address that a name gives", async () => {
    const { port, cert } = await started();
    const local = (options: object) => xksClient({ timeoutMs: 10_000, addresses: { "https://localhost": { port, ca: cert } }, ...options });
    expect(await local({})({ ...request, endpoint: "https://localhost" })).toEqual({ kind: "unreachable" });
    expect(await local({ allowPrivateAddresses: true })({ ...request, endpoint: "https://localhost" })).toEqual({ kind: "tls" }); // it got there
    await running?.stop();
    expect(await at({ port, cert } as ProxyProcess)(request)).toEqual({ kind: "unreachable" });
  });

  it("tells private addresses from others", () => {
    const own = [
      "127.0.0.1",
      "10.1.2.3",
      "172.16.0.1",
      "172.31.255.255",
      "192.168.1.1",
      "169.254.169.254",
      "100.64.0.1",
      "0.0.0.0",
      "::1",
      "fd00::1",
      "fe80::1",
      "::ffff:10.0.0.1",
      "224.0.0.1",
    ];
    const others = ["8.8.8.8", "172.32.0.1", "172.15.0.1", "192.169.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:8.8.8.8"];
    expect(own.filter((address) => !isPrivate(address))).toEqual([]);
    expect(others.filter(isPrivate)).toEqual([]);
  });
});
