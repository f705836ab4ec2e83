/** Names for people, made of paths: short, lower case, with dashes. */

/** The last part of a path or of an ARN's resource. */
export const lastOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** The first of `name`, `name-2`, `name-3`, … that is not taken. */
export function fresh(name: string, isTaken: (name: string) => boolean): string {
  for (let i = 1; ; i++) {
    const tried = i === 1 ? name : `${name}-${i}`;
    if (!isTaken(tried)) return tried;
  }
}

/** Letters and digits alone, in lower case: `KmsAdmin`, `kms-admin` and `kms_admin` are one name. */
export const squashed = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, "");

const stemOf = (path: string): string =>
  lastOf(path).replace(/(?:\.[a-z0-9]{1,6}){0,2}$/i, (endings) => endings.replace(/\.(?:json|tftpl|tmpl|tpl|j2)/gi, ""));

/** The words of a name: parts between what is neither letter nor digit, and where a capital follows a small letter. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");

const without = (name: string, words: readonly string[]): string =>
  wordsOf(name)
    .filter((word) => !words.includes(word))
    .join("-");

const OF_KEYS = ["key", "keys", "kms", "cmk", "policy", "policies", "get", "default"];
const OF_PRINCIPALS = [
  "policy",
  "policies",
  "identity",
  "iam",
  "role",
  "roles",
  "user",
  "users",
  "trust",
  "assume",
  "inline",
  "permissions",
  "get",
];

const KEY_ID = /mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** The id of the key that a file is filed under: the last in its path. */
export const keyIdIn = (path: string): string | undefined =>
  path
    .split("/")
    .map((part) => KEY_ID.exec(part)?.[0])
    .findLast((id) => id !== undefined);

/** "policies/orders-key-policy.json" and "orders/key.json" → "orders"; a file that is called by the key's id → "key-1234abcd". */
export function nameOfKey(path: string): string {
  const id = keyIdIn(path);
  const plain = id === undefined ? path : path.replaceAll(id, "");
  const name = without(stemOf(plain), OF_KEYS) || (id === undefined ? without(lastOf(folderOf(plain)), OF_KEYS) : "");
  if (name !== "" || id === undefined) return name || "key";
  return id.startsWith("mrk-") ? id.slice(0, 12) : `key-${id.slice(0, 8)}`;
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** What a file says of whose policy it holds, the surest first: its whole name, its name without words such as `policy`, then the folders it is in. */
export function namesOfPrincipal(path: string): { readonly whole: string; readonly plain: string; readonly folders: readonly string[] } {
  const folders = folderOf(path)
    .split("/")
    .filter((part) => part !== "")
    .reverse();
  return { whole: stemOf(path), plain: without(stemOf(path), OF_PRINCIPALS), folders };
}

/** The name of a principal without words that say what it is: `orders-app-role` → `orders-app`. */
export const plainName = (name: string): string => without(name, OF_PRINCIPALS);
