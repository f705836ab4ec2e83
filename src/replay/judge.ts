import type { Determining, Outcome } from "../authz/decision.ts";
import type { World } from "../estate/world.ts";
import type { Request } from "../iam/request.ts";
import { classOf, combined, type ReplayClass } from "./classes.ts";
import type { RecordedCall } from "./recorded-call.ts";
import { type Taken, type Verdict, WorldSide } from "./world-side.ts";

/** What the worlds say of one check of a call. */
export type JudgedCheck = {
  readonly action: string;
  readonly request?: Request;
  readonly before?: Outcome;
  readonly after: Outcome;
  readonly by: readonly Determining[]; // of the world that is proposed
  readonly perhaps?: readonly Determining[]; // of what is undetermined by it: what may have let it in
  readonly missing: readonly string[];
};

/** A recorded call, judged. `elsewhere`: on a key that the worlds do not have. */
export type Judged = { readonly class: ReplayClass; readonly checks: readonly JudgedCheck[] } | { readonly elsewhere: string };

/** What a call is counted as. */
export type Classed = ReplayClass | typeof ELSEWHERE;
export const ELSEWHERE = "elsewhere";

/** Puts recorded calls to the world that is proposed, and to the one of then where it is given. */
export class Judge {
  readonly #after: WorldSide;
  readonly #before: WorldSide | undefined;

  constructor(after: World, before: World | undefined, taken: Taken) {
    this.#after = new WorldSide(after, taken);
    this.#before = before && new WorldSide(before, taken);
  }

  get worlds(): readonly World[] {
    return [this.#after.world, ...(this.#before === undefined ? [] : [this.#before.world])];
  }

  /** The class alone of what `judge` gives, and at less cost. */
  classOf({ recorded, checks }: RecordedCall): Classed {
    const pairs = checks.map((check) => ({ check, after: this.#after.outcomeOf(check), before: this.#before?.outcomeOf(check) }));
    const isForeign = pairs.map(({ after, before }) => after === undefined && before === undefined);
    const isOurs = pairs.some(({ check }, i) => !isForeign[i] && "question" in check && check.question.key !== undefined);
    if (isForeign.includes(true) && !isOurs) return ELSEWHERE;
    const before = this.#before && combined(pairs.map((one) => one.before ?? "undetermined"));
    return classOf(recorded, before, combined(pairs.map(({ after }) => after ?? "undetermined")));
  }

  judge({ recorded, checks }: RecordedCall): Judged {
    const pairs = checks.map((check) => ({ check, after: this.#after.ask(check), before: this.#before?.ask(check) }));
    const foreign = pairs.map(({ after, before }) => (before === undefined || before.kind === "elsewhere" ? elsewhere(after) : undefined));
    const isOurs = pairs.some(({ check }, i) => foreign[i] === undefined && "question" in check && check.question.key !== undefined);
    const key = foreign.find((one) => one !== undefined);
    if (key !== undefined && !isOurs) return { elsewhere: key };
    const judged = pairs.map(({ check, before, after }) => together(check.action, before, after));
    const before = this.#before && combined(judged.map((one) => one.before ?? "undetermined"));
    return { class: classOf(recorded, before, combined(judged.map((one) => one.after))), checks: judged };
  }
}

/** The key, of a verdict on one that the world does not have. */
const elsewhere = (verdict: Verdict): string | undefined => (verdict.kind === "elsewhere" ? verdict.key : undefined);

function together(action: string, before: Verdict | undefined, after: Verdict): JudgedCheck {
  const request = "request" in after ? after.request : before !== undefined && "request" in before ? before.request : undefined;
  const missing = [...new Set([after, before].flatMap((verdict) => (verdict === undefined ? [] : missingOf(verdict))))];
  return {
    action,
    ...(request !== undefined && { request }),
    ...(before !== undefined && { before: outcomeOf(before) }),
    after: outcomeOf(after),
    by: after.kind === "decided" ? after.by : [],
    ...(after.kind === "decided" && after.perhaps !== undefined && { perhaps: after.perhaps }),
    missing,
  };
}

const outcomeOf = (verdict: Verdict): Outcome => (verdict.kind === "decided" ? verdict.outcome : "undetermined");

const missingOf = (verdict: Verdict): readonly string[] =>
  verdict.kind === "elsewhere" ? [`the key policy of ${verdict.key}`] : verdict.missing;
