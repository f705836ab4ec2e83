import type { Diagnostic } from "../base/diagnostic.ts";
import { isPlainObject } from "../base/json-source.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { partitionOf } from "../catalog/regions.ts";
import { type Money, parseMoney } from "./money.ts";

/** How requests are priced (AWS KMS pricing): by the kind of key, and what is asked of it. */
export const REQUEST_CLASSES = [
  "symmetric",
  "hmac",
  "random",
  "asymmetricRsa2048",
  "asymmetricOther",
  "dataKeyPairEcc",
  "dataKeyPairRsa",
  "management",
] as const;
export type RequestClass = (typeof REQUEST_CLASSES)[number];

export type RequestPrice = { readonly price: string; readonly per: number; readonly freeTier: boolean; readonly status: Status };
/** How sure a figure is: read on AWS's page, quoted from it elsewhere, or assumed. */
export type Status = "read" | "quoted" | "assumed";

export type Prices = {
  readonly asOf: string;
  readonly currency: string;
  readonly keyMonth: string;
  readonly rotationMonth: string; // of each of the first rotations
  readonly billedRotations: number;
  readonly requests: Readonly<Record<RequestClass, RequestPrice>>;
  readonly freeRequests: number; // a month and account, all Regions together
  readonly freeOperations: readonly string[];
};

const request = (price: string, freeTier: boolean, status: Status): RequestPrice => ({ price, per: 10_000, freeTier, status });

/** Of the commercial Regions, which have one price; `kmsward cost` prints the date. The free operations have secondary sources only. */
// biome-ignore format: a table reads as a table
export const PRICES: Prices = {
  asOf: "2026-11-30",
  currency: "USD",
  keyMonth: "1.00",
  rotationMonth: "1.00",
  billedRotations: 2,
  requests: {
    symmetric:         request("0.03",  true,  "quoted"),
    hmac:              request("0.03",  true,  "assumed"),
    random:            request("0.03",  true,  "assumed"),
    asymmetricRsa2048: request("0.03",  false, "quoted"),
    asymmetricOther:   request("0.15",  false, "quoted"),
    dataKeyPairEcc:    request("0.10",  false, "quoted"),
    dataKeyPairRsa:    request("12.00", false, "quoted"),
    management:        request("0.03",  true,  "assumed"),
  },
  freeRequests: 20_000,
  freeOperations: ["DescribeKey", "GetKeyPolicy", "ListKeys", "ListAliases"],
};

/** Regions of other partitions have other prices, which are not in the table: never the commercial ones by silence. */
export const hasPrice = (region: string): boolean => (partitionOf(region) ?? "aws") === "aws";

export const moneyOf = (text: string): Money => parseMoney(text) ?? { of: 0n, parts: 1n };

/** A table of prices in the place of ours: whatever of its members is given. */
export function readPrices(value: unknown, file: string): Result<Prices, readonly Diagnostic[]> {
  const faults: Diagnostic[] = [];
  const wrong = (pointer: string, message: string, help?: string) =>
    faults.push({ code: "KW104", severity: "error", message, at: { file, pointer }, ...(help && { help }) });
  if (!isPlainObject(value)) {
    wrong("", "a table of prices is an object", "`kmsward cost --print-prices` prints ours, to be changed");
    return fail(faults);
  }
  const given = value as Record<string, unknown>;
  for (const name of Object.keys(given))
    if (!Object.hasOwn(PRICES, name)) wrong(`/${name}`, "is no member of a table of prices", `there are ${Object.keys(PRICES).join(", ")}`);
  for (const name of ["asOf", "currency"] as const)
    if (given[name] !== undefined && typeof given[name] !== "string") wrong(`/${name}`, "is a text");
  for (const name of ["keyMonth", "rotationMonth"] as const)
    if (given[name] !== undefined && !isPrice(given[name])) wrong(`/${name}`, "is a price as a text", '`"1.00"`');
  for (const name of ["billedRotations", "freeRequests"] as const)
    if (given[name] !== undefined && !(Number.isInteger(given[name]) && (given[name] as number) >= 0))
      wrong(`/${name}`, "is a whole number");
  if (
    given.freeOperations !== undefined &&
    !(Array.isArray(given.freeOperations) && given.freeOperations.every((one) => typeof one === "string"))
  )
    wrong("/freeOperations", "is a list of operations");
  const requests = given.requests ?? {};
  if (!isPlainObject(requests)) wrong("/requests", "is an object of request classes");
  else
    for (const [name, row] of Object.entries(requests)) {
      const at = `/requests/${name}`;
      if (!(REQUEST_CLASSES as readonly string[]).includes(name))
        wrong(at, "is no class of requests", `there are ${REQUEST_CLASSES.join(", ")}`);
      else if (!isPlainObject(row)) wrong(at, "is an object with `price`, `per`, `freeTier`");
      else {
        const { price, per = 10_000, freeTier = true } = row as Record<string, unknown>;
        if (!isPrice(price) || !Number.isInteger(per) || (per as number) < 1 || typeof freeTier !== "boolean")
          wrong(
            at,
            "is `price` (a text), `per` (a number of requests) and `freeTier`",
            '`{ "price": "0.03", "per": 10000, "freeTier": true }`',
          );
      }
    }
  if (faults.length > 0) return fail(faults);
  const rows = Object.entries(requests as Partial<Record<RequestClass, Partial<RequestPrice>>>).map(([name, row]) => [
    name,
    { ...PRICES.requests[name as RequestClass], ...row },
  ]);
  return ok({ ...PRICES, ...given, requests: { ...PRICES.requests, ...Object.fromEntries(rows) } } as Prices);
}

const isPrice = (value: unknown): boolean => typeof value === "string" && parseMoney(value) !== undefined;
