import type { Place } from "../../base/diagnostic.ts";
import { pointerStep } from "../../base/text.ts";
import type { Address } from "./address.ts";
import type { ConfigResource } from "./configuration.ts";
import { asText, asWord, type Members, memberAt } from "./members.ts";

/**
 * What becomes of a thing: it stays (changed or not), it is made, it is made in place of another one, it goes. What is only forgotten stays; a deposed thing
 * is left over from a replacement, and goes.
 */
export type Life = "stays" | "new" | "replacement" | "goes";

/** One instance of a resource, as it is before or after the change. */
export type Instance = Address & {
  readonly address: string;
  readonly id: string; // of this thing among all that were read: the address, with what tells apart a deposed one
  readonly life: Life;
  readonly isForgotten: boolean; // no longer managed, and still there
  readonly values: Members;
  readonly unknown: unknown; // the mirror of `values`: true where a value is not known yet
  readonly sensitive: unknown;
  readonly was: Members | undefined; // of what stays, or is replaced, the values before
  readonly config: ConfigResource | undefined;
  readonly provider: string; // the key of its provider in the configuration; "" where it is not told
  readonly at: (pointer: string) => Place; // of a pointer into `values`
};

/** Whether a value is there, and is not known yet. */
export const isOpen = ({ unknown }: Pick<Instance, "unknown">, name: string): boolean => hasUnknown(memberAt(unknown, name));

/** Whether the whole of a value, or a part of it, is not known. */
export function hasUnknown(mirror: unknown, depth = 0): boolean {
  if (mirror === true) return true;
  if (typeof mirror !== "object" || mirror === null || depth > 64) return false;
  return Object.values(mirror).some((each) => hasUnknown(each, depth + 1));
}

/** Whether a value was taken out because it is sensitive, as HCP Terraform does it. */
export const isMasked = ({ values, sensitive }: Instance, name: string): boolean =>
  memberAt(values, name) == null && memberAt(sensitive, name) === true;

export const textAt = (instance: Pick<Instance, "values">, name: string): string | undefined => asText(memberAt(instance.values, name));
export const wordAt = (instance: Pick<Instance, "values">, name: string): string | undefined => asWord(memberAt(instance.values, name));

export const placeOf = (instance: Instance, name: string): Place => instance.at(pointerStep("", name));
