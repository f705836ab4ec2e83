import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** An error of our own endpoints. */
export const faultOf = (c: Context, status: ContentfulStatusCode, message: string): Response =>
  c.json({ error: { status, message } }, status);

/** The JSON of a request, or why there is none. */
export async function jsonOf(c: Context): Promise<{ readonly value: unknown } | { readonly fault: string }> {
  const type = c.req.header("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  if (type !== "application/json") return { fault: "Content-Type must be application/json" };
  try {
    return { value: JSON.parse(await c.req.text()) as unknown };
  } catch {
    return { fault: "the body is no JSON" };
  }
}
