/**
 * The matchers in jest 30: `import "kmsward/jest"` in a test file, or in one of `setupFilesAfterEnv`. kmsward is made of ES modules, so jest has to run
 * them: `NODE_OPTIONS=--experimental-vm-modules jest`.
 *
 * @packageDocumentation
 */
import type {} from "expect"; // so that the declaration below adds to it
import { type Framework, noFramework, registerFramework } from "./matchers/framework.ts";
import { worldsAreEqual } from "./matchers/matcher-input.ts";
import type { WardMatchers } from "./matchers/matcher-types.ts";
import { wardMatchers } from "./matchers/matchers.ts";
import { wardSerializer } from "./matchers/serializer.ts";

/** What of jest is needed here: globals, or with `injectGlobals: false` the members of "@jest/globals". */
type Jest = Framework & {
  readonly expect: {
    readonly extend: (matchers: object) => void;
    readonly addSnapshotSerializer: (serializer: object) => void;
    readonly addEqualityTesters: (testers: readonly object[]) => void;
  };
};

const jest = globalThis as unknown as Partial<Jest>;
if (jest.expect === undefined || jest.test === undefined || jest.describe === undefined) {
  throw noFramework('"kmsward/jest" works in jest only, and needs its globals (`injectGlobals`)');
}
jest.expect.extend(wardMatchers);
jest.expect.addSnapshotSerializer(wardSerializer);
jest.expect.addEqualityTesters([worldsAreEqual]);
registerFramework({ describe: jest.describe, test: jest.test });

declare module "expect" {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends WardMatchers<R, T> {}
  // biome-ignore lint/suspicious/noExplicitAny: an asymmetric form stands for a value of any type
  interface AsymmetricMatchers extends WardMatchers<any, any> {}
}

/** As @types/jest has them, for projects that use the globals. */
declare global {
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: the parameters of an interface are the same in all its declarations
    interface Matchers<R, T = {}> extends WardMatchers<R, T> {}
    // biome-ignore lint/suspicious/noExplicitAny: as above
    interface Expect extends WardMatchers<any, any> {}
    // biome-ignore lint/suspicious/noExplicitAny: as above
    interface InverseAsymmetricMatchers extends WardMatchers<any, any> {}
  }
}
