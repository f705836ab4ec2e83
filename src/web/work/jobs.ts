import { whoCan } from "../../analysis/access.ts";
import type { Access, Comparison } from "../../analysis/answers.ts";
import { compare } from "../../analysis/compare.ts";
import { type Repairs, repairsFor } from "../../analysis/repair.ts";
import { resourceTypeOf } from "../../estate/policy-documents.ts";
import { type Decided, decideQuestion } from "../answer.ts";
import { type PolicyChange, policyChange, type WorldDocument, worldIn } from "../console/policy-change.ts";
import type { PageDocument } from "../documents.ts";
import { layOut, type PageGraph, type Picture } from "../graph/layout.ts";
import { readDocuments } from "../read.ts";
import type { PageQuestion } from "../state.ts";

type Asked = { readonly documents: readonly PageDocument[]; readonly question: PageQuestion };

/** What takes long, as plain data: it goes to another thread. */
export type Job =
  | ({ readonly kind: "access" } & Asked)
  | ({ readonly kind: "repairs" } & Asked)
  | ({ readonly kind: "comparison"; readonly base: readonly PageDocument[] } & Asked)
  | { readonly kind: "picture"; readonly graph: PageGraph; readonly widths: Readonly<Record<string, number>> }
  | { readonly kind: "key-access"; readonly world: WorldDocument; readonly arn: string }
  | { readonly kind: "policy-change"; readonly world: WorldDocument; readonly arn: string; readonly text: string };

/** What each gives: plain data, too. Texts say why there is nothing else. */
export type Answers = {
  readonly access: Access | string;
  readonly repairs: Repairs | string;
  readonly comparison: Comparison | string;
  readonly picture: Picture;
  readonly "key-access": Access | string;
  readonly "policy-change": PolicyChange;
};

export type AnswerOf<Kind extends Job["kind"]> = Answers[Kind];

/** Does a job. Pure, and the same wherever it is done. */
export function done(job: Job): Answers[Job["kind"]] {
  switch (job.kind) {
    case "access": {
      const decided = decidedIn(job.documents, job.question);
      return typeof decided === "string" ? decided : whoCan(decided.world, { key: decided.key });
    }
    case "repairs": {
      const decided = decidedIn(job.documents, job.question);
      return typeof decided === "string" ? decided : repairsFor(decided.answer, { world: decided.world, most: 3 });
    }
    case "comparison":
      return compared(job);
    case "picture":
      return layOut(job.graph, (text) => job.widths[text] ?? text.length * 7);
    case "key-access": {
      const world = worldIn(job.world);
      return typeof world === "string" ? world : whoCan(world, { key: job.arn });
    }
    case "policy-change":
      return policyChange(job.world, job.arn, job.text);
    default:
      return job satisfies never;
  }
}

function decidedIn(documents: readonly PageDocument[], question: PageQuestion): Decided | string {
  const found = decideQuestion(readDocuments(documents, resourceTypeOf(question.action, question.resource)), question);
  return "decided" in found ? found.decided : (found.invalid[0]?.message ?? "the question leads nowhere");
}

/** What of all that can be asked is answered otherwise than by the base; in words, why that cannot be said. */
function compared({ documents, question, base }: Extract<Job, { readonly kind: "comparison" }>): Comparison | string {
  const before = decidedIn(base, question);
  if (typeof before === "string") return `The base cannot be read: ${before}`;
  const after = decidedIn(documents, question);
  if (typeof after === "string") return after;
  const worlds = [before.world, after.world] as const;
  const keys = new Set(worlds.flatMap(({ estate }) => estate.keys.map(({ arn }) => arn)));
  if (keys.size <= MOST_KEYS) return compare(...worlds);
  const found = compare(...worlds, { keys: [after.key] });
  const text = `the changes on the ${keys.size - 1} other keys: so many are compared by \`kmsward diff\``;
  return { ...found, undecided: [...found.undecided, { code: "KW680", text }] };
}

const MOST_KEYS = 20; // that are compared while somebody types
