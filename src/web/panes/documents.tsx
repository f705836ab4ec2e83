import { schemas } from "virtual:published";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { counted } from "../../base/text.ts";
import { hintsAt } from "../complete.ts";
import { hasWorld, isYamlText, labelOf, newDocument, type PageDocument, ROLE_NAMES, ROLES, type Role } from "../documents.ts";
import { Editor } from "../editor/editor.tsx";
import type { Spot } from "../editor/path.ts";
import { LIGHTS } from "../lights.ts";
import * as model from "../model.ts";
import { Tabs, tabId } from "./tabs.tsx";

const PANEL = "kw-document";

/** The documents, each in its tab, the one that is chosen in the editor, and below it what is wrong with it. */
export function Documents() {
  const all = model.documents.value;
  const now = model.document.value;
  const told = model.diagnostics.value;
  if (now === undefined) return <Adding all={all} />;
  const own = told.filter(({ at }) => at.file === now.name);
  const tabs = all.map((document) => ({ name: document.name, label: labelOf(document, all), badge: badgeOf(told, document.name) }));
  return (
    <>
      <Tabs
        label="Documents"
        tabs={tabs}
        chosen={now.name}
        panel={PANEL}
        onChoose={(name) => {
          model.current.value = name;
        }}
      >
        <Adding all={all} />
      </Tabs>
      <div role="tabpanel" id={PANEL} aria-labelledby={tabId(PANEL, now.name)} class="kw-panel">
        <Editor
          name={now.name}
          label={labelOf(now, all)}
          text={now.text}
          isYaml={isYamlText(now)}
          marks={own}
          lights={model.lights.value}
          goTo={model.goal.value}
          hints={(spot) => hintsFor(now, spot)}
          onText={model.setText}
        />
      </div>
      <Footer now={now} own={own} all={all} />
    </>
  );
}

const hintsFor = ({ role }: PageDocument, { path, part }: Spot) => hintsAt(role, path, part, schemas, model.known.value);

const badgeOf = (told: readonly Diagnostic[], name: string): string | undefined => {
  const errors = told.filter(({ at, severity }) => at.file === name && severity === "error").length;
  return errors === 0 ? undefined : String(errors);
};

function Footer({
  now,
  own,
  all,
}: {
  readonly now: PageDocument;
  readonly own: readonly Diagnostic[];
  readonly all: readonly PageDocument[];
}) {
  const errors = own.filter(({ severity }) => severity === "error");
  const [first] = [...errors, ...own];
  const lights = model.lights.value;
  return (
    <div class="kw-footer">
      <p>
        {counted(errors.length, "error")}, {counted(own.length - errors.length, "warning")}
        {first !== undefined && (
          <>
            {" · "}
            <button type="button" class="kw-link" onClick={() => model.goTo(now.name, first.at.line, first.at.column)}>
              line {first.at.line ?? 1}: {first.message}
            </button>
            {first.help !== undefined && <span class="kw-faint"> ({first.help})</span>}
          </>
        )}
      </p>
      {all.length > 1 && (
        <button type="button" onClick={() => model.removeDocument(now.name, labelOf(now, all))}>
          Remove {labelOf(now, all)}
        </button>
      )}
      {lights.length > 0 && (
        <details>
          <summary>What each statement does</summary>
          <ul class="kw-lights">
            {lights.map(({ light, name, from }) => (
              <li key={from}>
                <span class={`kw-glyph kw-${light}`} aria-hidden="true">
                  {LIGHTS[light].glyph}
                </span>{" "}
                <button type="button" class="kw-link" onClick={() => model.goTo(now.name, lineAt(now.text, from))}>
                  {name}
                </button>{" "}
                {LIGHTS[light].word}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;

function Adding({ all }: { readonly all: readonly PageDocument[] }) {
  const isWorld = hasWorld(all);
  const roles = ROLE_NAMES.filter((role) =>
    isWorld ? role === "file" : role !== "file" && (ROLES[role].many === true || !all.some((document) => document.role === role)),
  );
  return (
    <label class="kw-add">
      <span class="kw-hidden">Add a document</span>
      <select
        value=""
        onChange={(event) => {
          model.addDocument(newDocument(all, event.currentTarget.value as Role));
          event.currentTarget.value = "";
        }}
      >
        <option value="">+ Add…</option>
        {roles.map((role) => (
          <option key={role} value={role}>
            {ROLES[role].label}
          </option>
        ))}
      </select>
    </label>
  );
}
