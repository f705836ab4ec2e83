import { whoCan } from "../../analysis/access.ts";
import type { Comparison } from "../../analysis/answers.ts";
import { compare } from "../../analysis/compare.ts";
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { World } from "../../estate/world.ts";
import { parseArn } from "../../iam/arn.ts";
import { parsePolicy } from "../../world/policy-text.ts";
import { readWorld } from "../../world/reader.ts";

/** What `GET /v1/world` answers, as far as it is looked at here. */
export type WorldDocument = {
  readonly keys?: Readonly<Record<string, { readonly arn?: string; readonly policy?: unknown }>>;
  readonly principals?: Readonly<Record<string, unknown>>;
};

/** A world that can be asked, or in words why there is none. */
export function worldIn(document: WorldDocument): World | string {
  const { world, diagnostics } = readWorld(["world.json"], { readFile: () => JSON.stringify(document), root: "." });
  return world ?? `the world of the server cannot be read here: ${diagnostics.find(({ severity }) => severity === "error")?.message}`;
}

export type PolicyChange = {
  readonly diagnostics: readonly Diagnostic[]; // each at its place in the edited text
  readonly comparison?: Comparison; // for all requests on the key
  readonly locked?: string; // why the policy must not be put
  readonly putters?: readonly Putter[];
};

/** Somebody who may put a policy now, those first who may do so again afterwards: who may not is refused by the lockout safety check of KMS. */
export type Putter = { readonly principal: string; readonly again: boolean };

/** The name by which diagnostics call the text that is edited. */
const EDITED = "key policy";

/** What the key would gain and lose by another policy. */
export function policyChange(document: WorldDocument, arn: string, text: string): PolicyChange {
  const { diagnostics } = parsePolicy(text, { type: "key-policy", name: EDITED, file: EDITED });
  if (diagnostics.some(({ severity }) => severity === "error")) return { diagnostics, locked: "the policy has errors" };
  const [before, after] = [worldIn(document), worldIn(withPolicy(document, arn, JSON.parse(text)))];
  if (typeof before === "string") return { diagnostics, locked: before };
  if (typeof after === "string") return { diagnostics, locked: after };
  if (!after.estate.keys.some((key) => key.arn === arn)) return { diagnostics, locked: "the world of the server does not have this key" };
  const comparison = compare(before, after, { keys: [arn] });
  const isManaged = whoCan(after, { key: arn, actions: ["kms:PutKeyPolicy"] }).entries.length > 0;
  return {
    diagnostics,
    comparison,
    ...(!isManaged && { locked: "nobody could change the policy of this key any more (kms:PutKeyPolicy)" }),
    putters: puttersOf(before, after, arn),
  };
}

const MOST_ASKED = 500;
const PUT = "kms:PutKeyPolicy";

function puttersOf(before: World, after: World, arn: string): readonly Putter[] {
  const { partition = "aws", account = "" } = parseArn(arn) ?? {};
  const listed = before.estate.principals.map(({ name }) => name);
  const named = whoCan(before, { key: arn, actions: [PUT] }).entries.flatMap(({ who }) =>
    who.arn === undefined || who.name ? [] : [who.arn],
  );
  const known = [...new Set([...listed, ...named, `arn:${partition}:iam::${account}:root`])].slice(0, MOST_ASKED);
  const may = (world: World, principal: string) => world.authorize({ principal, action: PUT, key: arn }).outcome === "allowed";
  return known
    .filter((principal) => may(before, principal))
    .map((principal) => ({ principal, again: may(after, principal) }))
    .sort((a, b) => Number(b.again) - Number(a.again));
}

/** What is wrong with a text, at its places: as it is typed. */
export const faultsIn = (text: string): readonly Diagnostic[] =>
  parsePolicy(text, { type: "key-policy", name: EDITED, file: EDITED }).diagnostics;

const withPolicy = (document: WorldDocument, arn: string, policy: unknown): WorldDocument => ({
  ...document,
  keys: Object.fromEntries(Object.entries(document.keys ?? {}).map(([name, key]) => [name, key.arn === arn ? { ...key, policy } : key])),
});
