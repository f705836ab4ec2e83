import type { Place } from "../base/diagnostic.ts";
import type { ResourceKind } from "../catalog/data/kinds.ts";
import type { KeyOrigin, KeySpec, KeyUsage } from "../catalog/key-specs.ts";
import type { KeyState } from "../catalog/key-states.ts";
import type { Policy } from "../iam/policy.ts";
import type { Grant, PrincipalFacts } from "../iam/request.ts";
import type { Knowledge, Trust } from "./knowledge.ts";

/** A world that was read: names are resolved, policies are parsed. Policies that several places name are one object. */
export type Estate = {
  readonly account: string | undefined; // of what does not name its own
  readonly region: string | undefined;
  readonly accounts: ReadonlyMap<string, string>; // short name → id
  readonly organization: Organization | undefined;
  readonly principals: readonly WorldPrincipal[];
  readonly keys: readonly WorldKey[];
  readonly endpoints: readonly WorldEndpoint[];
  readonly resources: readonly WorldResource[];
  readonly policyTexts: ReadonlyMap<Policy, string>; // what each was read from; of keys' own policies see `policyText`
  readonly knowledge?: Knowledge; // absent: what is told is all there is
  readonly trust?: Trust; // absent: nobody said
  readonly administrators?: readonly string[]; // ARNs and patterns of them; absent: nobody said
};

/** A policy and the text it was read from. */
export type ReadPolicy = { readonly policy: Policy; readonly text: string };

/** Nobody and nothing. */
export const EMPTY_ESTATE: Estate = {
  account: undefined,
  region: undefined,
  accounts: new Map(),
  organization: undefined,
  principals: [],
  keys: [],
  endpoints: [],
  resources: [],
  policyTexts: new Map(),
};

export type Organization = {
  readonly at: Place;
  readonly id: string;
  readonly managementAccount: string | undefined;
  readonly members: ReadonlyMap<string, Membership>; // by account id
};

/** What an account has from its place in the organization. */
export type Membership = {
  readonly orgPath: string | undefined; // "o-…/r-…/ou-…/"; undefined where an id on the way is not told
  readonly serviceControl: readonly (readonly Policy[])[]; // root first, the account last; none where no SCP is told anywhere
  readonly resourceControl: readonly (readonly Policy[])[];
};

export type WorldPrincipal = {
  readonly name: string;
  readonly at: Place;
  readonly facts: PrincipalFacts; // without what its organization says
  readonly account: string; // "" of a service principal
  readonly policies: readonly Policy[];
  readonly boundary: Policy | undefined;
  readonly session: readonly Policy[] | undefined;
  readonly trust: Policy | undefined;
  readonly maxSessionSeconds?: number; // of a role, for AssumeRole: 3600 where it is not told
  readonly credentials: () => WorldCredentials | undefined; // a function, so that nothing prints them by the way
  readonly retained?: true | "removed" | "replaced"; // stays as it is when what manages it lets it go: always, or so
  readonly openName?: OpenName; // of which the ARN is not known in full
  readonly untold?: readonly string[]; // facts that are not known, by the names of their members: "userId"
  readonly unknown?: readonly string[]; // condition keys that these would feed
  readonly assumes?: readonly string[]; // ids of assumptions that what is said of it rests on
};

/** An ARN that is not known in full: `own` stands for it, and it is of this form, in which `*` is any run of characters. */
export type OpenName = {
  readonly own: string;
  readonly form: string;
  readonly fresh: boolean; // of something new: no text that is written out names it
  readonly text: string; // what is not known, in words: "the id of key orders"
};

export type WorldCredentials = { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };

export type WorldKey = {
  readonly name: string;
  readonly at: Place;
  readonly arn: string;
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly description: string;
  readonly managedBy: "customer" | "aws";
  readonly aliases: readonly string[]; // "alias/orders"
  readonly policy: Policy;
  readonly policyText: string; // as GetKeyPolicy would return it
  readonly tags: Readonly<Record<string, string>>;
  readonly grants: readonly Grant[];
  readonly grantPlaces?: ReadonlyMap<Grant, Place>; // where each is written
  readonly spec: KeySpec;
  readonly usage: KeyUsage;
  readonly origin: KeyOrigin;
  readonly multiRegion: boolean;
  readonly multiRegionKeyType: "PRIMARY" | "REPLICA" | undefined;
  readonly state: KeyState;
  readonly pendingWindowInDays: number; // counts only in a state of waiting for deletion
  readonly createdAt: number | undefined; // milliseconds since the Unix epoch
  readonly rotationPeriodInDays: number | undefined; // undefined: no automatic rotation
  readonly attested?: boolean; // meant for attested enclaves alone
  readonly skipsLockoutCheck?: boolean; // where it is managed, a policy that locks everybody out is let through
  readonly retained?: true | "removed" | "replaced"; // stays as it is when what manages it lets it go: always, or so
  readonly replaces?: string; // the ARN of the key in whose place it is made
  readonly dangerousKeyMaterial: () => readonly Uint8Array[]; // oldest first; a function, so that nothing prints it by the way
  readonly openName?: OpenName; // of which the ARN is not known in full
  readonly untold?: readonly string[]; // facts that are not known, by the names of their members: "state"
  readonly unknown?: readonly string[]; // condition keys that these would feed
  readonly openGrants?: string; // what of its grants is not known, in words
  readonly assumes?: readonly string[]; // ids of assumptions that what is said of it rests on
  readonly trust?: Trust; // adds to that of the estate
  readonly administrators?: readonly string[];
};

