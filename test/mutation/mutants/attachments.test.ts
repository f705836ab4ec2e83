import { expect, test } from "vitest";
import { attachmentMutants } from "../../../src/mutation/mutants/attachments.ts";
import { policySources } from "../../../src/mutation/mutants/source.ts";
import { fileOf } from "../../tester/files.ts";

const A = "111122223333";
const statement = (Effect: string, more: object = {}) => ({
  Version: "2012-10-17",
  Statement: [{ Effect, Action: "kms:*", Resource: "*", ...more }],
});
const { world } = fileOf({
  world: {
    account: A,
    region: "us-east-1",
    organization: {
      id: "o-1",
      serviceControl: ["FullAWSAccess", { name: "deny", document: statement("Deny") }],
      resourceControl: [{ name: "rcp", document: statement("Deny", { Principal: "*", Action: "kms:PutKeyPolicy" }) }],
      accounts: ["111122223333"],
      units: {
        all: { accounts: ["444455556666"], serviceControl: ["FullAWSAccess"] },
        two: {
          serviceControl: [
            { name: "a", document: statement("Allow") },
            { name: "b", document: statement("Allow") },
          ],
          accounts: ["777788889999"],
        },
      },
    },
    principals: {
      app: {
        arn: `arn:aws:iam::${A}:role/app`,
        policies: [statement("Allow"), "arn:aws:iam::aws:policy/AdministratorAccess"],
        boundary: statement("Allow"),
        session: [statement("Allow")],
      },
    },
    keys: { orders: {} },
    endpoints: { door: { id: "vpce-1", policy: statement("Allow", { Principal: "*" }) } },
  },
  cases: [{ name: "x", principal: "app", action: "kms:ListKeys", resource: "*", expect: "explicit-deny" }],
});

test("what people attached can be detached; of what AWS attaches nothing, and no level is left without an Allow", () => {
  const mutants = attachmentMutants(policySources([world]));
  expect(mutants.map(({ mutator, what }) => `${mutator}: ${what}`).sort()).toEqual([
    "drop-boundary: without the permissions boundary `app/boundary`",
    "drop-endpoint-policy: without the endpoint policy `endpoint policy`",
    "drop-identity-policy: without the identity policy `app/inline 1`",
    "drop-level: without the level that has `FullAWSAccess`, `deny`",
    "drop-level: without the level that has `a`, `b`",
    "drop-rcp: without the resource control policy `rcp`",
    "drop-scp: without the service control policy `a`",
    "drop-scp: without the service control policy `b`",
    "drop-session-policy: without the session policy `app/session policy 1`",
  ]);
  const level = mutants.find(({ what }) => what.includes("`deny`"));
  const change = level?.parts[0]?.change;
  const outcome = (asked: typeof world | undefined) =>
    asked?.authorize({ principal: "app", action: "kms:ListKeys", resource: "*" }).outcome;
  expect([outcome(world), outcome(change && world.changed(change))]).toEqual(["explicitDeny", "allowed"]);
});
