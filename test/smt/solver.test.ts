import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare } from "../../src/analysis/compare.ts";
import { prove } from "../../src/analysis/prove.ts";
import type { Invariant, Requests } from "../../src/analysis/requests.ts";
import { comparisonQuestions, invariantQuestions, type Question } from "../../src/smt/question.ts";
import { resolveWorld } from "../../src/world/reader.ts";
import { GUEST, HOME } from "../generators/vocabulary.ts";
import { mutated, Picks } from "../generators/world-changes.ts";
import { type Drawn, drawnArbitrary, optionsOf } from "../laws/analysis-world-laws.ts";
import { hasSolver, solve, type Verdict } from "./solver.ts";

/**
 * The analysis against a solver of others: cvc5 answers the same questions, which the encoder writes from the parsed policies and not from the formula of the
 * analysis. It is the Debian package `cvc5` (.ci/packages).
 */

const LONG = process.env.KMSWARD_LONG === "1";
const SEED = process.env.KMSWARD_SEED === "random" ? undefined : Number(process.env.KMSWARD_SEED ?? 20261130);
const PAIRS = LONG ? 2000 : 200;
const INVARIANTS = LONG ? 1000 : 100;
const LIMIT = LONG ? 60_000 : 10_000; // milliseconds a question
const AT_ONCE = 2;

const drawn = (numRuns: number) => fc.sample(drawnArbitrary, SEED === undefined ? { numRuns } : { numRuns, seed: SEED });

/** A question, and what the analysis says to it: undefined where it says that it cannot tell. */
type Task = { readonly question: Question; readonly expected: "sat" | "unsat" | undefined; readonly about: object };

type Tally = { agreed: Record<"sat" | "unsat", number>; refused: number; gaveUp: number; undecided: number; flaws: string[] };

async function ask(tasks: readonly Task[]): Promise<Tally> {
  const tally: Tally = { agreed: { sat: 0, unsat: 0 }, refused: 0, gaveUp: 0, undecided: 0, flaws: [] };
  let next = 0;
  const worker = async () => {
    for (let task = tasks[next++]; task !== undefined; task = tasks[next++]) {
      const { question, expected, about } = task;
      if (question.refused !== undefined) tally.refused++;
      else if (expected === undefined) tally.undecided++;
      else {
        const { verdict } = await solve(question.text, LIMIT);
        if (verdict === "unknown") tally.gaveUp++;
        else if (verdict === expected) tally.agreed[verdict]++;
        else tally.flaws.push(`the analysis says ${expected}, cvc5 ${verdict}: ${question.name} ${JSON.stringify(about)}`);
        if (verdict === "unsat") tally.flaws.push(...(await vacuous(question)));
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return tally;
}

let proved = 0;

/** Of nothing everything is proved: there are requests at all. Asked of one proof in ten. */
async function vacuous({ name, text }: Question): Promise<readonly string[]> {
  if (proved++ % 10 !== 0) return [];
  const withoutQuestion = text.replace(/; --- The question ---\n[^\n]*\n/, "");
  const { verdict }: { verdict: Verdict } = await solve(withoutQuestion, LIMIT);
  return verdict === "unsat" ? [`there is no request at all: ${name}`] : [];
}

function* comparisons({ document, numbers }: Drawn): Iterable<Task> {
  const after = mutated(document, numbers);
  const [one, other] = [resolveWorld(document).world, resolveWorld(after).world];
  if (one === undefined || other === undefined) return;
  const options = optionsOf(one, numbers);
  const { changes, undecided } = compare(one, other, options);
  for (const question of comparisonQuestions(one, other, options)) {
    const has = changes.some(({ direction }) => question.name.endsWith(`-${direction}`));
    yield { question, expected: has ? "sat" : undecided.length > 0 ? undefined : "unsat", about: { before: document, after, options } };
  }
}

const WHO = [
  undefined,
  "*",
  "alice",
  "arn:aws:iam::*:role/*",
  HOME,
  GUEST,
  `arn:aws:iam::${HOME}:role/ops`,
  `arn:aws:sts::${HOME}:assumed-role/app/s1`,
  "s3.amazonaws.com",
];
const ACTIONS = ["kms:Decrypt", "kms:CreateGrant", "Encrypt", "kms:Generate*", "kms:RetireGrant", "kms:PutKeyPolicy"];
const CONTEXTS = [
  { "aws:SourceIp": "10.0.0.0/8" },
  { "aws:MultiFactorAuthPresent": true },
  { "aws:PrincipalTag/team": "re*" },
  { "aws:PrincipalOrgID": "o-1" },
];
const EXCEPTIONS = [{ "aws:PrincipalOrgID": "o-1" }, { "aws:SourceVpce": "vpce-1" }, { "aws:PrincipalTag/team": "red" }];

function* invariants({ document, numbers }: Drawn): Iterable<Task> {
  const { world } = resolveWorld(document);
  if (world === undefined) return;
  const picks = new Picks(numbers);
  const kind = picks.of(["never", "never", "only", "only", "always"] as const);
  const principal = picks.of(WHO) ?? (kind === "only" ? "alice" : undefined);
  const maybe = <T>(one: T): T | undefined => (picks.number(3) === 0 ? one : undefined);
  const requests: Requests = {
    principal,
    action: picks.of(ACTIONS),
    key: picks.of(world.estate.keys).name,
    encryptionContext: maybe({ tenant: picks.of(["a", "b"]) }),
    viaService: maybe(picks.of(["s3", "ec2"])),
    context: maybe(picks.of(CONTEXTS)),
    unless: maybe(picks.of(EXCEPTIONS)),
  };
  const invariant: Invariant = { [kind]: requests };
  const { verdict } = prove(world, invariant);
  const expected = verdict === "unknown" ? undefined : verdict === "refuted" ? "sat" : "unsat";
  for (const question of invariantQuestions(world, kind, invariant)) yield { question, expected, about: { document, invariant } };
}

describe.skipIf(!hasSolver())("cvc5", { timeout: 3_600_000 }, () => {
  it("finds worlds alike and apart as `compare` does", async () => {
    const tasks = drawn(PAIRS).flatMap((one) => [...comparisons(one)]);
    const { agreed, refused, gaveUp, undecided, flaws } = await ask(tasks);
    expect(flaws).toEqual([]);
    expect(gaveUp).toBeLessThan(tasks.length / 50);
    expect(refused + undecided).toBeLessThan(tasks.length / 10);
    expect(agreed.sat).toBeGreaterThan(tasks.length / 20);
    expect(agreed.unsat).toBeGreaterThan(tasks.length / 3);
  });

  it("proves and refutes as `prove` does", async () => {
    const tasks = drawn(INVARIANTS).flatMap((one) => [...invariants(one)]);
    const { agreed, gaveUp, refused, undecided, flaws } = await ask(tasks);
    expect(flaws).toEqual([]);
    expect(gaveUp).toBeLessThan(tasks.length / 20);
    expect(refused + undecided).toBeLessThan(tasks.length / 5);
    expect(agreed.sat).toBeGreaterThan(tasks.length / 10);
    expect(agreed.unsat).toBeGreaterThan(tasks.length / 10);
  });
});

if (!hasSolver())
  process.stderr.write("skipped: cvc5 is not installed, so no other solver confirms the analysis (`.ci/packages` installs it)\n");
