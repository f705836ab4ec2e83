import { readFileSync } from "node:fs";
import type { Place } from "../base/diagnostic.ts";
import { validateRequest } from "../cases/validators.generated.js";
import { kmsAction } from "../catalog/actions.ts";
import type { Question } from "../estate/question.ts";
import { textReader } from "../files/text-reader.ts";
import type { EvalOptions, WorldEvaluation } from "../world/eval-in-world.ts";
import type { ReadFile } from "../world/files.ts";
import { shapeDiagnostics } from "../world/shape.ts";
import { CASE_OPTIONS, demand, requestOf } from "./case-flags.ts";
import type { Io } from "./command.ts";
import { isFolder, mayBeForeign, pathAndSide, readingIn } from "./import-options.ts";
import type { Options } from "./options.ts";
import { Refusal, refuse } from "./refusal.ts";

/** Asks the world of the files under `--world` what the other options say. YAML and the reader of worlds are loaded here, and nowhere else. */
export async function askWorld(options: Options, io: Io): Promise<WorldEvaluation> {
  const question = questionOf(options);
  const { evalInWorld } = await import("../world/eval-in-world.ts");
  const { paths, reading } = await readingOf(options, io);
  return evalInWorld(paths, question, reading);
}

/** The files under `--world`, and how they are read. */
export async function readingOf(options: Options, io: Io): Promise<{ readonly paths: readonly string[]; readonly reading: EvalOptions }> {
  refuseCase(options);
  const paths = options.all("world");
  const read = textReader();
  const foreign = paths.some(mayBeForeign)
    ? await (await import("./foreign-worlds.ts")).foreignWorlds(await readingIn(options, io), paths)
    : undefined;
  const readFile: ReadFile = (path, within) => {
    if (within !== undefined) return read(path, within);
    return isFolder(path) && foreign !== undefined ? "" : readFileSync(pathAndSide(path).path, "utf8"); // a person may name a pipe
  };
  return { paths, reading: { readFile, root: ".", placeOf: optionOf, ...(foreign !== undefined && { foreign }) } };
}

/** The option that sets a member: `/resourceAccount`, `/context/aws:SourceIp`. */
export function optionOf(pointer: string): Place {
  const member = pointer.split("/")[1] ?? "";
  const name = OPTION_OF[member] ?? member.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return { file: name === "" ? PLACE : `--${name}`, pointer: "" };
}

const PLACE = "kmsward eval";
const OPTION_OF: Readonly<Record<string, string>> = { resource: "key", grantTokens: "grant-token" };

/** @throws {Refusal} for what does not go with a world, and for a question that does not say who asks for what. */
export function questionOf(options: Options): Question {
  refuseCase(options);
  const { resource, ...request } = requestOf(options);
  demand(request, ["principal", "action"]);
  const faults = shapeDiagnostics(validateRequest({ resource: "*", ...request }), optionOf);
  if (faults.length > 0) throw new Refusal(faults);
  const endpoint = options.get("endpoint");
  return {
    ...(request as Pick<Question, "principal" | "action">),
    ...(typeof resource === "string" && (isNoKey(resource, String(request.action)) ? { resource } : { key: resource })),
    ...(endpoint !== undefined && { endpoint }),
  };
}

/** A role that is assumed, and an alias that is itself what an operation changes. */
function isNoKey(resource: string, action: string): boolean {
  const isAlias = /^arn:[^:]*:kms:[^:]*:[^:]*:alias\//.test(resource);
  return action.toLowerCase().startsWith("sts:") || (isAlias && (kmsAction(action)?.resources.includes("alias") ?? false));
}

function refuseCase(options: Options): void {
  const [file] = options.positionals;
  if (file !== undefined)
    throw refuse(
      "KW001",
      PLACE,
      "a case file does not go with `--world`",
      "a case brings all its policies along: leave the world out, or ask it by --principal, --action and --key",
    );
  const policies = CASE_OPTIONS.find(({ options: [first] }) => first?.name === "key-policy")?.options ?? [];
  const given = policies.filter(({ name }) => name !== "endpoint" && options.has(name)).map(({ name }) => `\`--${name}\``);
  if (given.length > 0)
    throw refuse(
      "KW001",
      PLACE,
      `${given.join(", ")} ${given.length > 1 ? "do" : "does"} not go with \`--world\``,
      "a world has the policies and grants of its principals and keys: write it there, or leave `--world` out and give every policy by a file",
    );
  if (options.all("world").includes("-"))
    throw refuse("KW001", "--world", "a world is not read from standard input", "give its file: the paths in it count from there");
}
