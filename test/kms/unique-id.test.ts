import { expect, it } from "vitest";
import { parsePrincipalPattern } from "../../src/iam/principal.ts";
import { uniqueId } from "../../src/kms/unique-id.ts";

it("makes an id in IAM's form, the same for the same text and another for another", () => {
  const id = uniqueId("AROA", "arn:aws:iam::111122223333:role/app");
  expect(id).toMatch(/^AROA[A-Z2-7]{17}$/);
  expect(uniqueId("AROA", "arn:aws:iam::111122223333:role/app")).toBe(id);
  const others = Array.from({ length: 2000 }, (_, i) => uniqueId("AIDA", `arn:aws:iam::111122223333:user/${i}`));
  expect(new Set(others).size).toBe(2000);
  for (const one of others) expect(parsePrincipalPattern({ kind: "AWS", value: one })).toEqual({ kind: "unique-id", id: one });
});
