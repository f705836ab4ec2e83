import { expect, it } from "vitest";
import { answered, call } from "../raw-http.ts";
import { serving } from "../serving.ts";

const ACCOUNT = "111122223333";
const MATERIAL = "cGxhbnRlZCBrZXkgbWF0ZXJpYWwgb2YgMzIgYnl0ZXM="; // 32 bytes that must be nowhere
const server = await serving({
  authentication: "none",
  world: {
    principals: {
      app: {
        arn: `arn:aws:iam::${ACCOUNT}:role/app`,
        credentials: { accessKeyId: "AKIAPLANTEDPLANTED22", secretAccessKey: "planted-secret" },
      },
    },
    keys: {
      orders: {
        aliases: ["alias/orders"],
        tags: { team: "orders" },
        rotation: { periodInDays: 365 },
        dangerousKeyMaterial: MATERIAL,
        grants: [{ name: "g", grantee: "app", operations: ["Decrypt" as const] }],
      },
    },
  },
});

type Key = { readonly arn: string; readonly [member: string]: unknown };
const get = async (path: string) => answered(await fetch(server.url + path));

it("tells the keys of every account and Region, as they are now, with no secret in it", async () => {
  const { Arn } = (await call(server.url, "CreateKey", {}, { accessKeyId: "444455556666", region: "eu-west-1" })).json.KeyMetadata as {
    Arn: string;
  };
  await call(
    server.url,
    "ScheduleKeyDeletion",
    { KeyId: Arn, PendingWindowInDays: 7 },
    { accessKeyId: "444455556666", region: "eu-west-1" },
  );
  const { json, text } = await get("/v1/keys");
  expect(json.keys).toMatchObject([
    {
      name: "orders",
      account: ACCOUNT,
      state: "Enabled",
      aliases: ["alias/orders"],
      tags: { team: "orders" },
      rotation: { periodInDays: 365 },
      materials: [{ state: "CURRENT", isThere: true }],
      deletion: null,
      grants: [{ name: "g", grantee: `arn:aws:iam::${ACCOUNT}:role/app`, operations: ["Decrypt"] }],
      grantCount: 1,
      policy: expect.stringContaining("kms:*") as string,
    },
    { arn: Arn, name: null, region: "eu-west-1", state: "PendingDeletion", deletion: { windowInDays: 7 }, lastUse: null },
  ]);
  expect(json.next).toBeUndefined();
  expect(text).not.toMatch(/planted|cGxhbnRlZ|secret"|PLANTED/i);
});

it("tells one by its ARN, its short name or an alias", async () => {
  const arn = server.standing.site.keys.orders ?? "";
  for (const name of [arn, "orders", `arn:aws:kms:us-east-1:${ACCOUNT}:alias/orders`])
    expect((await get(`/v1/keys?key=${encodeURIComponent(name)}`)).json.keys).toMatchObject([{ arn }]);
  expect((await get("/v1/keys?key=nothing")).status).toBe(404);
});

it("is read by pages, each key once", async () => {
  for (let i = 0; i < 7; i++) await call(server.url, "CreateKey", {}, { accessKeyId: i % 2 ? "777788889999" : ACCOUNT });
  const all = (await get("/v1/keys")).json.keys as readonly Key[];
  const seen: string[] = [];
  let next: unknown = "";
  for (let pages = 0; next !== undefined && pages < 20; pages++) {
    const { json } = await get(`/v1/keys?limit=2${next === "" ? "" : `&after=${next as string}`}`);
    seen.push(...(json.keys as readonly Key[]).map(({ arn }) => arn));
    next = json.next;
  }
  expect(seen).toEqual(all.map(({ arn }) => arn));
  expect(new Set(seen).size).toBe(seen.length);
  for (const odd of ["limit=0", "limit=1001", "limit=x", "after=x", "after=1_2_3_4"])
    expect((await get(`/v1/keys?${odd}`)).status).toBe(400);
});

it("finds keys by words, and looks at some thousand at a time", async () => {
  const own = await serving({ until: () => undefined });
  for (let i = 0; i < 12; i++)
    await call(own.url, "CreateKey", { Description: i % 4 === 0 ? `Orders ${i}` : "", Tags: [{ TagKey: "team", TagValue: `t${i}` }] });
  const found = async (query: string) => (await answered(await fetch(`${own.url}/v1/keys?${query}`))).json;
  expect(await found("search=orders")).toMatchObject({ count: 12, keys: [{ description: "Orders 0" }, { description: "Orders 4" }, {}] });
  expect((await found("search=ORDERS%20%20T8")).keys).toMatchObject([{ description: "Orders 8" }]);
  expect((await found("search=t11")).keys).toHaveLength(1);
  expect(await found("search=orders%20nothing")).toEqual({ count: 12, keys: [] });
  const first = await found("search=orders&limit=2");
  expect((await found(`search=orders&limit=2&after=${String(first.next)}`)).keys).toMatchObject([{ description: "Orders 8" }]);
  expect(await found(`search=${"x".repeat(201)}`)).toMatchObject({ error: { status: 400 } });
  await own.stop(100);
});
