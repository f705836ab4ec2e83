import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { counted, shown } from "../../base/text.ts";
import type { World } from "../../estate/world.ts";
import { Repositories } from "../../files/repository.ts";
import { readWorld } from "../../world/reader.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { unreadable } from "../files.ts";
import { testsText, worldText } from "../init/files.ts";
import { fresh } from "../init/names.ts";
import { type FoundPolicies, findPolicies, type PolicyFile } from "../init/policies.ts";
import { askedIn } from "../init/questions.ts";
import { type Done, doneText, foreignLines } from "../init/report.ts";
import { type DraftCases, draftCases } from "../init/tests.ts";
import { projectOf, WORKFLOW, workflowFor } from "../init/workflow.ts";
import { draftWorld } from "../init/world.ts";
import type { Options } from "../options.ts";
import { foreignOf } from "../policies/foreign.ts";
import { filesBelow } from "../policies/walk.ts";
import { Refusal, refuse } from "../refusal.ts";

const NAME = "kmsward init";
const WORLD = "kmsward.world.yaml";
const TESTS = "kmsward.ward.yaml";
const MOST_BYTES = 256_000; // no policy is larger than 32 KiB
const MOST_READ = 32 * 1024 * 1024; // of documents of other tools

export const command: Command = {
  name: "init",
  summary: "writes a first test file for the policies of a repository",
  usage: ["init [FOLDER] [OPTION…]"],
  about: `Finds the JSON policies below a folder, the current one if none is given: key policies, identity policies, trust policies, told by what they contain, also
    within answers of the AWS CLI. It puts them together to a world (${WORLD}), and writes down what they decide today as test cases (${TESTS}), each marked
    for review; and, where the repository depends on kmsward, a workflow that runs them. Where a world is there, it drafts cases for that world. No
    file that is there is written over.`,
  groups: [
    {
      title: "Output",
      options: [
        { name: "redraft", help: "for a world that is there, write the cases that no test file beside it asks yet to a new file" },
        { name: "no-ci", help: `do not write ${WORKFLOW}` },
        { name: "force", help: "begin anew, and write over files that are there already" },
        { name: "dry-run", help: "show what would be written, and write nothing" },
      ],
    },
  ],
  examples: ["kmsward init", "kmsward init policies --no-ci", "kmsward init --redraft", "kmsward test"],
  run,
};

async function run(options: Options, io: Io): Promise<ExitCode> {
  const [folder = ".", extra] = options.positionals;
  if (extra !== undefined) throw refuse("KW001", NAME, "one folder at a time", "run it once for each");
  const setting = { folder, project: projectOf(folder), isForced: options.has("force"), isAgain: options.has("redraft") };
  const worlds = setting.isForced ? [] : filesIn(folder, /\.world\.(?:ya?ml|json)$/);
  if (setting.isAgain && worlds.length === 0)
    throw refuse("KW001", NAME, `\`--redraft\`, and there is no world in ${shown(folder)}`, "without it, one is drafted from the policies");
  const draft = worlds.length > 0 ? ofWorld(worlds, setting) : await ofPolicies(setting);
  const workflow = options.has("no-ci") ? undefined : workflowOf(setting);
  const files = [...draft.files, ...(workflow?.files ?? [])];
  if (options.has("dry-run")) {
    io.stdout.write(files.map(({ path, text }) => `--- ${path}\n${text}`).join("\n"));
    return 0;
  }
  if (files.length === 0) throw nothingToDo(setting, worlds);
  if (!setting.isForced) await refuseOverwriting(files);
  for (const { path, text } of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text).catch((error) => Promise.reject(unreadable(path, error, "written")));
  }
  const next = `npx kmsward test${folder === "." ? "" : ` ${folder}`}`;
  io.stdout.write(doneText({ ...draft, wrote: files, workflow: workflow?.because, next }));
  return 0;
}

type Setting = { readonly folder: string; readonly project: string; readonly isForced: boolean; readonly isAgain: boolean };
type Written = { readonly path: string; readonly text: string; readonly what: string };
type Drafted = Pick<Done, "found" | "notes" | "world" | "cases"> & { readonly files: readonly Written[] };

/** A world, and cases for it. */
async function ofPolicies({ folder, project }: Setting): Promise<Drafted> {
  const found = findPolicies(await policyFiles(folder));
  if (!found.policies.some(({ type }) => type === "key-policy")) throw nothingFound(folder, found);
  const draft = draftWorld(found.policies);
  const home = homeOf(folder, project);
  const path = join(folder, WORLD);
  const texts = new Map(found.texts.map(({ path, text }) => [join(folder, path), text]));
  const read = readTexts(path, new Map([...texts, [path, worldText(draft, home)]]));
  const { cases, silent } = draftCases(read);
  const notes = [...draft.notes, ...left(found), ...silent.map(untested)];
  const [keys, principals] = [Object.keys(draft.document.keys ?? {}).length, Object.keys(draft.document.principals ?? {}).length];
  const files = [
    {
      path,
      text: worldText({ document: draft.document, notes }, home),
      what: `: ${counted(keys, "key")} and ${counted(principals, "principal")}`,
    },
    testsOf(join(folder, TESTS), `./${WORLD}`, cases, home),
  ];
  return { found, files, cases: cases.length, notes: notes.length, world: WORLD };
}

