import type { IncomingMessage } from "node:http";

/** The whole body, given once; nothing beyond `limit` bytes is kept, and nothing is read where its length is told and too large. One that breaks off is not given. */
export function readBody(request: IncomingMessage, limit: number, give: (body: Uint8Array | "too large") => void): void {
  if (Number(request.headers["content-length"] ?? 0) > limit) {
    give("too large");
    return;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  let isTooLarge = false;
  request.on("data", (chunk: Uint8Array) => {
    if (isTooLarge) return;
    length += chunk.length;
    if (length <= limit) {
      chunks.push(chunk);
      return;
    }
    isTooLarge = true;
    chunks.length = 0;
    give("too large");
  });
  request.on("end", () => {
    if (!isTooLarge) give(chunks.length === 1 ? (chunks[0] as Uint8Array) : joined(chunks, length));
  });
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
