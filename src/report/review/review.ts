import { counted } from "../../base/text.ts";
import type { PathOf } from "../annotations.ts";
import type { Graphs } from "../graph/graph.ts";
import type { Anchor } from "./sources.ts";
import type { Pair } from "./statements.ts";

/** How much a result weighs. The first four are of access; what a linter or a test says is `wrong` or `odd`. */
export type Grade = "critical" | "high" | "medium" | "lost" | "low" | "info" | "undecided" | "wrong" | "odd";

export type Level = "error" | "warning" | "note";

type Weight = {
  readonly level: Level;
  /** GitHub code scanning, "security-severity": over 9.0 critical, 7.0 to 8.9 high, 4.0 to 6.9 medium, 0.1 to 3.9 low. */
  readonly score?: string;
  /** GitLab Code Quality. */
  readonly quality: "blocker" | "critical" | "major" | "minor" | "info";
};

// biome-ignore format: a table reads as a table
export const WEIGHTS: Readonly<Record<Grade, Weight>> = {
  critical:  { level: "error",   score: "9.5", quality: "blocker" },
  high:      { level: "error",   score: "8.0", quality: "critical" },
  wrong:     { level: "error",                 quality: "critical" },
  medium:    { level: "warning", score: "5.5", quality: "major" },
  lost:      { level: "warning", score: "4.0", quality: "major" },
  undecided: { level: "warning", score: "4.0", quality: "major" },
  odd:       { level: "warning",               quality: "minor" },
  low:       { level: "note",    score: "2.0", quality: "minor" },
  info:      { level: "note",                  quality: "info" },
};

const ORDER = Object.keys(WEIGHTS);

/** What is found, and by which mark it is known: a word stands with every colour. */
export type Kind = "gained" | "lost" | "found" | "refuted" | "failed" | "undecided" | "access" | "proved";

/** A part of a row; `code` is what stands in a policy or on a command line. */
export type Cell = { readonly text: string; readonly code?: true };

/** A request that shows it, as one asks it oneself. */
export type Shown = {
  readonly title: string;
  readonly request: unknown; // a Case's request
  readonly outcomes?: string; // "implicit-deny before, allow after"
  readonly command?: string;
  readonly testCase?: string; // YAML, of a test file
  readonly assumes: readonly string[]; // in words
};

/** One thing that somebody should look at. All texts are plain: each format escapes them. */
export type Item = {
  readonly code: string; // KW760
  readonly kind: Kind;
  readonly grade: Grade;
  readonly label: string; // a word or two: "public", "same account"
  readonly group: string; // the key, the file
  readonly title: string; // one sentence, without a full stop
  readonly why: readonly string[]; // sentences more
  readonly cells: readonly Cell[]; // of the row, as the columns of the review
  readonly help?: string;
  readonly anchor?: Anchor; // where it is shown; undefined: nowhere in files
  readonly related: readonly Anchor[];
  readonly steps: readonly Anchor[]; // how it comes about; those without a place are told where the item is
  readonly pairs: readonly Pair[];
  readonly shown?: Shown;
  readonly explanation?: string; // of several lines
  readonly waived?: { readonly reason: string; readonly until: string };
  readonly fails: boolean; // counts against the thresholds that were asked for
  readonly fingerprint: string;
};

/** What a command found, whichever it was: what every format is written from. */
export type Review = {
  readonly command: string; // diff
  readonly version: string; // of kmsward
  readonly subject: string; // what was asked about, in a line
  readonly title: string; // "1 access gained, 1 lost"
  readonly columns: readonly string[]; // of the table of items
  readonly items: readonly Item[]; // the worst first
  readonly groups: readonly string[]; // what was looked at: keys, files, invariants
  readonly assumptions: readonly string[];
  readonly notes: readonly string[]; // sentences: what is not shown, what had no effect
  readonly graphs?: Graphs;
  readonly pathOf: PathOf;
};

/** The worst first; within a weight by what it is, then by group and sentence. */
export const sorted = (items: readonly Item[]): readonly Item[] =>
  [...items].sort(
    (a, b) =>
      Number(a.waived !== undefined) - Number(b.waived !== undefined) ||
      RANK.indexOf(a.kind) - RANK.indexOf(b.kind) ||
      ORDER.indexOf(a.grade) - ORDER.indexOf(b.grade) ||
      compared(a.code, b.code) ||
      compared(a.group, b.group) ||
      compared(a.title, b.title),
  );

/** Gains come before losses, and both before what could not be decided. */
const RANK: readonly Kind[] = ["refuted", "failed", "gained", "found", "access", "lost", "undecided", "proved"];

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0); // not by locale: the same everywhere

/** Not waived: what counts. */
export const isOpen = ({ waived }: Item): boolean => waived === undefined;

export const levelOf = ({ grade }: Item): Level => WEIGHTS[grade].level;

/** With a capital at its beginning, unless that is a name, which is as it is. */
export const sentence = (text: string): string =>
  /^(?:any|by|when|or|it|the|this|what|who|nobody|no|nothing|everybody|statement|account|grant)\b/.test(text)
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text;

/** What a format has no room for, said in its own words. */
export const leftOut = (count: number, noun: string): string => `${counted(count, noun)} more ${count === 1 ? "is" : "are"} not shown here`;

/** Items that are problems, not answers: what goes to platforms that list problems. */
export const problemsIn = ({ items }: Review): readonly Item[] => items.filter(({ kind }) => kind !== "access" && kind !== "proved");