/** Cases for a world that is there: those that no test file beside it asks yet. */
function ofWorld(worlds: readonly string[], { folder, project, isAgain }: Setting): Drafted {
  const root = new Repositories().rootOf(join(folder, WORLD));
  const readFile = (path: string) => readFileSync(path, "utf8");
  const world = worldOf(
    readWorld(
      worlds.map((name) => join(folder, name)),
      { readFile, root },
    ),
  );
  const tests = filesIn(folder, /\.ward\.(?:ya?ml|json)$/);
  const names = worlds.map((name) => `./${name}`);
  const done = { found: undefined, notes: 0, world: worlds.join(", ") };
  if (tests.includes(TESTS) && !isAgain) return { ...done, files: [], cases: 0 };
  const isKnown = askedIn(
    tests.map((name) => join(folder, name)),
    readFile,
    root,
  );
  const { cases } = draftCases(world, isKnown);
  if (cases.length === 0) return { ...done, files: [], cases: 0 };
  const free = `${fresh("kmsward", (name) => tests.includes(`${name}.ward.yaml`))}.ward.yaml`;
  const [only] = names;
  return {
    ...done,
    files: [testsOf(join(folder, free), names.length === 1 && only ? only : names, cases, homeOf(folder, project))],
    cases: cases.length,
  };
}

const testsOf = (path: string, world: string | readonly string[], cases: DraftCases["cases"], home: string): Written => ({
  path,
  text: testsText(world, cases, home),
  what: `: ${counted(cases.length, "case")}`,
});

const homeOf = (folder: string, project: string): string => `${relative(resolve(folder), resolve(project)).replaceAll("\\", "/") || "."}/`;

/** The workflow; or why there is none, in a sentence. One that is there is left alone. */
function workflowOf({ folder, project, isForced }: Setting): { readonly files: readonly Written[]; readonly because?: string } {
  const workflow = workflowFor(folder, project);
  if ("because" in workflow) return { files: [], because: workflow.because };
  const { path, text } = workflow;
  if (isForced || !existsSync(path)) return { files: [{ path, text, what: "" }] };
  const isSame = readFileSync(path, "utf8") === text;
  return {
    files: [],
    ...(!isSame && { because: `${path} is there already, and stays as it is: see that it runs \`npx --no-install kmsward test\`` }),
  };
}

const left = ({ left, foreign }: FoundPolicies): readonly string[] => [
  ...left.map(({ path, because }) => `${path} is not used: it ${because}`),
  ...foreignLines(foreign),
];

function untested({ policy, statement, sid, effect, key }: DraftCases["silent"][number]): string {
  const where = key === undefined ? policy : `the policy of ${key.name}`;
  return `no case tests ${sid ?? `statement ${statement + 1}`} of ${where}: no request was found that it ${effect === "Allow" ? "lets through" : "keeps out"}; write one`;
}

function readTexts(path: string, texts: ReadonlyMap<string, string>): World {
  return worldOf(
    readWorld(path, {
      readFile: (asked) => {
        const found = texts.get(asked);
        if (found === undefined) throw new Error("no such file");
        return found;
      },
    }),
  );
}

function worldOf({ world, diagnostics }: ReturnType<typeof readWorld>): World {
  if (world === undefined) throw new Refusal(diagnostics.filter(({ severity }) => severity === "error"));
  return world;
}

async function refuseOverwriting(files: readonly Written[]): Promise<void> {
  for (const { path } of files) {
    if ((await stat(path).catch(() => undefined)) === undefined) continue;
    throw refuse("KW660", path, "is there already", "take it away, or write over it by `--force`");
  }
}

function nothingToDo({ isAgain }: Setting, worlds: readonly string[]): Refusal {
  const there = worlds.join(", ");
  if (isAgain) return refuse("KW660", there, "every question that would be drafted is asked already", "nothing is left to write");
  return refuse(
    "KW660",
    there,
    "is there already, with tests",
    "`--redraft` writes cases that its tests do not have; `--force` begins anew",
  );
}

function nothingFound(folder: string, { policies, left, foreign }: FoundPolicies): Refusal {
  const others = [
    ...foreign.map(({ path, what }) => `${path} is ${what}`),
    ...policies.map(({ path, type }) => `${path} (${type})`),
    ...left.map(({ path, because }) => `${path} ${because}`),
  ];
  const more = others.length > 5 ? `; and ${others.length - 5} more` : "";
  const message = `no key policy below ${shown(folder)}${others.length > 0 ? `; there are: ${others.slice(0, 5).join("; ")}${more}` : ""}`;
  return refuse(
    "KW661",
    NAME,
    message,
    foreign[0]?.help ?? "a key policy is a JSON file with statements that have `Principal` and actions of kms",
  );
}

/** The names of files in a folder, not below it. */
function filesIn(folder: string, ending: RegExp): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => ending.test(name) && !name.startsWith("."))
      .sort();
  } catch (error) {
    throw unreadable(folder, error);
  }
}

/** What may be or contain a policy: JSON, and what it is made of or filled in from. */
const ENDINGS = /\.(?:json|tf|tftpl|tpl|tmpl|j2|ya?ml|template)$/i;

async function policyFiles(folder: string): Promise<readonly PolicyFile[]> {
  const files: PolicyFile[] = [];
  for (const path of await filesBelow(folder, (name) => ENDINGS.test(name))) {
    const whole = join(folder, path);
    const { size } = await stat(whole).catch((error) => Promise.reject(unreadable(whole, error)));
    const isJson = /\.json$/i.test(path);
    if (size > (isJson ? MOST_READ : MOST_BYTES)) continue;
    const text = (await readFile(whole, "utf8").catch((error) => Promise.reject(unreadable(whole, error)))).replace(/^\uFEFF/, "");
    if (size <= MOST_BYTES || foreignOf(parsed(text)) !== undefined) files.push({ path, text });
  }
  return files;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
