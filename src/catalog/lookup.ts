import { foldCase } from "../iam/values.ts";

/** A table of rows, found by name whatever its case. The index is built once. */
export function lookup<Row>(rows: readonly Row[], nameOf: (row: Row) => string): (name: string) => Row | undefined {
  const index = new Map(rows.map((row) => [foldCase(nameOf(row)), row]));
  return (name) => index.get(foldCase(name));
}
