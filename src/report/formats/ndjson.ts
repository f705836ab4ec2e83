/** One JSON object a line, each with its `type`; the last one is the summary, so that a reader knows that it has seen all. */
export const ndjsonOf = (lists: Readonly<Record<string, readonly object[]>>, summary: object): string =>
  [...Object.entries(lists).flatMap(([type, list]) => list.map((one) => ({ type, ...one }))), { type: "summary", version: 1, ...summary }]
    .map((one) => `${JSON.stringify(one)}\n`)
    .join("");
