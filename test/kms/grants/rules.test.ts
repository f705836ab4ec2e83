import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GRANT_OPERATIONS } from "../../../src/catalog/grant-operations.ts";
import { checkGrant, entryOf, type GrantWish, isSameGrant, makeGrant } from "../../../src/kms/grants/rules.ts";
import type { Key } from "../../../src/kms/key.ts";

const key = { arn: "arn:aws:kms:us-east-1:111122223333:key/k", spec: "SYMMETRIC_DEFAULT", usage: "ENCRYPT_DECRYPT" } as Key;
const wish: GrantWish = { GranteePrincipal: "arn:aws:iam::111122223333:role/app", Operations: ["Encrypt"] };
const made = { id: "a".repeat(64), keyArn: key.arn, issuingAccount: "arn:aws:iam::111122223333:root", createdAt: 1, effectiveAt: 1 };
const make = (members: Partial<GrantWish> = {}, more: Partial<typeof made> = {}) =>
  makeGrant({ ...wish, ...members }, { ...made, ...more });

describe("checkGrant", () => {
  it("lets through what goes together, and tells of what does not", () => {
    expect(checkGrant(wish, key)).toBeUndefined();
    expect(checkGrant({ ...wish, Constraints: {} }, { ...key, spec: "RSA_2048" })).toBeUndefined();
    expect(checkGrant({ ...wish, GranteePrincipal: undefined }, key)?.name).toBe("ValidationException");
    expect(checkGrant({ ...wish, Operations: ["Encrypt", "Sign", "GenerateMac"] }, key)?.message).toMatch(
      /^Operations \[Sign, GenerateMac\] are not supported/,
    );
  });

  it("counts pairs and characters of names and values together", () => {
    const context = (pairs: number, characters: number) => {
      const each = Math.floor(characters / pairs) - 1;
      const rest = characters - pairs * (each + 1);
      return Object.fromEntries(Array.from({ length: pairs }, (_, n) => [String(n), "v".repeat(n === 0 ? each + rest : each)]));
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 350, max: 400 }), (pairs, characters) => {
        const fault = checkGrant({ ...wish, Constraints: { EncryptionContextEquals: context(pairs, characters) } }, key);
        expect(fault === undefined).toBe(pairs <= 8 && characters <= 384);
      }),
      { numRuns: 100 },
    );
  });
});

describe("makeGrant", () => {
  it("shares nothing with the request, and keeps every pair", () => {
    const pairs = JSON.parse('{"__proto__":"x","tenant":"a"}');
    const Operations = ["Encrypt", "Decrypt", "Encrypt"] as const;
    const grant = make({ Operations, Constraints: { EncryptionContextSubset: pairs } });
    delete pairs.tenant;
    expect(Object.entries(grant.constraints?.EncryptionContextSubset ?? {})).toEqual([
      ["__proto__", "x"],
      ["tenant", "a"],
    ]);
    expect(grant.operations).toEqual(["Encrypt", "Decrypt"]);
  });

  it("takes no constraint for one that constrains nothing; an empty context is one", () => {
    expect(make({ Constraints: {} }).constraints).toBeUndefined();
    expect(make({ Constraints: { EncryptionContextEquals: {} } }).constraints).toEqual({ EncryptionContextEquals: {} });
  });
});

describe("isSameGrant", () => {
  const wishes: fc.Arbitrary<GrantWish> = fc.record({
    GranteePrincipal: fc.constantFrom("p", "q"),
    RetiringPrincipal: fc.constantFrom(undefined, "p"),
    Operations: fc.subarray([...GRANT_OPERATIONS.slice(0, 3)], { minLength: 1 }),
    Name: fc.constantFrom("n", "m"),
    Constraints: fc.constantFrom(
      undefined,
      {},
      { EncryptionContextEquals: {} },
      { EncryptionContextSubset: {} },
      { EncryptionContextSubset: { a: "1", b: "2" } },
      { EncryptionContextSubset: { a: "1" } },
      { EncryptionContextSubset: { a: "1" }, SourceArn: "s" },
    ),
  });
  const told = (wish: GrantWish) =>
    JSON.stringify([
      wish.GranteePrincipal,
      wish.RetiringPrincipal,
      [...wish.Operations].sort(),
      wish.Name,
      Object.keys(wish.Constraints ?? {}).length === 0 ? null : wish.Constraints,
    ]);

  it("is equality of all that was asked", () => {
    fc.assert(
      fc.property(wishes, wishes, (a, b) => {
        expect(
          isSameGrant(makeGrant(a, made), makeGrant({ ...b, Operations: [...b.Operations].reverse() }, { ...made, id: "b", createdAt: 2 })),
        ).toBe(told(a) === told(b));
      }),
      { numRuns: 300 },
    );
  });

  it("ignores the order of pairs, and minds key and issuer", () => {
    const constraint = (pairs: Record<string, string>) => ({ Constraints: { EncryptionContextSubset: pairs } });
    expect(isSameGrant(make(constraint({ a: "1", b: "2" })), make(constraint({ b: "2", a: "1" })))).toBe(true);
    expect(isSameGrant(make(), make({}, { keyArn: "other" }))).toBe(false);
    expect(isSameGrant(make(), make({}, { issuingAccount: "other" }))).toBe(false);
  });
});

it("lists a grant without what it does not have", () => {
  expect(entryOf(make())).toEqual({
    KeyId: key.arn,
    GrantId: made.id,
    Name: "",
    CreationDate: new Date(1),
    GranteePrincipal: wish.GranteePrincipal,
    IssuingAccount: made.issuingAccount,
    Operations: ["Encrypt"],
  });
});
