import { describe, expect, test } from "vitest";
import type { Question } from "../../../src/estate/question.ts";
import { parsePolicy } from "../../../src/iam/parse/parse.ts";
import type { Policy } from "../../../src/iam/policy.ts";
import type { Focus } from "../../../src/mutation/mutants/mutant.ts";
import { aimOf, isOfKeys, shortPrincipal } from "../../../src/mutation/witness/focus.ts";
import { fileOf } from "../../tester/files.ts";

const A = "111122223333";
const [APP, OPS, GUEST] = [`arn:aws:iam::${A}:role/app`, `arn:aws:iam::${A}:role/ops`, "arn:aws:iam::444455556666:role/guest"];
const OUTSIDER = "arn:aws:iam::999999999999:role/outsider";
const keyArn = (digit: string) => `arn:aws:kms:us-east-1:${A}:key/${digit}234abcd-12ab-34cd-56ef-1234567890ab`;
const document = (more: object) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "kms:Decrypt", Resource: "*", ...more }],
});

const { world } = fileOf({
  world: {
    account: A,
    region: "us-east-1",
    principals: {
      app: {
        arn: APP,
        policies: [document({})],
        trust: document({ Principal: { AWS: OPS }, Action: "sts:AssumeRole", Resource: undefined }),
      },
      ops: OPS,
      guest: GUEST,
    },
    keys: {
      orders: {
        arn: keyArn("1"),
        policy: document({ Principal: { AWS: APP } }),
        grants: [
          { name: "g", grantee: "guest", operations: ["Decrypt", "Encrypt"], constraints: { EncryptionContextEquals: { a: "1", b: "2" } } },
        ],
      },
      other: { arn: keyArn("2"), policy: document({ Principal: { AWS: OPS } }) },
    },
    endpoints: { door: { id: "vpce-1", policy: document({ Principal: "*" }) } },
  },
  defaults: {},
  cases: [{ name: "x", principal: "app", action: "kms:Decrypt", key: "orders", expect: "allow" }],
});
const { estate } = world;
const orders = estate.keys.find(({ name }) => name === "orders")!;
const app = estate.principals.find(({ name }) => name === "app")!;

const statementOf = (more: object, type: Policy["type"] = "key-policy") => {
  const { policy } = parsePolicy(JSON.stringify(document({ ...(type === "key-policy" && { Principal: { AWS: APP } }), ...more })), {
    type,
    name: "p",
  });
  return policy!.statements[0]!;
};

/** What a change of a statement of the key policy of `orders` aims at. */
const aimed = (before: object, after: object | undefined, more: Partial<Focus> = {}) =>
  aimOf({ before: statementOf(before), after: after && statementOf(after), policy: orders.policy, ...more }, world);

describe("who is asked for", () => {
  const who = (before: unknown, after: unknown) => aimed({ Principal: before }, { Principal: after }).principals;

  test("first whom the statement names before or after alone, then whom it names in both, then all others and an outsider", () => {
    expect(who({ AWS: [APP, OPS] }, { AWS: OPS })).toEqual(["app", "ops", "guest", OUTSIDER]);
    expect(who({ AWS: APP }, { AWS: GUEST })).toEqual(["guest", "app", "ops", OUTSIDER]);
  });

  test("of an account its principals, its root user, and somebody whom the world does not have", () => {
    const named = [`arn:aws:iam::${A}:root`, `arn:aws:iam::${A}:role/somebody`];
    expect(who({ AWS: GUEST }, { AWS: A })).toEqual(["app", "ops", ...named, "guest", OUTSIDER]);
    expect(who({ AWS: GUEST }, { AWS: `arn:aws:iam::${A}:root` })).toEqual(["app", "ops", ...named, "guest", OUTSIDER]);
  });

  test("of everybody first an outsider", () => {
    expect(who({ AWS: APP }, "*")[0]).toBe(OUTSIDER);
  });

  test("whom an identity policy is attached to", () => {
    const [policy] = app.policies;
    const before = statementOf({}, "identity");
    expect(aimOf({ before, policy }, world).principals[0]).toBe("app");
  });

  test("whom a condition on aws:PrincipalArn is met by", () => {
    const only = (arn: string) => ({ Principal: "*", Condition: { ArnLike: { "AWS:principalarn": arn } } });
    expect(aimed(only(OPS), only(GUEST)).principals.slice(0, 2)).toEqual(["guest", "ops"]);
  });

  test("no more than six", () => {
    const many = Array.from({ length: 9 }, (_, i) => `arn:aws:iam::${A}:role/r${i}`);
    expect(who({ AWS: APP }, { AWS: many })).toHaveLength(6);
  });

  test("by short names, where the world has them", () => {
    expect([shortPrincipal(APP, estate), shortPrincipal(OUTSIDER, estate)]).toEqual(["app", OUTSIDER]);
  });
});

