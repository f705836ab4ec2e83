import type { IncomingMessage } from "node:http";

/** Why a body was not read. */
export type BodyFault = "too large" | "aborted";

/** The whole body, given once; nothing beyond `limit` bytes is kept, and nothing is read where its length is told and too large. */
export function readBody(request: IncomingMessage, limit: number, give: (body: Uint8Array | BodyFault) => void): void {
  if (Number(request.headers["content-length"] ?? 0) > limit) {
    give("too large");
    return;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  let isGiven = false;
  const end = (body: Uint8Array | BodyFault): void => {
    if (isGiven) return;
    isGiven = true;
    give(body);
  };
  request.on("data", (chunk: Uint8Array) => {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
    else end("too large");
  });
  request.on("end", () => end(chunks.length === 1 ? (chunks[0] as Uint8Array) : joined(chunks, length)));
  request.on("error", () => end("aborted"));
  request.on("close", () => end("aborted"));
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
