import { describe, expect, test } from "vitest";
import { can, whoCan } from "../../src/analysis/access.ts";
import { compare } from "../../src/analysis/compare.ts";
import { prove } from "../../src/analysis/prove.ts";
import { A, allow, delegation, deny, roleIn, worldOf } from "../world/worlds.ts";

const APP = roleIn("orders-app");
const OTHER = roleIn("other");
const ALL = {
  principals: "all",
  policies: "all",
  grants: "all",
  keys: "all",
  serviceControl: "all",
  resourceControl: "all",
  endpoints: "all",
};
const SOME = Object.fromEntries(Object.keys(ALL).map((word) => [word, "some"]));
const symbols = {
  worker: { type: "role-arn", account: A, prefix: `arn:aws:iam::${A}:role/worker-`, from: "aws_iam_role.worker.arn" },
  partner: { type: "string", from: "param:PartnerArn" },
  next: { type: "string", from: "aws_iam_role.next.name" },
};
const assumptions = [{ id: "assumed:app", text: "the statement names the role itself" }];

const world = (policy: unknown, more: object = {}, key: object = {}, principal: object = {}) =>
  worldOf({ principals: { app: { arn: APP, ...principal } }, keys: { orders: { policy, ...key } }, symbols, assumptions, ...more });
const to = (principal: unknown, actions: string | string[] = "kms:Decrypt"): object => allow(actions, { Principal: { AWS: principal } });
const options = { actions: ["kms:Decrypt"] };

describe("who can", () => {
  test("is what is sure, and what hangs on what is not known is told beside it", () => {
    const found = whoCan(world(to([OTHER, { $symbol: "worker" }])), { key: "orders", ...options });
    expect(found.entries.map(({ who }) => who.arn)).toEqual([OTHER]);
    expect(found).toMatchObject({
      complete: false,
      undecided: [{ code: "KW682", text: expect.stringContaining("not known is symbol worker (aws_iam_role.worker.arn)") }],
    });
    expect(found.undecided[0]?.at).toMatchObject({ pointer: "/keys/orders/policy/Statement/0/Principal/AWS/1" });
  });

  test("an unknown policy leaves everything open", () => {
    const found = whoCan(world({ unknown: "access denied" }), { key: "orders", ...options });
    expect(found.entries).toEqual([]);
    expect(found.undecided.map(({ text }) => text)).toEqual([expect.stringContaining("not known is key policy of orders (access denied)")]);
  });

  test("other identity policies are an assumption, of whoever may hold some", () => {
    const found = whoCan(world(delegation(), { knows: { policies: "some" } }), { key: "orders", ...options });
    expect(found.entries.find(({ who }) => who.name === "app")?.witness.assumes).toEqual([`policies:${APP}`]);
    expect(found.assumptions.map(({ id }) => id)).toContain(`policies:${APP}`);
    const told = whoCan(world(delegation()), { key: "orders", ...options });
    expect(told.entries.find(({ who }) => who.name === "app")).toBeUndefined();
  });

  test("principals that are not listed: as the world says, unless the question says otherwise", () => {
    const others = (knows: object | undefined, unlisted?: "nothing" | "anything") =>
      whoCan(world(delegation(), knows), { key: "orders", ...options, ...(unlisted && { unlisted }) }).entries.some(({ witness }) =>
        witness.assumes.includes(`unlisted:${A}`),
      );
    expect([others(undefined), others({ knows: { principals: "some" } }), others({ knows: { principals: "some" } }, "nothing")]).toEqual([
      false,
      true,
      false,
    ]);
    const named = { accounts: { prod: { id: A, knows: { principals: "all" } } }, knows: { principals: "some" } };
    expect(others(named)).toBe(false);
  });

  test("grants that may be there are told once", () => {
    const found = whoCan(world(to(APP, "kms:*"), {}, { knows: { grants: "some" } }), { key: "orders" });
    expect(found.entries.map(({ who }) => who.name)).toEqual(["app"]);
    expect(found.undecided.filter(({ text }) => text.includes("grants of orders"))).toHaveLength(2); // what they allow, and to retire one
  });

  test("what only denies is taken not to be there", () => {
    const found = whoCan(world(to(APP), { knows: SOME }, { knows: { grants: "all" } }), { key: "orders", ...options });
    expect(found.assumptions.map(({ id }) => id)).toEqual(expect.arrayContaining([`scp:${A}`, `rcp:${A}`, "endpoint", `hidden-deny:${A}`]));
  });

  test("facts that are not known are none that a request has", () => {
    const policy = allow("kms:Decrypt", { Principal: { AWS: APP }, Condition: { StringEquals: { "aws:PrincipalTag/team": "orders" } } });
    const found = whoCan(world(policy, {}, {}, { unknown: ["tags"] }), { key: "orders", ...options });
    expect(found).toMatchObject({ entries: [], undecided: [{ text: expect.stringContaining("not known is aws:PrincipalTag/team") }] });
    expect(whoCan(world(policy, {}, {}, { tags: { team: "orders" } }), { key: "orders", ...options }).entries).toHaveLength(1);
  });

  test("a text that is assumed: the witness names it", () => {
    const found = can(world(to({ $assumed: APP, because: "assumed:app" })), { principal: "app", ...options });
    expect(found.entries[0]?.witness.assumes).toEqual(["assumed:app"]);
  });
});

