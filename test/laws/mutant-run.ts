import { parentPort, workerData } from "node:worker_threads";
import { type Answer, authorizer, type Case, decide, InvalidPolicyError } from "../../src/index.ts";
import type { Expected } from "../fixtures.ts";
import { crowded } from "./crowd.ts";

/**
 * What runs in a worker, bundled with the engine as one mutant has it: asks every question until an answer is not what is expected, and posts which one
 * (undefined if all are).
 */
export type Question = { readonly name: string; readonly case: Case; readonly expect: Expected };

type Said = Pick<Answer, "decision" | "outcome" | "by" | "missing" | "error" | "invalid">;

/** What is wrong with an answer; undefined where it is what is expected. */
function flaw(said: Said, { invalid, outcome, by, missing, message, errorName }: Expected): string | undefined {
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
  const resourceType = action.startsWith("kms:") ? "key-policy" : action.startsWith("sts:") && request.resource.includes(":role/") ? "trust" : "resource";
  try {
    return authorizer({ policies, grants, key, resourceType })(request);
  } catch (error) {
    if (error instanceof InvalidPolicyError) return { decision: "Deny", outcome: "undetermined", by: [], invalid: error.diagnostics };
    throw error;
  }
}

const WAYS: Readonly<Record<string, (asked: Case) => Said>> = {
  decide,
  authorizer: askAuthorizer,
  "in a crowd": (asked) => askAuthorizer(crowded(asked)),
};

/** Looked up by value are conditions of StringEquals: a crowd makes no difference to others. */
const minds = (way: string, { case: { policies }, expect }: Question): boolean =>
  way !== "in a crowd" || (expect.invalid === undefined && JSON.stringify(policies)?.includes("StringEquals"));

function firstFlaw(questions: readonly Question[]): string | undefined {
  for (const [way, ask] of Object.entries(WAYS)) {
    for (const { name, case: asked, expect } of questions.filter((question) => minds(way, question))) {
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

const ALICE = "arn:aws:iam::111122223333:user/alice";
const BOB = "arn:aws:iam::111122223333:user/bob";
const own = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::bucket/${aws:username}" }] };

/** One engine is asked of so many things that it has to forget: no two callers, actions or resources may ever be taken for one another. */
function forgetfulFlaw(): string | undefined {
  const ask = authorizer({ policies: { identity: [own] }, resourceType: "resource" });
  const mayRead = (principal: string, name: string, action = "s3:GetObject") => ask({ principal, action, resource: `arn:aws:s3:::bucket/${name}` }).decision === "Allow";
  const isRight = () => mayRead(ALICE, "alice") && !mayRead(ALICE, "bob") && !mayRead(BOB, "alice") && mayRead(BOB, "bob") && !mayRead(BOB, "bob", "s3:PutObject");
  if (!isRight()) return "a first engine is wrong";
  for (let i = 0; i < 66_000; i++) if (mayRead(ALICE, `${i}`)) return "someone else's file is read";
  for (const [who, name] of [[BOB, "alice"], [ALICE, "bob"]] as const) if (mayRead(who, name)) return "after a while, someone else's file is read";
  return isRight() ? undefined : "after a while, its answers are wrong";
}

parentPort?.postMessage(firstFlaw(workerData as readonly Question[]) ?? forgetfulFlaw());
