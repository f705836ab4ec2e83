import { batch, computed, signal } from "@preact/signals";
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

export const keys = signal<readonly ToldKey[]>([]);
export const hasMoreKeys = signal(false);
export const chosenArn = signal("");
export const world = signal<WorldDocument | string | undefined>(undefined); // in words: why there is none
export const calls = signal<readonly (ToldCall | ToldGap)[]>([]); // the last ones first
export const clock = signal<{ readonly now: string; readonly canMove: boolean } | undefined>(undefined);
export const notice = signal("");
export const isRefused = signal(false); // the server wants a token, or another one

type Connection = { readonly is: "connecting" | "live" } | { readonly is: "lost"; readonly why: string; readonly seconds?: number };
export const connection = signal<Connection>({ is: "connecting" });

export const chosen = computed(() => keys.value.find(({ arn }) => arn === chosenArn.value) ?? keys.value[0]);

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

const MOST_PAGES = 5; // of a thousand keys

async function loadKeys(): Promise<void> {
  const found: ToldKey[] = [];
  let next: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const after = next === undefined ? "" : `&after=${encodeURIComponent(next)}`;
    const told = (await (await ask(`/v1/keys?limit=1000${after}`)).json()) as { keys: ToldKey[]; next?: string };
    found.push(...told.keys);
    next = told.next;
    if (next === undefined) break;
  }
  batch(() => {
    keys.value = found;
    hasMoreKeys.value = next !== undefined;
  });
}

async function loadWorld(): Promise<void> {
  try {
    world.value = (await (await ask("/v1/world")).json()) as WorldDocument;
  } catch (error) {
    world.value = wordsOf(error);
  }
}

async function loadClock(): Promise<void> {
  clock.value = await (await ask("/v1/clock")).json();
}

/** Everything but the calls, as it is now. */
async function reload(): Promise<void> {
  try {
    await Promise.all([loadKeys(), loadWorld(), loadClock()]);
    batch(() => {
      notice.value = "";
      isRefused.value = false;
    });
  } catch (error) {
    notice.value = `What is shown may be old: ${wordsOf(error)}.`;
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
      const isFinal = error instanceof Refused && [400, 401, 403, 404, 501].includes(error.status);
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
