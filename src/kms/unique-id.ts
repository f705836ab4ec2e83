const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/**
 * A unique id in IAM's form (IAM User Guide, "Unique identifiers"): the prefix of its kind and 17 characters. Made from the text, so that a principal
 * that was told without one has the same in every run. FNV-1a, a character at a time: nothing depends on its strength.
 */
export function uniqueId(prefix: "AIDA" | "AROA", text: string): string {
  let id = prefix as string;
  let hash = 0x811c9dc5;
  for (let i = 0; i < 17; i++) {
    for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    hash = Math.imul(hash ^ i, 0x01000193) >>> 0;
    id += ALPHABET[(hash >>> 16) & 31];
  }
  return id;
}
