import type { Context } from "hono";
import type { ConsolePage, OwnDeps } from "./deps.ts";
import { faultOf } from "./reply.ts";

/** GET /, for who takes HTML: the page of the console. Nothing of the keys is in it: it asks as everybody asks, with the token that it is given. */
export async function showConsole(c: Context, { consolePage }: OwnDeps): Promise<Response> {
  if (!c.req.header("accept")?.toLowerCase().includes("text/html")) return faultOf(c, 404, "there is nothing at this path");
  const page = await consolePage?.();
  if (page === undefined) return c.text(NOT_BUILT, 404);
  return c.body(page.html, 200, headersFor(page));
}

const NOT_BUILT = "The console is not here: dist/web/console.html is missing [KW002]\n  in a clone: `npm run build`\n";

/** The policy repeats the hashes of the page's own: what is not in both is forbidden. */
const headersFor = ({ policy }: ConsolePage): Record<string, string> => ({
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": `${policy}; frame-ancestors 'none'`,
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
});
