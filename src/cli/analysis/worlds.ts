import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { isYaml, shown } from "../../base/text.ts";
import { loadWorld } from "../../embedded/load-world.ts";
import { InvalidWorldError } from "../../estate/invalid-world.ts";
import type { World } from "../../estate/world.ts";
import { textReader } from "../../files/text-reader.ts";
import type { Policy } from "../../iam/policy.ts";
import type { Imported, ImportOptions } from "../../importers/importer.ts";
import { knownIn } from "../../report/review/statements.ts";
import { normalPath } from "../../world/path.ts";
import type { Io } from "../command.ts";
import { readDocument } from "../files.ts";
import { foreignWorlds } from "../foreign-worlds.ts";
import { isFolder, isWorldText, mayBeDocument, pathAndSide } from "../import-options.ts";
import { importedWhere } from "../imports.ts";
import { ownerOf, regionsIn } from "../init/origin.ts";
import { type FileContent, readContent, readNode } from "../policies/document.ts";
import { kindOf } from "../policies/kind.ts";
import { filesBelow } from "../policies/walk.ts";
import { Refusal, refuse } from "../refusal.ts";
import { casesOf } from "./cases.ts";

const run = promisify(execFile);

/** A world that was named on the command line, and what to call it. */
export type NamedWorld = {
  readonly world: World;
  readonly name: string;
  readonly kind: "world" | "key-policy"; // the latter: a key policy by itself
  readonly flags?: readonly string[]; // how documents of other tools were read, as words of a command line
  readonly warnings: readonly Diagnostic[];
};

/** Texts by their paths: of the disk, or of a commit. */
type Texts = {
  readonly read: (path: string, within?: readonly string[]) => string;
  readonly name: string;
  readonly path: string;
  readonly inside?: readonly string[]; // of a folder, the files that may be documents
};

/** What a command line names, read once. */
export type Given = {
  readonly given: string;
  readonly texts: Texts;
  readonly content: FileContent;
  readonly imported?: Imported; // of documents of other tools
  readonly flags?: readonly string[] | undefined; // how they were read, as words of a command line
  readonly side?: "before" | "after"; // of a change that they tell of: `plan.json#before`
};

/** How documents of other tools are read. */
export type Reading = { readonly imports?: ImportOptions; readonly io?: Pick<Io, "stderr"> };

/** The account of a key policy that names none. */
const NO_ACCOUNT = "111122223333";

/**
 * What a command line names: a world, a policy, or documents of other tools in a file or a folder; on the disk or in a commit (`git:REF:PATH`, read by git
 * itself, so that no checkout is touched).
 *
 * @throws {Refusal} for what cannot be read, and for documents of other tools in a form that nobody can read.
 */
export async function readAt(given: string, { imports = {}, io }: Reading = {}): Promise<Given> {
  const { path, side } = pathAndSide(given);
  const texts = path.startsWith("git:") ? await ofCommit(path) : await ofDisk(path);
  const sources = (texts.inside ?? [texts.path]).map((path) => ({ file: path, text: readText(texts, given, path) }));
  const [only] = sources;
  const mayBeForeign = texts.inside !== undefined || only === undefined || !isYaml(only.file) || !isWorldText(only.text);
  const imported = mayBeForeign ? await importedWhere(sources, imports, io) : undefined;
  if (imported !== undefined)
    return { given, texts, content: { kind: "nothing" }, imported, flags: imports.words, ...(side !== undefined && { side }) };
  if (texts.inside !== undefined)
    throw refuse(
      "KW010",
      given,
      "is a folder without a document that can be read as a world",
      "give the world file in it; folders of policies become a world by `kmsward init`",
    );
  const text = only?.text ?? "";
  const { node, faults } = await readDocument(texts.path, text);
  const content = node === undefined || faults.length > 0 ? readContent(texts.path, text) : readNode(texts.path, node, text);
  return { given, texts, content };
}

/** The world of what was named; `account` is that of a key policy: of two that are compared, one may name what the other does not. */
export async function worldAt(given: string, account?: string, reading: Reading = {}): Promise<NamedWorld> {
  return worldIn(await readAt(given, reading), account);
}

