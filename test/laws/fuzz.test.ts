import fc from "fast-check";
import { expect, test } from "vitest";
import { authorizer, decide, explain, InvalidPolicyError, parsePolicy } from "../../src/index.ts";
import { mutatedPolicyText } from "../generators/damage.ts";
import { requestArbitrary } from "../generators/requests.ts";

/** Damaged policies, random text and random values through reading, compiling, deciding and explaining: nothing crashes, nothing unreadable allows. */
const TYPES = [
  "key-policy",
  "resource",
  "trust",
  "identity",
  "boundary",
  "session",
  "service-control",
  "resource-control",
  "endpoint",
] as const;

test("a damaged policy is read, or refused with a place and a code, and decided without a crash", () => {
  fc.assert(
    fc.property(mutatedPolicyText, fc.constantFrom(...TYPES), requestArbitrary, (text, type, request) => {
      const { policy, diagnostics } = parsePolicy(text, { type, name: "damaged", file: "damaged.json" });
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      expect(policy === undefined).toBe(errors.length > 0);
      for (const { code, at } of diagnostics)
        expect([code.slice(0, 2), at.file, Number.isInteger(at.line)]).toEqual(["KW", "damaged.json", true]);
      if (policy === undefined || type !== "key-policy") return;
      const answer = decide({ request, policies: { resource: JSON.parse(text) as Record<string, unknown> } });
      expect(explain(answer).length).toBeGreaterThan(0);
    }),
  );
});

test("text of any kind is refused", () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.json(),
    fc.array(fc.constantFrom("{", "[", '"', ":", ",", "1", "\\u", "\n")).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, (any) => {
      const { policy, diagnostics } = parsePolicy(any, { type: "key-policy", name: "any" });
      expect(policy).toBeUndefined();
      expect(diagnostics.length).toBeGreaterThan(0);
    }),
  );
});

test("documents of any value are refused with all that is wrong, or compiled", () => {
  fc.assert(
    fc.property(
      fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
      requestArbitrary,
      (value, request) => {
        const policies = { resource: value as Record<string, unknown> };
        try {
          expect(authorizer({ policies })(request).decision).toBe("Deny");
        } catch (error) {
          if (!(error instanceof InvalidPolicyError)) throw error;
          expect(error.diagnostics.length).toBeGreaterThan(0);
        }
        expect(decide({ request, policies }).decision).toBe("Deny");
      },
    ),
  );
});
