import { describe, expect, test } from "vitest";
import type { SourceText } from "../../../src/importers/importer.ts";
import { fixtureTexts, imported, type Read, worldOf } from "../imported.ts";

const A = "111122223333";
const ORDERS = "1234abcd-12ab-34cd-56ef-1234567890ab";
const ARN = `arn:aws:kms:us-east-1:${A}:key/${ORDERS}`;
const TRUST = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
};
const IDENTITY = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:Decrypt", Resource: "*" }] };
const account = fixtureTexts("dumps/account");

const outcome = (read: Read, principal: string, key: string, action = "kms:Decrypt") =>
  worldOf(read.after).authorize({ principal, action, key }).outcome;
const text = (file: string, value: unknown): SourceText => ({ file, text: typeof value === "string" ? value : JSON.stringify(value) });
const without = (end: string) => account.filter(({ file }) => !file.endsWith(end));
const changed = (end: string, change: (value: never) => unknown): readonly SourceText[] =>
  account.map((source) => (source.file.endsWith(end) ? text(source.file, change(JSON.parse(source.text) as never)) : source));
const keyOf = (read: Read, arn = ARN) =>
  Object.values(read.after.keys ?? {}).find((key) => key.arn === arn) as Record<string, unknown> | undefined;
const knowsOf = (read: Read) =>
  (Object.values(read.after.accounts ?? {}) as { id?: string; knows?: Record<string, string> }[]).find(({ id }) => id === A)?.knows ?? {};

