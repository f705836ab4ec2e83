import type { PolicyType } from "./policy.ts";

/** How large a document may be, as AWS counts it. */
export type SizeLimit = {
  readonly max: number;
  readonly counted: "bytes" | "characters" | "characters without white space";
  readonly severity: "error" | "warning"; // a warning where the one document may still be stored, or is a part of what is counted
  readonly of: string;
};

const limit = (max: number, counted: SizeLimit["counted"], severity: SizeLimit["severity"], of: string): SizeLimit => ({
  max,
  counted,
  severity,
  of,
});

const dense = "characters without white space";

/** Organizations strips white space in its console and counts it elsewhere. */
const organizations = (of: string): readonly SizeLimit[] => [
  limit(5_120, dense, "error", of),
  limit(5_120, "characters", "warning", `${of} saved as it is written`),
];

/**
 * IAM User Guide, "IAM and AWS STS quotas"; AWS Organizations User Guide, quotas; KMS Developer Guide, key policies; AWS PrivateLink Guide, endpoint policies.
 * The first that is exceeded is told. Inline identity policies count together: one document can only be suspicious.
 */
export const SIZE_LIMITS: Readonly<Record<PolicyType, readonly SizeLimit[]>> = {
  "key-policy": [limit(32_768, "bytes", "error", "a key policy")],
  identity: [limit(10_240, dense, "warning", "all inline policies of a role together"), limit(6_144, dense, "warning", "a managed policy")],
  boundary: [limit(6_144, dense, "error", "a managed policy")],
  session: [
    limit(6_144, dense, "error", "a managed policy"),
    limit(2_048, "characters", "warning", "all inline session policies together"),
  ],
  trust: [
    limit(4_096, dense, "error", "a role trust policy, after a quota increase"),
    limit(2_048, dense, "warning", "a role trust policy, without a quota increase"),
  ],
  "service-control": organizations("a service control policy"),
  "resource-control": organizations("a resource control policy"),
  endpoint: [limit(20_480, "characters", "error", "an endpoint policy")],
  resource: [],
};

export const SMALLEST_LIMIT = Math.min(...Object.values(SIZE_LIMITS).flatMap((limits) => limits.map(({ max }) => max)));

/** The policies whose text has tab, LF, CR and U+0020 to U+00FF only (KMS Developer Guide, key policies; IAM User Guide, quotas). */
export const LATIN_ONLY: ReadonlySet<PolicyType> = new Set<PolicyType>(["key-policy", "identity", "boundary", "session", "trust"]);

/** The first limit a text exceeds, and its size as that limit counts. */
export function exceededLimit(text: string, type: PolicyType): { readonly limit: SizeLimit; readonly size: number } | undefined {
  const limits = SIZE_LIMITS[type];
  if (limits.every(({ max, counted }) => text.length * (counted === "bytes" ? 3 : 1) <= max)) return undefined;
  const sizes = measure(text);
  const exceeded = limits.find(({ max, counted }) => sizes[counted] > max);
  return exceeded && { limit: exceeded, size: sizes[exceeded.counted] };
}

function measure(text: string): Record<SizeLimit["counted"], number> {
  let bytes = 0;
  let characters = 0;
  let white = 0;
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0;
    characters++;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (point === 0x20 || (point >= 0x09 && point <= 0x0d)) white++;
    if (point > 0xffff) at++;
  }
  return { bytes, characters, [dense]: characters - white };
}

/** The offset of the first character outside tab, LF, CR and U+0020 to U+00FF; -1 if there is none. */
export const firstForeignCharacter = (text: string): number => text.search(/[^\t\n\r\u0020-\u00ff]/);
