import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { CODES } from "../src/base/codes.ts";
import { caseSchema } from "../src/cases/case.ts";
import type { PolicyType } from "../src/iam/policy.ts";
import { parsePolicy } from "../src/index.ts";
import { casesWithDefaults } from "./decision-files.ts";
import {
  CONDITIONS,
  DECISION_FILES,
  DECISIONS,
  FIXTURES,
  type FixtureFile,
  FLOWS,
  PATTERNS,
  QUESTIONS,
  RECORDED,
  RECORDED_FILES,
  SCENES,
} from "./fixtures.ts";
import { KNOWN_DEVIATIONS } from "./known-deviations.ts";

const BASES = ["documented", "recorded", "derived", "chosen"] as const;
const source = z.strictObject({ source: z.string().min(1), basis: z.enum(BASES), rules: z.array(z.string()).min(1).optional() });
/** Of a case that was recorded: when, and how surely its policies and its request are known. */
const provenance = { date: z.string().regex(/^20\d\d(-\d\d(-\d\d)?)?$/), strength: z.enum(["A", "B", "C"]) };
const determining = z.union([
  z.strictObject({ policy: z.string(), statement: z.int().nonnegative(), sid: z.string().optional() }),
  z.strictObject({ grant: z.string() }),
]);
const decided = z.strictObject({
  outcome: z.enum(["allowed", "explicitDeny", "implicitDeny", "undetermined"]),
  by: z.array(determining).optional(),
  missing: z.array(z.string()).min(1).optional(),
  message: z.string().optional(),
  errorName: z.string().optional(),
  errorContains: z.string().optional(),
});
const refused = z.strictObject({ invalid: z.union([z.literal(true), z.array(z.enum(Object.keys(CODES))).min(1)]) });

const named = z.object({ name: z.string().min(1) });
const decision = z.strictObject({ ...named.shape, ...source.shape, case: z.unknown(), expect: z.union([decided, refused]) });
const members = z.record(z.string(), z.unknown()).nullable();
const shared = z.strictObject({
  ...source.partial().shape,
  ...z.strictObject(provenance).partial().shape,
  request: members.optional(),
  policies: members.optional(),
  grants: z.unknown().optional(),
  key: members.optional(),
});
const shortCase = z.strictObject({
  ...named.shape,
  ...shared.shape,
  note: z.string().min(1).optional(),
  expect: z.union([decided.shape.outcome, decided, refused]),
});
const cases = { defaults: shared.optional(), cases: z.array(shortCase).min(1).optional() };
const introduced = { about: z.string().regex(/\.$/) };
const decisionFile = z.strictObject({
  ...introduced,
  ...cases,
  names: z.record(z.string().regex(/^[A-Za-z][\w-]*$/), z.unknown()).optional(),
  groups: z
    .array(z.strictObject({ ...introduced, ...cases, cases: cases.cases.unwrap() }))
    .min(1)
    .optional(),
});
const recorded = z.strictObject({
  ...decision.shape,
  ...provenance,
  basis: z.literal("recorded"),
  note: z.string().min(1).optional(),
});
const context = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const condition = z.strictObject({
  ...named.shape,
  ...source.shape,
  effect: z.enum(["Allow", "Deny"]).optional(),
  condition: z.record(z.string(), z.record(z.string(), z.unknown())),
  context,
  expect: z.boolean(),
});
const pattern = z.strictObject({
  ...named.shape,
  ...source.shape,
  policyType: z.enum(["identity"]),
  pattern: z.string(),
  arn: z.string(),
  expect: z.boolean(),
});
const scene = z.strictObject({
  ...named.shape,
  about: z.string().min(1),
  cases: z.array(z.strictObject({ ...named.shape, case: z.unknown(), expect: decided })).min(2),
});

/** What is wrong with a value, in words; undefined if it has the shape. */
const flaw = (schema: z.ZodType, value: unknown): string | undefined => {
  const { error } = schema.safeParse(value);
  return error && z.prettifyError(error);
};

const repeated = (names: readonly string[]): readonly string[] => names.filter((name, i) => names.indexOf(name) !== i);

/** What is wrong with each of the items, under its name. */
const flaws = <T extends { readonly name: string }>(
  items: readonly T[],
  describeFlaw: (item: T) => string | undefined,
): readonly string[] =>
  items
    .map((item) => ({ name: item.name, found: describeFlaw(item) }))
    .flatMap(({ name, found }) => (found === undefined ? [] : `${name}: ${found}`));

