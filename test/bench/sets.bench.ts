import { textClasses } from "../../src/sets/text-classes.ts";
import { digits, type Language, literal, ONE, STAR, sequence, wildcard } from "../../src/sets/tokens.ts";
import { ANYTHING } from "../sets/matches.ts";
import type { Row } from "./row.ts";

/** What languages on one variable divide it into: as policies are, and as they can be made to be slow. */

const list = <T>(count: number, of: (i: number) => T): readonly T[] => Array.from({ length: count }, (_, i) => of(i));
const letter = (i: number) => String.fromCharCode(97 + i);

const ROLES: Language = [sequence("arn:aws:iam::", digits(12), ":role/", ONE, STAR)];
const names = list(500, (i) => literal(`arn:aws:iam::11112222${String(i * 17).padStart(4, "0")}:role/team-${i}/service-${i * 31}`));

type Question = { readonly what: string; readonly languages: readonly Language[]; readonly domain: Language; readonly aim: string };

const QUESTIONS: readonly Question[] = [
  { what: "a list of 12 patterns like *kx*", languages: [list(12, (i) => wildcard(`*k${letter(i)}*`))], domain: ANYTHING, aim: "≤ 1" },
  { what: "12 patterns like *kx* each for itself: 4,096 classes", languages: list(12, (i) => [wildcard(`*k${letter(i)}*`)]), domain: ANYTHING, aim: "≤ 200" },
  { what: "500 roles each for itself", languages: names.map((name) => [name]), domain: ROLES, aim: "≤ 100" },
  { what: "two lists of 500 roles", languages: [names, names.slice(1)], domain: ROLES, aim: "≤ 100" },
  { what: "a text of 2,048 characters", languages: [[literal("arn:aws:iam::111122223333:role/".padEnd(2_048, "team/"))]], domain: ANYTHING, aim: "≤ 5" },
  { what: "beyond 50,000 states: *a and *b before 2,000 ?", languages: ["a", "b"].map((char) => [wildcard(`*${char}${"?".repeat(2_000)}`)]), domain: ANYTHING, aim: "≤ 500" },
]; // biome-ignore format: a table reads as a table

/** Milliseconds of CPU: the best of some, since whatever else the machine does only adds. */
function cost({ languages, domain }: Question): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 8; round++) {
    const before = process.cpuUsage();
    textClasses(languages, domain, { maxStates: 50_000 });
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

export default async function sets(): Promise<readonly Row[]> {
  return QUESTIONS.map((each) => ({ name: each.what, value: cost(each), unit: "ms", aim: each.aim }));
}