/** What data lies in: a bucket, a table, a secret. What is undefined is not told. */
export type WorldResource = {
  readonly name: string;
  readonly at: Place;
  readonly kind: ResourceKind;
  readonly id: string; // the name that flows take: of the bucket, the table, the parameter
  readonly arn: string; // as policies and requests name it: of a log group without `:*`
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly policy: Policy | undefined; // undefined: it has none; one that nobody told of is a policy of which all is doubtful
  readonly key: KeyOfData;
  readonly tags: Readonly<Record<string, string>> | undefined;
  readonly bucketKey: boolean | undefined;
  readonly encryptionContext: Readonly<Record<string, string>> | undefined;
  readonly objects: readonly ObjectsOfBucket[]; // the first that fits counts
  readonly versions: readonly VersionOfData[];
  readonly facts: ResourceFacts;
  readonly openName?: OpenName; // of which the ARN is not known in full
  readonly assumes?: readonly string[]; // ids of assumptions that what is said of it rests on
};

/**
 * Under which key data lies. `key`: its ARN, of a key of the estate or one that it does not list; `made`: the key of a service, which the estate does not
 * list, as AWS makes it. `aws-owned` and `none`: nobody asks KMS anything. `unknown`: it is not known, and why.
 */
export type KeyOfData =
  | { readonly kind: "key"; readonly arn: string; readonly made?: WorldKey }
  | { readonly kind: "aws-owned" | "none" }
  | { readonly kind: "unknown"; readonly text: string };

export type VersionOfData = { readonly id: string; readonly key: KeyOfData | undefined; readonly bucketKey: boolean | undefined };

/** Objects that lie otherwise than their bucket has it now. */
export type ObjectsOfBucket = {
  readonly keys: string; // a pattern of their keys
  readonly key: KeyOfData | undefined; // undefined: as the bucket
  readonly bucketKey: boolean | undefined;
  readonly encryptionContext: Readonly<Record<string, string>> | undefined;
  readonly owner: string | undefined; // an account
  readonly versions: readonly VersionOfData[];
};

/** What limits answers about a resource, as AWS names it; absent: not told. */
export type ResourceFacts = {
  readonly objectOwnership?: "BucketOwnerEnforced" | "BucketOwnerPreferred" | "ObjectWriter" | undefined;
  readonly restrictPublicBuckets?: boolean | undefined; // of the bucket, its account or the organization
  readonly ignorePublicAcls?: boolean | undefined;
  readonly accessPoints?: boolean | undefined;
  readonly abac?: boolean | undefined;
  readonly sharedWith?: "all" | readonly string[] | undefined; // ids of accounts
  readonly tier?: "standard" | "advanced" | undefined;
  readonly type?: "String" | "StringList" | "SecureString" | undefined;
  readonly sourceVolume?: string | undefined;
  readonly resourceId?: string | undefined;
  readonly role?: string | undefined; // ARN
  readonly reuseSeconds?: number | undefined;
  readonly masking?: boolean | undefined;
};

export type WorldEndpoint = {
  readonly name: string;
  readonly id: string;
  readonly vpc: string | undefined;
  readonly policy: Policy | undefined;
};

/** Every policy of an estate, each once, with its text where it has one. */
export function policiesOf({
  principals,
  keys,
  resources,
  endpoints,
  organization,
  policyTexts,
}: Estate): ReadonlyMap<Policy, string | undefined> {
  const found = new Map<Policy, string | undefined>();
  const add = (policies: readonly (Policy | undefined)[]) => {
    for (const policy of policies) if (policy !== undefined) found.set(policy, policyTexts.get(policy));
  };
  for (const { policy, policyText } of keys) found.set(policy, policyText);
  for (const { policies, boundary, session, trust } of principals) add([...policies, boundary, ...(session ?? []), trust]);
  add(resources.map(({ policy }) => policy));
  add(endpoints.map(({ policy }) => policy));
  for (const { serviceControl, resourceControl } of organization?.members.values() ?? [])
    add([...serviceControl, ...resourceControl].flat());
  return found;
}
