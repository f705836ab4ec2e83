import type { Outcome } from "../../authz/decision.ts";
import { BoundedCache } from "../../base/bounded-cache.ts";
import type { Question } from "../../estate/question.ts";
import type { World } from "../../estate/world.ts";
import type { KeyFacts, Request } from "../../iam/request.ts";

export type ResolvedQuestion = { readonly request: Request; readonly key: KeyFacts | undefined };

/** A question with its text, which is the same for the same question. */
export type Written = { readonly question: Question; readonly text: string };
export const write = (question: Question): Written => ({ question, text: JSON.stringify(question) });

const MOST = 20_000;

/** What a world answers to questions that are asked for one mutant after another. */
export class WorldMemo {
  readonly world: World;
  readonly #outcomes = new BoundedCache<string, Outcome>(MOST);
  readonly #resolved = new BoundedCache<string, ResolvedQuestion | "lost">(MOST);

  constructor(world: World) {
    this.world = world;
  }

  outcome({ question, text }: Written): Outcome {
    return this.#outcomes.of(text, () => this.world.authorize(question).outcome);
  }

  /** Undefined for a question that leads nowhere. */
  resolved({ question, text }: Written): ResolvedQuestion | undefined {
    const resolved = this.#resolved.of(text, () => {
      const gathered = this.world.gather(question);
      return gathered.ok ? { request: gathered.value.request, key: gathered.value.key } : "lost";
    });
    return resolved === "lost" ? undefined : resolved;
  }
}
