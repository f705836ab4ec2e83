/**
 * The door "kmsward/analysis": answers for all requests, not for one. Pure: it reads no file and no clock, and runs in a browser. Worlds come of `loadWorld`,
 * here or in "kmsward/testing".
 */
export { type AccessOptions, can, whoCan } from "./analysis/access.ts";
export type {
  Access,
  Assumption,
  Change,
  Comparison,
  Entry,
  KeyName,
  RoleStep,
  Severity,
  Undecided,
  Who,
  Witness,
} from "./analysis/answers.ts";
export { type CompareOptions, compare } from "./analysis/compare.ts";
export { type ComparePoliciesOptions, comparePolicies, type DocumentType, type PolicyDocument } from "./analysis/compare-policies.ts";
export type { When } from "./analysis/conditions.ts";
export { type CheckOptions, check } from "./analysis/findings/check.ts";
export type { Finding, FindingSeverity, FindingWitness, Level, Step } from "./analysis/findings/finding.ts";
export type { Need } from "./analysis/findings/needs.ts";
export type { Waiver } from "./analysis/findings/waivers.ts";
export type { Control } from "./analysis/negative-control.ts";
export type { Unlisted } from "./analysis/own-policies.ts";
export type { Refutation } from "./analysis/proof-search.ts";
export { type Proof, type ProveOptions, prove } from "./analysis/prove.ts";
export {
  type Repair,
  type RepairOptions,
  type RepairPart,
  type RepairPlace,
  type Repairs,
  repair,
  repairsIn,
} from "./analysis/repair.ts";
export type { Invariant, Requests } from "./analysis/requests.ts";
export type { Trust } from "./estate/knowledge.ts";
export type { Operation } from "./repair/patch.ts";
