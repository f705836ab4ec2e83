import type { Context } from "hono";
import type { GrantRecord } from "../../kms/grants/grant.ts";
import { type Key, keyStateOf } from "../../kms/key.ts";
import { homeName, homeOf, type StateView } from "../../kms/state.ts";
import type { OwnDeps } from "./deps.ts";
import { faultOf } from "./reply.ts";
import { upToDate } from "./up-to-date.ts";

const FIRST = 100;
const MOST = 1000;

/** A key as it is told to who looks at the endpoint: all that AWS's calls would tell of it. Key material and secrets have no member here. Times are ISO 8601. */
type ToldKey = {
  readonly arn: string;
  readonly id: string;
  readonly name: string | null; // the short name that the world gives it
  readonly account: string;
  readonly region: string;
  readonly state: string; // "PendingDeletion"
  readonly description: string;
  readonly managedBy: "customer" | "aws";
  readonly spec: string;
  readonly usage: string;
  readonly origin: string;
  readonly keyStore: string | null; // the id of a custom key store
  readonly createdAt: string;
  readonly aliases: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly policy: string; // the text of its key policy
  readonly rotation: { readonly periodInDays: number; readonly nextAt: string } | null; // null: not by itself
  readonly materials: readonly ToldMaterial[]; // oldest first
  readonly deletion: { readonly at: string | null; readonly windowInDays: number } | null; // `at` null: it waits for its replicas
  readonly multiRegion: { readonly type: string; readonly primaryRegion: string; readonly related: readonly string[] } | null; // ARNs
  readonly grants: readonly ToldGrant[]; // the first thousand
  readonly grantCount: number;
  readonly lastUse: { readonly operation: string; readonly at: string } | null;
};

type ToldMaterial = {
  readonly id: string;
  readonly state: string;
  readonly isThere: boolean; // not deleted, and not expired
  readonly rotatedAt: string | null;
  readonly rotationType: string | null;
  readonly expiresAt: string | null;
};

type ToldGrant = {
  readonly id: string;
  readonly name: string | null;
  readonly grantee: string;
  readonly retiring: string | null;
  readonly operations: readonly string[];
  readonly constraints: object | null;
  readonly createdAt: string;
};

/**
 * GET /v1/keys: the keys of every account and Region, in the order in which they were made in each. `limit`, 1 to 1000, 100 unless told; `after`: the `next`
 * of the page before; `search`: those alone in which each of its words is found (ARN, names, description, state, spec, tags); `key`: one alone, by its ARN,
 * its short name in the world, or the ARN of an alias. A search looks at some thousand keys at a time: a page may have fewer than `limit`, or none, and a
 * `next` all the same. `count`: of all keys there are.
 */
export async function listKeys(c: Context, deps: OwnDeps): Promise<Response> {
  await upToDate(deps);
  const { state } = deps.standing.site.service.store;
  const names = namesIn(deps);
  const named = c.req.query("key");
  if (named !== undefined) {
    const key = keyNamed(named, deps);
    return key === undefined
      ? faultOf(c, 404, "no key has this ARN or short name, and no alias this ARN")
      : c.json({ keys: [toldKey(key, names, deps)] });
  }
  const limit = c.req.query("limit") ?? String(FIRST);
  if (!/^\d{1,4}$/.test(limit) || Number(limit) < 1 || Number(limit) > MOST)
    return faultOf(c, 400, `\`limit\` is a number from 1 to ${MOST}`);
  const after = placeIn(c.req.query("after"));
  if (after === "no place") return faultOf(c, 400, "`after` is the `next` of another page");
  const search = c.req.query("search") ?? "";
  if (search.length > LONGEST_SEARCH) return faultOf(c, 400, `\`search\` has up to ${LONGEST_SEARCH} characters`);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const isWanted = (arn: string) => words.length === 0 || isFound(words, state.key(arn), names.get(arn), state);
  const { found, next } = pageOf(state, after, Number(limit), isWanted);
  const keys = found.flatMap((arn) => state.key(arn) ?? []).map((key) => toldKey(key, names, deps));
  const count = state.homes().reduce((sum, home) => sum + state.keysOf(home).size, 0);
  return c.json({ keys, count, ...(next !== undefined && { next }) });
}

const LONGEST_SEARCH = 200;

/** Of an ARN, a short name of the world, or the ARN of an alias. */
export function keyNamed(name: string, { standing }: Pick<OwnDeps, "standing">): Key | undefined {
  const { service, keys } = standing.site;
  const { state } = service.store;
  const own = Object.hasOwn(keys, name) ? keys[name] : undefined;
  return state.key(own ?? name) ?? state.key(state.alias(name)?.keyArn ?? "");
}

/** The short names of the world's keys, by their ARNs. */
const namesIn = ({ standing }: OwnDeps): ReadonlyMap<string, string> =>
  new Map(Object.entries(standing.site.keys).map(([name, arn]) => [arn, name]));

