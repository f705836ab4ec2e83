import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildPages } from "../../.build/web.mjs";
import { systemPorts } from "../../src/embedded/system-ports.ts";
import type { Key } from "../../src/kms/key.ts";
import type { RunningServer } from "../../src/server/start-server.ts";
import { call } from "../server/raw-http.ts";
import { serving } from "../server/serving.ts";
import { barriers, hasChromium, launch, type Opened, opened, picture } from "./browser.ts";

const TOKEN = "a-planted-token-of-the-console";
const MATERIAL = "cGxhbnRlZCBrZXkgbWF0ZXJpYWwgb2YgMzIgYnl0ZXM="; // 32 bytes that must be nowhere
const SECRETS = [MATERIAL, Buffer.from(MATERIAL, "base64").toString(), "planted-secret", "planted plaintext", btoa("planted plaintext")];
const ROLE = "arn:aws:iam::111122223333:role";
const policy = {
  Version: "2012-10-17",
  Statement: [
    { Sid: "Admin", Effect: "Allow", Principal: { AWS: `${ROLE}/admin` }, Action: "kms:*", Resource: "*" },
    { Sid: "App", Effect: "Allow", Principal: { AWS: `${ROLE}/app` }, Action: "kms:Encrypt", Resource: "*" },
  ],
};
const HOSTILE = "</script><img src=x onerror=alert(1)>";
const hostile = { ...policy, Statement: policy.Statement.map((one) => ({ ...one, Sid: HOSTILE })) };
const WORLD = {
  account: "111122223333",
  region: "us-east-1",
  principals: {
    admin: { arn: `${ROLE}/admin`, credentials: { accessKeyId: "AKIAADMINADMINADMIN2", secretAccessKey: "planted-secret" } },
    app: { arn: `${ROLE}/app`, credentials: { accessKeyId: "AKIAAPPAPPAPPAPPAPP2", secretAccessKey: "planted-secret" } },
  },
  keys: {
    orders: {
      aliases: ["alias/orders"],
      rotation: { periodInDays: 365 },
      dangerousKeyMaterial: MATERIAL,
      policy,
      grants: [{ name: "g", grantee: "app", operations: ["GenerateDataKey" as const] }],
    },
    archive: { aliases: ["alias/archive"], description: HOSTILE, state: "Disabled" as const, policy: hostile },
  },
};

const folder = mkdtempSync(join(tmpdir(), "kmsward-pages-"));
let browser: Browser;
let server: RunningServer;
let page: { readonly html: string; readonly policy: string };
const stops: (() => Promise<void>)[] = [];
let ahead = 0;
const START = Date.parse("2026-11-30T09:00:00Z");
const now = () => START + ahead;
const serve = (port = 0) =>
  serving({
    world: WORLD,
    authentication: "none",
    adminToken: TOKEN,
    port,
    ports: { ...systemPorts(), now },
    clock: {
      now,
      advance: (by) => {
        ahead += by;
      },
    },
    until: (stop) => stops.push(stop),
    consolePage: async () => page,
  });
beforeAll(async () => {
  await buildPages(folder, { test: true });
  const policies = JSON.parse(readFileSync(join(folder, "policies.json"), "utf8")) as Record<string, string>;
  page = { html: readFileSync(join(folder, "console.html"), "utf8"), policy: policies["console.html"] as string };
  server = await serve();
  if (hasChromium) browser = await launch();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  for (const stop of stops) await stop();
  rmSync(folder, { recursive: true, force: true });
});

const APP = { accessKeyId: "AKIAAPPAPPAPPAPPAPP2", region: "us-east-1" };
const encrypt = () => call(server.url, "Encrypt", { KeyId: "alias/orders", Plaintext: btoa("planted plaintext") }, APP);
const decrypt = (CiphertextBlob: unknown) => call(server.url, "Decrypt", { CiphertextBlob }, APP);