/** The world of what was named in one of the ways in which it may be, in words; "" where there is one only. */
export type WorldInCase = { readonly text: string; readonly named: NamedWorld };

/**
 * The worlds of what was named in all the ways in which conditions of templates may turn out that hang on what is not known. Where these are too many, one
 * world, in which what hangs on them is not known.
 */
export async function worldsAt(given: string, account?: string, reading: Reading = {}): Promise<readonly [WorldInCase, ...WorldInCase[]]> {
  const subject = await readAt(given, reading);
  const ways = casesOf([subject.imported]) ?? [];
  const [first, ...others] = await Promise.all(
    (ways.length > 1 ? ways : []).map(async ({ text, choices }) => ({
      text,
      named: await worldAt(given, account, { ...reading, imports: { ...reading.imports, choices } }),
    })),
  );
  return first === undefined ? [{ text: "", named: await worldIn(subject, account) }] : [first, ...others];
}

/** Of all of them together: what is told when they are read, and what is known of their policies and keys. */
export function ofAll(worlds: readonly WorldInCase[]): {
  readonly warnings: readonly Diagnostic[];
  readonly known: ReturnType<typeof knownIn>;
} {
  const warnings = new Map(
    worlds.flatMap(({ named }) =>
      named.warnings.map((one) => [`${one.code} ${one.at.file} ${one.at.pointer} ${one.message}`, one] as const),
    ),
  );
  const known = worlds.map(({ named }) => knownIn(named.world));
  return {
    warnings: [...warnings.values()],
    known: { keys: known.flatMap(({ keys }) => keys), policies: known.flatMap(({ policies }) => policies) },
  };
}

/** `side`: of documents that tell of a change. A key policy by itself is that of one key. */
export async function worldIn(subject: Given, account?: string, side = subject.side ?? "after"): Promise<NamedWorld> {
  const { given, texts, content, imported, flags } = subject;
  if (imported !== undefined) return { ...(await importedWorld(given, texts, imported, side)), ...(flags !== undefined && { flags }) };
  if (content.kind === "foreign")
    throw refuse("KW010", given, `is ${content.foreign.what}, which this command cannot read`, content.foreign.help);
  if (content.kind !== "policy") return loaded(given, texts.path, texts.read);
  const kind = kindOf(texts.path, content.document.statements);
  if (!("type" in kind) || kind.type !== "key-policy")
    throw refuse(
      "KW010",
      given,
      `is ${"type" in kind ? `a policy of type ${kind.type}` : kind.resource}, and says alone nothing of who can use a key`,
      "give a world that has the key and its principals (`kmsward init` drafts one), or the key policy",
    );
  const { policy } = content.document.parse("key-policy");
  const home = account ?? (policy && ownerOf({ path: given, policy })?.value) ?? NO_ACCOUNT;
  const region = (policy && regionsIn(policy)[0]) ?? "us-east-1";
  const id = "00000000-0000-0000-0000-000000000000";
  const document = {
    version: 1 as const,
    account: home,
    region,
    keys: { key: { arn: `arn:aws:kms:${region}:${home}:key/${id}`, policy: texts.path, unknown: ["rotation" as const] } },
  };
  return loaded(given, document, texts.read, dirname(texts.path));
}

/** The world of documents of other tools. What could not be read at all would be missing in it in silence. */
async function importedWorld(given: string, { read }: Texts, imported: Imported, side: "before" | "after"): Promise<NamedWorld> {
  const errors = imported.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Refusal(errors);
  const warnings = imported.diagnostics.filter(({ code }) => code !== "KW803"); // an answer that hangs on a symbol says so
  const named = await loaded(given, (side === "before" ? imported.before : undefined) ?? imported.after, read);
  return { ...named, warnings: [...warnings, ...named.warnings.filter(({ at }) => at.file !== "world")] };
}

/**
 * The identity policy that a file holds; undefined for anything else.
 *
 * @throws {Refusal} with everything that is wrong with it.
 */
