import type { Provenance } from "../authz/answer.ts";
import { changedEstate } from "../estate/change.ts";
import { type Estate, policiesOf, type ReadPolicy, type WorldKey, type WorldPrincipal, type WorldResource } from "../estate/estate.ts";
import { World } from "../estate/world.ts";
import type { Policy } from "../iam/policy.ts";
import type { Grant } from "../iam/request.ts";
import type { Edit, Slot, State } from "../repair/state.ts";
import { keyOf, principalOf } from "./answer-world.ts";

/** Two worlds that differ in some edits alone, and whom and what these can be about: undefined for all. */
export type Changed = {
  readonly before: World;
  readonly after: World;
  readonly keys: readonly string[] | undefined;
  readonly principals: readonly string[] | undefined;
};

export function changedWorlds(edits: readonly Edit[], start: State, state: State, from: Provenance, world: World): Changed {
  const estate = withAll(world.estate, from);
  const policies = new Map<Policy, ReadPolicy>();
  const grants: Grant[] = [];
  let changed = estate;
  const isDone = new Set<string>();
  for (const edit of edits) {
    if ("grant" in edit) {
      grants.push(edit.grant);
      continue;
    }
    const { slot } = edit;
    const name = JSON.stringify([slot.layer, slot.level, slot.index]);
    const [old, now] = [start.policyAt(slot), state.policyAt(slot)];
    if (now === undefined || isDone.has(name)) continue;
    isDone.add(name);
    if (old === undefined) changed = withNew(changed, slot, now, from);
    else policies.set(writtenIn(estate, old), { policy: now, text: JSON.stringify(state.document(now)) });
  }
  changed = changedEstate(changed, { policies });
  if (grants.length > 0)
    changed = {
      ...changed,
      keys: changed.keys.map((key) => (key.arn === from.plan.resource.text ? { ...key, grants: [...key.grants, ...grants] } : key)),
    };
  return {
    before: new World(estate),
    after: new World(changed),
    keys: keysOf(edits, from),
    principals: principalsOf(edits, estate, start, from),
  };
}

/** The policy of the estate that a question read, perhaps with what is not known beside it. */
export function writtenIn(estate: Estate, read: Policy): Policy {
  const [first] = read.statements;
  const all = policiesOf(estate);
  if (all.has(read) || first === undefined) return read;
  return [...all.keys()].find(({ name, statements }) => name === read.name && statements[0]?.at === first.at) ?? read;
}

/** The estate with the caller and the key of the request, where it has them not. */
function withAll(estate: Estate, from: Provenance): Estate {
  const { plan } = from;
  const hasKey = plan.resource.kind !== "key" || estate.keys.some(({ arn }) => arn === plan.resource.text);
  const isListed = plan.caller.account === "" || plan.caller.kind === "root" || holderIn(estate, from) !== undefined;
  return {
    ...estate,
    keys: hasKey ? estate.keys : [...estate.keys, keyOf(from)],
    principals: isListed ? estate.principals : [...estate.principals, principalOf(from)],
  };
}

/** Who holds the policies of the caller: the role of a session, the user itself. */
function holderIn({ principals }: Estate, { plan: { caller } }: Provenance): WorldPrincipal | undefined {
  const arns = [caller.principalArn, caller.arn];
  const found = arns.map((arn) => principals.find(({ facts }) => facts.arn === arn)).find((one) => one !== undefined);
  if (found !== undefined || caller.kind !== "role-session" || caller.pathKnown) return found;
  return principals.find(
    ({ facts, account }) => account === caller.account && facts.arn.includes(":role/") && facts.arn.endsWith(`/${caller.name}`),
  );
}

function withNew(estate: Estate, { layer, level = 0 }: Slot, policy: Policy, from: Provenance): Estate {
  const { plan } = from;
  const holder = holderIn(estate, from);
  const holding = (to: (one: WorldPrincipal) => WorldPrincipal): Estate => ({
    ...estate,
    principals: estate.principals.map((one) => (one === holder ? to(one) : one)),
  });
  switch (layer) {
    case "identity":
      return holding((one) => ({ ...one, policies: [...one.policies, policy] }));
    case "session":
      return holding((one) => ({ ...one, session: [...(one.session ?? []), policy] }));
    case "boundary":
      return holding((one) => ({ ...one, boundary: policy }));
    case "resource":
      return {
        ...estate,
        keys: estate.keys.map((key): WorldKey => (key.arn === plan.resource.text ? { ...key, policy } : key)),
        resources: estate.resources.map((one) => (one.policy === undefined && isIn(plan.resource.text, one) ? { ...one, policy } : one)),
      };
    case "service-control": {
      const { organization } = estate;
      const member = organization?.members.get(plan.caller.account);
      if (organization === undefined || member === undefined) return estate;
      const serviceControl = member.serviceControl.map((list, i) => (i === level ? [...list, policy] : list));
      return {
        ...estate,
        organization: { ...organization, members: new Map(organization.members).set(plan.caller.account, { ...member, serviceControl }) },
      };
    }
    default:
      return estate;
  }
}

/** Whether an ARN is of a resource, or of what is in it. */
const isIn = (arn: string, { arn: own, kind }: WorldResource): boolean => arn === own || arn.startsWith(`${own}${kind.innerBy ?? "/"}`);

/** Key policies and grants are about their key. */
const keysOf = (edits: readonly Edit[], { plan }: Provenance): readonly string[] | undefined =>
  edits.every((edit) => "grant" in edit || edit.slot.layer === "resource") ? [plan.resource.text] : undefined;

/** Policies of principals are about those who hold them. */
function principalsOf(edits: readonly Edit[], estate: Estate, start: State, from: Provenance): readonly string[] | undefined {
  const all = edits.map((edit): readonly string[] | undefined => {
    if (edit.affects !== undefined) return [edit.affects];
    if ("grant" in edit || !HELD.has(edit.slot.layer)) return undefined;
    const read = start.policyAt(edit.slot);
    const old = read && writtenIn(estate, read);
    if (old === undefined) return [holderIn(estate, from)?.facts.arn ?? ""];
    return estate.principals
      .filter(({ policies, boundary, session = [] }) => policies.includes(old) || boundary === old || session.includes(old))
      .map(({ facts }) => facts.arn);
  });
  return all.includes(undefined) ? undefined : [...new Set(all.flatMap((one) => one ?? []))];
}

const HELD: ReadonlySet<string> = new Set(["identity", "boundary", "session"]);
