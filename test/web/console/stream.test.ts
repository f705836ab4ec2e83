import { expect, it } from "vitest";
import { Lines, pauseMs, tokenIn } from "../../../src/web/console/stream.ts";

it("makes lines of parts, wherever they are cut", () => {
  const bytes = new TextEncoder().encode('{"a":"ä"}\n\n{"b":1}\n{"c"');
  for (let at = 0; at <= bytes.length; at++) {
    const lines = new Lines();
    expect([...lines.push(bytes.slice(0, at)), ...lines.push(bytes.slice(at))]).toEqual(['{"a":"ä"}', '{"b":1}']);
    expect(lines.push(new TextEncoder().encode(":2}\n"))).toEqual(['{"c":2}']);
  }
});

it("refuses a line that does not end", () => {
  const lines = new Lines();
  const part = new Uint8Array(1_000_000).fill(97);
  expect(() => {
    for (let i = 0; i < 10; i++) lines.push(part);
  }).toThrow("a line that does not end");
});

it("waits longer each time, and never long", () => {
  expect([0, 1, 2, 3, 4, 5, 6, 1e9].map(pauseMs)).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
});

it("takes a token from behind the #, and nothing else", () => {
  expect(tokenIn("#token=abc+/=")).toBe("abc+/=");
  for (const none of ["", "#", "#token=", "#1.abc", "#x&token=abc", "#token=a b"]) expect(tokenIn(none)).toBeUndefined();
});
