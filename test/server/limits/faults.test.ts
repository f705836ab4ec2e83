import { describe, expect, it } from "vitest";
import { Faults, type InjectedFault, readFault } from "../../../src/server/limits/faults.ts";
import { call } from "../raw-http.ts";
import { serving } from "../serving.ts";

const fault = (text: string): InjectedFault => {
  const read = readFault(text);
  return read.ok ? read.value : expect.unreachable(read.error);
};

describe("a fault", () => {
  it("is of an operation or of all, for a share of calls", () => {
    expect(fault("Decrypt=ThrottlingException:0.1")).toMatchObject({
      operation: "Decrypt",
      share: 0.1,
      error: { name: "ThrottlingException" },
    });
    expect(fault("*=250ms")).toEqual({ operation: "*", share: 1, delayMs: 250 });
  });

  it.each([
    "",
    "Decrypt",
    "Decrypt=",
    "Decrypto=250ms",
    "Decrypt=NoSuchException",
    "Decrypt=ThrottlingException:2",
    "Decrypt=ThrottlingException:0.1:1",
    "Decrypt=250s",
  ])("%j is none", (text) => {
    expect(readFault(text).ok).toBe(false);
  });

  it("comes over as many calls as it should, and over the same for the same seed", () => {
    const drawn = (seed: number) => {
      const faults = new Faults([fault("Decrypt=ThrottlingException:0.25")], seed);
      return Array.from({ length: 4000 }, () => faults.draw("Decrypt").error !== undefined);
    };
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
    const share = drawn(7).filter(Boolean).length / 4000;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.3);
    expect(new Faults([fault("Decrypt=ThrottlingException")], 1).draw("Encrypt")).toEqual({ delayMs: 0, error: undefined });
  });
});

describe("an endpoint with faults", () => {
  it("fails as it was asked to", async () => {
    const list = [fault("ListKeys=ThrottlingException"), fault("ListAliases=KeyUnavailableException"), fault("*=1ms")];
    const server = await serving({ faults: { list, seed: 1 }, until: () => undefined });
    expect(await call(server.url, "ListKeys")).toMatchObject({ status: 400, json: { __type: "ThrottlingException" } });
    expect(await call(server.url, "ListAliases")).toMatchObject({ status: 500, json: { __type: "KeyUnavailableException" } });
    expect(await call(server.url, "CreateKey")).toMatchObject({ status: 200 });
    await server.stop(0);
  });
});
