import { type Diagnostic, renderDiagnostic } from "../base/diagnostic.ts";
import { printable } from "../base/text.ts";
import { assertOptions } from "../base/usage.ts";
import { EXPLAIN_OPTIONS, type ExplainOptions, explain } from "../explain/explain.ts";
import type { Explanation } from "../explain/explanation.ts";
import type { Authority } from "../kms/authorize.ts";
import type { CallLog, KeptCall } from "../kms/call-log.ts";

/** Why a call of the embedded KMS got its answer, as plain values. */
export type CallExplanation = {
  readonly requestId: string;
  readonly operation: string; // "Decrypt"
  /** What it was refused with; absent where it did what it was asked. */
  readonly error?: { readonly name: string; readonly message?: string };
  /** The permissions it asked for, in that order, until one was denied; none where it failed before any. */
  readonly permissions: readonly CallPermission[];
  /** Of a policy that is malformed: what is wrong with it, each at its place. */
  readonly diagnostics: readonly Diagnostic[];
};

/** `would`: asked about the key as it would be after the call, as the lockout safety check of key policies does. */
export type CallPermission = Explanation & { readonly would?: true };

/** What was kept of the calls of a KMS, and what can ask again about them. */
type Kept = { readonly calls: CallLog; readonly authority: Authority };

/**
 * @throws {TypeError} for what is neither an error of a call nor a request id.
 * @throws {RangeError} for a call that is not among those that are kept.
 */
export function explainCall(kept: Kept, asked: unknown, options: ExplainOptions): string | CallExplanation {
  assertOptions(options, EXPLAIN_OPTIONS, "explain");
  const requestId = requestIdOf(asked);
  const call = kept.calls.find(requestId);
  if (call === undefined) {
    const limit = kept.calls.limit.toLocaleString("en-US");
    throw new RangeError(`explain: no call ${printable(requestId)} is among the last ${limit} of this KMS (\`auditLimit\` keeps more)`);
  }
  return options.format === "json" ? treeOf(kept, call, options) : textOf(kept, call, options);
}

/** Of an error of the AWS SDK too: it has the same members. */
function requestIdOf(asked: unknown): string {
  if (typeof asked === "string" && asked !== "") return asked;
  const metadata: unknown = asked instanceof Error && "$metadata" in asked ? asked.$metadata : undefined;
  const requestId = (metadata as { readonly requestId?: unknown } | undefined)?.requestId;
  if (typeof requestId === "string" && requestId !== "") return requestId;
  throw new TypeError("explain: give the error that a call threw, or its request id (`requestID` of its audit event)");
}

function treeOf({ authority }: Kept, { requestId, operation, permissions, error }: KeptCall, { style }: ExplainOptions): CallExplanation {
  return {
    requestId,
    operation,
    ...(error && { error: { name: error.name, ...(error.message !== undefined && { message: error.message }) } }),
    permissions: permissions.map((permission) => ({
      ...explain(authority.again(permission), { ...(style && { style }), format: "json" }),
      ...(permission.would && { would: true as const }),
    })),
    diagnostics: error?.diagnostics ?? [],
  };
}

function textOf({ authority }: Kept, { requestId, operation, permissions, error }: KeptCall, options: ExplainOptions): string {
  const { name, message, diagnostics = [] } = error ?? {};
  const head = `${operation} ${name === undefined ? "did what it was asked" : `was refused with ${name}`} (request ${requestId})`;
  const trees = permissions.flatMap((permission) => {
    const tree = explain(authority.again(permission), { ...options, format: "text" });
    return permission.would ? ["as the key would be after the call:", tree] : [tree];
  });
  return [
    message === undefined ? head : `${head}\n  ${printable(message, 1000)}`,
    ...trees,
    ...(trees.length === 0 ? ["no permission was looked at"] : []),
    ...diagnostics.map((each) => printableLines(renderDiagnostic(each))),
  ].join("\n\n");
}

const printableLines = (text: string): string =>
  text
    .split("\n")
    .map((line) => printable(line, 1000))
    .join("\n");
