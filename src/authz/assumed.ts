import { foldCase } from "../iam/values.ts";
import type { Outcome } from "./decision.ts";
import { type Facts, headOf, PENDING, type RequestFacts, type Slot, type Values } from "./facts.ts";
import { spelledAsAws } from "./missing.ts";
import { MAYBE } from "./tri.ts";

/** What a request comes to when some of what it does not tell is open. */
export type Opened = { readonly outcome: Outcome; readonly missing?: readonly string[] };

const FORWARDER = "kms:viaservice";

/**
 * The keys that were taken to be absent, or to be what they usually are, because nobody told them, and on which the outcome hangs: with one of them open
 * it would not be certain, or with several of them that do nothing alone (rule context.untold.optional).
 */
export function assumedKeys(outcome: Outcome, facts: Facts, given: Values, ask: (request: RequestFacts) => Opened): readonly string[] {
  const isCandidate = ({ index, name, settledBy }: Slot) =>
    given[index] === PENDING && settledBy === undefined && (facts.isAssumed(index) || (name === FORWARDER && !facts.request.saysForwarded));
  const candidates = facts.scope.slots.filter(isCandidate).map(({ name }) => name);
  const open = (names: readonly string[]) => ask(opened(facts.request, names));
  if (candidates.length === 0 || open(candidates).outcome === outcome) return [];
  const alone = candidates.filter((name) => open([name]).outcome !== outcome);
  const others = candidates.filter((name) => !alone.includes(name));
  const together = others.length < 2 ? undefined : open(others);
  const named =
    together === undefined || together.outcome === outcome ? [] : (together.missing ?? []).map((name) => headOf(foldCase(name)));
  return candidates.filter((name) => alone.includes(name) || named.includes(headOf(name))).map(spelledAsAws);
}

const opened = (request: RequestFacts, names: readonly string[]): RequestFacts => ({
  ...request,
  opened: new Set(names),
  forwarded: names.includes(FORWARDER) ? MAYBE : request.forwarded,
});
