import type { Estate, WorldKey, WorldPrincipal, WorldResource } from "../estate/estate.ts";
import { World } from "../estate/world.ts";
import type { Condition, Policy, Statement } from "../iam/policy.ts";
import { foldCase } from "../iam/values.ts";
import { held, matchesPattern, parsePattern } from "../iam/wildcard.ts";
import { Census } from "./alike/census.ts";
import type { PrincipalClass } from "./principals.ts";
import { type Example, examples, type Refutation, type SearchOptions, search } from "./proof-search.ts";
import type { Region } from "./region.ts";
import { whoOf } from "./who.ts";

/** What would have to change for an invariant to fail, shown by the same question about the changed world. */
export type Control = { readonly text: string; readonly witness: Refutation };

/** A changed world, and where in it the invariant may fail. */
export type Changed = {
  readonly text: string;
  readonly world: () => World;
  readonly keys?: readonly string[] | undefined; // ARNs; all
  readonly principals?: ReadonlySet<string> | undefined; // ARNs; all
};

export const MOST_TRIED = 16;
export const MOST_EXAMPLES = 12;

/** Where the change is looked for: the policies that have a say on these actions. */
export type Field = {
  readonly keys: readonly WorldKey[];
  readonly resources?: readonly WorldResource[];
  readonly actions: readonly string[];
};

/**
 * The smallest change that refutes what was proved: a condition, a statement or a grant less, else a statement more, else everything opened. If not even
 * that does, no policy has a say in it.
 */
export function controlOf(world: World, region: Region, options: SearchOptions): Control | { readonly vacuous: string } {
  const found = [...taken(examples(world, region), MOST_EXAMPLES)];
  if (found.length === 0) return { vacuous: "no request is as the invariant says, so that it holds of nothing" };
  const few = world.estate.principals.length > MANY ? fewOf(world, region, found) : undefined;
  const control = (few && triedIn(few.world, few.region, found, options)) ?? triedIn(world, region, found, options);
  return control ?? { vacuous: "no change of the policies can make it fail: AWS itself sees to it" };
}

/** Estates with more principals than this are tried with a few of them first: whom a change lets in there it lets in among all. */
const MANY = 500;

/** Of a large estate one principal of each kind that nothing tells apart, and the keys of the examples: each answer about them is the same there. */
function fewOf(world: World, region: Region, found: readonly Example[]): { readonly world: World; readonly region: Region } {
  const { estate, lookup } = world;
  const keys = [...new Set(found.map(({ key }) => key))];
  const kept = new Set(found.map(({ who }) => who.arn));
  for (const { arn } of keys) for (const { who } of Census.of([world]).groups(arn, { only: region.isMeant })) kept.add(who.arn);
  const principals = estate.principals.filter(({ facts }) => kept.has(facts.arn));
  // Nobody who was left out stands for those whom no estate lists.
  const isMeant = (who: PrincipalClass): boolean =>
    (who.kind === "listed" || lookup.principal(who.arn) === undefined) && (region.isMeant?.(who) ?? true);
  return { world: new World({ ...estate, principals, keys }), region: { ...region, keys, isMeant } };
}

function triedIn(world: World, region: Region, found: readonly Example[], options: SearchOptions): Control | undefined {
  const changes = region.kind === "always" ? closing(world, region, found) : opening(world, region, found);
  const arns = new Set(region.keys.map(({ arn }) => arn));
  for (const { text, world: make, keys, principals } of changes) {
    const changed = make();
    const own = changed.estate.keys.filter(({ arn }) => arns.has(arn) && (keys?.includes(arn) ?? true));
    const isMeant = (who: PrincipalClass): boolean =>
      (principals === undefined || isAmong(principals, who)) && (region.isMeant?.(who) ?? true);
    const { refutation } = search(changed, { ...region, keys: own, isMeant }, options);
    if (refutation !== undefined) return { text, witness: refutation };
  }
  return undefined;
}

export const isAmong = (principals: ReadonlySet<string>, { arn, principal }: PrincipalClass): boolean =>
  principals.has(arn) || principals.has(principal.arn) || (principal.roleArn !== undefined && principals.has(principal.roleArn));

function* opening(world: World, region: Region, found: readonly Example[]): Iterable<Changed> {
  yield* taken(withoutConditions(world, region), MOST_TRIED);
  yield* taken(withoutStatements(world, region, "Deny"), MOST_TRIED);
  for (const example of found) yield withAllow(world, example);
  for (const example of found) yield withBoth(world, example);
  yield { text: "if everything were allowed, and nothing denied or limited", world: () => opened(world) };
}

