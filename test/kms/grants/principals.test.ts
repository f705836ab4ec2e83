import { describe, expect, it } from "vitest";
import type { Caller } from "../../../src/kms/caller.ts";
import { checkGrantPrincipal, checkPrincipalArn, checkServicePrincipal, checkSourceArn } from "../../../src/kms/grants/principals.ts";

const home = { partition: "aws", account: "111122223333", region: "us-east-1" };
const caller = (members: Partial<Caller> = {}) => ({ kind: "user", viaService: undefined, ...members }) as Caller;
const asked = (by = caller(), known = true) => ({ caller: by, home, knowsPrincipal: () => known });
const role = "arn:aws:iam::444455556666:role/path/name";

describe("checkGrantPrincipal", () => {
  // biome-ignore format: a table reads as a table
  it.each([
    ["arn:aws:iam::111122223333:root"],
    ["arn:aws:iam::111122223333:user/path/name"],
    [role],
    ["arn:aws:sts::111122223333:assumed-role/name/session"],
    ["arn:aws:sts::111122223333:federated-user/name"],
    ["AROA1234567890ABCDEFG"], ["AROA1234567890ABCDEFG:session"], ["AIDA1234567890ABCDEFG"],
  ])("takes %s", (text) => {
    expect(checkGrantPrincipal(text, "GranteePrincipal", asked())).toBeUndefined();
  });

  // biome-ignore format: a table reads as a table
  it.each([
    ["arn:aws:iam::111122223333:group/name",             "ARN does not refer to a valid principal: "],
    ["arn:aws:sts::111122223333:assumed-role/path/name/session", "ARN does not refer to a valid principal: "],
    ["arn:aws-us-gov:iam::111122223333:user/name",       "ARN does not refer to a valid principal: "],
    ["arn:aws:iam:us-east-1:111122223333:user/name",     "ARN does not refer to a valid principal: "],
    ["111122223333",                                     "ARN is not valid: "],
    ["s3.amazonaws.com",                                 "ARN is not valid: "],
    ["name",                                             "ARN is not valid: "],
  ])("refuses %s", (text, words) => {
    expect(checkGrantPrincipal(text, "GranteePrincipal", asked())).toEqual({ name: "InvalidArnException", message: words + text });
  });

  it("asks whether the principal exists, and names the member of an id that does not", () => {
    const nobody = asked(caller(), false);
    expect(checkGrantPrincipal(role, "RetiringPrincipal", nobody)?.message).toBe(`ARN does not refer to a valid principal: ${role}`);
    expect(checkGrantPrincipal("AROA1234567890ABCDEFG", "RetiringPrincipal", nobody)?.message).toBe(
      "RetiringPrincipal does not refer to a valid principal.",
    );
  });

  it("lets services name services", () => {
    for (const by of [caller({ kind: "service" }), caller({ viaService: "rds.us-east-1.amazonaws.com" })]) {
      expect(checkGrantPrincipal("rds.us-east-1.amazonaws.com", "GranteePrincipal", asked(by))).toBeUndefined();
    }
  });
});

it("checks the ARN of a principal that must be there", () => {
  expect(checkPrincipalArn(role, asked())).toBeUndefined();
  expect(checkPrincipalArn("AROA1234567890ABCDEFG", asked())?.message).toBe("ARN is not valid: AROA1234567890ABCDEFG");
});

it("checks services and sources", () => {
  expect(checkServicePrincipal("s3.amazonaws.com")).toBeUndefined();
  expect(checkServicePrincipal("s3.example.com")).toEqual({
    name: "InvalidArnException",
    message: "Input does not refer to a valid principal",
  });
  expect(checkSourceArn("arn:aws:s3:::bucket")).toBeUndefined();
  expect(checkSourceArn("bucket")).toEqual({ name: "InvalidArnException", message: "ARN is not valid: bucket" });
});
