/**
 * The matchers in vitest 4: `import "kmsward/vitest"` in a test file, or in one of `setupFiles`.
 *
 * @packageDocumentation
 */
import { describe, expect, test } from "vitest";
import { registerFramework } from "./matchers/framework.ts";
import { worldsAreEqual } from "./matchers/matcher-input.ts";
import type { WardMatchers } from "./matchers/matcher-types.ts";
import { wardMatchers } from "./matchers/matchers.ts";
import { wardSerializer } from "./matchers/serializer.ts";

expect.extend(wardMatchers as unknown as Parameters<typeof expect.extend>[0]);
expect.addSnapshotSerializer(wardSerializer);
expect.addEqualityTesters([worldsAreEqual]);
registerFramework({ describe, test });

/** A matcher gives nothing; in its asymmetric form it stands for a value of any type. */
// biome-ignore lint/suspicious/noConfusingVoidType: it is a return type
type Given<T> = 0 extends 1 & T ? T : void;

declare module "vitest" {
  // biome-ignore lint/suspicious/noExplicitAny: the parameters of an interface are the same in all its declarations
  interface Matchers<T = any> extends WardMatchers<Given<T>, T> {}
  // biome-ignore lint/suspicious/noExplicitAny: as vitest has its own there
  interface AsymmetricMatchersContaining extends WardMatchers<any, any> {}
}
