import { describe, expect, it } from "vitest";
import { type Repair, type Repairs, repairsFor } from "../../src/analysis/repair.ts";
import { repair, repairsIn } from "../../src/analysis.ts";
import type { Question } from "../../src/estate/question.ts";
import type { World } from "../../src/estate/world.ts";
import { loadWorld } from "../../src/index.ts";
import { deniedMade } from "../repair/denials.ts";

const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const ADMIN = "arn:aws:iam::111122223333:role/admin";

const allow = (more: object) => ({ Effect: "Allow", Action: "kms:Decrypt", Resource: "*", ...more });
const policyOf = (...statements: readonly object[]) => ({ Version: "2012-10-17", Statement: statements });

const worldOf = (policy: object, more: object = {}): Promise<World> =>
  loadWorld({
    version: 1,
    account: "111122223333",
    region: "us-east-1",
    keys: { orders: { arn: KEY, policy } },
    principals: { app: { arn: "arn:aws:iam::111122223333:role/app" }, admin: { arn: ADMIN } },
    ...more,
  } as never);

const asked: Question = { principal: "app", action: "kms:Decrypt", key: "orders" };
const opened = ({ opens }: Repair): readonly string[] =>
  opens.changes.map(
    ({ direction, who, actions, when }) =>
      `${direction} ${who.text}: ${actions.join(" ")}${when.map((all) => ` when ${all.map(({ key, text }) => `${key} ${text}`).join(" and ")}`).join()}`,
  );

