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
