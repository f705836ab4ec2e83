import type { MutationReport } from "../../mutation/mutate-report.ts";

/** The report as it is: plain JSON, version 1. */
export const mutationJson = (report: MutationReport): string => `${JSON.stringify(report, null, 2)}\n`;
