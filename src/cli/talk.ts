import { type Diagnostic, renderDiagnostic } from "../base/diagnostic.ts";
import type { Io } from "./command.ts";

/** Writes messages to stderr, in colour on a terminal. */
export async function tell(diagnostics: readonly Diagnostic[], io: Pick<Io, "stderr" | "env">): Promise<void> {
  const colors = await colorsFor(io.stderr, io.env);
  for (const diagnostic of diagnostics) {
    const [head = "", ...rest] = renderDiagnostic(diagnostic).split("\n");
    const word = `${diagnostic.severity}:`;
    const painted =
      colors === undefined ? head : head.replace(word, diagnostic.severity === "error" ? colors.red(word) : colors.yellow(word));
    io.stderr.write(`${[painted, ...rest].join("\n")}\n`);
  }
}

type Colors = Readonly<Record<"bold" | "dim" | "red" | "green" | "yellow", (text: string) => string>>;

/** Colours for a terminal that wants them; undefined elsewhere. NO_COLOR, or `TERM=dumb`, turns them off, FORCE_COLOR on. */
export async function colorsFor(stream: { readonly isTTY?: boolean }, env: Io["env"]): Promise<Colors | undefined> {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0";
  if (env.NO_COLOR || !(forced || (stream.isTTY && env.TERM !== "dumb"))) return undefined;
  const { default: picocolors } = await import("picocolors");
  return picocolors.createColors(true);
}
