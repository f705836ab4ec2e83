import { batch, computed, signal } from "@preact/signals";
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { WorldDocument } from "./policy-change.ts";
import { Lines, pauseMs } from "./stream.ts";

/** A key as `GET /v1/keys` tells it: what is shown of it. */
export type ToldKey = {
  readonly arn: string;
  readonly id: string;
  readonly name: string | null;
  readonly account: string;
  readonly region: string;
  readonly state: string;
  readonly description: string;
  readonly managedBy: string;
  readonly spec: string;
  readonly usage: string;
  readonly origin: string;
  readonly aliases: readonly string[];
  readonly policy: string;
  readonly rotation: { readonly periodInDays: number; readonly nextAt: string } | null;
  readonly deletion: { readonly at: string | null } | null;
  readonly grants: readonly ToldGrant[];
  readonly grantCount: number;
  readonly lastUse: { readonly operation: string; readonly at: string } | null;
};

export type ToldGrant = {
  readonly id: string;
  readonly name: string | null;
  readonly grantee: string;
  readonly retiring: string | null;
  readonly operations: readonly string[];
  readonly constraints: object | null;
  readonly createdAt: string;
};

/** A line of `GET /v1/calls`. */
export type ToldCall = {
  readonly kind: "call";
  readonly id: string;
  readonly time: string;
  readonly service: string;
  readonly operation: string | null;
  readonly requestId: string;
  readonly principal: string | null;
  readonly accessKeyId: string | null;
  readonly keys: readonly string[];
  readonly changes: boolean;
  readonly error: string | null;
};
export type ToldGap = { readonly kind: "gap"; readonly id: string; readonly missed: number | null };
type Beat = { readonly kind: "beat"; readonly id: string; readonly changes: number };

/** In memory alone; "" where none was given. */
export const token = signal("");

/** The keys that were found, as far as they were asked for; `next`: where the server goes on. */
type Listed = { readonly keys: readonly ToldKey[]; readonly next: string | undefined; readonly count: number };
export const listed = signal<Listed>({ keys: [], next: undefined, count: Number.NaN });
export const search = signal("");
export const isSearching = signal(false);
export const chosenArn = signal("");
const named = signal<ToldKey | undefined>(undefined); // the chosen one, where it is not listed
type KeyWorld = { readonly arn: string; readonly document: WorldDocument | string }; // in words: why there is none
const keyWorld = signal<KeyWorld | undefined>(undefined);
export const calls = signal<readonly (ToldCall | ToldGap)[]>([]); // the last ones first
export const clock = signal<{ readonly now: string; readonly canMove: boolean } | undefined>(undefined);
export const notice = signal("");
export const isRefused = signal(false); // the server wants a token, or another one

type Connection = { readonly is: "connecting" | "live" } | { readonly is: "lost"; readonly why: string; readonly seconds?: number };
export const connection = signal<Connection>({ is: "connecting" });

export const chosen = computed(() => {
  const arn = chosenArn.value;
  const { keys } = listed.value;
  return arn === "" ? keys[0] : (keys.find((key) => key.arn === arn) ?? (named.value?.arn === arn ? named.value : undefined));
});

/** The world with the chosen key alone: what is worked out of it. Undefined until it is there. */
export const world = computed(() => (keyWorld.value?.arn === chosen.value?.arn ? keyWorld.value?.document : undefined));

class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const authorization = token.value === "" ? undefined : { authorization: `Bearer ${token.value}` };
  const response = await fetch(path, { ...init, cache: "no-store", headers: { ...init.headers, ...authorization } });
  if (response.ok) return response;
  if (response.status === 401) isRefused.value = true;
  throw new Refused(response.status, faultIn(await response.text()) ?? `the server answers ${response.status}`);
}

