import type { IncomingMessage } from "node:http";

/** Which paths are ours. AWS looks at no path, so everything else may be a call of AWS. */
export const isDecisionPath = (path: string): boolean =>
  path.startsWith("/access/v1/") || path.startsWith("/.well-known/authzen-configuration");

/** What is not for clients of AWS, nor for who asks what is allowed. */
export const isAdminPath = (path: string): boolean => path.startsWith("/v1/") || path === "/metrics";

/** Of a browser that opens the address: no client of AWS asks so, and one of STS has a query. */
export const isPageRequest = ({ method, url, headers }: Pick<IncomingMessage, "method" | "url" | "headers">): boolean =>
  method === "GET" && url === "/" && (headers.accept?.toLowerCase().includes("text/html") ?? false);
