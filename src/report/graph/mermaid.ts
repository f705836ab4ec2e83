import { printable } from "../../base/text.ts";
import { type Graph, type GraphEdge, type GraphNode, labelOf, SIGNS } from "./graph.ts";

/** How large a picture may be: mermaid refuses more than 50,000 characters and 500 edges (its `maxTextSize` and `maxEdges`); people read far less. */
export type MermaidLimits = { readonly characters: number; readonly edges: number };

const LIMITS: MermaidLimits = { characters: 45_000, edges: 40 };

/** A graph for Markdown, or that there is none that fits; the changes come first, so they are drawn where not all can be. */
export function mermaidOf({ nodes, edges, left }: Graph, { characters, edges: most }: MermaidLimits = LIMITS): string {
  let shown = edges.slice(0, most);
  for (;;) {
    const used = new Set(shown.flatMap(({ from, to }) => [from, to]));
    const rest = left + edges.length - shown.length;
    const lines = [
      "flowchart LR",
      ...nodes.filter(({ id }) => used.has(id)).map((node) => `  ${nodeOf(node)}`),
      ...shown.map((edge) => `  ${edgeOf(edge)}`),
      ...classLines(nodes.filter(({ id }) => used.has(id))),
      ...styleLines(shown),
      ...(rest > 0 ? [`  %% ${rest} more not drawn`] : []),
    ];
    const text = `${lines.join("\n")}\n`;
    if (text.length <= characters || shown.length === 0) return text;
    shown = shown.slice(0, Math.floor(shown.length * 0.8));
  }
}

const nodeOf = ({ id, label, kind }: GraphNode): string => {
  const name = quoted(label.slice(0, 80));
  return kind === "key"
    ? `${id}[[${name}]]`
    : kind === "everybody"
      ? `${id}((${name}))`
      : kind === "service"
        ? `${id}[/${name}/]`
        : `${id}[${name}]`;
};

/** Solid: always; dotted: under conditions; thick: gained; with a cross: lost. */
function edgeOf(edge: GraphEdge): string {
  const label = quoted(SIGNS[edge.mark] + labelOf(edge).short);
  const arrow = edge.mark === "gained" ? "==>" : edge.mark === "lost" ? "--x" : edge.when.length > 0 ? "-.->" : "-->";
  return `${edge.from} ${arrow}|${label}| ${edge.to}`;
}

const classLines = (nodes: readonly GraphNode[]): readonly string[] => {
  const keys = nodes.filter(({ kind }) => kind === "key").map(({ id }) => id);
  return keys.length === 0 ? [] : ["  classDef key stroke-width:3px", `  class ${keys.join(",")} key`];
};

function styleLines(edges: readonly GraphEdge[]): readonly string[] {
  const of = (mark: GraphEdge["mark"]) => edges.flatMap((edge, i) => (edge.mark === mark ? [i] : []));
  const line = (indexes: readonly number[], style: string) => (indexes.length === 0 ? [] : [`  linkStyle ${indexes.join(",")} ${style}`]);
  return [...line(of("gained"), "stroke:#1a7f37,stroke-width:3px"), ...line(of("lost"), "stroke:#b3202c,stroke-width:2px")];
}

/** What mermaid would read as its own, or as Markdown or HTML, is written as one of its character codes. */
const quoted = (text: string): string =>
  `"${text
    .split("\n")
    .map((line) => printable(line).replace(/[^\p{L}\p{N} ,./:_+−…*=()-]/gu, (character) => `#${character.codePointAt(0)};`))
    .join("<br/>")}"`;
