import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "./sources.ts";

/** A program as one file, with the sources in place of the built package. */
export async function bundled(entry: string, outfile: string): Promise<string> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    alias: { "kmsward/kms": join(ROOT, "src/kms.ts"), kmsward: join(ROOT, "src/index.ts") },
    external: ["@aws-sdk/*", "yaml"], // whose CommonJS a module cannot hold
    absWorkingDir: ROOT,
    logLevel: "error",
  });
  return outfile;
}
