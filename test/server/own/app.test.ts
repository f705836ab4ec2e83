import { describe, expect, it } from "vitest";
import { systemPorts } from "../../../src/embedded/system-ports.ts";
import type { Key } from "../../../src/kms/key.ts";
import { standingClock } from "../../../src/kms/ports.ts";
import { memoryStore, StoreFailure } from "../../../src/kms/store.ts";
import { resolveWorld } from "../../../src/world/reader.ts";
import { allow, policy } from "../../kms/lab.ts";
import { answered, call, sendRaw } from "../raw-http.ts";
import { serving } from "../serving.ts";

const ACCOUNT = "111122223333";
const world = {
  principals: {
    app: { arn: `arn:aws:iam::${ACCOUNT}:role/app`, policies: [policy(allow("kms:Decrypt"))], tags: { team: "orders" } },
    other: `arn:aws:iam::${ACCOUNT}:role/other`,
  },
  keys: {
    orders: {
      aliases: ["alias/orders"],
      grants: [{ name: "g", grantee: "other", operations: ["Encrypt" as const], constraints: { EncryptionContextSubset: { a: "b" } } }],
    },
  },
  endpoints: { vpce: { id: "vpce-1" } },
};
const clock = standingClock(Date.now());
const server = await serving({ world, ports: { ...systemPorts(), now: clock.now }, clock, version: "1.2.3", authentication: "none" });
const elsewhere = await serving({
  world,
  isExposed: true,
  authentication: "none",
  adminToken: "an-admin-token-of-this-test",
  decisionToken: "a-decision-token-of-this-test",
});
const bare = await serving({ isExposed: true });
const apart = await serving({ adminPort: 0 });
const KEY = server.standing.site.keys.orders ?? "";

const get = async (path: string, headers: Record<string, string> = {}, url = server.url) => answered(await fetch(url + path, { headers }));
const send = async (method: string, path: string, body: unknown, headers: Record<string, string> = {}, url = server.url) =>
  answered(
    await fetch(url + path, {
      method,
      body: typeof body === "string" ? body : JSON.stringify(body),
      headers: { "content-type": "application/json", ...headers },
    }),
  );
const decrypts = { principal: "app", action: "kms:Decrypt", resource: "orders", time: "2026-11-22T03:00:00Z" };

describe("/v1/authorize", () => {
  it("decides a request in the names of the world, as it is now", async () => {
    expect(await send("POST", "/v1/authorize", { id: "1", request: decrypts })).toMatchObject({
      status: 200,
      json: { id: "1", decision: "Allow", outcome: "allowed" },
    });
    expect((await send("POST", "/v1/authorize", { ...decrypts, principal: "other" })).json).toMatchObject({
      decision: "Deny",
      error: { name: "AccessDeniedException" },
    });
    const Policy = JSON.stringify(
      policy(allow("kms:*", { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } }), {
        Effect: "Deny",
        Principal: "*",
        Action: "kms:Decrypt",
        Resource: "*",
      }),
    );
    expect(await call(server.url, "PutKeyPolicy", { KeyId: KEY, Policy })).toMatchObject({ status: 200 });
    expect((await send("POST", "/v1/authorize", decrypts)).json).toMatchObject({ outcome: "explicitDeny" });
    await call(server.url, "PutKeyPolicy", {
      KeyId: KEY,
      Policy: JSON.stringify(policy(allow("kms:*", { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } }))),
    });
    const made = await call(server.url, "CreateKey", {});
    const { Arn } = made.json.KeyMetadata as { Arn: string };
    expect((await send("POST", "/v1/authorize", { ...decrypts, resource: Arn })).json).toMatchObject({ decision: "Allow" });
  });

  it("decides a whole case by its own policies", async () => {
    const request = { ...decrypts, principal: `arn:aws:iam::${ACCOUNT}:user/x`, resource: KEY };
    const policies = { resource: policy(allow("kms:Decrypt", { Principal: "*" })) };
    expect((await send("POST", "/v1/authorize", { request, policies })).json).toMatchObject({
      outcome: "allowed",
      by: [{ policy: "key policy" }],
    });
  });

  it("answers lines with lines, in their order, what is none too", async () => {
    const body = [{ id: 1, request: decrypts }, "{", { id: 3, ...decrypts, action: "kms:Encrypt" }, { request: { principle: "app" } }].map(
      (line) => (typeof line === "string" ? line : JSON.stringify(line)),
    );
    const { text, status, headers } = await send("POST", "/v1/authorize", body.join("\n"), { "content-type": "application/x-ndjson" });
    const lines = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect({ status, type: headers.get("content-type") }).toEqual({ status: 200, type: "application/x-ndjson" });
    expect(lines).toMatchObject([
      { id: 1, decision: "Allow" },
      { invalid: [{}] },
      { id: 3, decision: "Deny" },
      { invalid: [{}, { code: "KW101" }] },
    ]);
    expect((await send("POST", "/v1/authorize", { principal: "nobody", action: "kms:Decrypt", resource: "orders" })).status).toBe(400);
    const long = await send("POST", "/v1/authorize", `${"x".repeat(2_000_000)}\n${JSON.stringify(decrypts)}`, {
      "content-type": "application/x-ndjson",
    });
    expect(
      long.text
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as object),
    ).toMatchObject([{ invalid: [{ code: "KW002" }] }, { decision: "Allow" }]);
  });
});

