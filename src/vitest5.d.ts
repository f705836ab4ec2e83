/**
 * The matchers in vitest 5: `import "kmsward/vitest5"` in a test file, or in one of `setupFiles`.
 *
 * Published in place of what the compiler would write of vitest5.ts; compiled in test/clients/vitest5, beside the types of vitest 5.
 *
 * @packageDocumentation
 */
import type { WardMatchers } from "./matchers/matcher-types.ts";

declare module "vitest" {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> extends WardMatchers<R, T> {}
}
