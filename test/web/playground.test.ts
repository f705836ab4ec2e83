import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { published } from "../../.build/published.mjs";
import { buildPages, withoutNode } from "../../.build/web.mjs";
import { compare } from "../../src/analysis/compare.ts";
import { servePage } from "../../src/cli/playground/page-server.ts";
import { resourceTypeOf } from "../../src/estate/policy-documents.ts";
import { decideQuestion } from "../../src/web/answer.ts";
import { exampleOfFlows, exampleOfScene } from "../../src/web/examples.ts";
import { wardFile } from "../../src/web/export.ts";
import { packState, unpackState } from "../../src/web/link.ts";
import { readDocuments } from "../../src/web/read.ts";
import type { PageState } from "../../src/web/state.ts";
import { barriers, hasChromium, launch, type Opened, opened, picture } from "./browser.ts";

const { scenes, documents, flows } = published(process.cwd());
const EXAMPLES = [...scenes.map((scene) => exampleOfScene(scene, documents)), ...flows.map(exampleOfFlows)];
const example = (name: string, question: number): PageState => {
  const found = EXAMPLES.find((one) => one.name === name)?.questions[question]?.state;
  if (found === undefined) throw new Error(`no example ${name} ${question}`);
  return found;
};
const decided = ({ documents: all, question }: PageState) => {
  const attempt = decideQuestion(readDocuments(all, resourceTypeOf(question.action, question.resource)), question);
  if (!("decided" in attempt)) throw new Error(JSON.stringify(attempt.invalid));
  return attempt.decided;
};
const WORDS = { allowed: "Allowed", explicitDeny: "Denied explicitly", implicitDeny: "Denied: not allowed", undetermined: "Not decided" };

