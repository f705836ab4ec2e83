import { expect, it } from "vitest";
import { fixedPorts } from "../../src/kms/ports.ts";
import { startService } from "../../src/kms/service.ts";
import { worldOf } from "../world/worlds.ts";
import { NOW } from "./records.ts";

it("puts the keys of its world into an empty store, by their short names", () => {
  const { service, seed } = startService({
    ports: fixedPorts({ startMs: NOW }),
    world: worldOf({ keys: { orders: { aliases: ["alias/orders"] } } }),
  });
  expect(service.store.state.key(seed.arns.orders!)?.aliases).toEqual(["alias/orders"]);
  expect(service.audit.events()).toEqual([]);
});

it("shows nothing of its root key", () => {
  const { service } = startService({ ports: fixedPorts({ startMs: NOW }) });
  expect(JSON.stringify(service.root)).toBe("{}");
});