describe("compare", () => {
  const verdict = (before: unknown, after: unknown, more: object = {}) => compare(world(before, more), world(after, more), options);

  test("what is not known is the same before and after", () => {
    const policy = to([OTHER, { $symbol: "worker" }]);
    expect(verdict(policy, policy)).toMatchObject({ verdict: "equal", changes: [], undecided: [] });
    const unknown = { unknown: "access denied" };
    expect(verdict(unknown, unknown).verdict).toBe("equal");
    const some = { knows: SOME };
    expect(verdict(delegation(), delegation(), some)).toMatchObject({ verdict: "equal", undecided: [] });
    const narrower = deny("kms:Decrypt", { Principal: "*" }) as { Statement: object[] };
    const both = { Version: "2012-10-17", Statement: [...(delegation() as { Statement: object[] }).Statement, ...narrower.Statement] };
    expect(verdict(delegation(), both, some).verdict).toBe("narrower");
  });

  test("what is certain is shown beside it", () => {
    const found = verdict(to([{ $symbol: "worker" }]), to([{ $symbol: "worker" }, APP]));
    expect(found).toMatchObject({ verdict: "wider", undecided: [] });
    expect(found.changes.map(({ who }) => who.name)).toEqual(["app"]);
  });

  test("a value that is another one after may gain and lose", () => {
    const found = verdict(to([APP, { $symbol: "partner" }]), to([APP, { $symbol: "next" }]));
    expect(found).toMatchObject({ verdict: "unknown", changes: [] });
    expect(found.undecided.map(({ text }) => text)).toEqual([
      expect.stringMatching(/may be gained .*not known is .*symbol next/),
      expect.stringMatching(/may be lost .*not known is .*symbol partner/),
    ]);
  });

  test("nothing is narrower that may be wider", () => {
    expect(verdict(to(APP), { unknown: "known after apply" }).verdict).toBe("unknown");
    expect(verdict(to([APP, OTHER]), to([APP, { $symbol: "partner" }])).verdict).toBe("unknown");
  });

  test("an identity policy that may be there makes a new delegation a gain, under that assumption", () => {
    const found = verdict(to(OTHER), delegation(), { knows: { ...ALL, policies: "some" } });
    const change = found.changes.find(({ who }) => who.name === "app");
    expect(change).toMatchObject({ direction: "gained", witness: { assumes: [`policies:${APP}`] } });
  });

  test("a gain that rests on an assumption names it", () => {
    const found = verdict(to(OTHER), to([OTHER, { $assumed: APP, because: "assumed:app" }]));
    expect(found.changes).toMatchObject([{ direction: "gained", witness: { assumes: ["assumed:app"] } }]);
    expect(found.assumptions).toEqual([{ id: "assumed:app", text: "the statement names the role itself" }]);
  });
});

describe("prove", () => {
  const invariant = { name: "x", never: { principal: APP, action: "kms:Decrypt" } } as never;
  test("proved only where it holds whatever is not known", () => {
    expect(prove(world(to(OTHER)), invariant).verdict).toBe("proved");
    expect(prove(world(to([OTHER, { $symbol: "worker" }])), invariant).verdict).toBe("proved"); // the role is none of them
    expect(prove(world(to(APP)), invariant).verdict).toBe("refuted");
    const open = prove(world(to([OTHER, { $symbol: "partner" }])), invariant);
    expect(open).toMatchObject({ verdict: "unknown", why: expect.stringContaining("symbol partner") });
    expect(prove(world(delegation(), { knows: { policies: "some" } }), invariant).verdict).toBe("unknown");
    expect(prove(world(to(OTHER), {}, { knows: { grants: "some" } }), invariant).verdict).toBe("unknown");
  });
});

