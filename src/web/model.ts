import { batch, computed, effect, signal } from "@preact/signals";
import type { Access, Comparison } from "../analysis/answers.ts";
import type { Repair, Repairs } from "../analysis/repair.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { resourceTypeOf } from "../estate/policy-documents.ts";
import { explainAnswer } from "../explain/answer.ts";
import { askingOf, closestToAllowed, type Suggestion } from "../explain/closest.ts";
import type { Request } from "../iam/request.ts";
import { type Decided, decideQuestion } from "./answer.ts";
import { withRepair } from "./apply.ts";
import type { Known } from "./complete.ts";
import { hasWorld, type PageDocument, withText } from "./documents.ts";
import type { Goal } from "./editor/editor.tsx";
import { knownIn } from "./known.ts";
import { lightsIn } from "./lights.ts";
import { readDocuments } from "./read.ts";
import { EMPTY_STATE, isAsked, type PageQuestion, type PageState } from "./state.ts";
import { background } from "./work/thread.ts";

/** What people have written. Everything else follows from it. */
export const documents = signal<readonly PageDocument[]>(EMPTY_STATE.documents);
export const question = signal<PageQuestion>(EMPTY_STATE.question);
export const base = signal<readonly PageDocument[] | undefined>(undefined);

/** What people look at. */
export const current = signal("key policy");
export const goal = signal<Goal | undefined>(undefined);
export const pane = signal<"who-can" | "graph" | "compare">("who-can");
export const status = signal("");
export const notice = signal("");

export const document = computed(() => documents.value.find(({ name }) => name === current.value) ?? documents.value[0]);
export const state = computed<PageState>(() => ({
  v: 1,
  documents: documents.value,
  question: question.value,
  ...(base.value && { base: base.value }),
}));

/** Whether a world is asked. */
export const isWorld = computed(() => hasWorld(documents.value));

const resourceType = computed(() => resourceTypeOf(question.value.action, question.value.resource));
export const reading = computed(() => readDocuments(documents.value, resourceType.value));
let lastKnown: Known = { principals: [], resources: [] };

/** The same as before as long as nobody and nothing is named anew: lists in the form hang on it. */
export const known = computed(() => {
  const found = knownIn(documents.value, question.value, reading.value.world);
  if (JSON.stringify(found) !== JSON.stringify(lastKnown)) lastKnown = found;
  return lastKnown;
});

/** The question decided now; undefined where nothing is asked yet. */
const attempt = computed(() => (isAsked(question.value) ? decideQuestion(reading.value, question.value) : undefined));

const NONE: readonly Diagnostic[] = [];

/** What cannot be read: of the documents, and of the question. */
export const problems = computed<readonly Diagnostic[]>(() => {
  const found = attempt.value;
  if (found !== undefined && "decided" in found) return NONE;
  return found !== undefined && "invalid" in found
    ? found.invalid
    : reading.value.diagnostics.filter(({ severity }) => severity === "error");
});

/** All that is told about documents, each at its place. */
export const diagnostics = computed<readonly Diagnostic[]>(() => {
  const found = attempt.value;
  const more =
    found === undefined ? [] : "decided" in found ? [...found.decided.warnings, ...(found.decided.answer.warnings ?? [])] : found.invalid;
  const all = [...reading.value.diagnostics, ...more];
  const seen = new Set<string>();
  return all.filter(({ code, message, at }) => {
    const key = `${code} ${message} ${at.file} ${at.line}:${at.column} ${at.pointer}`;
    return !seen.has(key) && seen.add(key);
  });
});

let last: Decided | undefined;

/** The answer that is shown: that of the last text that could be read, and whether this is an old one. */
export const shown = computed<{ readonly decided: Decided; readonly isOld: boolean } | undefined>(() => {
  const found = attempt.value;
  if (found === undefined) {
    last = undefined;
    return undefined;
  }
  if ("decided" in found) last = found.decided;
  return last && { decided: last, isOld: !("decided" in found) };
});

/** As `explain` tells it, but for the repair, which takes longer than all the rest: repairs are shown by themselves, and later. */
export const explanation = computed(() => {
  const answer = shown.value?.decided.answer;
  if (answer === undefined) return undefined;
  const { repair: _, ...asking } = askingOf(answer) ?? {};
  return explainAnswer(answer, "ask" in asking ? asking : undefined, true);
});

/** Changes of the request under which it is allowed. Of a flow there are none: what it asks follows from its parameters. */
export const closest = computed<readonly Suggestion[]>(() => {
  const decided = shown.value?.decided;
  const asking = decided && decided.steps === undefined ? askingOf(decided.answer) : undefined;
  return decided === undefined || asking === undefined ? [] : closestToAllowed(decided.answer, asking);
});

