import { describe, expect, test } from "vitest";
import { conditionKey } from "../../src/catalog/condition-keys.ts";
import { GLOBAL_CONDITION_KEYS } from "../../src/catalog/global-condition-keys.ts";

/** IAM User Guide, "AWS global condition context keys", taken down by type: a second copy in another order, so that a slip in one shows. */
const BY_TYPE = {
  ARN: "aws:PrincipalArn aws:SignInSessionArn aws:ChatbotSourceArn aws:SourceVpcArn aws:SourceArn ec2:SourceInstanceArn lambda:SourceFunctionArn ssm:SourceInstanceArn",
  Bool: "aws:PrincipalIsAWSService aws:MultiFactorAuthPresent aws:AssumedRoot aws:SecureTransport aws:ViaAWSService aws:ViaAWSMCPService aws:IsMcpServiceAction",
  Numeric: "aws:MultiFactorAuthAge ec2:RoleDelivery",
  Date: "aws:TokenIssueTime aws:CurrentTime aws:EpochTime",
  IP: "aws:SourceIp aws:VpcSourceIp aws:Ec2InstanceSourcePrivateIPv4",
  String: `aws:PrincipalAccount aws:PrincipalOrgID aws:PrincipalOrgPaths aws:PrincipalTag/ aws:PrincipalType aws:userid aws:username
    aws:PrincipalServiceName aws:PrincipalServiceNamesList aws:FederatedProvider aws:SourceIdentity aws:Ec2InstanceSourceVpc
    codebuild: glue: identitystore:UserId aws:SourceVpc aws:SourceVpce aws:VpceAccount aws:VpceOrgID aws:VpceOrgPaths
    aws:ResourceAccount aws:ResourceOrgID aws:ResourceOrgPaths aws:RequestedRegion aws:UserAgent aws:referer
    aws:CalledVia aws:CalledViaFirst aws:CalledViaLast aws:SourceAccount aws:SourceOrgID aws:SourceOrgPaths aws:CalledViaAWSMCP`,
} as const;
const MULTI_VALUED = [
  "aws:PrincipalOrgPaths",
  "aws:PrincipalServiceNamesList",
  "aws:VpceOrgPaths",
  "aws:ResourceOrgPaths",
  "aws:CalledVia",
  "aws:SourceOrgPaths",
];
const TAGS = ["aws:RequestTag/Team", "aws:ResourceTag/Team", "aws:TagKeys"];

describe("the table of global condition keys", () => {
  test.each(Object.entries(BY_TYPE))("has the keys of type %s", (type, names) => {
    const ours = GLOBAL_CONDITION_KEYS.filter((key) => key.type === type).map(({ name }) => name);
    expect(ours.sort()).toEqual(names.split(/\s+/).sort());
  });

  test("says which have many values", () => {
    const many = GLOBAL_CONDITION_KEYS.filter(({ multiValued }) => multiValued).map(({ name }) => name);
    expect(many.sort()).toEqual([...MULTI_VALUED].sort());
  });

  test("leaves tags to the keys of KMS, and ties no other to an action", () => {
    expect(TAGS.map((name) => conditionKey(name)?.availability.on)).toEqual(["actions", "key", "actions"]);
    expect(GLOBAL_CONDITION_KEYS.every(({ availability }) => availability.on === "any")).toBe(true);
  });
});
