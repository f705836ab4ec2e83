import { describe, expect, test } from "vitest";
import { published } from "../../.build/published.mjs";
import { KMS_ACTIONS } from "../../src/catalog/actions.ts";
import { CONDITION_KEYS } from "../../src/catalog/condition-keys.ts";
import { OPERATOR_NAMES } from "../../src/iam/operators.ts";
import { conditionValueHints, type DocumentPath, hintsAt } from "../../src/web/complete.ts";
import type { Role } from "../../src/web/documents.ts";

const { schemas } = published(process.cwd());
const KNOWN = { principals: ["arn:aws:iam::111122223333:role/app"], resources: ["orders"] };
const labels = (role: Role, path: DocumentPath, part: "name" | "value") =>
  hintsAt(role, path, part, schemas, KNOWN).map(({ label }) => label);

describe("what may stand in a policy", () => {
  test("its members, and those of a statement", () => {
    expect(labels("key-policy", [], "name")).toEqual(expect.arrayContaining(["Version", "Statement"]));
    expect(labels("key-policy", ["Statement", 0], "name")).toEqual(
      expect.arrayContaining(["Sid", "Effect", "Principal", "Action", "Condition"]),
    );
    expect(labels("identity", ["Statement"], "name")).toContain("Effect");
    expect(labels("key-policy", ["Version"], "value")).toEqual(["2012-10-17", "2008-10-17"]);
    expect(labels("key-policy", ["Statement", 0, "Effect"], "value")).toEqual(["Allow", "Deny"]);
  });

  test("every action of the catalog, every operator, every condition key", () => {
    for (const path of [
      ["Statement", 0, "Action"],
      ["Statement", 0, "Action", 0],
      ["Statement", "NotAction"],
    ])
      expect(labels("key-policy", path, "value")).toEqual(expect.arrayContaining(KMS_ACTIONS.map(({ action }) => action)));
    expect(labels("scp", ["Statement", 0, "Condition"], "name")).toEqual(
      expect.arrayContaining([...OPERATOR_NAMES, "StringEqualsIfExists"]),
    );
    expect(labels("scp", ["Statement", 0, "Condition", "Bool"], "name")).toEqual(
      expect.arrayContaining(CONDITION_KEYS.filter(({ upTo }) => upTo === undefined).map(({ name }) => name)),
    );
  });

  test("who is known, and what of values is", () => {
    expect(labels("key-policy", ["Statement", 0, "Principal", "AWS", 0], "value")).toEqual([
      "arn:aws:iam::111122223333:role/app",
      "arn:aws:iam::111122223333:root",
      "*",
    ]);
    expect(labels("key-policy", ["Statement", 0, "Principal"], "name")).toContain("Service");
    expect(labels("key-policy", ["Statement", 0, "Condition", "Bool", "aws:SecureTransport"], "value")).toEqual(["true", "false"]);
    expect(conditionValueHints("kms:viaservice").map(({ label }) => label)).toContain("s3.us-east-1.amazonaws.com");
    expect(conditionValueHints("kms:nothing")).toEqual([]);
  });
});

describe("what may stand elsewhere", () => {
  test("in a world: by its schema, and in its policies as in any policy", () => {
    expect(labels("world", [], "name")).toEqual(expect.arrayContaining(["principals", "keys", "organization"]));
    expect(labels("world", ["keys", "orders"], "name")).toEqual(expect.arrayContaining(["aliases", "policy", "grants"]));
    expect(labels("world", ["keys", "orders", "grants", 0, "operations", 0], "value")).toContain("Decrypt");
    expect(labels("world", ["keys", "orders", "policy", "Statement", 0, "Action"], "value")).toContain("kms:Decrypt");
    expect(labels("world", ["keys", "orders", "grants", 0, "grantee"], "value")).toEqual(KNOWN.principals);
  });

  test("in grants and facts about the key", () => {
    expect(labels("grants", [0], "name")).toEqual(expect.arrayContaining(["GrantId", "GranteePrincipal", "Operations"]));
    expect(labels("grants", ["Grants", 0], "name")).toContain("GrantId");
    expect(labels("key", [], "name")).toContain("aliases");
    expect(labels("key", ["spec"], "value")).toContain("SYMMETRIC_DEFAULT");
  });

  test("nothing where nothing is known", () => {
    expect(labels("world", ["nowhere", "at", "all"], "name")).toEqual([]);
  });
});
