import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { GuideScript } from "./aws-cli-scripts.ts";

/** Whether a program is there, and runs. */
export function has(program: string, ...args: string[]): boolean {
  try {
    execFileSync(program, args.length === 0 ? ["--version"] : args, { stdio: "ignore" });
    return true;
  } catch {
    console.warn(`SKIPPED: ${[program, ...args].join(" ")} does not run here; .ci/packages installs it on Debian`);
    return false;
  }
}

/**
 * Runs a script against an endpoint and gives its output. `aws` is the CLI with the endpoint of each service: old releases read no variable for it.
 */
export function runGuide(
  { script }: Pick<GuideScript, "script">,
  url: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "kmsward-guide-"));
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    ...(process.env.PYENV_ROOT !== undefined && { PYENV_ROOT: process.env.PYENV_ROOT }),
    AWS_PAGER: "",
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_EC2_METADATA_DISABLED: "true",
    ...variables,
  };
  const aws = `aws() { command aws --endpoint-url ${url} "$@"; }`;
  return new Promise((resolve, reject) => {
    execFile("bash", ["-euo", "pipefail", "-c", `${aws}\n${script}`], { cwd: folder, env }, (error, stdout, stderr) => {
      rmSync(folder, { recursive: true, force: true });
      if (error === null) resolve(stdout);
      else reject(new Error(`${error.message}\n${stdout}\n${stderr}`));
    });
  });
}
