import { existsSync, readFileSync, statSync } from "node:fs";
import { isYaml, shown } from "../base/text.ts";
import { partitionOf } from "../catalog/regions.ts";
import { isAccountId } from "../iam/arn.ts";
import { readParameters } from "../importers/cloudformation/parameters.ts";
import type { ImportOptions, SourceText } from "../importers/importer.ts";
import type { Io, OptionSpec } from "./command.ts";
import { Files } from "./files.ts";
import type { Options } from "./options.ts";
import { filesBelow } from "./policies/walk.ts";
import { refuse } from "./refusal.ts";

/** What people say about documents that do not say it themselves. */
export const IMPORT_OPTIONS: readonly OptionSpec[] = [
  { name: "account", value: "ID", help: "of a plan or template that does not tell its account: 12 digits" },
  { name: "region", value: "REGION", help: "of a plan or template that does not tell its Region" },
  {
    name: "parameters",
    value: "FILE",
    help: "values of a template's parameters: JSON as `aws cloudformation` takes it, a map, or lines `Name=value`",
  },
];

/** Whether a file of a folder is looked at: by its ending, of which dumps have several. */
export const mayBeDocument = (name: string): boolean => /\.(?:json|ya?ml|template|error|ndjson|txt)$/i.test(name);

/** @throws {Refusal} for values that cannot be meant. */
export async function importOptionsIn(options: Options, files: Files): Promise<ImportOptions> {
  const [account, region, parameters] = [options.get("account"), options.get("region"), options.get("parameters")];
  if (account !== undefined && !isAccountId(account)) throw refuse("KW001", "--account", `${shown(account)} is no account id`, "12 digits");
  if (region !== undefined && partitionOf(region) === undefined) throw refuse("KW001", "--region", `${shown(region)} is not a Region`);
  const words = ["account", "region", "parameters"].flatMap((name) => {
    const value = options.get(name);
    return value === undefined ? [] : [`--${name}`, value];
  });
  return {
    ...(words.length > 0 && { words }),
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
    ...(parameters !== undefined && { parameters: parametersIn(await files.text(parameters)) }),
  };
}

/** How the documents of a command line are read. */
export const readingIn = async (options: Options, io: Io) => ({ imports: await importOptionsIn(options, new Files(io)), io });

/** However people keep them (`importers/cloudformation/parameters.ts`). */
function parametersIn({ file, text }: SourceText): NonNullable<ImportOptions["parameters"]> {
  const read = readParameters(text);
  if ("given" in read) return read.given;
  throw refuse(
    "KW104",
    file,
    `holds no parameters: ${read.fault}`,
    'write `[{"ParameterKey": "NAME", "ParameterValue": "VALUE"}]`, or `NAME: VALUE`',
  );
}

/** The texts of a file, of standard input, or of all files in a folder that may be documents. */
export async function textsAt(given: string, files: Files): Promise<readonly SourceText[]> {
  if (given === "-" || !isFolder(given)) return [await files.text(given)];
  const paths = await filesBelow(given, mayBeDocument);
  const texts: SourceText[] = [];
  for (const path of paths) texts.push(await files.text(given === "." ? path : `${given.replace(/\/+$/, "")}/${path}`));
  return texts;
}

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** A path, and which side of a change is meant: `plan.json#before`. */
export function pathAndSide(given: string): { readonly path: string; readonly side?: "before" | "after" } {
  const [, path = given, side] = /^(.+)#(before|after)$/s.exec(given) ?? [];
  return side === undefined || existsSync(given) ? { path: given } : { path, side: side as "before" | "after" };
}

/**
 * Whether a document in place of a world may be one of another tool, as far as its name and its first lines say: worlds in YAML are read without the
 * importers, which take time to load.
 */
export function mayBeForeign(given: string): boolean {
  const { path, side } = pathAndSide(given);
  if (side !== undefined || isFolder(path)) return true;
  if (!isYaml(path)) return true;
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  const text = isFile ? readFileSync(path, "utf8") : "";
  return isFile && (!isWorldText(text) || /\bterraform\s{0,9}:|^include\s{0,9}:/m.test(text));
}

/** What a world in YAML says of itself. */
export const isWorldText = (text: string): boolean => /^(?:version|keys|principals|accounts|include)\s{0,9}:/m.test(text);
