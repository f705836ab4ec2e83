import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { countsByBasis, RULE_GROUPS, RULES, ruleOf } from "../src/catalog/rules.ts";
import { decide } from "../src/index.ts";
import { CONDITIONS, PATTERNS, QUESTIONS } from "./fixtures.ts";
import { KNOWN_DEVIATIONS } from "./known-deviations.ts";
import { ROOT, type Source, sourcesOf } from "./sources.ts";

/**
 * The rules by which kmsward decides (src/catalog/rules.ts) are those that it carries out: each is cited where the code does so, and by a test that would notice
 * its breach. A citation is `rule ID` in a comment; a case of fixtures/ has a member `rules`.
 */

const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*$/gm;
const CITED = /\b[Rr]ule ([a-z]+(?:\.[a-z0-9-]+)+)/g;

const idsIn = (text: string): readonly string[] => [...text.matchAll(CITED)].map(([, id = ""]) => id);

/** What the comments of a file cite; a comment is one text, however its lines break. */
const citedBy = ({ text }: Source): readonly string[] =>
  [...text.matchAll(COMMENT)].flatMap(([comment]) => idsIn(comment.replace(/\s*\n\s*\*?\s*/g, " ")));

type Citing = { readonly rules?: readonly string[] };
const FIXTURES = [...QUESTIONS, ...CONDITIONS, ...PATTERNS].flatMap(({ file, cases }) =>
  (cases as readonly (Citing & { readonly name: string })[]).map(({ name, rules = [] }) => ({ at: `${file}, ${name}`, rules })),
);

const isData = ({ path }: Source): boolean => path.startsWith("catalog/rules");
const CODE = sourcesOf("src").filter((source) => !isData(source));
const TESTS = sourcesOf("test").filter(({ path }) => path !== "rules.test.ts");

const inCode = new Set(CODE.flatMap(citedBy));
const inTests = new Set([...FIXTURES.flatMap(({ rules }) => rules), ...TESTS.flatMap(citedBy)]);

describe("each rule", () => {
  const uncited = (cited: ReadonlySet<string>) => RULES.map(({ id }) => id).filter((id) => !cited.has(id));

  it("is cited where the code carries it out", () => expect(uncited(inCode)).toEqual([]));
  it("is cited by a test", () => expect(uncited(inTests)).toEqual([]));

  it("has an id of its own, its words, and a public page", () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    expect(new Set(RULES.map(({ rule }) => rule)).size).toBe(RULES.length);
    for (const { id, rule, source } of RULES) {
      expect(id).toMatch(/^(?:authz|iam|context|kms)(?:\.[a-z]+(?:-[a-z]+)*){1,2}$/);
      expect(rule).toMatch(/^[`A-Za-z].*\.$/);
      expect(source.url).toMatch(/^https:\/\/(?:docs\.aws\.amazon\.com|github\.com)\//);
    }
    expect(Object.values(RULE_GROUPS).flat()).toEqual(RULES);
  });

  it("is found by its id", () => {
    for (const rule of RULES) expect(ruleOf(rule.id)).toBe(rule);
    expect(ruleOf("authz.nothing")).toBeUndefined();
  });
});

describe("each citation", () => {
  const unknown = (source: Source) =>
    citedBy(source)
      .filter((id) => ruleOf(id) === undefined)
      .map((id) => `${source.path}: ${id}`);

  it("in code is of a rule", () => expect(sourcesOf("src").flatMap(unknown)).toEqual([]));
  it("in tests is of a rule", () => expect(TESTS.flatMap(unknown)).toEqual([]));
  it("in fixtures is of a rule", () => {
    expect(FIXTURES.flatMap(({ at, rules }) => rules.filter((id) => ruleOf(id) === undefined).map((id) => `${at}: ${id}`))).toEqual([]);
  });

  test.each([
    ["/** Each must allow\n * (rule\n * authz.scp.levels, rule kms.aliases.reserved). */", ["authz.scp.levels", "kms.aliases.reserved"]],
    ["const a = 1; // rule iam.version.variables", ["iam.version.variables"]],
    ['const rule = "rule iam.version.variables";', []],
    ["// by the rule of AWS", []],
  ])("is read from %j", (text, ids) => expect(citedBy({ path: "x.ts", text })).toEqual(ids));
});

/** Rules that some answer rests on; the others tell how policies and requests are read. */
const ASKED = QUESTIONS.flatMap(({ file, cases }) =>
  cases.map(({ name, case: asked, rules = [] }) => ({ at: `${file}, ${name}`, rules, answer: decide(asked) })),
);
const NAMED = new Set<string>(ASKED.flatMap(({ answer }) => answer.rules ?? []));

describe("an answer", () => {
  it("names the rules that it rests on, by ids that are there", () => {
    const decided = ASKED.filter(({ answer }) => answer.invalid === undefined);
    expect(decided.filter(({ answer }) => (answer.rules ?? []).length === 0).map(({ at }) => at)).toEqual([]);
    expect([...NAMED].filter((id) => ruleOf(id) === undefined)).toEqual([]);
  });

  it("names those that its case cites, where any answer names them", () => {
    const missing = ASKED.flatMap(({ at, rules, answer }) =>
      rules
        .filter((id) => NAMED.has(id) && !(answer.rules ?? []).includes(id))
        .map((id) => `${at}: ${id}, but ${(answer.rules ?? []).join(" ")}`),
    );
    expect(missing).toEqual([]);
  });
});

test("README.md has the table of what is documented, recorded and chosen (vitest -u writes it)", async () => {
  const path = join(ROOT, "README.md");
  const text = readFileSync(path, "utf8");
  const [before = "", , after = ""] = text.split(/(?<=<!-- rules -->\n)([\s\S]*)(?=<!-- end of rules -->)/);
  expect(after).not.toBe("");
  await expect(`${before}${table()}${after}`).toMatchFileSnapshot(path);
});

function table(): string {
  const rows = Object.entries(RULE_GROUPS).map(([title, rules]) => [title, ...countsByBasis(rules), rules.length]);
  const all = ["together", ...countsByBasis(RULES), RULES.length];
  const head = ["rules", "documented", "recorded", "chosen", "together"];
  const lines = [head, ["---", ...head.slice(1).map(() => "--:")], ...rows, all].map((row) => `| ${row.join(" | ")} |\n`).join("");
  return `\n${lines}\nKnown deviations from what AWS is known to answer: ${KNOWN_DEVIATIONS.length}.\n\n`;
}
