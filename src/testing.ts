/**
 * Tests of policies inside a test framework: worlds from files, questions in one line, the cases of `*.ward.yaml` files as tests. The matchers come with the
 * door of the framework: "kmsward/vitest", "kmsward/vitest5" or "kmsward/jest".
 *
 * @packageDocumentation
 */
export type { Answer, Outcome } from "./authz/decision.ts";
export { type LoadOptions, loadWorld } from "./embedded/load-world.ts";
export type { FlowQuestion } from "./estate/flow.ts";
export { InvalidWorldError } from "./estate/invalid-world.ts";
export type { Question } from "./estate/question.ts";
export { World, type WorldAnswer } from "./estate/world.ts";
export { explain } from "./explain/explain.ts";
export { MatcherUseError } from "./matchers/matcher-input.ts";
export type { MatcherContext, MatcherResult } from "./matchers/matcher-report.ts";
export type { DenialKind, NeverAllowed, WardMatchers } from "./matchers/matcher-types.ts";
export { wardMatchers } from "./matchers/matchers.ts";
export { type QuestionParts, type RequestBuilder, request } from "./matchers/request-builder.ts";
export { wardSerializer } from "./matchers/serializer.ts";
export { type SuiteOptions, wardSuite } from "./matchers/ward-suite.ts";
export type { WorldDocument } from "./world/document.ts";
