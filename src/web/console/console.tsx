import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { counted } from "../../base/text.ts";
import { SchemeSwitch } from "../panes/scheme.tsx";
import { Tabs, tabId } from "../panes/tabs.tsx";
import { Access } from "./access.tsx";
import { Calls } from "./calls.tsx";
import * as model from "./model.ts";
import { PolicyPane } from "./policy.tsx";

const PANEL = "kw-key";
const pane = signal<"who-can" | "grants" | "policy" | "calls">("who-can");

/** What a running endpoint has and does: its keys, the calls as they come, and what another policy would change. */
export function Console() {
  return (
    <>
      <header class="kw-bar">
        <h1>
          kmsward <span>console</span>
        </h1>
        <nav aria-label="Page" class="kw-actions">
          <Clock />
          {model.token.value !== "" && !model.isRefused.value && <span title="In the memory of this page alone">● token</span>}
          <SchemeSwitch />
        </nav>
      </header>
      <p class="kw-status" role="log" aria-label="What happened">
        {model.notice.value}
      </p>
      {model.isRefused.value && <TokenField />}
      <main class="kw-columns kw-console">
        <section class="kw-box" aria-labelledby="kw-keys">
          <h2 id="kw-keys">Keys</h2>
          <Keys />
        </section>
        <section class="kw-box" aria-labelledby="kw-chosen">
          <Key />
        </section>
      </main>
    </>
  );
}

const STEPS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "1 hour": { hours: 1 },
  "1 day": { days: 1 },
  "7 days": { days: 7 },
  "30 days": { days: 30 },
  "366 days": { days: 366 },
};

