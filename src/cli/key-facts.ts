import type { Place } from "../base/diagnostic.ts";
import { toValue } from "../base/json-source.ts";
import { nearest } from "../base/nearest.ts";
import { listed, shown } from "../base/text.ts";
import { faultDiagnostics, placeIn } from "../world/json-place.ts";
import type { Files } from "./files.ts";
import { Refusal, refuse } from "./refusal.ts";

type Facts = Record<string, unknown>;

/** How `NAME=VALUE` is read for each fact. */
const FACTS: Readonly<Record<string, "text" | "boolean" | "list">> = {
  managedBy: "text",
  aliases: "list",
  spec: "text",
  usage: "text",
  origin: "text",
  multiRegion: "boolean",
  multiRegionKeyType: "text",
};
const TAG = "tags.";

/**
 * Facts about a key from `NAME=VALUE` pairs and from files, later ones over earlier ones. `placed` is told where each was written.
 *
 * @throws {Refusal} for a name that is no fact, and for what cannot be read.
 */
export async function keyFactsFrom(
  given: readonly string[],
  base: Facts,
  files: Files,
  placed: (name: string, place: (rest: string) => Place) => void,
): Promise<Facts> {
  const facts: Facts = { ...base };
  for (const text of given) {
    const at = text.indexOf("=");
    const name = text.slice(0, at);
    if (at > 0 && (Object.hasOwn(FACTS, name) || name.startsWith(TAG))) {
      add(facts, name, text.slice(at + 1));
      placed(name.startsWith(TAG) ? "tags" : name, () => ({ file: "--key-facts", pointer: "" }));
    } else if (at > 0 && !/[/\\.]/.test(name)) throw unknownFact(name);
    else Object.assign(facts, await fromFile(text, files, placed));
  }
  return facts;
}

function add(facts: Facts, name: string, value: string): void {
  if (name.startsWith(TAG)) {
    facts.tags = { ...(facts.tags as Facts | undefined), [name.slice(TAG.length)]: value };
    return;
  }
  const kind = FACTS[name];
  if (kind === "boolean" && value !== "true" && value !== "false")
    throw refuse("KW001", "--key-facts", `\`${name}\` cannot be ${shown(value)}`, "it is true or false");
  if (kind === "list") facts[name] = [...(Array.isArray(facts[name]) ? facts[name] : []), value];
  else facts[name] = kind === "boolean" ? value === "true" : value;
}

function unknownFact(name: string): Refusal {
  const names = [...Object.keys(FACTS), "tags.NAME"];
  const near = nearest(name, names);
  return refuse(
    "KW001",
    "--key-facts",
    `no fact about keys is called ${shown(name)}`,
    near ? `did you mean \`${near}\`?` : `there are ${listed(names)}`,
  );
}

async function fromFile(path: string, files: Files, placed: (name: string, place: (rest: string) => Place) => void): Promise<Facts> {
  const { node, faults, at } = await files.document(path);
  if (faults.length > 0) throw new Refusal(faultDiagnostics(faults, at));
  if (node?.kind !== "object")
    throw refuse("KW104", at.file, "facts about a key are an object", '{ "spec": "SYMMETRIC_DEFAULT", "tags": { "team": "orders" } }');
  const inFile = placeIn(node, at);
  for (const { name } of node.members) placed(name, (rest) => inFile(`/${name}${rest}`));
  return toValue(node) as Facts;
}
