import type { CompiledPolicy } from "../authz/compile.ts";
import { BoundedCache } from "../base/bounded-cache.ts";
import type { ContextValue } from "../iam/request.ts";
import { foldCase } from "../iam/values.ts";
import type { Key } from "./key.ts";

/**
 * Keys that no policy can tell apart but by their ARN, aliases and tags. Most keys of an estate are of few kinds, and what was made ready to decide about
 * one key of a kind serves for all of them: that is what keeps a call cheap among 100,000 keys.
 */
export type KeyKind = { readonly key: Key }; // one of them

/** The kind of a key, and its aliases and tags as condition keys of a request. */
export type KindOfKey = { readonly kind: KeyKind; readonly context: Readonly<Record<string, ContextValue>> | undefined };

const KINDS = 4096;
const MANY_TAGS = 4; // more of them are dearer to tell in each request than to be ready for

export class KeyKinds {
  readonly #kinds = new BoundedCache<string, KeyKind>(KINDS);
  readonly #known = new WeakMap<Key, KindOfKey | null>();

  /** Undefined for a key that is better decided about by itself. */
  of(key: Key): KindOfKey | undefined {
    const known = this.#known.get(key);
    if (known !== undefined) return known ?? undefined;
    const found =
      hasPlainTags(key) && !key.id.includes("/") ? { kind: this.#kinds.of(nameOf(key), () => ({ key })), context: contextOf(key) } : null;
    this.#known.set(key, found);
    return found ?? undefined;
  }
}

const nameOf = ({ partition, region, account, manager, spec, usage, origin, multiRegion, policy }: Key): string =>
  [partition, region, account, manager, spec, usage, origin, multiRegion?.type, policy].join("\n");

/** Two names that differ only in case are one condition key, of two values. */
const hasPlainTags = ({ tags }: Key): boolean =>
  tags.length <= MANY_TAGS && new Set(tags.map(({ TagKey }) => foldCase(TagKey))).size === tags.length;

function contextOf({ aliases, tags }: Key): Readonly<Record<string, ContextValue>> | undefined {
  if (aliases.length === 0 && tags.length === 0) return undefined;
  const ofTags = tags.map(({ TagKey, TagValue }) => [`aws:ResourceTag/${TagKey}`, TagValue]);
  return { ...Object.fromEntries(ofTags), ...(aliases.length > 0 && { "kms:ResourceAliases": aliases }) };
}

/**
 * Whether policies speak of all keys of an account in a Region alike: each names `*` or every key, and none names some. Then the ARN of one key of a
 * kind stands for that of any other: key ids hold no `/`, so `key/*` matches all or none of them.
 */
export const speaksOfAllKeys = (policies: Iterable<CompiledPolicy>): boolean =>
  [...policies].every(({ statements }) =>
    statements.every(
      ({ resource }) => resource === undefined || resource.members.every(({ text }) => text === "*" || text.endsWith("key/*")),
    ),
  );