describe("why", () => {
  it("tells of a decision, of a call, and of a request, in text and as a tree", async () => {
    const { json } = await send("POST", "/v1/authorize", { ...decrypts, principal: "other" });
    expect((await get(`/v1/why/${json.why as string}`)).text).toMatch(/^DENIED \(implicit\) {3}kms:Decrypt/);
    expect((await get(`/v1/why/${json.why as string}`, { accept: "application/json" })).json).toHaveProperty("outcome", "implicitDeny");
    const refused = await call(server.url, "DescribeKey", { KeyId: `arn:aws:kms:us-east-1:444455556666:key/${KEY.slice(-36)}` });
    const id = refused.headers.get("x-amzn-requestid");
    expect((await get(`/v1/why/${id}`)).text).toContain("DescribeKey was refused with");
    expect((await send("POST", "/v1/explain", decrypts)).text).toContain("ALLOWED");
    expect(await get("/v1/why/none")).toMatchObject({ status: 404 });
  });
});

describe("/v1/world", () => {
  it("is a document that is read as the same world, with no secret in it", async () => {
    const { json, text } = await get("/v1/world");
    const read = resolveWorld(json, {});
    expect(read.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(read.world!.estate.principals.map(({ name }) => name)).toEqual(["app", "other"]);
    expect(read.world!.authorize({ ...decrypts, key: "orders", resource: undefined }).decision).toBe("Allow");
    expect(text).not.toMatch(/secretAccessKey|dangerousKeyMaterial/);
  });

  it("can be another, whose new keys are made", async () => {
    const own = await serving({ until: () => undefined });
    const put = await send(
      "PUT",
      "/v1/world",
      "principals:\n  new: arn:aws:iam::000000000000:role/new\nkeys:\n  fresh: { account: '000000000000', region: us-east-1, aliases: [alias/fresh] }\n",
      { "content-type": "application/yaml" },
      own.url,
    );
    expect(put).toMatchObject({ status: 200, json: { principals: 1, keys: 1 } });
    expect(await call(own.url, "DescribeKey", { KeyId: "alias/fresh" })).toMatchObject({ status: 200 });
    expect(await send("PUT", "/v1/world", { principals: { a: { arm: "x" } } }, {}, own.url)).toMatchObject({
      status: 400,
      json: { invalid: expect.arrayContaining([expect.objectContaining({ code: "KW101" })]) },
    });
    expect(
      await send(
        "PUT",
        "/v1/world",
        { principals: { a: { arn: "arn:aws:iam::000000000000:role/new", policies: ["/etc/passwd"] } } },
        {},
        own.url,
      ),
    ).toMatchObject({ status: 400 });
    await own.stop(0);
  });

  it("never makes an endpoint that verifies signatures one that does not: a world read here tells no secrets", async () => {
    const credentials = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "a-secret-of-this-test" };
    const app = { arn: `arn:aws:iam::${ACCOUNT}:role/app`, credentials };
    const own = await serving({ world: { principals: { app } } });
    const unsigned = () => call(own.url, "ListKeys", {});
    expect(await unsigned()).toMatchObject({ status: 400 });
    const { json: read } = await get("/v1/world", {}, own.url);
    expect(await send("PUT", "/v1/world", read, {}, own.url)).toMatchObject({
      status: 400,
      json: { error: { message: expect.stringContaining("nobody in this world has `credentials`") } },
    });
    expect(await unsigned()).toMatchObject({ status: 400 });
    expect(await send("PUT", "/v1/world", { principals: { app: { ...app, tags: { a: "b" } } } }, {}, own.url)).toMatchObject({
      status: 200,
    });
    expect(await unsigned()).toMatchObject({ status: 400 });
    await own.stop(0);
  });
});