function holdShape<Each extends { readonly name: string }>(folder: string, files: readonly FixtureFile<Each>[], schema: z.ZodType): void {
  describe(folder, () => {
    test.each(files)("$file has an introduction, and cases of the shape", ({ about, cases }) => {
      expect(about).toMatch(/\.$/);
      expect(cases.length).toBeGreaterThan(0);
      expect(flaws(cases, (each) => flaw(schema, each))).toEqual([]);
      expect(repeated(cases.map(({ name }) => name))).toEqual([]);
    });
  });
}

holdShape("decisions", DECISIONS, decision);
holdShape("recorded", RECORDED, recorded);
holdShape("conditions", CONDITIONS, condition);
holdShape("resource-patterns", PATTERNS, pattern);

describe("decisions, as they are written", () => {
  test.each([...DECISION_FILES, ...RECORDED_FILES])("$file has the shape", ({ file: _, ...written }) => {
    expect(flaw(decisionFile, written)).toBeUndefined();
  });

  test.each([...DECISION_FILES, ...RECORDED_FILES])("$file uses every name", ({ names = {}, ...rest }) => {
    const text = JSON.stringify([names, rest]);
    expect(Object.keys(names).filter((name) => !text.includes(`"$${name}"`))).toEqual([]);
  });

  test.each([...DECISION_FILES, ...RECORDED_FILES])(
    "$file: no case repeats its defaults, and each default is that of some case",
    (file) => {
      const all = casesWithDefaults(file);
      const repeats = all.flatMap(({ written, defaults }) => {
        const before = new Set(given(defaults));
        return given(written).flatMap((each) => (before.has(each) ? `${written.name}: ${each}` : []));
      });
      expect(repeats).toEqual([]);
      const stands = new Set(all.flatMap(({ written, defaults }) => given(defaults).filter((each) => !isReplaced(each, written))));
      const written = [file, ...(file.groups ?? [])].flatMap(({ defaults = {} }) => given(defaults));
      expect(written.filter((each) => !stands.has(each))).toEqual([]);
    },
  );
});

