import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importTexts } from "../importers/import-texts.ts";
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
} from "../importers/terraform/plans.ts";

const ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
const ROLE = `arn:aws:iam::${ACCOUNT}:role/app`;

/** A role with a policy of its own, as a state has it. */
const role = (actions: readonly string[]) => [
  {
    type: "aws_iam_role",
    name: "app",
    values: {
      name: "app",
      path: "/",
      arn: ROLE,
      permissions_boundary: "",
      inline_policy: [],
      managed_policy_arns: [],
      tags_all: {},
      unique_id: "AROAEXAMPLEEXAMPLE01",
    },
  },
  {
    type: "aws_iam_role_policy",
    name: "use",
    values: { name: "use", role: "app", policy: policy({ Effect: "Allow", Action: actions, Resource: "*" }) },
  },
];

const statement = fc.record({
  Effect: fc.constantFrom("Allow", "Deny"),
  Principal: fc.constantFrom({ AWS: ROLE }, { AWS: `arn:aws:iam::${ACCOUNT}:root` }, "*"),
  Action: fc.constantFrom("kms:*", "kms:Decrypt", ["kms:Encrypt", "kms:Decrypt"]),
  Resource: fc.constant("*"),
});

const ACTIONS = ["kms:Decrypt", "kms:Encrypt", "kms:PutKeyPolicy"];

describe("importing a plan", () => {
  test("with everything known gives the world that the state after it gives", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(statement, { minLength: 1, maxLength: 3 }),
        fc.array(statement, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (before, after, isEnabled) => {
          const now = key(ID, { policy: policy(...after), is_enabled: isEnabled });
          const things = role(["kms:Decrypt"]);
          const changes = plan([
            change("aws_kms_key.k", { actions: ["update"], before: key(ID, { policy: policy(...before) }), after: now }),
            ...things.map(({ type, name, values }) => change(`${type}.${name}`, { actions: ["no-op"], before: values, after: values })),
          ]);
          const state = {
            format_version: "1.0",
            values: {
              root_module: {
                resources: [{ type: "aws_kms_key", name: "k", values: now }, ...things].map((row) => ({
                  ...row,
                  address: `${row.type}.${row.name}`,
                  mode: "managed",
                })),
              },
            },
          };
          const [planned, stated] = [(await imported(changes)).after, (await imported(state)).after];
          expect({ ...planned, imported: 0 }).toEqual({ ...stated, imported: 0 });
        },
      ),
      { numRuns: 40 },
    );
  });

  test("a policy in five spellings decides alike", async () => {
    const custom = policy(ROOT_STATEMENT, allow("app"));
    const data = {
      statement: [
        {
          sid: "Root",
          effect: null,
          actions: ["kms:*"],
          resources: ["*"],
          principals: [{ type: "AWS", identifiers: [`arn:aws:iam::${ACCOUNT}:root`] }],
          condition: [],
          not_principals: [],
        },
        {
          sid: "App",
          effect: "Allow",
          actions: ["kms:Decrypt"],
          resources: ["*"],
          principals: [{ type: "AWS", identifiers: [ROLE] }],
          condition: [],
          not_principals: [],
        },
      ],
    };
    const read = (values: object) =>
      change("data.aws_iam_policy_document.d", { actions: ["read"], after: values, after_unknown: { json: true } });
    const through = configured({
      "aws_kms_key.k": { policy: references("data.aws_iam_policy_document.d.json", "data.aws_iam_policy_document.d") },
      "data.aws_iam_policy_document.d": {},
    });
    const made = (values: object, unknown: object = {}) =>
      change("aws_kms_key.k", { actions: ["create"], after: newKey(values), after_unknown: { ...NEW, ...unknown } });
    const escaped = encodeURIComponent(custom);
    const spellings = [
      plan([made({ policy: custom })]),
      plan([made({ policy: JSON.stringify(JSON.parse(custom), undefined, 2) })]),
      plan(
        [made({}), change("aws_kms_key_policy.p", { actions: ["create"], after: { policy: custom }, after_unknown: { key_id: true } })],
        {
          ...configured({
            "aws_kms_key.k": {},
            "aws_kms_key_policy.p": { policy: constant(custom), key_id: references("aws_kms_key.k.id", "aws_kms_key.k") },
          }),
        },
      ),
      plan([read(data), made({}, { policy: true })], through),
      plan([read({ statement: [], source_policy_documents: [custom] }), made({}, { policy: true })], through),
      plan([made({ policy: escaped })]),
    ];
    const answers = await Promise.all(
      spellings.map(async (document) => {
        const { after } = await imported(document);
        return [ROLE, `arn:aws:iam::${ACCOUNT}:root`, "arn:aws:iam::999900001111:role/x"].flatMap((who) =>
          ACTIONS.map((action) => ask(after, who, "k", action)),
        );
      }),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.[0]).toBe("allowed");
  });

  test("names every document that is not decided", async () => {
    const { after, diagnostics, report } = await imported(fixture("orders/plan.json"));
    const told = JSON.stringify(diagnostics);
    const undecided = [...JSON.stringify(after).matchAll(/\{"unknown":"[^"]*","at":\{"file":"[^"]*","pointer":"([^"]*)"/g)].map(
      ([, pointer]) => pointer,
    );
    expect(undecided.length).toBeGreaterThan(0);
    for (const pointer of undecided) expect(told).toContain(`"pointer":"${pointer}"`);
    expect(report.undecided.length).toBeGreaterThan(0);
  });
});

