import fc from "fast-check";
import { expect, test } from "vitest";
import { madeKeyId } from "../../src/world/made-key-id.ts";

test("an id is the same at every start, for ever", () => {
  expect(madeKeyId("111122223333/us-east-1/orders", false)).toBe(madeKeyId("111122223333/us-east-1/orders", false));
  expect([madeKeyId("a", false), madeKeyId("a", true)]).toMatchInlineSnapshot(`
    [
      "af63dc4c-8601-8c8c-a311-61856212ccf0",
      "mrk-af63dc4c8601ec8c931161856212ccf0",
    ]
  `);
});

test("it is a UUID of version 8, or a multi-Region id; near seeds have far ids", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(madeKeyId(a, false)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(madeKeyId(a, true)).toMatch(/^mrk-[0-9a-f]{32}$/);
      expect(madeKeyId(a, false) === madeKeyId(b, false)).toBe(a === b);
    }),
    { numRuns: 200 },
  );
});
