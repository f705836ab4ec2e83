/** Yes, no, or not known because the value of a key is not known: which keys those are comes along. */
export type Truth = { readonly is: "yes" | "no" | "maybe"; readonly missing: readonly string[] };

export const YES: Truth = { is: "yes", missing: [] };
export const NO: Truth = { is: "no", missing: [] };
export const maybe = (missing: readonly string[]): Truth => ({ is: "maybe", missing });
export const truth = (value: boolean): Truth => (value ? YES : NO);

/** False if any part is false, else unknown if any part is unknown. */
export function all(parts: readonly Truth[]): Truth {
  for (const part of parts) if (part.is === "no") return NO;
  const open = parts.filter((part) => part.is === "maybe");
  return open.length === 0 ? YES : maybe(open.flatMap((part) => part.missing));
}

export function any(parts: readonly Truth[]): Truth {
  for (const part of parts) if (part.is === "yes") return YES;
  const open = parts.filter((part) => part.is === "maybe");
  return open.length === 0 ? NO : maybe(open.flatMap((part) => part.missing));
}

export function not(part: Truth): Truth {
  if (part.is === "maybe") return part;
  return part.is === "yes" ? NO : YES;
}
