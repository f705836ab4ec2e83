import { expect, test } from "vitest";
import { Deciders } from "../../src/tester/deciders.ts";
import { allow, deny, roleIn, worldOf } from "../world/worlds.ts";

const sid = (Sid: string, more: object = {}) => allow("kms:*", { Sid, ...more });
const deciders = new Deciders(
  worldOf({
    organization: {
      id: "o-1234567890",
      serviceControl: ["FullAWSAccess", sid("Scp")],
      resourceControl: [deny("kms:*", { Sid: "Rcp", Principal: "*" })],
      accounts: ["111122223333"],
    },
    principals: {
      app: {
        arn: roleIn("app"),
        policies: [sid("Identity")],
        boundary: sid("Boundary"),
        session: [sid("Session")],
        trust: sid("Trust", { Principal: "*", Resource: undefined, Action: "sts:AssumeRole" }),
      },
    },
    keys: {
      orders: { policy: sid("Key", { Principal: "*" }), grants: [{ name: "reading", id: "g1", grantee: "app", operations: ["Decrypt"] }] },
      plain: {},
    },
    endpoints: { home: { id: "vpce-0123456789abcdef0", policy: sid("Endpoint", { Principal: "*" }) } },
  }),
);
const flaw = (name: string, member: "because" | "via" = "because") => deciders.flawOf(name, member);

test.each([
  "Scp",
  "Rcp",
  "Identity",
  "Boundary",
  "Session",
  "Trust",
  "Key",
  "Endpoint",
  "key policy#0",
  "key policy#Key",
  "grant reading",
  "grant g1",
  "FullAWSAccess#0",
])("%s can decide", (name) => expect(flaw(name)).toBeUndefined());

// biome-ignore format: a table reads as a table
test.each([
  ["Kei", "because", "no policy of this world has a statement `Kei`", "did you mean `Key`?"],
  ["Something else", "because", "no policy of this world has a statement `Something else`", undefined],
  ["key policy", "because", "`key policy` is a policy", "name a statement of it: `key policy#0` is the first; or the policy by `via`"],
  ["key policy#9", "because", "no policy of this world has a statement `key policy#9`", "did you mean `key policy#0`?"],
  ["keypolicy", "via", "no statement and no policy of this world is called `keypolicy`", "did you mean `key policy`?"],
  ["reading", "because", "`reading` is a grant", "write `grant reading`"],
  ["grant readin", "because", "no grant `readin` in this world", "did you mean `grant reading`?"],
] as const)("%j of %s cannot", (name, member, message, help) => expect(flaw(name, member)).toEqual({ message, ...(help && { help }) }));

test("a policy can be all that decides", () => expect(flaw("key policy", "via")).toBeUndefined());

test("grants of the case itself can decide", () => {
  const made = { GrantId: "made", Name: "by me", Operations: [] };
  expect([
    deciders.flawOf("grant made", "because", [made]),
    deciders.flawOf("grant by me", "because", [made]),
    deciders.flawOf("grant reading", "because", [made]),
  ]).toEqual([undefined, undefined, undefined]);
});
