import type { Fault } from "../world/faults.ts";

/** What is wrong with the shape of a case; nothing when it is one. Policy documents are any object here: the policy parser reads them. */
export declare function validateCase(value: unknown): readonly Fault[];

/** What is wrong with the shape of a request, the `request` member of a case; nothing when it is one. */
export declare function validateRequest(value: unknown): readonly Fault[];