describe("the dump of an account", () => {
  test("is put together", async () => {
    const read = await imported(account);
    expect(read.after.account).toBe(A);
    expect(keyOf(read)).toMatchObject({
      state: "Enabled",
      rotation: { periodInDays: 365 },
      tags: { team: "orders" },
      aliases: ["alias/orders"],
      knows: { grants: "all" },
    });
    expect(keyOf(read)).not.toHaveProperty("unknown");
    expect(keyOf(read)?.grants).toMatchObject([
      {
        name: "nightly",
        grantee: `arn:aws:iam::${A}:role/exporter`,
        constraints: { EncryptionContextSubset: { purpose: "export" } },
        issuingAccount: A,
      },
      { grantee: "AROAEXAMPLEDELETED02" },
      { grantee: "ec2.us-east-1.amazonaws.com" },
    ]);
    expect(read.after.keys?.["aws/s3"]).toMatchObject({ managedBy: "aws" });
    expect(Object.keys(read.after.keys ?? {})).toEqual([
      "5555aaaa-55aa-55aa-55aa-5555aaaa5555",
      "audit-eu-west-1",
      "audit-us-east-1",
      "aws/s3",
      "orders",
    ]);
    expect(knowsOf(read)).toEqual({ keys: "all", principals: "all", policies: "all" });
    expect(read.after.knows).toMatchObject({ serviceControl: "all", resourceControl: "all", grants: "some", endpoints: "some" });
    expect(read.after.endpoints).toMatchObject({
      kms: { id: "vpce-0123456789abcdef0", vpc: "vpc-0a1b2c3d", policy: { Statement: [{ Action: "kms:Decrypt" }] } },
    });
  });

  test("decides as the account would", async () => {
    const read = await imported(account);
    expect(outcome(read, "orders-app", "orders")).toBe("allowed");
    expect(outcome(read, "orders-app", "orders", "kms:Encrypt")).toBe("implicitDeny");
    expect(outcome(read, "alice", "orders", "kms:PutKeyPolicy")).toBe("allowed"); // by her group
    expect(outcome(read, "alice", "orders", "kms:ScheduleKeyDeletion")).toBe("explicitDeny"); // by the organization
    expect(outcome(read, "alice", "audit-eu-west-1")).toBe("undetermined"); // its policy was refused
  });

  test("what is refused is told once an operation", async () => {
    const { told } = await imported(account);
    expect(told.filter((line) => line.startsWith("KW811"))).toEqual([
      "KW811  AWS did not answer GetKeyRotationStatus: AccessDeniedException, here and 1 time more",
      "KW811  AWS did not answer GetKeyPolicy: AccessDeniedException",
    ]);
    expect(told.join("\n")).toMatch(/KW802 .*the policy of arn:aws:kms:eu-west-1:.* is not decided: AWS did not answer GetKeyPolicy/);
  });

  test("of which an answer is missing says `some`, or `unknown`", async () => {
    expect(knowsOf(await imported(without("/us-east-1/kms/list-keys.json")))).toEqual({ principals: "all", policies: "all" });
  });

  // biome-ignore format: a table reads as a table
  test.each([
    ["describe-key.json", (read: Read) => expect(keyOf(read)?.unknown).toEqual(expect.arrayContaining(["state", "spec", "usage", "origin", "multiRegion", "description"]))],
    ["get-key-policy.json", (read: Read) => expect(keyOf(read)?.unknown).toEqual(["policy"])],
    ["list-grants.json", (read: Read) => expect(keyOf(read)?.knows).toBeUndefined()],
    ["list-resource-tags.json", (read: Read) => expect(keyOf(read)?.unknown).toEqual(["tags"])],
    ["get-key-rotation-status.json", (read: Read) => expect(keyOf(read)?.unknown).toEqual(["rotation"])],
  ])("a key without its %s", async (file, holds) => {
    holds(await imported(without(`/${ORDERS}/${file}`)));
  });

  // biome-ignore format: a table reads as a table
  test.each([
    ["the aliases of a Region", "/us-east-1/kms/list-aliases.json", (read: Read) => expect(keyOf(read)?.unknown).toEqual(["aliases"])],
    ["IAM", "/get-account-authorization-details.json", (read: Read) => expect(knowsOf(read)).toEqual({ keys: "all" })],
    ["the organization, which ARNs tell too", "/describe-organization.json", (read: Read) => expect(read.after.organization).toMatchObject({ id: "o-exampleorgid", managementAccount: "management" })],
    ["its roots", "/list-roots.json", (read: Read) => expect(read.after.knows).toMatchObject({ serviceControl: "some", resourceControl: "some" })],
    ["the units of one", "/list-organizational-units-for-parent.ou-ab12-11111111.json", (read: Read) => expect(read.after.knows).toMatchObject({ serviceControl: "some" })],
    ["the accounts of one", "/list-accounts-for-parent.r-ab12.json", (read: Read) => expect(read.after.knows).toMatchObject({ serviceControl: "some" })],
    ["what is attached to one", "/list-policies-for-target.111122223333.SERVICE_CONTROL_POLICY.json", (read: Read) => expect(read.after.knows).toMatchObject({ serviceControl: "some" })],
    ["what a policy says", "/describe-policy.p-abcd1234.json", (read: Read) => expect(read.after.knows).toMatchObject({ serviceControl: "some" })],
  ])("without %s", async (_, file, holds) => {
    const read = await imported(without(file));
    holds(read);
    expect(() => worldOf(read.after)).not.toThrow();
  });

  test("what a control policy says that is not described is not known, and denies nothing for certain", async () => {
    const read = await imported(without("/describe-policy.p-abcd1234.json"));
    expect(outcome(read, "alice", "orders", "kms:ScheduleKeyDeletion")).toBe("undetermined");
  });

  // biome-ignore format: a table reads as a table
  test.each([
    ["/us-east-1/kms/list-keys.json", { Truncated: true, NextMarker: "x" }, (read: Read) => expect(knowsOf(read)).not.toHaveProperty("keys")],
    [`/${ORDERS}/list-grants.json`, { Truncated: true, NextMarker: "x" }, (read: Read) => expect(keyOf(read)?.knows).toEqual({ grants: "some" })],
    [`/${ORDERS}/list-grants.json`, { NextToken: "x" }, (read: Read) => expect(keyOf(read)?.knows).toEqual({ grants: "some" })],
    [`/${ORDERS}/list-resource-tags.json`, { Truncated: true }, (read: Read) => expect(keyOf(read)?.unknown).toEqual(["tags"])],
    ["/us-east-1/kms/list-aliases.json", { Truncated: true }, (read: Read) => expect(keyOf(read)?.unknown).toEqual(["aliases"])],
    ["/get-account-authorization-details.json", { IsTruncated: true, Marker: "x" }, (read: Read) => expect(knowsOf(read)).toEqual({ keys: "all" })],
    ["/list-accounts-for-parent.r-ab12.json", { NextToken: "x" }, (read: Read) => expect(read.after.knows).toMatchObject({ serviceControl: "some" })],
    ["/list-policies-for-target.r-ab12.SERVICE_CONTROL_POLICY.json", { NextToken: "x" }, (read: Read) => expect(read.after.knows).toMatchObject({ serviceControl: "some" })],
  ])("one page of several: %s", async (file, more, holds) => {
    const read = await imported(changed(file, (value: object) => ({ ...value, ...more })));
    holds(read);
    expect(read.told.join("\n")).toMatch(/KW810 .*one page of several/);
  });

  test("pages are put together, and never the whole", async () => {
    const details = JSON.parse(account.find(({ file }) => file.endsWith("details.json"))?.text ?? "") as Record<string, unknown[]>;
    const empty = { UserDetailList: [], GroupDetailList: [], RoleDetailList: [], Policies: [] };
    const pages = [
      { ...empty, UserDetailList: details.UserDetailList, RoleDetailList: details.RoleDetailList, IsTruncated: true, Marker: "m" },
      { ...empty, GroupDetailList: details.GroupDetailList, Policies: details.Policies, IsTruncated: false },
    ];
    const whole = await imported([text("details.json", details)]);
    const read = await imported(pages.map((page, i) => text(`details-${i}.json`, page)));
    const plain = (each: Read) =>
      JSON.parse(
        JSON.stringify(each.after.principals).replace(
          /details-?\d?\.json|\/\d\/RoleDetailList|,"(?:line|column)":\d+|"(?:line|column)":\d+,/g,
          "",
        ),
      ) as unknown;
    expect(plain(read)).toEqual(plain(whole));
    expect(knowsOf(whole)).toEqual({ principals: "all", policies: "all" });
    expect(knowsOf(read)).toEqual({});
    const asList = await imported([text("details.json", pages)]);
    expect(Object.keys(asList.after.principals ?? {})).toEqual(Object.keys(whole.after.principals ?? {}));
  });

  test("policies in three encodings are one", async () => {
    const document = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:Decrypt", Resource: "*" }] };
    const policies = await Promise.all(
      [document, JSON.stringify(document), encodeURIComponent(JSON.stringify(document))].map(async (PolicyDocument) => {
        const role = { RoleName: "r", Arn: `arn:aws:iam::${A}:role/r`, RolePolicyList: [{ PolicyName: "p", PolicyDocument }] };
        return (await imported([text("d.json", { RoleDetailList: [role], UserDetailList: [], GroupDetailList: [], Policies: [] })])).after
          .principals;
      }),
    );
    expect(policies[1]).toEqual(policies[0]);
    expect(policies[2]).toEqual(policies[0]);
    expect(JSON.stringify(policies[0])).toContain('"Action":"kms:Decrypt"');
  });
});

