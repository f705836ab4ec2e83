import type { EventInput } from "./inputs.ts";
import { RecordTexts } from "./record-texts.ts";

/** What a reader of a log is told of: each record, each text that is none, each chunk of bytes. */
export type LogReader = {
  readonly record: (value: unknown) => void;
  readonly text?: (text: string) => boolean; // of each record before it is read: true where it is taken as it is
  readonly unreadable: (why: string) => void;
  readonly chunk?: (bytes: Buffer) => Promise<void> | void;
};

/** Reads logs from end to end, one record at a time. Gives what could not be read to its end: nobody may take such a log for whole. */
export async function readLogs(inputs: readonly EventInput[], reader: LogReader): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const { file, bytes, isOfLines } of inputs) {
    const texts = new RecordTexts(isOfLines);
    const take = (found: ReturnType<RecordTexts["push"]>) => {
      for (const one of found) {
        if ("unreadable" in one) {
          reader.unreadable(one.unreadable);
          if (one.rest) lost.push(`${file}: ${one.unreadable}: what follows there was not read`);
          continue;
        }
        if (reader.text?.(one.text)) continue;
        const parsed = parsedText(one.text);
        if (parsed === undefined) reader.unreadable("no JSON");
        else reader.record(parsed.value);
      }
    };
    try {
      for await (const chunk of bytes()) {
        take(texts.push(chunk));
        await reader.chunk?.(chunk);
      }
      take(texts.end());
    } catch (error) {
      if (!isOfZlib(error)) throw error;
      lost.push(`${file}: ${error.message}: what follows there was not read`);
    }
  }
  return lost;
}

const isOfZlib = (error: unknown): error is Error => error instanceof Error && "code" in error && String(error.code).startsWith("Z_");

export function parsedText(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
