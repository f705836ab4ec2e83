import { CODES, type Code } from "../../base/codes.ts";
import { counted, printable } from "../../base/text.ts";
import { type Item, isOpen, leftOut, levelOf, problemsIn, type Review, sentence, WEIGHTS } from "../review/review.ts";
import type { Anchor, Region } from "../review/sources.ts";

/** GitHub keeps 5,000 results a run, the first; shows 10 places a result; and takes texts of 1,024 characters as descriptions (SARIF support for code scanning). */
const MOST = { results: 5_000, places: 10, steps: 200, text: 1_000, tags: 10 };

export type SarifOptions = {
  /** Also what is waived, marked as such. GitHub opens alerts for these, so they are left out where it reads. */
  readonly suppressed?: boolean;
  /** Tells runs apart that one commit has several of: what was checked, and where. */
  readonly category?: string;
  /** The fingerprint's bytes in hexadecimal: SHA-256 of the text. */
  readonly hash: (text: string) => string;
};

/** SARIF 2.1.0 (OASIS), with what GitHub code scanning requires: one run, one place a result with all four members of its region, rules with help. */
export function reviewSarif(review: Review, { suppressed = false, category, hash }: SarifOptions): string {
  const { command, version, pathOf } = review;
  const all = problemsIn(review).filter((item) => suppressed || isOpen(item));
  const kept = all.slice(0, MOST.results);
  const rules = rulesOf(kept);
  const index = new Map(rules.map(({ id }, i) => [id, i]));
  const seen = new Map<string, number>();
  const results = kept.map((item) => {
    const print = hash(JSON.stringify([command, item.code, item.fingerprint])).slice(0, 32);
    const nth = (seen.get(print) ?? 0) + 1;
    seen.set(print, nth);
    return resultOf(item, index.get(item.code) ?? 0, `${print}:${nth}`, pathOf);
  });
  const undecided = all.filter(({ kind }) => kind === "undecided");
  const notifications = [
    ...undecided
      .slice(0, MOST.places)
      .map(({ code, title }) => ({ level: "warning", message: { text: line(title) }, descriptor: { id: code } })),
    ...(all.length > kept.length ? [{ level: "warning", message: { text: leftOut(all.length - kept.length, "result") } }] : []),
  ];
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "kmsward",
            version,
            ...(/^\d+\.\d+\.\d+/.test(version) && { semanticVersion: version }),
            rules,
          },
        },
        automationDetails: { id: `kmsward/${(category ?? command).replace(/\/+$/, "")}/` },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { SRCROOT: { description: { text: "the top of the repository" } } },
        invocations: [
          { executionSuccessful: undecided.length === 0, ...(notifications.length > 0 && { toolExecutionNotifications: notifications }) },
        ],
        results,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** A rule for each code that something was found by; it weighs as its heaviest result. */
