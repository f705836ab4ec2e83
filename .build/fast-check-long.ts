// Stands in for fast-check in the long run (`npm run test:long`): the same, with twenty times the runs.
import * as original from "../node_modules/fast-check/lib/fast-check.js";

export * from "../node_modules/fast-check/lib/fast-check.js";

const FACTOR = 20;
const more = <P extends { numRuns?: number }>(parameters: P | undefined): P =>
  ({ ...parameters, numRuns: FACTOR * (parameters?.numRuns ?? original.readConfigureGlobal().numRuns ?? 100) }) as P;

export const assert = ((property: never, parameters: never) => original.assert(property, more(parameters))) as typeof original.assert;
export const check = ((property: never, parameters: never) => original.check(property, more(parameters))) as typeof original.check;

export default { ...original, assert, check };
