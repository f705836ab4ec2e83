import { expect, test } from "vitest";
import { policiesOf } from "../../src/estate/estate.ts";
import { A, allow, delegation, roleIn, worldOf } from "../world/worlds.ts";

test("every policy of an estate is listed once, wherever it is attached, with its text", () => {
  const { estate } = worldOf({
    policies: { shared: allow("kms:*") },
    organization: { id: "o-1", accounts: [A], serviceControl: ["FullAWSAccess"], resourceControl: [{ name: "rcp", document: rcp }] },
    principals: {
      app: { arn: roleIn("app"), policies: ["shared"], boundary: allow("kms:*"), trust, session: [allow("*")] },
      other: { arn: roleIn("other"), policies: ["shared"] },
    },
    keys: { orders: {} },
    endpoints: { vpc: { id: "vpce-1", policy: delegation() } },
  });
  const policies = policiesOf(estate);
  const names = ["key policy", "shared", "app/boundary", "app/session policy 1", "trust policy", "endpoint policy", "FullAWSAccess", "rcp"];
  expect([...policies.keys()].map(({ name }) => name).sort()).toEqual([...names].sort());
  expect(policies.get(estate.keys[0]!.policy)).toContain("key-default-1");
  expect([...policies.values()].every((text) => text !== undefined)).toBe(true);
});

const trust = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: A }, Action: "sts:AssumeRole" }] };
const rcp = { Version: "2012-10-17", Statement: [{ Effect: "Deny", Principal: "*", Action: "kms:DeleteAlias", Resource: "*" }] };
