import { policyNetwork } from "../iam/addresses.ts";
import type { Atom } from "./atoms.ts";

/**
 * IPv4 addresses as policies see them, by number: what they see changes where a network of theirs begins or ends, and nowhere else. `seen` is asked once for
 * each stretch between.
 */
export class Networks<T> {
  readonly #turns: readonly number[]; // where stretches begin, in order; the first at 0
  readonly #codes: (T | undefined)[] = [];
  readonly #seen: (address: string) => T;

  constructor(atoms: readonly Atom[], seen: (address: string) => T) {
    const ends = atoms.flatMap(({ operands }) => operands.flatMap(endsOf));
    this.#turns = [...new Set([0, ...ends])].filter((at) => at < 2 ** 32).sort((a, b) => a - b);
    this.#seen = seen;
  }

  of(address: number): T {
    const turns = this.#turns;
    let [low, high] = [0, turns.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((turns[middle] as number) <= address) low = middle;
      else high = middle - 1;
    }
    const known = this.#codes[low];
    if (known !== undefined) return known;
    const code = this.#seen(dotted(turns[low] as number));
    this.#codes[low] = code;
    return code;
  }
}

/** The first address of a network, and the first behind it. */
function endsOf(operand: string): readonly number[] {
  const network = policyNetwork(operand);
  if (network === undefined || network === "nowhere" || network.family !== "ipv4") return [];
  const size = 2 ** (32 - network.bits);
  const start = Math.floor(network.bytes.reduce((sum, byte) => sum * 256 + byte, 0) / size) * size;
  return [start, start + size];
}

const dotted = (address: number): string => [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join(".");

/** Four decimal numbers without leading zeros; undefined of any other text. */
export function ipv4In(text: string): number | undefined {
  if (text.length > 15) return undefined;
  let [address, part, length, dots] = [0, 0, 0, 0];
  for (let i = 0; i <= text.length; i++) {
    const code = i === text.length ? DOT : text.charCodeAt(i);
    if (code === DOT) {
      if (length === 0 || part > 255 || ++dots > 4) return undefined;
      address = address * 256 + part;
      part = 0;
      length = 0;
    } else {
      if (code < ZERO || code > ZERO + 9 || (length > 0 && part === 0)) return undefined;
      part = part * 10 + code - ZERO;
      length++;
    }
  }
  return dots === 4 ? address : undefined;
}

const [DOT, ZERO] = [0x2e, 0x30];
