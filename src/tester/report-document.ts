import { z } from "zod";

/**
 * The JSON report of a run, `kmsward test --reporter json`. zod is the source of `schemas/test-report.schema.json` and of the validator by which `--merge`
 * checks what it is given; this file is never loaded at run time.
 */

const text = z.string();
const count = z.number().min(0);

const place = z.strictObject({ file: text, line: count.optional(), column: count.optional(), pointer: text });

const diagnostic = z.strictObject({
  code: text, // "KW101"
  severity: z.enum(["error", "warning"]),
  message: text,
  at: place,
  help: text.optional(),
});

/** Why a case failed. */
const problem = z.strictObject({
  code: text.optional(), // of a case that could not be tried
  cause: text.optional(), // what decided; failures of one cause are told together
  message: text,
  expected: text.optional(),
  got: text.optional(),
  explanation: text.optional(), // several lines, of plain text
  policyAt: place.optional(), // the statement most to do with it
});

const result = z.strictObject({
  name: text,
  at: place,
  status: z.enum(["passed", "failed", "skipped"]),
  milliseconds: count,
  skip: text.optional(), // why
  problem: problem.optional(), // of a failed one
});

const file = z.strictObject({
  path: text,
  results: z.array(result),
  errors: z.array(diagnostic), // why it could not be run
  warnings: z.array(diagnostic),
});

const coverageItem = z.strictObject({
  kind: z.enum(["statement", "principal", "action", "resource", "condition", "grant", "operation", "constraint"]),
  statement: count, // its index in the policy, from 0
  name: text,
  sid: text.optional(),
  effect: z.enum(["Allow", "Deny"]).optional(),
  except: z.literal(true).optional(),
  pointer: text,
  line: count.optional(),
  column: count.optional(),
  endLine: count.optional(),
  endColumn: count.optional(),
  decided: count, // requests
  matched: count,
  failed: count,
  unknown: count,
});

const coverage = z.strictObject({
  version: z.literal(1),
  requests: count,
  policies: z.array(
    z.strictObject({
      name: text,
      type: text,
      file: text,
      pointer: text,
      requests: count,
      text: text.optional(),
      items: z.array(coverageItem),
    }),
  ),
});

export const testReportSchema = z.strictObject({
  version: z.literal(1),
  kmsward: text, // the version that wrote it
  files: z.array(file),
  milliseconds: count,
  shard: z.strictObject({ index: z.number().int().min(1), of: z.number().int().min(1) }).optional(),
  coverage: coverage.optional(),
});
