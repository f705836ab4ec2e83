import type { Apart } from "../analysis/apart.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { invariant } from "../base/invariant.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { shown } from "../base/text.ts";
import type { World } from "../estate/world.ts";
import { saysOnly } from "../tester/run.ts";
import type { TestCase, TestFile } from "../tester/test-case.ts";
import { attachmentMutants } from "./mutants/attachments.ts";
import { type IsEquivalent, isEquivalent } from "./mutants/equivalence.ts";
import { grantMutants } from "./mutants/grants.ts";
import type { Mutant, Subject, Touched } from "./mutants/mutant.ts";
import { policyMutants } from "./mutants/policies.ts";
import { policySources, type ReadText, surroundingsOf } from "./mutants/source.ts";
import { type Judged, judgedCases } from "./mutate-cases.ts";
import { countsOf, type MutantResult, type MutationReport, type Suggestion } from "./mutate-report.ts";
import { sampleOf } from "./sample.ts";
import { proofOf } from "./witness/proof.ts";
import { Suggester } from "./witness/witness.ts";

export type MutateOptions = {
  readonly select?: (test: TestCase) => boolean; // of the cases; absent: all
  readonly only?: (subject: Subject) => boolean; // of what is changed; absent: everything
  readonly max?: number; // try no more mutants than this, chosen by `seed`
  readonly seed?: number; // 0
  readonly readText?: ReadText; // of files whose policies are inline, so that diffs show their lines; absent: they show the policy's JSON
  readonly isEquivalent?: IsEquivalent; // of survivors, before the analysis of all requests; absent: proofs by form and catalog
  readonly suggest?: boolean; // look for a case that would kill each survivor; true
  readonly onProgress?: (tried: number, of: number) => void;
};

/**
 * Changes policies and grants one at a time, in ways that a person might by mistake, and finds out which changes no case notices. Deterministic. Cases run
 * only where what is changed has a say in what they ask, and no further than to the first that fails.
 *
 * Fails with KW630 where a case does not pass before anything is changed, and with KW631 where nothing can be changed or no case is left.
 */
export function mutate(files: readonly TestFile[], options: MutateOptions = {}): Result<MutationReport, readonly Diagnostic[]> {
  const { select = () => true, only = () => true, max, seed = 0, readText, onProgress } = options;
  const narrowed = saysOnly(files.flatMap(({ cases }) => cases.filter(select)));
  const cases = files.flatMap((file) => judgedCases(file, (test) => select(test) && (test.only || !narrowed)));
  if (cases.length === 0) return nothing(files, "no case is left to be run", "invariants and skipped cases are not run");
  const red = cases.filter(({ passes, world }) => !passes(world));
  if (red.length > 0) return fail(red.map(notGreen));

  const worlds = [...new Set(files.map(({ world }) => world))];
  const listed = listMutants(worlds, only, readText);
  if (listed.length === 0)
    return nothing(
      files,
      "there is nothing to change",
      "policies that AWS or a default gives are left alone, and `--only` selects among the others",
    );
  const chosen = max === undefined || listed.length <= max ? listed : sampleOf(listed, max, seed);
  const trial = new Trial(cases, options);
  const subjects: Subject[] = [];
  const numbers = new Map<string, number>(); // of subjects
  const results = chosen.map((entry, i): MutantResult => {
    onProgress?.(i, chosen.length);
    const { mutant } = entry;
    const name = JSON.stringify(mutant.subject);
    const subject = numbers.get(name) ?? subjects.push(mutant.subject) - 1;
    numbers.set(name, subject);
    return { ...trial.try(entry), subject };
  });
  return ok({
    version: 1,
    ...countsOf(results),
    cases: cases.length,
    files: files.map(({ path }) => path),
    ...(chosen !== listed && { sample: { of: listed.length, seed } }),
    subjects: subjects.map((subject, i) => ({ ...subject, ...countsOf(results.filter((result) => result.subject === i)) })),
    mutants: results,
  });
}

const notGreen = ({ test }: Judged): Diagnostic => ({
  code: "KW630",
  severity: "error",
  message: `the case ${shown(test.name)} fails before anything is changed`,
  at: test.at,
  help: "mutation needs tests that pass: see `kmsward test`",
});

const nothing = (files: readonly TestFile[], message: string, help: string): Result<never, readonly Diagnostic[]> =>
  fail([{ code: "KW631", severity: "error", message, at: { file: files[0]?.path ?? "kmsward mutate", pointer: "" }, help }]);

/** A mutant with its number. */
type Listed = { readonly id: string; readonly mutant: Mutant; readonly isSame: boolean };

