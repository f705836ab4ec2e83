import { abridged, counted, printable } from "../../base/text.ts";
import { TYPE_NAMES } from "../policies/kind.ts";
import type { FoundPolicies } from "./policies.ts";

/** What `init` did, for whoever reads its lines. */
export type Done = {
  readonly found: FoundPolicies | undefined; // undefined where a world was there
  readonly wrote: readonly { readonly path: string; readonly what: string }[];
  readonly notes: number;
  readonly world: string;
  readonly cases: number;
  readonly workflow: string | undefined; // why there is none, or what of it was there
  readonly next: string;
};

const MOST_TOLD = 5;

export function doneText({ found, wrote, notes, world, cases, workflow, next }: Done): string {
  const lines = [
    ...(found === undefined ? [`world   ${world} is there, and stays as it is`] : foundLines(found, world)),
    ...wrote.map(({ path, what }) => `wrote   ${path}${what}`),
    ...(workflow === undefined ? [] : [`no CI   ${workflow}`]),
    "",
    ...(cases > 0
      ? [
          `The ${counted(cases, "case")} say what the policies do today, not what they should do: look at each, and take the word "review" out.`,
        ]
      : []),
    ...(notes > 0 ? [`First look at the ${counted(notes, "note")} on top of ${world}: what was guessed, and what was not tested.`] : []),
    `next    ${next}`,
  ];
  return `${lines.join("\n")}\n`;
}

function foundLines({ policies, left, foreign }: FoundPolicies, world: string): readonly string[] {
  const counts = new Map<keyof typeof TYPE_NAMES, number>();
  for (const { type } of policies) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [
    `found   ${Object.keys(TYPE_NAMES)
      .flatMap((type) => [...counts].filter(([each]) => each === type))
      .map(([type, count]) => counted(count, ...TYPE_NAMES[type]))
      .join(", ")}`,
    ...left.slice(0, MOST_TOLD).map(({ path, because }) => printable(`unused  ${path}: it ${because}`, 500)),
    ...(left.length > MOST_TOLD ? [`unused  ${left.length - MOST_TOLD} more: ${world} lists them`] : []),
    ...foreignLines(foreign).map((line) => printable(`beside  ${line}`, 500)),
  ];
}

/** Documents of one kind on one line: `plan.json is a Terraform plan: write the policies …`. */
export function foreignLines(foreign: FoundPolicies["foreign"]): readonly string[] {
  const kinds = new Map<string, { readonly help: string; readonly paths: string[] }>();
  for (const { what, help, path } of foreign) {
    const known = kinds.get(what);
    if (known === undefined) kinds.set(what, { help, paths: [path] });
    else known.paths.push(path);
  }
  return [...kinds].map(([what, { help, paths }]) => `${abridged(paths, "and", 3)}, ${what}: ${help}`);
}