function* closing(world: World, region: Region, found: readonly Example[]): Iterable<Changed> {
  yield* taken(withoutStatements(world, region, "Allow"), MOST_TRIED);
  yield* taken(withoutGrants(world, region), MOST_TRIED);
  for (const { key, who, action } of found)
    yield {
      text: `if the policy of key ${key.name} denied ${action} to ${whoOf(who, [world.estate]).text}`,
      world: () => withPolicies(world, new Map([[key.policy, adding(key.policy, statementFor("Deny", action, who.arn))]])),
      keys: [key.arn],
    };
}

export function* taken<T>(items: Iterable<T>, most: number): Iterable<T> {
  let count = 0;
  for (const item of items) {
    if (count++ >= most) return;
    yield item;
  }
}

/** A policy that has a say, what to call it, and the keys that it is about where these are not all. */
type Place = { readonly policy: Policy; readonly name: string } & Pick<Changed, "keys" | "principals">;

function placesIn(
  { principals, endpoints, organization }: Estate,
  keys: readonly WorldKey[],
  resources: readonly WorldResource[],
): readonly Place[] {
  const places = new Map<Policy, Place>();
  const add = (policy: Policy | undefined, name: string, about: Pick<Changed, "keys" | "principals"> = {}) => {
    if (policy === undefined) return;
    const known = places.get(policy);
    if (known === undefined) places.set(policy, { policy, name, ...about });
    else places.set(policy, { policy, name: known.name, ...bothOf(known, about) });
  };
  for (const { policy, name, arn } of keys) add(policy, `the policy of key ${name}`, { keys: [arn] });
  for (const { policy, name } of resources) add(policy, `the policy of ${name}`);
  for (const { policies, boundary, session, name, facts } of principals) {
    const about = { principals: new Set([facts.arn]) };
    for (const policy of policies) add(policy, `${policy.name}, a policy of ${name}`, about);
    add(boundary, `the boundary of ${name}`, about);
    for (const policy of session ?? []) add(policy, `the session policy of ${name}`, about);
  }
  for (const { policy, name } of endpoints) add(policy, `the policy of endpoint ${name}`);
  for (const { serviceControl, resourceControl } of organization?.members.values() ?? [])
    for (const policy of [...serviceControl, ...resourceControl].flat()) add(policy, policy.name);
  return [...places.values()];
}

/** Of a policy that is in several places. */
function bothOf(a: Pick<Changed, "keys" | "principals">, b: Pick<Changed, "keys" | "principals">): Pick<Changed, "keys" | "principals"> {
  if (a.keys !== undefined && b.keys !== undefined) return { keys: [...a.keys, ...b.keys] };
  if (a.principals !== undefined && b.principals !== undefined) return { principals: new Set([...a.principals, ...b.principals]) };
  return {};
}

const isAbout = ({ action }: Statement, actions: readonly string[]): boolean => {
  const patterns = action?.members.map((text) => parsePattern(foldCase(text))) ?? [];
  return actions.some((name) => patterns.some((pattern) => matchesPattern(pattern, held(foldCase(name)))) === (action?.mode === "only"));
};

const nameOf = ({ ref }: Statement): string => (ref.sid === undefined ? `statement ${ref.statement + 1}` : `"${ref.sid}"`);

function* statementsOf(
  world: World,
  { keys, resources = [], actions }: Field,
): Iterable<{ readonly place: Place; readonly statement: Statement }> {
  for (const place of placesIn(world.estate, keys, resources))
    for (const statement of place.policy.statements) if (isAbout(statement, actions)) yield { place, statement };
}

export function* withoutConditions(world: World, region: Field): Iterable<Changed> {
  for (const { place, statement } of statementsOf(world, region)) {
    if (statement.effect === "Deny") continue;
    for (const condition of statement.conditions)
      yield {
        text: `if ${nameOf(statement)} of ${place.name} had no condition ${condition.operator} on ${condition.key}`,
        world: () => replacing(world, place.policy, statement, withoutCondition(statement, condition)),
        keys: place.keys,
        principals: place.principals,
      };
  }
}

const withoutCondition = (statement: Statement, condition: Condition): Statement => ({
  ...statement,
  conditions: statement.conditions.filter((one) => one !== condition),
});

