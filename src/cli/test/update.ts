import { provenanceOf } from "../../authz/answer.ts";
import type { Answer, Determining } from "../../authz/decision.ts";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { type JsonNode, readJson } from "../../base/json-source.ts";
import { isYaml, pointerStep } from "../../base/text.ts";
import type { WorldAnswer } from "../../estate/world.ts";
import { decisive, GRANT, outcomeOf } from "../../tester/deciding.ts";
import type { Expected } from "../../tester/document.ts";
import { isMet } from "../../tester/judge.ts";
import { OUTCOME_WORDS } from "../../tester/problem.ts";
import type { TestResult } from "../../tester/result.ts";
import type { Expectation, TestCase } from "../../tester/test-case.ts";
import { nodeAt } from "../../world/files.ts";
import { applyExpectations, type NewExpectation } from "./update-edit.ts";

/** A case that was tried, what became of it, and the answers it got. */
export type Tried = { readonly test: TestCase; readonly result: TestResult; readonly answers: readonly WorldAnswer[] };

export type Update = {
  readonly text: string; // of the file, with the new expectations
  readonly updated: number; // expectations
  readonly left: readonly Diagnostic[]; // warnings: those that cannot be updated, and why
};

/**
 * A test file with what happens now as the expectation of its failing cases; all else of its text stays as it is. An expectation keeps how much it
 * says: `deny` stays without its kind, and a `via` stays one. `cases` are all of the file, in its order; those not tried have no `Tried`.
 */
export async function updateExpectations(
  path: string,
  text: string,
  cases: readonly TestCase[],
  tried: ReadonlyMap<TestCase, Tried>,
): Promise<Update> {
  const read = isYaml(path) ? (await import("../../world/yaml-source.ts")).readYaml : readJson;
  const { node: root } = read(text);
  if (root === undefined) return { text, updated: 0, left: [] };
  const left: Diagnostic[] = [];
  const wanted: NewExpectation[] = [];
  for (const [holder, group] of byHolder(root, cases)) {
    const failed = group.find((test) => tried.get(test)?.result.status === "failed");
    if (failed === undefined) continue;
    const found = newExpectation(
      root,
      holder,
      group.map((test) => tried.get(test)),
    );
    if ("why" in found) left.push(untouched(failed, found.why));
    else wanted.push({ ...found, holder, for: failed });
  }
  const edited = applyExpectations(text, root, wanted, (changed) => read(changed).node);
  left.push(
    ...edited.refused.map((test) => untouched(test, "its text cannot be changed without changing more: an anchor shares it, perhaps")),
  );
  return { text: edited.text, updated: wanted.length - edited.refused.length, left };
}

const untouched = ({ name, at }: TestCase, why: string): Diagnostic => ({
  code: "KW643",
  severity: "warning",
  message: `the expectation of \`${name}\` is not updated: ${why}`,
  at,
});

/** The cases by the part of the file that holds their expectation: a row of `each`, or the case, whose rows then share it. */
function byHolder(root: JsonNode, cases: readonly TestCase[]): ReadonlyMap<string, readonly TestCase[]> {
  const groups = new Map<string, TestCase[]>();
  for (const test of cases) {
    const holder = holderOf(root, test.at.pointer);
    const group = groups.get(holder);
    if (group === undefined) groups.set(holder, [test]);
    else group.push(test);
  }
  return groups;
}

function holderOf(root: JsonNode, pointer: string): string {
  const [entry = ""] = /^\/[^/]+\/[0-9]+/.exec(pointer) ?? [];
  return pointer !== entry && hasMember(nodeAt(root, pointer), "expect") ? pointer : entry;
}

const hasMember = (node: JsonNode | undefined, name: string): boolean =>
  node?.kind === "object" && node.members.some((member) => member.name === name);

type Found = Pick<NewExpectation, "outcome" | "via"> | { readonly why: string };

/** What all the cases of a group may expect together, such that every one of them passes. */
function newExpectation(root: JsonNode, holder: string, group: readonly (Tried | undefined)[]): Found {
  if (hasMember(nodeAt(root, pointerStep(holder, "each")), "expect")) return { why: "its expectations are a list of `each`" };
  const tried = group.filter((each): each is Tried => each !== undefined && each.result.status !== "skipped");
  if (tried.length < group.length) return { why: "some of its rows were not tried" };
  const facts = tried.map(factOf);
  const untried = facts.find((fact) => "why" in fact);
  if (untried !== undefined) return untried;
  const outcomes = new Set(facts.map((fact) => ("outcome" in fact ? fact.outcome : "")));
  if (outcomes.size > 1) return { why: `its rows differ: some are ${[...outcomes].join(", others ")}` };
  const [outcome] = outcomes as ReadonlySet<Expected>;
  if (outcome === undefined) return { why: "nothing was asked" };
  const saysVia = tried.some(({ test }) => expectationOf(test)?.via !== undefined);
  const names = new Set(tried.flatMap(({ answers }) => decisive(answers).flatMap((answer) => answer.by.map((by) => nameOf(by, answer)))));
  if (saysVia && names.size !== 1)
    return { why: names.size === 0 ? "no statement decides, so it has no `via`" : "several statements decide, so it has no `via`" };
  const [via] = names;
  const expect = { outcome, ...(saysVia && via !== undefined && { via }) };
  const isRight = ({ test, answers }: Tried) => isMet({ ...expect, because: expectationOf(test)?.because ?? [] }, answers);
  return tried.every(isRight) ? expect : { why: "its `because` does not hold" };
}

/** What happened to one case, told as precisely as its expectation was. */
function factOf({ test, result, answers }: Tried): { readonly outcome: Expected } | { readonly why: string } {
  const expect = expectationOf(test);
  if (expect === undefined) return { why: "an invariant has none" };
  const asked = decisive(answers);
  const isTold = asked.length > 0 && asked.every(({ invalid }) => invalid === undefined);
  const outcome = OUTCOME_WORDS[outcomeOf(asked)];
  const { got } = result.problem ?? {};
  const agrees = got === undefined || got === outcome || got.startsWith(`${outcome} `);
  if (!isTold || !agrees || result.problem?.code !== undefined) return { why: result.problem?.message ?? "it could not be tried" };
  const isPrecise = expect.outcome.endsWith("-deny");
  return { outcome: outcome.endsWith("-deny") && !isPrecise ? "deny" : outcome };
}

const expectationOf = ({ check }: TestCase): Expectation | undefined => (check.kind === "invariant" ? undefined : check.expect);

function nameOf(by: Determining, answer: Answer): string {
  if (!("grant" in by)) return by.sid ? by.sid : `${by.policy}#${by.statement}`;
  const grant = provenanceOf(answer)?.linked.set.grants.find(({ GrantId }) => GrantId === by.grant);
  return GRANT + (grant?.Name ?? by.grant);
}