describe("whatever a document holds", () => {
  const text = fixture("orders/plan.json");
  const whole = JSON.parse(text) as object;

  const survives = async (document: string) => {
    const { diagnostics, after } = await importTexts([{ file: "plan.json", text: document }], { account: ACCOUNT });
    expect(Array.isArray(diagnostics)).toBe(true);
    expect(after).toBeDefined();
    return diagnostics;
  };

  test("cut off anywhere it is told, and nothing crashes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: text.trimEnd().length - 1 }), async (length) => {
        expect(
          (await survives(text.slice(0, length))).some(({ severity }) => severity === "error") || text.slice(0, length).trim() === "",
        ).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  /** Another value in the place of one part of the document. */
  function withOther(value: unknown, path: readonly number[], other: unknown): unknown {
    const [first, ...rest] = path;
    if (first === undefined || typeof value !== "object" || value === null) return other;
    const names = Object.keys(value);
    const name = names[first % Math.max(names.length, 1)];
    if (name === undefined) return other;
    const inner = withOther((value as Record<string, unknown>)[name], rest, other);
    return Array.isArray(value) ? value.map((item, i) => (String(i) === name ? inner : item)) : { ...value, [name]: inner };
  }

  test("with other kinds of values in it, a world comes of it that can be read or a diagnostic, and nothing crashes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(200), { minLength: 1, maxLength: 9 }),
        fc.constantFrom<unknown>(
          null,
          true,
          7,
          "x",
          "",
          [],
          {},
          [null],
          { a: { b: [1] } },
          "\u0000",
          { constant_value: null },
          { references: ["module.a.b", "local.x", "each.value", "var.y", "..", "a["] },
        ),
        async (path, other) => {
          await survives(JSON.stringify(withOther(whole, path, other)));
        },
      ),
      { numRuns: 150 },
    );
  });

  test("nested deeply, or with references in circles, it ends", async () => {
    await survives(`{"format_version":"1.2","resource_changes":${"[".repeat(5000)}${"]".repeat(5000)}}`);
    const deep = (depth: number): object =>
      depth === 0
        ? {}
        : {
            module_calls: { m: { module: deep(depth - 1), expressions: { x: references("module.m.o", "var.x") } } },
            outputs: { o: { expression: references("var.x", "module.m.o") } },
          };
    await survives(
      JSON.stringify(
        plan([change("aws_kms_key.k", { actions: ["create"], after: {}, after_unknown: { policy: true, arn: true } })], {
          configuration: {
            root_module: {
              ...deep(30),
              resources: [{ mode: "managed", type: "aws_kms_key", name: "k", expressions: { policy: references("module.m.o", "var.x") } }],
            },
          },
        }),
      ),
    );
  });
});
