import { describe, expect, test } from "vitest";
import { untouchedKeys } from "../../src/analysis/untouched.ts";
import { A, allow, delegation, KEY, roleIn, worldOf } from "../world/worlds.ts";

const OTHER = KEY.replace("1234abcd-", "5678abcd-");
const use = allow("kms:Decrypt", { Principal: { AWS: roleIn("app") } }) as { readonly Statement: readonly object[] };
const app = { arn: roleIn("app"), policies: [allow("kms:Encrypt")] };
const key = { arn: KEY, policy: use, aliases: ["alias/orders"], tags: { team: "a" } };
const BASE = {
  knows: { principals: "all" },
  accounts: { main: A },
  organization: { id: "o-exampleorg1", accounts: ["main"], serviceControl: [allow("*")] },
  principals: { app },
  keys: { orders: key, other: { arn: OTHER, policy: delegation() } },
};
const untouched = (after: object) => [...untouchedKeys(worldOf(BASE).estate, worldOf(after).estate)].sort();
const withKey = (more: object) => ({ ...BASE, keys: { ...BASE.keys, orders: { ...key, ...more } } });

describe("keys of which nothing can change", () => {
  test("the same worlds, wherever they are written, and a key that is new or gone", () => {
    expect(untouched(BASE)).toEqual([KEY, OTHER].sort());
    expect(
      untouched({
        keys: BASE.keys,
        principals: BASE.principals,
        organization: BASE.organization,
        accounts: BASE.accounts,
        knows: BASE.knows,
      }),
    ).toEqual([KEY, OTHER].sort());
    expect(untouched({ ...BASE, keys: { other: BASE.keys.other } })).toEqual([OTHER]);
  });

  test.each<[string, object]>([
    ["a statement", { policy: { ...use, Statement: [...use.Statement, ...use.Statement] } }],
    ["a grant", { grants: [{ grantee: roleIn("app"), operations: ["Decrypt"] }] }],
    ["an alias", { aliases: ["alias/orders-2"] }],
    ["a tag", { tags: { team: "b" } }],
    ["its state", { state: "Disabled" }],
    ["its spec", { spec: "HMAC_256" }],
    ["what is not known of it", { unknown: ["description"] }],
    ["its grants are not all", { knows: { grants: "some" } }],
    ["whom it is meant for", { administrators: ["app"] }],
  ])("%s of one key: the others", (_, more) => {
    expect(untouched(withKey(more))).toEqual([OTHER]);
  });

  test.each<[string, object]>([
    ["an identity policy", { principals: { app: { ...app, policies: [allow("kms:Decrypt")] } } }],
    ["a boundary", { principals: { app: { ...app, boundary: allow("kms:Encrypt") } } }],
    ["somebody new", { principals: { app, other: { arn: roleIn("other"), policies: [] } } }],
    ["a service control policy", { organization: { id: "o-exampleorg1", accounts: ["main"], serviceControl: [allow("kms:*")] } }],
    ["what is known of principals", { knows: { principals: "some" } }],
    ["an endpoint", { endpoints: { e: { id: "vpce-1", policy: allow("kms:*", { Principal: "*" }) } } }],
    ["the account", { account: A.replace("1", "9") }],
  ])("%s: none", (_, more) => {
    expect(untouched({ ...BASE, ...more })).toEqual([]);
  });
});
