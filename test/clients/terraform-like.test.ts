import { describe, expect, it } from "vitest";
import { serving } from "../server/serving.ts";
import { has, runGuide } from "./guides.ts";

/**
 * The calls that a Terraform provider makes for a key, its alias and its replica, in its order: it makes, waits until it reads what it wrote, plans again
 * and finds nothing to do, changes each thing, and takes all away, the alias and the replica first.
 */
const SEQUENCE = `
import boto3, json, sys, time
from botocore.exceptions import ClientError
def client(region):
    return boto3.client("kms", endpoint_url=sys.argv[1], region_name=region)
home, abroad = client("us-east-1"), client("eu-west-1")
def until(what, isSo):
    for _ in range(600):
        if isSo():
            return
        time.sleep(0.1)
    raise SystemExit("it never was so: " + what)
def state(kms, key):
    return kms.describe_key(KeyId=key)["KeyMetadata"]["KeyState"]
def tags(kms, key):
    return {tag["TagKey"]: tag["TagValue"] for tag in kms.list_resource_tags(KeyId=key)["Tags"]}
def policy(*more):
    root = {"Sid": "Root", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::000000000000:root"}, "Action": "kms:*", "Resource": "*"}
    return json.dumps({"Version": "2012-10-17", "Statement": [root, *more]})
def alias(name):
    pages = home.get_paginator("list_aliases").paginate(PaginationConfig={"PageSize": 1})
    return next((one for page in pages for one in page["Aliases"] if one["AliasName"] == name), None)

# create
made = home.create_key(Description="orders", Policy=policy(), MultiRegion=True, KeySpec="SYMMETRIC_DEFAULT", KeyUsage="ENCRYPT_DECRYPT",
    BypassPolicyLockoutSafetyCheck=False, Tags=[{"TagKey": "team", "TagValue": "orders"}, {"TagKey": "env", "TagValue": "prod"}])["KeyMetadata"]
key = made["KeyId"]
until("the key is there", lambda: state(home, key) == "Enabled")
knows_periods = "RotationPeriodInDays" in home.meta.service_model.operation_model("EnableKeyRotation").input_shape.members
home.enable_key_rotation(KeyId=key, **({"RotationPeriodInDays": 90} if knows_periods else {}))
until("it rotates", lambda: home.get_key_rotation_status(KeyId=key)["KeyRotationEnabled"])
home.create_alias(AliasName="alias/orders", TargetKeyId=key)
until("the alias is there", lambda: (alias("alias/orders") or {}).get("TargetKeyId") == key)
replica = home.replicate_key(KeyId=key, ReplicaRegion="eu-west-1", Policy=policy(), Description="abroad",
    Tags=[{"TagKey": "team", "TagValue": "abroad"}])["ReplicaKeyMetadata"]["KeyId"]
until("the replica is there", lambda: state(abroad, replica) == "Enabled")

# plan again: nothing differs
assert json.loads(home.get_key_policy(KeyId=key, PolicyName="default")["Policy"]) == json.loads(policy())
assert tags(home, key) == {"team": "orders", "env": "prod"} and tags(abroad, replica) == {"team": "abroad"}
told = home.describe_key(KeyId="alias/orders")["KeyMetadata"]
assert (told["Description"], told["MultiRegion"], told["KeyManager"], told["Origin"]) == ("orders", True, "CUSTOMER", "AWS_KMS"), told
regions = [one["Region"] for one in told["MultiRegionConfiguration"]["ReplicaKeys"]]
assert regions == ["eu-west-1"] and abroad.describe_key(KeyId=replica)["KeyMetadata"]["MultiRegionConfiguration"]["MultiRegionKeyType"] == "REPLICA"

# change each thing
sid = {"Sid": "App", "Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:DescribeKey", "Resource": "*"}
home.put_key_policy(KeyId=key, PolicyName="default", Policy=policy(sid))
until("the policy is read", lambda: len(json.loads(home.get_key_policy(KeyId=key, PolicyName="default")["Policy"])["Statement"]) == 2)
home.update_key_description(KeyId=key, Description="orders, changed")
home.untag_resource(KeyId=key, TagKeys=["env"])
home.tag_resource(KeyId=key, Tags=[{"TagKey": "team", "TagValue": "billing"}])
until("the tags are read", lambda: tags(home, key) == {"team": "billing"})
home.disable_key(KeyId=key)
until("it is disabled", lambda: not home.describe_key(KeyId=key)["KeyMetadata"]["Enabled"])
home.enable_key(KeyId=key)
until("it is enabled", lambda: state(home, key) == "Enabled")
home.disable_key_rotation(KeyId=key)
until("it rotates no more", lambda: not home.get_key_rotation_status(KeyId=key)["KeyRotationEnabled"])
other = home.create_key()["KeyMetadata"]["KeyId"]
home.update_alias(AliasName="alias/orders", TargetKeyId=other)
until("the alias is moved", lambda: alias("alias/orders")["TargetKeyId"] == other)
assert len(home.list_grants(KeyId=key)["Grants"]) == 0

# destroy
home.delete_alias(AliasName="alias/orders")
until("the alias is gone", lambda: alias("alias/orders") is None)
abroad.schedule_key_deletion(KeyId=replica, PendingWindowInDays=7)
until("the replica goes", lambda: state(abroad, replica) == "PendingDeletion")
home.schedule_key_deletion(KeyId=key, PendingWindowInDays=7)
until("the key waits for its replica", lambda: state(home, key) == "PendingReplicaDeletion")
home.schedule_key_deletion(KeyId=other, PendingWindowInDays=7)
until("the other goes", lambda: state(home, other) == "PendingDeletion")
try:
    home.schedule_key_deletion(KeyId=other)
    raise SystemExit("a key goes twice")
except ClientError as error:
    assert error.response["Error"]["Code"] == "KMSInvalidStateException", error.response
print("as planned")
`;

describe.runIf(has("python3", "-c", "import boto3"))("what Terraform asks", async () => {
  const server = await serving();

  it("is answered so that it ends, and finds nothing to do when it plans again", { timeout: 120_000 }, async () => {
    expect(await runGuide({ script: `python3 - ${server.url} <<'PYTHON'\n${SEQUENCE}\nPYTHON` }, server.url)).toBe("as planned\n");
  });
});
