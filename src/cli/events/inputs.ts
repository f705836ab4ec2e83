import { createReadStream } from "node:fs";
import { open, opendir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Io } from "../command.ts";
import { STDIN, unreadable } from "../files.ts";
import { refuse } from "../refusal.ts";

/** Bytes of events, and what people call where they come from. */
export type EventInput = {
  readonly file: string;
  readonly bytes: () => AsyncIterable<Buffer>;
  readonly isOfLines?: boolean; // one record a line, where that is known
};

const EVENTS = /\.(?:json|ndjson|jsonl|log|txt)(?:\.gz)?$|\.gz$/i;

/** The files that arguments name: files, folders with all that is in them, standard input. Links are not followed: a folder of logs has none. */
export async function eventInputs(paths: readonly string[], io: Io): Promise<readonly EventInput[]> {
  const inputs: EventInput[] = [];
  for (const path of paths) {
    if (path === "-") inputs.push({ file: STDIN, bytes: () => unpacked(io.stdin) });
    else for (const file of await filesAt(path)) inputs.push({ file, bytes: () => ofFile(file) });
  }
  return inputs;
}

async function filesAt(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch((error) => Promise.reject(unreadable(path, error)));
  if (!found.isDirectory()) return [path];
  const files = await walked(path);
  if (files.length === 0)
    throw refuse("KW010", path, "holds no file of events", "CloudTrail's are named .json.gz; .json, .ndjson and .jsonl are read too");
  return files;
}

async function walked(folder: string): Promise<string[]> {
  const files: string[] = [];
  const folders: string[] = [];
  for await (const entry of await opendir(folder).catch((error) => Promise.reject(unreadable(folder, error)))) {
    if (entry.isDirectory()) folders.push(join(folder, entry.name));
    else if (entry.isFile() && EVENTS.test(entry.name) && !/[-_]Digest[_-]/i.test(entry.name)) files.push(join(folder, entry.name));
  }
  for (const inner of folders) files.push(...(await walked(inner)));
  return files.sort();
}

/** A part of a file with one record a line: the lines that begin in it. */
export const rangeOf = (file: string, from: number, to: number): EventInput => ({
  file,
  bytes: () => ofRange(file, from, to),
  isOfLines: true,
});

async function* ofRange(file: string, from: number, to: number): AsyncIterable<Buffer> {
  let at = Math.max(0, from - 1); // a line begins behind a line end
  let isInside = from === 0;
  for await (const chunk of createReadStream(file, { start: at, highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let begin = 0;
    if (!isInside) {
      const end = chunk.indexOf(LF);
      if (end < 0 || at + end + 1 >= to) {
        if (end >= 0 || at + chunk.length >= to) return;
        at += chunk.length;
        continue;
      }
      begin = end + 1;
      isInside = true;
    }
    const end = at + chunk.length < to ? -1 : chunk.indexOf(LF, Math.max(begin, to - 1 - at));
    yield chunk.subarray(begin, end < 0 ? undefined : end + 1);
    if (end >= 0) return;
    at += chunk.length;
  }
}

const LF = 0x0a;

export async function* ofFile(file: string): AsyncIterable<Buffer> {
  const handle = await open(file).catch((error) => Promise.reject(unreadable(file, error)));
  await handle.close();
  yield* unpacked(createReadStream(file, { highWaterMark: 1 << 20 }));
}

const bufferOf = (chunk: Buffer | string): Buffer => (typeof chunk === "string" ? Buffer.from(chunk) : chunk);

/** What begins as gzip is unpacked, whatever its name. */
async function* unpacked(stream: Readable): AsyncIterable<Buffer> {
  const chunks = stream[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const head = bufferOf(first.value);
  const all = async function* () {
    yield head;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield bufferOf(next.value);
  };
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* all();
    return;
  }
  const gunzip = createGunzip();
  const feeding = (async () => {
    for await (const chunk of all()) {
      if (gunzip.destroyed) return;
      if (!gunzip.write(chunk)) await new Promise<void>((resolve) => void gunzip.once("drain", resolve).once("close", resolve));
    }
    gunzip.end();
  })();
  feeding.catch((error) => gunzip.destroy(error));
  yield* gunzip as AsyncIterable<Buffer>;
  await feeding;
}
