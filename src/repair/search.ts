import { type Provenance, provenanceOf } from "../authz/answer.ts";
import type { Answer } from "../authz/decision.ts";
import { someApply } from "../authz/limits.ts";
import { Reading } from "../authz/reading.ts";
import type { Ruling } from "../authz/ruling.ts";
import type { Request } from "../iam/request.ts";
import { allowing, granting } from "./allow.ts";
import { excepting } from "./deny.ts";
import { type DocumentOf, type Edit, State } from "./state.ts";

/** Edits that together open a request, and no part of which can be left out. */
export type Found = { readonly edits: readonly Edit[]; readonly state: State };

export type SearchOptions = {
  readonly documentOf?: DocumentOf;
  readonly evaluations?: number; // at most
  readonly most?: number; // of what is found
};

const MOST_EDITS = 5;
const EVALUATIONS = 600;
const MOST_FOUND = 16;
const MOST_OPEN = 32; // half-way changes that are followed further
const BREADTH = 6; // of what is tried next, once something is changed
const DENY_BREADTH = 2; // each of several denies has its own exceptions

/** What was found, and what nobody told on which it hangs whether other changes open the request. */
export type Openings = { readonly found: readonly Found[]; readonly hangsOn: readonly string[] };

/**
 * The smallest changes of policies and grants that open a request that was denied: one change where one will do. Each is asked of the evaluator, and so is
 * each without any part of it. What is changed next is what the denial is blamed on, so that nothing is opened that is not in the way.
 */
export function openings(answer: Answer, options: SearchOptions = {}): Openings {
  const hangsOn = new Set<string>(answer.missing);
  const from = provenanceOf(answer);
  if (from === undefined || (answer.outcome !== "implicitDeny" && answer.outcome !== "explicitDeny"))
    return { found: [], hangsOn: [...hangsOn] };
  const { request } = from;
  const budget = { left: options.evaluations ?? EVALUATIONS };
  const most = options.most ?? MOST_FOUND;
  const start = State.of(from.linked.set, options.documentOf);
  let level: readonly State[] = [start];
  for (let depth = 0; depth < MOST_EDITS && level.length > 0 && budget.left > 0; depth++) {
    const next: State[] = [];
    const found: Found[] = [];
    for (const state of level) {
      const before = blame(state, request);
      for (const edit of nextEdits(state, request, depth)) {
        if (budget.left-- <= 0) break;
        const changed = state.after(edit);
        if (changed === undefined) continue;
        const { outcome, missing = [] } = changed.answer(request);
        if (outcome === "allowed") {
          const least = minimal(start, changed.edits, request, budget);
          if (least !== undefined) found.push({ edits: least.edits, state: least });
          if (found.length >= most) return { found: distinct(found), hangsOn: [...hangsOn] };
        } else if (outcome === "undetermined") for (const key of missing) hangsOn.add(key);
        else if (blame(changed, request) !== before) next.push(changed);
      }
    }
    if (found.length > 0) return { found: distinct(found), hangsOn: [...hangsOn] };
    level = next.slice(0, MOST_OPEN);
  }
  return { found: [], hangsOn: [...hangsOn] };
}

/** What stands in the way next. */
function nextEdits(state: State, request: Request, depth: number): readonly Edit[] {
  const answer = state.answer(request);
  const from = provenanceOf(answer);
  if (from === undefined || answer.outcome === "undetermined") return [];
  const ruling = from.rule(new Reading(true));
  const isElsewhere = (edit: Edit): number => Number(!("grant" in edit) && "layer" in ruling && edit.slot.layer !== ruling.layer);
  const edits = [...editsFor(state, answer, from, ruling)].sort((a, b) => isElsewhere(a) - isElsewhere(b) || a.rank - b.rank);
  return depth === 0 ? edits : edits.slice(0, ruling.outcome === "explicitDeny" ? DENY_BREADTH : BREADTH);
}

