import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Metafile, transformSync } from "esbuild";
import micromatch from "micromatch";
import { describe, expect, test } from "vitest";
import { GLOBALS, type Global, globalsOf, importsOf, loaderOf, packageOf, ROOT, resolveImport, type Source, sourcesOf } from "./sources.ts";

/**
 * The import law (src/README.md): which rooms a room may import besides itself, and which modules of others. Doors, the files directly under src, are
 * rooms of one file. What is not here is forbidden, types too.
 */
type Room = { readonly rooms: readonly string[]; readonly modules: readonly string[] };

const WORDS = ["base", "sets", "iam", "catalog"];
const TO_FLOOR_2 = [...WORDS, "authz", "crypto", "estate", "repair", "explain", "world", "cases", "analysis", "kms"];

// biome-ignore format: a table reads as a table
const LAW: Readonly<Record<string, Room>> = {
  // floor 0: words
  base:        { rooms: [], modules: ["fastest-levenshtein"] },
  sets:        { rooms: ["base"], modules: ["ipaddr.js"] },
  iam:         { rooms: ["base", "sets"], modules: ["zod"] },
  catalog:     { rooms: ["base", "iam"], modules: [] },
  // floor 1: engines
  authz:       { rooms: WORDS, modules: ["ts-pattern"] },
  crypto:      { rooms: ["base"], modules: ["node:crypto", "@noble/*"] },
  // floor 2: what stands on the engines
  estate:      { rooms: [...WORDS, "authz"], modules: [] },
  repair:      { rooms: [...WORDS, "authz"], modules: [] },
  explain:     { rooms: [...WORDS, "authz", "repair"], modules: [] },
  world:       { rooms: [...WORDS, "authz", "estate"], modules: ["zod", "yaml"] },
  cases:       { rooms: [...WORDS, "authz", "estate", "world"], modules: ["zod"] },
  analysis:    { rooms: [...WORDS, "authz", "estate", "repair"], modules: ["ts-pattern"] },
  kms:         { rooms: [...WORDS, "authz", "crypto", "estate"], modules: ["ts-pattern"] },
  // floor 3: jobs
  coverage:    { rooms: [...TO_FLOOR_2, "tester"], modules: ["ts-pattern"] },
  mutation:    { rooms: [...TO_FLOOR_2, "tester"], modules: ["ts-pattern", "diff"] },
  matchers:    { rooms: [...TO_FLOOR_2, "tester", "files", "embedded"], modules: ["ts-pattern", "node:path", "node:process", "micromatch"] },
  tester:      { rooms: TO_FLOOR_2, modules: ["zod", "ts-pattern"] },
  importers:   { rooms: ["base", "iam", "catalog", "estate", "world"], modules: ["zod", "yaml"] },
  replay:      { rooms: ["base", "sets", "iam", "catalog", "authz", "estate", "world"], modules: [] },
  cost:        { rooms: ["base", "iam", "catalog", "estate", "replay"], modules: [] },
  tighten:     { rooms: [...TO_FLOOR_2, "replay"], modules: [] },
  smt:         { rooms: [...WORDS, "estate"], modules: [] },
  report:      { rooms: [...TO_FLOOR_2, "tester", "coverage", "mutation", "replay", "cost", "tighten"], modules: ["eta", "fast-xml-parser", "diff"] },
  files:       { rooms: ["base"], modules: ["node:fs", "node:path"] },
  wire:        { rooms: ["base", "crypto", "kms"], modules: ["node:crypto"] },
  keystores:   { rooms: ["base", "kms", "wire"], modules: ["node:crypto", "node:dns", "node:https", "node:net", "pkcs11js"] },
  stores:      { rooms: ["base", "crypto", "kms"], modules: ["node:fs", "node:fs/promises", "libsql", "kysely", "pg"] },
  embedded:    { rooms: [...TO_FLOOR_2, "files", "keystores", "stores", "wire"], modules: [] },
  // floor 4: faces
  server:      { rooms: [...TO_FLOOR_2, "keystores", "stores", "wire", "embedded"], modules: ["node:fs/promises", "node:http", "node:https", "node:net", "node:stream", "hono", "@hono/node-server", "pino", "prom-client"] },
  cli:         { rooms: [...TO_FLOOR_2, "tester", "coverage", "mutation", "files", "importers", "replay", "cost", "tighten", "report", "smt", "stores", "server", "embedded"], modules: ["node:*", "node:*/**", "yaml", "picocolors", "micromatch", "diff", "@hpcc-js/wasm-graphviz", "@modelcontextprotocol/sdk"] },
  action:      { rooms: ["base", "cli", "report"], modules: ["node:child_process", "node:crypto", "node:fs", "node:os", "node:path", "node:process"] },
  web:         { rooms: [...WORDS, "authz", "estate", "repair", "explain", "world", "cases", "analysis", "report"], modules: ["virtual:published", "preact", "@preact/signals", "@codemirror/*", "@lezer/*", "@dagrejs/dagre", "fflate", "yaml"] },
  // doors
  "index.ts":  { rooms: [...WORDS, "authz", "estate", "explain", "world", "cases", "analysis"], modules: [] },
  "analysis.ts":{ rooms: [...WORDS, "authz", "estate", "repair", "analysis"], modules: [] },
  "kms.ts":    { rooms: [...TO_FLOOR_2, "keystores", "stores", "wire", "embedded"], modules: [] },
  "testing.ts":{ rooms: [...TO_FLOOR_2, "tester", "matchers", "embedded"], modules: [] },
  "vitest.ts": { rooms: ["tester", "matchers", "testing.ts"], modules: ["vitest"] },
  "vitest5.ts":{ rooms: ["tester", "matchers", "testing.ts"], modules: ["vitest"] },
  "jest.ts":   { rooms: ["tester", "matchers", "testing.ts"], modules: ["expect", "@jest/globals"] },
  "server.ts": { rooms: [...TO_FLOOR_2, "keystores", "stores", "wire", "server"], modules: [] },
  "cli.ts":    { rooms: ["cli"], modules: ["node:process"] },
};

/** zod takes as long to load as the rest together: elsewhere it is for types only. */
const ZOD_RUNS_IN = ["iam/request.ts", "cases/**", "world/**", "tester/**", "importers/**"];

