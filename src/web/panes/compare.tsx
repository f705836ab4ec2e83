import type { Comparison } from "../../analysis/answers.ts";
import { isYamlText, labelOf } from "../documents.ts";
import { Merge } from "../editor/merge.tsx";
import * as model from "../model.ts";
import { ChangeLists } from "./changes.tsx";
import { Open } from "./who-can.tsx";

/** Two versions of the documents: what the later one gains and loses, for all requests, each with a request that shows it. */
export function Compare() {
  const base = model.base.value;
  const all = model.documents.value;
  if (base === undefined) {
    return (
      <p>
        <button type="button" onClick={makeBase}>
          Make this the base
        </button>{" "}
        <span class="kw-faint">and edit on: what the edited documents gain and lose against it is told here, for all requests.</span>
      </p>
    );
  }
  const now = model.document.value;
  const old = base.find(({ name }) => name === now?.name);
  return (
    <>
      <p>
        <button type="button" onClick={makeBase}>
          Make this the base
        </button>{" "}
        <button
          type="button"
          onClick={() => {
            model.documents.value = base;
          }}
        >
          Back to the base
        </button>{" "}
        <button
          type="button"
          onClick={() => {
            model.base.value = undefined;
          }}
        >
          End the comparison
        </button>
      </p>
      <Result found={model.comparison.value} />
      {now !== undefined && (
        <>
          <h3>{labelOf(now, all)}: base and now</h3>
          <p class="kw-faint">Left the base, right what there is now: both can be edited.</p>
          <Merge
            before={{ text: old?.text ?? "", label: "The base", onText: old && ((text) => model.setBaseText(old.name, text)) }}
            after={{ text: now.text, label: "Now", onText: model.setText }}
            isYaml={isYamlText(now)}
          />
        </>
      )}
    </>
  );
}

function makeBase(): void {
  model.base.value = model.documents.value;
  model.status.value = "These documents are the base now.";
}

function Result({ found }: { readonly found: Comparison | string | undefined }) {
  if (found === undefined) {
    const isAsked = model.shown.value !== undefined;
    return <p class="kw-faint">{isAsked ? "Being worked out…" : "What changed is told once something is asked."}</p>;
  }
  if (typeof found === "string") return <p class="kw-fault">{found}</p>;
  const { changes, undecided, assumptions, verdict } = found;
  return (
    <div class={model.isComparisonOld.value ? "kw-busy" : ""}>
      {verdict === "equal" && (
        <p class="kw-outcome kw-allows">
          <span aria-hidden="true">=</span> No difference, proved for all requests.
        </p>
      )}
      <ChangeLists changes={changes} onRequest={model.openRequest} />
      <Open
        texts={[...undecided.map(({ text }) => `not decided: ${text}`), ...assumptions.map(({ text }) => `taken for granted: ${text}`)]}
      />
    </div>
  );
}
