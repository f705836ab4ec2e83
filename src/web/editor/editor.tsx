import {
  autocompletion,
  type Completion,
  type CompletionContext,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, indentOnInput, language } from "@codemirror/language";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Hint } from "../complete.ts";
import type { Lit } from "../lights.ts";
import { changeBetween } from "../text-patch.ts";
import { hasLights, lightsExtension, setLights } from "./lights.ts";
import { hasMarks, marksIn, offsetOf } from "./marks.ts";
import { type Spot, spotAt } from "./path.ts";
import { theme } from "./theme.ts";

export type EditorProps = {
  readonly name: string; // of the document: each keeps its own history and cursor
  readonly label: string; // for who does not see it
  readonly text: string;
  readonly isYaml?: boolean;
  readonly readOnly?: boolean;
  readonly marks?: readonly Diagnostic[]; // of this document
  readonly lights?: readonly Lit[]; // of this text
  readonly goTo?: Goal | undefined; // a new one moves the cursor
  readonly hints?: (spot: Spot) => readonly Hint[];
  readonly onText?: (text: string) => void;
  readonly keys?: Extension;
};

/** A place to go to. */
export type Goal = { readonly line: number; readonly column: number };

/** A change that comes from outside of the editor: it can be undone there, and is told nobody. */
const FromOutside = Annotation.define<boolean>();

/** An editor of JSON or YAML: CodeMirror is seen nowhere but in this folder. Tab leaves it, as it leaves every field of the page. */
export function Editor(props: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  const states = useRef(new Map<string, EditorState>());
  const name = useRef(props.name);
  const now = useRef(props);
  now.current = props;

  // Made before anything is set in it: what stands first runs first.
  useLayoutEffect(() => {
    const made = new EditorView({ state: stateFor(now), parent: host.current as HTMLDivElement });
    view.current = made;
    return () => made.destroy();
  }, []);

  useLayoutEffect(() => {
    const editor = view.current;
    if (editor === undefined) return;
    if (name.current !== props.name) {
      states.current.set(name.current, editor.state);
      editor.setState(states.current.get(props.name) ?? stateFor(now));
      name.current = props.name;
    }
    const before = editor.state.doc.toString();
    if (before !== props.text) editor.dispatch({ changes: changeBetween(before, props.text), annotations: FromOutside.of(true) });
    if (editor.state.facet(language)?.name !== (props.isYaml ? "yaml" : "json"))
      editor.dispatch({ effects: LANGUAGE.reconfigure(props.isYaml ? yaml() : json()) });
  }, [props.name, props.text, props.isYaml]);

  // The editor refuses changes within changes of its own, and what sets these may run in one.
  useLayoutEffect(() => {
    queueMicrotask(() => {
      const editor = view.current;
      if (editor === undefined || name.current !== props.name || editor.state.doc.toString() !== props.text) return;
      const marks = [...marksIn(editor.state, props.marks ?? [])];
      const lights = (props.lights ?? []).filter(({ to }) => to <= editor.state.doc.length);
      if (!hasMarks(editor.state, marks)) editor.dispatch(setDiagnostics(editor.state, marks));
      if (!hasLights(editor.state, lights)) editor.dispatch({ effects: setLights.of(lights) });
    });
  }, [props.marks, props.lights, props.name, props.text]);

  useEffect(() => {
    const editor = view.current;
    if (editor === undefined || props.goTo === undefined) return;
    const anchor = offsetOf(editor.state, props.goTo.line, props.goTo.column);
    editor.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
    editor.focus();
  }, [props.goTo]);

  return <div class="kw-editor" ref={host} />;
}

const LANGUAGE = new Compartment();
const MOST_OPTIONS = 10; // at once: the list need not scroll, which keys could not reach

function stateFor(now: { readonly current: EditorProps }): EditorState {
  const { text, label, isYaml, readOnly, keys } = now.current;
  return EditorState.create({
    doc: text,
    extensions: [
      theme,
      lightsExtension,
      lineNumbers(),
      highlightActiveLineGutter(),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      search({ top: true }),
      highlightSelectionMatches(),
      highlightActiveLine(),
      EditorView.lineWrapping,
      LANGUAGE.of(isYaml ? yaml() : json()),
      autocompletion({ override: [(context) => completions(context, now.current.hints)], icons: false, maxRenderedOptions: MOST_OPTIONS }),
      EditorState.readOnly.of(readOnly === true),
      EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
      keys ?? [],
      keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...searchKeymap, ...defaultKeymap]),
      EditorView.updateListener.of(({ docChanged, transactions, state }) => {
        if (docChanged && !transactions.some((one) => one.annotation(FromOutside))) now.current.onText?.(state.doc.toString());
      }),
    ],
  });
}

function completions(context: CompletionContext, hints: EditorProps["hints"]) {
  const spot = hints && spotAt(context.state, context.pos);
  if (spot === undefined || hints === undefined) return null;
  if (!context.explicit && spot.from === context.pos) return null;
  const found = hints(spot);
  if (found.length === 0) return null;
  const { state, pos } = context;
  const isJson = spot.isQuoted || state.sliceDoc(0, 1).trim() === "{" || state.sliceDoc(0, 1) === "[";
  const closed = spot.isQuoted && state.sliceDoc(pos, pos + 1) === '"';
  return {
    from: spot.from,
    ...(closed && { to: pos + 1 }),
    filter: true,
    options: found.map(({ label, detail, info }): Completion => {
      const text = isJson && !/^(?:true|false|null|\d+)$/.test(label) ? JSON.stringify(label) : label;
      const isNew = spot.part === "name" && !/^\s*"?\s*:/.test(state.sliceDoc(pos, pos + 20));
      return {
        label: isJson ? text : label,
        displayLabel: label,
        apply: isNew ? `${text}: ` : text,
        ...(detail && { detail }),
        ...(info && { info }),
      };
    }),
  };
}
