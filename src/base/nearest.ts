import { distance } from "fastest-levenshtein";

/** Longer words are not looked at: a suggestion is for a slip of the finger, and the work must stay small whatever is typed. */
const LONGEST = 64;

/**
 * The candidate a person most likely meant by `word`: the one that differs by letter case only, else the one with the fewest changed letters, if they are
 * at most a third of the word, or at most `most`. Two neighbours in each other's place are one change. Of equals the first.
 */
export function nearest(word: string, candidates: Iterable<string>, most = Math.max(1, Math.floor(word.length / 3))): string | undefined {
  if (word.length > LONGEST) return undefined;
  const lower = word.toLowerCase();
  let best: string | undefined;
  let fewest = most + 1;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    if (other === lower) return candidate;
    if (Math.abs(other.length - lower.length) >= fewest) continue;
    const changes = isSwapped(lower, other) ? 1 : distance(lower, other);
    if (changes < fewest) {
      best = candidate;
      fewest = changes;
    }
  }
  return best;
}

function isSwapped(word: string, other: string): boolean {
  if (word.length !== other.length) return false;
  let i = 0;
  while (i < word.length && word[i] === other[i]) i++;
  return word[i] === other[i + 1] && word[i + 1] === other[i] && word.slice(i + 2) === other.slice(i + 2);
}
