import { describe, expect, it } from "vitest";
import { GrantBook, granteeOf, grantFactsOf, retiringOf } from "../../../src/kms/grants/grant.ts";
import { grant, key, NOW } from "../records.ts";

const on = key();

describe("GrantBook", () => {
  const [app, other] = [
    grant(on, { id: "1", name: "nightly" }),
    grant(on, { id: "2", name: "nightly", granteePrincipal: "arn:aws:iam::111122223333:user/u" }),
  ];

  it("finds grants by id, by name and by grantee", () => {
    const book = new GrantBook();
    book.put(app);
    book.put(other);
    expect(book.get("1")).toBe(app);
    expect(book.named("nightly")).toEqual([app, other]);
    expect(book.named("none")).toEqual([]);
    expect(book.of([granteeOf(app), granteeOf(app), "somebody"])).toEqual([app]);
    expect([...book.order]).toEqual(["1", "2"]);
  });

  it("forgets what is removed or replaced everywhere", () => {
    const book = new GrantBook();
    book.put(app);
    book.put({ ...other, id: "1", name: undefined });
    expect([book.named("nightly"), book.of([granteeOf(app)])]).toEqual([[], []]);
    expect(book.of([granteeOf(other)])).toHaveLength(1);
    const { revision } = book;
    book.remove("1");
    book.remove("1");
    expect([book.of([granteeOf(other)]), book.order.size, book.revision > revision]).toEqual([[], 0, true]);
  });
});

it("is in effect only with its token until it has come round", () => {
  const late = grant(on, { effectiveAt: NOW + 1 });
  expect(grantFactsOf(late, NOW)).toMatchObject({ Propagated: false, GrantToken: late.id });
  expect(grantFactsOf(late, NOW + 1)).toMatchObject({ Propagated: true });
});

it("names its parties and constraints as the API does, and those it has only", () => {
  expect(grantFactsOf(grant(on, { constraints: { SourceArn: "arn:x" }, retiringPrincipal: "r" }), NOW)).toEqual({
    GrantId: "a".repeat(64),
    KeyId: on.arn,
    Operations: ["Decrypt"],
    IssuingAccount: "arn:aws:iam::111122223333:root",
    GrantToken: "a".repeat(64),
    Propagated: true,
    GranteePrincipal: "arn:aws:iam::111122223333:role/app",
    RetiringPrincipal: "r",
    Constraints: { SourceArn: "arn:x" },
  });
  const service = grant(on, {
    granteePrincipal: undefined,
    granteeServicePrincipal: "s3.amazonaws.com",
    retiringServicePrincipal: "s3.amazonaws.com",
  });
  expect([granteeOf(service), retiringOf(service), retiringOf(grant(on))]).toEqual(["s3.amazonaws.com", "s3.amazonaws.com", undefined]);
  expect(grantFactsOf(service, NOW)).toMatchObject({
    GranteeServicePrincipal: "s3.amazonaws.com",
    RetiringServicePrincipal: "s3.amazonaws.com",
  });
});
