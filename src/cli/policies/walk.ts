import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { unreadable } from "../files.ts";
import { refuse } from "../refusal.ts";

const MOST_FILES = 20_000;

/**
 * The regular files below a folder whose names fit, in the order of their paths, told from the folder; not those of installed packages and of hidden
 * folders. A link to a file counts as the file; links to folders are not followed.
 *
 * @throws {Refusal} for a folder that cannot be read, and where there are more than 20,000 such files.
 */
export async function filesBelow(folder: string, fits: (name: string) => boolean): Promise<readonly string[]> {
  const paths: string[] = [];
  const walk = async (inside: string): Promise<void> => {
    const entries = await readdir(join(folder, inside), { withFileTypes: true }).catch((error) =>
      Promise.reject(unreadable(join(folder, inside), error)),
    );
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      if (entry.isDirectory()) await walk(path);
      else if (fits(entry.name) && (entry.isFile() || (entry.isSymbolicLink() && (await isFile(join(folder, path)))))) paths.push(path);
      if (paths.length > MOST_FILES)
        throw refuse("KW661", folder, `there are more than ${MOST_FILES} files that may be policies`, "name the folder of the policies");
    }
  };
  await walk("");
  return paths;
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
