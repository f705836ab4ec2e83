import type { Io } from "./command.ts";

const EVERY = 500; // milliseconds

export type Progress = { readonly show: (lines: number) => void; readonly clear: () => void };

/** A line on a terminal that counts, for what takes over a second; undefined where nobody looks. */
export function progressOn(stream: Io["stderr"], now: () => number = () => performance.now(), things = "cases"): Progress | undefined {
  if (!stream.isTTY) return undefined;
  const start = now();
  let last = start + EVERY; // the first second is silent
  let shown = false;
  return {
    show: (lines) => {
      const time = now();
      if (time - last < EVERY) return;
      last = time;
      shown = true;
      stream.write(
        `\r${lines.toLocaleString("en-US")} ${things}, ${Math.round((lines * 1000) / (time - start)).toLocaleString("en-US")}/s `,
      );
    },
    clear: () => {
      if (shown) stream.write(`\r${" ".repeat(60)}\r`);
    },
  };
}
