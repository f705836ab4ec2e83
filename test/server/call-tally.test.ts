import { Counter, Histogram, Registry } from "prom-client";
import { expect, it } from "vitest";
import { BOUNDS, CallTally } from "../../src/server/call-tally.ts";
import { Metrics } from "../../src/server/metrics.ts";
import type { ObservedCall } from "../../src/server/observed-call.ts";

const call = (some: Partial<ObservedCall>): ObservedCall => ({
  service: "kms",
  operation: "Encrypt",
  requestId: "",
  isAuthenticated: true,
  status: 200,
  seconds: 0.001,
  bytes: 1,
  ...some,
});

const CALLS = [
  ...[0, 0.0001, 0.00011, 0.3, 5, 5.1, 100].map((seconds) => call({ seconds })),
  call({ operation: "Decrypt", error: "AccessDeniedException" }),
  call({ operation: "Decrypt", error: "InvalidSignatureException", isAuthenticated: false }),
  call({ service: "sts", operation: "AssumeRole" }),
  call({ operation: undefined, error: "UnknownOperationException", isAuthenticated: false }),
];

/** What the library counts by itself, call by call. */
function countedByTheLibrary(): Registry {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({ name: "kmsward_requests_total", help: "h", labelNames: ["service", "operation", "outcome"], registers });
  const seconds = new Histogram({
    name: "kmsward_request_seconds",
    help: "h",
    labelNames: ["service", "operation"],
    buckets: [...BOUNDS],
    registers,
  });
  for (const { service, operation = "unknown", error = "success", seconds: took } of CALLS) {
    requests.inc({ service, operation, outcome: error });
    seconds.observe({ service, operation }, took);
  }
  return registry;
}

const valuesOf = (text: string) =>
  text
    .split("\n")
    .filter((line) => line.startsWith("kmsward_request"))
    .sort();

it("reads as what the library would have counted, also together with others", async () => {
  const tally = new CallTally();
  for (const one of CALLS) tally.observe(one);
  const metrics = new Metrics("1.2.3", tally);
  const { text } = await metrics.text();
  expect(valuesOf(text)).toEqual(valuesOf(await countedByTheLibrary().metrics()));
  expect(text).toContain('kmsward_auth_failures_total{reason="InvalidSignatureException"} 1\n');
  expect(text).not.toContain('kmsward_auth_failures_total{reason="UnknownOperationException"}');
  const twice = await metrics.text([await metrics.values()]);
  expect(twice.text).toContain('kmsward_request_seconds_count{service="kms",operation="Encrypt"} 14\n');
  expect(twice.text).toContain('kmsward_requests_total{service="sts",operation="AssumeRole",outcome="success"} 2\n');
});
