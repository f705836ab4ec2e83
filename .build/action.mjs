// How `dist/action.mjs` is bundled: one file with everything that it needs, for a step of a workflow installs nothing. What is optional stays outside, and is
// missed only by who asks for it.
import { join } from "node:path";

export const actionBundle = (root, outfile) => ({
  entryPoints: [join(root, "src/action/main.ts")],
  outfile,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  external: ["@hpcc-js/wasm-graphviz", "@modelcontextprotocol/sdk", "libsql", "pg", "pkcs11js", "vitest"],
  banner: { js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);' },
  legalComments: "linked",
  logLevel: "warning",
  absWorkingDir: root,
});