/** What is given for the members that defaults may have, one text each: "request.action \"kms:Decrypt\"". */
const given = (shared: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(shared).flatMap(([member, value]) =>
    ["request", "policies", "key"].includes(member) && value !== null
      ? Object.entries(value as object).map(([below, each]) => `${member}.${below} ${JSON.stringify(each)}`)
      : ["name", "expect"].includes(member)
        ? []
        : [`${member} ${JSON.stringify(value)}`],
  );
const memberOf = (text: string): string => text.slice(0, text.indexOf(" "));
const isReplaced = (text: string, written: Readonly<Record<string, unknown>>): boolean =>
  given(written).some((own) => memberOf(own) === memberOf(text));

describe("decisions", () => {
  test.each(DECISIONS)("$file: a case is what the library takes", ({ cases }) => {
    expect(flaws(cases, (each) => flaw(caseSchema, each.case))).toEqual([]);
  });

  test.each(DECISIONS)("$file: a denial without a deny names nothing, every other answer something", ({ cases }) => {
    const wrong = cases.filter(({ expect: { outcome, by } }) => by && (outcome === "implicitDeny") !== (by.length === 0));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test("the numbered cases are all there, once", () => {
    const numbers = DECISIONS.flatMap(({ cases }) => cases.flatMap(({ name }) => /^G(\d+) /.exec(name)?.[1] ?? []));
    expect(numbers.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 142 }, (_, i) => i + 1));
  });

  test.each(DECISIONS.filter(({ file }) => file !== "refused.json"))("$file asks for more than one answer", ({ cases }) => {
    expect(new Set(cases.map(({ expect: { outcome } }) => outcome)).size).toBeGreaterThan(1);
  });
});

describe("known deviations", () => {
  test.each(KNOWN_DEVIATIONS)("$file: $name is a case that says otherwise", ({ file, name, engine, oracle }) => {
    const found = QUESTIONS.find((each) => each.file === file)?.cases.find((each) => each.name === name);
    expect(found).toBeDefined();
    const { outcome, invalid } = found!.expect;
    expect(outcome).not.toBe(engine);
    if (invalid === undefined) expect(oracle).toBe(engine);
    else expect(oracle).toBeUndefined();
  });

  test("each is listed once", () => expect(repeated(KNOWN_DEVIATIONS.map(({ file, name }) => `${file}: ${name}`))).toEqual([]));
});

test("fixtures/README.md has the tables of what is known and what deviates (vitest -u writes them)", async () => {
  const path = join(FIXTURES, "README.md");
  const text = readFileSync(path, "utf8");
  const [before = "", , after = ""] = text.split(/(?<=<!-- tables -->\n)([\s\S]*)(?=<!-- end of tables -->)/);
  expect(after).not.toBe("");
  await expect(`${before}${tables()}${after}`).toMatchFileSnapshot(path);
});

/** How many cases of each folder rest on what, and which of them kmsward does not answer as they say. */
function tables(): string {
  const folders = { decisions: DECISIONS, recorded: RECORDED, conditions: CONDITIONS, "resource-patterns": PATTERNS, flows: FLOWS };
  const rows = Object.entries(folders).map(([folder, files]) => {
    const found: readonly string[] = files.flatMap(({ cases }) => cases.map(({ basis }) => basis));
    const counts = BASES.map((basis) => found.filter((each) => each === basis).length);
    const deviations = KNOWN_DEVIATIONS.filter(({ file }) => file.startsWith(`${folder}/`)).length;
    return { folder: `\`${folder}/\``, counts: [...counts, counts.reduce((sum, count) => sum + count), deviations] };
  });
  const sums = rows[0]!.counts.map((_, i) => rows.reduce((sum, { counts }) => sum + counts[i]!, 0));
  const bases = table(
    ["cases of", ...BASES, "together", "known deviations"],
    [...rows, { folder: "all", counts: sums }].map(({ folder, counts }) => [folder, ...counts.map(String)]),
  );
  const deviations = KNOWN_DEVIATIONS.map(({ file, name, engine, why }) => [name, `\`${file}\``, said(file, name), engine, why]);
  return `\n${bases}\n${deviations.length === 0 ? "" : `${table(["known deviation", "in", "right", "kmsward says", "because"], deviations)}\n`}`;
}

function said(file: string, name: string): string {
  const { outcome, invalid } = QUESTIONS.find((each) => each.file === file)!.cases.find((each) => each.name === name)!.expect;
  return invalid === undefined ? outcome! : "refused";
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |\n`).join("");

test("the numbered conditions and patterns are all there, once", () => {
  const numbers = (files: readonly { cases: readonly { name: string }[] }[], letter: string) =>
    files.flatMap(({ cases }) => cases.flatMap(({ name }) => (name.startsWith(letter) ? [Number.parseInt(name.slice(1), 10)] : [])));
  expect(numbers(CONDITIONS, "C")).toEqual(Array.from({ length: 104 }, (_, i) => i + 1));
  expect(numbers(PATTERNS, "R")).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
});

const TYPE_OF_FOLDER: Readonly<Record<string, PolicyType>> = {
  "key-policies": "key-policy",
  identity: "identity",
  boundaries: "boundary",
  trust: "trust",
  scp: "service-control",
  rcp: "resource-control",
  endpoint: "endpoint",
};
const POLICIES = join(FIXTURES, "policies");
const DOCUMENTS = Object.keys(TYPE_OF_FOLDER).flatMap((folder) => readdirSync(join(POLICIES, folder)).map((file) => `${folder}/${file}`));

describe("policies", () => {
  test.each(DOCUMENTS)("%s is a policy of its kind, with nothing to remark", (path) => {
    const type = TYPE_OF_FOLDER[path.split("/", 1)[0]!]!;
    const { policy, diagnostics } = parsePolicy(readFileSync(join(POLICIES, path), "utf8"), { type, name: path });
    expect(policy).toBeDefined();
    expect(diagnostics).toEqual([]);
  });

  test("every folder is of a known kind", () => {
    const folders = readdirSync(POLICIES, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
    expect(folders.sort()).toEqual(Object.keys(TYPE_OF_FOLDER).sort());
  });
});

describe("scenes", () => {
  test.each(SCENES)("$name has the shape, and every path names a document", ({ name, cases, ...rest }) => {
    expect(flaw(scene, { name, cases, ...rest })).toBeUndefined();
    expect(repeated(cases.map((each) => each.name))).toEqual([]);
    expect(pathsOf(cases).filter((path) => !existsSync(join(POLICIES, path)))).toEqual([]);
  });

  test("every document is in a scene", () => {
    const used = new Set(pathsOf(SCENES));
    expect(DOCUMENTS.filter((path) => !used.has(path))).toEqual([]);
  });

  test("no two scenes have one name", () => expect(repeated(SCENES.map(({ name }) => name))).toEqual([]));
});

/** Every text anywhere in a value that ends like the path of a document. */
function pathsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return value.endsWith(".json") ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(pathsOf) : [];
}
