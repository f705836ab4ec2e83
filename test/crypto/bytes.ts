import { readFileSync } from "node:fs";

export const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "hex"));
export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
export const utf8 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "utf8"));

/** Published or frozen values, each file with its source. */
export const vectors = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../fixtures/vectors/${name}.json`, import.meta.url), "utf8")) as T;

/** Unpredictable to nobody: every draw is another byte repeated. */
export function countedBytes(): (length: number) => Uint8Array {
  let draws = 0;
  return (length) => new Uint8Array(length).fill(++draws % 256);
}

/** Every way to damage a little: each bit flipped, each truncation, one byte more at either end. */
export function* damaged(bytes: Uint8Array): Generator<Uint8Array> {
  for (let bit = 0; bit < 8 * bytes.length; bit++) {
    const copy = Uint8Array.from(bytes);
    copy[bit >> 3]! ^= 1 << (bit & 7);
    yield copy;
  }
  for (let length = 0; length < bytes.length; length++) yield bytes.slice(0, length);
  yield Uint8Array.of(...bytes, 0);
  yield Uint8Array.of(0, ...bytes);
}
