import { ok, type Result } from "../base/result.ts";
import { fromBase64, fromUtf16, toBase64, toUtf16 } from "../crypto/byte-text.ts";
import { type KmsError, refuse } from "./errors.ts";

/** One page of a listing, and the marker of the next; `Truncated` says whether there is one. */
export type Page = { readonly names: readonly string[]; readonly NextMarker?: string; readonly Truncated: boolean };

/** Names in an order that stays while some of them go and others come. Places count from 1; 0 is before the first. */
export type Listing = {
  /** Up to `limit` names behind a place, each with its own. */
  after(place: number, limit: number): readonly Placed[];
  /** The place to go on behind, for a name that was last on a page and was at `place` then; undefined where it never can have been. */
  behind(name: string, place: number): number | undefined;
};
type Placed = { readonly name: string; readonly place: number };

/** Names ordered by themselves: those that were listed are smaller than the last of them, also when it is gone. */
export function sortedListing(given: Iterable<string>): Listing {
  const names = [...given].sort(byCodeUnits);
  return { after: slice(names), behind: (last) => names.filter((name) => name <= last).length };
}

/** Names in the order given, that are only ever added to, at the end. */
export function growingListing(given: Iterable<string>): Listing {
  const names = [...given];
  return { after: slice(names), behind: (last) => (names.includes(last) ? names.indexOf(last) + 1 : undefined) };
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : 1);
const slice =
  (names: readonly string[]): Listing["after"] =>
  (place, limit) =>
    names.slice(place, place + limit).map((name, i) => ({ name, place: place + i + 1 }));

/**
 * Limit and Marker (KMS API Reference, the List operations). A marker holds the last name of the page before, with its place for when it is gone
 * meanwhile: what is there all the time is listed once, whatever else comes and goes. One of another listing is refused.
 */
export function pageOf(
  names: Listing,
  asked: { readonly Limit?: number | undefined; readonly Marker?: string | undefined },
  limits: { readonly usual: number; readonly most: number; readonly listing: string },
  keep: (name: string) => boolean = EVERY,
): Result<Page, KmsError> {
  const from = asked.Marker === undefined ? 0 : placeOf(asked.Marker, limits.listing, names);
  if (from === undefined) return refuse("InvalidMarkerException");
  const limit = Math.min(asked.Limit ?? limits.usual, limits.most);
  const found = keep === EVERY ? names.after(from, limit + 1) : matching(names, from, limit + 1, keep);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return ok(
    found.length > limit && last !== undefined
      ? { names: page.map(({ name }) => name), NextMarker: markerOf(last, limits.listing), Truncated: true }
      : { names: page.map(({ name }) => name), Truncated: false },
  );
}

const EVERY = (): boolean => true;
const CHUNK = 256;

/** Of a listing that is narrowed by what no index knows: looks at as many names as it must. */
function matching(names: Listing, from: number, count: number, keep: (name: string) => boolean): readonly Placed[] {
  const found: Placed[] = [];
  for (let place = from; found.length < count; ) {
    const next = names.after(place, CHUNK);
    for (const entry of next) if (found.length < count && keep(entry.name)) found.push(entry);
    const last = next.at(-1);
    if (last === undefined) break;
    place = last.place;
  }
  return found;
}

/** In UTF-16: no name, whatever its characters, makes a marker longer than the 1,024 characters that a request may bring. */
const markerOf = ({ name, place }: Placed, listing: string): string => toBase64(toUtf16(`${listing}\n${place}\n${name}`));

function placeOf(marker: string, listing: string, names: Listing): number | undefined {
  const bytes = fromBase64(marker);
  const text = bytes === undefined ? "" : fromUtf16(bytes);
  const [, given, place, name] = /^([^\n]*)\n([0-9]{1,15})\n(.+)$/s.exec(text) ?? [];
  return given === listing && name !== undefined ? names.behind(name, Number(place)) : undefined;
}
