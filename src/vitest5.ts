import { describe, expect, test } from "vitest";
import { registerFramework } from "./matchers/framework.ts";
import { worldsAreEqual } from "./matchers/matcher-input.ts";
import { wardMatchers } from "./matchers/matchers.ts";
import { wardSerializer } from "./matchers/serializer.ts";

// As vitest.ts but for the types, which are in vitest5.d.ts: `Matchers` has other parameters in vitest 5, and one program can hold only one of the two.
expect.extend(wardMatchers as unknown as Parameters<typeof expect.extend>[0]);
expect.addSnapshotSerializer(wardSerializer);
expect.addEqualityTesters([worldsAreEqual]);
registerFramework({ describe, test });
