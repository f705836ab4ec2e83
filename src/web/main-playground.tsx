import "./style.css";
import { documents, flows, scenes } from "virtual:published";
import { effect } from "@preact/signals";
import { render } from "preact";
import { exampleOfFlows, exampleOfScene } from "./examples.ts";
import { checked, packState, unpackState } from "./link.ts";
import { notice, openState, startModel, state } from "./model.ts";
import { Playground } from "./panes/playground.tsx";
import { EMPTY_STATE } from "./state.ts";

const examples = [...scenes.map((scene) => exampleOfScene(scene, documents)), ...flows.map(exampleOfFlows)];

/** What the command wrote into the page, where it is too large for a link. */
function written(): string | undefined {
  return document.getElementById("kmsward-state")?.textContent ?? undefined;
}

/** The fragment that this page wrote last: what is heard of it is no news. */
let own = "";

function openLink(): void {
  const fragment = location.hash.slice(1);
  const data = fragment === "" ? written() : undefined;
  if (fragment === own && fragment !== "") return;
  const found = data !== undefined ? checked(data) : fragment === "" ? { state: EMPTY_STATE } : unpackState(fragment);
  openState("state" in found ? found.state : EMPTY_STATE);
  if ("why" in found) notice.value = `Nothing was opened: ${found.why}.`;
}

function writeLink(): void {
  let timer = 0;
  let isFirst = true;
  effect(() => {
    const now = state.value;
    if (isFirst) {
      isFirst = false;
      return;
    }
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      own = packState(now);
      history.replaceState(null, "", `#${own}`);
    }, 400);
  });
}

function start(): void {
  openLink();
  startModel();
  render(<Playground examples={examples} />, document.getElementById("page") as HTMLElement);
  writeLink();
  window.addEventListener("hashchange", openLink);
  if (__KMSWARD_TEST__) Object.assign(window, { kmsward: { state, openState, packState, examples } });
}

// The skeleton of the page is painted first.
requestAnimationFrame(() => setTimeout(start));
