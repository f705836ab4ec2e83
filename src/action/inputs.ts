import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { isPlainObject } from "../base/json-source.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** The inputs of `action.yml`, which tells of each. Lists are of lines, or of words between commas. */
export type Inputs = {
  readonly base: string;
  readonly head: string;
  readonly plans: readonly string[];
  readonly templates: readonly string[];
  readonly worlds: readonly string[];
  readonly checks: readonly string[];
  readonly failOn: string;
  readonly sarif: string;
  readonly comment: boolean;
  readonly baseline: string;
  readonly token: string;
};

/** What the runner tells of the run. */
export type Run = {
  readonly pullRequest: number | undefined;
  readonly baseCommit: string | undefined; // what a pull request is against, or what was there before a push
  readonly repository: string; // owner/name
  readonly api: string;
  readonly page: string | undefined; // of the run
  readonly workspace: string;
  readonly temporary: string; // a folder for files of the run
};

/** An input or a variable that cannot be used, with what to do about it. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** The runner gives inputs in variables: capitals, blanks as `_`, hyphens as they are (GitHub Actions, Metadata syntax, `inputs`). */
const inputOf = (env: Env, name: string): string => (env[`INPUT_${name.toUpperCase().replaceAll(" ", "_")}`] ?? "").trim();

const listOf = (text: string): readonly string[] =>
  text
    .split(/[\n,]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");

/** @throws {InputError} for a value that is no answer to what is asked. */
export function readInputs(env: Env): Inputs {
  return {
    base: inputOf(env, "base"),
    head: inputOf(env, "head"),
    plans: listOf(inputOf(env, "plan")),
    templates: listOf(inputOf(env, "template")),
    worlds: listOf(inputOf(env, "world")),
    checks: listOf(inputOf(env, "checks")),
    failOn: listOf(inputOf(env, "fail-on")).join(","),
    sarif: inputOf(env, "sarif"),
    comment: isTrue(inputOf(env, "comment"), "comment"),
    baseline: inputOf(env, "baseline"),
    token: inputOf(env, "token"),
  };
}

function isTrue(text: string, name: string): boolean {
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)?$/.test(text)) return false;
  throw new InputError(`the input \`${name}\` is true or false`);
}

/** The event's file is the runner's; what it lacks, or has in another shape, is not known. */
export function readRun(env: Env): Run {
  const event = readEvent(env.GITHUB_EVENT_PATH);
  const request = isPlainObject(event.pull_request) ? event.pull_request : undefined;
  const base = isPlainObject(request?.base) ? request.base : undefined;
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository = "", GITHUB_RUN_ID: id } = env;
  return {
    pullRequest: typeof request?.number === "number" ? request.number : undefined,
    baseCommit: [base?.sha, event.before].find(
      (sha): sha is string => typeof sha === "string" && /^[0-9a-f]{40,64}$/.test(sha) && !/^0+$/.test(sha),
    ),
    repository,
    api: (env.GITHUB_API_URL || "https://api.github.com").replace(/\/+$/, ""),
    page: server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined,
    workspace: env.GITHUB_WORKSPACE || ".",
    temporary: env.RUNNER_TEMP || tmpdir(),
  };
}

function readEvent(path: string | undefined): Readonly<Record<string, unknown>> {
  if (!path) return {};
  try {
    const event: unknown = JSON.parse(readFileSync(path, "utf8"));
    return isPlainObject(event) ? event : {};
  } catch {
    return {};
  }
}
