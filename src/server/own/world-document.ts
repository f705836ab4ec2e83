import {
  type Estate,
  type KeyOfData,
  type Membership,
  policiesOf,
  type WorldKey,
  type WorldPrincipal,
  type WorldResource,
} from "../../estate/estate.ts";
import type { Policy } from "../../iam/policy.ts";

type TextOf = (policy: Policy) => unknown;

/** An estate as people write it (`kmsward help world`). Credentials and key material are left out. */
export function worldDocument(estate: Estate): object {
  const texts = policiesOf(estate);
  const documentOf: TextOf = (policy) => {
    const text = texts.get(policy);
    return text === undefined ? policy.name : { name: policy.name, document: parsed(text) };
  };
  return {
    version: 1,
    ...(estate.account !== undefined && { account: estate.account }),
    ...(estate.region !== undefined && { region: estate.region }),
    ...(estate.organization !== undefined && { organization: organizationOf(estate.organization, documentOf) }),
    principals: Object.fromEntries(estate.principals.map((principal) => [principal.name, principalOf(principal, documentOf)])),
    keys: Object.fromEntries(estate.keys.map((key) => [key.name, keyOf(key)])),
    ...(estate.resources.length > 0 && {
      resources: Object.fromEntries(estate.resources.map((resource) => [resource.name, resourceOf(resource, texts)])),
    }),
    ...(estate.endpoints.length > 0 && {
      endpoints: Object.fromEntries(
        estate.endpoints.map(({ name, id, vpc, policy }) => [
          name,
          { id, ...(vpc !== undefined && { vpc }), ...(policy && { policy: documentOf(policy) }) },
        ]),
      ),
    }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const principalOf = ({ facts, policies, boundary, session, trust, maxSessionSeconds }: WorldPrincipal, documentOf: TextOf): object => {
  const { orgId: _, orgPath: __, managementAccount: ___, ...told } = facts;
  return {
    ...told,
    ...(policies.length > 0 && { policies: policies.map(documentOf) }),
    ...(boundary && { boundary: documentOf(boundary) }),
    ...(session && { session: session.map(documentOf) }),
    ...(trust && { trust: documentOf(trust) }),
    ...(maxSessionSeconds !== undefined && { maxSessionDuration: maxSessionSeconds }),
  };
};

const keyOf = (key: WorldKey): object => ({
  arn: key.arn,
  ...(key.description !== "" && { description: key.description }),
  ...(key.managedBy === "aws" && { managedBy: "aws" }),
  ...(key.aliases.length > 0 && { aliases: key.aliases }),
  policy: parsed(key.policyText),
  ...(Object.keys(key.tags).length > 0 && { tags: key.tags }),
  ...(key.grants.length > 0 && { grants: key.grants.map(grantOf) }),
  ...(key.spec !== "SYMMETRIC_DEFAULT" && { spec: key.spec, usage: key.usage }),
  ...(key.origin !== "AWS_KMS" && { origin: key.origin }),
  ...(key.multiRegion && {
    multiRegion: true,
    ...(key.multiRegionKeyType !== undefined && { multiRegionKeyType: key.multiRegionKeyType }),
  }),
  ...(key.state !== "Enabled" && { state: key.state }),
  ...(key.state === "PendingDeletion" && { pendingWindowInDays: key.pendingWindowInDays }),
  ...(key.rotationPeriodInDays !== undefined && key.managedBy !== "aws" && { rotation: { periodInDays: key.rotationPeriodInDays } }),
});

const resourceOf = (resource: WorldResource, texts: ReadonlyMap<Policy, string | undefined>): object => {
  const { arn, account, region, policy, key, kind, tags, bucketKey, encryptionContext, objects, versions, facts } = resource;
  const { restrictPublicBuckets, ignorePublicAcls, ...rest } = facts;
  const text = policy && texts.get(policy);
  const block = told({ restrictPublicBuckets, ignorePublicAcls });
  const isBlocked = Object.keys(block).length > 0;
  return told({
    arn,
    ...(kind.lacks !== undefined && { account }),
    ...(kind.lacks === "account and region" && { region }),
    ...(kind.policy !== "none" && { policy: policy === undefined ? "none" : text ? parsed(text) : { unknown: "not told" } }),
    key: keyOfData(key),
    tags,
    bucketKey,
    encryptionContext,
    ...(objects.length > 0 && {
      objects: Object.fromEntries(
        objects.map(({ keys, key: own, versions: older, ...more }) => [
          keys,
          told({ ...more, key: own && keyOfData(own), ...(older.length > 0 && { versions: versionsOf(older) }) }),
        ]),
      ),
    }),
    ...(versions.length > 0 && { versions: versionsOf(versions) }),
    ...(isBlocked && { publicAccessBlock: block, accountPublicAccessBlock: block }),
    ...rest,
  });
};

const versionsOf = (versions: WorldResource["versions"]): object =>
  Object.fromEntries(versions.map(({ id, key, bucketKey }) => [id, told({ key: key && keyOfData(key), bucketKey })]));

const keyOfData = (key: KeyOfData): unknown =>
  key.kind === "key" ? (key.made?.aliases[0] ?? key.arn) : key.kind === "unknown" ? { unknown: key.text } : key.kind;

const told = (members: object): object => Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

const grantOf = (grant: WorldKey["grants"][number]): object => ({
  id: grant.GrantId,
  ...(grant.Name !== undefined && { name: grant.Name }),
  grantee: grant.GranteePrincipal ?? grant.GranteeServicePrincipal,
  operations: grant.Operations,
  ...(grant.Constraints !== undefined && { constraints: grant.Constraints }),
  ...((grant.RetiringPrincipal ?? grant.RetiringServicePrincipal) !== undefined && {
    retiring: grant.RetiringPrincipal ?? grant.RetiringServicePrincipal,
  }),
});

type Unit = { serviceControl?: unknown[]; resourceControl?: unknown[]; accounts?: unknown[]; units?: Record<string, Unit>; id?: string };

/** The tree of an organization, from what each of its accounts has: levels with ids where they are told. */
function organizationOf({ id, managementAccount, members }: NonNullable<Estate["organization"]>, documentOf: TextOf): object {
  const root: Unit = {};
  for (const [account, member] of members) place(root, account, member, documentOf);
  const [first] = members.values();
  const rootId = first?.orgPath?.split("/")[1];
  return { id, ...(managementAccount !== undefined && { managementAccount }), ...(rootId && { rootId }), ...root };
}

function place(root: Unit, account: string, { orgPath, serviceControl, resourceControl }: Membership, documentOf: TextOf): void {
  const depth = Math.max(serviceControl.length, resourceControl.length, 2);
  const ids = orgPath?.split("/").slice(2, -1) ?? [];
  const attached = (i: number): Unit => ({
    ...(serviceControl[i] && { serviceControl: serviceControl[i].map(documentOf) }),
    ...(resourceControl[i]?.length ? { resourceControl: resourceControl[i].map(documentOf) } : {}),
  });
  Object.assign(root, attached(0));
  let unit = root;
  for (let i = 1; i < depth - 1; i++) {
    const name = ids[i - 1] ?? `unit-${account}-${i}`;
    unit.units ??= {};
    unit.units[name] ??= { ...(ids[i - 1] !== undefined && { id: name }), ...attached(i) };
    unit = unit.units[name];
  }
  unit.accounts ??= [];
  unit.accounts.push(account);
}