describe("a difference", () => {
  const all = (...policies: readonly object[]): object => ({
    Version: "2012-10-17",
    Statement: policies.flatMap((policy) => (policy as { readonly Statement: readonly object[] }).Statement),
  });
  const root = delegation();
  const withApp = all(root, to(APP));
  const [old, now] = [world(root, { knows: SOME }), world(withApp, { knows: SOME })];

  test("is that of the documents: what is open on both sides is the same on both", () => {
    const gained = compare(old, now, options);
    expect(gained).toMatchObject({ verdict: "wider", undecided: [] });
    expect(gained.changes).toMatchObject([
      { direction: "gained", who: { name: "app" }, witness: { before: "implicitDeny", after: "allowed" } },
    ]);
    const key = old.estate.keys[0]?.arn;
    expect(gained.changes[0]?.witness.assumes).toEqual([`policies:${APP}:nothing`, `grants:${key}:nothing`]);
    expect(gained.assumptions).toContainEqual({ id: `grants:${key}:nothing`, text: "no other grants of orders allow it" });
    expect(compare(now, old, options)).toMatchObject({ verdict: "narrower", undecided: [], changes: [{ direction: "lost" }] });
    expect(compare(now, now, options)).toMatchObject({ verdict: "equal", undecided: [] });
  });

  test("with a policy of theirs that is not known on either side, it is the same", () => {
    const held = { policies: ["shared"], knows: { policies: "all" } };
    const more = { knows: ALL, policies: { shared: { unknown: "it is elsewhere" } } };
    const [without, granted] = [world(root, more, {}, held), world(withApp, more, {}, held)];
    expect(compare(without, granted, options)).toMatchObject({ verdict: "wider", undecided: [], changes: [{ who: { name: "app" } }] });
    expect(compare(granted, granted, options)).toMatchObject({ verdict: "equal", undecided: [] });
    const told = world(root, { ...more, policies: { shared: allow("kms:Encrypt") } }, {}, held);
    expect(compare(told, without, options).undecided).toMatchObject([{ code: "KW682" }]); // known before, and no more: who knows
  });

  test("with a Deny taken away that only a hidden grant would be seen by, nobody can tell", () => {
    const alone = to(OTHER);
    const denied = all(alone, deny("kms:Decrypt", { Principal: "*" }));
    const closed = { knows: { ...ALL, grants: "some" } };
    const found = compare(world(denied, closed), world(alone, closed), { ...options, principals: ["app"] });
    expect(found).toMatchObject({
      verdict: "unknown",
      changes: [],
      undecided: [{ code: "KW682", text: expect.stringContaining("grants of orders") }],
    });
  });

  test("of somebody who is not there on one side is not told of grants that nobody listed: none can name them", () => {
    const absent = {
      policies: [{ Version: "2012-10-17", Statement: [{ Sid: "IsNotThere", Effect: "Deny", Action: "*", Resource: "*" }] }],
    };
    const known = { knows: { policies: "all" } };
    const found = compare(world(root, { knows: SOME }, {}, { ...absent, ...known }), world(withApp, { knows: SOME }, {}, known), {
      ...options,
      principals: ["app"],
    });
    expect(found).toMatchObject({ verdict: "wider", undecided: [], changes: [{ who: { name: "app" } }] });
  });
});

test("aliases that are listed are not all, where the world says that they are not known", () => {
  const bound = allow("kms:Decrypt", {
    Principal: "*",
    Condition: { "ForAllValues:StringEquals": { "kms:ResourceAliases": "alias/orders" } },
  });
  const ask = (key: object) => {
    const made = world(bound, { knows: ALL }, { aliases: ["alias/orders"], ...key });
    return made.authorize({ principal: "app", key: "orders", action: "kms:Decrypt" });
  };
  expect(ask({}).outcome).toBe("allowed");
  expect(ask({ unknown: ["aliases"] })).toMatchObject({ outcome: "undetermined", missing: ["kms:ResourceAliases"] });
});
