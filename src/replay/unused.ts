import type { Place } from "../base/diagnostic.ts";
import type { WorldKey } from "../estate/estate.ts";
import type { World } from "../estate/world.ts";
import { parseArn } from "../iam/arn.ts";
import type { Policy, Statement } from "../iam/policy.ts";
import type { PrincipalFacts, Request } from "../iam/request.ts";
import { foldCase } from "../iam/values.ts";
import { actionsOf, CRYPTOGRAPHY } from "./action-patterns.ts";
import { type Span, spanOf } from "./coverage.ts";
import type { Part } from "./tally.ts";

/** What nobody needed of the policies and grants that let callers in, in the span of a log. */
export type UnusedReport = {
  readonly version: 1;
  readonly span: Span | null;
  readonly calls: number; // that were allowed, then and by these policies: what use is counted by
  readonly undetermined: number; // calls that were allowed and could not be decided: what may have let them in counts as needed
  readonly mismatch: number; // recorded as allowed, and not allowed by these policies
  readonly keys: readonly KeyUse[];
  readonly identity: readonly StatementUse[]; // statements of identity policies that are about KMS
};

export type KeyUse = {
  readonly key: string;
  readonly arn: string;
  readonly statements: readonly StatementUse[];
  readonly grants: readonly GrantUse[];
};

export type StatementUse = {
  readonly policy: string;
  readonly statement: number;
  readonly sid?: string;
  readonly at: Place;
  readonly calls: number;
  readonly last?: string;
  readonly actions: readonly ActionUse[];
  readonly unusedPrincipals: readonly string[]; // as they are written; none of a statement that nobody used
  readonly isAdministration: boolean; // lets nobody do cryptography: rare in any log
};

/** An action as it is written, which of its actions were needed, and how many it stands for. */
export type ActionUse = { readonly action: string; readonly used: readonly string[]; readonly of: number };

export type GrantUse = {
  readonly grant: string;
  readonly grantee: string;
  readonly calls: number;
  readonly last?: string;
  readonly operations: readonly string[];
  readonly unused: readonly string[];
};

/** What a statement or a grant was needed for. Actions and principals with when that was last; values of what a record tells exactly, by condition key in lower case. */
export type Use = {
  calls: number;
  last: string | undefined;
  readonly actions: Map<string, string>;
  readonly principals: Map<string, { readonly facts: PrincipalFacts; last: string }>;
  readonly values: Map<string, Set<string>>;
};

/** Uses of statements and grants: on one key, and by the name of a policy on all of them. */
export type Uses = {
  readonly ofStatement: (key: string, policy: string, statement: number) => Use | undefined;
  readonly ofGrant: (key: string, id: string) => Use | undefined;
  readonly anywhere: (policy: string, statement: number) => Use | undefined;
};

export function usesIn(part: Part): Uses {
  const { byKey, byName } = usesOf(part);
  return {
    ofStatement: (key, policy, statement) => byKey.get(`${key} ${nameOf(policy, statement)}`),
    ofGrant: (key, id) => byKey.get(`${key} ${grantOf(id)}`),
    anywhere: (policy, statement) => byName.get(nameOf(policy, statement)),
  };
}

/**
 * By the statements and grants that decided: all that let a call in count as needed by it, so that
 * nothing is called unused which one of them could do without; of a call that
 * could not be decided, all that may have let it in. */
export function unusedIn(world: World, part: Part): UnusedReport {
  const { byKey, byName } = usesOf(part);
  const { keys, principals } = world.estate;
  const identity = new Map<Policy, StatementUse[]>();
  for (const { policies } of principals)
    for (const policy of policies)
      if (!identity.has(policy))
        identity.set(
          policy,
          policy.statements
            .filter(isAboutKms)
            .map((statement) => statementUse(statement, byName.get(nameOf(policy.name, statement.ref.statement)))),
        );
  return {
    version: 1,
    span: spanOf(part.logs) ?? null,
    calls: part.counts.allowed,
    undetermined: part.counts.undetermined,
    mismatch: part.counts.broken + part.counts.mismatch,
    keys: keys.map((key) => keyUse(key, byKey)),
    identity: [...identity.values()].flat(),
  };
}

const nameOf = (policy: string, statement: number): string => `${policy}#${statement}`;
const grantOf = (id: string): string => `grant ${id}`;

