import { z } from "zod";

/**
 * The shapes of a request and of the facts around it. zod is the source: the types below are inferred, the JSON
 * Schemas in `schemas/` are written from it, and the validators that run are compiled from those. This file is imported for its types only, save by
 * the schema script and the tests: reading zod takes longer than the whole engine.
 */

const text = z.string();
const account = z.string().regex(/^[0-9]{12}$/);
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** What is known of the caller beyond an ARN. */
export const principalFactsSchema = z.strictObject({
  arn: text.describe("Of a user, role, session, federated user or account root; a service principal; or anonymous."),
  roleArn: text.optional().describe("Of an assumed-role session: the role's full ARN, path included."),
  userArn: text.optional().describe("Of a federated-user session: the user, or root user, that issued it."),
  userId: text.optional().describe("AIDA…, AROA… or AROA…:session."),
  tags: z.record(z.string(), z.string()).optional().describe("aws:PrincipalTag/…"),
  orgId: text.optional().describe("aws:PrincipalOrgID"),
  orgPath: text.optional().describe("aws:PrincipalOrgPaths"),
  serviceLinkedRole: z.boolean().optional().describe("No service or resource control policy binds it."),
  managementAccount: z.boolean().optional().describe("Of the organization: no service control policy binds it."),
  mfaAgeSeconds: z.number().nonnegative().optional().describe("Since the second factor was given; absent: it was not."),
  sourceIdentity: text.optional().describe("aws:SourceIdentity"),
});

export const principalSchema = z.union([text, principalFactsSchema]);

export const requestSchema = z.strictObject({
  principal: principalSchema.describe("Who asks: an ARN, a service principal, anonymous, or an object that says more."),
  action: text.describe("kms:Decrypt"),
  resource: text.describe("An ARN, or * where the operation names none."),
  resourceAccount: account.optional().describe("Absent: the account in the ARN."),
  context: z
    .record(z.string(), z.union([scalar, z.array(scalar)]))
    .optional()
    .describe("Condition keys as given; they win over derived ones."),
  encryptionContext: z
    .record(z.string(), z.string())
    .optional()
    .describe("The call's real map: feeds kms:EncryptionContext:…, kms:EncryptionContextKeys and the constraints of grants."),
  viaService: text
    .optional()
    .describe("A call that a service forwards: s3.us-east-1.amazonaws.com. Feeds kms:ViaService, aws:ViaAWSService and aws:CalledVia…."),
  grantTokens: z.array(text).optional().describe("Those that the call brings."),
  time: text
    .optional()
    .describe(
      "ISO 8601 in UTC where it names no zone; feeds aws:CurrentTime and aws:EpochTime. AWS sends them with every request: without it they are unknown.",
    ),
  unknown: z
    .array(text)
    .optional()
    .describe(
      "Condition keys whose value is not known, families of them (kms:EncryptionContext:), or * for all that is not told: where one would decide, the answer is undetermined.",
    ),
});

/** A grant, its members spelled as the KMS API spells them. */
export const grantSchema = z.strictObject({
  GrantId: text,
  Name: text.optional(),
  KeyId: text.optional(),
  GranteePrincipal: text.optional().describe("An ARN."),
  GranteeServicePrincipal: text.optional().describe("A service, in place of GranteePrincipal."),
  Operations: z.array(text).describe("Decrypt, Encrypt, …"),
  Constraints: z
    .strictObject({
      EncryptionContextEquals: z.record(z.string(), z.string()).optional(),
      EncryptionContextSubset: z.record(z.string(), z.string()).optional(),
      SourceArn: text.optional(),
    })
    .optional(),
  RetiringPrincipal: text.optional().describe("Who may retire it."),
  RetiringServicePrincipal: text.optional(),
  IssuingAccount: text.optional().describe("An account id or its root ARN; absent: the key's account."),
  GrantToken: text.optional(),
  Propagated: z.boolean().optional().describe("false: in effect only for requests that bring its token."),
  CreationDate: scalar.optional(),
});

/** What is known of the key; each fact feeds a condition key, and an untold one leaves that key unknown or absent. */
export const keyFactsSchema = z.strictObject({
  managedBy: z.enum(["customer", "aws"]).optional().describe("aws: a key that a service made."),
  aliases: z.array(text).optional().describe("kms:ResourceAliases"),
  tags: z.record(z.string(), z.string()).optional().describe("aws:ResourceTag/…"),
  spec: text.optional().describe("kms:KeySpec"),
  usage: text.optional().describe("kms:KeyUsage"),
  origin: text.optional().describe("kms:KeyOrigin"),
  multiRegion: z.boolean().optional().describe("kms:MultiRegion"),
  multiRegionKeyType: z.enum(["PRIMARY", "REPLICA"]).optional().describe("kms:MultiRegionKeyType"),
});

export type PrincipalFacts = Readonly<z.infer<typeof principalFactsSchema>>;
export type Request = Readonly<z.infer<typeof requestSchema>>;
export type Grant = Readonly<z.infer<typeof grantSchema>>;
export type KeyFacts = Readonly<z.infer<typeof keyFactsSchema>>;
export type ContextValue = string | number | boolean | readonly (string | number | boolean)[];
