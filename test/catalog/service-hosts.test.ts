import { describe, expect, it } from "vitest";
import { parseServiceHost } from "../../src/catalog/service-hosts.ts";

describe("parseServiceHost", () => {
  it.each([
    ["s3.us-east-1.amazonaws.com", { service: "s3", region: "us-east-1" }],
    ["ec2.us-gov-west-1.amazonaws.com", { service: "ec2", region: "us-gov-west-1" }],
    ["secretsmanager.cn-north-1.amazonaws.com.cn", { service: "secretsmanager", region: "cn-north-1" }],
    ["dynamodb.eusc-de-east-1.amazonaws.com", { service: "dynamodb", region: "eusc-de-east-1" }],
  ])("%s is a service in a Region", (text, expected) => expect(parseServiceHost(text)).toEqual(expected));

  it.each([
    "",
    "s3",
    "s3.amazonaws.com",
    "s3.*.amazonaws.com",
    "s3.us-east-1",
    "S3.us-east-1.amazonaws.com",
    "a.s3.us-east-1.amazonaws.com",
  ])("%j is no name that a call carries", (text) => expect(parseServiceHost(text)).toBeUndefined());
});