function Clock() {
  const clock = model.clock.value;
  const [step, choose] = useState("1 day");
  if (clock === undefined) return null;
  return (
    <>
      <span>
        clock <time dateTime={clock.now}>{momentOf(clock.now)}</time>
      </span>
      {clock.canMove && (
        <>
          <label>
            <span class="kw-hidden">How far the clock is moved</span>
            <select value={step} onChange={(event) => choose(event.currentTarget.value)}>
              {Object.keys(STEPS).map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
          <button type="button" onClick={() => void model.advance(STEPS[step] ?? {})}>
            Advance
          </button>
        </>
      )}
    </>
  );
}

const momentOf = (iso: string): string => `${iso.slice(0, 16).replace("T", " ")}Z`;

/** Kept in memory, and gone with the page. */
function TokenField() {
  const [text, write] = useState("");
  return (
    <section class="kw-box" aria-label="Token">
      <p>This server answers only with the token of its --admin-token-file. It stays in the memory of this page.</p>
      <form
        class="kw-actions"
        onSubmit={(event) => {
          event.preventDefault();
          model.token.value = text.trim();
          model.begin();
        }}
      >
        <label>
          Token <input type="password" autocomplete="off" value={text} onInput={(event) => write(event.currentTarget.value)} />
        </label>
        <button type="submit">Use it</button>
      </form>
    </section>
  );
}

/** Disabled and the like are told by a word, and by a sign that is not a colour. */
const signOf = (state: string): string => (state === "Enabled" ? "●" : state.startsWith("Pending") ? "◌" : "○");

const titleOf = ({ aliases, name, id }: model.ToldKey): string => aliases[0] ?? name ?? id;

/** Keys by pages, as the server finds them: each can be come to. */
function Keys() {
  const { keys, next, count } = model.listed.value;
  const now = model.chosen.value;
  const wanted = model.search.value;
  return (
    <>
      <label class="kw-field">
        Search <input type="search" maxLength={200} value={wanted} onInput={(event) => model.searchFor(event.currentTarget.value)} />
      </label>
      <p class="kw-faint" role="status">
        {foundText(keys.length, count, wanted.trim() !== "", next !== undefined, model.isSearching.value)}
      </p>
      <ul class="kw-key-list">
        {keys.map((key) => (
          <li key={key.arn}>
            <button type="button" aria-current={key.arn === now?.arn ? "true" : undefined} onClick={() => model.choose(key.arn)}>
              <span aria-hidden="true">{signOf(key.state)}</span> <strong>{titleOf(key)}</strong>{" "}
              <span>
                {key.state}
                {key.deletion?.at != null && `, deleted ${momentOf(key.deletion.at)}`}
              </span>
              <br />
              <span class="kw-faint">
                {key.rotation === null ? "no rotation" : `rotates every ${key.rotation.periodInDays} days`} · grants: {key.grantCount}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {next !== undefined && (
        <button type="button" disabled={model.isSearching.value} onClick={() => void model.moreKeys()}>
          {keys.length === 0 ? "Search on" : "Show more"}
        </button>
      )}
    </>
  );
}

function foundText(shown: number, count: number, isSearch: boolean, hasMore: boolean, isSearching: boolean): string {
  const all = count.toLocaleString("en-US");
  if (Number.isNaN(count)) return "Asking…";
  if (isSearching) return `Searching ${all} keys…`;
  if (count === 0) return "There are no keys.";
  if (!isSearch) return hasMore ? `The first ${shown} of ${all} keys.` : `${counted(count, "key")}.`;
  return hasMore ? `${shown} found so far, in a part of ${all} keys.` : `${shown} found among ${all}.`;
}

function Key() {
  const key = model.chosen.value;
  if (key === undefined) {
    return (
      <>
        <h2 id="kw-chosen">Calls</h2>
        <Calls />
      </>
    );
  }
  const tabs = [
    { name: "who-can", label: "Who can" },
    { name: "grants", label: "Grants", badge: key.grantCount > 0 ? String(key.grantCount) : undefined },
    { name: "policy", label: "Policy" },
    { name: "calls", label: "Calls" },
  ] as const;
  return (
    <>
      <h2 id="kw-chosen">{titleOf(key)}</h2>
      <p>
        {key.state} · {key.spec} · {key.usage} · {key.origin} ·{" "}
        {key.rotation === null
          ? "not rotated by itself"
          : `rotates every ${key.rotation.periodInDays} days, next ${momentOf(key.rotation.nextAt)}`}
        {key.managedBy === "aws" && " · managed by AWS"}
        {key.lastUse !== null && ` · last used by ${key.lastUse.operation} ${momentOf(key.lastUse.at)}`}
      </p>
      <p class="kw-faint kw-arn">
        {key.arn}
        {key.aliases.length > 1 && ` · ${key.aliases.slice(1).join(", ")}`}
        {key.description !== "" && ` · ${key.description}`}
      </p>
      <Tabs
        label="Of this key"
        tabs={tabs}
        chosen={pane.value}
        panel={PANEL}
        onChoose={(name) => {
          pane.value = name;
        }}
      />
      <div role="tabpanel" id={PANEL} aria-labelledby={tabId(PANEL, pane.value)} class="kw-panel">
        {pane.value === "who-can" && <Access key={key.arn} arn={key.arn} />}
        {pane.value === "grants" && <Grants told={key} />}
        {pane.value === "policy" && <PolicyPane key={key.arn} told={key} />}
        {pane.value === "calls" && <Calls of={key.arn} />}
      </div>
    </>
  );
}

function Grants({ told }: { readonly told: model.ToldKey }) {
  if (told.grantCount === 0) return <p>This key has no grants.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys, too
    <section class="kw-scroller" aria-label="Grants" tabIndex={0}>
      <table class="kw-table kw-told">
        <thead>
          <tr>
            {["grantee", "operations", "constraints", "retiring", "made", "id"].map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told.grants.map(({ id, name, grantee, operations, constraints, retiring, createdAt }) => (
            <tr key={id}>
              <th scope="row">{grantee}</th>
              <td>{operations.join(", ")}</td>
              <td>{constraints === null ? "none" : JSON.stringify(constraints)}</td>
              <td>{retiring ?? "nobody named"}</td>
              <td>{momentOf(createdAt)}</td>
              <td>
                {name !== null && `${name} `}
                {id}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {told.grantCount > told.grants.length && (
        <p>
          The first {told.grants.length} of {told.grantCount}.
        </p>
      )}
    </section>
  );
}
