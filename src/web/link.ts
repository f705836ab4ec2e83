import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import { type PageState, stateIn } from "./state.ts";

/** Links longer than this are cut by mail and chat. */
export const LONG_LINK = 8_000;

/** Longer fragments are not opened. */
export const MOST_CHARACTERS = 200_000;
const MOST_BYTES = 1_000_000;
const BEGINNING = "1.";

/** The fragment of an address that holds a state: `1.` and the state, compressed, in base64url. Nothing of it is sent anywhere. */
export function packState(state: PageState): string {
  const bytes = deflateSync(strToU8(JSON.stringify(state)), { level: 9 });
  let text = "";
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return BEGINNING + btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export type Unpacked = { readonly state: PageState } | { readonly why: string };

/** The state in a fragment, or why there is none. Safe for any text: what is unpacked is bounded, and checked before it is used. */
export function unpackState(fragment: string): Unpacked {
  if (fragment.length > MOST_CHARACTERS) return { why: "the link is too long to be one of ours" };
  if (!fragment.startsWith(BEGINNING)) return { why: "the link is of another version, or was cut off at its beginning" };
  const text = fragment.slice(BEGINNING.length);
  if (!/^[\w-]*$/.test(text)) return { why: "the link has characters that no link of ours has" };
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
    const room = inflateSync(bytes, { out: new Uint8Array(MOST_BYTES) });
    if (room.length >= MOST_BYTES) return { why: "the link unfolds to more than a megabyte" };
    return checked(strFromU8(room));
  } catch {
    return { why: "the link cannot be read: it was cut off, or changed on its way" };
  }
}

/** The state that a JSON text is, as the command writes it into the page. */
export function checked(text: string): Unpacked {
  try {
    const state = stateIn(JSON.parse(text));
    return state === undefined ? { why: "the link holds something else than policies and a question" } : { state };
  } catch {
    return { why: "the link cannot be read: it was cut off, or changed on its way" };
  }
}
