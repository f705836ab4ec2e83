import { z } from "zod";

/**
 * The shapes of a request and of the facts around it, as formats.md section 1 has them. zod is the source: the types below are inferred, the JSON
 * Schemas in `schemas/` are written from it, and the validators that run are compiled from those. This file is imported for its types only, save by
 * the schema script and the tests: reading zod takes longer than the whole engine.
 */

const text = z.string();
const account = z.string().regex(/^[0-9]{12}$/);
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** What is known of the caller beyond an ARN. */
export const principalFactsSchema = z.strictObject({
  arn: text,
  roleArn: text.optional(), // of an assumed-role session: the role's full ARN, path included
  userArn: text.optional(), // of a federated-user session: the user, or root user, that issued it
  userId: text.optional(), // AIDA…, AROA… or AROA…:session
  tags: z.record(z.string(), z.string()).optional(),
  orgId: text.optional(),
  orgPath: text.optional(),
  serviceLinkedRole: z.boolean().optional(),
  managementAccount: z.boolean().optional(),
  mfaAgeSeconds: z.number().nonnegative().optional(),
  sourceIdentity: text.optional(),
});

export const principalSchema = z.union([text, principalFactsSchema]);

export const requestSchema = z.strictObject({
  principal: principalSchema,
  action: text,
  resource: text, // an ARN, or "*" where the operation names none
  resourceAccount: account.optional(),
  context: z.record(z.string(), z.union([scalar, z.array(scalar)])).optional(),
  encryptionContext: z.record(z.string(), z.string()).optional(),
  viaService: text.optional(),
  grantTokens: z.array(text).optional(),
  time: text.optional(), // ISO 8601
  unknown: z.array(text).optional(),
});

/** A grant, its members spelled as the KMS API spells them. */
export const grantSchema = z.strictObject({
  GrantId: text,
  Name: text.optional(),
  KeyId: text.optional(),
  GranteePrincipal: text.optional(),
  GranteeServicePrincipal: text.optional(),
  Operations: z.array(text),
  Constraints: z
    .strictObject({
      EncryptionContextEquals: z.record(z.string(), z.string()).optional(),
      EncryptionContextSubset: z.record(z.string(), z.string()).optional(),
      SourceArn: text.optional(),
    })
    .optional(),
  RetiringPrincipal: text.optional(),
  RetiringServicePrincipal: text.optional(),
  IssuingAccount: text.optional(), // an account id or its root ARN; absent: the key's account
  GrantToken: text.optional(),
  Propagated: z.boolean().optional(), // false: in effect only for requests that bring its token (kms-service 4.5)
  CreationDate: scalar.optional(),
});

/** What is known of the key; each fact feeds a condition key, and an untold one leaves that key unknown or absent. */
export const keyFactsSchema = z.strictObject({
  managedBy: z.enum(["customer", "aws"]).optional(),
  aliases: z.array(text).optional(),
  tags: z.record(z.string(), z.string()).optional(),
  spec: text.optional(),
  usage: text.optional(),
  origin: text.optional(),
  multiRegion: z.boolean().optional(),
  multiRegionKeyType: z.enum(["PRIMARY", "REPLICA"]).optional(),
});

export type PrincipalFacts = Readonly<z.infer<typeof principalFactsSchema>>;
export type Request = Readonly<z.infer<typeof requestSchema>>;
export type Grant = Readonly<z.infer<typeof grantSchema>>;
export type KeyFacts = Readonly<z.infer<typeof keyFactsSchema>>;
export type ContextValue = string | number | boolean | readonly (string | number | boolean)[];
