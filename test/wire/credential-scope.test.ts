import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scopeOf } from "../../src/wire/credential-scope.ts";

const header = (scope: string) => `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=0123`;
const read = (authorization: string | undefined) => {
  const scope = scopeOf(authorization);
  return scope.ok ? scope.value : scope.error.name;
};

describe("the scope of a signature", () => {
  const scope = { accessKeyId: "AKIDEXAMPLE", date: "20261122", region: "us-east-1" };

  // biome-ignore format: a table reads as a table
  it.each([
    [header("AKIDEXAMPLE/20261122/us-east-1/kms/aws4_request"), scope],
    ["AWS4-HMAC-SHA256 SignedHeaders=host,Signature=0,Credential=AKIDEXAMPLE/20261122/us-east-1/kms/aws4_request", scope], // in any order, without blanks
    [header("AKIDEXAMPLE/20261122/us-east-1/s3/aws4_request"), "InvalidSignatureException"],
    [header("AKIDEXAMPLE/20261122/us-east-1/kms"), "IncompleteSignatureException"],
    [header("AKIDEXAMPLE/20261122/us-east-1/kms/aws4_request/more"), "IncompleteSignatureException"],
    [header("/20261122/us-east-1/kms/aws4_request"), "IncompleteSignatureException"],
    [header("AKIDEXAMPLE/20261122//kms/aws4_request"), "IncompleteSignatureException"],
    ["AWS4-HMAC-SHA256 SignedHeaders=host, Signature=0", "IncompleteSignatureException"],
    ["Basic Credential=AKIDEXAMPLE/20261122/us-east-1/kms/aws4_request", "IncompleteSignatureException"],
    ["", "IncompleteSignatureException"],
    [undefined, "MissingAuthenticationTokenException"],
  ])("of %j is %j", (authorization, expected) => {
    expect(read(authorization)).toEqual(expected);
  });

  it("of anything is an answer, and says nothing of what was sent", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("AWS4-HMAC-SHA256 ", "Credential=", "/", ",", " ", "kms", "aws4_request", "secret")),
        (parts) => {
          const answer = scopeOf(parts.join(""));
          if (!answer.ok) expect(answer.error.message).not.toContain("secret");
        },
      ),
    );
  });
});