const folder = mkdtempSync(join(tmpdir(), "kmsward-pages-"));
const file = join(folder, "playground.html");
let browser: Browser;
beforeAll(async () => {
  await buildPages(folder, { test: true });
  if (hasChromium) browser = await launch();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the file", () => {
  test("is one, that loads nothing, with a policy of the hashes of what is in it, and not large", () => {
    const html = readFileSync(file, "utf8");
    const policies = JSON.parse(readFileSync(join(folder, "policies.json"), "utf8")) as Record<string, string>;
    const markup = html.replaceAll(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, "<$1></$1>");
    expect(markup).not.toMatch(/\ssrc=|@import|\sstyle="|\son\w+="/);
    expect([...markup.matchAll(/\shref="([^"]*)"/g)].map(([, href]) => href)).toEqual(["data:,"]);
    expect(markup).toContain(`content="${policies["playground.html"]}"`);
    expect(policies["playground.html"]).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+' 'nonce-kw'; img-src data:;/,
    );
    expect(policies["playground.html"]).toContain("require-trusted-types-for 'script'; trusted-types kmsward-worker");
    expect(html).not.toMatch(/["']node:|ZodError|dangerouslySetInnerHTML:\{/);
    expect(gzipSync(html, { level: 9 }).length / 1024, "kilobytes, gzipped").toBeLessThan(500);
  });

  test("is the same each time it is built", async () => {
    const again = mkdtempSync(join(tmpdir(), "kmsward-pages-"));
    await buildPages(again, { test: true });
    expect(readFileSync(join(again, "playground.html")).equals(readFileSync(file))).toBe(true);
    rmSync(again, { recursive: true });
  });

  test("cannot be built with anything of node, or with zod", () => {
    const refused: string[] = [];
    const plugin = withoutNode();
    for (const name of ["node:fs", "fs", "crypto", "zod", "preact", "./read.ts"])
      plugin.resolveId.call({ error: (why: string) => void refused.push(why) }, name, "x.ts");
    expect(refused).toHaveLength(4);
  });
});

describe.skipIf(!hasChromium)("in a browser", { timeout: 120_000 }, () => {
  /** Nothing is complained of, forbidden or asked for, whatever is done. */
  async function page(
    use: (opened: Opened) => Promise<void>,
    options: BrowserContextOptions = {},
    address = pathToFileURL(file).href,
  ): Promise<void> {
    expect(await opened(browser, address, options, use)).toEqual([]);
  }
  const show = (one: Page, state: PageState) => one.evaluate(`kmsward.openState(${JSON.stringify(state)})`);
  const stateOf = async (one: Page) => (await one.evaluate("JSON.parse(JSON.stringify(kmsward.state.value))")) as PageState;
  const headline = (one: Page): Locator => one.locator(".kw-headline").first();
  const editor = (one: Page): Locator => one.locator(".kw-editor .cm-content");

  test("what takes long is done in another thread, of the page's own script; markup is made of no text", async () => {
    const told = await opened(browser, pathToFileURL(file).href, {}, async ({ page: one }) => {
      await show(one, example("tenant context", 1));
      await one.locator(".kw-table").waitFor();
      expect(one.workers()).toHaveLength(1);
      const tried = (script: string) => one.evaluate(`(() => { try { ${script}; return "done"; } catch (e) { return e.name; } })()`);
      expect(await tried('trustedTypes.createPolicy("kmsward-worker", { createHTML: (text) => text })')).toBe("TypeError");
      expect(await tried('trustedTypes.createPolicy("default", { createHTML: (text) => text })')).toBe("TypeError");
      expect(await tried('document.createElement("p").innerHTML = "<b>x</b>"')).toBe("TypeError");
      expect(await tried('new Worker("data:text/javascript,1")')).toBe("TypeError");
    });
    expect(told.filter((text) => text.startsWith("violation of"))).toHaveLength(4); // each refusal, and nothing else
    expect(told).toHaveLength(8);
  });

  test("a question that takes for ever does not keep anybody from typing", async () => {
    const state = example("delegation", 0);
    await page(async ({ page: one }) => {
      await one.evaluate(`(() => {
        const Old = Worker;
        window.Worker = class extends Old { postMessage(sent) { if (window.isSlow !== true) super.postMessage(sent); } };
        window.isSlow = true;
      })()`);
      await show(one, state);
      await one.waitForTimeout(300);
      await editor(one).getByText('"Effect"').first().dblclick();
      await one.keyboard.type("Efect");
      await one.locator(".kw-unread").waitFor();
      for (let i = 0; i < 8 && (await one.locator(".kw-unread").count()) > 0; i++) await one.keyboard.press("Control+z");
      expect(await headline(one).innerText()).toContain("Allowed");
      expect(await one.locator(".kw-table").count()).toBe(0);
      await one.evaluate("window.isSlow = false");
      await show(one, example("tenant context", 1));
      await one.locator(".kw-table").waitFor(); // another thread is in its place
    });
  });

  test("every example is answered as by the engine here, and nothing moves the page's policy", async () => {
    await page(async ({ page: one }) => {
      for (const { name, questions } of EXAMPLES) {
        for (const { name: asked, state } of questions) {
          const attempt = decideQuestion(
            readDocuments(state.documents, resourceTypeOf(state.question.action, state.question.resource)),
            state.question,
          );
          await show(one, state);
          const text = (await headline(one).innerText()).replace(/^\S+ /, "");
          if ("decided" in attempt) expect(text, `${name}: ${asked}`).toBe(WORDS[attempt.decided.outcome]);
          else expect(text).toContain("Cannot be read");
        }
      }
    });
  });

  test("a page that was not asked anything says so, and offers examples", async () => {
    await page(async ({ page: one }) => {
      await expect(one.getByText("Nothing asked yet").count()).resolves.toBe(1);
      await picture(one, "playground-empty");
      await one.getByRole("button", { name: "delegation alone allows nobody" }).click();
      expect(await headline(one).innerText()).toContain("Denied");
      await one.getByRole("button", { name: "Examples" }).click();
      await one.getByRole("dialog").getByRole("button", { name: "the owner does anything" }).click();
      expect(await one.getByRole("dialog").isVisible()).toBe(false);
      expect(await headline(one).innerText()).toContain("Allowed");
    });
  });

  test("a broken word is marked, the last answer stays dimmed, and mending it brings the answer back", async () => {
    await page(async ({ page: one }) => {
      await show(one, example("delegation", 0));
      await editor(one).getByText('"Effect"').first().dblclick();
      await one.keyboard.type("Efect");
      await one.locator(".kw-old .kw-headline").waitFor();
      expect(await headline(one).innerText()).toMatch(/Cannot be read: key policy, line \d+/);
      expect(await one.locator(".cm-lintRange-error").first().innerText()).toContain("Efect");
      expect(await one.getByRole("tab", { name: /Key policy/ }).innerText()).toContain("1");
      await picture(one, "playground-invalid");
      for (let i = 0; i < 8 && (await one.locator(".kw-old").count()) > 0; i++) await one.keyboard.press("Control+z"); // slow typing is several steps
      expect(await headline(one).innerText()).toContain("Allowed");
    });
  });

  test("statements light up as they decide, with a glyph each", async () => {
    await page(async ({ page: one }) => {
      await show(one, example("tenant context", 1));
      await one.locator(".kw-lit.kw-allows").first().waitFor();
      expect(await one.locator(".kw-glyphs .kw-glyph.kw-allows").count()).toBe(1);
      await show(one, example("delegation", 0));
      await one.locator(".kw-lit.kw-delegates").first().waitFor();
      await one.getByText("What each statement does").click();
      expect(await one.locator(".kw-lights").innerText()).toContain("delegates to identity policies");
    });
  });

  test("completes actions, members and condition keys", async () => {
    await page(async ({ page: one }) => {
      await editor(one).getByText('"kms:*"').click();
      await one.keyboard.press("End");
      await one.keyboard.press("ArrowLeft");
      await one.keyboard.press("ArrowLeft");
      await one.keyboard.press("Backspace");
      await one.keyboard.type("Decr");
      await one.keyboard.press("Control+Space"); // where a slow machine was too late to offer it by itself
      await one.locator(".cm-tooltip-autocomplete").getByText("kms:Decrypt", { exact: true }).waitFor();
      expect(await barriers(one)).toEqual([]);
      await one.waitForTimeout(100);
      await one.keyboard.press("Enter");
      expect((await stateOf(one)).documents[0]?.text).toContain('"Action" : "kms:Decrypt"');
      await one.keyboard.press("End");
      await one.keyboard.type(' "Cond');
      await one.locator(".cm-tooltip-autocomplete").getByText("Condition", { exact: true }).waitFor();
    });
  });

  test("closest to allowed is a button that changes the request; Undo takes it back", async () => {
    await page(async ({ page: one }) => {
      const state = example("tenant context", 2);
      await show(one, state);
      expect(await headline(one).innerText()).toContain("Denied");
      await one.locator(".kw-offers").filter({ hasText: "Closest to allowed" }).getByRole("button", { name: "Apply" }).first().click();
      expect(await headline(one).innerText()).toContain("Allowed");
      await one.getByRole("button", { name: "Undo" }).click();
      expect(await stateOf(one)).toEqual(state);
    });
  });

  test("a repair is a button that changes the policies; undoing it in the editor returns the text", async () => {
    await page(async ({ page: one }) => {
      const state = example("tenant context", 5);
      await show(one, state);
      const offers = one.locator(".kw-offers").filter({ hasText: "Repair" });
      await offers.getByRole("button", { name: "Show" }).first().click();
      await offers.locator(".kw-merge").getByText('"kms:Encrypt"').waitFor();
      expect(await barriers(one)).toEqual([]);
      await picture(one, "playground-repair");
      expect((await stateOf(one)).documents).toEqual(state.documents); // it is only shown
      await offers.getByRole("button", { name: "Apply" }).first().focus();
      await one.keyboard.press("Enter");
      await one.getByRole("button", { name: "Undo" }).and(one.locator(":focus")).waitFor(); // where the button was, nothing is
      expect(await headline(one).innerText()).toContain("Allowed");
      expect((await stateOf(one)).documents).not.toEqual(state.documents);
      await editor(one).click();
      await one.keyboard.press("Control+z");
      expect((await stateOf(one)).documents).toEqual(state.documents);
      expect(await headline(one).innerText()).toContain("Denied");
    });
  });

  const UNDECIDED: PageState = {
    v: 1,
    documents: [
      {
        role: "key-policy",
        name: "key policy",
        text: JSON.stringify(
          {
            Version: "2012-10-17",
            Statement: [
              {
                Sid: "OverTls",
                Effect: "Allow",
                Principal: { AWS: "arn:aws:iam::111122223333:role/app" },
                Action: "kms:Decrypt",
                Resource: "*",
                Condition: { Bool: { "aws:SecureTransport": "true" } },
              },
            ],
          },
          undefined,
          2,
        ),
      },
    ],
    question: {
      principal: "arn:aws:iam::111122223333:role/app",
      action: "kms:Decrypt",
      resource: "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
      unknown: ["aws:SecureTransport"],
    },
  };

  test("what is not told is a button that tells it, with what comes of it either way", async () => {
    await page(async ({ page: one }) => {
      await show(one, UNDECIDED);
      expect(await headline(one).innerText()).toContain("Not decided");
      expect(await one.locator(".kw-missing").innerText()).toContain("true: allowed · false: denied");
      await picture(one, "playground-undecided");
      await one.locator(".kw-missing").getByRole("button", { name: "Tell aws:SecureTransport" }).click();
      expect(await headline(one).innerText()).toContain("Allowed");
      expect((await stateOf(one)).question).toMatchObject({ context: { "aws:SecureTransport": "true" } });
    });
  });

  test("the form asks: who, what, which key, which circumstances, which call of a service", async () => {
    await page(async ({ page: one }) => {
      await one.getByRole("combobox", { name: "Principal" }).fill("arn:aws:iam::111122223333:root");
      await one.getByRole("combobox", { name: "Action" }).fill("kms:Decrypt");
      await one.getByRole("combobox", { name: "Key" }).fill("arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");
      expect(await headline(one).innerText()).toContain("Allowed");
      await one.getByLabel("Add a circumstance").selectOption("encryption context");
      await one.getByLabel("Value, tenant").fill("t9");
      expect((await stateOf(one)).question.encryptionContext).toEqual({ tenant: "t9" });
      await one.getByRole("button", { name: "Remove encryption context tenant" }).click();
      expect((await stateOf(one)).question.encryptionContext).toBe(undefined);
      await one.getByRole("combobox", { name: "Action" }).fill("kms:Decript");
      await one.getByText("did you mean").first().waitFor();
      await one.getByLabel("Call of a service").check();
      await one.getByRole("combobox", { name: "Call" }).fill("s3.PutObject");
      await one.locator(".kw-steps").waitFor();
      expect(await one.locator(".kw-steps").innerText()).toContain("kms:GenerateDataKey");
    });
  });

  test("who can is a table, whose cells tell their conditions, and a graph", async () => {
    await page(async ({ page: one }) => {
      await show(one, example("tenant context", 1));
      await one.getByRole("button", { name: /under conditions: .*tenant/ }).click();
      expect(await one.locator(".kw-chosen").innerText()).toContain("kms:EncryptionContext:tenant is");
      await one.getByRole("tab", { name: "Graph" }).click();
      const graph = one.getByRole("img", { name: /Access graph/ });
      await graph.waitFor();
      expect(await graph.locator(".kw-node").count()).toBe(3);
      await picture(one, "playground-graph");
      await show(one, example("tenant context", 5));
      await graph.locator(".kw-edge-denied", { hasText: "Encrypt: denied" }).first().waitFor();
      await show(one, example("tenant context", 1));
      await one.getByRole("tab", { name: "Who can" }).click();
      await one.locator(".kw-may-sometimes .kw-cell").first().focus();
      await one.locator(".kw-chosen", { hasText: "where" }).waitFor(); // conditions are told on focus
      await show(one, example("delegation", 1));
      await one.locator(".kw-chosen").waitFor({ state: "detached" }); // of another table nothing is left
      await show(one, example("tenant context", 1));
      await one.locator(".kw-may-sometimes .kw-cell").first().focus();
      await one.getByRole("button", { name: "Open a request that shows it" }).click();
      expect(await headline(one).innerText()).toContain("Allowed");
    });
  });

  test("two versions are compared for all requests, as the analysis compares them here", async () => {
    await page(async ({ page: one }) => {
      const base = example("tenant context", 1);
      const changed = base.documents.map((document) => ({
        ...document,
        text: document.text.replace('"kms:Decrypt"]', '"kms:Decrypt", "kms:Encrypt"]').replace('"kms:Put*",', ""),
      }));
      const state: PageState = { ...base, documents: changed, base: base.documents };
      const { changes } = compare(decided(base).world, decided(state).world);
      expect(changes.map(({ direction }) => direction).sort()).toEqual(["gained", "lost"]);
      await show(one, base);
      await one.getByRole("tab", { name: "Compare" }).click();
      await one.getByRole("button", { name: "Make this the base" }).click();
      await one.getByText("No difference, proved for all requests").waitFor();
      await show(one, state);
      for (const { direction, who, actions } of changes) {
        const row = one.locator(`.kw-changes-${direction} li`);
        await row.first().waitFor();
        expect(await row.count()).toBe(1);
        expect(await row.innerText()).toContain(who.text);
        expect(await row.innerText()).toContain(actions[0]?.slice(4));
      }
      expect(await one.locator(".kw-merge .cm-editor").count()).toBe(2);
      await one.locator(".kw-merge").scrollIntoViewIfNeeded(); // what was not seen yet has no measures
      await picture(one, "playground-compare");
      expect(await barriers(one)).toEqual([]);
      const later = one.getByRole("textbox", { name: "Now" });
      await later.focus();
      await one.keyboard.press("ControlOrMeta+a");
      const text = base.documents[0]?.text ?? "";
      await one.keyboard.insertText(text.replace('"kms:EncryptionContext:tenant"', '"kms:EncryptionContext:customer"'));
      const row = one.locator(".kw-changes-changed li").first();
      await row.waitFor();
      expect(await row.innerText()).toMatch(/no longer where[\s\S]*tenant is[\s\S]*now where[\s\S]*customer is/);
      expect(await one.locator(".kw-changes-gained, .kw-changes-lost").count()).toBe(0);
      expect((await stateOf(one)).documents[0]?.text).toContain("EncryptionContext:customer");
      await row.getByRole("button", { name: "Open as request" }).last().click();
      await one.locator(".kw-headline", { hasText: "Allowed" }).waitFor();
    });
  });

  test("a link holds everything; another link in the same tab is opened too, and a broken one says why", async () => {
    await page(
      async ({ page: one }) => {
        const state = example("organization and network", 0);
        await show(one, state);
        await one.getByRole("button", { name: "Link" }).click();
        const link = await one.getByLabel("The link").inputValue();
        expect(await one.locator(".kw-popover").innerText()).toContain("contains the policies");
        expect(unpackState(new URL(link).hash.slice(1))).toEqual({ state });
        await one.waitForTimeout(600);
        expect(new URL(one.url()).hash).toBe(new URL(link).hash);
        const other = example("single owner", 0);
        await one.evaluate(`location.hash = "#${packState(other)}"`);
        await one.waitForTimeout(100);
        expect(await stateOf(one)).toEqual(other);
        await one.evaluate('location.hash = "#1.broken"');
        await one.getByText(/Nothing was opened: the link/).waitFor();
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    );
  });

  test("the question is exported as a test file", async () => {
    await page(async ({ page: one }) => {
      const state = example("cross account", 0);
      await show(one, state);
      const [download] = await Promise.all([one.waitForEvent("download"), one.getByRole("button", { name: "Export" }).click()]);
      expect(readFileSync(await download.path(), "utf8")).toBe(wardFile(state, decided(state).answer));
    });
  });

  test("from the server that the command runs, whose header is as strict as the page; a world as the command opens it", async () => {
    const policies = JSON.parse(readFileSync(join(folder, "policies.json"), "utf8")) as Record<string, string>;
    const server = await servePage({
      html: readFileSync(file, "utf8"),
      policy: policies["playground.html"] ?? "",
      port: 0,
      idleMs: 60_000,
    });
    const state = example("s3", 0);
    try {
      await page(
        async ({ page: one }) => {
          expect(await headline(one).innerText()).toContain(WORDS[decided(state).outcome]);
          expect(await one.locator(".kw-steps li").count()).toBe(decided(state).steps?.length);
          await picture(one, "playground-flow");
        },
        {},
        `http://127.0.0.1:${server.port}/#${packState(state)}`,
      );
    } finally {
      server.end();
    }
  });

  test("text is never markup, whatever it says, and no text stops the page", async () => {
    const state = example("delegation", 0);
    const [first, ...rest] = state.documents;
    const hostile = [
      "</script><script>window.evil = 1</script>",
      '<img src=x onerror="window.evil = 1">',
      "\u202e\u2066{\u0000}\ufeff",
      "[".repeat(50_000),
      "{".repeat(2_000_000),
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Sid: "<img src=x onerror=alert(1)>", Effect: "Allow", Principal: "*", Action: "kms:<b>", Resource: "*" }],
      }),
    ];
    await page(async ({ page: one }) => {
      for (const text of hostile) {
        const documents = [{ ...first, text }, ...rest] as PageState["documents"];
        await show(one, { ...state, documents, question: { ...state.question, context: { "<img src=x onerror=alert(1)>": "<script>" } } });
        await headline(one).waitFor();
      }
      await show(one, { ...state, documents: [{ role: "key-policy", name: "<img src=x onerror=alert(1)>", text: "{" }] });
      await headline(one).waitFor();
      expect(
        await one.evaluate(
          "[window.evil === undefined, document.scripts.length, document.querySelectorAll('img:not(.cm-widgetBuffer), iframe, object').length]",
        ),
      ).toEqual([true, 1, 0]);
    });
  });

  test("shows at a glance who decides and why", async () => {
    await page(async ({ page: one }) => {
      await show(one, example("deny wins", 0));
      await one.locator(".kw-lit.kw-denies").first().waitFor();
      await one.locator(".kw-offers").filter({ hasText: "Repair" }).waitFor();
      await picture(one, "playground", false);
    });
  });

  const looks: readonly (readonly [string, BrowserContextOptions])[] = [
    ["light", { colorScheme: "light" }],
    ["dark", { colorScheme: "dark" }],
    ["narrow", { viewport: { width: 390, height: 800 } }],
    ["forced", { forcedColors: "active" }],
  ];
  test.each(looks)("%s: everybody can use it, by the rules of axe", async (look, options) => {
    await page(async ({ page: one }) => {
      expect(await barriers(one)).toEqual([]);
      await show(one, example("tenant context", 2));
      await one.locator(".kw-table").waitFor();
      await one.locator(".kw-offers").first().waitFor();
      await picture(one, `playground-${look}`);
      expect(await barriers(one)).toEqual([]);
      await one.getByRole("tab", { name: "Graph" }).click();
      await one.locator(".kw-graph").waitFor();
      expect(await barriers(one)).toEqual([]);
      const wide = await one.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
      expect(wide, "pixels that the page is too wide").toBe(0);
      await one.getByRole("button", { name: "Examples" }).click();
      expect(await barriers(one)).toEqual([]);
    }, options);
  });

  test("the Tab key goes through the page and out of editors, the arrows through tabs", async () => {
    await page(async ({ page: one }) => {
      await show(one, example("delegation", 0));
      await one.getByRole("tab", { name: "Key policy" }).focus();
      await one.keyboard.press("ArrowRight");
      await one.locator('[role="tab"][aria-selected="true"]:focus').waitFor();
      expect((await one.locator(":focus").innerText()).trim()).toBe("Identity");
      await one.keyboard.press("Tab");
      await one.keyboard.press("Tab");
      expect(await one.locator(".cm-content:focus").count()).toBe(1);
      await one.keyboard.press("Tab");
      expect(await one.locator(".cm-content:focus").count()).toBe(0);
    });
  });

  test("on paper every line is there, and no button", async () => {
    await page(async ({ page: one }) => {
      await show(one, example("tenant context", 1));
      await one.locator(".kw-table").waitFor();
      await one.emulateMedia({ media: "print" });
      await one.waitForTimeout(300);
      const lines = await one.locator(".kw-editor .cm-line").count();
      expect(lines).toBe((await stateOf(one)).documents[0]?.text.split("\n").length);
      expect(await one.getByRole("button", { name: "Link" }).isVisible()).toBe(false);
      await picture(one, "playground-print");
    });
  });
});
