import { z } from "zod";
import { GRANT_OPERATIONS } from "../catalog/grant-operations.ts";
import { KEY_ORIGINS, KEY_SPECS } from "../catalog/key-specs.ts";
import { KEY_STATES } from "../catalog/key-states.ts";

/**
 * A world: an estate as people write it, in one file or several. zod is the source: `schemas/world.schema.json` and the validator
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
  z.strictObject({
    id: text.describe("12 digits."),
    serviceControl: policies.optional().describe("Service control policies attached to the account; absent: FullAWSAccess."),
    resourceControl: policies.optional().describe("Resource control policies attached to the account; RCPFullAWSAccess is implied."),
  }),
]);

/** What a node of the organization has: policies attached to it, and the accounts right below it. */
const attached = {
  serviceControl: policies
    .optional()
    .describe("Service control policies attached here; absent: FullAWSAccess, as Organizations attaches it."),
  resourceControl: policies.optional().describe("Resource control policies attached here; RCPFullAWSAccess is implied."),
  accounts: z.array(account).optional().describe("The accounts right below: ids, or short names of `accounts`."),
};

/** Organizational units nest five deep (AWS Organizations User Guide, quotas). */
const unit5 = z.strictObject({ id: text.optional().describe("ou-…: needed for aws:PrincipalOrgPaths."), ...attached });
const unit4 = z.strictObject({ ...unit5.shape, units: z.record(z.string(), unit5).optional() });
const unit3 = z.strictObject({ ...unit5.shape, units: z.record(z.string(), unit4).optional() });
const unit2 = z.strictObject({ ...unit5.shape, units: z.record(z.string(), unit3).optional() });
const unit1 = z.strictObject({ ...unit5.shape, units: z.record(z.string(), unit2).optional() });

const organization = z.strictObject({
  id: text.describe("o-…"),
  managementAccount: account.optional().describe("No service control policy binds it."),
  rootId: text.optional().describe("r-…: needed for aws:PrincipalOrgPaths."),
  ...attached,
  units: z.record(z.string(), unit1).optional().describe("Organizational units by short name."),
});

const principalEntry = z.union([
  text,
  z.strictObject({
    arn: text.describe("Of a user, role, session, federated user or account root; or a service principal."),
    policies: policies.optional().describe("Identity policies, those of groups included: documents, paths, or names of `policies`."),
    boundary: policy.optional().describe("Permissions boundary."),
    session: policies.optional().describe("Session policies; absent: the session has none."),
    trust: policy.optional().describe("Trust policy of a role."),
    tags: tags.optional().describe("aws:PrincipalTag/…"),
    userId: text.optional().describe("aws:userid: AIDA…, AROA… or AROA…:session."),
    roleArn: principalName.optional().describe("Of a session: its role."),
    userArn: principalName.optional().describe("Of a federated-user session: its user."),
    serviceLinkedRole: flag.optional().describe("No service or resource control policy binds it."),
    mfaAgeSeconds: z.number().nonnegative().optional().describe("Since the second factor was given; absent: it was not."),
    sourceIdentity: text.optional().describe("aws:SourceIdentity"),
    credentials: z
      .strictObject({ accessKeyId: text, secretAccessKey: text, sessionToken: text.optional() })
      .optional()
      .describe("With which it signs requests to the embedded KMS."),
  }),
]);

const grant = z.strictObject({
  id: text.optional().describe("Absent: made from the key and the name."),
  name: text.optional().describe("How tests and explanations call it."),
  grantee: principalName.describe("Who may use the key by it: a short name, an ARN or a service principal."),
  operations: z.array(z.enum(GRANT_OPERATIONS)).describe("What the grantee may do."),
  constraints: z
    .strictObject({
      EncryptionContextEquals: z.record(z.string(), z.string()).optional(),
      EncryptionContextSubset: z.record(z.string(), z.string()).optional(),
      SourceArn: text.optional(),
    })
    .optional()
    .describe("Under which the grant counts."),
  retiring: principalName.optional().describe("Who may retire it."),
  issuingAccount: account.optional().describe("Of who made it; absent: the key's."),
  token: text.optional().describe("One that requests may bring."),
});

