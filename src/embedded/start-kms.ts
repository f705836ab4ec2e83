import type { World } from "../estate/world.ts";
import type { Kms } from "./create-kms.ts";

/** A KMS of a world. Keys and cryptography are large: they are loaded when the first is started. */
export const startKms = async (world: World): Promise<Kms> => (await import("./create-kms.ts")).createKms({ world });
