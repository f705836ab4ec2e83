import { computed, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Access } from "../../analysis/answers.ts";
import { counted } from "../../base/text.ts";
import { accessGraph, changesGraph, type Graph } from "../../report/graph/graph.ts";
import { groupedForGraph } from "../graph/grouped.ts";
import { type PageGraph, type Picture, textsOf, withDenied } from "../graph/layout.ts";
import { GraphPicture } from "../graph/svg.tsx";
import * as model from "../model.ts";
import { background } from "../work/thread.ts";

let context: CanvasRenderingContext2D | null | undefined;

/** The width of a text as the picture shows it. */
function measure(text: string): number {
  context ??= document.createElement("canvas").getContext("2d");
  if (context === null || context === undefined) return text.length * 7;
  context.font = "12px system-ui, sans-serif";
  return context.measureText(text).width;
}

/** The graph that is wanted; the same as before where the access is the same. */
let last: { readonly key: string; readonly graph: PageGraph } | undefined;
const graph = computed(() => {
  const access = model.access.value;
  if (access === undefined || typeof access === "string") return undefined;
  const found = model.comparison.value;
  const changes = found === undefined || typeof found === "string" ? undefined : found.changes;
  const next =
    changes === undefined || changes.length === 0
      ? accessGraph(groupedForGraph(access.entries)).all
      : changesGraph(changes, [], access.entries).all;
  const asked = withAsked(next, access);
  const key = JSON.stringify(asked);
  if (last?.key !== key) last = { key, graph: asked };
  return last.graph;
});

/** With the present question, where it is denied: who asks is seen beside those who may. */
function withAsked(graph: Graph, { entries }: Access): PageGraph {
  const now = model.shown.value?.decided;
  if (now === undefined || now.steps !== undefined || !/Deny$/.test(now.outcome)) return graph;
  const { principal, action } = now.request;
  const { arn, roleArn } = typeof principal === "string" ? { arn: principal, roleArn: undefined } : principal;
  const who = entries.find((entry) => entry.who.arn === arn || entry.who.arn === roleArn)?.who.text;
  return withDenied(graph, who ?? arn.replace(/^arn:[^:]*:(?:iam|sts)::/, ""), action);
}

const drawn = signal<{ readonly graph: PageGraph; readonly picture: Picture } | undefined>(undefined);

/** Laid out in the other thread: of many ways that takes longer than anybody who types should wait. */
function draw(wanted: PageGraph): void {
  const widths = Object.fromEntries(textsOf(wanted).map((text) => [text, measure(text)]));
  background.ask("picture", { kind: "picture", graph: wanted, widths }, (outcome) => {
    if ("answer" in outcome) drawn.value = { graph: wanted, picture: outcome.answer };
  });
}

/** Who uses the key, as a graph: from who to the key, actions and conditions on the way. The table beside it says the same in words. */
export function GraphPane() {
  const wanted = graph.value;
  useEffect(() => {
    if (wanted !== undefined && wanted !== drawn.peek()?.graph) draw(wanted);
  }, [wanted]);
  const found = drawn.value;
  if (wanted === undefined) {
    const isAsked = model.shown.value !== undefined && model.access.value === undefined;
    return <p class="kw-faint">{isAsked ? "Being worked out…" : "The graph is drawn once something is asked."}</p>;
  }
  if (wanted.edges.length === 0) return <p>Nobody can use this key.</p>;
  if (found === undefined) return <p class="kw-faint">Being drawn…</p>;
  return (
    <div class={model.isAccessOld.value || found.graph !== wanted ? "kw-busy" : ""}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys, too */}
      <section class="kw-scroller" aria-label="Access graph" tabIndex={0}>
        <GraphPicture
          picture={found.picture}
          label={`Access graph: ${counted(found.graph.edges.length, "way", "ways")} to the key; the table Who can tells them`}
        />
      </section>
      <p class="kw-faint">
        Solid: always. Dashed: under conditions. Dotted: denied, as it is asked now.
        {found.graph.left > 0 && ` ${found.graph.left} more are not drawn: the table has them.`}
      </p>
    </div>
  );
}
