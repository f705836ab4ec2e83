// Writes what is published in `schemas/`, and the validators compiled from it. `test/schemas.test.ts` holds both against the zod sources.

import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { z } from "zod";
import { answerSchema } from "../src/cases/answer-schema.ts";
import { caseSchema } from "../src/cases/case.ts";
import { lintSchema } from "../src/cases/lint-schema.ts";
import { policySchema } from "../src/cases/policy-schema.ts";
import { requestSchema } from "../src/iam/request.ts";
import { testSchema, testShape } from "../src/tester/document.ts";
import { testReportSchema } from "../src/tester/report-document.ts";
import { worldSchema } from "../src/world/document.ts";

type Published = {
  readonly name: string; // schemas/NAME.schema.json
  readonly schema: z.ZodType;
  readonly title: string;
  readonly description: string;
  readonly validator?: string; // the function that checks it
  readonly checked?: z.ZodType; // what that function checks, where a part has a validator of its own; else all of it
  readonly module?: ValidatorModule; // where that function is; "cases/validators" if not told
  readonly open?: boolean; // what we write: members may be added, so a reader must not refuse them
};

/** Files src/NAME.generated.js: what only some callers need stands by itself, so that the others do not load it. */
export const VALIDATOR_MODULES = ["cases/validators", "world/validator", "tester/test-validator", "tester/report-validator"] as const;
export type ValidatorModule = (typeof VALIDATOR_MODULES)[number];

/** Every schema there is, one row each. */
export const PUBLISHED: readonly Published[] = [
  {
    name: "case",
    schema: caseSchema,
    title: "kmsward case",
    description:
      "One authorization question with everything that has a say: the request, the policies, the grants and facts about the key.",
    validator: "validateCase",
  },
  {
    name: "request",
    schema: requestSchema,
    title: "kmsward request",
    description: "Who asks for which action on which resource, and in what context: the `request` of a case.",
    validator: "validateRequest",
  },
  {
    name: "answer",
    schema: answerSchema,
    title: "kmsward answer",
    description: "The answer to one case, or what is invalid about it: one line of `kmsward eval --ndjson`.",
    open: true,
  },
  {
    name: "world",
    schema: worldSchema,
    title: "kmsward world",
    description:
      "An estate: accounts, organization, principals, keys and VPC endpoints with their policies; in one file, or in several that name each other.",
    validator: "validateWorld",
    module: "world/validator",
  },
  {
    name: "test",
    schema: testSchema,
    title: "kmsward test file",
    description: "Tests of policies, `*.ward.yaml`: a world, cases with what is to come of them, and invariants.",
    validator: "validateTest",
    checked: testShape, // the world is checked as one, by its own validator
    module: "tester/test-validator",
  },
  {
    name: "test-report",
    schema: testReportSchema,
    title: "kmsward test report",
    description:
      "What became of every case of a run of `kmsward test`, or of a shard of one: what `--reporter json` writes and `--merge` reads.",
    validator: "validateTestReport",
    module: "tester/report-validator",
    open: true,
  },
  {
    name: "lint",
    schema: lintSchema,
    title: "kmsward lint report",
    description: "What is wrong with policies, file by file: what `kmsward lint --reporter json` writes.",
    open: true,
  },
  {
    name: "policy",
    schema: policySchema,
    title: "IAM policy document",
    description:
      "The shape of IAM policies and AWS KMS key policies, for editors. What a document means, and whether it is valid, the parser says.",
  },
];

export type JsonSchema = { readonly [keyword: string]: unknown };

/** The JSON Schema (draft 2020-12) of what a person or a program writes. */
export function jsonSchema({ name, schema, title, description, open }: Published): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: "draft-2020-12",
    io: "input",
    override: ({ jsonSchema: node }) => {
      if (node.additionalProperties === false && open) delete node.additionalProperties;
      if (typeof node.additionalProperties === "object" && Object.keys(node.additionalProperties).length === 0)
        delete node.additionalProperties;
      if (JSON.stringify(node.propertyNames) === '{"type":"string"}') delete node.propertyNames;
    },
  });
  return { $schema, $id: `urn:kmsward:schemas:${name}`, title, description, ...rest };
}

/** The ajv instance that compiles them: strict, and it names every fault. */
export const createAjv = () => new Ajv2020({ allErrors: true, allowUnionTypes: true, code: { source: true, esm: true, lines: true } });

const NOTICE = `// Compiled from the JSON Schemas of schemas/ by .build/schemas.ts: run \`npm run schemas\`, never edit.\n`;

/** The text of src/NAME.generated.js: self-contained but for world/faults.ts. */
export async function validatorModule(name: ValidatorModule): Promise<string> {
  const checked = PUBLISHED.filter(({ validator, module = "cases/validators" }) => validator !== undefined && module === name);
  const ajv = createAjv();
  const schemas = checked.map((published) => jsonSchema({ ...published, schema: published.checked ?? published.schema }));
  for (const [index, published] of checked.entries()) ajv.addSchema(schemas[index] ?? {}, published.name);
  const raw = standalone.default(ajv, Object.fromEntries(checked.map(({ name }) => [rawOf(name), name])));
  const doors = checked.map(
    ({ name, validator }, index) =>
      `const known_${rawOf(name)} = ${JSON.stringify(Object.fromEntries(closedObjects(schemas[index] ?? {}, "#")))};
export const ${validator} = (value) => ${rawOf(name)}(value) ? [] : readFaults(${rawOf(name)}.errors, known_${rawOf(name)});`,
  );
  const faults = name.startsWith("world/") ? "./faults.ts" : "../world/faults.ts";
  const contents = [raw.replace(/^export const /gm, "const "), `import { readFaults } from "${faults}";`, ...doors].join("\n");
  const bundle = await build({
    stdin: { contents, resolveDir: `${import.meta.dirname}/..`, loader: "js" },
    bundle: true,
    format: "esm",
    target: "es2023",
    external: [faults],
    legalComments: "none",
    minify: true,
    lineLimit: 140,
    write: false,
  });
  return NOTICE + (bundle.outputFiles[0]?.text ?? "");
}

/** What ajv's function for a schema is called, which must be a name in JavaScript. */
const rawOf = (name: string): string => `raw_${name.replaceAll("-", "_")}`;

/** The members of every object that takes no others, by the schema path that ajv reports for one too many. */
function closedObjects(node: unknown, path: string): readonly (readonly [string, readonly string[]])[] {
  if (typeof node !== "object" || node === null) return [];
  const here = node as JsonSchema;
  const own =
    here.additionalProperties === false ? [[`${path}/additionalProperties`, Object.keys(here.properties as object)] as const] : [];
  return [...own, ...Object.entries(here).flatMap(([keyword, value]) => closedObjects(value, `${path}/${keyword}`))];
}