/** Who may use what needs no import: nobody else. Time and randomness are arguments below. */
// biome-ignore format: a table reads as a table
const GLOBALS_LAW: Partial<Readonly<Record<Global, readonly string[]>>> = {
  Buffer:        ["crypto", "keystores", "stores", "server", "cli"],
  process:       ["crypto", "stores", "cli"],
  setTimeout:    ["keystores", "stores", "server", "cli", "web"],
  setInterval:   ["cli"],
  performance:   ["server", "cli", "web"],
  fetch:         ["action", "cli", "web"],
  navigator:     ["web"],
  globalThis:    ["matchers", "jest.ts"],
  "Date.now":    ["embedded"],
  "import.meta": ["crypto", "action", "cli.ts"],
};

/** Files whose test is another's; what holds only types needs none. */
const TESTED_BY: Readonly<Record<string, string>> = {
  "cli/playground/browser.ts": "cli/commands/playground.ts",
  "cli/playground/opened.ts": "cli/commands/playground.ts",
  "cli/playground/page-server.ts": "cli/commands/playground.ts",
  "web/work/jobs.ts": "web/work/background.ts",
  "web/work/thread.ts": "web/playground.ts",
  "web/access-table.ts": "web/analysis.ts",
  "web/answer.ts": "web/examples.ts",
  "web/graph/layout.ts": "web/analysis.ts",
  "web/documents.ts": "web/read.ts",
  "web/lights.ts": "web/examples.ts",
  "web/state.ts": "web/link.ts",
  "analysis/by-roles.ts": "analysis/role-steps.ts",
  "analysis/compare-elsewhere.ts": "analysis/compare.ts",
  "analysis/changes-by-roles.ts": "analysis/role-steps.ts",
  "estate/assume-role.ts": "analysis/role-steps.ts",
  "analysis/alike/correspondence.ts": "analysis/alike/census.ts",
  "analysis/alike/holders.ts": "analysis/alike/census.ts",
  "analysis/alike/key-kinds.ts": "analysis/alike/census.ts",
  "analysis/alike/numbers.ts": "analysis/alike/census.ts",
  "analysis/alike/people.ts": "analysis/alike/census.ts",
  "analysis/alike/profile.ts": "analysis/alike/census.ts",
  "analysis/alike/rows.ts": "analysis/alike/census.ts",
  "analysis/alike/statement-text.ts": "analysis/alike/census.ts",
  "tighten/covered.ts": "cli/commands/tighten.ts",
  "tighten/edits.ts": "cli/commands/tighten.ts",
  "tighten/grants.ts": "cli/commands/tighten.ts",
  "tighten/reasons.ts": "cli/commands/tighten.ts",
  "tighten/tighten.ts": "cli/commands/tighten.ts",
  "report/replay/tighten.ts": "cli/commands/tighten.ts",
  "replay/unused.ts": "cli/commands/unused.ts",
  "estate/allow-all.ts": "laws/replay.ts",
  "replay/action-patterns.ts": "cli/commands/unused.ts",
  "report/replay/unused.ts": "cli/commands/unused.ts",
  "report/review/data.ts": "cli/commands/diff.ts",
  "report/data/repairs.ts": "cli/commands/repair.ts",
  "report/review/alarms.ts": "cli/commands/detect.ts",
  "replay/alarms/alarm.ts": "replay/alarms/rows.ts",
  "replay/alarms/bounded.ts": "replay/alarms/rows.ts",
  "replay/alarms/watch.ts": "replay/alarms/rows.ts",
  "cli/events/follow.ts": "cli/commands/events.ts",
  "cost/request-class.ts": "cost/request-cost.ts",
  "cost/usage.ts": "cli/commands/cost.ts",
  "report/cost/bill.ts": "cli/commands/cost.ts",
  "report/cost/svg.ts": "cli/commands/cost.ts",
  "report/cost/text.ts": "cli/commands/cost.ts",
  "cli/events/read.ts": "cli/commands/events.ts",
  "replay/log-line.ts": "cli/commands/events.ts",
  "report/events/summary.ts": "cli/commands/events.ts",
  "report/events/text.ts": "cli/commands/events.ts",
  "cli/events/inputs.ts": "cli/commands/replay.ts",
  "cli/events/parts.ts": "cli/commands/replay.ts",
  "report/replay/test-file.ts": "cli/commands/replay.ts",
  "report/replay/text.ts": "cli/commands/replay.ts",
  "replay/caller.ts": "replay/recorded-call.ts",
  "replay/denial-text.ts": "replay/recorded-call.ts",
  "replay/forwarder.ts": "replay/recorded-call.ts",
  "replay/member.ts": "replay/recorded-call.ts",
  "replay/record.ts": "replay/recorded-call.ts",
  "replay/targets.ts": "replay/recorded-call.ts",
  "replay/told-by-request.ts": "replay/recorded-call.ts",
  "replay/alike.ts": "laws/replay.ts",
  "replay/sql/calls.ts": "replay/sql/duckdb.ts",
  "replay/sql/code.ts": "replay/sql/duckdb.ts",
  "replay/sql/dialect.ts": "replay/sql/duckdb.ts",
  "replay/sql/query.ts": "replay/sql/duckdb.ts",
  "replay/sql/source.ts": "replay/sql/duckdb.ts",
  "cli/events/grouping.ts": "replay/sql/duckdb.ts",
  "replay/classes.ts": "laws/replay.ts",
  "replay/coverage.ts": "laws/replay.ts",
  "replay/judge.ts": "laws/replay.ts",
  "replay/codes.ts": "replay/raw-shapes.ts",
  "replay/written-time.ts": "replay/raw-shapes.ts",
  "replay/window.ts": "replay/over-time.ts",
  "cli/events/window.ts": "cli/commands/events.ts",
  "replay/reads.ts": "laws/replay.ts",
  "replay/replay.ts": "laws/replay.ts",
  "replay/seen.ts": "laws/replay.ts",
  "replay/shapes.ts": "laws/replay.ts",
  "replay/tally.ts": "laws/replay.ts",
  "replay/world-side.ts": "laws/replay.ts",
  "server/own/ready.ts": "server/own/app.ts",
  "cli/serve/workers.ts": "server/workers.ts",
  "server/peers.ts": "server/workers.ts",
  "server/call-feed.ts": "server/own/calls.ts",
  "server/own-name.ts": "server/own/calls.ts",
  "kms/call-log.ts": "embedded/explain-call.ts",
  "cli/calibrate/anonymize.ts": "cli/commands/calibrate.ts",
  "cli/calibrate/answers.ts": "cli/commands/calibrate.ts",
  "cli/calibrate/ask.ts": "cli/commands/calibrate.ts",
  "cli/calibrate/calls.ts": "cli/commands/calibrate.ts",
  "cli/calibrate/compare.ts": "cli/commands/calibrate.ts",
  "cli/calibrate/made-up-names.ts": "cli/commands/calibrate.ts",
  "cli/calibrate/plan.ts": "cli/commands/calibrate.ts",
  "cli/calibrate/report.ts": "cli/commands/calibrate.ts",
  "cli/calibrate/script.ts": "cli/commands/calibrate.ts",
  "cli/repair/denial.ts": "cli/commands/repair.ts",
  "cli/repair/stand-ins.ts": "cli/commands/repair.ts",
  "smt/callers.ts": "smt/question.ts",
  "smt/conditions.ts": "smt/question.ts",
  "smt/decision.ts": "smt/question.ts",
  "smt/fact.ts": "smt/question.ts",
  "smt/invariant.ts": "smt/question.ts",
  "smt/not-encodable.ts": "smt/question.ts",
  "smt/patterns.ts": "smt/question.ts",
  "smt/reads.ts": "smt/question.ts",
  "smt/request.ts": "smt/question.ts",
  "smt/statements.ts": "smt/question.ts",
  "smt/term.ts": "smt/question.ts",
  "smt/values.ts": "smt/question.ts",
  "cli/analysis/smtlib.ts": "cli/commands/diff.ts",
  "cli/analysis/named.ts": "cli/commands/who-can.ts",
  "cli/analysis/options.ts": "cli/commands/who-can.ts",
  "cli/analysis/worlds.ts": "cli/commands/diff.ts",
  "cli/analysis/home.ts": "cli/commands/check.ts",
  "cli/analysis/baseline.ts": "cli/commands/check.ts",
  "cli/analysis/needs.ts": "cli/commands/check.ts",
  "cli/analysis/rules.ts": "cli/commands/check.ts",
  "cli/analysis/trust.ts": "cli/commands/check.ts",
  "cli/analysis/waivers.ts": "cli/commands/check.ts",
  "embedded/today.ts": "cli/commands/check.ts",
  "report/analysis/findings.ts": "cli/commands/check.ts",
  "report/analysis/access.ts": "cli/commands/who-can.ts",
  "report/analysis/changes.ts": "cli/commands/diff.ts",
  "report/analysis/proofs.ts": "cli/commands/prove.ts",
  "report/analysis/words.ts": "cli/commands/diff.ts",
  "estate/doubts.ts": "estate/uncertain.ts",
  "estate/knowledge.ts": "estate/uncertain.ts",
  "estate/open-names.ts": "estate/uncertain.ts",
  "analysis/other-accounts.ts": "estate/uncertain.ts",
  "world/account-values.ts": "estate/uncertain.ts",
  "catalog/data/pages.ts": "catalog/data/kinds.ts",
  "catalog/data/across-accounts.ts": "authz/rules.ts",
  "catalog/data/rcp-services.ts": "decision-files.ts",
  "analysis/data/compare.ts": "analysis/data/readers.ts",
  "analysis/findings/forwarded.ts": "analysis/findings/table.ts",
  "analysis/findings/data/data.ts": "analysis/findings/table.ts",
  "analysis/findings/data/left-out.ts": "analysis/findings/table.ts",
  "analysis/findings/data/readers.ts": "analysis/findings/table.ts",
  "analysis/findings/data/sharing.ts": "analysis/findings/table.ts",
  "analysis/data/control.ts": "analysis/data/proof.ts",
  "analysis/data/region.ts": "analysis/data/proof.ts",
  "analysis/data/matters.ts": "analysis/data/readers.ts",
  "analysis/data/objects.ts": "analysis/data/readers.ts",
  "cli/analysis/data.ts": "cli/commands/who-can.ts",
  "report/data/access.ts": "cli/commands/who-can.ts",
  "catalog/data/flows.ts": "estate/data/authorize.ts",
  "estate/data/bucket-limits.ts": "estate/data/authorize.ts",
  "estate/data/calls.ts": "estate/data/authorize.ts",
  "estate/data/not-modelled.ts": "estate/data/authorize.ts",
  "estate/data/question.ts": "estate/data/authorize.ts",
  "estate/data/reading.ts": "estate/data/authorize.ts",
  "estate/data/resource-context.ts": "estate/data/authorize.ts",
  "estate/data/resource-policy.ts": "estate/data/authorize.ts",
  "report/data/answer.ts": "cli/commands/eval.ts",
  "cli/data-flags.ts": "cli/commands/eval.ts",
  "world/key-doubts.ts": "estate/uncertain.ts",
  "world/knowledge.ts": "estate/uncertain.ts",
  "world/leaf-policy.ts": "estate/uncertain.ts",
  "world/leaves.ts": "estate/uncertain.ts",
  "analysis/taken-for-granted.ts": "analysis/not-known.ts",
  "analysis/apart.ts": "mutation/witness/proof.ts",
  "analysis/answer-world.ts": "analysis/repair.ts",
  "analysis/repaired-world.ts": "analysis/repair.ts",
  "repair/allow.ts": "repair/search.ts",
  "repair/amend.ts": "repair/search.ts",
  "repair/asker.ts": "repair/search.ts",
  "repair/deny.ts": "repair/search.ts",
  "repair/document.ts": "repair/search.ts",
  "repair/order.ts": "repair/search.ts",
  "repair/state.ts": "repair/search.ts",
  "report/analysis/repairs.ts": "cli/commands/repair.ts",
  "analysis/actions.ts": "analysis/access.ts",
  "analysis/answers.ts": "analysis/access.ts",
  "analysis/choice.ts": "analysis/access.ts",
  "analysis/conditions.ts": "analysis/access.ts",
  "analysis/domains.ts": "laws/analysis-agrees-with-evaluator.ts",
  "analysis/fingerprint.ts": "analysis/compare.ts",
  "analysis/formula.ts": "laws/analysis-agrees-with-evaluator.ts",
  "analysis/grouping.ts": "analysis/access.ts",
  "analysis/languages.ts": "laws/analysis-agrees-with-evaluator.ts",
  "analysis/negative-control.ts": "analysis/prove.ts",
  "analysis/own-policies.ts": "analysis/access.ts",
  "analysis/principals.ts": "analysis/access.ts",
  "analysis/proof-search.ts": "analysis/prove.ts",
  "analysis/readings.ts": "laws/analysis-agrees-with-evaluator.ts",
  "analysis/invariant-reader.ts": "analysis/prove.ts",
  "analysis/meant.ts": "analysis/prove.ts",
  "analysis/region.ts": "analysis/prove.ts",
  "analysis/representatives.ts": "laws/analysis-agrees-with-evaluator.ts",
  "analysis/requests.ts": "analysis/prove.ts",
  "analysis/scene.ts": "laws/analysis-agrees-with-evaluator.ts",
  "analysis/side.ts": "laws/analysis-agrees-with-evaluator.ts",
  "analysis/signature.ts": "analysis/compare.ts",
  "analysis/survey.ts": "analysis/access.ts",
  "analysis/findings/evidence.ts": "analysis/findings/outsiders.ts",
  "analysis/findings/finding.ts": "analysis/findings/check.ts",
  "analysis/findings/groups.ts": "analysis/findings/outsiders.ts",
  "analysis/findings/narrowing.ts": "analysis/findings/outsiders.ts",
  "analysis/findings/rules.ts": "analysis/findings/check.ts",
  "analysis/findings/attestation.ts": "analysis/findings/table.ts",
  "analysis/findings/contexts.ts": "analysis/findings/table.ts",
  "analysis/findings/delegation.ts": "analysis/findings/table.ts",
  "analysis/findings/exceptions.ts": "analysis/findings/table.ts",
  "analysis/findings/grants.ts": "analysis/findings/table.ts",
  "analysis/findings/key-life.ts": "analysis/findings/table.ts",
  "analysis/findings/movable.ts": "analysis/findings/table.ts",
  "analysis/findings/names.ts": "analysis/findings/table.ts",
  "analysis/findings/needs.ts": "analysis/findings/table.ts",
  "analysis/findings/reach.ts": "analysis/findings/table.ts",
  "analysis/findings/replicas.ts": "analysis/findings/table.ts",
  "analysis/findings/roles.ts": "analysis/findings/table.ts",
  "analysis/findings/statement-actions.ts": "analysis/findings/table.ts",
  "analysis/findings/selection.ts": "analysis/findings/waivers.ts",
  "catalog/service-sources.ts": "analysis/findings/services.ts",
  "analysis/findings/shares.ts": "analysis/findings/outsiders.ts",
  "analysis/findings/zone.ts": "analysis/findings/outsiders.ts",
  "analysis/well-formed.ts": "laws/analysis-agrees-with-evaluator.ts",
  "analysis/who.ts": "analysis/access.ts",
  "analysis/witness.ts": "laws/analysis-agrees-with-evaluator.ts",
  "embedded/start-kms.ts": "tester/round-trip.ts",
  "wire/auth-fault.ts": "wire/verify-signature.ts",
  "wire/canonical-request.ts": "wire/verify-signature.ts",
  "server/aws-json.ts": "server/start-server.ts",
  "server/body.ts": "server/listener.ts",
  "server/exchange.ts": "server/listener.ts",
  "server/site.ts": "server/start-server.ts",
  "server/standing.ts": "server/start-server.ts",
  "server/front.ts": "server/start-server.ts",
  "server/identity.ts": "server/start-server.ts",
  "server/sts/assume-role.ts": "server/sts/answer-sts.ts",
  "server/sts/grant-session.ts": "server/sts/answer-sts.ts",
  "server/sts/identity-actions.ts": "server/sts/answer-sts.ts",
  "server/sts/mfa.ts": "server/sts/answer-sts.ts",
  "server/sts/parameters.ts": "server/sts/answer-sts.ts",
  "server/sts/permission.ts": "server/sts/answer-sts.ts",
  "server/sts/reply.ts": "server/sts/answer-sts.ts",
  "server/sts/request.ts": "server/sts/answer-sts.ts",
  "server/sts/session-actions.ts": "server/sts/answer-sts.ts",
  "server/sts/session-policies.ts": "server/sts/answer-sts.ts",
  "server/sts/session-tags.ts": "server/sts/answer-sts.ts",
  "server/trail/answer-trail.ts": "server/trail/lookup-events.ts",
  "server/trail/events.ts": "server/trail/lookup-events.ts",
  "server/trail/lookup-entry.ts": "server/trail/lookup-events.ts",
  "server/page-token.ts": "server/trail/lookup-events.ts",
  "kms/lenient.ts": "server/enforcement.ts",
  "server/decision-log.ts": "server/own/app.ts",
  "server/live-world.ts": "server/own/app.ts",
  "server/metrics.ts": "server/call-tally.ts",
  "server/own/up-to-date.ts": "server/own/app.ts",
  "server/request-log.ts": "server/enforcement.ts",
  "server/proxy/shadow.ts": "server/proxy/proxy.ts",
  "server/proxy/upstream.ts": "server/proxy/proxy.ts",
  "server/own/authorize.ts": "server/own/app.ts",
  "server/own/clock.ts": "server/own/app.ts",
  "server/own/entities.ts": "server/own/authzen.ts",
  "server/own/paths.ts": "server/own/app.ts",
  "server/own/question.ts": "server/own/app.ts",
  "server/own/reply.ts": "server/own/app.ts",
  "server/own/search-candidates.ts": "server/own/authzen.ts",
  "server/own/why.ts": "server/own/app.ts",
  "server/own/world.ts": "server/own/app.ts",
  "server/own/world-document.ts": "server/own/app.ts",
  "embedded/system-ports.ts": "kms/start.ts",
  "cli/imports.ts": "cli/commands/import.ts",
  "cli/import-options.ts": "cli/commands/import.ts",
  "cli/foreign-worlds.ts": "cli/commands/import.ts",
  "importers/draft.ts": "importers/sides.ts",
  "analysis/findings/imports.ts": "analysis/findings/table.ts",
  "cli/analysis/cases.ts": "cli/commands/diff.ts",
  "importers/managed-policy-table.ts": "importers/managed-policies.ts",
  "importers/origins.ts": "importers/import-texts.ts",
  "estate/absent.ts": "analysis/not-known.ts",
  "importers/lambda-permission.ts": "importers/terraform/data.ts",
  "importers/terraform/address.ts": "importers/terraform/references.ts",
  "importers/terraform/attributes.ts": "importers/terraform/terraform.ts",
  "importers/terraform/configuration.ts": "importers/terraform/references.ts",
  "importers/terraform/data-types.ts": "importers/terraform/data.ts",
  "importers/terraform/endpoints.ts": "importers/terraform/terraform.ts",
  "importers/terraform/homes.ts": "importers/terraform/terraform.ts",
  "importers/terraform/iam.ts": "importers/terraform/terraform.ts",
  "importers/terraform/instance.ts": "importers/terraform/terraform.ts",
  "importers/terraform/keys.ts": "importers/terraform/terraform.ts",
  "importers/terraform/members.ts": "importers/terraform/terraform.ts",
  "importers/terraform/organizations.ts": "importers/terraform/terraform.ts",
  "importers/terraform/plan.ts": "importers/terraform/terraform.ts",
  "importers/terraform/policies.ts": "importers/terraform/terraform.ts",
  "importers/terraform/policy-json.ts": "importers/terraform/terraform.ts",
  "importers/terraform/rows.ts": "importers/terraform/terraform.ts",
  "importers/terraform/writer.ts": "importers/terraform/terraform.ts",
  "importers/draft-organization.ts": "importers/sides.ts",
  "importers/foreign-document.ts": "importers/recognise.ts",
  "importers/importers.ts": "importers/import-texts.ts",
  "importers/leaf.ts": "importers/sides.ts",
  "importers/names.ts": "importers/sides.ts",
  "importers/reserved-roles.ts": "importers/terraform/permission-sets.ts",
  "estate/retained.ts": "analysis/notices.ts",
  "estate/deny-only.ts": "world/organization.ts",
  "estate/invalid-world.ts": "kms/callers.ts",
  "crypto/noble.ts": "crypto/ecdsa.ts",
  "kms/member.ts": "kms/input.ts",
  "kms/member-faults.ts": "kms/member-reader.ts",
  "matchers/ward-suite.ts": "matchers/suite.ts",
  "world/named-by-aws.ts": "world/policies.ts",
  "world/load-world.ts": "embedded/load-world.ts",
  "explain/closest-edits.ts": "explain/closest.ts",
  "authz/circumstance.ts": "authz/untold.ts",
  "authz/request-context.ts": "authz/request-reader.ts",
  "authz/request-faults.ts": "authz/request-reader.ts",
  "authz/members-of-requests.ts": "authz/request-reader.ts",
  "base/usage.ts": "base/members.ts",
  "estate/question-members.ts": "estate/question.ts",
  "authz/text-pairs.ts": "authz/request-reader.ts",
  "authz/request-plans.ts": "authz/request-reader.ts",
  "authz/sorts.ts": "authz/request-reader.ts",
  "explain/answer.ts": "explain/explain.ts",
  "explain/entries.ts": "explain/explain.ts",
  "explain/layers.ts": "explain/explain.ts",
  "explain/route.ts": "explain/explain.ts",
  "explain/text.ts": "explain/explain.ts",
  "iam/reserved-roles.ts": "authz/untold.ts",
  "explain/wording.ts": "explain/explain.ts",
  "base/json-reader.ts": "base/json-source.ts",
  "base/result.ts": "iam/variables.ts",
  "base/time.ts": "kms/rotate.ts",
  "catalog/rules.ts": "rules.ts",
  "catalog/rules/context.ts": "rules.ts",
  "catalog/rules/evaluation.ts": "rules.ts",
  "catalog/rules/kms.ts": "rules.ts",
  "catalog/rules/language.ts": "rules.ts",
  "catalog/rules/operators.ts": "rules.ts",
  "catalog/rules/pages.ts": "rules.ts",
  "catalog/rules/rule.ts": "rules.ts",
  "cli/demo-scenes.ts": "cli/commands/demo.ts",
  "cli/envelope.ts": "cli/commands/demo.ts",
  "cli/init/circumstances.ts": "cli/commands/init.ts",
  "cli/init/covers.ts": "cli/init/origin.ts",
  "cli/init/files.ts": "cli/commands/init.ts",
  "cli/init/names.ts": "cli/init/world.ts",
  "cli/init/principals.ts": "cli/init/world.ts",
  "cli/init/questions.ts": "cli/commands/init.ts",
  "cli/init/report.ts": "cli/commands/init.ts",
  "cli/mutate-reporters.ts": "cli/commands/mutate.ts",
  "cli/rule-help.ts": "cli/commands/help.ts",
  "cli/test/coverage.ts": "cli/commands/test.ts",
  "cli/test/list.ts": "cli/commands/test.ts",
  "cli/test/merge.ts": "cli/commands/test.ts",
  "cli/test/plan.ts": "cli/commands/test.ts",
  "cli/test/reporters.ts": "cli/commands/test.ts",
  "cli/test/run.ts": "cli/commands/test.ts",
  "cli/test/settings.ts": "cli/commands/test.ts",
  "cli/test/selection.ts": "files/test-files.ts",
  "cli/test/sources.ts": "cli/commands/test.ts",
  "cli/test/update-edit.ts": "cli/test/update.ts",
  "cli/test/update-run.ts": "cli/commands/test.ts",
  "iam/parse/report.ts": "iam/parse/parse.ts",
  "iam/parse/strings.ts": "iam/parse/statement.ts",
  "iam/policy-rules.ts": "iam/parse/statement.ts",
  "iam/request.ts": "laws/schemas.ts",
  "sets/text-automaton.ts": "sets/text-classes.ts",
  "sets/text-places.ts": "sets/text-classes.ts",
  "keystores/pkcs11-module.ts": "keystores/pkcs11-hsm.ts",
  "stores/collections.ts": "stores/contract.ts",
  "stores/file-reads.ts": "stores/contract.ts",
  "stores/file-state.ts": "stores/contract.ts",
  "stores/kept-changes.ts": "stores/contract.ts",
  "stores/libsql-file.ts": "stores/file-store.ts",
  "stores/migrations.ts": "stores/file-store.ts",
  "stores/packages.ts": "stores/open-store.ts",
  "stores/missing-package.ts": "stores/open-store.ts",
  "stores/postgres-database.ts": "stores/postgres-store.ts",
  "stores/recent-uses.ts": "stores/contract.ts",
  "stores/store-error.ts": "stores/open-store.ts",
  "stores/store-keys.ts": "stores/file-store.ts",
  "stores/store-row.ts": "stores/file-store.ts",
  "stores/stored-names.ts": "stores/contract.ts",
  "stores/writes.ts": "stores/contract.ts",
  "kms/background.ts": "kms/operations/custom-key-stores.ts",
  "kms/collection.ts": "stores/contract.ts",
  "kms/key-stores/hsm-faults.ts": "kms/operations/custom-key-stores.ts",
  "kms/key-stores/hsm-rules.ts": "kms/operations/custom-key-stores.ts",
  "kms/key-stores/connection.ts": "kms/operations/custom-key-stores.ts",
  "kms/key-stores/keys.ts": "kms/operations/custom-key-stores.ts",
  "kms/key-stores/rules.ts": "kms/operations/custom-key-stores.ts",
  "kms/key-stores/xks-faults.ts": "kms/operations/custom-key-stores.ts",
  "kms/key-stores/xks-proxy.ts": "kms/key-stores/sealing.ts",
  "matchers/all-requests.ts": "matchers/matchers.ts",
  "matchers/matcher-input.ts": "matchers/matchers.ts",
  "report/coverage/html-style.ts": "report/coverage/html.ts",
  "report/coverage/html-templates.ts": "report/coverage/html.ts",
  "report/annotations.ts": "report/tests/github.ts",
  "report/lint/github.ts": "report/lint/text.ts",
  "report/lint/json.ts": "report/lint/text.ts",
  "report/lint/junit.ts": "report/lint/text.ts",
  "report/lint/report.ts": "report/lint/text.ts",
  "action/comment.ts": "action/action.ts",
  "cli/mcp/server.ts": "cli/commands/mcp.ts",
  "cli/mcp/tools.ts": "cli/commands/mcp.ts",
  "action/inputs.ts": "action/action.ts",
  "action/main.ts": "action/action.ts",
  "action/questions.ts": "action/action.ts",
  "report/lint/tap.ts": "report/lint/text.ts",
  "report/markdown.ts": "report/formats/markdown.ts",
  "report/formats/graphs.ts": "report/graph/graph.ts",
  "report/formats/ndjson.ts": "cli/formats/write.ts",
  "report/graph/dot.ts": "report/graph/graph.ts",
  "report/graph/mermaid.ts": "report/graph/graph.ts",
  "report/page/script.ts": "report/formats/html.ts",
  "report/page/style.ts": "report/formats/html.ts",
  "report/page/template.ts": "report/formats/html.ts",
  "report/review/access.ts": "cli/formats/write.ts",
  "report/review/changes.ts": "report/formats/sarif.ts",
  "report/review/findings.ts": "report/formats/junit.ts",
  "report/review/lint.ts": "cli/formats/write.ts",
  "report/review/proofs.ts": "cli/formats/write.ts",
  "report/review/review.ts": "report/formats/sarif.ts",
  "report/review/shown.ts": "cli/formats/write.ts",
  "report/review/tests.ts": "cli/formats/write.ts",
  "cli/formats/graphviz.ts": "cli/formats/write.ts",
  "report/tests/closing.ts": "report/tests/pretty.ts",
  "cli/init/tests.ts": "cli/commands/init.ts",
  "cli/lint-reporters.ts": "cli/commands/lint.ts",
  "cli/policies/foreign.ts": "cli/policies/document.ts",
  "cli/policies/lint.ts": "cli/commands/lint.ts",
  "cli/policies/members.ts": "cli/policies/document.ts",
  "cli/policies/walk.ts": "cli/commands/init.ts",
  "tester/invariant.ts": "tester/run.ts",
  "tester/report-document.ts": "report/tests/merge.ts",
  "cases/case.ts": "laws/schemas.ts",
  "world/document-reader.ts": "world/reader.ts",
  "world/policy-text.ts": "authz/lint.ts",
  "importers/cloudformation/attributes.ts": "importers/cloudformation/cloudformation.ts",
  "importers/cloudformation/change-set.ts": "importers/cloudformation/cloudformation.ts",
  "importers/cloudformation/conditions.ts": "importers/cloudformation/cloudformation.ts",
  "importers/cloudformation/dynamic-references.ts": "importers/cloudformation/cloudformation.ts",
  "importers/cloudformation/for-each.ts": "importers/cloudformation/cloudformation.ts",
  "importers/cloudformation/holes.ts": "importers/cloudformation/cloudformation.ts",
  "importers/cloudformation/policy-value.ts": "importers/cloudformation/cloudformation.ts",
  "importers/cloudformation/serverless.ts": "importers/cloudformation/cloudformation.ts",
  "importers/cloudformation/stack.ts": "importers/cloudformation/cloudformation.ts",
  "importers/cloudformation/template.ts": "importers/cloudformation/cloudformation.ts",
  "importers/cloudformation/write-stack.ts": "importers/cloudformation/cloudformation.ts",
  "importers/cloudformation/assembly.ts": "importers/cloudformation/cloudformation.ts",
  "importers/cloudformation/sub-text.ts": "importers/cloudformation/functions.ts",
  "importers/cloudformation/permission-set.ts": "importers/cloudformation/cloudformation.ts",
  "importers/cloudformation/value.ts": "importers/cloudformation/functions.ts",
  "importers/cloudformation/function-names.ts": "importers/cloudformation/template-text.ts",
  "importers/dumps/answer.ts": "importers/dumps/dumps.ts",
  "importers/dumps/config-items.ts": "importers/dumps/dumps.ts",
  "importers/dumps/keys.ts": "importers/dumps/dumps.ts",
  "importers/dumps/organization.ts": "importers/dumps/dumps.ts",
  "importers/dumps/principals.ts": "importers/dumps/dumps.ts",
  "importers/dumps/subject.ts": "importers/dumps/dumps.ts",
  "importers/stored-policy.ts": "importers/dumps/dumps.ts",
};
/** Doors: test/api.test.ts holds what they export. What people see of the pages: test/web/playground.test.ts and console.test.ts drive them in a browser. */
const NEEDS_NO_TEST = ["*.ts", "web/**/*.tsx", "web/editor/*.ts", "web/model.ts", "web/console/model.ts"];

