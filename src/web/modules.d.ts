/** What the build makes modules of: styles, which it puts into the page, and the published files of the project (.build/published.mjs). */
declare module "*.css";

/** Whether the page is built for tests, which then reach into it. */
declare const __KMSWARD_TEST__: boolean;

declare module "virtual:published" {
  export const schemas: Readonly<Record<"policy" | "world" | "case", object>>;
  export const scenes: readonly import("./examples.ts").Scene[];
  export const documents: Readonly<Record<string, string>>;
  export const flows: readonly import("./examples.ts").FlowFixture[];
}
