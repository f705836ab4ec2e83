import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { isMembers } from "../policies/members.ts";

/** Where GitHub looks for it, from the top of the repository. */
export const WORKFLOW = ".github/workflows/kmsward.yml";

/** The workflow for a repository; or why none is written, a sentence. */
export type Workflow = { readonly path: string; readonly text: string } | { readonly because: string };

/** The top of the repository that a folder is in, from where the program runs; the folder itself where there is none. */
export function projectOf(folder: string): string {
  for (let above = resolve(folder); ; above = dirname(above)) {
    if (existsSync(join(above, ".git"))) return relative(".", above) || ".";
    if (dirname(above) === above) return folder;
  }
}

/**
 * A workflow that runs the tests by the kmsward that the repository depends on and has locked. A package that is not there is never fetched by its name:
 * whoever owns that name in a registry would run in the pipeline.
 */
export function workflowFor(folder: string, project: string): Workflow {
  const found = dependentFolder(folder, project);
  if (found === undefined) {
    return {
      because:
        "no package.json here depends on kmsward, and a pipeline must not fetch what the repository does not name: install it as a development dependency, and run this again",
    };
  }
  const { path, spec } = found;
  if (!["package-lock.json", "npm-shrinkwrap.json"].some((name) => existsSync(join(path, name))))
    return {
      because: `${join(path, "package.json")} has no package-lock.json beside it, which \`npm ci\` installs by: write the step for your package manager, with \`kmsward test\` at its end`,
    };
  const local = /^(?:file|link):(.*)$/.exec(spec)?.[1];
  if (local !== undefined && relative(resolve(project), resolve(path, local)).startsWith(".."))
    return { because: `kmsward is installed from ${local}, which is not in this repository: a pipeline does not have it` };
  return { path: join(project, WORKFLOW), text: workflowText(relative(resolve(project), resolve(path)).replaceAll("\\", "/")) };
}

/** The nearest folder, up to the top of the repository, whose package depends on kmsward. */
function dependentFolder(folder: string, project: string): { readonly path: string; readonly spec: string } | undefined {
  for (let above = resolve(folder); ; above = dirname(above)) {
    const spec = dependencyIn(join(above, "package.json"));
    if (spec !== undefined) return { path: relative(".", above) || ".", spec };
    if (above === resolve(project) || dirname(above) === above) return undefined;
  }
}

function dependencyIn(path: string): string | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (!isMembers(manifest)) return undefined;
    const lists = [manifest.devDependencies, manifest.dependencies, manifest.optionalDependencies].filter(isMembers);
    const spec = lists.map((list) => list.kmsward).find((each) => typeof each === "string");
    return typeof spec === "string" ? spec : undefined;
  } catch {
    return undefined; // there is none, or it is none
  }
}

/**
 * A workflow of GitHub Actions that runs the tests on each change, and shows in a pull request who gains or loses what. `inside`: the folder of the package,
 * "" for the top.
 */
export const workflowText = (
  inside: string,
): string => `# Tests and review of the KMS policies of this repository, written by \`kmsward init\`.
name: kms policies
on: [push, pull_request]
permissions: { contents: read }
jobs:
  test:
    runs-on: ubuntu-latest
${inside === "" ? "" : `    defaults: { run: { working-directory: ${JSON.stringify(inside)} } }\n`}    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with: { node-version: 22 }
      - run: npm ci
      - run: npx --no-install kmsward test --coverage
  review:
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    permissions: { contents: read, pull-requests: write }
${inside === "" ? "" : `    defaults: { run: { working-directory: ${JSON.stringify(inside)} } }\n`}    steps:
      - uses: actions/checkout@v5
        with: { fetch-depth: 0 }
      - uses: actions/setup-node@v5
        with: { node-version: 22 }
      - run: npm ci
      - uses: ${JSON.stringify(`./${inside === "" ? "" : `${inside}/`}node_modules/kmsward`)}
        with: { world: "**/*.world.yaml", comment: true }
`;
