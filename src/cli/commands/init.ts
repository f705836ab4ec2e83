import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { printable, shown } from "../../base/text.ts";
import type { World } from "../../estate/world.ts";
import { readWorld } from "../../world/reader.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { unreadable } from "../files.ts";
import { testsText, workflowText, worldText } from "../init/files.ts";
import { type FoundPolicies, findPolicies, type PolicyFile } from "../init/policies.ts";
import { draftCases } from "../init/tests.ts";
import { draftWorld } from "../init/world.ts";
import type { Options } from "../options.ts";
import { Refusal, refuse } from "../refusal.ts";
import { versionIn } from "./version.ts";

const NAME = "kmsward init";
const WORLD = "kmsward.world.yaml";
const TESTS = "kmsward.ward.yaml";
const CI = ".github/workflows/kmsward.yml";
const MOST_FILES = 20_000;
const MOST_TOLD = 5;
const MOST_BYTES = 256_000; // no policy is larger than 32 KiB

export const command: Command = {
  name: "init",
  summary: "writes a first test file for the policies of a repository",
  usage: ["init [FOLDER] [OPTION…]"],
  about: `Finds the JSON policies below a folder, the current one if none is given: key policies, identity policies, trust policies. It puts them together to a
    world (${WORLD}), and writes down what they decide today as test cases (${TESTS}), each marked for review; and a workflow that runs them. No file
    that is there already is written over.`,
  groups: [
    {
      title: "Output",
      options: [
        { name: "no-ci", help: `do not write ${CI}` },
        { name: "force", help: "write over files that are there already" },
        { name: "dry-run", help: "show what would be written, and write nothing" },
      ],
    },
  ],
  examples: ["kmsward init", "kmsward init policies --no-ci", "kmsward test"],
  run,
};

async function run(options: Options, io: Io): Promise<ExitCode> {
  const [folder = ".", extra] = options.positionals;
  if (extra !== undefined) throw refuse("KW001", NAME, "one folder at a time", "run it once for each");
  const found = findPolicies(await policyFiles(folder));
  const keys = found.policies.filter(({ type }) => type === "key-policy").length;
  if (keys === 0) throw nothingFound(folder, found);
  const { files, cases } = drafted(folder, found, options.has("no-ci") ? undefined : workflowText(await versionIn(io.root)));
  if (options.has("dry-run")) {
    io.stdout.write(files.map(({ path, text }) => `--- ${path}\n${text}`).join("\n"));
    return 0;
  }
  if (!options.has("force")) await refuseOverwriting(files);
  for (const { path, text } of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text).catch((error) => Promise.reject(unreadable(path, error, "written")));
  }
  io.stdout.write(told(folder, found, files, cases));
  return 0;
}

type Written = { readonly path: string; readonly text: string };

type Drafted = { readonly files: readonly Written[]; readonly cases: number };

function drafted(folder: string, found: FoundPolicies, workflow: string | undefined): Drafted {
  const draft = draftWorld(found.policies);
  const left = found.left.map(({ path, because }) => `${path} is not used: it ${because}`);
  const world = join(folder, WORLD);
  const project = projectOf(folder);
  const home = `${relative(resolve(folder), resolve(project)).replaceAll("\\", "/") || "."}/`;
  const read = readDraft(world, worldText(draft, home), new Map(found.texts.map(({ path, text }) => [join(folder, path), text])));
  const { cases, silent } = draftCases(read);
  const unseen = silent.map(
    ({ policy, statement, sid }) =>
      `no request was found that ${sid ?? `statement ${statement}`} of ${policy} lets through: write a case for it`,
  );
  const files = [
    { path: world, text: worldText({ ...draft, notes: [...draft.notes, ...left, ...unseen] }, home) },
    { path: join(folder, TESTS), text: testsText(`./${WORLD}`, cases, home) },
    ...(workflow !== undefined ? [{ path: join(project, CI), text: workflow }] : []),
  ];
  return { files, cases: cases.length };
}

/** Where workflows are looked for: the top of the repository that a folder is in; the folder itself where there is none. */
function projectOf(folder: string): string {
  for (let above = resolve(folder); ; above = dirname(above)) {
    if (existsSync(join(above, ".git"))) return relative(".", above) || ".";
    if (dirname(above) === above) return folder;
  }
}

