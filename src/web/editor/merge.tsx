import { json } from "@codemirror/lang-json";
import { yaml } from "@codemirror/lang-yaml";
import { MergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";
import { useLayoutEffect, useRef } from "preact/hooks";
import { theme } from "./theme.ts";

type MergeProps = { readonly before: string; readonly after: string; readonly isYaml: boolean; readonly labels: readonly [string, string] };

/** Two texts side by side, to read. */
export function Merge({ before, after, isYaml, labels }: MergeProps) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const side = (doc: string, label: string) => ({
      doc,
      extensions: [
        theme,
        lineNumbers(),
        EditorView.lineWrapping,
        EditorState.readOnly.of(true),
        EditorState.phrases.of({ "$ unchanged lines": "$ lines are the same" }),
        EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
        isYaml ? yaml() : json(),
      ],
    });
    const view = new MergeView({
      a: side(before, labels[0]),
      b: side(after, labels[1]),
      parent: host.current as HTMLDivElement,
      collapseUnchanged: { margin: 2, minSize: 6 },
      gutter: true,
    });
    return () => view.destroy();
  }, [before, after, isYaml, labels[0], labels[1]]);
  return <div class="kw-merge" ref={host} />;
}
