import { fromBase64, toBase64 } from "../crypto/byte-text.ts";
import type { RandomBytes } from "../crypto/key-spec.ts";
import type { RootKey } from "../crypto/root-key.ts";

/** Tokens that go on with a list: sealed, so that nobody makes one up, and bound to the question that the list is the answer to. */
export class PageTokens {
  readonly #root: RootKey;
  readonly #randomBytes: RandomBytes;

  constructor(root: RootKey, randomBytes: RandomBytes) {
    this.#root = root;
    this.#randomBytes = randomBytes;
  }

  issue(question: unknown, place: string): string {
    const sealed = this.#root.seal("page-token", {
      nonce: this.#randomBytes(24),
      boundTo: JSON.stringify(question),
      plaintext: UTF_8.encoder.encode(place),
    });
    return toBase64(sealed);
  }

  /** Undefined for a token of another question, and for what is no token. */
  open(question: unknown, token: string): string | undefined {
    const sealed = token.length > LONGEST ? undefined : fromBase64(token);
    const place = sealed && this.#root.open("page-token", { sealed, boundTo: JSON.stringify(question) });
    return place && UTF_8.decoder.decode(place);
  }
}

const LONGEST = 4096;
const UTF_8 = { encoder: new TextEncoder(), decoder: new TextDecoder() };