const key = z.strictObject({
  arn: text.optional().describe("Absent: made from account, Region and id."),
  id: text.optional().describe("Absent: made from the short name, the same at every start."),
  account: account.optional(),
  region: text.optional(),
  description: text.optional(),
  createdAt: text.optional().describe("ISO 8601; absent: when the KMS starts."),
  managedBy: z.enum(["customer", "aws"]).optional().describe("aws: a key that a service made, under alias/aws/…."),
  aliases: z.array(text).optional().describe("alias/…"),
  policy: policy
    .optional()
    .describe(
      "The key policy: the document, its path, or a name of `policies`; absent: the one that AWS gives a key made without a policy.",
    ),
  tags: tags.optional().describe("aws:ResourceTag/…"),
  grants: z.array(grant).optional().describe("On this key."),
  spec: z
    .enum(KEY_SPECS.map(({ spec }) => spec))
    .optional()
    .describe("Absent: SYMMETRIC_DEFAULT."),
  usage: z
    .enum(["ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT", "ENCAPSULATE_DECAPSULATE"])
    .optional()
    .describe("Only a spec with several uses needs it told."),
  origin: z.enum(KEY_ORIGINS).optional().describe("Absent: AWS_KMS."),
  multiRegion: flag.optional(),
  multiRegionKeyType: z.enum(["PRIMARY", "REPLICA"]).optional().describe("Absent: PRIMARY."),
  state: z.enum(KEY_STATES).optional().describe("Absent: Enabled; of a key with origin EXTERNAL and no material here, PendingImport."),
  pendingWindowInDays: z.int().min(7).max(30).optional().describe("Of a key that waits for its deletion, what is left of it; absent: 30."),
  rotation: z
    .union([flag, z.strictObject({ periodInDays: z.int().min(90).max(2560) })])
    .optional()
    .describe("Automatic rotation: true is every 365 days."),
  dangerousKeyMaterial: z
    .union([text, z.array(text).min(1)])
    .optional()
    .describe("Base64; of a rotated key all of it, oldest first. Anybody who reads this file can decrypt."),
});

const endpoint = z.strictObject({
  id: text.describe("vpce-…"),
  vpc: text.optional().describe("vpc-…"),
  policy: policy.optional().describe("Absent: everything may pass."),
});

export const worldSchema = z.strictObject({
  $schema: text.optional(),
  version: z.literal(1).optional(),
  account: account.optional().describe("Of what does not name its own."),
  region: text.optional().describe("Of what does not name its own."),
  include: z.array(text).optional().describe("Paths of more documents, from this one."),
  policies: z.record(z.string(), policy).optional().describe("Policies that several places name."),
  accounts: z.record(z.string(), accountEntry).optional().describe("By short name: the id, or the id and what is attached."),
  organization: organization.optional().describe("What binds all principals of its accounts."),
  principals: z.record(z.string(), principalEntry).optional().describe("Who there is, by short name: an ARN, or more."),
  keys: z.record(z.string(), key).optional().describe("The keys, by short name."),
  endpoints: z.record(z.string(), endpoint).optional().describe("VPC endpoints, by short name."),
});

export type WorldDocument = Readonly<z.infer<typeof worldSchema>>;
/** A world in a program: the document's shape, with bytes and times in their own types too. */
export type WorldObject = Plain<Omit<WorldDocument, "keys">> & { readonly keys?: Readonly<Record<string, KeyObject>> | undefined };
export type KeyObject = Plain<Omit<KeyEntry, "dangerousKeyMaterial" | "createdAt">> & {
  readonly dangerousKeyMaterial?: string | Uint8Array | readonly (string | Uint8Array)[] | undefined;
  readonly createdAt?: string | number | Date | undefined; // a number: milliseconds since the Unix epoch
};
/** Read only through and through, so that constants fit; what is any object, a policy, may be of any type. */
export type Plain<T> = T extends readonly (infer E)[]
  ? readonly Plain<E>[]
  : T extends object
    ? unknown extends T[keyof T]
      ? object
      : { readonly [K in keyof T]: Plain<T[K]> }
    : T;

export type PolicyEntry = z.infer<typeof policy>;
export type AccountEntry = z.infer<typeof accountEntry>;
export type EndpointEntry = z.infer<typeof endpoint>;
export type PrincipalEntry = Exclude<z.infer<typeof principalEntry>, string>;
export type KeyEntry = z.infer<typeof key>;
export type GrantEntry = z.infer<typeof grant>;
export type OrganizationEntry = z.infer<typeof organization>;
export type UnitEntry = z.infer<typeof unit5> & { readonly units?: Readonly<Record<string, UnitEntry>> | undefined };
