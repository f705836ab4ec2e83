/** Thrown where a store cannot be opened or made: says which one, why, and what to do. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code = "KW007";

  constructor(message: string, options?: ErrorOptions) {
    super(`KW007: ${message}`, options);
  }
}
