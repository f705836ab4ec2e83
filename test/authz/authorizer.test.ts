import { describe, expect, test } from "vitest";
import { engine, unread } from "../../src/authz/authorizer.ts";
import { compileSet } from "../../src/estate/policy-documents.ts";
import { ALICE, ask, decrypt, policy, SESSION, to } from "./asking.ts";

const resource = policy(to(ALICE, { Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } } }));

describe("an engine", () => {
  const nothing = engine(compileSet({}));

  test("answers what can be read, and tells what cannot", () => {
    expect(nothing(decrypt())).toMatchObject({ decision: "Deny", outcome: "implicitDeny", by: [] });
    expect(nothing(decrypt({ action: "Decrypt" }))).toMatchObject({
      decision: "Deny",
      outcome: "undetermined",
      by: [],
      invalid: [{ code: "KW402", at: { file: "request", pointer: "/action" } }],
    });
  });

  test.each([undefined, null, 1, "x", [], {}, { principal: ALICE }, { ...decrypt(), principal: [] }])(
    "throws for no request: %j",
    (request) => {
      expect(nothing(request as never)).toMatchObject({ decision: "Deny", invalid: [{ severity: "error" }] });
    },
  );

  test("decides alike whatever it was asked before", () => {
    const asked = [undefined, { "aws:SourceVpce": "vpce-1" }, { "aws:SourceVpce": "vpce-2" }, undefined].map(
      (context) => ask({ policies: { resource } }, context && { context }).outcome,
    );
    expect(asked).toEqual(["implicitDeny", "allowed", "implicitDeny", "implicitDeny"]);
  });
});

describe("what is not known", () => {
  const unknown = ["aws:SourceVpce"];

  test("makes an answer undetermined where it matters, with the error of the worst", () => {
    expect(ask({ policies: { resource } }, { unknown })).toMatchObject({
      decision: "Deny",
      outcome: "undetermined",
      by: [],
      missing: ["aws:SourceVpce"],
      error: { name: "AccessDeniedException", message: expect.stringContaining("no resource-based policy allows") },
    });
    const denying = policy(to("*"), { ...to("*", { Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } } }), Effect: "Deny" });
    expect(ask({ policies: { resource: denying } }, { unknown })).toMatchObject({
      outcome: "undetermined",
      by: [],
      error: { message: expect.stringContaining("explicit deny in a resource-based policy") },
    });
  });

  test("is no matter where the best is a denial, or the worst is none", () => {
    expect(ask({ policies: { resource } }, { principal: SESSION, unknown })).toMatchObject({ outcome: "implicitDeny" });
    const twice = { policies: { resource: policy(to(ALICE), ...resource.Statement) } };
    expect(ask(twice, { unknown })).toMatchObject({ outcome: "allowed", by: [{ statement: 0 }] }); // what is sure
  });
});

describe("the answer to what cannot be read", () => {
  test("is a denial that decides nothing", () => {
    const diagnostic = {
      code: "KW402",
      severity: "error",
      message: "`x` is not an action",
      at: { file: "request", pointer: "/action" },
    } as const;
    expect(unread([diagnostic])).toEqual({
      decision: "Deny",
      outcome: "undetermined",
      by: [],
      reason: "the request cannot be read: `x` is not an action",
      invalid: [diagnostic],
      trace: { principal: "", action: "", resource: "", policies: [], grants: [], ignored: [] },
    });
  });

  test("has a reason even where nothing is told", () =>
    expect(unread([]).reason).toBe("the request cannot be read: it has the wrong shape"));
});
