/** Paths as documents write them, worked out as text: this room reads no file, and knows no file system. */

/** The path with `/` between its parts, `.` and `..` worked out as far as they go, and no `/` at its end; the folder one is in is "". */
export function normalPath(path: string): string {
  const text = path.replaceAll("\\", "/");
  const head = headOf(text);
  const parts: string[] = [];
  for (const part of text.slice(head.length).split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (head === "") parts.push(part);
  }
  return head + parts.join("/");
}

/** What makes a path absolute: `/`, `//` of a network share, `C:/`. */
const headOf = (text: string): string => /^(?:[A-Za-z]:\/|\/{1,2})/.exec(text)?.[0] ?? "";

export const folderOf = (path: string): string => {
  const normal = normalPath(path);
  const slash = normal.lastIndexOf("/");
  if (slash < 0) return "";
  return slash < headOf(normal).length ? headOf(normal) : normal.slice(0, slash);
};

/** A reference in a file of `folder`, as a path from where `folder` counts. */
export const pathFrom = (folder: string, reference: string): string =>
  headOf(reference.replaceAll("\\", "/")) === "" && folder !== "" ? normalPath(`${folder}/${reference}`) : normalPath(reference);

/** Whether a path is the folder, or in it. Of a relative folder and an absolute path nobody can tell: then it is not. */
export function isInside(folder: string, path: string): boolean {
  const [outer, inner] = [normalPath(folder), normalPath(path)];
  if (inner === outer) return true;
  if (/^(?:\.\.(?:\/\.\.)*)?$/.test(outer)) return headOf(inner) === "" && stepsUp(inner) <= stepsUp(outer);
  const rest = inner.startsWith(outer) ? inner.slice(outer.length) : undefined;
  if (rest === undefined || !(rest.startsWith("/") || outer.endsWith("/"))) return false;
  return !/(?:^|\/)\.\.(?:\/|$)/.test(rest);
}

/** How many folders up a relative path begins. */
const stepsUp = (path: string): number => /^(?:\.\.(?:\/|$))*/.exec(path)?.[0].split("..").length ?? 1;

/** What can be no path of a file here: a URL, or text with control characters. */
export const isForeign = (reference: string): boolean =>
  /^[A-Za-z][A-Za-z0-9+.-]+:\/\//.test(reference) || /\p{Cc}/u.test(reference) || reference === "";
