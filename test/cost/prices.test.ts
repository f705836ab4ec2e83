import { expect, test } from "vitest";
import { PRICES, readPrices } from "../../src/cost/prices.ts";

const faults = (value: unknown) => {
  const read = readPrices(value, "p.json");
  return read.ok ? [] : read.error.map(({ at }) => at.pointer);
};

test("whatever of a table is given takes the place of ours", () => {
  const read = readPrices({ asOf: "2027-01-01", requests: { symmetric: { price: "0.05" } } }, "p.json");
  expect(read.ok && read.value).toMatchObject({
    asOf: "2027-01-01",
    keyMonth: "1.00",
    requests: { symmetric: { price: "0.05", per: 10_000 }, hmac: PRICES.requests.hmac },
  });
  expect(faults(PRICES)).toEqual([]);
});

test("what is no table of prices is told", () => {
  expect(faults([])).toEqual([""]);
  expect(faults({ keyMonht: "1" })).toEqual(["/keyMonht"]);
  expect(faults({ keyMonth: 1, freeRequests: -1, freeOperations: "x" })).toEqual(["/keyMonth", "/freeRequests", "/freeOperations"]);
  expect(faults({ requests: { symetric: {} } })).toEqual(["/requests/symetric"]);
  expect(faults({ requests: { symmetric: { price: 0.03 } } })).toEqual(["/requests/symmetric"]);
  expect(faults({ requests: { symmetric: { price: "0.03", per: 0 } } })).toEqual(["/requests/symmetric"]);
});
