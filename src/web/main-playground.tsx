import "./style.css";
import { documents, flows, scenes } from "virtual:published";
import { effect } from "@preact/signals";
import { render } from "preact";
import { exampleOfFlows, exampleOfScene } from "./examples.ts";
import { checked, MOST_CHARACTERS, packState, unpackState } from "./link.ts";
import { notice, openInPlace, openState, settle, startModel, state } from "./model.ts";
import { Playground } from "./panes/playground.tsx";
import { copyCase } from "./panes/share.tsx";
import { EMPTY_STATE } from "./state.ts";
import { isWorker, work } from "./work/thread.ts";

const examples = [...scenes.map((scene) => exampleOfScene(scene, documents)), ...flows.map(exampleOfFlows)];

/** What the command wrote into the page, where it is too large for a link. */
function written(): string | undefined {
  return document.getElementById("kmsward-state")?.textContent ?? undefined;
}

/** The fragment that this page wrote last: what is heard of it is no news. */
let own = "";

/** `isFirst`: nothing stands in the page yet. Later, a link that cannot be read leaves what is there. */
function openLink(isFirst: boolean): void {
  const fragment = location.hash.slice(1);
  const data = fragment === "" ? written() : undefined;
  if (fragment === own && fragment !== "") return;
  if (fragment === "" && !isFirst) return;
  const found = data !== undefined ? checked(data) : fragment === "" ? { state: EMPTY_STATE } : unpackState(fragment);
  if (isFirst) openState("state" in found ? found.state : EMPTY_STATE);
  else if ("state" in found) openInPlace(found.state, "Opened the link.");
  if ("why" in found) notice.value = `Nothing was opened: ${found.why}.`;
}

function writeLink(): void {
  let timer = 0;
  let isFirst = true;
  let writeNow = () => {};
  effect(() => {
    const now = state.value;
    if (isFirst) {
      isFirst = false;
      return;
    }
    clearTimeout(timer);
    const write = () => {
      timer = 0;
      const packed = packState(now);
      own = packed.length > MOST_CHARACTERS ? "" : packed; // no link rather than one to what stood here before: nobody could open this one
      history.replaceState(null, "", own === "" ? location.pathname + location.search : `#${own}`);
    };
    timer = window.setTimeout(write, 400);
    writeNow = () => {
      if (timer !== 0) write();
    };
  });
  window.addEventListener("pagehide", () => writeNow());
}

/** Before an editor takes it. */
function onKey(event: KeyboardEvent): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.stopPropagation();
  settle();
  void copyCase();
}

function start(): void {
  openLink(true);
  startModel();
  render(<Playground examples={examples} />, document.getElementById("page") as HTMLElement);
  writeLink();
  window.addEventListener("hashchange", () => openLink(false));
  window.addEventListener("keydown", onKey, { capture: true });
  window.addEventListener("focusout", settle, { capture: true }); // before any button is pressed
  if (__KMSWARD_TEST__) Object.assign(window, { kmsward: { state, openState, packState, examples, usable: performance.now() } });
}

// The skeleton of the page is painted first.
if (isWorker) work();
else requestAnimationFrame(() => setTimeout(start));
