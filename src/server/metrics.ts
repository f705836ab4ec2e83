import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { ObservedCall } from "./observed-call.ts";

/** What Prometheus reads. Names in labels are from closed lists: nothing that a client sends makes a new one. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Counter<"service" | "operation" | "outcome">;
  readonly #seconds: Histogram<"service" | "operation">;
  readonly #refused: Counter<"reason">;

  constructor(version: string) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Counter({
      name: "kmsward_requests_total",
      help: "Calls by how they ended",
      labelNames: ["service", "operation", "outcome"],
      registers,
    });
    this.#seconds = new Histogram({
      name: "kmsward_request_seconds",
      help: "How long calls took",
      labelNames: ["service", "operation"],
      buckets: [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
      registers,
    });
    this.#refused = new Counter({
      name: "kmsward_auth_failures_total",
      help: "Requests that are nobody's",
      labelNames: ["reason"],
      registers,
    });
    new Gauge({ name: "kmsward_build_info", help: "Which version this is", labelNames: ["version"], registers }).set({ version }, 1);
  }

  observe({ service, operation, error, isAuthenticated, seconds }: ObservedCall): void {
    this.#requests.inc({ service, operation: operation ?? "unknown", outcome: error ?? "success" });
    this.#seconds.observe({ service, operation: operation ?? "unknown" }, seconds);
    if (!isAuthenticated && error !== undefined && operation !== undefined) this.#refused.inc({ reason: error });
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
