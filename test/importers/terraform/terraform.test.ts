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
const OTHER = "0987dcba-09fe-87dc-65ba-ab0987654321";
const role = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;

/** The document of one key, by what it is called. */
const keyIn = (world: unknown, name: string) => (world as { keys: Record<string, Record<string, unknown>> }).keys[name] ?? {};
const keysIn = (world: unknown) => Object.keys((world as { keys: object }).keys).sort();

describe("a real plan of new things (fixtures/importers/terraform/orders)", () => {
  test("its policies are rebuilt, and what a reference names is assumed", async () => {
    const { after, before, diagnostics, report } = await imported(fixture("orders/plan.json"), { account: ACCOUNT });
    expect(keysIn(before)).toEqual([]);
    expect(keysIn(after)).toEqual(["empty", "eu", "json", "kms.a", "kms.b", "orders", "plain", "rep", "viavar"]);
    expect(keyIn(after, "orders").policy).toMatchObject({
      Statement: [
        { Sid: "Root", Effect: "Allow", Action: ["kms:*"] },
        {
          Sid: "App",
          Principal: {
            AWS: ["arn:aws:iam::444455556666:role/reader", { $assumed: role("orders-app"), because: "assumed:aws_iam_role.app.arn" }],
          },
        },
      ],
    });
    expect(keyIn(after, "rep")).toMatchObject({ multiRegionKeyType: "REPLICA", arn: expect.stringContaining("us-east-1") });
    expect(keyIn(after, "eu")).toMatchObject({ multiRegionKeyType: "PRIMARY", arn: expect.stringContaining("eu-west-1") });
    expect(String(keyIn(after, "rep").arn).split("/")[1]).toBe(String(keyIn(after, "eu").arn).split("/")[1]);
    for (const name of ["plain", "viavar", "empty"]) expect(keyIn(after, name).policy).toMatchObject({ Id: "key-default-1" });
    expect(keyIn(after, "json").policy).toMatchObject({ unknown: expect.stringContaining("aws_iam_role.app, aws_iam_role.worker") });
    expect(diagnostics.filter(({ code }) => code === "KW802")).toMatchObject([{ message: expect.stringContaining("aws_kms_key.json") }]);
    expect(report.undecided).toContainEqual({ what: "aws_kms_key.json", why: expect.stringContaining("aws_iam_role.app") });
  });

  test("it is a world that answers", async () => {
    const { after } = await imported(fixture("orders/plan.json"), { account: ACCOUNT });
    expect(ask(after, "worker", "orders")).toBe("allowed");
    expect(ask(after, "worker", "plain")).toBe("implicitDeny");
    expect(ask(after, "worker", "json")).toMatch(/^undetermined: .*json/);
    expect(ask(after, "worker", "kms.a")).toMatch(/^undetermined: .*this-1/);
  });

  test("without an account it is a symbol, the same for providers with the same credentials", async () => {
    const { after, diagnostics } = await imported(fixture("orders/plan.json"), {});
    const accounts = Object.values((after as { symbols: Record<string, { type: string }> }).symbols).filter(
      ({ type }) => type === "account-id",
    );
    expect(accounts).toHaveLength(1);
    expect(diagnostics.filter(({ code }) => code === "KW808")).toHaveLength(1);
    worldOf(after);
  });
});

