import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium, type Page } from "playwright-core";
import type { Row } from "./row.ts";

const CHROMIUM = "/usr/bin/chromium";
const WARM = 20;
const KEYS = 100;

/** What the playground costs: its size, until it is seen and can be used, and from a key to the answer in the page. Nothing where there is no browser. */
export default async function bench(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "kmsward-page-bench-"));
  const { buildPages } = (await import(pathToFileURL(join(process.cwd(), ".build/web.mjs")).href)) as typeof import("../../.build/web.mjs");
  const begin = performance.now();
  await buildPages(folder, { test: true });
  const built = performance.now() - begin;
  const file = join(folder, "playground.html");
  const html = readFileSync(file);
  const size: readonly Row[] = [
    { name: "building the pages", value: built, unit: "ms" },
    {
      name: "the page, gzipped",
      value: Math.round(gzipSync(html, { level: 9 }).length / 1024),
      unit: "KB",
      aim: "≤ 700 KB",
      note: `${Math.round(html.length / 1024)} KB as it is`,
    },
  ];
  try {
    return existsSync(CHROMIUM) ? [...size, ...(await inBrowser(file))] : size;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inBrowser(file: string): Promise<readonly Row[]> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
    await page.goto(pathToFileURL(file).href);
    await page.locator(".cm-editor").waitFor();
    const paint = (await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")) as number;
    const usable = (await page.evaluate("kmsward.usable")) as number;
    const rows: Row[] = [
      { name: "first contentful paint", value: paint, unit: "ms", aim: "< 1000 ms" },
      { name: "until it can be used", value: usable, unit: "ms" },
    ];
    await page.evaluate("kmsward.openState(kmsward.examples[5].questions[1].state)");
    rows.push(...(await typed(page, "an example", "Allow each tenant its own data")));
    await page.evaluate(LARGE);
    rows.push(...(await typed(page, "50 statements", "S1")));
    return rows;
  } finally {
    await browser.close();
  }
}

const LARGE = `(() => {
  const state = kmsward.examples[5].questions[1].state;
  const [policy, ...rest] = state.documents;
  const one = JSON.parse(policy.text);
  const Statement = Array.from({ length: 50 }, (_, i) => ({ ...one.Statement[i % one.Statement.length], Sid: "S" + i }));
  kmsward.openState({ ...state, documents: [{ ...policy, text: JSON.stringify({ ...one, Statement }, null, 2) }, ...rest] });
})()`;

/** From the key that changes the name of the statement that decides, to the answer that has the new name. */
async function typed(page: Page, name: string, sid: string): Promise<readonly Row[]> {
  await page.locator(".kw-editor .cm-content").getByText(`"${sid}"`).first().click();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.evaluate(OBSERVE);
  for (let i = 0; i < WARM + KEYS; i++) {
    await page.keyboard.press(i % 2 === 0 ? "x" : "Backspace");
    await page.waitForTimeout(30);
  }
  const times = ((await page.evaluate("kmsward.times")) as number[]).slice(-KEYS).sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  const note = `${times.length} keys`;
  return [
    { name: `key to answer, ${name}, p50`, value: at(0.5), unit: "ms", aim: "< 16 ms", note },
    { name: `key to answer, ${name}, p95`, value: at(0.95), unit: "ms" },
  ];
}

const OBSERVE = `(() => {
  let from = 0;
  kmsward.times = [];
  window.addEventListener("keydown", () => { from = performance.now(); }, { capture: true });
  new MutationObserver(() => {
    if (from > 0) kmsward.times.push(performance.now() - from);
    from = 0;
  }).observe(document.querySelector(".kw-verdict"), { subtree: true, childList: true, characterData: true });
})()`;
