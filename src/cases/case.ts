import { z } from "zod";
import { grantSchema, keyFactsSchema, requestSchema } from "../iam/request.ts";

/**
 * A case: one authorization question with everything that has a say. Documents are checked by the policy parser, which has
 * places and rules no schema can have; here they are any object.
 */
const document = z.record(z.string(), z.unknown());
const namedDocument = z.strictObject({ name: z.string(), document });
const documents = z.array(z.union([namedDocument, document]));

export const policiesSchema = z.strictObject({
  resource: document.optional().describe("The key policy; for other services their resource policy, for sts:AssumeRole the trust policy."),
  identity: documents.optional().describe("Attached to the principal: documents, or { name, document }."),
  boundary: z.union([namedDocument, document]).optional().describe("The permissions boundary."),
  session: documents.optional().describe("Absent: the session has none."),
  serviceControl: z.array(documents).optional().describe("One list a level, the root first and the account last; absent: none apply."),
  resourceControl: z.array(documents).optional().describe("Likewise, of the resource's account; RCPFullAWSAccess is implied."),
  endpoint: document.optional().describe("Of the VPC endpoint; absent: the request passes none."),
});

export const caseSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.union([z.string(), z.number()]).optional().describe("Given back with the answer."),
  request: requestSchema.describe("Who asks for what, of which resource, in what circumstances."),
  policies: policiesSchema.optional().describe("All that have a say."),
  grants: z.array(grantSchema).optional().describe("Those on the key."),
  key: keyFactsSchema.optional().describe("Facts that feed condition keys."),
});

export type CasePolicies = Readonly<z.infer<typeof policiesSchema>>;
export type Case = Readonly<z.infer<typeof caseSchema>>;
