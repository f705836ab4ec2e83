import type { Place } from "../base/diagnostic.ts";
import { pointerStep } from "../base/text.ts";

/** Where a thing of a world comes from; of what stands in it, by a pointer from the thing. */
export type Origin = (inner: string) => Place;

const ORIGINS = new WeakMap<object, Origin>();

/** Keeps where a thing comes from that is going to be written into a world: a policy, a statement, a key. The first to say it says where it is made. */
export function from<T extends object>(thing: T, origin: Origin | Place): T {
  if (!ORIGINS.has(thing)) ORIGINS.set(thing, typeof origin === "function" ? origin : () => origin);
  return thing;
}

/** The origins of what stands in a world, by pointers. */
export function originsIn(document: object): ReadonlyMap<string, Origin> {
  const found = new Map<string, Origin>();
  const walk = (value: unknown, pointer: string, depth: number): void => {
    if (typeof value !== "object" || value === null || depth > DEEPEST) return;
    const origin = ORIGINS.get(value);
    if (origin !== undefined) found.set(pointer, origin);
    for (const [name, member] of Object.entries(value)) walk(member, pointerStep(pointer, name), depth + 1);
  };
  walk(document, "", 0);
  return found;
}

const DEEPEST = 10; // /accounts/NAME/serviceControl/0/document/Statement/0: a statement is as deep as anything that has an origin

const PLACES = new WeakMap<object, (pointer: string) => Place | undefined>();

/** Where what an imported world says, by a pointer, stands in the documents that it was made of. */
export const placesOf = (world: object): ((pointer: string) => Place | undefined) | undefined => PLACES.get(world);

/** Keeps that. What has no origin of its own has that of the thing around it. */
export function keepPlaces(world: object, origins: ReadonlyMap<string, Origin>): void {
  PLACES.set(world, (pointer) => {
    for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1)) {
      const origin = origins.get(pointer.slice(0, end));
      if (origin !== undefined) return origin(pointer.slice(end));
    }
    return undefined;
  });
}
