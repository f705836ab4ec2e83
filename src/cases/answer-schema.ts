import { z } from "zod";

/**
 * What an answer line says: the decision on one case with its trace, or what is invalid about the case. The engine's own types are in
 * `authz/decision.ts`; these say the same to programs in other languages, and a test holds the two together.
 */

const place = z.strictObject({
  file: z.string(),
  line: z.int().positive().optional(),
  column: z.int().positive().optional(),
  pointer: z.string(),
});

export const diagnostic = z.strictObject({
  code: z.string(),
  severity: z.enum(["error", "warning"]),
  message: z.string(),
  at: place,
  help: z.string().optional(),
});

/** In a line its member says what it is: `invalid` has errors, `warnings` has none. */
const lineDiagnostic = diagnostic.partial({ severity: true });

const statementRef = z.strictObject({ policy: z.string(), statement: z.int().nonnegative(), sid: z.string().optional() });
const grantRef = z.strictObject({ grant: z.string() });

const failure = z.strictObject({
  part: z.enum(["principal", "action", "resource", "condition", "operation", "constraint", "token", "no-effect", "doubt"]),
  operator: z.string().optional(),
  key: z.string().optional(),
  wanted: z.array(z.string()),
  got: z.array(z.string()).optional(),
  unknown: z.literal(true).optional(),
  void: z.enum(["policy", "request"]).optional(),
  at: place.optional(),
});

const heldCondition = z.strictObject({
  operator: z.string(),
  key: z.string(),
  wanted: z.array(z.string()),
  got: z.array(z.string()).optional(),
  void: z.literal("policy").optional(),
  at: place.optional(),
});

const applies = z.union([z.boolean(), z.literal("unknown")]);
const layer = z.enum(["service-control", "resource-control", "endpoint", "boundary", "session", "resource", "identity", "grant"]);

const statementVerdict = z.strictObject({
  ref: statementRef,
  effect: z.enum(["Allow", "Deny"]),
  applies,
  way: z.enum(["direct", "role", "user", "account"]).optional(),
  failures: z.array(failure),
  held: z.array(heldCondition).optional(),
  at: place,
});

export const policyType = z.enum([
  "key-policy",
  "resource",
  "trust",
  "identity",
  "boundary",
  "session",
  "service-control",
  "resource-control",
  "endpoint",
]);

const policyVerdict = z.strictObject({
  layer,
  type: policyType,
  policy: z.string(),
  level: z.int().nonnegative().optional(),
  statements: z.array(statementVerdict),
});

const grantVerdict = z.strictObject({
  grant: z.string(),
  name: z.string().optional(),
  grantee: z.string(),
  applies,
  failures: z.array(failure),
});

const trace = z.strictObject({
  principal: z.string(),
  action: z.string(),
  resource: z.string(),
  policies: z.array(policyVerdict),
  grants: z.array(grantVerdict),
  ignored: z.array(z.strictObject({ layer, because: z.string() })),
});

const assumption = z.strictObject({ id: z.string(), text: z.string(), at: place.optional() });

const id = z.union([z.string(), z.number()]);

/** A decided case. The trace is told when it was asked for. */
export const decidedSchema = z.strictObject({
  id: id.optional(),
  decision: z.enum(["Allow", "Deny"]),
  outcome: z.enum(["allowed", "explicitDeny", "implicitDeny", "undetermined"]),
  by: z.array(z.union([statementRef, grantRef])),
  reason: z.string(),
  missing: z.array(z.string()).optional(),
  assumed: z.array(z.string()).optional(), // with the trace
  rules: z.array(z.string()).optional(), // of one answer, and with the trace: `kmsward help ID` tells each
  error: z.strictObject({ name: z.string(), status: z.int(), message: z.string() }).optional(),
  warnings: z.array(lineDiagnostic).optional(), // of the request and of the policies that had a say, only where there are any
  notes: z.array(z.string()).optional(), // what was taken for granted because a world does not tell it
  assumptions: z.array(assumption).optional(), // of a world that says what it does not know: what the answer rests on
  invalid: z.array(lineDiagnostic).optional(),
  trace: trace.optional(),
});

/** A case that could not be read. */
export const invalidSchema = z.strictObject({ id: id.optional(), invalid: z.array(lineDiagnostic).min(1) });

export const answerSchema = z.union([decidedSchema, invalidSchema]);
