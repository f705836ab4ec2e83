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

test("what goes, what stays, and what is proved", { timeout: 120_000 }, async () => {
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

const partner = (name: string) => ({
  userIdentity: {
    type: "AssumedRole",
    arn: `arn:aws:sts::444455556666:assumed-role/${name}/s`,
    accountId: "444455556666",
    sessionContext: {
      sessionIssuer: { type: "Role", arn: `arn:aws:iam::444455556666:role/${name}`, accountId: "444455556666" },
      attributes: { mfaAuthenticated: "false", creationDate: "2026-11-20T10:00:00Z" },
    },
  },
});
const USE = { Sid: "Use", Effect: "Allow", Principal: { AWS: APP }, Action: ["kms:Decrypt", "kms:Encrypt"], Resource: "*" };

test("values that nobody needed go, a pair that is to be kept keeps its own, and a bucket's objects stand for the bucket", async () => {
  const s3 = "kms:EncryptionContext:aws:s3:arn";
  const Condition = {
    StringEquals: { "kms:EncryptionContext:tenant": ["t1", "t2"] },
    StringLike: { [s3]: ["arn:aws:s3:::b/k", "arn:aws:s3:::b", "arn:aws:s3:::other"] },
  };
  const log = month.map((one) => ({
    ...one,
    requestParameters: { encryptionContext: { tenant: "t1", "aws:s3:arn": "arn:aws:s3:::b/k" }, encryptionAlgorithm: "SYMMETRIC_DEFAULT" },
  }));
  const narrowed = await learned(policy([{ ...USE, Condition }]), log);
  expect(narrowed.policy.Statement[1].Condition).toEqual({
    StringEquals: { "kms:EncryptionContext:tenant": "t1" },
    StringLike: { [s3]: ["arn:aws:s3:::b/k", "arn:aws:s3:::b"] },
  });
  const kept = await learned(policy([{ ...USE, Condition }]), log, "--keep", "tenant");
  expect(kept.policy.Statement[1].Condition.StringEquals).toEqual(Condition.StringEquals);
  const unused = { ...USE, Sid: "Tenants", Condition, Principal: { AWS: "arn:aws:iam::111122223333:role/old" } };
  expect((await learned(policy([unused, USE]), log, "--keep", "tenant")).kept).toContainEqual({
    statement: "Tenants",
    why: "tenant is to be kept",
  });
});

test("what is to be kept stays: Sids, actions, principals", async () => {
  const old = "arn:aws:iam::111122223333:role/old";
  const both = { ...USE, Principal: { AWS: [APP, old] } };
  expect((await learned(policy([both]), month, "--keep", "Us?")).policy.Statement[1]).toEqual(both);
  expect((await learned(policy([both]), month, "--keep", "kms:Encrypt", "--keep", old)).policy.Statement[1]).toEqual(both);
  expect((await learned(policy([both]), month)).policy.Statement[1]).toEqual({ ...USE, Action: ["kms:Decrypt"] });
});

test("patterns are written out where that is asked for", async () => {
  const theirs = {
    Sid: "Theirs",
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::444455556666:root" },
    Action: "kms:Decrypt*",
    Resource: "*",
  };
  const log = month.map((one, i) => ({ ...one, ...partner("reader"), recipientAccountId: "444455556666", eventID: `p${i}` }));
  expect((await learned(policy([theirs]), log)).policy.Statement[1]).toEqual(theirs);
  expect((await learned(policy([theirs]), log, "--no-wildcards")).policy.Statement[1]).toEqual({
    ...theirs,
    Action: "kms:Decrypt",
    Principal: { AWS: "arn:aws:iam::444455556666:role/reader" },
  });
});

test("only the last days count where that is asked for, and when a right was needed before is told", async () => {
  const early = record({ eventTime: day(2), eventName: "Encrypt", eventID: "early", requestParameters: { keyId: KEY } });
  const world = policy([USE]);
  const { edits, policy: tight } = await learned(world, [...month, early], "--period", "7d");
  expect(tight.Statement[1].Action).toEqual(["kms:Decrypt"]);
  expect(edits).toEqual([
    { statement: "Use", text: "without kms:Encrypt", why: `last needed ${day(2)}, before the time that counts`, last: day(2) },
  ]);
  expect((await learned(world, [...month, early])).edits).toEqual([]);
  expect(await learned(world, month, "--period", "90d")).toMatchObject({ code: 1, err: expect.stringContaining("less than 90 days") });
});

test("grants and identity policies, too, and a report before anything is changed", async () => {
  const file = join(folder, "estate.json");
  const allow = (Action: unknown) => ({ Version: "2012-10-17", Statement: [{ Sid: "Mine", Effect: "Allow", Action, Resource: "*" }] });
  writeFileSync(
    file,
    JSON.stringify({
      version: 1,
      account: "111122223333",
      region: "us-east-1",
      keys: {
        orders: {
          arn: KEY,
          policy: {
            Version: "2012-10-17",
            Statement: [
              { Sid: "Own", Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "kms:*", Resource: "*" },
            ],
          },
          grants: [
            { name: "gone", grantee: "old", operations: ["Decrypt", "RetireGrant"] },
            { name: "part", grantee: "app", operations: ["Decrypt", "Encrypt", "DescribeKey"] },
          ],
        },
      },
      principals: {
        app: { arn: APP, policies: [allow(["kms:Decrypt", "kms:Encrypt", "kms:ListGrants", "s3:GetObject"])] },
        old: { arn: "arn:aws:iam::111122223333:role/old", policies: [allow("kms:Decrypt")] },
      },
    }),
  );
  const tight = await learned(file, month, "--identity");
  expect(tight.grants).toMatchObject([
    { grant: "gone", becomes: [], unused: ["Decrypt"] },
    { grant: "part", becomes: ["Decrypt", "DescribeKey"], unused: ["Encrypt"] },
  ]);
  const [app, old] = tight.identity;
  expect(app.document.Statement[0].Action).toEqual(["kms:Decrypt", "kms:ListGrants", "s3:GetObject"]);
  expect(old).toEqual({ policy: old.policy, principals: ["old"] });
  expect(tight).toMatchObject({
    verdict: "narrower",
    heldOut: { broken: 0 },
    covered: { callers: ["111122223333"], logs: [{ account: "111122223333", region: "us-east-1" }] },
  });
  const report = join(folder, "stage.txt");
  const staged = await kmsward([
    "tighten",
    "orders",
    "--events",
    join(folder, "log.json"),
    "-w",
    file,
    "--identity",
    "--stage",
    "-o",
    report,
  ]);
  expect(staged).toMatchObject({ code: 0, out: "" });
  const text = readFileSync(report, "utf8");
  expect(text).toMatch(/What would no longer be allowed\n(?: .*\n)*? {2}app: Encrypt on orders/);
  expect(text).toContain("never in the span     grant gone: Decrypt");
  expect(text).toContain("0 would be denied.");
  expect(text).toContain("Proved: everybody who may change the key policy still may.");
});
