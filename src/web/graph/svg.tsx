import type { Picture, PlacedEdge, PlacedNode } from "./layout.ts";
import { LINE_HEIGHT } from "./layout.ts";

/** An access graph as a picture: solid is always, dashed under conditions. What it shows a table tells in words. */
export function GraphPicture({ picture: { nodes, edges, width, height }, label }: { readonly picture: Picture; readonly label: string }) {
  return (
    <svg class="kw-graph" role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      <defs>
        {["same", "gained", "lost", "denied"].map((mark) => (
          <marker
            key={mark}
            id={`kw-arrow-${mark}`}
            class={`kw-arrow kw-edge-${mark}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0 L8 4 L0 8 z" />
          </marker>
        ))}
      </defs>
      {edges.map((edge, i) => (
        <Edge key={`${i} ${edge.full}`} edge={edge} />
      ))}
      {nodes.map((placed) => (
        <Node key={placed.node.id} placed={placed} />
      ))}
    </svg>
  );
}

function Edge({ edge: { points, lines, full, label, isSometimes, mark } }: { readonly edge: PlacedEdge }) {
  const path = points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join(" ");
  const top = label.y - (lines.length * LINE_HEIGHT) / 2;
  return (
    <g class={`kw-edge kw-edge-${mark}${isSometimes ? " kw-edge-sometimes" : ""}`}>
      <title>{full}</title>
      <path d={path} marker-end={`url(#kw-arrow-${mark})`} />
      <rect x={label.x - label.width / 2} y={label.y - label.height / 2} width={label.width} height={label.height} />
      <text x={label.x} y={top} text-anchor="middle">
        {lines.map((line, i) => (
          <tspan key={`${i} ${line}`} x={label.x} y={top + (i + 0.75) * LINE_HEIGHT}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}

function Node({ placed: { node, lines, x, y, width, height } }: { readonly placed: PlacedNode }) {
  const top = y - (lines.length * LINE_HEIGHT) / 2;
  return (
    <g class={`kw-node kw-node-${node.kind}`}>
      <title>{node.label}</title>
      <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx={node.kind === "key" ? 10 : 3} />
      <text text-anchor="middle">
        {lines.map((line, i) => (
          <tspan key={`${i} ${line}`} x={x} y={top + (i + 0.75) * LINE_HEIGHT}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}
