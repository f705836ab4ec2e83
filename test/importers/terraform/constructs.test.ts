import { describe, expect, test } from "vitest";
import {
  ACCOUNT,
  allow,
  ask,
  change,
  configured,
  constant,
  fixture,
  imported,
  key,
  NEW,
  newKey,
  plan,
  policy,
  ROOT_STATEMENT,
  references,
  worldOf,
} from "./plans.ts";

const ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/${ID}`;
const iam = (kind: string, name: string) => `arn:aws:iam::${ACCOUNT}:${kind}/${name}`;
const same = (address: string, value: object) => change(address, { actions: ["no-op"], before: value, after: value });
const keyRow = same("aws_kms_key.k", key(ID, { policy: policy(ROOT_STATEMENT) }));
const user = (name: string) =>
  same(`aws_iam_user.${name}`, { name, path: "/", arn: iam("user", name), unique_id: "AIDA1", permissions_boundary: null, tags_all: {} });
const role = (name: string) =>
  same(`aws_iam_role.${name}`, {
    name,
    path: "/",
    arn: iam("role", name),
    unique_id: "AROA1",
    permissions_boundary: null,
    assume_role_policy: policy(),
    tags_all: {},
  });
const decrypt = policy({ Effect: "Allow", Action: "kms:Decrypt", Resource: KEY });
const shared = same("aws_iam_policy.use", { name: "use", path: "/", arn: iam("policy", "use"), policy: decrypt });
const outcome = (world: unknown, who: string, action?: string) => ask(world, who, "k", action).split(":")[0];
type Keys = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
const keysOf = (world: unknown) => (world as { keys: Keys }).keys;

describe("a plan of OpenTofu (fixtures/importers/terraform/opentofu)", () => {
  test("modules by for_each and count, a document that waits for another only, a forgotten key, a moved one", async () => {
    const { before, after, diagnostics, report } = await imported(fixture("opentofu/plan.json"), {});
    expect(diagnostics).toEqual([]);
    expect(Object.keys(keysOf(after)).sort()).toEqual(["keys.audit.0", "keys.ledger.0", "legacy", "renamed"]);
    expect(keysOf(after)["keys.audit.0"]?.policy).toMatchObject({ Statement: [{ Sid: "Root" }] }); // exact: every leaf is known
    expect(keysOf(after).legacy).toEqual(keysOf(before).legacy);
    expect(keysOf(after).renamed).toEqual(keysOf(before).renamed);
    expect(keysOf(after)["keys.audit.0"]?.tags).toEqual({ team: "ledger" });
    expect(report.assumed.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["assumed:aws_iam_role.writer.arn", 'assumed:module.keys["audit"].aws_kms_key.this[0].arn']),
    );
    expect(report.outside).toEqual(["aws_kms_key.renamed has another description"]);
    const ask = (world: unknown, name: string, action: string, context?: string) =>
      worldOf(world).authorize({ principal: "ledger-writer", key: name, action, ...(context && { encryptionContext: { book: context } }) })
        .outcome;
    expect(ask(after, "keys.audit.0", "kms:GenerateDataKey")).toBe("allowed");
    expect([ask(before, "keys.ledger.0", "kms:Decrypt", "ledger"), ask(after, "keys.ledger.0", "kms:Decrypt", "ledger")]).toEqual([
      "explicitDeny",
      "allowed",
    ]);
  });
});

describe("IAM in every shape that the provider has", () => {
  test("users: inline, attached, boundaries, exclusive lists", async () => {
    const inline = same("aws_iam_user_policy.p", { user: "ann", name: "own", policy: decrypt });
    const attached = same("aws_iam_user_policy_attachment.a", { user: "bob", policy_arn: iam("policy", "use") });
    const base = [keyRow, user("ann"), user("bob"), shared, inline, attached];
    const { after } = await imported(plan(base));
    expect([outcome(after, "ann"), outcome(after, "bob")]).toEqual(["allowed", "allowed"]);
    const none = (type: string, list: string, name: string) =>
      change(`${type}.x`, { actions: ["create"], after: { user_name: name, [list]: [] } });
    const exclusive = await imported(
      plan([
        ...base,
        none("aws_iam_user_policies_exclusive", "policy_names", "ann"),
        none("aws_iam_user_policy_attachments_exclusive", "policy_arns", "bob"),
      ]),
    );
    expect([outcome(exclusive.before, "ann"), outcome(exclusive.after, "ann"), outcome(exclusive.after, "bob")]).toEqual([
      "allowed",
      "undetermined",
      "undetermined",
    ]);
  });

  test("groups: policies, attachments, memberships from both sides, exclusive lists", async () => {
    const group = same("aws_iam_group.ops", { name: "ops", path: "/", arn: iam("group", "ops") });
    const rows = [
      keyRow,
      user("ann"),
      user("bob"),
      shared,
      group,
      same("aws_iam_group_policy.p", {
        group: "ops",
        name: "own",
        policy: policy({ Effect: "Allow", Action: "kms:Encrypt", Resource: KEY }),
      }),
      same("aws_iam_group_policy_attachment.a", { group: "ops", policy_arn: iam("policy", "use") }),
      same("aws_iam_group_membership.m", { group: "ops", name: "m", users: ["ann"] }),
      same("aws_iam_user_group_membership.m", { user: "bob", groups: ["ops"] }),
    ];
    const { after } = await imported(plan(rows));
    for (const name of ["ann", "bob"]) expect([outcome(after, name), outcome(after, name, "kms:Encrypt")]).toEqual(["allowed", "allowed"]);
    const exclusive = await imported(
      plan([
        ...rows,
        change("aws_iam_group_policies_exclusive.x", { actions: ["create"], after: { group_name: "ops", policy_names: [] } }),
        change("aws_iam_group_policy_attachments_exclusive.x", {
          actions: ["create"],
          after: { group_name: "ops", policy_arns: [iam("policy", "use")] },
        }),
      ]),
    );
    expect([outcome(exclusive.after, "ann"), outcome(exclusive.after, "ann", "kms:Encrypt")]).toEqual(["allowed", "undetermined"]);
  });

  test("aws_iam_policy_attachment: users, roles and groups at once", async () => {
    const { after, report } = await imported(
      plan([
        keyRow,
        user("ann"),
        user("bob"),
        role("app"),
        shared,
        same("aws_iam_group_membership.m", { group: "ops", name: "m", users: ["bob"] }),
        same("aws_iam_policy_attachment.a", {
          name: "a",
          policy_arn: iam("policy", "use"),
          users: ["ann"],
          roles: ["app"],
          groups: ["ops"],
        }),
      ]),
    );
    expect(["ann", "bob", "app"].map((name) => outcome(after, name))).toEqual(["allowed", "allowed", "allowed"]);
    expect(report.facts.join()).toContain("is exclusive");
  });

  test("awscc: a replica, an alias, a policy of a role", async () => {
    const replica = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/mrk-1234abcd12ab34cd56ef1234567890ab`;
    const { after } = await imported(
      plan([
        same("awscc_kms_replica_key.r", {
          arn: replica,
          key_id: replica.split("/")[1],
          primary_key_arn: replica.replace("eu-west-1", "us-east-1"),
          key_policy: policy(ROOT_STATEMENT, allow("app")),
          enabled: true,
        }),
        same("awscc_kms_alias.a", { alias_name: "alias/r", name: "alias/r", target_key_id: replica }),
        same("awscc_iam_role.app", {
          role_name: "app",
          arn: iam("role", "app"),
          path: "/",
          assume_role_policy_document: policy(),
          policies: [],
        }),
        same("awscc_iam_role_policy.p", {
          role_name: "app",
          policy_name: "own",
          policy_document: policy({ Effect: "Allow", Action: "kms:Encrypt", Resource: "*" }),
        }),
      ]),
    );
    const [[name, made] = ["", {}]] = Object.entries(keysOf(after));
    expect(made).toMatchObject({ arn: replica, multiRegionKeyType: "REPLICA" });
    expect([ask(after, "app", name), ask(after, "app", name, "kms:Encrypt")].map((each) => each.split(":")[0])).toEqual([
      "allowed",
      "allowed",
    ]);
  });
});

