import dagre from "@dagrejs/dagre";
import { type Graph, type GraphEdge, type GraphNode, labelOf, type Mark } from "../../report/graph/graph.ts";

/** `denied`: the present question, which nothing allows. */
export type PageMark = Mark | "denied";
export type PageEdge = Omit<GraphEdge, "mark"> & { readonly mark: PageMark };
export type PageGraph = Omit<Graph, "edges"> & { readonly edges: readonly PageEdge[] };

/** A graph with what somebody asked for in vain beside what is allowed. `who`: as the graph calls him, or else as a node of his own is to be called. */
export function withDenied({ nodes, edges, left }: Graph, who: string, action: string): PageGraph {
  const key = nodes.find(({ kind }) => kind === "key");
  if (key === undefined) return { nodes, edges, left };
  const known = nodes.find(({ label, kind }) => label === who && kind !== "key");
  const node: GraphNode = known ?? { id: `p${nodes.length + 1}`, label: who, kind: "principal", account: "" };
  const asked: PageEdge = { from: node.id, to: key.id, actions: [action.replace(/^kms:/, "")], when: [], mark: "denied", here: true };
  return { nodes: known === undefined ? [...nodes, node] : nodes, edges: [...edges, asked], left };
}

/** A node with its place: x and y are its middle. */
export type PlacedNode = {
  readonly node: GraphNode;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
export type PlacedEdge = {
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly lines: readonly string[];
  readonly full: string;
  readonly label: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly isSometimes: boolean; // under conditions
  readonly mark: PageMark;
};
export type Picture = {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly width: number;
  readonly height: number;
};

export const LINE_HEIGHT = 15;
const PADDING = 10;
const MOST_CHARACTERS = 34;

/** All lines of text that the picture of a graph has, each once: who lays it out has to know their widths. */
export const textsOf = ({ nodes, edges }: PageGraph): readonly string[] => [
  ...new Set([...nodes.flatMap(({ label }) => wrapped(label)), ...edges.flatMap((edge) => edgeLines(labelIn(edge).short))]),
];

/** Where everything of a graph stands, from left to right. The same graph gives the same picture; `measure` gives the width of a text. */
export function layOut(graph: PageGraph, measure: (text: string) => number): Picture {
  const laid = new dagre.graphlib.Graph({ multigraph: true });
  laid.setGraph({ rankdir: "LR", nodesep: 18, ranksep: 50, marginx: 8, marginy: 8 });
  laid.setDefaultEdgeLabel(() => ({}));
  const lines = new Map(graph.nodes.map((node) => [node.id, wrapped(node.label)]));
  for (const { id } of graph.nodes) laid.setNode(id, sizeOf(lines.get(id) ?? [], measure, PADDING));
  const labels = graph.edges.map(labelIn);
  graph.edges.forEach(({ from, to }, i) => {
    const own = edgeLines(labels[i]?.short ?? "");
    laid.setEdge(from, to, { ...sizeOf(own, measure, 4), labelpos: "c" }, String(i));
  });
  dagre.layout(laid);
  const { width = 0, height = 0 } = laid.graph();
  return {
    width,
    height,
    nodes: graph.nodes.map((node) => {
      const { x = 0, y = 0, width: w = 0, height: h = 0 } = laid.node(node.id);
      return { node, lines: lines.get(node.id) ?? [], x, y, width: w, height: h };
    }),
    edges: graph.edges.map(({ from, to, when, mark }, i) => {
      const { points = [], x = 0, y = 0, width: w = 0, height: h = 0 } = laid.edge({ v: from, w: to, name: String(i) });
      const { short = "", full = "" } = labels[i] ?? {};
      return { points, lines: edgeLines(short), full, label: { x, y, width: w, height: h }, isSometimes: when.length > 0, mark };
    }),
  };
}

const MOST_LINES = 3;

function labelIn({ mark, ...edge }: PageEdge): ReturnType<typeof labelOf> {
  const { short, full } = labelOf({ ...edge, mark: "same" });
  return mark === "denied" ? { short: `${short}: denied`, full: `${full}: denied, as it is asked now` } : { short, full };
}

const edgeLines = (short: string): readonly string[] => {
  const all = short.split("\n").flatMap(wrapped);
  return all.length > MOST_LINES ? [...all.slice(0, MOST_LINES - 1), `${all[MOST_LINES - 1]?.slice(0, MOST_CHARACTERS - 1)}…`] : all;
};

/** In lines of a readable length, cut at spaces, slashes and commas where there are some. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > MOST_CHARACTERS && lines.length < MOST_LINES - 1) {
    const cut = Math.max(...[" ", "/", ",", ":"].map((mark) => rest.lastIndexOf(mark, MOST_CHARACTERS - 1)));
    const end = cut > 8 ? cut + 1 : MOST_CHARACTERS;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...lines, rest.length > MOST_CHARACTERS ? `${rest.slice(0, MOST_CHARACTERS - 1)}…` : rest];
}

const sizeOf = (
  lines: readonly string[],
  measure: (text: string) => number,
  padding: number,
): { readonly width: number; readonly height: number } => ({
  width: Math.ceil(Math.max(0, ...lines.map(measure))) + 2 * padding,
  height: lines.length * LINE_HEIGHT + 2 * Math.min(padding, 8),
});
