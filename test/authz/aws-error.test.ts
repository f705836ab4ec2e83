import { describe, expect, it } from "vitest";
import { awsError, type DenialSite } from "../../src/authz/aws-error.ts";

const key = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const caller = "arn:aws:sts::111122223333:assumed-role/app/s1";
const site: DenialSite = {
  explicit: false,
  layer: "identity",
  caller,
  action: "kms:Decrypt",
  resource: key,
  crossAccount: false,
  service: "kms",
};
const subject = `User: ${caller} is not authorized to perform: kms:Decrypt`;
const hidden =
  " on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access";

describe("awsError on a KMS key of the caller's own account", () => {
  // AWS docs: IAM User Guide, "Troubleshoot access denied error messages"
  it.each([
    ["identity", false, " because no identity-based policy allows the kms:Decrypt action"],
    ["grant", false, " because no identity-based policy allows the kms:Decrypt action"],
    ["resource", false, " because no resource-based policy allows the kms:Decrypt action"],
    ["boundary", false, " because no permissions boundary allows the kms:Decrypt action"],
    ["session", false, " because no session policy allows the kms:Decrypt action"],
    ["service-control", false, " because no service control policy allows the kms:Decrypt action"],
    ["endpoint", false, " because no VPC endpoint policy allows the kms:Decrypt action"],
    ["resource-control", false, ""],
    ["identity", true, " with an explicit deny in an identity-based policy"],
    ["resource", true, " with an explicit deny in a resource-based policy"],
    ["boundary", true, " with an explicit deny in a permissions boundary"],
    ["session", true, " with an explicit deny in a session policy"],
    ["service-control", true, " with an explicit deny in a service control policy"],
    ["resource-control", true, " with an explicit deny in a resource control policy"],
    ["endpoint", true, " with an explicit deny in a VPC endpoint policy"],
  ] as const)("words %s, explicit %s", (layer, explicit, why) => {
    expect(awsError({ ...site, layer, explicit })).toEqual({
      name: "AccessDeniedException",
      status: 400,
      message: `${subject} on resource: ${key}${why}`,
    });
  });
});

describe("awsError on another account's KMS key", () => {
  it.each([
    ["identity", false, " on this resource because no identity-based policy allows the kms:Decrypt action"],
    ["grant", false, " on this resource because no identity-based policy allows the kms:Decrypt action"],
    ["session", false, " on this resource because no session policy allows the kms:Decrypt action"],
    ["service-control", true, " on this resource with an explicit deny in a service control policy"],
    ["identity", true, " on this resource with an explicit deny in an identity-based policy"],
    ["resource", false, hidden],
    ["resource", true, hidden],
    ["resource-control", true, hidden],
  ] as const)("never prints the key: %s, explicit %s", (layer, explicit, why) => {
    const { message, status } = awsError({ ...site, layer, explicit, crossAccount: true });
    expect(message).toBe(subject + why);
    expect(message).not.toContain(key);
    expect(status).toBe(400);
  });
});

describe("awsError elsewhere", () => {
  const object = { ...site, service: "s3", action: "s3:GetObject", resource: "arn:aws:s3:::orders/a" };
  const role = {
    ...site,
    service: "sts",
    action: "sts:AssumeRole",
    resource: "arn:aws:iam::111122223333:role/x",
    layer: "resource",
    trust: true,
  } as const;

  it("answers 400 before policies to an unsigned KMS call", () => {
    expect(awsError({ ...site, caller: "anonymous", unsigned: true })).toMatchObject({
      name: "MissingAuthenticationTokenException",
      status: 400,
    });
  });

  it.each([
    [
      { ...object, layer: "resource" },
      `User: ${caller} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::orders/a because no resource-based policy allows the s3:GetObject action`,
    ],
    [{ ...object, crossAccount: true }, `User: ${caller} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::orders/a`],
    [
      { ...object, crossAccount: true, explicit: true },
      `User: ${caller} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::orders/a with an explicit deny`,
    ],
    [
      { ...object, caller: "anonymous", unsigned: true, layer: "resource" },
      "User: anonymous is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::orders/a because no resource-based policy allows the s3:GetObject action",
    ],
    [role, `User: ${caller} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/x`],
    [
      { ...role, explicit: true },
      `User: ${caller} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/x`,
    ],
    [
      { ...role, layer: "identity" },
      `User: ${caller} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/x`,
    ],
    [
      { ...role, layer: "session", explicit: true },
      `User: ${caller} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/x with an explicit deny in a session policy`,
    ],
    [
      { ...object, layer: "session", crossAccount: true, explicit: true },
      `User: ${caller} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::orders/a with an explicit deny in a session policy`,
    ],
  ] as const satisfies readonly (readonly [DenialSite, string])[])("answers 403 with the general text: %#", (denial, message) => {
    expect(awsError(denial)).toEqual({ name: "AccessDenied", status: 403, message });
  });
});
