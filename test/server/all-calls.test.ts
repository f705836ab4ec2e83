import { describe, expect, it } from "vitest";
import { AllCalls } from "../../src/server/all-calls.ts";
import { CallFeed } from "../../src/server/call-feed.ts";
import type { PeerQuestion } from "../../src/server/peers.ts";

const TOLD = { service: "kms", requestId: "", isAuthenticated: true, status: 200, seconds: 0, bytes: 0 } as const;

/** Processes that serve on one port, the first of which is asked; each call says in its operation when it was. */
function several(count: number, limit = 100) {
  const feeds = Array.from({ length: count }, (_, i) => new CallFeed(`run${i}`, limit));
  const alive = new Set(feeds);
  const ask = async (question: PeerQuestion) =>
    feeds.slice(1).map((feed) => {
      if (question.ask !== "calls" || !alive.has(feed)) return null;
      const sent = JSON.parse(JSON.stringify(question)) as typeof question; // as it goes from process to process
      return JSON.parse(JSON.stringify(feed.page(sent.after, sent.most))) as unknown;
    });
  const all = new AllCalls(feeds[0] as CallFeed, count === 1 ? undefined : { ask });
  const tell = (feed: number, at: number) => feeds[feed]?.tell({ ...TOLD, operation: String(at) }, at, []);
  return { all, feeds, alive, tell };
}

const operations = (told: readonly object[]) => told.map((line) => ("operation" in line ? line.operation : line));

describe("calls of several processes", () => {
  it("are told in order of time, each once, from wherever somebody was", async () => {
    const { all, tell } = several(3);
    for (let at = 1; at <= 12; at++) tell((at * 7) % 3, at);
    const first = await all.behind(undefined, 5);
    expect(operations(first.told)).toEqual(["8", "9", "10", "11", "12"]);
    for (let at = 13; at <= 20; at++) tell(at % 3, at);
    for (const line of first.told) {
      const place = all.placeIn(line.id);
      const next = await all.behind(place, 100);
      expect(next.isKnown).toBe(true);
      const own = Number("operation" in line ? line.operation : 0);
      expect(operations(next.told)).toEqual(Array.from({ length: 20 - own }, (_, i) => String(own + 1 + i)));
    }
    const before = await all.behind(first.from, 100);
    expect(operations(before.told)[0]).toBe("8");
  });

  it("go on in parts, and without a process that has ended, and with one that has come", async () => {
    const { all, feeds, alive, tell } = several(3);
    for (let at = 1; at <= 30; at++) tell(at % 2, at);
    const seen: unknown[] = [];
    let next = await all.behind(new Map(), 4);
    for (; ; next = await all.behind(next.place, 4)) {
      seen.push(...operations(next.told));
      if (next.isAll) break;
    }
    expect(seen.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    alive.delete(feeds[1] as CallFeed);
    tell(2, 31);
    tell(0, 32);
    expect(operations((await all.behind(next.place, 4)).told)).toEqual(["31", "32"]);
  });

  it("tell how many are forgotten, and that nothing is known of processes of before", async () => {
    const { all, tell } = several(2, 3);
    tell(0, 1);
    const { place } = await all.behind(undefined, 10);
    for (let at = 2; at <= 6; at++) tell(1, at);
    const { told } = await all.behind(place, 10);
    expect(told).toMatchObject([{ kind: "gap", missed: 2 }, { operation: "4" }, { operation: "5" }, { operation: "6" }]);
    expect((await all.behind(all.placeIn("other-3"), 10)).isKnown).toBe(false);
    expect((await all.behind(all.placeIn("run0-99"), 10)).isKnown).toBe(false);
  });
});

it.each([
  "",
  "x",
  "run-",
  "-1",
  "run-1_",
  "run-1__run-2",
  "run-1 ",
  `${"r".repeat(33)}-1`,
  Array.from({ length: 65 }, (_, i) => `r${i}-1`).join("_"),
])("%j is no place", (id) => {
  expect(several(1).all.placeIn(id)).toBeUndefined();
});
