import { AWS_MANAGED_KEYS, awsAlias } from "../catalog/aws-managed-keys.ts";
import { aliasArn, type Home, type StateView } from "./state.ts";

/** Resource quotas of an account in a Region (KMS Developer Guide, "Resource quotas"). */
export const QUOTAS = {
  keys: 100_000,
  aliasesOfKey: 50,
  grantsOnKey: 50_000,
  tagsOfKey: 50,
  keyPolicyBytes: 32_768,
  customKeyStores: 10,
  onDemandRotations: 25,
} as const;

/** Whether an account has as many keys in a Region as it may make. Those that AWS manages do not count (KMS Developer Guide, "Resource quotas"). */
export function hasAllKeys(home: Home, state: StateView): boolean {
  const { size } = state.keysOf(home);
  return size >= QUOTAS.keys && size - managedBy(home, state) >= QUOTAS.keys;
}

const managedBy = (home: Home, state: StateView): number =>
  AWS_MANAGED_KEYS.filter((row) => {
    const alias = state.alias(aliasArn(home, awsAlias(row)));
    return alias?.keyArn !== undefined && state.key(alias.keyArn)?.manager === "AWS";
  }).length;
