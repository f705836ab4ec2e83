import { CODES } from "../base/codes.ts";

type Define = (name: string, body: () => unknown) => unknown;

/** What tests are defined with: `describe` and `test` of vitest and jest are these, and `it` of others. */
export type Framework = {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly test: Define & { readonly skip: Define; readonly only: Define };
};

let registered: Framework | undefined;

/** The door of a framework tells it here; the last one counts. */
export function registerFramework(framework: Framework): void {
  registered = framework;
}

/**
 * The framework that runs this file: the one whose door was imported, else the one whose globals there are.
 *
 * @throws {Error} KW610 where there is neither.
 */
export function framework(globals: unknown = globalThis): Framework {
  if (registered !== undefined) return registered;
  const { describe, test, it } = globals as { readonly describe?: unknown; readonly test?: unknown; readonly it?: unknown };
  const define = test ?? it;
  if (typeof describe === "function" && typeof define === "function" && "skip" in define && "only" in define) {
    return { describe: describe as Framework["describe"], test: define as Framework["test"] };
  }
  throw noFramework('import "kmsward/vitest", "kmsward/vitest5" or "kmsward/jest" first');
}

export const noFramework = (help: string): Error => new Error(`${CODES.KW610.title}: ${help} [KW610]`);