/** A list reads well at any length. */
const TABLES = ["catalog/**", "base/codes.ts"];
const LINES_TO_TALK_ABOUT = 400;

const SRC = sourcesOf("src");
const roomOf = (path: string): string => path.split("/", 1)[0] ?? "";

const README = readFileSync(join(ROOT, "src/README.md"), "utf8");

/** A row of the map's table of rooms. */
type MapRow = Room & { readonly floor: string; readonly room: string; readonly isPlanned: boolean };

const MAP: readonly MapRow[] = [...README.matchAll(/^\| (\d[ab]?)\b[^|]*\| `(\w+)`([^|]*)\|[^|]*\|([^|]*)\|([^|]*)\|$/gm)].map(
  ([, floor = "", room = "", note = "", rooms = "", modules = ""]) => ({
    floor,
    room,
    isPlanned: note.includes("planned"),
    rooms: namesIn(rooms),
    modules: namesIn(modules),
  }),
);

/** What a cell of the map lists, in order; "floor 0" and the like stand for their rooms, and what is in brackets is a note. */
function namesIn(cell: string): readonly string[] {
  const words = cell.replace(/\([^)]*\)/g, "").split(",").map((word) => word.trim().replace(/^the door /, "").replaceAll("`", "")); // biome-ignore format: a chain of small steps
  const floors: Readonly<Record<string, readonly string[]>> = { "–": [], "floor 0": WORDS, "floors 0-2": TO_FLOOR_2 };
  return words.flatMap((word) => floors[word] ?? [word]).sort();
}

