import { inCents, type Money } from "../../cost/money.ts";
import { type Bill, monthTotal, requestsOf } from "./bill.ts";

const COLORS = ["#2f6fde", "#e8743b", "#19a979", "#945ecf", "#d9a520", "#13a4b4", "#d14b72", "#6c8893"];
const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [860, 420, 70, 60, 64];
const MOST = 6; // keys with a colour of their own: other keys and requests have the last two
const WIDEST = 110; // of a column

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
  const step = (WIDTH - LEFT - 200) / Math.max(1, columns.length);
  const width = Math.min(step * 0.7, WIDEST);
  const axis = axisFor(most);
  const scale = (HEIGHT - BOTTOM - TOP) / (axis.at(-1) as number);
  const bars = columns.flatMap(({ month, total, parts }, i) => {
    const x = LEFT + (i + 0.5) * step - width / 2;
    let y = HEIGHT - BOTTOM;
    const rects = parts.flatMap((part, s) => {
      const height = part * scale;
      y -= height;
      return part === 0
        ? []
        : [
            `<rect x="${r(x)}" y="${r(y)}" width="${r(width)}" height="${r(height)}" fill="${COLORS[s % COLORS.length]}"><title>${escaped(series[s] ?? "")} ${month}: ${part.toFixed(2)}</title></rect>`,
          ];
    });
    return [
      ...rects,
      `<text x="${r(x + width / 2)}" y="${r(y - 6)}" text-anchor="middle">${inCents(total)}</text>`,
      `<text x="${r(x + width / 2)}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${escaped(month)}</text>`,
    ];
  });
  const legend = series.map(
    (name, s) =>
      `<rect x="${WIDTH - 185}" y="${TOP + s * 24}" width="14" height="14" fill="${COLORS[s % COLORS.length]}"/><text x="${WIDTH - 164}" y="${TOP + s * 24 + 12}">${escaped(name.length > 22 ? `${name.slice(0, 21)}…` : name)}</text>`,
  );
  const ticks = axis.map((value) => {
    const y = HEIGHT - BOTTOM - value * scale;
    return `<line x1="${LEFT}" x2="${WIDTH - 200}" y1="${r(y)}" y2="${r(y)}" class="grid"/><text x="${LEFT - 8}" y="${r(y + 4)}" text-anchor="end">${value.toFixed(2)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Cost of KMS by key and month, ${escaped(prices.currency)}">
<style>text{font:13px system-ui,sans-serif;fill:#222}.grid{stroke:#8884}.back{fill:#fff}@media(prefers-color-scheme:dark){text{fill:#ddd}.back{fill:#16181d}}</style>
<rect width="${WIDTH}" height="${HEIGHT}" class="back"/>
<text x="${LEFT}" y="22" style="font-weight:600">KMS by key and month, ${escaped(prices.currency)}</text>
${[...ticks, ...bars, ...legend].join("\n")}
</svg>
`;
}

/** From 0 to what is not less than the most, in three to five steps of round numbers. */
function axisFor(most: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(most / 4));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power * 5 >= most && factor * power * 4 >= most * 0.8) ?? 10) * power;
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, i) => i * step);
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
