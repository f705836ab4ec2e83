// The engine runs where nothing of node is: bundled for a browser, it must need no module, and decide a case in a world that has only what every
// browser has.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";

const root = new URL("..", import.meta.url);
const bundle = await build({
  entryPoints: [new URL("dist/index.js", root).pathname],
  bundle: true,
  platform: "browser",
  format: "iife",
  globalName: "kmsward",
  minify: true,
  write: false,
});
const code = bundle.outputFiles[0].text;
assert.doesNotMatch(code, /["']node:/, "the bundle names a node module");

const { TextEncoder, TextDecoder, URL: Url, structuredClone, atob, btoa, performance } = globalThis;
const browser = createContext({
  TextEncoder,
  TextDecoder,
  URL: Url,
  structuredClone,
  atob,
  btoa,
  performance,
  text: readFileSync(new URL(".ci/case.json", root), "utf8"),
});
runInContext(code, browser);
const decide = (change) =>
  JSON.parse(runInContext(`{ const theCase = JSON.parse(text); ${change}; JSON.stringify(kmsward.decide(theCase)) }`, browser));

assert.equal(decide("").decision, "Allow");
assert.equal(decide('theCase.request.encryptionContext.tenant = "t2"').outcome, "implicitDeny");
console.log(`the engine for a browser: ${Math.round(code.length / 1024)} KiB, decides`);
