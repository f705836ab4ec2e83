import type { Entry, ExplainedLayer, Mark } from "../../explain/explanation.ts";
import * as model from "../model.ts";
import { Statement } from "./verdict.tsx";

const MARKS: Readonly<Record<Mark | "none", { readonly glyph: string; readonly word: string }>> = {
  yes: { glyph: "✓", word: "yes" },
  no: { glyph: "✕", word: "no" },
  unknown: { glyph: "?", word: "not known" },
  none: { glyph: "–", word: "no say" },
};

/** Why, layer by layer: each statement and grant that matters, what of it did not match, and where it is written. */
export function Explanation() {
  const told = model.explanation.value;
  if (told === undefined) return null;
  const { layers, routes, because, lacking, rules, given } = told;
  return (
    <details class={model.shown.value?.isOld ? "kw-box kw-old" : "kw-box"} open>
      <summary>
        <h2>Explanation</h2>
      </summary>
      {given.length > 0 && <p class="kw-faint">with {given.map(({ name, value }) => `${name} ${value}`).join(", ")}</p>}
      <Texts title={routes.length > 1 ? "Each alone is enough" : "Allowed since"} texts={routes} />
      <Texts title="The deny applies since" texts={because} />
      <ol class="kw-layers">
        {layers.map((layer) => (
          <Layer key={layer.title} layer={layer} />
        ))}
      </ol>
      <Texts title="No change of the request mends it" texts={lacking} />
      {rules.length > 0 && (
        <p class="kw-faint">
          rules{" "}
          {rules.map((rule, i) => (
            <span key={rule}>
              {i > 0 && ", "}
              <code>{rule}</code>
            </span>
          ))}{" "}
          (<code>kmsward help RULE</code> tells each, with its source)
        </p>
      )}
    </details>
  );
}

function Texts({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

function Layer({ layer: { title, verdict, summary, entries, others } }: { readonly layer: ExplainedLayer }) {
  const { glyph, word } = MARKS[verdict];
  return (
    <li class={`kw-layer kw-mark-${verdict}`}>
      <p>
        <span class="kw-mark" role="img" aria-label={word}>
          {glyph}
        </span>{" "}
        <strong>{title}</strong> <span class="kw-faint">{summary}</span>
      </p>
      {entries.length > 0 && (
        <ul>
          {entries.map((entry) => (
            <Part key={`${entry.name} ${entry.at?.file ?? ""} ${entry.at?.pointer ?? ""}`} entry={entry} />
          ))}
        </ul>
      )}
      {others.map((other) => (
        <p key={other} class="kw-faint">
          {other}
        </p>
      ))}
    </li>
  );
}

function Part({ entry: { name, mark, says, because = [], failures, at } }: { readonly entry: Entry }) {
  const { glyph, word } = MARKS[mark];
  return (
    <li>
      <span class="kw-mark" role="img" aria-label={word}>
        {glyph}
      </span>{" "}
      <Statement name={name} at={at} /> {says !== undefined && <span>{says}</span>}
      {because.length > 0 && <span class="kw-faint"> {because.join("; ")}</span>}
      {failures.length > 0 && (
        <ul class="kw-failures">
          {failures.map((failure) => (
            <li key={JSON.stringify(failure)}>
              <strong>{failure.part}</strong> {failure.what !== undefined && <code>{failure.what}</code>}{" "}
              {failure.note ?? (
                <>
                  wanted {failure.wanted}, got {failure.got}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
