import { existsSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { ROOT } from "../sources.ts";

/** What drives the pages as people do. */

export const CHROMIUM = "/usr/bin/chromium";
export const hasChromium = existsSync(CHROMIUM);
if (!hasChromium) console.warn("skipped: pages in a browser, for there is no /usr/bin/chromium (.ci/packages installs it)");

export async function launch(): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  return chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
}

export type Opened = { readonly page: Page; readonly told: readonly string[] };

/**
 * A page in a context of its own. `told`: everything that the browser complains of, what the page's policy forbids, and every request that leaves the file
 * or the server it came from.
 */
export async function opened(
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
  use: (opened: Opened) => Promise<void>,
  usable = ".cm-editor", // what is there once the page can be used
): Promise<readonly string[]> {
  const context = await browser.newContext({
    viewport: { width: 1360, height: 900 },
    reducedMotion: "reduce",
    acceptDownloads: true,
    ...options,
  });
  const told: string[] = [];
  try {
    await context.addInitScript(
      'window.addEventListener("securitypolicyviolation", (e) => console.error(`violation of ${e.effectiveDirective}: ${e.blockedURI} ${e.sample}`), true)',
    );
    const page = await context.newPage();
    page.setDefaultTimeout(90_000); // a machine may be several times slower than another
    const origin = new URL(address).origin;
    page.on("console", (message) => told.push(message.text()));
    page.on("pageerror", (error) => told.push(error.message));
    page.on("request", (request) => {
      const url = request.url();
      if (!/^(?:file|data|blob):/.test(url) && new URL(url).origin !== origin) told.push(`asked ${url}`);
    });
    await page.goto(address);
    await page.locator(usable).first().waitFor();
    await use({ page, told });
    return told;
  } finally {
    await context.close();
  }
}

/** What axe finds: it runs beside the page's own policy, in the world of the debugger. */
export async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
  return (found as { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }).violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 300)} ${nodes[0]?.failureSummary.slice(0, 200)}`,
  );
}

/** The pictures in `fixtures/pages` are made anew by KMSWARD_SCREENSHOTS=1: they look otherwise with other fonts, so nothing compares them. */
export async function picture(page: Page, name: string, fullPage = true): Promise<void> {
  if (process.env.KMSWARD_SCREENSHOTS !== "1") return;
  if (fullPage) await page.evaluate("scrollTo(0, 0)"); // what keeps its place on the screen is at its own place then
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(ROOT, "fixtures/pages", `${name}.png`), fullPage });
}