/** All mutants of all documents and grants of some worlds, in the order of the documents and of the tables. */
export function listMutants(worlds: readonly World[], only: (subject: Subject) => boolean, readText?: ReadText): readonly Listed[] {
  const sources = policySources(worlds, readText);
  const around = surroundingsOf(worlds);
  const all = sources.flatMap((source) => {
    const { mutants, equivalent } = policyMutants(source, around);
    return [...mutants.map((mutant) => ({ mutant, isSame: false })), ...equivalent.map((mutant) => ({ mutant, isSame: true }))];
  });
  const others = [...attachmentMutants(sources), ...grantMutants(worlds, around)].map((mutant) => ({ mutant, isSame: false }));
  return [...all, ...others].map((entry, i) => ({ id: String(i + 1), ...entry })).filter(({ mutant }) => only(mutant.subject));
}

type Proved = { readonly world: World; readonly other: World; readonly apart: Apart };

/** Tries mutants on the cases. */
class Trial {
  readonly #cases: readonly Judged[];
  readonly #options: MutateOptions;
  readonly #suggester: Suggester;
  readonly #touching = new Map<Touched, number[]>(); // cases by what has a say in them

  constructor(cases: readonly Judged[], options: MutateOptions) {
    this.#cases = cases;
    this.#options = options;
    this.#suggester = new Suggester(cases);
    cases.forEach(({ gathers }, i) => {
      for (const one of gathers) {
        const known = this.#touching.get(one);
        if (known === undefined) this.#touching.set(one, [i]);
        else known.push(i);
      }
    });
  }

  try({ id, mutant, isSame }: Listed): Omit<MutantResult, "subject"> {
    const { mutator, what, at, end, replacement } = mutant;
    const told = { id, mutator, what, at, ...(end && { end }), ...(replacement !== undefined && { replacement }) };
    if (isSame) return { ...told, status: "equivalent", ran: 0 };
    const changed = changedWorlds(mutant);
    const touched = this.#casesOf(mutant);
    let ran = 0;
    for (const { passes, world, file, test } of touched) {
      const other = changed(world);
      invariant(other !== undefined, "a case gathers what is not in its world");
      ran++;
      if (passes(other)) continue;
      const { line } = test.at;
      return { ...told, status: "killed", ran, killedBy: { file: file.path, name: test.name, ...(line !== undefined && { line }) } };
    }
    if (mutant.isEquivalent(this.#options.isEquivalent ?? isEquivalent)) return { ...told, status: "equivalent", ran };
    const found = this.#suggester.suggest(mutant, changed, touched); // also where none is wanted: what is shown needs no proof, which costs more
    const proofs = found === undefined ? this.#proofs(mutant, changed) : [];
    if (proofs.length > 0 && proofs.every(({ apart }) => apart.is === "alike")) return { ...told, status: "equivalent", ran };
    const suggestion = this.#options.suggest === false ? undefined : (found ?? this.#shown(proofs, touched));
    return {
      ...told,
      status: touched.length === 0 ? "uncovered" : "survived",
      ran,
      diff: mutant.diff(),
      ...(suggestion && { suggestion }),
    };
  }

  /** What the analysis of all requests says of it, in each of its worlds. */
  #proofs(mutant: Mutant, changed: (world: World) => World | undefined): readonly Proved[] {
    return mutant.parts.flatMap((part) => {
      const other = changed(part.world);
      return other === undefined ? [] : [{ world: part.world, other, apart: proofOf(mutant, part, other) }];
    });
  }

  #shown(proofs: readonly Proved[], touched: readonly Judged[]): Suggestion | undefined {
    for (const { world, other, apart } of proofs) {
      const shown = apart.is === "apart" ? this.#suggester.fromRequests(apart.requests, world, other, touched) : undefined;
      if (shown !== undefined) return shown;
    }
    return undefined;
  }

  /** In the order of the files. */
  #casesOf({ parts }: Mutant): readonly Judged[] {
    const numbers = new Set(parts.flatMap(({ touches }) => touches.flatMap((one) => this.#touching.get(one) ?? [])));
    return [...numbers].sort((a, b) => a - b).map((i) => this.#cases[i] as Judged);
  }
}

/** The worlds of a mutant, each made when it is first asked for. */
export function changedWorlds({ parts }: Mutant): (world: World) => World | undefined {
  const made = new Map<World, World>();
  return (world) => {
    const part = parts.find((one) => one.world === world);
    if (part !== undefined && !made.has(world)) made.set(world, world.changed(part.change));
    return made.get(world);
  };
}
