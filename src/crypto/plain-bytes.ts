/** What Node gives as a Buffer, as plain bytes: the same memory where the Buffer has it alone, as what its ciphers and hashes give does. */
export const plainBytes = (buffer: Buffer): Uint8Array =>
  buffer.buffer.byteLength === buffer.length ? new Uint8Array(buffer.buffer, 0, buffer.length) : new Uint8Array(buffer);
