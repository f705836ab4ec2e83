import { printable } from "../../base/text.ts";
import { type Graph, type GraphEdge, type GraphNode, labelOf, SIGNS } from "./graph.ts";

/** A graph in the language of Graphviz. Edges that are not on this side hold their places unseen. */
export function dotOf({ nodes, edges, left }: Graph, title: string): string {
  const accounts = [...new Set(nodes.filter(({ kind }) => kind !== "key").map(({ account }) => account))].sort();
  const keys = nodes.filter(({ kind }) => kind === "key");
  const lines = [
    "digraph kmsward {",
    `  graph [rankdir=LR, fontname="Helvetica", fontsize=12, nodesep=0.25, ranksep=1.6, labelloc=t, label=${text(title)}];`,
    '  node [shape=box, style=rounded, fontname="Helvetica", fontsize=11, margin="0.22,0.08"];',
    '  edge [fontname="Helvetica", fontsize=9];',
    ...accounts.flatMap((account, i) => cluster(account, i, nodes)),
    ...(keys.length > 0 ? [`  { rank=max; ${keys.map(({ id }) => `${id};`).join(" ")} }`] : []),
    ...keys.map((node) => `  ${nodeLine(node)}`),
    ...edges.map((edge) => `  ${edgeLine(edge)}`),
    ...(left > 0 ? [`  left [shape=plaintext, label=${text(`and ${left} more that are not drawn`)}];`] : []),
    "}",
  ];
  return `${lines.join("\n")}\n`;
}

function cluster(account: string, i: number, nodes: readonly GraphNode[]): readonly string[] {
  const own = nodes.filter((node) => node.kind !== "key" && node.account === account).map((node) => nodeLine(node));
  if (account === "") return own.map((line) => `  ${line}`);
  return [
    `  subgraph cluster_${i} {`,
    `    graph [label=${text(account)}, style="rounded,dashed", class="account"];`,
    ...own.map((line) => `    ${line}`),
    "  }",
  ];
}

const SHAPES: Readonly<Record<GraphNode["kind"], string>> = {
  principal: "",
  service: ", shape=component",
  everybody: ", peripheries=2",
  key: ', shape=box, style="rounded,bold"',
};

const nodeLine = ({ id, label, kind }: GraphNode): string => `${id} [label=${text(cutAt(label, 48))}${SHAPES[kind]}, class="${kind}"];`;

// biome-ignore format: a table reads as a table
const LOOKS: Readonly<Record<GraphEdge["mark"], string>> = {
  same:   "",
  gained: ', color="#1a7f37", fontcolor="#1a7f37", penwidth=2.4',
  lost:   ', color="#b3202c", fontcolor="#b3202c", penwidth=1.6',
};

function edgeLine(edge: GraphEdge): string {
  const { from, to, mark, here, when } = edge;
  const label = text(SIGNS[mark] + labelOf(edge).short);
  if (!here) return `${from} -> ${to} [style=invis, label=${label}];`;
  const style = mark === "lost" ? ", style=dotted" : when.length > 0 ? ", style=dashed" : "";
  return `${from} -> ${to} [label=${label}, class="${mark}"${LOOKS[mark]}${style}];`;
}

const cutAt = (words: string, most: number): string => (words.length > most ? `${words.slice(0, most - 1)}…` : words);

/** Quoted text: a quotation mark ends it, a backslash begins an escape of Graphviz' own (`\N`, `\G`), a line break is one of them. */
const text = (given: string): string =>
  `"${given
    .split("\n")
    .map((line) => printable(line).replaceAll("\\", "\\\\").replaceAll('"', '\\"'))
    .join("\\n")}"`;
