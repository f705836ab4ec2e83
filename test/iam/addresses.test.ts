import { describe, expect, it } from "vitest";
import { policyNetwork, requestAddress } from "../../src/iam/addresses.ts";
import { parseIp, parseIpRange } from "../../src/sets/ip-ranges.ts";

describe("requestAddress", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["2001:db8::1", "2001:db8::1"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["::ffff:cb00:7107", "203.0.113.7"],
  ])("%s is %s", (text, expected) => expect(requestAddress(text)).toEqual(parseIp(expected)));

  it.each(["", "203.0.113.0/24", "::203.0.113.7", "2001:db8::203.0.113.7", "64:ff9b::192.0.2.33", "::ffff:203.0.113"])(
    "%j is none",
    (text) => expect(requestAddress(text)).toBeUndefined(),
  );
});

describe("policyNetwork", () => {
  it.each(["203.0.113.0/24", "203.0.113.7/24", "203.0.113.7", "2001:db8::/32", "::1", "::ffff:cb00:7107", "::ffff:0:0/96", "::/0"])(
    "%s is what it says",
    (text) => expect(policyNetwork(text)).toEqual(parseIpRange(text)),
  );

  it.each(["2001:db8::5/64", "::1/0", "2001:db8::5/127"])("%s is nowhere", (text) => expect(policyNetwork(text)).toBe("nowhere"));

  it.each(["", "10.0.0.*", "::ffff:203.0.113.7", "::ffff:203.0.113.0/120", "2001:db8::1.2.3.4"])("%j is none", (text) =>
    expect(policyNetwork(text)).toBeUndefined(),
  );
});
