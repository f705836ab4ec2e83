import { z } from "zod";
import { worldSchema } from "../world/document.ts";

/**
 * A test file, `*.ward.yaml`. zod is the source: `schemas/test.schema.json` and the validator that runs are made from it, so this
 * file is imported for its types only. What no schema can say, the readers beside it check. The descriptions are what editors show.
 */

const text = z.string();
const flag = z.boolean();
const pairs = z.record(z.string(), z.string());

const outcome = z.enum(["allow", "deny", "explicit-deny", "implicit-deny", "undetermined"]);

const expectation = z.union([
  outcome,
  z.strictObject({
    outcome,
    via: text.describe("All that decided is this: a Sid, POLICY#INDEX, `grant NAME`, or the name of a policy.").optional(),
  }),
]);
const because = z.union([text, z.array(text)]);

const contextValue = z.union([text, z.number(), flag, z.array(text)]);

/** A question to the world, in its names: what a case asks, and what `defaults` give to all cases of the file. */
const asked = {
  principal: text.describe("Who asks: a short name of the world, an ARN, a service principal, or anonymous."),
  action: text.describe("What is asked for: kms:Decrypt."),
  key: text.describe("Of which key: a short name of the world, an alias, an id or an ARN."),
  resource: text.describe("Instead of `key`: the ARN of anything, or *."),
  on: text.describe("With `flow`: the resource of the world whose data it is, and what of it: orders-bucket/2026/x."),
  account: text.describe("The account of what has none in its ARN: 12 digits."),
  context: z.record(z.string(), contextValue).describe("Condition keys as given; they win over those that follow from the rest."),
  encryptionContext: pairs.describe("The encryption context of the call."),
  viaService: text.describe("The service that calls on the principal's behalf: s3, or s3.us-east-1.amazonaws.com."),
  grantTokens: z.array(text).describe("Grant tokens that the call brings."),
  endpoint: text.describe("The VPC endpoint that the call comes through: a short name of the world, or vpce-…"),
  time: text.describe(
    "When, in ISO 8601: 2026-11-22T03:00:00Z. Absent: condition keys of the time are unknown, for AWS always sends them.",
  ),
  unknown: z
    .array(text)
    .describe(
      "Condition keys whose value is not known, families of them, or * for all that is not told: policies that look at them may leave the answer undetermined.",
    ),
};
const expect = expectation.describe("What is to come of it. `deny` is either kind of deny, and never undetermined.");
const becauseOf = because.describe("Each of these is among what decided: a Sid, POLICY#INDEX, or `grant NAME`.");

const row = z.strictObject({ ...asked, expect, because: becauseOf }).partial();
const lists = z
  .strictObject(
    Object.fromEntries(Object.entries(row.shape).map(([name, shape]) => [name, z.array(shape.unwrap()).min(1)])) as {
      [M in keyof typeof row.shape]: z.ZodArray<ReturnType<(typeof row.shape)[M]["unwrap"]>>;
    },
  )
  .partial();
const each = z.union([lists, z.array(row).min(1)]);

const parameters = z.record(z.string(), z.union([text, flag, pairs]));

const roundTrip = z.strictObject({
  writer: text.describe("Who encrypts."),
  reader: text.describe("Who decrypts."),
  with: z
    .enum(["Encrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext"])
    .describe("By which operation the writer makes the ciphertext; absent: Encrypt. Envelope encryption has only data keys.")
    .optional(),
  key: text.describe("Under which key; absent: the case's, or that of `defaults`.").optional(),
  encryptionContext: pairs.describe("Of both; absent: the case's, or that of `defaults`.").optional(),
  readerContext: pairs.describe("What the reader gives, where that is another.").optional(),
});

const skip = z.union([flag, text]).describe("true, or why this is not tried.");
const name = text.describe("One in the file. Of a case with `each`, $action or ${action} stand for values of the row.");

