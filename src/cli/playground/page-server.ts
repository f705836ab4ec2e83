import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type PageOptions = {
  readonly html: string;
  readonly policy: string; // the page's own, which a header repeats: headers can say what a page cannot
  readonly port: number; // 0: any that is free
  readonly idleMs: number; // it ends when nobody asked for so long; 0: never
};

export type PageServer = { readonly port: number; readonly ended: Promise<void>; readonly end: () => void };

/** Serves one page on loopback. What the page shows travels in the address, or in the page: nothing is asked of this server but the page. */
export async function servePage({ html, policy, port, idleMs }: PageOptions): Promise<PageServer> {
  let timer: NodeJS.Timeout | undefined;
  const server: Server = createServer({ headersTimeout: 10_000, requestTimeout: 10_000 }, (request, response) => {
    again();
    answer(request, response, html, headersFor(policy));
  });
  const end = () => {
    clearTimeout(timer);
    server.close();
    server.closeAllConnections();
  };
  const again = () => {
    clearTimeout(timer);
    if (idleMs > 0) timer = setTimeout(end, idleMs);
  };
  const ended = new Promise<void>((resolve) => server.once("close", resolve));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  again();
  return { port: (server.address() as AddressInfo).port, ended, end };
}

const headersFor = (policy: string): Readonly<Record<string, string>> => ({
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy": `${policy}; frame-ancestors 'none'`,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-store",
});

/** A name that somebody made to lead here (DNS rebinding) gets nothing: the page may hold policies. */
function answer(request: IncomingMessage, response: ServerResponse, html: string, headers: Readonly<Record<string, string>>): void {
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  const refuse = (status: number) => response.writeHead(status, { "Content-Type": "text/plain" }).end();
  if (host !== "127.0.0.1" && host !== "localhost") return void refuse(421);
  if (request.method !== "GET" && request.method !== "HEAD") return void refuse(405);
  if ((request.url ?? "").split("?")[0] !== "/") return void refuse(404);
  response.writeHead(200, headers).end(request.method === "HEAD" ? undefined : html);
}
