import { useEffect, useRef, useState } from "preact/hooks";
import type { Example } from "../examples.ts";
import * as model from "../model.ts";
import { Compare } from "./compare.tsx";
import { Documents } from "./documents.tsx";
import { Examples } from "./examples.tsx";
import { Explanation } from "./explanation.tsx";
import { GraphPane } from "./graph.tsx";
import { RequestForm } from "./request.tsx";
import { SchemeSwitch } from "./scheme.tsx";
import { ExportButton, LinkButton } from "./share.tsx";
import { Tabs, tabId } from "./tabs.tsx";
import { Verdict } from "./verdict.tsx";
import { WhoCan } from "./who-can.tsx";

const PANEL = "kw-analysis";
const PANES = [
  { name: "who-can", label: "Who can" },
  { name: "graph", label: "Graph" },
  { name: "compare", label: "Compare" },
] as const;

/** The page: documents on the left; request, answer and explanation beside them; below, what holds for all requests. */
export function Playground({ examples }: { readonly examples: readonly Example[] }) {
  const pane = model.pane.value;
  const isEmpty = model.shown.value === undefined && model.problems.value.length === 0;
  return (
    <>
      <header class="kw-bar">
        <h1>
          kmsward <span>playground</span>
        </h1>
        <nav aria-label="Page" class="kw-actions">
          <ExampleButton examples={examples} />
          <button
            type="button"
            onClick={() => {
              model.pane.value = "compare";
              document.getElementById(PANEL)?.scrollIntoView({ block: "nearest" });
            }}
          >
            Compare
          </button>
          <LinkButton />
          <ExportButton />
          <SchemeSwitch />
        </nav>
      </header>
      <Status />
      <main>
        <div class="kw-columns">
          <section class="kw-box kw-documents" aria-labelledby="kw-documents">
            <h2 id="kw-documents" class="kw-hidden">
              Documents
            </h2>
            <Documents />
          </section>
          <div class="kw-side">
            <section class="kw-box" aria-labelledby="kw-request">
              <h2 id="kw-request">Request</h2>
              <RequestForm />
            </section>
            <Verdict />
            <Explanation />
          </div>
        </div>
        {isEmpty ? (
          <section class="kw-box" aria-labelledby="kw-begin">
            <h2 id="kw-begin">Begin with an example</h2>
            <Examples examples={examples} />
          </section>
        ) : (
          <section class="kw-box" aria-labelledby="kw-all">
            <h2 id="kw-all" class="kw-hidden">
              For all requests
            </h2>
            <Tabs
              label="For all requests"
              tabs={PANES}
              chosen={pane}
              panel={PANEL}
              onChoose={(name) => {
                model.pane.value = name;
              }}
            />
            <div role="tabpanel" id={PANEL} aria-labelledby={tabId(PANEL, pane)}>
              {pane === "who-can" ? <WhoCan /> : pane === "graph" ? <GraphPane /> : <Compare />}
            </div>
          </section>
        )}
      </main>
    </>
  );
}

/** What was done last, and taking it back: where the button that did it is gone, the focus comes here. */
function Status() {
  const undo = useRef<HTMLButtonElement>(null);
  const { value: text } = model.status;
  useEffect(() => {
    if (text !== "" && (document.activeElement === null || document.activeElement === document.body)) undo.current?.focus();
  }, [text]);
  return (
    <p class="kw-status" role="log" aria-label="What was done">
      {model.notice.value}
      {text}{" "}
      {model.canUndo.value && (
        <button type="button" ref={undo} onClick={model.undo}>
          Undo
        </button>
      )}
    </p>
  );
}

function ExampleButton({ examples }: { readonly examples: readonly Example[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, open] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => {
          open(true);
          dialog.current?.showModal();
        }}
      >
        Examples
      </button>
      <dialog ref={dialog} aria-labelledby="kw-examples" onClose={() => open(false)}>
        <div class="kw-dialog-head">
          <h2 id="kw-examples">Examples</h2>
          <button type="button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </div>
        {isOpen && <Examples examples={examples} onOpen={() => dialog.current?.close()} />}
      </dialog>
    </>
  );
}
