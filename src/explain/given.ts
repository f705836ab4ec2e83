import type { Said } from "../authz/answer.ts";
import { isUnknown } from "../authz/facts.ts";
import type { Reads } from "../authz/reads.ts";
import { abridged, printable } from "../base/text.ts";
import type { Request } from "../iam/request.ts";
import { foldCase } from "../iam/values.ts";
import type { Given } from "./explanation.ts";
import { quoted } from "./wording.ts";

/**
 * What who asks said, and conditions can see, and the head of an explanation does not say yet. What was worked out for him stands where a condition reads
 * it, and nowhere else; so do names of what nobody told, his own too: `reads` is what the policies in question read, undefined where that is not known.
 */
export function givenBy(
  { encryptionContext = {}, viaService, grantTokens = [], unknown = [] }: Request,
  said: Said,
  reads: Reads | undefined,
): readonly Given[] {
  const { context = {}, time, endpoint } = said;
  const own = new Set((said.unknown ?? []).map(foldCase));
  const read = unknown.filter((name) => isRead(foldCase(name), reads));
  const rows: readonly (readonly [string, string | undefined])[] = [
    ["via service", viaService && printable(viaService)],
    ["endpoint", endpoint && printable(endpoint)],
    ["encryption context", pairs(encryptionContext)],
    ["context", pairs(context)],
    ["time", time && printable(time)],
    ["grant tokens", grantTokens.length > 0 ? `${grantTokens.length} given` : undefined],
    ["given as unknown", names(read.filter((name) => own.has(foldCase(name))))],
    ["not told", names(read.filter((name) => !own.has(foldCase(name))))],
  ];
  return rows.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

/** A name, a family of names, or `*`, in lower case: whether it makes anything unknown that is read. */
function isRead(name: string, reads: Reads | undefined): boolean {
  if (reads === undefined || name === "*") return true;
  const pairs = reads.encryptionContext === "all" && name.startsWith("kms:encryptioncontext");
  return pairs || [...reads.names].some((key) => isUnknown(key, [name]));
}

const pairs = (map: Readonly<Record<string, unknown>>): string | undefined => listed(Object.entries(map).map(pair));

const pair = ([key, value]: readonly [string, unknown]): string =>
  `${printable(key)}=${Array.isArray(value) ? `[${value.map((it) => quoted(String(it))).join(", ")}]` : quoted(String(value))}`;

const names = (keys: readonly string[]): string | undefined => listed(keys.map((key) => printable(key)));

const listed = (texts: readonly string[]): string | undefined => (texts.length === 0 ? undefined : abridged(texts, "and", 8));
