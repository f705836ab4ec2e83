import { invariant } from "../base/invariant.ts";
import { RootKey } from "../crypto/root-key.ts";
import { EMPTY_ESTATE } from "../estate/estate.ts";
import { World } from "../estate/world.ts";
import type { AuditEvent } from "./audit.ts";
import { AuditLog } from "./audit-log.ts";
import { Authority } from "./authorize.ts";
import { Background } from "./background.ts";
import { CallLog } from "./call-log.ts";
import { Callers } from "./callers.ts";
import type { Service } from "./dispatch.ts";
import { uuidSeries } from "./ids.ts";
import { HealthChecks, resumeConnections } from "./key-stores/upkeep.ts";
import type { Ports } from "./ports.ts";
import { attestationTrust } from "./recipient.ts";
import { type Seed, seedOf } from "./seed.ts";
import type { StateView } from "./state.ts";
import { ATTEMPTS, commitTo, memoryStore, StaleState, type Store } from "./store.ts";
import { turnsOf } from "./turns.ts";

export type ServiceOptions = {
  readonly world?: World;
  readonly ports: Ports;
  readonly store?: Store;
  readonly root?: RootKey;
  readonly auditLimit?: number; // how many events are remembered
  readonly onEvent?: (event: AuditEvent) => void;
  readonly grantDelayMs?: number; // until a new grant counts without its token; 0
  readonly attestationRoots?: readonly string[]; // PEM; that of AWS alone
  readonly attestationAgeMs?: number; // how long an attestation document serves; five minutes
  readonly authority?: (state: StateView, callers: Callers) => Authority; // in place of the one that refuses
  readonly logs?: Pick<Service, "audit" | "calls">; // go on with those of another KMS; `auditLimit` and `onEvent` do not count then
};

export type StartedService = {
  readonly service: Service;
  readonly callers: Callers;
  readonly seed: Seed;
  readonly seeded: void | Promise<void>; // when the keys of the world are kept: calls wait until then
};

const AUDIT_LIMIT = 1000; // more of them make every call dearer: what is kept has to be copied by the collector

/** Starts a KMS over a store, with the keys of the world in it that the store does not have. */
export function startService(options: ServiceOptions): StartedService {
  const { world = new World(EMPTY_ESTATE), ports, store = memoryStore() } = options;
  const callers = new Callers(world);
  const seed = seedOf(world.estate, ports);
  const turns = turnsOf(store);
  const seeded = turns.take(() => keepSeed(store, seed));
  const service: Service = {
    store,
    turns,
    ports,
    root: options.root ?? store.root ?? newRoot(ports),
    authority: options.authority?.(store.state, callers) ?? new Authority(store.state, callers),
    background: new Background(),
    healthChecks: new HealthChecks(),
    calls: options.logs?.calls ?? new CallLog(options.auditLimit ?? AUDIT_LIMIT),
    audit: options.logs?.audit ?? new AuditLog(options.auditLimit ?? AUDIT_LIMIT, options.onEvent),
    newId: uuidSeries(ports.randomBytes),
    knowsPrincipal: callers.knows,
    grantDelayMs: options.grantDelayMs ?? 0,
    attestation: attestationTrust(options),
  };
  resumeConnections(service);
  return { service, callers, seed, seeded };
}

/** The keys that the store does not have. Of several KMSs that start over one store at once, one makes them. */
function keepSeed(store: Store, seed: Seed, attempts = ATTEMPTS): undefined | Promise<void> {
  const isNew = (arn: string) => store.state.key(arn) === undefined;
  const fresh = new Set(Object.values(seed.arns).filter(isNew));
  const changes = seed.changes.filter((change) => {
    if (change.kind === "put-key") return fresh.has(change.key.arn);
    if (change.kind === "put-alias") return fresh.has(change.alias.keyArn ?? "");
    return change.kind === "put-grant" && fresh.has(change.grant.keyArn);
  });
  if (changes.length === 0) return undefined;
  return commitTo(store, changes)?.catch((thrown: unknown) => {
    if (thrown instanceof StaleState && attempts > 1) return keepSeed(store, seed, attempts - 1);
    throw thrown;
  });
}

function newRoot(ports: Ports): RootKey {
  const root = RootKey.from(ports.randomBytes(32));
  invariant(root.ok, "a root key has 32 bytes");
  return root.value;
}