describe("an endpoint with many keys", () => {
  it("decides on each as it is, tells them by pages, and not all at once", async () => {
    const own = await serving({ world, authentication: "none" });
    const { store } = own.standing.site.service;
    const seeded = store.state.key(own.standing.site.keys.orders ?? "")!;
    const others = Array.from({ length: 10_001 }, (_, i): Key => {
      const id = `00000000-0000-4000-8000-${String(i).padStart(12, "0")}`;
      const arn = `arn:aws:kms:eu-west-1:444455556666:key/${id}`;
      return { ...seeded, id, arn, account: "444455556666", region: "eu-west-1", materials: [] };
    });
    await store.commit(others.map((key) => ({ kind: "put-key", key })));
    expect(await get("/v1/world", {}, own.url)).toMatchObject({ status: 422 });
    const last = others.at(-1)!;
    const { json } = await get(`/v1/world?key=${encodeURIComponent(last.arn)}`, {}, own.url);
    expect(Object.values(json.keys as Record<string, { arn: string }>)).toMatchObject([{ arn: last.arn }]);
    expect(resolveWorld(json, {}).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(await get("/v1/world?key=nothing", {}, own.url)).toMatchObject({ status: 404 });
    let [next, looks, seen] = ["", 0, [] as readonly unknown[]];
    for (; next !== undefined && looks < 5; looks++) {
      const page = (await get(`/v1/keys?search=${last.id}${next && `&after=${next}`}`, {}, own.url)).json;
      [next, seen] = [page.next as string, [...seen, ...(page.keys as readonly object[])]];
    }
    expect([looks, seen]).toMatchObject([3, [{ arn: last.arn }]]); // some thousand at a time
    const owner = "arn:aws:iam::444455556666:role/nobody";
    const ask = async (resource: string) => (await send("POST", "/v1/authorize", { ...decrypts, resource }, {}, own.url)).json.outcome;
    expect(await ask("orders")).toBe("allowed");
    for (let i = 0; i < 300; i += 30) expect(await ask(others[i]!.arn)).toBe("allowed"); // its key policy trusts the account of `app`
    const open = JSON.stringify(policy(allow("kms:Decrypt", { Principal: { AWS: owner } })));
    await store.commit([{ kind: "put-key", key: { ...others[30]!, policy: open } }]);
    expect(
      (await send("POST", "/v1/authorize", { ...decrypts, principal: owner, resource: others[30]!.id }, {}, own.url)).json.outcome,
    ).toBe("allowed");
    expect(
      (await send("POST", "/v1/authorize", { ...decrypts, principal: owner, resource: others[60]!.id }, {}, own.url)).json.outcome,
    ).toBe("implicitDeny");
    expect((await get("/v1/keys?limit=1000", {}, own.url)).json.keys).toHaveLength(1000);
  });
});

describe("a key whose deletion comes due by the clock", () => {
  it("is gone for who asks what is allowed, before anybody calls", async () => {
    const moving = standingClock(Date.now());
    const own = await serving({ ports: { ...systemPorts(), now: moving.now }, clock: moving });
    const { KeyId } = (await call(own.url, "CreateKey")).json.KeyMetadata as { KeyId: string };
    await call(own.url, "ScheduleKeyDeletion", { KeyId, PendingWindowInDays: 7 });
    const asked = { principal: { arn: "arn:aws:iam::000000000000:root" }, action: "kms:DescribeKey", resource: KeyId };
    const entities = {
      subject: { type: "aws:principal", id: asked.principal.arn },
      action: { name: asked.action },
      resource: { type: "AWS::KMS::Key", id: KeyId },
    };
    const outcome = async () => (await send("POST", "/v1/authorize", asked, {}, own.url)).json.decision;
    expect(await outcome()).toBe("Allow");
    moving.advance(8 * 86_400_000);
    const evaluation = await send("POST", "/access/v1/evaluation", entities, {}, own.url);
    expect(evaluation.json.decision).toBe(false);
    expect(await outcome()).not.toBe("Allow");
  });
});

describe("/v1/clock", () => {
  it("moves forward, never back", async () => {
    const { json } = await get("/v1/clock");
    const day = await send("PUT", "/v1/clock", { advance: { days: 1 } });
    expect(Date.parse(day.json.now as string) - Date.parse(json.now as string)).toBe(86_400_000);
    expect(await send("PUT", "/v1/clock", { now: "2001-01-01T00:00:00Z" })).toMatchObject({ status: 400 });
    expect((await send("PUT", "/v1/clock", { now: "2099-01-01T00:00:00Z" })).json.now).toBe("2099-01-01T00:00:00.000Z");
    for (const odd of [{}, { advance: { weeks: 1 } }, { advance: { days: -1 } }, { advance: { days: 1e9 } }, [], "x"])
      expect(await send("PUT", "/v1/clock", odd)).toMatchObject({ status: 400 });
  });

  it("is the machine's unless it was said", async () => {
    expect(await send("PUT", "/v1/clock", { advance: { days: 1 } }, {}, apart.adminUrl)).toMatchObject({ status: 403 });
  });
});

describe("operating", () => {
  it("tells that it is well, and ready", async () => {
    expect(await get("/v1/health")).toMatchObject({ status: 200, json: { status: "ok" } });
    expect(await get("/v1/ready")).toMatchObject({ status: 200, json: { status: "ready" } });
  });

  it("is not ready where its store fails, and well all the same", async () => {
    let fails = false;
    const refresh = () => {
      if (fails) throw new StoreFailure("gone");
    };
    const own = await serving({ store: { ...memoryStore(), refresh } });
    expect(await get("/v1/ready", {}, own.url)).toMatchObject({ status: 200 });
    fails = true;
    expect(await get("/v1/ready", {}, own.url)).toMatchObject({ status: 503, json: { status: "the store fails" } });
    expect(await get("/v1/health", {}, own.url)).toMatchObject({ status: 200 });
  });

  it("counts calls by how they ended", async () => {
    await call(server.url, "ListKeys");
    await call(server.url, "Nothing%20{}");
    const { text, headers } = await get("/metrics");
    expect(headers.get("content-type")).toContain("text/plain");
    expect(text).toMatch(/kmsward_requests_total\{service="kms",operation="ListKeys",outcome="success"\} [1-9]/);
    expect(text).toMatch(/kmsward_requests_total\{service="kms",operation="unknown",outcome="UnknownOperationException"\} 1/);
    expect(text).toContain('kmsward_build_info{version="1.2.3"} 1');
    expect(text).not.toContain(KEY);
  });

  it("has a port of its own where it was asked for", async () => {
    expect(await get("/v1/health", {}, apart.adminUrl)).toMatchObject({ status: 200 });
    expect(await get("/v1/health", {}, apart.url)).toMatchObject({ status: 404, text: "<UnknownOperationException/>\n" });
    expect(await get("/", {}, apart.adminUrl)).toMatchObject({ status: 404 });
  });

  it.each([
    ["GET", "/v1/nothing", 404],
    ["DELETE", "/v1/world", 405],
    ["GET", "/v1/authorize", 405],
    ["POST", "/metrics", 405],
  ])("answers %s %s with %i", async (method, path, status) => {
    expect(await answered(await fetch(server.url + path, { method }))).toMatchObject({ status, json: { error: { status } } });
  });

  it("takes no body that is too large", async () => {
    expect(await send("POST", "/v1/explain", "x".repeat(8 * 1_048_576 + 1))).toMatchObject({ status: 413 });
  });
});

describe("who may ask", () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const url = elsewhere.url;
  const body = {
    subject: { type: "aws:principal", id: "app" },
    action: { name: "kms:Decrypt" },
    resource: { type: "AWS::KMS::Key", id: "orders" },
  };

  it("on an address that others reach, only who has the token", async () => {
    expect(await get("/v1/world", {}, url)).toMatchObject({ status: 401 });
    expect((await get("/v1/world", {}, url)).headers.get("www-authenticate")).toBe("Bearer");
    expect(await get("/v1/world", bearer("an-admin-token-of-that-test"), url)).toMatchObject({ status: 401 });
    expect(await get("/v1/world", bearer("an-admin-token-of-this-test"), url)).toMatchObject({ status: 200 });
    expect(await get("/v1/world", bearer("a-decision-token-of-this-test"), url)).toMatchObject({ status: 401 });
    expect(await get("/v1/health", {}, url)).toMatchObject({ status: 200 });
    expect(await send("POST", "/access/v1/evaluation", body, {}, url)).toMatchObject({ status: 401 });
    for (const token of ["a-decision-token-of-this-test", "an-admin-token-of-this-test"])
      expect(await send("POST", "/access/v1/evaluation", body, bearer(token), url)).toMatchObject({
        status: 200,
        json: { decision: true },
      });
  });

  it("and nobody where there is none", async () => {
    const open = bare.url;
    expect(await get("/v1/world", {}, open)).toMatchObject({ status: 403, text: expect.stringContaining("--admin-token-file") as string });
    expect(await send("POST", "/access/v1/evaluation", body, {}, open)).toMatchObject({ status: 403 });
  });

  it("no page of another origin, and no name that was made to mean this machine", async () => {
    expect(await get("/v1/world", { origin: "http://evil.example" })).toMatchObject({ status: 403 });
    const { port } = server;
    const rebound = await sendRaw(port, "GET /v1/world HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    expect(rebound).toMatch(/^HTTP\/1.1 403 /);
    expect(await sendRaw(port, "GET /v1/world HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n")).toMatch(/^HTTP\/1.1 200 /);
  });
});
