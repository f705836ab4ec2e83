import { BoundedCache } from "../base/bounded-cache.ts";
import { nearest } from "../base/nearest.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { listed, shown } from "../base/text.ts";
import { resourceArnIn } from "../catalog/data/kinds.ts";
import { parseArn } from "../iam/arn.ts";
import { type Principal, parsePrincipal } from "../iam/principal.ts";
import type { PrincipalFacts } from "../iam/request.ts";
import type { Estate, WorldEndpoint, WorldKey, WorldPrincipal, WorldResource } from "./estate.ts";

/** Why a name leads nowhere. */
export type Lost = { readonly code: "KW401" | "KW403" | "KW501" | "KW507"; readonly message: string; readonly help?: string | undefined };

/** Who asks, and what the world has of it: the principal itself, then its role, or the user behind it. */
export type Asker = {
  readonly facts: PrincipalFacts;
  readonly caller: Principal;
  readonly entries: readonly WorldPrincipal[];
  readonly note?: string;
};

/** What is asked about. `alias` is the name it was asked by. */
export type Target = { readonly resource: string; readonly key?: WorldKey; readonly alias?: string; readonly note?: string };

/** Finds what the names in a question stand for: short names, ARNs, key ids, aliases. */
export class WorldLookup {
  readonly #region: string | undefined;
  readonly #principals: ReadonlyMap<string, WorldPrincipal>; // by short name and by ARN: neither can be the other
  readonly #roles: ReadonlyMap<string, WorldPrincipal>;
  readonly #keys: ReadonlyMap<string, readonly WorldKey[]>; // by short name, ARN, id and alias
  readonly #endpoints: ReadonlyMap<string, WorldEndpoint>;
  readonly #resources: ReadonlyMap<string, WorldResource>; // by short name and by ARN
  readonly #made = new Map<string, WorldKey>(); // keys of services that the world does not list, by ARN
  readonly #askers = new BoundedCache<string, Result<Asker, Lost>>(1024, 2048); // the same few ask again and again
  readonly #names: { readonly principals: readonly string[]; readonly keys: readonly string[]; readonly endpoints: readonly string[] };