describe("KMS in every shape that the provider has", () => {
  test("external keys: their material is a secret, without it they wait for it; their replicas", async () => {
    const primary = `arn:aws:kms:us-east-1:${ACCOUNT}:key/mrk-1234abcd12ab34cd56ef1234567890ab`;
    const { after, diagnostics } = await imported(
      plan([
        change("aws_kms_external_key.a", {
          actions: ["create"],
          after: { policy: policy(ROOT_STATEMENT), key_material_base64: "c2VjcmV0", enabled: true },
          after_unknown: NEW,
        }),
        change("aws_kms_external_key.b", {
          actions: ["create"],
          after: { policy: policy(ROOT_STATEMENT), key_material_base64: null, enabled: null },
          after_unknown: NEW,
        }),
        same("aws_kms_replica_external_key.c", {
          arn: primary.replace("us-east-1", "eu-west-1"),
          key_id: primary.split("/")[1],
          primary_key_arn: primary,
          policy: policy(ROOT_STATEMENT),
          key_state: "Enabled",
        }),
      ]),
    );
    expect(keysOf(after).a).toMatchObject({ origin: "EXTERNAL", state: "Enabled" });
    expect(keysOf(after).b).toMatchObject({ origin: "EXTERNAL", state: "PendingImport" });
    expect(keysOf(after).c).toMatchObject({ origin: "EXTERNAL", multiRegionKeyType: "REPLICA", state: "Enabled" });
    expect(diagnostics.map(({ code }) => code)).toContain("KW815");
    expect(JSON.stringify([after, diagnostics])).not.toContain("c2VjcmV0");
  });

  test("secrets of key stores and ciphertexts are told, and never shown", async () => {
    const done = await imported(
      plan([
        same("aws_kms_custom_key_store.s", { custom_key_store_name: "s", key_store_password: "hunter22" }),
        same("data.aws_kms_ciphertext.c", { key_id: ID, plaintext: "hunter22" }),
        same("data.aws_kms_secrets.s", { secret: [{ name: "db", payload: "AQIC" }], plaintext: { db: "hunter22" } }),
      ]),
    );
    expect(done.diagnostics.map(({ code }) => code)).toEqual(["KW815", "KW815", "KW815"]);
    expect(JSON.stringify(done)).not.toContain("hunter22");
  });

  test("actions of Terraform 1.14 on keys are told as not understood", async () => {
    const { diagnostics } = await imported(
      plan([keyRow], {
        action_invocations: [
          { address: "action.aws_kms_rotate.k", type: "aws_kms_rotate", name: "k" },
          { address: "action.aws_lambda_invoke.f", type: "aws_lambda_invoke", name: "f" },
        ],
      }),
    );
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      expect.stringMatching(/^KW806 action\.aws_kms_rotate\.k/),
    ]);
  });

  test("a refresh-only plan, a plan that destroys everything", async () => {
    const drifted = change("aws_kms_key.k", {
      actions: ["update"],
      before: key(ID, { policy: policy(ROOT_STATEMENT) }),
      after: key(ID, { policy: policy(ROOT_STATEMENT, allow("app")) }),
    });
    const state = {
      values: {
        root_module: {
          resources: [
            {
              address: "aws_kms_key.k",
              mode: "managed",
              type: "aws_kms_key",
              name: "k",
              values: key(ID, { policy: policy(ROOT_STATEMENT, allow("app")) }),
            },
          ],
        },
      },
    };
    const refreshed = await imported(plan([], { resource_drift: [drifted], prior_state: state }));
    expect(refreshed.report.outside).toEqual(["aws_kms_key.k has another policy"]);
    expect([outcome(refreshed.before, iam("role", "app")), outcome(refreshed.after, iam("role", "app"))]).toEqual(["allowed", "allowed"]);
    const gone = (address: string, before: object) => change(address, { actions: ["delete"], before });
    const destroyed = await imported(
      plan([
        gone("aws_kms_key.k", key(ID, { policy: policy(ROOT_STATEMENT, allow("app")) })),
        gone("aws_kms_alias.a", { name: "alias/a", target_key_id: ID, target_key_arn: KEY }),
      ]),
    );
    expect(keysOf(destroyed.after).k).toMatchObject({ state: "PendingDeletion" });
    expect(JSON.stringify(destroyed.after)).not.toContain("alias/a");
  });

  test("an import block shows the present policy, sensitive values are analysed and their secrets never shown", async () => {
    const before = key(ID, { policy: policy(ROOT_STATEMENT) });
    const { before: was, after } = await imported(
      plan(
        [
          change("aws_kms_key.k", {
            actions: ["update"],
            before,
            after: key(ID, { policy: policy(ROOT_STATEMENT, allow("app")) }),
            importing: { id: ID },
            before_sensitive: {},
            after_sensitive: { policy: true },
          }),
        ],
        { variables: { token: { value: "hunter22" } } },
      ),
    );
    expect([outcome(was, iam("role", "app")), outcome(after, iam("role", "app"))]).toEqual(["undetermined", "allowed"]);
    expect(JSON.stringify([was, after])).not.toContain("hunter22");
  });

  test("the account from allowed_account_ids or assume_role of the provider; a Region of the resource itself", async () => {
    const where = async (expressions: object, values: object = {}) => {
      const { after } = await imported(
        plan(
          [
            change("aws_kms_key.k", {
              actions: ["create"],
              after: newKey({ policy: policy(ROOT_STATEMENT), ...values }),
              after_unknown: NEW,
            }),
          ],
          {
            configuration: {
              provider_config: { aws: { expressions: { region: constant("eu-west-1"), ...expressions } } },
              root_module: {
                resources: [
                  {
                    address: "aws_kms_key.k",
                    mode: "managed",
                    type: "aws_kms_key",
                    name: "k",
                    provider_config_key: "aws",
                    expressions: { policy: {} },
                  },
                ],
              },
            },
          },
        ),
        {},
      );
      return String(keysOf(after).k?.arn).split(":").slice(3, 5).join(" ");
    };
    expect(await where({ allowed_account_ids: constant(["444455556666"]) })).toBe("eu-west-1 444455556666");
    expect(await where({ assume_role: [{ role_arn: constant("arn:aws:iam::999988887777:role/deploy") }] })).toBe("eu-west-1 999988887777");
    expect(await where({ allowed_account_ids: constant(["444455556666"]) }, { region: "us-west-2" })).toBe("us-west-2 444455556666");
  });
});

