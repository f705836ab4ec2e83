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
