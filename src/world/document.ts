import { z } from "zod";
import { GRANT_OPERATIONS } from "../catalog/grant-operations.ts";
import { KEY_ORIGINS, KEY_SPECS } from "../catalog/key-specs.ts";
import { KEY_STATES } from "../catalog/key-states.ts";

/**
 * A world: an estate as people write it, in one file or several (formats.md section 2). zod is the source: `schemas/world.schema.json` and the validator
 * that runs are made from it, so this file is imported for its types only. What no schema can say, the readers beside it check.
 */

const text = z.string();
const flag = z.boolean();
const tags = z.record(z.string(), z.string());

/** A 12-digit id, or the short name of an account. */
const account = text;
/** An ARN, or the short name of a principal. */
const principalName = text;

/** The document itself, `{ name, document }`, a path from the file it stands in, a name in `policies`, or `{ terraform, address }`. */
const policy = z.union([text, z.record(z.string(), z.unknown())]);
const policies = z.array(policy);

const accountEntry = z.union([
  text,
  z.strictObject({ id: text, serviceControl: policies.optional(), resourceControl: policies.optional() }),
]);

/** What a node of the organization has: policies attached to it, and the accounts right below it. */
const attached = {
  serviceControl: policies.optional(), // absent: FullAWSAccess, as Organizations attaches it
  resourceControl: policies.optional(), // RCPFullAWSAccess is implied
  accounts: z.array(account).optional(),
};

/** Organizational units nest five deep (AWS Organizations User Guide, quotas). */
const unit5 = z.strictObject({ id: text.optional(), ...attached });
const unit4 = z.strictObject({ ...unit5.shape, units: z.record(z.string(), unit5).optional() });
const unit3 = z.strictObject({ ...unit5.shape, units: z.record(z.string(), unit4).optional() });
const unit2 = z.strictObject({ ...unit5.shape, units: z.record(z.string(), unit3).optional() });
const unit1 = z.strictObject({ ...unit5.shape, units: z.record(z.string(), unit2).optional() });

const organization = z.strictObject({
  id: text, // o-…
  managementAccount: account.optional(),
  rootId: text.optional(), // r-…
  ...attached,
  units: z.record(z.string(), unit1).optional(),
});

const principalEntry = z.union([
  text,
  z.strictObject({
    arn: text,
    policies: policies.optional(), // identity policies, those of groups included
    boundary: policy.optional(),
    session: policies.optional(), // session policies; absent: the session has none
    trust: policy.optional(), // of a role
    tags: tags.optional(),
    userId: text.optional(),
    roleArn: principalName.optional(), // of a session: its role
    userArn: principalName.optional(), // of a federated-user session: its user
    serviceLinkedRole: flag.optional(),
    mfaAgeSeconds: z.number().nonnegative().optional(),
    sourceIdentity: text.optional(),
    credentials: z.strictObject({ accessKeyId: text, secretAccessKey: text, sessionToken: text.optional() }).optional(),
  }),
]);

const grant = z.strictObject({
  id: text.optional(),
  name: text.optional(),
  grantee: principalName,
  operations: z.array(z.enum(GRANT_OPERATIONS)),
  constraints: z
    .strictObject({
      EncryptionContextEquals: z.record(z.string(), z.string()).optional(),
      EncryptionContextSubset: z.record(z.string(), z.string()).optional(),
      SourceArn: text.optional(),
    })
    .optional(),
  retiring: principalName.optional(),
  issuingAccount: account.optional(), // absent: the key's
  token: text.optional(),
});

const key = z.strictObject({
  arn: text.optional(), // absent: made from account, region and id
  id: text.optional(), // absent: made from the short name, the same at every start
  account: account.optional(),
  region: text.optional(),
  description: text.optional(),
  managedBy: z.enum(["customer", "aws"]).optional(),
  aliases: z.array(text).optional(), // "alias/orders"
  policy: policy.optional(), // absent: the one that AWS gives a key made without a policy
  tags: tags.optional(),
  grants: z.array(grant).optional(),
  spec: z.enum(KEY_SPECS.map(({ spec }) => spec)).optional(),
  usage: z.enum(["ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT", "ENCAPSULATE_DECAPSULATE"]).optional(),
  origin: z.enum(KEY_ORIGINS).optional(),
  multiRegion: flag.optional(),
  multiRegionKeyType: z.enum(["PRIMARY", "REPLICA"]).optional(),
  state: z.enum(KEY_STATES).optional(), // absent: Enabled; of a key with origin EXTERNAL and no material here, PendingImport
  pendingWindowInDays: z.int().min(7).max(30).optional(), // of a key that waits for its deletion: what is left of it; 30
  rotation: z.union([flag, z.strictObject({ periodInDays: z.int().min(90).max(2560) })]).optional(),
  dangerousKeyMaterial: z.union([text, z.array(text).min(1)]).optional(), // base64; of a rotated key all of it, oldest first
});

const endpoint = z.strictObject({ id: text, vpc: text.optional(), policy: policy.optional() });

export const worldSchema = z.strictObject({
  $schema: text.optional(),
  version: z.literal(1).optional(),
  account: account.optional(), // of what does not name its own
  region: text.optional(),
  include: z.array(text).optional(), // paths of more documents
  policies: z.record(z.string(), policy).optional(), // policies that several places name
  accounts: z.record(z.string(), accountEntry).optional(),
  organization: organization.optional(),
  principals: z.record(z.string(), principalEntry).optional(),
  keys: z.record(z.string(), key).optional(),
  endpoints: z.record(z.string(), endpoint).optional(),
});

export type WorldDocument = Readonly<z.infer<typeof worldSchema>>;
export type PolicyEntry = z.infer<typeof policy>;
export type PrincipalEntry = Exclude<z.infer<typeof principalEntry>, string>;
export type KeyEntry = z.infer<typeof key>;
export type GrantEntry = z.infer<typeof grant>;
export type OrganizationEntry = z.infer<typeof organization>;
export type UnitEntry = z.infer<typeof unit5> & { readonly units?: Readonly<Record<string, UnitEntry>> | undefined };
