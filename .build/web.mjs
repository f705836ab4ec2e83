// Builds the pages: each `src/web/*.html` becomes one file of `dist/web` that holds its script and its style and loads nothing, with a policy that lets in
// these two by their hashes; `dist/web/policies.json` has the policies, for servers that send them as a header too. The same sources give the same bytes.
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { publishedModule } from "./published.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const web = join(root, "src/web");

/** What a page may do beyond showing itself. */
const MORE = { "console.html": ["connect-src 'self'"] };

/** The nonce of the styles that the editor makes; scripts are let in by their hashes alone. */
const STYLE_NONCE = "kw";

/** The one policy of trusted types: for the address of the worker (src/web/work/thread.ts). It makes no markup, and there cannot be a second one. */
const WORKER = "kmsward-worker";

/** Builds all pages into a folder. `flags` are for tests: they are true in the page. */
export async function buildPages(folder, flags = {}) {
  const policies = {};
  mkdirSync(folder, { recursive: true });
  for (const page of readdirSync(web).filter((name) => name.endsWith(".html"))) {
    const { html, policy } = await buildPage(page, flags);
    writeFileSync(join(folder, page), html);
    policies[page] = policy;
  }
  writeFileSync(join(folder, "policies.json"), `${JSON.stringify(policies, undefined, 2)}\n`);
}

async function buildPage(page, flags) {
  const out = mkdtempSync(join(root, "node_modules/.web-"));
  let policy = "";
  try {
    await build({
      root: web,
      configFile: false,
      envDir: false,
      logLevel: "warn",
      publicDir: false,
      define: { __KMSWARD_TEST__: JSON.stringify(flags.test === true) },
      oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
      plugins: [
        withoutNode(),
        publishedModule(root),
        viteSingleFile({ removeViteModuleLoader: true }),
        withPolicy(MORE[page] ?? [], (made) => {
          policy = made;
        }),
      ],
      build: {
        outDir: out,
        emptyOutDir: true,
        target: "es2022",
        modulePreload: false,
        reportCompressedSize: false,
        chunkSizeWarningLimit: 5_000,
        rolldownOptions: { input: join(web, page) },
      },
    });
    return { html: readFileSync(join(out, page), "utf8"), policy };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Nothing of node is in a browser, and vite would put a page together that cannot start. */
export const withoutNode = () => ({
  name: "without-node",
  enforce: "pre",
  resolveId(source, importer) {
    if (isBuiltin(source)) this.error(`${source} is not in a browser; ${importer} imports it`);
    if (source === "zod" || source.startsWith("zod/")) this.error(`zod is no part of a page; ${importer} imports it`);
  },
});

/** Writes the policy into the page, once everything is in it. */
const withPolicy = (more, tell) => ({
  name: "with-policy",
  enforce: "post",
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      for (const [name, output] of Object.entries(bundle)) {
        if (!name.endsWith(".html")) this.error(`${name} is not in the page`);
        const html = withScriptLast(String(output.source));
        const policy = policyFor(html, more);
        tell(policy);
        output.source = html.replace(
          '<meta charset="utf-8" />',
          (meta) => `${meta}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
        );
      }
    },
  },
});

/** What people see first stands before the script, which is a hundred times as long. */
function withScriptLast(html) {
  const from = html.indexOf('<script type="module"');
  const to = html.indexOf("</script>", from) + "</script>".length;
  const rest = html.slice(0, from) + html.slice(to);
  const end = rest.lastIndexOf("</body>");
  return from < 0 ? html : `${rest.slice(0, end)}${html.slice(from, to)}\n  ${rest.slice(end)}`;
}

function policyFor(html, more) {
  const hashes = (tag) =>
    [...html.matchAll(new RegExp(`<${tag}\\b([^>]*)>([\\s\\S]*?)</${tag}>`, "g"))]
      .filter(([, attributes]) => !/type="application\/json"/.test(attributes))
      .map(([, , text]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  return [
    "default-src 'none'",
    `script-src ${hashes("script").join(" ")}`,
    `style-src ${hashes("style").join(" ")} 'nonce-${STYLE_NONCE}'`,
    "img-src data:",
    "worker-src blob:", // the page's own script again
    ...more,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${WORKER}`,
  ].join("; ");
}

if (process.argv[1] !== undefined && basename(process.argv[1]) === "web.mjs")
  await buildPages(join(root, "dist/web"), { test: process.argv.includes("--test") });
