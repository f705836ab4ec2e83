/** The key policies that AWS writes itself (KMS Developer Guide, "Default key policy" and "AWS managed keys"). */
export type KeyPolicyDocument = {
  readonly Version: "2012-10-17";
  readonly Id: string;
  readonly Statement: readonly KeyPolicyStatement[];
};

export type KeyPolicyStatement = {
  readonly Sid: string;
  readonly Effect: "Allow";
  readonly Principal: { readonly AWS?: string | readonly string[]; readonly Service?: string };
  readonly Action: string | readonly string[];
  readonly Resource: "*"; // in a key policy: this key
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
};

export type Home = { readonly partition: string; readonly account: string };

const root = ({ partition, account }: Home): string => `arn:${partition}:iam::${account}:root`;

/**
 * What CreateKey and ReplicateKey store when they are given no policy: the account may delegate everything. The very text that GetKeyPolicy returns,
 * spaces before colons included (recorded from AWS).
 */
export const defaultKeyPolicyText = (home: Home): string => `{
  "Version" : "2012-10-17",
  "Id" : "key-default-1",
  "Statement" : [ {
    "Sid" : "Enable IAM User Permissions",
    "Effect" : "Allow",
    "Principal" : {
      "AWS" : "${root(home)}"
    },
    "Action" : "kms:*",
    "Resource" : "*"
  } ]
}`;

const oneOrMany = (principals: readonly string[]): string | readonly string[] =>
  principals.length === 1 && principals[0] !== undefined ? principals[0] : principals;

export type AwsManaged = Home & {
  readonly region: string;
  readonly service: string; // of `alias/aws/<service>`: "sqs", "ebs"
  readonly via?: string | readonly string[]; // its names in kms:ViaService where they differ: "ec2" for ebs
  readonly title?: string; // its name in prose, in the Sid
  readonly grants: boolean; // whether the service works with grants
  readonly id?: string | undefined; // of the policy; `auto-<service>-1` unless told
};

/**
 * The shape of the policy of an AWS managed key: anyone in the account, but only through the service; the account itself sees metadata
 * (rule kms.aws-managed.through-service).
 * Recorded from aws/sqs. The wording of a Sid differs from service to service; who may do what does not.
 */
export function awsManagedKeyPolicy(key: AwsManaged): KeyPolicyDocument {
  const { service, region, account, grants, via = service, title = service, id = `auto-${service}-1` } = key;
  return {
    Version: "2012-10-17",
    Id: id,
    Statement: [
      {
        Sid: `Allow access through ${title} for all principals in the account that are authorized to use ${title}`,
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: [
          "kms:Encrypt",
          "kms:Decrypt",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          ...(grants ? ["kms:CreateGrant"] : []),
          "kms:DescribeKey",
        ],
        Resource: "*",
        Condition: { StringEquals: { "kms:ViaService": viaServices(via, region), "kms:CallerAccount": account } },
      },
      {
        Sid: "Allow direct access to key metadata to the account",
        Effect: "Allow",
        Principal: { AWS: root(key) },
        Action: ["kms:Describe*", "kms:Get*", "kms:List*", ...(grants ? ["kms:RevokeGrant"] : [])],
        Resource: "*",
      },
    ],
  };
}

/** Values of kms:ViaService: the suffix is the same in every partition (rule context.forwarded.via-service). */
function viaServices(via: string | readonly string[], region: string): string | readonly string[] {
  const names = typeof via === "string" ? [via] : via;
  return oneOrMany(names.map((name) => `${name}.${region}.amazonaws.com`));
}
