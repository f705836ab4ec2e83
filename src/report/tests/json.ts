import type { TestReport } from "./report.ts";

/** For programs, and to be merged: the run as it is. */
export const testsJson = (report: TestReport): string => `${JSON.stringify(report, undefined, 2)}\n`;
