import type { ActionName } from "./actions.ts";

export type ConditionKeyType = "String" | "ARN" | "Bool" | "Numeric" | "Date" | "IP" | "Binary";

/** A condition key, or a family of keys that differ in their last part. Names are compared without regard to case (rule context.keys.case). */
export type ConditionKey = {
  readonly name: string; // as AWS spells it; an open family ends in ":" or "/", a numbered one has `upTo`
  readonly upTo?: number; // of a numbered family: its last member, the first is 0
  readonly type: ConditionKeyType;
  readonly alsoType?: ConditionKeyType; // a second type whose operators fit the key's values too
  readonly multiValued: boolean;
  readonly policyTypes?: "iam-only"; // not permitted in a key policy (rule kms.key-policy.condition-keys)
  readonly availability: Availability;
  readonly untold: Untold;
  readonly sentBy?: readonly ActionName[]; // of a key that is `sent`: the actions it is always sent with; with others it is optional
  readonly when?: Circumstance; // whose requests carry it; absent: everybody's
  readonly settledBy?: string; // the key that tells the same fact: where one of the two is unknown, the other is too
  readonly insteadOf?: string; // a request has this key or that one, never both
};

/**
 * What it means that a request does not give a key. `follows`: the principal, the key, the action and their like settle it. `sent`: AWS sends it with
 * every such request, so it has a value that nobody told. `optional`: the requester or the estate may do without; taken as absent, and said so.
 */
export type Untold = "follows" | "sent" | "optional";

/**
 * Requests that carry a key: of an IAM principal, also when a service forwards them; of a service principal; of temporary credentials; that come through
 * no VPC endpoint and no service; that come through an endpoint.
 */
export type Circumstance = "principal" | "service" | "session" | "public" | "endpoint";

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
