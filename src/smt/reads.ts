import type { Estate } from "../estate/estate.ts";
import { parseOperatorName } from "../iam/operators.ts";
import type { Condition, Policy } from "../iam/policy.ts";
import type { Grant } from "../iam/request.ts";
import { foldCase } from "../iam/values.ts";
import type { TemplatePart } from "../iam/variables.ts";
import { partsOf } from "./conditions.ts";
import type { Reads, Side } from "./request.ts";

const CONTEXT_KEYS = "kms:EncryptionContextKeys";

/** The condition keys that the policies and grants of some sides read, and of each how many conditions ask for an element of a list. `more`: conditions besides. */
export function readsOf(sides: readonly Side[], more: readonly Condition[]): Reads {
  const names = new Map<string, string>();
  const lists = new Map<string, Set<string>>();
  const read = (key: string) => {
    const name = foldCase(key);
    if (!names.has(name)) names.set(name, key);
  };
  const ask = (key: string, what: string) => {
    const name = foldCase(key);
    const known = lists.get(name) ?? new Set();
    lists.set(name, known.add(what));
  };
  const variables = (parts: readonly TemplatePart[]) => {
    for (const part of parts) if (part.kind === "variable") read(part.key);
  };
  const condition = ({ operator, key, values }: Condition, version: Policy["version"], effect: string) => {
    read(key);
    if (parseOperatorName(operator)?.base !== "Null")
      for (const value of values) variables(partsOf(value, version === "2012-10-17" && value.includes("${")));
    ask(key, JSON.stringify([operator, values, version, effect]));
  };
  for (const { world, key } of sides) {
    for (const policy of policiesFor(world.estate, key?.policy)) {
      for (const { conditions, resource, effect } of policy.statements) {
        for (const one of conditions) condition(one, policy.version, effect);
        for (const member of resource?.members ?? [])
          if (policy.version === "2012-10-17" && member.includes("${")) variables(partsOf(member.split(":").slice(5).join(":"), true));
      }
    }
    for (const { Constraints = {} } of (key?.grants ?? []) as readonly Grant[]) {
      const { EncryptionContextEquals: equals, EncryptionContextSubset: subset, SourceArn: source } = Constraints;
      for (const name of Object.keys(equals ?? subset ?? {})) read(`kms:EncryptionContext:${name}`);
      if ((equals ?? subset) !== undefined) for (const name of ["kms:GrantConstraintType", CONTEXT_KEYS]) read(name);
      if (source !== undefined) for (const name of ["aws:SourceArn", "kms:GrantConstraintSourceArn"]) read(name);
    }
  }
  for (const one of more) condition(one, "2008-10-17", "Allow");
  return { names, lists: new Map([...lists].map(([name, asked]) => [name, asked.size])) };
}

/** All policies that may have a say about a key. */
function policiesFor({ principals, organization, endpoints }: Estate, own: Policy | undefined): readonly Policy[] {
  const members = [...(organization?.members.values() ?? [])];
  const policies = [
    own,
    ...principals.flatMap(({ policies: held, boundary, session = [] }) => [...held, boundary, ...session]),
    ...members.flatMap(({ serviceControl, resourceControl }) => [...serviceControl.flat(), ...resourceControl.flat()]),
    ...endpoints.map(({ policy }) => policy),
  ];
  return [...new Set(policies.filter((policy) => policy !== undefined))];
}
