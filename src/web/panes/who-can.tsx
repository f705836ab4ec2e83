import { useState } from "preact/hooks";
import type { Request } from "../../iam/request.ts";
import { type AccessTable, accessTable, CELLS, type Cell } from "../access-table.ts";
import * as model from "../model.ts";

const FEW = 60;

/** Everybody who can use the key, and what for: a table; the conditions of a cell are told when it is chosen. */
export function WhoCan() {
  const access = model.access.value;
  if (access === undefined) {
    const isAsked = model.shown.value !== undefined;
    return <p class="kw-faint">{isAsked ? "Being worked out…" : "Who can use the key is told once something is asked."}</p>;
  }
  if (typeof access === "string") return <p class="kw-fault">Who can use the key is {access}</p>;
  return (
    <div class={model.isAccessOld.value ? "kw-busy" : ""}>
      <AccessView table={accessTable(access)} onRequest={model.openRequest} />
      <Open
        texts={[
          ...access.undecided.map(({ text }) => `not decided: ${text}`),
          ...access.assumptions.map(({ text }) => `taken for granted: ${text}`),
        ]}
      />
    </div>
  );
}

export function Open({ texts }: { readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <ul class="kw-faint">
      {[...new Set(texts)].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

type AccessViewProps = { readonly table: AccessTable; readonly onRequest?: (request: Request) => void };

/** A table of access, from any world. */
export function AccessView({ table: { columns, rows }, onRequest }: AccessViewProps) {
  const [named, choose] = useState<{ readonly who: string; readonly what: string } | undefined>(undefined);
  const [isWhole, showAll] = useState(false);
  if (rows.length === 0) return <p>Nobody can use this key.</p>;
  const shown = isWhole ? rows : rows.slice(0, FEW);
  // Of the table as it is now: another one may not have it, or have it otherwise.
  const cell = rows.find(({ who }) => who === named?.who)?.cells[columns.findIndex(({ name }) => name === named?.what)];
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys, too */}
      <section class="kw-scroller" aria-label="Who can use the key" tabIndex={0}>
        <table class="kw-table">
          <thead>
            <tr>
              <th scope="col">who</th>
              {columns.map(({ name }) => (
                <th scope="col" key={name}>
                  {short(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ who, cells }) => (
              <tr key={who}>
                <th scope="row">{who}</th>
                {cells.map((cell, i) => {
                  const what = columns[i]?.name ?? "";
                  const { glyph, word } = CELLS[cell.may];
                  const name = `${word}${cell.when.length > 0 ? `: ${cell.when.join(", or ")}` : ""}`;
                  return (
                    <td key={what} class={`kw-may-${cell.may}`}>
                      {cell.may === "never" ? (
                        <span role="img" aria-label={word}>
                          {glyph}
                        </span>
                      ) : (
                        <button
                          type="button"
                          class="kw-cell"
                          aria-label={name}
                          title={name}
                          onFocus={() => choose({ who, what })}
                          onClick={() => choose({ who, what })}
                        >
                          {glyph}
                        </button>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > shown.length && (
        <button type="button" onClick={() => showAll(true)}>
          Show {rows.length - shown.length} more
        </button>
      )}
      {named !== undefined && cell !== undefined && cell.may !== "never" && <Chosen {...named} cell={cell} onRequest={onRequest} />}
      <p class="kw-faint kw-key">
        {Object.values(CELLS).map(({ glyph, word }) => (
          <span key={word}>
            {glyph} {word}{" "}
          </span>
        ))}
      </p>
    </>
  );
}

const short = (name: string): string => (name.length > 60 ? `${name.slice(0, 58)}…` : name);

type ChosenProps = {
  readonly who: string;
  readonly what: string;
  readonly cell: Cell;
  readonly onRequest: ((request: Request) => void) | undefined;
};

function Chosen({ who, what, cell: { when, entry }, onRequest }: ChosenProps) {
  return (
    <div class="kw-chosen" role="note">
      <p>
        <strong>{who}</strong> may: {what}
      </p>
      {when.length > 0 && (
        <ul>
          {when.map((text) => (
            <li key={text}>where {text}</li>
          ))}
        </ul>
      )}
      {entry !== undefined && onRequest !== undefined && (
        <button type="button" onClick={() => onRequest(entry.witness.request)}>
          Open a request that shows it
        </button>
      )}
    </div>
  );
}