function usesOf({ shapes }: Part): { readonly byKey: ReadonlyMap<string, Use>; readonly byName: ReadonlyMap<string, Use> } {
  const [byKey, byName] = [new Map<string, Use>(), new Map<string, Use>()];
  for (const shape of Object.values(shapes)) {
    if (shape.class !== "allowed" && !(shape.class === "undetermined" && shape.recorded === "allowed")) continue;
    for (const { by: certain, perhaps = [], request, action } of shape.checks) {
      const by = [...certain, ...perhaps];
      if (request === undefined) continue;
      for (const one of by) {
        const name = "grant" in one ? grantOf(one.grant) : nameOf(one.policy, one.statement);
        count(byKey, `${request.resource} ${name}`, shape, action, request);
        count(byName, name, shape, action, request);
      }
    }
  }
  return { byKey, byName };
}

const MOST_VALUES = 10_000;

function count(
  uses: Map<string, Use>,
  name: string,
  { count: calls, last }: { readonly count: number; readonly last?: string },
  action: string,
  { principal, encryptionContext = {}, viaService }: Request,
): void {
  const use = uses.get(name) ?? { calls: 0, last: undefined, actions: new Map(), principals: new Map(), values: new Map() };
  uses.set(name, use);
  use.calls += calls;
  if (last !== undefined && (use.last === undefined || last > use.last)) use.last = last;
  const time = last ?? "";
  if (time >= (use.actions.get(action) ?? "")) use.actions.set(action, time);
  const facts = typeof principal === "string" ? { arn: principal } : principal;
  const known = use.principals.get(facts.arn);
  if (known !== undefined) known.last = time > known.last ? time : known.last;
  else if (use.principals.size < 10_000) use.principals.set(facts.arn, { facts, last: time });
  for (const [pair, value] of Object.entries(encryptionContext)) addValue(use, `kms:encryptioncontext:${foldCase(pair)}`, value);
  if (viaService !== undefined) addValue(use, "kms:viaservice", viaService);
}

function addValue({ values }: Use, key: string, value: string): void {
  const known = values.get(key) ?? new Set();
  values.set(key, known);
  if (known.size < MOST_VALUES) known.add(value);
}

function keyUse({ name, arn, policy, grants }: WorldKey, uses: ReadonlyMap<string, Use>): KeyUse {
  return {
    key: name,
    arn,
    statements: policy.statements
      .filter(({ effect }) => effect === "Allow")
      .map((statement) => statementUse(statement, uses.get(`${arn} ${nameOf(policy.name, statement.ref.statement)}`))),
    grants: grants.map(({ GrantId, Name, GranteePrincipal, GranteeServicePrincipal, Operations }) => {
      const use = uses.get(`${arn} ${grantOf(GrantId)}`);
      const used = new Set([...(use?.actions.keys() ?? [])].map((action) => action.replace(/^kms:/, "")));
      return {
        grant: Name ?? GrantId,
        grantee: GranteePrincipal ?? GranteeServicePrincipal ?? "",
        calls: use?.calls ?? 0,
        ...(use?.last !== undefined && { last: use.last }),
        operations: Operations,
        unused: Operations.filter((operation) => !used.has(operation)),
      };
    }),
  };
}

function statementUse(statement: Statement, use: Use | undefined): StatementUse {
  const { ref, action, principal, at } = statement;
  const written = action === undefined || action.mode === "except" ? ["*"] : action.members;
  const actions = written.map((text): ActionUse => {
    const meant = actionsOf(text);
    return { action: text, used: meant.filter((one) => use?.actions.has(one)), of: meant.length };
  });
  const people =
    use === undefined || principal === undefined || principal.mode === "except" ? [] : principal.members.map(({ value }) => value);
  return {
    ...ref,
    at,
    calls: use?.calls ?? 0,
    ...(use?.last !== undefined && { last: use.last }),
    actions,
    unusedPrincipals: people.filter((value) => ![...(use?.principals.values() ?? [])].some(({ facts }) => names(value, facts))),
    isAdministration: written.flatMap(actionsOf).every((one) => !CRYPTOGRAPHY.has(one)),
  };
}

const isAboutKms = ({ effect, action }: Statement): boolean =>
  effect === "Allow" && action?.mode === "only" && action.members.some((text) => foldCase(text).startsWith("kms:") || text === "*");

/** Whether a principal as a policy writes it stands for somebody who called. */
export function names(value: string, { arn, roleArn }: PrincipalFacts): boolean {
  if (value === "*" || value === arn || value === roleArn) return true;
  const [theirs, own] = [parseArn(value), parseArn(arn)];
  const account = theirs?.resource === "root" ? theirs.account : value;
  if (own?.account !== undefined && own.account !== "" && account === own.account) return true;
  const role = own?.resource.startsWith("assumed-role/") ? own.resource.split("/")[1] : undefined;
  return (
    role !== undefined &&
    theirs?.account === own?.account &&
    theirs?.resource.startsWith("role/") === true &&
    theirs.resource.endsWith(`/${role}`)
  );
}
