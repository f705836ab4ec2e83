import type { Answer } from "../../authz/decision.ts";
import type { Code } from "../../base/codes.ts";
import type { Place } from "../../base/diagnostic.ts";
import type { DataQuestion } from "../../estate/data/question.ts";
import type { WorldKey } from "../../estate/estate.ts";
import type { Request } from "../../iam/request.ts";
import type { KeyName } from "../answers.ts";

/** How bad it is. Critical and high are errors, medium is a warning, low and info are notes. */
export type Level = "critical" | "high" | "medium" | "low" | "info";

export const LEVELS: readonly Level[] = ["critical", "high", "medium", "low", "info"];

export type FindingSeverity = "error" | "warning" | "note";

export const severityOf = (level: Level): FindingSeverity =>
  level === "critical" || level === "high" ? "error" : level === "medium" ? "warning" : "note";

/** A request that the evaluator allows, and what is assumed for that of policies that nobody told. */
export type FindingWitness = {
  readonly request: Request;
  readonly outcome: Answer["outcome"];
  readonly assumes: readonly string[];
  readonly data?: DataQuestion; // the flow on a resource that `request` is a part of
};

/** A step of a path: what is asked, and what has changed when it was done. */
export type Step = { readonly request: Request; readonly outcome: Answer["outcome"]; readonly text: string };

/** Something about all requests that somebody should know of a world. */
export type Finding = {
  readonly code: Code;
  readonly severity: FindingSeverity;
  readonly level: Level;
  readonly key?: KeyName;
  readonly text: string;
  readonly help: string;
  readonly at: Place;
  readonly witness?: FindingWitness;
  readonly path?: readonly Step[]; // of steps, each allowed after those before it
  readonly if?: readonly string[]; // it is so in some ways in which the documents may be, in words: any of these; absent: in all
  readonly waived?: { readonly reason: string; readonly until: string };
  readonly fingerprint: string; // of what is found, not of where it is written
};

/** What a rule finds. `same`: what the finding is about, which does not change when a file is moved or a statement renamed. */
export type Draft = Pick<Finding, "code" | "level" | "text" | "at" | "witness" | "path"> & {
  readonly help?: string; // instead of that of the rule
  readonly same: readonly unknown[];
};

export const nameOf = ({ name, arn, aliases }: WorldKey): KeyName => ({ name, arn, aliases });
