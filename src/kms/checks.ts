import { ok } from "../base/result.ts";
import type { ActionName } from "../catalog/actions.ts";
import type { Anywhere, Check, LocatedAlias, LocatedKey } from "./operation.ts";
import { resolveAlias, resolveKey, type Spelling, targetOf } from "./resolve.ts";

/** The checks that most operations make. Those that one family alone makes are with that family. */

type Action = `kms:${ActionName}`;

/** On the key that a member of the request names; also by an alias where the operation takes one. */
export const onKey = (action: Action, member: string, spelling: Spelling): Check<LocatedKey> => ({
  action,
  locate: (input, site) => resolveKey(memberOf(input, member), spelling, site),
});

/** On nothing in particular: identity policies alone can allow it, with `*` as Resource. */
export const onAnything = (action: Action): Check<Anywhere> => ({ action, locate: () => ok({ kind: "*" }) });

/** The second check of operations that make a key with tags (rule kms.actions.several). */
export const onTags: Check<Anywhere | undefined> = {
  action: "kms:TagResource",
  locate: (input) => ok((memberOf(input, "Tags")?.length ?? 0) > 0 ? { kind: "*" } : undefined),
};

/** On the alias a member of the request names: identity policies alone can allow it. */
export const onAlias = (action: Action): Check<LocatedAlias> => ({
  action,
  locate: (input, site) => resolveAlias(memberOf(input, "AliasName"), site),
});

/** On the key that alias has before the call. */
export const onAliasTarget = (action: Action): Check<LocatedKey> => ({
  action,
  locate: (input, site) => targetOf(memberOf(input, "AliasName"), site),
});

/** The schema of the row says that it is a text, or absent where the check allows that. */
const memberOf = (input: object, member: string): string => (input as Readonly<Record<string, string>>)[member] as string;
