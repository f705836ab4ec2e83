import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Background, doneHere, type StartThread } from "../../../src/web/work/background.ts";
import type { Job } from "../../../src/web/work/jobs.ts";

const POLICY = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "kms:Decrypt", Resource: "*" }] };
const job = (name: string): Extract<Job, { readonly kind: "access" }> => ({
  kind: "access",
  documents: [{ role: "key-policy", name: "key policy", text: JSON.stringify({ ...POLICY, Id: name }) }],
  question: {
    principal: "arn:aws:iam::111122223333:role/app",
    action: "kms:Decrypt",
    resource: "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  },
});

/** Threads that answer when they are told to. */
function threads() {
  const all: {
    readonly sent: { readonly id: number; readonly job: Job }[];
    isEnded: boolean;
    answer: (answer: unknown) => void;
    break: () => void;
  }[] = [];
  const start: StartThread = (onCame, onBroken) => {
    const one = {
      sent: [] as { readonly id: number; readonly job: Job }[],
      isEnded: false,
      answer: (answer: unknown) => onCame({ id: one.sent.at(-1)?.id ?? -1, answer }),
      break: onBroken,
    };
    all.push(one);
    return {
      send: (sent) => one.sent.push(sent),
      end: () => {
        one.isEnded = true;
      },
    };
  };
  return { all, start };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("what is done beside the page", () => {
  it("is one job at a time, in one thread, and the last of each slot alone", () => {
    const { all, start } = threads();
    const background = new Background(start);
    const told: unknown[] = [];
    const ask = (slot: string, name: string) => background.ask(slot, job(name), (outcome) => told.push([name, outcome]));
    ask("a", "1");
    ask("b", "2");
    ask("b", "3");
    expect(all[0]?.sent).toHaveLength(1);
    all[0]?.answer("first");
    expect(all[0]?.sent).toMatchObject([{ job: job("1") }, { job: job("3") }]);
    all[0]?.answer("third");
    expect(told).toEqual([
      ["1", { answer: "first" }],
      ["3", { answer: "third" }],
    ]);
    expect(all).toHaveLength(1);
  });

  it("is not waited for where nobody wants it any more", () => {
    const { all, start } = threads();
    const background = new Background(start);
    const told: string[] = [];
    background.ask("a", job("1"), () => told.push("1"));
    background.ask("a", job("2"), () => told.push("2"));
    expect([all.length, all[0]?.isEnded]).toEqual([1, false]); // it may end any moment
    vi.advanceTimersByTime(2000);
    expect([all.length, all[0]?.isEnded, all[1]?.sent.length]).toEqual([2, true, 1]);
    all[0]?.answer("late");
    all[1]?.answer("second");
    expect(told).toEqual(["2"]);
    background.ask("a", job("3"), () => told.push("3"));
    background.drop("a");
    all[1]?.answer("third");
    expect(told).toEqual(["2"]);
  });

  it("is done here where there is no other thread, or where it broke", () => {
    const { all, start } = threads();
    for (const begin of [start, () => undefined] as const) {
      const background = new Background(begin);
      const told: unknown[] = [];
      background.ask("a", job("1"), (outcome) => told.push(outcome));
      background.ask("b", job("2"), (outcome) => told.push(outcome));
      if (begin === start) all[0]?.break();
      vi.runAllTimers();
      const entries = expect.arrayContaining([expect.objectContaining({ actions: ["kms:Decrypt"] })]) as unknown;
      expect(told).toMatchObject([{ answer: { entries } }, { answer: { entries } }]);
    }
  });

  it("gives plain data, which goes from thread to thread, and says what it failed of", () => {
    const { question, documents } = job("1");
    const denied = { ...question, action: "kms:Encrypt" };
    const jobs: readonly Job[] = [
      job("1"),
      { kind: "repairs", documents, question: denied },
      { kind: "comparison", documents, question, base: job("2").documents },
      { kind: "comparison", documents, question, base: [{ role: "key-policy", name: "key policy", text: "{" }] },
      { kind: "picture", graph: { nodes: [], edges: [], left: 0 }, widths: {} },
      { kind: "key-access", world: {}, arn: question.resource },
      { kind: "policy-change", world: {}, arn: question.resource, text: "{" },
    ];
    for (const one of jobs) {
      const came = doneHere({ id: 7, job: structuredClone(one) });
      expect(came).toMatchObject({ id: 7 });
      expect(came.failed).toBeUndefined();
      expect(structuredClone(came)).toEqual(came);
    }
    expect(doneHere({ id: 8, job: jobs[3] as Job }).answer).toMatch(/^The base cannot be read/);
    expect(doneHere({ id: 9, job: { kind: "picture" } as Job }).failed).toBeTypeOf("string");
  });
});
