import { describe, expect, test } from "vitest";
import { addressOf, moduleText, stepsOf } from "../../../src/importers/terraform/address.ts";
import { ACCOUNT, change, imported, NEW, newKey, plan, references } from "./plans.ts";

describe("addresses", () => {
  // biome-ignore format: a table reads as a table
  test.each<[string, object]>([
    ["aws_kms_key.k", { module: [], mode: "managed", type: "aws_kms_key", name: "k", key: undefined }],
    ["aws_kms_key.k[2]", { key: 2 }],
    ['data.aws_iam_role.r["a.b[0]"]', { mode: "data", type: "aws_iam_role", key: "a.b[0]" }],
    ['module.a["x\\"y"].module.b[1].aws_kms_key.k', { module: [{ name: "a", key: 'x"y' }, { name: "b", key: 1 }], name: "k" }],
    ["aws_kms_key.data", { mode: "managed", name: "data" }],
  ])("%s", (text, expected) => expect(addressOf(text)).toMatchObject(expected));

  test.each(["", ".", "a", "a[", "a.b[x]", 'a.b["', "a..b"])("%j is none", (text) => {
    const address = addressOf(text);
    expect(address === undefined || stepsOf(text) === undefined).toBe(true);
  });

  test("a module is called as Terraform calls it", () => {
    expect(moduleText(addressOf('module.a["x"].module.b[1].aws_kms_key.k')?.module ?? [])).toBe('module.a["x"].module.b[1]');
  });
});

/** A plan with a key whose policy document names, in its second statement, what `identifiers` refers to. */
function planOf(
  identifiers: object,
  members: readonly (string | null)[],
  more: { readonly changes?: readonly object[]; readonly root?: object; readonly variables?: object } = {},
) {
  const statement = (sid: string, principals: object) => ({
    sid,
    effect: null,
    actions: ["kms:Decrypt"],
    resources: ["*"],
    not_actions: null,
    not_resources: null,
    condition: [],
    not_principals: [],
    principals: [principals],
  });
  const open = members.map((member) => member === null);
  const resources = [
    {
      address: "aws_kms_key.k",
      mode: "managed",
      type: "aws_kms_key",
      name: "k",
      provider_config_key: "aws",
      expressions: { policy: references("data.aws_iam_policy_document.d.json", "data.aws_iam_policy_document.d") },
    },
    {
      address: "data.aws_iam_policy_document.d",
      mode: "data",
      type: "aws_iam_policy_document",
      name: "d",
      provider_config_key: "aws",
      expressions: { statement: [{ sid: { constant_value: "App" }, principals: [{ type: { constant_value: "AWS" }, identifiers }] }] },
    },
    ...["a", "b"].map((name) => ({
      address: `aws_iam_role.${name}`,
      mode: "managed",
      type: "aws_iam_role",
      name,
      provider_config_key: "aws",
      expressions: { name: { constant_value: name } },
    })),
  ];
  const role = (address: string, name: string) =>
    change(address, { actions: ["create"], after: { name, path: "/" }, after_unknown: { arn: true, unique_id: true, id: true } });
  return plan(
    [
      change("data.aws_iam_policy_document.d", {
        actions: ["read"],
        after: { statement: [statement("App", { type: "AWS", identifiers: members })] },
        after_unknown: { json: true, statement: [{ principals: [{ identifiers: open }] }] },
      }),
      change("aws_kms_key.k", { actions: ["create"], after: newKey(), after_unknown: { ...NEW, policy: true } }),
      role("aws_iam_role.a", "a"),
      role("aws_iam_role.b", "b"),
      ...(more.changes ?? []),
    ],
    {
      variables: more.variables ?? {},
      configuration: {
        provider_config: { aws: { expressions: { region: { constant_value: "us-east-1" } } } },
        root_module: { resources, ...more.root },
      },
    },
  );
}

const arn = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;
const assumed = (name: string, from = `aws_iam_role.${name}.arn`) => ({ $assumed: arn(name), because: `assumed:${from}` });

async function principalsOf(document: object): Promise<unknown> {
  const { after } = await imported(document);
  const { k } = (after as { keys: Record<string, { policy: { Statement?: { Principal: { AWS: unknown } }[] } }> }).keys;
  return k?.policy.Statement?.[0]?.Principal.AWS ?? k?.policy;
}

