/** Bytes as text. */

export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64");

/** The standard alphabet with its padding, and nothing beside (RFC 4648, section 4): undefined for a text that is not what its bytes would be written as. */
export function fromBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? Uint8Array.from(bytes) : undefined;
}

/** In lower case. */
export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Two bytes a character, whatever it is: half of a surrogate pair comes back too. */
export const toUtf16 = (text: string): Uint8Array => Buffer.from(text, "utf16le");

export const fromUtf16 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf16le");
