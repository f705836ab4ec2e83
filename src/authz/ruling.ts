import type { Determining, Layer } from "./decision.ts";

/** What a request comes to. `layer` is the one a denial is blamed on. */
export type Ruling =
  | { readonly outcome: "allowed"; readonly by: readonly Determining[] }
  | { readonly outcome: "explicitDeny"; readonly by: readonly Determining[]; readonly layer: Layer }
  | { readonly outcome: "implicitDeny"; readonly layer: Layer; readonly because: Because };

/** Why nothing allowed it: what the caller would have needed, or why no policy could. */
export type Because = "silent" | "unsigned" | "no-grant" | "never-asked" | "not-across-accounts" | "delegated" | "level";

export const implicit = (layer: Layer, because: Because): Ruling => ({ outcome: "implicitDeny", layer, because });
