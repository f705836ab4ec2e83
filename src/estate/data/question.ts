import type { FlowParameters } from "../../catalog/flow-requests.ts";
import type { Question } from "../question.ts";

/**
 * May a principal do this with the data? A flow, and the resource that it is of: `orders-bucket`, `orders-bucket/2026/x`, or an ARN. Names are those of a
 * world.
 */
export type DataQuestion = Pick<Question, "principal" | "context" | "unknown" | "time" | "endpoint" | "session"> & {
  readonly flow: string; // "s3.GetObject"
  readonly on: string;
  readonly parameters?: FlowParameters; // of the flow, besides what the resource tells; `versionId`
  readonly key?: string | undefined; // where it is not the resource's: of this very object, of a copy
};
