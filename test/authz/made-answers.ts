import type { Answer, Failure, GrantVerdict, Layer, PolicyVerdict, StatementVerdict, Trace, Way } from "../../src/authz/decision.ts";
import type { PolicyType } from "../../src/iam/policy.ts";

/** Answers made by hand: what explain and closest read, without an engine to make it. */

export const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
export const APP = "arn:aws:sts::111122223333:assumed-role/orders-app/i-0ab";

type Said = {
  readonly sid?: string;
  readonly effect?: "Allow" | "Deny";
  readonly applies?: boolean | "unknown";
  readonly way?: Way;
  readonly failures?: readonly Failure[];
  readonly at?: { readonly file: string; readonly line: number };
};

const TYPES: Readonly<Record<Layer, PolicyType>> = {
  "service-control": "service-control",
  "resource-control": "resource-control",
  endpoint: "endpoint",
  boundary: "boundary",
  session: "session",
  resource: "key-policy",
  identity: "identity",
  grant: "resource",
};

/** A statement with failures does not apply, one without does. */
export const policy = (
  layer: Layer,
  name: string,
  said: readonly Said[],
  more: { level?: number; type?: PolicyType } = {},
): PolicyVerdict => ({
  layer,
  type: more.type ?? TYPES[layer],
  policy: name,
  ...(more.level !== undefined && { level: more.level }),
  statements: said.map(
    ({ sid, effect = "Allow", failures = [], applies = failures.length === 0, way, at }, i): StatementVerdict => ({
      ref: { policy: name, statement: i, ...(sid !== undefined && { sid }) },
      effect,
      applies,
      ...(way && { way }),
      failures,
      at: { file: name, pointer: `/Statement/${i}`, ...at },
    }),
  ),
});

export const condition = (operator: string, key: string, wanted: readonly string[], got?: readonly string[]): Failure => ({
  part: "condition",
  operator,
  key,
  wanted,
  got,
});

export const unknownCondition = (operator: string, key: string, wanted: readonly string[]): Failure => ({
  ...condition(operator, key, wanted),
  unknown: true,
});

export const otherAction: Failure = { part: "action", wanted: ["kms:Encrypt"], got: ["kms:Decrypt"] };

export const trace = (policies: readonly PolicyVerdict[], more: Partial<Trace> = {}): Trace => ({
  principal: APP,
  action: "kms:Decrypt",
  resource: KEY,
  policies,
  grants: [],
  ignored: [],
  ...more,
});

export const grant = (id: string, failures: readonly Failure[], more: Partial<GrantVerdict> = {}): GrantVerdict => ({
  grant: id,
  grantee: "arn:aws:iam::111122223333:role/exporter",
  applies: failures.length === 0,
  failures,
  ...more,
});

export const answer = (outcome: Answer["outcome"], reason: string, made: Trace, more: Partial<Answer> = {}): Answer => ({
  decision: outcome === "allowed" ? "Allow" : "Deny",
  outcome,
  by: [],
  reason,
  trace: made,
  ...more,
});
