import { foldCase } from "../iam/values.ts";
import { error, type KmsError } from "./errors.ts";
import type { Tag } from "./key.ts";
import { QUOTAS } from "./quotas.ts";

/** What is wrong with tags that are to be put on a key (KMS Developer Guide, "Tags in AWS KMS"); `there` are those it has. */
export function checkTags(tags: readonly Tag[], there: readonly Tag[] = []): KmsError | undefined {
  const names = tags.map(({ TagKey }) => TagKey);
  if (new Set(names).size < names.length) return error("TagException", "Duplicate tag keys");
  if (names.some(isReserved)) return error("TagException", "Tags beginning with aws: are reserved");
  const all = new Set([...there.map(({ TagKey }) => TagKey), ...names]);
  return all.size > QUOTAS.tagsOfKey ? error("TagException", "Too many tags") : undefined;
}

/** The tags of a request as a key keeps them: its own, whatever becomes of the request. */
export const tagsOf = (tags: readonly Tag[] = []): readonly Tag[] => tags.map(({ TagKey, TagValue }) => ({ TagKey, TagValue }));

export const isReserved = (name: string): boolean => /^aws:/i.test(name);

/** The condition keys of a request with tags: `aws:RequestTag/x`, and `aws:TagKeys` if there are any. */
export function tagContext(tags: readonly Tag[] | undefined): Readonly<Record<string, string | readonly string[]>> {
  if (tags === undefined || tags.length === 0) return {};
  const first = new Map<string, Tag>(); // names ignore case there: of two that differ only in case the engine takes one
  for (const tag of tags) if (!first.has(foldCase(tag.TagKey))) first.set(foldCase(tag.TagKey), tag);
  const requested = [...first.values()].map(({ TagKey, TagValue }) => [`aws:RequestTag/${TagKey}`, TagValue] as const);
  return { ...Object.fromEntries(requested), "aws:TagKeys": tags.map(({ TagKey }) => TagKey) };
}
