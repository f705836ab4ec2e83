import { expect, it } from "vitest";
import { fixedPorts } from "../../src/kms/ports.ts";
import { startService } from "../../src/kms/service.ts";
import { NOW } from "./records.ts";

it("puts the keys of its world into an empty store, by their short names", () => {
  const { service, arns } = startService({
    ports: fixedPorts({ startMs: NOW }),
    world: { keys: { orders: { aliases: ["alias/orders"] } } },
  });
  expect(service.store.state.key(arns.orders!)?.aliases).toEqual(["alias/orders"]);
  expect(service.audit.events()).toEqual([]);
});

it("shows nothing of its root key", () => {
  const { service } = startService({ ports: fixedPorts({ startMs: NOW }) });
  expect(JSON.stringify(service.root)).toBe("{}");
});
