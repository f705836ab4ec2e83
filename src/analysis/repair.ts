import { type Provenance, provenanceOf } from "../authz/answer.ts";
import type { Answer, Outcome } from "../authz/decision.ts";
import { readJson, toValue } from "../base/json-source.ts";
import type { Estate } from "../estate/estate.ts";
import type { Question } from "../estate/question.ts";
import type { World } from "../estate/world.ts";
import type { Policy } from "../iam/policy.ts";
import type { Grant } from "../iam/request.ts";
import { byLikelihood, distanceOf } from "../repair/order.ts";
import { inVain, ownerOf } from "../repair/owners.ts";
import { isObject, type Json, type JsonObject, type Operation } from "../repair/patch.ts";
import { type Found, openings } from "../repair/search.ts";
import { type Edit, newName, type Slot, State } from "../repair/state.ts";
import { worldOfAnswer } from "./answer-world.ts";
import type { Comparison, Who } from "./answers.ts";
import { compare } from "./compare.ts";
import { changedWorlds, writtenIn } from "./repaired-world.ts";

/** The document that is changed, or the key that a grant is on. */
export type RepairPlace = {
  readonly policy: string; // its name; "grant"
  readonly layer: Slot["layer"] | "grant";
  readonly owner: string; // an account, or "the organization"
  readonly file?: string;
  readonly pointer?: string; // of the document in the file, where it is not all of it
  readonly key?: string; // of key policies and grants
  readonly principal?: string; // of policies that a principal holds
  readonly isNew?: true; // there is no such document yet: the patch makes all of it
};

export type RepairPart = {
  readonly text: string;
  readonly where: RepairPlace;
  readonly patch: readonly Operation[] | Grant; // JSON Patch (RFC 6902) of that document; a grant more
};

/**
 * A change of policies that opens a request, as the evaluator confirms, and no part of which can be left out. `opens` is all that it opens, for all requests.
 * Where several documents have to change together, `also` has the others.
 */
export type Repair = RepairPart & { readonly also?: readonly RepairPart[]; readonly opens: Comparison };

/** What can be done about a request. `inVain`: what cannot, of all policies or of one account's; shown by the evaluator, were they to allow everything. */
export type Repairs = {
  readonly outcome: Outcome;
  readonly repairs: readonly Repair[];
  readonly inVain: readonly string[];
  readonly hangsOn: readonly string[]; // condition keys that nobody told, without which it cannot be said whether another change opens the request
};

export type RepairOptions = { readonly most?: number | undefined };

const MOST = 5;
const MOST_COMPARED = 10;
const MOST_SURVEYED = 6_000; // principals, over all comparisons

/**
 * The smallest changes of policies and grants that open a denied request: first those of the layer that the denial is blamed on, those that open the least
 * first. Empty for a request that is allowed, for one that cannot be decided, and where nothing small helps.
 */
export function repair(world: World, question: Question, options: RepairOptions = {}): readonly Repair[] {
  return repairsIn(world, question, options).repairs;
}

/** The same, with why there are none. */
export function repairsIn(world: World, question: Question, options: RepairOptions = {}): Repairs {
  return repairsFor(world.authorize(question), { world, ...options });
}

type AnswerOptions = RepairOptions & {
  readonly world?: World; // that gave the answer; by default one made of what the answer was decided by
  readonly textOf?: ((policy: Policy) => string | undefined) | undefined; // where there is no world
};

/** The same of an answer of the engine. */
export function repairsFor(answer: Answer, options: AnswerOptions = {}): Repairs {
  return repairsWithWorlds(answer, options).repairs;
}

/** And what the world is after each of them. */
export function repairsWithWorlds(
  answer: Answer,
  options: AnswerOptions = {},
): { readonly repairs: Repairs; readonly after: (repair: Repair) => World | undefined } {
  const from = provenanceOf(answer);
  if (from === undefined)
    return { repairs: { outcome: answer.outcome, repairs: [], inVain: [], hangsOn: answer.missing ?? [] }, after: () => undefined };
  const world = options.world ?? worldOfAnswer(from, options.textOf);
  const documents = documentsOf(world.estate);
  const { found, hangsOn } = openings(answer, { documentOf: documents });
  const start = State.of(from.linked.set, documents);
  const ranked = byLikelihood(found, from).slice(0, MOST_COMPARED);
  let surveyed = 0;
  const made = ranked.flatMap((one, i) => {
    const isNarrow = one.edits.every(({ affects }) => affects !== undefined);
    if (i > 0 && !isNarrow && surveyed > MOST_SURVEYED) return [];
    surveyed += isNarrow ? 0 : world.estate.principals.length;
    return [{ one, i, repair: repairOf(one, start, from, world) }];
  });
  const asker = from.plan.caller.principalArn ?? from.plan.caller.arn;
  const orders = new Map(
    made.map(({ one, repair, i }) => [repair, [distanceOf(one, from), operationsIn(one), widthOf(repair.opens, asker), i]]),
  );
  const repairs = made.map(({ repair }) => repair).sort((a, b) => inOrder(orders.get(a), orders.get(b)));
  return {
    repairs: { outcome: answer.outcome, repairs: repairs.slice(0, options.most ?? MOST), inVain: inVain(answer), hangsOn },
    after: (repair) => {
      const one = made.find((other) => other.repair === repair)?.one;
      return one && changedWorlds(one.edits, start, one.state, from, world).after;
    },
  };
}

