import type { Fault } from "../world/faults.ts";

/** What is wrong with the shape of a JSON report of tests; nothing when it is one. */
export declare function validateTestReport(value: unknown): readonly Fault[];
