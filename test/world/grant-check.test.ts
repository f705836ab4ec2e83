import { describe, expect, it } from "vitest";
import { GRANT_OPERATIONS } from "../../src/catalog/grant-operations.ts";
import type { Grant } from "../../src/iam/request.ts";
import { grantDiagnostics } from "../../src/world/grant-check.ts";

const ALICE = "arn:aws:iam::111122223333:user/alice";
const GRANT: Grant = { GrantId: "g1", GranteePrincipal: ALICE, Operations: ["Decrypt"] };

const saidOf = (changes: Record<string, unknown>) =>
  grantDiagnostics([{ ...GRANT, ...changes } as Grant], { file: "case.json", pointer: "/grants" }).map(({ message, at, help }) => ({
    message,
    at: at.pointer,
    ...(help && { help }),
  }));

describe("grantDiagnostics", () => {
  // KMS API Reference, CreateGrant
  it.each([
    ["a grant to a user", {}],
    ["to a role session", { GranteePrincipal: "arn:aws:sts::111122223333:assumed-role/app/s1" }],
    ["to an account", { GranteePrincipal: "111122223333" }],
    ["to a root user", { GranteePrincipal: "arn:aws:iam::111122223333:root" }],
    ["to somebody deleted since", { GranteePrincipal: "AROAEXAMPLEEXAMPLE" }],
    ["to a service, as listings show it", { GranteePrincipal: "rds.us-east-1.amazonaws.com" }],
    [
      "to a service principal",
      {
        GranteePrincipal: undefined,
        GranteeServicePrincipal: "dynamodb.us-east-1.amazonaws.com",
        RetiringServicePrincipal: "dynamodb.us-east-1.amazonaws.com",
      },
    ],
    ["to retire and issued elsewhere", { RetiringPrincipal: ALICE, IssuingAccount: "arn:aws:iam::444455556666:root" }],
    ["issued by an account id", { IssuingAccount: "444455556666" }],
    ["of every operation", { Operations: [...GRANT_OPERATIONS] }],
    ["constrained by a subset", { Constraints: { EncryptionContextSubset: { tenant: "a" }, SourceArn: "arn:aws:s3:::bucket" } }],
    ["constrained by a whole context, and empty", { Constraints: { EncryptionContextEquals: {} } }],
  ])("takes %s", (_, changes) => expect(saidOf(changes)).toEqual([]));

  it.each([
    [
      "no grantee",
      { GranteePrincipal: undefined },
      "/grants/0",
      "grant `g1`: it needs one of `GranteePrincipal` and `GranteeServicePrincipal`",
    ],
    [
      "two grantees",
      { GranteeServicePrincipal: "s3.amazonaws.com" },
      "/grants/0",
      "grant `g1`: it needs one of `GranteePrincipal` and `GranteeServicePrincipal`",
    ],
    [
      "two who retire it",
      { RetiringPrincipal: ALICE, RetiringServicePrincipal: "s3.amazonaws.com" },
      "/grants/0",
      "grant `g1`: it has both `RetiringPrincipal` and `RetiringServicePrincipal`",
    ],
    ["everybody", { GranteePrincipal: "*" }, "/grants/0/GranteePrincipal", "grant `g1`: `*` is not a principal that a grant can name"],
    [
      "some of a path",
      { GranteePrincipal: "arn:aws:iam::111122223333:role/*" },
      "/grants/0/GranteePrincipal",
      "grant `g1`: `arn:aws:iam::111122223333:role/*` is not a principal that a grant can name",
    ],
    [
      "a group",
      { RetiringPrincipal: "arn:aws:iam::111122223333:group/g" },
      "/grants/0/RetiringPrincipal",
      "grant `g1`: `arn:aws:iam::111122223333:group/g` is not a principal that a grant can name",
    ],
    [
      "a name for an account",
      { IssuingAccount: "me" },
      "/grants/0/IssuingAccount",
      "grant `g1`: `me` is not a principal that a grant can name",
    ],
    [
      "an ARN for a service",
      { GranteePrincipal: undefined, GranteeServicePrincipal: ALICE },
      "/grants/0/GranteeServicePrincipal",
      `grant \`g1\`: \`${ALICE}\` is not a service principal`,
    ],
    ["no operation", { Operations: [] }, "/grants/0/Operations", "grant `g1`: it allows no operation"],
    [
      "both constraints on the context",
      { Constraints: { EncryptionContextEquals: { a: "b" }, EncryptionContextSubset: { a: "b" } } },
      "/grants/0/Constraints",
      "grant `g1`: `EncryptionContextEquals` and `EncryptionContextSubset` exclude each other",
    ],
  ])("refuses %s", (_, changes, at, message) => expect(saidOf(changes)).toEqual([{ at, message }]));

  it("knows the operation that was meant", () => {
    expect(saidOf({ Operations: ["Decrypt", "Encrpt", "Nonsense"] })).toEqual([
      { at: "/grants/0/Operations/1", message: "grant `g1`: `Encrpt` is not a grant operation", help: "did you mean `Encrypt`?" },
      { at: "/grants/0/Operations/2", message: "grant `g1`: `Nonsense` is not a grant operation" },
    ]);
  });

  it("tells everything of every grant, with its place", () => {
    const bad = { GrantId: "g2", GranteePrincipal: "*", Operations: [] } as Grant;
    const found = grantDiagnostics([GRANT, bad], { file: "c.json", pointer: "/case/grants" });
    expect(found.map(({ at, code, severity }) => `${severity} ${code} ${at.file} ${at.pointer}`)).toEqual([
      "error KW406 c.json /case/grants/1/GranteePrincipal",
      "error KW406 c.json /case/grants/1/Operations",
    ]);
  });
});
