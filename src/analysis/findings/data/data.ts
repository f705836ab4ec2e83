import type { WorldKey } from "../../../estate/estate.ts";
import type { World } from "../../../estate/world.ts";
import { keyOf } from "../../data/proof.ts";
import type { Draft } from "../finding.ts";
import { leftOut } from "./left-out.ts";
import { type AboutData, dataReaders } from "./readers.ts";
import { sharing } from "./sharing.ts";

/** What somebody should know of the data of a world, by its resources and their keys together. */
export const dataFindings = (world: World, about: AboutData): readonly (readonly [Draft, WorldKey | undefined])[] =>
  world.estate.resources.flatMap((resource) => {
    const key = keyOf(world, resource);
    const shared = sharing(world, resource);
    const isNever = shared.length > 0; // who it is shared with is kept out by more than the key's policy
    const readers = dataReaders(world, resource, about).filter(({ code }) => !isNever || !["KW738", "KW770"].includes(code));
    return [...readers, ...shared, ...leftOut(world, resource)].map((draft) => [draft, key] as const);
  });
