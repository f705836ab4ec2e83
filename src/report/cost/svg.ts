import { inCents, type Money } from "../../cost/money.ts";
import { type Bill, monthTotal, requestsOf } from "./bill.ts";

const COLORS = ["#2f6fde", "#e8743b", "#19a979", "#945ecf", "#d9a520", "#13a4b4", "#d14b72", "#6c8893"];
const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [860, 420, 70, 60, 40];
const MOST = 7; // keys with a colour of their own

/** Cost by key and month, as stacked columns: keys by name, the rest of them together, requests on top. One self-contained file, for light and dark. */
export function billSvg({ months, prices }: Bill): string {
  const names = topKeys(months.flatMap(({ keys }) => keys));
  const series = [...names, ...(months.some(({ keys }) => keys.length > names.length) ? ["other keys"] : []), "requests"];
  const columns = months.map((month) => {
    const own = (name: string) => month.keys.filter(({ key }) => key === name);
    const rest = month.keys.filter(({ key }) => !names.includes(key));
    return {
      month: month.month,
      total: monthTotal(month),
      parts: series.map((name) =>
        shownAs(name === "requests" ? [requestsOf(month)] : (name === "other keys" ? rest : own(name)).map(({ cost }) => cost)),
      ),
    };
  });
  const most = Math.max(0.01, ...columns.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0)));
  const step = Math.min(120, (WIDTH - LEFT - 200) / Math.max(1, columns.length));
  const scale = (HEIGHT - BOTTOM - TOP) / most;
  const bars = columns.flatMap(({ month, total, parts }, i) => {
    const x = LEFT + i * step + step * 0.15;
    let y = HEIGHT - BOTTOM;
    const rects = parts.flatMap((part, s) => {
      const height = part * scale;
      y -= height;
      return part === 0
        ? []
        : [
            `<rect x="${r(x)}" y="${r(y)}" width="${r(step * 0.7)}" height="${r(height)}" fill="${COLORS[s % COLORS.length]}"><title>${escaped(series[s] ?? "")} ${month}: ${part.toFixed(2)}</title></rect>`,
          ];
    });
    return [
      ...rects,
      `<text x="${r(x + step * 0.35)}" y="${r(y - 6)}" text-anchor="middle">${inCents(total)}</text>`,
      `<text x="${r(x + step * 0.35)}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${escaped(month)}</text>`,
    ];
  });
  const legend = series.map(
    (name, s) =>
      `<rect x="${WIDTH - 185}" y="${TOP + s * 24}" width="14" height="14" fill="${COLORS[s % COLORS.length]}"/><text x="${WIDTH - 164}" y="${TOP + s * 24 + 12}">${escaped(name.length > 22 ? `${name.slice(0, 21)}…` : name)}</text>`,
  );
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const y = HEIGHT - BOTTOM - part * most * scale;
    return `<line x1="${LEFT}" x2="${WIDTH - 200}" y1="${r(y)}" y2="${r(y)}" class="grid"/><text x="${LEFT - 8}" y="${r(y + 4)}" text-anchor="end">${(part * most).toFixed(2)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Cost of KMS by key and month, ${escaped(prices.currency)}">
<style>text{font:13px system-ui,sans-serif;fill:#222}.grid{stroke:#8884}.back{fill:#fff}@media(prefers-color-scheme:dark){text{fill:#ddd}.back{fill:#16181d}}</style>
<rect width="${WIDTH}" height="${HEIGHT}" class="back"/>
<text x="${LEFT}" y="22" style="font-weight:600">KMS by key and month, ${escaped(prices.currency)}</text>
${[...ticks, ...bars, ...legend].join("\n")}
</svg>
`;
}

function topKeys(keys: readonly { readonly key: string; readonly cost: Money }[]): readonly string[] {
  const sums = new Map<string, number>();
  for (const { key, cost } of keys) sums.set(key, (sums.get(key) ?? 0) + shownAs([cost]));
  return [...sums]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST)
    .map(([name]) => name);
}

/** For drawing, where a hundredth of a pixel is nothing. */
const shownAs = (all: readonly Money[]): number => all.reduce((sum, { of, parts }) => sum + Number(of) / Number(parts), 0);

const r = (value: number): string => value.toFixed(1);
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
