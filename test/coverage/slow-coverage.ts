import type { Answer, StatementVerdict } from "../../src/authz/decision.ts";
import type { Case } from "../../src/cases/case.ts";
import type { StatementRef } from "../../src/iam/policy.ts";
import type { Grant } from "../../src/iam/request.ts";
import { isOfRoot, readCaller } from "../oracle/caller.ts";
import { testBlock } from "../oracle/condition.ts";
import { contextOf, readResource } from "../oracle/context.ts";
import { covers, isAtHome, isOnKey, namedBy } from "../oracle/grant.ts";
import { anyResource, oracleWildcard, resourceMatches } from "../oracle/pattern.ts";
import { entriesOf, namings, notExempted } from "../oracle/principal.ts";
import { all, any, not, type Truth, truth, YES } from "../oracle/truth.ts";

type Json = Readonly<Record<string, unknown>>;
export type Status = "decided" | "matched" | "failed" | "unknown";

/** A document of a case with what coverage has to know of it. */
export type Documented = { readonly type: string; readonly version: string; readonly statement: Json };

/**
 * The definition of coverage, written to be read: what one answer makes of every item, from its trace and `by` where they tell, and from the oracle where
 * they do not (single entries). Gives `item → status` for the items that are reached; an item is named by its statement and its place in it.
 */
