import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { shown } from "../../base/text.ts";
import { policiesOf } from "../../estate/estate.ts";
import type { Judge } from "../../replay/judge.ts";
import type { By } from "../../replay/shapes.ts";
import { EMPTY_PART, merged, type Part } from "../../replay/tally.ts";
import { unreadable } from "../files.ts";
import { refuse } from "../refusal.ts";

/** What `--mode partial` writes: parts by shard, so that merging in any order, and merging what was merged before, gives the same. */
export type Parts = {
  readonly version: 1;
  readonly kind: "kmsward-replay";
  readonly worlds: string; // digest of the policies and grants: only parts of the same worlds go together
  readonly shards: Readonly<Record<string, Shard>>;
};
type Shard = { readonly part: Part; readonly lost: readonly string[] };

/** Behind the parts of a shard: how much went into it. A file without it was cut off. */
type End = {
  readonly version: 1;
  readonly kind: "kmsward-replay-end";
  readonly shard: string;
  readonly events: number;
  readonly bytes: number;
};

/** What is written of a part: the part, and its end, a line each. `bytes`: of the input, unpacked. */
export function partText(shard: string, worlds: string, part: Part, lost: readonly string[], bytes: number): string {
  const parts: Parts = { version: 1, kind: "kmsward-replay", worlds, shards: { [shard]: { part, lost } } };
  const end: End = { version: 1, kind: "kmsward-replay-end", shard, events: part.events, bytes };
  return `${JSON.stringify(parts)}\n${JSON.stringify(end)}\n`;
}

/** Of the policies and grants that a judge asks, and of how calls are told apart. */
export function digestOf({ worlds }: Judge, by: By): string {
  const hash = createHash("sha256").update(by);
  for (const { estate } of worlds) {
    const policies = [...policiesOf(estate)].map(([policy, text]) => [policy.name, text ?? policy.statements]);
    const keys = estate.keys.map(({ arn, grants, tags, aliases }) => [arn, grants, tags, aliases]);
    const people = estate.principals.map(({ facts, policies: own }) => [facts, own.map(({ name }) => name)]);
    hash.update(JSON.stringify([policies, keys, people]));
  }
  return hash.digest("hex");
}

/** The parts of files, each shard once. `bytes`: of the whole log, where that is known. */
export async function mergedParts(
  paths: readonly string[],
  bytes?: number,
): Promise<{ readonly part: Part; readonly name: string; readonly lost: readonly string[] }> {
  const shards = new Map<string, Shard>();
  const ends = new Map<string, End>();
  let worlds: string | undefined;
  for (const path of paths) {
    const text = await readFile(path, "utf8").catch((error) => Promise.reject(unreadable(path, error)));
    for (const line of text.split("\n").filter((one) => /\S/.test(one))) {
      const parts = partsIn(line, path);
      if (parts.kind === "kmsward-replay-end") {
        ends.set(parts.shard, parts);
        continue;
      }
      if (worlds !== undefined && worlds !== parts.worlds)
        throw refuse("KW692", path, "is of other worlds than the parts before it", "make all parts with the same --world and --baseline");
      worlds = parts.worlds;
      for (const [name, shard] of Object.entries(parts.shards)) {
        const known = shards.get(name);
        if (known !== undefined && JSON.stringify(known) !== JSON.stringify(shard))
          throw refuse(
            "KW692",
            path,
            `has a shard ${shown(name)} that another file has otherwise`,
            "give each part of the log a shard of its own",
          );
        shards.set(name, shard);
      }
    }
  }
  for (const [name, { part }] of shards) {
    const end = ends.get(name);
    if (end?.events !== part.events)
      throw refuse("KW692", shown(name), "has no end: what was written of this part is not all of it", "make this part again");
  }
  const read = [...shards.keys()].reduce((sum, name) => sum + (ends.get(name)?.bytes ?? 0), 0);
  if (bytes !== undefined && read !== bytes)
    throw refuse(
      "KW695",
      "parts",
      `have read ${read} bytes of a log of ${bytes}`,
      "a block is lost, or is there twice under two names: run it again",
    );
  const all = [...shards].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, shard]) => shard);
  return { part: all.map(({ part }) => part).reduce(merged, EMPTY_PART), name: "WORLD", lost: all.flatMap(({ lost }) => lost) };
}

function partsIn(line: string, path: string): Parts | End {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    value = undefined;
  }
  if (isParts(value) || isEnd(value)) return value;
  throw refuse("KW692", path, "is no part of a replay", "`kmsward replay --mode partial` writes them");
}

const isParts = (value: unknown): value is Parts => {
  const parts = value as Partial<Parts> | null | undefined;
  return (
    parts?.kind === "kmsward-replay" &&
    parts.version === 1 &&
    typeof parts.worlds === "string" &&
    typeof parts.shards === "object" &&
    Object.values(parts.shards ?? {}).every(isShard)
  );
};

const isEnd = (value: unknown): value is End => {
  const { kind, shard, events, bytes } = (value ?? {}) as Partial<End>;
  return kind === "kmsward-replay-end" && typeof shard === "string" && typeof events === "number" && typeof bytes === "number";
};

const isShard = (value: unknown): boolean => {
  const { part, lost } = (value ?? {}) as Partial<Shard>;
  return (
    Array.isArray(lost) &&
    typeof part?.events === "number" &&
    typeof part.shapes === "object" &&
    Array.isArray(part.logs) &&
    typeof part.counts === "object" &&
    typeof part.skipped === "object" &&
    typeof part.why === "object"
  );
};
