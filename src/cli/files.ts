import { isUtf8 } from "node:buffer";
import { createReadStream, createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Readable, Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { lineOf, readJson } from "../base/json-source.ts";
import { isYaml } from "../base/text.ts";
import { assertMayRead } from "../files/text-reader.ts";
import type { CaseDocument, TextPlace } from "../world/json-place.ts";
import type { Io } from "./command.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** What messages call standard input. */
export const STDIN = "stdin";

/** A text file, and what people call it. */
export type TextFile = { readonly file: string; readonly text: string };
/** The same, read as JSON or YAML. */
export type DocumentFile = CaseDocument & { readonly at: TextPlace };

/** The files a command line names; `-` is standard input, which can be read once. */
export class Files {
  readonly #io: Io;
  #stdinTaken = false;

  constructor(io: Io) {
    this.#io = io;
  }

  /** @throws {Refusal} KW002 for what cannot be read, or is not UTF-8. */
  async text(path: string): Promise<TextFile> {
    const file = path === "-" ? STDIN : path;
    if (path !== "-") mayRead(path);
    const bytes =
      path === "-" ? await collect(this.#stdin()) : await readFile(path).catch((error) => Promise.reject(unreadable(file, error)));
    if (!isUtf8(bytes)) throw refuse("KW002", file, "is not UTF-8 text", "save it as UTF-8");
    return { file, text: bytes.toString("utf8") };
  }

  async document(path: string): Promise<DocumentFile> {
    const { file, text } = await this.text(path);
    return { ...(await readDocument(path, text)), at: { file, place: lineOf(text) } };
  }

  stream(path: string): { readonly file: string; readonly bytes: Readable } {
    if (path !== "-") mayRead(path);
    return path === "-" ? { file: STDIN, bytes: this.#stdin() } : { file: path, bytes: createReadStream(path) };
  }

  #stdin(): Readable {
    if (this.#stdinTaken) throw refuse("KW001", STDIN, "`-` is given twice", "standard input can be read once: give files");
    this.#stdinTaken = true;
    return this.#io.stdin;
  }
}

function mayRead(path: string): void {
  try {
    assertMayRead(resolve(path));
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** JSON, or by the ending of the file's name YAML, whose reader is large. */
export async function readDocument(path: string, text: string): Promise<CaseDocument> {
  return isYaml(path) ? (await import("../world/yaml-source.ts")).readYaml(text) : readJson(text);
}

/** Why a file could not be read or written, in words. */
export function unreadable(file: string, error: unknown, verb: "read" | "written" = "read"): Refusal {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const [message, help] = REASONS[code] ?? [`cannot be ${verb}: ${error instanceof Error ? error.message : String(error)}`];
  return refuse("KW002", file, message, help);
}

const REASONS: Readonly<Record<string, readonly [string, string?]>> = {
  ENOENT: ["no such file", "check the path; it counts from the folder you are in"],
  ENOTDIR: ["no such file", "a part of the path is a file, not a folder"],
  EISDIR: ["is a folder, not a file"],
  EACCES: ["you have no permission for this file"],
  EPERM: ["you have no permission for this file"],
};

/** Where a result goes, piece by piece. */
export type Sink = { readonly write: (text: string) => Promise<void>; readonly close: () => Promise<void> };

/** A file, or standard output for `-` and for none. Each piece is waited for: nothing piles up before a slow reader. */
export function sinkOf(path: string | undefined, { stdout }: Io): Sink {
  if (path === undefined || path === "-") return { write: (text) => written(stdout, text), close: async () => {} };
  const stream = createWriteStream(path);
  let cause: unknown; // what is written to a broken stream fails for that reason, and says another
  stream.on("error", (error) => {
    cause ??= error;
  });
  const failed = (error: unknown) => Promise.reject(unreadable(path, cause ?? error, "written"));
  return { write: (text) => written(stream, text).catch(failed), close: () => finished(stream.end()).catch(failed) };
}

const written = (stream: Writable, text: string): Promise<void> =>
  new Promise((resolve, reject) => void stream.write(text, (error) => (error ? reject(error) : resolve())));

async function collect(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
