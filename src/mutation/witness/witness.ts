import type { Estate } from "../../estate/estate.ts";
import type { Question } from "../../estate/question.ts";
import type { World } from "../../estate/world.ts";
import { parseArn } from "../../iam/arn.ts";
import type { Request } from "../../iam/request.ts";
import { OUTCOME_WORDS } from "../../tester/problem.ts";
import type { TestFile } from "../../tester/test-case.ts";
import type { Mutant } from "../mutants/mutant.ts";
import type { Judged } from "../mutate-cases.ts";
import type { Suggestion } from "../mutate-report.ts";
import { entryOf, fitsFile, yamlOf } from "./case.ts";
import { showsIn } from "./filter.ts";
import { aimOf, shortPrincipal } from "./focus.ts";
import { WorldMemo, write } from "./memo.ts";
import { questionsFor } from "./proof.ts";
import { findWitness, smallest, type Witness, witnessOf } from "./search.ts";

/** Finds cases that would kill mutants. What it knows of the cases serves for all of them. */
export class Suggester {
  readonly #cases: readonly Judged[];
  readonly #seeds = new Map<Judged, readonly Question[]>();
  readonly #memos = new Map<World, WorldMemo>();

  constructor(cases: readonly Judged[]) {
    this.#cases = cases;
  }

  /**
   * A case that passes today and would fail on the mutant; undefined where no request is found that shows the change. `touched`: the cases that ask
   * something in which what is changed has a say.
   */
  suggest(mutant: Mutant, changed: (world: World) => World | undefined, touched: readonly Judged[]): Suggestion | undefined {
    for (const { world } of mutant.parts) {
      const [own, any] = [touched, this.#cases].map((cases) => cases.filter((one) => one.world === world));
      const near = own?.length ? own : (any ?? []);
      const file = near[0]?.file;
      const other = changed(world);
      if (file === undefined || other === undefined) continue;
      const memo = this.#memoOf(world);
      const worlds = { original: memo, mutant: other };
      const fits = (question: Question) => fitsFile(question, file.defaults);
      const seeds = near.slice(0, MOST_SEEDS).flatMap((judged) => this.#seedsOf(judged));
      const found = findWitness(worlds, seeds, aimOf(mutant.focus, world), { fits, mayShow: showsIn(mutant.focus, memo) });
      if (found === undefined) continue;
      return suggestionOf(smallest(worlds, found, fits), file);
    }
    return undefined;
  }

  /** The same of requests that somebody says tell two worlds apart: the first for which they do, written as a case. */
  fromRequests(requests: readonly Request[], world: World, other: World, touched: readonly Judged[]): Suggestion | undefined {
    const near = touched.find((one) => one.world === world) ?? this.#cases.find((one) => one.world === world);
    if (near === undefined) return undefined;
    const { file } = near;
    const worlds = { original: this.#memoOf(world), mutant: other };
    const fits = (question: Question) => fitsFile(question, file.defaults);
    for (const question of requests.flatMap((request) => questionsFor(request, world))) {
      const found = fits(question) ? witnessOf(worlds, write(question)) : undefined;
      if (found !== undefined) return suggestionOf(smallest(worlds, found, fits), file);
    }
    return undefined;
  }

  #memoOf(world: World): WorldMemo {
    const known = this.#memos.get(world) ?? new WorldMemo(world);
    this.#memos.set(world, known);
    return known;
  }

  #seedsOf(judged: Judged): readonly Question[] {
    const known = this.#seeds.get(judged) ?? inNames(judged.questions, judged.world.estate);
    this.#seeds.set(judged, known);
    return known;
  }
}

function suggestionOf(witness: Witness, file: TestFile): Suggestion {
  const entry = entryOf(witness, file.defaults);
  return { entry, yaml: yamlOf(entry), file: file.path, original: OUTCOME_WORDS[witness.original], mutant: OUTCOME_WORDS[witness.mutant] };
}

const MOST_SEEDS = 60;

/** Questions in the names of the world, as a test file writes them: flows ask in ARNs. Those that no file can write are left out. */
const inNames = (questions: readonly Question[], estate: Estate): readonly Question[] =>
  questions.flatMap((question) => {
    if (question.session !== undefined || question.moreGrants !== undefined) return [];
    const { principal, key, ...rest } = question;
    const arn = typeof principal === "string" ? principal : principal.arn;
    const short = parseArn(key ?? "") === undefined ? key : (estate.keys.find((one) => one.arn === key)?.name ?? key);
    return [{ principal: shortPrincipal(arn, estate), ...rest, ...(short !== undefined && { key: short }) }];
  });
