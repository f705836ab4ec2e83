import { parentPort, workerData } from "node:worker_threads";
import { type Answer, authorizer, type Case, decide, InvalidPolicyError } from "../../src/index.ts";
import type { Expected } from "../fixtures.ts";
import { crowded } from "./crowd.ts";
import { streamFlaw } from "./streams.ts";

/**
 * What runs in a worker, bundled with the engine as one mutant has it: asks every question until an answer is not what is expected, and posts which one
 * (undefined if all are).
 */
export type Question = { readonly name: string; readonly case: Case; readonly expect: Expected };

type Said = Pick<Answer, "decision" | "outcome" | "by" | "missing" | "assumed" | "error" | "invalid">;

/** What is wrong with an answer; undefined where it is what is expected. */
function flaw(said: Said, { invalid, outcome, by, missing, assumed, message, errorName }: Expected): string | undefined {
  if (invalid !== undefined) {
    const codes = (said.invalid ?? []).filter(({ severity }) => severity === "error").map(({ code }) => code as string);
    if (codes.length === 0) return "is read";
    const wanted = invalid === true ? [] : invalid;
    return wanted.every((code) => codes.includes(code)) ? undefined : `is refused with ${codes.join(", ")}`;
  }
  if (said.invalid !== undefined) return "is refused";
  if (said.outcome !== outcome || (said.decision === "Allow") !== (outcome === "allowed")) return said.outcome;
  if (by && listed(said.by, outcome) !== listed(by, outcome)) return `by ${JSON.stringify(said.by)}`;
  if (missing && listed(said.missing ?? []) !== listed(missing)) return `missing ${said.missing?.join(", ")}`;
  if (assumed && listed(said.assumed ?? []) !== listed(assumed)) return `assumed ${said.assumed?.join(", ")}`;
  if (message !== undefined && said.error?.message !== message) return `${said.error?.message}`;
  return errorName !== undefined && said.error?.name !== errorName ? `${said.error?.name}` : undefined;
}

/** Denials name their statements in order, all other lists are sets. */
function listed(items: readonly unknown[], outcome?: string): string {
  const texts = items.map((item) => JSON.stringify(item));
  return (outcome === "explicitDeny" ? texts : texts.sort()).join();
}

/** The answer by way of an authorizer: no validator stands before its engine. */
function askAuthorizer({ request, policies, grants, key }: Case): Said {
  const action = String(request.action).toLowerCase();
  const resourceType = action.startsWith("kms:")
    ? "key-policy"
    : action.startsWith("sts:") && request.resource.includes(":role/")
      ? "trust"
      : "resource";
  try {
    return authorizer({ policies, grants, key, resourceType })(request);
  } catch (error) {
    if (error instanceof InvalidPolicyError) return { decision: "Deny", outcome: "undetermined", by: [], invalid: error.diagnostics };
    throw error;
  }
}

/** How a question is asked, and which ones: a validator only refuses, and looked up by value are conditions of StringEquals. */
const WAYS: Readonly<Record<string, { readonly ask: (asked: Case) => Said; readonly minds: (question: Question) => boolean }>> = {
  authorizer: { ask: askAuthorizer, minds: () => true },
  decide: { ask: decide, minds: ({ expect }) => expect.invalid !== undefined },
  "in a crowd": {
    ask: (asked) => askAuthorizer(crowded(asked)),
    minds: ({ case: { policies }, expect }) => expect.invalid === undefined && JSON.stringify(policies ?? {}).includes("StringEquals"),
  },
};

function firstFlaw(questions: readonly Question[]): string | undefined {
  for (const [way, { ask, minds }] of Object.entries(WAYS)) {
    for (const { name, case: asked, expect } of questions.filter(minds)) {
      const found = flaw(answerOf(ask, asked), expect);
      if (found !== undefined) return `${name} (${way}): ${found}`;
    }
  }
  return undefined;
}

/** An engine that throws is wrong, and its answer is told like another. */
function answerOf(ask: (asked: Case) => Said, asked: Case): Said {
  try {
    return ask(asked);
  } catch (error) {
    return { decision: "Deny", outcome: `throws ${error}` as Answer["outcome"], by: [] };
  }
}

parentPort?.postMessage(firstFlaw(workerData as readonly Question[]) ?? streamFlaw());
