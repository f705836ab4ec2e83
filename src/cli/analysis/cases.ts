import type { Imported, OpenChoice } from "../../importers/importer.ts";

/** A value for each thing that decides conditions of templates, and the same in words. */
export type Case = { readonly text: string; readonly choices: ReadonlyMap<string, string | null> };

const MOST_CASES = 16;

/** All the ways in which the conditions of some imports may turn out; undefined: they are more than anybody would read. */
export function casesOf(imports: readonly (Imported | undefined)[]): readonly Case[] | undefined {
  const choices = new Map<string, OpenChoice>();
  for (const one of imports.flatMap((imported) => imported?.open ?? [])) {
    const known = choices.get(one.id);
    choices.set(one.id, { ...one, values: [...new Set([...(known?.values ?? []), ...one.values])] });
  }
  let cases: readonly Case[] = [{ text: "", choices: new Map() }];
  for (const choice of choices.values()) {
    cases = cases.flatMap((before) =>
      choice.values.map((value) => ({
        text: [before.text, inWords(choice, value)].filter((text) => text !== "").join(" and "),
        choices: new Map(before.choices).set(choice.id, value),
      })),
    );
    if (cases.length > MOST_CASES) return undefined;
  }
  return cases;
}

function inWords({ id, values, isComparison }: OpenChoice, value: string | null): string {
  if (isComparison) return value === "true" ? id.replace(" = ", " is ") : id.replace(" = ", " is not ");
  if (value !== null) return `${id} is "${value}"`;
  const others = values.flatMap((one) => (one === null ? [] : `"${one}"`));
  return `${id} is ${others.length === 1 ? "not" : "none of"} ${others.join(", ")}`;
}