function rulesOf(items: readonly Item[]) {
  const codes = [...new Set(items.map(({ code }) => code))].sort();
  return codes.map((code) => {
    const own = items.filter((item) => item.code === code);
    const [heaviest] = [...own].sort((a, b) => Number(WEIGHTS[b.grade].score ?? 0) - Number(WEIGHTS[a.grade].score ?? 0));
    const { score, level } = WEIGHTS[(heaviest as Item).grade];
    const known = CODES[code as Code];
    const { title, help } = known ?? { title: code, help: own.find((item) => item.help !== undefined)?.help ?? code };
    const told = help.replace(/\n+/g, " ").trim();
    const fix = known && own.find((item) => item.help !== undefined)?.help;
    const text = `${told}${fix === undefined ? "" : `\n\nWhat to do: ${fix}.`}${known === undefined ? "" : `\n\n\`kmsward help ${code}\` tells the same.`}`;
    return {
      id: code,
      name: camel(title),
      shortDescription: { text: title.charAt(0).toUpperCase() + title.slice(1) },
      fullDescription: { text: told.slice(0, MOST.text) },
      help: { text, markdown: text },
      defaultConfiguration: { level },
      properties: {
        precision: "very-high",
        tags: score === undefined ? ["kms"] : ["security", "kms", "external/cwe/cwe-732"].slice(0, MOST.tags),
        ...(score !== undefined && { "security-severity": score }),
      },
    };
  });
}

function resultOf(item: Item, ruleIndex: number, fingerprint: string, pathOf: Review["pathOf"]) {
  const { code, title, why, help, anchor, related, steps, shown, group, waived } = item;
  const text = [
    `${sentence(title)}.`,
    ...why.map((one) => `${sentence(one)}.`),
    ...(help === undefined ? [] : [`${sentence(help)}.`]),
  ].join(" ");
  const places = related.filter(({ at }) => at !== undefined).slice(0, MOST.places);
  const flow = flowOf(item, pathOf);
  return {
    ruleId: code,
    ruleIndex,
    level: levelOf(item),
    kind: "fail",
    message: { text: line(text, 4_000) },
    locations: [
      {
        ...location(anchor ?? { text: title }, pathOf),
        logicalLocations: [{ fullyQualifiedName: printable(group, 200), kind: "member" }],
      },
    ],
    ...(places.length > 0 && {
      relatedLocations: places.map((place, i) => ({ id: i + 1, ...location(place, pathOf), message: { text: line(place.text) } })),
    }),
    ...(flow.length > 0 && { codeFlows: [{ threadFlows: [{ locations: flow }] }] }),
    partialFingerprints: { primaryLocationLineHash: fingerprint, "kmswardChange/v1": fingerprint },
    ...(waived !== undefined && { suppressions: [{ kind: "external", status: "accepted", justification: line(waived.reason) }] }),
    properties: {
      ...(shown !== undefined && { witness: shown.request, ...(shown.outcomes !== undefined && { outcomes: shown.outcomes }) }),
      ...(steps.length > 0 && { steps: steps.map((step) => printable(step.text)) }),
    },
  };
}

/** How it comes about, step by step: shown as a path. Each step needs a place; those without stand where the result does. */
function flowOf({ steps, anchor, related, why, title }: Item, pathOf: Review["pathOf"]) {
  const told: readonly Anchor[] = steps.length > 0 ? steps : related.length > 1 ? [...related, { ...anchor, text: why[0] ?? title }] : [];
  return told.slice(0, MOST.steps).map((step) => ({
    location: {
      ...location({ text: step.text, ...placed(step.at === undefined ? (anchor ?? step) : step) }, pathOf),
      message: { text: line(step.text) },
    },
  }));
}

const placed = ({ at, region }: Anchor) => ({ ...(at !== undefined && { at }), ...(region !== undefined && { region }) });

const NOWHERE: Region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 };

function location({ at, region = NOWHERE }: Anchor, pathOf: Review["pathOf"]) {
  return { physicalLocation: { artifactLocation: artifact(at?.file ?? "kmsward", pathOf), region } };
}

/** A path inside the repository, percent-encoded; of a file outside, where it is on this machine. */
function artifact(file: string, pathOf: Review["pathOf"]) {
  const path = pathOf(file)
    .replaceAll("\\", "/")
    .replace(/^(?:\.\/)+/, "");
  const uri = path.split("/").map(encoded).join("/");
  if (path.startsWith("/")) return { uri: `file://${uri}` };
  if (path.startsWith("../")) return { uri: uri.replace(/^(?:\.\.\/)+/, "") };
  return { uri, uriBaseId: "SRCROOT" };
}

/** Half of a surrogate pair has no form in a URI. */
const encoded = (step: string): string => encodeURIComponent(step.replace(/\p{Surrogate}/gu, "\ufffd"));

const camel = (title: string): string =>
  title
    .replace(/[^A-Za-z0-9 ]+/g, " ")
    .trim()
    .split(/ +/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")
    .slice(0, 200);

/** On one line, and no link that somebody's brackets would make: `[text](1)` is one to a place. */
const line = (text: string, most = 1_000): string =>
  printable(text, most)
    .replace(/\](?=\()/g, "] ")
    .trim() || counted(0, "word");
