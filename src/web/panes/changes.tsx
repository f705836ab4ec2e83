import type { Change } from "../../analysis/answers.ts";
import { counted } from "../../base/text.ts";
import type { Request } from "../../iam/request.ts";
import { actionsIn, whenIn } from "../../report/analysis/words.ts";
import { type ListedChange, listedChanges } from "../changes.ts";

type ChangeListsProps = { readonly changes: readonly Change[]; readonly onRequest?: (request: Request) => void };

const LISTS = [
  { kind: "gained", sign: "+", title: "Gained" },
  { kind: "lost", sign: "−", title: "Lost" },
  { kind: "changed", sign: "±", title: "Changed" },
] as const;

/** What is gained, lost and changed by any comparison: who, what, under which conditions, each with a request that shows it. */
export function ChangeLists({ changes, onRequest }: ChangeListsProps) {
  const listed = listedChanges(changes);
  return (
    <>
      {LISTS.map(({ kind, sign, title }) => {
        const own = listed[kind];
        return own.length === 0 ? null : (
          <section key={kind}>
            <h3>
              <span aria-hidden="true">{sign}</span> {title} ({counted(own.length, "change")})
            </h3>
            <ul class={`kw-changes kw-changes-${kind}`}>
              {own.map((one) => (
                <Row key={one.id} change={one} onRequest={onRequest} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

type RowProps = { readonly change: ListedChange; readonly onRequest: ChangeListsProps["onRequest"] };

function Row({ change: { who, actions, key, severity, before, after }, onRequest }: RowProps) {
  const open = (request: Request, words: string) =>
    onRequest !== undefined && (
      <button type="button" onClick={() => onRequest(request)}>
        {words}
      </button>
    );
  return (
    <li>
      <strong>{who.name === undefined || who.name === who.text ? who.text : `${who.name} (${who.text})`}</strong>: {actionsIn(actions)} on{" "}
      {key.aliases[0] ?? key.name}
      {severity !== "same-account" && <span class="kw-badge">{severity}</span>}
      {before !== undefined && after !== undefined ? (
        <ul class="kw-sides">
          <li>
            <span class="kw-faint">− no longer {whereIn(before.when)}</span> {open(before.witness.request, "Open as request")}
          </li>
          <li>
            <span class="kw-faint">+ now {whereIn(after.when)}</span> {open(after.witness.request, "Open as request")}
          </li>
        </ul>
      ) : (
        [before, after].map(
          (side) =>
            side !== undefined && (
              <span key="side">
                <span class="kw-faint"> {side.when.length > 0 && whereIn(side.when)}</span> {open(side.witness.request, "Open as request")}
              </span>
            ),
        )
      )}
    </li>
  );
}

const whereIn = (when: Change["when"]): string => (when.length === 0 ? "always" : `where ${whenIn(when).join(", or where ")}`);