describe("what becomes of a thing", () => {
  const one = policy(ROOT_STATEMENT, allow("app"));
  const two = policy(ROOT_STATEMENT, allow("other"));

  const sides = async (...changes: readonly object[]) => {
    const { before, after } = await imported(plan(changes));
    return { before, after };
  };

  test("no-op: the same on both sides", async () => {
    const same = key(ID, { policy: one });
    const { before, after } = await sides(change("aws_kms_key.k", { actions: ["no-op"], before: same, after: same }));
    expect({ ...before, imported: 0 }).toEqual({ ...after, imported: 0 });
    expect(ask(after, role("app"), "k")).toBe("allowed");
  });

  test("update: the same key with another policy", async () => {
    const { before, after } = await sides(
      change("aws_kms_key.k", { actions: ["update"], before: key(ID, { policy: one }), after: key(ID, { policy: two }) }),
    );
    expect([ask(before, role("app"), "k"), ask(after, role("app"), "k")].map((outcome) => outcome.split(":")[0])).toEqual([
      "allowed",
      "undetermined",
    ]);
    expect(keyIn(before, "k").arn).toBe(keyIn(after, "k").arn);
  });

  test.each([[["delete", "create"]], [["create", "delete"]]])(
    "replaced (%j): a new key, and the old one waits for its deletion",
    async (actions) => {
      const after = newKey({ policy: one, key_usage: "SIGN_VERIFY", customer_master_key_spec: "RSA_2048", deletion_window_in_days: 7 });
      const done = await imported(
        plan([
          change("aws_kms_key.k", {
            actions,
            before: key(ID, { policy: one, deletion_window_in_days: 10 }),
            after,
            after_unknown: NEW,
            replace_paths: [["key_usage"]],
          }),
        ]),
      );
      const arns = Object.values((done.after as { keys: Record<string, { arn: string; state?: string }> }).keys);
      expect(arns).toHaveLength(2);
      expect(arns.filter(({ arn }) => arn.endsWith(ID))).toMatchObject([{ state: "PendingDeletion", pendingWindowInDays: 10 }]);
      expect(done.report.facts.join()).toContain("because of key_usage: what was encrypted under the old key cannot be read");
    },
  );

  test("deleted: it waits for its deletion, 30 days by default", async () => {
    const { before, after } = await sides(change("aws_kms_key.k", { actions: ["delete"], before: key(ID, { policy: one }) }));
    expect(keyIn(before, "k").state).toBe("Enabled");
    expect(keyIn(after, "k")).toMatchObject({ state: "PendingDeletion", pendingWindowInDays: 30 });
  });

  test.each([["forget"], ["create,forget"]])("%s: what is no longer managed is still there", async (actions) => {
    const { before, after } = await sides(
      change("aws_kms_key.k", {
        actions: actions.split(","),
        before: key(ID, { policy: one }),
        after: actions === "forget" ? null : newKey({ policy: two }),
        after_unknown: NEW,
      }),
    );
    const old = (world: unknown) =>
      Object.values((world as { keys: Record<string, { arn: string }> }).keys).filter(({ arn }) => arn.endsWith(ID));
    expect(old(after)).toEqual(old(before));
    expect(keysIn(after)).toHaveLength(actions === "forget" ? 1 : 2);
  });

  test("a deposed one is another key, and goes", async () => {
    const { before, after } = await sides(
      change("aws_kms_key.k", { actions: ["no-op"], before: key(ID, { policy: one }), after: key(ID, { policy: one }) }),
      change("aws_kms_key.k", { actions: ["delete"], before: key(OTHER, { policy: two }) }, { deposed: "12345678" }),
    );
    expect(keysIn(before)).toHaveLength(2);
    expect(
      Object.values((after as { keys: Record<string, { arn: string; state: string }> }).keys).map(({ arn, state }) => [
        arn.slice(-4),
        state,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ["90ab", "Enabled"],
        ["4321", "PendingDeletion"],
      ]),
    );
  });

  test("moved and imported ones are the same thing", async () => {
    const same = key(ID, { policy: one });
    const { before, after } = await sides(
      change(
        "aws_kms_key.new",
        { actions: ["no-op"], before: same, after: same, importing: { id: ID } },
        { previous_address: "aws_kms_key.old" },
      ),
    );
    expect(keysIn(before)).toEqual(keysIn(after));
  });

  test("what others changed is told apart, and is no part of the change", async () => {
    const same = key(ID, { policy: one });
    const { report, before, after } = await imported(
      plan([change("aws_kms_key.k", { actions: ["no-op"], before: same, after: same })], {
        resource_drift: [change("aws_kms_key.k", { actions: ["update"], before: key(ID, { policy: two }), after: same })],
      }),
    );
    expect(report.outside).toEqual(["aws_kms_key.k has another policy"]);
    expect({ ...before, imported: 0 }).toEqual({ ...after, imported: 0 });
  });

  test.each([
    [{ errored: true }, "planning ended with an error"],
    [{ complete: false }, "does not tell the whole change"],
    [
      { deferred_changes: [{ reason: "provider_config_unknown", resource_change: { address: "aws_kms_key.d", type: "aws_kms_key" } }] },
      "provider_config_unknown",
    ],
  ])("a plan that says that it is not whole: %j", async (more, words) => {
    const { diagnostics, report } = await imported(plan([], more));
    expect(diagnostics).toMatchObject([{ code: "KW805", message: expect.stringContaining(words) }]);
    expect(report.undecided).toHaveLength(1);
  });

  test("a version that nobody knows is refused", async () => {
    const { diagnostics } = await imported({ format_version: "2.0", resource_changes: [] });
    expect(diagnostics).toMatchObject([{ code: "KW804", severity: "error" }]);
  });
});

