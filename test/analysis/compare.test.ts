import { describe, expect, it } from "vitest";
import { compare } from "../../src/analysis.ts";
import { loadWorld } from "../../src/index.ts";

const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const APP = "arn:aws:iam::111122223333:role/app";

const worldOf = (...statements: readonly object[]) =>
  loadWorld({
    version: 1,
    account: "111122223333",
    region: "us-east-1",
    keys: { orders: { arn: KEY, policy: { Version: "2012-10-17", Statement: statements } } },
  });

const allow = (action: string | readonly string[], condition?: object, principal: object | string = { AWS: APP }) => ({
  Effect: "Allow",
  Principal: principal,
  Action: action,
  Resource: "*",
  ...(condition && { Condition: condition }),
});

describe("compare", () => {
  it("finds nothing where only order, names and spelling differ", async () => {
    const before = await worldOf(allow(["kms:Decrypt", "kms:Encrypt"]), allow("kms:Sign"));
    const after = await worldOf({ Sid: "other", ...allow("kms:Sign") }, allow("kms:DECRYPT"), allow("kms:encrypt"));
    expect(compare(before, after)).toMatchObject({ verdict: "equal", complete: true, changes: [], undecided: [] });
  });

  it("says what is gained, by whom, when, with a request", async () => {
    const before = await worldOf(allow("kms:Decrypt", { StringEquals: { "kms:EncryptionContext:tenant": "t1" } }));
    const after = await worldOf(allow(["kms:Decrypt", "kms:Encrypt"], { StringEquals: { "kms:EncryptionContext:tenant": ["t1", "t2"] } }));
    const { verdict, changes } = compare(before, after);
    expect(verdict).toBe("wider");
    expect(changes.map(({ direction, who, actions, when, severity }) => ({ direction, who: who.text, actions, when, severity }))).toEqual([
      {
        direction: "gained",
        who: "role/app of 111122223333",
        actions: ["kms:Decrypt"],
        when: [[{ key: "kms:EncryptionContext:tenant", text: 'is "t2"', in: ["t2"] }]],
        severity: "same-account",
      },
      {
        direction: "gained",
        who: "role/app of 111122223333",
        actions: ["kms:Encrypt"],
        when: [[{ key: "kms:EncryptionContext:tenant", text: 'is "t1" or "t2"', in: ["t1", "t2"] }]],
        severity: "same-account",
      },
    ]);
    expect(changes[0]?.witness).toMatchObject({
      before: "implicitDeny",
      after: "allowed",
      request: { encryptionContext: { tenant: "t2" } },
    });
  });

  describe("of two worlds that differ in a grant alone", () => {
    const granted = (...grants: readonly object[]) =>
      loadWorld({
        version: 1,
        account: "111122223333",
        region: "us-east-1",
        keys: {
          orders: {
            arn: KEY,
            policy: { Version: "2012-10-17", Statement: [allow("kms:Sign")] },
            grants: grants.map((one) => ({ grantee: APP, ...one })),
          },
        },
      } as never);
    const decrypt = { name: "g", operations: ["Decrypt"] };
    const within = (team: string) => ({ ...decrypt, constraints: { EncryptionContextSubset: { team } } });
    const changed = async (before: readonly object[], after: readonly object[]) => {
      const { verdict, changes } = compare(await granted(...before), await granted(...after));
      return [verdict, changes.flatMap(({ direction, actions }) => actions.map((action) => `${direction} ${action}`)).sort()];
    };

    it.each([
      ["one more", [], [decrypt], "wider", "gained kms:Decrypt"],
      ["one less", [decrypt], [], "narrower", "lost kms:Decrypt"],
      ["an operation more", [decrypt], [{ ...decrypt, operations: ["Decrypt", "Verify"] }], "wider", "gained kms:Verify"],
      ["another constraint", [within("red")], [within("blue")], "changed", "lost kms:Decrypt"],
      ["no constraint any more", [within("red")], [decrypt], "wider", "gained kms:Decrypt"],
      ["another grantee", [decrypt], [{ ...decrypt, grantee: "arn:aws:iam::111122223333:role/other" }], "changed", "gained kms:Decrypt"],
    ] as const)("%s", async (_, before, after, verdict, change) => {
      expect(await changed(before, after)).toEqual([verdict, expect.arrayContaining([change])]);
    });

    it("nothing where it is the same", async () => {
      expect(await changed([within("red")], [within("red")])).toEqual(["equal", []]);
    });
  });

  it("tells what a principal's own tags change", async () => {
    const tagged = (team: string) =>
      loadWorld({
        version: 1,
        account: "111122223333",
        region: "us-east-1",
        principals: { app: { arn: "arn:aws:iam::111122223333:role/app", tags: { team } } },
        keys: {
          orders: {
            policy: { Version: "2012-10-17", Statement: [allow("kms:Decrypt", { StringEquals: { "aws:PrincipalTag/team": "red" } })] },
          },
        },
      });
    const { verdict, changes } = compare(await tagged("blue"), await tagged("red"));
    expect(verdict).toBe("wider");
    expect(changes.map(({ who, actions }) => [who.name, actions])).toEqual([["app", ["kms:Decrypt"]]]);
    expect(changes[0]?.witness.request.principal).toMatchObject({ arn: expect.stringContaining("assumed-role/app/") });
    expect(compare(await tagged("blue"), await tagged("green")).verdict).toBe("equal");
  });

  it("tells what a resource with a policy variable opens", async () => {
    const holding = (resource: string) =>
      loadWorld({
        version: 1,
        account: "111122223333",
        region: "us-east-1",
        principals: {
          app: {
            arn: APP,
            policies: [{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:Decrypt", Resource: resource }] }],
          },
        },
        keys: {
          orders: { arn: KEY, policy: { Version: "2012-10-17", Statement: [allow("kms:Decrypt", undefined, { AWS: "111122223333" })] } },
        },
      });
    const of = (id: string) => holding(`arn:aws:kms:us-east-1:111122223333:key/${id}`);
    const { verdict, changes } = compare(await of("none"), await of("${aws:PrincipalTag/key}"));
    expect(verdict).toBe("wider");
    expect(changes[0]?.witness.request.context).toEqual(
      expect.objectContaining({ "aws:PrincipalTag/key": "1234abcd-12ab-34cd-56ef-1234567890ab" }),
    );
  });

  it("tells services apart that a condition on their names does", async () => {
    const named = (service: string) => worldOf(allow("kms:Decrypt", { StringEquals: { "aws:PrincipalServiceName": service } }, "*"));
    const { changes } = compare(await named("sns.amazonaws.com"), await named("logs.amazonaws.com"));
    expect(changes.map(({ direction, who }) => [direction, who.text])).toEqual([
      ["gained", "logs.amazonaws.com"],
      ["lost", "sns.amazonaws.com"],
    ]);
  });

  it("says what is lost", async () => {
    const { verdict, changes } = compare(await worldOf(allow("kms:Decrypt"), allow("kms:Sign")), await worldOf(allow("kms:Sign")));
    expect(verdict).toBe("narrower");
    expect(changes.map(({ direction, actions, when }) => [direction, actions, when])).toEqual([["lost", ["kms:Decrypt"], []]]);
  });

  it("puts what opens the key to everybody first", async () => {
    const before = await worldOf(allow("kms:Decrypt"));
    const after = await worldOf(allow(["kms:Decrypt", "kms:Sign"]), allow("kms:Decrypt", undefined, "*"));
    const { changes } = compare(before, after);
    expect(changes[0]).toMatchObject({
      severity: "public",
      who: { kind: "anyone", except: ["role/app of 111122223333"] },
      actions: ["kms:Decrypt"],
    });
  });

  it("has the same fingerprint for the same change, whatever the order of statements", async () => {
    const before = await worldOf(allow("kms:Sign"));
    const one = compare(before, await worldOf(allow("kms:Sign"), allow("kms:Decrypt")));
    const other = compare(before, await worldOf({ Sid: "x", ...allow("kms:Decrypt") }, allow("kms:Sign")));
    expect(one.changes.map(({ fingerprint }) => fingerprint)).toEqual(other.changes.map(({ fingerprint }) => fingerprint));
  });

  it("is unknown, with the reason, where a key is compared by an operator of another kind", async () => {
    const before = await worldOf(allow("kms:Decrypt", { StringLike: { "aws:CurrentTime": "2026-*" } }));
    const after = await worldOf(allow("kms:Decrypt", { StringLike: { "aws:CurrentTime": "2026-*Z" } }));
    const { verdict, undecided } = compare(before, after);
    expect(verdict).toBe("unknown");
    expect(undecided[0]?.text).toContain("aws:CurrentTime");
  });

  it("finds what only the policy of a VPC endpoint lets through no more", async () => {
    const through = (action: string) =>
      loadWorld({
        version: 1,
        account: "111122223333",
        region: "us-east-1",
        keys: { orders: { arn: KEY, policy: { Version: "2012-10-17", Statement: [allow(["kms:Decrypt", "kms:Encrypt"])] } } },
        endpoints: { home: { id: "vpce-1", policy: { Version: "2012-10-17", Statement: [allow(action, undefined, "*")] } } },
      });
    const { verdict, changes } = compare(await through("kms:*"), await through("kms:Decrypt"));
    expect(verdict).toBe("narrower");
    expect(changes.map(({ direction, actions, when }) => [direction, actions, when])).toEqual([
      ["lost", ["kms:Encrypt"], [[{ key: "aws:SourceVpce", text: 'is "vpce-1"', in: ["vpce-1"] }]]],
    ]);
  });
});

describe("compare, of requests that name no key", () => {
  const limits = (...denied: readonly string[]) => ({
    id: "o-example0001",
    accounts: ["111122223333"],
    serviceControl: [
      {
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: "*", Resource: "*" },
          ...denied.map((action) => ({ Effect: "Deny", Action: action, Resource: "*" })),
        ],
      },
    ],
  });
  const world = (statements: readonly object[], organization?: object) =>
    loadWorld({
      version: 1,
      account: "111122223333",
      region: "us-east-1",
      ...(organization && { organization }),
      principals: { app: { arn: APP, ...(statements.length > 0 && { policies: [{ Version: "2012-10-17", Statement: statements }] }) } },
      keys: { orders: { arn: KEY, policy: { Version: "2012-10-17", Statement: [allow("kms:Decrypt")] } } },
    } as never);
  const create = (more: object = {}) => ({ Effect: "Allow", Action: ["kms:CreateKey", "kms:List*"], Resource: "*", ...more });
  const said = (before: Awaited<ReturnType<typeof world>>, after: Awaited<ReturnType<typeof world>>) =>
    compare(before, after, { elsewhere: true }).changes.map(
      ({ direction, who, actions, key, severity, when }) =>
        `${who.text} ${direction} ${actions} on ${key.name} (${severity})${when.flat().map(({ key: name, text }) => ` when ${name} ${text}`)}`,
    );

  it("tells who gains and loses them, with a request that shows it, and is silent where only the writing differs", async () => {
    const [closed, open] = [await world([]), await world([create()])];
    const all = "kms:CreateKey,kms:ListAliases,kms:ListKeys,kms:ListRetirableGrants";
    expect(said(closed, open)).toEqual([`app gained ${all} on * (same-account)`]);
    expect(said(open, closed)).toEqual([`app lost ${all} on * (same-account)`]);
    expect(said(open, await world([create({ Sid: "Other", Action: ["kms:List*", "kms:createkey"] })]))).toEqual([]);
    for (const { witness } of compare(closed, open, { elsewhere: true }).changes)
      expect([closed, open].map((one) => one.authorize(witness.request).outcome)).toEqual([witness.before, witness.after]);
    expect(compare(closed, open).verdict).toBe("equal");
    expect(compare(closed, open, { elsewhere: true, keys: ["orders"] }).verdict).toBe("equal");
  });

  it("tells conditions, and what limits of the organization take away", async () => {
    const region = { Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } } };
    expect(said(await world([create()]), await world([create(region)]))).toEqual([
      expect.stringMatching(/^app lost kms:CreateKey,.* when aws:RequestedRegion is not "eu-west-1"$/),
    ]);
    expect(said(await world([create()], limits()), await world([create()], limits("kms:CreateKey")))).toEqual([
      "app lost kms:CreateKey on * (same-account)",
      "the root user of 111122223333 lost kms:CreateKey on * (same-account)",
    ]);
  });
});
