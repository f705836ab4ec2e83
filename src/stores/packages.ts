import { MissingPackageError } from "./missing-package.ts";

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
