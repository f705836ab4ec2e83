import { execFile } from "node:child_process";
import { realpathSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { shown } from "../base/text.ts";
import { type ChangedLines, parseGitDiff } from "../coverage/changed.ts";
import { normalPath } from "../world/path.ts";
import { type Refusal, refuse } from "./refusal.ts";

const run = promisify(execFile);
const CHUNK = 200; // paths on one command line
const MOST = 1 << 28; // characters that git may say

/**
 * The lines of files that were changed since the branch point of a git ref: committed, staged or not; all lines of files that git does not know, and of one
 * that git sees was moved those that are other than before. Nothing
 * goes through a shell, and no path or ref is read as an option or a pattern. `paths` as the reports have them, which is how they come back;
 * they count from `folder`, which is in the repository.
 *
 * @throws {Refusal} KW645 without git, outside a repository, for a ref that is none.
 */
export async function changedSince(
  ref: string,
  paths: readonly string[],
  textOf: (path: string) => string,
  folder = ".",
): Promise<ChangedLines> {
  const top = (await git(["rev-parse", "--show-toplevel"], folder).catch((error) => Promise.reject(noGit(error)))).replace(/\n$/, "");
  const commit = await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`], top).catch(() =>
    Promise.reject(noRef(ref)),
  );
  const base = await git(["merge-base", commit.trim(), "HEAD"], top).catch(() => commit);
  const named = new Map(paths.flatMap((path) => inTree(top, resolve(folder, path)).map((inside) => [inside, path] as const)));
  const changed = new Map<string, ReadonlySet<number>>();
  const inside = [...named.keys()];
  const origins = await renamedSince(base.trim(), top);
  for (let at = 0; at < inside.length; at += CHUNK) {
    const part = inside.slice(at, at + CHUNK);
    const before = part.flatMap((path) => origins.get(path) ?? []);
    const diff = await git(["diff", ...DIFF, base.trim(), "--", ...part, ...before], top).catch((error) => Promise.reject(noGit(error)));
    for (const [path, lines] of parseGitDiff(diff)) changed.set(named.get(path) ?? path, lines);
    const unknown = await git(["ls-files", "--others", "-z", "--", ...part], top).catch((error) => Promise.reject(noGit(error)));
    for (const path of unknown.split("\0").filter((each) => each !== "")) {
      const name = named.get(normalPath(path)) ?? path;
      changed.set(name, allLines(textOf(name)));
    }
  }
  return changed;
}

const DIFF = ["--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames", "--src-prefix=a/", "--dst-prefix=b/"];

/** What files were called before. A diff of some paths finds a move only if it is given both names. */
async function renamedSince(commit: string, top: string): Promise<ReadonlyMap<string, string>> {
  const told = await git(["diff", "--name-status", "-z", "--find-renames", "--diff-filter=R", "--no-ext-diff", commit], top).catch(
    (error) => Promise.reject(noGit(error)),
  );
  const parts = told.split("\0"); // R100, old name, new name; and again
  const count = Math.floor(parts.length / 3);
  return new Map(Array.from({ length: count }, (_, i) => [parts[3 * i + 2] ?? "", parts[3 * i + 1] ?? ""] as const));
}

async function git(args: readonly string[], cwd: string): Promise<string> {
  const env = { ...process.env, LC_ALL: "C", GIT_LITERAL_PATHSPECS: "1", GIT_OPTIONAL_LOCKS: "0" };
  return (await run("git", [...args], { cwd, env, encoding: "utf8", maxBuffer: MOST })).stdout;
}

/** The path of a file from the top of the repository; nothing for a file elsewhere. */
function inTree(top: string, path: string): readonly string[] {
  try {
    const inside = relative(realpathSync(top), realpathSync(path));
    return inside.startsWith("..") || isAbsolute(inside) ? [] : [normalPath(inside)];
  } catch {
    return [];
  }
}

const allLines = (text: string): ReadonlySet<number> => new Set(text.split("\n").map((_, i) => i + 1));

function noGit(error: unknown): Refusal {
  const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: unknown };
  const said = String(stderr ?? "").split("\n")[0] ?? "";
  const message = code === "ENOENT" ? "git is not installed" : said === "" ? "git failed" : `git says ${shown(said)}`;
  return refuse("KW645", "--coverage-changed", message, "`kmsward help KW645` says what it needs");
}

const noRef = (ref: string): Refusal =>
  refuse("KW645", "--coverage-changed", `git knows no commit ${shown(ref)}`, "a shallow clone lacks it: fetch it first");
