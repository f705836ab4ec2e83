import { useEffect, useMemo, useState } from "preact/hooks";
import { counted } from "../../base/text.ts";
import { Editor } from "../editor/editor.tsx";
import { ChangeList } from "../panes/compare.tsx";
import { Open } from "../panes/who-can.tsx";
import * as model from "./model.ts";
import { EDITED, type PolicyChange, policyChange, putCommand } from "./policy-change.ts";

/** The key policy in an editor, and what the edited one would gain and lose before anybody puts it. */
export function PolicyPane({ told }: { readonly told: model.ToldKey }) {
  const stored = useMemo(() => indented(told.policy), [told.policy]);
  const [edited, edit] = useState<string | undefined>(undefined);
  const [found, tell] = useState<{ readonly text: string; readonly change: PolicyChange } | undefined>(undefined);
  const document = model.world.value;
  const text = edited ?? stored;
  useEffect(() => {
    if (edited === undefined || document === undefined || typeof document === "string") return undefined;
    const timer = window.setTimeout(() => tell({ text: edited, change: policyChange(document, told.arn, edited) }), 150);
    return () => window.clearTimeout(timer);
  }, [edited, document, told.arn]);
  return (
    <>
      <Editor
        name={told.arn}
        label="Key policy"
        text={text}
        marks={found?.text === text ? found.change.diagnostics.filter(({ at }) => at.file === EDITED) : NONE}
        onText={edit}
      />
      {edited === undefined || edited === stored ? (
        <p class="kw-faint">Edit it: what the edited policy would gain and lose is told here, for all requests, before anybody puts it.</p>
      ) : typeof document === "string" ? (
        <p class="kw-fault">What it would change is not told: {document}</p>
      ) : (
        <>
          <p>
            <button type="button" onClick={() => edit(undefined)}>
              Back to the stored policy
            </button>
          </p>
          {found !== undefined && <Changes told={told} change={found.change} text={found.text} isOld={found.text !== text} />}
        </>
      )}
    </>
  );
}

const NONE: PolicyChange["diagnostics"] = [];

function indented(text: string): string {
  try {
    return `${JSON.stringify(JSON.parse(text), undefined, 2)}\n`;
  } catch {
    return text;
  }
}

type ChangesProps = { readonly told: model.ToldKey; readonly change: PolicyChange; readonly text: string; readonly isOld: boolean };

function Changes({ told, change: { comparison, locked, diagnostics }, text, isOld }: ChangesProps) {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return (
    <div class={isOld ? "kw-old" : ""}>
      {errors.length > 0 && (
        <p class="kw-fault">
          {counted(errors.length, "error")}, line {errors[0]?.at.line ?? 1}: {errors[0]?.message}
        </p>
      )}
      {comparison !== undefined && (
        <>
          {comparison.verdict === "equal" && <p>No difference, proved for all requests.</p>}
          <ChangeList direction="gained" changes={comparison.changes} />
          <ChangeList direction="lost" changes={comparison.changes} />
          <Open
            texts={[
              ...comparison.undecided.map(({ text: words }) => `not decided: ${words}`),
              ...comparison.assumptions.map(({ text: words }) => `taken for granted: ${words}`),
            ]}
          />
        </>
      )}
      {locked !== undefined ? (
        <p class="kw-fault" role="alert">
          Locked: {locked}.
        </p>
      ) : (
        !isOld && (
          <>
            <p>This page puts nothing. The call that does, for a shell with the variables that `kmsward serve` printed:</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys, too */}
            <section class="kw-scroller" aria-label="The call that puts this policy" tabIndex={0}>
              <pre>{putCommand(told.arn, told.region, text)}</pre>
            </section>
          </>
        )
      )}
    </div>
  );
}
