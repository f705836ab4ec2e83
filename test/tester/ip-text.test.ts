import fc from "fast-check";
import { expect, test } from "vitest";
import { contains, parseIp, parseIpRange } from "../../src/sets/ip-ranges.ts";
import { addressText } from "../../src/tester/ip-text.ts";

test("the first address of a network, in a text that reads as it", () => {
  const bytes = (length: number) => fc.array(fc.nat({ max: 255 }), { minLength: length, maxLength: length });
  fc.assert(
    fc.property(fc.oneof(bytes(4), bytes(16)), fc.nat({ max: 128 }), (address, most) => {
      const bits = Math.min(most, address.length * 8);
      const range = parseIpRange(`${addressText(address, bits)}/${bits}`);
      const whole = parseIp(addressText(address, address.length * 8));
      expect(whole?.bytes).toEqual(address);
      expect(range && whole && contains(range, whole)).toBe(true);
    }),
  );
});
