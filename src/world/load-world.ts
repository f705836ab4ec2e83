import type { Diagnostic } from "../base/diagnostic.ts";
import { FUNCTION, type Member, type Members, memberFaults, OBJECT, TEXT } from "../base/members.ts";
import { InvalidWorldError } from "../estate/invalid-world.ts";
import type { World } from "../estate/world.ts";
import type { WorldDocument } from "./document.ts";
import type { ReadWorld, WorldOptions } from "./document-reader.ts";

export type LoadOptions = WorldOptions & {
  /** Called with every warning about the world and its policies. */
  readonly onWarning?: (warning: Diagnostic) => void;
};

/**
 * Reads a world from its files, JSON or YAML, and those that they name, or from an object of their shape. Paths count from the file they stand in; what
 * reads files is `readFile`. The reader of YAML is loaded on demand.
 *
 * @throws {InvalidWorldError} with everything that is wrong, each with its file and line.
 */
export async function loadWorld(source: string | readonly string[] | WorldDocument, options: LoadOptions = {}): Promise<World> {
  assertLoadOptions(options, LOAD_OPTIONS);
  assertSource(source);
  const { onWarning, ...reading } = options;
  const { readWorld, resolveWorld } = await import("./reader.ts");
  const read = isPaths(source) ? readWorld(source, reading) : resolveWorld(source, reading);
  for (const diagnostic of read.diagnostics) if (diagnostic.severity === "warning") onWarning?.(diagnostic);
  return readable(read).world;
}

/** What `loadWorld` may be told. */
export const LOAD_OPTIONS = {
  readFile: FUNCTION,
  root: TEXT,
  account: TEXT,
  region: TEXT,
  foreign: OBJECT,
  onWarning: FUNCTION,
} satisfies Record<keyof LoadOptions, Member>;

/** @throws {InvalidWorldError} */
export function assertLoadOptions(options: unknown, members: Members): void {
  const faults = memberFaults(options, members, { file: "loadWorld", pointer: "" });
  if (faults.length > 0) throw new InvalidWorldError("loadWorld has no such options", faults);
}

/** A list of paths has one, and each is a path; everything else is read as a document. */
function assertSource(source: unknown): void {
  if (!Array.isArray(source) || (source.length > 0 && source.every((path) => typeof path === "string"))) return;
  const message = source.length === 0 ? "no file is named" : "a list names files, each by its path";
  throw new InvalidWorldError("the world cannot be read", [
    {
      code: "KW104",
      severity: "error",
      message,
      at: { file: "loadWorld", pointer: "" },
      help: "give paths of files, or an object of a world's shape",
    },
  ]);
}

export const isPaths = (source: unknown): source is string | readonly string[] => typeof source === "string" || Array.isArray(source);

/** @throws {InvalidWorldError} with everything that is wrong. */
export function readable({ world, diagnostics }: ReadWorld): Required<ReadWorld> {
  if (world !== undefined) return { world, diagnostics };
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  throw new InvalidWorldError("the world cannot be read", errors);
}
