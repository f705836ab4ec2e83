import type { WorldKey, WorldPrincipal } from "./estate.ts";
import { World } from "./world.ts";

type Managed = Pick<WorldKey, "name" | "retained">;

/**
 * Whether a thing is still there after a change in which what manages it lets it go: another one of its name was made in its place, or it was taken out
 * (CloudFormation User Guide, "DeletionPolicy attribute", "UpdateReplacePolicy attribute").
 */
function staysBehind({ name, retained }: Managed, after: readonly Managed[]): boolean {
  if (retained === undefined || retained === true) return retained === true;
  return retained === (after.some((one) => one.name === name) ? "replaced" : "removed");
}

const leftOf = <T extends Managed>(before: readonly T[], after: readonly T[], arnOf: (one: T) => string): readonly T[] => {
  const held = before.filter(({ retained }) => retained !== undefined);
  if (held.length === 0) return [];
  const there = new Set(after.map(arnOf));
  const names = new Set(after.map(({ name }) => name));
  return held
    .filter((one) => !there.has(arnOf(one)) && staysBehind(one, after))
    .map((one) => (names.has(one.name) ? { ...one, name: `${one.name} (before)` } : one));
};

/** The world afterwards with what stays in it as it is, though nothing manages it any more. */
export function withLeftBehind(
  before: World,
  after: World,
): { readonly after: World; readonly left: readonly { readonly name: string; readonly arn: string }[] } {
  const keys = leftOf<WorldKey>(before.estate.keys, after.estate.keys, ({ arn }) => arn);
  const principals = leftOf<WorldPrincipal>(before.estate.principals, after.estate.principals, ({ facts }) => facts.arn);
  if (keys.length + principals.length === 0) return { after, left: [] };
  const estate = {
    ...after.estate,
    keys: [...after.estate.keys, ...keys],
    principals: [...after.estate.principals, ...principals],
  };
  return {
    after: new World(estate, (accounts) => after.otherwise(accounts)),
    left: [...keys, ...principals.map(({ name, facts }) => ({ name, arn: facts.arn }))],
  };
}
