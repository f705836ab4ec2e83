import { printable } from "../../base/text.ts";
import { placeName } from "../../report/tests/report.ts";
import type { TestPlan } from "./plan.ts";

/** The cases that would be tried, a line each: where it is, and its name. */
export const listText = (plan: TestPlan): string =>
  casesOf(plan)
    .map(
      ({ at, name, skip }) =>
        `${placeName(at)}  ${printable(name)}${skip === undefined ? "" : `  (skipped${skip && `: ${printable(skip)}`})`}\n`,
    )
    .join("");

/** The same for programs, which editors may be: `[{ file, name, line, column, skip, only }]`. */
export const listJson = (plan: TestPlan): string =>
  `${JSON.stringify(
    casesOf(plan).map(({ path, name, at: { line, column }, skip, only }) => ({
      file: path,
      name,
      line,
      column,
      skip,
      ...(only && { only }),
    })),
    undefined,
    2,
  )}\n`;

const casesOf = ({ files }: TestPlan) => files.flatMap(({ file: { path }, cases }) => [...cases].map((test) => ({ path, ...test })));
