import { basename } from "node:path";
import { deflateRawSync } from "node:zlib";
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { World } from "../../estate/world.ts";
import type { PolicyType } from "../../iam/policy.ts";
import { normalPath } from "../../world/path.ts";
import { readWorld } from "../../world/reader.ts";
import { type Given, readAt } from "../analysis/worlds.ts";
import type { Io } from "../command.ts";
import { kindOf } from "../policies/kind.ts";
import { refuse } from "../refusal.ts";

/** What the page opens with, in the page's own shape (`web/state.ts`), and what is wrong with it, which the page shows at its places. */
export type Opened = { readonly state: object; readonly diagnostics: readonly Diagnostic[] };

type OpenedDocument = { readonly role: string; readonly name: string; readonly text: string; readonly level?: number };

const ROLES: Partial<Readonly<Record<PolicyType, string>>> = {
  "key-policy": "key-policy",
  trust: "key-policy",
  resource: "key-policy",
  identity: "identity",
  boundary: "boundary",
  session: "session",
  "service-control": "scp",
  "resource-control": "rcp",
  endpoint: "endpoint",
};

/**
 * The documents that a command line names: worlds with the files that they name, documents of other tools as the worlds they describe, or policies by
 * themselves.
 *
 * @throws {Refusal} for what cannot be read at all.
 */
export async function openedOf(paths: readonly string[], io: Io): Promise<Opened> {
  const given: Given[] = [];
  for (const path of paths) given.push(await readAt(path, { io }));
  const policies = given.filter(({ content, imported }) => imported === undefined && content.kind === "policy");
  if (policies.length > 0 && policies.length < given.length)
    throw refuse(
      "KW001",
      (policies[0] as Given).given,
      "a policy by itself does not go with a world",
      "a world names its policies by their paths: write it there",
    );
  return policies.length > 0 ? ofPolicies(policies) : ofWorlds(given);
}

function ofPolicies(given: readonly Given[]): Opened {
  const documents = given.map((one): OpenedDocument => {
    const { content, texts } = one;
    if (content.kind !== "policy") throw new TypeError(`${one.given} is no policy`);
    const kind = kindOf(texts.path, content.document.statements);
    const role = "type" in kind ? (ROLES[kind.type] ?? "key-policy") : "key-policy";
    const isLevelled = role === "scp" || role === "rcp";
    return { role, name: normalPath(texts.path), text: texts.read(texts.path), ...(isLevelled && { level: 1 }) };
  });
  for (const role of ["key-policy", "boundary", "endpoint"])
    if (documents.filter((one) => one.role === role).length > 1)
      throw refuse("KW001", "kmsward playground", `two policies are each a ${role.replace("-", " ")}`, "give one of each kind, or a world");
  return { state: stateOf(documents, { principal: "", action: "", resource: "" }), diagnostics: [] };
}

function ofWorlds(given: readonly Given[]): Opened {
  const texts = new Map<string, OpenedDocument>();
  const diagnostics: Diagnostic[] = [];
  const roots: string[] = [];
  for (const { given: name, texts: source, imported, side = "after", content } of given) {
    if (content.kind === "foreign")
      throw refuse("KW010", name, `is ${content.foreign.what}, which this command cannot read`, content.foreign.help);
    const path = normalPath(source.path);
    if (imported !== undefined) {
      diagnostics.push(...imported.diagnostics.filter(({ code }) => code !== "KW803"));
      const world = (side === "before" ? imported.before : undefined) ?? imported.after;
      const root = `${basename(path)}.world.yaml`;
      roots.push(root);
      texts.set(root, { role: "world", name: root, text: `${JSON.stringify(world, undefined, 2)}\n` });
      continue;
    }
    roots.push(path);
    // Read once, to find out which files it names.
    const readFile = (asked: string, within?: readonly string[]): string => {
      const text = source.read(asked === path ? source.path : asked, within);
      const known = normalPath(asked);
      if (!texts.has(known)) texts.set(known, { role: known === path ? "world" : "file", name: known, text });
      return text;
    };
    diagnostics.push(...readWorld(path, { readFile, root: "." }).diagnostics);
  }
  const documents = [...texts.values()].sort((a, b) => Number(a.role !== "world") - Number(b.role !== "world"));
  const { world } = readWorld(roots, { readFile: (path) => texts.get(normalPath(path))?.text ?? missing(), root: "." });
  return { state: stateOf(documents, firstQuestion(world)), diagnostics };
}

const missing = (): never => {
  throw new Error("it was not opened");
};

/** Something to begin with: the first principal decrypts with the first key. */
function firstQuestion(world: World | undefined): object {
  const principal = world?.estate.principals[0]?.name;
  const key = world?.estate.keys[0]?.name;
  const isThere = principal !== undefined && key !== undefined;
  return { principal: principal ?? "", action: isThere ? "kms:Decrypt" : "", resource: key ?? "" };
}

const stateOf = (documents: readonly OpenedDocument[], question: object): object => ({ v: 1, documents, question });

/** The fragment of an address that holds a state, as the page itself writes it (`web/link.ts`). */
export const fragmentOf = (state: object): string => `1.${deflateRawSync(JSON.stringify(state), { level: 9 }).toString("base64url")}`;
