import type { Readable, Writable } from "node:stream";
import type { Answer } from "./formats/write.ts";
import type { Options } from "./options.ts";

/** Done; could not be done; done, and the answer is no; undetermined under --strict; a bug of ours; interrupted. */
export type ExitCode = 0 | 1 | 2 | 3 | 70 | 130;

/** What a command has of the world. */
export type Io = {
  readonly stdin: Readable & { readonly isTTY?: boolean; readonly setRawMode?: (raw: boolean) => unknown };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }; // the result
  readonly stderr: Writable & { readonly isTTY?: boolean }; // talk
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly root: URL; // the folder of the package
  readonly take?: (answer: Answer) => Promise<void>; // takes an answer in the place of writing it, where a program asks
};

/** An option as its users see it; one table serves the parser, the help text and the suggestions. */
export type OptionSpec = {
  readonly name: string; // without dashes
  readonly short?: string; // one letter
  readonly alias?: string; // another name for it
  readonly value?: string; // what stands for its value in the help; a switch has none
  readonly optional?: true; // the value may be left out: `--explain`, `--explain=brief`
  readonly many?: true; // may be given several times
  readonly choices?: readonly string[];
  readonly accepted?: readonly string[]; // beside the choices, and not offered
  readonly help: string;
};

export type OptionGroup = { readonly title: string; readonly options: readonly OptionSpec[] };

export type Command = {
  readonly name: string;
  readonly summary: string; // a clause, lower case
  readonly usage: readonly string[]; // without `kmsward`
  readonly about?: string; // a paragraph
  readonly groups: readonly OptionGroup[];
  readonly examples?: readonly string[];
  readonly run: (options: Options, io: Io) => Promise<ExitCode>;
};
