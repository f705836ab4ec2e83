import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, type Metric, Registry } from "prom-client";
import { BOUNDS, type CallTally, type TalliedOperation } from "./call-tally.ts";

/** What Prometheus reads. Names in labels are from closed lists: nothing that a client sends makes a new one. */
export class Metrics {
  readonly #registry = new Registry();

  constructor(version: string, tally: CallTally) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    new Counter({
      name: "kmsward_requests_total",
      help: "Calls by how they ended",
      labelNames: ["service", "operation", "outcome"],
      registers,
      collect() {
        this.reset();
        for (const { service, operation, outcomes } of tally.operations)
          for (const [outcome, count] of outcomes) this.inc({ service, operation, outcome }, count);
      },
    });
    this.#registry.registerMetric(secondsOf(tally) as unknown as Metric);
    new Counter({
      name: "kmsward_auth_failures_total",
      help: "Requests that are nobody's",
      labelNames: ["reason"],
      registers,
      collect() {
        this.reset();
        for (const [reason, count] of tally.refusals) this.inc({ reason }, count);
      },
    });
    new Gauge({ name: "kmsward_build_info", help: "Which version this is", labelNames: ["version"], registers }).set({ version }, 1);
  }

  /** `others`: what processes beside this one gave as `values`. */
  async text(others: readonly unknown[] = []): Promise<{ readonly type: string; readonly text: string }> {
    const type = this.#registry.contentType;
    if (others.length === 0) return { type, text: await this.#registry.metrics() };
    const all = [await this.values(), ...others] as Parameters<typeof AggregatorRegistry.aggregate>[0];
    return { type, text: await AggregatorRegistry.aggregate(all).metrics() };
  }

  /** As plain data, for another process to add to its own. */
  async values(): Promise<unknown> {
    return this.#registry.getMetricsAsJSON();
  }
}

/** A histogram that has been counted already: what the library makes of its own, made of a tally. */
function secondsOf(tally: CallTally) {
  const about = { name: "kmsward_request_seconds", help: "How long calls took", type: "histogram", aggregator: "sum" } as const;
  return { ...about, get: async () => ({ ...about, values: tally.operations.flatMap((one) => valuesOf(about.name, one)) }) };
}

function valuesOf(name: string, { service, operation, within, seconds, count }: TalliedOperation) {
  const labels = { service, operation };
  let sofar = 0;
  const buckets = BOUNDS.map((le, i) => {
    sofar += within[i] as number;
    return { metricName: `${name}_bucket`, labels: { le, ...labels }, value: sofar };
  });
  return [
    ...buckets,
    { metricName: `${name}_bucket`, labels: { le: "+Inf", ...labels }, value: count },
    { metricName: `${name}_sum`, labels, value: seconds },
    { metricName: `${name}_count`, labels, value: count },
  ];
}
