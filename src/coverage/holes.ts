import type { CoverageItem, CoverageReport, CoveredPolicy } from "./report.ts";
import { countedPolicies, held, type SummaryOptions, statusOf } from "./summary.ts";

/** Something no test shows, worst first. */
export type Hole = { readonly policy: CoveredPolicy; readonly item: CoverageItem; readonly message: string };

type Rule = {
  readonly applies: (item: CoverageItem, statement: CoverageItem) => boolean;
  readonly message: (item: CoverageItem, statement: CoverageItem) => string;
};

const is =
  (...kinds: readonly CoverageItem["kind"][]) =>
  ({ kind }: CoverageItem): boolean =>
    kinds.includes(kind);

const decided = (item: CoverageItem): boolean => statusOf(item) === "decided";
const called = ({ kind, name }: CoverageItem): string => (kind === "grant" ? `the grant ${name}` : name);

/** An item makes the first of these holes that it is; what is in a statement that no test decides is no hole of its own. */
const RULES: readonly Rule[] = [
  {
    applies: (item) => item.kind === "statement" && item.effect === "Deny" && !decided(item),
    message: (item) => `no test shows that ${item.name} denies anything${soFar(item)}`,
  },
  {
    applies: (item) => item.kind === "statement" && !decided(item),
    message: (item) => `no test shows that ${item.name} allows anything${soFar(item)}`,
  },
  {
    applies: (item) => item.kind === "grant" && !decided(item),
    message: (item) => `no test shows that the grant ${item.name} allows anything${soFar(item)}`,
  },
  {
    applies: (item, statement) => is("condition", "constraint")(item) && decided(statement) && item.failed === 0,
    message: ({ name, unknown }, statement) =>
      `${name} of ${called(statement)} was never seen to fail: ${unknown > 0 ? "where it did not hold it was unknown" : "without it every answer would be the same"}`,
  },
  {
    applies: (item, statement) => is("condition", "constraint")(item) && decided(statement) && held(item) === 0,
    message: ({ name }, statement) => `${name} of ${called(statement)} was never seen to hold`,
  },
  {
    applies: (item, statement) => item.except === true && statusOf(statement) !== "never" && !decided(item),
    message: ({ name }, statement) => `no test needs the exception ${name} of ${called(statement)}`,
  },
  {
    applies: (item, statement) => is("principal", "action", "resource", "operation")(item) && decided(statement) && !decided(item),
    message: ({ name, kind }, statement) => `no test needs the ${kind} ${name} of ${called(statement)}`,
  },
];

const soFar = (item: CoverageItem): string =>
  ({
    never: ": none asks for its action on its resource",
    failed: ": whoever asked, it did not apply",
    matched: ": where it applied, something else decided",
    decided: "",
  })[statusOf(item)];

/** Every hole of the policies that count, worst first, and then in the order of the policies. */
export function holesOf(report: CoverageReport, options: SummaryOptions = {}): readonly Hole[] {
  const found: Hole[][] = RULES.map(() => []);
  for (const policy of countedPolicies(report, options)) {
    let statement: CoverageItem | undefined;
    for (const item of policy.items) {
      if (is("statement", "grant")(item)) statement = item;
      const around = statement?.statement === item.statement ? statement : item;
      const rule = RULES.findIndex(({ applies }) => applies(item, around));
      found[rule]?.push({ policy, item, message: RULES[rule]?.message(item, around) ?? "" });
    }
  }
  return found.flat();
}
