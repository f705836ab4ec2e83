import { expect, it } from "vitest";
import type { Entry } from "../../../src/analysis/answers.ts";
import { accessGraph } from "../../../src/report/graph/graph.ts";
import { groupedForGraph } from "../../../src/web/graph/grouped.ts";
import { withDenied } from "../../../src/web/graph/layout.ts";

const KEY = { name: "orders", arn: "arn:aws:kms:us-east-1:111122223333:key/k", aliases: [] };
const entry = (name: string, account: string, actions: readonly string[]) =>
  ({ who: { kind: "principal", account, arn: name, text: name }, key: KEY, actions, when: [] }) as unknown as Entry;
const entries = [
  ...Array.from({ length: 3 }, (_, i) => entry(`a${i}`, "111122223333", ["kms:Decrypt"])),
  ...Array.from({ length: 2 }, (_, i) => entry(`b${i}`, "444455556666", ["kms:Decrypt"])),
  entry("c", "444455556666", ["kms:Encrypt"]),
];

it("draws many ways by account, and few as they are", () => {
  expect(groupedForGraph(entries)).toBe(entries);
  expect(groupedForGraph(entries, 5).map(({ who, actions }) => [who.text, ...actions])).toEqual([
    ["3 principals of 111122223333", "kms:Decrypt"],
    ["2 principals of 444455556666", "kms:Decrypt"],
    ["c", "kms:Encrypt"],
  ]);
});

it("draws what is denied beside what is allowed: from who is there already, or from one more", () => {
  const graph = accessGraph(entries).all;
  const known = withDenied(graph, "a1", "kms:Encrypt");
  expect([known.nodes.length, known.edges.at(-1)]).toMatchObject([graph.nodes.length, { actions: ["Encrypt"], mark: "denied" }]);
  expect(graph.nodes.find(({ id }) => id === known.edges.at(-1)?.from)?.label).toBe("a1");
  const other = withDenied(graph, "role/other", "kms:Encrypt");
  expect(other.nodes.at(-1)).toMatchObject({ id: other.edges.at(-1)?.from, label: "role/other", kind: "principal" });
  expect(new Set(other.nodes.map(({ id }) => id)).size).toBe(other.nodes.length);
});
