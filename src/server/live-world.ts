import { BoundedCache } from "../base/bounded-cache.ts";
import type { WorldKey } from "../estate/estate.ts";
import { World } from "../estate/world.ts";
import { parsePolicy } from "../iam/parse/parse.ts";
import type { Policy } from "../iam/policy.ts";
import { type GrantRecord, grantFactsOf } from "../kms/grants/grant.ts";
import { factsOf, type Key, keyStateOf } from "../kms/key.ts";
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

/** The world as it is now: its principals, and the keys of the KMS with the policies, aliases, tags and grants that calls have given them. */
export class LiveWorld {
  readonly #site: () => Site;
  readonly #changes: () => number;
  readonly #policies = new BoundedCache<string, Policy | undefined>(4096);
  #known: { readonly site: Site; readonly changes: number; readonly world: World } | undefined;

  constructor(site: () => Site, changes: () => number) {
    this.#site = site;
    this.#changes = changes;
  }

  /** How often something was changed that a decision may hang on. */
  get changes(): number {
    return this.#changes();
  }

  get world(): World {
    const site = this.#site();
    const changes = this.#changes();
    const known = this.#known;
    if (known !== undefined && known.site === site && known.changes === changes) return known.world;
    const world = new World({ ...site.world.estate, keys: this.#keys(site) });
    this.#known = { site, changes, world };
    return world;
  }

  #keys(site: Site): readonly WorldKey[] {
    const { state } = site.service.store;
    const names = new Map(Object.entries(site.keys).map(([name, arn]) => [arn, name]));
    const arns = state.homes().flatMap((home) => [...state.keysOf(home)]);
    return arns.flatMap((arn) => {
      const key = state.key(arn);
      const policy = key && this.#policies.of(key.policy, (text) => parsePolicy(text, { type: "key-policy", name: "key policy" }).policy);
      return key === undefined || policy === undefined ? [] : [this.#keyOf(key, policy, names.get(arn), site)];
    });
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

const named = (grant: GrantRecord, now: number): WorldKey["grants"][number] => ({
  ...grantFactsOf(grant, now),
  ...(grant.name !== undefined && { Name: grant.name }),
});