/** What a file imports against the law, in words. */
function offences(source: Source): readonly string[] {
  const room = LAW[roomOf(source.path)];
  if (!room) return ["is in a room the law does not name"];
  return importsOf(source).flatMap(({ from, typeOnly }) => {
    const path = resolveImport(source.path, from);
    if (path !== undefined) return roomOf(path) === roomOf(source.path) || room.rooms.includes(roomOf(path)) ? [] : [`imports ${path}`];
    if (!micromatch.isMatch(packageOf(from), [...room.modules])) return [`imports ${from}`];
    return from === "zod" && !typeOnly && !micromatch.isMatch(source.path, ZOD_RUNS_IN) ? ["imports zod not only for types"] : [];
  });
}

describe("the import law", () => {
  test("every file keeps it", () => {
    expect(SRC.flatMap((source) => offences(source).map((offence) => `${source.path} ${offence}`))).toEqual([]);
  });

  test("nobody uses what needs no import, but for those who may", () => {
    const used = SRC.flatMap((source) => globalsOf(source).map((name) => ({ name, path: source.path })));
    expect(
      used.filter(({ name, path }) => !GLOBALS_LAW[name]?.includes(roomOf(path))).map(({ name, path }) => `${path} uses ${name}`),
    ).toEqual([]);
    const unused = Object.entries(GLOBALS_LAW).flatMap(([global, rooms]) =>
      rooms
        .filter((room) => !used.some(({ name, path }) => name === global && roomOf(path) === room))
        .map((room) => `${room} does not use ${global}`),
    );
    expect(unused).toEqual([]);
  });

  // biome-ignore format: a table reads as a table
  test.each<[string, string, readonly Global[]]>([
    ["each of them", `f(${GLOBALS.join(", ")})`, GLOBALS],
    ["a member", 'const home = process.env["HOME"];', ["process"]],
    ["a question whether it is there", 'export const isNode = typeof process !== "undefined";', ["process"]],
    ["the time", "const a = [new Date(), Date(), new Date];", ["new Date()"]],
    ["no time that is given", "const a = [new Date(0), Date.parse(text)];", []],
    ["nothing that is imported", 'import { process, setTimeout } from "x";\nprocess(setTimeout);', []],
    ["nothing of the file's own, and no member of that name", "const f = (crypto: string) => crypto + a.process + ({ fetch: 1 }).fetch;", []],
    ["no text, comment or type", '/* process */ const text = "fetch"; let a: Buffer;', []],
  ])("globals: sees %s", (_, text, expected) => {
    expect(globalsOf({ path: "x.ts", text })).toEqual(expected);
  });

  test("no room imports a door", () => {
    const rooms = Object.entries(LAW).filter(([name]) => !name.endsWith(".ts"));
    expect(rooms.flatMap(([, { rooms: imported }]) => imported.filter((name) => name.endsWith(".ts")))).toEqual([]);
  });

  test("no room below the top floors knows node, but for the cryptography", () => {
    const rooms = [...WORDS, "authz", "estate", "explain", "world", "cases", "analysis", "kms", "tester", "importers", "replay", "report"];
    expect(rooms.flatMap((room) => LAW[room]?.modules.filter((name) => name.startsWith("node:")))).toEqual([]);
    expect(LAW.crypto?.modules).toContain("node:crypto");
  });

  test("imports only go down", () => {
    const floorOf = new Map(MAP.map(({ room, floor }) => [room, floor]));
    const isUp = (from: string, to: string) => (floorOf.get(to) ?? "0") > (floorOf.get(from) ?? "");
    expect(MAP.flatMap(({ room, rooms }) => rooms.filter((other) => isUp(room, other)).map((other) => `${room} to ${other}`))).toEqual([]);
  });

  test("the map of the sources says the same", () => {
    const law = Object.entries(LAW).filter(([room]) => !room.endsWith(".ts"));
    expect(MAP.map(({ room, rooms, modules }) => [room, rooms, modules]).sort()).toEqual(
      law.map(([room, { rooms, modules }]) => [room, [...rooms].sort(), [...modules].sort()]).sort(),
    );
    const there = new Set(SRC.map(({ path }) => roomOf(path)));
    expect(MAP.filter(({ room, isPlanned }) => isPlanned === there.has(room)).map(({ room }) => room)).toEqual([]);
    const doors = README.slice(README.indexOf("**Doors**"), README.indexOf("## The import law"));
    expect([...there].filter((room) => room.endsWith(".ts") && !doors.includes(`\`${room}\``))).toEqual([]);
  });

  test("and of globals, too", () => {
    const rows = [...README.matchAll(/^ *\| `([^|]*)` \| ([^|]*) \|$/gm)].filter(([, name = ""]) => Object.hasOwn(GLOBALS_LAW, name));
    const law = Object.entries(GLOBALS_LAW).map(([name, rooms]) => [name, [...rooms].sort()]);
    expect(rows.map(([, name, rooms = ""]) => [name, namesIn(rooms)])).toEqual(law);
  });

  test("the oracle takes nothing but types from the sources", () => {
    const oracle = existsSync(join(ROOT, "test/oracle")) ? sourcesOf("test/oracle").filter(({ path }) => !path.endsWith(".test.ts")) : [];
    const taken = oracle.flatMap((source) =>
      importsOf(source)
        .filter(({ from, typeOnly }) => from.includes("/src/") && !typeOnly)
        .map(({ from }) => `${source.path} imports ${from}`),
    );
    expect(taken).toEqual([]);
  });

  // biome-ignore format: a table reads as a table
  test.each([
    ["a room on a higher floor", "iam/x.ts", 'import { decide } from "../authz/decide.ts";', ["imports authz/decide.ts"]],
    ["its type", "iam/x.ts", 'import type { Answer } from "../authz/decision.ts";', ["imports authz/decision.ts"]],
    ["a re-export", "base/x.ts", 'export * from "../iam/arn.ts";', ["imports iam/arn.ts"]],
    ["an import over several lines", "base/x.ts", 'import {\n  parseArn,\n  type Arn,\n} from "../iam/arn.ts";', ["imports iam/arn.ts"]],
    ["an import for its effect", "base/x.ts", 'import "../iam/arn.ts";', ["imports iam/arn.ts"]],
    ["a dynamic import", "base/x.ts", 'const arn = await import("../iam/arn.ts");', ["imports iam/arn.ts"]],
    ["an import inside a type", "base/x.ts", 'type Arn = import("../iam/arn.ts").Arn;', ["imports iam/arn.ts"]],
    ["a node module", "authz/x.ts", 'import { readFileSync } from "node:fs";', ["imports node:fs"]],
    ["a package of another room", "authz/x.ts", 'import { parse } from "yaml";', ["imports yaml"]],
    ["zod, running", "iam/x.ts", 'import { z } from "zod";', ["imports zod not only for types"]],
    ["a file of no room", "utils/x.ts", "", ["is in a room the law does not name"]],
    ["a door of a room", "iam/x.ts", 'import { decide } from "../index.ts";', ["imports index.ts"]],
    ["nothing against the law", "authz/x.ts", 'import type { z } from "./zod.ts";\nimport { parseArn } from "../iam/arn.ts";\nimport { match } from "ts-pattern";', []],
    ["a part of a package", "crypto/x.ts", 'import { p256 } from "@noble/curves/nist.js";\nimport { createHmac } from "node:crypto";', []],
  ])("sees %s", (_, path, text, expected) => {
    expect(offences({ path, text })).toEqual(expected);
  });
});

