import { nearest } from "../base/nearest.ts";
import { pointerStep, shown } from "../base/text.ts";
import type { EachEntry, Row } from "./document.ts";

/** One row of a table, and where its parts were written. */
export type EachRow = { readonly values: Row; readonly pointer: string; readonly pointerOf: (member: string) => string };

export const MOST_ROWS = 10_000;

/** How many rows a table makes: known before any is made. */
export const rowCount = (each: EachEntry): number =>
  isRows(each) ? each.length : Object.values(each).reduce((product, list) => product * (list?.length ?? 1), 1);

/** The rows that are written out; or every combination of the lists, the last list changing fastest. */
export function rowsOf(each: EachEntry, pointer: string, casePointer: string): readonly EachRow[] {
  if (isRows(each)) {
    return each.map((values, i) => {
      const own = pointerStep(pointer, i);
      return { values, pointer: own, pointerOf: (member) => pointerStep(own, member) };
    });
  }
  let chosen: readonly (readonly Choice[])[] = [[]];
  for (const [member, list] of Object.entries(each)) {
    const choices = (list ?? []).map((value, index) => ({ member, value, index }));
    chosen = chosen.flatMap((row) => choices.map((choice) => [...row, choice]));
  }
  return chosen.map((row) => combined(row, pointer, casePointer));
}

type Choice = { readonly member: string; readonly value: unknown; readonly index: number };

const combined = (row: readonly Choice[], pointer: string, casePointer: string): EachRow => ({
  values: Object.fromEntries(row.map(({ member, value }) => [member, value])) as Row,
  pointer: casePointer,
  pointerOf: (name) => {
    const choice = row.find(({ member }) => member === name);
    return choice === undefined ? pointer : pointerStep(pointerStep(pointer, name), choice.index);
  },
});

const isRows = (each: EachEntry): each is readonly Row[] & EachEntry => Array.isArray(each);

/** `$member`, `${member}`, `${member.part}`; `$$` is a dollar sign, and so is a `$` before anything else. */
const PLACEHOLDER = /\$(?:\$|([A-Za-z]+)|\{([^{}]*)\})/g;

/** The name of a row: placeholders filled, or else its values behind the name. What is expected tells no rows apart. */
export function rowName(template: string, values: Row): string {
  let filled = 0;
  const name = template.replace(PLACEHOLDER, (whole: string, plain?: string, braced?: string) => {
    const path = plain ?? braced;
    if (path === undefined) return "$";
    filled++;
    return valueAt(path, values) ?? whole;
  });
  if (filled > 0) return name;
  const told = Object.entries(values).filter(([member]) => member !== "expect" && member !== "because");
  return told.length === 0 ? name : `${name} (${told.map(([, value]) => worded(value)).join(", ")})`;
}

/** The placeholders of a name that stand for nothing in its rows, each with what may be meant. */
export function emptyPlaceholders(
  template: string,
  rows: readonly Row[],
): readonly { readonly placeholder: string; readonly near?: string }[] {
  const paths = [...template.matchAll(PLACEHOLDER)].flatMap(([, plain, braced]) => plain ?? braced ?? []);
  const members = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return paths
    .filter((path) => !rows.every((row) => valueAt(path, row) !== undefined))
    .map((path) => {
      const [member = path] = path.split(".", 1);
      const near = nearest(member, members);
      return { placeholder: shown(path), ...(near !== undefined && near !== member && { near }) };
    });
}

function valueAt(path: string, values: Row): string | undefined {
  const dot = path.indexOf(".");
  const member = dot < 0 ? path : path.slice(0, dot);
  const value: unknown = Object.hasOwn(values, member) ? values[member as keyof Row] : undefined;
  if (dot < 0) return value === undefined ? undefined : worded(value);
  const part = path.slice(dot + 1);
  return isPairs(value) && Object.hasOwn(value, part) ? worded(value[part]) : undefined;
}

function worded(value: unknown): string {
  if (Array.isArray(value)) return value.map(worded).join(" ") || "none";
  if (!isPairs(value)) return String(value);
  return (
    Object.entries(value)
      .map(([name, each]) => `${name}=${worded(each)}`)
      .join(" ") || "none"
  );
}

const isPairs = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;
