import { existsSync } from "node:fs";
import { nearest } from "../../base/nearest.ts";
import { shown } from "../../base/text.ts";
import type { WorldKey, WorldPrincipal } from "../../estate/estate.ts";
import type { World } from "../../estate/world.ts";
import type { Io, OptionSpec } from "../command.ts";
import { readingIn } from "../import-options.ts";
import type { Options } from "../options.ts";
import { refuse } from "../refusal.ts";
import { type WorldInCase, worldsAt } from "./worlds.ts";

export const WORLD: OptionSpec = {
  name: "world",
  short: "w",
  value: "WORLD",
  help: "the world to ask: a file (`kmsward schema world`), what `kmsward import` reads, or git:REF:PATH",
};

type Worlds = readonly [WorldInCase, ...WorldInCase[]];

/** The worlds that are asked; without `--world` a key policy in a file is that of the one key there is. */
export async function worldsOf(
  options: Options,
  given: string,
  place: string,
  io: Io,
): Promise<{ readonly worlds: Worlds; readonly key?: WorldKey }> {
  const path = options.get("world");
  const reading = await readingIn(options, io);
  if (path !== undefined) return { worlds: await worldsAt(path, undefined, reading) };
  if (!existsSync(given) && !given.startsWith("git:"))
    throw refuse("KW010", place, "no world is given", "give one by `--world FILE`; `kmsward init` drafts one from a folder of policies");
  const worlds = await worldsAt(given, undefined, reading);
  const [key, ...others] = worlds[0].named.world.estate.keys;
  if (key === undefined || others.length > 0)
    throw refuse(
      "KW010",
      place,
      `${shown(given)} has ${others.length + 1} keys`,
      `name one of them, and give the world by \`--world ${given}\``,
    );
  return { worlds, key };
}

/** The key of a name in each of some worlds, where it is in one of them at least. */
export function keyNamedIn(worlds: Worlds, name: string, place: string): readonly (WorldKey | undefined)[] {
  const found = worlds.map(({ named }) => {
    try {
      return { key: keyNamed(named.world, name, place) };
    } catch (error) {
      return { error };
    }
  });
  const [first] = found;
  if (first !== undefined && "error" in first && found.every((one) => "error" in one)) throw first.error;
  return found.map((one) => ("key" in one ? one.key : undefined));
}

/** @throws {Refusal} for a name that no key, or several, go by. */
export function keyNamed(world: World, name: string, place: string): WorldKey {
  const { keys } = world.estate;
  const found = keys.filter((key) => key.name === name || key.arn === name || key.id === name || key.aliases.includes(name));
  const [key] = found;
  if (key !== undefined && found.length === 1) return key;
  if (found.length > 1)
    throw refuse("KW507", place, `${shown(name)} is the name of ${found.length} keys`, "name the one you mean by its ARN");
  const near = nearest(
    name,
    keys.flatMap((one) => [one.name, ...one.aliases]),
  );
  throw refuse("KW501", place, `no key ${shown(name)} in this world`, near === undefined ? undefined : `did you mean \`${near}\`?`);
}

/** @throws {Refusal} for a name that no principal of the world goes by. */
export function principalNamed(world: World, name: string, place: string): WorldPrincipal {
  const { principals } = world.estate;
  const found = principals.find((principal) => principal.name === name || principal.facts.arn === name);
  if (found !== undefined) return found;
  const near = nearest(
    name,
    principals.map((one) => one.name),
  );
  throw refuse("KW501", place, `no principal ${shown(name)} in this world`, near === undefined ? undefined : `did you mean \`${near}\`?`);
}