describe("a value that is not known yet is what its references lead to, if they account for it", () => {
  test("one reference, and one beside what is known", async () => {
    expect(await principalsOf(planOf(references("aws_iam_role.a.arn", "aws_iam_role.a"), [null]))).toEqual([assumed("a")]);
    expect(
      await principalsOf(planOf(references("aws_iam_role.a.arn", "aws_iam_role.a"), ["arn:aws:iam::444455556666:root", null])),
    ).toEqual(["arn:aws:iam::444455556666:root", assumed("a")]);
  });

  test("two, also where one is named twice, which is not merged", async () => {
    const both = references("aws_iam_role.a.arn", "aws_iam_role.a", "aws_iam_role.b.arn", "aws_iam_role.b");
    expect(await principalsOf(planOf(both, [null, null]))).toEqual([assumed("a"), assumed("b")]);
    expect(await principalsOf(planOf(both, [null, null, null, null]))).toEqual([assumed("a"), assumed("b")]);
  });

  test.each<[string, object]>([
    [
      "more references than members: a condition chooses",
      references("aws_iam_role.a.arn", "aws_iam_role.a", "aws_iam_role.b.arn", "aws_iam_role.b"),
    ],
    ["a local, which a plan does not show", references("local.roles")],
    ["a local beside a role", references("local.prefix", "aws_iam_role.a.arn", "aws_iam_role.a")],
    ["an attribute that fits no principal", references("aws_iam_role.a.name", "aws_iam_role.a")],
    ["functions on constants", {}],
    ["what is known and used nowhere", references("var.other", "aws_iam_role.a.arn", "aws_iam_role.a")],
  ])("%s: a symbol", async (_, identifiers) => {
    const found = await principalsOf(planOf(identifiers, [null], { variables: { other: { value: "arn:aws:iam::444455556666:role/x" } } }));
    expect(found).toEqual([{ $symbol: expect.stringContaining("identifiers") }]);
  });

  test("the three look-alikes of a plan import alike, and carry the assumption", async () => {
    // `[role.a.arn]`, `[replace(role.a.arn, "a", "root")]` and `[role.a.arn == "" ? "*" : "…"]` print the same references
    const { report } = await imported(planOf(references("aws_iam_role.a.arn", "aws_iam_role.a"), [null]));
    expect(report.assumed).toEqual([{ id: "assumed:aws_iam_role.a.arn", text: expect.stringContaining("data.aws_iam_policy_document.d") }]);
  });

  test("a variable, with what the caller gave it, and its default", async () => {
    const partner = "arn:aws:iam::444455556666:role/x";
    const known = planOf(references("var.partner", "aws_iam_role.a.arn", "aws_iam_role.a"), [partner, null], {
      variables: { partner: { value: partner } },
    });
    expect(await principalsOf(known)).toEqual([partner, assumed("a")]);
  });

  const moduleRole = (address: string, name: string, row: object = {}) =>
    change(
      address,
      { actions: ["create"], after: { name, path: "/" }, after_unknown: { arn: true } },
      { type: "aws_iam_role", name: "r", ...row },
    );

  test("an output of a module, through modules", async () => {
    const inner = { module: { outputs: { arn: { expression: references("aws_iam_role.r.arn", "aws_iam_role.r") } }, resources: [] } };
    const outer = { module: { outputs: { arn: { expression: references("module.in.arn", "module.in") } }, module_calls: { in: inner } } };
    const document = planOf(references("module.out.arn", "module.out"), [null], {
      root: { module_calls: { out: outer } },
      changes: [moduleRole("module.out.module.in.aws_iam_role.r", "deep")],
    });
    expect(await principalsOf(document)).toEqual([assumed("deep", "module.out.module.in.aws_iam_role.r.arn")]);
  });

  test("a module in several instances: one of them by its key, or all", async () => {
    const call = {
      for_each_expression: {},
      module: { outputs: { arn: { expression: references("aws_iam_role.r.arn", "aws_iam_role.r") } } },
    };
    const changes = [moduleRole('module.m["x"].aws_iam_role.r', "x"), moduleRole('module.m["y"].aws_iam_role.r', "y")];
    const root = { module_calls: { m: call } };
    const one = planOf(references('module.m["x"].arn', 'module.m["x"]'), [null], { root, changes });
    expect(await principalsOf(one)).toEqual([assumed("x", 'module.m["x"].aws_iam_role.r.arn')]);
    const all = planOf(references("module.m"), [null, null], { root, changes });
    expect(await principalsOf(all)).toEqual([
      assumed("x", 'module.m["x"].aws_iam_role.r.arn'),
      assumed("y", 'module.m["y"].aws_iam_role.r.arn'),
    ]);
  });

  test("what was chosen by `try` or `one` among things of which some are not there", async () => {
    const document = planOf(
      references("aws_iam_role.a.arn", "aws_iam_role.a", "aws_iam_role.gone[0].arn", "aws_iam_role.gone[0]", "aws_iam_role.gone"),
      [null],
    );
    expect(await principalsOf(document)).toEqual([assumed("a")]);
  });

  test("references that lead in a circle end", async () => {
    const call = {
      module: { outputs: { arn: { expression: references("var.arn") } } },
      expressions: { arn: references("module.m.arn", "module.m") },
    };
    const document = planOf(references("module.m.arn", "module.m"), [null], { root: { module_calls: { m: call } } });
    expect(await principalsOf(document)).toEqual([{ $symbol: expect.any(String) }]);
  });

  test("dynamic blocks: the literal ones are found by their Sid, the others have no references", async () => {
    const document = planOf(references("aws_iam_role.a.arn", "aws_iam_role.a"), [null]) as {
      resource_changes: { change: { after: { statement: object[] }; after_unknown: { statement: object[] } } }[];
    };
    const { after, after_unknown } = document.resource_changes[0]?.change ?? { after: { statement: [] }, after_unknown: { statement: [] } };
    const [own] = after.statement;
    after.statement.unshift({ ...own, sid: "Generated" });
    after_unknown.statement.unshift(after_unknown.statement[0] as object);
    const { after: world } = await imported(document);
    const { k } = (world as { keys: Record<string, { policy: { Statement: { Principal: { AWS: unknown } }[] } }> }).keys;
    expect(k?.policy.Statement.map(({ Principal }) => Principal.AWS)).toEqual([[{ $symbol: expect.any(String) }], [assumed("a")]]);
  });
});
