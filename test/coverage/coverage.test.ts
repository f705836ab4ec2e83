import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Coverage, mergeCoverage } from "../../src/coverage/coverage.ts";
import type { CoverageItem, CoverageReport } from "../../src/coverage/report.ts";
import { statusOf } from "../../src/coverage/summary.ts";
import type { Question } from "../../src/estate/question.ts";
import { A, allow, fromFiles, roleIn, worldOf } from "../world/worlds.ts";
import { asked, counts, cover, FILES, lines, QUESTIONS, readFile, sampleReport, sampleWorld } from "./covered.ts";
import { questionsArbitrary } from "./questions.ts";

const app = roleIn("orders-app");
const item = (report: CoverageReport, kind: CoverageItem["kind"], name: string): string => {
  const found = report.policies.flatMap(({ items }) => items).filter((one) => one.kind === kind && one.name === name);
  expect(found).toHaveLength(1);
  return counts(found[0] as CoverageItem);
};

describe("what is counted", () => {
  test("every item of a policy, at its own line and column", () => {
    expect(lines(sampleReport(), "orders.json")).toMatchInlineSnapshot(`
      [
        "4:5 statement Delegate 1/5/0/0",
        "7:29 principal arn:aws:iam::111122223333:root 1/5/0/0",
        "8:17 action kms:* 1/5/0/0",
        "9:19 resource * 1/5/0/0",
        "11:5 statement AllowAppUse 2/0/3/0",
        "15:17 principal arn:aws:iam::111122223333:role/orders-app 2/0/3/0",
        "15:62 principal arn:aws:iam::111122223333:role/exporter 0/0/5/0",
        "18:9 action kms:Decrypt 1/0/3/0",
        "19:9 action kms:GenerateDataKey* 1/0/0/0",
        "20:9 action kms:DescribeKey 0/0/0/0",
        "22:19 resource * 2/0/3/0",
        "24:27 condition StringEquals kms:EncryptionContext:tenant 2/0/3/0",
        "26:11 condition StringLike kms:ViaService 2/1/2/0",
        "33:5 statement DenyOutsideOrg 0/0/6/0",
        "36:20 principal * 0/0/6/0",
        "37:21 action kms:DescribeKey 0/0/0/0",
        "37:40 action kms:ListAliases 0/0/0/0",
        "38:19 resource * 0/0/6/0",
        "40:38 condition StringNotEqualsIfExists aws:PrincipalOrgID 0/0/6/0",
        "41:19 condition Bool aws:PrincipalIsAWSService 0/6/0/0",
        "44:5 statement AllowAuditors 0/0/0/0",
        "47:29 principal arn:aws:iam::444455556666:root 0/0/0/0",
        "48:17 action kms:GetKeyPolicy 0/0/0/0",
        "49:19 resource * 0/0/0/0",
      ]
    `);
  });

  test("grants, and policies that stand in the world itself", () => {
    expect(lines(sampleReport(), "world.yaml")).toMatchInlineSnapshot(`
      [
        "9:9 grant nightly-export 1/0/3/0",
        "11:22 operation Decrypt 1/0/3/0",
        "11:31 operation RetireGrant 0/0/0/0",
        "13:11 constraint EncryptionContextSubset 1/0/1/0",
        "14:9 grant unused 0/0/0/0",
        "14:52 operation Verify 0/0/0/0",
        "22:11 statement #0 1/0/0/0",
        "23:20 action kms:Encrypt 1/0/0/0",
        "23:33 action kms:ReEncrypt* 0/0/0/0",
        "24:21 resource arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab 1/0/0/0",
      ]
    `);
  });

  test("a policy that no request has to do with is in the report, and counts nothing", () => {
    const idle = sampleReport().policies.find(({ file }) => file === "idle.json");
    expect(idle).toMatchObject({ requests: 0, type: "identity", pointer: "" });
    expect(new Set(idle?.items.map(statusOf))).toEqual(new Set(["never"]));
  });

  test("policies of AWS's own count nowhere: the default key policy, FullAWSAccess", () => {
    const world = worldOf({
      organization: { id: "o-abc123def4", serviceControl: ["FullAWSAccess"], accounts: [A] },
      keys: { k: {} },
      principals: { app: { arn: app, policies: ["arn:aws:iam::aws:policy/AdministratorAccess"] } },
    });
    const report = cover(world, [{ principal: "app", action: "kms:Decrypt", key: "k" }]);
    expect(report).toEqual({ version: 1, requests: 1, policies: [] });
  });

  test("an answer that was copied is asked again; a question that cannot be posed counts nothing", () => {
    const world = sampleWorld();
    const question = QUESTIONS[0] as Question;
    const coverage = new Coverage({ readFile });
    coverage.observe(asked(world, question, { ...world.authorize(question) }));
    coverage.observe(asked(world, { ...question, principal: "nobody-known" }));
    expect(coverage.report()).toEqual(cover(world, [question]));
    expect(coverage.report().requests).toBe(1);
  });

  test("session policies and grants that a question brings along belong to no world", () => {
    const world = sampleWorld();
    const grant = { GrantId: "more", GranteePrincipal: roleIn("exporter"), Operations: ["Verify"] };
    const report = cover(world, [{ principal: "exporter", action: "kms:Verify", key: "orders", moreGrants: [grant] }]);
    expect(report.policies.flatMap(({ items }) => items.map(({ name }) => name))).not.toContain("more");
  });

  test("one policy that two worlds read is one", () => {
    const coverage = new Coverage({ readFile });
    for (const world of [sampleWorld(), sampleWorld()]) for (const question of QUESTIONS) coverage.observe(asked(world, question));
    const once = sampleReport();
    const twice = coverage.report();
    expect(twice).toEqual(mergeCoverage([once, once]));
    expect(twice.policies).toHaveLength(once.policies.length);
  });
});

