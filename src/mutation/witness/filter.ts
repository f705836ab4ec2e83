import { type Engine, engine } from "../../authz/authorizer.ts";
import { compile } from "../../authz/compile.ts";
import { NO_POLICIES, type PolicySet } from "../../authz/link.ts";
import type { Policy, Statement } from "../../iam/policy.ts";
import type { Focus } from "../mutants/mutant.ts";
import type { ResolvedQuestion, WorldMemo, Written } from "./memo.ts";

/**
 * A quick look at whether a change of a statement can show in a question: only where the statement applies before and not after, or the reverse, or
 * applies with another effect, or names the caller in another way. Each statement alone is asked, as a Deny: then the answer is an explicit denial exactly
 * where it applies. Of changes that are not of one statement everything may show.
 */
export function showsIn({ before, after, policy, grants, whole }: Focus, memo: WorldMemo): (asked: Written) => boolean {
  const isOfStatement = policy !== undefined && grants === undefined && !whole && [before, after].some((one) => one !== undefined);
  const excepts = [before, after].some((statement) => statement?.principal?.mode === "except"); // whom that spares depends on their other policies
  if (!isOfStatement || excepts) return () => true;
  const [was, is] = [alone(before, policy), alone(after, policy)];
  const isOtherwise = before?.effect !== after?.effect || !isDeepEqual(before?.principal?.members, after?.principal?.members);
  return (asked) => {
    const resolved = memo.resolved(asked);
    if (resolved === undefined) return false;
    const [applied, applies] = [was(resolved), is(resolved)];
    return applied !== applies || (isOtherwise && applied);
  };
}

const isDeepEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whether a statement applies. There is an engine for each key: its facts are known to the engine, not to the request. */
function alone(statement: Statement | undefined, policy: Policy): (resolved: ResolvedQuestion) => boolean {
  if (statement === undefined) return () => false;
  const layer = LAYERS[policy.type](compile({ ...policy, statements: [{ ...statement, effect: "Deny" }] }));
  const engines = new Map<string, Engine>();
  return ({ request, key }) => {
    const made = engines.get(request.resource) ?? engine({ ...NO_POLICIES, ...layer, key });
    engines.set(request.resource, made);
    return made(request).outcome === "explicitDeny";
  };
}

type Compiled = ReturnType<typeof compile>;
const LAYERS: Readonly<Record<Policy["type"], (policy: Compiled) => Partial<PolicySet>>> = {
  "key-policy": (resource) => ({ resource }),
  resource: (resource) => ({ resource }),
  trust: (resource) => ({ resource }),
  identity: (policy) => ({ identity: [policy] }),
  boundary: (boundary) => ({ boundary }),
  session: (policy) => ({ session: [policy] }),
  "service-control": (policy) => ({ serviceControl: [[policy]] }),
  "resource-control": (policy) => ({ resourceControl: [[policy]] }),
  endpoint: (endpoint) => ({ endpoint }),
};
