import { nearest } from "../base/nearest.ts";
import { shown } from "../base/text.ts";
import type { Command, ExitCode, Io } from "./command.ts";
import { readOptions } from "./options.ts";
import { PLANNED } from "./planned.ts";
import { Refusal, refuse } from "./refusal.ts";

/** The commands there are. Each is read when it is asked for, with what it needs: the list itself must cost nothing. */
// biome-ignore format: a table reads as a table
export const COMMANDS: Readonly<Record<string, { readonly summary: string; readonly load: () => Promise<{ readonly command: Command }> }>> = {
  eval:    { summary: "decides one request, or a stream of cases",      load: () => import("./commands/eval.ts") },
  init:    { summary: "writes a first test file for a repository",      load: () => import("./commands/init.ts") },
  test:    { summary: "runs tests of policies, with coverage",          load: () => import("./commands/test.ts") },
  lint:    { summary: "finds what is wrong with policies",              load: () => import("./commands/lint.ts") },
  mutate:  { summary: "finds changes of policies that no test notices", load: () => import("./commands/mutate.ts") },
  diff:    { summary: "who gains or loses what, for all requests",      load: () => import("./commands/diff.ts") },
  "who-can": { summary: "everybody who can use a key",                  load: () => import("./commands/who-can.ts") },
  can:     { summary: "everything a principal can do",                  load: () => import("./commands/can.ts") },
  prove:   { summary: "invariants, proved or refuted for all requests", load: () => import("./commands/prove.ts") },
  repair:  { summary: "changes of policies that open a request",        load: () => import("./commands/repair.ts") },
  check:   { summary: "findings on the keys of a world",                load: () => import("./commands/check.ts") },
  "root-key": { summary: "makes root keys of stores, and changes them", load: () => import("./commands/root-key.ts") },
  mcp:     { summary: "the questions as tools for agents",              load: () => import("./commands/mcp.ts") },
  serve:   { summary: "a KMS endpoint for the AWS CLI and the SDKs",    load: () => import("./commands/serve.ts") },
  replay:  { summary: "recorded calls against proposed policies",       load: () => import("./commands/replay.ts") },
  events:  { summary: "a log of KMS for people",                        load: () => import("./commands/events.ts") },
  tighten: { summary: "the narrowest key policy that keeps recorded use", load: () => import("./commands/tighten.ts") },
  unused:  { summary: "what no recorded call needed",                   load: () => import("./commands/unused.ts") },
  detect:  { summary: "alarms in a log of KMS",                         load: () => import("./commands/detect.ts") },
  calibrate: { summary: "a script by which a person checks us against AWS", load: () => import("./commands/calibrate.ts") },
  cost:    { summary: "what keys and requests cost",                    load: () => import("./commands/cost.ts") },
  why:     { summary: "explains a call or a decision of `serve`",       load: () => import("./commands/why.ts") },
  completion: { summary: "completion for shells",                       load: () => import("./commands/completion.ts") },
  import:  { summary: "a world from plans, templates and AWS answers", load: () => import("./commands/import.ts") },
  playground: { summary: "policies and requests in a page",             load: () => import("./commands/playground.ts") },
  demo:    { summary: "a tour on built-in policies",                    load: () => import("./commands/demo.ts") },
  schema:  { summary: "prints a JSON Schema of our formats",            load: () => import("./commands/schema.ts") },
  help:    { summary: "explains a command or a message code",        load: () => import("./commands/help.ts") },
  version: { summary: "prints the version",                             load: () => import("./commands/version.ts") },
};

/** Runs a command line. Never throws: whatever goes wrong is told on stderr, and is in the exit code (`ExitCode`). */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(args, io);
  } catch (error) {
    if (isClosedPipe(error)) return 0;
    if (!(error instanceof Refusal)) return crash(error, io);
    const { tell } = await import("./talk.ts");
    await tell(error.diagnostics, io);
    return 1;
  }
}

/** The reader of our output has seen enough: `kmsward … | head`. */
export const isClosedPipe = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "EPIPE";

async function dispatch([first, ...rest]: readonly string[], io: Io): Promise<ExitCode> {
  const name =
    first === undefined || first === "--help" || first === "-h" ? "help" : first === "--version" || first === "-V" ? "version" : first;
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry === undefined) throw unknownCommand(name);
  const { command } = await entry.load();
  const options = readOptions(rest, command);
  if (!options.has("help")) return command.run(options, io);
  const { usageOf } = await import("./usage.ts");
  io.stdout.write(`${usageOf(command)}\n`);
  return 0;
}

function unknownCommand(name: string): Refusal {
  if (Object.hasOwn(PLANNED, name)) {
    return refuse(
      "KW004",
      `kmsward ${name}`,
      `\`${name}\` (${PLANNED[name]}) is planned; this version does not have it`,
      "`kmsward help` lists what there is",
    );
  }
  const what = name.startsWith("-") ? "option" : "command";
  const near = what === "command" ? nearest(name, [...Object.keys(COMMANDS), ...Object.keys(PLANNED)]) : undefined;
  const help = near ? `did you mean \`kmsward ${near}\`?` : "`kmsward help` lists the commands";
  return refuse("KW003", "kmsward", `unknown ${what} ${shown(name)}`, help);
}

/** Says that we have a bug, and what to report; gives the exit code for it. */
export function crash(error: unknown, { stderr }: Pick<Io, "stderr">): 70 {
  const told = error instanceof Error ? (error.stack ?? String(error)) : String(error);
  stderr.write(
    `kmsward error: a bug in kmsward: nothing was decided [KW900]\n${told}\n  help: please report it with this text and, if you can share it, the input\n`,
  );
  return 70;
}
