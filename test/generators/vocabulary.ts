/** The small, spiteful alphabet of the generated worlds: almost everything nearly matches something else. */

export const HOME = "111122223333"; // owns the keys
export const GUEST = "444455556666";
export const STRANGER = "777788889999";

export const root = (account: string): string => `arn:aws:iam::${account}:root`;
const user = (account: string, name: string): string => `arn:aws:iam::${account}:user/${name}`;
const role = (account: string, name: string): string => `arn:aws:iam::${account}:role/${name}`;
const session = (account: string, name: string): string => `arn:aws:sts::${account}:assumed-role/${name}`;

export const ALICE_ID = "AIDAALICEALICEEXAMPLE";
export const APP_ID = "AROAAPPAPPAPPAEXAMPLE";
export const SERVICE_ROLE = role(HOME, "aws-service-role/s3.amazonaws.com/AWSServiceRoleForS3");

/** Callers by ARN or name; those in the first list own the keys. */
export const HOME_CALLERS = [
  user(HOME, "alice"),
  user(HOME, "div/alice"),
  user(HOME, "bob"),
  role(HOME, "app"),
  role(HOME, "team/app"),
  session(HOME, "app/s1"),
  session(HOME, "app/s2"),
  session(HOME, "ops/s1"),
  session(HOME, "AWSReservedSSO_Admin/me@x"),
  `arn:aws:sts::${HOME}:federated-user/bob`,
  root(HOME),
];
export const OTHER_CALLERS = [
  session(GUEST, "AWSServiceRoleForS3/s1"),
  role(GUEST, "app"),
  session(GUEST, "app/s1"),
  user(GUEST, "alice"),
  root(GUEST),
  user(STRANGER, "alice"),
];
export const SERVICES = ["s3.amazonaws.com", "cloudtrail.amazonaws.com"];

/** Whom policies and grants name. */
export const PRINCIPALS = [
  ...HOME_CALLERS.filter((arn) => !arn.endsWith(":root")),
  root(HOME),
  HOME,
  root(GUEST),
  GUEST,
  role(GUEST, "app"),
  session(GUEST, "app/s1"),
  user(GUEST, "alice"),
  role(HOME, "ops"),
  ALICE_ID,
  APP_ID,
];

/** Every name by which a policy can call the caller, from the widest to the narrowest. */
export function namesOf(arn: string): string[] {
  const [, , , , account = "", resource = ""] = arn.split(":");
  if (!arn.startsWith("arn:")) return ["*"];
  const [kind, name = ""] = resource.split("/");
  const own = [account, root(account), arn];
  if (kind === "assumed-role") return [...own, role(account, name), role(account, `team/${name}`), APP_ID];
  if (kind === "role") return [...own, `${session(account, resource.split("/").at(-1) ?? "")}/s1`, APP_ID];
  if (kind === "federated-user") return [...own, user(account, name)];
  return kind === "user" ? [...own, ALICE_ID] : own;
}

export const KEY = `arn:aws:kms:us-east-1:${HOME}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
export const KEY_ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
export const TWIN_KEY = `arn:aws:kms:us-west-1:${HOME}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
export const ALIAS = `arn:aws:kms:us-east-1:${HOME}:alias/app`;
export const RESERVED_ALIAS = `arn:aws:kms:us-east-1:${HOME}:alias/aws/s3`;
export const OBJECT = "arn:aws:s3:::bucket/alice";
export const ROLE = role(HOME, "app");

/** Operations on a key; `kms:DisableKey` never works across accounts. */
export const KEY_ACTIONS = [
  "kms:Decrypt",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:ReEncryptFrom",
  "kms:DescribeKey",
  "kms:DisableKey",
  "kms:ListGrants",
  "kms:Sign",
  "kms:EnableKeyRotation",
  "kms:ScheduleKeyDeletion",
  "kms:decrypt",
];
export const STAR_ACTIONS = ["kms:ListKeys", "kms:CreateKey", "kms:GenerateRandom"];
export const OTHER_ACTIONS = ["s3:GetObject", "s3:PutObject", "sqs:SetQueueAttributes", "ssm:GetParameter"];

export const GRANT_OPERATIONS = [
  "Decrypt",
  "Encrypt",
  "GenerateDataKey",
  "ReEncryptFrom",
  "DescribeKey",
  "CreateGrant",
  "RetireGrant",
  "Sign",
];

export const VIA = ["s3.us-east-1.amazonaws.com", "ec2.us-east-1.amazonaws.com"];
export const TRAILS = [`arn:aws:cloudtrail:us-east-1:${HOME}:trail/main`, `arn:aws:cloudtrail:us-east-1:${GUEST}:trail/main`];
export const TIMES = ["2026-11-22T03:00:00Z", "2025-01-01T00:00:00Z"];