  constructor({ region, principals, keys, endpoints, resources }: Estate) {
    this.#region = region;
    this.#principals = new Map(
      principals.flatMap((principal) => [[principal.name, principal] as const, [principal.facts.arn, principal] as const]),
    );
    this.#roles = new Map(
      principals.filter(({ facts }) => isRole(facts.arn)).map((principal) => [roleOf(principal.facts.arn) ?? "", principal]),
    );
    this.#keys = grouped(keys.flatMap((key) => [key.name, key.arn, key.id, ...key.aliases].map((name) => [name, key] as const)));
    this.#endpoints = new Map(endpoints.flatMap((endpoint) => [[endpoint.name, endpoint] as const, [endpoint.id, endpoint] as const]));
    this.#resources = new Map(resources.flatMap((resource) => [[resource.name, resource] as const, [resource.arn, resource] as const]));
    for (const key of madeKeys(resources)) if (!this.#keys.has(key.arn)) this.#made.set(key.arn, key);
    this.#names = {
      principals: principals.map(({ name }) => name),
      keys: keys.flatMap(({ name, aliases }) => [name, ...aliases]),
      endpoints: endpoints.map(({ name }) => name),
    };
  }

  /** A short name, anything a request may name as its principal, or the facts of one: facts that are given win over the world's. */
  asker(given: string | PrincipalFacts): Result<Asker, Lost> {
    const text = typeof given === "string" ? given : textOf(given);
    const known = text === undefined ? undefined : this.#askers.get(text);
    if (known !== undefined) return known;
    const asker = this.#readAsker(given);
    const isPlain = asker.ok && asker.value.facts.tags === undefined; // nothing in it that who is given it could change
    return text !== undefined && isPlain ? this.#askers.set(text, asker) : asker;
  }

  #readAsker(given: string | PrincipalFacts): Result<Asker, Lost> {
    const told: PrincipalFacts = typeof given === "string" ? { arn: given } : given;
    const known = this.#principals.get(told.arn);
    const own: PrincipalFacts = { ...known?.facts, ...told, arn: known?.facts.arn ?? told.arn };
    const [roleArn, userArn] = [this.#arnOf(own.roleArn), this.#arnOf(own.userArn)];
    const behind = this.#behind(own.arn, roleArn, userArn);
    const role = behind !== undefined && isRole(behind.facts.arn) ? behind.facts.arn : undefined;
    if (roleArn !== undefined && role !== undefined && role !== roleArn)
      return fail({
        code: "KW401",
        message: `\`roleArn\` ${shown(roleArn)} is not the role of ${shown(own.arn)}, which this world has as ${shown(role)}`,
      });
    const facts = merged(behind, known, { ...told, arn: own.arn, ...(userArn !== undefined && { userArn }) }, role ?? roleArn);
    const caller = parsePrincipal(facts);
    if (!caller.ok) return fail(known === undefined ? this.#noPrincipal(told.arn, caller.error) : { code: "KW401", message: caller.error });
    const entries = [known, behind].filter((entry) => entry !== undefined);
    const { kind } = caller.value;
    if (entries.length > 0 || kind === "root" || kind === "service" || kind === "anonymous")
      return ok({ facts, caller: caller.value, entries });
    return ok({ facts, caller: caller.value, entries, note: `${own.arn} is not in the world: it is taken to have no identity policies` });
  }

  #arnOf = (name: string | undefined): string | undefined =>
    name === undefined ? undefined : (this.#principals.get(name)?.facts.arn ?? name);

  /** The role of a session, or the user of a federated-user session. */
  #behind(arn: string, roleArn: string | undefined, userArn: string | undefined): WorldPrincipal | undefined {
    if (arn.includes(":federated-user/")) return userArn === undefined ? undefined : this.#principals.get(userArn);
    if (!arn.includes(":assumed-role/")) return undefined;
    return (roleArn === undefined ? undefined : this.#principals.get(roleArn)) ?? this.#roles.get(roleOf(arn) ?? "");
  }

  #noPrincipal(name: string, reason: string): Lost {
    const near = nearest(name, this.#names.principals);
    const isArn = name.startsWith("arn:");
    const message = isArn ? reason : `no principal ${shown(name)} in this world`;
    const help = near
      ? `did you mean \`${near}\`?`
      : isArn || this.#names.principals.length === 0
        ? undefined
        : `there are ${some(this.#names.principals)}`;
    return { code: isArn ? "KW401" : "KW501", message, help };
  }

  /** A key by its short name, ARN, id, alias or the ARN of an alias; `*` where the operation names none. */
  key(name: string, caller: Principal): Result<Target, Lost> {
    if (name === "*") return ok({ resource: "*" });
    const arn = parseArn(name);
    const isAlias = arn?.resource.startsWith("alias/") ?? name.startsWith("alias/");
    if (arn !== undefined && !isAlias) {
      const key = this.#keys.get(name)?.[0] ?? this.#made.get(name);
      if (key !== undefined) return ok({ resource: key.arn, key });
      return ok({
        resource: name,
        ...(arn.service === "kms" && { note: `${name} is not in the world: it has no key policy, so nothing allows` }),
      });
    }
    const alias = isAlias ? (arn?.resource ?? name) : undefined;
    const found = (this.#keys.get(alias ?? name) ?? []).filter(
      (key) => arn === undefined || (key.account === arn.account && key.region === arn.region),
    );
    const chosen = this.#chosen(found, caller);
    if (chosen !== undefined)
      return ok({
        resource: chosen.arn,
        key: chosen,
        ...(alias !== undefined && { alias, ...noteOn(alias, arn === undefined, chosen, caller) }),
      });
    if (found.length > 1)
      return fail({
        code: "KW507",
        message: `${shown(name)} is the name of ${found.length} keys`,
        help: `name one of ${some(found.map((key) => key.name))}`,
      });
    const near = nearest(name, this.#names.keys);
    const help = near
      ? `did you mean \`${near}\`?`
      : this.#names.keys.length > 0
        ? `there are ${some(this.#names.keys)}`
        : "the world has no keys";
    return fail({ code: "KW501", message: `no key ${shown(name)} in this world`, help });
  }

  /** Where several keys share an alias or an id: the one of the caller's account in the world's Region, where a call would look (KMS Developer Guide, aliases). */
  #chosen(found: readonly WorldKey[], { account }: Principal): WorldKey | undefined {
    if (found.length < 2) return found[0];
    const own = found.filter((key) => key.account === account);
    const near = own.filter((key) => key.region === this.#region);
    return own.length === 1 ? own[0] : near.length === 1 ? near[0] : undefined;
  }

  /** A VPC endpoint by its short name or its id. */
  endpoint(name: string): Result<{ readonly id: string; readonly endpoint?: WorldEndpoint; readonly note?: string }, Lost> {
    const endpoint = this.#endpoints.get(name);
    if (endpoint !== undefined) return ok({ id: endpoint.id, endpoint });
    if (name.startsWith("vpce-"))
      return ok({
        id: name,
        note: `${name} is not in the world: its endpoint policy is taken to be the default one, which allows everything`,
      });
    const near = nearest(name, this.#names.endpoints);
    return fail({ code: "KW501", message: `no VPC endpoint ${shown(name)} in this world`, help: near && `did you mean \`${near}\`?` });
  }

  /** A key by its ARN. */
  keyAt(arn: string): WorldKey | undefined {
    return this.#keys.get(arn)?.find((key) => key.arn === arn);
  }

  endpointOf(id: string): WorldEndpoint | undefined {
    return id.startsWith("vpce-") ? this.#endpoints.get(id) : undefined;
  }

  /** A resource by its short name, its ARN, or the ARN of something in it: of a bucket also by that of an object. */
  resource(name: string): WorldResource | undefined {
    if (this.#resources.size === 0) return undefined;
    return this.#resources.get(name) ?? this.#resources.get(resourceArnIn(name));
  }

  get resourceNames(): readonly string[] {
    return [...new Set([...this.#resources.values()].map(({ name }) => name))];
  }

  principal(name: string): WorldPrincipal | undefined {
    return this.#principals.get(name);
  }
}

/** Facts that are texts alone, as one; no name, and no ARN, has a line end in it. */
function textOf(facts: PrincipalFacts): string | undefined {
  let text = "";
  for (const name in facts) {
    const fact = facts[name as keyof PrincipalFacts];
    if (typeof fact !== "string" || fact.includes("\n")) return undefined;
    text += `\n${name} ${fact}`;
  }
  return text;
}

/** The keys of services under which data lies, as AWS makes them. */
const madeKeys = (resources: readonly WorldResource[]): readonly WorldKey[] =>
  resources
    .flatMap(({ key, objects, versions }) => [
      key,
      ...objects.flatMap((one) => [one.key, ...one.versions.map((version) => version.key)]),
      ...versions.map((version) => version.key),
    ])
    .flatMap((key) => (key?.kind === "key" && key.made !== undefined ? [key.made] : []));

/**
 * Facts of the role, of the session, and of the question: what comes later wins; tags are taken together (IAM User Guide, session tags). The unique id of
 * a user is not that of the sessions that it issues.
 */
function merged(
  behind: WorldPrincipal | undefined,
  known: WorldPrincipal | undefined,
  told: PrincipalFacts,
  roleArn: string | undefined,
): PrincipalFacts {
  const { userId, ...inherited } = behind?.facts ?? {};
  const ofBehind = { ...inherited, ...(userId !== undefined && roleArn !== undefined && { userId }) };
  const parts = [ofBehind, known?.facts, told].filter((facts) => facts !== undefined);
  const tags = Object.assign({}, ...parts.map((facts) => facts.tags)) as Record<string, string>;
  const { tags: _, ...facts } = Object.assign({}, ...parts) as PrincipalFacts;
  return { ...facts, ...(roleArn !== undefined && { roleArn }), ...(Object.keys(tags).length > 0 && { tags }) };
}

/** An alias, said without its account, is looked for in the caller's own (KMS Developer Guide, aliases). */
function noteOn(alias: string, isName: boolean, key: WorldKey, { account }: Principal): { readonly note?: string } {
  if (!isName || account === "" || key.account === account) return {};
  return { note: `AWS would look for ${alias} in the caller's account ${account}; here it is taken for that of ${key.account}` };
}

const isRole = (arn: string): boolean => parseArn(arn)?.resource.startsWith("role/") === true;

/** A role by what a session ARN tells of it: partition, account and name. */
function roleOf(text: string): string | undefined {
  const arn = parseArn(text);
  if (arn === undefined) return undefined;
  const [type, ...path] = arn.resource.split("/");
  const name = type === "role" ? path.at(-1) : type === "assumed-role" ? path[0] : undefined;
  return name === undefined ? undefined : `${arn.partition}:${arn.account}:${name}`;
}

function grouped<K, V>(pairs: readonly (readonly [K, V])[]): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else if (!group.includes(value)) group.push(value);
  }
  return groups;
}

const SOME = 8;
const some = (names: readonly string[]): string =>
  names.length > SOME ? `${names.slice(0, SOME).map(shown).join(", ")} and ${names.length - SOME} more` : listed(names.map(shown), "and");
