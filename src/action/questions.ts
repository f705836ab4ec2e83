import { execFileSync } from "node:child_process";
import { existsSync, realpathSync, writeFileSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import { InputError, type Inputs, type Run } from "./inputs.ts";

/** A command line to answer: what it asks, without formats. */
export type Question = { readonly command: "diff" | "check"; readonly args: readonly string[] };

/**
 * What the inputs ask: a comparison of each world and template with itself at the base, of each plan with what it would change, or of `base` with `head`; and
 * the findings of what is there.
 *
 * @throws {InputError} for inputs that ask nothing, and for a file that is not in the checkout: a pull request may bring links.
 */
export function questionsFor(inputs: Inputs, run: Run): readonly Question[] {
  const { plans, templates, checks, failOn, baseline } = inputs;
  const worlds = inputs.worlds.flatMap((world) => (world.includes("*") ? tracked(world, run.workspace) : [world]));
  const files = [...worlds, ...templates];
  for (const file of [...files, ...(baseline === "" ? [] : [baseline])]) assertInside(file, run.workspace);
  for (const plan of plans) assertInside(plan, run.workspace, run.temporary); // which is made in the run, and often laid there
  const limits = failOn === "" ? [] : [`--fail-on=${failOn}`];
  const base = files.length > 0 ? baseFor(inputs, run) : "";
  const pairs = [
    ...files.map((file) => [
      isNew(base, file, run.workspace) ? nothingBefore(run) : `git:${base}:${file}`,
      inputs.head === "" ? file : `git:${inputs.head}:${file}`,
    ]),
    ...plans.map((plan) => [plan]),
  ];
  if (pairs.length === 0 && inputs.base !== "" && inputs.head !== "") {
    for (const side of [inputs.base, inputs.head]) if (!side.startsWith("git:")) assertInside(side, run.workspace);
    pairs.push([inputs.base, inputs.head]);
  }
  if (pairs.length === 0 && inputs.worlds.length > 0) throw new InputError("no file of the repository is selected by `world`");
  if (pairs.length === 0) throw new InputError("nothing to compare: give `world`, `template` or `plan`, or both `base` and `head`");
  return [
    ...pairs.map((pair): Question => ({ command: "diff", args: [...pair, ...limits] })),
    ...checksOf(checks, [...files, ...(files.length === 0 ? pairs.map((pair) => pair.at(-1) as string) : [])], baseline),
  ];
}

const git = (args: readonly string[], cwd: string): string =>
  execFileSync("git", [...args], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

/** The files of the repository that a pattern selects, as git has patterns; those that are deleted are not there. */
function tracked(pattern: string, workspace: string): readonly string[] {
  try {
    const files = git(["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", `:(glob)${pattern}`], workspace).split("\0");
    return files.filter((file) => file !== "" && existsSync(join(workspace, file))).sort();
  } catch {
    throw new InputError(`git does not know what \`${pattern}\` selects: is this a checkout?`);
  }
}

/** Whether a commit that is there does not have the file. */
function isNew(base: string, file: string, workspace: string): boolean {
  const has = (name: string): boolean => {
    try {
      git(["cat-file", "-e", name], workspace);
      return true;
    } catch {
      return false;
    }
  };
  return (
    !base.startsWith("-") &&
    has(`${base}^{commit}`) &&
    !has(`${base}:${relative(workspace, resolve(workspace, file)).replaceAll("\\", "/")}`)
  );
}

/** What a world is compared with that was not there before. */
function nothingBefore({ temporary }: Run): string {
  const path = join(temporary, "kmsward-nothing.world.yaml");
  writeFileSync(path, "version: 1\n");
  return path;
}

function baseFor({ base }: Inputs, { baseCommit }: Run): string {
  if (/[\s:]/.test(base)) throw new InputError("with `world` or `template`, `base` is a commit, branch or tag");
  if (base !== "") return base;
  if (baseCommit !== undefined) return baseCommit;
  throw new InputError("this event does not say what to compare with: give `base`, such as `base: origin/main`");
}

const isOn = (text: string): boolean => text.toLowerCase() === "true" || text === "all";

/** The rules of `check`, or all of them; none where nothing is asked for. */
function checksOf(checks: readonly string[], files: readonly string[], baseline: string): readonly Question[] {
  if (checks.length === 0 || (checks.length === 1 && checks[0]?.toLowerCase() === "false")) return [];
  const rules = checks.filter((check) => !isOn(check));
  const more = [...(rules.length > 0 ? [`--rules=${rules.join(",")}`] : []), ...(baseline === "" ? [] : [`--baseline=${baseline}`])];
  return files.map((file) => ({ command: "check", args: [file, ...more] }));
}

/** Links are followed first: what a pull request brings may lead anywhere. `others`: folders that are in order besides. */
function assertInside(file: string, workspace: string, ...others: readonly string[]): void {
  if (file.startsWith("-")) throw new InputError(`\`${file}\` is no path`);
  const real = realOf(resolve(workspace, file));
  const isIn = (folder: string): boolean => {
    const outer = realOf(resolve(folder));
    const way = outer === undefined || real === undefined ? "" : relative(outer, real);
    const given = relative(resolve(folder), resolve(workspace, file));
    return ![way, given].some((path) => isAbsolute(path) || path.startsWith(".."));
  };
  if (![workspace, ...others].some(isIn)) throw new InputError(`\`${file}\` leads out of the checkout`);
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined; // who reads it says why
  }
}