function readDraft(path: string, text: string, policies: ReadonlyMap<string, string>): World {
  const { world, diagnostics } = readWorld(path, {
    readFile: (asked) => {
      const found = asked === path ? text : policies.get(asked);
      if (found === undefined) throw new Error("no such file");
      return found;
    },
  });
  if (world === undefined) throw new Refusal(diagnostics.filter(({ severity }) => severity === "error"));
  return world;
}

async function refuseOverwriting(files: readonly Written[]): Promise<void> {
  for (const { path } of files) {
    if ((await stat(path).catch(() => undefined)) === undefined || (await isOurWorkflow(path))) continue;
    throw refuse("KW660", path, "is there already", "take it away, or write over it by `--force`");
  }
}

/** As it was written for another folder of the repository, by this version or another: one workflow runs the tests of all. */
async function isOurWorkflow(path: string): Promise<boolean> {
  if (!path.endsWith(join(CI))) return false;
  const text = await readFile(path, "utf8").catch(() => "");
  return text === workflowText(/kmsward@(\S+)/.exec(text)?.[1] ?? "");
}

function nothingFound(folder: string, { policies, left }: FoundPolicies): Refusal {
  const others = [...policies.map(({ path, type }) => `${path} (${type})`), ...left.map(({ path, because }) => `${path} ${because}`)];
  const message = `no key policy below ${shown(folder)}${others.length > 0 ? `; there are: ${others.slice(0, 5).join("; ")}` : ""}`;
  return refuse("KW661", NAME, message, "a key policy is a JSON file with statements that have `Principal` and actions of kms");
}

function told(folder: string, { policies, left }: FoundPolicies, files: readonly Written[], cases: number): string {
  const counts = new Map<string, number>();
  for (const { type } of policies) counts.set(type, (counts.get(type) ?? 0) + 1);
  const lines = [
    `found   ${[...counts].map(([type, count]) => `${count} ${WORDS[type]?.[count === 1 ? 0 : 1] ?? type}`).join(", ")}`,
    ...left.slice(0, MOST_TOLD).map(({ path, because }) => printable(`unused  ${path}: it ${because}`, 500)),
    ...(left.length > MOST_TOLD ? [`unused  ${left.length - MOST_TOLD} more: ${WORLD} lists them`] : []),
    ...files.map(({ path }) => `wrote   ${path}`),
    "",
    `${cases} cases say what the policies do today, not what they should do: look at each, and at the notes on top of ${WORLD}.`,
    `then    ${folder === "." ? "kmsward test" : `kmsward test ${folder}`}`,
  ];
  return `${lines.join("\n")}\n`;
}

const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  "key-policy": ["key policy", "key policies"],
  identity: ["identity policy", "identity policies"],
  trust: ["trust policy", "trust policies"],
  boundary: ["permissions boundary", "permissions boundaries"],
  endpoint: ["VPC endpoint policy", "VPC endpoint policies"],
  "service-control": ["service control policy", "service control policies"],
  "resource-control": ["resource control policy", "resource control policies"],
};

/** The JSON files below a folder, in the order of their paths; not those of installed packages, of hidden folders, and not large ones. */
async function policyFiles(folder: string): Promise<readonly PolicyFile[]> {
  const paths: string[] = [];
  const walk = async (inside: string): Promise<void> => {
    const entries = await readdir(join(folder, inside), { withFileTypes: true }).catch((error) =>
      Promise.reject(unreadable(join(folder, inside), error)),
    );
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile() && /\.json$/i.test(entry.name)) paths.push(path);
      if (paths.length > MOST_FILES)
        throw refuse(
          "KW661",
          NAME,
          `there are more than ${MOST_FILES} JSON files below ${shown(folder)}`,
          "name the folder of the policies",
        );
    }
  };
  await walk("");
  const files: PolicyFile[] = [];
  for (const path of paths) {
    const whole = join(folder, path);
    if ((await stat(whole)).size > MOST_BYTES) continue;
    files.push({ path, text: await readFile(whole, "utf8").catch((error) => Promise.reject(unreadable(whole, error))) });
  }
  return files;
}