export function slowCoverage(
  theCase: Case,
  answer: Answer,
  documentOf: (ref: StatementRef) => Documented,
  name: (ref: StatementRef) => string,
): ReadonlyMap<string, Status> {
  const found = new Map<string, Status>();
  const { trace, by, outcome } = answer;
  const { request, policies = {} } = theCase;
  const caller = readCaller(request.principal);
  const resource = readResource(request, caller);
  const lookup = contextOf(theCase, retiredGrant(theCase, answer));
  const isPerson = caller.kind !== "service" && caller.kind !== "anonymous";
  const hasBoundary = policies.boundary !== undefined && isPerson && !isOfRoot(caller);
  const lower = (text: string) => text.toLowerCase();

  /** Whether what the caller itself is named by was enough, so that no boundary and no session policy had a say. */
  const isDirect = (one: Answer["by"][number]): boolean => {
    if ("grant" in one) {
      return (theCase.grants ?? []).some(
        (grant) =>
          grant.GrantId === one.grant &&
          isOnKey(grant, resource) &&
          namedBy(caller, grant.GranteePrincipal, grant.GranteeServicePrincipal).some(
            (n) => n.way === "direct" && n.certainly.is === "yes",
          ),
      );
    }
    return trace.policies.some(
      ({ layer, statements }) => layer === "resource" && statements.some((v) => v.ref === one && v.way === "direct"),
    );
  };
  const isLimited = !isAtHome(caller, resource) || !by.some(isDirect);

  for (const { layer, statements } of trace.policies) {
    for (const verdict of statements) {
      const { ref, failures, effect } = verdict;
      const { type, version, statement } = documentOf(ref);
      const put = (item: string, status: Status) => found.set(`${name(ref)} ${item}`, status);
      if (failures.some(({ part }) => part === "no-effect")) continue;
      const limits = !["resource", "identity"].includes(layer) && effect === "Allow" && outcome === "allowed";
      const decides = (by as readonly unknown[]).includes(ref) || (limits && (!["boundary", "session"].includes(layer) || isLimited));
      const actions = listOf(statement.Action ?? statement.NotAction);
      const resources = listOf(statement.Resource ?? statement.NotResource);
      const entries = entriesOf(statement.Principal ?? statement.NotPrincipal ?? {});
      const conditions = testBlock((statement.Condition ?? {}) as Json, version, effect, lookup);
      const named =
        statement.Principal !== undefined
          ? any(namings(caller, entries).map(({ certainly }) => certainly))
          : statement.NotPrincipal === undefined || hasBoundary
            ? YES
            : notExempted(caller, entries);
      const inElement = (patterns: string[]) => anyResource(patterns, resource.text, type, version, lookup);
      const onResource =
        statement.Resource !== undefined ? inElement(resources) : statement.NotResource !== undefined ? not(inElement(resources)) : YES;
      const asksFor = (pattern: string) => oracleWildcard(lower(pattern), lower(request.action));

      if (failures.some(({ part }) => part === "action")) {
        if (statement.NotAction === undefined || onResource.is === "no") continue;
        actions.forEach((pattern, i) => {
          if (asksFor(pattern)) put(`action ${i}`, kept(all([onResource, named, conditions])));
        });
        continue;
      }
      const status = onResource.is === "no" ? undefined : decides ? "decided" : ofVerdict(verdict);
      resources.forEach((pattern, i) => {
        const matches = resourceMatches(pattern, resource.text, type, version, lookup);
        if (matches.is !== "yes") put(`resource ${i}`, missed(matches));
        else if (statement.NotResource !== undefined) put(`resource ${i}`, kept(all([named, conditions])));
        else if (status !== undefined) put(`resource ${i}`, status);
      });
      if (status === undefined) continue;
      put("statement 0", status);
      actions.forEach((pattern, i) => {
        if (asksFor(pattern)) put(`action ${i}`, status);
      });
      if (onResource.is !== "yes") continue;
      entries.forEach((entry, i) => {
        const names = any(namings(caller, [entry]).map(({ certainly }) => certainly));
        if (names.is !== "yes") put(`principal ${i}`, missed(names));
        else if (statement.NotPrincipal === undefined) put(`principal ${i}`, status);
        else put(`principal ${i}`, named.is === "no" ? kept(conditions) : named.is === "maybe" ? "unknown" : "failed");
      });
      if (failures.some(({ part }) => part === "principal")) continue;
      let condition = 0;
      for (const [operator, keys] of Object.entries((statement.Condition ?? {}) as Record<string, Json>)) {
        for (const key of Object.keys(keys)) {
          const failure = failures.find((one) => one.part === "condition" && one.operator === operator && one.key === key);
          const held = status === "decided" ? "decided" : "matched";
          put(`condition ${condition++}`, failure === undefined ? held : failure.unknown ? "unknown" : "failed");
        }
      }
    }
  }
  for (const { grant: id, failures, applies } of trace.grants) {
    if (failures.some(({ part }) => part === "resource" || part === "operation")) continue;
    const index = (theCase.grants ?? []).findIndex(({ GrantId }) => GrantId === id);
    const grant = theCase.grants?.[index] as Grant;
    const decides = by.some((one) => "grant" in one && one.grant === id);
    const isOpen = applies === "unknown" && covers(grant, theCase, resource, lookup).is !== "no"; // the trace looks no further than who asks
    const status = decides ? "decided" : applies === true ? "matched" : isOpen ? "unknown" : "failed";
    found.set(`grants ${index} grant 0`, status);
    const operation = request.action.slice("kms:".length);
    grant.Operations.forEach((one, i) => {
      if (lower(one) === lower(operation) || (operation.startsWith("ReEncrypt") && one === operation))
        found.set(`grants ${index} operation ${i}`, status);
    });
    if (lower(request.action) === "kms:retiregrant" || failures.some(({ part }) => part === "principal" || part === "token")) continue;
    const { Constraints, ...bare } = grant;
    if (covers(bare, theCase, resource, lookup).is !== "yes") continue;
    Object.entries(Constraints ?? {}).forEach(([constraint, value], i) => {
      if (constraint !== "SourceArn" && lower(request.action) === "kms:describekey") return;
      const holds = covers({ ...bare, Constraints: { [constraint]: value } }, theCase, resource, lookup);
      found.set(`grants ${index} constraint ${i}`, holds.is === "yes" ? (status === "decided" ? "decided" : "matched") : missed(holds));
    });
  }
  return found;
}

const listOf = (value: unknown): string[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]).map(String);
const missed = (part: Truth): Status => (part.is === "maybe" ? "unknown" : "failed");
const kept = (rest: Truth): Status => (rest.is === "yes" ? "decided" : missed(rest));
const ofVerdict = ({ applies }: StatementVerdict): Status =>
  applies === true ? "matched" : missed(applies === "unknown" ? { is: "maybe", missing: [] } : truth(false));

/** The grant that an answer about retiring tells of. */
function retiredGrant({ request, grants = [] }: Case, { by }: Answer): Grant | undefined {
  if (request.action.toLowerCase() !== "kms:retiregrant") return undefined;
  const resource = readResource(request, readCaller(request.principal));
  const tokens = request.grantTokens ?? [];
  const meant = grants.filter((grant) => isOnKey(grant, resource) && (tokens.length === 0 || tokens.includes(grant.GrantToken ?? "")));
  return meant.find(({ GrantId }) => by.some((one) => "grant" in one && one.grant === GrantId)) ?? meant[0];
}
