import type { Work } from "../background.ts";
import type { Ports } from "../ports.ts";
import type { Change, StateView } from "../state.ts";
import { moduleErrorCode } from "./hsm-faults.ts";
import { type KeyStore, loginOf } from "./key-store.ts";
import { connectionErrorCode } from "./xks-faults.ts";
import { checkHealth, type RequestMetadata } from "./xks-proxy.ts";

/**
 * What goes on after ConnectCustomKeyStore and DisconnectCustomKeyStore were answered (KMS Developer Guide, "Connect and disconnect"). A work ends the
 * attempt it was started for: what another call has begun meanwhile it leaves alone.
 */
export const connecting = (store: KeyStore, ports: Ports, state: StateView, asked: RequestMetadata): Work => {
  return async () => {
    const failure = await connectionFailure(store, ports, asked).catch(() => "INTERNAL_ERROR");
    return () => {
      const now = state.keyStore(store.id);
      if (now?.connection === "CONNECTING" && now.attempt === store.attempt) {
        return ended(now, failure === undefined ? { connection: "CONNECTED" } : { connection: "FAILED", failure });
      }
      const isGivenUp = now === undefined || now.connection === "DISCONNECTED" || now.connection === "DISCONNECTING";
      if (isGivenUp && store.type === "AWS_CLOUDHSM") ports.hsm?.disconnect(loginOf(store).clusterId).catch(() => undefined);
      return [];
    };
  };
};

export const disconnecting = (store: KeyStore, ports: Ports, state: StateView): Work => {
  return async () => {
    if (store.type === "AWS_CLOUDHSM") await ports.hsm?.disconnect(loginOf(store).clusterId).catch(() => undefined);
    return () => {
      const now = state.keyStore(store.id);
      return now?.connection === "DISCONNECTING" && now.attempt === store.attempt ? ended(now, { connection: "DISCONNECTED" }) : [];
    };
  };
};

const ended = (store: KeyStore, end: Pick<KeyStore, "connection" | "failure">): readonly Change[] => [
  { kind: "put-key-store", store: { ...store, attempt: undefined, failure: undefined, ...end } },
];

/** ConnectionErrorCode; undefined where the store is connected. */
async function connectionFailure(store: KeyStore, ports: Ports, asked: RequestMetadata): Promise<string | undefined> {
  if (store.type === "EXTERNAL_KEY_STORE") {
    const healthy = ports.xks === undefined ? undefined : await checkHealth({ transport: ports.xks, store, now: ports.now }, asked);
    if (healthy === undefined) return "INTERNAL_ERROR";
    return healthy.ok ? undefined : connectionErrorCode(healthy.error);
  }
  const connected = await ports.hsm?.connect(loginOf(store));
  if (connected === undefined) return "INTERNAL_ERROR";
  return connected.ok ? undefined : moduleErrorCode(connected.error);
}
