import type { KeyOrigin, KeySpec, KeyUsage } from "../catalog/key-specs.ts";
import type { Grant } from "../iam/request.ts";

/**
 * The estate an embedded KMS starts with: who may call it and which keys there are. A seam: whatever reads world documents makes one of these, with
 * every short name and file reference resolved. A policy is its text, or the object that the text would be read as.
 */
export type KmsWorld = {
  readonly account?: string; // of keys and callers that tell none; 111122223333
  readonly region?: string; // us-east-1
  readonly partition?: string; // aws
  readonly principals?: Readonly<Record<string, WorldPrincipal>>; // by short name
  readonly keys?: Readonly<Record<string, WorldKey>>; // by short name
  readonly accounts?: Readonly<Record<string, WorldAccount>>; // by account id
  /** Refuse key policies, grants and the like that name a principal of an account of this world that is not in `principals`. */
  readonly knowsAllPrincipals?: boolean;
};

export type WorldPolicy = string | object | { readonly name: string; readonly document: string | object };

export type WorldPrincipal = {
  readonly arn: string; // IAM user, role, role session, federated user, account root; or the name of a service
  readonly policies?: readonly WorldPolicy[];
  readonly boundary?: WorldPolicy;
  readonly session?: string; // the name of the session, for a role
  readonly sessionPolicies?: readonly WorldPolicy[];
  readonly endpointPolicy?: WorldPolicy; // of the VPC endpoint that its calls pass
  readonly roleArn?: string;
  readonly userArn?: string;
  readonly userId?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly orgId?: string;
  readonly orgPath?: string;
  readonly serviceLinkedRole?: boolean;
  readonly managementAccount?: boolean;
  readonly mfaAgeSeconds?: number;
  readonly sourceIdentity?: string;
};

export type WorldAccount = {
  readonly serviceControl?: readonly (readonly WorldPolicy[])[]; // a list per level, root first, account last
  readonly resourceControl?: readonly (readonly WorldPolicy[])[];
};

export type WorldKey = {
  readonly arn?: string; // or the members it is made of
  readonly id?: string;
  readonly account?: string;
  readonly region?: string;
  readonly aliases?: readonly string[];
  readonly policy?: WorldPolicy; // the default key policy unless told
  readonly description?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly grants?: readonly WorldGrant[];
  readonly spec?: KeySpec;
  readonly usage?: KeyUsage;
  readonly origin?: Exclude<KeyOrigin, "AWS_CLOUDHSM" | "EXTERNAL_KEY_STORE">;
  readonly enabled?: boolean;
  readonly managedBy?: "customer" | "aws";
  readonly multiRegion?: "PRIMARY" | "REPLICA" | undefined;
  readonly primaryRegion?: string; // of a replica
  readonly createdAt?: number;
  /** Its material, 32 bytes or PKCS #8 DER, so that the same estate opens the same ciphertexts in every run; random unless told. */
  readonly material?: Uint8Array;
};

export type WorldGrant = Omit<Grant, "GrantId" | "GrantToken" | "KeyId" | "Propagated" | "CreationDate"> & { readonly GrantId?: string };