function editsFor(state: State, answer: Answer, from: Provenance, ruling: Ruling): readonly Edit[] {
  if (ruling.outcome === "allowed") return [];
  if (ruling.outcome === "explicitDeny") return excepting(state, answer, from);
  if (IMPOSSIBLE.has(ruling.because)) return [];
  const { plan } = from;
  const on = (layer: Parameters<typeof allowing>[3], level?: number) => allowing(state, answer, from, layer, level);
  const isKept = from.linked.set.key?.managedBy === "aws"; // nobody but AWS writes the policy of such a key
  const hasKeyPolicy = plan.resource.kind !== "*" && plan.resource.kind !== "alias" && !plan.retires && !isKept;
  switch (ruling.layer) {
    case "service-control": {
      const blocked = blockedLevel(from);
      return blocked < 0 ? [] : on("service-control", blocked);
    }
    case "resource":
      return hasKeyPolicy ? [...on("resource"), ...granting(from)] : on("identity");
    case "identity":
      return plan.sameAccount && hasKeyPolicy ? [...on("identity"), ...on("resource"), ...granting(from)] : on("identity");
    case "endpoint":
    case "boundary":
    case "session":
      return on(ruling.layer);
    default:
      return [];
  }
}

const IMPOSSIBLE: ReadonlySet<string> = new Set(["unsigned", "no-grant", "never-asked", "not-across-accounts"]);

/** What a denial is blamed on. Where a change leaves that as it was, it took nothing out of the way. */
function blame(state: State, request: Request): string {
  const answer = state.answer(request);
  const from = provenanceOf(answer);
  if (from === undefined) return "";
  const ruling = from.rule(new Reading(true));
  if (ruling.outcome === "allowed") return "";
  if (ruling.outcome === "explicitDeny")
    return `denied by ${ruling.by.map((ref) => ("grant" in ref ? "" : `${ref.policy}#${ref.statement}`)).join()}`;
  return `${ruling.layer} ${ruling.because} ${ruling.because === "level" ? blockedLevel(from) : ""}`;
}

function blockedLevel(from: Provenance): number {
  const facts = from.factsFor([]);
  return from.plan.serviceControl.findIndex((level) => !someApply(level, facts, new Reading(true)));
}

function distinct(found: readonly Found[]): readonly Found[] {
  const seen = new Map<string, Found>();
  for (const one of found) {
    const name = one.edits
      .map((edit) => JSON.stringify("grant" in edit ? edit.grant : [edit.slot, edit.patch]))
      .sort()
      .join("\n");
    if (!seen.has(name)) seen.set(name, one);
  }
  return [...seen.values()];
}

/**
 * The edits without those that can be left out; undefined where a part of one can, which then is another edit. What does not fit any more without another
 * one opens nothing.
 */
function minimal(start: State, edits: readonly Edit[], request: Request, budget: { left: number }): State | undefined {
  const parts = edits.flatMap((edit): readonly Part[] =>
    "grant" in edit ? [{ edit, step: edit }] : edit.patch.map((operation) => ({ edit, step: { ...edit, patch: [operation] } })),
  );
  let kept = parts;
  for (const part of parts.length > 1 ? parts : []) {
    budget.left--;
    const left = kept.filter((one) => one !== part);
    const state = replayed(start, left);
    if (state?.answer(request).outcome === "allowed") kept = left;
  }
  const whole = edits.filter((edit) => kept.some((part) => part.edit === edit));
  const isWhole = parts.filter(({ edit }) => whole.includes(edit)).length === kept.length;
  return isWhole ? whole.reduce<State | undefined>((state, edit) => state?.after(edit), start) : undefined;
}

type Part = { readonly edit: Edit; readonly step: Edit };

const replayed = (start: State, parts: readonly Part[]): State | undefined =>
  parts.reduce<State | undefined>((state, { step }) => state?.after(step), start);
