import { placedInRequest } from "../authz/key-names.ts";
import type { Diagnostic, Place } from "../base/diagnostic.ts";
import { authorizeData, type DataAnswer } from "../estate/data/authorize.ts";
import type { DataQuestion } from "../estate/data/question.ts";
import type { Question } from "../estate/question.ts";
import type { World, WorldAnswer } from "../estate/world.ts";
import { readWorld, type WorldOptions } from "./reader.ts";

/** What a world answers, or everything that is wrong with the world or the question. `warnings` are about its policies. */
export type WorldEvaluation =
  | { readonly answer: WorldAnswer; readonly warnings: readonly Diagnostic[]; readonly world: World }
  | { readonly invalid: readonly Diagnostic[] };

export type EvalOptions = WorldOptions & {
  readonly readFile: NonNullable<WorldOptions["readFile"]>;
  /** Where a member of the question was written ("/principal", "/key"), for messages. */
  readonly placeOf?: (pointer: string) => Place;
};

/** Reads a world from its files and asks it one question: `kmsward eval -w world.yaml --principal app --action kms:Decrypt --key orders`. */
export function evalInWorld(paths: string | readonly string[], question: Question, options: EvalOptions): WorldEvaluation {
  const { world, diagnostics } = readWorld(paths, options);
  if (world === undefined) return { invalid: diagnostics.filter(({ severity }) => severity === "error") };
  const answer = world.authorize(question);
  const placed = ({ at }: Diagnostic) => options.placeOf?.(at.pointer) ?? at;
  if (answer.invalid !== undefined) return { invalid: answer.invalid.map((one) => ({ ...one, at: placed(one) })) };
  const { warnings } = answer;
  if (warnings !== undefined) Object.assign(answer, { warnings: placedInRequest(warnings, placed) });
  return { answer, warnings: diagnostics, world };
}

/** What a world answers about data. */
export type DataEvaluation =
  | { readonly answer: DataAnswer; readonly warnings: readonly Diagnostic[]; readonly world: World }
  | { readonly invalid: readonly Diagnostic[] };

/** Reads a world from its files and asks it about data: `--principal app --flow s3.GetObject --on orders-bucket/2026/x`. */
export function evalData(paths: string | readonly string[], question: DataQuestion, options: EvalOptions): DataEvaluation {
  const { world, diagnostics } = readWorld(paths, options);
  if (world === undefined) return { invalid: diagnostics.filter(({ severity }) => severity === "error") };
  const answer = authorizeData(world, question);
  const placed = ({ at }: Diagnostic) => options.placeOf?.(at.pointer) ?? at;
  if (!answer.ok) return { invalid: answer.error.map((one) => ({ ...one, at: placed(one) })) };
  return { answer: answer.value, warnings: diagnostics, world };
}
