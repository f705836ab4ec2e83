import type { Schemas } from "../src/web/complete.ts";
import type { FlowFixture, Scene } from "../src/web/examples.ts";

export function published(root: string): {
  readonly schemas: Schemas;
  readonly scenes: readonly Scene[];
  readonly documents: Readonly<Record<string, string>>;
  readonly flows: readonly FlowFixture[];
};
