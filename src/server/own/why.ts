import type { Context } from "hono";
import { explainCall } from "../../embedded/explain-call.ts";
import { type ExplainOptions, explain } from "../../explain/explain.ts";
import type { OwnDeps } from "./deps.ts";
import { ask } from "./question.ts";
import { faultOf } from "./reply.ts";
import { upToDate } from "./up-to-date.ts";

/** As text, or for who asks for JSON as a tree. */
const formatOf = (c: Context): "text" | "json" => (c.req.header("accept")?.includes("application/json") ? "json" : "text");

const styleOf = (c: Context): Pick<ExplainOptions, "style"> => {
  const style = c.req.query("style");
  return style === "brief" || style === "full" ? { style } : {};
};

/** POST /v1/explain: why a request or a case is decided as it is. */
export async function explainRequest(c: Context, deps: OwnDeps): Promise<Response> {
  const text = await c.req.text();
  await upToDate(deps, "recent");
  const asked = ask(text, 1, deps);
  if ("invalid" in asked)
    return c.json({ invalid: asked.invalid.map(({ code, message, at, help }) => ({ code, message, at, help })) }, 400);
  return formatOf(c) === "json"
    ? c.json(explain(asked.answer, { ...styleOf(c), format: "json" }))
    : c.text(`${explain(asked.answer, { ...styleOf(c), format: "text" })}\n`);
}

/** GET /v1/why/ID: of a call of AWS KMS by its request id, or of a decision by the id that it was given with. */
export async function why(c: Context, deps: OwnDeps): Promise<Response> {
  const id = c.req.param("id") ?? "";
  const asked = { id, format: formatOf(c), style: styleOf(c).style };
  const told = whyOf(asked, deps) ?? (await deps.peers?.ask({ ask: "why", ...asked }))?.find((answer) => answer !== null);
  if (told === undefined) return faultOf(c, 404, "no call and no decision of this id is remembered");
  return typeof told === "string" ? c.text(`${told}\n`) : c.json(told as object);
}

export type AskedWhy = { readonly id: string; readonly format: "text" | "json"; readonly style: "brief" | "full" | undefined };

/** What this process remembers of it. */
export function whyOf(
  { id, format, style }: AskedWhy,
  { standing, decisions }: Pick<OwnDeps, "standing" | "decisions">,
): string | object | undefined {
  const how = style === undefined ? {} : { style };
  const answer = decisions.find(id);
  if (answer !== undefined) return format === "json" ? explain(answer, { ...how, format }) : explain(answer, { ...how, format });
  const { service } = standing.site;
  return service.calls.find(id) === undefined ? undefined : explainCall(service, id, { ...how, format });
}
