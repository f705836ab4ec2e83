import { dotOf } from "../graph/dot.ts";
import type { Graph } from "../graph/graph.ts";
import { mermaidOf } from "../graph/mermaid.ts";
import type { Review } from "../review/review.ts";

const NOBODY: Graph = { nodes: [], edges: [], left: 0 };

/** The access as a picture, in the language of Graphviz. Of a comparison, both sides in one: `+` is gained, `−` lost. */
export const reviewDot = ({ graphs, title }: Review): string => dotOf(graphs?.all ?? NOBODY, title);

/** The same for Markdown. */
export const reviewMermaid = ({ graphs }: Review): string => mermaidOf(graphs?.all ?? NOBODY);
