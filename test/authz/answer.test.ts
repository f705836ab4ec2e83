import { expect, test, vi } from "vitest";
import { Answered, type Provenance, provenanceOf } from "../../src/authz/answer.ts";
import type { Answer, Trace } from "../../src/authz/decision.ts";
import { decide } from "../../src/index.ts";
import { ALICE, ask, decrypt, policy, to } from "./asking.ts";

const input = {
  policies: { resource: policy(to(ALICE, { Sid: "Alice", Condition: { StringEquals: { "kms:EncryptionContext:t": "1" } } })) },
  key: { aliases: ["alias/app"] },
};
const NOWHERE = { linked: {}, warnings: [], factsFor: () => ({}), trace: () => ({}), assumed: () => [] } as unknown as Provenance;
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
  expect(provenanceOf(copy)).toBeUndefined();
  expect(provenanceOf(answer)?.plan.action.name).toBe("kms:Decrypt");
});

test("a trace is made when it is first read, and once", () => {
  const trace: Trace = { principal: "", action: "", resource: "", policies: [], grants: [], ignored: [] };
  const provenance = { ...NOWHERE, trace: vi.fn(() => trace), factsFor: vi.fn(), assumed: vi.fn() } satisfies Provenance;
  const answer = new Answered("implicitDeny", [], "", provenance);
  expect(answer.decision).toBe("Deny");
  expect(provenance.trace).not.toHaveBeenCalled();
  expect([answer.trace, answer.trace]).toEqual([trace, trace]);
  expect(provenance.trace).toHaveBeenCalledTimes(1);
  expect(provenance.assumed).not.toHaveBeenCalled();
});

test("only what is allowed is an Allow", () => {
  const decisions = (["allowed", "explicitDeny", "implicitDeny", "undetermined"] as const).map(
    (outcome) => new Answered(outcome, [], "", NOWHERE).decision,
  );
  expect(decisions).toEqual(["Allow", "Deny", "Deny", "Deny"]);
});

test("its provenance tells what was asked, and asks again", () => {
  const { request, ask: again, linked } = provenanceOf(allowed())!;
  expect(request).toEqual(decrypt({ encryptionContext: { t: "1" } }));
  expect(linked.set.key?.aliases).toEqual(["alias/app"]);
  expect(again({ ...request, encryptionContext: { t: "2" } }).outcome).toBe("implicitDeny");
  expect(again({ ...request, principal: "nobody" })).toMatchObject({
    decision: "Deny",
    outcome: "undetermined",
    invalid: [{ code: "KW401" }],
  });
});
