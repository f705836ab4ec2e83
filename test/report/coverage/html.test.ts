import { XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import type { CoverageReport } from "../../../src/coverage/report.ts";
import { coverageHtml } from "../../../src/report/coverage/html.ts";
import { cover, FILES, QUESTIONS, sampleReport } from "../../coverage/covered.ts";
import { allow, worldOf } from "../../world/worlds.ts";

const TEXTS = new Map(Object.entries(FILES));
const pages = (report: CoverageReport = sampleReport(), texts: ReadonlyMap<string, string> = TEXTS) => coverageHtml(report, texts);
const page = (name: string, ...from: Parameters<typeof pages>) => pages(...from).get(name) ?? "";
const words = (html: string) =>
  html
    .replaceAll(/<(style|script)>[\s\S]*?<\/\1>/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");

describe("the pages", () => {
  test("an index, and one for each file", () => {
    expect([...pages().keys()]).toEqual(["index.html", "idle.json.html", "orders.json.html", "world.yaml.html"]);
  });

  test("each is well formed, and loads nothing", () => {
    for (const html of pages().values()) {
      const xml = html
        .replace("<!doctype html>", "")
        .replaceAll(/<meta ([^>]*)>/g, "<meta $1/>")
        .replaceAll(/<(style|script)>[\s\S]*?<\/\1>/g, "");
      expect(XMLValidator.validate(xml)).toBe(true);
      expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\/|@import|url\(/);
      expect(html).toContain("default-src 'none'");
    }
  });

  test("a line that never decided stands out in the margin, and no other does", () => {
    const margins = [...page("orders.json.html").matchAll(/<td class="hits( none)?">(\d+)×/g)].map(([, none, count]) => [
      count,
      none !== undefined,
    ]);
    expect(margins.length).toBeGreaterThan(1);
    expect(margins.filter(([count, stands]) => (count === "0") !== stands)).toEqual([]);
    expect(margins.some(([, stands]) => stands)).toBe(true);
  });

  test("a narrow page has columns of fixed width: the text wraps, and nothing is wider than the page", () => {
    const narrow = /@media \(max-width: 640px\) \{\n([\s\S]*?)\n\}/.exec(page("orders.json.html"))?.[1] ?? "";
    expect(narrow).toContain("table-layout: fixed");
    for (const column of ["of-no", "of-hits"]) {
      expect(narrow).toContain(`.${column} { width:`);
      expect(page("orders.json.html")).toContain(`<col class="${column}"/>`);
    }
  });

  test("`n` and `p` stop at what can take the focus, and at nothing of the legend", () => {
    const html = page("orders.json.html");
    const selector = /querySelectorAll\("\.code :is\(([^)]*)\)\[tabindex\]"\)/.exec(html)?.[1] ?? "";
    const classes = selector.split(", ").map((name) => name.slice(1));
    const [, legend = "", code = ""] = html.split(/class="legend"|<table class="code">/);
    const stops = (part: string) => [...part.matchAll(/class="([^"]*)" tabindex="0"/g)].flatMap(([, names = ""]) => names.split(" "));
    expect(stops(legend)).toEqual([]);
    for (const name of ["never", "failed", "badge", "s-failed"]) {
      expect(classes).toContain(name);
      expect(stops(code)).toContain(name);
    }
    expect(classes).not.toContain("decided");
  });

  test("every link leads to a page, and to a line that is there", () => {
    const all = pages();
    for (const [name, html] of all) {
      for (const [, href = ""] of html.matchAll(/href="([^"]*)"/g)) {
        const [file = "", anchor] = href.split("#");
        const target = all.get(file === "" ? name : decodeURIComponent(file));
        expect(target, href).toBeDefined();
        if (anchor !== undefined && anchor !== "main") expect(target, href).toContain(`id="${anchor}"`);
      }
    }
  });

  test("the index has the whole, a row for each policy, the worst holes, and what no test touches", () => {
    const text = words(page("index.html"));
    expect(text).toContain("Whole 50 % 17 of 34");
    expect(text).toContain("orders.json key policy, 6 requests 45.83 %");
    expect(text).toContain("9 holes, worst first orders.json:33 no test shows that DenyOutsideOrg denies anything");
    expect(text).toContain("Not touched by any test idle.json");
  });

  test("a file has its text, each entry marked, and what was counted for the keyboard too", () => {
    const html = page("orders.json.html");
    expect(html).toContain(
      '<mark class="never" tabindex="0">&quot;kms:DescribeKey&quot;<span class="tip" role="note">action kms:DescribeKey: never reached</span></mark>',
    );
    expect(html).toContain('<tr id="L33" class="block-failed">');
    expect(html).toContain(">never fails</span>");
    expect(html.match(/tabindex="0"/g)?.length).toBeGreaterThan(20);
  });

  test("without its text, the items are listed", () => {
    expect(words(page("orders.json.html", sampleReport(), new Map()))).toContain(
      "Its text is not at hand. decided statement Delegate: decided 1, matched 5",
    );
  });

  test("a policy made in code has the text that was made of it", () => {
    const report = cover(worldOf({ keys: { k: { policy: allow("kms:*", { Principal: "*" }) } } }), [
      { principal: "s3.amazonaws.com", action: "kms:Decrypt", key: "k" },
    ]);
    const html = [...pages(report, new Map()).values()].at(-1) ?? "";
    expect(html).toContain('<mark class="decided" tabindex="0">&quot;kms:*&quot;');
  });
});

describe("whatever a policy says", () => {
  const evil = '<img src=x onerror="alert(1)">&\'`${x}';

  test("is escaped in texts and names", () => {
    const statement = {
      Sid: evil,
      Effect: "Allow",
      Principal: "*",
      Action: "kms:*",
      Resource: "*",
      Condition: { StringEquals: { [`aws:PrincipalTag/${evil}`]: evil } },
    };
    const world = worldOf({ keys: { "a<b>": { policy: { Version: "2008-10-17", Statement: [statement] } } } });
    const all = pages(cover(world, [{ principal: "s3.amazonaws.com", action: "kms:Decrypt", key: "a<b>" }]), new Map());
    for (const html of all.values()) {
      expect(html).not.toContain("<img");
      expect(html).not.toContain("<b>");
    }
    expect([...all.values()].join()).toContain("&lt;img src=x onerror=");
  });

  test("page names are plain, apart, and stay in their folder", () => {
    const report = sampleReport();
    const policies = ["../../etc/pässwd", "../../etc/p?sswd", "INDEX", "index", "a\u0000b"].map((file) => ({
      ...report.policies[0],
      file,
    })) as CoverageReport["policies"];
    const names = [...pages({ ...report, policies }).keys()];
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(6);
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9._-]+\.html$/);
  });
});

test("many policies and questions make pages in good time", () => {
  const one = sampleReport();
  const policies = Array.from({ length: 300 }, (_, i) => one.policies.map((policy) => ({ ...policy, file: `${i}/${policy.file}` }))).flat();
  expect(pages({ ...one, requests: QUESTIONS.length, policies }).size).toBe(901);
});
