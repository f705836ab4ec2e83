import type { Background, Work } from "../background.ts";
import { uuid } from "../ids.ts";
import type { Ports } from "../ports.ts";
import type { StateView } from "../state.ts";
import type { Store } from "../store.ts";
import { connecting, disconnecting } from "./connection.ts";
import type { KeyStore } from "./key-store.ts";
import { checkHealth, type RequestMetadata } from "./xks-proxy.ts";

/** What KMS does about custom key stores without being asked. */

type Running = { readonly store: Store; readonly ports: Ports; readonly background: Background };

/**
 * Goes on with what a KMS that has ended left half done: its store says that it connects or disconnects, and nobody is at it any more. Each such store
 * is CONNECTED, FAILED or DISCONNECTED when that is done, as if there had been no break.
 */
export function resumeConnections({ store, ports, background }: Running): void {
  for (const found of store.state.keyStores()) {
    const work = unfinished(found, ports, store.state);
    if (work !== undefined) background.start(work, store);
  }
}

function unfinished(found: KeyStore, ports: Ports, state: StateView): Work | undefined {
  if (found.connection === "DISCONNECTING") return disconnecting(found, ports, state);
  if (found.connection !== "CONNECTING") return undefined;
  return connecting(found, ports, state, asked("ConnectCustomKeyStore", ports));
}

/** AWS tells "every few minutes" (External Key Store Proxy API, GetHealthStatus). */
const PERIOD_MS = 5 * 60_000;

/**
 * The health of connected external key stores, asked for by KMS itself: proxies see it, and it changes nothing here, for a store whose proxy fails
 * stays connected and its keys' calls fail. However long the clock was not looked at, each store is asked once.
 */
export class HealthChecks {
  #next = Number.NEGATIVE_INFINITY;

  /** Called with every look at the clock. */
  settle({ store, ports, background }: Running, now: number): void {
    if (now < this.#next) return;
    const isFirst = this.#next === Number.NEGATIVE_INFINITY;
    this.#next = now + PERIOD_MS;
    if (isFirst || ports.xks === undefined) return;
    const link = { transport: ports.xks, now: ports.now };
    for (const found of store.state.keyStores()) {
      if (found.type !== "EXTERNAL_KEY_STORE" || found.connection !== "CONNECTED") continue;
      background.start(async () => {
        await checkHealth({ ...link, store: found }, asked("KmsHealthCheck", ports));
        return () => [];
      }, store);
    }
  }
}

const asked = (kmsOperation: string, { randomBytes }: Ports): RequestMetadata => ({ kmsRequestId: uuid(randomBytes), kmsOperation });