describe("single answers", () => {
  const describeKey = {
    KeyMetadata: {
      KeyId: ORDERS,
      Arn: ARN,
      AWSAccountId: A,
      KeyState: "Enabled",
      KeyManager: "CUSTOMER",
      KeySpec: "RSA_2048",
      KeyUsage: "SIGN_VERIFY",
      Origin: "AWS_KMS",
      MultiRegion: false,
      Description: "",
      CreationDate: 1741079472.345,
    },
  };
  const policy = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }] };
  const getKeyPolicy = { Policy: JSON.stringify(policy), PolicyName: "default" };

  test("one call a line", async () => {
    const read = await imported(fixtureTexts("dumps/ndjson"));
    expect(read.told).toEqual([]);
    expect(keyOf(read)).toMatchObject({ createdAt: "2025-03-04T09:11:12.345Z", knows: { grants: "all" }, policy: { Id: "key-default-1" } });
  });

  test("what does not say which key is told by what stands beside it", async () => {
    for (const texts of [
      [text("a/x.json", describeKey), text("a/y.json", getKeyPolicy)],
      [text("all.json", [getKeyPolicy, describeKey])],
      [text(`keys/${ORDERS}/get-key-policy.json`, getKeyPolicy), text("z/x.json", describeKey)],
      [text(`${ORDERS}.policy.json`, getKeyPolicy), text("x.json", describeKey)],
    ])
      expect(keyOf(await imported(texts))).toMatchObject({ policy, spec: "RSA_2048" });
  });

  test("or by the account and the Region that are given, or stand in the path", async () => {
    expect(keyOf(await imported([text(`${ORDERS}.json`, getKeyPolicy)], { account: A, region: "us-east-1" }))).toMatchObject({ policy });
    expect(keyOf(await imported([text(`${A}/us-east-1/${ORDERS}/p.json`, getKeyPolicy)]))).toMatchObject({ policy });
    const lost = await imported([text(`${ORDERS}.json`, getKeyPolicy)]);
    expect(lost.told.join("\n")).toMatch(/KW808 .*in which account and Region/);
  });

  test("where nothing tells, it is left out and told", async () => {
    const other = {
      KeyMetadata: { ...describeKey.KeyMetadata, KeyId: "x", Arn: `arn:aws:kms:us-east-1:${A}:key/2234abcd-12ab-34cd-56ef-1234567890ab` },
    };
    const read = await imported([
      text("a.json", describeKey),
      text("b.json", other),
      text("p.json", getKeyPolicy),
      text("t.json", { Tags: [] }),
    ]);
    expect(read.told).toEqual([
      "KW826  nothing says which key this answer of `kms get-key-policy` is about: it is left out",
      "KW826  nothing says which key this answer of `kms list-resource-tags` is about: it is left out",
    ]);
    expect(keyOf(read)?.unknown).toContain("policy");
  });

  test("two answers that contradict each other decide nothing", async () => {
    const other = { Policy: JSON.stringify({ ...policy, Id: "other" }), PolicyName: "default" };
    const read = await imported([
      text(`old/${ORDERS}/p.json`, getKeyPolicy),
      text(`new/${ORDERS}/p.json`, other),
      text("k.json", describeKey),
    ]);
    expect(keyOf(read)?.policy).toMatchObject({ unknown: "two answers tell of different policies" });
  });

  test("a grant with a bound that is not known here is left out, and the list is open", async () => {
    const grant = { KeyId: ARN, GrantId: "g", GranteePrincipal: `arn:aws:iam::${A}:role/r`, Operations: ["Decrypt"] };
    for (const more of [{ Constraints: { Weekday: "Monday" } }, { Operations: ["Decrypt", "Fly"] }, { GranteePrincipal: undefined }]) {
      const read = await imported([text("k.json", describeKey), text("g.json", { Grants: [{ ...grant, ...more }] })]);
      expect(keyOf(read)).not.toHaveProperty("grants");
      expect(keyOf(read)?.knows).toEqual({ grants: "some" });
      expect(read.told.join("\n")).toMatch(/KW818 \/Grants\/0 a grant/);
    }
    const service = await imported([
      text("g.json", { Grants: [{ ...grant, GranteePrincipal: undefined, GranteeServicePrincipal: "rds.amazonaws.com" }] }),
    ]);
    expect(keyOf(service)).toMatchObject({ grants: [{ grantee: "rds.amazonaws.com" }], knows: { grants: "all" } });
  });

  test("a policy of AWS that is not in the answer, a group that is not, a default version that is not", async () => {
    const user = {
      UserName: "u",
      Arn: `arn:aws:iam::${A}:user/u`,
      GroupList: ["g"],
      AttachedManagedPolicies: [{ PolicyArn: "arn:aws:iam::aws:policy/SomeNewAccess" }, { PolicyArn: `arn:aws:iam::${A}:policy/p` }],
    };
    const managed = {
      PolicyName: "p",
      Arn: `arn:aws:iam::${A}:policy/p`,
      DefaultVersionId: "v2",
      PolicyVersionList: [{ VersionId: "v1", IsDefaultVersion: false, Document: policy }],
    };
    const read = await imported([text("d.json", { UserDetailList: [user], GroupDetailList: [], RoleDetailList: [], Policies: [managed] })]);
    expect(read.after.principals?.u).toMatchObject({
      policies: ["SomeNewAccess", "p"],
      knows: { policies: "some" },
    });
    expect(read.after.policies?.SomeNewAccess).toMatchObject({ unknown: expect.any(String), denies: false });
    expect(read.after.policies?.p).toMatchObject({ unknown: "its default version is not told" });
    expect(read.told.join("\n")).toMatch(/KW818 .*the group `g` of `u` is not told/);
  });

  test("`get-role` and `get-role-policy`", async () => {
    const role = {
      Role: {
        RoleName: "r",
        Path: "/x/",
        RoleId: "AROAEXAMPLEEXAMPLE0001",
        Arn: `arn:aws:iam::${A}:role/x/r`,
        AssumeRolePolicyDocument: TRUST,
      },
    };
    const inline = { RoleName: "r", PolicyName: "p", PolicyDocument: IDENTITY };
    const read = await imported([text("a.json", role), text("b.json", inline)]);
    expect(read.after.principals).toMatchObject({
      r: { arn: `arn:aws:iam::${A}:role/x/r`, policies: [IDENTITY], userId: "AROAEXAMPLEEXAMPLE0001" },
    });
    expect(read.after.principals?.r).not.toHaveProperty("knows");
    const alone = await imported([text("b.json", inline)], { account: A });
    expect(alone.after.principals?.r).toMatchObject({ arn: { $assumed: `arn:aws:iam::${A}:role/r` } });
  });

  test("a member account that may not see the tree is in the organization it describes", async () => {
    const texts = account.filter(({ file }) => file.endsWith("describe-organization.json") || !file.includes("/organizations/"));
    const read = await imported(texts);
    expect(read.after.organization).toMatchObject({ id: "o-exampleorgid", accounts: [expect.any(String)] });
    expect(read.after.knows).toMatchObject({ serviceControl: "some", resourceControl: "some" });
    expect(() => worldOf(read.after)).not.toThrow();
  });
});