describe("what is asked for", () => {
  test("of a change of the actions only those that it makes a difference for, usual ones first", () => {
    expect(aimed({ Action: ["kms:Decrypt", "kms:Sign"] }, { Action: "kms:Sign" }).actions).toEqual(["kms:Decrypt"]);
    expect(aimed({ Action: "kms:Verify" }, { Action: ["kms:Verify", "kms:UntagResource", "kms:Encrypt"] }).actions).toEqual([
      "kms:Encrypt",
      "kms:UntagResource",
    ]);
  });

  test("of another change those that the statement covers, then usual ones, four at most", () => {
    expect(aimed({ Action: "kms:Sign" }, { Action: "kms:Sign", Effect: "Deny" }).actions).toEqual([
      "kms:Sign",
      "kms:Decrypt",
      "kms:Encrypt",
      "kms:GenerateDataKey",
    ]);
    expect(aimed({ Action: "kms:*" }, undefined).actions).toHaveLength(4);
  });

  test("of a NotAction what it does not name", () => {
    const { actions } = aimed({ Action: undefined, NotAction: ["kms:Decrypt", "kms:Encrypt"] }, undefined);
    expect(actions.slice(0, 2)).toEqual(["kms:GenerateDataKey", "kms:DescribeKey"]);
  });
});

describe("of which key", () => {
  test("of that which has the policy", () => {
    expect(aimed({}, undefined).keys).toEqual(["orders"]);
  });

  test("of those that the resource element names, what is named before or after alone first; then of others, two at most", () => {
    const of = (before: string, after: string) =>
      aimOf(
        {
          before: statementOf({ Resource: before }, "identity"),
          after: statementOf({ Resource: after }, "identity"),
          policy: app.policies[0],
        },
        world,
      ).keys;
    expect(of(keyArn("1"), keyArn("2"))).toEqual(["other", "orders"]);
    expect(of(keyArn("2"), "*")).toEqual(["orders", "other"]);
    expect(of(keyArn("9"), keyArn("8"))).toEqual(["orders", "other"]);
  });

  test("is asked of actions for keys alone", () => {
    expect(["kms:Decrypt", "kms:ListKeys", "kms:NoSuch"].map(isOfKeys)).toEqual([true, false, false]);
  });
});

describe("under which conditions", () => {
  const question: Question = { principal: "app", action: "kms:Decrypt", key: "orders" };
  const turned = ({ turns }: { readonly turns: readonly ((question: Question) => Question)[] }) => turns.map((turn) => turn(question));
  const is = (keys: object) => ({ Condition: { StringEquals: keys } });
  const [TENANT, VIA] = ["kms:EncryptionContext:tenant", "kms:ViaService"];

  test("none, where the statement has none", () => expect(turned(aimed({}, undefined))).toEqual([question]));

  test("first all are met, then all but one", () => {
    const [met, ...others] = turned(aimed(is({ [TENANT]: "a", [VIA]: "s3.us-east-1.amazonaws.com" }), {}));
    const via = { viaService: "s3.us-east-1.amazonaws.com" };
    expect(met).toEqual({ ...question, encryptionContext: { tenant: "a" }, ...via });
    expect(others).toContainEqual({ ...question, encryptionContext: { tenant: "other" }, ...via });
    for (const { encryptionContext, viaService } of others)
      expect([encryptionContext?.tenant === "a", viaService === via.viaService].filter((isMet) => !isMet)).toHaveLength(1);
  });

  test("those that the change leaves as they are have to be met, no more, wherever they are written", () => {
    expect(turned(aimed(is({ [TENANT]: "a" }), { ...is({ [TENANT]: "a" }), Effect: "Deny" }))).toEqual([
      { ...question, encryptionContext: { tenant: "a" } },
    ]);
    const moved = (line: number) => {
      const statement = statementOf(is({ [TENANT]: "a" }));
      return { ...statement, conditions: statement.conditions.map((one) => ({ ...one, at: { ...one.at, line } })) };
    };
    expect(aimOf({ before: moved(1), after: moved(9), policy: orders.policy }, world).turns).toHaveLength(1);
  });

  test("no more than sixteen", () => {
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`kms:EncryptionContext:k${i}`, ["a", "b"]]));
    expect(aimed(is(many), {}).turns).toHaveLength(16);
  });

  test("through its endpoint to an endpoint policy; as an assumption of its role to a trust policy", () => {
    const before = statementOf({});
    expect(turned(aimOf({ before, policy: estate.endpoints[0]?.policy }, world))).toEqual([{ ...question, endpoint: "door" }]);
    expect(app.trust).toBeDefined();
    expect(turned(aimOf({ before, policy: app.trust }, world))).toEqual([{ principal: "app", action: "sts:AssumeRole", resource: "app" }]);
  });
});

describe("of a grant", () => {
  const [grant] = orders.grants;
  const { turns, ...aim } = aimOf({ grants: [grant!, { ...grant!, Operations: ["Decrypt"] }], keyArn: orders.arn }, world);

  test("its grantee is asked for first, and of its key the operations that are taken away or added before the others", () => {
    expect(aim.principals[0]).toBe("guest");
    expect(aim.actions.slice(0, 2)).toEqual(["kms:Encrypt", "kms:Decrypt"]);
    expect(aim.keys).toEqual(["orders"]);
  });

  test("with the pairs that it wants, with more, with each left out, and with none", () => {
    const contexts = turns.map(
      (turn) => turn({ principal: "app", action: "kms:Decrypt", encryptionContext: { z: "9" } }).encryptionContext,
    );
    expect(contexts).toEqual([{ a: "1", b: "2" }, { a: "1", b: "2", other: "other" }, { b: "2" }, { a: "1" }, undefined]);
  });
});
