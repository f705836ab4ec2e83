import type { Diagnostic } from "../base/diagnostic.ts";
import type { WorldDocument } from "../world/document.ts";
import type { PolicyValue, UnknownPolicy } from "./draft.ts";
import type { ForeignDocument } from "./foreign-document.ts";
import type { Format } from "./recognise.ts";
import type { Sides } from "./sides.ts";

/** A text that a person named, or that is in a folder a person named, and what it is called: a path, "stdin". */
export type SourceText = { readonly file: string; readonly text: string };

export type ImportOptions = {
  /** Of what names none, and where the documents do not tell: 12 digits. It goes before what they tell. */
  readonly account?: string;
  readonly region?: string;
  /** Values of parameters of templates, by name, or by stack and name (`Stack:Name`); a text stands for a list too (`a,b`). `null`: the stack keeps what it has. */
  readonly parameters?: Readonly<Record<string, string | null>>;
  /** How a command line says all this, word by word, for commands that are told. */
  readonly words?: readonly string[];
  /** Of things that decide conditions of templates (`OpenChoice`), by their ids: how they are taken to be. `null`: none of the values that conditions name. */
  readonly choices?: ReadonlyMap<string, string | null>;
};

/** A text, and what it was recognised as. */
export type RecognisedDocument = ForeignDocument & { readonly format: Format };

/**
 * Foreign documents to a world: a pure function that reads all documents of its formats at once, and writes what they say into two worlds, that before and
 * that after what they are going to change. What tells of no change is written into both.
 *
 * To add one: a row for each of its formats in `recognise.ts`, which tells them by their content, a folder of this room with the function, and its row in
 * `importers.ts`. Three rules keep an import honest:
 * - Nothing is left out in silence. What is there and not understood is told (`sides.tell`), with its address and place; a policy that is there and is not
 *   known is `{ unknown: why }` (`policyUnknown`), never absent.
 * - A fact of a key or principal is unknown until it is seen: `set` for a value, `seen` for the default. A list is open (`some`) until `knows` says that it is
 *   complete.
 * - A value that is not known is a leaf (`leaf.ts`): equal ones are one symbol, made by its source (`sides.symbol`).
 */
export type Importer = (documents: readonly RecognisedDocument[], sides: Sides, options: ImportOptions) => void;

/** What decides a condition of a template and is not known, and all that it may be, as far as conditions tell: values (`null`: any other), or "true" and "false". */
export type OpenChoice = { readonly id: string; readonly values: readonly (string | null)[]; readonly isComparison: boolean };

/** What importing gave. `before` only where a document tells of a change. */
export type Imported = {
  readonly before?: WorldDocument;
  readonly after: WorldDocument;
  /** What is wrong or not known. An error: a document could not be read, and the worlds say nothing of it. */
  readonly diagnostics: readonly Diagnostic[];
  readonly report: ImportReport;
  /** Where a template may come out in several ways: the worlds are what is so in all of them, as far as that can be said. */
  readonly open: readonly OpenChoice[];
  /** Policies of the world after, by the address of the resource that sets each. */
  readonly policies: ReadonlyMap<string, PolicyValue | UnknownPolicy>;
};

/** What people are told of an import. */
export type ImportReport = {
  readonly documents: readonly { readonly file: string; readonly what: string }[];
  readonly skipped: readonly string[]; // files of which nothing is read here, and none of which need be
  readonly found: readonly { readonly what: string; readonly count: number }[]; // "keys", in the world after
  readonly facts: readonly string[]; // where the account and the Region are from, and what else a reader has to know
  readonly symbolic: readonly { readonly name: string; readonly type: string; readonly from: string }[];
  readonly assumed: readonly { readonly id: string; readonly text: string }[];
  readonly undecided: readonly { readonly what: string; readonly why: string }[];
  readonly some: readonly string[]; // words of `knows`, each with what may be missing
  readonly outside: readonly string[]; // what was changed by others, which is no part of the change
};