describe("items of AWS Config", () => {
  const item = {
    version: "1.3",
    accountId: A,
    awsAccountId: A,
    awsRegion: "us-east-1",
    resourceType: "AWS::KMS::Key",
    resourceId: ORDERS,
    ARN,
    configurationItemStatus: "OK",
    configurationItemCaptureTime: "2026-01-01T00:00:00Z",
    tags: { team: "orders" },
    configuration: {
      keyId: ORDERS,
      arn: ARN,
      keyState: "Enabled",
      keyManager: "CUSTOMER",
      origin: "AWS_KMS",
      keySpec: "SYMMETRIC_DEFAULT",
      keyUsage: "ENCRYPT_DECRYPT",
      multiRegion: false,
      description: "",
    },
    supplementaryConfiguration: {
      KeyRotationStatus: "true",
      Policy: JSON.stringify({ ...IDENTITY, Statement: [{ ...IDENTITY.Statement[0], Principal: "*" }] }),
    },
  };
  const role = {
    awsAccountId: A,
    awsRegion: "global",
    resourceType: "AWS::IAM::Role",
    resourceId: "AROAEXAMPLEEXAMPLE0001",
    arn: `arn:aws:iam::${A}:role/r`,
    configurationItemCaptureTime: "2026-01-01T00:00:00Z",
    configuration: JSON.stringify({
      roleName: "r",
      roleId: "AROAEXAMPLEEXAMPLE0001",
      arn: `arn:aws:iam::${A}:role/r`,
      assumeRolePolicyDocument: encodeURIComponent(JSON.stringify(TRUST)),
      rolePolicyList: [{ policyName: "p", policyDocument: encodeURIComponent(JSON.stringify(IDENTITY)) }],
      attachedManagedPolicies: [],
      tags: [{ key: "a", value: "b" }],
    }),
  };

  test.each([
    ["a snapshot", { fileVersion: "1.0", configurationItems: [item, role] }],
    ["a list", [item, role]],
  ])("in %s", async (_, value) => {
    const read = await imported([text("config.json", value)]);
    expect(keyOf(read)).toMatchObject({
      state: "Enabled",
      rotation: true,
      tags: { team: "orders" },
      policy: { Statement: [{ Principal: "*" }] },
      unknown: ["aliases"],
    });
    expect(read.after.principals?.r).toMatchObject({
      policies: [IDENTITY],
      trust: TRUST,
      tags: { a: "b" },
      userId: "AROAEXAMPLEEXAMPLE0001",
    });
  });

  test("the newest of several counts, and one of a deleted key nothing", async () => {
    const newer = {
      ...item,
      configurationItemCaptureTime: "2026-02-01T00:00:00Z",
      configuration: { ...item.configuration, keyState: "Disabled" },
    };
    expect(keyOf(await imported([text("c.json", { configurationItems: [newer, item] })]))?.state).toBe("Disabled");
    const gone = { ...item, configurationItemCaptureTime: "2026-03-01T00:00:00Z", configurationItemStatus: "ResourceDeleted" };
    expect(keyOf(await imported([text("c.json", { configurationItems: [gone, newer, item] })]))).toBeUndefined();
  });

  test("a policy that the recorder did not see is not known", async () => {
    const { Policy: _, ...more } = item.supplementaryConfiguration;
    expect(keyOf(await imported([text("c.json", [{ ...item, supplementaryConfiguration: more }])]))?.unknown).toContain("policy");
  });
});

