import { expect, test, vi } from "vitest";
import { Answered, linksOf, makingOf, type Origin } from "../../src/authz/answer.ts";
import type { Answer, Trace } from "../../src/authz/decision.ts";
import { authorizer, decide } from "../../src/index.ts";
import { ALICE, ask, BOB, decrypt, policy, to } from "./asking.ts";

const input = {
  policies: { resource: policy(to(ALICE, { Sid: "Alice", Condition: { StringEquals: { "kms:EncryptionContext:t": "1" } } })) },
  key: { aliases: ["alias/app"] },
};
const allowed = () => ask(input, { encryptionContext: { t: "1" } });

test("the JSON of an authorizer's answer is what AWS decides, without how it came about", () => {
  expect(JSON.parse(JSON.stringify(allowed()))).toEqual({
    decision: "Allow",
    outcome: "allowed",
    by: [{ policy: "key policy", statement: 0, sid: "Alice" }],
    reason: "allowed by key policy#Alice",
  });
});

test("the JSON of the answer to a case has the trace too", () => {
  const answer = decide({ request: decrypt(), policies: input.policies });
  expect(JSON.parse(JSON.stringify(answer)).trace.policies).toHaveLength(1);
  expect({ ...answer }.trace).toBe(answer.trace);
});

test("only a denial has an error, and only an undetermined answer misses keys", () => {
  expect(Object.keys(allowed())).toEqual(["decision", "outcome", "by", "reason"]);
  expect(Object.keys(ask(input)).sort()).toEqual(["by", "decision", "error", "outcome", "reason"]);
  expect(Object.keys(ask(input, { unknown: ["kms:EncryptionContext:t"] })).sort()).toEqual([
    "by",
    "decision",
    "error",
    "missing",
    "outcome",
    "reason",
  ]);
});

test("its members can be spread, and cannot be taken for an answer of the engine then", () => {
  const answer = allowed();
  const copy = { ...answer } as Answer;
  expect(copy).toMatchObject({ decision: "Allow", outcome: "allowed" });
  expect(linksOf(copy)).toBeUndefined();
  expect(makingOf(copy)).toBeUndefined();
  expect(linksOf(answer)).toBeDefined();
  expect(makingOf(answer)?.plan.action.name).toBe("kms:Decrypt");
});

test("a trace is made when it is first read, and once", () => {
  const trace: Trace = { principal: "", action: "", resource: "", policies: [], grants: [], ignored: [] };
  const origin = { trace: vi.fn(() => trace), links: vi.fn(), making: vi.fn(), assumed: vi.fn() } satisfies Origin;
  const answer = new Answered("implicitDeny", [], "", origin);
  expect(answer.decision).toBe("Deny");
  expect(origin.trace).not.toHaveBeenCalled();
  expect([answer.trace, answer.trace]).toEqual([trace, trace]);
  expect(origin.trace).toHaveBeenCalledTimes(1);
  expect(origin.links).not.toHaveBeenCalled();
});

test("only what is allowed is an Allow", () => {
  const origin: Origin = { trace: () => ({}) as Trace, links: () => ({}) as never, making: () => ({}) as never, assumed: () => [] };
  const decisions = (["allowed", "explicitDeny", "implicitDeny", "undetermined"] as const).map(
    (outcome) => new Answered(outcome, [], "", origin).decision,
  );
  expect(decisions).toEqual(["Allow", "Deny", "Deny", "Deny"]);
});

test("its links tell what was asked, and ask again", () => {
  const links = linksOf(allowed())!;
  expect(links.request).toEqual(decrypt({ encryptionContext: { t: "1" } }));
  expect(links.aliases).toEqual(["alias/app"]);
  expect(links.ask({ ...links.request, encryptionContext: { t: "2" } }).outcome).toBe("implicitDeny");
  expect(links.ask({ ...links.request, principal: "nobody" })).toMatchObject({
    decision: "Deny",
    outcome: "undetermined",
    invalid: [{ code: "KW401" }],
  });
});

test("its links find the conditions of a statement that it names", () => {
  const { trace } = allowed();
  const links = linksOf(allowed())!;
  const { ref } = trace.policies[0]!.statements[0]!;
  expect(links.conditionsOf(ref)).toBeUndefined(); // of another authorizer's
  const authorize = authorizer(input);
  const answer = authorize(decrypt({ principal: BOB }));
  const own = answer.trace.policies[0]!.statements[0]!.ref;
  expect(linksOf(answer)!.conditionsOf(own)).toMatchObject([{ operator: "StringEquals", key: "kms:EncryptionContext:t", values: ["1"] }]);
});
