import { expect, it } from "vitest";
import { sendBad, sendBytes, stayOpen, target } from "./hostile.ts";

/** A sample; the long run tries all, and a hundred thousand (`hostile.long.test.ts`). */
const { server, key } = await target();

it("requests that are wrong in one way are refused by an error that their operation has", { timeout: 120_000 }, async () => {
  expect(await sendBad(server, key, 600)).toBe(600);
});

it("bytes that are no request crash nothing, and nothing answers as if it were to blame", { timeout: 120_000 }, async () => {
  await sendBytes(server, 200, 1);
});

it("connections that say little keep nobody waiting", { timeout: 60_000 }, async () => {
  await stayOpen(server, 100);
});
