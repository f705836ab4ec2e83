import { type ParsedPolicy, parsePolicy } from "../../src/iam/parse/parse.ts";
import type { PolicyType } from "../../src/iam/policy.ts";

/** A document of one statement that is in order for its type, with some elements changed; `undefined` leaves one out. */
export function policyWith(type: PolicyType, changes: Record<string, unknown> = {}, version: string | undefined = "2012-10-17"): string {
  const onResource = type !== "identity" && type !== "boundary" && type !== "session" && type !== "service-control";
  const statement = {
    Effect: type === "resource-control" ? "Deny" : "Allow",
    ...(onResource && !("NotPrincipal" in changes) && { Principal: "*" }),
    ...(!("NotAction" in changes) && { Action: "kms:Decrypt" }),
    ...(type !== "trust" && !("NotResource" in changes) && { Resource: "*" }),
    ...changes,
  };
  return JSON.stringify({ ...(version !== undefined && { Version: version }), Statement: [statement] });
}

export const parsed = (type: PolicyType, text: string): ParsedPolicy => parsePolicy(text, { type, name: "p.json" });

/** Everything said about a document: `error KW202 /Statement/0/Effect`. */
export const said = (type: PolicyType, text: string): readonly string[] =>
  parsed(type, text).diagnostics.map(({ severity, code, at }) => `${severity} ${code} ${at.pointer}`);

/** Everything said about a statement that is in order but for the changes. */
export const saidOf = (type: PolicyType, changes: Record<string, unknown>, version?: string): readonly string[] =>
  said(type, policyWith(type, changes, version));