describe("what a door loads", () => {
  /** What the output of an entry imports from elsewhere before it runs a line: in its own file and in the chunks that it needs at once. */
  async function loadedBy(door: string): Promise<readonly string[]> {
    const options = {
      bundle: true,
      splitting: true,
      format: "esm",
      packages: "external",
      platform: "neutral",
      write: false,
      metafile: true,
    } as const;
    const { metafile } = await build({
      ...options,
      external: ["node:*"],
      entryPoints: [join(ROOT, "src", door)],
      outdir: join(ROOT, "dist"),
    });
    const entry = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint?.endsWith(door))?.[0] ?? "";
    return [...new Set(eager(metafile, entry).map(packageOf))].sort();
  }

  function eager(metafile: Metafile, entry: string, seen = new Set([entry])): readonly string[] {
    const imports = (metafile.outputs[entry]?.imports ?? []).filter(({ kind }) => kind === "import-statement");
    return imports.flatMap(({ path, external }) => {
      if (external) return [path];
      if (seen.has(path)) return [];
      seen.add(path);
      return eager(metafile, path, seen);
    });
  }

  const has = (door: string) => existsSync(join(ROOT, "src", door));

  test.runIf(has("index.ts"))("the engine runs in a browser and loads little", async () => {
    const light = ["fastest-levenshtein", "ipaddr.js", "ts-pattern"];
    expect((await loadedBy("index.ts")).filter((name) => !light.includes(name))).toEqual([]);
  });

  test.runIf(has("kms.ts"))(
    "the embedded KMS loads neither schemas nor the curves and lattices that symmetric keys do not need",
    async () => {
      expect((await loadedBy("kms.ts")).filter((name) => /^(zod|yaml|@noble\/(curves|post-quantum))/.test(name))).toEqual([]);
    },
  );

  test.runIf(has("cli.ts"))("the command line loads what a command needs only with the command", async () => {
    expect((await loadedBy("cli.ts")).filter((name) => ["zod", "yaml", "ts-pattern", "ipaddr.js"].includes(name))).toEqual([]);
  });
});

