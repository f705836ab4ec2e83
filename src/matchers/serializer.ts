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
 * in them.
 *
 *     Deny explicitDeny
 *       by: key policy#DenyDelete
 *       reason: …
 */
export const wardSerializer: Serializer = {
  test: (value) => World.is(value) || kindOf(value) === "answer",
  serialize: (value, _, indentation) => (World.is(value) ? worldLines(value) : linesOf(value as Answer)).join(`\n${indentation}  `),
};

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
