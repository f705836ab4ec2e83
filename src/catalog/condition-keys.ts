import { foldCase } from "../iam/values.ts";
import type { ActionName, KmsAction, ResourceKind } from "./actions.ts";
import type { ConditionKey } from "./condition-key.ts";
import { GLOBAL_CONDITION_KEYS } from "./global-condition-keys.ts";
import { KMS_CONDITION_KEYS } from "./kms-condition-keys.ts";
import { lookup } from "./lookup.ts";

/** Every condition key a KMS request can carry: those of KMS first, then the global ones. */
export const CONDITION_KEYS: readonly ConditionKey[] = [...KMS_CONDITION_KEYS, ...GLOBAL_CONDITION_KEYS];

/** As AWS spells them, a family by its prefix. */
export const CONDITION_KEY_NAMES: readonly string[] = CONDITION_KEYS.map(({ name }) => name);

const isFamily = ({ name, upTo }: ConditionKey): boolean => upTo !== undefined || name.endsWith(":") || name.endsWith("/");
const exactly = lookup(
  CONDITION_KEYS.filter((key) => !isFamily(key)),
  ({ name }) => name,
);
const families = CONDITION_KEYS.filter(isFamily).map((family) => ({ family, prefix: foldCase(family.name) }));

/**
 * The key a policy or a request means by `name`, in any case; a member of a family gives the family's row.
 * The bare name of a family is no key, nor is a number beyond its last or with a leading zero (`PCR32`, `PCR01`).
 */
export function conditionKey(name: string): ConditionKey | undefined {
  const key = exactly(name);
  if (key) return key;
  const folded = foldCase(name);
  return families.find(({ family, prefix }) => folded.startsWith(prefix) && isMember(family, folded.slice(prefix.length)))?.family;
}

/** The family that a bare prefix names: `kms:EncryptionContext:`, in any case. */
const conditionKeyFamily = (prefix: string): ConditionKey | undefined => families.find((one) => one.prefix === foldCase(prefix))?.family;

/** What a list of unknown keys means by a name: a key, or a whole family. */
export const conditionKeyOrFamily = (name: string): ConditionKey | undefined => conditionKey(name) ?? conditionKeyFamily(name);

const isMember = ({ upTo }: ConditionKey, member: string): boolean =>
  upTo === undefined ? member !== "" : /^(0|[1-9][0-9]?)$/.test(member) && Number(member) <= upTo;

/**
 * Whether AWS can send the key with the check of this action on a resource of this kind. False for a check AWS never makes, and on an
 * alias for all but the global keys (rule context.keys.not-sent, rule context.key.properties). True is not a promise: most keys depend on what the request says.
 */
export function isAvailable({ availability }: ConditionKey, { action, resources }: KmsAction, resourceKind: ResourceKind): boolean {
  if (availability.on === "any") return true;
  if (resourceKind === "alias" || !resources.includes(resourceKind)) return false;

  const name = action.slice("kms:".length) as ActionName;
  if (availability.on === "actions") return availability.actions.includes(name);
  return resourceKind === "key" ? !availability.except?.includes(name) : availability.also?.includes(name) === true;
}
