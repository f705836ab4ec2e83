import { describe, expect, it } from "vitest";
import type { Entry } from "../../src/analysis/answers.ts";
import { can, whoCan } from "../../src/analysis.ts";
import { loadWorld } from "../../src/index.ts";

const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

const worldOf = (policy: Readonly<Record<string, unknown>>, more: object = {}) =>
  loadWorld({ version: 1, account: "111122223333", region: "us-east-1", keys: { orders: { arn: KEY, policy } }, ...more });

const allow = (principal: object | string, action: string | readonly string[], condition?: object) => ({
  Effect: "Allow",
  Principal: principal,
  Action: action,
  Resource: "*",
  ...(condition && { Condition: condition }),
});
const policyOf = (...statements: readonly object[]) => ({ Version: "2012-10-17", Statement: statements });

const told = ({ who, actions, when }: Entry): string =>
  `${who.text}: ${actions.join(" ")}${when.length === 0 ? "" : ` when ${when.map((all) => all.map(({ key, text }) => `${key} ${text}`).join(" and ")).join(" or ")}`}`;

const DECRYPT = { key: "orders", actions: ["kms:Decrypt"] };

describe("who can", () => {
  it("names the role that a key policy names, and nobody else", async () => {
    const world = await worldOf(policyOf(allow({ AWS: "arn:aws:iam::111122223333:role/app" }, "kms:Decrypt")));
    expect(whoCan(world, DECRYPT).entries.map(told)).toEqual(["role/app of 111122223333: kms:Decrypt"]);
  });

  it("says under which conditions, as few as do", async () => {
    const condition = {
      StringEquals: { "kms:EncryptionContext:tenant": ["t1", "t2"] },
      StringNotEquals: { "kms:EncryptionContext:tenant": "t2" },
    };
    const world = await worldOf(policyOf(allow({ AWS: "arn:aws:iam::111122223333:role/app" }, "kms:Decrypt", condition)));
    expect(whoCan(world, DECRYPT).entries.map(told)).toEqual([
      'role/app of 111122223333: kms:Decrypt when kms:EncryptionContext:tenant is "t1"',
    ]);
  });

  it("says anyone where everybody is let in", async () => {
    const [entry, ...others] = whoCan(await worldOf(policyOf(allow("*", "kms:Decrypt"))), DECRYPT).entries;
    expect(entry?.who.text).toBe("anyone");
    expect(others.map(({ who }) => who.kind)).toEqual(["service"]); // and every service principal
  });

  it("counts identity policies only where the key policy delegates to the account", async () => {
    const identity = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:Decrypt", Resource: "*" }] };
    const principals = { app: { arn: "arn:aws:iam::111122223333:role/app", policies: [identity] } };
    const root = await worldOf(policyOf(allow({ AWS: "arn:aws:iam::111122223333:root" }, "kms:*")), { principals });
    const none = await worldOf(policyOf(allow({ AWS: "arn:aws:iam::111122223333:user/bob" }, "kms:*")), { principals });
    expect(whoCan(root, DECRYPT).entries.map(({ who }) => who.text)).toContain("app");
    expect(whoCan(none, DECRYPT).entries.map(({ who }) => who.text)).not.toContain("app");
  });

  it("names the assumption under which another account's principals come in", async () => {
    const world = await worldOf(policyOf(allow({ AWS: "444455556666" }, "kms:Decrypt")));
    const access = whoCan(world, DECRYPT);
    expect(access.entries.map(({ who, witness }) => [who.text, witness.assumes])).toContainEqual([
      "any principal of 444455556666",
      ["unlisted:444455556666"],
    ]);
    expect(access.assumptions.map(({ id }) => id)).toEqual(["unlisted:444455556666"]);
    expect(access.undecided).toEqual([]);
    expect(whoCan(world, { ...DECRYPT, unlisted: "nothing" }).entries.map(({ who }) => who.text)).toEqual([
      "the root user of 444455556666",
    ]);
  });

  it("leaves out whom a Deny always stops, and says when it does not", async () => {
    const deny = {
      ...allow("*", "kms:*", { StringNotEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/app" } }),
      Effect: "Deny",
    };
    const world = await worldOf(policyOf(allow("*", "kms:Decrypt"), deny));
    expect(whoCan(world, DECRYPT).entries.map(told)).toEqual(["role/app of 111122223333: kms:Decrypt"]);
  });
});

describe("through a VPC endpoint of the world", () => {
  const policy = policyOf(
    allow({ AWS: "arn:aws:iam::111122223333:role/app" }, ["kms:Decrypt", "kms:Encrypt"], { StringEquals: { "aws:SourceVpce": "vpce-1" } }),
  );
  const endpoint = policyOf(allow("*", "kms:Decrypt"));

  it("what its policy does not let through is not said to be let in", async () => {
    const world = await worldOf(policy, { endpoints: { home: { id: "vpce-1", policy: endpoint } } });
    expect(whoCan(world, { key: "orders" }).entries.map(told)).toEqual([
      'role/app of 111122223333: kms:Decrypt when aws:SourceVpce is "vpce-1"',
    ]);
  });

  it("without a policy everything is", async () => {
    const world = await worldOf(policy, { endpoints: { home: { id: "vpce-1" } } });
    expect(whoCan(world, { key: "orders" }).entries.map(told)).toEqual([
      'role/app of 111122223333: kms:Decrypt kms:Encrypt when aws:SourceVpce is "vpce-1"',
    ]);
  });
});

describe("can", () => {
  it("gives what one principal can do", async () => {
    const world = await worldOf(policyOf(allow({ AWS: "arn:aws:iam::111122223333:role/app" }, ["kms:Decrypt", "kms:Encrypt"])));
    expect(can(world, { principal: "arn:aws:iam::111122223333:role/app" }).entries.map(told)).toEqual([
      "role/app of 111122223333: kms:Decrypt kms:Encrypt",
    ]);
    expect(can(world, { principal: "arn:aws:iam::111122223333:role/other" }).entries).toEqual([]);
  });

  it("gives what a session that the world lists can do", async () => {
    const world = await worldOf(policyOf(allow({ AWS: "arn:aws:sts::111122223333:assumed-role/app/s1" }, "kms:Decrypt")), {
      principals: { app: "arn:aws:iam::111122223333:role/app", session: { arn: "arn:aws:sts::111122223333:assumed-role/app/s1" } },
    });
    expect(can(world, { principal: "session" }).entries.map(told)).toEqual(["session: kms:Decrypt"]);
  });
});

describe("classes of principals and actions", () => {
  it("are none of principals that cannot be: a root user beside the listed one, a role of a name that a listed role has", async () => {
    const world = await worldOf(policyOf(allow({ AWS: "arn:aws:iam::111122223333:role/app" }, "kms:Decrypt")), {
      principals: { root: "arn:aws:iam::111122223333:root", app: "arn:aws:iam::111122223333:role/team/app" },
    });
    expect(whoCan(world, DECRYPT)).toMatchObject({ complete: true, entries: [], undecided: [] });
  });

  it("keep apart what no policy can allow on a key that AWS manages", async () => {
    const world = await loadWorld({
      version: 1,
      account: "111122223333",
      region: "us-east-1",
      keys: { orders: { arn: KEY, managedBy: "aws", aliases: ["alias/aws/s3"], policy: policyOf(allow("*", "kms:*")) } },
    });
    const actions = ["kms:DisableKey", "kms:ListKeyPolicies"];
    const { entries } = whoCan(world, { key: "orders", actions });
    expect([...new Set(entries.flatMap((entry) => entry.actions))]).toEqual(["kms:ListKeyPolicies"]);
  });
});
