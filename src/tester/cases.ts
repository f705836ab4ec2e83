import { readRegion } from "../analysis/region.ts";
import type { Place } from "../base/diagnostic.ts";
import { pointerStep, shown } from "../base/text.ts";
import type { World } from "../estate/world.ts";
import { CaseChecks, type Tell } from "./case-checks.ts";
import { CaseMembers } from "./case-members.ts";
import type { CaseEntry, InvariantEntry, Row, TestDocument } from "./document.ts";
import { type EachRow, emptyPlaceholders, MOST_ROWS, rowCount, rowName, rowsOf } from "./each.ts";
import type { Check, TestCase } from "./test-case.ts";

const MOST_CASES = 100_000;

type Placed = (pointer: string) => Place;

/** What a document tries, in the order it is written: cases, each row as one of its own, then invariants. All that is wrong is told. */
export function casesOf(document: TestDocument, world: World, placeOf: Placed, tell: Tell): readonly TestCase[] {
  const { cases = [], invariants = [] } = document;
  const reader = new CasesReader(document, world, placeOf, tell);
  cases.forEach((entry, i) => {
    reader.case(entry, pointerStep("/cases", i));
  });
  invariants.forEach((entry, i) => {
    reader.invariant(entry, pointerStep("/invariants", i));
  });
  return reader.cases;
}

class CasesReader {
  readonly cases: TestCase[] = [];
  readonly #document: TestDocument;
  readonly #world: World;
  readonly #checks: CaseChecks;
  readonly #placeOf: Placed;
  readonly #tell: Tell;
  readonly #names = new Map<string, Place>();
  #rows = 0;

  constructor(document: TestDocument, world: World, placeOf: Placed, tell: Tell) {
    this.#document = document;
    this.#world = world;
    this.#checks = new CaseChecks(world, tell);
    this.#placeOf = placeOf;
    this.#tell = tell;
  }

  case(entry: CaseEntry, pointer: string): void {
    for (const { row, name } of this.#rowsOf(entry, pointer)) {
      const check = this.#checks.of(new CaseMembers(entry, pointer, row, this.#document.defaults ?? {}));
      this.#add(name, row?.pointer ?? pointer, entry, check);
    }
  }

  invariant(entry: InvariantEntry, pointer: string): void {
    const { name, skip: _, ...invariant } = entry;
    const region = readRegion(this.#world, invariant);
    if (!region.ok) for (const fault of region.error) this.#tell(fault.code, pointer + fault.pointer, fault.message, fault.help);
    this.#add(name, pointer, { skip: entry.skip }, { kind: "invariant", invariant });
  }

  /** The rows of a case with their names; a case without a table is its own only row. */
  #rowsOf(entry: CaseEntry, pointer: string): readonly { readonly row: EachRow | undefined; readonly name: string }[] {
    const { each, name } = entry;
    const count = each === undefined ? 1 : rowCount(each);
    this.#rows += count <= MOST_ROWS ? count : 0;
    if (each === undefined) return this.#rows > MOST_CASES ? this.#tooMany(pointer) : [{ row: undefined, name }];
    const table = pointerStep(pointer, "each");
    if (count > MOST_ROWS) return this.#noRows(table, `the table has ${count} rows, and at most ${MOST_ROWS} are tried`);
    if (this.#rows > MOST_CASES) return this.#tooMany(table);
    if (!Array.isArray(each) && Object.keys(each).length === 0) return this.#noRows(table, "the table has no list");
    const rows = rowsOf(each, table, pointer);
    this.#placeholders(
      name,
      rows.map(({ values }) => values),
      pointer,
    );
    return rows.map((row) => ({ row, name: rowName(name, row.values) }));
  }

  #tooMany = (pointer: string): readonly never[] =>
    this.#noRows(pointer, `the file has more than ${MOST_CASES} cases`, "spread them over several files");

  #noRows(pointer: string, message: string, help?: string): readonly never[] {
    this.#tell("KW604", pointer, message, help);
    return [];
  }

  #placeholders(name: string, rows: readonly Row[], pointer: string): void {
    for (const { placeholder, near } of emptyPlaceholders(name, rows)) {
      const help = near === undefined ? "a dollar sign is written `$$`" : `did you mean \`$${near}\`?`;
      this.#tell("KW604", pointerStep(pointer, "name"), `not every row has a value for ${placeholder}`, help);
    }
  }

  #add(name: string, pointer: string, { skip, only }: Pick<CaseEntry, "skip" | "only">, check: Check | undefined): void {
    const at = this.#placeOf(pointer);
    if (name.trim() === "") this.#tell("KW602", pointer, "the name is empty", "reports tell tests apart by their names");
    const first = this.#names.get(name);
    if (first !== undefined) {
      const help = "give it another; of rows, tell them apart by placeholders such as `$principal`";
      this.#tell(
        "KW602",
        pointer,
        `the name ${shown(name)} is that of ${first.line === undefined ? "another test" : `the test in line ${first.line}`}`,
        help,
      );
    }
    this.#names.set(name, first ?? at);
    if (check === undefined) return;
    const why = skip === true ? "" : skip === false ? undefined : skip;
    this.cases.push({ name, at, ...(why !== undefined && { skip: why }), only: only === true, check });
  }
}
