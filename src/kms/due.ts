import { invariant } from "../base/invariant.ts";
import { DAY_MS } from "../base/time.ts";
import { serviceEvent } from "./audit.ts";
import type { AuditLog } from "./audit-log.ts";
import type { Background } from "./background.ts";
import { dueAt, onDemandEnd, rotates } from "./due-time.ts";
import { uuid } from "./ids.ts";
import { changed, settled, withoutMaterial } from "./imported.ts";
import type { Key } from "./key.ts";
import { destroyingInModule } from "./key-stores/keys.ts";
import type { HealthChecks } from "./key-stores/upkeep.ts";
import type { Ports } from "./ports.ts";
import { endOnDemandRotation, rotateBySchedule } from "./rotate.ts";
import type { Change, StateView } from "./state.ts";
import { ATTEMPTS, type Fate, keep, type Store } from "./store.ts";
import { synchronizationEvent, synchronized } from "./synchronization.ts";

/** What the clock does to a key by itself, and how the audit log calls it. Pure: the changes are made by the caller. */
type Work = {
  readonly event: string | undefined;
  readonly isDue: (key: Key, at: number) => boolean;
  readonly changes: (key: Key, at: number, state: StateView, ports: Ports) => readonly Change[];
};

/** Looked at in this order; each makes its own time pass, so that the next thing due is found after it. */
const WORKS: readonly Work[] = [
  { event: "DeleteKey", isDue: (key, at) => key.deletion?.state === "PendingDeletion" && key.deletion.at <= at, changes: deleteKey },
  { event: undefined, isDue: ({ transitionEndsAt }, at) => (transitionEndsAt ?? at + 1) <= at, changes: endTransition },
  { event: "DeleteExpiredKeyMaterial", isDue: (key, at) => expired(key, at) !== undefined, changes: expireMaterial },
  { event: "RotateKey", isDue: (key, at) => (onDemandEnd(key) ?? at + 1) <= at, changes: endOnDemandRotation },
  { event: "RotateKey", isDue: (key, at) => rotates(key) && (key.rotation?.nextAt ?? at + 1) <= at, changes: rotateBySchedule },
];

const expired = ({ materials }: Key, at: number) =>
  materials.find(({ expiresAt, secret }) => secret !== undefined && expiresAt !== undefined && expiresAt <= at);

/** One material at a time: of several that expire at once each is told to the audit log. */
function expireMaterial(key: Key, at: number, state: StateView): readonly Change[] {
  return withoutMaterial(state.related(key), key, expired(key, at)?.id ?? "");
}

function endTransition(key: Key): readonly Change[] {
  return [{ kind: "put-key", key: { ...key, transition: undefined, transitionEndsAt: undefined } }];
}

/**
 * When the last replica of a primary key that waits for them is gone, the primary's own waiting period begins (KMS Developer Guide, deleting
 * multi-Region keys).
 */
function deleteKey(key: Key, at: number, state: StateView): readonly Change[] {
  const others = state.related(key).filter(({ arn }) => arn !== key.arn);
  const left = settled(others).map((other): Key => {
    if (others.length > 1 || other.deletion?.state !== "PendingReplicaDeletion") return other;
    const { windowDays } = other.deletion;
    return { ...other, deletion: { state: "PendingDeletion", at: at + windowDays * DAY_MS, windowDays } };
  });
  return [{ kind: "delete-key", arn: key.arn }, ...changed(others, left)];
}

/** A rotation on demand whose imported material is gone by its end rotates nothing. */
const isTold = (event: string, before: Key, after: Key | undefined): boolean =>
  event !== "RotateKey" || after?.materials !== before.materials;

type Running = {
  readonly store: Store;
  readonly ports: Ports;
  readonly audit: AuditLog;
  readonly background: Background;
  readonly healthChecks: HealthChecks;
};

/**
 * Does all that is due by now, in the order of its time. Done in each turn before anything else, so no call sees a key that should be gone: where it
 * cannot be kept, the answer is false, and the call must not go on.
 */
export function settleDue(service: Running, now: number): boolean | Promise<boolean> {
  service.healthChecks.settle(service, now);
  return settleKeys(service, now);
}

/** What others who share the store have done meanwhile is no longer due. */
function settleKeys(service: Running, now: number, attempts = ATTEMPTS): boolean | Promise<boolean> {
  const { state } = service.store;
  for (let due = state.due(now); due !== undefined; due = state.due(now)) {
    const done = settleKey(service, due);
    if (done instanceof Promise)
      return done.then((fate) => fate !== "lost" && attempts > 0 && settleKeys(service, now, fate === "stale" ? attempts - 1 : ATTEMPTS));
    if (done !== "kept") return false;
  }
  return true;
}

function settleKey(
  { store, ports, audit, background }: Running,
  { arn, at }: NonNullable<ReturnType<StateView["due"]>>,
): Fate | Promise<Fate> {
  const { state } = store;
  const key = state.key(arn);
  const work = key && WORKS.find(({ isDue }) => isDue(key, at));
  invariant(key !== undefined && work !== undefined, "what is due has work to do");
  const changes = work.changes(key, at, state, ports);
  const copied = synchronized(changes, state, [arn]);
  const tell = (fate: Fate): Fate => {
    if (fate !== "kept") return fate;
    const after = state.key(arn);
    if (work.event !== undefined && isTold(work.event, key, after))
      audit.record(serviceEvent({ name: work.event, key, at, eventId: uuid(ports.randomBytes) }));
    for (const copy of copied) audit.record(synchronizationEvent(copy, at, ports));
    const destroying = after === undefined ? destroyingInModule(key, state.keyStore(key.customKeyStoreId ?? ""), ports) : undefined;
    if (destroying !== undefined) background.start(destroying, store);
    invariant(after !== key && (after === undefined || (dueAt(after) ?? at) >= at), "work that was done is no longer due");
    return fate;
  };
  const kept = keep(store, changes);
  return kept instanceof Promise ? kept.then(tell) : tell(kept);
}
