import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { yaml } from "@codemirror/lang-yaml";
import { MergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { useLayoutEffect, useRef } from "preact/hooks";
import { theme } from "./theme.ts";

/** A side: its text, what it is called, and who is told of what is written there; without that it is to be read alone. */
export type MergeSide = { readonly text: string; readonly label: string; readonly onText?: ((text: string) => void) | undefined };
type MergeProps = { readonly before: MergeSide; readonly after: MergeSide; readonly isYaml: boolean };

/** Two texts side by side. */
export function Merge({ before, after, isYaml }: MergeProps) {
  const host = useRef<HTMLDivElement>(null);
  const now = useRef({ before, after });
  now.current = { before, after };
  const isRead = [before.onText === undefined, after.onText === undefined] as const;
  const written = useRef({ before: before.text, after: after.text }); // here, or shown from the beginning
  const version = useRef(0);
  if (written.current.before !== before.text || written.current.after !== after.text) {
    written.current = { before: before.text, after: after.text };
    version.current++; // changed elsewhere: shown anew
  }

  useLayoutEffect(() => {
    const side = (which: "before" | "after") => {
      const { text, label, onText } = now.current[which];
      return {
        doc: text,
        extensions: [
          theme,
          lineNumbers(),
          history(),
          EditorView.lineWrapping,
          EditorState.readOnly.of(onText === undefined),
          EditorState.phrases.of({ "$ unchanged lines": "$ lines are the same" }),
          EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
          keymap.of([...historyKeymap, ...defaultKeymap]),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (!docChanged) return;
            written.current = { ...written.current, [which]: state.doc.toString() };
            now.current[which].onText?.(written.current[which]);
          }),
          isYaml ? yaml() : json(),
        ],
      };
    };
    const made = new MergeView({
      a: side("before"),
      b: side("after"),
      parent: host.current as HTMLDivElement,
      // What is folded cannot be written over: an input of the browser replaces what it sees.
      ...(isRead[0] && isRead[1] && { collapseUnchanged: { margin: 2, minSize: 6 } }),
      gutter: true,
    });
    const [first] = made.chunks;
    if (!isRead[1] && first !== undefined)
      requestAnimationFrame(() => host.current?.scrollTo({ top: Math.max(0, made.b.lineBlockAt(first.fromB).top - 60) }));
    return () => made.destroy();
  }, [isYaml, before.label, after.label, isRead[0], isRead[1], version.current]);
  return <div class="kw-merge" ref={host} />;
}
