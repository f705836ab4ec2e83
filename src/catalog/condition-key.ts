import type { ActionName } from "./actions.ts";

export type ConditionKeyType = "String" | "ARN" | "Bool" | "Numeric" | "Date" | "IP" | "Binary";

/** A condition key, or a family of keys that differ in their last part. Names are compared without regard to case (KMS Developer Guide, AWS KMS condition keys). */
export type ConditionKey = {
  readonly name: string; // as AWS spells it; an open family ends in ":" or "/", a numbered one has `upTo`
  readonly upTo?: number; // of a numbered family: its last member, the first is 0
  readonly type: ConditionKeyType;
  readonly alsoType?: ConditionKeyType; // a second type whose operators fit the key's values too
  readonly multiValued: boolean;
  readonly policyTypes?: "iam-only"; // not permitted in a key policy (KMS Developer Guide, ABAC for AWS KMS)
  readonly availability: Availability;
};

/** Which requests can carry a key. */
export type Availability =
  | { readonly on: "any" } // a global key: what it depends on is no matter of the action
  | {
      readonly on: "key"; // every check made on a KMS key,
      readonly except?: readonly ActionName[]; // but these,
      readonly also?: readonly ActionName[]; // and the check of these on `*`
    }
  | { readonly on: "actions"; readonly actions: readonly ActionName[] }; // the checks of these actions, on a key or `*`

/** Keys that people name, encryption contexts and tags: their values are people's too, and may hold a star. */
export const hasFreeValues = ({ name }: ConditionKey): boolean => /[:/]$/.test(name);
