import { describe, expect, it } from "vitest";
import { type Diagnostic, renderDiagnostic } from "../../src/base/diagnostic.ts";

const diagnostic: Diagnostic = {
  code: "KW250",
  severity: "error",
  message: "unknown condition operator `StringLikes`",
  at: { file: "policies/key.json", line: 7, column: 12, pointer: "/Statement/0/Condition/StringLikes" },
  help: "did you mean `StringLike`?",
};

describe("renderDiagnostic", () => {
  it("tells the place, what is wrong, and what to do", () => {
    expect(renderDiagnostic(diagnostic)).toBe(
      [
        "policies/key.json:7:12 error: unknown condition operator `StringLikes` [KW250]",
        "  at /Statement/0/Condition/StringLikes",
        "  help: did you mean `StringLike`?",
      ].join("\n"),
    );
  });

  it("leaves out what there is not", () => {
    const { help: _, ...bare } = diagnostic;
    const whole: Diagnostic = { ...bare, severity: "warning", at: { file: "key policy", pointer: "" } };
    expect(renderDiagnostic(whole)).toBe("key policy warning: unknown condition operator `StringLikes` [KW250]");
    expect(renderDiagnostic({ ...whole, at: { file: "stdin", line: 3, pointer: "/Statement" } })).toBe(
      "stdin:3 warning: unknown condition operator `StringLikes` [KW250]\n  at /Statement",
    );
  });
});
