import type { Fault } from "./faults.ts";

/** What is wrong with the shape of a world document; nothing when it is one. Policy documents are any object here: the policy parser reads them. */
export declare function validateWorld(value: unknown): readonly Fault[];
