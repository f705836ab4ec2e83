import type { Policy } from "../iam/policy.ts";
import type { Grant } from "../iam/request.ts";
import type { Estate, Membership, ReadPolicy, WorldKey, WorldPrincipal } from "./estate.ts";
import type { PolicyDocuments } from "./policy-documents.ts";

/** What is otherwise in a world that is derived from another one. Everything is named by the objects of that one's estate. */
export type WorldChange = {
  readonly policies?: ReadonlyMap<Policy, ReadPolicy | undefined>; // undefined: detached wherever it is attached; a key always keeps a policy
  readonly grants?: ReadonlyMap<Grant, Grant | undefined>; // undefined: revoked
  readonly levels?: ReadonlySet<readonly Policy[]>; // levels of the organization, lists of a `Membership`, that limit no longer
};

/** What has a say in a question. */
export type Gathered = { readonly documents: PolicyDocuments; readonly grants: readonly Grant[] };

/** The same object where the change has nothing to do with it. */
export function changedGathered(gathered: Gathered, change: WorldChange): Gathered {
  const { documents } = gathered;
  const changed: PolicyDocuments = {
    resource: documents.resource && policyIn(change, documents.resource),
    identity: documents.identity && policiesIn(change, documents.identity),
    boundary: documents.boundary && policyIn(change, documents.boundary),
    session: documents.session && policiesIn(change, documents.session),
    serviceControl: documents.serviceControl && levelsIn(change, documents.serviceControl),
    resourceControl: documents.resourceControl && levelsIn(change, documents.resourceControl),
    endpoint: documents.endpoint && policyIn(change, documents.endpoint),
  };
  const grants = grantsIn(change, gathered.grants);
  const isSame = grants === gathered.grants && MEMBERS.every((member) => changed[member] === documents[member]);
  return isSame ? gathered : { documents: changed, grants };
}

const MEMBERS = ["resource", "identity", "boundary", "session", "serviceControl", "resourceControl", "endpoint"] as const;

/** The whole estate after the change: what it has nothing to do with are the objects of before. */
export function changedEstate(estate: Estate, change: WorldChange): Estate {
  const texts = new Map(estate.policyTexts);
  for (const [policy, replaced] of change.policies ?? []) {
    texts.delete(policy);
    if (replaced !== undefined) texts.set(replaced.policy, replaced.text);
  }
  const { organization } = estate;
  const members = organization && [...organization.members].map(([id, member]) => [id, membershipIn(change, member)] as const);
  return {
    ...estate,
    organization: organization && { ...organization, members: new Map(members) },
    principals: estate.principals.map((principal) => principalIn(change, principal)),
    keys: estate.keys.map((key) => keyIn(change, key)),
    endpoints: estate.endpoints.map((endpoint) => ({ ...endpoint, policy: endpoint.policy && policyIn(change, endpoint.policy) })),
    resources: estate.resources.map((resource) => ({ ...resource, policy: resource.policy && policyIn(change, resource.policy) })),
    policyTexts: texts,
  };
}

const principalIn = (change: WorldChange, principal: WorldPrincipal): WorldPrincipal => ({
  ...principal,
  policies: policiesIn(change, principal.policies),
  boundary: principal.boundary && policyIn(change, principal.boundary),
  session: principal.session && policiesIn(change, principal.session),
  trust: principal.trust && policyIn(change, principal.trust),
});

function keyIn(change: WorldChange, key: WorldKey): WorldKey {
  const replaced = change.policies?.get(key.policy);
  return {
    ...key,
    ...(replaced && { policy: replaced.policy, policyText: replaced.text }),
    grants: grantsIn(change, key.grants),
  };
}

const membershipIn = (change: WorldChange, member: Membership): Membership => ({
  ...member,
  serviceControl: levelsIn(change, member.serviceControl),
  resourceControl: levelsIn(change, member.resourceControl).filter((level) => level.length > 0),
});

function policyIn({ policies }: WorldChange, policy: Policy): Policy | undefined {
  if (policies?.has(policy) !== true) return policy;
  const replaced = policies.get(policy);
  return replaced === undefined && policy.type === "key-policy" ? policy : replaced?.policy;
}

const policiesIn = (change: WorldChange, policies: readonly Policy[]): readonly Policy[] =>
  mapped(policies, (policy) => policyIn(change, policy));

const levelsIn = (change: WorldChange, levels: readonly (readonly Policy[])[]): readonly (readonly Policy[])[] =>
  mapped(levels, (level) => (change.levels?.has(level) ? undefined : policiesIn(change, level)));

const grantsIn = ({ grants: changes }: WorldChange, grants: readonly Grant[]): readonly Grant[] =>
  changes === undefined ? grants : mapped(grants, (grant) => (changes.has(grant) ? changes.get(grant) : grant));

/** The list with every entry replaced, or left out for undefined; the same list where nothing changes. */
function mapped<T>(list: readonly T[], to: (entry: T) => T | undefined): readonly T[] {
  let isSame = true;
  const out: T[] = [];
  for (const entry of list) {
    const changed = to(entry);
    if (changed !== entry) isSame = false;
    if (changed !== undefined) out.push(changed);
  }
  return isSame ? list : out;
}
