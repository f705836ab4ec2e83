/** Thrown where an optional package is not installed that a store needs. */
export class MissingPackageError extends Error {
  override readonly name = "MissingPackageError";
  readonly code = "KW005";

  constructor(what: string, name: string, cause: unknown) {
    super(`KW005: ${what} need the package ${name}, which is not installed: npm install ${name}`, { cause });
  }
}
