import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerOptions, type ServerResponse } from "node:http";
import type { Server as TlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { RawHeaders, splitTarget } from "../wire/raw-request.ts";
import { readBody } from "./body.ts";
import { type Answer, type Endpoint, jsonFaultOf } from "./exchange.ts";

/** What a client may send, and how long it may take. Bodies of AWS KMS are below 400 KiB. */
// biome-ignore format: a table reads as a table
export const LIMITS = {
  headerBytes:    16_384,
  bodyBytes:      1_048_576,
  headersMs:      10_000,
  requestMs:      30_000,
  idleMs:         65_000, // longer than clients keep a connection: one that they use just as it closes is a failed call
  checkEachMs:    1000,
  connections:    1024,
} as const;

export type TlsFiles = { readonly cert: string; readonly key: string; readonly clientCa?: string }; // PEM

export type ListenOptions = {
  readonly host: string;
  readonly port: number; // 0: any that is free
  readonly tls?: TlsFiles | undefined;
  readonly answer: Endpoint;
  /** Answers by itself what is not to be read whole first; false: it does not. */
  readonly stream?: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  readonly newId: () => string;
  readonly onCrash: (error: unknown, requestId: string) => void;
};

export type Listening = {
  readonly address: AddressInfo;
  /** Other certificates for connections to come; those that are there go on. @throws {Error} of node for files that are none, and goes on as before. */
  readonly renew: (tls: TlsFiles) => void;
  readonly stop: (timeoutMs: number) => Promise<void>;
};

/** Listens. Whatever arrives is answered or closed: nothing that a client sends ends in more than its own failure. */
export async function listen(options: ListenOptions): Promise<Listening> {
  const { host, port, tls } = options;
  const settings = {
    requireHostHeader: false, // what lacks one is answered with JSON, too
    maxHeaderSize: LIMITS.headerBytes,
    headersTimeout: LIMITS.headersMs,
    requestTimeout: LIMITS.requestMs,
    keepAliveTimeout: LIMITS.idleMs,
    connectionsCheckingInterval: LIMITS.checkEachMs,
  };
  let isStopping = false;
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    if (isStopping) response.setHeader("Connection", "close");
    if (options.stream?.(request, response)) return;
    serveWhole(request, response, options, tls !== undefined);
  };
  const secure = tls === undefined ? undefined : await secureServer(settings, tls, serve);
  const server: Server | TlsServer = secure ?? createServer(settings, serve);
  server.maxConnections = LIMITS.connections;
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => refuseUnread(error, socket, options.newId()));
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.removeListener("error", reject);
      server.on("error", (error) => options.onCrash(error, ""));
      resolve({
        address: server.address() as AddressInfo,
        renew: (files) => {
          secure?.setSecureContext(contextOf(files));
        },
        stop: (timeoutMs) => {
          isStopping = true;
          return stop(server, timeoutMs);
        },
      });
    });
  });
}

/** What TLS needs is loaded for who has certificates. */
async function secureServer(settings: ServerOptions, tls: TlsFiles, serve: RequestListener): Promise<TlsServer> {
  const { createServer: createTlsServer } = await import("node:https");
  const asksClients = tls.clientCa !== undefined && { requestCert: true, rejectUnauthorized: true };
  return createTlsServer({ ...settings, ...contextOf(tls), ALPNProtocols: ["http/1.1"], ...asksClients }, serve);
}

const contextOf = ({ cert, key, clientCa }: TlsFiles) => ({
  cert,
  key,
  minVersion: "TLSv1.2" as const,
  ...(clientCa !== undefined && { ca: clientCa }),
});

/** Calls under way end, as long as they may; then every connection is closed. One whose call has ended is closed at the next look. */
function stop(server: Server, timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    let looking: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      server.closeIdleConnections();
      looking = setTimeout(look, LOOK_MS);
    };
    const timer = setTimeout(() => server.closeAllConnections(), timeoutMs);
    server.close(() => {
      clearTimeout(timer);
      clearTimeout(looking);
      resolve();
    });
    look();
  });
}

const LOOK_MS = 20;

function serveWhole(request: IncomingMessage, response: ServerResponse, options: ListenOptions, isTls: boolean): void {
  const requestId = options.newId();
  const failed = (error: unknown) => {
    options.onCrash(error, requestId);
    if (!response.headersSent) send(response, jsonFaultOf(500, "InternalFailure", requestId), false);
    else response.destroy();
  };
  readBody(request, LIMITS.bodyBytes, (body) => {
    try {
      const answer = body === "too large" ? tooLarge(response, requestId) : answerOf(request, body, requestId, options, isTls);
      const isHead = request.method === "HEAD";
      if (answer instanceof Promise) answer.then((it) => send(response, it, isHead)).catch(failed);
      else send(response, answer, isHead);
    } catch (error) {
      failed(error);
    }
  });
}

function tooLarge(response: ServerResponse, requestId: string): Answer {
  response.setHeader("Connection", "close");
  return jsonFaultOf(413, "RequestEntityTooLargeException", requestId, "The request is larger than 1 MiB.");
}

function answerOf(
  request: IncomingMessage,
  body: Uint8Array,
  requestId: string,
  { answer }: ListenOptions,
  isTls: boolean,
): Answer | Promise<Answer> {
  const target = request.url ?? "/";
  const headers = new RawHeaders(request.rawHeaders);
  if (headers.all("host").length !== 1 || headers.get("host") === "")
    return jsonFaultOf(400, "UnknownOperationException", requestId, "A request names one Host.");
  return answer({
    method: request.method ?? "GET",
    target,
    path: splitTarget(target).path,
    headers,
    body,
    peer: plainAddress(request.socket.remoteAddress),
    isTls,
    requestId,
  });
}

/** Names and values in turn, and all at once, as node takes them soonest. */
function send(response: ServerResponse, { status, headers, body }: Answer, isHead: boolean): void {
  if (response.destroyed) return;
  const flat: string[] = [];
  for (const name in headers) flat.push(name, headers[name] as string);
  flat.push("content-length", String(Buffer.byteLength(body)));
  response.writeHead(status, flat);
  response.end(isHead ? undefined : body);
}

/** An IPv4 address that came in through a socket of IPv6 is one of IPv4. */
export const plainAddress = (address = ""): string => (address.startsWith("::ffff:") && address.includes(".") ? address.slice(7) : address);

/** What the parser of HTTP refuses gets a body all the same: every client of AWS JSON reads one. */
function refuseUnread(error: NodeJS.ErrnoException, socket: Socket, requestId: string): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const [status, reason] = REASONS[error.code ?? ""] ?? [400, "Bad Request"];
  const body = JSON.stringify({ __type: "UnknownOperationException", message: reason });
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    "Content-Type: application/x-amz-json-1.1",
    `x-amzn-RequestId: ${requestId}`,
    `Content-Length: ${body.length}`,
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

const REASONS: Readonly<Record<string, readonly [number, string]>> = {
  HPE_HEADER_OVERFLOW: [431, "Request Header Fields Too Large"],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Request Timeout"],
};
