import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Graphviz } from "@hpcc-js/wasm-graphviz";
import axe from "axe-core";
import { XMLValidator } from "fast-xml-parser";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reviewHtml } from "../../../src/report/formats/html.ts";
import type { Review } from "../../../src/report/review/review.ts";
import { ROOT } from "../../sources.ts";
import { access, base64, changed, folder as FIXTURES, found, HOSTILE, hostile, many } from "../review-samples.ts";

let draw: (dot: string) => string;
let changes: Review;
beforeAll(async () => {
  const graphviz = await Graphviz.load();
  draw = (dot) => graphviz.dot(dot, "svg");
  changes = await changed();
});
const pageOf = (review: Review) => reviewHtml(review, { hash: base64, draw });

describe("a page", () => {
  test("is well formed, loads nothing, and has a policy that lets in its own style and script alone", async () => {
    for (const review of [changes, await found(), await access(), await hostile(), { ...changes, items: [] }]) {
      const html = pageOf(review);
      const xml = html
        .replace("<!doctype html>", "")
        .replaceAll(/<(meta|input) ([^>]*)>/g, "<$1 $2/>")
        .replaceAll(/<(style|script)>[\s\S]*?<\/\1>/g, "")
        .replaceAll(/ (hidden|checked|data-group|open)(?=[ >/])/g, ' $1=""');
      expect(XMLValidator.validate(xml)).toBe(true);
      expect(html).not.toMatch(/(?:src|href)="(?!#)|@import|url\(|style="|\son\w+="/);
      const [, style = "", script = ""] = /<style>([\s\S]*?)<\/style>[\s\S]*<script>([\s\S]*?)<\/script>/.exec(html) ?? [];
      expect(html).toContain(`style-src 'sha256-${base64(style)}'; script-src 'sha256-${base64(script)}'`);
      expect(html).toContain("default-src 'none'");
    }
  });

  test("is the same each time", () => {
    expect(pageOf(changes)).toBe(pageOf(changes));
  });

  test("without a package to draw with has the table, and says so", () => {
    const html = reviewHtml(changes, { hash: base64 });
    expect(html).toContain("npm install @hpcc-js/wasm-graphviz");
    expect(html).not.toContain("<svg");
    expect(html).toContain("<caption>Who may do what on which key</caption>");
  });

  test("shows of very many results the first, and says so", () => {
    const html = pageOf(many(changes, 6_000));
    expect(html).toContain("1000 more are not shown");
    expect(html.match(/<article /g)).toHaveLength(1_000);
    expect(html.length).toBeLessThan(8_000_000);
  });
});

const PICTURES = ["diff-light", "diff-dark", "diff-narrow", "diff-print", "check-light", "who-can-dark"];
const CHROMIUM = "/usr/bin/chromium";
if (!existsSync(CHROMIUM)) console.warn("skipped: pages in a browser, for there is no /usr/bin/chromium (.ci/packages installs it)");

describe.skipIf(!existsSync(CHROMIUM))("in a browser", { timeout: 120_000 }, () => {
  let browser: Browser;
  let folder = "";
  beforeAll(async () => {
    const { chromium } = await import("playwright-core");
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
    folder = mkdtempSync(join(tmpdir(), "kmsward-page-"));
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  type Opened = { readonly page: Page; readonly told: readonly string[] };

  /** A page as a file, as people open it. What the browser complains of, such as something that the page's policy forbids, is kept. */
  async function opened(review: Review, options: BrowserContextOptions = {}, use: (opened: Opened) => Promise<void>): Promise<void> {
    const file = join(folder, "page.html");
    writeFileSync(file, pageOf(review));
    const context = await browser.newContext({ viewport: { width: 1_200, height: 900 }, ...options });
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(90_000);
      const told: string[] = [];
      page.on("console", (message) => told.push(message.text()));
      page.on("pageerror", (error) => told.push(error.message));
      page.on("request", (request) => !request.url().startsWith("file:") && told.push(request.url()));
      await page.goto(pathToFileURL(file).href);
      await use({ page, told });
    } finally {
      await context.close();
    }
  }

  /** The pictures in `fixtures/reports` are made anew by KMSWARD_SCREENSHOTS=1: they look otherwise with other fonts, so nothing compares them. */
  async function picture(page: Page, name: string): Promise<void> {
    if (!PICTURES.includes(name)) return;
    const path = join(ROOT, FIXTURES, `${name}.png`);
    if (process.env.KMSWARD_SCREENSHOTS === "1")
      await page.screenshot({ path, clip: { x: 0, y: 0, width: page.viewportSize()?.width ?? 0, height: 1_050 }, fullPage: true });
    expect(existsSync(path)).toBe(true);
  }

  /** axe runs beside the page's own policy, in the world of the debugger. */
  async function barriers(page: Page): Promise<readonly string[]> {
    await page.evaluate(axe.source);
    const found = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
    return (found as { violations: { id: string; nodes: { html: string }[] }[] }).violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`,
    );
  }

  const looks = [
    ["light", { colorScheme: "light" }],
    ["dark", { colorScheme: "dark" }],
    ["narrow", { viewport: { width: 360, height: 800 } }],
  ] as const;

  test.each(process.env.KMSWARD_LONG === "1" ? looks : looks.slice(0, 1))(
    "%s: nobody is kept out, and nothing is wider than the window",
    async (name, options) => {
      for (const [what, review] of [
        ["diff", changes],
        ["check", await found()],
        ["who-can", await access()],
      ] as const) {
        // biome-ignore format: a list
        await opened(review, options, async ({ page, told }) => {
        expect(await barriers(page)).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
        expect(told).toEqual([]);
        await picture(page, `${what}-${name}`);
      });
      }
    },
  );

  test("what a policy says is text and never mark-up", async () => {
    await opened(await hostile(), {}, async ({ page, told }) => {
      await page.waitForTimeout(200);
      expect(await page.evaluate("window.hacked")).toBeUndefined();
      expect(await page.locator("main img, main script, main svg svg, main a[href^='http']").count()).toBe(0);
      expect(await page.locator("article").first().textContent()).toContain('<img src=x onerror="window.hacked=1">');
      expect(await page.textContent("body")).toContain(HOSTILE[1] as string);
      expect(await page.textContent("body")).not.toMatch(/\u202e/);
      expect(told).toEqual([]);
      expect(await barriers(page)).toEqual([]);
    });
  });

  test("the page's policy holds: a script that somebody put in would not run", async () => {
    const file = join(folder, "forged.html");
    writeFileSync(
      file,
      pageOf(changes).replace("</main>", "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'></main>"),
    );
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.waitForTimeout(200);
    expect(await page.evaluate("window.hacked")).toBeUndefined();
    await page.close();
  });

  test("search and boxes filter both lists, sections without results go, and the count is told", async () => {
    await opened(changes, {}, async ({ page }) => {
      const shown = () => page.locator("article:visible").count();
      const all = await shown();
      await page.getByLabel("Search").fill("nightly export");
      expect(await shown()).toBeGreaterThan(0);
      expect(await shown()).toBeLessThan(all);
      expect(await page.locator("output").textContent()).toMatch(new RegExp(`^${await shown()} of ${all} shown`));
      expect(await page.getByRole("heading", { name: /^Gained: public/ }).isVisible()).toBe(false);
      await page.getByLabel("Search").fill("");
      await page.getByRole("checkbox", { name: "gained" }).uncheck();
      expect(await page.locator("tbody tr[data-item=gained]:visible").count()).toBe(0);
      expect(await shown()).toBe(2);
    });
  });

  test("the keyboard reaches everything: the skip link, a column's order, a result's request", async () => {
    await opened(changes, {}, async ({ page }) => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.className")).toBe("skip");
      await page.keyboard.press("Enter");
      expect(await page.evaluate("location.hash")).toBe("#main");
      const head = page.getByRole("columnheader", { name: "who" }).first();
      await head.getByRole("button").focus();
      await page.keyboard.press("Enter");
      expect(await head.getAttribute("aria-sort")).toBe("ascending");
      const names = await page.locator("table.overview tbody tr td:nth-child(2)").allTextContents();
      expect(names).toEqual([...names].sort());
      await page.keyboard.press("Enter");
      expect(await head.getAttribute("aria-sort")).toBe("descending");
      const summary = page.locator("article details summary").first();
      await summary.focus();
      await page.keyboard.press("Enter");
      expect(await page.locator("article details pre").first().isVisible()).toBe(true);
    });
  });

  test("statements stand side by side with their marks, and below one another where there is no room", async () => {
    const places = async (page: Page) => {
      const boxes = await page.locator("#main .pair").filter({ hasText: "444455556666" }).first().locator("figure").all();
      return Promise.all(boxes.map(async (box) => (await box.boundingBox()) ?? { x: 0, y: 0 }));
    };
    await opened(changes, {}, async ({ page }) => {
      const [before, after] = await places(page);
      expect([before?.y === after?.y, (before?.x ?? 0) < (after?.x ?? 0)]).toEqual([true, true]);
      const marks = await page.locator(".line.plus mark").allTextContents();
      expect(marks.some((text) => text.includes("arn:aws:iam::444455556666:root"))).toBe(true);
    });
    await opened(changes, { viewport: { width: 360, height: 800 } }, async ({ page }) => {
      const [before, after] = await places(page);
      expect([before?.x === after?.x, (before?.y ?? 0) < (after?.y ?? 0)]).toEqual([true, true]);
    });
  });

  test("on paper there are no controls, and nothing is folded; without scripts everything is there", async () => {
    await opened(changes, {}, async ({ page }) => {
      await page.emulateMedia({ media: "print" });
      await page.evaluate("dispatchEvent(new Event('beforeprint'))");
      expect(await page.locator(".filters").isVisible()).toBe(false);
      expect(await page.locator("details:not([open])").count()).toBe(0);
      expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
      await picture(page, "diff-print");
    });
    await opened(changes, { javaScriptEnabled: false }, async ({ page }) => {
      expect(await page.locator(".filters").isVisible()).toBe(false);
      expect(await page.locator("article:visible").count()).toBe(changes.items.length);
      expect(await page.locator("table.overview thead").textContent()).toContain("who");
    });
  });
});
