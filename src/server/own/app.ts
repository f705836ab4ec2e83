import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { sameText } from "../../crypto/same-bytes.ts";
import { StoreFailure } from "../../kms/store.ts";
import { TooManyKeys } from "../live-world.ts";
import { isOwnName, isSameOrigin, nameIn } from "../own-name.ts";
import { authorize } from "./authorize.ts";
import { evaluate, evaluateAll, metadata, search } from "./authzen.ts";
import { watchCalls } from "./calls.ts";
import { moveClock, readClock } from "./clock.ts";
import { showConsole } from "./console.ts";
import type { Access, OwnDeps } from "./deps.ts";
import { putKeyPolicy } from "./key-policy.ts";
import { listKeys } from "./keys.ts";
import { ready } from "./ready.ts";
import { faultOf } from "./reply.ts";
import { explainRequest, why } from "./why.ts";
import { readWorld, replaceWorld } from "./world.ts";

type Handler = (c: Context, deps: OwnDeps) => Response | Promise<Response>;

/** `open`: says nothing that is worth a token; `decision`: who asks what is allowed; `admin`: everything else. */
type Route = readonly [method: "GET" | "POST" | "PUT", path: string, who: "open" | "decision" | "admin", handler: Handler];

// biome-ignore format: a table reads as a table
const ROUTES: readonly Route[] = [
  ["GET",  "/",                                   "open",     showConsole],
  ["GET",  "/v1/health",                          "open",     (c) => c.json({ status: "ok" })],
  ["GET",  "/v1/ready",                           "open",     ready],
  ["POST", "/v1/authorize",                       "admin",    authorize],
  ["POST", "/v1/explain",                         "admin",    explainRequest],
  ["GET",  "/v1/why/:id",                         "admin",    why],
  ["GET",  "/v1/world",                           "admin",    readWorld],
  ["PUT",  "/v1/world",                           "admin",    replaceWorld],
  ["GET",  "/v1/keys",                            "admin",    listKeys],
  ["PUT",  "/v1/keys/policy",                     "admin",    putKeyPolicy],
  ["GET",  "/v1/calls",                           "admin",    watchCalls],
  ["GET",  "/v1/clock",                           "admin",    readClock],
  ["PUT",  "/v1/clock",                           "admin",    moveClock],
  ["GET",  "/metrics",                            "admin",    tellMetrics],
  ["POST", "/access/v1/evaluation",               "decision", evaluate],
  ["POST", "/access/v1/evaluations",              "decision", evaluateAll],
  ["POST", "/access/v1/search/subject",           "decision", (c, deps) => search(c, deps, "subject")],
  ["POST", "/access/v1/search/resource",          "decision", (c, deps) => search(c, deps, "resource")],
  ["POST", "/access/v1/search/action",            "decision", (c, deps) => search(c, deps, "action")],
  ["GET",  "/.well-known/authzen-configuration",  "open",     metadata],
];

async function tellMetrics(c: Context, { metrics, peers }: OwnDeps): Promise<Response> {
  const others = (await peers?.ask({ ask: "metrics" })) ?? [];
  const { type, text } = await metrics(others.filter((one) => one !== null));
  return c.body(text, 200, { "content-type": type });
}

const LARGEST_BODY = 8 * 1_048_576;

/** Our own endpoints, as a listener of node:http. `onCrash` is told of a bug. */
export function ownListener(
  deps: OwnDeps,
  onCrash: (error: unknown) => void,
): (request: IncomingMessage, response: ServerResponse) => void {
  const app = new Hono();
  app.onError((error, c) => {
    if (error instanceof TooManyKeys) return faultOf(c, 422, error.message);
    if (error instanceof StoreFailure) return faultOf(c, 503, "the store does not answer: `GET /v1/ready`");
    onCrash(error);
    return faultOf(c, 500, "a bug in kmsward");
  });
  app.use(async (c, next) => {
    const id = c.req.header("x-request-id");
    if (id !== undefined && /^[\x21-\x7e]{1,256}$/.test(id)) c.header("x-request-id", id);
    const refused = refusedPage(c, deps.access);
    if (refused !== undefined) return refused;
    return next();
  });
  const limit = bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => faultOf(c, 413, "the body is larger than 8 MiB") });
  for (const [method, path, who, handler] of ROUTES) {
    app.on(method, path, async (c) => {
      const refused = refusedCaller(c, who, deps.access);
      if (refused !== undefined) return refused;
      const isStream = path === "/v1/authorize" && c.req.header("content-type")?.includes("ndjson");
      if (isStream) return handler(c, deps);
      let response: Response | undefined;
      const tooLarge = await limit(c, async () => {
        response = await handler(c, deps);
      });
      return tooLarge ?? response ?? faultOf(c, 500, "nothing was answered");
    });
  }
  const methodsOf = new Map<string, string[]>();
  for (const [method, path] of ROUTES) methodsOf.set(path, [...(methodsOf.get(path) ?? []), method]);
  for (const [path, methods] of methodsOf)
    app.all(path, (c) => {
      c.header("allow", methods.join(", "));
      return faultOf(c, 405, `${c.req.method} is not for this path`);
    });
  app.notFound((c) => faultOf(c, 404, "there is nothing at this path"));
  const errorHandler = (error: unknown): Response => {
    if (error instanceof Error && error.name === "RequestError")
      return Response.json({ error: { status: 400, message: error.message } }, { status: 400 }); // no Host, no path: nobody's bug but theirs
    onCrash(error);
    return Response.json({ error: { status: 500, message: "a bug in kmsward" } }, { status: 500 });
  };
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false, errorHandler });
  return (request, response) => void listener(request, response).catch(onCrash);
}

/**
 * A page in a browser asks nothing unless it came from here or was let in. One that made its own name mean this machine sends no Origin with a GET: so on a
 * loopback address our endpoints answer only to names of this machine, and to those that were told. On another address they answer nobody without a token.
 */
function refusedPage(c: Context, { origins, names, isLoopback, adminToken }: Access): Response | undefined {
  const [origin, host] = [c.req.header("origin"), c.req.header("host") ?? ""];
  const isKnown = isOwnName(host) || names.has(nameIn(host));
  if (origin !== undefined && !origins.has(origin.toLowerCase())) {
    const isOurs = isSameOrigin(origin, host) && (isKnown || adminToken !== undefined);
    if (!isOurs) return faultOf(c, 403, "pages of this origin may not ask: --cors-origin lets one in");
  }
  const isHealth = c.req.path === "/v1/health" || c.req.path === "/v1/ready";
  if (!isLoopback || isKnown || isHealth) return undefined;
  return faultOf(c, 403, "ask by the name localhost, by an address, or by the name that --public-url tells");
}

function refusedCaller(c: Context, who: Route[2], { isLoopback, adminToken, decisionToken }: Access): Response | undefined {
  if (who === "open") return undefined;
  const tokens = [adminToken, ...(who === "decision" ? [decisionToken] : [])].filter((token) => token !== undefined);
  if (tokens.length === 0) {
    const flags = who === "decision" ? "--decision-token-file or --admin-token-file" : "--admin-token-file";
    return isLoopback ? undefined : faultOf(c, 403, `on an address that is no loopback one this needs ${flags}`);
  }
  if (who === "decision" && decisionToken === undefined && isLoopback) return undefined;
  const given = /^Bearer +(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1] ?? "";
  if (tokens.some((token) => sameText(token, given))) return undefined;
  c.header("www-authenticate", "Bearer");
  return faultOf(c, 401, "give the token: `Authorization: Bearer …`");
}
