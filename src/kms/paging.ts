import { ok, type Result } from "../base/result.ts";
import { type KmsError, refuse } from "./errors.ts";
import type { Sequence } from "./sequence.ts";

/** One page of a listing, and the marker of the next; `Truncated` says whether there is one. */
export type Page = { readonly names: readonly string[]; readonly NextMarker?: string; readonly Truncated: boolean };

/**
 * Limit and Marker (KMS API Reference, the List operations). A marker is the place of the last name of the page before: opaque to callers, and it
 * stays good when names come and go. One of another listing is refused.
 */
export function pageOf(
  sequence: Sequence,
  asked: { readonly Limit?: number | undefined; readonly Marker?: string | undefined },
  limits: { readonly usual: number; readonly most: number; readonly listing: string },
  keep: (name: string) => boolean = EVERY,
): Result<Page, KmsError> {
  const from = asked.Marker === undefined ? 0 : placeOf(asked.Marker, limits.listing);
  if (from === undefined) return refuse("InvalidMarkerException");
  const limit = Math.min(asked.Limit ?? limits.usual, limits.most);
  const found = keep === EVERY ? sequence.after(from, limit + 1) : matching(sequence, from, limit + 1, keep);
  const page = found.slice(0, limit);
  const names = page.map(({ name }) => name);
  const last = page.at(-1);
  return ok(
    found.length > limit && last !== undefined
      ? { names, NextMarker: markerOf(last.place, limits.listing), Truncated: true }
      : { names, Truncated: false },
  );
}

const EVERY = (): boolean => true;
const CHUNK = 256;

/** Of a listing that is narrowed by what no index knows: looks at as many names as it must. */
function matching(
  sequence: Sequence,
  from: number,
  count: number,
  keep: (name: string) => boolean,
): { readonly name: string; readonly place: number }[] {
  const found: { readonly name: string; readonly place: number }[] = [];
  for (let place = from; found.length < count; ) {
    const next = sequence.after(place, CHUNK);
    for (const entry of next) if (found.length < count && keep(entry.name)) found.push(entry);
    const last = next.at(-1);
    if (last === undefined) break;
    place = last.place;
  }
  return found;
}

const markerOf = (place: number, listing: string): string => btoa(`${listing} ${place}`);

function placeOf(marker: string, listing: string): number | undefined {
  const text = /^[A-Za-z0-9+/]{4,200}={0,2}$/.test(marker) && marker.length % 4 === 0 ? atob(marker) : "";
  const place = text.startsWith(`${listing} `) ? text.slice(listing.length + 1) : "";
  return /^[0-9]{1,15}$/.test(place) ? Number(place) : undefined;
}
