import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from "node:fs";
import { relative, resolve } from "node:path";

/** Reads a text by its path. With `within`, only where the file is in one of these folders once all links are followed. */
export type TextReader = (path: string, within?: readonly string[]) => string;

const MOST_BYTES = 32 * 1024 * 1024;

let confine: string | undefined;

/** From now on this process reads no file outside of a folder, links followed first: for a program that answers whoever asks. It cannot be undone. */
export function confineReading(folder: string): void {
  confine = realpathSync(folder);
}

/** @throws {Error} for a file outside of the folder that reading is confined to. */
export function assertMayRead(file: string): void {
  if (confine !== undefined) checkInside(file, [confine], ".", "it is outside of the folder that is served");
}

/**
 * Reads files as documents may name them: regular ones, of 32 MiB at most, in UTF-8. Pipes and devices are refused at once, since to read one may never
 * end. Paths count from `cwd`.
 *
 * The reader throws an `Error` whose message says why, in words that fit behind "cannot be read:".
 */
export function textReader(cwd = "."): TextReader {
  return (path, within) => {
    const file = resolve(cwd, path);
    if (within !== undefined) checkInside(file, within, cwd);
    assertMayRead(file);
    return decode(bytesOf(file));
  };
}

/** Where a path says it is, is no news of where its links lead. */
function checkInside(
  file: string,
  within: readonly string[],
  cwd: string,
  why = "it is a link that leads out of the folder of the world",
): void {
  const real = realOf(file);
  if (real === undefined) return; // opening it says why
  const isIn = (folder: string): boolean => {
    const outer = realOf(resolve(cwd, folder));
    return outer !== undefined && !/^\.\.(?:[/\\]|$)|^(?:[A-Za-z]:)?[/\\]/.test(relative(outer, real));
  };
  if (!within.some(isIn)) throw new Error(why);
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function bytesOf(file: string): Uint8Array {
  const descriptor = opened(file);
  try {
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) throw new Error("it is a folder");
    if (!stat.isFile()) throw new Error("it is no regular file, but a pipe, a socket or a device");
    return readAll(descriptor, stat.size);
  } finally {
    closeSync(descriptor);
  }
}

/** Not waiting for somebody to write, as the opening of a pipe does. */
function opened(file: string): number {
  try {
    return openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" && lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink())
      throw new Error("it is a link that leads nowhere");
    if (code === "ELOOP") throw new Error("it is a link that leads back to itself");
    throw error;
  }
}

/** A file may grow while it is read, and files that the system makes have no size. */
function readAll(descriptor: number, size: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const chunk = new Uint8Array(Math.min(Math.max(size - length, 65_536), MOST_BYTES));
    const read = readSync(descriptor, chunk);
    if (read === 0) break;
    length += read;
    if (length > MOST_BYTES) throw new Error("it has more than 32 MiB");
    chunks.push(chunk.subarray(0, read));
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error("it is not UTF-8 text");
  }
}
