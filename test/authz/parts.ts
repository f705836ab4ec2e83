import { compile } from "../../src/authz/compile.ts";
import { Facts } from "../../src/authz/facts.ts";
import { type LinkedSet, link, type PolicySet } from "../../src/authz/link.ts";
import type { Plan } from "../../src/authz/plan.ts";
import { RequestReader } from "../../src/authz/request-reader.ts";
import { parsePolicy } from "../../src/iam/parse/parse.ts";
import type { Policy, PolicyType } from "../../src/iam/policy.ts";
import type { Grant, KeyFacts, Request } from "../../src/iam/request.ts";
import { decrypt } from "./asking.ts";

/** The parts of the engine one by one: policies compiled and linked, one request read for them. */

type Document = ReturnType<typeof import("./asking.ts").policy>;
export type Documents = {
  readonly resource?: Document;
  readonly identity?: readonly Document[];
  readonly boundary?: Document;
  readonly session?: readonly Document[];
  readonly serviceControl?: readonly (readonly Document[])[];
  readonly resourceControl?: readonly (readonly Document[])[];
  readonly endpoint?: Document;
};
export type Said = Documents & { readonly grants?: readonly Grant[]; readonly key?: KeyFacts };

/** A document that must be in order. */
export function parsed(document: object, type: PolicyType, name: string = type): Policy {
  const { policy, diagnostics } = parsePolicy(JSON.stringify(document), { type, name });
  if (policy === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return policy;
}

/** What the resource policy is read as depends on what is asked. */
const resourceType = ({ action }: Request): PolicyType =>
  action.startsWith("kms:") ? "key-policy" : action.startsWith("sts:") ? "trust" : "resource";

export function setOf(said: Said, request: Request = decrypt()): PolicySet {
  const one = (document: object, type: PolicyType, name?: string) => compile(parsed(document, type, name));
  const list = (documents: readonly object[], type: PolicyType) => documents.map((each, i) => one(each, type, `${type} ${i + 1}`));
  return {
    resource: said.resource && one(said.resource, resourceType(request), "resource"),
    identity: list(said.identity ?? [], "identity"),
    boundary: said.boundary && one(said.boundary, "boundary"),
    session: said.session && list(said.session, "session"),
    serviceControl: (said.serviceControl ?? []).map((level) => list(level, "service-control")),
    resourceControl: (said.resourceControl ?? []).map((level) => list(level, "resource-control")),
    endpoint: said.endpoint && one(said.endpoint, "endpoint"),
    grants: said.grants ?? [],
    key: said.key,
  };
}

/** A request on its way through the engine; it must be one that can be read. */
export function asked(said: Said, changes: Partial<Request> = {}): { linked: LinkedSet; plan: Plan; facts: Facts } {
  const request = decrypt(changes);
  const linked = link(setOf(said, request));
  const read = new RequestReader(linked).read(request);
  if ("code" in read) throw new Error(read.message);
  return { linked, plan: read.plan, facts: new Facts(read.request, read.plan.scope, read.given) };
}
