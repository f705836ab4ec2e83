import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { testsJunit } from "../../../src/report/tests/junit.ts";
import { golden, RUN, report } from "../tests-samples.ts";

const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => ["testsuite", "testcase"].includes(name) });
const read = (xml: string) => parser.parse(xml).testsuites;

describe("junit", () => {
  test("is the XML of CI servers", async () => {
    await expect(testsJunit(RUN)).toMatchFileSnapshot(golden("junit.xml"));
  });

  test("is well formed, whatever names and explanations hold", () => {
    const xml = testsJunit(RUN);
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  });

  test("reads back as the run it was made from", () => {
    const suites = read(testsJunit(RUN));
    expect(suites).toMatchObject({ "@_tests": "10", "@_failures": "3", "@_errors": "1", "@_time": "0.431200" });
    expect(suites.testsuite.map((suite: Record<string, unknown>) => suite["@_name"])).toEqual(RUN.files.map(({ path }) => path));
    expect(suites.testsuite[0].testcase[1]).toMatchObject({
      "@_name": RUN.files[0]?.results[1]?.name,
      "@_classname": "policies/orders.ward.yaml",
      "@_file": "policies/orders.ward.yaml",
      "@_line": "41",
      "@_time": "0.000500",
      failure: {
        "@_message": "expected deny, got allow: AllowAdmins allows it",
        "#text": expect.stringContaining("policy policies/orders-key-policy.json:12:5"),
      },
    });
    expect(suites.testsuite[0].testcase[2].skipped).toEqual({ "@_message": "the bucket is not there yet" });
    expect(suites.testsuite[2].testcase[0].error).toMatchObject({ "@_type": "KW101" });
  });

  test("of nothing has no suites", () => {
    expect(read(testsJunit(report([])))).toMatchObject({ "@_tests": "0" });
  });
});
