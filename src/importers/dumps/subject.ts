import { partitionOf } from "../../catalog/regions.ts";
import { isAccountId } from "../../iam/arn.ts";
import { folderOf } from "../../world/path.ts";

/** What a file's path says of what is in it: answers that do not say what was asked are kept by it. */
export type Subject = {
  readonly key: string | undefined; // a key id
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly node: string | undefined; // of the organization: r-…, ou-…, or an account that is no folder
  readonly policy: string | undefined; // of the organization: p-…
  readonly folder: string;
};

const KEY_ID = /(?:^|[^0-9A-Za-z])(mrk-[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9A-Za-z])/gi;

/** The last part of the path that says it counts. */
export function subjectOf(file: string): Subject {
  const parts = file.replaceAll("\\", "/").split("/");
  const name = parts.at(-1) ?? "";
  const folders = parts.slice(0, -1);
  const words = name.split(/[^0-9A-Za-z-]+/);
  return {
    key: [...file.matchAll(KEY_ID)].at(-1)?.[1],
    account: folders.findLast(isAccountId) ?? words.find(isAccountId),
    region: [...folders, ...words].findLast((part) => partitionOf(part) !== undefined),
    node: words.find((word) => /^(?:r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32})$/.test(word) || isAccountId(word)),
    policy: words.find((word) => /^p-[0-9A-Za-z_]{6,128}$/.test(word)),
    folder: folderOf(file),
  };
}
