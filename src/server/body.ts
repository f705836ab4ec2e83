import type { IncomingMessage } from "node:http";

/** Why a body was not read. */
export type BodyFault = "too large" | "aborted";

/** The whole body; nothing beyond `limit` bytes is kept, and nothing is read where its length is told and too large. */
export function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | BodyFault> {
  if (Number(request.headers["content-length"] ?? 0) > limit) return Promise.resolve("too large");
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    request.on("data", (chunk: Uint8Array) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      else resolve("too large");
    });
    request.on("end", () => resolve(chunks.length === 1 ? (chunks[0] as Uint8Array) : joined(chunks, length)));
    request.on("error", () => resolve("aborted"));
    request.on("close", () => resolve("aborted"));
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
