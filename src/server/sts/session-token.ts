import { fromBase64, toBase64 } from "../../crypto/byte-text.ts";
import type { RandomBytes } from "../../crypto/key-spec.ts";
import type { RootKey } from "../../crypto/root-key.ts";
import type { CallerOptions } from "../../kms/callers.ts";

/** A session that STS issued, as its token carries it: there is no table of sessions, so they outlive a restart as long as the root key does. */
export type IssuedSession = {
  readonly kind: "role" | "user" | "root" | "federated";
  readonly account: string;
  readonly issuedAt: number; // milliseconds since the Unix epoch, as all times here
  readonly expiresAt: number;
  readonly caller: CallerOptions; // as whom it calls: facts, session policies, the moment it was issued
  readonly transitiveTags: Readonly<Record<string, string>>;
};

export type OpenedSession = IssuedSession & { readonly accessKeyId: string; readonly secretAccessKey: string };

export type IssuedCredentials = { readonly AccessKeyId: string; readonly SecretAccessKey: string; readonly SessionToken: string };

/** Session tokens: each holds its whole session, sealed under the root key and bound to its access key id. */
export class SessionTokens {
  readonly #root: RootKey;
  readonly #randomBytes: RandomBytes;

  constructor(root: RootKey, randomBytes: RandomBytes) {
    this.#root = root;
    this.#randomBytes = randomBytes;
  }

  issue(session: IssuedSession): IssuedCredentials {
    const AccessKeyId = sessionKeyId(session.account, this.#randomBytes);
    const SecretAccessKey = toBase64(this.#randomBytes(30));
    const plaintext = UTF_8.encoder.encode(JSON.stringify({ ...session, secretAccessKey: SecretAccessKey }));
    const sealed = this.#root.seal("session-token", { nonce: this.#randomBytes(24), boundTo: AccessKeyId, plaintext });
    return { AccessKeyId, SecretAccessKey, SessionToken: toBase64(sealed) };
  }

  /** Undefined for a token that was not issued here, or not with this access key. */
  open(token: string, accessKeyId: string): OpenedSession | undefined {
    if (token.length > LONGEST_TOKEN) return undefined;
    const sealed = fromBase64(token);
    const plaintext = sealed && this.#root.open("session-token", { sealed, boundTo: accessKeyId });
    return plaintext && { ...(JSON.parse(UTF_8.decoder.decode(plaintext)) as OpenedSession), accessKeyId };
  }
}

/** Characters. AWS Security Token Service has the same bound on what it packs. */
export const LONGEST_TOKEN = 4096;

const UTF_8 = { encoder: new TextEncoder(), decoder: new TextDecoder() };
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/**
 * `ASIA` and 16 characters, 80 bits in base32. As in those of AWS since 2019 the account is in them: after a first bit that is set, 40 bits (observed;
 * GetAccessKeyInfo tells it from there).
 */
function sessionKeyId(account: string, randomBytes: RandomBytes): string {
  const random = randomBytes(5).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) & 0x7f_ffff_ffffn;
  let bits = (1n << 79n) | (BigInt(account) << 39n) | random;
  let text = "";
  for (let i = 0; i < 16; i++) {
    text = ALPHABET.charAt(Number(bits & 31n)) + text;
    bits >>= 5n;
  }
  return `ASIA${text}`;
}

/** The account that an access key id tells; undefined where it tells none. */
export function accountInKeyId(accessKeyId: string): string | undefined {
  if (!/^A[KS]IA[Q-Z2-7][A-Z2-7]{15}$/.test(accessKeyId)) return undefined; // the first bit is set
  let bits = 0n;
  for (const character of accessKeyId.slice(4)) bits = (bits << 5n) | BigInt(ALPHABET.indexOf(character));
  const account = (bits >> 39n) & 0xff_ffff_ffffn;
  return account > 999_999_999_999n ? undefined : String(account).padStart(12, "0");
}
