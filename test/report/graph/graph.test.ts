import { Graphviz } from "@hpcc-js/wasm-graphviz";
import { expect, test } from "vitest";
import { dotOf } from "../../../src/report/graph/dot.ts";
import type { Graph } from "../../../src/report/graph/graph.ts";
import { mermaidOf } from "../../../src/report/graph/mermaid.ts";
import { access, changed, goldenReview, HOSTILE, hostile } from "../review-samples.ts";

test("are as they were", async () => {
  const { graphs } = await changed();
  await expect(dotOf(graphs?.all as Graph, "changes")).toMatchFileSnapshot(goldenReview("diff.dot"));
  await expect(mermaidOf(graphs?.all as Graph)).toMatchFileSnapshot(goldenReview("diff.mmd"));
  await expect(dotOf((await access()).graphs?.all as Graph, "access")).toMatchFileSnapshot(goldenReview("who-can.dot"));
});

test("both sides are laid out alike: what is on one only keeps its place on the other", async () => {
  const { graphs } = await changed();
  const graphviz = await Graphviz.load();
  const placesIn = (graph: Graph) =>
    [...graphviz.dot(dotOf(graph, ""), "plain").matchAll(/^node (\w+) (\S+) (\S+)/gm)].map(([, id, x, y]) => `${id} ${x} ${y}`);
  expect(placesIn(graphs?.before as Graph)).toEqual(placesIn(graphs?.after as Graph));
  const marks = (graph: Graph) => new Set(graph.edges.filter(({ here }) => here).map(({ mark }) => mark));
  expect(marks(graphs?.before as Graph)).toEqual(new Set(["lost", "same"]));
  expect(marks(graphs?.after as Graph)).toEqual(new Set(["gained", "same"]));
});

test("Graphviz takes whatever policies hold, as text", async () => {
  const graph: Graph = {
    nodes: HOSTILE.map((label, i) => ({ id: `p${i}`, label, kind: "principal", account: label })),
    edges: HOSTILE.map((text, i) => ({ from: `p${i}`, to: "p0", actions: [text], when: [text], mark: "gained", here: true })),
    left: 3,
  };
  const svg = (await Graphviz.load()).dot(dotOf(graph, HOSTILE.join(" ")), "svg");
  expect(svg.match(/<g id="node\d+"/g)).toHaveLength(HOSTILE.length + 1);
  expect(svg).not.toMatch(/<script|<img|<svg onload|digraph evil"|\u202e/);
});

test("mermaid stays inside of its limits, and nothing ends a label", async () => {
  const graph = (await hostile()).graphs?.all as Graph;
  for (const line of mermaidOf(graph).split("\n")) expect(line.match(/"/g)?.length ?? 0).toBeLessThanOrEqual(2);
  expect(mermaidOf(graph)).not.toMatch(/[<](?!br\/>)|`/);
  const [node] = graph.nodes as [Graph["nodes"][number]];
  const nodes = Array.from({ length: 600 }, (_, i) => ({ ...node, id: `p${i}`, label: `role ${i} ${"x".repeat(60)}` }));
  const edges = nodes.map(({ id }) => ({ from: id, to: "p0", actions: ["Decrypt"], when: [], mark: "same" as const, here: true }));
  const text = mermaidOf({ nodes, edges, left: 0 }, { characters: 4_500, edges: 400 });
  expect(text.length).toBeLessThanOrEqual(4_500);
  expect(text).toMatch(/%% \d+ more not drawn/);
});
