import type { Doubt, DoubtfulStatement, Element, Policy, PrincipalEntry, Statement } from "../iam/policy.ts";
import { isUniqueId } from "../iam/principal.ts";
import { shape, shareOf } from "../iam/shape.ts";
import { raw } from "../iam/variables.ts";
import { matchesPattern, parsePattern, resourcePattern } from "../iam/wildcard.ts";
import { withDoubtful } from "./doubts.ts";
import type { OpenName } from "./estate.ts";
import type { PolicyDocuments } from "./policy-documents.ts";

/** What of who asks, and of what is asked for, is not known by its name: policies that name others may mean these. */
export type OpenNames = {
  readonly id?: string | undefined; // whose unique id is not known, in words
  readonly principal?: OpenName | undefined;
  readonly resource?: OpenName | undefined;
};

/** Documents as they read for those whose names are not known in full. */
export function readFor(documents: PolicyDocuments, names: OpenNames): PolicyDocuments {
  const one = <P extends Policy | undefined>(policy: P): P => (policy === undefined ? policy : (readPolicyFor(policy, names) as P));
  const many = (policies: readonly Policy[] | undefined) => policies?.map(one);
  return {
    resource: one(documents.resource),
    identity: many(documents.identity),
    boundary: one(documents.boundary),
    session: many(documents.session),
    serviceControl: documents.serviceControl?.map((level) => level.map(one)),
    resourceControl: documents.resourceControl?.map((level) => level.map(one)),
    endpoint: one(documents.endpoint),
  };
}

const READ = new WeakMap<Policy, Map<string, Policy>>();

/** One of them. */
export function readPolicyFor(policy: Policy, names: OpenNames): Policy {
  const known = READ.get(policy) ?? new Map<string, Policy>();
  READ.set(policy, known);
  const name = JSON.stringify(names);
  const found = known.get(name) ?? readOnce(policy, names);
  known.set(name, found);
  return found;
}

function readOnce(policy: Policy, names: OpenNames): Policy {
  const doubtful: DoubtfulStatement[] = [];
  const statements = policy.statements.map((statement) => {
    const people = statement.principal?.members.filter((entry) => mayBe(entry, names)) ?? [];
    const resources = statement.resource?.members.filter((text) => mayMean(text, names.resource)) ?? [];
    if (people.length === 0 && resources.length === 0) return statement;
    doubtful.push(most(statement, people, resources, doubtOf(statement, people, resources, names)));
    return least(statement, people, resources);
  });
  return doubtful.length === 0 ? policy : withDoubtful({ ...policy, statements }, doubtful);
}

/** Whether an entry names another, who may be this one all the same. */
function mayBe({ kind, value }: PrincipalEntry, { id, principal }: OpenNames): boolean {
  if (kind !== "AWS") return false;
  if (id !== undefined && isUniqueId(value)) return true;
  return principal !== undefined && value !== principal.own && matchesPattern(parsePattern(principal.form), value);
}

/**
 * Whether a pattern decides by the part that is not known. One without wildcards names a thing that is there: a new one (`fresh`) is none of these.
 */
function mayMean(text: string, resource: OpenName | undefined): boolean {
  if (resource === undefined || text === resource.own || text.includes("${")) return false;
  if (!/[*?]/.test(text)) return !resource.fresh && matchesPattern(parsePattern(resource.form), text);
  return shareOf("StringLike", resourcePattern([raw(text)]), shape(resource.form)) === "some";
}

const without = <T>({ mode, members, at }: Element<T>, some: readonly T[]): Element<T> => ({
  mode,
  members: members.filter((one) => !some.includes(one)),
  at,
});

function least(statement: Statement, people: readonly PrincipalEntry[], resources: readonly string[]): Statement {
  const { principal, resource, at } = statement;
  const isNever = (people.length > 0 && principal?.mode === "except") || (resources.length > 0 && resource?.mode === "except");
  if (isNever) return { ...statement, action: { mode: "only", members: [], at } };
  return { ...statement, principal: principal && without(principal, people), resource: resource && without(resource, resources) };
}

function most(statement: Statement, people: readonly PrincipalEntry[], resources: readonly string[], doubt: Doubt): DoubtfulStatement {
  const { principal, resource } = statement;
  const anyone = { kind: "AWS", value: "*" } as const;
  return {
    ...statement,
    principal:
      principal && (people.length > 0 && principal.mode === "only" ? { ...principal, members: [anyone] } : without(principal, people)),
    resource:
      resource && (resources.length > 0 && resource.mode === "only" ? { ...resource, members: ["*"] } : without(resource, resources)),
    doubt,
  };
}

function doubtOf(
  { principal, resource, at }: Statement,
  people: readonly PrincipalEntry[],
  resources: readonly string[],
  names: OpenNames,
): Doubt {
  const what = [
    ...(people.some(({ value }) => isUniqueId(value)) ? [names.id] : []),
    ...(people.some(({ value }) => !isUniqueId(value)) ? [names.principal?.text] : []),
    ...(resources.length > 0 ? [names.resource?.text] : []),
  ].filter((text) => text !== undefined);
  const members = [principal?.mode, people.map(({ value }) => value), resource?.mode, resources];
  return { id: `name:${what.join(" ")} ${JSON.stringify(members)}`, text: what.join(" and "), at };
}
