import { z } from "zod";
import { GRANT_OPERATIONS } from "../catalog/grant-operations.ts";
import { KEY_ORIGINS, KEY_SPECS } from "../catalog/key-specs.ts";
import { KEY_STATES } from "../catalog/key-states.ts";
import type { Told } from "./leaves.ts";

/**
 * A world: an estate as people write it, in one file or several. zod is the source: `schemas/world.schema.json` and the validator
 * that runs are made from it, so this file is imported for its types only. What no schema can say, the readers beside it check.
 */

const text = z.string();
const flag = z.boolean();

/**
 * What an import does not know. A leaf stands in place of a text: the value of a symbol, text with such values in it, or a text that is taken for granted.
 * Inside of policies leaves stand in `Principal`, `Action`, `Resource`, their `Not` forms, and values of conditions.
 */
const symbolLeaf = z.strictObject({ $symbol: text.describe("A name in `symbols`: one value, however often it is named.") });
const leaf = z.union([
  symbolLeaf,
  z.strictObject({
    $join: z
      .array(z.union([text, symbolLeaf]))
      .min(1)
      .describe("One text, with values of symbols in it."),
  }),
  z.strictObject({ $assumed: text.describe("Decided as this text."), because: text.describe("The id of one of the `assumptions`.") }),
]);
const valueOrLeaf = z.union([text, symbolLeaf, ...leaf.options.slice(1)]);

const tags = z.record(z.string(), valueOrLeaf);

/** Where something was found in the document that was imported. */
const foundAt = z.strictObject({ file: text, pointer: text.optional(), line: z.int().optional(), column: z.int().optional() });

/** Of each list, whether what is listed is all there is. */
const extent = z.enum(["all", "some"]).optional();
const knowsOfAll = z
  .strictObject({
    principals: extent.describe("some: there may be other users and roles, with any identity policy."),
    policies: extent.describe("some: principals may hold other identity policies."),
    grants: extent.describe("some: keys may have other grants."),
    keys: extent.describe("some: there may be other keys."),
    serviceControl: extent.describe("some: there may be other service control policies."),
    resourceControl: extent.describe("some: there may be other resource control policies."),
    endpoints: extent.describe("some: there may be other VPC endpoints, and policies of endpoints."),
    resources: extent.describe(
      "some: there may be other buckets, tables, secrets and the like. Absent in a world that was imported: some.",
    ),
  })
  .describe("Whether a list that a world has is the whole one; absent: all. The narrower place wins.");
const knowsOfAccount = knowsOfAll.omit({ endpoints: true });

const trust = z.strictObject({
  organization: flag.optional().describe("All accounts of the organization."),
  organizations: z.array(text).optional().describe("Other ones, by their ids: o-…"),
  accounts: z.array(text).optional().describe("Short names of `accounts`, or ids."),
  principals: z.array(text).optional().describe("ARNs, and no other principal of that account."),
  services: z.array(text).optional().describe("Service principals that need no condition on where a call comes from."),
});
const administrators = z
  .array(text)
  .optional()
  .describe("Who is meant to administer keys: short names, ARNs, ARNs with wildcards. Decides nothing.");

/** A 12-digit id, or the short name of an account. */
const account = text;
/** An ARN, or the short name of a principal. */
const principalName = text;

/**
 * The document itself, `{ name, document }`, a path from the file it stands in, a name in `policies`, `{ terraform, address }`, or one that is not known:
 * `{ unknown: WHY, at?, was?, denies? }`, or the leaf that its ARN is.
 */
const policy = z.union([text, z.record(z.string(), z.unknown())]);
const policies = z.array(policy);

