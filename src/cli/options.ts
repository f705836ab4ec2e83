import { parseArgs } from "node:util";
import { nearest } from "../base/nearest.ts";
import { listed, shown } from "../base/text.ts";
import type { Command, OptionSpec } from "./command.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** What was given to a command, checked against its table. */
export class Options {
  readonly positionals: readonly string[];
  readonly #values: ReadonlyMap<string, readonly (string | undefined)[]>;

  constructor(positionals: readonly string[], values: ReadonlyMap<string, readonly (string | undefined)[]>) {
    this.positionals = positionals;
    this.#values = values;
  }

  /** The same with options that were not given. */
  with(values: Readonly<Record<string, readonly string[]>>): Options {
    return new Options(this.positionals, new Map([...Object.entries(values), ...this.#values]));
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** The value; undefined when the option was not given, or without a value. */
  get(name: string): string | undefined {
    return this.#values.get(name)?.at(-1);
  }

  all(name: string): readonly string[] {
    return (this.#values.get(name) ?? []).filter((value) => value !== undefined);
  }
}

/** Asked of every command, and answered before it runs. */
export const HELP: OptionSpec = { name: "help", short: "h", help: "show this" };

/**
 * Reads the arguments of a command. `--name value` and `--name=value`, `-n value`, `--` before arguments that begin with a dash; an option whose value may be
 * left out takes it behind `=` only, so that it never swallows a file name.
 *
 * @throws {Refusal} for anything the command's table does not have.
 */
export function readOptions(args: readonly string[], command: Command): Options {
  const specs = [...command.groups.flatMap(({ options }) => options), HELP];
  const byName = new Map(specs.flatMap((spec) => [spec.name, ...(spec.alias ? [spec.alias] : [])].map((name) => [name, spec])));
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries([...byName].map(configOf)),
  });

  const place = `kmsward ${command.name}`;
  const positionals: string[] = [];
  const values = new Map<string, (string | undefined)[]>();
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const spec = byName.get(token.name);
    if (spec === undefined) throw unknownOption(token.rawName, [...byName.keys()], place);
    const value = takenValue(spec, token, place);
    const earlier = values.get(spec.name);
    if (earlier !== undefined && !spec.many) throw refuse("KW001", place, `\`${token.rawName}\` is given twice`, "give it once");
    values.set(spec.name, [...(earlier ?? []), value]);
  }
  return new Options(positionals, values);
}

const configOf = ([name, spec]: [string, OptionSpec]) =>
  [
    name,
    {
      type: spec.value === undefined || spec.optional ? ("boolean" as const) : ("string" as const),
      ...(spec.short && name === spec.name && { short: spec.short }),
    },
  ] as const;

type OptionToken = { readonly rawName: string; readonly value?: string | undefined; readonly inlineValue?: boolean | undefined };

function takenValue(spec: OptionSpec, { rawName, value, inlineValue }: OptionToken, place: string): string | undefined {
  if (spec.value === undefined) {
    if (value !== undefined) throw refuse("KW001", place, `\`${rawName}\` takes no value`, `write \`${rawName}\` alone`);
    return undefined;
  }
  if (value === undefined && spec.optional) return undefined;
  if (value === undefined) throw refuse("KW001", place, `\`${rawName}\` needs a value`, `write \`${rawName} ${spec.value}\``);
  if (!inlineValue && /^--?[a-z]/.test(value)) {
    const help = `write \`${rawName} ${spec.value}\`, or \`${rawName}=${value}\` if that is meant`;
    throw refuse("KW001", place, `\`${rawName}\` needs a value, and the next word is ${shown(value)}`, help);
  }
  if (spec.choices && !spec.choices.includes(value) && !spec.accepted?.includes(value)) {
    const near = nearest(value, spec.choices);
    const help = near ? `did you mean \`${near}\`?` : `it is one of ${listed(spec.choices.map(shown), "or")}`;
    throw refuse("KW001", place, `\`${rawName}\` cannot be ${shown(value)}`, help);
  }
  return value;
}

function unknownOption(rawName: string, names: readonly string[], place: string): Refusal {
  const near = rawName.startsWith("--") ? nearest(rawName.slice(2), names) : undefined;
  return refuse(
    "KW003",
    place,
    `unknown option ${shown(rawName)}`,
    near ? `did you mean \`--${near}\`?` : `\`${place} --help\` lists the options`,
  );
}