function faultIn(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { error?: { message?: string } }).error?.message;
  } catch {
    return undefined;
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const PAGE = 50; // keys at once
const MOST_PAGE = 1000;
const MOST_TRIES = 20; // pages that may be empty, each of some thousand keys that were looked at

let asking = 0; // which search is the last

/** Keys behind `after`, until there is at least one. A search that looked long and found nothing says where it stopped. */
async function page(limit: number, after: string | undefined): Promise<Listed> {
  const found: ToldKey[] = [];
  let next = after;
  let count = 0;
  const own = asking;
  for (let tries = 0; tries < MOST_TRIES && own === asking; tries++) {
    const query = new URLSearchParams({ limit: String(limit), search: search.peek(), ...(next !== undefined && { after: next }) });
    const told = (await (await ask(`/v1/keys?${query}`)).json()) as { keys: ToldKey[]; next?: string; count: number };
    found.push(...told.keys);
    ({ next, count } = { next: told.next, count: told.count });
    if (next === undefined || found.length > 0) break;
  }
  return { keys: found, next, count };
}

async function loadKeys(): Promise<void> {
  const own = ++asking;
  isSearching.value = search.peek() !== "";
  try {
    const wanted = Math.min(MOST_PAGE, Math.max(PAGE, listed.peek().keys.length));
    const found = await page(wanted, undefined);
    const arn = chosenArn.peek();
    const one = arn === "" || found.keys.some((key) => key.arn === arn) ? undefined : await oneKey(arn);
    if (own !== asking) return;
    batch(() => {
      listed.value = found;
      named.value = one;
      if (arn !== "" && one === undefined && !found.keys.some((key) => key.arn === arn)) chosenArn.value = "";
    });
  } finally {
    if (own === asking) isSearching.value = false;
  }
}

/** One that is not there any more is undefined. */
async function oneKey(arn: string): Promise<ToldKey | undefined> {
  try {
    return ((await (await ask(`/v1/keys?key=${encodeURIComponent(arn)}`)).json()) as { keys: ToldKey[] }).keys[0];
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined;
    throw error;
  }
}

/** More of the keys that are found. */
export async function moreKeys(): Promise<void> {
  const { keys, next } = listed.peek();
  const own = ++asking;
  isSearching.value = true;
  try {
    const found = await page(PAGE, next);
    if (own === asking) listed.value = { ...found, keys: [...keys, ...found.keys] };
  } catch (error) {
    notice.value = `More keys are not told: ${wordsOf(error)}.`;
  } finally {
    if (own === asking) isSearching.value = false;
  }
}

let typed = 0;

/** Searches once nothing is typed any more. What is chosen stays chosen. */
export function searchFor(text: string): void {
  batch(() => {
    if (chosenArn.peek() === "" && chosen.peek() !== undefined) chosenArn.value = chosen.peek()?.arn ?? "";
    search.value = text.slice(0, 200);
    listed.value = { ...listed.peek(), keys: listed.peek().keys.slice(0, PAGE) };
    named.value = chosen.peek() ?? named.peek();
  });
  clearTimeout(typed);
  typed = window.setTimeout(() => {
    void loadKeys().catch((error) => {
      notice.value = `The search failed: ${wordsOf(error)}.`;
    });
  }, 200);
}

/** Of the key that is chosen now. */
async function loadWorld(): Promise<void> {
  const arn = chosen.peek()?.arn;
  if (arn === undefined) return;
  let document: KeyWorld["document"];
  try {
    document = (await (await ask(`/v1/world?key=${encodeURIComponent(arn)}`)).json()) as WorldDocument;
  } catch (error) {
    document = wordsOf(error);
  }
  if (JSON.stringify(keyWorld.peek()) !== JSON.stringify({ arn, document })) keyWorld.value = { arn, document };
}

/** Key policies that are being edited, by the ARN of their keys; `base`: what was stored when the editing began. They wait while something else is looked at. */
export type Draft = { readonly text: string; readonly base: string };
export const drafts = signal<ReadonlyMap<string, Draft>>(new Map());

export function keepDraft(arn: string, draft: Draft | undefined): void {
  const others = [...drafts.peek()].filter(([key]) => key !== arn);
  drafts.value = new Map(draft === undefined ? others : [...others, [arn, draft]]);
}

export function choose(arn: string): void {
  chosenArn.value = arn;
  void loadWorld();
}

async function loadClock(): Promise<void> {
  clock.value = await (await ask("/v1/clock")).json();
}

const OLD = "What is shown may be old";

/** Everything but the calls, as it is now. */
async function reload(): Promise<void> {
  try {
    await Promise.all([loadKeys(), loadClock()]);
    await loadWorld();
    batch(() => {
      if (notice.peek().startsWith(OLD)) notice.value = ""; // what else was told stands on: a change that was made tells to load anew
      isRefused.value = false;
    });
  } catch (error) {
    notice.value = `${OLD}: ${wordsOf(error)}.`;
  }
}

let waiting = 0;

/** Soon: changes come in flocks. */
function reloadSoon(): void {
  if (waiting !== 0) return;
  waiting = window.setTimeout(() => {
    waiting = 0;
    void reload();
  }, 300);
}

export async function advance(duration: Readonly<Record<string, number>>): Promise<void> {
  try {
    const init = { method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify({ advance: duration }) };
    clock.value = await (await ask("/v1/clock", init)).json();
    await reload();
  } catch (error) {
    notice.value = `The clock was not moved: ${wordsOf(error)}.`;
  }
}

/** What became of a policy that was put: `diagnostics` are of the text that was sent. */
export type PutOutcome =
  | { readonly put: true; readonly requestId: string; readonly by: string }
  | { readonly put: false; readonly why: string; readonly requestId?: string; readonly diagnostics: readonly Diagnostic[] };

export async function putPolicy(wanted: {
  readonly key: string;
  readonly policy: string;
  readonly as: string;
  readonly replaces: string;
}): Promise<PutOutcome> {
  try {
    const authorization = token.value === "" ? undefined : { authorization: `Bearer ${token.value}` };
    const headers = { "content-type": "application/json", ...authorization };
    const response = await fetch("/v1/keys/policy", { method: "PUT", cache: "no-store", headers, body: JSON.stringify(wanted) });
    const told = (await response.json()) as {
      readonly requestId: string;
      readonly by: string;
      readonly error?: { readonly name?: string; readonly message: string; readonly requestId?: string };
      readonly diagnostics?: readonly Diagnostic[];
    };
    if (response.status === 401) isRefused.value = true;
    if (response.ok || response.status === 409) await reload();
    if (response.ok) return { put: true, requestId: told.requestId, by: told.by };
    const { name, message = `the server answers ${response.status}`, requestId } = told.error ?? {};
    return {
      put: false,
      why: name === undefined ? message : `${name}: ${message}`,
      ...(requestId !== undefined && { requestId }),
      diagnostics: told.diagnostics ?? [],
    };
  } catch (error) {
    return { put: false, why: wordsOf(error), diagnostics: [] };
  }
}

/** Why a call ended as it did, in words. */
export async function why(requestId: string): Promise<string> {
  try {
    return await (await ask(`/v1/why/${encodeURIComponent(requestId)}`)).text();
  } catch (error) {
    return `Not told: ${wordsOf(error)}.`;
  }
}

const MOST_CALLS = 500;
const SILENCE_MS = 45_000; // three beats
let lastId: string | undefined;
let changes: number | undefined;
let stop: AbortController | undefined;

/** Reads the stream of calls until it ends. @throws {Error} and says why. */
async function follow(stopped: AbortSignal): Promise<void> {
  const silence = new AbortController();
  const path = lastId === undefined ? "/v1/calls?last=100" : `/v1/calls?after=${encodeURIComponent(lastId)}`;
  const { body } = await ask(path, { signal: AbortSignal.any([stopped, silence.signal]) });
  if (body === null) return;
  connection.value = { is: "live" };
  const lines = new Lines();
  const reader = body.getReader();
  let timer = 0;
  try {
    for (;;) {
      clearTimeout(timer);
      timer = window.setTimeout(() => silence.abort(new Error("nothing came any more")), SILENCE_MS);
      const { value, done } = await reader.read();
      if (done) return;
      take(lines.push(value).map((line) => JSON.parse(line) as ToldCall | ToldGap | Beat));
    }
  } finally {
    clearTimeout(timer);
  }
}

function take(told: readonly (ToldCall | ToldGap | Beat)[]): void {
  const news = told.filter((one) => one.kind !== "beat");
  for (const one of told) {
    lastId = one.id;
    if (one.kind === "call" && one.changes) reloadSoon();
    if (one.kind !== "beat") continue;
    if (changes !== undefined && changes !== one.changes) reloadSoon();
    changes = one.changes;
  }
  if (news.length > 0) calls.value = [...news.reverse(), ...calls.value].slice(0, MOST_CALLS);
}

/** Goes on with the stream as often as it is lost, behind the last call that came. */
async function watch(own: AbortController): Promise<void> {
  for (let tries = 0; stop === own; tries++) {
    let reason = "the server ended it";
    try {
      await follow(own.signal);
    } catch (error) {
      reason = wordsOf(error);
      const isFinal = error instanceof Refused && [400, 401, 403, 404].includes(error.status);
      if (isFinal && stop === own) connection.value = { is: "lost", why: reason };
      if (isFinal) return;
    }
    if (stop !== own) return;
    if (connection.peek().is === "live") tries = 0;
    const pause = pauseMs(tries);
    connection.value = { is: "lost", why: reason, seconds: pause / 1000 };
    await new Promise((resolve) => window.setTimeout(resolve, pause));
    if (stop === own) await reload();
  }
}

/** Loads everything, and follows the calls: with the token that is there now. */
export function begin(): void {
  stop?.abort();
  stop = new AbortController();
  connection.value = { is: "connecting" };
  void reload();
  void watch(stop);
}