describe("the policy of a key", () => {
  const custom = policy(ROOT_STATEMENT, allow("app"));
  const isDefault = { Statement: [{ Sid: "Enable IAM User Permissions" }] };

  test("`policy` taken out of the code stays; an empty text is none", async () => {
    const same = key(ID, { policy: custom });
    const kept = await imported(
      plan([change("aws_kms_key.k", { actions: ["no-op"], before: same, after: same })], configured({ "aws_kms_key.k": {} })),
    );
    expect(ask(kept.after, role("app"), "k")).toBe("allowed");
    const emptied = await imported(
      plan(
        [change("aws_kms_key.k", { actions: ["update"], before: key(ID, { policy: custom }), after: key(ID, { policy: "" }) })],
        configured({ "aws_kms_key.k": { policy: constant("") } }),
      ),
    );
    expect(ask(emptied.after, role("app"), "k")).toBe("allowed");
  });

  test("`aws_kms_key_policy` goes before what the key says; deleted, the default comes back, unless the check was bypassed", async () => {
    const before = key(ID, { policy: custom });
    const separate = { key_id: ID, policy: policy(ROOT_STATEMENT, allow("other")) };
    const here = plan([
      change("aws_kms_key.k", { actions: ["no-op"], before, after: before }),
      change("aws_kms_key_policy.p", { actions: ["create"], after: separate }),
    ]);
    expect(ask((await imported(here)).after, role("other"), "k")).toBe("allowed");
    const gone = (bypass: boolean) =>
      plan([
        change("aws_kms_key.k", { actions: ["no-op"], before, after: before }),
        change("aws_kms_key_policy.p", {
          actions: ["delete"],
          before: { key_id: String((before as { arn: string }).arn), policy: custom, bypass_policy_lockout_safety_check: bypass },
        }),
      ]);
    const deleted = await imported(gone(false));
    expect(keyIn(deleted.after, "k").policy).toMatchObject(isDefault);
    expect(deleted.report.facts.join()).toContain("gets AWS's default key policy back");
    expect(ask((await imported(gone(true))).after, role("app"), "k")).toBe("allowed");
  });

  test("two resources that set it, differently: nobody can tell which wins", async () => {
    const mine = key(ID, { policy: custom });
    const done = await imported(
      plan(
        [
          change("aws_kms_key.k", { actions: ["no-op"], before: mine, after: mine }),
          change("aws_kms_key_policy.p", { actions: ["create"], after: { key_id: ID, policy: policy(ROOT_STATEMENT) } }),
        ],
        configured({ "aws_kms_key.k": { policy: constant(custom) }, "aws_kms_key_policy.p": {} }),
      ),
    );
    expect(keyIn(done.after, "k").policy).toMatchObject({ unknown: expect.stringContaining("overwrite each other") });
    expect(done.diagnostics.map(({ code }) => code)).toContain("KW807");
  });

  test("masked text is not decided, and never the default", async () => {
    const done = await imported(
      plan([
        change("aws_kms_key.k", {
          actions: ["create"],
          after: newKey({ policy: null }),
          after_unknown: NEW,
          after_sensitive: { policy: true },
        }),
      ]),
    );
    expect(keyIn(done.after, "k").policy).toMatchObject({ unknown: expect.stringContaining("masked") });
  });

  test.each([
    ["jsonencode with references", { policy: references("aws_iam_role.a.arn", "aws_iam_role.a", "local.root") }],
    ["functions on constants", { policy: {} }],
    ["a condition", { policy: references("var.own", "data.aws_iam_policy_document.d.json", "data.aws_iam_policy_document.d") }],
  ])("%s: not decided, with the present policy beside it", async (_, expressions) => {
    const { policy: __, ...rest } = key(ID) as { policy?: string };
    const done = await imported(
      plan(
        [
          change("aws_kms_key.k", {
            actions: ["update"],
            before: key(ID, { policy: custom }),
            after: rest,
            after_unknown: { policy: true },
          }),
        ],
        {
          ...configured({ "aws_kms_key.k": expressions }),
          variables: { own: { value: true } },
        },
      ),
    );
    expect(keyIn(done.after, "k").policy).toMatchObject({
      unknown: expect.any(String),
      was: { Statement: [{ Sid: "Root" }, { Sid: "App" }] },
    });
    expect(done.diagnostics.map(({ code }) => code)).toEqual(["KW802"]);
    expect(ask(done.before, role("app"), "k")).toBe("allowed");
    expect(ask(done.after, role("app"), "k")).toMatch(/^undetermined/);
  });

  test("a document that AWS refuses is not decided, and told", async () => {
    const broken = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:*", Resource: "*" }] });
    const done = await imported(
      plan([change("aws_kms_key.k", { actions: ["create"], after: newKey({ policy: broken }), after_unknown: NEW })]),
    );
    expect(done.diagnostics.map(({ code }) => code).sort()).toEqual(["KW802", "KW817"]);
    worldOf(done.after);
  });
});

