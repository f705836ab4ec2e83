import { nearest } from "../../base/nearest.ts";
import { listed, shown } from "../../base/text.ts";
import type { Thresholds } from "../../coverage/threshold.ts";
import type { Io } from "../command.ts";
import type { Options } from "../options.ts";
import { refuse } from "../refusal.ts";
import type { ReporterChoice } from "../reporter-choice.ts";
import { nameFilter } from "./filter.ts";
import { type ReporterName, readReporters } from "./reporters.ts";
import { readShard, type Shard } from "./shard.ts";

const NAME = "kmsward test";

export const COVERAGE_FORMATS = ["text", "html", "lcov", "json"] as const;
export type CoverageFormat = (typeof COVERAGE_FORMATS)[number];

export type CoverageSettings = {
  readonly formats: readonly CoverageFormat[];
  readonly folder: string;
  readonly all: boolean; // policies that no case touches count too
  readonly thresholds?: Thresholds;
  readonly changedSince?: string; // a git ref
};

/** What a run is to do, whichever files it is about. */
export type TestSettings = {
  readonly selects: (name: string) => boolean;
  readonly bail: number; // failures; Infinity: never
  readonly allowOnly: boolean;
  readonly reporters: readonly ReporterChoice<ReporterName>[];
  readonly shard?: Shard;
  readonly coverage?: CoverageSettings;
};

/** @throws {Refusal} for values that mean nothing, and for options that exclude each other. */
export async function readSettings(options: Options, { env }: Io): Promise<TestSettings> {
  refuseTogether(options);
  refuseStrayValue(options, "bail", (word) => /^[0-9]+$/.test(word));
  refuseStrayValue(options, "coverage", (word) => word.split(",").every(isFormat));
  refuseStrayValue(options, "list", (word) => word === "json" || word === "text");
  const shard = options.get("shard");
  const coverage = await readCoverage(options);
  return {
    selects: nameFilter(options.all("test-name-pattern")),
    bail: options.has("bail") ? readBail(options.get("bail") ?? "1") : Number.POSITIVE_INFINITY,
    allowOnly: options.has("allow-only") || !isCi(env),
    reporters: readReporters(options.all("reporter"), env),
    ...(shard !== undefined && { shard: readShard(shard) }),
    ...(coverage !== undefined && { coverage }),
  };
}

const isCi = ({ CI }: Io["env"]): boolean => CI !== undefined && CI !== "" && CI !== "0" && CI.toLowerCase() !== "false";

/** Options of which each says that another has nothing to do. */
// biome-ignore format: a table reads as a table
const EXCLUDED: Readonly<Record<string, readonly string[]>> = {
  merge:  ["test-name-pattern", "bail", "watch", "shard", "update", "list", "allow-only"],
  watch:  ["shard", "update", "list", "coverage-threshold", "coverage-changed"],
  list:   ["bail", "update", "reporter", "coverage", "coverage-all", "coverage-dir", "coverage-threshold", "coverage-changed"],
  update: ["shard", "bail"],
};

function refuseTogether(options: Options): void {
  for (const [name, others] of Object.entries(EXCLUDED)) {
    const other = options.has(name) ? others.find((each) => options.has(each)) : undefined;
    if (other !== undefined) throw refuse("KW001", NAME, `\`--${name}\` and \`--${other}\` do not go together`, "leave one of them out");
  }
}

/** `--bail 3` reads as if it were `--bail=3`, and 3 would be taken for a file. */
function refuseStrayValue(options: Options, name: string, isValue: (word: string) => boolean): void {
  const stray = options.has(name) && options.get(name) === undefined ? options.positionals.find(isValue) : undefined;
  if (stray !== undefined) throw refuse("KW001", NAME, `\`${stray}\` is taken for a file`, `write \`--${name}=${stray}\``);
}

function readBail(text: string): number {
  if (!/^[1-9][0-9]{0,8}$/.test(text)) throw refuse("KW001", NAME, `\`--bail\` cannot be ${shown(text)}`, "write `--bail`, or `--bail=3`");
  return Number(text);
}

async function readCoverage(options: Options): Promise<CoverageSettings | undefined> {
  const names = ["coverage", "coverage-all", "coverage-dir", "coverage-threshold", "coverage-changed"];
  if (!names.some((name) => options.has(name))) return undefined;
  const threshold = options.get("coverage-threshold");
  const changedSince = options.get("coverage-changed");
  return {
    formats: readFormats(options.get("coverage") ?? "text"),
    folder: options.get("coverage-dir") ?? "coverage",
    all: options.has("coverage-all"),
    ...(threshold !== undefined && { thresholds: await readThresholds(threshold) }),
    ...(changedSince !== undefined && { changedSince }),
  };
}

function readFormats(text: string): readonly CoverageFormat[] {
  const names = text.split(",").map((name) => name.trim());
  const wrong = names.find((name) => !isFormat(name));
  if (wrong !== undefined) {
    const near = nearest(wrong, COVERAGE_FORMATS);
    const help = near ? `did you mean \`${near}\`?` : `it is one or several of ${listed(COVERAGE_FORMATS.map(shown))}`;
    throw refuse("KW001", "--coverage", `there is no coverage report ${shown(wrong)}`, help);
  }
  return [...new Set(names.filter(isFormat))];
}

const isFormat = (name: string): name is CoverageFormat => (COVERAGE_FORMATS as readonly string[]).includes(name);

async function readThresholds(text: string): Promise<Thresholds> {
  const { parseThresholds } = await import("../../coverage/threshold.ts");
  const read = parseThresholds(text);
  if (!read.ok)
    throw refuse("KW001", "--coverage-threshold", read.error, "write `--coverage-threshold 90`, or `statements=90,conditions=80`");
  return read.value;
}
