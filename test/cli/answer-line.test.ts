import { expect, test } from "vitest";
import { CaseReader } from "../../src/cases/case-reader.ts";
import { plainAnswer, plainInvalid } from "../../src/cli/answer-line.ts";
import { DENIED } from "./samples.ts";

const read = new CaseReader().read(JSON.stringify(DENIED), { file: "case" });

test("an answer has the members of the format, in its order, and `trace` only when asked", () => {
  if (!("answer" in read)) throw new Error("the case is one");
  const members = (value: object) => Object.keys(JSON.parse(JSON.stringify(value)));
  expect(members(plainAnswer("c", read.answer, false))).toEqual(["id", "decision", "outcome", "by", "reason", "error"]);
  expect(members(plainAnswer(undefined, read.answer, true))).toEqual(["decision", "outcome", "by", "reason", "error", "trace"]);
});

test("of a diagnostic the line keeps code, message, place and help", () => {
  const at = { file: "stdin", line: 1, pointer: "" };
  expect(plainInvalid(1, [{ code: "KW100", severity: "error", message: "m", at, help: "h" }])).toEqual({
    id: 1,
    invalid: [{ code: "KW100", message: "m", at, help: "h" }],
  });
});
