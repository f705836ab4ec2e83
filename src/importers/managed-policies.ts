import { policyNamedByAws } from "../world/named-by-aws.ts";
import type { PolicyValue } from "./draft.ts";

/** A policy of AWS's by its ARN: what a world calls it, its document as far as it speaks of keys, or why it is not known. */
export type ManagedByAws =
  | { readonly named: string } // `policy` of a world has it under this name
  | { readonly document: PolicyValue; readonly isOfOthers?: true } // `isOfOthers`: it speaks of other services only
  | { readonly unknown: string; readonly denies?: false };

/** Undefined of what is no policy of AWS's. */
export function managedByAws(arn: string): ManagedByAws | undefined {
  const path = /^arn:aws[\w-]{0,20}:iam::aws:policy\/(.{1,512})$/.exec(arn)?.[1];
  if (path === undefined) return undefined;
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (policyNamedByAws(arn) !== undefined) return { named: arn };
  if (name === "AdministratorAccess") return { document: allowing(["*"]) }; // of another partition
  const actions = Object.hasOwn(OF_KEYS, name) ? OF_KEYS[name] : undefined;
  if (actions !== undefined)
    return actions.length === 0 ? { document: allowing(["sts:GetCallerIdentity"]), isOfOthers: true } : { document: allowing(actions) };
  const unknown = `the policy ${name} of AWS is not in this version`;
  return /deny|quarantine/i.test(name) ? { unknown } : { unknown, denies: false };
}

const allowing = (actions: readonly string[]): PolicyValue => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }],
});

/**
 * The actions of KMS that policies of AWS allow, all on every key and without a condition; nothing for those that speak of other services only. What they
 * allow besides is of no account here.
 *
 * Source: AWS Managed Policy Reference Guide, the page of each, 2025. What is not certain is not here.
 */
// biome-ignore format: a table reads as a table
const OF_KEYS: Readonly<Record<string, readonly string[]>> = {
  PowerUserAccess:                      ["kms:*"],
  AWSKeyManagementServicePowerUser:     ["kms:CreateAlias", "kms:CreateKey", "kms:DeleteAlias", "kms:Describe*", "kms:GenerateRandom", "kms:Get*", "kms:List*", "kms:TagResource", "kms:UntagResource"],
  ReadOnlyAccess:                       ["kms:Describe*", "kms:Get*", "kms:List*"],
  AWSLambdaBasicExecutionRole:          [],
  AWSLambdaVPCAccessExecutionRole:      [],
  AWSLambdaSQSQueueExecutionRole:       [],
  AWSLambdaDynamoDBExecutionRole:       [],
  AWSLambdaKinesisExecutionRole:        [],
  AWSXRayDaemonWriteAccess:             [],
  AWSXrayWriteOnlyAccess:               [],
  AmazonEC2ContainerRegistryReadOnly:   [],
  AmazonECSTaskExecutionRolePolicy:     [],
  AmazonSSMManagedInstanceCore:         [],
  CloudWatchAgentServerPolicy:          [],
  AmazonS3ReadOnlyAccess:               [],
  AmazonS3FullAccess:                   [],
  AmazonSQSFullAccess:                  [],
  AmazonSNSFullAccess:                  [],
  AmazonEKSWorkerNodePolicy:            [],
  AmazonEKS_CNI_Policy:                 [],
  IAMReadOnlyAccess:                    [],
  IAMFullAccess:                        [],
};
