import { operation } from "../../catalog/operations.ts";
import { type BilledKey, keyCost, type Month, monthOf } from "../../cost/key-months.ts";
import { fraction, times } from "../../cost/money.ts";
import { moneyOf, PRICES, type Prices, type RequestClass, readPrices } from "../../cost/prices.ts";
import { billedAs } from "../../cost/request-class.ts";
import { requestCosts } from "../../cost/request-cost.ts";
import { type AccountMonth, type Usage, UsageCounter } from "../../cost/usage.ts";
import { today } from "../../embedded/today.ts";
import { type Bill, billJson, type MonthBill } from "../../report/cost/bill.ts";
import { billText } from "../../report/cost/text.ts";
import { worldAt } from "../analysis/worlds.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { eventInputs } from "../events/inputs.ts";
import { readLogs } from "../events/read.ts";
import { Files, sinkOf } from "../files.ts";
import { IMPORT_OPTIONS, readingIn } from "../import-options.ts";
import type { Options } from "../options.ts";
import { progressOn } from "../progress.ts";
import { Refusal, refuse } from "../refusal.ts";
import { colorsFor, tell } from "../talk.ts";

const NAME = "kmsward cost";

export const command: Command = {
  name: "cost",
  summary: "what keys and requests cost, and how near quotas are",
  usage: ["cost [EVENTS…] [--world WORLD] [OPTION…]", "cost --world WORLD --rate Decrypt=1000000 --rate Sign:ECC_NIST_P256=50000"],
  about: `Keys come from a world, requests from records of CloudTrail or from --rate. Prices are a table with a date, of commercial Regions; --prices gives another.
    Everything is exact until it is shown; what is assumed is said.`,
  groups: [
    {
      title: "Of what",
      options: [
        { name: "world", short: "w", value: "WORLD", help: "the keys: a world file, or git:REF:PATH" },
        {
          name: "rate",
          value: "OPERATION[:SPEC]=NUMBER",
          many: true,
          help: "requests a month, of keys of that spec (of GenerateDataKeyPair: of the pair); default: SYMMETRIC_DEFAULT",
        },
        { name: "month", value: "YYYY-MM", help: "the month of keys and rates; default: this one; of events: only this one" },
        { name: "per-month", help: "fill a month with requests as the events have them in their span" },
      ],
    },
    { title: "Documents of other tools", options: IMPORT_OPTIONS },
    {
      title: "Prices",
      options: [
        { name: "prices", value: "FILE", help: "a table of prices (JSON or YAML), whatever of it differs from ours" },
        { name: "print-prices", help: "print the table, and do nothing else" },
        { name: "assume-commercial", help: "take the prices of commercial Regions for China and GovCloud too" },
      ],
    },
    {
      title: "Answer",
      options: [
        {
          name: "format",
          value: "text|json|svg",
          choices: ["text", "json", "svg"],
          help: "text for people, JSON, or a picture of cost by key and month",
        },
        { name: "output", short: "o", value: "FILE", help: "write to a file" },
      ],
    },
  ],
  examples: [
    "kmsward cost -w orders.world.yaml --rate Decrypt=100000",
    "kmsward cost AWSLogs/ -w orders.world.yaml --per-month",
    "kmsward cost AWSLogs/ -w orders.world.yaml --format svg -o cost.svg",
  ],
  run,
};

async function run(options: Options, io: Io): Promise<ExitCode> {
  const prices = await pricesOf(options, io);
  const sink = sinkOf(options.get("output"), io);
  if (options.has("print-prices")) {
    await sink.write(`${JSON.stringify(prices, undefined, 2)}\n`);
    await sink.close();
    return 0;
  }
  const paths = options.positionals;
  if (paths.length === 0 && !options.has("world") && !options.has("rate"))
    throw refuse("KW010", NAME, "nothing is given that costs", "give a world, events, or `--rate Decrypt=100000`");
  const keys = options.has("world") ? await keysOf(options, io) : [];
  const specs = new Map(keys.map(({ arn, spec }) => [arn, spec]));
  const { usage, lost } = paths.length === 0 ? { usage: undefined, lost: [] } : await usageOf(paths, prices, specs, io);
  for (const text of lost) io.stderr.write(`${NAME}: ${text}\n`);
  const bill = billOf(options, prices, keys, usage);
  const format = options.get("format") ?? "text";
  const colors = options.has("output") ? undefined : await colorsFor(io.stdout, io.env);
  await sink.write(
    format === "json"
      ? billJson(bill)
      : format === "svg"
        ? (await import("../../report/cost/svg.ts")).billSvg(bill)
        : billText(bill, colors),
  );
  await sink.close();
  return lost.length > 0 ? 1 : 0;
}

type Keys = readonly (BilledKey & { readonly spec: string })[];

async function keysOf(options: Options, io: Io): Promise<Keys> {
  const { world, warnings } = await worldAt(options.get("world") ?? "", undefined, await readingIn(options, io));
  await tell(warnings, io);
  return world.estate.keys;
}

