import type { Context } from "hono";
import { explainCall } from "../../embedded/explain-call.ts";
import { type ExplainOptions, explain } from "../../explain/explain.ts";
import type { OwnDeps } from "./deps.ts";
import { ask } from "./question.ts";
import { faultOf } from "./reply.ts";

/** As text, or for who asks for JSON as a tree. */
const formatOf = (c: Context): "text" | "json" => (c.req.header("accept")?.includes("application/json") ? "json" : "text");

const styleOf = (c: Context): Pick<ExplainOptions, "style"> => {
  const style = c.req.query("style");
  return style === "brief" || style === "full" ? { style } : {};
};

/** POST /v1/explain: why a request or a case is decided as it is. */
export async function explainRequest(c: Context, deps: OwnDeps): Promise<Response> {
  const asked = ask(await c.req.text(), 1, deps);
  if ("invalid" in asked)
    return c.json({ invalid: asked.invalid.map(({ code, message, at, help }) => ({ code, message, at, help })) }, 400);
  return formatOf(c) === "json"
    ? c.json(explain(asked.answer, { ...styleOf(c), format: "json" }))
    : c.text(`${explain(asked.answer, { ...styleOf(c), format: "text" })}\n`);
}

/** GET /v1/why/ID: of a call of AWS KMS by its request id, or of a decision by the id that it was given with. */
export function why(c: Context, { standing, decisions }: OwnDeps): Response {
  const id = c.req.param("id") ?? "";
  const answer = decisions.find(id);
  if (answer !== undefined)
    return formatOf(c) === "json"
      ? c.json(explain(answer, { ...styleOf(c), format: "json" }))
      : c.text(`${explain(answer, { ...styleOf(c), format: "text" })}\n`);
  const { service } = standing.site;
  if (service.calls.find(id) === undefined) return faultOf(c, 404, "no call and no decision of this id is remembered");
  const told = explainCall(service, id, { ...styleOf(c), format: formatOf(c) });
  return typeof told === "string" ? c.text(`${told}\n`) : c.json(told);
}
