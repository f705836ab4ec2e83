import { type FileHandle, open, rename } from "node:fs/promises";
import type { AuditEvent } from "../../kms/audit.ts";

export type AuditFileOptions = {
  readonly path: string;
  readonly maxBytes: number; // then it becomes PATH.1, and that PATH.2
  readonly kept: number; // how many of those there are
  readonly onFault: (error: unknown) => void; // told once, until it works again
};

const LONGEST_TAIL = 32 * 1_048_576; // of what is read again at the start, in bytes
const MOST_WAITING = 100_000; // events; more than a disk that does not answer should cost

/**
 * Events in a file, a line of JSON each, in the order in which they happened. What was told a moment before the process is killed may be missing:
 * answers do not wait for it.
 */
export class AuditFile {
  readonly #options: AuditFileOptions;
  #file: FileHandle;
  #size: number;
  #waiting: string[] = [];
  #writing: Promise<void> | undefined;
  #hasFault = false;

  private constructor(options: AuditFileOptions, file: FileHandle, size: number) {
    this.#options = options;
    this.#file = file;
    this.#size = size;
  }

  /** @throws {Error} of node, where the file cannot be opened. */
  static async open(options: AuditFileOptions): Promise<AuditFile> {
    const { file, size } = await opened(options.path);
    return new AuditFile(options, file, size);
  }

  /** The last events that are in the file, in their order, as many as `most`; none where it cannot be read. A line that is no event is passed over. */
  async last(most: number): Promise<readonly AuditEvent[]> {
    const from = Math.max(0, this.#size - LONGEST_TAIL);
    const bytes = new Uint8Array(this.#size - from);
    const { bytesRead } = await this.#file.read(bytes, 0, bytes.length, from);
    const lines = new TextDecoder().decode(bytes.subarray(0, bytesRead)).split("\n");
    return lines
      .slice(from === 0 ? 0 : 1)
      .filter((line) => line !== "")
      .slice(-most)
      .flatMap(eventIn);
  }

  readonly tell = (event: AuditEvent): void => {
    if (this.#waiting.length < MOST_WAITING) this.#waiting.push(JSON.stringify(event));
    this.#writing ??= this.#write();
  };

  /** When all that was told is in the file. */
  async flushed(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
  }

  /** Opens the path anew: a program that keeps logs may have moved the file. */
  async reopen(): Promise<void> {
    await this.flushed();
    const { file, size } = await opened(this.#options.path);
    await this.#file.close();
    [this.#file, this.#size] = [file, size];
  }

  async close(): Promise<void> {
    await this.flushed();
    await this.#file.close();
  }

  async #write(): Promise<void> {
    try {
      await Promise.resolve(); // what is told at once is written at once
      while (this.#waiting.length > 0) {
        const text = `${this.#waiting.join("\n")}\n`;
        this.#waiting = [];
        if (this.#size > 0 && this.#size + text.length > this.#options.maxBytes) await this.#rotate();
        await this.#file.appendFile(text);
        this.#size += Buffer.byteLength(text);
        this.#hasFault = false;
      }
    } catch (error) {
      if (!this.#hasFault) this.#options.onFault(error);
      this.#hasFault = true;
    } finally {
      this.#writing = undefined;
    }
  }

  async #rotate(): Promise<void> {
    const { path, kept } = this.#options;
    await this.#file.close();
    for (let i = kept - 1; i >= 1; i--) await rename(`${path}.${i}`, `${path}.${i + 1}`).catch(() => undefined);
    if (kept > 0) await rename(path, `${path}.1`);
    const { file, size } = await opened(path);
    [this.#file, this.#size] = [file, size];
  }
}

/** At its end. A line that was cut off when the process before was killed is ended. */
async function opened(path: string): Promise<{ readonly file: FileHandle; readonly size: number }> {
  const file = await open(path, "a+", 0o600);
  const { size } = await file.stat();
  if (size === 0) return { file, size };
  const last = new Uint8Array(1);
  await file.read(last, 0, 1, size - 1);
  if (last[0] === 0x0a) return { file, size };
  await file.appendFile("\n");
  return { file, size: size + 1 };
}

function eventIn(line: string): readonly AuditEvent[] {
  try {
    const event = JSON.parse(line) as Partial<AuditEvent> | null;
    const isEvent = typeof event?.eventID === "string" && typeof event.eventTime === "string" && typeof event.eventName === "string";
    return isEvent && Array.isArray(event.resources) && typeof event.userIdentity === "object" ? [event as AuditEvent] : [];
  } catch {
    return [];
  }
}
