/**
 * The pure engine: who may do what with a KMS key, by key policies, identity policies, grants and everything that limits them. It reads no file, no
 * clock and no network, and runs in a browser.
 *
 * @packageDocumentation
 */
export type {
  Answer,
  AwsError,
  Determining,
  Failure,
  GrantVerdict,
  Outcome,
  PolicyVerdict,
  StatementVerdict,
  Trace,
} from "./authz/decision.ts";
export { type Diagnostic, type Place, renderDiagnostic } from "./base/diagnostic.ts";
export { type Authorize, type AuthorizerInput, authorizer, decide, InvalidPolicyError } from "./cases/authorizer.ts";
export type { Case } from "./cases/case.ts";
export { authorizeData, type DataAnswer, type DecidedCall } from "./estate/data/authorize.ts";
export type { DataQuestion } from "./estate/data/question.ts";
export { InvalidWorldError } from "./estate/invalid-world.ts";
export type { Question } from "./estate/question.ts";
export { World, type WorldAnswer } from "./estate/world.ts";
export { explain } from "./explain/explain.ts";
export type { ParsedPolicy, ParseOptions } from "./iam/parse/parse.ts";
export type { Policy, PolicyType, Statement, StatementRef } from "./iam/policy.ts";
export type { Grant, KeyFacts, PrincipalFacts, Request } from "./iam/request.ts";
export type { WorldDocument } from "./world/document.ts";
export type { WorldOptions } from "./world/document-reader.ts";
export { type LoadOptions, loadWorld } from "./world/load-world.ts";
export { parsePolicy } from "./world/policy-text.ts";
