import { type EditorState, type Extension, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, GutterMarker, gutter, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { LIGHTS, type Lit } from "../lights.ts";

/** Sets the lights of the statements in an editor. */
export const setLights = StateEffect.define<readonly Lit[]>();

const field = StateField.define<readonly Lit[]>({
  create: () => [],
  update: (lit, { effects, changes }) => {
    const set = effects.find((effect) => effect.is(setLights));
    if (set !== undefined) return set.value as readonly Lit[];
    return changes.empty ? lit : lit.map((one) => ({ ...one, from: changes.mapPos(one.from), to: changes.mapPos(one.to) }));
  },
});

/** Whether these are the lights that the editor has: of most keys nothing is lit otherwise, and nothing has to be set. */
export function hasLights(state: EditorState, lights: readonly Lit[]): boolean {
  const now = state.field(field, false) ?? [];
  return (
    now.length === lights.length &&
    now.every(({ from, to, light, name }, i) => {
      const other = lights[i];
      return other !== undefined && other.from === from && other.to === to && other.light === light && other.name === name;
    })
  );
}

/** Lines are decorated as far as they are seen: a policy may have many statements. */
const lines = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = decorated(view);
    }
    update({ view, docChanged, viewportChanged, startState, state }: ViewUpdate) {
      if (docChanged || viewportChanged || startState.field(field) !== state.field(field)) this.decorations = decorated(view);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

function decorated({ state, visibleRanges }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let last = -1;
  for (const { from, to, light } of state.field(field)) {
    for (const seen of visibleRanges) {
      if (to < seen.from || from > seen.to) continue;
      for (let at = Math.max(from, seen.from); at <= Math.min(to, seen.to); ) {
        const line = state.doc.lineAt(at);
        if (line.from > last) builder.add(line.from, line.from, LINE[light]);
        last = Math.max(last, line.from);
        at = line.to + 1;
      }
    }
  }
  return builder.finish();
}

const LINE = Object.fromEntries(Object.keys(LIGHTS).map((light) => [light, Decoration.line({ class: `kw-lit kw-${light}` })])) as Readonly<
  Record<Lit["light"], Decoration>
>;

class Glyph extends GutterMarker {
  readonly lit: Lit;
  constructor(lit: Lit) {
    super();
    this.lit = lit;
  }
  override eq(other: Glyph): boolean {
    return this.lit.light === other.lit.light && this.lit.name === other.lit.name;
  }
  override toDOM(): Node {
    const { glyph, word } = LIGHTS[this.lit.light];
    const element = document.createElement("span");
    element.className = `kw-glyph kw-${this.lit.light}`;
    element.textContent = glyph;
    element.title = `${this.lit.name}: ${word}`;
    return element;
  }
}

const glyphs = gutter({
  class: "kw-glyphs",
  lineMarker: ({ state }, { from, to }) => {
    const lit = state.field(field).find((one) => one.from >= from && one.from <= to);
    return lit === undefined ? null : new Glyph(lit);
  },
  lineMarkerChange: ({ startState, state }) => startState.field(field) !== state.field(field),
  initialSpacer: () => new Glyph({ from: 0, to: 0, light: "silent", name: "" }),
});

/** Statements light up as they decide: their lines by colour, their first line by a glyph. */
export const lightsExtension: Extension = [field, lines, glyphs];
