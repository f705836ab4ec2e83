import { readFile } from "node:fs/promises";
import { invariant } from "../base/invariant.ts";
import { decide } from "../cases/authorizer.ts";
import type { Case } from "../cases/case.ts";

type Path = string;
type SceneCase = {
  readonly name: string;
  readonly case: Omit<Case, "policies"> & { readonly policies?: Readonly<Record<string, Paths>> };
  readonly expect: { readonly outcome: string };
};
type Paths = Path | readonly Paths[];
type Scene = { readonly name: string; readonly about: string; readonly cases: readonly SceneCase[] };

const WORDS = { allowed: "allowed ", explicitDeny: "DENIED !", implicitDeny: "denied  ", undetermined: "unknown " } as const;

/** Every scene of the published guides, decided now: a line for each request. */
export async function describeScenes(root: URL): Promise<string> {
  const folder = new URL("fixtures/policies/", root);
  const { scenes } = JSON.parse(await readFile(new URL("scenes.json", folder), "utf8")) as { readonly scenes: readonly Scene[] };
  const lines = ["What AWS's guides show, decided by the engine (DENIED ! is an explicit deny)"];
  for (const { about, cases } of scenes) {
    lines.push("", about);
    const wide = Math.max(...cases.map(({ case: { request } }) => request.action.length));
    for (const { name, case: given, expect } of cases) {
      const answer = decide({ ...given, policies: await documents(given.policies ?? {}, folder) } as Case);
      invariant(answer.outcome === expect.outcome, `the scene "${name}" is ${expect.outcome}`);
      lines.push(`  ${WORDS[answer.outcome]}  ${given.request.action.padEnd(wide)} ${name}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

/** The documents that paths stand for. */
async function documents(paths: Readonly<Record<string, Paths>>, folder: URL): Promise<unknown> {
  const read = async (path: Paths): Promise<unknown> =>
    typeof path === "string" ? JSON.parse(await readFile(new URL(path, folder), "utf8")) : Promise.all(path.map(read));
  return Object.fromEntries(await Promise.all(Object.entries(paths).map(async ([slot, path]) => [slot, await read(path)])));
}
