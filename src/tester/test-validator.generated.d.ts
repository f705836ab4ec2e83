import type { Fault } from "../world/faults.ts";

/** What is wrong with the shape of a test file; nothing when it is one. */
export declare function validateTest(value: unknown): readonly Fault[];