export function* withoutStatements(world: World, region: Field, effect: Statement["effect"]): Iterable<Changed> {
  for (const { place, statement } of statementsOf(world, region))
    if (statement.effect === effect)
      yield {
        text: `if ${place.name} had not ${nameOf(statement)}`,
        world: () => replacing(world, place.policy, statement, undefined),
        keys: place.keys,
        principals: place.principals,
      };
}

export function* withoutGrants(world: World, { keys }: Pick<Field, "keys">): Iterable<Changed> {
  for (const { grants, name, arn } of keys)
    for (const grant of grants)
      yield {
        text: `if key ${name} had not the grant ${grant.Name ?? grant.GrantId}`,
        world: () => world.changed({ grants: new Map([[grant, undefined]]) }),
        keys: [arn],
      };
}

function withAllow(world: World, { key, who, action }: Example): Changed {
  return {
    text: `if the policy of key ${key.name} allowed ${action} to ${whoOf(who, [world.estate]).text}`,
    world: () => withPolicies(world, new Map([[key.policy, adding(key.policy, statementFor("Allow", action, who.arn))]])),
    keys: [key.arn],
  };
}

/** Of another account's principal both sides have to allow. */
function withBoth(world: World, { key, who, action }: Example): Changed {
  const { estate } = world;
  const more = (principal: WorldPrincipal): WorldPrincipal =>
    principal.facts.arn === who.arn
      ? { ...principal, policies: [...principal.policies, policyOf("identity", [statementFor("Allow", action, undefined)])] }
      : principal;
  const policy = adding(key.policy, statementFor("Allow", action, who.arn));
  return {
    text: `if both the policy of key ${key.name} and its own policies allowed ${action} to ${whoOf(who, [estate]).text}`,
    world: () =>
      new World({
        ...estate,
        principals: estate.principals.map(more),
        keys: estate.keys.map((one) => (one === key ? { ...key, policy } : one)),
      }),
    keys: [key.arn],
  };
}

/** The same people and keys, and no policy that stands in anybody's way. */
export function opened({ estate }: World): World {
  const all = policyOf("identity", [statementFor("Allow", "*", undefined)]);
  const open = policyOf("key-policy", [statementFor("Allow", "*", "*")]);
  const { organization } = estate;
  const members = [...(organization?.members ?? [])].map(
    ([id, member]) => [id, { ...member, serviceControl: [], resourceControl: [] }] as const,
  );
  return new World({
    ...estate,
    organization: organization && { ...organization, members: new Map(members) },
    principals: estate.principals.map((principal) => ({ ...principal, policies: [all], boundary: undefined, session: undefined })),
    keys: estate.keys.map((key) => ({ ...key, policy: open })),
    resources: estate.resources.map((resource) => ({
      ...resource,
      facts: { ...resource.facts, restrictPublicBuckets: false },
      ...(/^(?:attached|permissive)$/.test(resource.kind.policy) && { policy: { ...open, type: "resource" } }),
    })),
    endpoints: estate.endpoints.map((endpoint) => ({ ...endpoint, policy: undefined })),
  });
}

const AT = { file: "control", pointer: "" };
const CONTROL = "negative control";

export function statementFor(effect: Statement["effect"], action: string, principal: string | undefined): Statement {
  const kind = principal?.includes("amazonaws.com") === true && !principal.startsWith("arn:") ? "Service" : "AWS";
  return {
    ref: { policy: CONTROL, statement: 0, sid: "NegativeControl" },
    effect,
    principal: principal === undefined ? undefined : { mode: "only", members: [{ kind, value: principal }], at: AT },
    action: { mode: "only", members: [action], at: AT },
    resource: { mode: "only", members: ["*"], at: AT },
    conditions: [],
    at: AT,
  };
}

export const policyOf = (type: Policy["type"], statements: readonly Statement[]): Policy => ({
  type,
  name: CONTROL,
  version: "2012-10-17",
  statements,
});

export const adding = (policy: Policy, statement: Statement): Policy => ({
  ...policy,
  statements: [...policy.statements, { ...statement, ref: { ...statement.ref, policy: policy.name, statement: policy.statements.length } }],
});

function replacing(world: World, policy: Policy, statement: Statement, by: Statement | undefined): World {
  const statements = policy.statements.flatMap((one) => (one === statement ? (by ?? []) : one));
  return withPolicies(world, new Map([[policy, { ...policy, statements }]]));
}

export const withPolicies = (world: World, policies: ReadonlyMap<Policy, Policy>): World =>
  world.changed({ policies: new Map([...policies].map(([old, policy]) => [old, { policy, text: "" }])) });