export function identityPolicyIn({ texts, content }: Given): Policy | undefined {
  if (content.kind !== "policy") return undefined;
  const kind = kindOf(texts.path, content.document.statements);
  if (!("type" in kind) || kind.type !== "identity") return undefined;
  const { policy, diagnostics } = content.document.parse("identity");
  if (policy === undefined) throw new Refusal(diagnostics.filter(({ severity }) => severity === "error"));
  return policy;
}

/** The account of the key that a key policy in a file is of, as far as it says; undefined for anything else. */
export function accountIn({ given, content }: Given): string | undefined {
  const policy = content.kind === "policy" ? content.document.parse("key-policy").policy : undefined;
  return policy && ownerOf({ path: given, policy })?.value;
}

async function loaded(given: string, source: Parameters<typeof loadWorld>[0], readFile: Texts["read"], root?: string): Promise<NamedWorld> {
  const foreign = await foreignWorlds({});
  const warnings: Diagnostic[] = [];
  try {
    return {
      world: await loadWorld(source, { readFile, root: root ?? ".", onWarning: (warning) => warnings.push(warning), foreign }),
      name: given,
      kind: root === undefined ? "world" : "key-policy",
      warnings,
    };
  } catch (error) {
    if (error instanceof InvalidWorldError) throw new Refusal(error.diagnostics);
    throw error;
  }
}

async function ofDisk(path: string): Promise<Texts> {
  if (!isFolder(path)) return { read: largeTextReader(path), name: path, path };
  const inside = (await filesBelow(path, mayBeDocument)).map((file) => (path === "." ? file : `${path.replace(/\/+$/, "")}/${file}`));
  return { read: textReader(), name: path, path, inside };
}

/** A file that a person names may be large, or a pipe; what documents name may not. */
function largeTextReader(path: string): Texts["read"] {
  const read = textReader();
  return (asked, within) => (within === undefined && asked === path ? readFileSync(path, "utf8") : read(asked, within));
}

function readText({ read }: Texts, given: string, path: string): string {
  try {
    return read(path).replace(/^\uFEFF/, "");
  } catch (error) {
    throw refuse(
      "KW002",
      given,
      `cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      "check the path; it counts from the folder you are in",
    );
  }
}

const MOST = 1 << 28;

/** Every file of a commit that is asked for is read by git at once: a world does not know beforehand which files it names. */
async function ofCommit(given: string): Promise<Texts> {
  const [, ref = "", ...rest] = given.split(":");
  const path = rest.join(":");
  if (ref === "" || path === "") throw refuse("KW001", given, "is not `git:REF:PATH`", "as in git:main:policies/orders.world.yaml");
  const git = async (args: readonly string[]) => (await run("git", [...args], { maxBuffer: MOST, encoding: "utf8" })).stdout;
  const commit = await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]).catch(() => {
    throw refuse(
      "KW002",
      given,
      `there is no commit ${shown(ref)} here`,
      "in CI a shallow clone lacks it: fetch it first (`fetch-depth: 0` of actions/checkout)",
    );
  });
  const listing = await git(["ls-tree", "-r", "-z", "--name-only", "--full-name", commit.trim(), "--", "."]).catch(() => "");
  const prefix = (await git(["rev-parse", "--show-prefix"])).trim();
  const files = new Set(listing.split("\0").map((file) => (file.startsWith(prefix) ? file.slice(prefix.length) : file)));
  const known = new Map<string, string>();
  const wanted = normalPath(path);
  const inside = files.has(wanted) ? undefined : [...files].filter((file) => file.startsWith(`${wanted}/`) && mayBeDocument(file)).sort();
  const folder = wanted.includes("/") ? wanted.slice(0, wanted.lastIndexOf("/") + 1) : "";
  for (const file of files) {
    if (file !== wanted && !inside?.includes(file) && !(file.startsWith(folder) && /\.(?:json|ya?ml)$/i.test(file))) continue;
    known.set(file, await git(["cat-file", "blob", `${commit.trim()}:${prefix}${file}`]));
  }
  const read = (asked: string): string => {
    const text = known.get(normalPath(asked));
    if (text === undefined) throw new Error(`it is not in the commit ${ref}`);
    return text;
  };
  return { read, name: given, path: wanted, ...(inside !== undefined && inside.length > 0 && { inside }) };
}
