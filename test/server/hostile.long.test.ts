import { expect, it } from "vitest";
import { sendBad, sendBytes, stayOpen, target } from "./hostile.ts";

const { server, key } = await target();

it("every request that is wrong in one way", async () => {
  expect(await sendBad(server, key, Number.POSITIVE_INFINITY)).toBeGreaterThan(20_000);
});

it("a hundred thousand that are none", async () => {
  for (let seed = 1; seed <= 100; seed++) await sendBytes(server, 1000, seed);
});

it("many connections that say little", async () => {
  await stayOpen(server, 900);
});
