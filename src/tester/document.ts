import { z } from "zod";
import { worldSchema } from "../world/document.ts";

/**
 * A test file, `*.ward.yaml` (formats.md section 3). zod is the source: `schemas/test.schema.json` and the validator that runs are made from it, so this
 * file is imported for its types only. What no schema can say, the readers beside it check.
 */

const text = z.string();
const flag = z.boolean();

export const EXPECTED = ["allow", "deny", "explicit-deny", "implicit-deny", "undetermined"] as const;
const outcome = z.enum(EXPECTED);

/** `via` names what let the request through, or stopped it: a Sid, `grant NAME`, or the name of a policy. */
const expectation = z.union([outcome, z.strictObject({ outcome, via: text.optional() })]);

const contextValue = z.union([text, z.number(), flag, z.array(text)]);

/** A question to the world, in its names: what a case asks, and what `defaults` give to all cases of the file. */
const asked = {
  principal: text.optional(), // a short name, or an ARN
  action: text.optional(), // "kms:Decrypt"
  key: text.optional(), // a short name, an alias, an id, an ARN
  resource: text.optional(), // instead of `key`
  account: text.optional(), // of what has no account in its ARN
  context: z.record(z.string(), contextValue).optional(), // condition keys as given
  encryptionContext: z.record(z.string(), z.string()).optional(),
  viaService: text.optional(), // "s3.us-east-1.amazonaws.com"
  grantTokens: z.array(text).optional(),
  endpoint: text.optional(), // a VPC endpoint of the world
  time: text.optional(),
  unknown: z.array(text).optional(), // condition keys whose value is not known
};

/** One row a combination of the lists, in their order; or the rows themselves. */
const eachValue = z.union([text, z.number(), flag, z.record(z.string(), contextValue), z.array(text)]);
const each = z.union([z.record(z.string(), z.array(eachValue).min(1)), z.array(z.record(z.string(), eachValue)).min(1)]);

const parameters = z.record(z.string(), z.union([text, flag, z.record(z.string(), z.string())]));

const roundTrip = z.strictObject({
  writer: text,
  reader: text,
  key: text.optional(), // absent: the case's, or that of `defaults`
  encryptionContext: z.record(z.string(), z.string()).optional(), // of both; the case's where not told
  readerContext: z.record(z.string(), z.string()).optional(), // where the reader gives another
});

const testCase = z.strictObject({
  name: text,
  ...asked,
  each: each.optional(),
  flow: z.record(z.string(), z.union([parameters, z.null()])).optional(), // { s3.PutObject: { bucket: b, key: k } }
  roundTrip: roundTrip.optional(), // really encrypts, and decrypts
  expect: expectation.optional(),
  because: z.union([text, z.array(text)]).optional(), // Sids, or `grant NAME`: among what decided
  skip: z.union([flag, text]).optional(), // true, or why
  only: flag.optional(),
});

const request = z.record(z.string(), z.unknown());

/** About all requests. */
const invariant = z.strictObject({
  name: text,
  never: request.optional(),
  always: request.optional(),
  skip: z.union([flag, text]).optional(),
});

export const testSchema = z.strictObject({
  $schema: text.optional(),
  version: z.literal(1),
  account: text.optional(), // of what names none
  region: text.optional(),
  world: z.union([text, z.array(text), worldSchema]).optional(), // a world, or the paths of its documents
  defaults: z.strictObject({ ...asked, expect: outcome.optional() }).optional(),
  cases: z.array(testCase).optional(),
  invariants: z.array(invariant).optional(),
});

export type TestDocument = Readonly<z.infer<typeof testSchema>>;
export type CaseEntry = z.infer<typeof testCase>;
export type InvariantEntry = z.infer<typeof invariant>;
export type RoundTripEntry = z.infer<typeof roundTrip>;
export type Expected = z.infer<typeof outcome>;
