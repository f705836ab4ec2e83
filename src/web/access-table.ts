import type { Access, Entry } from "../analysis/answers.ts";
import { actionsIn, ownIn, whenIn } from "../report/analysis/words.ts";

/** Whether somebody may do something: always, under conditions, never. */
export type Cell = { readonly may: "always" | "sometimes" | "never"; readonly when: readonly string[]; readonly entry?: Entry };

export type AccessRow = { readonly who: string; readonly account: string; readonly cells: readonly Cell[] };

/** Who can what, as a table: a column for the actions that are answered alike for everybody. */
export type AccessTable = {
  readonly columns: readonly { readonly name: string; readonly actions: readonly string[] }[];
  readonly rows: readonly AccessRow[];
};

export const CELLS: Readonly<Record<Cell["may"], { readonly glyph: string; readonly word: string }>> = {
  always: { glyph: "✓", word: "always" },
  sometimes: { glyph: "◐", word: "under conditions" },
  never: { glyph: "–", word: "never" },
};

const NEVER: Cell = { may: "never", when: [] };

/** Rows by account, in each those first that the world knows by name. */
export function accessTable({ entries }: Access): AccessTable {
  const who = [...new Map(entries.map((entry) => [entry.who.text, entry.who])).values()];
  const cellOf = (text: string, action: string): Cell => {
    const own = entries.filter((entry) => entry.who.text === text && entry.actions.includes(action));
    const [first] = own;
    if (first === undefined) return NEVER;
    const free = own.find(({ when, witness }) => when.length === 0 && witness.assumes.length === 0);
    if (free !== undefined) return { may: "always", when: [], entry: free };
    const when = own.flatMap((entry) => whenIn(entry.when).map((text) => text + ownIn(entry.witness.assumes)));
    const otherwise = own.filter((entry) => entry.when.length === 0).map((entry) => ownIn(entry.witness.assumes).replace(/^, /, ""));
    return { may: "sometimes", when: [...new Set([...when, ...otherwise])], entry: first };
  };
  const columns = new Map<string, string[]>();
  for (const action of [...new Set(entries.flatMap(({ actions }) => actions))].sort()) {
    const key = JSON.stringify(who.map(({ text }) => [cellOf(text, action).may, cellOf(text, action).when]));
    columns.set(key, [...(columns.get(key) ?? []), action]);
  }
  const all = [...columns.values()].sort((a, b) => a.length - b.length);
  const rank = { principal: 0, session: 0, federated: 1, service: 2, account: 3, organization: 4, anyone: 5 };
  return {
    columns: all.map((actions) => ({ name: actionsIn(actions), actions })),
    rows: who
      .sort((a, b) => (a.account ?? "~").localeCompare(b.account ?? "~") || rank[a.kind] - rank[b.kind] || a.text.localeCompare(b.text))
      .map(({ text, name, account = "" }) => ({
        who: name === undefined || name === text ? text : `${name} (${text})`,
        account,
        cells: all.map((actions) => cellOf(text, actions[0] as string)),
      })),
  };
}
