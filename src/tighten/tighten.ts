import type { Comparison } from "../analysis/answers.ts";
import { compare } from "../analysis/compare.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { fail, ok, type Result } from "../base/result.ts";
import type { ReadPolicy, WorldKey } from "../estate/estate.ts";
import type { World } from "../estate/world.ts";
import type { Policy } from "../iam/policy.ts";
import type { Grant } from "../iam/request.ts";
import type { Part } from "../replay/tally.ts";
import { type Uses, usesIn } from "../replay/unused.ts";
import { parsePolicy } from "../world/policy-text.ts";
import { type Document, type Edit, type How, type Kept, tightened } from "./edits.ts";
import { type GrantEdit, tightenedGrants } from "./grants.ts";

/** How a key is made narrower. `whole`: the log with what was before the time that counts, for when a right was last needed. */
export type TightenOptions = How & { readonly identity: boolean; readonly whole?: Part | undefined };

export const AS_IT_IS: TightenOptions = { keep: [], wildcards: true, identity: false };

/** An identity policy that is narrower; without a document where nothing of it is left. */
export type TightenedIdentity = { readonly policy: string; readonly principals: readonly string[]; readonly document?: Document };

/** A narrower key policy, grants and identity policies, and what is proved of them for all requests. */
export type Tightened = {
  readonly key: WorldKey;
  readonly document: Document;
  readonly text: string; // the document, as JSON
  readonly edits: readonly Edit[];
  readonly kept: readonly Kept[];
  readonly grants: readonly GrantEdit[];
  readonly identity: readonly TightenedIdentity[];
  readonly world: World; // with all of it in the place of the present one
  readonly proof: Comparison; // of the present world with it: nothing gained
  readonly administration: Comparison; // the same of PutKeyPolicy alone: nobody who may change the policy loses that
};

/**
 * The narrowest key policy within the present one, statement by statement, that keeps every call of a log that was allowed; its grants likewise, and with
 * `identity` the identity policies of the world. Whoever shows it must look at `proof` and `administration`: both are worked out by the analysis, from the
 * policies and not from the way they were made.
 */
export function tighten(
  world: World,
  key: WorldKey,
  part: Part,
  options: TightenOptions = AS_IT_IS,
): Result<Tightened, readonly Diagnostic[]> {
  const [now, ever] = [usesIn(part), usesIn(options.whole ?? part)];
  const own = tightened(
    {
      policy: key.policy,
      text: key.policyText,
      account: key.account,
      use: (statement) => now.ofStatement(key.arn, key.policy.name, statement),
      ever: (statement) => ever.ofStatement(key.arn, key.policy.name, statement),
    },
    options,
  );
  const changes = new Map<Policy, ReadPolicy | undefined>();
  const text = JSON.stringify(own.document, undefined, 2);
  if (own.edits.length > 0) {
    const { policy, diagnostics } = parsePolicy(text, { type: "key-policy", name: key.policy.name });
    if (policy === undefined) return fail(diagnostics);
    changes.set(key.policy, { policy, text });
  }
  const grants = tightenedGrants(key, now, ever, options);
  const identity = options.identity ? identities(world, now, ever, options, changes) : { edits: [], kept: [], policies: [] };
  const after = world.changed({ policies: changes, grants: new Map<Grant, Grant | undefined>(grants.map(({ from, to }) => [from, to])) });
  const keys = options.identity ? undefined : [key.name];
  const scope = keys === undefined ? {} : { keys };
  return ok({
    key,
    document: own.document,
    text,
    edits: [...own.edits, ...identity.edits],
    kept: [...own.kept, ...identity.kept],
    grants,
    identity: identity.policies,
    world: after,
    proof: compare(world, after, scope),
    administration: compare(world, after, { ...scope, actions: ["kms:PutKeyPolicy"] }),
  });
}

type Identities = { readonly edits: readonly Edit[]; readonly kept: readonly Kept[]; readonly policies: readonly TightenedIdentity[] };

/** Policies of principals, each once. They are about all keys: what is needed on any of them stays. */
function identities(world: World, now: Uses, ever: Uses, how: How, changes: Map<Policy, ReadPolicy | undefined>): Identities {
  const { principals, policyTexts } = world.estate;
  const edits: Edit[] = [];
  const kept: Kept[] = [];
  const policies: TightenedIdentity[] = [];
  for (const policy of new Set(principals.flatMap((principal) => principal.policies))) {
    const text = policyTexts.get(policy);
    if (text === undefined || policy.doubtful !== undefined || !isJson(text)) {
      kept.push({ policy: policy.name, statement: "all of it", why: "its text is not known in full" });
      continue;
    }
    const done = tightened(
      {
        policy,
        text,
        account: undefined,
        use: (statement) => now.anywhere(policy.name, statement),
        ever: (statement) => ever.anywhere(policy.name, statement),
      },
      how,
    );
    kept.push(...done.kept);
    if (done.edits.length === 0) continue;
    edits.push(...done.edits);
    const holders = principals.filter((principal) => principal.policies.includes(policy)).map(({ name }) => name);
    const isEmpty = [done.document.Statement].flat().length === 0;
    const narrower = JSON.stringify(done.document, undefined, 2);
    const read = isEmpty ? undefined : parsePolicy(narrower, { type: "identity", name: policy.name }).policy;
    if (!isEmpty && read === undefined) continue; // as it is: an identity policy that is not narrower hurts nobody
    changes.set(policy, read === undefined ? undefined : { policy: read, text: narrower });
    policies.push({ policy: policy.name, principals: holders, ...(!isEmpty && { document: done.document }) });
  }
  return { edits, kept, policies };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
