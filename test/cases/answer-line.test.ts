import { expect, test } from "vitest";
import { plainAnswer, plainInvalid } from "../../src/cases/answer-line.ts";
import { answerSchema } from "../../src/cases/answer-schema.ts";
import { CaseReader } from "../../src/cases/case-reader.ts";
import { DENIED } from "../cli/samples.ts";

const read = new CaseReader().read(JSON.stringify(DENIED), { file: "case" });

test("an answer has the members of the format, in its order, and `trace` only when asked", () => {
  if (!("answer" in read)) throw new Error("the case is one");
  const members = (value: object) => Object.keys(JSON.parse(JSON.stringify(value)));
  expect(members(plainAnswer("c", read.answer, false))).toEqual(["id", "decision", "outcome", "by", "reason", "error"]);
  expect(members(plainAnswer(undefined, read.answer, true))).toEqual(["decision", "outcome", "by", "reason", "rules", "error", "trace"]);
});

test("warnings about the policies of a case are a member of its line, and only where there are any; the schema knows both", () => {
  const odd = structuredClone(DENIED) as { policies: { resource: { Statement: { Condition?: object }[] } } };
  odd.policies.resource.Statement[0]!.Condition = { ArnLike: { "aws:SourceArn": "*" } };
  const answered = new CaseReader().read(JSON.stringify(odd), { file: "stdin", line: 3 });
  if (!("answer" in answered)) throw new Error("the case is one");
  const line = JSON.parse(JSON.stringify(plainAnswer("c", answered.answer, true)));
  expect(line.warnings).toEqual([
    {
      code: "KW326",
      message: "`*` is not an ARN: where the key is sent, the condition never holds",
      at: { file: "stdin", pointer: "/policies/resource/Statement/0/Condition/ArnLike/aws:SourceArn" },
      help: "`arn:*:*:*:*:*` is any ARN; or test the key by `Null`",
    },
  ]);
  expect(answerSchema.safeParse(line).error).toBeUndefined();
  const invalid = plainInvalid("c", [{ code: "KW101", severity: "error", message: "m", at: { file: "stdin", pointer: "" } }]);
  expect(answerSchema.safeParse(JSON.parse(JSON.stringify(invalid))).error).toBeUndefined();
});

test("of a diagnostic the line keeps code, message, place and help", () => {
  const at = { file: "stdin", line: 1, pointer: "" };
  expect(plainInvalid(1, [{ code: "KW100", severity: "error", message: "m", at, help: "h" }])).toEqual({
    id: 1,
    invalid: [{ code: "KW100", message: "m", at, help: "h" }],
  });
});
