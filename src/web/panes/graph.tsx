import { computed } from "@preact/signals";
import { counted } from "../../base/text.ts";
import { accessGraph, changesGraph } from "../../report/graph/graph.ts";
import { layOut } from "../graph/layout.ts";
import { GraphPicture } from "../graph/svg.tsx";
import * as model from "../model.ts";

let context: CanvasRenderingContext2D | null | undefined;

/** The width of a text as the picture shows it. */
function measure(text: string): number {
  context ??= document.createElement("canvas").getContext("2d");
  if (context === null || context === undefined) return text.length * 7;
  context.font = "12px system-ui, sans-serif";
  return context.measureText(text).width;
}

let known: { readonly key: string; readonly picture: ReturnType<typeof layOut> } | undefined;

/** Laid out anew only where the access itself is another. */
const picture = computed(() => {
  const access = model.access.value;
  if (access === undefined || model.pane.value !== "graph") return undefined;
  const found = model.comparison.value;
  const changes = found === undefined || typeof found === "string" ? undefined : found.changes;
  const graph =
    changes === undefined || changes.length === 0 ? accessGraph(access.entries).all : changesGraph(changes, [], access.entries).all;
  const key = JSON.stringify(graph);
  if (known?.key !== key) known = { key, picture: layOut(graph, measure) };
  return { picture: known.picture, graph };
});

/** Who uses the key, as a graph: from who to the key, actions and conditions on the way. The table beside it says the same in words. */
export function Graph() {
  const found = picture.value;
  if (found === undefined) return <p class="kw-faint">The graph is drawn once something is asked.</p>;
  const { graph } = found;
  if (graph.edges.length === 0) return <p>Nobody can use this key.</p>;
  return (
    <div class={model.isLater.value ? "kw-old" : ""}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys, too */}
      <section class="kw-scroller" aria-label="Access graph" tabIndex={0}>
        <GraphPicture
          picture={found.picture}
          label={`Access graph: ${counted(graph.edges.length, "way", "ways")} to the key; the table Who can tells them`}
        />
      </section>
      <p class="kw-faint">
        Solid: always. Dashed: under conditions.
        {graph.left > 0 && ` ${graph.left} more are not drawn: the table has them.`}
      </p>
    </div>
  );
}
