import { nearest } from "../base/nearest.ts";
import { shown } from "../base/text.ts";
import { EXTENTS_OF, type Extents, type Listed, type Trust } from "../estate/knowledge.ts";
import { isAccountId, parseArn } from "../iam/arn.ts";
import type { Document } from "./builder.ts";
import type { Source } from "./files.ts";
import type { ToldDocument } from "./leaves.ts";
import type { WorldParts } from "./parts.ts";

/** What all documents say together of their lists: one that may be longer by one of them may be longer. */
export function extentsOf(documents: readonly Document[], { files }: WorldParts): Extents | undefined {
  let all: Extents | undefined;
  for (const { source, value } of documents) {
    const { imported, knows } = value;
    const lacking = imported === undefined ? [] : EXTENTS_OF.filter((word) => knows?.[word] === undefined);
    if (lacking.length > 0) {
      const list = lacking.map((word) => `\`${word}\``).join(", ");
      const help = "say `all` or `some` of each: what an import leaves out is never taken to be none";
      files.tell(
        "KW506",
        source.placeOf(knows === undefined ? "/imported" : "/knows"),
        `a world that was imported does not say what it knows of ${list}`,
        help,
      );
    }
    if (knows === undefined) continue;
    const isOpen = (word: Listed) => knows[word] === "some" || all?.[word] === "some";
    const some = [
      ...EXTENTS_OF.filter(isOpen),
      ...(isOpen("resources") || (imported !== undefined && knows.resources === undefined) ? ["resources"] : []),
    ];
    all = { ...all, ...knows, ...Object.fromEntries(some.map((word) => [word, "some"])) };
  }
  return all;
}

/** Who is meant to have to do with keys, its names looked up; absent: nobody said. */
export function trustOf(
  trust: ToldDocument["trust"],
  organization: string | undefined,
  source: Source,
  pointer: string,
  parts: WorldParts,
): Trust | undefined {
  if (trust === undefined) return undefined;
  if (trust.organization === true && organization === undefined)
    parts.files.tell(
      "KW505",
      source.placeOf(`${pointer}/organization`),
      "the organization is trusted, and the world has none",
      "write `organization` with its id",
    );
  trust.principals?.forEach((name, i) => {
    if (parseArn(name) !== undefined && isAccountId(parseArn(name)?.account ?? "")) return;
    parts.names.principal(source, `${pointer}/principals/${i}`, name);
  });
  const accounts = trust.accounts?.flatMap((name, i) => parts.names.account(source, `${pointer}/accounts/${i}`, name) ?? []);
  const principals = trust.principals?.map((name) => parts.names.principals.get(name) ?? name);
  return { ...trust, ...(accounts !== undefined && { accounts }), ...(principals !== undefined && { principals }) };
}

/** Short names become ARNs; a pattern names an account. */
export function administratorsOf(
  administrators: readonly string[] | undefined,
  source: Source,
  pointer: string,
  { files, names }: WorldParts,
): readonly string[] | undefined {
  return administrators?.flatMap((name, i) => {
    const at = source.placeOf(`${pointer}/${i}`);
    const arn = parseArn(name);
    if (arn !== undefined)
      return isAccountId(arn.account)
        ? [name]
        : (files.tell("KW504", at, `${shown(name)} names no account`, "write its 12 digits: wildcards stand behind them") ?? []);
    const known = names.principals.get(name);
    if (known !== undefined) return [known];
    const near = nearest(name, names.principals.keys());
    const help = near ? `did you mean \`${near}\`?` : "a principal is named by its ARN, or by its name in `principals`";
    return files.tellUnknown(name, "KW501", at, `no principal ${shown(name)} in this world`, help) ?? [];
  });
}