describe("the Allow of a policy that only limits", () => {
  const everything = { Version: "2012-10-17", Statement: { Sid: "All", Effect: "Allow", Action: "kms:*", Resource: "*" } };
  const direct = (name: string) => ({ ...allow("kms:*", { Principal: { AWS: roleIn(name) } }) });
  const user = `arn:aws:iam::${A}:user/uma`;

  test("decides where it let an allowed request pass", () => {
    const world = worldOf({ keys: { k: { policy: direct("app") } }, principals: { app: { arn: roleIn("app"), boundary: everything } } });
    expect(item(cover(world, [{ principal: "app", action: "kms:Decrypt", key: "k" }]), "statement", "All")).toBe("1/0/0/0");
  });

  test("and not where the caller is named itself, which no boundary limits, nor where the request was denied", () => {
    const world = worldOf({
      keys: { k: { policy: allow("kms:Decrypt", { Principal: { AWS: user } }) } },
      principals: { uma: { arn: user, boundary: everything } },
    });
    const ask = (action: string) => cover(world, [{ principal: "uma", action, key: "k" }]);
    expect(item(ask("kms:Decrypt"), "statement", "All")).toBe("0/1/0/0");
    expect(item(ask("kms:Encrypt"), "statement", "All")).toBe("0/1/0/0");
  });

  test("a service control policy limits everybody", () => {
    const world = worldOf({
      organization: { id: "o-abc123def4", rootId: "r-ab12", serviceControl: [everything], accounts: [A] },
      keys: { k: { policy: allow("kms:Decrypt", { Principal: { AWS: user } }) } },
      principals: { uma: user },
    });
    expect(item(cover(world, [{ principal: "uma", action: "kms:Decrypt", key: "k" }]), "statement", "All")).toBe("1/0/0/0");
  });
});

describe("policies made in code", () => {
  const world = worldOf({ keys: { k: { policy: allow(["kms:Decrypt", "kms:Encrypt"], { Principal: "*" }) } } });
  const report = cover(world, [{ principal: app, action: "kms:Decrypt", key: "k" }]);

  test("have a text of their own, in which their lines count", () => {
    const [policy] = report.policies;
    const text = policy?.text?.split("\n") ?? [];
    const action = policy?.items.find(({ name }) => name === "kms:Encrypt");
    expect(text[(action?.line ?? 0) - 1]?.slice((action?.column ?? 0) - 1, (action?.endColumn ?? 0) - 1)).toBe('"kms:Encrypt"');
    expect(action?.pointer).toBe("/keys/k/policy/Statement/0/Action/1");
  });

  test("of one place that say different things are two", () => {
    const other = worldOf({ keys: { k: { policy: allow("kms:Sign", { Principal: "*" }) } } });
    const merged = mergeCoverage([report, cover(other, [])]);
    expect(merged.policies.map(({ requests }) => requests)).toEqual(expect.arrayContaining([0, 1]));
  });
});

test("shards merge to the whole", () => {
  const world = sampleWorld();
  fc.assert(
    fc.property(questionsArbitrary, fc.integer({ min: 1, max: 4 }), (questions, shards) => {
      const parts = Array.from({ length: shards }, (_, shard) =>
        cover(
          world,
          questions.filter((_, i) => i % shards === shard),
        ),
      );
      expect(mergeCoverage(parts)).toEqual(cover(world, questions));
      expect(mergeCoverage(parts.toReversed())).toEqual(mergeCoverage(parts));
      expect(JSON.parse(JSON.stringify(mergeCoverage(parts)))).toEqual(mergeCoverage(parts));
    }),
    { numRuns: 50 },
  );
});

test("no item gets worse by more questions", () => {
  const ORDER = ["never", "failed", "matched", "decided"];
  const world = sampleWorld();
  fc.assert(
    fc.property(questionsArbitrary, questionsArbitrary, (some, more) => {
      const [before, after] = [cover(world, some), cover(world, [...some, ...more])].map(({ policies }) =>
        policies.flatMap(({ items }) => items),
      );
      before?.forEach((item, i) => {
        expect(ORDER.indexOf(statusOf(after?.[i] as CoverageItem))).toBeGreaterThanOrEqual(ORDER.indexOf(statusOf(item)));
      });
    }),
    { numRuns: 50 },
  );
});

test("memory is bounded by the items: a report of many questions is as long as one of few", () => {
  const world = sampleWorld();
  const size = (report: CoverageReport) => report.policies.flatMap(({ items }) => items).length;
  expect(
    size(
      cover(
        world,
        Array.from({ length: 500 }, (_, i) => ({ ...(QUESTIONS[0] as Question), time: new Date(i).toISOString() })),
      ),
    ),
  ).toBe(size(sampleReport()));
});

test("without a way to read files, entries have the line of their element", () => {
  const { world } = fromFiles(FILES);
  const coverage = new Coverage();
  if (world !== undefined) coverage.touch(world);
  const orders = coverage.report().policies.find(({ file }) => file === "orders.json");
  expect(orders?.items.filter(({ kind, statement }) => kind === "action" && statement === 1).map(({ line }) => line)).toEqual([17, 17, 17]);
});
