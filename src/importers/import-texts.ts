import type { Diagnostic, Place } from "../base/diagnostic.ts";
import { counted } from "../base/text.ts";
import { WORDS, type Word, type WorldDraft } from "./draft.ts";
import { documentsOf } from "./foreign-document.ts";
import type { Imported, ImportOptions, ImportReport, RecognisedDocument, SourceText } from "./importer.ts";
import { hasImporter, type Importers } from "./importers.ts";
import { linesOf } from "./lines.ts";
import { keepPlaces, type Origin } from "./origins.ts";
import { type FormatRow, recognise } from "./recognise.ts";
import { Sides } from "./sides.ts";

/** A document, and what it is; `row` is undefined for what is none of the formats there are. */
export type Recognised = { readonly document: RecognisedDocument; readonly row: FormatRow | undefined };

/** What each text holds, told by its content. */
export function recogniseTexts(sources: readonly SourceText[]): {
  readonly recognised: readonly Recognised[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const recognised = sources.flatMap((source) => {
    const { documents, diagnostics: faults } = documentsOf(source);
    const found = documents.map((document): Recognised => {
      const row = recognise(document);
      return { document: { ...document, format: row?.format ?? "unknown" }, row };
    });
    if (found.every(({ row }) => row === undefined)) diagnostics.push(...faults);
    return found;
  });
  return { recognised, diagnostics };
}

/** Whether any of these can be imported. */
export const isImportable = (recognised: readonly Recognised[]): boolean => recognised.some(({ row }) => hasImporter(row?.importer));

/** Everything that foreign documents say, as a world; as two where one of them tells of a change. Never throws for any text. */
export function importRecognised(
  { recognised, diagnostics }: ReturnType<typeof recogniseTexts>,
  sources: readonly SourceText[],
  options: ImportOptions,
  importers: Importers,
): Imported {
  const sides = new Sides(options);
  sides.texts = sources;
  const skipped: { readonly file: string; readonly what: string }[] = [];
  for (const { document, row } of recognised) {
    if (row?.importer !== undefined && importers.has(row.importer)) continue;
    if (row?.help === undefined || !isForm(row))
      skipped.push({ file: document.file, what: row === undefined ? document.file : `${document.file} (${row.what})` });
    else sides.tell("KW801", document.at(""), `${document.file} is ${row.what}`, row.help, "error");
  }
  const readers = new Set<string>();
  for (const [name, importer] of importers) {
    const own = recognised.filter(({ row }) => row?.importer === name).map(({ document }) => document);
    if (own.length === 0) continue;
    readers.add(name);
    importer(own, sides, options);
  }
  sides.diagnostics.unshift(...diagnostics.filter(({ at }) => !sides.parts.has(at.file))); // what others include was read as a part of them
  const read = recognised.filter(({ row }) => row?.importer !== undefined && readers.has(row.importer));
  const from = [...new Set(read.map(({ document }) => document.format))].join(" and ") || "nothing";
  const files = [...new Set(read.map(({ document }) => document.file))];
  const documents = sides.documents(
    from,
    files.length > 3 ? `${files.slice(0, 3).join(", ")} and ${files.length - 3} more` : files.join(", "),
  );
  return {
    ...documents,
    diagnostics: placed(sides, Object.values(documents), sources),
    report: reportOf(
      sides,
      read,
      skipped.flatMap(({ file, what }) => (sides.parts.has(file) ? [] : [what])),
    ),
    open: sides.open,
    policies: sides.policies,
  };
}

/** The lines of everything that is told; and those of what the worlds were made of, which are kept with them. */
function placed({ diagnostics, origins }: Sides, worlds: readonly object[], sources: readonly SourceText[]): readonly Diagnostic[] {
  const asked = new Map<Origin, Place>();
  for (const own of origins.values()) for (const origin of own.values()) if (!asked.has(origin)) asked.set(origin, origin(""));
  const told = worlds.flatMap((world) => [...toldPlaces(world)]);
  const lined = linesOf([...diagnostics.map(({ at }) => at), ...asked.values(), ...told.map(({ at }) => at)], sources);
  for (const one of told) one.at = lined(one.at);
  for (const [world, own] of origins)
    keepPlaces(world, new Map([...own].map(([pointer, origin]) => [pointer, (inner: string) => lined(origin(inner))])));
  return diagnostics.map((diagnostic) => ({ ...diagnostic, at: lined(diagnostic.at) }));
}

/** What tells in a world where it is from: policies that are not known, symbols, assumptions. */
function* toldPlaces(value: unknown, depth = 0): Iterable<{ at: Place }> {
  if (typeof value !== "object" || value === null || depth > DEEPEST) return;
  if (isTold(value)) yield value;
  else for (const member of Object.values(value)) yield* toldPlaces(member, depth + 1);
}

const DEEPEST = 16; // /organization/units/… five deep, and a policy of one

const isTold = (value: object): value is { at: Place } =>
  "at" in value && typeof value.at === "object" && value.at !== null && "file" in value.at && "pointer" in value.at;

function reportOf(sides: Sides, read: readonly Recognised[], skipped: readonly string[]): ImportReport {
  const { after } = sides;
  const counts: readonly (readonly [string, number, string?])[] = [
    ["key", after.keys.size],
    ["principal", after.principals.size],
    ["identity policy", sum(after.principals, ({ counts: { policies } }) => policies), "identity policies"],
    ["grant", sum(after.keys, ({ counts: { grants } }) => grants)],
    ["alias", sum(after.keys, ({ counts: { aliases } }) => aliases), "aliases"],
    ["policy of the organization", after.organization.policies, "policies of the organization"],
    ["VPC endpoint", after.endpoints.size],
  ];
  return {
    documents: read.map(({ document: { file }, row }) => ({ file, what: row?.what ?? "" })),
    skipped,
    found: counts
      .filter(([, count]) => count > 0)
      .map(([noun, count, nouns]) => ({ what: counted(count, noun, nouns ?? `${noun}s`), count })),
    facts: sides.facts,
    symbolic: sides.symbols.map(({ name, type, from }) => ({ name, type, from })),
    assumed: [...sides.assumptions.values()].map(({ id, text }) => ({ id, text })),
    undecided: sides.undecided,
    some: WORDS.filter((word) => !isComplete(after, word)).map((word) => `${word}: ${MISSING[word]}`),
    outside: sides.outside,
  };
}

/** Another form of what can be imported: that it was left out must not go unseen. */
const isForm = ({ format }: FormatRow): boolean => format.startsWith("terraform-") || format === "aws-table";

const sum = <T>(all: ReadonlyMap<string, T>, count: (thing: T) => number): number =>
  [...all.values()].reduce((sum, thing) => sum + count(thing), 0);

/** Where every account of which something is told knows all. */
function isComplete(draft: WorldDraft, word: Word): boolean {
  if (draft.known.get("")?.get(word) === "all") return true;
  const told = [...draft.known].filter(([account]) => account !== "");
  return told.length > 0 && told.every(([, words]) => words.get(word) === "all");
}

const MISSING: Readonly<Record<Word, string>> = {
  principals: "more users and roles may exist",
  policies: "principals may have more identity policies",
  grants: "keys may have more grants",
  keys: "more keys may exist",
  serviceControl: "service control policies that are not here may deny",
  resourceControl: "resource control policies that are not here may deny",
  endpoints: "policies of VPC endpoints that are not here may deny",
};
