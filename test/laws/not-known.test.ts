import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, whoCan } from "../../src/analysis.ts";
import type { World } from "../../src/estate/world.ts";
import type { WorldDocument } from "../../src/world/document.ts";
import { resolveWorld } from "../../src/world/reader.ts";
import { Forgetting, type ForgottenKind } from "../generators/forgetting.ts";
import { mutated } from "../generators/world-changes.ts";
import { type Drawn, drawnArbitrary, optionsOf, questionsFor } from "./analysis-world-laws.ts";

/** What holds of worlds of which some is forgotten, whatever it was. */

const REQUESTS = process.env.KMSWARD_LONG === "1" ? 5_000 : 200;
const worldOf = (document: WorldDocument): World | undefined => resolveWorld(document).world;

const holds = (flawOf: (drawn: Drawn) => string | undefined, numRuns: number): void =>
  fc.assert(
    fc.property(drawnArbitrary, (drawn) => {
      expect(flawOf(drawn)).toBeUndefined();
    }),
    { numRuns },
  );

/** Names of those who are forgotten are asked about by their ARNs. */
function pair(drawn: Drawn, kinds?: readonly ForgottenKind[]) {
  const forgetting = new Forgetting(drawn.document, drawn.numbers.slice(3), kinds);
  const less = forgetting.of(drawn.document);
  const [whole, part] = [worldOf(drawn.document), worldOf(less)];
  if (whole !== undefined && part === undefined)
    throw new Error(
      `what is left cannot be read: ${JSON.stringify(resolveWorld(less).diagnostics.filter(({ severity }) => severity === "error"))}`,
    );
  return { whole, part, less, forgetting };
}

const arnIn = ({ estate }: World, name: string): string => estate.principals.find((one) => one.name === name)?.facts.arn ?? name;

function* asked({ document, partition, numbers }: Drawn, whole: World, part: World, documents = [document]) {
  const options = optionsOf(whole, numbers);
  for (const question of questionsFor(whole, documents, options, partition, numbers, REQUESTS)) {
    const known = part.estate.principals.some(({ name }) => name === question.principal);
    yield { question, asked: known ? question : { ...question, principal: arnIn(whole, question.principal as string) } };
  }
}

/** A confident answer is the true one, unless it says that nothing hidden denies. */
function flawOfAnswers(drawn: Drawn): string | undefined {
  const { whole, part, less } = pair(drawn);
  if (whole === undefined || part === undefined) return undefined;
  for (const { question, asked: other } of asked(drawn, whole, part)) {
    const [truth, answer] = [whole.authorize(question), part.authorize(other)];
    if (truth.invalid !== undefined || answer.invalid !== undefined || [truth, answer].some(({ outcome }) => outcome === "undetermined"))
      continue;
    if ((truth.outcome === "allowed") === (answer.outcome === "allowed")) continue;
    if (answer.assumptions?.some(({ id }) => id.startsWith("hidden-deny:"))) continue;
    return `it was ${truth.outcome}, and without knowing it is ${answer.outcome}: ${JSON.stringify({ question: other, less })}`;
  }
  return undefined;
}

/** What is listed as sure is so; what is allowed for sure is listed, and what may be allowed is not passed over. */
function flawOfLists(drawn: Drawn): string | undefined {
  const { whole, part, less } = pair(drawn);
  if (whole === undefined || part === undefined) return undefined;
  const options = optionsOf(whole, drawn.numbers);
  const found = whoCan(part, { key: options.keys[0] as string, actions: options.actions });
  for (const { witness } of found.entries) {
    if (witness.assumes.length > 0) continue;
    const { resource, ...request } = witness.request;
    const answer = part.authorize({ ...request, key: resource });
    if (answer.outcome !== "allowed") return `listed, and the answer is ${answer.outcome}: ${JSON.stringify({ witness, less })}`;
  }
  const others = found.undecided.map(({ text }) => text);
  if (found.undecided.some(({ code }) => code !== "KW682")) return undefined;
  for (const { question, asked: other } of asked(drawn, whole, part)) {
    const answer = part.authorize(other);
    if (answer.invalid !== undefined) continue;
    const isListed = found.entries.some(({ actions }) => actions.includes(question.action));
    const isTold = others.some((text) => text.includes(question.action) || / more /.test(text));
    if (answer.outcome === "allowed" && !isListed) return `allowed, and in no list: ${JSON.stringify({ other, less })}`;
    const isOpen =
      answer.outcome === "undetermined" &&
      answer.missing?.every((name) => /^(?:symbol|grants|key policy|identity|boundary|policy)/.test(name));
    if (isOpen && whole.authorize(question).outcome === "allowed" && !isListed && !isTold)
      return `it may be allowed, and that is not told: ${JSON.stringify({ other, missing: answer.missing, undecided: others, less })}`;
  }
  return undefined;
}

/** What is the same before and after is no change; and where no change is told, nor that there may be one, there is none. */
function flawOfComparisons(drawn: Drawn): string | undefined {
  const { whole, part, less, forgetting } = pair(drawn, ["texts", "texts", "policies", "facts"]);
  const changed = mutated(drawn.document, drawn.numbers);
  const [wholeAfter, partAfter] = [worldOf(changed), worldOf(forgetting.of(changed))];
  if (whole === undefined || part === undefined || wholeAfter === undefined || partAfter === undefined) return undefined;
  const options = { ...optionsOf(whole, drawn.numbers), unlisted: "nothing" as const };
  const same = compare(part, worldOf(less) as World, options);
  if (same.verdict !== "equal" || same.undecided.some(({ code }) => code === "KW682"))
    return `a world differs from itself: ${JSON.stringify({ same, less })}`;
  const compared = compare(part, partAfter, options);
  const texts = compared.undecided.map(({ text }) => text);
  if (compared.undecided.some(({ code }) => code !== "KW682")) return undefined;
  for (const { question } of asked(drawn, whole, part, [drawn.document, changed])) {
    const [before, now] = [whole.authorize(question), wholeAfter.authorize(question)];
    if ([before, now].some(({ outcome, invalid }) => invalid !== undefined || outcome === "undetermined")) continue;
    if ((before.outcome === "allowed") === (now.outcome === "allowed")) continue;
    const direction = now.outcome === "allowed" ? "gained" : "lost";
    const isShown = compared.changes.some((change) => change.direction === direction && change.actions.includes(question.action));
    const isTold = texts.some((text) => text.includes(direction) && (text.includes(question.action) || / more /.test(text)));
    if (!isShown && !isTold)
      return `${direction}, and it is not told: ${JSON.stringify({ question, less, after: forgetting.of(changed) })}`;
  }
  return undefined;
}

describe("of worlds of which some is not known", { timeout: 3_600_000 }, () => {
  it("a confident answer is the true one", () => holds(flawOfAnswers, 60));
  it("lists are what is sure, and tell what may be", () => holds(flawOfLists, 20));
  it("changes that are not told are none", () => holds(flawOfComparisons, 20));
});
