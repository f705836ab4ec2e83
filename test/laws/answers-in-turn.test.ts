import fc from "fast-check";
import { expect, it } from "vitest";
import { parseInstant } from "../../src/iam/values.ts";
import { authorizer } from "../../src/index.ts";
import { caseArbitrary } from "../generators/cases.ts";
import { requestArbitrary } from "../generators/requests.ts";

/** An authorizer remembers what it has read and planned. The law: it answers as one that was asked nothing before. */
it("the answer to a request is the same whatever was asked before", { timeout: 120_000 }, () => {
  let allowed = 0;
  fc.assert(
    fc.property(caseArbitrary, fc.array(requestArbitrary, { minLength: 2, maxLength: 6 }), ({ request, ...set }, others) => {
      const asked = [request, ...others, request];
      const one = authorizer(set);
      for (const each of asked) {
        const answer = one(each);
        if (answer.outcome === "allowed") allowed++;
        expect(JSON.stringify(answer)).toBe(JSON.stringify(authorizer(set)(each)));
      }
    }),
    { numRuns: 60 },
  );
  expect(allowed).toBeGreaterThan(0);
});

it("a time in the usual form is the moment that any other form of it is", () => {
  const part = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, "0"));
  const parts = fc.tuple(part(99), part(99), part(13), part(32), part(24), part(60), part(60), fc.constantFrom("", ".000", ".120", ".999"));
  let read = 0;
  fc.assert(
    fc.property(parts, ([c, y, month, day, hour, minute, second, rest]) => {
      const usual = `${c}${y}-${month}-${day}T${hour}:${minute}:${second}${rest}`;
      const [a, b] = [parseInstant(`${usual}Z`), parseInstant(`${usual}+00:00`)];
      expect(a).toEqual(b);
      if (a !== undefined) read++;
    }),
    { numRuns: 600 },
  );
  expect(read).toBeGreaterThan(0);
  for (const wrong of ["2026-11-30T21:54:2xZ", "2026-1 -30T21:54:28Z", "2026-11-30T21:54:28,120Z"])
    expect(parseInstant(wrong)).toBeUndefined();
});