describe("a policy that this version does not understand", () => {
  test("is not known, and the rest is read", async () => {
    const role = (name: string, PolicyDocument: unknown) => ({
      RoleName: name,
      Arn: `arn:aws:iam::${A}:role/${name}`,
      RolePolicyList: [{ PolicyName: "p", PolicyDocument }],
    });
    const roles = [
      role("a", IDENTITY),
      role("b", { ...IDENTITY, Statement: [{ ...IDENTITY.Statement[0], Effect: "Perhaps" }] }),
      role("c", "%7B%22"),
      role("d", 7),
    ];
    const read = await imported([text("d.json", { UserDetailList: [], GroupDetailList: [], RoleDetailList: roles, Policies: [] })]);
    expect(
      Object.values(read.after.principals ?? {}).map((principal) => Object.keys((principal as { policies: object[] }).policies[0] ?? {})),
    ).toEqual([
      ["Version", "Statement"],
      ["unknown", "at"],
      ["unknown", "at"],
      ["unknown", "at"],
    ]);
    expect(read.told).toHaveLength(3);
    expect(() => worldOf(read.after)).not.toThrow();
  });
});

describe("where what several documents of one file say stands", () => {
  const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  const item = (id: string, policy: object) =>
    JSON.stringify(
      {
        resourceType: "AWS::KMS::Key",
        awsAccountId: "111122223333",
        awsRegion: "us-east-1",
        ARN: KEY.replace("1234abcd-", `${id}-`),
        configurationItemStatus: "OK",
        configuration: { keyManager: "CUSTOMER", keyState: "Enabled" },
        supplementaryConfiguration: { Policy: policy },
      },
      undefined,
      1,
    );
  const policy = (effect: string) => ({
    Version: "2012-10-17",
    Statement: [{ Effect: effect, Principal: "*", Action: "kms:*", Resource: "*" }],
  });

  test("items of AWS Config behind each other, answers of commands behind each other", async () => {
    const items = [item("11111111", policy("Alow")), item("22222222", policy("Alow"))].join("\n");
    const lines = items.split("\n").flatMap((line, i) => (line.includes('"Policy"') ? [i + 1] : []));
    const { diagnostics } = await imported([{ file: "items.json", text: items }]);
    const told = diagnostics.filter(({ code }) => code === "KW802");
    expect(told.map(({ at }) => at.line)).toEqual(lines);
    expect(JSON.stringify(diagnostics)).not.toContain("offset");

    const grants = JSON.stringify({ Grants: [{ KeyId: KEY, GrantId: "g", GranteePrincipal: "x", Operations: ["Fly"] }] }, undefined, 2);
    const answers = `{ "KeyMetadata": { "Arn": "${KEY}" } }\n${grants}\n`;
    const odd = (await imported([{ file: "answers.json", text: answers }])).diagnostics;
    expect(odd.filter(({ code }) => code === "KW818").map(({ at }) => [at.line, at.column])).toEqual([[4, 5]]);
  });

  test("an answer in YAML", async () => {
    const text = `Grants:\n- KeyId: ${KEY}\n  GrantId: g\n  GranteePrincipal: x\n  Operations:\n  - Fly\n`;
    const { diagnostics } = await imported([{ file: "list-grants.yaml", text }]);
    expect(diagnostics.filter(({ code }) => code === "KW818").map(({ at }) => at.line)).toEqual([2]);
  });
});
