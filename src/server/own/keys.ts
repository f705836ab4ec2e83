import type { Context } from "hono";
import type { GrantRecord } from "../../kms/grants/grant.ts";
import { type Key, keyStateOf } from "../../kms/key.ts";
import { homeName, homeOf, type StateView } from "../../kms/state.ts";
import type { OwnDeps } from "./deps.ts";
import { faultOf } from "./reply.ts";

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
 * of the page before; `key`: one alone, by its ARN, its short name in the world, or the ARN of an alias.
 */
export function listKeys(c: Context, deps: OwnDeps): Response {
  const { state } = deps.standing.site.service.store;
  const named = c.req.query("key");
  if (named !== undefined) {
    const key = state.key(deps.standing.site.keys[named] ?? named) ?? state.key(state.alias(named)?.keyArn ?? "");
    return key === undefined
      ? faultOf(c, 404, "no key has this ARN or short name, and no alias this ARN")
      : c.json({ keys: [toldKey(key, deps)] });
  }
  const limit = c.req.query("limit") ?? String(FIRST);
  if (!/^\d{1,4}$/.test(limit) || Number(limit) < 1 || Number(limit) > MOST)
    return faultOf(c, 400, `\`limit\` is a number from 1 to ${MOST}`);
  const after = placeIn(c.req.query("after"));
  if (after === "no place") return faultOf(c, 400, "`after` is the `next` of another page");
  const { names, next } = pageOf(state, after, Number(limit));
  const keys = names.flatMap((arn) => state.key(arn) ?? []).map((key) => toldKey(key, deps));
  return c.json({ keys, ...(next !== undefined && { next }) });
}

type Place = { readonly home: string; readonly place: number };

/** `111122223333 us-east-1 17`, as it may stand in a URL. */
function placeIn(text: string | undefined): Place | "no place" {
  if (text === undefined) return { home: "", place: 0 };
  const [account = "", region = "", place = "", ...more] = text.split("_");
  if (more.length > 0 || !/^\d{12}$/.test(account) || !/^[a-z0-9-]{1,32}$/.test(region) || !/^\d{1,15}$/.test(place)) return "no place";
  return { home: homeName({ account, region }), place: Number(place) };
}

const placeText = ({ home, place }: Place): string => `${home} ${place}`.replaceAll(" ", "_");

function pageOf(state: StateView, after: Place, limit: number): { readonly names: readonly string[]; readonly next: string | undefined } {
  const names: string[] = [];
  let last = after;
  const homes = state.homes().map(homeName).sort();
  for (const home of homes) {
    if (home < after.home) continue;
    const place = home === after.home ? after.place : 0;
    for (const found of state.keysOf(homeOf(home)).after(place, limit + 1 - names.length)) {
      if (names.length === limit) return { names, next: placeText(last) };
      names.push(found.name);
      last = { home, place: found.place };
    }
  }
  return { names, next: undefined };
}

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | undefined): string | null => (at === undefined ? null : iso(at));

function toldKey(key: Key, { standing }: OwnDeps): ToldKey {
  const { service, keys } = standing.site;
  const { state } = service.store;
  const { deletion, multiRegion, rotation } = key;
  const { order } = state.grantsOn(key.arn);
  const use = state.lastUse(key.arn);
  return {
    arn: key.arn,
    id: key.id,
    name: Object.entries(keys).find(([, arn]) => arn === key.arn)?.[0] ?? null,
    account: key.account,
    region: key.region,
    state: keyStateOf(key, (id) => state.keyStore(id)?.connection === "CONNECTED"),
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
