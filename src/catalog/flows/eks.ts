import type { Flow, GrantTemplate, Parameter } from "./flow.ts";

const via = "eks.{region}.amazonaws.com";
/** The identity of the control plane is not documented. Who calls by itself cannot name a service as grantee, so it is taken to be the service-linked role. */
const SERVICE_ROLE = "arn:{partition}:iam::{account}:role/aws-service-role/eks.amazonaws.com/AWSServiceRoleForAmazonEKS";
const controlPlane: Parameter = { kind: "principal", default: SERVICE_ROLE };
const UNTOLD =
  "whether the call carries kms:ViaService is not documented, nor are the grantee, the operations and the constraints of the grant";

const cluster: GrantTemplate = {
  grantee: "{controlPlane}",
  operations: ["Encrypt", "Decrypt", "DescribeKey"],
  ends: "when the cluster is deleted",
  unknown: ["grantee", "operations", "constraint", "retiring", "ends"],
  source: ["EKS-KMS"],
};

export const EKS_FLOWS: Readonly<Record<string, Flow>> = {
  "eks.CreateCluster": {
    calls: ["eks:CreateCluster", "eks:AssociateEncryptionConfig"],
    about: "makes a cluster whose secrets are encrypted under a customer managed key",
    via,
    parameters: { controlPlane },
    steps: [
      { actions: ["DescribeKey"], who: "caller direct", unknown: ["kms:ViaService"], open: UNTOLD, source: ["EKS-KMS"] },
      {
        actions: ["CreateGrant"],
        who: "caller direct",
        grant: "cluster",
        keys: { "kms:GrantIsForAWSResource": "false" }, // documented as not supported here
        unknown: ["kms:ViaService", "kms:EncryptionContextKeys"],
        open: UNTOLD,
        source: ["EKS-KMS"],
      },
    ],
    grants: { cluster },
    source: ["EKS-KMS"],
  },
  "eks.ApiServer": {
    calls: [],
    about: "the control plane of a cluster starts: its key encrypts a seed, by the grant that the cluster has",
    via,
    parameters: { controlPlane },
    steps: [
      {
        actions: ["Encrypt", "Decrypt"],
        who: { grantee: "cluster" },
        unknown: ["kms:EncryptionContextKeys"],
        open: "the identity of the control plane and the context of its requests are not documented",
        source: ["EKS-ENV"],
      },
    ],
    grants: { cluster },
    source: ["EKS-ENV"],
  },
};