/** By the first of some numbers in which they differ. */
function inOrder(a: readonly number[] = [], b: readonly number[] = []): number {
  const at = a.findIndex((one, i) => one !== b[i]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}

// biome-ignore format: a table reads as a table
const WHO: Readonly<Record<Who["kind"], number>> = { anyone: 1e6, organization: 1e5, account: 1e4, service: 200, principal: 10, federated: 10, session: 5 };
const SOMETIMES = 1; // where some key has to have one of some values
const NEARLY_ALWAYS = 6;
const ALWAYS = 8;
const OTHERS = 4; // what is opened to others than who asks counts so much more

/** How much a comparison opens, roughly: whom, for how many actions, and how often. */
function widthOf({ changes, undecided }: Comparison, asker: string): number {
  const widths = changes.map(({ direction, who, actions, when, witness }) => {
    const { principal } = witness.request;
    const own = typeof principal === "string" ? principal : (principal.roleArn ?? principal.arn);
    const often = when.length === 0 ? ALWAYS : when.every((all) => all.some((one) => one.in !== undefined)) ? SOMETIMES : NEARLY_ALWAYS;
    return direction === "lost" ? 1 : WHO[who.kind] * actions.length * often * (own === asker ? 1 : OTHERS);
  });
  return widths.reduce((sum, width) => sum + width, undecided.length);
}

const operationsIn = ({ edits }: Found): number => edits.reduce((sum, edit) => sum + ("grant" in edit ? 1 : edit.patch.length), 0);

function documentsOf(estate: Estate): (policy: Policy) => JsonObject | undefined {
  const { keys, policyTexts } = estate;
  const known = new Map<Policy, JsonObject | undefined>();
  return (read) => {
    if (known.has(read)) return known.get(read);
    const policy = writtenIn(estate, read);
    const text = policyTexts.get(policy) ?? keys.find((key) => key.policy === policy)?.policyText;
    const { node, faults } = text === undefined || text === "" ? { node: undefined, faults: [] } : readJson(text);
    const value = node === undefined || faults.length > 0 ? undefined : (toValue(node) as Json);
    const document = isObject(value) && "Statement" in value ? value : undefined;
    known.set(read, document);
    return document;
  };
}

function repairOf({ edits, state }: Found, start: State, from: Provenance, world: World): Repair {
  const places = new Map<string, readonly Edit[]>();
  for (const edit of edits) {
    const name = "grant" in edit ? "grant" : JSON.stringify([edit.slot.layer, edit.slot.level, edit.slot.index]);
    places.set(name, [...(places.get(name) ?? []), edit]);
  }
  const [first, ...others] = [...places.values()].map((together) => partOf(together, start, from, world.estate)) as [
    RepairPart,
    ...RepairPart[],
  ];
  const opens = opensOf(edits, start, state, from, world);
  return { ...first, ...(others.length > 0 && { also: others }), opens };
}

function partOf(edits: readonly Edit[], start: State, from: Provenance, estate: Estate): RepairPart {
  const text = edits.map((edit) => edit.text).join("; ");
  const [first] = edits as [Edit];
  const key = estate.keys.find(({ arn }) => arn === from.plan.resource.text)?.name ?? from.plan.resource.text;
  if ("grant" in first)
    return { text, where: { policy: "grant", layer: "grant", owner: ownerOf("grant", from), key }, patch: { ...first.grant } };
  const { slot } = first;
  const old = start.policyAt(slot);
  const at = old?.statements[0]?.at;
  const pointer = at?.pointer.replace(/\/Statement(?:\/0)?$/, "");
  const where: RepairPlace = {
    policy: old?.name ?? newName(slot.layer, slot.type),
    layer: slot.layer,
    owner: ownerOf(slot.layer, from),
    ...(at !== undefined && at.file !== "" && { file: at.file }),
    ...(pointer !== undefined && pointer !== "" && { pointer }),
    ...(slot.layer === "resource" && from.plan.resource.kind === "key" && { key }),
    ...(HELD.has(slot.layer) && { principal: principalName(from, estate) }),
    ...(old === undefined && { isNew: true }),
  };
  return { text, where, patch: edits.flatMap((edit) => ("grant" in edit ? [] : edit.patch)) };
}

const HELD: ReadonlySet<string> = new Set(["identity", "boundary", "session"]);

function principalName({ plan: { caller } }: Provenance, { principals }: Estate): string {
  const arns = [caller.arn, caller.principalArn];
  return principals.find(({ facts }) => arns.includes(facts.arn))?.name ?? caller.principalArn ?? caller.arn;
}

/** What the edits open, of all that can be asked of keys. */
function opensOf(edits: readonly Edit[], start: State, state: State, from: Provenance, world: World): Comparison {
  const { plan } = from;
  if (plan.resource.kind !== "key" || plan.action.service !== "kms")
    return nothingCounted(
      `${plan.action.kms?.action ?? plan.action.name} is not asked of a key, so that what else this opens is not counted`,
    );
  const { before, after, keys, principals } = changedWorlds(edits, start, state, from, world);
  const comparison = compare(before, after, { ...(keys && { keys }), ...(principals && { principals }) });
  if (comparison.changes.some(({ direction }) => direction === "gained")) return comparison;
  const text = "the request is opened, and is none of the kind that the analysis counts: what else is opened with it is not known";
  return { ...comparison, verdict: "unknown", complete: false, undecided: [...comparison.undecided, { code: "KW680", text }] };
}

const nothingCounted = (text: string): Comparison => ({
  verdict: "unknown",
  complete: false,
  assumptions: [],
  changes: [],
  undecided: [{ code: "KW680", text }],
});