export const lights = computed(() => {
  const [now, found] = [document.value, shown.value];
  if (now === undefined || found === undefined || found.isOld) return [];
  const { world, key, answer } = found.decided;
  const grants = reading.value.world === undefined ? undefined : world.estate.keys.find(({ arn }) => arn === key);
  const place = (id: string) => {
    const grant = grants?.grants.find(({ GrantId }) => GrantId === id);
    const at = grant && grants?.grantPlaces?.get(grant);
    return at?.file === now.name ? at.pointer : undefined;
  };
  return lightsIn(now, answer, place);
});

/** What takes long is asked of another thread, and told when it is there: of which answer it is, so that what is old is seen to be. */
type Told<T> = { readonly of: Decided; readonly against?: readonly PageDocument[] | undefined; readonly found: T | string };
const toldAccess = signal<Told<Access> | undefined>(undefined);
const toldRepairs = signal<Told<Repairs> | undefined>(undefined);
const toldComparison = signal<Told<Comparison> | undefined>(undefined);

const isStale = (told: Told<unknown> | undefined): boolean => told?.of !== shown.value?.decided;

/** In words, why it is not told. */
export const access = computed<Access | string | undefined>(() => toldAccess.value?.found);
export const isAccessOld = computed(() => isStale(toldAccess.value));

export const repairs = computed<Repairs | string | undefined>(() =>
  isRefused(shown.value?.decided) ? toldRepairs.value?.found : undefined,
);
export const areRepairsOld = computed(() => isStale(toldRepairs.value));

const isRefused = (decided: Decided | undefined): boolean => decided?.outcome === "implicitDeny" || decided?.outcome === "explicitDeny";

/** What of all that can be asked is answered otherwise than by the base; in words, why that cannot be said. */
export const comparison = computed<Comparison | string | undefined>(() =>
  base.value === undefined ? undefined : toldComparison.value?.found,
);
export const isComparisonOld = computed(() => isStale(toldComparison.value) || toldComparison.value?.against !== base.value);

/** The moment before something was applied. */
const before = signal<(PageState & { readonly current: string }) | undefined>(undefined);
export const canUndo = computed(() => before.value !== undefined);

/** How long nothing is typed before what takes long is asked for, in milliseconds. */
const QUIET_MS = 100;

const SLOTS = ["access", "repairs", "comparison"] as const;

/** Has what takes long done behind what is typed. */
export function startModel(): void {
  effect(() => {
    const found = shown.value;
    const against = base.value;
    if (found === undefined) {
      for (const slot of SLOTS) background.drop(slot);
      batch(() => {
        toldAccess.value = undefined;
        toldRepairs.value = undefined;
        toldComparison.value = undefined;
      });
      return undefined;
    }
    if (found.isOld) return undefined;
    const timer = window.setTimeout(() => askLater(found.decided, against), QUIET_MS);
    return () => window.clearTimeout(timer);
  });
}

function askLater(of: Decided, against: readonly PageDocument[] | undefined): void {
  const asked = { documents: documents.peek(), question: question.peek() };
  const wordsOf = (outcome: { readonly answer: unknown } | { readonly failed: string }) =>
    "failed" in outcome ? `not told: ${outcome.failed}` : outcome.answer;
  if (toldAccess.peek()?.of !== of)
    background.ask("access", { kind: "access", ...asked }, (outcome) => {
      toldAccess.value = { of, found: wordsOf(outcome) as Access | string };
    });
  if (isRefused(of) && toldRepairs.peek()?.of !== of)
    background.ask("repairs", { kind: "repairs", ...asked }, (outcome) => {
      toldRepairs.value = { of, found: wordsOf(outcome) as Repairs | string };
    });
  const compared = toldComparison.peek();
  if (against !== undefined && (compared?.of !== of || compared.against !== against))
    background.ask("comparison", { kind: "comparison", base: against, ...asked }, (outcome) => {
      toldComparison.value = { of, against, found: wordsOf(outcome) as Comparison | string };
    });
}

export function openState(next: PageState): void {
  batch(() => {
    last = undefined;
    documents.value = next.documents;
    question.value = next.question;
    base.value = next.base;
    current.value = next.documents[0]?.name ?? "";
    before.value = undefined;
    status.value = "";
    notice.value = "";
  });
}

/** How long a text may take to be read at every key, in milliseconds. One that takes longer, three times running, is read once nothing is typed. */
const MOST_PER_KEY = 30;
const RUNNING = 3; // one alone may have been slow for another reason

