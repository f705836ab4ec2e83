import type { LintReport } from "./report.ts";

/** For programs: the run as it is. */
export const lintJson = (report: LintReport): string => `${JSON.stringify(report, undefined, 2)}\n`;
