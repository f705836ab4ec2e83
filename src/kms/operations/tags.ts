import { ok } from "../../base/result.ts";
import { onKey } from "../checks.ts";
import { error } from "../errors.ts";
import * as member from "../input.ts";
import type { Tag } from "../key.ts";
import { type Ended, operation } from "../operation.ts";
import { pageOf, sortedListing } from "../paging.ts";
import { QUOTAS } from "../quotas.ts";
import { checkTags, isReserved, tagContext } from "../tag-rules.ts";

/** KMS API Reference, TagResource: a tag of the same key gets the new value, in its place. */
export const TagResource = operation({
  name: "TagResource",
  input: member.request({ KeyId: member.keyId(), Tags: member.tags() }),
  checks: { key: onKey("kms:TagResource", "KeyId", "id or ARN") },
  context: ({ Tags }) => ({ keys: tagContext(Tags) }),
  validate: ({ Tags }, found) => checkTags(Tags, found.key.key.tags),
  run: ({ input, found }): Ended<object> => {
    const { key } = found.key;
    const values = new Map([...key.tags, ...input.Tags].map(({ TagKey, TagValue }) => [TagKey, TagValue]));
    const tags = [...values].map(([TagKey, TagValue]) => ({ TagKey, TagValue }));
    return ok({ reply: {}, changes: [{ kind: "put-key", key: { ...key, tags } }] });
  },
  log: { parameters: ["KeyId", "Tags"] },
});

/** KMS API Reference, UntagResource. A tag that is not there is no error. */
export const UntagResource = operation({
  name: "UntagResource",
  input: member.request({ KeyId: member.keyId(), TagKeys: member.listOf(member.text(1, 128), 0) }),
  checks: { key: onKey("kms:UntagResource", "KeyId", "id or ARN") },
  context: ({ TagKeys }) => ({ keys: { "aws:TagKeys": TagKeys } }),
  validate: ({ TagKeys }) => (TagKeys.some(isReserved) ? error("TagException", "Tags beginning with aws: are reserved") : undefined),
  run: ({ input, found }): Ended<object> => {
    const { key } = found.key;
    const gone = new Set(input.TagKeys);
    return ok({ reply: {}, changes: [{ kind: "put-key", key: { ...key, tags: key.tags.filter(({ TagKey }) => !gone.has(TagKey)) } }] });
  },
  log: { parameters: ["KeyId", "TagKeys"] },
});

export type ListResourceTagsReply = { readonly Tags: readonly Tag[]; readonly NextMarker?: string; readonly Truncated: boolean };

/** KMS API Reference, ListResourceTags. In the order of their keys, which is ours: so pages stay right when tags come and go. */
export const ListResourceTags = operation({
  name: "ListResourceTags",
  input: member.request({ KeyId: member.keyId(), Limit: member.limit(), Marker: member.marker() }),
  checks: { key: onKey("kms:ListResourceTags", "KeyId", "id or ARN") },
  run: ({ input, found }): Ended<ListResourceTagsReply> => {
    const { key } = found.key;
    const values = new Map(key.tags.map(({ TagKey, TagValue }) => [TagKey, TagValue]));
    const page = pageOf(sortedListing(values.keys()), input, {
      usual: QUOTAS.tagsOfKey,
      most: QUOTAS.tagsOfKey,
      listing: `tags of ${key.id}`,
    });
    if (!page.ok) return page;
    const { names: listed, ...rest } = page.value;
    return ok({ reply: { Tags: listed.map((TagKey) => ({ TagKey, TagValue: values.get(TagKey) ?? "" })), ...rest }, changes: [] });
  },
  log: { parameters: ["KeyId", "Limit", "Marker"] },
});
