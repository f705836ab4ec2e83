import process from "node:process";
import { act } from "./action.ts";

// `dist/action.mjs`, which `action.yml` runs: the folder of the package is above it.
const { stdin, stdout, stderr, env } = process;
try {
  if (env.GITHUB_WORKSPACE) process.chdir(env.GITHUB_WORKSPACE);
  process.exitCode = await act({ stdin, stdout, stderr, env, root: new URL("..", import.meta.url) });
} catch (error) {
  stderr.write(`kmsward error: a bug in kmsward: nothing was decided [KW900]\n${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 70;
}
