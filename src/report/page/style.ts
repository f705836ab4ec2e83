/** The style of a report's page: everything in the page, colours for light and dark and paper, and nothing by colour alone. */
export const STYLE = `
:root { color-scheme: light dark; --bg: #ffffff; --fg: #1b2230; --dim: #566072; --line: #d9dee7; --panel: #f5f7fa; --link: #0b57b8;
  --gained: #146c2e; --gained-bg: #dff5e5; --lost: #a51d2a; --lost-bg: #ffe1e3; --warn: #7a5200; --warn-bg: #fdf0c9; --note: #1f4f8f; --note-bg: #e3eefc; }
@media (prefers-color-scheme: dark) {
  :root { --bg: #13171e; --fg: #e5e9ef; --dim: #a0abbb; --line: #303947; --panel: #1b212b; --link: #86b8ff;
    --gained: #6bdc93; --gained-bg: #14361f; --lost: #ff959c; --lost-bg: #471a20; --warn: #efcb6b; --warn-bg: #3a3010; --note: #9cc6ff; --note-bg: #1a2d47; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 12px; }
body { margin: 0; background: var(--bg); color: var(--fg); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
header, main, footer { max-width: 1180px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 28px; }
footer { padding-top: 24px; padding-bottom: 40px; color: var(--dim); font-size: 13px; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 24px; top: 8px; background: var(--bg); padding: 4px 8px; z-index: 3; }
h1 { font-size: 25px; line-height: 1.25; margin: 2px 0 4px; overflow-wrap: anywhere; }
h2 { font-size: 18px; margin: 36px 0 10px; }
h3 { font-size: 16px; line-height: 1.35; margin: 0 0 6px; overflow-wrap: anywhere; }
h4 { font-size: 13px; margin: 14px 0 4px; color: var(--dim); font-weight: 600; }
.over, .sub { color: var(--dim); font-size: 13.5px; margin: 0; overflow-wrap: anywhere; }
.tiles { display: flex; flex-wrap: wrap; gap: 10px; margin: 18px 0 4px; padding: 0; list-style: none; }
.tiles li { border: 1px solid var(--line); border-radius: 8px; background: var(--panel); padding: 8px 16px 9px; min-width: 106px; }
.tiles b { display: block; font-size: 22px; line-height: 1.2; font-variant-numeric: tabular-nums; }
.filters { display: flex; flex-wrap: wrap; gap: 8px 18px; align-items: center; margin: 20px 0 16px; padding: 10px 14px; border: 1px solid var(--line); border-radius: 8px; }
.filters[hidden], .filters fieldset[hidden] { display: none; }
.filters label { display: inline-flex; gap: 6px; align-items: center; }
.filters input[type="search"] { font: inherit; color: inherit; background: var(--bg); border: 1px solid var(--dim); border-radius: 6px; padding: 4px 9px; width: 22em; max-width: 62vw; }
.filters fieldset { display: flex; flex-wrap: wrap; gap: 4px 14px; border: 0; margin: 0; padding: 0; }
.filters legend { float: left; padding: 0; margin-right: 12px; color: var(--dim); }
.filters output { color: var(--dim); margin-left: auto; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: 8px 12px; color: var(--dim); font-size: 13.5px; }
th, td { padding: 7px 12px; text-align: left; vertical-align: top; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
td { min-width: 9em; }
thead th { background: var(--panel); font-weight: 600; font-size: 13px; white-space: nowrap; }
thead button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; }
thead button::after { content: " ↕"; color: var(--dim); }
[aria-sort="ascending"] button::after { content: " ↑"; color: inherit; }
[aria-sort="descending"] button::after { content: " ↓"; color: inherit; }
code, pre { font: 12.8px/1.55 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
.badge { display: inline-block; border: 1px solid currentColor; border-radius: 10px; padding: 0 9px; font-size: 12.5px; line-height: 1.55; white-space: nowrap; font-weight: 600; }
.k-gained { color: var(--gained); background: var(--gained-bg); } .k-lost { color: var(--lost); background: var(--lost-bg); }
.k-refuted, .k-failed, .l-error { color: var(--lost); background: var(--lost-bg); }
.k-undecided, .l-warning { color: var(--warn); background: var(--warn-bg); }
.k-access, .k-proved, .l-note { color: var(--note); background: var(--note-bg); }
article { border: 1px solid var(--line); border-left-width: 5px; border-radius: 8px; padding: 14px 18px 16px; margin: 0 0 16px; }
article.e-gained { border-left-color: var(--gained); } article.e-lost, article.e-refuted, article.e-failed { border-left-color: var(--lost); }
article.e-error { border-left-color: var(--lost); } article.e-undecided, article.e-warning { border-left-color: var(--warn); } article.e-access, article.e-note, article.e-proved { border-left-color: var(--note); }
article[hidden], tr[hidden], section[hidden] { display: none; }
.many article { content-visibility: auto; contain-intrinsic-size: auto 320px; }
.badges { margin: 0 0 6px; display: flex; flex-wrap: wrap; gap: 6px; align-items: center; }
.badges .where { color: var(--dim); font-size: 13px; overflow-wrap: anywhere; }
.why { margin: 4px 0 0; padding-left: 18px; overflow-wrap: anywhere; }
.pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px; margin-top: 10px; }
.pair.one { grid-template-columns: minmax(0, 1fr); }
figure { margin: 0; border: 1px solid var(--line); border-radius: 6px; min-width: 0; }
figcaption { padding: 5px 12px; font-size: 13px; background: var(--panel); border-bottom: 1px solid var(--line); border-radius: 6px 6px 0 0; overflow-wrap: anywhere; }
figcaption .at { color: var(--dim); }
figure p { margin: 0; padding: 10px 12px; color: var(--dim); }
pre { margin: 0; padding: 8px 0; overflow-x: auto; }
.text { padding: 8px 12px; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--panel); border-radius: 6px; }
.line { display: block; padding: 0 12px 0 26px; position: relative; white-space: pre-wrap; overflow-wrap: anywhere; }
.line::before { position: absolute; left: 10px; }
.line.plus { background: var(--gained-bg); } .line.plus::before { content: "+"; color: var(--gained); font-weight: 700; }
.line.minus { background: var(--lost-bg); } .line.minus::before { content: "−"; color: var(--lost); font-weight: 700; }
.line mark { color: inherit; background: none; font-weight: 600; }
details { margin-top: 10px; }
summary { cursor: pointer; color: var(--link); width: fit-content; }
details > div { padding-top: 4px; }
.copy { font: inherit; font-size: 12.5px; color: var(--fg); background: var(--bg); border: 1px solid var(--dim); border-radius: 6px; padding: 1px 10px; margin-left: 8px; cursor: pointer; }
.copy[hidden] { display: none; }
.graphs { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; }
.graph { overflow-x: auto; padding: 8px; }
.graph svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }
.graph g.graph > polygon { fill: none; } .graph text { fill: var(--fg); font-family: Helvetica, Arial, "Liberation Sans", sans-serif; } .graph .edge path { stroke: var(--dim); } .graph .edge polygon { stroke: var(--dim); fill: var(--dim); }
.graph .node path, .graph .node polygon, .graph .node polyline, .graph .node ellipse { stroke: var(--fg); } .graph .cluster path, .graph .cluster polygon { stroke: var(--dim); }
.graph .gained path { stroke: var(--gained); } .graph .gained polygon { stroke: var(--gained); fill: var(--gained); } .graph .gained text { fill: var(--gained); }
.graph .lost path { stroke: var(--lost); } .graph .lost polygon { stroke: var(--lost); fill: var(--lost); } .graph .lost text { fill: var(--lost); }
main > .scroll { margin-top: 4px; }
.none { border: 1px dashed var(--line); border-radius: 8px; padding: 14px 18px; color: var(--dim); }
.plain { padding-left: 18px; overflow-wrap: anywhere; }
@media (max-width: 720px) {
  header, main, footer { padding-left: 14px; padding-right: 14px; }
  .pair { grid-template-columns: minmax(0, 1fr); }
  .tiles li { flex: 1 1 40%; }
  .filters output { margin-left: 0; }
  .overview thead { position: absolute; left: -999px; }
  .overview tr { display: block; border-top: 1px solid var(--line); padding: 6px 0; }
  .overview th, .overview td { display: block; border: 0; padding: 2px 12px; }
  .overview td[data-name]::before { content: attr(data-name) ": "; color: var(--dim); font-size: 13px; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { color-scheme: light; --bg: #fff; --fg: #000; --dim: #444; --line: #bbb; --panel: #f4f4f4; --link: #000;
    --gained: #0d5223; --gained-bg: #eaf7ee; --lost: #7d1520; --lost-bg: #fdeaec; --warn: #5c3e00; --warn-bg: #fff; --note: #123a70; --note-bg: #fff; }
  body { font-size: 11pt; }
  .skip, .filters, .copy { display: none !important; }
  header, main, footer { max-width: none; padding: 0; }
  thead { display: table-header-group; }
  tr, article, figure { break-inside: avoid; }
  article { content-visibility: visible !important; }
  .scroll, .graph { overflow: visible; }
}
`;