describe.skipIf(!hasChromium)("the console in a browser", { timeout: 120_000 }, () => {
  const show = (use: (opened: Opened) => Promise<void>, options: BrowserContextOptions = {}, fragment = `#token=${TOKEN}`) =>
    opened(browser, `${server.url}/${fragment}`, options, use, ".kw-key-list button, input[type=password]");
  const tab = (one: Page, name: string) => one.getByRole("tab", { name }).click();

  test("shows keys, who can use them, grants and live calls, and no secret", async () => {
    const bodies: string[] = [];
    const told = await show(async ({ page: one }) => {
      expect(one.url()).toBe(`${server.url}/`);
      expect(
        await one.evaluate("history.length + JSON.stringify([localStorage.length, sessionStorage.length, document.cookie])"),
      ).not.toContain(TOKEN);
      one.on(
        "response",
        (response) =>
          void (
            response.url().includes("/v1/calls") ||
            response.text().then(
              (text) => bodies.push(text),
              () => undefined,
            )
          ),
      );
      const list = one.locator(".kw-key-list");
      await list.getByText("alias/archive").waitFor();
      expect(await list.innerText()).toMatch(/Disabled/);
      await one.getByRole("searchbox", { name: "Search" }).fill("orders");
      await one.getByText("1 found among 2.").waitFor();
      expect(await list.getByRole("button").count()).toBe(1);
      await list.getByRole("button").click();
      await one.getByRole("rowheader", { name: "app", exact: true }).waitFor();
      expect(await barriers(one)).toEqual([]);
      await tab(one, "Grants");
      await one.getByRole("cell", { name: "GenerateDataKey" }).waitFor();
      expect(await barriers(one)).toEqual([]);
      await tab(one, "Calls");
      await one.getByText("● live").waitFor();
      const { json } = await encrypt();
      await one.getByText("✓ done").first().waitFor();
      await decrypt(json.CiphertextBlob);
      await one.getByText("✕ AccessDeniedException").first().waitFor();
      await one.getByRole("button", { name: "why" }).first().click();
      await one.locator(".kw-why").filter({ hasText: "Decrypt" }).waitFor();
      expect(await barriers(one)).toEqual([]);
      await one.getByRole("searchbox", { name: "Search" }).fill("");
      await picture(one, "console");
      const seen = `${await one.content()} ${bodies.join(" ")}`;
      expect(bodies.length).toBeGreaterThan(0);
      for (const secret of [...SECRETS, TOKEN, String(json.CiphertextBlob)]) expect(seen).not.toContain(secret);
    });
    expect(told).toEqual([]);
  });

  const editor = (one: Page) => one.getByRole("textbox", { name: "Key policy" });
  const write = async (one: Page, text: string) => {
    await editor(one).click();
    await one.keyboard.press("ControlOrMeta+a");
    await one.keyboard.insertText(text);
  };
  const [admin, app] = policy.Statement as [object, object];
  const policyOf = (...Statement: object[]) => JSON.stringify({ ...policy, Statement }, undefined, 1);

  test("tells what an edited policy would change, and is locked where it must not be put", async () => {
    const told = await show(
      async ({ page: one }) => {
        await one.locator(".kw-key-list").getByText("alias/orders").click();
        await tab(one, "Policy");
        await write(one, policyOf(admin, { ...app, Action: "kms:Decrypt" }));
        await one.locator(".kw-changes-gained", { hasText: "Decrypt" }).first().waitFor();
        await one.locator(".kw-changes-lost", { hasText: "Encrypt" }).first().waitFor();
        expect(await barriers(one)).toEqual([]);
        await picture(one, "console-dark");
        await one.getByRole("button", { name: "Put…" }).click();
        expect(await one.getByRole("dialog").innerText()).toMatch(/Gained[\s\S]*Decrypt[\s\S]*Lost[\s\S]*Encrypt[\s\S]*as admin/);
        expect(await barriers(one)).toEqual([]);
        await picture(one, "console-put", false);
        await one.getByRole("button", { name: "Cancel" }).click();
        await write(one, policyOf(app));
        await one.getByText("Locked: nobody could change").waitFor();
        expect(await one.getByRole("button", { name: "Put…" }).count()).toBe(0);
        await write(one, policyOf(admin, { ...app, Efect: "Allow" }));
        await one.getByText("Locked: the policy has errors").waitFor();
        expect(await one.locator(".cm-lintRange-error").first().innerText()).toContain("Efect");
        await one.keyboard.press("ControlOrMeta+Home");
        await one.keyboard.press("End");
        await one.keyboard.insertText(' "Vers');
        await one.keyboard.press("Control+Space");
        await one.locator(".cm-tooltip-autocomplete").getByText("Version", { exact: true }).waitFor();
        await one.keyboard.press("Escape");
        await one.locator(".kw-key-list").getByText("alias/archive").click();
        await one.locator(".kw-arn", { hasText: HOSTILE }).waitFor();
        expect(await editor(one).innerText()).toContain(HOSTILE);
        expect(await one.evaluate("[document.scripts.length, document.querySelectorAll('img:not(.cm-widgetBuffer)').length]")).toEqual([
          1, 0,
        ]);
      },
      { colorScheme: "dark" },
    );
    expect(told).toEqual([]);
  });

  test("puts a policy after what it gains and loses was looked at, and says why one is not put", async () => {
    const told = await show(async ({ page: one }) => {
      await one.locator(".kw-key-list").getByText("alias/orders").click();
      await tab(one, "Policy");
      await write(one, policyOf(admin, app, { ...app, Sid: "Reader", Action: "kms:DescribeKey" }));
      await one.locator(".kw-changes-gained", { hasText: "DescribeKey" }).first().waitFor();
      await one.getByLabel("Put it as").fill("app");
      await one.getByRole("button", { name: "Put…" }).click();
      await one.getByRole("button", { name: "Put it" }).click();
      await one.getByText("It was not put. AccessDeniedException").waitFor();
      await one.getByRole("alert").getByRole("button", { name: "why" }).click();
      await one.locator(".kw-why", { hasText: "PutKeyPolicy" }).waitFor();
      expect(await barriers(one)).toEqual([]);
      await one.getByLabel("Put it as").fill("admin");
      await one.getByRole("button", { name: "Put…" }).click();
      await one.getByRole("button", { name: "Put it" }).click();
      await one.getByText("Put the policy of alias/orders, as arn:aws:sts::111122223333:assumed-role/admin/kmsward.").waitFor();
      expect(await editor(one).innerText()).toContain("Reader");
      expect(await one.getByRole("button", { name: "Back to the stored policy" }).count()).toBe(0);
      await tab(one, "Calls");
      await one.getByText("PutKeyPolicy").first().waitFor();
    });
    expect(told.filter((text) => !/400 \(Bad Request\)/.test(text))).toEqual([]);
    const events = server.standing.site.service.audit.events().filter(({ eventName }) => eventName === "PutKeyPolicy");
    expect(events.map(({ errorCode }) => errorCode)).toEqual(["AccessDeniedException", undefined]);
  });

  test("what somebody else put meanwhile is not taken back unseen, and what is edited waits", async () => {
    const told = await show(async ({ page: one }) => {
      await one.locator(".kw-key-list").getByText("alias/orders").click();
      await tab(one, "Policy");
      await write(one, policyOf(admin, app, { ...app, Sid: "Mine", Action: "kms:ReEncryptTo" }));
      await one.getByRole("button", { name: "Put…" }).waitFor();
      await tab(one, "Calls");
      await tab(one, "Policy");
      expect(await editor(one).innerText()).toContain("Mine");
      const body = {
        key: "orders",
        policy: policyOf(admin, app, { ...app, Sid: "Theirs", Action: "kms:ReEncryptFrom" }),
        as: "admin",
      };
      const headers = { "content-type": "application/json", authorization: `Bearer ${TOKEN}` };
      const put = await fetch(`${server.url}/v1/keys/policy`, { method: "PUT", headers, body: JSON.stringify(body) });
      expect(await put.text()).toContain("requestId");
      await one.getByText("The stored policy was changed meanwhile").waitFor();
      expect(await one.getByRole("button", { name: "Put…" }).count()).toBe(0);
      expect(await editor(one).innerText()).toContain("Mine");
      await one.getByRole("button", { name: "Compare with what is stored now" }).click();
      await one.getByRole("button", { name: "Put…" }).waitFor();
      await one.getByRole("button", { name: "Back to the stored policy" }).click();
      expect(await editor(one).innerText()).toContain("Theirs");
    });
    expect(told).toEqual([]);
  });

  test("every key can be come to, however many there are", async () => {
    const { store } = server.standing.site.service;
    const seeded = store.state.key(server.standing.site.keys.orders ?? "") as Key;
    const others = Array.from({ length: 12_000 }, (_, i): Key => {
      const id = `00000000-0000-4000-8000-${String(i).padStart(12, "0")}`;
      return {
        ...seeded,
        id,
        arn: `arn:aws:kms:eu-west-1:444455556666:key/${id}`,
        account: "444455556666",
        region: "eu-west-1",
        aliases: [],
        materials: [],
      };
    });
    await store.commit(others.map((key) => ({ kind: "put-key", key })));
    const told = await show(async ({ page: one }) => {
      await one.getByText("The first 50 of 12,002 keys.").waitFor();
      await one.getByRole("button", { name: "Show more" }).click();
      await one.getByText("The first 100 of 12,002 keys.").waitFor();
      expect(await barriers(one)).toEqual([]);
      await one.getByRole("searchbox", { name: "Search" }).fill("000000011999");
      await one.getByText("1 found among 12,002.").waitFor();
      await one.locator(".kw-key-list button").click();
      await one.getByText("Nobody can use this key.").waitFor(); // its policy trusts another account, whose roles have no policies
      await tab(one, "Policy");
      expect(await editor(one).innerText()).toContain("Admin");
      await one.getByRole("searchbox", { name: "Search" }).fill("");
      await one.getByText(/The first \d+ of 12,002 keys/).waitFor();
      await one.locator(".kw-arn", { hasText: "000000011999" }).waitFor(); // what is chosen stays chosen
    });
    expect(told).toEqual([]);
    await store.commit(others.map(({ arn }) => ({ kind: "delete-key", arn })));
  });

  test("moves the clock, and fits a narrow window", async () => {
    const told = await show(
      async ({ page: one }) => {
        await one.getByText("2026-11-30 09:00Z", { exact: true }).waitFor();
        await one.getByLabel("How far").selectOption("7 days");
        await one.getByRole("button", { name: "Advance" }).click();
        await one.getByText("2026-12-07 09:00Z", { exact: true }).waitFor();
        expect(await one.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
        expect(await barriers(one)).toEqual([]);
      },
      { viewport: { width: 390, height: 800 } },
    );
    expect(told).toEqual([]);
  });

  test("with forced colours everybody can use it, by the rules of axe", async () => {
    const told = await show(
      async ({ page: one }) => {
        await one.locator(".kw-key-list").getByText("alias/orders").click();
        for (const name of ["Who can", "Grants", "Policy", "Calls"]) {
          await tab(one, name);
          expect(await barriers(one)).toEqual([]);
        }
      },
      { forcedColors: "active" },
    );
    expect(told).toEqual([]);
  });

  test("asks for the token where it has none, or a wrong one", async () => {
    const told = await show(
      async ({ page: one }) => {
        expect(await one.locator(".kw-key-list button").count()).toBe(0);
        expect(await barriers(one)).toEqual([]);
        await one.getByRole("textbox", { name: "Token" }).fill(TOKEN);
        await one.getByRole("button", { name: "Use it" }).click();
        await one.locator(".kw-key-list").getByText("alias/orders").waitFor();
        expect(await one.locator("input[type=password]").count()).toBe(0);
      },
      {},
      "#token=another-token",
    );
    expect(told.filter((text) => !text.includes("401"))).toEqual([]);
  });

  test("tells that the stream is lost, and goes on when the server is there again", async () => {
    const told = await show(async ({ page: one }) => {
      await one.locator(".kw-key-list").getByText("alias/orders").click();
      await tab(one, "Calls");
      await one.getByText("● live").waitFor();
      await stops.shift()?.();
      await one.getByText("The stream of calls is lost").waitFor();
      server = await serve(server.port);
      await one.getByText("● live").waitFor();
      await one.getByText("Calls before this are not remembered").waitFor();
      await encrypt();
      await one.getByText("✓ done").first().waitFor();
    });
    expect(told.filter((text) => !/ERR_|Failed to load/.test(text))).toEqual([]);
  });
});
