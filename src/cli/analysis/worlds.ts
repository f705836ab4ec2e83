import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { shown } from "../../base/text.ts";
import { loadWorld } from "../../embedded/load-world.ts";
import { InvalidWorldError } from "../../estate/invalid-world.ts";
import type { World } from "../../estate/world.ts";
import { textReader } from "../../files/text-reader.ts";
import type { Policy } from "../../iam/policy.ts";
import { normalPath } from "../../world/path.ts";
import { readDocument } from "../files.ts";
import { ownerOf, regionsIn } from "../init/origin.ts";
import { readContent, readNode } from "../policies/document.ts";
import { kindOf } from "../policies/kind.ts";
import { Refusal, refuse } from "../refusal.ts";

const run = promisify(execFile);

/** A world that was named on the command line, and what to call it. */
export type NamedWorld = {
  readonly world: World;
  readonly name: string;
  readonly kind: "world" | "key-policy"; // the latter: a key policy by itself
  readonly warnings: readonly Diagnostic[];
};

/** Texts by their paths: of the disk, or of a commit. */
type Texts = { readonly read: (path: string, within?: readonly string[]) => string; readonly name: string; readonly path: string };

/** The account of a key policy that names none. */
const NO_ACCOUNT = "111122223333";

/**
 * A world file, or a key policy by itself, which is then that of one key; on the disk or in a commit (`git:REF:PATH`, read by git itself, so that no
 * checkout is touched). `account` is that of a key policy: of two that are compared, one may name what the other does not.
 */
export async function worldAt(given: string, account?: string): Promise<NamedWorld> {
  const { texts, content } = await contentAt(given);
  if (content.kind === "foreign")
    throw refuse("KW010", given, `is ${content.foreign.what}, which this command cannot read yet`, content.foreign.help);
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

async function contentAt(given: string) {
  const texts = given.startsWith("git:") ? await ofCommit(given) : ofDisk(given);
  const text = readText(texts, given);
  const { node, faults } = await readDocument(texts.path, text);
  const content = node === undefined || faults.length > 0 ? readContent(texts.path, text) : readNode(texts.path, node, text);
  return { texts, content };
}

/**
 * The identity policy that a file holds; undefined for anything else.
 *
 * @throws {Refusal} with everything that is wrong with it.
 */
export async function identityPolicyAt(given: string): Promise<Policy | undefined> {
  const { texts, content } = await contentAt(given);
  if (content.kind !== "policy") return undefined;
  const kind = kindOf(texts.path, content.document.statements);
  if (!("type" in kind) || kind.type !== "identity") return undefined;
  const { policy, diagnostics } = content.document.parse("identity");
  if (policy === undefined) throw new Refusal(diagnostics.filter(({ severity }) => severity === "error"));
  return policy;
}

/** The account of the key that a key policy in a file is of, as far as it says; undefined for anything else. */
export async function accountOf(given: string): Promise<string | undefined> {
  const { content } = await contentAt(given);
  const policy = content.kind === "policy" ? content.document.parse("key-policy").policy : undefined;
  return policy && ownerOf({ path: given, policy })?.value;
}

async function loaded(given: string, source: Parameters<typeof loadWorld>[0], readFile: Texts["read"], root?: string): Promise<NamedWorld> {
  const warnings: Diagnostic[] = [];
  try {
    return {
      world: await loadWorld(source, { readFile, root: root ?? ".", onWarning: (warning) => warnings.push(warning) }),
      name: given,
      kind: root === undefined ? "world" : "key-policy",
      warnings,
    };
  } catch (error) {
    if (error instanceof InvalidWorldError) throw new Refusal(error.diagnostics);
    throw error;
  }
}

function ofDisk(path: string): Texts {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
    throw refuse("KW010", path, "is a folder", "give the world file in it; folders of policies become a world by `kmsward init`");
  return { read: textReader(), name: path, path };
}

function readText({ read, path }: Texts, given: string): string {
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
  const folder = wanted.includes("/") ? wanted.slice(0, wanted.lastIndexOf("/") + 1) : "";
  for (const file of files) {
    if (file !== wanted && !(file.startsWith(folder) && /\.(?:json|ya?ml)$/i.test(file))) continue;
    known.set(file, await git(["cat-file", "blob", `${commit.trim()}:${prefix}${file}`]));
  }
  const read = (asked: string): string => {
    const text = known.get(normalPath(asked));
    if (text === undefined) throw new Error(`it is not in the commit ${ref}`);
    return text;
  };
  return { read, name: given, path: wanted };
}
