import type { Answer, GrantVerdict, Layer, PolicyVerdict, StatementVerdict, Trace } from "../authz/decision.ts";
import { counted, printable } from "../base/text.ts";
import {
  allowCount,
  allowedBy,
  anyAllows,
  becauseOf,
  type EntryFacts,
  entryPlace,
  failuresOf,
  isNear,
  listedAll,
  MOST_NEAR,
  markOf,
  select,
} from "./entries.ts";
import type { Entry, ExplainedLayer, Mark } from "./explanation.ts";
import { wordFailure } from "./failure.ts";
import { grouped, statementName } from "./wording.ts";

/** What the layers are told of beside the trace. */
export type LayerFacts = EntryFacts & {
  readonly outcome: Answer["outcome"];
  readonly onKmsKey: boolean;
};

type Facts = LayerFacts & { readonly trace: Trace };

/** The layers in the order in which a person asks: is it denied, is it capped, does the key allow, does IAM allow, is there a grant. */
export function explainLayers(trace: Trace, facts: LayerFacts): readonly ExplainedLayer[] {
  const all: Facts = { ...facts, trace };
  const layers = [denies(all), serviceControl(all), resourceControl(all), limit("endpoint", all), resourcePolicy(all), identity(all)];
  return [...layers, limit("boundary", all), limit("session", all), grants(all)].filter((layer) => layer !== undefined);
}

const of = ({ trace }: Facts, layer: Layer): readonly PolicyVerdict[] => trace.policies.filter((policy) => policy.layer === layer);

/** A Deny of any layer: one that matches is an obstacle, so its mark is a cross. */
function denies({ trace, everything }: Facts): ExplainedLayer {
  const all = trace.policies.flatMap((policy) =>
    policy.statements.filter(({ effect }) => effect === "Deny").map((statement) => ({ policy, statement })),
  );
  const shown = all.filter(({ statement }) => everything || statement.applies !== false);
  const matched = all.filter(({ statement }) => statement.applies === true).length;
  const perhaps = all.filter(({ statement }) => statement.applies === "unknown").length;
  return {
    layer: "denies",
    title: "explicit denies",
    verdict: matched > 0 ? "no" : perhaps > 0 ? "unknown" : "yes",
    summary: denySummary(all.length, matched, perhaps),
    entries: shown.map(({ policy, statement }) => denyEntry(policy, statement)),
    others: [],
  };
}

function denySummary(count: number, matched: number, perhaps: number): string {
  if (count === 0) return "none: no statement denies anything";
  if (matched === 0 && perhaps === 0) return `none matched (${count} looked at)`;
  const found = [matched > 0 ? `${matched} matched` : "", perhaps > 0 ? `${perhaps} may match` : ""].filter((text) => text !== "");
  return `${found.join(", ")} (${count} looked at)`;
}

function denyEntry(policy: PolicyVerdict, statement: StatementVerdict): Entry {
  const name = printable(policy.policy, 80);
  const where = policy.layer === "resource" || SPEAKING_NAME.test(name) ? name : `${LAYER_WORDS[policy.layer]} ${name}`;
  const base = { name: statementName(statement.ref), ...entryPlace(statement) };
  if (statement.applies === true) return { ...base, mark: "no", says: `denies it (${where})`, ...becauseOf(statement), failures: [] };
  if (statement.applies === false)
    return { ...base, mark: "yes", says: `does not match (${where})`, failures: failuresOf(statement, "statement") };
  return { ...base, mark: "unknown", says: `may deny it (${where})`, failures: failuresOf(statement, "statement") };
}

/** The names that policies without one are given tell their layer. */
const SPEAKING_NAME = /^(?:[SR]CP level \d+ policy \d+|(?:identity|session) policy \d+|boundary|endpoint policy)$/;

const LAYER_WORDS: Readonly<Record<Layer, string>> = {
  "service-control": "service control policy",
  "resource-control": "resource control policy",
  endpoint: "VPC endpoint policy",
  boundary: "permissions boundary",
  session: "session policy",
  resource: "resource policy",
  identity: "identity policy",
  grant: "grant",
};

/** Every level must allow; within a level one policy is enough (IAM User Guide, service control policies in evaluation logic). */
function serviceControl(facts: Facts): ExplainedLayer {
  const base = { layer: "service-control", title: "service control" } as const;
  const policies = of(facts, "service-control");
  const ignored = notBinding(facts, "service-control");
  if (ignored !== undefined) return { ...base, ...ignored };
  if (policies.length === 0) return { ...base, verdict: "none", summary: "none given", entries: [], others: [] };
  const levels = grouped(policies, ({ level = 0 }) => level);
  const verdicts = [...levels, ...emptyLevel(levels)].map(([level, members]) => ({ level, members, mark: anyAllows(members) }));
  const blocked = verdicts.find(({ mark }) => mark === "no") ?? verdicts.find(({ mark }) => mark === "unknown");
  if (blocked === undefined)
    return { ...base, verdict: "yes", summary: allowedBy(policies), entries: listedAll(facts, policies), others: [] };
  const word = blocked.mark === "no" ? "does not allow it" : "may not allow it";
  const where = verdicts.length > 1 ? `level ${blocked.level + 1}${blocked.level === 0 ? " (the root)" : ""} ${word}` : word;
  return { ...base, verdict: blocked.mark, summary: `${where}: ${allowCount(blocked.members)}`, ...select(blocked.members, facts) };
}

/** The first level that has no policy, where a later one has: it blocks. */
function emptyLevel(levels: ReadonlyMap<number, readonly PolicyVerdict[]>): readonly [number, readonly PolicyVerdict[]][] {
  let level = 0;
  while (levels.has(level)) level++;
  return level < Math.max(...levels.keys()) ? [[level, []]] : [];
}