function isFound(words: readonly string[], key: Key | undefined, name: string | undefined, state: StateView): boolean {
  if (key === undefined) return false;
  const tags = key.tags.flatMap(({ TagKey, TagValue }) => [TagKey, TagValue]);
  const all = [key.arn, name ?? "", ...key.aliases, key.description, stateOf(key, state), key.spec, ...tags].join("\n").toLowerCase();
  return words.every((word) => all.includes(word));
}

const stateOf = (key: Key, state: StateView): string => keyStateOf(key, (id) => state.keyStore(id)?.connection === "CONNECTED");

type Place = { readonly home: string; readonly place: number };

/** `111122223333 us-east-1 17`, as it may stand in a URL. */
function placeIn(text: string | undefined): Place | "no place" {
  if (text === undefined) return { home: "", place: 0 };
  const [account = "", region = "", place = "", ...more] = text.split("_");
  if (more.length > 0 || !/^\d{12}$/.test(account) || !/^[a-z0-9-]{1,32}$/.test(region) || !/^\d{1,15}$/.test(place)) return "no place";
  return { home: homeName({ account, region }), place: Number(place) };
}

const placeText = ({ home, place }: Place): string => `${home} ${place}`.replaceAll(" ", "_");

const MOST_LOOKED = 5000; // keys that one search looks at

type Page = { readonly found: readonly string[]; readonly next: string | undefined };

function pageOf(state: StateView, after: Place, limit: number, isWanted: (arn: string) => boolean): Page {
  const found: string[] = [];
  let last = after;
  let looked = 0;
  for (const home of state.homes().map(homeName).sort()) {
    if (home < after.home) continue;
    let place = home === after.home ? after.place : 0;
    for (;;) {
      const names = state.keysOf(homeOf(home)).after(place, AT_ONCE);
      for (const one of names) {
        if (found.length === limit || looked === MOST_LOOKED) return { found, next: placeText(last) };
        looked++;
        if (isWanted(one.name)) found.push(one.name);
        place = one.place;
        last = { home, place };
      }
      if (names.length < AT_ONCE) break;
    }
  }
  return { found, next: undefined };
}

const AT_ONCE = 200;

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | undefined): string | null => (at === undefined ? null : iso(at));

function toldKey(key: Key, names: ReadonlyMap<string, string>, { standing }: OwnDeps): ToldKey {
  const { state } = standing.site.service.store;
  const { deletion, multiRegion, rotation } = key;
  const { order } = state.grantsOn(key.arn);
  const use = state.lastUse(key.arn);
  return {
    arn: key.arn,
    id: key.id,
    name: names.get(key.arn) ?? null,
    account: key.account,
    region: key.region,
    state: stateOf(key, state),
    description: key.description,
    managedBy: key.manager === "AWS" ? "aws" : "customer",
    spec: key.spec,
    usage: key.usage,
    origin: key.origin,
    keyStore: key.customKeyStoreId ?? null,
    createdAt: iso(key.createdAt),
    aliases: key.aliases,
    tags: Object.fromEntries(key.tags.map(({ TagKey, TagValue }) => [TagKey, TagValue])),
    policy: key.policy,
    rotation: rotation === undefined ? null : { periodInDays: rotation.periodDays, nextAt: iso(rotation.nextAt) },
    materials: key.materials.map((material) => ({
      id: material.id,
      state: material.state,
      isThere: material.secret !== undefined,
      rotatedAt: isoOrNull(material.rotatedAt),
      rotationType: material.rotationType ?? null,
      expiresAt: isoOrNull(material.expiresAt),
    })),
    deletion:
      deletion === undefined
        ? null
        : { at: deletion.state === "PendingDeletion" ? iso(deletion.at) : null, windowInDays: deletion.windowDays },
    multiRegion:
      multiRegion === undefined
        ? null
        : {
            type: multiRegion.type,
            primaryRegion: multiRegion.primaryRegion,
            related: state
              .related(key)
              .map(({ arn }) => arn)
              .filter((arn) => arn !== key.arn),
          },
    grants: order.after(0, MOST).flatMap(({ name }) => {
      const grant = state.grant(name);
      return grant === undefined ? [] : [toldGrant(grant)];
    }),
    grantCount: order.size,
    lastUse: use === undefined ? null : { operation: use.operation, at: iso(use.at) },
  };
}

const toldGrant = (grant: GrantRecord): ToldGrant => ({
  id: grant.id,
  name: grant.name ?? null,
  grantee: grant.granteePrincipal ?? grant.granteeServicePrincipal ?? "",
  retiring: grant.retiringPrincipal ?? grant.retiringServicePrincipal ?? null,
  operations: grant.operations,
  constraints: grant.constraints ?? null,
  createdAt: iso(grant.createdAt),
});