describe("principals", () => {
  const PERSON = {
    path: "/",
    assume_role_policy: policy({ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }),
    permissions_boundary: "",
    inline_policy: [],
    managed_policy_arns: [],
    tags_all: { team: "orders" },
  };
  const person = (name: string, more: object = {}) => ({ ...PERSON, name, arn: role(name), unique_id: "AROAEXAMPLEEXAMPLE01", ...more });
  const use = policy({ Effect: "Allow", Action: "kms:Decrypt", Resource: "*" });
  const theKey = change("aws_kms_key.k", {
    actions: ["no-op"],
    before: key(ID, { policy: policy(ROOT_STATEMENT) }),
    after: key(ID, { policy: policy(ROOT_STATEMENT) }),
  });
  const both = (address: string, values: object) => change(address, { actions: ["no-op"], before: values, after: values });
  const principalIn = (world: unknown, name: string) =>
    (world as { principals: Record<string, Record<string, unknown>> }).principals[name] ?? {};

  test("a role: trust policy, boundary, tags, inline and managed policies, whatever names them", async () => {
    const managed = { name: "use", arn: `arn:aws:iam::${ACCOUNT}:policy/use`, path: "/", policy: use };
    const { after } = await imported(
      plan([
        theKey,
        both("aws_iam_role.app", person("app", { permissions_boundary: `arn:aws:iam::${ACCOUNT}:policy/use` })),
        both("aws_iam_policy.use", managed),
        both("aws_iam_role_policy_attachment.use", { role: "app", policy_arn: managed.arn }),
        both("aws_iam_role_policy.inline", { role: "app", name: "inline", policy: use }),
      ]),
    );
    expect(principalIn(after, "app")).toMatchObject({
      arn: role("app"),
      boundary: "use",
      policies: ["use", { name: "inline", document: { Statement: [{ Action: "kms:Decrypt" }] } }],
      tags: { team: "orders" },
      trust: { Statement: [{ Action: "sts:AssumeRole" }] },
      userId: "AROAEXAMPLEEXAMPLE01",
      unknown: ["session"],
    });
    expect(ask(after, "app", "k")).toBe("allowed");
  });

  test("what is detached is gone after; a role that is made was not there, and one that is deleted may do nothing", async () => {
    const { before, after } = await imported(
      plan([
        theKey,
        both("aws_iam_role.app", person("app")),
        change("aws_iam_role_policy.inline", { actions: ["delete"], before: { role: "app", name: "inline", policy: use } }),
        change("aws_iam_role.gone", { actions: ["delete"], before: person("gone") }),
        change("aws_iam_role.new", {
          actions: ["create"],
          after: { ...PERSON, name: "new" },
          after_unknown: { arn: true, unique_id: true },
        }),
        change("aws_iam_role_policy.new", { actions: ["create"], after: { role: "new", name: "inline", policy: use } }),
      ]),
    );
    expect([ask(before, "app", "k"), ask(after, "app", "k").split(":")[0]]).toEqual(["allowed", "undetermined"]); // it may have more policies
    expect([ask(before, role("new"), "k"), ask(after, role("new"), "k")]).toEqual(["explicitDeny", "allowed"]);
    expect(ask(after, role("gone"), "k")).toBe("explicitDeny");
  });

  test("groups give their policies to their members, and exclusive lists take away what they do not name", async () => {
    const user = {
      name: "ann",
      path: "/",
      arn: `arn:aws:iam::${ACCOUNT}:user/ann`,
      permissions_boundary: "",
      tags_all: {},
      unique_id: "AIDAEXAMPLEEXAMPLE01",
    };
    const { after } = await imported(
      plan([
        theKey,
        both("aws_iam_user.ann", user),
        both("aws_iam_group.readers", { name: "readers", path: "/" }),
        both("aws_iam_group_policy.use", { group: "readers", name: "use", policy: use }),
        both("aws_iam_group_membership.m", { group: "readers", users: ["ann"] }),
        both("aws_iam_role.app", person("app")),
        both("aws_iam_role_policy.a", { role: "app", name: "a", policy: use }),
        both("aws_iam_role_policy.b", { role: "app", name: "b", policy: use }),
        change("aws_iam_role_policies_exclusive.e", { actions: ["create"], after: { role_name: "app", policy_names: ["b"] } }),
        change("aws_iam_role_policy_attachments_exclusive.e", { actions: ["create"], after: { role_name: "app", policy_arns: [] } }),
      ]),
    );
    expect(ask(after, "ann", "k")).toBe("allowed");
    expect(principalIn(after, "app")).toMatchObject({ policies: [{ name: "b" }], knows: { policies: "all" } });
  });

  test("a policy of AWS's that is not here is not known, and denies nothing; who is named by a name alone has an unknown path", async () => {
    const { after, diagnostics } = await imported(
      plan([theKey, both("aws_iam_role_policy_attachment.a", { role: "elsewhere", policy_arn: "arn:aws:iam::aws:policy/SomeNewPolicy" })]),
    );
    expect(diagnostics.map(({ code }) => code).sort()).toEqual(["KW803", "KW809"]);
    expect(principalIn(after, "elsewhere")).toMatchObject({ arn: { $symbol: expect.any(String) }, policies: ["SomeNewPolicy"] });
    worldOf(after);
  });

  test("aliases and grants; a grant for a service would fail; what holds secrets is told without them", async () => {
    const grant = {
      key_id: ID,
      name: "g",
      grant_id: "0123",
      operations: ["Decrypt"],
      constraints: [{ encryption_context_subset: { a: "b" }, encryption_context_equals: null }],
      retiring_principal: "",
    };
    const secret = "c2VjcmV0IG1hdGVyaWFs";
    const { after, diagnostics } = await imported(
      plan([
        theKey,
        both("aws_kms_alias.a", { name: "alias/orders", target_key_id: ID }),
        both("aws_kms_grant.g", { ...grant, grantee_principal: role("reader") }),
        both("aws_kms_grant.s", { ...grant, grant_id: "0124", name: "s", grantee_principal: "s3.amazonaws.com" }),
        both("aws_kms_ciphertext.c", { key_id: ID, plaintext: secret }),
      ]),
    );
    expect(keyIn(after, "orders") ?? keyIn(after, "k")).toBeDefined();
    const [only] = Object.values((after as { keys: Record<string, unknown> }).keys);
    expect(only).toMatchObject({
      aliases: ["alias/orders"],
      grants: [{ id: "0123", constraints: { EncryptionContextSubset: { a: "b" } } }, { id: "0124" }],
    });
    expect(diagnostics.map(({ code }) => code).sort()).toEqual(["KW815", "KW817"]);
    expect(JSON.stringify([after, diagnostics])).not.toContain(secret);
  });

  test("Cloud Control's names, policies of the organization, endpoints, and what is not understood", async () => {
    const { after, diagnostics } = await imported(
      plan([
        both("awscc_kms_key.c", {
          key_id: OTHER,
          arn: `arn:aws:kms:us-east-1:${ACCOUNT}:key/${OTHER}`,
          key_policy: policy(ROOT_STATEMENT),
          enabled: true,
          enable_key_rotation: false,
          key_spec: "SYMMETRIC_DEFAULT",
          key_usage: "ENCRYPT_DECRYPT",
          multi_region: false,
          tags: [{ key: "a", value: "b" }],
        }),
        both("awscc_iam_role.r", {
          role_name: "r",
          arn: role("r"),
          path: "/",
          assume_role_policy_document: PERSON.assume_role_policy,
          managed_policy_arns: [],
          policies: [{ policy_name: "p", policy_document: use }],
        }),
        both("aws_organizations_organization.o", {
          id: "o-exampleorg1",
          master_account_id: "999900001111",
          roots: [{ id: "r-ab12", name: "Root" }],
        }),
        both("aws_organizations_account.a", { id: ACCOUNT, name: "prod", parent_id: "r-ab12" }),
        both("aws_organizations_policy.p", {
          id: "p-1",
          name: "deny",
          type: "SERVICE_CONTROL_POLICY",
          content: policy({ Effect: "Deny", Action: "kms:PutKeyPolicy", Resource: "*" }),
        }),
        both("aws_organizations_policy_attachment.p", { policy_id: "p-1", target_id: "r-ab12" }),
        both("aws_vpc_endpoint.kms", {
          id: "vpce-0123456789abcdef0",
          service_name: "com.amazonaws.us-east-1.kms",
          vpc_id: "vpc-1",
          policy: policy({ Effect: "Allow", Principal: "*", Action: "kms:Decrypt", Resource: "*" }),
        }),
        both("aws_vpc_endpoint.s3", { id: "vpce-0123456789abcdef1", service_name: "com.amazonaws.us-east-1.s3" }),
        both("aws_cloudformation_stack.s", { template_body: "{}" }),
      ]),
    );
    expect(after).toMatchObject({
      organization: { id: "o-exampleorg1", rootId: "r-ab12", serviceControl: [{ name: "deny" }, "FullAWSAccess"], accounts: ["prod"] },
      endpoints: { kms: { id: "vpce-0123456789abcdef0", vpc: "vpc-1" } },
    });
    expect(keyIn(after, "c")).toMatchObject({ tags: { a: "b" }, state: "Enabled" });
    expect(ask(after, "r", "c")).toBe("allowed");
    expect(ask(after, "r", "c", "kms:PutKeyPolicy")).toBe("explicitDeny");
    expect(diagnostics).toMatchObject([{ code: "KW806", message: expect.stringContaining("aws_cloudformation_stack.s") }]);
  });
});

test("a key made in place of another one, whose check is switched off, with what AWS refuses of it", async () => {
  const rsa = newKey({
    customer_master_key_spec: "RSA_2048",
    key_usage: "SIGN_VERIFY",
    enable_key_rotation: true,
    bypass_policy_lockout_safety_check: true,
  });
  const before = key("1234abcd-12ab-34cd-56ef-1234567890ab", { policy: "{}" });
  const read = await imported(
    plan([change("aws_kms_key.k", { actions: ["delete", "create"], before, after: rsa, after_unknown: { ...NEW, policy: true } })]),
  );
  const made = Object.values(read.after.keys ?? {}).find((one) => one.replaces !== undefined);
  expect(made).toMatchObject({ replaces: (before as { arn: string }).arn, skipsLockoutCheck: true, spec: "RSA_2048" });
  expect(made?.rotation).toBeUndefined();
  expect(made?.unknown).toContain("rotation");
  expect(read.diagnostics.map(({ code }) => code)).toContain("KW817");
  expect(() => worldOf(read.after)).not.toThrow();
});
