import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT, type Source } from "./sources.ts";

/**
 * Whoever reads a comment or a document here has what it refers to: a file of the repository, or a page of AWS or a standard by its name. A section number of a
 * document that nobody has is worse than nothing.
 */

const FOLDERS = ["src", "test", ".build", ".ci", ".github", "fixtures/aws", "fixtures/examples"];
const READ = /\.(?:ts|mjs|md|yml|json)$/;
const IS_DOCUMENT = /\.(?:md|json)$/; // prose, or data with notes: all of it counts
const NOT_OURS = /node_modules|\.generated\.|\.golden\.|^test\/citations/; // this file shows what must not be

const FILES: readonly string[] = [
  ...readdirSync(ROOT).filter((name) => name.endsWith(".md")),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .map((path) => join(folder, path).replaceAll("\\", "/"))
      .filter((path) => READ.test(path) && !NOT_OURS.test(path)),
  ),
  "fixtures/README.md",
];
const NAMES = new Set(FILES.map((path) => basename(path)));

const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*$/gm;
/** Comments one after the other are one text; a document is one as a whole. */
const textsOf = ({ path, text }: Source): readonly string[] =>
  IS_DOCUMENT.test(path) ? [text] : [...text.matchAll(COMMENT)].map(([comment]) => comment.replace(/\s*\n\s*\*?\s*/g, " "));

/** Not in quotes, where it is an example, and not with a word in capitals, which stands for any. */
const FILE_NAME = /(?<![\w*/.">-])\w[\w-]*(?:[./][\w-]+)*\.(?:md|ts)\b(?![-*])/g;
const STANDS_FOR_ANY = /\b[A-Z]+\.(?!md)/;
const exists = (name: string, from: string) =>
  ["", "src", "test", dirname(from), "src/cli"].some((folder) => existsSync(join(ROOT, folder, name))) || NAMES.has(name);

const NUMBERED = /\b(?:[a-z]+(?:-[a-z]+)+|formats|readings|reference|architecture|analysis|experience) (?:section |rule )?\d+(?:\.\d+)*\b/g;
const BARE_NUMBER = /\((?:section |rule )?\d+\.\d+\)|\b(?:section|rule) \d+(?:\.\d+)*\b/g;
const STANDARD = /\b(?:RFC|NIST|FIPS|SP 800|SEC 1|X\.\d|PKCS|SARIF|ITU|BCP|XKS|JSON Schema)/;

/** What a file refers to and nobody has. */
const dangling = (source: Source): readonly string[] =>
  textsOf(source).flatMap((text) => [
    ...[...text.matchAll(FILE_NAME)].map(([name]) => name).filter((name) => !STANDS_FOR_ANY.test(name) && !exists(name, source.path)),
    ...(IS_DOCUMENT.test(source.path) || STANDARD.test(text)
      ? []
      : [...text.matchAll(NUMBERED), ...text.matchAll(BARE_NUMBER)].map(([name]) => name)),
  ]);

describe("what is referred to", () => {
  test("is there to be read", () => {
    const found = FILES.flatMap((path) =>
      dangling({ path, text: readFileSync(join(ROOT, path), "utf8") }).map((name) => `${path} refers to ${name}`),
    );
    expect(found).toEqual([]);
  });

  // biome-ignore format: a table reads as a table
  test.each([
    ["a document that is not there", "/** The answer: formats.md section 1.2. */", ["formats.md", "section 1.2"]],
    ["its section", "const a = 1; // as in iam-evaluation 4.4", ["iam-evaluation 4.4"]],
    ["a rule of it", "/**\n * Compared without regard to case (kms-service 2\n * rule 1).\n */", ["kms-service 2", "rule 1"]],
    ["a section of nothing", "// how it names the caller (4.4)", ["(4.4)"]],
    ["a file that was moved", "// see authz/explain-text.ts", ["authz/explain-text.ts"]],
    ["no document that is there", "// see src/README.md, README.md and iam/arn.ts", []],
    ["no section of a standard", "// RFC 4648, section 4", []],
    ["no page by its name", "// KMS Developer Guide, kms:ViaService; 4.4 is a number", []],
    ["no text", 'const text = "formats.md section 2"; const url = "https://x/y.md";', []],
  ])("sees %s", (_, text, expected) => {
    expect(dangling({ path: "src/iam/x.ts", text })).toEqual(expected);
  });
});
