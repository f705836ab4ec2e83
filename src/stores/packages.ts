/** Thrown where an optional package is not installed that a store needs. */
export class MissingPackageError extends Error {
  override readonly name = "MissingPackageError";
  readonly code = "KW005";

  constructor(what: string, name: string, cause: unknown) {
    super(`KW005: ${what} need the package ${name}, which is not installed: npm install ${name}`, { cause });
  }
}

/** The package that keeps stores in files. @throws {MissingPackageError} */
export async function loadLibsql(): Promise<typeof import("libsql")> {
  try {
    return (await import("libsql")).default;
  } catch (cause) {
    throw new MissingPackageError("stores in files", "libsql", cause);
  }
}

/** The client of PostgreSQL. @throws {MissingPackageError} */
export async function loadPg(): Promise<Pick<typeof import("pg"), "Client" | "Pool">> {
  try {
    const loaded = await import("pg");
    return loaded.default ?? loaded;
  } catch (cause) {
    throw new MissingPackageError("stores in PostgreSQL", "pg", cause);
  }
}
