/** The style of the coverage pages: everything in the page, colours for light and dark, and never by colour alone. */
export const STYLE = `
:root { color-scheme: light dark; --bg: #ffffff; --fg: #1c2330; --dim: #5d6778; --line: #dde2ea; --panel: #f5f7fa; --link: #0b57b8;
  --decided: #1a7f45; --decided-bg: #dcf3e4; --matched: #7a5a00; --matched-bg: #fdf0c4; --failed: #a84300; --failed-bg: #ffe3cf; --never: #b3202c; --never-bg: #ffdde0; }
@media (prefers-color-scheme: dark) {
  :root { --bg: #14181f; --fg: #e4e8ee; --dim: #98a3b3; --line: #2c3440; --panel: #1b212a; --link: #7fb4ff;
    --decided: #5fd08f; --decided-bg: #17382a; --matched: #e8c25a; --matched-bg: #3b3212; --failed: #ffa266; --failed-bg: #44290f; --never: #ff8a92; --never-bg: #471b22; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--fg); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main, header, footer { max-width: 1180px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 24px; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 24px; top: 8px; }
h1 { font-size: 22px; line-height: 1.3; margin: 4px 0 2px; overflow-wrap: anywhere; }
h2 { font-size: 16px; margin: 32px 0 10px; }
.crumbs, .sub, footer { color: var(--dim); font-size: 13px; }
footer { padding-top: 32px; padding-bottom: 40px; }
.tiles { display: flex; flex-wrap: wrap; gap: 10px; margin: 18px 0 8px; padding: 0; list-style: none; }
.tiles li { flex: 1 1 112px; background: var(--panel); border: 1px solid var(--line); border-radius: 8px; padding: 8px 12px 10px; }
.tiles .name { color: var(--dim); font-size: 12px; }
.tiles .percent { display: block; white-space: nowrap; font-size: 20px; font-weight: 600; font-variant-numeric: tabular-nums; }
.tiles .of { color: var(--dim); font-size: 12px; font-variant-numeric: tabular-nums; }
.bar { display: block; height: 5px; border-radius: 3px; background: var(--line); overflow: hidden; margin-top: 4px; }
.bar i { display: block; height: 100%; }
.high { color: var(--decided); } .mid { color: var(--matched); } .low { color: var(--never); }
.bar .high { background: var(--decided); } .bar .mid { background: var(--matched); } .bar .low { background: var(--never); }
.scroll, .frame { border: 1px solid var(--line); border-radius: 8px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
.policies th, .policies td { padding: 7px 10px; text-align: right; border-top: 1px solid var(--line); white-space: nowrap; }
.policies thead th { border-top: 0; color: var(--dim); font-weight: 500; font-size: 12px; background: var(--panel); }
.policies tbody th { text-align: left; font-weight: 500; white-space: normal; overflow-wrap: anywhere; min-width: 220px; }
.policies th:first-child { text-align: left; }
.policies .kind { color: var(--dim); font-weight: 400; font-size: 12px; display: block; }
.policies .whole { min-width: 128px; }
.policies tbody tr:hover { background: var(--panel); }
.holes { margin: 0; padding: 0; list-style: none; border: 1px solid var(--line); border-radius: 8px; }
.holes li { padding: 6px 12px; border-top: 1px solid var(--line); overflow-wrap: anywhere; display: grid; grid-template-columns: minmax(0, 17em) minmax(0, 1fr); gap: 14px; }
.holes li:first-child { border-top: 0; }
.holes .where { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 12.5px; line-height: 1.8; }
.holes.plain li { display: block; }
@media (max-width: 640px) { .holes li { display: block; } }
.legend { display: flex; flex-wrap: wrap; gap: 6px 18px; margin: 0 0 10px; padding: 0; list-style: none; font-size: 13px; color: var(--dim); }
.code { font: 13px/1.65 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.code td { padding: 0 10px; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; }
.code .no, .code .hits { text-align: right; color: var(--dim); user-select: none; white-space: nowrap; width: 1%; }
.code .no a { color: inherit; }
.code .hits { border-right: 4px solid transparent; padding-right: 8px; }
.code .none { font-weight: 600; }
.block-matched .none { color: var(--matched); } .block-failed .none { color: var(--failed); } .block-never .none { color: var(--never); }
.code tr:target { background: var(--panel); box-shadow: inset 3px 0 0 var(--link); }
.code .fold td { color: var(--dim); background: var(--panel); text-align: center; font-size: 12px; }
.block-decided .hits { border-right-color: var(--decided); } .block-matched .hits { border-right-color: var(--matched); }
.block-failed .hits { border-right-color: var(--failed); } .block-never .hits { border-right-color: var(--never); }
mark { color: inherit; background: none; border-radius: 3px; padding: 1px 2px; margin: 0 -2px; position: relative; }
mark.decided, .s-decided { background: var(--decided-bg); color: var(--decided); }
mark.matched, .s-matched { background: var(--matched-bg); color: var(--matched); text-decoration: underline dotted; }
mark.failed, .s-failed { background: var(--failed-bg); color: var(--failed); text-decoration: underline dashed; }
mark.never, .s-never { background: var(--never-bg); color: var(--never); text-decoration: underline wavy; }
mark, .s-matched, .s-failed, .s-never { text-underline-offset: 3px; text-decoration-thickness: 1px; }
mark .tip { position: absolute; left: 0; top: 1.7em; z-index: 2; display: none; width: max-content; max-width: 460px; padding: 4px 10px; border-radius: 6px;
  background: var(--fg); color: var(--bg); font: 12.5px/1.5 system-ui, sans-serif; text-decoration: none; white-space: normal; }
mark:hover .tip, mark:focus .tip { display: block; }
.badge, .opens { font: 11.5px/1.5 system-ui, sans-serif; border-radius: 9px; padding: 0 8px; margin-left: 8px; white-space: nowrap; user-select: none; }
.badge { border: 1px solid var(--failed); color: var(--failed); }
.opens { text-decoration: none; }
.legend mark, .legend .badge { margin: 0 4px 0 0; }
kbd { font: 12px ui-monospace, monospace; border: 1px solid var(--line); border-radius: 4px; padding: 0 5px; background: var(--panel); }
@media (max-width: 640px) {
  main, header, footer { padding-left: 12px; padding-right: 12px; }
  .code { table-layout: fixed; font-size: 11.5px; }
  .code .of-no { width: 34px; } .code .of-hits { width: 44px; }
  .code td { padding: 0 4px; }
  .code .hits { padding-right: 4px; }
  .badge, .opens { white-space: normal; margin-left: 4px; }
  mark .tip { max-width: 70vw; }
  .policies th, .policies td { padding: 7px 6px; }
  .policies tbody th { min-width: 150px; }
  .policies .whole { min-width: 84px; }
  .holes .where { display: block; }
}
@media print { .skip, kbd { display: none; } .scroll { overflow: visible; } }
`;

/** `n` and `p` go from hole to hole: a page without scripts lacks no more than that. */
export const SCRIPT = `
(() => {
  const holes = [...document.querySelectorAll(".code :is(.never, .failed, .matched, .s-never, .s-failed, .s-matched, .badge)[tabindex]")];
  let at = -1;
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /INPUT|TEXTAREA|SELECT/.test(event.target.tagName) || holes.length === 0) return;
    const step = { n: 1, p: -1 }[event.key];
    if (!step) return;
    at = at < 0 ? (step > 0 ? 0 : holes.length - 1) : (at + step + holes.length) % holes.length;
    holes[at].focus();
    holes[at].scrollIntoView({ block: "center" });
  });
})();
`;
