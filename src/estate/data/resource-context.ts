import { serviceKey } from "../../catalog/data/condition-keys.ts";
import type { Policy } from "../../iam/policy.ts";
import type { Principal } from "../../iam/principal.ts";
import { foldCase } from "../../iam/values.ts";
import type { WorldResource } from "../estate.ts";
import type { GivenKeys } from "../given-keys.ts";
import { keysRead } from "../keys-read.ts";
import type { PolicyDocuments } from "../policy-documents.ts";

/**
 * The condition keys that a resource tells in the call of its own service, and those of the service that nobody told. Tags of buckets and tables count only
 * where attribute-based access is enabled for them; what is not told of that, or of the tags, leaves them unknown.
 */
export function setResourceKeys(
  context: GivenKeys,
  resource: WorldResource,
  caller: Pick<Principal, "account">,
  action: string,
  documents: PolicyDocuments,
): void {
  const { kind, tags, facts, region, account } = resource;
  context.set("aws:RequestedRegion", region);
  const isOff = kind.tagged !== undefined && facts.abac === false;
  const known = isOff ? {} : kind.tagged === undefined || facts.abac === true ? tags : undefined;
  if (known === undefined) context.set("aws:ResourceTag/", "unknown");
  else for (const [name, value] of Object.entries(known)) context.set(`aws:ResourceTag/${name}`, value);
  const service = foldCase(action.slice(0, action.indexOf(":") + 1));
  for (const name of readIn(documents)) {
    if (name === "aws:sourceowner" && kind.policy === "permissive" && caller.account === account) context.set(name, "unknown");
    if (!name.startsWith(service)) continue;
    const key = serviceKey(name);
    if (key.kind === "account") context.set(name, account ?? "unknown");
    else if (key.kind === "tag") context.set(name, known === undefined ? "unknown" : tagOf(known, key.tag));
    else if (key.kind === "unknown") context.set(name, "unknown");
  }
}

/** Names of tags in condition keys ignore case. */
const tagOf = (tags: Readonly<Record<string, string>>, lower: string): string | undefined =>
  Object.entries(tags).find(([name]) => foldCase(name) === lower)?.[1];

const READ = new WeakMap<Policy, ReadonlySet<string>>();

/** The condition keys that any of the documents reads, in lower case. */
export function readIn(documents: PolicyDocuments): ReadonlySet<string> {
  const { resource, identity = [], boundary, session = [], serviceControl = [], resourceControl = [], endpoint } = documents;
  const all = new Set<string>();
  for (const policy of [resource, ...identity, boundary, ...session, ...serviceControl.flat(), ...resourceControl.flat(), endpoint]) {
    if (policy === undefined) continue;
    const read = READ.get(policy) ?? keysRead([policy]);
    READ.set(policy, read);
    for (const name of read) all.add(name);
  }
  return all;
}
