import { z } from "zod";
import { grantSchema, keyFactsSchema, requestSchema } from "../iam/request.ts";

/**
 * A case: one authorization question with everything that has a say (formats.md section 1). Documents are checked by the policy parser, which has
 * places and rules no schema can have; here they are any object.
 */
const document = z.record(z.string(), z.unknown());
const namedDocument = z.strictObject({ name: z.string(), document });
const documents = z.array(z.union([namedDocument, document]));

export const policiesSchema = z.strictObject({
  resource: document.optional(),
  identity: documents.optional(),
  boundary: z.union([namedDocument, document]).optional(),
  session: documents.optional(),
  serviceControl: z.array(documents).optional(),
  resourceControl: z.array(documents).optional(),
  endpoint: document.optional(),
});

export const caseSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.union([z.string(), z.number()]).optional(),
  request: requestSchema,
  policies: policiesSchema.optional(),
  grants: z.array(grantSchema).optional(),
  key: keyFactsSchema.optional(),
});

export type CasePolicies = Readonly<z.infer<typeof policiesSchema>>;
export type Case = Readonly<z.infer<typeof caseSchema>>;
