import type { Service } from "../kms/dispatch.ts";
import { type Authenticate, answer, type WireHeaders, type WireRequest } from "./wire.ts";

/**
 * What the clients of the AWS SDK for JavaScript v3 take as `requestHandler`, answered in this process. In shape only: the SDK is not needed, and
 * nothing of it is loaded.
 */
export type RequestHandler = {
  readonly metadata: { readonly handlerProtocol: string };
  readonly handle: (request: SdkRequest, options?: HandlerOptions) => Promise<{ readonly response: SdkResponse }>;
  readonly updateHttpClientConfig: () => void;
  readonly httpHandlerConfigs: () => Record<string, never>;
  readonly destroy: () => void;
};

export type SdkRequest = { readonly headers: Readonly<Record<string, string>>; readonly body?: unknown };
export type SdkResponse = { statusCode: number; headers: Record<string, string>; body: Uint8Array };
export type HandlerOptions = { readonly abortSignal?: AbortLike };
export type AbortLike = {
  readonly aborted: boolean;
  readonly reason?: unknown;
  readonly addEventListener?: (type: "abort", listener: () => void) => void;
  readonly removeEventListener?: (type: "abort", listener: () => void) => void;
};

export function makeRequestHandler(service: Service, authenticate: Authenticate<WireRequest>): RequestHandler {
  return {
    metadata: { handlerProtocol: "in-process" },
    handle: (request, options) => untilAborted(options?.abortSignal, () => handle(service, authenticate, request)),
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
    destroy: () => undefined,
  };
}

const UTF_8 = new TextEncoder();

async function handle(
  service: Service,
  authenticate: Authenticate<WireRequest>,
  request: SdkRequest,
): Promise<{ readonly response: SdkResponse }> {
  const { statusCode, headers, body } = await answer(service, authenticate, {
    headers: lowerCased(request.headers),
    body: bytesOf(request.body),
  });
  return { response: { statusCode, headers: { ...headers }, body: UTF_8.encode(body) } };
}

const lowerCased = (headers: Readonly<Record<string, string>>): WireHeaders =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** Requests to AWS KMS are not streamed. */
function bytesOf(body: unknown): string | Uint8Array {
  if (body === undefined || body === null) return "";
  if (typeof body === "string" || body instanceof Uint8Array) return body;
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  throw new TypeError("the body of a request to AWS KMS is text or bytes");
}

/** As the SDK's own handlers do: whoever aborts waits no longer. A call that has begun goes on. */
async function untilAborted<T>(signal: AbortLike | undefined, run: () => Promise<T>): Promise<T> {
  if (signal === undefined) return run();
  if (signal.aborted) throw abortError(signal);
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(abortError(signal));
    signal.addEventListener?.("abort", stop);
  });
  try {
    return await Promise.race([run(), aborted]);
  } finally {
    signal.removeEventListener?.("abort", stop);
  }
}

const abortError = ({ reason }: AbortLike): Error => Object.assign(new Error("Request aborted", { cause: reason }), { name: "AbortError" });
