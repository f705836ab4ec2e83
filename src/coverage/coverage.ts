import { provenanceOf } from "../authz/answer.ts";
import { policiesOf } from "../estate/estate.ts";
import type { World } from "../estate/world.ts";
import type { Asked, Observe } from "../tester/result.ts";
import type { ReadFile } from "../world/files.ts";
import { CoverageCount } from "./count.ts";
import { CoveragePlaces, type Found, placesInText } from "./places.ts";
import { type Counter, identityOf, isOfAws, type PolicyRecord, recordGrants, recordPolicy } from "./records.ts";
import type { CoverageItem, CoverageReport, CoveredPolicy } from "./report.ts";

export type CoverageOptions = {
  /** The text of a file by its path, for the lines of entries; without it they have that of their element. */
  readonly readFile?: ReadFile;
};

/**
 * Counts what is asked of worlds. `observe` takes every request with its answer; `report` tells what came of them so far. Session policies and grants
 * that a question brings along belong to no world, and policies of AWS's own (FullAWSAccess, the default key policy) are nobody's to test: neither counts.
 */
export class Coverage {
  readonly #readFile: ReadFile | undefined;
  readonly #count = new CoverageCount();
  readonly #records = new Map<string, PolicyRecord>();
  readonly #worlds = new WeakSet<World>();
  #requests = 0;

  constructor({ readFile }: CoverageOptions = {}) {
    this.#readFile = readFile;
  }

  readonly observe: Observe = ({ world, question, answer }: Pick<Asked, "world" | "question" | "answer">): void => {
    this.touch(world);
    if (answer.invalid !== undefined) return;
    const from = provenanceOf(answer) ?? provenanceOf(world.authorize(question)); // a copy of an answer has lost where it came from
    if (from === undefined) return;
    this.#requests++;
    this.#count.count(from, answer);
  };

  /** Takes the policies of a world into the report, also where nothing is ever asked of it. */
  touch(world: World): void {
    if (this.#worlds.has(world)) return;
    this.#worlds.add(world);
    for (const [policy, text] of policiesOf(world.estate)) {
      if (policy.statements.length > 0 && !isOfAws(policy)) this.#count.policy(policy, this.#record(recordPolicy(policy, text)));
    }
    for (const key of world.estate.keys) {
      const grants = recordGrants(key);
      if (grants !== undefined) this.#count.grants(key.grants, this.#record(grants));
    }
  }

  report(): CoverageReport {
    const places = new CoveragePlaces(this.#readFile);
    const policies = [...this.#records.values()].map((record) => coveredPolicy(record, places));
    return { version: 1, requests: this.#requests, policies: inOrder(policies) };
  }

  /** The record of the same policy, where another world has it too. */
  #record(record: PolicyRecord): PolicyRecord {
    const identity = identityOf({ ...record, items: record.counters });
    const known = this.#records.get(identity);
    if (known === undefined) this.#records.set(identity, record);
    return known ?? record;
  }
}

function coveredPolicy(
  { name, type, file, pointer, requests, text, hasLines, counters }: PolicyRecord,
  places: CoveragePlaces,
): CoveredPolicy {
  const find = text !== undefined ? placesInText(text, pointer) : hasLines ? places.inFile : nowhere;
  const items = counters.map((counter) => itemOf(counter, find(counter)));
  return { name, type, file, pointer, requests, ...(text !== undefined && { text }), items };
}

const nowhere = ({ spot }: Counter): Found => ({ pointer: spot.at.pointer });

const itemOf = ({ spot: _, decided, matched, failed, unknown, ...what }: Counter, { pointer, range }: Found): CoverageItem => ({
  ...what,
  pointer,
  ...range,
  decided,
  matched,
  failed,
  unknown,
});

/** One report of several: those of shards, or of several runs. */
export function mergeCoverage(reports: readonly CoverageReport[]): CoverageReport {
  const policies = new Map<string, CoveredPolicy>();
  for (const policy of reports.flatMap((report) => report.policies)) {
    const identity = identityOf(policy);
    const known = policies.get(identity);
    policies.set(identity, known === undefined ? policy : sumOf(known, policy));
  }
  return {
    version: 1,
    requests: reports.reduce((sum, { requests }) => sum + requests, 0),
    policies: inOrder([...policies.values()]),
  };
}

/** The counts of both; where the items are is told as the first tells it. */
function sumOf(a: CoveredPolicy, b: CoveredPolicy): CoveredPolicy {
  const items = a.items.map((item, i) => {
    const other = b.items[i] ?? item;
    return {
      ...item,
      decided: item.decided + other.decided,
      matched: item.matched + other.matched,
      failed: item.failed + other.failed,
      unknown: item.unknown + other.unknown,
    };
  });
  return { ...a, requests: a.requests + b.requests, items };
}

/** By file, then by line; in code unit order, which is the same on every machine. */
function inOrder(policies: readonly CoveredPolicy[]): readonly CoveredPolicy[] {
  const keyed = policies.map((policy) => ({ policy, key: [policy.file, lineOf(policy), policy.type, identityOf(policy)] as const }));
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ policy }) => policy);
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}

const lineOf = ({ items, text }: CoveredPolicy): number => (text === undefined ? (items[0]?.line ?? 0) : 0);
