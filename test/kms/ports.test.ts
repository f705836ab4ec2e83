import { expect, it } from "vitest";
import { fixedPorts } from "../../src/kms/ports.ts";

it("gives the same bytes in every run, and never the same twice", () => {
  const [one, other] = [fixedPorts({ startMs: 0 }), fixedPorts({ startMs: 0 })];
  const draws = Array.from({ length: 2000 }, () => Buffer.from(one.randomBytes(16)).toString("hex"));
  expect(new Set(draws).size).toBe(2000);
  expect(Array.from({ length: 2000 }, () => Buffer.from(other.randomBytes(16)).toString("hex"))).toEqual(draws);
  expect(one.randomBytes(0)).toHaveLength(0);
});

it("stands still until it is moved", () => {
  const ports = fixedPorts({ startMs: 5 });
  expect([ports.now(), ports.now()]).toEqual([5, 5]);
  ports.advance(1000);
  expect(ports.now()).toBe(1005);
});

it("has the RSA keys that it was given", () => {
  const key = Uint8Array.of(1);
  expect(fixedPorts({ startMs: 0, rsaKeys: { RSA_2048: key } }).generateRsaKey("RSA_2048")).toBe(key);
  expect(() => fixedPorts({ startMs: 0 }).generateRsaKey("RSA_4096")).toThrow("fixedPorts was given no RSA_4096 key");
});
