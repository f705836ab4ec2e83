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
): Result<Page, KmsError> {
  const from = asked.Marker === undefined ? 0 : placeOf(asked.Marker, limits.listing);
  if (from === undefined) return refuse("InvalidMarkerException");
  const limit = Math.min(asked.Limit ?? limits.usual, limits.most);
  const found = sequence.after(from, limit + 1);
  const page = found.slice(0, limit);
  const names = page.map(({ name }) => name);
  const last = page.at(-1);
  return ok(found.length > limit && last !== undefined ? { names, NextMarker: markerOf(last.place, limits.listing), Truncated: true } : { names, Truncated: false });
}

const markerOf = (place: number, listing: string): string => btoa(`${listing} ${place}`);

function placeOf(marker: string, listing: string): number | undefined {
  const text = /^[A-Za-z0-9+/]{4,200}={0,2}$/.test(marker) && marker.length % 4 === 0 ? atob(marker) : "";
  const place = text.startsWith(`${listing} `) ? text.slice(listing.length + 1) : "";
  return /^[0-9]{1,15}$/.test(place) ? Number(place) : undefined;
}