describe("organizations and endpoints", () => {
  test("the tree from the resources and the data source, a policy on a unit; the policy of an endpoint by itself", async () => {
    const deny = policy({ Effect: "Deny", Action: "kms:*", Resource: "*" });
    const { after } = await imported(
      plan([
        same("data.aws_organizations_organization.o", {
          id: "o-exampleorg1",
          master_account_id: "444455556666",
          roots: [{ id: "r-ab12", name: "Root" }],
        }),
        same("aws_organizations_organizational_unit.u", { id: "ou-ab12-11111111", name: "apps", parent_id: "r-ab12" }),
        same("aws_organizations_account.a", { id: ACCOUNT, name: "orders", parent_id: "ou-ab12-11111111" }),
        same("aws_organizations_policy.p", { id: "p-1", name: "no-kms", type: "SERVICE_CONTROL_POLICY", content: deny }),
        same("aws_organizations_policy_attachment.p", { policy_id: "p-1", target_id: "ou-ab12-11111111" }),
        same("aws_vpc_endpoint.e", { id: "vpce-1", vpc_id: "vpc-1", service_name: "com.amazonaws.us-east-1.kms", policy: null }),
        same("aws_vpc_endpoint_policy.e", {
          vpc_endpoint_id: "vpce-1",
          policy: policy({ Effect: "Deny", Principal: "*", Action: "kms:*", Resource: "*" }),
        }),
        role("app"),
        same("aws_kms_key.k", key(ID, { policy: policy(ROOT_STATEMENT, allow("app")) })),
      ]),
    );
    expect(outcome(after, "app")).toBe("explicitDeny");
    expect((after as { endpoints: Keys }).endpoints).toMatchObject({ e: { policy: { Statement: [{ Effect: "Deny" }] } } });
  });
});

test("a policy in a data source that waits for another by depends_on only is exact", async () => {
  const statement = {
    sid: "App",
    effect: null,
    actions: ["kms:Decrypt"],
    resources: ["*"],
    principals: [{ type: "AWS", identifiers: [iam("role", "app")] }],
    not_principals: [],
    condition: [],
  };
  const document = "data.aws_iam_policy_document.p";
  const { after, report } = await imported(
    plan(
      [
        change("aws_kms_key.k", { actions: ["create"], after: newKey(), after_unknown: { ...NEW, policy: true } }),
        change(
          document,
          {
            actions: ["read"],
            after: { statement: [statement], version: null },
            after_unknown: { id: true, json: true, minified_json: true, statement: [{ principals: [{ identifiers: [false] }] }] },
          },
          { action_reason: "read_because_dependency_pending" },
        ),
      ],
      configured({
        "aws_kms_key.k": { policy: references(`${document}.json`, document) },
        [document]: {
          statement: [{ sid: constant("App"), principals: [{ identifiers: constant([iam("role", "app")]), type: constant("AWS") }] }],
        },
      }),
    ),
  );
  expect(outcome(after, iam("role", "app"))).toBe("allowed");
  expect([report.assumed, report.undecided]).toEqual([[], []]);
});