let written: { readonly name: string; readonly text: string; readonly timer: number } | undefined;
let costs: readonly number[] = []; // of the last ones that were read, in milliseconds

/** What somebody writes into the document that is shown. */
export function setText(text: string): void {
  const now = document.value;
  if (now === undefined) return;
  window.clearTimeout(written?.timer);
  const isHeavy = costs.length === RUNNING && Math.min(...costs) > MOST_PER_KEY && text.length > 10_000;
  written = { name: now.name, text, timer: isHeavy ? window.setTimeout(settle, QUIET_MS) : 0 };
  if (!isHeavy) settle();
}

/** Reads what was written, where that is still to come: before anything else is done with the documents. */
export function settle(): void {
  if (written === undefined) return;
  const { name, text, timer } = written;
  window.clearTimeout(timer);
  written = undefined;
  const began = performance.now();
  documents.value = withText(documents.value, name, text);
  costs = [...costs, performance.now() - began].slice(-RUNNING);
}

/** Of a document of the base. */
export function setBaseText(name: string, text: string): void {
  if (base.value !== undefined) base.value = withText(base.value, name, text);
}

export function removeDocument(name: string, label: string): void {
  batch(() => {
    remember();
    const rest = documents.value.filter((document) => document.name !== name);
    documents.value = rest;
    current.value = rest[0]?.name ?? "";
    status.value = `Removed ${label}.`;
  });
}

/** Puts a document beside the others; a world takes the place of the documents of a case, for it has all of them. */
export function addDocument(added: PageDocument): void {
  batch(() => {
    const isInPlace = added.role === "world" && documents.value.length > 0;
    if (isInPlace) remember();
    documents.value = added.role === "world" ? [added] : [...documents.value, added];
    current.value = added.name;
    status.value = isInPlace ? "The world is in the place of the documents that were here." : "";
  });
}

/** Opens an example, in the place of what is there. */
export const openExample = (next: PageState, name: string): void => openInPlace(next, `Opened the example “${name}”.`);

/** With a way back to what is there. */
export function openInPlace(next: PageState, told: string): void {
  const then: PageState & { readonly current: string } = { ...state.value, current: current.value };
  batch(() => {
    openState(next);
    before.value = then;
    status.value = told;
  });
}

function remember(): void {
  before.value = { ...state.value, current: current.value };
}

export function undo(): void {
  const then = before.value;
  if (then === undefined) return;
  batch(() => {
    documents.value = then.documents;
    question.value = then.question;
    base.value = then.base;
    current.value = then.current;
    before.value = undefined;
    status.value = "Undone.";
  });
}

/** Takes a suggestion: the request is then allowed. */
export function applySuggestion({ change, request }: Suggestion): void {
  batch(() => {
    remember();
    question.value = { ...question.value, ...named(request) };
    status.value = `Changed the request: ${change}.`;
  });
}

/** A request in the place of the question; who asks and the key keep the names that they were asked by, where they stayed the same. */
function named(request: Request): PageQuestion {
  const { principal, resource } = question.value;
  const asked = shown.value?.decided.request;
  const sameAsker = JSON.stringify(asked?.principal) === JSON.stringify(request.principal);
  return {
    ...request,
    principal: sameAsker ? principal : request.principal,
    resource: asked?.resource === request.resource ? resource : request.resource,
  };
}

/** Asks a request that an analysis found. */
export function openRequest(request: Request): void {
  batch(() => {
    remember();
    question.value = request;
    status.value = "Opened the witness as the request.";
  });
}

/** The documents that a repair changes, as they are and as they would be; undefined where it has no place among them. */
export function previewOf(repair: Repair): readonly { readonly now: PageDocument | undefined; readonly then: PageDocument }[] | undefined {
  const applied = withRepair(documents.value, repair);
  return applied?.documents.flatMap((then) => {
    const now = documents.value.find(({ name }) => name === then.name);
    return now?.text === then.text ? [] : [{ now, then }];
  });
}

export function applyRepair(repair: Repair): void {
  const applied = withRepair(documents.value, repair);
  if (applied === undefined) {
    status.value = "This change has no place among the documents that are open here.";
    return;
  }
  batch(() => {
    remember();
    documents.value = applied.documents;
    current.value = applied.changed;
    status.value = `Changed ${applied.changed}: ${repair.text}.`;
  });
}

/** Shows a place in a document. */
export function goTo(file: string, line = 1, column = 1): void {
  batch(() => {
    if (!documents.value.some(({ name }) => name === file)) return;
    current.value = file;
    goal.value = { line, column };
  });
}
