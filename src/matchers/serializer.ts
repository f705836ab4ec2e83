import type { Access, Entry } from "../analysis/answers.ts";
import type { Answer, Determining } from "../authz/decision.ts";
import { printable } from "../base/text.ts";
import { World } from "../estate/world.ts";
import { assumptionsOf } from "../explain/assumptions.ts";
import { kindOf } from "./matcher-input.ts";

/** What snapshot files hold of an answer, as vitest and jest take it. */
export type Serializer = {
  readonly test: (value: unknown) => boolean;
  readonly serialize: (value: unknown, config: unknown, indentation: string) => string;
};

/**
 * Answers in snapshots: what was decided, by what, and why; not what was looked at on the way, which changes with every policy nearby. Worlds by the names
 * in them. Answers of `whoCan` and `can` as who may do what and when, in order, without the examples.
 *
 *     Deny explicitDeny
 *       by: key policy#DenyDelete
 *       reason: …
 */
export const wardSerializer: Serializer = {
  test: (value) => World.is(value) || kindOf(value) === "answer" || isAccess(value),
  serialize: (value, _, indentation) => linesFor(value).join(`\n${indentation}  `),
};

function linesFor(value: unknown): readonly string[] {
  if (World.is(value)) return worldLines(value);
  return isAccess(value) ? accessLines(value) : linesOf(value as Answer);
}

const isAccess = (value: unknown): value is Access =>
  typeof value === "object" &&
  value !== null &&
  "entries" in value &&
  Array.isArray(value.entries) &&
  "undecided" in value &&
  "assumptions" in value;

function accessLines({ complete, entries, assumptions, undecided }: Access): readonly string[] {
  return [
    complete ? "Access" : "Access, not complete",
    ...entries
      .map(entryLines)
      .sort((a, b) => Number(a.join("\n") > b.join("\n")) - Number(a.join("\n") < b.join("\n")))
      .flat(),
    ...assumptions.map(({ text }) => `assumed: ${printable(text)}`).sort(),
    ...undecided.map(({ key, text }) => `undecided: ${key === undefined ? "" : `${printable(key)}: `}${printable(text, 1_000)}`).sort(),
  ];
}

function entryLines({ key, who, actions, when, by }: Entry): readonly string[] {
  const names = actions.map((action) => action.replace(/^kms:/, "")).sort();
  const ways = when
    .map((all) =>
      all
        .map(({ key: name, text }) => `${name} ${text}`)
        .sort()
        .join(" and "),
    )
    .sort();
  return [
    `${printable(key.name)}: ${printable(who.text)}: ${names.join(", ")}`,
    ...ways.map((way) => `  when ${printable(way, 1_000)}`),
    ...by.map((one) => `  by ${nameOf(one)}`).sort(),
  ];
}

/** Names alone: a world may hold key material and access keys. */
const worldLines = ({ estate: { principals, keys } }: World): readonly string[] => [
  "World",
  `principals: ${principals.map(({ name }) => printable(name)).join(", ")}`,
  `keys: ${keys.map(({ name }) => printable(name)).join(", ")}`,
];

function linesOf(answer: Answer): readonly string[] {
  const { decision, outcome, by, reason, missing, error, invalid } = answer;
  const told = invalid?.map(({ code, message }) => `invalid: ${printable(message)} [${code}]`) ?? [];
  return [
    `${decision} ${outcome}`,
    ...by.map((one) => `by: ${nameOf(one)}`),
    `reason: ${printable(reason, 1_000)}`,
    ...(missing === undefined ? [] : [`missing: ${missing.map((key) => printable(key)).join(", ")}`]),
    ...assumptionsOf(answer).map(({ as, keys }) => `taken as ${as}: ${keys.join(", ")}`),
    ...(error === undefined ? [] : [`error: ${error.name} (${error.status})`]),
    ...told,
  ];
}

/** As `toBeDecidedBy` takes it. */
const nameOf = (by: Determining): string =>
  "grant" in by ? `grant ${printable(by.grant)}` : `${printable(by.policy)}#${by.sid ? printable(by.sid) : by.statement}`;
