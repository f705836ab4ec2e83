import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { KEY, record } from "../../replay/records.ts";
import { kmsward } from "../fake-io.ts";

const EVENTS = ["--events", "fixtures/events/orders.json"];
const WORLD = ["-w", "fixtures/examples/orders/orders.world.yaml"];
const folder = mkdtempSync(join(tmpdir(), "kmsward-tighten-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("what goes, what stays, and what is proved", async () => {
  const { code, out, err } = await kmsward(["tighten", "orders", ...EVENTS, ...WORLD]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  await expect(out).toMatchFileSnapshot("tighten.golden.txt");
});

test("the policy it writes is narrower, and replays without a break", async () => {
  const policy = join(folder, "tight.json");
  await kmsward(["tighten", "orders", ...EVENTS, ...WORLD, "-o", policy]);
  const { Statement } = JSON.parse(readFileSync(policy, "utf8")) as { Statement: { Sid: string }[] };
  expect(Statement.map(({ Sid }) => Sid)).not.toContain("AllowPartnerToRead");
  const own = ["fixtures/examples/orders/policies/orders-key.json", policy];
  const diff = JSON.parse((await kmsward(["diff", ...own, "--format", "json"])).out);
  expect(diff.changes.filter((one: { direction: string }) => one.direction === "gained")).toEqual([]);
});

const policy = (statements: readonly object[]) => {
  const file = join(folder, "world.json");
  const Statement = [
    { Sid: "Own", Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "kms:*", Resource: "*" },
    ...statements,
  ];
  writeFileSync(
    file,
    JSON.stringify({
      version: 1,
      account: "111122223333",
      region: "us-east-1",
      keys: { orders: { arn: KEY, policy: { Version: "2012-10-17", Statement } } },
    }),
  );
  return file;
};
const learned = async (world: string, log: readonly object[], ...more: readonly string[]) => {
  const events = join(folder, "log.json");
  writeFileSync(events, JSON.stringify({ Records: log }));
  const ran = await kmsward(["tighten", "orders", "--events", events, "-w", world, "--format", "json", ...more]);
  return { ...JSON.parse(ran.out || "{}"), code: ran.code, err: ran.err };
};
const APP = "arn:aws:iam::111122223333:role/apps/orders-app";
const day = (n: number) => `2026-11-${String(n).padStart(2, "0")}T03:00:00Z`;
const month = Array.from({ length: 27 }, (_, i) => record({ eventTime: day(i + 1), eventID: `e${i}` }));

test("actions behind a wildcard and principals that nobody was, with administration kept", async () => {
  const use = {
    Sid: "Use",
    Effect: "Allow",
    Principal: { AWS: [APP, "arn:aws:iam::111122223333:role/old"] },
    Action: ["kms:De*"],
    Resource: "*",
  };
  const { policy: tight, heldOut, verdict, code } = await learned(policy([use]), month);
  expect(tight.Statement[1]).toEqual({
    ...use,
    Principal: { AWS: APP },
    Action: ["kms:Decrypt", "kms:DeleteAlias", "kms:DeleteImportedKeyMaterial", "kms:DescribeKey"],
  });
  expect(tight.Statement[0].Action).toBe("kms:*");
  expect(heldOut).toMatchObject({ calls: 9, broken: 0 });
  expect({ verdict, code }).toEqual({ verdict: "narrower", code: 0 });
});

test("what is only needed at the end of the log shows when it is tried on what it was not learned from", async () => {
  const use = { Sid: "Use", Effect: "Allow", Principal: { AWS: APP }, Action: ["kms:Decrypt", "kms:Encrypt"], Resource: "*" };
  const late = record({ eventTime: day(26), eventName: "Encrypt", eventID: "late", requestParameters: { keyId: KEY } });
  const { heldOut, code, policy: tight } = await learned(policy([use]), [...month, late]);
  expect(heldOut).toMatchObject({ broken: 1 });
  expect(code).toBe(2);
  expect(tight.Statement[1].Action).toEqual(["kms:Decrypt", "kms:Encrypt"]); // learned from the whole log, it is there
});

test("what may have let in a call that cannot be decided is kept", async () => {
  const use = {
    Sid: "Tagged",
    Effect: "Allow",
    Principal: { AWS: APP },
    Action: "kms:Decrypt",
    Resource: "*",
    Condition: { StringEquals: { "aws:PrincipalTag/team": "red" } },
  };
  const tight = await learned(policy([use]), month);
  expect(tight.policy.Statement.map(({ Sid }: { Sid: string }) => Sid)).toEqual(["Own", "Tagged"]);
  expect(tight.err).toContain("is kept");
});

test("an action in another letter case is the same action", async () => {
  const use = { Sid: "Use", Effect: "Allow", Principal: { AWS: APP }, Action: ["kms:decrypt", "kms:Encrypt"], Resource: "*" };
  expect((await learned(policy([use]), month)).policy.Statement[1].Action).toEqual(["kms:decrypt"]);
});

test("without recorded use nothing is learned", async () => {
  expect(await learned(policy([]), [])).toMatchObject({ code: 1, err: expect.stringContaining("no call that these policies allow") });
  expect(await kmsward(["tighten", "orders", ...WORLD])).toMatchObject({ code: 1, err: expect.stringContaining("no events are given") });
  expect(await kmsward(["tighten", "order", ...EVENTS, ...WORLD])).toMatchObject({ code: 1, err: expect.stringContaining("did you mean") });
});
