import { ok, type Result } from "../../base/result.ts";
import type { RandomBytes } from "../../crypto/key-spec.ts";
import { type KmsError, refuse } from "../errors.ts";

/**
 * A grant token points at a grant and gives nothing by itself (KMS Developer Guide, "Grant tokens"): all tokens of one grant are interchangeable.
 *
 * - Shape: base64 of 2 bytes `d2 67`, the 32 bytes of the grant id, 22 random bytes. Source: our own; tokens of AWS are opaque.
 */
export function makeGrantToken(grantId: string, randomBytes: RandomBytes): string {
  const id = Array.from({ length: 32 }, (_, i) => Number.parseInt(grantId.slice(2 * i, 2 * i + 2), 16));
  return btoa(String.fromCharCode(...MAGIC, ...id, ...randomBytes(22)));
}

/** The id of the grant a token points at, which may be gone; undefined where the text is no token. */
export function grantIdOf(token: string): string | undefined {
  if (!/^[A-Za-z0-9+/]{75}[A-Za-z0-9+/=]$/.test(token)) return undefined;
  const bytes = atob(token);
  if (bytes.length !== 56 || MAGIC.some((byte, i) => bytes.charCodeAt(i) !== byte)) return undefined;
  return Array.from({ length: 32 }, (_, i) =>
    bytes
      .charCodeAt(2 + i)
      .toString(16)
      .padStart(2, "0"),
  ).join("");
}

const MAGIC = [0xd2, 0x67];
type Tokens = { grantOfToken(token: string): string | undefined };
const NONE = ok<readonly string[]>([]);

/** The grants that the tokens of a request point at. One that is no token at all fails the call. */
export function readGrantTokens(input: object, state: Tokens): Result<readonly string[], KmsError> {
  const { GrantTokens: tokens } = input as { GrantTokens?: readonly string[] };
  if (tokens === undefined || tokens.length === 0) return NONE;
  const ids = tokens.map((token) => state.grantOfToken(token));
  return ids.includes(undefined) ? refuse("InvalidGrantTokenException") : ok(ids as string[]);
}
