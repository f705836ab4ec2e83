import { Eta } from "eta/core";
import { counted, printable } from "../../base/text.ts";
import { type Hole, holesOf } from "../../coverage/holes.ts";
import type { CoverageReport, CoveredPolicy } from "../../coverage/report.ts";
import {
  countedPolicies,
  METRICS,
  type Metric,
  type Summary,
  type SummaryOptions,
  statusOf,
  summarize,
  summaryOf,
  type Tally,
  titleOf,
  untouchedPolicies,
} from "../../coverage/summary.ts";
import { SCRIPT, STYLE } from "./html-style.ts";
import { HOLES, INDEX, ITEMS, LAYOUT, SOURCE, TILES } from "./html-templates.ts";
import { byFile } from "./lines.ts";
import { sourceLines, toldOf } from "./source.ts";

/**
 * Pages to look at: `index.html`, and one for each file, by their names. Each is whole by itself: no page loads anything. `texts` are those of the
 * files by their paths; of one that is not among them the items are listed instead.
 */
export function coverageHtml(
  report: CoverageReport,
  texts: ReadonlyMap<string, string>,
  options: SummaryOptions = {},
): ReadonlyMap<string, string> {
  const pages = pagesOf(report);
  const links = new Map(pages.flatMap(({ name, policies }) => policies.map((policy) => [policy, name] as const)));
  return new Map([["index.html", indexPage(report, links, options)], ...pages.map((page) => [page.name, filePage(page, texts)] as const)]);
}

const eta = new Eta({ autoEscape: true });
const compiled = new Map<string, ReturnType<typeof eta.compile>>();

function render(template: string, data: object): string {
  const known = compiled.get(template) ?? eta.compile(template);
  compiled.set(template, known);
  return eta.render(known, data);
}

type Page = { readonly name: string; readonly title: string; readonly policies: readonly CoveredPolicy[] };

/** A page for each file, under a name of letters that any file system takes. */
function pagesOf({ policies }: CoverageReport): readonly Page[] {
  const seen = new Set(["index.html"]);
  return byFile(policies).map((group) => {
    const [first] = group as [CoveredPolicy];
    const title = first.text === undefined ? first.file : titleOf(first);
    const plain = title.replace(/[^A-Za-z0-9.-]+/g, "_").slice(-100);
    let name = `${plain}.html`;
    for (let i = 2; seen.has(name.toLowerCase()); i++) name = `${plain}-${i}.html`;
    seen.add(name.toLowerCase());
    return { name, title, policies: group };
  });
}

const page = (title: string, subtitle: string, body: string, home?: string): string =>
  render(LAYOUT, { title: printable(title, 500), subtitle, body, home, style: STYLE, script: SCRIPT });

const WORDS: Readonly<Record<Metric, string>> = {
  total: "Whole",
  statements: "Statements",
  principals: "Principals",
  actions: "Actions",
  resources: "Resources",
  conditions: "Conditions",
  branches: "Both ways",
  grants: "Grants",
};
const PARTS = METRICS.filter((metric) => metric !== "total");

const levelOf = ({ percent, total }: Tally): string => (total === 0 ? "" : percent === 100 ? "high" : percent < 50 ? "low" : "mid");
const shownTally = (tally: Tally) => ({ percent: `${tally.percent} %`, level: levelOf(tally), width: tally.percent });

const tiles = (summary: Summary): string =>
  render(TILES, {
    tiles: (["total", ...PARTS] as const)
      .filter((metric) => summary[metric].total > 0)
      .map((metric) => {
        const { decided, total } = summary[metric];
        return { name: WORDS[metric], ...shownTally(summary[metric]), of: `${decided} of ${total}` };
      }),
  });

const HOLES_ON_INDEX = 15;
const ROWS = 2_000; // of a list on one page

function holeList(found: readonly Hole[], most: number, hrefOf: (hole: Hole) => string | undefined): string {
  const holes = found.slice(0, most).map((hole) => {
    const { policy, item } = hole;
    const line = policy.text === undefined && item.line !== undefined ? `:${item.line}` : "";
    return {
      where: printable(`${line ? policy.file : titleOf(policy)}${line}`),
      href: hrefOf(hole),
      message: printable(hole.message, 500),
    };
  });
  return render(HOLES, { heading: `${counted(found.length, "hole")}, worst first`, holes, more: found.length - holes.length });
}

function indexPage(report: CoverageReport, links: ReadonlyMap<CoveredPolicy, string>, options: SummaryOptions): string {
  const summary = summarize(report, options);
  const heads = PARTS.filter((metric) => summary[metric].total > 0);
  const rows = countedPolicies(report, options)
    .slice(0, ROWS)
    .map((policy) => {
      const own = summaryOf(policy.items);
      const cells = heads.map((metric) => ({
        text: own[metric].total === 0 ? "–" : `${own[metric].percent} %`,
        level: levelOf(own[metric]),
      }));
      const kind = `${policy.type.replace("-", " ")}, ${counted(policy.requests, "request")}`;
      return {
        href: hrefOf(links.get(policy), anchorOf(policy)),
        title: printable(titleOf(policy), 500),
        kind,
        whole: shownTally(own.total),
        cells,
      };
    });
  const untouched = untouchedPolicies(report)
    .slice(0, ROWS)
    .map((policy) => ({ title: printable(titleOf(policy), 500), href: hrefOf(links.get(policy), anchorOf(policy)) }));
  const holes = holeList(holesOf(report, options), HOLES_ON_INDEX, ({ policy, item }) => hrefOf(links.get(policy), anchor(item.line)));
  const body = render(INDEX, { tiles: tiles(summary), heads: heads.map((metric) => WORDS[metric]), rows, holes, untouched });
  return page("Policy coverage", `${counted(report.requests, "request")} asked of ${counted(rows.length, "policy", "policies")}`, body);
}

const hrefOf = (name: string | undefined, fragment: string): string => `${encodeURIComponent(name ?? "index.html")}${fragment}`;
const anchor = (line: number | undefined): string => (line === undefined ? "" : `#L${line}`);
const anchorOf = ({ items, pointer }: CoveredPolicy): string => (pointer === "" ? "" : anchor(items[0]?.line));

function filePage({ title, policies }: Page, texts: ReadonlyMap<string, string>): string {
  const [first] = policies as [CoveredPolicy];
  const text = first.text ?? texts.get(first.file);
  const holes = holesOf({ version: 1, requests: 0, policies }, { all: true });
  const requests = policies.reduce((sum, policy) => sum + policy.requests, 0);
  const body = [
    tiles(summaryOf(policies.flatMap(({ items }) => items))),
    text === undefined || first.items.every(({ line }) => line === undefined)
      ? policies.map((policy) => itemList(policy)).join("")
      : render(SOURCE, { heading: "Text", anchor: "L", lines: sourceLines(text.replace(/^\uFEFF/, ""), policies) }),
    holeList(holes, ROWS, ({ item }) => (text === undefined ? undefined : anchor(item.line))),
  ].join("\n");
  const kinds = [...new Set(policies.map(({ type }) => type.replace("-", " ")))].join(", ");
  return page(title, `${kinds}; ${counted(requests, "request")} had to do with it`, body, "index.html");
}

function itemList(policy: CoveredPolicy): string {
  const items = policy.items.slice(0, ROWS).map((item) => ({ status: statusOf(item), told: printable(toldOf(item), 500) }));
  return render(ITEMS, { heading: printable(titleOf(policy), 500), why: "Its text is not at hand.", items });
}
