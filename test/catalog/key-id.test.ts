import { expect, test } from "vitest";
import { isKeyId } from "../../src/catalog/key-id.ts";

test.each([
  ["1234abcd-12ab-34cd-56ef-1234567890ab", true],
  [`mrk-${"0a".repeat(16)}`, true],
  ["1234ABCD-12ab-34cd-56ef-1234567890ab", false], // AWS KMS finds no key by it
  ["mrk-1234abcd-12ab-34cd-56ef-1234567890ab", false],
  ["key/1234abcd-12ab-34cd-56ef-1234567890ab", false],
  ["alias/app", false],
])("%s: %s", (text, expected) => expect(isKeyId(text)).toBe(expected));
