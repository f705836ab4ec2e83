import { open, stat } from "node:fs/promises";
import { unreadable } from "../files.ts";
import { Lines } from "../lines.ts";
import { parsedText } from "./read.ts";

const PAUSE = 200; // milliseconds

/**
 * The records of a file, a line each: what is there, and what is added until somebody interrupts. A file that was cut off or moved away, as when logs are
 * rotated, is read to its end, and the new one from its beginning. `take` is told when all there is has been read.
 */
export async function follow(path: string, record: (value: unknown) => void, take: () => Promise<void>): Promise<void> {
  let handle = await open(path).catch((error) => Promise.reject(unreadable(path, error)));
  let [lines, at] = [new Lines(), 0];
  const buffer = Buffer.alloc(1 << 16);
  const readOn = async (): Promise<void> => {
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      for (const line of lines.push(Buffer.from(buffer.subarray(0, bytesRead)))) {
        const parsed = "text" in line ? parsedText(line.text) : undefined;
        if (parsed !== undefined) record(parsed.value);
      }
      await take();
    }
  };
  let done = false;
  process.once("SIGINT", () => {
    done = true;
  });
  while (!done) {
    await readOn();
    await new Promise((resolve) => void setTimeout(resolve, PAUSE));
    const there = await stat(path).catch(() => undefined);
    if (there === undefined || (there.ino === (await handle.stat()).ino && there.size >= at)) continue;
    await readOn(); // what was written before it was moved away
    await handle.close();
    handle = await open(path);
    [lines, at] = [new Lines(), 0];
  }
  await handle.close();
}
