import { dataCalls } from "../../estate/data/calls.ts";
import type { WorldPrincipal } from "../../estate/estate.ts";
import { World } from "../../estate/world.ts";
import {
  adding,
  type Changed,
  type Control,
  type Field,
  isAmong,
  MOST_EXAMPLES,
  MOST_TRIED,
  opened,
  policyOf,
  statementFor,
  taken,
  withoutConditions,
  withoutGrants,
  withoutStatements,
} from "../negative-control.ts";
import type { Unlisted } from "../own-policies.ts";
import type { PrincipalClass } from "../principals.ts";
import { whoOf } from "../who.ts";
import { type DataExample, dataExamples, keyOf, searchData } from "./proof.ts";
import type { DataRegion } from "./region.ts";

/** The smallest change of the policies on either side that refutes what was proved of data; if none does, no policy has a say in it. */
export function dataControlOf(
  world: World,
  region: DataRegion,
  options: { readonly unlisted?: Unlisted | undefined },
): Control | { readonly vacuous: string } {
  const found = [...taken(dataExamples(world, region), MOST_EXAMPLES)];
  if (found.length === 0) return { vacuous: "no request is as the invariant says, so that it holds of nothing" };
  const field = fieldOf(world, region, found);
  const changes = region.kind === "always" ? closing(world, field, found) : opening(world, field, found);
  for (const { text, world: make, principals } of changes) {
    const isMeant = (who: PrincipalClass): boolean =>
      (principals === undefined || isAmong(principals, who)) && (region.isMeant?.(who) ?? true);
    const { refutation } = searchData(make(), { ...region, isMeant }, options);
    if (refutation !== undefined) return { text, witness: refutation };
  }
  return { vacuous: "no change of the policies can make it fail: AWS itself sees to it" };
}

/** The policies that have a say: of the resources, of their keys and of all callers, on what the flows ask. */
function fieldOf(world: World, { flows }: DataRegion, found: readonly DataExample[]): Required<Field> {
  const resources = [...new Set(flows.map(({ resource }) => resource))];
  const actions = found.flatMap(({ question }) => {
    const calls = dataCalls(world, question);
    return calls.ok ? [...calls.value.service, ...calls.value.kms.flat()].map((call) => call.question.action) : [];
  });
  return { resources, keys: [...new Set(resources.flatMap((one) => keyOf(world, one) ?? []))], actions: [...new Set(actions)] };
}

function* opening(world: World, field: Required<Field>, found: readonly DataExample[]): Iterable<Changed> {
  yield* taken(withoutConditions(world, field), MOST_TRIED);
  yield* taken(withoutStatements(world, field, "Deny"), MOST_TRIED);
  for (const example of found)
    for (const policies of [["resource"], ["key"], ["resource", "key"], ["resource", "key", "own"]] as const)
      yield allowing(world, example, field, policies);
  yield { text: "if everything were allowed, and nothing denied or limited", world: () => opened(world) };
}

function* closing(world: World, field: Required<Field>, found: readonly DataExample[]): Iterable<Changed> {
  yield* taken(withoutStatements(world, field, "Allow"), MOST_TRIED);
  yield* taken(withoutGrants(world, field), MOST_TRIED);
  for (const example of found)
    for (const policies of [["resource"], ["key"], ["own"]] as const) yield changed(world, example, field, policies, "Deny");
}

type Side = "resource" | "key" | "own";
const allowing = (world: World, example: DataExample, field: Required<Field>, sides: readonly Side[]): Changed =>
  changed(world, example, field, sides, "Allow");

/** The world with a statement more in each of these policies, for what the flow asks, of whom is taken as an example. */
function changed(
  world: World,
  { who, resource, flow }: DataExample,
  { actions }: Required<Field>,
  sides: readonly Side[],
  effect: "Allow" | "Deny",
): Changed {
  const { estate } = world;
  const key = keyOf(world, resource);
  const names = { resource: `the policy of ${resource.name}`, key: `that of key ${key?.name}`, own: "its own" };
  const verb = effect === "Allow" ? "allowed" : "denied";
  const text = `if ${sides.map((side) => (side === "key" && sides.length === 1 ? `the policy of key ${key?.name}` : names[side])).join(" and ")} ${verb} ${flow} to ${whoOf(who, [estate]).text}`;
  const statements = (isOwn: boolean, isKms: boolean | undefined) =>
    actions
      .filter((action) => isKms === undefined || action.startsWith("kms:") === isKms)
      .map((action) => statementFor(effect, action, isOwn ? undefined : who.arn));
  const own = (principal: WorldPrincipal): WorldPrincipal =>
    sides.includes("own") && principal.facts.arn === who.arn
      ? { ...principal, policies: [...principal.policies, policyOf("identity", statements(true, undefined))] }
      : principal;
  const more = <P extends Parameters<typeof adding>[0]>(policy: P, isKms: boolean) => statements(false, isKms).reduce(adding, policy);
  return {
    text,
    world: () =>
      new World({
        ...estate,
        principals: estate.principals.map(own),
        keys: estate.keys.map((one) => (one === key && sides.includes("key") ? { ...one, policy: more(one.policy, true) } : one)),
        resources: estate.resources.map((one) =>
          one.arn === resource.arn && sides.includes("resource") && /^(?:attached|permissive)$/.test(one.kind.policy)
            ? { ...one, policy: more(one.policy ?? policyOf("resource", []), false) }
            : one,
        ),
      }),
  };
}
