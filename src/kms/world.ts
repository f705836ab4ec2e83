import type { KeyOrigin, KeySpec, KeyUsage } from "../catalog/key-specs.ts";
import type { KeyState } from "../catalog/key-states.ts";
import type { Grant } from "../iam/request.ts";
import type { Credentials } from "./caller.ts";

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
  readonly endpoints?: Readonly<Record<string, WorldEndpoint>>; // by short name
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
  readonly credentials?: Credentials; // what `kms.credentials` gives for it; made up unless told
};

/** An account, and what its organization says of it and of every principal in it. */
export type WorldAccount = {
  readonly orgId?: string;
  readonly orgPath?: string;
  readonly managementAccount?: boolean;
  readonly serviceControl?: readonly (readonly WorldPolicy[])[]; // a list per level, root first, account last
  readonly resourceControl?: readonly (readonly WorldPolicy[])[];
};

/** A VPC endpoint: calls pass it that say so by `endpoint`, or by the condition key aws:SourceVpce. */
export type WorldEndpoint = {
  readonly id: string; // vpce-…
  readonly vpc?: string;
  readonly policy?: WorldPolicy; // the default one unless told: it allows everything
};

export type WorldKey = {
  readonly arn?: string; // or the members it is made of
  readonly id?: string;
  readonly account?: string;
  readonly region?: string;
  readonly aliases?: readonly string[];
  readonly policy?: WorldPolicy; // unless told the default key policy, and of an AWS managed key that of the service its alias names
  readonly description?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly grants?: readonly WorldGrant[];
  readonly spec?: KeySpec;
  readonly usage?: KeyUsage;
  readonly origin?: Exclude<KeyOrigin, "AWS_CLOUDHSM" | "EXTERNAL_KEY_STORE">;
  readonly enabled?: boolean;
  /** Instead of `enabled`. A key of origin EXTERNAL that is told to be Enabled or Disabled has material, random unless told. */
  readonly state?: Exclude<KeyState, "Unavailable">;
  readonly pendingWindowInDays?: number; // until a key that waits for its deletion goes; 30
  readonly rotationPeriodInDays?: number; // automatic rotation, the next one this long after `createdAt`
  readonly managedBy?: "customer" | "aws";
  readonly multiRegion?: "PRIMARY" | "REPLICA" | undefined;
  readonly primaryRegion?: string; // of a replica
  readonly createdAt?: number;
  /** Its material, 32 bytes or PKCS #8 DER, so that the same estate opens the same ciphertexts in every run; random unless told. */
  readonly material?: Uint8Array;
  readonly earlierMaterial?: readonly Uint8Array[]; // of a key that was rotated: what it had before, oldest first
};

/** `GrantToken` is one more token of the grant, beside those that CreateGrant gives. */
export type WorldGrant = Omit<Grant, "GrantId" | "KeyId" | "Propagated" | "CreationDate"> & { readonly GrantId?: string };
