import type { Outcome } from "../../authz/decision.ts";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { ok, type Result } from "../../base/result.ts";
import { authorizeData } from "../../estate/data/authorize.ts";
import type { DataQuestion } from "../../estate/data/question.ts";
import type { WorldResource } from "../../estate/estate.ts";
import type { World } from "../../estate/world.ts";
import { type Repair, type RepairOptions, repairsWithWorlds } from "../repair.ts";
import { compareData, type DataComparison } from "./compare.ts";

/** A call of the flow that is refused, and the changes that open it, once those before it are made: one of them is needed. */
export type DataStep = {
  readonly action: string;
  readonly to: "service" | "kms";
  readonly outcome: Outcome;
  readonly repairs: readonly Repair[];
  readonly inVain: readonly string[];
};

/**
 * What opens a flow on a resource that is refused: of each call in the way the smallest changes, of whichever policy. `comesTo`: what the flow comes to after the
 * first of each; `opens`: who reads what then, of this data and what else lies under its keys, for all requests.
 */
export type DataRepairs = {
  readonly outcome: Outcome;
  readonly steps: readonly DataStep[];
  readonly comesTo: Outcome;
  readonly opens?: DataComparison;
  readonly missing: readonly string[]; // of one that cannot be decided
};

const MOST_CALLS = 12;

/** The smallest changes of both sides' policies that open a flow; each step is found in the world that those before it made, so that what one change opens needs no other. */
export function repairsInData(
  world: World,
  question: DataQuestion,
  options: RepairOptions = {},
): Result<DataRepairs, readonly Diagnostic[]> {
  const first = authorizeData(world, question);
  if (!first.ok) return first;
  const { outcome, missing } = first.value;
  const steps: DataStep[] = [];
  let changed = world;
  let comesTo = outcome;
  for (let i = 0; i < MOST_CALLS && comesTo !== "allowed"; i++) {
    const decided = authorizeData(changed, question);
    const refused = decided.ok
      ? decided.value.calls.find((call) => call.optional === undefined && /Deny$/.test(call.answer.outcome))
      : undefined;
    if (!decided.ok || refused === undefined) break;
    const { repairs, after } = repairsWithWorlds(refused.answer, { world: changed, ...options });
    const { action } = refused.question;
    steps.push({ action, to: refused.to, outcome: refused.answer.outcome, repairs: repairs.repairs, inVain: repairs.inVain });
    const [best] = repairs.repairs;
    const next = best && after(best);
    if (next === undefined) break;
    changed = next;
    const again = authorizeData(changed, question);
    comesTo = again.ok ? again.value.outcome : "undetermined";
  }
  const { arn } = first.value.on;
  const keys = new Set(first.value.calls.flatMap(({ to, question: { key } }) => (to === "kms" && key !== undefined ? [key] : [])));
  const isTouched = (resource: WorldResource): boolean => resource.arn === arn || keysOf(resource).some((key) => keys.has(key));
  const opens = changed === world ? undefined : compareData(world, changed, { only: isTouched });
  return ok({ outcome, steps, comesTo, missing, ...(opens && { opens }) });
}

/** Under which keys data of a resource lies. */
const keysOf = ({ key, objects, versions }: WorldResource): readonly string[] =>
  [key, ...[...objects, ...versions].map((one) => one.key)].flatMap((one) => (one?.kind === "key" ? [one.arn] : []));
