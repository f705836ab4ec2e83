import { describe, expect, test } from "vitest";
import { defaultKeyPolicy, WORDS } from "../../src/importers/draft.ts";
import { joined } from "../../src/importers/leaf.ts";
import { shortNames } from "../../src/importers/names.ts";
import { Sides } from "../../src/importers/sides.ts";

const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

describe("the builder of worlds", () => {
  test("what was not seen is unknown, and every list is open", () => {
    const sides = new Sides({ account: "111122223333", region: "us-east-1" });
    sides.after.key(KEY, "orders").set("state", "Enabled").seen("spec");
    sides.after.principal("arn:aws:iam::111122223333:role/app", "app").knows("policies");
    const { before, after } = sides.documents("terraform-state", "state.json");
    expect(before).toBeUndefined();
    expect(after).toMatchObject({
      imported: { from: "terraform-state", file: "state.json", side: "after" },
      knows: Object.fromEntries(WORDS.map((word) => [word, "some"])),
      keys: {
        orders: {
          arn: KEY,
          state: "Enabled",
          unknown: ["policy", "rotation", "usage", "origin", "multiRegion", "aliases", "tags", "description"],
        },
      },
      principals: { app: { policies: [], knows: { policies: "all" }, unknown: ["boundary", "trust", "tags", "userId", "session"] } },
    });
  });

  test("one thing that several documents tell of is one, with one name on both sides", () => {
    const sides = new Sides({});
    sides.isChange = true;
    sides.each((draft) => draft.key(KEY, "orders"));
    sides.after.key(KEY, "other").seen("tags").alias("alias/orders").alias("alias/orders");
    const { before, after } = sides.documents("x", "y");
    expect(Object.keys(before?.keys ?? {})).toEqual(["orders"]);
    expect(after.keys).toMatchObject({ orders: { aliases: ["alias/orders"] } });
  });

  test("equal sources are one symbol, and others are others", () => {
    const sides = new Sides({});
    const facts = { type: "role-arn", from: "aws_iam_role.a.arn" } as const;
    expect(sides.symbol("a", facts)).toEqual(sides.symbol("b", facts));
    expect(sides.symbol("a", { ...facts, from: "aws_iam_role.b.arn" })).toEqual({ $symbol: "a-2" });
  });

  test("a policy that is not known is told, and stands there as such", () => {
    const sides = new Sides({});
    const at = { file: "plan.json", pointer: "/resource_changes/0/change/after/policy" };
    sides.after.key(KEY, "orders").policy(sides.policyUnknown("aws_kms_key.orders", "computed by jsonencode", at));
    expect(sides.documents("x", "y").after.keys).toMatchObject({ orders: { policy: { unknown: "computed by jsonencode", at } } });
    expect(sides.diagnostics).toMatchObject([{ code: "KW802", at }]);
    expect(sides.undecided).toEqual([{ what: "aws_kms_key.orders", why: "computed by jsonencode" }]);
  });

  test("the organization is a tree, in whatever order it is told", () => {
    const sides = new Sides({});
    const { organization } = sides.after;
    organization.attach("ou-a-1", "serviceControl", "p-1", "FullAWSAccess");
    organization.node("111122223333", "prod", "ou-a-1");
    organization.node("ou-a-1", "Workloads", "r-a");
    organization.node("r-a", "Root");
    expect(sides.documents("x", "y").after.organization).toBeUndefined();
    organization.organization("o-exampleorg1", "111122223333");
    const { after } = sides.documents("x", "y");
    expect(after).toMatchObject({
      accounts: { prod: "111122223333" },
      organization: {
        id: "o-exampleorg1",
        rootId: "r-a",
        managementAccount: "prod",
        units: { Workloads: { id: "ou-a-1", accounts: ["prod"], serviceControl: ["FullAWSAccess"] } },
      },
    });
    expect(organization.loose).toEqual([]);
  });
});

describe("leaves", () => {
  test("are joined, and adjacent texts are one", () => {
    const account = { $symbol: "account" };
    expect(joined(["a", "b"])).toBe("ab");
    expect(joined(["arn:aws:iam::", account, ":", "root"])).toEqual({ $join: ["arn:aws:iam::", account, ":root"] });
    expect(joined([joined(["a", account]), "b"])).toEqual({ $join: ["a", account, "b"] });
    expect(joined([account])).toEqual(account);
    expect(joined(["a/", { $assumed: "b", because: "c" }])).toEqual({ $assumed: "a/b", because: "c" });
    expect(joined([])).toBe("");
  });

  test("a default policy of an account that is not known delegates to that account", () => {
    expect(defaultKeyPolicy({ $symbol: "account" }, "cn-north-1")).toMatchObject({
      Statement: [{ Principal: { AWS: { $join: ["arn:aws-cn:iam::", { $symbol: "account" }, ":root"] } } }],
    });
    expect(defaultKeyPolicy("111122223333", "us-east-1")).toMatchObject({
      Statement: [{ Principal: { AWS: "arn:aws:iam::111122223333:root" } }],
    });
  });
});

describe("short names", () => {
  test("do not hang on the order of documents", () => {
    const things = [["key", "module.a.key"], ["key", "module.b.key"], ["other"]];
    expect(shortNames(things)).toEqual(["module.a.key", "module.b.key", "other"]);
    expect(shortNames([...things].reverse())).toEqual(["other", "module.b.key", "module.a.key"]);
  });

  test("are names, and never those of two things", () => {
    expect(shortNames([["alias/orders"], ["111122223333", "x"], ["same"], ["same"], ["arn:aws:x"]])).toEqual([
      "orders",
      "x",
      "same",
      "same-2",
      "unnamed",
    ]);
  });
});