const accountEntry = z.union([
  text,
  z.strictObject({
    id: text.describe("12 digits."),
    serviceControl: policies.optional().describe("Service control policies attached to the account; absent: FullAWSAccess."),
    resourceControl: policies.optional().describe("Resource control policies attached to the account; RCPFullAWSAccess is implied."),
    knows: knowsOfAccount.optional(),
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

const retained = z
  .union([flag, z.enum(["removed", "replaced"])])
  .describe(
    "It stays as it is when what manages it lets it go: when it is removed there, when another one is made in its place, or, if true, in both cases. Decides nothing.",
  );

const principalEntry = z.union([
  text,
  z.strictObject({
    arn: valueOrLeaf.describe("Of a user, role, session, federated user or account root; or a service principal."),
    policies: policies.optional().describe("Identity policies, those of groups included: documents, paths, or names of `policies`."),
    boundary: policy.optional().describe("Permissions boundary."),
    retained: retained.optional(),
    session: policies.optional().describe("Session policies; absent: the session has none."),
    trust: policy.optional().describe("Trust policy of a role."),
    maxSessionDuration: z
      .number()
      .int()
      .min(3600)
      .max(43_200)
      .optional()
      .describe("Of a role: for how many seconds AssumeRole gives credentials at most; absent: 3600, as in AWS."),
    knows: knowsOfAll.pick({ policies: true }).optional(),
    unknown: z
      .array(z.enum(["boundary", "trust", "tags", "userId", "session"]))
      .optional()
      .describe("Facts that are not told, and need not be at their defaults."),
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
  grantee: valueOrLeaf.describe("Who may use the key by it: a short name, an ARN or a service principal."),
  operations: z.array(z.enum(GRANT_OPERATIONS)).describe("What the grantee may do."),
  constraints: z
    .strictObject({
      EncryptionContextEquals: z.record(z.string(), z.string()).optional(),
      EncryptionContextSubset: z.record(z.string(), z.string()).optional(),
      SourceArn: text.optional(),
    })
    .optional()
    .describe("Under which the grant counts."),
  retiring: valueOrLeaf.optional().describe("Who may retire it."),
  issuingAccount: valueOrLeaf.optional().describe("Of who made it; absent: the key's."),
  token: text.optional().describe("One that requests may bring."),
});

const key = z.strictObject({
  arn: valueOrLeaf.optional().describe("Absent: made from account, Region and id."),
  id: text.optional().describe("Absent: made from the short name, the same at every start."),
  account: valueOrLeaf.optional(),
  region: text.optional(),
  description: text.optional(),
  createdAt: text.optional().describe("ISO 8601; absent: when the KMS starts."),
  managedBy: z.enum(["customer", "aws"]).optional().describe("aws: a key that a service made, under alias/aws/…."),
  aliases: z.array(valueOrLeaf).optional().describe("alias/…"),
  knows: knowsOfAll.pick({ grants: true }).optional(),
  unknown: z
    .array(z.enum(["policy", "state", "rotation", "spec", "usage", "origin", "multiRegion", "aliases", "tags", "description"]))
    .optional()
    .describe("Facts that are not told, and need not be at their defaults."),
  attested: flag.optional().describe("Meant for attested enclaves alone. Decides nothing."),
  skipsLockoutCheck: flag
    .optional()
    .describe("Where it is managed, the check is switched off that keeps a key policy from locking everybody out. Decides nothing."),
  retained: retained.optional(),
  replaces: valueOrLeaf.optional().describe("The ARN of the key in whose place it is made. Decides nothing."),
  trust: trust.optional().describe("Whom this key may be shared with, besides those of the whole world. Decides nothing."),
  administrators,
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

/** What a key is named by where data lies under it. */
const keyOfData = z
  .union([valueOrLeaf, z.strictObject({ unknown: text.describe("Why it is not known.") })])
  .describe(
    "A key of the world by its short name, alias, id or ARN; alias/aws/SERVICE, the service's own; aws-owned: a key of AWS that no account sees; none: it is not encrypted under a key. Absent: not told.",
  );
const underKey = { key: keyOfData.optional(), bucketKey: flag.optional().describe("Of S3: whether a bucket key is used.") };
const block = z.strictObject({
  blockPublicAcls: flag.optional(),
  ignorePublicAcls: flag.optional(),
  blockPublicPolicy: flag.optional(),
  restrictPublicBuckets: flag.optional().describe("Where the policy is public, only principals of the account pass."),
});
const versions = z.record(z.string(), z.strictObject(underKey)).describe("Versions under another key, by their ids.");

/** What data lies in. Nothing of it has a default: what is not told is not known, and an answer that hangs on it says so. */
const resource = z.strictObject({
  arn: valueOrLeaf.describe(
    "Of a bucket, table, secret, parameter, queue, topic, function, log group, volume, snapshot, database, cluster, trail.",
  ),
  account: valueOrLeaf.optional().describe("Whose it is, where the ARN does not tell: of buckets and snapshots. Absent: the document's."),
  region: text.optional().describe("Where it is, where the ARN does not tell: of buckets. Absent: the document's."),
  policy: policy
    .optional()
    .describe("The policy attached to it: the document, its path, or a name of `policies`; none: it has no policy. Absent: not told."),
  ...underKey,
  tags: tags.optional().describe("aws:ResourceTag/… Absent: not told."),
  encryptionContext: z.record(z.string(), z.string()).optional().describe("Of S3: pairs that objects were written with."),
  objects: z
    .record(
      z.string(),
      z.strictObject({
        ...underKey,
        encryptionContext: z.record(z.string(), z.string()).optional(),
        owner: account.optional().describe("The account that wrote them, where it owns them."),
        versions: versions.optional(),
      }),
    )
    .optional()
    .describe("Of S3: objects that lie otherwise than the bucket has it now, by their keys, with * and ?; the first that fits counts."),
  versions: versions.optional(),
  objectOwnership: z.enum(["BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter"]).optional().describe("Of S3."),
  publicAccessBlock: block.optional().describe("Of S3: what the bucket says."),
  accountPublicAccessBlock: block.optional().describe("Of S3: what the account, or the organization, says."),
  accessPoints: flag.optional().describe("Of S3: false where the bucket has no access points and no access grants."),
  abac: flag.optional().describe("Of S3 buckets and DynamoDB tables: whether their tags count as aws:ResourceTag/…."),
  sharedWith: z
    .union([z.literal("all"), z.array(account)])
    .optional()
    .describe("Of snapshots: the accounts that they are shared with; of parameters: those that a share of RAM names."),
  tier: z.enum(["standard", "advanced"]).optional().describe("Of parameters."),
  type: z.enum(["String", "StringList", "SecureString"]).optional().describe("Of parameters."),
  sourceVolume: text
    .optional()
    .describe("Of EBS snapshots: the volume, or the snapshot that was copied; its id is in the encryption context."),
  resourceId: text.optional().describe("Of RDS: db-… or cluster-…; it is in the encryption context."),
  role: principalName.optional().describe("Of functions: the execution role; of EKS clusters: the control plane's."),
  reuseSeconds: z.int().min(60).max(86_400).optional().describe("Of queues: how long a data key is used again."),
  masking: flag.optional().describe("Of log groups: whether a data protection policy masks what is read."),
});

const endpoint = z.strictObject({
  id: text.describe("vpce-…"),
  vpc: text.optional().describe("vpc-…"),
  policy: policy.optional().describe("Absent: everything may pass."),
});

export const worldSchema = z.strictObject({
  $schema: text.optional(),
  version: z.literal(1).optional(),
  account: valueOrLeaf.optional().describe("Of what does not name its own."),
  region: text.optional().describe("Of what does not name its own."),
  imported: z
    .strictObject({ from: text, file: text.optional(), side: z.enum(["before", "after"]).optional() })
    .optional()
    .describe("The document that this one was made from. It then says of every list whether it is the whole one (`knows`)."),
  knows: knowsOfAll.optional(),
  symbols: z
    .record(
      z.string(),
      z.strictObject({
        type: z.enum(["role-arn", "user-arn", "account-id", "key-arn", "key-id", "policy-arn", "unique-id", "org-id", "string", "list"]),
        from: text.describe("What it is the value of: an address, a parameter."),
        at: foundAt.optional(),
        account: text.optional().describe("Of an ARN: the account in it, or the symbol of that."),
        prefix: text.optional().describe("How the value begins."),
        suffix: text.optional().describe("How the value ends."),
        oneOf: z.array(text).min(1).optional().describe("The values it may have."),
      }),
    )
    .optional()
    .describe("Values that are not known, by name. Two of them may be equal."),
  invented: z
    .record(z.string(), z.strictObject({ from: text, prefix: text.optional() }))
    .optional()
    .describe("Texts that were made up for values which differ from everything written before: ids of keys to come."),
  assumptions: z
    .array(z.strictObject({ id: text, text, at: foundAt.optional() }))
    .optional()
    .describe("What is taken for granted. Answers that rest on one name it."),
  trust: trust.optional().describe("Whom the keys may be shared with. Decides nothing."),
  administrators,
  include: z.array(text).optional().describe("Paths of more documents, from this one."),
  policies: z.record(z.string(), policy).optional().describe("Policies that several places name."),
  accounts: z.record(z.string(), accountEntry).optional().describe("By short name: the id, or the id and what is attached."),
  organization: organization.optional().describe("What binds all principals of its accounts."),
  principals: z.record(z.string(), principalEntry).optional().describe("Who there is, by short name: an ARN, or more."),
  keys: z.record(z.string(), key).optional().describe("The keys, by short name."),
  resources: z.record(z.string(), resource).optional().describe("What data lies in, by short name: buckets, tables, secrets and the like."),
  endpoints: z.record(z.string(), endpoint).optional().describe("VPC endpoints, by short name."),
});

export type WorldDocument = Readonly<z.infer<typeof worldSchema>>;
/** A world in a program: the document's shape, with bytes and times in their own types too. */
export type WorldObject = Plain<Omit<WorldDocument, "keys">> & { readonly keys?: Readonly<Record<string, KeyObject>> | undefined };
export type KeyObject = Plain<Omit<z.infer<typeof key>, "dangerousKeyMaterial" | "createdAt">> & {
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

/** What stands in a document once its leaves have become texts. */
export type PolicyEntry = z.infer<typeof policy>;
export type AccountEntry = Told<z.infer<typeof accountEntry>>;
export type EndpointEntry = Told<z.infer<typeof endpoint>>;
export type PrincipalEntry = Exclude<Told<z.infer<typeof principalEntry>>, string>;
export type KeyEntry = Told<z.infer<typeof key>>;
export type ResourceEntry = Told<z.infer<typeof resource>>;
export type KeyOfDataEntry = Told<z.infer<typeof keyOfData>>;
export type GrantEntry = Told<z.infer<typeof grant>>;
export type OrganizationEntry = Told<z.infer<typeof organization>>;
export type UnitEntry = Told<z.infer<typeof unit5>> & { readonly units?: Readonly<Record<string, UnitEntry>> | undefined };
