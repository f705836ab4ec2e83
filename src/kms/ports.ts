import { type Members, mapOf, NUMBER, needed } from "../base/members.ts";
import { assertOptions } from "../base/usage.ts";
import type { RandomBytes, RsaSpec } from "../crypto/key-spec.ts";
import type { Hsm } from "./key-stores/hsm.ts";
import type { XksTransport } from "./key-stores/xks-transport.ts";

/** Everything the embedded KMS may ask of the world. If it is not here, the KMS cannot do it. */
export type Ports = {
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** Moves the clock forward by milliseconds; absent where the clock is the machine's. */
  readonly advance?: (milliseconds: number) => void;
  /** `length` bytes: unpredictable in production, counted in tests. */
  readonly randomBytes: RandomBytes;
  /** A new private key, PKCS #8 DER: Node makes RSA keys from no seed of ours, so they are a port of their own. Blocks while it is made. */
  readonly generateRsaKey: (spec: RsaSpec) => Uint8Array;
  /** Where keys live that are not in this process: proxies of external key stores, hardware security modules. Absent: no key stores of that type. */
  readonly xks?: XksTransport;
  readonly hsm?: Hsm;
};

/** A clock that stands still until it is moved. */
export function standingClock(startMs: number): { readonly now: () => number; readonly advance: (milliseconds: number) => void } {
  let now = startMs;
  return {
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}

const FIXED: Members = { startMs: needed(NUMBER), rsaKeys: mapOf({ is: (key) => key instanceof Uint8Array, words: "bytes" }) };

/**
 * A world in which the same calls give the same bytes, for tests and for replaying a recorded session. Time stands still until `advance`.
 *
 * @throws {TypeError} for options that it does not have.
 */
export function fixedPorts(options: {
  readonly startMs: number;
  readonly rsaKeys?: Readonly<Partial<Record<RsaSpec, Uint8Array>>>;
}): Ports & { readonly advance: (milliseconds: number) => void } {
  assertOptions(options, FIXED, "fixedPorts");
  return {
    ...standingClock(options.startMs),
    randomBytes: countedBytes(),
    generateRsaKey: (spec) => {
      const key = options.rsaKeys?.[spec];
      if (key === undefined) throw new RangeError(`fixedPorts was given no ${spec} key`);
      return key;
    },
  };
}

/** Bytes that look random and are the same in every run: splitmix32 over a counter. Not secret. */
function countedBytes(): RandomBytes {
  let counter = 0;
  const word = () => {
    counter = (counter + 0x9e3779b9) | 0;
    let mixed = counter ^ (counter >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
  return (length) => Uint8Array.from({ length }, () => word() & 0xff);
}