describe("files", () => {
  const isTypeOnly = ({ path, text }: Source) => {
    const tsconfigRaw = { compilerOptions: { verbatimModuleSyntax: true } };
    return transformSync(text, { loader: loaderOf(path), tsconfigRaw, minify: true, legalComments: "none" }).code.trim() === "";
  };

  test("every file of a room has its test, at the same place", () => {
    const untested = SRC.filter((source) => !isTypeOnly(source) && !micromatch.isMatch(source.path, NEEDS_NO_TEST))
      .map(({ path }) => path)
      .filter((path) => !existsSync(join(ROOT, "test", (TESTED_BY[path] ?? path).replace(/\.ts$/, ".test.ts"))));
    expect(untested).toEqual([]);
  });

  test("every exception to that is still one", () => {
    const paths = SRC.map(({ path }) => path);
    const stale = Object.keys(TESTED_BY).filter(
      (path) => !paths.includes(path) || existsSync(join(ROOT, "test", path.replace(/\.ts$/, ".test.ts"))),
    );
    expect(stale).toEqual([]);
  });

  test("names are kebab-case nouns, and none is a place for anything", () => {
    const steps = SRC.flatMap(({ path }) => path.split("/"));
    expect(steps.filter((step) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.tsx?)?$/.test(step))).toEqual([]);
    expect(steps.filter((step) => /^(utils?|common|types?|helpers?|misc|shared|core|lib)(\.tsx?)?$/.test(step))).toEqual([]);
  });

  test("five files of a folder that begin alike are a folder", () => {
    const beginnings = SRC.filter(({ path }) => path.includes("/")).map(({ path }) => /^(.*\/[a-z0-9]+)[^/]*$/.exec(path)?.[1] ?? path);
    const many = [...new Set(beginnings)].filter((beginning) => beginnings.filter((other) => other === beginning).length >= 5);
    expect(many).toEqual([]);
  });

  test("a room has no barrel, and a door names what it exports", () => {
    const barrels = SRC.filter(({ path }) => /\/index\.ts$/.test(path) && path !== "kms/operations/index.ts");
    expect(barrels.map(({ path }) => path)).toEqual([]);
    expect(SRC.filter(({ text }) => /^export \*/m.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test("the top level holds what a reader looks for, and no more", () => {
    const read = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"];
    const settings = ["action.yml", "package.json", "package-lock.json", "tsconfig.json"];
    const folders = ["src", "test", "fixtures", "schemas"];
    const made = ["node_modules", "dist", "coverage", "*.tgz"];
    expect(micromatch.not(readdirSync(ROOT), [...read, ...settings, ...folders, ...made, ".*"], { dot: true })).toEqual([]);
  });

  test("the actions of a workflow are pinned: a tag can be moved, a commit cannot", () => {
    const folder = join(ROOT, ".github/workflows");
    const used = readdirSync(folder).flatMap((name) => [...readFileSync(join(folder, name), "utf8").matchAll(/\buses: (.+)/g)]);
    const pinned = /^(?:\.\/|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/;
    expect(used.length).toBeGreaterThan(0);
    expect(used.map(([, action = ""]) => action).filter((action) => !pinned.test(action))).toEqual([]);
  });

  test("long files are told, for people to talk about", () => {
    const lines = ({ text }: Source) => text.split("\n").length - 1;
    const long = SRC.filter((source) => lines(source) > LINES_TO_TALK_ABOUT && !micromatch.isMatch(source.path, TABLES));
    for (const source of long) console.warn(`${source.path} has ${lines(source)} lines`);
    const sizes = SRC.map(lines).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)], "the median file, in lines").toBeLessThanOrEqual(150);
  });
});
