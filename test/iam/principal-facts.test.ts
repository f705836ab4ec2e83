import { describe, expect, it } from "vitest";
import { parsePrincipal } from "../../src/iam/principal.ts";
import { contradictionOf } from "../../src/iam/principal-facts.ts";
import type { PrincipalFacts } from "../../src/iam/request.ts";

const USER = "arn:aws:iam::111122223333:user/alice";
const ROLE = "arn:aws:iam::111122223333:role/app";
const LINKED = "arn:aws:iam::111122223333:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS";
const SESSION = "arn:aws:sts::111122223333:assumed-role/app/job-1";
const FEDERATED = "arn:aws:sts::111122223333:federated-user/fay";
const ROOT = "arn:aws:iam::111122223333:root";

/** Read from the ARN alone, so that what is wrong with the facts is told by nothing else. */
function against(arn: string, facts: Partial<PrincipalFacts>): string | undefined {
  const read = parsePrincipal(facts.roleArn !== undefined && arn === SESSION ? { arn, roleArn: facts.roleArn } : arn);
  return read.ok ? contradictionOf(read.value, { arn, ...facts }) : read.error;
}

describe("facts that agree", () => {
  it.each([
    [USER, {}],
    [USER, { userId: "AIDAALICEALICEEXAMPLE" }],
    [ROLE, { userId: "AROAAPPROLEEXAMPLE001" }],
    [ROLE, { roleArn: ROLE, serviceLinkedRole: false }],
    [SESSION, { roleArn: ROLE, userId: "AROAAPPROLEEXAMPLE001:job-1" }],
    [SESSION, { serviceLinkedRole: true }], // the path is not in the ARN of a session
    [LINKED, { serviceLinkedRole: true }],
    [FEDERATED, { userArn: USER, userId: "111122223333:fay" }],
    [FEDERATED, { userArn: ROOT }],
    [ROOT, { userId: "111122223333", serviceLinkedRole: false }],
    ["s3.amazonaws.com", {}],
  ])("%s %j", (arn, facts) => expect(against(arn, facts)).toBeUndefined());
});

describe("facts that contradict the ARN", () => {
  // biome-ignore format: a table reads as a table
  it.each([
    [USER,      { roleArn: ROLE },                              "`roleArn` `arn:aws:iam::111122223333:role/app` is not the role of"],
    [USER,      { userArn: USER },                              "`userArn` is of federated-user sessions"],
    [FEDERATED, { userArn: "arn:aws:iam::444455556666:root" },  "did not issue"],
    [FEDERATED, { userArn: "arn:aws-cn:iam::111122223333:root" }, "did not issue"],
    [FEDERATED, { userArn: ROLE },                              "did not issue"],
    [FEDERATED, { userArn: "" },                                "did not issue"],
    [FEDERATED, { userId: "111122223333:other" },               "is `111122223333:fay`, not `111122223333:other`"],
    [SESSION,   { userId: "AROAAPPROLEEXAMPLE001:job-2" },      "that of another session"],
    [SESSION,   { userId: "AIDAALICEALICEEXAMPLE" },            "is a user's"],
    [USER,      { userId: "AROAAPPROLEEXAMPLE001:alice" },      "is a role's"],
    [USER,      { userId: "AROAAPPROLEEXAMPLE001" },            "is a role's"],
    [ROOT,      { userId: "444455556666" },                     "is `111122223333`, not `444455556666`"],
    ["s3.amazonaws.com", { userId: "AIDAALICEALICEEXAMPLE" },   "is of principals of an account"],
    [ROLE,      { serviceLinkedRole: true },                    "is none"],
    [LINKED,    { serviceLinkedRole: false },                   "is one by its path"],
    [USER,      { serviceLinkedRole: true },                    "is none"],
  ])("%s %j", (arn, facts, words) => expect(against(arn, facts)).toContain(words));
});
