import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { expect, test } from "vitest";
import { reviewJunit } from "../../../src/report/formats/junit.ts";
import { lintJunit } from "../../../src/report/lint/junit.ts";
import { testsJunit } from "../../../src/report/tests/junit.ts";
import { ROOT } from "../../sources.ts";
import { changed, found, goldenReview, hostile } from "../review-samples.ts";
import { RUN } from "../tests-samples.ts";

const isArray = (name: string) => ["testsuite", "testcase"].includes(name);
const parser = new XMLParser({ ignoreAttributes: false, isArray });

test("is as it was", async () => {
  await expect(reviewJunit(await changed())).toMatchFileSnapshot(goldenReview("diff.junit.xml"));
  await expect(reviewJunit(await found())).toMatchFileSnapshot(goldenReview("check.junit.xml"));
});

const XMLLINT = "/usr/bin/xmllint";
if (!existsSync(XMLLINT)) console.warn("skipped: JUnit against its XSD, for there is no xmllint (.ci/packages installs libxml2-utils)");

test.skipIf(!existsSync(XMLLINT))("is what its XSD has, of every command", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kmsward-junit-"));
  const lint = lintJunit({
    version: 1,
    kmsward: "0",
    failLevel: "error",
    files: [
      { path: "a.json", problems: [{ code: "KW101", severity: "error", message: "<x>", at: { file: "a.json", line: 1, pointer: "" } }] },
    ],
  });
  const texts = [reviewJunit(await changed()), reviewJunit(await found()), reviewJunit(await hostile()), testsJunit(RUN), lint];
  const files = texts.map((text, i) => {
    const file = join(folder, `${i}.xml`);
    writeFileSync(file, text);
    return file;
  });
  try {
    execFileSync(XMLLINT, ["--noout", "--schema", join(ROOT, "fixtures/reports/junit.xsd"), ...files], { stdio: "pipe" });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("names are unique, and the sums are right", async () => {
  for (const review of [await changed(), await found(), await hostile()]) {
    const xml = reviewJunit(review);
    expect(XMLValidator.validate(xml)).toBe(true);
    const { testsuites } = parser.parse(xml);
    const cases = testsuites.testsuite.flatMap((suite: { testcase: Record<string, string>[] }) => suite.testcase);
    const names = cases.map((one: Record<string, string>) => `${one["@_classname"]} ${one["@_name"]}`);
    expect(new Set(names).size).toBe(names.length);
    expect(Number(testsuites["@_tests"])).toBe(cases.length);
    expect(Number(testsuites["@_failures"])).toBe(cases.filter((one: object) => "failure" in one).length);
  }
});

test("what is undecided is an error, what is waived is skipped, and where nothing was found a case says so", async () => {
  const changes = await changed();
  const items = changes.items.slice(0, 1).map((item) => ({ ...item, kind: "undecided" as const, code: "KW680", fails: false }));
  const read = (xml: string) => parser.parse(xml).testsuites;
  expect(read(reviewJunit({ ...changes, items }))).toMatchObject({ "@_errors": "1", "@_failures": "0" });
  expect(reviewJunit(await found())).toContain('<skipped message="waived until 2027-01-31: the partner, contract 17"');
  expect(reviewJunit({ ...changes, items: [] })).toContain('name="nothing is found"');
});
