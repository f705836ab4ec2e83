import { describe, expect, test } from "vitest";
import { provenanceOf } from "../../src/authz/answer.ts";
import type { WorldChange } from "../../src/estate/change.ts";
import type { World } from "../../src/estate/world.ts";
import { parsePolicy } from "../../src/iam/parse/parse.ts";
import type { Policy } from "../../src/iam/policy.ts";
import { A, allow, delegation, deny, KEY, roleIn, worldOf } from "../world/worlds.ts";

const world = worldOf({
  organization: {
    id: "o-1",
    accounts: [A],
    serviceControl: ["FullAWSAccess", deny("kms:DisableKey")],
    resourceControl: [{ ...deny("kms:PutKeyPolicy", { Principal: "*" }) }],
  },
  principals: {
    app: { arn: roleIn("app"), policies: [allow("kms:*")], boundary: allow(["kms:Decrypt", "kms:DisableKey", "kms:PutKeyPolicy"]) },
    reader: roleIn("reader"),
  },
  keys: { orders: { arn: KEY, policy: delegation(), grants: [{ name: "g", grantee: "reader", operations: ["Decrypt"] }] } },
  endpoints: { door: { id: "vpce-1", policy: deny("kms:Decrypt", { Principal: "*" }) } },
});

const ask = (asked: World, principal: string, action: string, more: object = {}) =>
  asked.authorize({ principal, action: `kms:${action}`, key: "orders", ...more }).outcome;

function read(document: object, { type, name }: Policy): { policy: Policy; text: string } {
  const text = JSON.stringify(document);
  const { policy } = parsePolicy(text, { type, name });
  if (policy === undefined) throw new Error("no policy");
  return { policy, text };
}

const { estate } = world;
const [app] = estate.principals;
const [key] = estate.keys;
const [endpoint] = estate.endpoints;
const member = estate.organization?.members.get(A);
if (app?.boundary === undefined || key === undefined || endpoint?.policy === undefined || member === undefined)
  throw new Error("the world is not as written");

describe("a changed world", () => {
  const without = (policy: Policy | undefined): WorldChange => ({ policies: new Map(policy === undefined ? [] : [[policy, undefined]]) });

  test.each<[string, WorldChange, string, string, object, string, string]>([
    [
      "a key policy",
      { policies: new Map([[key.policy, read(allow("kms:*", { Principal: { AWS: roleIn("reader") } }), key.policy)]]) },
      "app",
      "Decrypt",
      {},
      "allowed",
      "implicitDeny",
    ],
    ["an identity policy", without(app.policies[0]), "app", "Decrypt", {}, "allowed", "implicitDeny"],
    ["a boundary", without(app.boundary), "app", "Encrypt", {}, "implicitDeny", "allowed"],
    ["a service control policy", without(member.serviceControl[0]?.[1]), "app", "DisableKey", {}, "explicitDeny", "allowed"],
    ["a level", { levels: new Set(member.serviceControl.slice(0, 1)) }, "app", "DisableKey", {}, "explicitDeny", "allowed"],
    ["a resource control policy", without(member.resourceControl[0]?.[0]), "app", "PutKeyPolicy", {}, "explicitDeny", "allowed"],
    ["an endpoint policy", without(endpoint.policy), "app", "Decrypt", { endpoint: "door" }, "explicitDeny", "allowed"],
    [
      "a grant taken away",
      { grants: new Map(key.grants.map((grant) => [grant, undefined])) },
      "reader",
      "Decrypt",
      {},
      "allowed",
      "implicitDeny",
    ],
    [
      "a grant changed",
      { grants: new Map(key.grants.map((grant) => [grant, { ...grant, Operations: ["Encrypt"] }])) },
      "reader",
      "Encrypt",
      {},
      "implicitDeny",
      "allowed",
    ],
  ])("with %s otherwise", (_, change, principal, action, more, before, after) => {
    const changed = world.changed(change);
    expect([ask(world, principal, action, more), ask(changed, principal, action, more), ask(world, principal, action, more)]).toEqual([
      before,
      after,
      before,
    ]);
  });

  test("keeps a key's policy where it is taken away: a key always has one", () => {
    const changed = world.changed(without(key.policy));
    expect(changed.estate.keys[0]?.policy).toBe(key.policy);
    expect(ask(changed, "app", "Decrypt")).toBe("allowed");
  });

  test("has an estate that says so, in which all else is as before", () => {
    const replaced = read(allow("kms:*", { Principal: "*" }), key.policy);
    const changed = world.changed({
      policies: new Map<Policy, typeof replaced | undefined>([
        [key.policy, replaced],
        [app.boundary as Policy, undefined],
      ]),
    }).estate;
    expect(changed.keys[0]).toMatchObject({ policy: replaced.policy, policyText: replaced.text, grants: key.grants });
    expect(changed.principals.map(({ boundary }) => boundary)).toEqual([undefined, undefined]);
    expect(changed.policyTexts.get(replaced.policy)).toBe(replaced.text);
    expect(changed.policyTexts.has(key.policy)).toBe(false);
    expect(world.estate).toBe(estate);
    expect(estate.keys[0]?.policy).toBe(key.policy);
  });

  test("can be changed again", () => {
    const once = world.changed(without(app.boundary));
    const twice = once.changed(without(app.policies[0]));
    expect([ask(once, "app", "Encrypt"), ask(twice, "app", "Encrypt")]).toEqual(["allowed", "implicitDeny"]);
    expect(twice.estate.principals[0]).toMatchObject({ policies: [], boundary: undefined });
  });

  test("gathers what has a say, and shares what the change has nothing to do with", () => {
    const gathered = (asked: World, principal: string) => {
      const found = asked.gather({ principal, action: "kms:Decrypt", key: "orders" });
      if (!found.ok) throw new Error("cannot be posed");
      return found.value;
    };
    const changed = world.changed(without(app.boundary));
    expect(gathered(world, "app").documents).toMatchObject({ boundary: app.boundary, identity: app.policies, resource: key.policy });
    expect(gathered(changed, "app").documents.boundary).toBeUndefined();
    expect(gathered(changed, "reader").documents.resource).toBe(key.policy);
    const [one, other] = [world, changed].map((asked) =>
      provenanceOf(asked.authorize({ principal: "reader", action: "kms:Decrypt", key: "orders" })),
    );
    expect(one?.linked).toBe(other?.linked);
  });
});
