import type { oracleDecide } from "./decide.ts";

/** What engine and oracle must agree on. A denial names its statements in order, an allowed answer in any. */
export function comparable({ outcome, decision, by }: Pick<ReturnType<typeof oracleDecide>, "outcome" | "decision" | "by">) {
  const texts = by.map((one) => JSON.stringify(one));
  return { outcome, decision, by: outcome === "allowed" ? texts.toSorted() : texts };
}