const testCase = z.strictObject({
  name,
  ...z.strictObject(asked).partial().shape,
  each: each.describe("A case for every combination of these lists, or for every one of these rows.").optional(),
  flow: z
    .record(z.string(), z.union([parameters, z.null()]))
    .describe(
      "What a service asks of KMS: its flow with its parameters, { s3.PutObject: { bucket: b, key: k } }. With `on`: what it asks of the policies of the resource and of its key together, { s3.GetObject: {} }.",
    )
    .optional(),
  roundTrip: roundTrip
    .describe("Really encrypts and decrypts. A denial is the reader's: a writer that is refused fails the case.")
    .optional(),
  expect: expect.optional(),
  because: becauseOf.optional(),
  skip: skip.optional(),
  only: flag.describe("All cases that do not say so are skipped.").optional(),
});

const names = z.union([text, z.array(text).min(1)]);
const values = z.record(z.string(), contextValue);

/** Many requests at once: what is not told may be anything. */
const requests = z
  .strictObject({
    principal: names.describe(
      "Who asks: short names of the world, ARNs, accounts, service principals, or patterns of ARNs as aws:PrincipalArn has them.",
    ),
    action: names.describe("What is asked for: kms:Decrypt, or a pattern: kms:Generate*. Absent: everything that is checked on a key."),
    key: names.describe("Of which keys: short names of the world, aliases, ids, ARNs, or patterns. Absent: of every key of the world."),
    resource: names.describe("Instead of `key`: ARNs of keys, or patterns."),
    flow: z
      .union([text, z.array(text).min(1), z.record(z.string(), z.union([parameters, z.null()]))])
      .describe(
        "Instead of `action`: flows on data, s3.GetObject or a pattern, with their parameters where they need some. All calls of a flow count: those of the resource's service and those to its key.",
      ),
    on: names.describe(
      "With `flow`: resources of the world and what is in them, orders-bucket or orders-bucket/private/*, or patterns of their names. Absent: all that have such a flow.",
    ),
    encryptionContext: z
      .record(z.string(), names)
      .describe("Pairs that the encryption context has, among others perhaps; values may be patterns."),
    viaService: names.describe("The service that calls on the principal's behalf: s3, or s3.us-east-1.amazonaws.com."),
    context: values.describe("Condition keys with the values that are meant; of a list, any; with * and ?, what matches."),
    unless: values.describe("Condition keys: requests that have all these values are not meant."),
  })
  .partial();

/** About all requests. */
const invariant = z.strictObject({
  name: text,
  never: requests.describe("No such request is ever allowed.").optional(),
  always: requests.describe("Every such request is allowed.").optional(),
  only: requests.describe("Of such requests, none but those of these principals is ever allowed.").optional(),
  skip: skip.optional(),
});

export const testSchema = z.strictObject({
  $schema: text.optional(),
  version: z.literal(1),
  account: text.describe("The account of what names none: 12 digits, in quotes.").optional(),
  region: text.describe("The Region of what names none.").optional(),
  world: z
    .union([text, z.array(text).min(1), worldSchema])
    .describe("The estate that is asked: the document of a world, or the path of one or of several, counted from this file.")
    .optional(),
  defaults: z
    .strictObject({ ...asked, expect: outcome })
    .partial()
    .describe("What all cases have that do not say otherwise. A member of a case stands in place of the one here.")
    .optional(),
  cases: z.array(testCase).optional(),
  invariants: z.array(invariant).describe("What holds of all requests.").optional(),
});

/** The shape but for that of the world, which its own reader checks. */
export const testShape = testSchema.extend({ world: z.union([text, z.array(text).min(1), z.record(z.string(), z.unknown())]).optional() });

export type TestDocument = Readonly<z.infer<typeof testSchema>>;
export type CaseEntry = z.infer<typeof testCase>;
export type InvariantEntry = z.infer<typeof invariant>;
export type RoundTripEntry = z.infer<typeof roundTrip>;
export type EachEntry = z.infer<typeof each>;
export type Row = z.infer<typeof row>;
export type DefaultsEntry = NonNullable<TestDocument["defaults"]>;
export type Expected = z.infer<typeof outcome>;
