import type { Comparison } from "../analysis/answers.ts";
import { compare } from "../analysis/compare.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { fail, ok, type Result } from "../base/result.ts";
import type { WorldKey } from "../estate/estate.ts";
import type { World } from "../estate/world.ts";
import type { Part } from "../replay/tally.ts";
import { unusedIn } from "../replay/unused.ts";
import { parsePolicy } from "../world/policy-text.ts";
import { type Edited, tightened } from "./edits.ts";

/** A narrower key policy, and what is proved of it for all requests. */
export type Tightened = Edited & {
  readonly key: WorldKey;
  readonly text: string; // the document, as JSON
  readonly world: World; // with it in the place of the present one
  readonly proof: Comparison; // of the present policy with it: nothing gained
  readonly administration: Comparison; // the same of PutKeyPolicy alone: nobody who may change the policy loses that
  readonly grants: readonly {
    readonly grant: string;
    readonly id: string;
    readonly grantee: string;
    readonly unused: readonly string[];
    readonly calls: number;
  }[];
};

/**
 * The narrowest key policy within the present one, statement by statement, that keeps every call of a log that was allowed. Whoever shows it must look at
 * `proof` and `administration`: both are worked out by the analysis, from the policies and not from the way they were made.
 */
export function tighten(world: World, key: WorldKey, part: Part): Result<Tightened, readonly Diagnostic[]> {
  const use = unusedIn(world, part).keys.find(({ arn }) => arn === key.arn);
  const edited = tightened(key, use ?? { key: key.name, arn: key.arn, statements: [], grants: [] });
  const text = JSON.stringify(edited.document, undefined, 2);
  const { policy, diagnostics } = parsePolicy(text, { type: "key-policy", name: key.policy.name });
  if (policy === undefined) return fail(diagnostics);
  const after = world.changed({ policies: new Map([[key.policy, { policy, text }]]) });
  const grants = (use?.grants ?? []).flatMap(({ grant, grantee, unused: all, calls }, i) => {
    const unused = all.filter((operation) => !["RetireGrant", "DescribeKey"].includes(operation)); // as rare as administration
    return unused.length === 0 ? [] : [{ grant, id: key.grants[i]?.GrantId ?? grant, grantee, unused, calls }];
  });
  return ok({
    ...edited,
    key,
    text,
    world: after,
    proof: compare(world, after, { keys: [key.name] }),
    administration: compare(world, after, { keys: [key.name], actions: ["kms:PutKeyPolicy"] }),
    grants,
  });
}
