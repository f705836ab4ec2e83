import { BoundedCache } from "../base/bounded-cache.ts";
import type { WorldKey } from "../estate/estate.ts";
import { World } from "../estate/world.ts";
import { parsePolicy } from "../iam/parse/parse.ts";
import type { Policy } from "../iam/policy.ts";
import { type GrantRecord, grantFactsOf } from "../kms/grants/grant.ts";
import { factsOf, type Key, keyArn, keyStateOf } from "../kms/key.ts";
import { aliasArn, type StateView } from "../kms/state.ts";
import type { ImmediateStore, Store } from "../kms/store.ts";
import type { Site } from "./site.ts";

/** A store, and how often something was changed in it that a decision may hang on. */
export type WatchedStore = { readonly store: Store; readonly changes: () => number };

export function watched(store: Store | ImmediateStore): WatchedStore {
  let count = 0;
  return {
    changes: () => count + (store.version?.() ?? 0),
    store: {
      ...store,
      commit: (changes) => {
        if (changes.some(({ kind }) => kind !== "use-key")) count++;
        return store.commit(changes);
      },
    },
  };
}

/** There are more keys than one answer can be about. */
export class TooManyKeys extends Error {
  override readonly name = "TooManyKeys";
}

/**
 * The world as it is now: its principals, and the keys of the KMS with the policies, aliases, tags and grants that calls have given them. A question needs
 * the keys that it names, however many there are beside them.
 */
export class LiveWorld {
  readonly #site: () => Site;
  readonly #changes: () => number;
  readonly #policies = new BoundedCache<string, Policy | undefined>(4096);
  readonly #told = new BoundedCache<string, Told>(MOST_ASKED * 4);
  readonly #asked = new Set<string>(); // names of keys, lately
  #whole: Known | undefined;
  #part: Known | undefined;

  constructor(site: () => Site, changes: () => number) {
    this.#site = site;
    this.#changes = changes;
  }

  /** How often something was changed that a decision may hang on. */
  get changes(): number {
    return this.#changes();
  }

  /** With every key. @throws {TooManyKeys} */
  get world(): World {
    this.#whole = this.#now(this.#whole, (site) => {
      const { state } = site.service.store;
      const homes = state.homes();
      const count = homes.reduce((sum, home) => sum + state.keysOf(home).size, 0);
      if (count > MOST_AT_ONCE)
        throw new TooManyKeys(`there are ${count} keys, and ${MOST_AT_ONCE} at most are told at once: GET /v1/keys tells them by pages`);
      return homes.flatMap((home) => [...state.keysOf(home)]);
    });
    return this.#whole.world;
  }

  /** With the keys of the seed, and those that have this name: a short name, an ARN, an id, or an alias. */
  worldFor(name: string | undefined): World {
    if (name !== undefined && !this.#asked.has(name)) {
      if (this.#asked.size >= MOST_ASKED) this.#asked.clear();
      if (name.length <= LONGEST_NAME) this.#asked.add(name);
      this.#part = undefined;
    }
    this.#part = this.#now(this.#part, (site) => {
      const { state } = site.service.store;
      const found = [...this.#asked].flatMap((one) => arnsNamed(one, state));
      return [...new Set([...Object.values(site.keys), ...found])];
    });
    return this.#part.world;
  }

  #now(known: Known | undefined, arnsIn: (site: Site) => readonly string[]): Known {
    const site = this.#site();
    const changes = this.#changes();
    if (known !== undefined && known.site === site && known.changes === changes) return known;
    const names = new Map(Object.entries(site.keys).map(([name, arn]) => [arn, name]));
    const keys = arnsIn(site).flatMap((arn) => this.#tell(arn, names.get(arn), site) ?? []);
    return { site, changes, world: new World({ ...site.world.estate, keys }) };
  }

  /** As it was told before, unless it has changed since. */
  #tell(arn: string, name: string | undefined, site: Site): WorldKey | undefined {
    const { state } = site.service.store;
    const key = state.key(arn);
    if (key === undefined) return undefined;
    const { revision } = state.grantsOn(arn);
    const keyState = keyStateOf(key, (id) => state.keyStore(id)?.connection === "CONNECTED");
    const known = this.#told.get(arn);
    if (
      known?.key === key &&
      known.revision === revision &&
      known.told.state === keyState &&
      known.told.name === (name ?? known.told.name) &&
      isSettled(known.told)
    )
      return known.told;
    const policy = this.#policies.of(key.policy, (text) => parsePolicy(text, { type: "key-policy", name: "key policy" }).policy);
    if (policy === undefined) return undefined;
    const told = this.#keyOf(key, policy, name, site);
    this.#told.set(arn, { key, revision, told });
    return told;
  }

  #keyOf(key: Key, policy: Policy, name: string | undefined, { service }: Site): WorldKey {
    const { state } = service.store;
    const { managedBy, tags, multiRegion } = factsOf(key);
    const grants = [...state.grantsOn(key.arn).order].flatMap((id) => state.grant(id) ?? []);
    return {
      name: name ?? key.aliases[0] ?? key.id,
      at: { file: "this endpoint", pointer: "" },
      arn: key.arn,
      id: key.id,
      account: key.account,
      region: key.region,
      description: key.description,
      managedBy: managedBy ?? "customer",
      aliases: key.aliases,
      policy,
      policyText: key.policy,
      tags: tags ?? {},
      grants: grants.map((grant: GrantRecord) => named(grant, service.ports.now())),
      spec: key.spec,
      usage: key.usage,
      origin: key.origin,
      multiRegion: multiRegion ?? false,
      multiRegionKeyType: key.multiRegion?.type,
      state: keyStateOf(key, (id) => state.keyStore(id)?.connection === "CONNECTED"),
      pendingWindowInDays: key.deletion?.windowDays ?? 30,
      createdAt: key.createdAt,
      rotationPeriodInDays: key.rotation?.periodDays,
      dangerousKeyMaterial: () => [],
    };
  }
}

const MOST_AT_ONCE = 10_000;
const MOST_ASKED = 256;
const LONGEST_NAME = 512;

type Known = { readonly site: Site; readonly changes: number; readonly world: World };
type Told = { readonly key: Key; readonly revision: number; readonly told: WorldKey };

/** A grant that counts for nobody without its token yet will do so without anything being changed. */
const isSettled = ({ grants }: WorldKey): boolean => grants.every(({ Propagated }) => Propagated !== false);

/** Of all that have such a name, in whatever account and Region. */
function arnsNamed(name: string, state: StateView): readonly string[] {
  const known = name.startsWith("arn:")
    ? [name]
    : state.homes().flatMap((home) => (name.startsWith("alias/") ? aliasArn(home, name) : keyArn(home, name)));
  return known.flatMap((arn) => {
    const key = state.key(state.alias(arn)?.keyArn ?? arn);
    return key === undefined ? [] : state.related(key).map((one) => one.arn);
  });
}

const named = (grant: GrantRecord, now: number): WorldKey["grants"][number] => ({
  ...grantFactsOf(grant, now),
  ...(grant.name !== undefined && { Name: grant.name }),
});
