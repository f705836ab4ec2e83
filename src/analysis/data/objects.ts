import type { CompiledPolicy } from "../../authz/compile.ts";
import type { WorldResource } from "../../estate/estate.ts";
import { parsePattern } from "../../iam/wildcard.ts";
import { textClasses } from "../../sets/text-classes.ts";
import { type Language, literal, oneExcept, STAR, sequence } from "../../sets/tokens.ts";
import { languageOf, tokensOf } from "../languages.ts";

/** What may be asked for in a resource, by one that stands for all that no policy tells from it; `undefined`: the resource itself is asked for. */
export type Inner = { readonly name: string | undefined; readonly isAny: boolean };

/** An object that no policy singles out, where there is one. */
export const PLAIN = "any-object";
const MOST_STATES = 20_000;
const MOST_KINDS = 24;
const CONTEXT = "kms:encryptioncontext:";

/**
 * The objects of a bucket, or the streams of a log group, as the policies can tell them apart, by what resources they name and by the encryption context
 * that S3 makes of an object: one of each kind, that which no policy singles out first. `part`: a pattern of what is meant of it. `inexact`: why there may be more kinds.
 */
export function innersOf(
  { kind, arn, objects }: WorldResource,
  policies: readonly CompiledPolicy[],
  part?: string,
): { readonly inners: readonly Inner[]; readonly inexact?: string } {
  if (kind.inner === undefined) return { inners: [{ name: undefined, isAny: true }] };
  const start = `${arn}${kind.innerBy ?? "/"}`;
  const statements = policies.flatMap((policy) => policy.statements);
  const texts = new Set(statements.flatMap(({ resource }) => (resource?.members ?? []).map(({ text }) => text)));
  const near = [...texts].filter((text) => /^[*?]/.test(text) || text.startsWith(arn.slice(0, 12)));
  const varies = near.some((text) => text.includes("${"));
  const languages: Language[] = near.filter((text) => !text.includes("${")).map((text) => [tokensOf(parsePattern(text))]);
  for (const condition of statements.flatMap(({ conditions }) => conditions))
    if (condition.name.startsWith(CONTEXT)) for (const pattern of languageOf(condition, () => undefined) ?? []) languages.push([pattern]);
  for (const { keys } of objects) languages.push([sequence(literal(start), tokensOf(parsePattern(keys)))]);
  const within = part === undefined ? [oneExcept("*?$"), STAR] : tokensOf(parsePattern(part));
  const domain: Language = [sequence(literal(start), ...(part === undefined ? within : [within]))];
  const found = textClasses(languages, domain, { maxStates: MOST_STATES, hints: [`${start}${PLAIN}`] });
  if ("limit" in found || found.classes.length > MOST_KINDS)
    return {
      inners: [{ name: part?.replaceAll("*", "").replaceAll("?", "x") ?? PLAIN, isAny: false }],
      inexact: "what is in it is told apart by patterns that overlap too much",
    };
  const names = found.classes.map(({ witness }) => witness.slice(start.length));
  const plain = names.includes(PLAIN) ? [PLAIN] : [];
  const inners = [...plain, ...names.filter((name) => name !== PLAIN)].map((name) => ({ name, isAny: names.length === 1 }));
  return { inners, ...(varies && { inexact: "what is in it is told apart by policy variables" }) };
}

type OfPart = { readonly objects?: string; readonly who: { readonly text: string }; readonly when: unknown };

/** What is said of every kind of what is in a resource alike is said once, of the whole; `kinds`: how many there are. `sameAs`: what else two must share. */
export function ofWhole<T extends OfPart>(found: readonly T[], kinds: number, sameAs: (one: T) => string): readonly T[] {
  if (kinds < 2) return found;
  const groups = new Map<string, T[]>();
  for (const one of found) {
    const name = JSON.stringify([one.who.text, one.when, sameAs(one)]);
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length < kinds) return group;
    const { objects: _, ...whole } = first;
    return [whole as T];
  });
}
