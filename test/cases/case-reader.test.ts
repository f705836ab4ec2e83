import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CaseAnswer } from "../../src/cases/case-document.ts";
import { CaseReader } from "../../src/cases/case-reader.ts";
import { CASE, DENIED, KEY, UNDETERMINED } from "../cli/samples.ts";

/** What people see of an answer. */
const seen = (read: CaseAnswer): unknown =>
  JSON.parse(JSON.stringify("answer" in read ? { id: read.id, ...read.answer } : { id: read.id, invalid: read.invalid }));
const GRANT = { GrantId: "g1", GranteePrincipal: CASE.request.principal, Operations: ["Decrypt"] };
const noted = { ...CASE, policies: { ...CASE.policies, boundary: { name: "b", document: { Version: "2012-10-17", Statement: [] } } } };

/** Cases that share parts with one another, good ones and bad ones. */
const CASES: readonly unknown[] = [
  CASE,
  DENIED,
  UNDETERMINED,
  { ...DENIED, grants: [GRANT] },
  { ...DENIED, grants: [{ ...GRANT, Operations: ["Encrypt"] }], key: { spec: "SYMMETRIC_DEFAULT", tags: {} } },
  { request: CASE.request },
  { ...CASE, key: { spec: "RSA_2048" }, $schema: "x", id: 0 },
  { ...CASE, request: { ...CASE.request, resource: KEY.replace("kms", "s3"), action: "s3:GetObject" } },
  { ...CASE, request: { ...CASE.request, principal: { arn: CASE.request.principal, tags: { team: "x" } } } },
  { ...CASE, request: { ...CASE.request, principal: { arn: CASE.request.principal, tagz: {} } } },
  { ...CASE, request: { ...CASE.request, time: "noon" } },
  { ...CASE, request: { ...CASE.request, action: 1 } },
  { ...CASE, request: null },
  { ...CASE, polices: {} },
  { ...CASE, policies: [] },
  { ...CASE, policies: null },
  { ...CASE, id: null },
  { ...CASE, grants: [{}] },
  { ...CASE, key: { spec: 1 } },
  noted,
  {},
  [],
  7,
];
const TEXTS = [
  ...CASES.map((value) => JSON.stringify(value)),
  JSON.stringify(CASE).replace('"id":"c1"', '"id":"c1","id":"c2"'),
  JSON.stringify(CASE).slice(0, -1),
  JSON.stringify(DENIED).replace(',"policies"', ',"grants":[],"policies"'),
  `${JSON.stringify(CASE)} x`,
  JSON.stringify(CASE).replace('"tenant":"a"}', '"tenant":"a",}'),
  JSON.stringify(CASE).replace('"policies":', '"policies" : '),
  '{"request":{"__proto__":{"action":"x"}}}',
  JSON.stringify({ ...CASE, grants: [] }).replace('"grants":[]', '"grants":[]]'),
  "",
];

describe("CaseReader", () => {
  test("in whatever order lines come, each is answered as by a reader that has seen none", () => {
    const alone = TEXTS.map((text) => seen(new CaseReader().read(text, { file: "stdin", line: 5 })));
    fc.assert(
      fc.property(fc.array(fc.nat(TEXTS.length - 1), { maxLength: 40 }), (order) => {
        const reader = new CaseReader();
        for (const i of order) expect(seen(reader.read(TEXTS[i] ?? "", { file: "stdin", line: 5 }))).toEqual(alone[i]);
      }),
      { numRuns: 60 },
    );
    expect(alone.filter((answer) => "invalid" in (answer as object))).toHaveLength(21);
  });

  test("a line and a file are decided alike", () => {
    for (const text of TEXTS) {
      const line = new CaseReader().read(text, { file: "f", line: 1 });
      const file = new CaseReader().read(text, { file: "f" });
      expect(seen(line)).toEqual(seen(file)); // on one line even the places are equal
    }
  });

  test("of a line: the file, the number of the line, the column and the pointer", () => {
    const text = JSON.stringify(CASE).replace("Effect", "Efect");
    expect(new CaseReader().read(text, { file: "stdin", line: 7 })).toMatchObject({
      id: "c1",
      invalid: [
        {
          code: "KW101",
          at: { file: "stdin", line: 7, column: text.indexOf('"Efect"') + 1, pointer: "/policies/resource/Statement/0/Efect" },
        },
      ],
    });
  });

  test("the trace of a line names the file it is from and where in the line, also when the policies were seen on another", () => {
    const reader = new CaseReader();
    for (const line of [1, 2]) {
      const read = reader.read(JSON.stringify(DENIED), { file: "stdin", line });
      expect("answer" in read && read.answer.trace.policies[0]?.statements[0]?.at).toEqual({
        file: "stdin",
        pointer: "/policies/resource/Statement/0",
      });
    }
  });

  test("any text at all is answered", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(TEXTS.length - 1), fc.nat(400), (noise, i, at) => {
        const text = TEXTS[i] ?? "";
        const read = new CaseReader().read(text.slice(0, at) + noise + text.slice(at), { file: "f", line: 1 });
        expect("answer" in read || read.invalid.length > 0).toBe(true);
      }),
    );
  });
});