/** RCPFullAWSAccess is always attached, so these policies only deny (Organizations User Guide, resource control policies). */
function resourceControl(facts: Facts): ExplainedLayer | undefined {
  const base = { layer: "resource-control", title: "resource control" } as const;
  const policies = of(facts, "resource-control");
  const ignored = notBinding(facts, "resource-control");
  if (ignored !== undefined) return { ...base, ...ignored };
  if (policies.length === 0) return undefined;
  const verdict = worst(policies.flatMap(({ statements }) => statements.filter(({ effect }) => effect === "Deny")));
  const summary =
    verdict === "no"
      ? "denies it"
      : verdict === "unknown"
        ? "may deny it"
        : `nothing denied (${counted(policies.length, "policy", "policies")})`;
  return { ...base, verdict, summary, entries: [], others: [] };
}

const worst = (denies: readonly StatementVerdict[]): Mark =>
  denies.some(({ applies }) => applies === true) ? "no" : denies.some(({ applies }) => applies === "unknown") ? "unknown" : "yes";

const LIMITS = { endpoint: "VPC endpoint policy", boundary: "permissions boundary", session: "session policies" } as const;

/** A layer that grants nothing and caps what others grant. */
function limit(layer: keyof typeof LIMITS, facts: Facts): ExplainedLayer | undefined {
  const base = { layer, title: LIMITS[layer] };
  const policies = of(facts, layer);
  const ignored = notBinding(facts, layer);
  if (ignored !== undefined) return { ...base, ...ignored };
  if (policies.length === 0) return undefined;
  const verdict = anyAllows(policies);
  if (verdict === "yes") return { ...base, verdict, summary: allowedBy(policies), entries: listedAll(facts, policies), others: [] };
  if (facts.outcome === "allowed")
    return {
      ...base,
      verdict: "none",
      summary: `${allowCount(policies)}, which does not limit this way of access`,
      entries: [],
      others: [],
    };
  return { ...base, verdict, summary: allowCount(policies), ...select(policies, facts) };
}

function resourcePolicy(facts: Facts): ExplainedLayer | undefined {
  const policies = of(facts, "resource");
  const title =
    policies[0]?.type === "trust"
      ? "trust policy"
      : facts.onKmsKey || policies[0]?.type === "key-policy"
        ? "key policy"
        : "resource policy";
  const base = { layer: "resource", title } as const;
  const ignored = notBinding(facts, "resource");
  if (ignored !== undefined) return { ...base, ...ignored };
  if (policies.length === 0) {
    if (title === "resource policy" && facts.trace.action.startsWith("kms:")) return undefined; // not consulted on `*` and aliases
    return {
      ...base,
      verdict: "none",
      summary: title === "key policy" ? "none given, so nothing allows through it" : "none given",
      entries: [],
      others: [],
    };
  }
  return { ...base, verdict: anyAllows(policies), summary: allowCount(policies), ...select(policies, facts) };
}

function identity(facts: Facts): ExplainedLayer {
  const base = { layer: "identity", title: "identity policies" } as const;
  const policies = of(facts, "identity");
  const ignored = notBinding(facts, "identity");
  if (ignored !== undefined) return { ...base, ...ignored };
  if (policies.length === 0) return { ...base, verdict: "none", summary: "none given", entries: [], others: [] };
  return { ...base, verdict: anyAllows(policies), summary: allowCount(policies), ...select(policies, facts) };
}

function grants(facts: Facts): ExplainedLayer | undefined {
  const { grants: verdicts } = facts.trace;
  const base = { layer: "grant", title: "grants" } as const;
  const ignored = notBinding(facts, "grant");
  if (ignored !== undefined) return { ...base, ...ignored };
  if (verdicts.length === 0 && !facts.onKmsKey) return undefined;
  if (verdicts.length === 0) return { ...base, verdict: "none", summary: "none given", entries: [], others: [] };
  const applying = verdicts.filter(({ applies }) => applies === true).length;
  const verdict = applying > 0 ? "yes" : verdicts.some(({ applies }) => applies === "unknown") ? "unknown" : "no";
  const shown = verdicts.filter((grant) => facts.everything || grant.applies !== false || isNear(grant.failures));
  const listedOnes = facts.everything ? shown : shown.slice(0, MOST_NEAR * 2);
  const rest = verdicts.length - listedOnes.length;
  const summary = `${counted(verdicts.length, "grant")}, ${applying === 1 ? "1 applies" : `${applying} apply`}`;
  return {
    ...base,
    verdict,
    summary,
    entries: listedOnes.map(grantEntry),
    others: rest > 0 ? [`${counted(rest, "grant")} for others or other operations`] : [],
  };
}

function grantEntry({ grant, name, grantee, applies, failures }: GrantVerdict): Entry {
  const who = `grantee ${printable(grantee)}`;
  const says = applies === true ? `allows it, ${who}` : applies === "unknown" ? `may allow it, ${who}` : undefined;
  const words = failures.map((failure) => ({ ...wordFailure(failure, "grant"), ...(failure.at && { at: failure.at }) }));
  return { name: printable(name || grant, 80), mark: markOf(applies), ...(says && { says }), failures: words };
}

/** A layer whose policies were given and do not bind this caller. */
function notBinding({ trace }: Facts, layer: Layer): Pick<ExplainedLayer, "verdict" | "summary" | "entries" | "others"> | undefined {
  const ignored = trace.ignored.filter((one) => one.layer === layer);
  if (ignored.length === 0) return undefined;
  return {
    verdict: "none",
    summary: `not applied: ${ignored.map(({ because }) => printable(because)).join("; ")}`,
    entries: [],
    others: [],
  };
}