async function pricesOf(options: Options, io: Io): Promise<Prices> {
  const path = options.get("prices");
  if (path === undefined) return PRICES;
  const { node, faults } = await new Files(io).document(path);
  const { toValue } = await import("../../base/json-source.ts");
  if (node === undefined || faults.length > 0)
    throw refuse("KW100", path, faults[0]?.message ?? "is no JSON", "`kmsward cost --print-prices` prints a table to begin with");
  const read = readPrices(toValue(node), path);
  if (!read.ok) throw new Refusal(read.error);
  return read.value;
}

async function usageOf(paths: readonly string[], prices: Prices, specs: ReadonlyMap<string, string>, io: Io) {
  const counter = new UsageCounter(prices, (arn) => specs.get(arn));
  const progress = progressOn(io.stderr, undefined, "records");
  let [read, odd] = [0, 0];
  const lost = await readLogs(await eventInputs(paths, io), {
    record: (value) => {
      read++;
      counter.add(value);
    },
    unreadable: () => odd++,
    chunk: () => progress?.show(read),
  });
  progress?.clear();
  return { usage: counter.usage(), lost: odd > lost.length ? [...lost, `${odd - lost.length} records could not be read`] : lost };
}

function billOf(options: Options, prices: Prices, keys: Keys, usage: Usage | undefined): Bill {
  const only = monthIn(options);
  const counts = [...countsOf(usage), ...ratesOf(options, prices, (only ?? thisMonth()).text)];
  const factor = options.has("per-month") && usage !== undefined ? factorOf(usage) : undefined;
  const names =
    only === undefined
      ? [...new Set([...counts.map(({ month }) => month), ...(counts.length === 0 ? [thisMonth().text] : [])])].sort()
      : [only.text];
  const months = names.flatMap((name) => {
    const month = monthOf(name);
    return month === undefined ? [] : [monthBill(month, keys, counts, prices, factor, options.has("assume-commercial"))];
  });
  const { calls = 0, left = 0 } = usage?.bucketKeys ?? {};
  const row = prices.requests.symmetric;
  const saving = usage === undefined ? undefined : { calls, left, money: times(fraction(calls - left, row.per), moneyOf(row.price)) };
  return { prices, months, usage, factor, saving };
}

const countsOf = (usage: Usage | undefined): readonly AccountMonth[] => usage?.months ?? [];

function monthBill(
  month: Month,
  keys: Keys,
  all: readonly AccountMonth[],
  prices: Prices,
  factor: number | undefined,
  assume: boolean,
): MonthBill {
  const requests = all
    .filter((one) => one.month === month.text)
    .map(({ account, counts }) => {
      const scaled =
        factor === undefined
          ? counts
          : Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, Math.round(count * factor)]));
      return { account, classes: requestCosts(scaled, prices) };
    });
  return { month: month.text, keys: keys.map((key) => keyCost(key, month, prices, assume)), requests };
}

/** What fills a month of 30 days. */
function factorOf({ from, to, months }: Usage): number {
  if (months.length > 1 && new Set(months.map(({ month }) => month)).size > 1)
    throw refuse("KW001", NAME, "`--per-month` goes with events of one month", "leave it out, or choose one by --month");
  const days = from === undefined || to === undefined ? 0 : (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days < 1 / 24)
    throw refuse("KW001", NAME, "the events span less than an hour: no month can be told from them", "leave `--per-month` out");
  return Math.max(1, 30 / days);
}

function ratesOf(options: Options, prices: Prices, month: string): readonly AccountMonth[] {
  const counts: Partial<Record<RequestClass, number>> = {};
  for (const text of options.all("rate")) {
    const [, name = "", spec, amount = ""] = /^([A-Za-z]+)(?::([A-Z0-9_]+))?=([0-9_]+)$/.exec(text) ?? [];
    if (operation(name) === undefined)
      throw refuse(
        "KW001",
        "--rate",
        `${JSON.stringify(text)} is no rate`,
        "OPERATION[:SPEC]=NUMBER, as in `--rate Decrypt=100000` or `--rate Sign:ECC_NIST_P256=5000`",
      );
    const billed = billedAs(
      name,
      spec ?? (/Sign|Verify$|PublicKey|DeriveSharedSecret|capsulate|Pair/.test(name) ? undefined : "SYMMETRIC_DEFAULT"),
      prices,
    );
    if (billed !== undefined) counts[billed.class] = (counts[billed.class] ?? 0) + Number(amount.replaceAll("_", ""));
  }
  return options.has("rate") ? [{ account: "the account", month, counts }] : [];
}

const thisMonth = (): Month => monthOf(today().slice(0, 7)) as Month;

function monthIn(options: Options): Month | undefined {
  const text = options.get("month");
  if (text === undefined) return undefined;
  const month = monthOf(text);
  if (month === undefined) throw refuse("KW001", "--month", "is no month", "2026-11");
  return month;
}
