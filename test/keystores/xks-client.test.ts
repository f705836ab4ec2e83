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