describe("repair", () => {
  it("opens no more than is asked for, and says what it opens for all requests", async () => {
    const world = await worldOf(policyOf(allow({ Principal: { AWS: ADMIN }, Action: ["kms:Decrypt", "kms:Encrypt"] })));
    const [first, second, third] = repair(world, asked);
    expect(first).toMatchObject({
      text: "add a statement to key policy that allows role/app kms:Decrypt",
      where: { policy: "key policy", layer: "resource", owner: "111122223333", key: "orders" },
      patch: [{ op: "add", path: "/Statement/-", value: allow({ Principal: { AWS: "arn:aws:iam::111122223333:role/app" } }) }],
      opens: { verdict: "wider", complete: true },
    });
    expect(opened(first as Repair)).toEqual(["gained app: kms:Decrypt"]);
    expect(second?.patch).toEqual({ GrantId: "proposed", GranteePrincipal: "arn:aws:iam::111122223333:role/app", Operations: ["Decrypt"] });
    expect(opened(third as Repair)).toEqual(["gained app: kms:Decrypt kms:Encrypt"]); // the statement that is there names one principal more
  });

  it("prefers another value of a condition: it opens the least", async () => {
    const world = await worldOf(
      policyOf(
        allow({
          Principal: { AWS: "arn:aws:iam::111122223333:role/app" },
          Condition: { StringEquals: { "kms:EncryptionContext:tenant": "t1" } },
        }),
      ),
    );
    const [first] = repair(world, { ...asked, encryptionContext: { tenant: "t2" } });
    expect(first?.patch).toEqual([
      { op: "replace", path: "/Statement/0/Condition/StringEquals/kms:EncryptionContext:tenant", value: ["t1", "t2"] },
    ]);
    expect(opened(first as Repair)).toEqual(['gained app: kms:Decrypt when kms:EncryptionContext:tenant is "t2"']);
  });

  it("is of the identity policy where the key policy leaves it to the account; its own, where others hold what is there", async () => {
    const shared = { name: "shared", document: policyOf(allow({ Action: "kms:Encrypt" })) };
    const world = await worldOf(policyOf(allow({ Principal: { AWS: "111122223333" }, Action: "kms:*" })), {
      principals: {
        app: { arn: "arn:aws:iam::111122223333:role/app", policies: ["shared"] },
        other: { arn: "arn:aws:iam::111122223333:role/other", policies: ["shared"] },
      },
      policies: { shared: shared.document },
    });
    const [first, ...others] = repair(world, asked);
    expect(first).toMatchObject({ where: { layer: "identity", principal: "app", isNew: true, policy: "an identity policy" } });
    expect(opened(first as Repair)).toEqual(["gained app: kms:Decrypt"]);
    const intoShared = others.find(({ where }) => where.policy === "shared");
    expect(intoShared && opened(intoShared)).toEqual(["gained app: kms:Decrypt", "gained other: kms:Decrypt"]);
  });

  it("needs both sides across accounts, and says that neither can alone", async () => {
    const world = await worldOf(policyOf(allow({ Principal: { AWS: ADMIN } })), {
      principals: { app: { arn: "arn:aws:iam::444455556666:role/app" }, admin: { arn: ADMIN } },
    });
    const { repairs, inVain } = repairsIn(world, asked);
    expect(repairs[0]).toMatchObject({ where: { owner: "111122223333" }, also: [{ where: { owner: "444455556666", isNew: true } }] });
    expect(opened(repairs[0] as Repair)).toEqual(["gained app: kms:Decrypt"]);
    expect(inVain).toHaveLength(2);
  });

  it("reaches policies of the organization, with whom they are for", async () => {
    const world = await worldOf(policyOf(allow({ Principal: { AWS: "arn:aws:iam::111122223333:role/app" } })), {
      accounts: { prod: { id: "111122223333", serviceControl: ["FullAWSAccess", "no-kms"] } },
      organization: { id: "o-a1b2c3d4e5", accounts: ["prod"] },
      policies: { "no-kms": policyOf({ Effect: "Deny", Action: "kms:*", Resource: "*" }) },
    });
    const { repairs, inVain } = repairsIn(world, asked);
    expect(repairs[0]).toMatchObject({ where: { policy: "no-kms", owner: "the organization", layer: "service-control" } });
    expect(opened(repairs[0] as Repair)).toEqual(["gained app: kms:Decrypt"]);
    expect(inVain).toEqual([
      "no change of the policies of account 111122223333 alone can open it: the organization's policies would have to change too",
    ]);
  });

  it("reads the document as it is written: single statements, single values, envelopes", async () => {
    const world = await worldOf({ Version: "2012-10-17", Statement: allow({ Principal: { AWS: ADMIN } }) });
    expect(repair(world, asked)[0]?.patch).toEqual([
      {
        op: "replace",
        path: "/Statement",
        value: [allow({ Principal: { AWS: ADMIN } }), allow({ Principal: { AWS: "arn:aws:iam::111122223333:role/app" } })],
      },
    ]);
  });

  it("is none of what is allowed, not known, or never asked; of requests without a key it does not say what else is opened", async () => {
    const open = await worldOf(
      policyOf(allow({ Principal: { AWS: "111122223333" }, Action: "kms:*", Condition: { Bool: { "aws:SecureTransport": true } } })),
      {
        principals: {
          app: {
            arn: "arn:aws:iam::111122223333:role/app",
            policies: [policyOf(allow({ Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } }))],
          },
        },
      },
    );
    expect(repairsIn(open, { ...asked, context: { "aws:SourceIp": "10.0.0.1" } })).toMatchObject({ outcome: "allowed", repairs: [] });
    expect(repairsIn(open, asked)).toMatchObject({ outcome: "undetermined", repairs: [], hangsOn: ["aws:SourceIp"] });
    const [listing] = repair(open, { principal: "app", action: "kms:ListKeys", resource: "*" });
    expect(listing?.opens).toMatchObject({
      verdict: "unknown",
      complete: false,
      undecided: [{ text: expect.stringContaining("not asked of a key") }],
    });
  });

  it("of every made denial first opens the request by what it counts, and loses nothing", { timeout: 120_000 }, () => {
    const flaws: string[] = [];
    for (const { name, answer } of deniedMade().filter((_, i) => i % 8 === 0)) {
      const { repairs }: Repairs = repairsFor(answer, { most: 1 });
      const { changes = [], undecided = [] } = repairs[0]?.opens ?? {};
      const isCounted = changes.some(({ direction, actions }) => direction === "gained" && actions.includes("kms:Decrypt"));
      const isLost = changes.some(({ direction }) => direction === "lost");
      if (!isCounted || isLost) flaws.push(`${name}: ${repairs[0]?.text}: ${undecided.map(({ text }) => text).join()}`);
    }
    expect(flaws).toEqual([]);
  });
});
