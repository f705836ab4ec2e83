import type { Context } from "hono";
import { stream } from "hono/streaming";
import type { OwnDeps } from "./deps.ts";
import { ask, lineOf } from "./question.ts";
import { faultOf } from "./reply.ts";
import { upToDate } from "./up-to-date.ts";

const LONGEST_LINE = 1_048_576;

/** POST /v1/authorize: one request or case, or one a line (`application/x-ndjson`), answered in the same order as they come. */
export async function authorize(c: Context, deps: OwnDeps): Promise<Response> {
  if (c.req.header("content-type")?.split(";", 1)[0]?.trim() === "application/x-ndjson") return authorizeStream(c, deps);
  const text = await c.req.text();
  await upToDate(deps, "recent");
  const asked = ask(text, 1, deps);
  return c.json(lineOf(asked, deps), "invalid" in asked ? 400 : 200);
}

function authorizeStream(c: Context, deps: OwnDeps): Response {
  const body = c.req.raw.body;
  if (body === null) return faultOf(c, 400, "the body is empty: one request or case a line");
  c.header("content-type", "application/x-ndjson");
  return stream(c, async (out) => {
    let number = 0;
    for await (const lines of linesOf(body)) {
      await upToDate(deps, "recent");
      const answers = lines.map((line) => {
        number++;
        if (line === undefined)
          return {
            invalid: [{ code: "KW002", message: "the line is longer than 1 MiB", at: { file: "request", line: number, pointer: "" } }],
          };
        return lineOf(ask(line, number, deps), deps);
      });
      if (answers.length > 0) await out.write(`${answers.map((answer) => JSON.stringify(answer)).join("\n")}\n`);
    }
  });
}

/** The lines that each chunk ends; undefined for one that is too long, of which nothing is kept. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<readonly (string | undefined)[]> {
  const decoder = new TextDecoder();
  let rest = "";
  let isTooLong = false;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = parts.pop() ?? "";
    const lines = parts.map((line, i) => ((i === 0 && isTooLong) || line.length > LONGEST_LINE ? undefined : line));
    if (parts.length > 0) isTooLong = false;
    if (rest.length > LONGEST_LINE) [rest, isTooLong] = ["", true];
    yield lines;
  }
  if (rest !== "" || isTooLong) yield [isTooLong ? undefined : rest];
}
